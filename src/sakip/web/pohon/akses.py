"""Whose tree it is: the tree or condition asked for, if the reader may see it, and whether he may write it."""

from typing import Any, cast
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import Pohon, PohonSimpul
from sakip.apps.perencanaan.policies import boleh_komentar, boleh_ubah
from sakip.apps.perencanaan.selectors import pohon_visible_to
from sakip.platform.access.peran import Izin
from sakip.web.kalender import kalender_subquery
from sakip.web.pembaca import may, reader_of, remember_instansi


def pohon_or_404(request: HttpRequest, uid: UUID) -> Pohon:
    """A tree of a unit within reach, or one in which such a unit owns a condition; nothing else exists."""
    semua = Pohon.objects.select_related("unit__instansi", "turunan_dari").annotate(
        kalender_teks=kalender_subquery("instansi_id")
    )
    pohon: Any = semua.filter(uid=uid).first()
    if pohon is None or pohon.instansi_id != reader_of(request).instansi_id:
        raise Http404(_("Pohon kinerja tidak ditemukan."))
    # Somebody without the unit may still own a condition of a thematic tree.
    terlihat = may(request, Izin.BACA, pohon.unit) or (
        pohon_visible_to(reader_of(request)).filter(pk=pohon.pk).exists()
    )
    if not terlihat:
        raise Http404(_("Pohon kinerja tidak ditemukan."))
    pohon.unit.kalender_teks = pohon.kalender_teks
    remember_instansi(reader_of(request), pohon.unit)
    pohon.instansi = pohon.unit.instansi
    return cast(Pohon, pohon)


def simpul_or_404(request: HttpRequest, uid: UUID) -> PohonSimpul:
    """A condition of a tree that the reader may see."""
    simpul = (
        PohonSimpul.objects.filter(Q(instansi_id=reader_of(request).instansi_id), uid=uid)
        .select_related("pohon", "induk", "pemilik_unit", "pemilik_jabatan", "simpul__dokumen")
        .first()
    )
    if simpul is None:
        raise Http404(_("Kondisi tidak ditemukan."))
    simpul.pohon = pohon_or_404(request, simpul.pohon.uid)
    return simpul


def may_edit(request: HttpRequest, pohon: Pohon, simpul: PohonSimpul | None = None) -> bool:
    return boleh_ubah(reader_of(request), pohon, simpul)


def may_comment(request: HttpRequest, simpul: PohonSimpul) -> bool:
    return boleh_komentar(reader_of(request), simpul.pohon, simpul)
