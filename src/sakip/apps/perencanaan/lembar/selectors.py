"""Imports of plans that an account may see, and the one that an undo would take back."""

from django.db.models import Q, QuerySet

from sakip.apps.perencanaan.models import Dokumen
from sakip.platform import wewenang
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.wewenang import Izin

#: Name of this shape among all imports.
BENTUK = "rencana"


def impor_visible_to(pengguna: Pengguna) -> QuerySet[Impor]:
    """All of the instansi for who imports for all of it; else the account's own."""
    if pengguna.instansi is None or not wewenang.boleh(pengguna, Izin.IMPOR):
        return Impor.objects.none()
    semua = Impor.objects.filter(instansi=pengguna.instansi, bentuk=BENTUK)
    milik = semua.select_related("instansi", "oleh", "berkas")
    if wewenang.boleh(pengguna, Izin.IMPOR, instansi=pengguna.instansi):
        return milik
    return milik.filter(Q(oleh=pengguna))


def impor_dokumen(dokumen: Dokumen) -> QuerySet[Impor]:
    """Imports into a plan that were applied, the newest first."""
    semua = Impor.objects.filter(
        instansi_id=dokumen.instansi_id, bentuk=BENTUK, pilihan__dokumen=str(dokumen.uid)
    )
    return semua.exclude(status=StatusImpor.PRATINJAU).select_related("oleh").order_by("-pada", "-pk")


def last_applied(dokumen: Dokumen) -> Impor | None:
    """The last import into this plan that still stands."""
    return impor_dokumen(dokumen).filter(status=StatusImpor.DITERAPKAN).first()
