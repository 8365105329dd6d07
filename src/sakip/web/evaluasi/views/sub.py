"""The working page: the criteria of one sub-component, its grade, and saving as one goes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinerja.instrumen import Butir, Instrumen
from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.convert import sub_dari
from sakip.apps.evaluasi.galat import AlasanWajib, VersiBerubah
from sakip.apps.evaluasi.models import LembarKerja, ProfilLembar
from sakip.apps.evaluasi.selectors import sub_tampil
from sakip.apps.evaluasi.selectors.dasar import hasil_of
from sakip.apps.evaluasi.selectors.jawaban_langsung import JawabanLangsung, jawaban_langsung
from sakip.apps.evaluasi.services import HasilSimpan, IsiJawaban, save_banyak
from sakip.platform.dasar import GalatDomain
from sakip.web.evaluasi.akses import Hak, butir_or_404, hak_of, lembar_or_404, nama_unit
from sakip.web.evaluasi.kirim import is_htmx
from sakip.web.evaluasi.tampilan import lembar as tampilan
from sakip.web.evaluasi.tampilan.butir import (
    ButirTampil,
    Latar,
    authors_of,
    build_ringkas,
    build_sub,
    build_tersimpan,
    read_lain,
    read_saran,
    with_typed,
)
from sakip.web.pembaca import reach_of, reader_of

ISIAN = ("nilai", "catatan", "daftar_bukti", "alasan")


@require_safe
def sub(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """One sub-component to work on, or to read when its stage is not the reader's."""
    lembar = lembar_or_404(request, uid)
    instrumen, butir = butir_or_404(lembar, kode)
    if butir.jenis != "sub":
        pemilik = sub_dari(instrumen, kode)
        if pemilik.jenis != "sub":
            raise Http404
        return redirect(f"{reverse('evaluasi:sub', args=[uid, pemilik.kode])}#b-{kode.replace('.', '-')}")
    return _page(request, lembar, instrumen, butir, hak_of(request, lembar))


def _page(
    request: HttpRequest,
    lembar: LembarKerja,
    instrumen: Instrumen,
    butir: Butir,
    hak: Hak,
    *,
    status: int = 200,
    diketik: tuple[str, dict[str, str]] | None = None,
) -> HttpResponse:
    terlihat = policies.tahap_terlihat(reader_of(request), lembar)
    baca = tampilan.tahap_baca(lembar, hak.tahap, terlihat)
    s = _read(lembar, instrumen, butir, hak, baca, terlihat, jawaban_langsung(lembar, kode_sub=butir.kode))
    if diketik is not None:
        s = with_typed(s, *diketik)
    hasil = hasil_of([lembar.pk]).get(lembar.pk, {}).get(baca)
    urutan = [satu.kode for satu in instrumen.sub]
    letak = urutan.index(butir.kode)
    konteks = {
        "lembar": lembar,
        "evaluasi": lembar.evaluasi,
        "nama": nama_unit(lembar),
        "s": s,
        "hak": hak,
        "skor": tampilan.build_skor(instrumen, hasil, baca),
        "peta": tampilan.build_peta(instrumen, hasil),
        "kode_kini": butir.kode,
        "n_langsung": sum(1 for k in s.kriteria if k.langsung),
        "sebelum": urutan[letak - 1] if letak > 0 else None,
        "sesudah": urutan[letak + 1] if letak + 1 < len(urutan) else None,
        "boleh_panel": reach_of(request) is None and lembar.instrumen.profil == ProfilLembar.UNIT,
    }
    return render(request, "evaluasi/sub.html", konteks, status=status)


def _read(
    lembar: LembarKerja,
    instrumen: Instrumen,
    butir: Butir,
    hak: Hak,
    baca: str,
    terlihat: frozenset[str],
    langsung: JawabanLangsung,
) -> ButirTampil:
    isi = sub_tampil(lembar, butir.kode, baca, terlihat=terlihat)
    latar = Latar(lembar, instrumen, hak.tahap, terlihat, langsung, authors_of([isi]))
    return build_sub(isi, latar)


@require_POST
def simpan(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """Save one answer with its note. htmx gets the parts that changed; a plain form goes back to the page."""
    lembar = lembar_or_404(request, uid)
    instrumen, _butir = butir_or_404(lembar, kode)
    pemilik = sub_dari(instrumen, kode)
    isian = IsiJawaban(
        kode=kode,
        nilai=_value(request),
        catatan=request.POST.get("catatan"),
        daftar_bukti=request.POST.get("daftar_bukti"),
        alasan=request.POST.get("alasan", ""),
        saran=read_saran(request.POST.get("saran", ""), lembar, kode),
        versi_diharapkan=_version(request),
    )
    try:
        hasil = save_banyak(lembar=lembar, isian=[isian], by=reader_of(request))
    except VersiBerubah as galat:
        return _conflict(request, lembar, pemilik, kode, galat)
    except GalatDomain as galat:
        return _refused(request, lembar, instrumen, pemilik, kode, galat)
    if not is_htmx(request):
        messages.success(request, _("%(kode)s tersimpan.") % {"kode": kode})
        return redirect(_anchor(lembar, pemilik, kode))
    return _saved(request, lembar, instrumen, pemilik, kode, hasil)


def _value(request: HttpRequest) -> str | None:
    """The button "Pakai saran" comes after the radios and wins; a blank takes the answer back."""
    return request.POST.get("nilai", "").strip() or None


def _version(request: HttpRequest) -> int | None:
    """The version that the person saw, or the one that they chose to replace."""
    for nama in ("timpa", "versi"):
        teks = request.POST.get(nama, "")
        if teks.isascii() and teks.isdecimal() and len(teks) < 9:
            return int(teks)
    return None


def _anchor(lembar: LembarKerja, pemilik: Butir, kode: str) -> str:
    return f"{reverse('evaluasi:sub', args=[lembar.uid, pemilik.kode])}#b-{kode.replace('.', '-')}"


def _saved(
    request: HttpRequest,
    lembar: LembarKerja,
    instrumen: Instrumen,
    pemilik: Butir,
    kode: str,
    hasil: HasilSimpan,
) -> HttpResponse:
    """The status beside the field, and what follows from the answer: score, suggestion, outline."""
    baca = str(policies.require_nilai(reader_of(request), lembar))
    skor = hasil.hasil.get(baca) or hasil_of([lembar.pk]).get(lembar.pk, {}).get(baca)
    konteks = {
        "lembar": lembar,
        "b": build_tersimpan(kode, hasil),
        "s": build_ringkas(lembar, instrumen, pemilik, baca),
        "skor": tampilan.build_skor(instrumen, skor, baca),
        "peta": tampilan.build_peta(instrumen, skor),
    }
    return render(request, "evaluasi/_tersimpan.html", konteks)


def _refused(
    request: HttpRequest,
    lembar: LembarKerja,
    instrumen: Instrumen,
    pemilik: Butir,
    kode: str,
    galat: GalatDomain,
) -> HttpResponse:
    """The refusal beside its field; what was typed stays where it is."""
    if not is_htmx(request):
        messages.error(request, f"{kode}: {galat}")
        isian = {n: request.POST[n] for n in ISIAN if n in request.POST}
        return _page(
            request,
            lembar,
            instrumen,
            pemilik,
            hak_of(request, lembar),
            status=422,
            diketik=(kode, isian),
        )
    konteks = {
        "lembar": lembar,
        "b": {"kode": kode},
        "galat": str(galat),
        "perlu_alasan": isinstance(galat, AlasanWajib),
        "alasan": request.POST.get("alasan", ""),
    }
    return render(request, "evaluasi/_galat.html", konteks, status=422)


def _conflict(
    request: HttpRequest, lembar: LembarKerja, pemilik: Butir, kode: str, galat: VersiBerubah
) -> HttpResponse:
    """Both values beside each other; the person chooses, nothing is written until then."""
    konteks = {
        "lembar": lembar,
        "evaluasi": lembar.evaluasi,
        "kode": kode,
        "kode_sub": pemilik.kode,
        "lain": read_lain(galat, kode),
        "milik": {"nilai": _value(request) or "", "catatan": request.POST.get("catatan", "")},
        "milik_isian": [(n, request.POST[n]) for n in (*ISIAN, "saran") if n in request.POST],
    }
    if is_htmx(request):
        return render(request, "evaluasi/_konflik.html", konteks, status=409)
    konteks |= {
        "halaman_penuh": True,
        "judul": _("Dua isian untuk"),
        "nama": nama_unit(lembar),
        "potongan": "evaluasi/_konflik.html",
    }
    return render(request, "evaluasi/laci.html", konteks, status=409)
