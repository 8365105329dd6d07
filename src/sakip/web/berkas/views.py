"""Serving stored files: always as a download, never interpreted, never from a guessable address."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from sakip.apps.datakinerja.selectors import bukti_visible_to
from sakip.platform.accounts.models import Pengguna
from sakip.platform.files.models import Berkas
from sakip.platform.files.policies import register_pemilik
from sakip.platform.files.selectors import berkas_path, berkas_visible_to


def is_bukti_terbaca(pengguna: Pengguna, berkas: Berkas) -> bool:
    """Evidence opens its file to whoever may read the unit it belongs to."""
    return bukti_visible_to(pengguna).filter(berkas=berkas).exists()


register_pemilik("datakinerja.bukti", is_bukti_terbaca)


@require_safe
def unduh(request: HttpRequest, uid: UUID) -> FileResponse:
    """One file. Another instansi's file, or one that the account may not read, does not exist."""
    pengguna = request.user
    assert isinstance(pengguna, Pengguna)  # LoginRequiredMiddleware
    try:
        berkas = berkas_visible_to(pengguna, uid)
        isi = berkas_path(berkas).open("rb")
    except (Berkas.DoesNotExist, FileNotFoundError):
        raise Http404 from None
    jawaban = FileResponse(isi, as_attachment=True, filename=berkas.nama, content_type=berkas.jenis)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Content-Security-Policy"] = "default-src 'none'; sandbox"
    is_logo = berkas.instansi.logo_uid == berkas.uid
    jawaban["Cache-Control"] = "private, max-age=3600" if is_logo else "private, no-store"
    return jawaban
