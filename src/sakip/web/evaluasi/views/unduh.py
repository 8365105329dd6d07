"""Downloads: the LHE as PDF or DOCX, the LKE and the recap as workbooks."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.apps.evaluasi import policies
from sakip.platform.wewenang import TidakBerwenang, pesan
from sakip.reports.lhe.cetak import BENTUK, load_lhe, render_lhe
from sakip.reports.lhe.cetak import name_file as name_lhe
from sakip.reports.lke.cetak import JENIS_XLSX, name_file, render_lke, render_lke_semua
from sakip.reports.pdf import CetakGagal
from sakip.web.evaluasi.akses import evaluasi_or_404, lembar_or_404
from sakip.web.evaluasi.views.lhe import readable_lhe
from sakip.web.pembaca import reach_of, reader_of


def _file(isi: bytes, nama: str, jenis: str) -> HttpResponse:
    tanggapan = HttpResponse(isi, content_type=jenis)
    tanggapan["Content-Disposition"] = f'attachment; filename="{nama}"'
    tanggapan["X-Content-Type-Options"] = "nosniff"
    tanggapan["Cache-Control"] = "private, no-store"
    return tanggapan


@require_safe
def lhe(request: HttpRequest, uid: UUID, bentuk: str) -> HttpResponse:
    """The signed report as it was signed, a draft as it stands."""
    lembar = readable_lhe(request, uid)
    if bentuk not in BENTUK:
        raise Http404
    bahan = load_lhe(lembar)
    try:
        isi = render_lhe(bahan, bentuk)
    except CetakGagal as galat:
        messages.error(request, _("Berkas belum dapat dibuat: %(sebab)s") % {"sebab": galat})
        return redirect("evaluasi:lhe", uid=uid)
    return _file(isi, name_lhe(bahan, bentuk), BENTUK[bentuk])


@require_safe
def lke(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The sheet as a workbook that recalculates, with the stages that the reader may see."""
    lembar = lembar_or_404(request, uid)
    terlihat = policies.tahap_terlihat(reader_of(request), lembar)
    nama = name_file(lembar.evaluasi.tahun, lembar.unit.kode)
    return _file(render_lke(lembar, terlihat=terlihat), nama, JENIS_XLSX)


@require_safe
def rekap(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Every sheet with the recap of all units, for those who read the whole instansi."""
    _instansi, evaluasi = evaluasi_or_404(request, uid)
    if reach_of(request) is not None:
        raise TidakBerwenang(pesan())
    if not evaluasi.lembar_set.exists():
        raise Http404(_("Evaluasi ini belum punya lembar kerja."))
    return _file(render_lke_semua(evaluasi), name_file(evaluasi.tahun), JENIS_XLSX)
