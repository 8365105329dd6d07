"""An adopted plan: how it is adopted, how far it is, and its steps."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.instrumen.angka import parse_pecahan
from kinerja.jalan import GalatJalan, HasilJalan, Soal, plan
from kinerja.jalan.baca import hasil_to_dict
from sakip.apps.datakinerja.models import Bukti
from sakip.apps.datakinerja.selectors import bukti_visible_to
from sakip.apps.evaluasi.models import LangkahJalan, RencanaJalan, StatusRencana
from sakip.apps.evaluasi.selectors.jalan import DasarJalan, rencana_tampil, rencana_visible_to, soal_of
from sakip.apps.evaluasi.services.jalan import (
    IsiLangkah,
    adopt_plan,
    cancel_plan,
    edit_langkah,
    finish_langkah,
    reopen_langkah,
)
from sakip.apps.evaluasi.services.susun_jalan import langkah_of, masukan_of
from sakip.platform import wewenang
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import kepala_unit, versi_unit
from sakip.web.jalan.bacaan import title_of
from sakip.web.jalan.forms import AlasanForm, SelesaiForm, TugasForm, UbahTugasForm
from sakip.web.jalan.keadaan import Keadaan, read_keadaan, triwulan_awal
from sakip.web.jalan.views.unit import BAKU, TARGET, base_of, satuan
from sakip.web.kelola.dasar import submit
from sakip.web.pembaca import as_of, may, owned_or_404, reader_of, unit_or_404

BUKTI_TERBANYAK = 200


@require_http_methods(["GET", "HEAD", "POST"])
def jalankan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Owners and dates for every step, then the plan is adopted. The plan itself is solved again here."""
    unit = unit_or_404(request, uid)
    wewenang.require(reader_of(request), Izin.SUSUN_JALAN, unit=unit)
    keadaan = read_keadaan(request.GET, target=TARGET, baku=BAKU)
    kembali = f"{reverse('jalan:unit', args=[unit.uid])}?{keadaan.kueri}"
    dasar = base_of(request, unit, keadaan)
    if dasar is None:
        raise Http404(_("Unit ini belum punya lembar evaluasi."))
    try:
        soal = soal_of(
            dasar, target=keadaan.target, tanpa=keadaan.tanpa, dengan=keadaan.dengan, ketat=keadaan.ketat
        )
        hasil = plan(soal, alternatif=0, buktikan=False)
    except GalatJalan as galat:
        messages.error(request, str(galat))
        return redirect(kembali)
    if not hasil.layak or not hasil.langkah:
        messages.error(request, _("Susunan ini tidak memuat langkah yang mencapai target."))
        return redirect(kembali)
    baris = _task_forms(request, unit, keadaan, soal, hasil)
    if request.method == "POST" and all(form.is_valid() for _langkah, form in baris):
        return _adopt(request, unit, dasar, keadaan, hasil, masukan_of(soal), baris)
    konteks = {
        "unit": unit,
        "nama_unit": versi_unit(unit, as_of(keadaan.tahun)),
        "k": keadaan,
        "kembali": kembali,
        "judul": title_of(hasil),
        "hasil": hasil,
        "baris": baris,
        "satuan": satuan(),
    }
    return render(request, "jalan/jalankan.html", konteks)


Baris = list[tuple[IsiLangkah, TugasForm]]


def _task_forms(request: HttpRequest, unit: Unit, keadaan: Keadaan, soal: Soal, hasil: HasilJalan) -> Baris:
    """The head of the unit answers for every step, by the end of its quarter, until said otherwise."""
    kepala = kepala_unit(unit, today())
    langkah = langkah_of(
        soal,
        hasil,
        tahun=keadaan.tahun,
        awal=triwulan_awal(keadaan.tahun),
        penanggung_jawab="" if kepala is None else kepala.nama,
    )
    isi = request.POST if request.method == "POST" else None
    return [
        (
            satu,
            TugasForm(
                isi,
                kode=satu.kode,
                awal={"penanggung_jawab": satu.penanggung_jawab, "batas_waktu": satu.batas_waktu},
            ),
        )
        for satu in langkah
    ]


def _adopt(
    request: HttpRequest,
    unit: Unit,
    dasar: DasarJalan,
    keadaan: Keadaan,
    hasil: HasilJalan,
    masukan: dict[str, Any],
    baris: Baris,
) -> HttpResponse:
    langkah = [replace(satu, **form.cleaned_data) for satu, form in baris]
    try:
        baru = adopt_plan(
            unit=unit,
            lembar=dasar.lembar,
            tahun=keadaan.tahun,
            target=keadaan.target,
            masukan=masukan,
            hasil=hasil_to_dict(hasil),
            langkah=langkah,
            by=reader_of(request),
        )
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect(f"{reverse('jalan:unit', args=[unit.uid])}?{keadaan.kueri}")
    messages.success(request, _("Rencana dijalankan. Langkahnya kini menjadi tugas."))
    return redirect("jalan:rencana", uid=baru.uid)


@require_safe
def rencana(request: HttpRequest, uid: UUID) -> HttpResponse:
    """How far an adopted plan is."""
    objek = _plan_or_404(request, uid)
    tampil = rencana_tampil(objek)
    hasil = objek.hasil
    konteks = {
        "rencana": objek,
        "tampil": tampil,
        "unit": objek.unit,
        "nama_unit": versi_unit(objek.unit, as_of(objek.tahun)),
        "kini": parse_pecahan(hasil["kini"]["total"]),
        "predikat_kini": hasil["kini"]["predikat"],
        "total": parse_pecahan(hasil["total"]),
        "predikat": hasil["predikat"],
        "bukti": (hasil.get("bukti") or {}).get("uraian", ""),
        "satuan": satuan(),
        "lewat": {s.pk for s in tampil.langkah if _is_late(s)},
        "boleh_susun": objek.status != StatusRencana.DIBATALKAN
        and may(request, Izin.SUSUN_JALAN, objek.unit),
        "batal": AlasanForm(auto_id="batal_%s"),
    }
    return render(request, "jalan/rencana.html", konteks)


def _is_late(langkah: LangkahJalan) -> bool:
    return langkah.selesai_pada is None and langkah.batas_waktu is not None and langkah.batas_waktu < today()


@require_POST
def batalkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = _plan_or_404(request, uid)
    return _with_reason(
        request,
        lambda alasan: cancel_plan(rencana=objek, alasan=alasan, by=reader_of(request)),
        _("Rencana dibatalkan. Catatannya tetap tersimpan."),
        reverse("jalan:rencana", args=[uid]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def langkah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One step: what it is for, who does it until when, and finishing it. Posting changes owner and date."""
    objek = _step_or_404(request, uid)
    if request.method != "POST":
        return _render_step(request, objek)
    form = UbahTugasForm(request.POST, langkah=objek)
    hasil = submit(
        request,
        form,
        lambda isi: edit_langkah(langkah=objek, by=reader_of(request), **isi),
        _("Tugas tersimpan."),
    )
    return _render_step(request, objek, ubah=form) if hasil is None else redirect("jalan:langkah", uid=uid)


@require_POST
def selesaikan(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = _step_or_404(request, uid)
    form = SelesaiForm(request.POST, bukti=_evidence(request, objek.rencana.unit))
    hasil = submit(
        request,
        form,
        lambda isi: finish_langkah(langkah=objek, by=reader_of(request), **isi),
        _("Langkah selesai."),
    )
    if hasil is None:
        return _render_step(request, objek, selesai=form)
    return redirect("jalan:rencana", uid=objek.rencana.uid)


@require_POST
def buka(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = _step_or_404(request, uid)
    return _with_reason(
        request,
        lambda alasan: reopen_langkah(langkah=objek, alasan=alasan, by=reader_of(request)),
        _("Langkah dibuka kembali."),
        reverse("jalan:langkah", args=[uid]),
    )


def _with_reason(
    request: HttpRequest, act: Callable[[str], Any], berhasil: str, kembali: str
) -> HttpResponse:
    form = AlasanForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Tulis alasannya."))
        return redirect(kembali)
    try:
        act(form.cleaned_data["alasan"])
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, berhasil)
    return redirect(kembali)


def _plan_or_404(request: HttpRequest, uid: UUID) -> RencanaJalan:
    semua = rencana_visible_to(reader_of(request)).select_related("dasar__evaluasi", "oleh")
    return owned_or_404(request, semua, uid)


def _step_or_404(request: HttpRequest, uid: UUID) -> LangkahJalan:
    """A step of a plan that the reader may see; anything else does not exist."""
    terlihat = rencana_visible_to(reader_of(request))
    objek = (
        LangkahJalan.objects.filter(uid=uid, rencana__in=terlihat)
        .select_related("rencana__unit__instansi", "bukti__berkas")
        .first()
    )
    if objek is None:
        raise Http404(_("Tidak ditemukan."))
    return objek


def _evidence(request: HttpRequest, unit: Unit) -> list[Bukti]:
    milik = bukti_visible_to(reader_of(request)).filter(unit=unit)
    return list(milik.order_by("-dibuat_pada")[:BUKTI_TERBANYAK])


def _render_step(
    request: HttpRequest,
    objek: LangkahJalan,
    *,
    ubah: UbahTugasForm | None = None,
    selesai: SelesaiForm | None = None,
) -> HttpResponse:
    milik = objek.rencana
    boleh = milik.status != StatusRencana.DIBATALKAN and may(request, Izin.SUSUN_JALAN, milik.unit)
    terbuka = boleh and objek.selesai_pada is None
    konteks = {
        "langkah": objek,
        "rencana": milik,
        "unit": milik.unit,
        "nama_unit": versi_unit(milik.unit, as_of(milik.tahun)),
        "satuan": satuan(),
        "terlambat": _is_late(objek),
        "ubah": (ubah or UbahTugasForm(langkah=objek)) if terbuka else None,
        "selesai": (selesai or SelesaiForm(bukti=_evidence(request, milik.unit))) if terbuka else None,
        "alasan": AlasanForm(auto_id="buka_%s") if boleh and objek.selesai_pada is not None else None,
    }
    return render(request, "jalan/langkah.html", konteks)
