"""Rows of the editing pages, if the reader may see them; and what the reader may do there."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perencanaan.selectors import simpul_visible_to
from sakip.apps.perencanaan.workflow import TERBUKA, TRANSISI
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.web.pembaca import may, owned_or_404, reader_of


def dokumen_or_404(request: HttpRequest, uid: UUID) -> Dokumen:
    return owned_or_404(request, Dokumen.objects.all(), uid)


def editable_or_404(request: HttpRequest, uid: UUID) -> Dokumen:
    """A document whose unit the reader plans for; the service refuses when it is no draft."""
    dokumen = dokumen_or_404(request, uid)
    require(reader_of(request), Izin.SUSUN_RENCANA, unit=dokumen.unit)
    return dokumen


def simpul_or_404(request: HttpRequest, uid: UUID) -> Simpul:
    """A node of a document that the reader plans for."""
    terlihat = simpul_visible_to(reader_of(request))
    simpul = terlihat.select_related("dokumen__unit", "mendukung", "pj_unit", "induk").filter(uid=uid).first()
    if simpul is None:
        raise Http404(_("Butir ini tidak ditemukan."))
    require(reader_of(request), Izin.SUSUN_RENCANA, unit=simpul.dokumen.unit)
    return simpul


def langkah_boleh(request: HttpRequest, dokumen: Dokumen) -> list[str]:
    """Steps that the state allows and the reader may take."""
    return [
        nama
        for nama, transisi in TRANSISI.items()
        if nama != "ganti" and dokumen.status in transisi.dari and may(request, transisi.izin, dokumen.unit)
    ]


def boleh_susun(request: HttpRequest, dokumen: Dokumen) -> bool:
    return dokumen.status in TERBUKA and may(request, Izin.SUSUN_RENCANA, dokumen.unit)
