"""Who reads and who keeps the nomenclature; a list of another instansi does not exist."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import ButirNomenklatur, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import find_butir
from sakip.platform import wewenang
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin
from sakip.web.pembaca import instansi_or_404, reader_of


def may_keep(request: HttpRequest, instansi: Instansi) -> bool:
    return wewenang.boleh(reader_of(request), Izin.KELOLA_NOMENKLATUR, instansi=instansi)


def keeper_or_403(request: HttpRequest, instansi: Instansi) -> None:
    wewenang.require(reader_of(request), Izin.KELOLA_NOMENKLATUR, instansi=instansi)


def versi_or_404(request: HttpRequest, uid: UUID) -> VersiNomenklatur:
    return _find(instansi_or_404(request), uid)


def pair_or_404(request: HttpRequest, dari: UUID, ke: UUID) -> tuple[VersiNomenklatur, VersiNomenklatur]:
    """Two different lists of the reader's instansi."""
    instansi = instansi_or_404(request)
    if dari == ke:
        raise Http404(_("Pilih dua versi yang berbeda."))
    return _find(instansi, dari), _find(instansi, ke)


def _find(instansi: Instansi, uid: UUID) -> VersiNomenklatur:
    versi = VersiNomenklatur.objects.filter(instansi=instansi, uid=uid).first()
    if versi is None:
        raise Http404(_("Versi nomenklatur tidak ditemukan."))
    versi.instansi = instansi
    return versi


def butir_or_404(versi: VersiNomenklatur, kode: str) -> ButirNomenklatur:
    butir = find_butir(versi, kode)
    if butir is None:
        raise Http404(_("Butir nomenklatur tidak ditemukan."))
    butir.versi, butir.instansi = versi, versi.instansi
    return butir
