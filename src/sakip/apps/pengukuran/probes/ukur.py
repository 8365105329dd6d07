"""Probes of how figures come in: by what rule, when, with what proof, through whose hands."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from django.utils import timezone

from sakip.apps.datakinerja.models import Bukti, IndikatorVersi
from sakip.apps.pengukuran.models import StatusRealisasi
from sakip.apps.pengukuran.probes.bahan import (
    BELUM_JATUH_TEMPO,
    TANPA_INDIKATOR,
    batas_isi,
    capaian_kini,
    catat,
    pedoman,
    slot_lapor,
    slot_tempo,
    triwulan_lewat,
    tulis_persen,
    tulis_triwulan,
    wajib,
    wajib_tempo,
)
from sakip.apps.pengukuran.selectors import SlotPantau
from sakip.platform.organisasi.models import JenisJadwal
from sakip.platform.probe.lingkup import jadwal, tulis_tanggal
from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SEBAGIAN_BESAR, cannot_say, count, probe

TANPA_REALISASI = "Belum ada realisasi yang dilaporkan untuk triwulan yang jatuh tempo."
#: What the installation itself wrote (a first load) proves nothing about who measures.
DARI_SISTEM = "Realisasi tahun ini dimuat oleh sistem, bukan diisi akun pengguna"
Slot = tuple[int, SlotPantau]


@probe(
    "pedoman-pengukuran",
    nama="Pedoman pengukuran kinerja ada",
    cara="Pedoman pengukuran instansi yang berlaku menyebut dasar hukumnya.",
    unit=("2.a.1",),
    instansi=("2.a.1",),
)
def pedoman_ada(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = pedoman(sasaran)
    if not isi.dasar:
        return cannot_say(
            "Pedoman pengukuran instansi beserta dasarnya belum dicatat; sistem memakai skala bawaan.",
            ambang=ambang,
            perubah="Catat pedoman pengukuran instansi dengan dasar hukumnya.",
        )
    catatan = CatatanProbe(isi.dasar, True, f"skala {isi.skala.nama}, {isi.cara.label.lower()}")
    return count([catatan], ambang, kalimat="pedoman pengukuran berlaku dan berdasar", kosong="")


@probe(
    "pimpinan-memeriksa",
    nama="Pimpinan memeriksa capaian",
    cara="Indikator yang setiap realisasi terlapornya diverifikasi atau dikembalikan oleh akun pimpinan.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.1",),
    instansi=("2.c.1",),
)
def pimpinan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    def diperiksa(slot: SlotPantau) -> bool:
        langkah = [*slot.steps("verifikasi"), *slot.steps("kembalikan")]
        return any(satu.oleh_id is not None for satu in langkah)

    semua = _semua_slot(sasaran)
    if semua and not any(diperiksa(slot) for _, slot in semua):
        tercatat = sum(1 for _, slot in semua if slot.steps("verifikasi"))
        if tercatat:
            return cannot_say(
                f"{tercatat} verifikasi tercatat tanpa pelaku (dimuat sistem), sehingga pemeriksanya tidak terlihat.",
                ambang=ambang,
                perubah="Pimpinan memverifikasi realisasi dengan akunnya sendiri.",
            )
    return count(
        _per_indikator(sasaran, diperiksa, "belum diperiksa"),
        ambang,
        kalimat="indikator diperiksa pimpinan di tiap realisasi yang dilaporkan",
        kosong=TANPA_REALISASI,
        perubah="Pimpinan memverifikasi realisasi yang menunggu.",
    )


@probe(
    "data-relevan",
    nama="Data yang dikumpulkan mengukur kinerja yang dijanjikan",
    cara="Indikator rencana dan Perjanjian Kinerja yang capaiannya terukur tahun itu.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.2",),
    instansi=("2.b.1",),
    unit_2015=("A.II.c.16",),
)
def relevan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = []
    for versi in wajib_tempo(sasaran):
        baris = capaian_kini(sasaran, versi)
        keterangan = "belum terukur" if baris is None else f"capaian {tulis_persen(baris)}"
        catatan.append(catat(versi, baris is not None, keterangan))
    return count(
        catatan,
        ambang,
        kalimat="indikator yang dijanjikan terukur",
        kosong=TANPA_INDIKATOR,
        perubah="Isi realisasi dan target indikator yang belum terukur.",
    )


@probe(
    "bukti-ada",
    nama="Realisasi didukung bukti",
    cara="Indikator yang setiap realisasi terlapornya punya bukti.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.3",),
    instansi=("2.b.2",),
    unit_2015=("B.II.12",),
)
def bukti_ada(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    return count(
        _per_indikator(sasaran, lambda slot: bool(slot.bukti), "tanpa bukti"),
        ambang,
        kalimat="indikator berbukti di tiap realisasi yang dilaporkan",
        kosong=TANPA_REALISASI,
        perubah="Lampirkan bukti pada realisasi yang belum berbukti.",
    )


@probe(
    "bukti-semasa",
    nama="Bukti bertanggal dalam masa pengukurannya",
    cara="Bukti realisasi yang tanggalnya di dalam tahun kinerja dan tidak sesudah batas isi triwulannya.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.3",),
    instansi=("2.b.2",),
)
def bukti_semasa(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = [
        _catat_bukti(sasaran, versi, tw, bukti)
        for versi in wajib(sasaran)
        for tw, slot in slot_lapor(sasaran, versi)
        for bukti in slot.bukti
    ]
    return count(
        catatan,
        ambang,
        kalimat="bukti bertanggal di dalam masa pengukurannya",
        kosong="Realisasi yang dilaporkan belum punya bukti.",
        perubah="Periksa tanggal bukti yang disebut; ganti bila bukan dari masa itu.",
    )


def _catat_bukti(sasaran: SasaranProbe, versi: IndikatorVersi, triwulan: int, bukti: Bukti) -> CatatanProbe:
    label = f"{bukti.judul} ({tulis_triwulan([triwulan])})"
    alamat = catat(versi, True).alamat
    if bukti.tanggal_bukti is None:
        return CatatanProbe(label, False, "tanpa tanggal", alamat)
    batas = batas_isi(sasaran, triwulan)
    semasa = date(sasaran.tahun, 1, 1) <= bukti.tanggal_bukti <= batas
    keterangan = tulis_tanggal(bukti.tanggal_bukti)
    return CatatanProbe(label, semasa, keterangan if semasa else f"{keterangan}, di luar masa", alamat)


@probe(
    "ukur-berkala",
    nama="Pengukuran dilakukan berkala",
    cara="Indikator yang realisasinya terisi di setiap triwulan yang jatuh tempo menurut frekuensinya; yang tidak "
    "berlaku atau belum rilis tidak dihitung.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.4",),
    instansi=("2.b.3",),
    unit_2015=("B.II.13", "D.I.1"),
)
def berkala(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for versi in wajib(sasaran):
        tempo = list(slot_tempo(sasaran, versi))
        if not tempo:
            continue
        kosong = [tw for tw, slot in tempo if slot is None or not slot.dilaporkan]
        isi = tulis_triwulan([tw for tw, _ in tempo])
        catatan.append(
            catat(versi, not kosong, f"belum diisi: {tulis_triwulan(kosong)}" if kosong else f"{isi} terisi")
        )
    return count(
        catatan,
        ambang,
        kalimat="indikator diukur di tiap triwulan yang jatuh tempo",
        kosong=BELUM_JATUH_TEMPO,
        perubah="Isi realisasi triwulan yang kosong, atau nyatakan tidak berlaku dengan alasannya.",
    )


@probe(
    "ukur-tepat-waktu",
    nama="Realisasi diisi sebelum jadwal ditutup",
    cara="Realisasi triwulan yang pertama kali diisi akun pengguna paling lambat pada hari tutup jadwal pengisian.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.4",),
    instansi=("2.b.3",),
)
def tepat_waktu(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    semua = [(versi, *satu) for versi in wajib(sasaran) for satu in slot_lapor(sasaran, versi)]
    catatan = []
    for versi, tw, slot in semua:
        pertama = next((satu for satu in slot.versi if satu.oleh_id is not None), None)
        jendela = jadwal(sasaran, JenisJadwal.REALISASI, tw)
        if pertama is None or jendela is None:
            continue
        hari = timezone.localtime(pertama.pada).date()
        keterangan = (
            f"{tulis_triwulan([tw])}: diisi {tulis_tanggal(hari)}, batas {tulis_tanggal(jendela.tutup)}"
        )
        catatan.append(catat(versi, hari <= jendela.tutup, keterangan))
    sebab = TANPA_REALISASI if not semua else f"{DARI_SISTEM}, atau jadwal pengisian belum ditetapkan."
    return count(
        catatan,
        ambang,
        kalimat="realisasi triwulan diisi sebelum jadwal ditutup",
        kosong=sebab,
        perubah="Isi realisasi selama jadwal pengisian terbuka.",
    )


@probe(
    "ukur-berjenjang",
    nama="Pengukuran dipantau berjenjang",
    cara="Indikator yang setiap realisasi terlapornya lolos verifikasi unit dan validasi instansi.",
    ambang=SEBAGIAN_BESAR,
    unit=("2.b.5",),
    instansi=("2.b.4",),
    unit_2015=("B.II.11",),
)
def berjenjang(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    lolos = {StatusRealisasi.DIVALIDASI.value, StatusRealisasi.DIKUNCI.value}
    return count(
        _per_indikator(
            sasaran,
            lambda slot: (
                slot.realisasi.status in lolos and bool(slot.steps("verifikasi") and slot.steps("validasi"))
            ),
            "belum divalidasi",
        ),
        ambang,
        kalimat="indikator diverifikasi dan divalidasi di tiap realisasi yang dilaporkan",
        kosong=TANPA_REALISASI,
        perubah="Selesaikan verifikasi dan validasi realisasi yang menunggu.",
    )


@probe(
    "isi-lewat-aplikasi",
    nama="Pengumpulan data memakai aplikasi",
    cara="Indikator yang setiap realisasi terlapornya diisi atau diimpor oleh akun pengguna di aplikasi ini.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.6",),
    instansi=("2.b.5",),
    unit_2015=("B.II.14",),
)
def lewat_aplikasi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    def diisi_akun(slot: SlotPantau) -> bool:
        return any(satu.oleh_id is not None for satu in slot.versi)

    semua = _semua_slot(sasaran)
    if semua and not any(diisi_akun(slot) for _, slot in semua):
        return cannot_say(
            f"{DARI_SISTEM}, sehingga cara pengumpulannya tidak terlihat.",
            ambang=ambang,
            perubah="Isi atau impor realisasi dengan akun unit.",
        )
    return count(
        _per_indikator(sasaran, diisi_akun, "tidak diisi akun pengguna"),
        ambang,
        kalimat="indikator diisi akun pengguna di aplikasi ini",
        kosong=TANPA_REALISASI,
        perubah="Isi atau impor realisasi dengan akun unit.",
    )


@probe(
    "ukur-lewat-aplikasi",
    nama="Pengukuran capaian memakai aplikasi",
    cara="Indikator terukur yang capaiannya dihitung aplikasi ini dengan aturan yang sidiknya tersimpan.",
    ambang=HAMPIR_SEMUA,
    unit=("2.b.7",),
    instansi=("2.b.5",),
    unit_2015=("B.II.14",),
)
def dihitung(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for versi in wajib(sasaran):
        baris = capaian_kini(sasaran, versi)
        if baris is not None:
            sidik = baris.aturan_hash
            catatan.append(catat(versi, bool(sidik), f"aturan {sidik[:8]}" if sidik else "tanpa aturan"))
    return count(
        catatan,
        ambang,
        kalimat="capaian dihitung aplikasi ini",
        kosong="Belum ada capaian yang terhitung.",
        perubah="Hitung ulang capaian.",
    )


def _semua_slot(sasaran: SasaranProbe) -> list[Slot]:
    return [satu for versi in wajib(sasaran) for satu in slot_lapor(sasaran, versi)]


def _per_indikator(
    sasaran: SasaranProbe, syarat: Callable[[SlotPantau], bool], kurang: str
) -> list[CatatanProbe]:
    """One record per indicator with a figure: met when each of its due figures meets the condition."""
    catatan = []
    for versi in wajib(sasaran):
        slot = slot_lapor(sasaran, versi)
        if not slot:
            continue
        gagal = [tw for tw, satu in slot if not syarat(satu)]
        keterangan = f"{kurang}: {tulis_triwulan(gagal)}" if gagal else tulis_triwulan([tw for tw, _ in slot])
        catatan.append(catat(versi, not gagal, keterangan))
    return catatan


PROBES = (
    pedoman_ada,
    pimpinan,
    relevan,
    bukti_ada,
    bukti_semasa,
    berkala,
    tepat_waktu,
    berjenjang,
    lewat_aplikasi,
    dihitung,
)
