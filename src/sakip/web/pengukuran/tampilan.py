"""Rows of the overview and of the budget, ready to be shown."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.apps.pengukuran.bacaan import BarisAnggaran, RekapUnit
from sakip.web.kalimat import change_direction
from sakip.web.pengukuran.alamat import url_rata_unit
from sakip.web.pengukuran.saringan import change_of, trend_of
from sakip.web.pengukuran.sebaran import bar_counts
from sakip.web.periode import Periode


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One unit in the overview. The rank counts all measured units, whatever is filtered.

    The Pemda stands beside its units and has none.
    """

    rekap: RekapUnit
    peringkat: int | None
    url: str
    url_rata: str

    @property
    def perubahan(self) -> Decimal | None:
        return change_of(self.rekap)

    @property
    def arah(self) -> str:
        return change_direction(self.perubahan)

    @property
    def selisih(self) -> Decimal | None:
        return None if self.perubahan is None else abs(self.perubahan)

    @property
    def sebaran(self) -> dict[str, int]:
        return bar_counts(self.rekap.sebaran)

    @property
    def tren(self) -> list[Decimal | None]:
        return trend_of([*(nilai for _tahun, nilai in self.rekap.tren), self.rekap.rata])

    @property
    def tren_label(self) -> list[str]:
        return [*(str(tahun) for tahun, _nilai in self.rekap.tren), _("periode ini")]

    @property
    def lengkap(self) -> bool:
        return self.rekap.n_wajib > 0 and self.rekap.n_terukur == self.rekap.n_wajib


def build_baris_rekap(
    semua: Collection[RekapUnit], tampil: Iterable[RekapUnit], periode: Periode
) -> list[BarisRekap]:
    urut: Sequence[Decimal | None] = sorted((u.rata for u in semua if u.rata is not None), reverse=True)
    return [
        BarisRekap(
            rekap=u,
            # Equal averages share a rank.
            peringkat=urut.index(u.rata) + 1 if u.rata in urut else None,
            url=f"{reverse('pengukuran:unit', args=[u.unit.uid])}?{periode.kueri}",
            url_rata=url_rata_unit(u.unit, periode),
        )
        for u in tampil
    ]


@dataclass(frozen=True, slots=True)
class BarisAnggaranTampil:
    anggaran: BarisAnggaran
    dalam: int


_DALAM = {"program": 0, "kegiatan": 1, "sub_kegiatan": 2}


def build_baris_anggaran(baris: Iterable[BarisAnggaran]) -> list[BarisAnggaranTampil]:
    return [BarisAnggaranTampil(b, _DALAM.get(b.jenis, 0)) for b in baris if b.simpul is not None]
