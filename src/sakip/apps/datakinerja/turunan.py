"""The registry of derived figures, under the name by which the cycle's apps know it."""

from sakip.platform.turunan import Penghitung, Perubahan, announce, hold_turunan, install

__all__ = ["Penghitung", "Perubahan", "announce", "hold_turunan", "install"]
