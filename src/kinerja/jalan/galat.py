"""What can be wrong with a question; the message names the place in the input."""

from __future__ import annotations


class GalatJalan(ValueError):
    """The question cannot be answered as it was put; `bidang` is the place in it.

    >>> print(GalatJalan("Upaya tidak boleh negatif.", bidang="biaya 1.a.1"))
    biaya 1.a.1: Upaya tidak boleh negatif.
    """

    def __init__(self, pesan: str, *, bidang: str) -> None:
        """Keep place and words apart, so that a form can put the words beside the field."""
        self.pesan, self.bidang = pesan, bidang
        super().__init__(f"{bidang}: {pesan}")


class TidakSepakat(RuntimeError):
    """HiGHS found a cheaper valid plan than the dynamic program: a defect, never shown as a plan."""
