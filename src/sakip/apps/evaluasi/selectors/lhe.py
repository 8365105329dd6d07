"""The content of an LHE: read from the sheet while it is a draft, as it was signed afterwards."""

from sakip.apps.evaluasi.models import LHE, LembarKerja
from sakip.apps.evaluasi.selectors.konteks import KonteksLHE, konteks_from, sidik_konteks
from sakip.apps.evaluasi.selectors.susun_lhe import build_konteks

__all__ = ["KonteksLHE", "konteks_from", "konteks_lhe", "lhe_utuh", "sidik_konteks"]


def konteks_lhe(lembar: LembarKerja, lhe: LHE | None = None) -> KonteksLHE:
    """The content as it was signed, else as it stands now. `lhe` spares reading it."""
    if lhe is None:
        lhe = LHE.objects.filter(lembar=lembar).first()
    if lhe is not None and lhe.konteks is not None:
        return konteks_from(lhe.konteks)
    return build_konteks(lembar, lhe or LHE())


def lhe_utuh(lhe: LHE) -> bool:
    """Is a signed LHE still what was signed?"""
    return lhe.konteks is not None and sidik_konteks(lhe.konteks) == lhe.sha256
