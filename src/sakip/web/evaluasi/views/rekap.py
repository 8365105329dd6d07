"""The year's evaluation: all units side by side, the government's value, distribution and history."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sakip.apps.evaluasi.models import Evaluasi
from sakip.apps.evaluasi.policies import boleh_kelola
from sakip.apps.evaluasi.selectors import Rekap, riwayat_kota
from sakip.apps.evaluasi.selectors import rekap as baca_rekap
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi
from sakip.web.evaluasi.forms import CARA_GABUNG, SaringRekapForm
from sakip.web.evaluasi.tampilan import rekap as tampilan
from sakip.web.pembaca import instansi_or_404, reach_of, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 50


@require_safe
def rekap(request: HttpRequest) -> HttpResponse:
    """Table or heat map of the units within reach; an empty state that says how to begin."""
    instansi = instansi_or_404(request)
    semua = list(Evaluasi.objects.filter(instansi=instansi).order_by("-tahun"))
    evaluasi = _chosen(request, semua)
    konteks: dict[str, Any] = {
        "evaluasi": evaluasi,
        "pilihan": [e.tahun for e in semua],
        "boleh_kelola": boleh_kelola(reader_of(request), instansi),
        "tahun_usul": today().year - 1,
    }
    if evaluasi is None:
        konteks["riwayat"] = tampilan.build_riwayat(riwayat_kota(instansi))
    else:
        evaluasi.instansi = instansi
        konteks |= _filled(request, instansi, evaluasi)
    return render(request, "evaluasi/rekap.html", konteks)


def _chosen(request: HttpRequest, semua: list[Evaluasi]) -> Evaluasi | None:
    diminta = request.GET.get("tahun", "")
    return next((e for e in semua if str(e.tahun) == diminta), semua[0] if semua else None)


def _filled(request: HttpRequest, instansi: Instansi, evaluasi: Evaluasi) -> dict[str, Any]:
    data = baca_rekap(evaluasi)
    jangkauan = reach_of(request)
    instrumen = data.instrumen
    semua = [b for b in data.baris if jangkauan is None or b.unit.pk in jangkauan]
    peta = request.GET.get("tampil") == "peta"
    baris = tampilan.build_baris(semua, instrumen, reader_of(request), berwarna=peta)
    kolom = tampilan.build_kolom(instrumen)
    form = SaringRekapForm(request.GET, predikat=instrumen.predikat.kode)
    form.is_valid()
    urut = request.GET.get("urut", "")
    cocok = tampilan.sort_baris(tampilan.filter_baris(baris, form.cleaned_data), urut or "-total", kolom)
    sebaran = tampilan.build_sebaran(baris, instrumen.predikat.daftar)
    return {
        "rekap": {"baris": baris},
        "nama_instrumen": [instrumen.dasar],
        "n_tahap": ngettext("%(n)s lembar", "%(n)s lembar", len(baris)) % {"n": len(baris)},
        "komponen": kolom,
        "sub_pertama": next((b.kode for b in instrumen.sub), ""),
        "predikat": instrumen.predikat.daftar,
        "temuan": tampilan.build_temuan(baris, sebaran),
        "sebaran": sebaran,
        "n_bernilai": sum(n for _kode, n in sebaran),
        "tahapan": tampilan.build_tahapan(baris),
        "form": form,
        "keping": build_keping(form),
        "urut": urut,
        "tampil": "peta" if peta else "tabel",
        "page": Paginator(cocok, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "riwayat": tampilan.build_riwayat(data.riwayat) if jangkauan is None else [],
        "url_unduh": reverse("evaluasi:rekap_unduh", args=[evaluasi.uid])
        if jangkauan is None and baris
        else None,
        **(_combined(data, evaluasi) if jangkauan is None else {}),
    }


def _combined(data: Rekap, evaluasi: Evaluasi) -> dict[str, Any]:
    """The government's value with the formula it was made by, and what keeps the next predikat away."""
    return {
        "gabungan": data.gabungan,
        "gabungan_sementara": data.sementara,
        "gabungan_cara": dict(CARA_GABUNG).get(evaluasi.cara_gabung, evaluasi.cara_gabung),
        "gabungan_pengikat": _binding(data),
        "klaster": [k for k in data.rata_klaster if k.dari],
        "instansi_baris": data.instansi,
    }


def _binding(data: Rekap) -> str:
    """Why the predikat is not the one above: the total, a cluster's mean, or both."""
    gabungan = data.gabungan
    if gabungan is None or not gabungan.semua_pengikat:
        return ""
    gagal = [s.uraian for s in gabungan.syarat if not s.terpenuhi and s.nama in gabungan.semua_pengikat]
    if "total" in gabungan.semua_pengikat:
        gagal.insert(0, _("nilai total belum melewati ambang predikat berikutnya"))
    return "; ".join(dict.fromkeys(gagal))
