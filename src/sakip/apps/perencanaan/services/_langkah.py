"""The trace of a document's steps: a row of its own for the timeline, and the audit record."""

from collections.abc import Mapping

from django.utils import timezone

from sakip.apps.perencanaan.models import Dokumen, LangkahDokumen
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record


def write_langkah(
    dokumen: Dokumen, langkah: str, *, dari: str, by: Pengguna | None, catatan: str = ""
) -> None:
    LangkahDokumen.objects.create(
        instansi_id=dokumen.instansi_id,
        dokumen=dokumen,
        langkah=langkah,
        dari=dari,
        ke=dokumen.status,
        catatan=catatan.strip(),
        oleh="" if by is None else by.get_username(),
        pada=timezone.now(),
    )


def record_dokumen(dokumen: Dokumen, kata: str, by: Pengguna | None, perubahan: Mapping[str, object]) -> None:
    record(
        aksi=f"perencanaan.dokumen.{kata}",
        objek=dokumen,
        by=by,
        instansi=dokumen.instansi,
        label=dokumen.nama,
        perubahan=perubahan,
    )
