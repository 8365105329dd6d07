"""When an agreement has to be signed."""

from datetime import date

#: 53/2014 Lamp. I.C.2: at most one month after the budget document is ratified.
BULAN_SESUDAH_DPA = 1


def add_months(tanggal: date, bulan: int) -> date:
    """The same day a number of months later, or the last day of that month when it has no such day."""
    tahun, nol = divmod(tanggal.year * 12 + tanggal.month - 1 + bulan, 12)
    for hari in (tanggal.day, 30, 29):
        try:
            return date(tahun, nol + 1, hari)
        except ValueError:
            continue
    return date(tahun, nol + 1, 28)
