"""What part of a year does not show: indicators measured once or twice a year, and the last whole year."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.apps.datakinerja.models import Frekuensi
from sakip.apps.pengukuran.bacaan import TIDAK_BERLAKU, Pedoman
from sakip.apps.pengukuran.gulung import merge_sebaran
from sakip.apps.pengukuran.hitung import jatuh_tempo
from sakip.apps.pengukuran.models import Capaian, RekapCapaian
from sakip.platform.dasar import berlaku_pada
from sakip.web.kalimat import build_cakupan
from sakip.web.pengukuran.sebaran import bar_counts
from sakip.web.periode import Periode, PeriodeTersedia


@dataclass(frozen=True, slots=True)
class TahunPenuh:
    """The last year with all of its quarters."""

    periode: Periode
    sebaran: Mapping[str, int]
    cakupan: str


def count_belum_waktunya(
    unit_ids: Collection[int], periode: Periode, tersedia: PeriodeTersedia, pada: date
) -> dict[str, int]:
    """Indicators left out because their time has not come, per frequency. One query."""
    sampai = periode.triwulan or _last_quarter(periode.tahun, tersedia)
    baris = (
        Capaian.objects.filter(
            berlaku_pada(pada, "indikator__versi__"),
            unit_id__in=unit_ids,
            tahun=periode.tahun,
            triwulan=periode.triwulan,
            sebab=TIDAK_BERLAKU,
        )
        .order_by()
        .values_list("indikator__versi__frekuensi")
        .annotate(n=Count("pk", distinct=True))
    )
    return {frekuensi: n for frekuensi, n in baris if not _is_due(frekuensi, periode, sampai)}


def _is_due(frekuensi: str, periode: Periode, sampai: int) -> bool:
    waktu = jatuh_tempo(frekuensi)
    return sampai in waktu if periode.triwulan is not None else min(waktu) <= sampai


def _last_quarter(tahun: int, tersedia: PeriodeTersedia) -> int:
    """How far a year has come; one reported as a whole is at its end."""
    triwulan = [tw for tw in tersedia.terisi.get(tahun, ()) if tw is not None]
    return max(triwulan, default=4)


def build_belum_waktunya(belum: Mapping[str, int]) -> str:
    """In words, the rarest measurement first; empty when nothing waits for its time."""
    bagian = []
    if n := belum.get(Frekuensi.TAHUNAN, 0):
        bagian.append(
            ngettext("%(n)s indikator diukur setahun sekali", "%(n)s indikator diukur setahun sekali", n)
            % {"n": n}
        )
    if n := sum(jumlah for frekuensi, jumlah in belum.items() if frekuensi != Frekuensi.TAHUNAN):
        bagian.append(
            ngettext("%(n)s indikator diukur tiap semester", "%(n)s indikator diukur tiap semester", n)
            % {"n": n}
        )
    if not bagian:
        return ""
    return _("%(bagian)s dan belum waktunya.") % {"bagian": ", ".join(bagian)}


def read_tahun_penuh(
    unit_ids: Collection[int], periode: Periode, tersedia: PeriodeTersedia, pedoman: Pedoman
) -> TahunPenuh | None:
    """The newest whole year up to the page's own, with the figures of the same units. One query."""
    tahun = next((t for t in tersedia.berisi if t <= periode.tahun and _last_quarter(t, tersedia) == 4), None)
    if tahun is None or (tahun == periode.tahun and periode.triwulan is None):
        return None
    rekap = list(RekapCapaian.objects.filter(unit_id__in=unit_ids, tahun=tahun, triwulan__isnull=True))
    if not rekap:
        return None
    return TahunPenuh(
        Periode(tahun),
        bar_counts(merge_sebaran([satu.sebaran for satu in rekap], pedoman)),
        build_cakupan(
            n_terukur=sum(satu.n_terukur for satu in rekap), n_wajib=sum(satu.n_wajib for satu in rekap)
        ),
    )
