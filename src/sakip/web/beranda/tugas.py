"""What somebody has to do next: from the calendar and from the states of the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.platform.organisasi.models import Jadwal

PANDANGAN = timedelta(days=45)
MENDESAK = timedelta(days=3)
#: More than two primary buttons would leave nothing primary.
UTAMA_TERBANYAK = 2
_KATA = ("nol", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan", "Sepuluh")


@dataclass(frozen=True, slots=True)
class Tugas:
    """One thing to do. Without a date it is due now."""

    judul: str
    isi: str
    tombol: str
    url: str
    tenggat: date | None = None
    maju: tuple[int, int] | None = None
    utama: bool = False

    def sisa(self, hari_ini: date) -> str:
        if self.tenggat is None:
            return ""
        hari = (self.tenggat - hari_ini).days
        if hari < 0:
            return ngettext("lewat %(n)s hari", "lewat %(n)s hari", -hari) % {"n": -hari}
        if hari == 0:
            return _("hari ini")
        return ngettext("%(n)s hari lagi", "%(n)s hari lagi", hari) % {"n": hari}

    def mendesak(self, hari_ini: date) -> bool:
        return self.tenggat is not None and self.tenggat - hari_ini <= MENDESAK


@dataclass(frozen=True, slots=True)
class TugasTampil:
    tugas: Tugas
    sisa: str
    mendesak: bool
    utama: bool


def arrange_tugas(tugas: Iterable[Tugas], hari_ini: date) -> list[TugasTampil]:
    """Undated things first (they wait already), then by deadline; at most two primary buttons."""
    urut = sorted(tugas, key=lambda t: (t.tenggat is not None, t.tenggat or hari_ini))
    utama = [t for t in urut if t.utama][:UTAMA_TERBANYAK]
    return [TugasTampil(t, t.sisa(hari_ini), t.mendesak(hari_ini), t in utama) for t in urut]


def title_of(tugas: list[TugasTampil]) -> str:
    """The title of the page says how much waits."""
    n = len(tugas)
    if n == 0:
        return _("Tidak ada yang menunggu Anda")
    if n < len(_KATA):
        return _("%(n)s hal menunggu Anda") % {"n": _(_KATA[n])}
    return ngettext("%(n)s hal menunggu Anda", "%(n)s hal menunggu Anda", n) % {"n": n}


def open_windows(jadwal: Iterable[Jadwal], hari_ini: date) -> list[Jadwal]:
    """Windows that are open now or close within the next weeks."""
    return [
        j for j in jadwal if j.tutup >= hari_ini and (j.terbuka(hari_ini) or j.tutup - hari_ini <= PANDANGAN)
    ]


def late_windows(jadwal: Iterable[Jadwal], hari_ini: date) -> list[Jadwal]:
    """Windows that closed in the last weeks."""
    return [j for j in jadwal if j.tutup < hari_ini <= j.tutup + PANDANGAN]
