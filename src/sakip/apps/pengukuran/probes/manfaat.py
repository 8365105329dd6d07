"""Probes of what is done with a result: deviations explained, activities adjusted."""

from collections.abc import Callable
from fractions import Fraction

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.pengukuran.models import RealisasiVersi
from sakip.apps.pengukuran.probes.bahan import (
    BELUM_JATUH_TEMPO,
    capaian,
    catat,
    slot_lapor,
    triwulan_lewat,
    tulis_persen,
    tulis_triwulan,
    wajib,
    with_note,
)
from sakip.apps.pengukuran.selectors import SlotPantau
from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SEBAGIAN_BESAR, cannot_say, count, probe

TIDAK_ADA_SIMPANGAN = "Tidak ada realisasi di bawah target pada triwulan yang jatuh tempo."


@probe(
    "simpangan-dijelaskan",
    nama="Simpangan dari target dijelaskan",
    cara="Realisasi di bawah target yang sebab atau kendalanya terisi.",
    ambang=HAMPIR_SEMUA,
    unit=("3.b.7",),
    instansi=("3.b.8", "3.b.9"),
    unit_2015=("C.II.7",),
)
def dijelaskan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    return with_note(
        _di_bawah_target(
            sasaran,
            ambang,
            lambda satu: bool(satu.sebab.strip() or satu.kendala.strip()),
            kalimat="realisasi di bawah target punya penjelasan sebab atau kendala",
            kurang="belum dijelaskan",
            perubah="Isi sebab atau kendala pada realisasi yang disebut.",
        )
    )


@probe(
    "aktivitas-disesuaikan",
    nama="Aktivitas disesuaikan menurut hasil pengukuran",
    cara="Realisasi di bawah target yang tindak lanjutnya terisi.",
    ambang=SEBAGIAN_BESAR,
    unit=("2.c.6",),
    instansi=("2.c.7",),
    unit_2015=("D.III.12",),
)
def disesuaikan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    return _di_bawah_target(
        sasaran,
        ambang,
        lambda satu: bool(satu.tindak_lanjut.strip()),
        kalimat="realisasi di bawah target punya tindak lanjut",
        kurang="tindak lanjut belum diisi",
        perubah="Isi tindak lanjut pada realisasi yang disebut.",
    )


@probe(
    "laporan-perbaikan",
    nama="Bahan laporan: upaya perbaikan ke depan",
    cara="Indikator di bawah target setahun yang tindak lanjutnya terisi di salah satu realisasinya.",
    ambang=HAMPIR_SEMUA,
    unit=("3.b.9",),
    instansi=("3.b.11",),
)
def perbaikan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = []
    for versi in wajib(sasaran):
        kurang = [slot for _, slot in simpangan(sasaran, versi)]
        if kurang:
            ada = any(slot.terakhir.tindak_lanjut.strip() for slot in kurang)
            catatan.append(catat(versi, ada, "" if ada else "upaya perbaikan belum diisi"))
    return with_note(
        count(
            catatan,
            ambang,
            kalimat="indikator di bawah target mencatat upaya perbaikan",
            kosong=TIDAK_ADA_SIMPANGAN,
            perubah="Isi tindak lanjut indikator yang disebut; laporan mengambilnya dari sana.",
        )
    )


def simpangan(sasaran: SasaranProbe, versi: IndikatorVersi) -> list[tuple[int, SlotPantau]]:
    """Due figures whose achievement stays below the target of their period."""
    hasil = []
    for tw, slot in slot_lapor(sasaran, versi):
        baris = capaian(sasaran).get((versi.indikator_id, sasaran.tahun, slot.realisasi.triwulan))
        if baris is not None and baris.terbatas is not None and baris.terbatas < 100:
            hasil.append((tw, slot))
    return hasil


def _di_bawah_target(
    sasaran: SasaranProbe,
    ambang: Fraction,
    syarat: Callable[[RealisasiVersi], bool],
    *,
    kalimat: str,
    kurang: str,
    perubah: str,
) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = [
        _catat_simpangan(sasaran, versi, tw, slot, "" if syarat(slot.terakhir) else kurang)
        for versi in wajib(sasaran)
        for tw, slot in simpangan(sasaran, versi)
    ]
    return count(catatan, ambang, kalimat=kalimat, kosong=TIDAK_ADA_SIMPANGAN, perubah=perubah)


def _catat_simpangan(
    sasaran: SasaranProbe, versi: IndikatorVersi, triwulan: int, slot: SlotPantau, kurang: str
) -> CatatanProbe:
    baris = capaian(sasaran)[versi.indikator_id, sasaran.tahun, slot.realisasi.triwulan]
    bagian = [tulis_triwulan([triwulan]), f"capaian {tulis_persen(baris)}", *([kurang] if kurang else [])]
    alamat = ("pengukuran:mengapa", {"uid": str(slot.realisasi.uid)}, "")
    return CatatanProbe(versi.nama, not kurang, "; ".join(bagian), alamat)


PROBES = (dijelaskan, disesuaikan, perbaikan)
