"""Objections of the unit to values of a signed LHE, and the rulings on them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import LembarKerja, Sanggah, StatusSanggah, TahapLembar
from sakip.apps.evaluasi.selectors.dasar import jendela_tahap, terbuka
from sakip.apps.evaluasi.services import decide_sanggah, file_sanggah
from sakip.apps.evaluasi.services.sanggah import PEMUTUS
from sakip.platform.dasar import today
from sakip.platform.wewenang import Izin
from sakip.web.evaluasi.akses import lembar_or_404
from sakip.web.evaluasi.forms import PutusanForm, SanggahForm
from sakip.web.evaluasi.views.lembar import frame
from sakip.web.kelola.dasar import data_of, submit
from sakip.web.komponen.angka import format_tanggal
from sakip.web.pembaca import may, reader_of


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All objections to one sheet; the unit may add one while the window is open."""
    lembar = lembar_or_404(request, uid)
    instrumen = muat_instrumen(lembar.instrumen)
    form = None
    if request.method == "POST" or _may_file(request, lembar):
        form = SanggahForm(data_of(request), sub=_choices(instrumen), skala=_scale(instrumen))
    if request.method == "POST" and form is not None:
        hasil = submit(
            request,
            form,
            lambda isi: file_sanggah(lembar=lembar, by=reader_of(request), **isi),
            _("Sanggah diajukan. Putusannya tampil di halaman ini."),
        )
        if hasil is not None:
            return redirect("evaluasi:sanggah", uid=uid)
    return _render(request, lembar, instrumen, form)


@require_POST
def putus(request: HttpRequest, uid: UUID, sanggah: UUID) -> HttpResponse:
    """The ruling; accepted, it writes a new final value and leaves the signed LHE as it is."""
    lembar = lembar_or_404(request, uid)
    instrumen = muat_instrumen(lembar.instrumen)
    objek = get_object_or_404(lembar.sanggah_set.select_related("lembar"), uid=sanggah)
    form = PutusanForm(request.POST, auto_id=f"p{objek.pk}_%s", skala=_scale(instrumen))
    hasil = submit(
        request,
        form,
        lambda isi: decide_sanggah(sanggah=objek, by=reader_of(request), **isi),
        _("Sanggah diputus."),
    )
    if hasil is not None:
        return redirect("evaluasi:sanggah", uid=uid)
    return _render(request, lembar, instrumen, None, {objek.pk: form})


def _render(
    request: HttpRequest,
    lembar: LembarKerja,
    instrumen: Instrumen,
    form: SanggahForm | None,
    putusan: dict[int, PutusanForm] | None = None,
) -> HttpResponse:
    baris = lembar.sanggah_set.select_related("diajukan_oleh", "diputus_oleh")
    boleh_putus = policies.boleh_dalam_tim(reader_of(request), lembar, Izin.NILAI_EVALUASI, PEMUTUS)
    konteks = frame(request, lembar) | {
        "form": form,
        "keadaan": _state(lembar),
        "daftar": [_row(s, instrumen, (putusan or {}).get(s.pk), boleh_putus) for s in baris],
    }
    return render(request, "evaluasi/sanggah.html", konteks)


def _row(
    sanggah: Sanggah, instrumen: Instrumen, form: PutusanForm | None, boleh_putus: bool
) -> dict[str, Any]:
    if form is None and boleh_putus and sanggah.status == StatusSanggah.DIAJUKAN:
        form = PutusanForm(auto_id=f"p{sanggah.pk}_%s", skala=_scale(instrumen))
    return {
        "uid": sanggah.uid,
        "kode": sanggah.kode,
        "nama_sub": instrumen.butir(sanggah.kode).nama,
        "status": sanggah.status,
        "status_teks": sanggah.get_status_display(),
        "nilai_semula": sanggah.nilai_semula,
        "nilai_diminta": sanggah.nilai_diminta,
        "nilai_putusan": sanggah.nilai_putusan,
        "alasan": sanggah.alasan,
        "oleh": sanggah.diajukan_oleh or _("sistem"),
        "pada": sanggah.diajukan_pada,
        "putusan": sanggah.putusan,
        "diputus_oleh": sanggah.diputus_oleh or _("sistem"),
        "diputus_pada": sanggah.diputus_pada,
        "form": form,
    }


def _may_file(request: HttpRequest, lembar: LembarKerja) -> bool:
    return (
        lembar.tahap == TahapLembar.SANGGAH
        and may(request, Izin.TANGGAPI_EVALUASI, lembar.unit)
        and terbuka(jendela_tahap(lembar, TahapLembar.SANGGAH), today())
    )


def _state(lembar: LembarKerja) -> str:
    """Whether an objection can be filed now, and until when."""
    if lembar.tahap != TahapLembar.SANGGAH:
        if lembar.tahap == TahapLembar.FINAL:
            return _("Masa sanggah selesai; hasil sudah final.")
        return _("Sanggah diajukan setelah LHE ditandatangani.")
    jendela = jendela_tahap(lembar, TahapLembar.SANGGAH)
    if jendela is None:
        return _("Masa sanggah terbuka sampai hasil ditetapkan final.")
    return _("Masa sanggah %(buka)s sampai %(tutup)s.") % {
        "buka": format_tanggal(jendela.buka),
        "tutup": format_tanggal(jendela.tutup),
    }


def _choices(instrumen: Instrumen) -> list[tuple[str, str]]:
    return [(b.kode, f"{b.kode} {b.nama}") for b in instrumen.penilaian]


def _scale(instrumen: Instrumen) -> list[str]:
    """The answers of the first scored item: the grade scale where there is one."""
    nama = next((b.skala for b in instrumen.penilaian if b.skala is not None), None)
    return [] if nama is None else list(instrumen.skala[nama].kode)
