"""Imports of sheets that an account may see, and the one that an undo would take back."""

from django.db.models import Q, QuerySet

from sakip.apps.perencanaan.lembar.macam import Macam
from sakip.platform import wewenang
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.wewenang import Izin

#: Names of these kinds of sheet among all imports.
BENTUK = ("rencana", "iku", "pohon", "riwayat")


def impor_visible_to(pengguna: Pengguna) -> QuerySet[Impor]:
    """All of the instansi for who imports for all of it; else the account's own."""
    if pengguna.instansi is None or not wewenang.boleh(pengguna, Izin.IMPOR):
        return Impor.objects.none()
    semua = Impor.objects.filter(instansi=pengguna.instansi, bentuk__in=BENTUK)
    milik = semua.select_related("instansi", "oleh", "berkas")
    if wewenang.boleh(pengguna, Izin.IMPOR, instansi=pengguna.instansi):
        return milik
    return milik.filter(Q(oleh=pengguna))


def impor_of(macam: Macam) -> QuerySet[Impor]:
    """Imports of one kind into one row that were applied, the newest first."""
    semua = Impor.objects.filter(
        instansi_id=macam.instansi.pk, bentuk=macam.bentuk, **{f"pilihan__{macam.kunci}": macam.uid}
    )
    return semua.exclude(status=StatusImpor.PRATINJAU).select_related("oleh").order_by("-pada", "-pk")


def last_applied(macam: Macam) -> Impor | None:
    """The last import that still stands."""
    return impor_of(macam).filter(status=StatusImpor.DITERAPKAN).first()
