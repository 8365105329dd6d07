"""Imports of evaluation sheets that an account may see, and the one that an undo would take back."""

from django.db.models import Q, QuerySet

from sakip.apps.evaluasi.models import Evaluasi
from sakip.platform import wewenang
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.wewenang import Izin

#: Name of this shape among all imports.
BENTUK = "lke"


def impor_visible_to(pengguna: Pengguna) -> QuerySet[Impor]:
    """All of the instansi for who manages its evaluation; else the account's own."""
    milik = Impor.objects.filter(instansi_id=pengguna.instansi_id or 0, bentuk=BENTUK).select_related(
        "instansi", "oleh", "berkas"
    )
    if pengguna.instansi is not None and wewenang.boleh(
        pengguna, Izin.KELOLA_EVALUASI, instansi=pengguna.instansi
    ):
        return milik
    return milik.filter(Q(oleh=pengguna))


def last_applied(evaluasi: Evaluasi) -> Impor | None:
    """The last import into this evaluation that still stands."""
    return (
        Impor.objects.filter(
            instansi_id=evaluasi.instansi_id,
            bentuk=BENTUK,
            status=StatusImpor.DITERAPKAN,
            pilihan__evaluasi=str(evaluasi.uid),
        )
        .order_by("-pada", "-pk")
        .first()
    )
