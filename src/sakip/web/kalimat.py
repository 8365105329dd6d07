"""Sentences that put the finding into the title of a page."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.apps.pengukuran.bacaan import BELUM, TIDAK_BERLAKU
from sakip.web.periode import Periode

# The two best bands are on track, the two worst are red (design/looks, screen 02).
JALUR = frozenset({"ST", "T"})
MERAH = frozenset({"R", "SR"})


def count_jalur(sebaran: Mapping[str, int]) -> int:
    return sum(n for kode, n in sebaran.items() if kode in JALUR)


def count_merah(sebaran: Mapping[str, int]) -> int:
    return sum(n for kode, n in sebaran.items() if kode in MERAH)


def build_temuan(
    *, sebaran: Mapping[str, int], n_terukur: int, n_wajib: int, periode: Periode, sebagian: bool = False
) -> str:
    """What a reader should remember of a page: how many indicators are on track, how many are red.

    `sebagian`: the time of some has not come, so the count is only of those that are due by now.
    """
    if n_wajib == 0:
        return _("Belum ada indikator untuk %(periode)s") % {"periode": periode.label}
    if n_terukur == 0:
        return _("Belum ada realisasi %(periode)s") % {"periode": periode.label}
    if sebagian:
        kalimat = ngettext(
            "%(jalur)s dari %(wajib)s indikator yang sudah waktunya diukur berada di jalur target",
            "%(jalur)s dari %(wajib)s indikator yang sudah waktunya diukur berada di jalur target",
            n_wajib,
        )
    else:
        kalimat = ngettext(
            "%(jalur)s dari %(wajib)s indikator di jalur target",
            "%(jalur)s dari %(wajib)s indikator di jalur target",
            n_wajib,
        )
    jalur = kalimat % {"jalur": count_jalur(sebaran), "wajib": n_wajib}
    merah = count_merah(sebaran)
    if merah == 0:
        return _("%(jalur)s, tidak ada yang merah") % {"jalur": jalur}
    return _("%(jalur)s, %(merah)s merah") % {"jalur": jalur, "merah": merah}


def build_cakupan(*, n_terukur: int, n_wajib: int) -> str:
    """How much of what is due an average rests on."""
    return ngettext(
        "%(terukur)s dari %(wajib)s indikator terukur",
        "%(terukur)s dari %(wajib)s indikator terukur",
        n_wajib,
    ) % {"terukur": n_terukur, "wajib": n_wajib}


def build_tak_dihitung(sebaran: Mapping[str, int]) -> str:
    """Which indicators an average leaves out; empty when it leaves out none."""
    bagian = []
    if belum := sebaran.get(BELUM, 0):
        bagian.append(
            ngettext("%(n)s indikator belum dilaporkan", "%(n)s indikator belum dilaporkan", belum)
            % {"n": belum}
        )
    if tb := sebaran.get(TIDAK_BERLAKU, 0):
        bagian.append(
            ngettext("%(n)s indikator tidak berlaku", "%(n)s indikator tidak berlaku", tb) % {"n": tb}
        )
    if not bagian:
        return ""
    return _("%(bagian)s; tidak dihitung dalam rata-rata.") % {"bagian": _(" dan ").join(bagian)}


def change_direction(perubahan: Decimal | None) -> str:
    """The direction of a change (naik, turun, tetap); empty when there is nothing to compare with."""
    if perubahan is None:
        return ""
    if perubahan == 0:
        return "tetap"
    return "naik" if perubahan > 0 else "turun"
