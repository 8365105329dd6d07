"""Remarks on a condition: added by any reader of the plan who may write or verify, settled, never deleted."""

from django.db import transaction
from django.utils import timezone

from sakip.apps.perencanaan.galat_pohon import KomentarSelesai
from sakip.apps.perencanaan.models import KomentarPohon, PohonSimpul
from sakip.apps.perencanaan.policies import require_komentar
from sakip.apps.perencanaan.services._dasar import require_text
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record


@transaction.atomic
def add_komentar(*, simpul: PohonSimpul, isi: str, by: Pengguna | None) -> KomentarPohon:
    require_komentar(by, simpul.pohon, simpul)
    bersih = isi.strip()
    require_text(bersih, "isi")
    komentar = KomentarPohon.objects.create(
        instansi_id=simpul.instansi_id,
        simpul=simpul,
        isi=bersih,
        oleh="" if by is None else str(by),
        pada=timezone.now(),
    )
    _record("komentar", simpul, by, bersih)
    return komentar


@transaction.atomic
def settle_komentar(*, komentar: KomentarPohon, by: Pengguna | None) -> KomentarPohon:
    """Say that a remark was dealt with; who settles it is kept."""
    semua = KomentarPohon.objects.select_for_update(of=("self",)).select_related(
        "simpul__pohon__unit", "simpul__pohon__instansi", "simpul__pemilik_unit"
    )
    terkunci = semua.get(pk=komentar.pk)
    require_komentar(by, terkunci.simpul.pohon, terkunci.simpul)
    if terkunci.selesai_pada is not None:
        raise KomentarSelesai
    terkunci.selesai_oleh = "sistem" if by is None else str(by)
    terkunci.selesai_pada = timezone.now()
    terkunci.save(update_fields=["selesai_oleh", "selesai_pada"])
    _record("komentar_selesai", terkunci.simpul, by, terkunci.isi)
    return terkunci


def _record(aksi: str, simpul: PohonSimpul, by: Pengguna | None, isi: str) -> None:
    record(
        aksi=f"perencanaan.pohon_simpul.{aksi}",
        objek=simpul,
        by=by,
        instansi=simpul.pohon.instansi,
        label=simpul.pernyataan,
        perubahan={"pohon": str(simpul.pohon.uid), "isi": isi[:300]},
    )
