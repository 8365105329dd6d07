"""The year and quarter a page speaks of, as they stand in its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

ROMAWI = ("", "I", "II", "III", "IV")
SETAHUN = "setahun"


def name_triwulan(triwulan: int) -> str:
    """A quarter in short: TW III, in English Q3."""
    return _("TW %(romawi)s") % {"romawi": ROMAWI[triwulan], "n": triwulan}


@dataclass(frozen=True, slots=True)
class Periode:
    """One year, or the part of it up to the end of a quarter."""

    tahun: int
    triwulan: int | None = None

    @property
    def tahun_teks(self) -> str:
        """The year as text: templates would group its digits."""
        return str(self.tahun)

    @property
    def pendek(self) -> str:
        """What the switch between periods says."""
        return _("Setahun") if self.triwulan is None else name_triwulan(self.triwulan)

    @property
    def tw(self) -> str:
        """The quarter as the address writes it."""
        return SETAHUN if self.triwulan is None else str(self.triwulan)

    @property
    def kueri(self) -> str:
        return urlencode({"tahun": self.tahun, "tw": self.tw})

    @property
    def singkat(self) -> str:
        """TW III or 2026: fits above a column."""
        return str(self.tahun) if self.triwulan is None else name_triwulan(self.triwulan)

    @property
    def label(self) -> str:
        if self.triwulan is None:
            return _("tahun %(tahun)s") % {"tahun": self.tahun}
        return _("Triwulan %(tw)s %(tahun)s") % {"tw": ROMAWI[self.triwulan], "tahun": self.tahun}

    @property
    def keadaan(self) -> str:
        """The line below a title: what the figures are the state of."""
        if self.triwulan is None:
            return _("Keadaan sepanjang tahun %(tahun)s") % {"tahun": self.tahun}
        return _("Keadaan sampai Triwulan %(tw)s %(tahun)s") % {
            "tw": ROMAWI[self.triwulan],
            "tahun": self.tahun,
        }

    def sebelumnya(self) -> "Periode":
        """What a change is measured against: the quarter before, or the year before."""
        if self.triwulan is None or self.triwulan == 1:
            return Periode(self.tahun - 1, None if self.triwulan is None else 4)
        return Periode(self.tahun, self.triwulan - 1)


@dataclass(frozen=True, slots=True)
class PeriodeTersedia:
    """Which years can be opened (the first is the one shown unasked), and what is filled in them."""

    tahun: tuple[int, ...]
    terisi: Mapping[int, frozenset[int | None]]

    @property
    def pilihan(self) -> tuple[int, ...]:
        """The years in the order of a list."""
        return tuple(sorted(self.tahun, reverse=True))

    @property
    def berisi(self) -> tuple[int, ...]:
        """Years that hold at least one figure, newest first."""
        return tuple(t for t in self.pilihan if self.terisi.get(t))

    def bawaan(self, tahun: int) -> Periode:
        """The period shown when none is asked for: the last quarter, or the year once that is the fourth.

        A year without any quarter was reported as a whole.
        """
        terisi: frozenset[int | None] = self.terisi.get(tahun, frozenset())
        triwulan = [tw for tw in terisi if tw is not None]
        if 4 in triwulan or not triwulan:
            return Periode(tahun)
        return Periode(tahun, max(triwulan))


def choices_of(tahun: int) -> list[Periode]:
    """The quarters of a year, then the whole."""
    return [Periode(tahun, tw) for tw in (1, 2, 3, 4, None)]


def read_periode(kueri: Mapping[str, str], tersedia: PeriodeTersedia) -> Periode:
    """The period of an address; what is missing or unreadable falls back to the newest figures."""
    tahun = _tahun(kueri.get("tahun", ""), tersedia)
    tw = kueri.get("tw", "")
    if tw == SETAHUN:
        return Periode(tahun)
    if tw in {"1", "2", "3", "4"}:
        return Periode(tahun, int(tw))
    return tersedia.bawaan(tahun)


def _tahun(teks: str, tersedia: PeriodeTersedia) -> int:
    if teks.isascii() and teks.isdecimal() and len(teks) == 4 and int(teks) >= 1990:
        return int(teks)
    return tersedia.tahun[0]
