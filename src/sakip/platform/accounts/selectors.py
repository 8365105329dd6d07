"""Reading accounts and who holds which post."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from sakip.platform.accounts.models import Pengguna, Penugasan
from sakip.platform.organisasi.models import Instansi, Jabatan, JabatanVersi


def pengguna_of(instansi: Instansi, *, kata: str = "", aktif: bool | None = None) -> QuerySet[Pengguna]:
    """The accounts of one instansi, by name; `kata` looks in user name, shown name and e-mail."""
    pengguna = Pengguna.objects.filter(instansi=instansi).order_by("username")
    if kata:
        pengguna = pengguna.filter(
            Q(username__icontains=kata) | Q(sebutan__icontains=kata) | Q(email__icontains=kata)
        )
    return pengguna if aktif is None else pengguna.filter(is_active=aktif)


def penugasan_pada(instansi: Instansi, pada: date) -> QuerySet[Penugasan]:
    """Who holds which post on a day."""
    return (
        Penugasan.objects.pada(pada)
        .filter(instansi=instansi)
        .select_related("pengguna", "jabatan")
        .order_by("jabatan__kode", "berlaku_mulai")
    )


def penugasan_of(jabatan: Jabatan) -> QuerySet[Penugasan]:
    """All holders of a post, newest first."""
    return jabatan.penugasan.select_related("pengguna").order_by("-berlaku_mulai")


def jabatan_of_pengguna(pengguna: Pengguna, pada: date) -> list[Penugasan]:
    """The posts an account holds on a day, each with the version of the post in force."""
    versi = Prefetch("jabatan__versi", JabatanVersi.objects.pada(pada), to_attr="versi_berlaku")
    return list(
        Penugasan.objects.pada(pada)
        .filter(pengguna=pengguna)
        .select_related("jabatan")
        .prefetch_related(versi)
        .order_by("jenis", "jabatan__kode")
    )
