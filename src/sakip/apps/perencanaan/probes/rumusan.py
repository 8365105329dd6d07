"""What the plans are worth: statements, indicators, targets, IKU. The wording is judged by the rules of findings."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from kinerja.pohon import IndikatorPohon, Pohon, SimpulPohon, Tingkat, get_aturan, lint
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.probes import kamus, missing, owner, record
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul
from sakip.apps.perencanaan.probes.bersama import TANPA_RENCANA, alamat_dokumen, indikator_hasil, rencana
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL, RencanaUnit
from sakip.platform.probe.lingkup import tulis_tanggal
from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, cannot_say, count, probe

#: The rules of findings that say whether a statement is a condition of result.
ATURAN_RUMUSAN = ("POH001", "POH002")
#: The rules that say whether an indicator measures a result, and one thing only.
ATURAN_INDIKATOR = ("IND003", "IND004", "IND005", "IND006", "IND007", "IND010")


@probe(
    "rumusan-hasil",
    nama="Tujuan dan sasaran melukiskan kondisi hasil",
    cara="Tujuan dan sasaran yang berindikator dan rumusannya bebas temuan POH001 (menyebut kegiatan) dan POH002 "
    "(menyebut keluaran).",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.4",),
    instansi=("1.b.4",),
    unit_2015=("A.I.b.10", "A.I.b.12"),
)
def rumusan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    return count(
        [catat_rumusan(isi, isi.utama, satu) for satu in isi.nodes(isi.utama, *TINGKAT_HASIL)],
        ambang,
        kalimat="tujuan dan sasaran dirumuskan sebagai kondisi hasil dan berindikator",
        kosong="Rencana yang berlaku belum memuat tujuan dan sasaran.",
        perubah="Rumuskan ulang yang ditandai sebagai kondisi yang dituju, dan beri indikator.",
    )


def catat_rumusan(isi: RencanaUnit, dokumen: Dokumen, simpul: Simpul) -> CatatanProbe:
    salah = faults_of(simpul)
    if not isi.indikator.get(simpul.pk):
        salah.append("belum punya indikator")
    label = f"{simpul.get_jenis_display()}: {simpul.pernyataan}"
    return CatatanProbe(label, not salah, "; ".join(salah), alamat_dokumen(dokumen))


def faults_of(simpul: Simpul) -> list[str]:
    """The findings on the wording of one tujuan or sasaran, by their titles."""
    butir = SimpulPohon(str(simpul.pk), tingkat=Tingkat(simpul.jenis), pernyataan=simpul.pernyataan)
    return _titles(butir, ATURAN_RUMUSAN)


def indicator_faults(versi: IndikatorVersi) -> list[str]:
    """The findings on one indicator of a sasaran, by their titles."""
    satuan = None if versi.satuan is None else versi.satuan.nama
    isi = IndikatorPohon(versi.nama, satuan=satuan)
    return _titles(SimpulPohon("1", tingkat=Tingkat.SASARAN, indikator=(isi,)), ATURAN_INDIKATOR)


def _titles(simpul: SimpulPohon, kode: Iterable[str]) -> list[str]:
    aturan = [get_aturan(satu) for satu in kode]
    judul = {satu.kode: satu.judul for satu in aturan}
    return [f"{_lower(judul[satu.kode])} ({satu.kode})" for satu in lint(Pohon((simpul,)), aturan)]


def _lower(judul: str) -> str:
    return judul[:1].lower() + judul[1:]


@probe(
    "indikator-smart",
    nama="Indikator hasil lengkap menurut SMART",
    cara="Indikator tujuan dan sasaran dengan definisi (spesifik), satuan dan rumus (terukur), penanggung jawab "
    "dan sumber (dapat dicapai dan dipantau), tautan sasaran (relevan), target tiap tahun (berjangka waktu), dan "
    "tanpa temuan pada namanya (IND003, IND004, IND005, IND006, IND007, IND010).",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.5",),
    instansi=("1.b.5",),
    unit_2015=("A.I.b.13", "A.II.b.6", "B.II.5"),
)
def smart(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    return count(
        [_catat_smart(isi, isi.utama, satu) for satu in indikator_hasil(sasaran)],
        ambang,
        kalimat="indikator hasil lengkap menurut SMART",
        kosong="Tujuan dan sasaran pada rencana belum punya indikator.",
        perubah="Lengkapi bagian yang disebut pada tiap indikator.",
    )


def _kurang_smart(isi: RencanaUnit, dokumen: Dokumen, versi: IndikatorVersi) -> list[str]:
    kurang = missing(
        {
            "definisi": versi.definisi,
            "satuan": versi.satuan_id,
            "rumus": versi.rumus,
            "sumber data": versi.sumber,
            "penanggung jawab": owner(versi),
        }
    )
    kosong = missing_years(isi, dokumen, versi)
    return [*kurang, f"target {', '.join(map(str, kosong))}"] if kosong else kurang


def _catat_smart(isi: RencanaUnit, dokumen: Dokumen, versi: IndikatorVersi) -> CatatanProbe:
    catatan = record(versi, _kurang_smart(isi, dokumen, versi))
    salah = indicator_faults(versi)
    keterangan = "; ".join(satu for satu in (catatan.keterangan, *salah) if satu)
    return CatatanProbe(catatan.label, catatan.memenuhi and not salah, keterangan, catatan.alamat)


def missing_years(isi: RencanaUnit, dokumen: Dokumen, versi: IndikatorVersi) -> list[int]:
    """Years of the plan without a target."""
    target = isi.target.get(versi.indikator_id, {})
    return [thn for thn in range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1) if (thn, None) not in target]


@probe(
    "target-lengkap",
    nama="Tiap indikator hasil punya target tiap tahun",
    cara="Indikator tujuan dan sasaran yang targetnya terisi untuk setiap tahun rencana.",
    unit_2015=("A.I.a.4", "A.I.a.7"),
)
def target_lengkap(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    catatan = []
    for satu in indikator_hasil(sasaran):
        kosong = missing_years(isi, isi.utama, satu)
        catatan.append(record(satu, [f"target {thn}" for thn in kosong]))
    return count(
        catatan,
        ambang,
        kalimat="indikator hasil punya target tiap tahun rencana",
        kosong="Tujuan dan sasaran pada rencana belum punya indikator.",
        perubah="Isi target tahun yang kosong.",
    )


@probe(
    "iku-stabil",
    nama="IKU melukiskan kinerja utama dan tidak sering diganti",
    cara="IKU unit yang melekat pada tujuan atau sasaran dan tidak diganti atau diubah rumusnya sejak awal masa "
    "rencana.",
    unit=("1.b.6",),
    instansi=("1.b.6",),
    unit_2015=("A.I.a.8",),
)
def iku_stabil(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    iku = [satu for satu in kamus(sasaran).berlaku if satu.is_iku]
    hasil = {satu.indikator_id for satu in indikator_hasil(sasaran)}
    catatan = [_catat_iku(sasaran, satu, isi.utama.tahun_mulai, hasil) for satu in iku]
    return count(
        catatan,
        ambang,
        kalimat=f"IKU melekat pada tujuan atau sasaran dan tetap sejak {isi.utama.tahun_mulai}",
        kosong="Tidak ada indikator unit ini yang ditandai sebagai IKU.",
        perubah="Tautkan IKU ke sasaran; pertahankan IKU selama masa rencana kecuali ada alasan kuat.",
    )


def _catat_iku(sasaran: SasaranProbe, iku: IndikatorVersi, sejak: int, hasil: set[int]) -> CatatanProbe:
    masalah = []
    if iku.indikator_id not in hasil:
        masalah.append("tidak melekat pada tujuan atau sasaran")
    riwayat = kamus(sasaran).riwayat[iku.indikator_id]
    mulai = riwayat[0].berlaku_mulai
    if iku.indikator.pengganti_dari_id is not None and mulai.year > sejak:
        masalah.append(f"menggantikan indikator lain sejak {tulis_tanggal(mulai)}")
    awal = date(sejak, 1, 1)
    arti = {
        (satu.rumus, satu.satuan_id, satu.polaritas)
        for satu in riwayat
        if satu.berlaku_sampai is None or satu.berlaku_sampai > awal
    }
    if len(arti) > 1:
        masalah.append("rumus, satuan, atau arahnya diubah dalam masa rencana")
    catatan = record(iku, [])
    return CatatanProbe(catatan.label, not masalah, "; ".join(masalah), catatan.alamat)


@probe(
    "iku-ditetapkan",
    nama="IKU ditetapkan dengan keputusan",
    cara="IKU unit yang tercantum pada Keputusan IKU yang berlaku dan mencakup tahun itu.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.6",),
    instansi=("1.b.6",),
)
def iku_ditetapkan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    keputusan = [satu for satu in isi.milik if satu.jenis == JenisDokumen.IKU]
    if not keputusan:
        # The decree may exist on paper: that it is not here does not mean that there is none.
        return cannot_say(
            "Keputusan IKU unit ini belum dicatat di sistem.",
            ambang=ambang,
            perubah="Catat Keputusan IKU beserta indikatornya.",
        )
    tercantum = {
        i
        for d in keputusan
        for s in isi.simpul.values()
        if s.dokumen_id == d.pk
        for i in isi.indikator.get(s.pk, ())
    }
    catatan = [
        record(satu, [] if satu.indikator_id in tercantum else ["baris pada Keputusan IKU"])
        for satu in kamus(sasaran).berlaku
        if satu.is_iku
    ]
    return count(
        catatan,
        ambang,
        kalimat="IKU tercantum pada Keputusan IKU yang berlaku",
        kosong="Tidak ada indikator unit ini yang ditandai sebagai IKU.",
        perubah="Cantumkan IKU yang belum ada pada perubahan Keputusan IKU.",
    )
