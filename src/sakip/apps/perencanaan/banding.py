"""Two versions of a plan held side by side: nodes by lineage, their words, indicators, targets and ceilings."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from sakip.apps.perencanaan.ejaan import eja_baris
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perencanaan.selectors.dokumen import (
    SimpulPohon,
    pagu_dokumen,
    pohon_dokumen,
    target_dokumen,
)


class Keadaan(StrEnum):
    SAMA = "sama"
    UBAH = "ubah"
    TAMBAH = "tambah"
    HAPUS = "hapus"


@dataclass(frozen=True, slots=True)
class Potong:
    """A run of words: kept, only in the old wording, or only in the new one."""

    keadaan: Keadaan
    teks: str


@dataclass(frozen=True, slots=True)
class BandingTahun:
    """One year's target or ceiling as text; empty: none."""

    tahun: int
    lama: str
    baru: str

    @property
    def beda(self) -> bool:
        return self.lama != self.baru


@dataclass(frozen=True, slots=True)
class BandingIndikator:
    indikator_id: int
    kode: str
    keadaan: Keadaan
    tahun: tuple[BandingTahun, ...]


@dataclass(frozen=True, slots=True)
class BandingSimpul:
    """One node of either version, at its depth in the newer tree."""

    dalam: int
    keadaan: Keadaan
    lama: Simpul | None
    baru: Simpul | None
    kata: tuple[Potong, ...]
    kode_beda: bool
    pindah: bool
    indikator: tuple[BandingIndikator, ...]
    pagu: tuple[BandingTahun, ...]

    @property
    def simpul(self) -> Simpul:
        """The newer wording where there is one."""
        simpul = self.baru or self.lama
        assert simpul is not None
        return simpul


@dataclass(frozen=True, slots=True)
class IsiVersi:
    """What one version holds, by lineage of its nodes."""

    akar: tuple[SimpulPohon, ...]
    target: Mapping[int, Mapping[int, str]]
    pagu: Mapping[int, Mapping[int, Decimal]]


def load_versi(dokumen: Dokumen) -> IsiVersi:
    """Four queries whatever its size."""
    target = {
        indikator: {tahun: eja_baris(satu) for (tahun, triwulan), satu in isi.items() if triwulan is None}
        for indikator, isi in target_dokumen(dokumen).items()
    }
    return IsiVersi(tuple(pohon_dokumen(dokumen)), target, pagu_dokumen(dokumen))


def compare_versi(lama: IsiVersi, baru: IsiVersi) -> list[BandingSimpul]:
    """Every node of either version: the newer tree in its order, with what was dropped at its old place."""
    dulu = {satu.simpul.asal: (satu, induk) for satu, induk in _walk(lama.akar)}
    kini = {satu.simpul.asal: (satu, induk) for satu, induk in _walk(baru.akar)}
    return [
        _compare(dalam, dulu.get(asal), kini.get(asal), lama, baru)
        for asal, dalam in _order(lama.akar, baru.akar, set(kini))
    ]


def diff_kata(lama: str, baru: str) -> tuple[Potong, ...]:
    """Word by word: what stayed, what went, what came.

    >>> [(p.keadaan.value, p.teks) for p in diff_kata("mutu layanan naik", "mutu pelayanan naik")]
    [('sama', 'mutu'), ('hapus', 'layanan'), ('tambah', 'pelayanan'), ('sama', 'naik')]
    """
    dulu, kini = lama.split(), baru.split()
    hasil: list[Potong] = []
    for jenis, i, j, k, n in SequenceMatcher(a=dulu, b=kini, autojunk=False).get_opcodes():
        if jenis == "equal":
            hasil.append(Potong(Keadaan.SAMA, " ".join(dulu[i:j])))
            continue
        if i < j:
            hasil.append(Potong(Keadaan.HAPUS, " ".join(dulu[i:j])))
        if k < n:
            hasil.append(Potong(Keadaan.TAMBAH, " ".join(kini[k:n])))
    return tuple(hasil)


_Letak = tuple[SimpulPohon, UUID | None]


def _walk(akar: Iterable[SimpulPohon], induk: UUID | None = None) -> Iterable[_Letak]:
    for satu in akar:
        yield satu, induk
        yield from _walk(satu.anak, satu.simpul.asal)


def _order(
    lama: Collection[SimpulPohon], baru: Collection[SimpulPohon], kini: Collection[UUID], dalam: int = 0
) -> Iterable[tuple[UUID, int]]:
    """Children of the newer parent, then those of the older one that are nowhere in the newer version."""
    anak_lama = {satu.simpul.asal: satu.anak for satu in lama}
    for satu in baru:
        yield satu.simpul.asal, dalam
        yield from _order(anak_lama.get(satu.simpul.asal, []), satu.anak, kini, dalam + 1)
    ada = {satu.simpul.asal for satu in baru}
    for satu in lama:
        if satu.simpul.asal not in kini:
            yield satu.simpul.asal, dalam
        # A kept child of a dropped parent stands at its new place; dropped ones follow here.
        if satu.simpul.asal not in ada:
            yield from _order(satu.anak, [], kini, dalam + 1)


def _compare(
    dalam: int, dulu: _Letak | None, kini: _Letak | None, lama: IsiVersi, baru: IsiVersi
) -> BandingSimpul:
    satu, dua = (None if letak is None else letak[0] for letak in (dulu, kini))
    a, b = (None if butir is None else butir.simpul for butir in (satu, dua))
    kata = diff_kata("" if a is None else a.pernyataan, "" if b is None else b.pernyataan)
    indikator = _compare_indikator(satu, dua, lama, baru)
    pagu = _compare_tahun(
        {} if a is None else _as_text(lama.pagu.get(a.pk, {})),
        {} if b is None else _as_text(baru.pagu.get(b.pk, {})),
    )
    kode_beda = a is not None and b is not None and a.kode != b.kode
    pindah = dulu is not None and kini is not None and dulu[1] != kini[1]
    if a is None or b is None:
        keadaan = Keadaan.TAMBAH if a is None else Keadaan.HAPUS
    else:
        beda = (
            len(kata) != 1
            or kode_beda
            or pindah
            or any(i.keadaan is not Keadaan.SAMA for i in indikator)
            or any(p.beda for p in pagu)
        )
        keadaan = Keadaan.UBAH if beda else Keadaan.SAMA
    return BandingSimpul(dalam, keadaan, a, b, kata, kode_beda, pindah, indikator, pagu)


def _compare_indikator(
    lama: SimpulPohon | None, baru: SimpulPohon | None, isi_lama: IsiVersi, isi_baru: IsiVersi
) -> tuple[BandingIndikator, ...]:
    dulu = {} if lama is None else {i.pk: i for i in lama.indikator}
    kini = {} if baru is None else {i.pk: i for i in baru.indikator}
    hasil = []
    for kunci, indikator in {**kini, **dulu}.items():
        tahun = _compare_tahun(
            isi_lama.target.get(kunci, {}) if kunci in dulu else {},
            isi_baru.target.get(kunci, {}) if kunci in kini else {},
        )
        if kunci not in dulu or kunci not in kini:
            keadaan = Keadaan.TAMBAH if kunci in kini else Keadaan.HAPUS
        else:
            keadaan = Keadaan.UBAH if any(satu.beda for satu in tahun) else Keadaan.SAMA
        hasil.append(BandingIndikator(kunci, indikator.kode, keadaan, tahun))
    return tuple(hasil)


def _compare_tahun(lama: Mapping[int, str], baru: Mapping[int, str]) -> tuple[BandingTahun, ...]:
    return tuple(
        BandingTahun(tahun, lama.get(tahun, ""), baru.get(tahun, "")) for tahun in sorted({*lama, *baru})
    )


def _as_text(pagu: Mapping[int, Decimal]) -> dict[int, str]:
    return {tahun: f"{jumlah:,.0f}".replace(",", ".") for tahun, jumlah in pagu.items()}
