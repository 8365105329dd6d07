"""Budget and what was spent of it, per programme; what was not reported stays unreported."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from kinerja.pembulatan import KONTEKS
from sakip.apps.pengukuran.bacaan import BarisAnggaran
from sakip.apps.pengukuran.models import Anggaran
from sakip.apps.perencanaan.models import JenisSimpul, StatusDokumen
from sakip.platform.organisasi.models import Unit

SELURUH_UNIT = "Seluruh unit"


def anggaran_unit(
    *,
    unit: Unit,
    tahun: int,
    triwulan: int | None = None,
    tingkat: Collection[str] = (JenisSimpul.PROGRAM,),
) -> list[BarisAnggaran]:
    """One row per node of the plans in force, then that of the whole unit when it was given; one query."""
    baris = (
        Anggaran.objects.filter(unit=unit, tahun=tahun)
        .select_related("simpul__dokumen")
        .order_by("simpul__urutan", "simpul_id", "triwulan")
    )
    kelompok: dict[int | None, list[Anggaran]] = {}
    for satu in baris:
        simpul = satu.simpul
        if simpul is None or (simpul.jenis in tingkat and simpul.dokumen.status == StatusDokumen.BERLAKU):
            kelompok.setdefault(satu.simpul_id, []).append(satu)
    unit_sendiri = kelompok.pop(None, None)
    hasil = [_gabung(isi, triwulan) for isi in kelompok.values()]
    return hasil if unit_sendiri is None else [*hasil, _gabung(unit_sendiri, triwulan)]


def total_anggaran(baris: Sequence[BarisAnggaran]) -> BarisAnggaran | None:
    """The whole: the unit's own row where one was given, else the sum of its programmes."""
    for satu in baris:
        if satu.simpul is None:
            return satu
    if not baris:
        return None
    realisasi = _sum(satu.realisasi for satu in baris)
    pagu = _sum(satu.pagu for satu in baris)
    berlaku = _sum(satu.pagu_berlaku for satu in baris)
    perubahan = berlaku if any(satu.pagu_perubahan is not None for satu in baris) else None
    kosong = sorted({tw for satu in baris for tw in satu.triwulan_kosong})
    return BarisAnggaran(
        None, SELURUH_UNIT, "", pagu, perubahan, realisasi, serapan(realisasi, berlaku), tuple(kosong)
    )


def serapan(realisasi: Decimal | None, pagu: Decimal | None) -> Decimal | None:
    """Percentage of the budget that was spent; a budget of nothing has none."""
    if realisasi is None or pagu is None or pagu == 0:
        return None
    return KONTEKS.multiply(KONTEKS.divide(realisasi, pagu), Decimal(100))


def _gabung(isi: Sequence[Anggaran], triwulan: int | None) -> BarisAnggaran:
    tahunan = next((satu for satu in isi if satu.triwulan is None), None)
    kuartal = {satu.triwulan: satu for satu in isi if satu.triwulan is not None}
    pagu = _latest("pagu", tahunan, kuartal, triwulan)
    perubahan = _latest("pagu_perubahan", tahunan, kuartal, triwulan)
    realisasi, kosong = _realisasi_sampai(kuartal, triwulan or 4)
    if triwulan is None and tahunan is not None and tahunan.realisasi is not None:
        realisasi, kosong = tahunan.realisasi, ()
    simpul = isi[0].simpul
    return BarisAnggaran(
        simpul=simpul,
        nama=SELURUH_UNIT if simpul is None else simpul.pernyataan,
        jenis="" if simpul is None else simpul.jenis,
        pagu=pagu,
        pagu_perubahan=perubahan,
        realisasi=realisasi,
        serapan=serapan(realisasi, pagu if perubahan is None else perubahan),
        triwulan_kosong=kosong,
    )


def _latest(
    bidang: str, tahunan: Anggaran | None, kuartal: dict[int, Anggaran], triwulan: int | None
) -> Decimal | None:
    """The year's ceiling, else the last one that a quarter gave."""
    calon = [kuartal[tw] for tw in sorted(kuartal) if triwulan is None or tw <= triwulan]
    urut = [*([tahunan] if tahunan is not None else []), *reversed(calon)]
    return next((nilai for satu in urut if (nilai := getattr(satu, bidang)) is not None), None)


def _realisasi_sampai(kuartal: dict[int, Anggaran], sampai: int) -> tuple[Decimal | None, tuple[int, ...]]:
    """Spending up to a quarter, with the quarters that reported none."""
    ada = {tw: satu.realisasi for tw, satu in kuartal.items() if tw <= sampai and satu.realisasi is not None}
    kosong = tuple(tw for tw in range(1, sampai + 1) if tw not in ada)
    if not ada:
        return None, kosong
    terakhir = max(ada)
    if kuartal[terakhir].kumulatif:
        return ada[terakhir], tuple(tw for tw in kosong if tw > terakhir)
    return sum(ada.values(), Decimal(0)), kosong


def _sum(nilai: Iterable[Decimal | None]) -> Decimal | None:
    ada = [satu for satu in nilai if satu is not None]
    return sum(ada, Decimal(0)) if ada else None
