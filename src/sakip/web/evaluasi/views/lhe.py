"""The LHE of a sheet: result sheet, recommendations, the team's words, the unit's answer, downloads."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import LHE, LembarKerja, Rekomendasi, TahapLembar, TahapNilai
from sakip.apps.evaluasi.selectors import hasil_akhir, lembar_lengkap
from sakip.apps.evaluasi.selectors.tindak_lanjut import terbuka_tahun_lalu
from sakip.apps.evaluasi.services import save_lhe
from sakip.apps.evaluasi.services.lhe import PENYUSUN
from sakip.apps.evaluasi.services.tindak_lanjut import (
    add_rekomendasi,
    carry_over,
    edit_rekomendasi,
    remove_rekomendasi,
)
from sakip.apps.evaluasi.workflow_rekomendasi import TERBIT
from sakip.platform.wewenang import Izin, TidakBerwenang, pesan
from sakip.web.evaluasi.akses import lembar_or_404
from sakip.web.evaluasi.forms import LHEForm, RekomendasiForm
from sakip.web.evaluasi.kirim import act_or_tell, run_form
from sakip.web.evaluasi.tampilan import lembar as tampilan
from sakip.web.evaluasi.tampilan.lhe import build_hasil
from sakip.web.evaluasi.views.diskusi import thread
from sakip.web.evaluasi.views.lembar import frame
from sakip.web.kelola.dasar import HalamanFormulir, data_of, submit
from sakip.web.pembaca import reader_of

_NASKAH = frozenset(
    {
        TahapLembar.PANEL,
        TahapLembar.DRAF_LHE,
        TahapLembar.TANGGAPAN,
        TahapLembar.REVIU_TEKNIS,
        TahapLembar.REVIU_MUTU,
        TahapLembar.SIAP_TTD,
    }
)
_REKOMENDASI = frozenset({TahapLembar.EVALUASI, TahapLembar.REVIU, TahapLembar.PANEL, TahapLembar.DRAF_LHE})
BIDANG = ("nomor", "tanggal", "penandatangan", "latar_belakang", "catatan_umum")


@require_http_methods(["GET", "HEAD", "POST"])
def lhe(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The report as it will be printed, and everything that can still be written into it."""
    lembar = readable_lhe(request, uid)
    objek = LHE.objects.filter(lembar=lembar).first() or LHE(lembar=lembar, instansi_id=lembar.instansi_id)
    form = LHEForm(data_of(request), initial={b: getattr(objek, b) for b in BIDANG})
    if request.method == "POST":
        hasil = submit(
            request,
            form,
            lambda isi: save_lhe(lembar=lembar, by=reader_of(request), **isi),
            _("Naskah LHE tersimpan."),
        )
        if hasil is not None:
            return redirect("evaluasi:lhe", uid=uid)
    return render(request, "evaluasi/lhe.html", _context(request, lembar, objek, form))


def readable_lhe(request: HttpRequest, uid: UUID) -> LembarKerja:
    """The sheet, if the reader is shown what APIP says of it by now."""
    lembar = lembar_or_404(request, uid)
    if policies.tahap_terlihat(reader_of(request), lembar) != tampilan.SEMUA_TAHAP:
        raise TidakBerwenang(
            _("LHE ini masih disusun. Draf tampil setelah ketua tim mengirimkannya untuk ditanggapi.")
        )
    return lembar


def _context(request: HttpRequest, lembar: LembarKerja, objek: LHE, form: LHEForm) -> dict[str, Any]:
    konteks = frame(request, lembar)
    isi = lembar_lengkap(lembar, TahapNilai.AKHIR)
    boleh_tulis = may_rekomendasi(request, lembar)
    boleh_naskah = lembar.tahap in _NASKAH and policies.boleh_dalam_tim(
        reader_of(request), lembar, Izin.NILAI_EVALUASI, PENYUSUN
    )
    akhir = hasil_akhir(lembar)
    return (
        konteks
        | thread(request, lembar, "")
        | {
            "lhe": objek,
            "hasil": build_hasil(isi),
            "hasil_berubah": objek.konteks is not None
            and akhir is not None
            and objek.konteks.get("total") != akhir.total,
            "rekomendasi": list(lembar.rekomendasi_set.order_by("kode", "urutan", "id")),
            "terbit": lembar.tahap in TERBIT,
            "boleh_tulis": boleh_tulis,
            "n_terbuka": len(terbuka_tahun_lalu(lembar)) if boleh_tulis else 0,
            "boleh_naskah": boleh_naskah,
            "form_naskah": form,
            "sebab_naskah": ""
            if lembar.tahap in TERBIT
            else _("Naskah ditulis ketua tim dan diperbaiki pengendali selama LHE belum ditandatangani."),
            "unduhan": _downloads(lembar),
            "dari_lhe": True,
        }
    )


def _downloads(lembar: LembarKerja) -> list[tuple[str, str]]:
    return [
        (_("PDF"), reverse("evaluasi:lhe_unduh", args=[lembar.uid, "pdf"])),
        (_("DOCX"), reverse("evaluasi:lhe_unduh", args=[lembar.uid, "docx"])),
        (_("LKE XLSX"), reverse("evaluasi:lke_unduh", args=[lembar.uid])),
    ]


def may_rekomendasi(request: HttpRequest, lembar: LembarKerja) -> bool:
    """Whoever may write values of the sheet in its stage may write its recommendations."""
    return lembar.tahap in _REKOMENDASI and policies.boleh_nilai(reader_of(request), lembar)


def _writable(request: HttpRequest, uid: UUID) -> LembarKerja:
    lembar = lembar_or_404(request, uid)
    if not may_rekomendasi(request, lembar):
        raise TidakBerwenang(pesan())
    return lembar


def _page_of(lembar: LembarKerja, judul: str, kata: str) -> HalamanFormulir:
    kembali = f"{reverse('evaluasi:lhe', args=[lembar.uid])}#rekomendasi"
    return HalamanFormulir(judul, kata, kembali, remah=((_("LHE"), kembali),))


def _sub(lembar: LembarKerja) -> list[tuple[str, str]]:
    return [(b.kode, f"{b.kode} {b.nama}") for b in muat_instrumen(lembar.instrumen).sub]


@require_http_methods(["GET", "HEAD", "POST"])
def rekomendasi_baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    lembar = _writable(request, uid)
    awal = {"kode": request.GET.get("kode", ""), "uraian": _("Agar ")}

    def act(isi: dict[str, Any]) -> Rekomendasi:
        return add_rekomendasi(lembar=lembar, by=reader_of(request), **isi)

    return run_form(
        request,
        _page_of(lembar, _("Tambah rekomendasi"), _("Tambah")),
        RekomendasiForm(data_of(request), initial=awal, sub=_sub(lembar)),
        act,
        berhasil=_("Rekomendasi ditambahkan."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def rekomendasi(request: HttpRequest, uid: UUID, rek: UUID) -> HttpResponse:
    """Reword one; the sub-component it belongs to stays."""
    lembar = _writable(request, uid)
    objek = get_object_or_404(lembar.rekomendasi_set, uid=rek)
    awal = {b: getattr(objek, b) for b in ("uraian", "penanggung_jawab", "batas_waktu")}
    form = RekomendasiForm(data_of(request), initial=awal, sub=_sub(lembar))
    del form.fields["kode"]

    def act(isi: dict[str, Any]) -> Rekomendasi:
        return edit_rekomendasi(rekomendasi=objek, by=reader_of(request), **isi)

    return run_form(
        request,
        _page_of(lembar, _("Ubah rekomendasi %(kode)s") % {"kode": objek.kode}, _("Simpan")),
        form,
        act,
        berhasil=_("Rekomendasi tersimpan."),
    )


@require_POST
def rekomendasi_hapus(request: HttpRequest, uid: UUID, rek: UUID) -> HttpResponse:
    lembar = _writable(request, uid)
    objek = get_object_or_404(lembar.rekomendasi_set, uid=rek)
    act_or_tell(
        request,
        lambda: remove_rekomendasi(rekomendasi=objek, by=reader_of(request)),
        _("Rekomendasi dihapus dari draf."),
    )
    return redirect("evaluasi:lhe", uid=uid)


@require_POST
def rekomendasi_lama(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Bring last year's open recommendations into this draft."""
    lembar = _writable(request, uid)
    dibawa = carry_over(lembar=lembar, by=reader_of(request))
    kalimat = ngettext(
        "%(n)s rekomendasi dibawa dari tahun lalu.", "%(n)s rekomendasi dibawa dari tahun lalu.", len(dibawa)
    )
    messages.success(request, kalimat % {"n": len(dibawa)})
    return redirect("evaluasi:lhe", uid=uid)
