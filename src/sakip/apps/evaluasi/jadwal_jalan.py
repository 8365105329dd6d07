"""The quarters in which the steps of a plan are taken."""

from datetime import date, timedelta

TERAKHIR = 4


def last_day(tahun: int, triwulan: int) -> date:
    """The day a quarter ends."""
    if triwulan == TERAKHIR:
        return date(tahun, 12, 31)
    return date(tahun, 3 * triwulan + 1, 1) - timedelta(days=1)
