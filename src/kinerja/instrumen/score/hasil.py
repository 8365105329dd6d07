"""A score that can say how each of its figures came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from kinerja.instrumen.angka import to_cetak, to_exact
from kinerja.instrumen.model import HasilAkhir, Instrumen, Predikat
from kinerja.instrumen.predikat import grade_for
from kinerja.instrumen.score.rencana import Poin, Rencana

if TYPE_CHECKING:
    from kinerja.instrumen.gabungan import HasilGabungan
    from kinerja.instrumen.syarat import TemuanSyarat

BELUM_ADA = "–"


@dataclass(slots=True)
class Tabel:
    """Points per node in units of 1/penyebut: so far, lowest, highest, and the weight taken out."""

    kini: list[Poin | None]
    bawah: list[Poin]
    atas: list[Poin]
    lepas: list[Poin]
    belum: list[str] = field(default_factory=list)
    #: Points before a multiplier, for the few items that have one.
    mentah: dict[int, Poin | None] = field(default_factory=dict)

    @classmethod
    def kosong(cls, n: int) -> Tabel:
        """A table of n nodes."""
        return cls([None] * n, [0] * n, [0] * n, [0] * n)


class HasilSkor:
    """The score of one sheet. `total`, `komponen` and `sub` are what has been earned so far.

    While answers are missing `predikat` is None and `kisaran` tells what the total can still become.
    """

    def __init__(
        self,
        instrumen: Instrumen,
        rencana: Rencana,
        tabel: Tabel,
        jawaban: Mapping[str, object],
        entitas: str | None = None,
    ) -> None:
        """Turn the points of the table into exact fractions."""
        self.instrumen, self.jawaban, self.entitas = instrumen, jawaban, entitas
        self._rencana, self._tabel = rencana, tabel
        # Leaves with a multiplier are scored late; what is missing is told in the order of the sheet.
        belum = tabel.belum
        if len(belum) > 1:
            belum = sorted(belum, key=rencana.nomor.__getitem__)
        self.belum: tuple[str, ...] = tuple(belum)
        kini = tabel.kini
        self.total: Fraction | None = self._figure(kini[rencana.akar], instrumen.bobot)
        self.komponen: Mapping[str, Fraction | None] = {
            kode: self._figure(kini[n], w)
            for (kode, n), w in zip(rencana.komponen, rencana.bobot_komponen, strict=True)
        }
        self.sub: Mapping[str, Fraction | None] = {
            kode: self._figure(kini[n], w) for kode, n, w in rencana.sub
        }
        self.gabungan: HasilGabungan | None = None
        self.keterangan: Mapping[str, str] = {}

    def _figure(self, poin: Poin | None, bobot: Fraction) -> Fraction | None:
        if poin is None:
            return None
        nilai = Fraction(poin, self._rencana.penyebut)
        return nilai / bobot if self.instrumen.hasil is HasilAkhir.RATA and bobot else nilai

    @cached_property
    def kisaran(self) -> tuple[Fraction, Fraction]:
        """The lowest and highest total still possible."""
        akar, bobot = self._rencana.akar, self.instrumen.bobot
        rendah = self._figure(self._tabel.bawah[akar], bobot)
        tinggi = self._figure(self._tabel.atas[akar], bobot)
        assert rendah is not None
        assert tinggi is not None
        return rendah, tinggi

    def take_total(self, lain: HasilSkor, keterangan: Mapping[str, str]) -> None:
        """Report another reckoning's total, in its own words; the lowest level stays as it is."""
        self.total, self.komponen, self.keterangan = lain.total, lain.komponen, keterangan
        self.kisaran = lain.kisaran

    @property
    def lengkap(self) -> bool:
        """Whether nothing is missing."""
        return not self.belum

    @property
    def total_cetak(self) -> str:
        """The total rounded once, in Indonesian form; a dash while nothing has been answered."""
        cetak = self.instrumen.cetak
        return BELUM_ADA if self.total is None else to_cetak(self.total, cetak.desimal, cetak.mode)

    @cached_property
    def predikat(self) -> Predikat | None:
        """The band of the total, None while anything is missing."""
        if self.belum or self.total is None:
            return None
        if self.gabungan is not None:
            return self.gabungan.predikat
        from kinerja.instrumen.syarat import met_syarat

        syarat = met_syarat(self.instrumen, self.nilai_butir) if self._rencana.bersyarat else None
        return grade_for(self.instrumen, self.total, syarat=syarat)

    def nilai_butir(self, kode: str) -> Fraction | None:
        """The value of an answered item before its weight (grade 70 of 100 is 7/10), None if unanswered."""
        n = self._rencana.nomor[kode]
        poin = self._tabel.mentah.get(n, self._tabel.kini[n])
        daun = self._rencana.per_nomor[n]
        return None if poin is None or not daun.bobot_poin else Fraction(poin) / daun.bobot_poin

    def poin(self, kode: str) -> Fraction | None:
        """What any node has earned so far, None while nothing of it is answered."""
        poin = self._tabel.kini[self._rencana.nomor[kode]]
        return None if poin is None else Fraction(poin, self._rencana.penyebut)

    def kisaran_butir(self, kode: str) -> tuple[Fraction, Fraction]:
        """What a node can still become, in points."""
        n, d = self._rencana.nomor[kode], self._rencana.penyebut
        return Fraction(self._tabel.bawah[n], d), Fraction(self._tabel.atas[n], d)

    def bobot(self, kode: str) -> Fraction:
        """The weight of a node in the whole, also where a mean shares it."""
        return self._rencana.bobot[kode]

    def counts(self, kode: str) -> bool:
        """Whether the item is part of the reckoning; criteria that only inform are not."""
        return kode in self._rencana.nomor

    def jawaban_untuk(self, kode: str) -> object:
        """The answer of an item as it was given, None when there is none."""
        return self.jawaban.get(kode)

    def dikecualikan(self, kode: str) -> bool:
        """Whether the node was taken out of the reckoning."""
        return bool(self._tabel.lepas[self._rencana.nomor[kode]])

    @cached_property
    def temuan(self) -> tuple[TemuanSyarat, ...]:
        """Answers that contradict each other by the control rules; they change no score."""
        from kinerja.instrumen.syarat import check_syarat

        return check_syarat(self.instrumen, self.nilai_butir)

    def jelaskan(self, kode: str = "total") -> str:
        """How a figure came about, in words."""
        from kinerja.instrumen.score.jelas import explain

        return explain(self, kode)

    def to_dict(self) -> dict[str, object]:
        """The figures as the command line prints them: exact texts, None where nothing is known."""
        return {
            "total": _exact(self.total),
            "total_cetak": None if self.total is None else self.total_cetak,
            "predikat": None if self.predikat is None else self.predikat.kode,
            "komponen": {k: _exact(v) for k, v in self.komponen.items()},
            "sub": {k: _exact(v) for k, v in self.sub.items()},
            "belum": list(self.belum),
            "kisaran": [to_exact(n) for n in self.kisaran],
        }


def _exact(nilai: Fraction | None) -> str | None:
    return None if nilai is None else to_exact(nilai)
