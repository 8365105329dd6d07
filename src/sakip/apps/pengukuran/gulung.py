"""Rolling achievements up: indikator -> sasaran -> unit -> instansi, by the instansi's own rule."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.agregasi import CaraAgregasi, HasilAgregasi, Simpul, aggregate_pohon
from kinerja.capaian import HasilCapaian
from sakip.apps.pengukuran.bacaan import BELUM, TIDAK_BERLAKU, Pedoman

TINGKAT_INDIKATOR = "indikator"


def group_simpul(kode: str, nama: str, jenis: str, anak: Sequence[tuple[str, str, HasilCapaian]]) -> Simpul:
    """A node of the plan over its indicators (key, name, achievement); what does not apply is not due."""
    daun = tuple(
        Simpul(satu, nama_anak, capaian=hasil)
        for satu, nama_anak, hasil in anak
        if hasil.sebab != TIDAK_BERLAKU
    )
    return Simpul(kode, nama, jenis or "kelompok", anak=daun)


def roll_up(kode: str, nama: str, kelompok: Sequence[Simpul], pedoman: Pedoman) -> HasilAgregasi:
    """The figure of a unit from its groups; each group's own figure is in `anak`, in the same order."""
    return aggregate_pohon(
        Simpul(kode, nama, "unit", anak=tuple(kelompok)),
        cara=CaraAgregasi(pedoman.cara.value),
        skala_id=pedoman.skala.id,
    )


def roll_up_instansi(
    kode: str, nama: str, unit: Sequence[tuple[str, str, Decimal | None, int, int]], pedoman: Pedoman
) -> HasilAgregasi:
    """The figure of an instansi from its units (key, name, mean, n measured, n due).

    A flat mean over all indicators is the mean of the units weighted by their measured indicators.
    """
    cara = CaraAgregasi(pedoman.cara.value)
    datar = cara is CaraAgregasi.DATAR
    daun = tuple(
        Simpul(satu, nama_unit, capaian=rata, bobot=Decimal(n) if datar else None)
        for satu, nama_unit, rata, n, wajib in unit
        if wajib
    )
    hasil = aggregate_pohon(
        Simpul(kode, nama, "instansi", anak=daun),
        cara=CaraAgregasi.BERJENJANG if datar else cara,
        skala_id=pedoman.skala.id,
    )
    n_terukur, n_wajib = sum(satu[3] for satu in unit), sum(satu[4] for satu in unit)
    return replace(hasil, cara=cara, n_dihitung=n_terukur, n_wajib=n_wajib)


def count_sebaran(hasil: Iterable[HasilCapaian], pedoman: Pedoman) -> dict[str, int]:
    """Indicators per band, then those without a figure and those that do not apply."""
    hitung = Counter(_keranjang(satu) for satu in hasil)
    kunci = [*(kategori.kode for kategori in pedoman.skala.kategori), BELUM, TIDAK_BERLAKU]
    return {satu: hitung[satu] for satu in kunci}


def merge_sebaran(sebaran: Iterable[Mapping[str, int]], pedoman: Pedoman) -> dict[str, int]:
    jumlah: Counter[str] = Counter()
    for satu in sebaran:
        jumlah.update(satu)
    kunci = [*(kategori.kode for kategori in pedoman.skala.kategori), BELUM, TIDAK_BERLAKU]
    return {satu: jumlah[satu] for satu in kunci}


def _keranjang(hasil: HasilCapaian) -> str:
    kategori = hasil.kategori
    if kategori is not None:
        return kategori.kode
    return TIDAK_BERLAKU if hasil.sebab == TIDAK_BERLAKU else BELUM
