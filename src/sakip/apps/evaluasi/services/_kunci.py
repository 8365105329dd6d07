"""Locking a sheet, the limits in time, and the words of its audit records."""

from collections.abc import Mapping
from typing import Any

from sakip.apps.evaluasi.galat import JendelaTertutup, StatusTidakSah
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, StatusEvaluasi, TahapLembar
from sakip.apps.evaluasi.selectors.dasar import jendela_tahap, terbuka
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import today


def lock_lembar(lembar: LembarKerja) -> LembarKerja:
    """The sheet as it is now, held until the transaction ends."""
    return (
        LembarKerja.objects.select_for_update(of=("self",))
        .select_related("unit__instansi", "instansi", "evaluasi", "instrumen", "tim")
        .get(pk=lembar.pk)
    )


def lock_evaluasi(evaluasi: Evaluasi) -> Evaluasi:
    return Evaluasi.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=evaluasi.pk)


def require_berjalan(lembar: LembarKerja) -> None:
    """Sheets are worked on while their evaluation runs."""
    if lembar.evaluasi.status != StatusEvaluasi.BERJALAN:
        raise StatusTidakSah(lembar.evaluasi.get_status_display())


def require_jendela(lembar: LembarKerja, tahap: str | None = None) -> None:
    """Raise JendelaTertutup outside the days of a stage (the sheet's present one by default)."""
    dicari = tahap or lembar.tahap
    jendela, hari = jendela_tahap(lembar, dicari), today()
    if jendela is not None and not terbuka(jendela, hari):
        raise JendelaTertutup(str(TahapLembar(dicari).label), jendela.buka, jendela.tutup, hari)


def label_of(lembar: LembarKerja) -> str:
    return f"LKE {lembar.evaluasi.tahun} {lembar.unit.kode}"


def record_lembar(
    lembar: LembarKerja, kata: str, by: Pengguna | None, perubahan: Mapping[str, Any] | None = None
) -> None:
    """One audit record about a sheet; what lies in it has no identity of its own."""
    record(
        aksi=f"evaluasi.{kata}",
        objek=lembar,
        by=by,
        instansi=lembar.instansi,
        label=label_of(lembar),
        perubahan=perubahan,
    )


def record_evaluasi(evaluasi: Evaluasi, kata: str, by: Pengguna | None, perubahan: Mapping[str, Any]) -> None:
    record(
        aksi=f"evaluasi.evaluasi.{kata}",
        objek=evaluasi,
        by=by,
        instansi=evaluasi.instansi,
        label=str(evaluasi),
        perubahan=perubahan,
    )
