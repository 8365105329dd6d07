"""Reading the national list of development indicators: by words, and which imports it came from."""

from django.db.models import Q, QuerySet

from sakip.apps.datakinerja.models import KodeIndikatorNasional
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.organisasi.models import Instansi

BENTUK = "kode_nasional"
#: Suggestions given while somebody types.
SARAN = 12


def search_kode_nasional(instansi: Instansi, q: str) -> QuerySet[KodeIndikatorNasional]:
    """Entries with every word in their code or name; none asked gives the whole list."""
    semua = KodeIndikatorNasional.objects.filter(instansi=instansi)
    for kata in q.split()[:8]:
        semua = semua.filter(Q(kode__icontains=kata) | Q(nama__icontains=kata))
    return semua.order_by("kode")


def imports_of_nasional(instansi: Instansi) -> QuerySet[Impor]:
    """The imports into the list, previews too, the latest first."""
    milik = Impor.objects.filter(instansi=instansi, bentuk=BENTUK).select_related(
        "oleh", "instansi", "berkas"
    )
    return milik.order_by("-pada", "-pk")


def last_applied(instansi: Instansi) -> Impor | None:
    """The import that an undo would take back."""
    return imports_of_nasional(instansi).filter(status=StatusImpor.DITERAPKAN).first()
