"""Imports that an account may see."""

from django.db.models import Q, QuerySet

from sakip.apps.pengukuran.impor.bentuk.pilihan import NAMA_BENTUK
from sakip.platform import wewenang
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.models import Impor
from sakip.platform.wewenang import Izin


def impor_visible_to(pengguna: Pengguna) -> QuerySet[Impor]:
    """All imports of the instansi for who imports for all of it; else the account's own."""
    if pengguna.instansi is None or not wewenang.boleh(pengguna, Izin.IMPOR):
        return Impor.objects.none()
    semua = Impor.objects.filter(instansi=pengguna.instansi, bentuk__in=NAMA_BENTUK)
    milik = semua.select_related("instansi", "oleh", "berkas")
    if wewenang.boleh(pengguna, Izin.IMPOR, instansi=pengguna.instansi):
        return milik
    return milik.filter(Q(oleh=pengguna))
