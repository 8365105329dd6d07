"""Are the stored scores the computed ones?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import HasilLembar, LembarKerja
from sakip.apps.evaluasi.policies import require_kelola
from sakip.apps.evaluasi.selectors.dasar import hasil_of, load_peta_satu
from sakip.apps.evaluasi.services._hasil import SEMUA_TAHAP, build_hasil, same_hasil, write_hasil
from sakip.apps.evaluasi.services._kunci import record_lembar
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi, Unit


@dataclass(frozen=True, slots=True)
class BedaHasil:
    """One stored score that is not the computed one; `bidang` names the columns that differ."""

    unit: str
    tahun: int
    tahap: str
    tersimpan: str | None
    dihitung: str | None
    bidang: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaporanHasil:
    """How many scores were compared, and which differ."""

    diperiksa: int
    beda: tuple[BedaHasil, ...]
    ditulis: bool


@transaction.atomic
def recompute_hasil(
    *,
    instansi: Instansi,
    by: Pengguna | None,
    unit: Unit | None = None,
    tahun: int | None = None,
    tulis: bool = False,
) -> LaporanHasil:
    """Compute the scores of all stages again and compare; with `tulis` put the stored ones right."""
    require_kelola(by, instansi)
    lembar = LembarKerja.objects.filter(instansi=instansi).select_related(
        "unit", "instansi", "evaluasi", "instrumen"
    )
    if unit is not None:
        lembar = lembar.filter(unit=unit)
    if tahun is not None:
        lembar = lembar.filter(evaluasi__tahun=tahun)
    diperiksa, beda = 0, list[BedaHasil]()
    for satu in lembar.order_by("evaluasi__tahun", "unit__kode"):
        n, milik = _compare(satu, tulis=tulis, by=by)
        diperiksa, beda = diperiksa + n, beda + milik
    return LaporanHasil(diperiksa, tuple(beda), ditulis=tulis and bool(beda))


def _compare(lembar: LembarKerja, *, tulis: bool, by: Pengguna | None) -> tuple[int, list[BedaHasil]]:
    instrumen, peta = muat_instrumen(lembar.instrumen), load_peta_satu(lembar)
    tersimpan: Mapping[str, HasilLembar] = hasil_of([lembar.pk]).get(lembar.pk, {})
    n, beda = 0, []
    for tahap in SEMUA_TAHAP:
        dihitung, ada = build_hasil(lembar, instrumen, peta, tahap), tersimpan.get(tahap)
        if dihitung is None and ada is None:
            continue
        n += 1
        bidang = ("total",) if dihitung is None or ada is None else same_hasil(ada, dihitung)
        if bidang:
            beda.append(
                BedaHasil(
                    unit=lembar.unit.kode,
                    tahun=lembar.evaluasi.tahun,
                    tahap=tahap,
                    tersimpan=None if ada is None else ada.total,
                    dihitung=None if dihitung is None else dihitung.total,
                    bidang=bidang,
                )
            )
    if beda and tulis:
        write_hasil(lembar, instrumen, peta)
        record_lembar(lembar, "hasil.dihitung_ulang", by, {s.tahap: [s.tersimpan, s.dihitung] for s in beda})
    return n, beda
