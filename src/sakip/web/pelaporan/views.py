"""Annual performance reports: which units can report what, and the documents themselves."""

from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sakip.apps.pengukuran.bacaan import KinerjaUnit
from sakip.apps.pengukuran.models import Anggaran
from sakip.apps.pengukuran.selectors import kinerja_unit, rekap_instansi
from sakip.platform.access.peran import Izin
from sakip.platform.organisasi.models import Unit
from sakip.platform.wewenang import TidakBerwenang, pesan
from sakip.reports.lkjip.cetak import BENTUK, name_file, render_lkjip
from sakip.reports.lkjip.susun import assemble_lkjip
from sakip.web.pembaca import as_of, instansi_or_404, may, reach_of, reader_of, unit_or_404
from sakip.web.pengukuran.tampilan import build_baris_rekap
from sakip.web.pengukuran.tersedia import tersedia_of
from sakip.web.periode import Periode, read_periode

PER_HALAMAN = 25
TAHUN_PERTAMA, TAHUN_TERAKHIR = 1999, 2100
SIMPAN_DETIK = 120


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The units of a year and how complete their figures are."""
    instansi = instansi_or_404(request)
    tersedia = tersedia_of(instansi)
    periode = Periode(read_periode(request.GET, tersedia).tahun)
    rekap = rekap_instansi(
        instansi=instansi, tahun=periode.tahun, unit_ids=reach_of(request), pada=as_of(periode.tahun)
    )
    q = request.GET.get("q", "").strip()[:100]
    semua = [*([rekap.pemda] if rekap.pemda else []), *sorted(rekap.units, key=lambda u: u.versi.nama)]
    cocok = [u for u in semua if q.casefold() in f"{u.versi.nama} {u.versi.singkatan}".casefold()]
    konteks = {
        "periode": periode,
        "tersedia": tersedia,
        "q": q,
        "page": Paginator(build_baris_rekap(rekap.units, cocok, periode), PER_HALAMAN).get_page(
            request.GET.get("halaman")
        ),
        "n_unit": len(semua),
    }
    return render(request, "pelaporan/daftar.html", konteks)


@dataclass(frozen=True, slots=True)
class ButirLaporan:
    """One part of the report and whether the data for it is there."""

    nama: str
    ada: bool
    isi: str


@require_safe
def unit(request: HttpRequest, uid: UUID, tahun: int) -> HttpResponse:
    """What the report of this unit and year will hold, and the three forms it comes in."""
    anggaran = Anggaran.objects.filter(unit=OuterRef("pk"), tahun=tahun)
    unit = _unit(
        request,
        uid,
        tahun,
        ada_pagu=Exists(anggaran.filter(pagu__isnull=False)),
        ada_realisasi=Exists(anggaran.filter(realisasi__isnull=False)),
    )
    kinerja = kinerja_unit(unit=unit, tahun=tahun, pada=as_of(tahun))
    konteks = {
        "unit": unit,
        "nama": unit.kode if kinerja.versi_unit is None else kinerja.versi_unit.nama,
        "periode": Periode(tahun),
        "tersedia": tersedia_of(unit),
        "kinerja": kinerja,
        "butir": build_butir(
            kinerja,
            ada_pagu=getattr(unit, "ada_pagu", False),
            ada_realisasi=getattr(unit, "ada_realisasi", False),
        ),
        "boleh_unduh": may(request, Izin.LAPORAN, unit),
        "bentuk": [
            ("pdf", _("PDF"), _("Untuk ditandatangani dan diarsipkan (PDF/A, dapat dibaca pembaca layar)")),
            ("docx", _("Word"), _("Isi yang sama, dapat disunting")),
            ("xlsx", _("Excel"), _("Tabel dengan rumus yang hidup")),
        ],
    }
    return render(request, "pelaporan/unit.html", konteks)


def build_butir(kinerja: KinerjaUnit, *, ada_pagu: bool, ada_realisasi: bool) -> list[ButirLaporan]:
    """The parts that depend on data; what is missing is printed as missing, never invented."""
    merah = [b for b in kinerja.semua_baris if b.kategori is not None and b.kategori.kode in {"R", "SR"}]
    berasalan = sum(1 for b in merah if b.sebab)
    berbukti = sum(1 for b in kinerja.semua_baris if b.jumlah_bukti)
    return [
        ButirLaporan(
            _("Perjanjian Kinerja"),
            kinerja.pk is not None,
            _("versi %(n)s") % {"n": kinerja.pk.versi_ke}
            if kinerja.pk is not None
            else _("belum ada; target diambil dari rencana"),
        ),
        ButirLaporan(
            _("Rencana (Renstra atau RPJMD)"),
            kinerja.dokumen is not None,
            kinerja.dokumen.nama if kinerja.dokumen is not None else _("belum ada"),
        ),
        ButirLaporan(
            _("Realisasi"),
            kinerja.n_wajib > 0 and kinerja.n_terukur == kinerja.n_wajib,
            ngettext(
                "%(n)s dari %(wajib)s indikator terukur",
                "%(n)s dari %(wajib)s indikator terukur",
                kinerja.n_wajib,
            )
            % {"n": kinerja.n_terukur, "wajib": kinerja.n_wajib},
        ),
        ButirLaporan(
            _("Penyebab indikator merah"),
            berasalan == len(merah),
            ngettext(
                "%(n)s dari %(merah)s indikator merah", "%(n)s dari %(merah)s indikator merah", len(merah)
            )
            % {"n": berasalan, "merah": len(merah)}
            if merah
            else _("tidak ada indikator merah"),
        ),
        _budget(ada_pagu=ada_pagu, ada_realisasi=ada_realisasi),
        ButirLaporan(
            _("Bukti dukung"),
            berbukti > 0,
            ngettext("%(n)s indikator punya bukti", "%(n)s indikator punya bukti", berbukti) % {"n": berbukti}
            if berbukti
            else _("belum ada"),
        ),
    ]


@require_safe
def siapkan(request: HttpRequest, uid: UUID, tahun: int, bentuk: str) -> HttpResponse:
    """Write the document while the button shows that it is being written, then send the browser for it."""
    unit = _unit(request, uid, tahun)
    _render(request, unit, tahun, bentuk)
    tanggapan = HttpResponse(status=204)
    tanggapan["HX-Redirect"] = reverse("pelaporan:lkjip", args=[uid, tahun, bentuk])
    return tanggapan


@require_safe
def lkjip(request: HttpRequest, uid: UUID, tahun: int, bentuk: str) -> HttpResponse:
    """The document as a download."""
    unit = _unit(request, uid, tahun)
    nama, isi = _render(request, unit, tahun, bentuk)
    tanggapan = HttpResponse(isi, content_type=BENTUK[bentuk])
    tanggapan["Content-Disposition"] = f'attachment; filename="{nama}"'
    tanggapan["X-Content-Type-Options"] = "nosniff"
    tanggapan["Cache-Control"] = "private, no-store"
    return tanggapan


def _budget(*, ada_pagu: bool, ada_realisasi: bool) -> ButirLaporan:
    isi = {
        (True, True): _("pagu dan realisasi ada"),
        (False, True): _("realisasi ada, pagu belum ada"),
        (True, False): _("pagu ada, realisasi belum dilaporkan"),
        (False, False): _("belum ada"),
    }[ada_pagu, ada_realisasi]
    return ButirLaporan(_("Anggaran"), ada_pagu and ada_realisasi, isi)


def _unit(request: HttpRequest, uid: UUID, tahun: int, **tambahan: Exists) -> Unit:
    if not TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR:
        raise Http404(_("Tahun di luar jangkauan."))
    return unit_or_404(request, uid, **tambahan)


def _render(request: HttpRequest, unit: Unit, tahun: int, bentuk: str) -> tuple[str, bytes]:
    """The file, kept for two minutes so that the download after `siapkan` need not write it again."""
    if not may(request, Izin.LAPORAN, unit):
        raise TidakBerwenang(pesan())
    pengguna = reader_of(request)
    kunci = f"lkjip:{pengguna.pk}:{unit.uid}:{tahun}:{bentuk}"
    if request.resolver_match is not None and request.resolver_match.url_name == "lkjip":
        siap: tuple[str, bytes] | None = cache.get(kunci)
        if siap is not None:
            cache.delete(kunci)
            return siap
    konteks = assemble_lkjip(unit=unit, tahun=tahun, pengguna=pengguna)
    hasil = name_file(konteks, bentuk), render_lkjip(konteks, bentuk)
    cache.set(kunci, hasil, SIMPAN_DETIK)
    return hasil
