"""Whether the plans hang together: down to posts, over the levels, and with other units."""

from collections import Counter
from fractions import Fraction

from sakip.apps.perencanaan.models import (
    Crosscutting,
    JenisSimpul,
    PeranHasil,
    PohonSimpul,
    Simpul,
    StatusCrosscutting,
)
from sakip.apps.perencanaan.probes.bersama import TANPA_RENCANA, alamat_dokumen, is_penunjang, rencana
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL, RencanaUnit, pohon_terkait
from sakip.platform.organisasi.selectors import jabatan_versi_pada
from sakip.platform.probe.lingkup import hari_nilai
from sakip.platform.probe.model import Alamat, CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, cannot_say, count, probe

LANGKAH_TERAKHIR = 5


@probe(
    "penjenjangan",
    nama="Hasil berjenjang dan selaras di tiap tingkat",
    cara="Tujuan dan sasaran yang mendukung rencana di atasnya, sasaran yang punya program, serta program dan "
    "kegiatan yang berinduk; tujuan, sasaran, dan program juga berindikator. Program penunjang (X.XX.01) tidak "
    "dihitung.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.8",),
    instansi=("1.b.8",),
    unit_2015=("A.I.b.15", "A.I.b.16", "B.II.7"),
)
def penjenjangan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    bertaut = sasaran.profil != "instansi"
    catatan = []
    for simpul in isi.nodes(isi.utama, *_JENJANG):
        if is_penunjang(simpul):
            continue
        putus = _putus(isi, simpul, bertaut=bertaut)
        label = f"{simpul.get_jenis_display()}: {simpul.pernyataan}"
        catatan.append(CatatanProbe(label, not putus, "; ".join(putus), alamat_dokumen(isi.utama)))
    return count(
        catatan,
        ambang,
        kalimat="simpul rencana tersambung ke atas dan ke bawah",
        kosong="Rencana yang berlaku belum memuat simpul.",
        perubah="Sambungkan simpul yang disebut: induk, rencana yang didukung, program, atau indikatornya.",
    )


_JENJANG = (
    JenisSimpul.TUJUAN,
    JenisSimpul.SASARAN,
    JenisSimpul.PROGRAM,
    JenisSimpul.KEGIATAN,
    JenisSimpul.SUB_KEGIATAN,
)


def _putus(isi: RencanaUnit, simpul: Simpul, *, bertaut: bool) -> list[str]:
    """What a node lacks to hang in the chain. The government's own plan supports no other, and its programmes
    are those of its units.
    """
    putus = []
    hasil = simpul.jenis in TINGKAT_HASIL
    if simpul.jenis != JenisSimpul.TUJUAN and simpul.induk_id is None:
        putus.append("tanpa induk")
    if hasil and bertaut and simpul.mendukung_id is None and not _supported(isi, simpul):
        putus.append("belum ditautkan ke RPJMD")
    anak = Counter(satu.jenis for satu in isi.children(simpul))
    if simpul.jenis == JenisSimpul.SASARAN and bertaut and not anak[JenisSimpul.PROGRAM]:
        putus.append("belum punya program")
    if (hasil or simpul.jenis == JenisSimpul.PROGRAM) and not isi.indikator.get(simpul.pk):
        putus.append("belum punya indikator")
    return putus


def _supported(isi: RencanaUnit, simpul: Simpul) -> bool:
    """Whether a parent is linked to the higher plan, and the node through it."""
    return any(satu.mendukung_id is not None for satu in isi.above(simpul))


@probe(
    "lintas-unit",
    nama="Rencana memuat kaitan dengan bidang lain (crosscutting)",
    cara="Pohon kinerja tahun itu yang memuat kondisi milik unit ini dan milik unit lain.",
    unit=("1.b.9",),
    instansi=("1.b.9",),
)
def lintas(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    simpul = _pohon(sasaran)
    if not simpul:
        return cannot_say(
            f"Belum ada pohon kinerja {sasaran.tahun} yang memuat unit ini, sehingga kaitan antarunit tidak terlihat.",
            ambang=ambang,
            perubah="Susun pohon kinerja dan tandai pemilik tiap kondisi.",
        )
    pohon: dict[int, list[PohonSimpul]] = {}
    for satu in simpul:
        pohon.setdefault(satu.pohon_id, []).append(satu)
    catatan = [_catat_pohon(sasaran, isi) for isi in pohon.values()]
    # One tree that crosses is enough: a unit's own tree may rightly stay within the unit.
    lintas_unit = [satu for satu in catatan if satu.memenuhi]
    return count(
        lintas_unit or catatan,
        ambang,
        kalimat="pohon kinerja memuat kondisi milik unit lain",
        kosong="",
        perubah="Masukkan kondisi yang bergantung pada unit lain, dengan pemiliknya, ke pohon kinerja.",
    )


def _catat_pohon(sasaran: SasaranProbe, simpul: list[PohonSimpul]) -> CatatanProbe:
    pohon = simpul[0].pohon
    lain = Counter(
        satu.pemilik_unit.kode
        for satu in simpul
        if satu.pemilik_unit is not None and satu.pemilik_unit_id != sasaran.unit.pk
    )
    keterangan = (
        f"{sum(lain.values())} kondisi milik {len(lain)} unit lain: {', '.join(sorted(lain))}"
        if lain
        else "semua kondisi milik unit ini"
    )
    return CatatanProbe(
        f"Pohon {pohon.nama} {pohon.unit.kode}",
        bool(lain),
        keterangan,
        ("pohon:rinci", {"uid": str(pohon.uid)}, ""),
    )


def _pohon(sasaran: SasaranProbe) -> list[PohonSimpul]:
    return sasaran.recall("pohon", lambda: pohon_terkait(sasaran.unit, sasaran.tahun))


@probe(
    "pohon-lima-langkah",
    nama="Pohon kinerja disusun sampai langkah kelima",
    cara="Kondisi pada pohon kinerja unit tahun itu yang sudah sampai langkah 5 PermenPANRB 89/2021 (diterjemahkan "
    "ke komponen perencanaan dan jabatan).",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.8",),
    instansi=("1.b.8",),
)
def lima_langkah(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    milik = [satu for satu in _pohon(sasaran) if satu.pohon.unit_id == sasaran.unit.pk]
    if not milik:
        return cannot_say(
            f"Pohon kinerja {sasaran.tahun} unit ini tidak dicatat di sistem.",
            ambang=ambang,
            perubah="Susun pohon kinerja menurut lima langkah PermenPANRB 89/2021.",
        )
    catatan = [
        CatatanProbe(
            satu.pernyataan, satu.langkah >= LANGKAH_TERAKHIR, f"langkah {satu.langkah}", _alamat(satu)
        )
        for satu in milik
    ]
    return count(
        catatan,
        ambang,
        kalimat="kondisi pohon kinerja sudah sampai langkah kelima",
        kosong="",
        perubah="Selesaikan langkah yang tersisa pada pohon kinerja.",
    )


def _alamat(simpul: PohonSimpul) -> Alamat:
    return ("pohon:simpul", {"uid": str(simpul.uid)}, "")


@probe(
    "crosscutting-diterima",
    nama="Kebutuhan kepada unit lain disepakati",
    cara="Usulan crosscutting dari kondisi unit ini tahun itu yang diterima unit tujuannya; yang ditarik tidak "
    "dihitung.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.9",),
    instansi=("1.b.9",),
)
def crosscutting(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    usulan = (
        Crosscutting.objects.filter(simpul__pohon__unit=sasaran.unit, simpul__pohon__tahun=sasaran.tahun)
        .exclude(status=StatusCrosscutting.DITARIK)
        .select_related("simpul__pohon__unit", "unit_tujuan")
    )
    catatan = [
        CatatanProbe(
            f"{satu.unit_tujuan.kode}: {satu.kebutuhan}",
            satu.status == StatusCrosscutting.DITERIMA,
            satu.get_status_display().lower(),
            _alamat(satu.simpul),
        )
        for satu in usulan
    ]
    return count(
        catatan,
        ambang,
        kalimat="usulan crosscutting unit ini diterima",
        kosong="Belum ada usulan crosscutting dari unit ini di sistem.",
        perubah="Minta putusan unit tujuan atas usulan yang belum diterima.",
    )


@probe(
    "peran-hasil",
    nama="Peran hasil berjenjang sampai jabatan di bawah pimpinan",
    cara="Jabatan struktural di bawah kepala unit yang punya baris pada matriks peran hasil tahun itu "
    "(PermenPANRB 6/2022).",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.10",),
)
def peran_hasil(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    berperan = set(
        PeranHasil.objects.filter(unit=sasaran.unit, tahun=sasaran.tahun).values_list("jabatan_id", flat=True)
    )
    if not berperan:
        return cannot_say(
            "Matriks peran hasil tahun ini tidak dicatat di sistem, sehingga ada tidaknya tidak terlihat.",
            ambang=ambang,
            perubah="Susun matriks peran hasil sampai pengawas.",
        )
    jabatan = jabatan_versi_pada(sasaran.instansi, hari_nilai(sasaran)).filter(
        unit=sasaran.unit, kepala=False
    )
    catatan = [
        CatatanProbe(
            satu.nama, satu.jabatan_id in berperan, "" if satu.jabatan_id in berperan else "belum berperan"
        )
        for satu in jabatan.exclude(eselon="")
    ]
    return count(
        catatan,
        ambang,
        kalimat="jabatan struktural di bawah kepala unit punya peran hasil",
        kosong="Jabatan di bawah kepala unit belum dicatat.",
        perubah="Isi peran hasil jabatan yang disebut.",
    )
