"""The achievement of one indicator, able to explain itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.capaian import penjelasan
from kinerja.capaian.aturan import AturanCapaian
from kinerja.capaian.skala import Kategori, load_skala
from kinerja.nilai import Nilai
from kinerja.pembulatan import round_value, to_text


@dataclass(frozen=True, slots=True)
class HasilCapaian:
    """Raw and capped achievement in percent with everything needed to retrace it.

    `mentah` is never rounded or capped. `sebab` is the code of the reason when there is no figure.
    Sentences are built when they are read, not when the figure is computed.

    >>> from kinerja.capaian import AturanCapaian, Polaritas, compute_capaian
    >>> h = compute_capaian(
    ...     aturan=AturanCapaian(Polaritas.MIN), target=Decimal("10.90"), realisasi=Decimal("10.21"))
    >>> print(h.cetak, h.kategori.kode, h.langkah[2])
    106.33 ST = 11,59 ÷ 10,90 × 100 = 106,3302…
    """

    aturan: AturanCapaian
    target: Nilai
    realisasi: Nilai
    mentah: Decimal | None
    terbatas: Decimal | None
    sebab: str | None = None
    tanda: tuple[str, ...] = ()
    #: The two numbers the formula used (realisasi, then target or the bound it was held against).
    dipakai: tuple[Decimal, Decimal] | None = None

    @property
    def cetak(self) -> Decimal | None:
        """The capped value, rounded once with the rule's mode."""
        if self.terbatas is None:
            return None
        return round_value(self.terbatas, self.aturan.desimal, self.aturan.pembulatan)

    @property
    def kategori(self) -> Kategori | None:
        """The band of the capped value, judged before rounding."""
        if self.terbatas is None or self.aturan.skala_id is None:
            return None
        return load_skala(self.aturan.skala_id).kategori_for(self.terbatas)

    @property
    def dibatasi(self) -> bool:
        """Whether the cap has lowered the value."""
        return self.mentah is not None and self.mentah != self.terbatas

    @property
    def pesan(self) -> str | None:
        """Why there is no figure, and what to do about it; None when there is one."""
        return penjelasan.build_pesan(self)

    @property
    def langkah(self) -> tuple[str, ...]:
        """Formula, numbers filled in, result, cap, rounding: one line each."""
        return penjelasan.build_langkah(self)

    @property
    def catatan(self) -> tuple[str, ...]:
        """What a reader should know about this figure, one sentence for each flag."""
        return penjelasan.build_catatan(self)

    @property
    def masukan(self) -> dict[str, Nilai]:
        """The two values the computation started from."""
        return {"target": self.target, "realisasi": self.realisasi}

    @property
    def sumber(self) -> str:
        """Where the rule comes from."""
        return self.aturan.sumber

    def __str__(self) -> str:
        """One Indonesian sentence."""
        return penjelasan.build_kalimat(self)

    def to_dict(self) -> dict[str, object]:
        """JSON-able data, numbers as exact text."""
        kategori = self.kategori
        return {
            "capaian": _text(self.mentah),
            "capaian_terbatas": _text(self.terbatas),
            "cetak": None if self.cetak is None else f"{self.cetak:f}",
            "kategori": None if kategori is None else {"kode": kategori.kode, "nama": kategori.nama},
            "sebab": self.sebab,
            "pesan": self.pesan,
            "tanda": list(self.tanda),
            "catatan": list(self.catatan),
            "langkah": list(self.langkah),
            "masukan": {nama: nilai.teks for nama, nilai in self.masukan.items()},
            "aturan": self.aturan.to_dict(),
            "aturan_hash": self.aturan.hash(),
            "sumber": self.sumber,
            "penjelasan": str(self),
        }


def _text(nilai: Decimal | None) -> str | None:
    return None if nilai is None else to_text(nilai)
