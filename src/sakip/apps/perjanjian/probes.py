"""Probes of the agreements: is there one, signed in time, true to the plan, and carried down?"""

from datetime import date
from fractions import Fraction

from sakip.apps.datakinerja.banding import compare
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.probes import kamus, record
from sakip.apps.perencanaan.models import JenisDokumen, SifatDokumen
from sakip.apps.perencanaan.probes import alamat_dokumen, catat_dokumen, indikator_hasil, rencana
from sakip.apps.perjanjian.models import PemicuPK, PerjanjianKinerja, PKBaris
from sakip.apps.perjanjian.selectors import JanjiUnit, janji_unit, pk_berlaku_instansi
from sakip.apps.perjanjian.tenggat import BULAN_SESUDAH_DPA, add_months
from sakip.platform.organisasi.models import JenisJadwal
from sakip.platform.organisasi.selectors import jabatan_versi_pada
from sakip.platform.probe.lingkup import hari_nilai, jadwal, perangkat_daerah, tulis_tanggal
from sakip.platform.probe.model import Alamat, CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SALAH_SATU, SEMUA, cannot_say, count, probe

TANPA_PK = "Belum ada Perjanjian Kinerja tahun ini yang berlaku di sistem."


def janji(sasaran: SasaranProbe) -> JanjiUnit:
    """The unit's agreements of the year, shared by all probes of a sheet."""
    return sasaran.recall("janji", lambda: janji_unit(sasaran.unit, sasaran.tahun))


def alamat_pk(pk: PerjanjianKinerja) -> Alamat:
    return ("perjanjian:pk", {"uid": str(pk.uid)}, "")


def label_pk(pk: PerjanjianKinerja) -> str:
    return f"Perjanjian Kinerja {pk.tahun}" + (f" perubahan ke-{pk.versi_ke - 1}" if pk.versi_ke > 1 else "")


@probe(
    "rencana-tahunan",
    nama="Rencana kinerja tahunan berlaku",
    cara="Renja (instansi: RKPD) atau Perjanjian Kinerja tahun itu berlaku.",
    ambang=SALAH_SATU,
    unit=("1.a.4",),
    instansi=("1.a.4",),
    unit_2015=("A.II.a.1",),
)
def tahunan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    nama = "RKPD" if sasaran.profil == "instansi" else "Renja"
    dokumen = rencana(sasaran).find(JenisDokumen.RENJA, JenisDokumen.RKPD)
    return count(
        [_catat_pk(sasaran), catat_dokumen(dokumen, f"{nama} {sasaran.tahun}")],
        ambang,
        kalimat=f"rencana tahunan (Perjanjian Kinerja, {nama}) berlaku",
        kosong="",
        perubah=f"Berlakukan Perjanjian Kinerja {sasaran.tahun}.",
    )


@probe(
    "pk-ada",
    nama="Perjanjian Kinerja disusun",
    cara="Perjanjian Kinerja unit tahun itu berlaku.",
    unit_2015=("A.II.a.2",),
)
def ada(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    return count(
        [_catat_pk(sasaran)],
        ambang,
        kalimat="Perjanjian Kinerja berlaku",
        kosong="",
        perubah=f"Berlakukan Perjanjian Kinerja {sasaran.tahun}.",
    )


def _catat_pk(sasaran: SasaranProbe) -> CatatanProbe:
    pk = janji(sasaran).berlaku
    if pk is None:
        return CatatanProbe(f"Perjanjian Kinerja {sasaran.tahun}", False, "belum ada yang berlaku")
    return CatatanProbe(label_pk(pk), True, "berlaku", alamat_pk(pk))


@probe(
    "pk-tepat-waktu",
    nama="Perjanjian Kinerja ditandatangani tepat waktu",
    cara="Perjanjian Kinerja pertama ditandatangani paling lambat satu bulan sesudah DPA disahkan "
    "(53/2014 Lamp. I.C.2); tanpa tanggal DPA dipakai jadwal instansi.",
    unit=("1.b.1",),
    instansi=("1.b.1",),
)
def tepat_waktu(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    versi = janji(sasaran).versi
    if not versi:
        return cannot_say(TANPA_PK, ambang=ambang)
    pk = versi[0]
    batas, dasar = _batas_tanda_tangan(sasaran, pk)
    if pk.ditandatangani_pada is None or batas is None:
        kurang = "tanggal tanda tangan" if pk.ditandatangani_pada is None else "tanggal DPA"
        return cannot_say(
            f"{label_pk(pk)} tidak mencatat {kurang}.",
            ambang=ambang,
            perubah=f"Catat {kurang} pada Perjanjian Kinerja.",
            catatan=[CatatanProbe(label_pk(pk), False, f"{kurang} belum dicatat", alamat_pk(pk))],
        )
    catatan = CatatanProbe(
        label_pk(pk),
        pk.ditandatangani_pada <= batas,
        f"ditandatangani {tulis_tanggal(pk.ditandatangani_pada)}, batas {tulis_tanggal(batas)} ({dasar})",
        alamat_pk(pk),
    )
    return count(
        [catatan],
        ambang,
        kalimat=f"Perjanjian Kinerja ditandatangani paling lambat {tulis_tanggal(batas)}",
        kosong="",
        perubah="Tahun berikutnya: tanda tangani paling lambat sebulan sesudah DPA disahkan.",
    )


def _batas_tanda_tangan(sasaran: SasaranProbe, pk: PerjanjianKinerja) -> tuple[date | None, str]:
    if pk.tanggal_dpa is not None:
        return add_months(pk.tanggal_dpa, BULAN_SESUDAH_DPA), "sebulan sesudah DPA"
    jendela = jadwal(sasaran, JenisJadwal.PENANDATANGANAN_PK)
    return (None, "") if jendela is None else (jendela.tutup, "jadwal instansi")


@probe(
    "pk-iku",
    nama="Perjanjian Kinerja memuat IKU unit",
    cara="IKU unit yang menjadi baris Perjanjian Kinerja yang berlaku.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.6",),
    instansi=("1.b.6",),
    unit_2015=("A.II.a.3", "B.III.15"),
)
def memuat_iku(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = janji(sasaran)
    if isi.berlaku is None:
        return cannot_say(TANPA_PK, ambang=ambang)
    dijanjikan = {satu.indikator_id for satu in isi.baris}
    catatan = [
        record(satu, [] if satu.indikator_id in dijanjikan else ["baris pada Perjanjian Kinerja"])
        for satu in kamus(sasaran).berlaku
        if satu.is_iku
    ]
    return count(
        catatan,
        ambang,
        kalimat="IKU unit masuk Perjanjian Kinerja",
        kosong="Tidak ada indikator unit ini yang ditandai sebagai IKU.",
        perubah="Masukkan IKU yang belum ada ke Perjanjian Kinerja berikutnya.",
    )


@probe(
    "pk-selaras",
    nama="Perjanjian Kinerja selaras dengan rencana menengah",
    cara="Baris Perjanjian Kinerja yang indikatornya ada di rencana dan targetnya tidak di bawah target rencana "
    "tahun itu.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.8",),
    instansi=("1.b.8",),
    unit_2015=("A.II.b.10",),
)
def selaras(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = janji(sasaran)
    if isi.berlaku is None:
        return cannot_say(TANPA_PK, ambang=ambang)
    if rencana(sasaran).utama is None:
        return cannot_say("Tidak ada rencana menengah untuk dibandingkan dengan PK.", ambang=ambang)
    hasil = {satu.indikator_id for satu in indikator_hasil(sasaran)}
    catatan = [_catat_selaras(sasaran, isi.berlaku, satu, hasil) for satu in isi.baris]
    return count(
        catatan,
        ambang,
        kalimat="baris Perjanjian Kinerja selaras dengan rencana menengah",
        kosong="Perjanjian Kinerja belum memuat baris.",
        perubah="Samakan target PK dengan rencana, atau ubah rencananya dengan alasan.",
    )


def _catat_selaras(
    sasaran: SasaranProbe, pk: PerjanjianKinerja, baris: PKBaris, hasil: set[int]
) -> CatatanProbe:
    masalah = "" if baris.indikator_id in hasil else "indikator tidak ada pada tujuan dan sasaran rencana"
    arah = bandingkan_rencana(sasaran, baris)
    if not masalah and arah == -1:
        masalah = "target lebih rendah daripada target rencana"
    return CatatanProbe(baris.indikator_teks, not masalah, masalah, alamat_pk(pk))


def bandingkan_rencana(sasaran: SasaranProbe, baris: PKBaris) -> int | None:
    """1 when the promise goes beyond the plan's target of the year, -1 when it falls short of it."""
    versi = kamus(sasaran).find(baris.indikator_id)
    target = rencana(sasaran).target.get(baris.indikator_id, {}).get((sasaran.tahun, None))
    if versi is None or target is None or not baris.ada_target:
        return None
    return compare(versi, nilai_of(baris), nilai_of(target))


@probe(
    "pk-jenjang",
    nama="Perjanjian Kinerja berjenjang sampai di bawah pimpinan unit",
    cara="Jabatan administrator (eselon III) unit yang Perjanjian Kinerjanya tercatat.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.10",),
    unit_2015=("A.II.c.19",),
)
def jenjang(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    bawahan = janji(sasaran).bawahan
    if not bawahan:
        return cannot_say(
            "PK di bawah pimpinan unit tidak dicatat di sistem, sehingga ada tidaknya tidak terlihat.",
            ambang=ambang,
            perubah="Catat Perjanjian Kinerja administrator dan pengawas.",
        )
    jabatan = jabatan_versi_pada(sasaran.instansi, hari_nilai(sasaran)).filter(
        unit=sasaran.unit, eselon__startswith="III"
    )
    milik = {satu.jabatan_teks.casefold(): satu for satu in bawahan}
    catatan = []
    for satu in jabatan:
        pk = milik.get(satu.nama.casefold())
        keterangan = "belum ada PK" if pk is None else pk.get_status_display()
        catatan.append(
            CatatanProbe(satu.nama, pk is not None, keterangan, None if pk is None else alamat_pk(pk))
        )
    return count(
        catatan,
        ambang,
        kalimat="jabatan administrator punya Perjanjian Kinerja",
        kosong="Jabatan eselon III unit ini belum dicatat.",
        perubah="Susun PK jabatan yang disebut.",
    )


@probe(
    "rencana-disempurnakan",
    nama="Rencana disempurnakan ke kondisi yang lebih baik",
    cara="Perubahan rencana yang berlaku, PK yang direvisi karena strategi atau prioritas, atau target PK yang "
    "melampaui target rencana; satu saja cukup.",
    unit=("1.c.6",),
    instansi=("1.c.5",),
)
def disempurnakan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = janji(sasaran)
    catatan = [
        CatatanProbe(satu.nama, True, f"perubahan, versi {satu.versi_ke}", alamat_dokumen(satu))
        for satu in rencana(sasaran).milik
        if satu.versi_ke > 1 or satu.sifat == SifatDokumen.PERUBAHAN
    ]
    catatan += revisions(isi)
    if isi.berlaku is not None:
        catatan += [
            CatatanProbe(satu.indikator_teks, True, "target PK melampaui rencana", alamat_pk(isi.berlaku))
            for satu in isi.baris
            if bandingkan_rencana(sasaran, satu) == 1
        ]
    if not catatan:
        if isi.berlaku is None:
            return cannot_say(TANPA_PK, ambang=ambang)
        catatan = [CatatanProbe(label_pk(isi.berlaku), False, "sama dengan rencana", alamat_pk(isi.berlaku))]
    return count(
        catatan,
        ambang,
        kalimat="catatan menunjukkan penyempurnaan rencana",
        kosong="",
        perubah="Perbaiki rencana atau target berdasarkan capaian, lewat perubahan rencana atau PK.",
    )


def revisions(isi: JanjiUnit) -> list[CatatanProbe]:
    """Revisions made because strategy or priority changed; a new official alone changes no plan."""
    return [
        CatatanProbe(
            label_pk(satu), True, f"{satu.get_pemicu_display()}: {satu.alasan}".rstrip(": "), alamat_pk(satu)
        )
        for satu in isi.versi
        if satu.pemicu in (PemicuPK.PERUBAHAN_STRATEGI, PemicuPK.PERUBAHAN_PRIORITAS)
    ]


@probe(
    "strategi-disesuaikan",
    nama="Strategi disesuaikan dalam tahun berjalan",
    cara="Revisi Perjanjian Kinerja tahun itu karena perubahan strategi atau prioritas, dengan alasannya.",
    unit=("2.c.4",),
    instansi=("2.c.5",),
)
def strategi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = janji(sasaran)
    if isi.berlaku is None:
        return cannot_say(TANPA_PK, ambang=ambang)
    catatan = revisions(isi)
    if not catatan:
        return cannot_say(
            "Perjanjian Kinerja tahun ini tidak direvisi karena strategi; data tidak menunjukkan penyesuaian lain.",
            ambang=ambang,
            perubah="Bila strategi disesuaikan karena hasil pengukuran, catat lewat revisi PK beserta alasannya.",
        )
    return count(catatan, ambang, kalimat="revisi PK mencatat penyesuaian strategi", kosong="")


@probe(
    "pk-seluruh-unit",
    nama="Tiap perangkat daerah menetapkan Perjanjian Kinerja",
    cara="Perangkat daerah entitas SAKIP yang Perjanjian Kinerjanya berlaku dan bertanggal tanda tangan.",
    ambang=SEMUA,
    instansi=("1.a.7", "1.c.6"),
)
def seluruh_unit(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    pk = pk_berlaku_instansi(sasaran.instansi, sasaran.tahun)
    catatan = []
    for versi in perangkat_daerah(sasaran):
        satu = pk.get(versi.unit_id)
        if satu is None:
            catatan.append(CatatanProbe(versi.nama, False, "belum ada PK yang berlaku"))
            continue
        tanda = satu.ditandatangani_pada
        keterangan = (
            "tanpa tanggal tanda tangan" if tanda is None else f"ditandatangani {tulis_tanggal(tanda)}"
        )
        catatan.append(CatatanProbe(versi.nama, tanda is not None, keterangan, alamat_pk(satu)))
    return count(
        catatan,
        ambang,
        kalimat="perangkat daerah punya Perjanjian Kinerja yang ditandatangani",
        kosong="Belum ada perangkat daerah yang dicatat.",
        perubah="Tetapkan Perjanjian Kinerja perangkat daerah yang disebut.",
    )


PROBES = (
    tahunan,
    ada,
    tepat_waktu,
    memuat_iku,
    selaras,
    jenjang,
    disempurnakan,
    strategi,
    seluruh_unit,
)
