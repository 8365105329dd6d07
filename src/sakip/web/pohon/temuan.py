"""Findings of one condition of a tree. The rules and their answers are the app's."""

from sakip.apps.perencanaan.checks import temuan_pohon
from sakip.apps.perencanaan.models import PohonSimpul
from sakip.platform.temuan.model import TemuanTerpasang


def temuan_simpul(simpul: PohonSimpul) -> list[TemuanTerpasang]:
    """The findings that stand on one condition, acknowledged ones too."""
    return [satu for satu in temuan_pohon(simpul.pohon) if satu.simpul_uid == str(simpul.uid)]
