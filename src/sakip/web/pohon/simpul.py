"""One condition: its form, its indicators, what else it supports, what it asks of others, remarks, history."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.perencanaan.galat_pohon import SimpulBerubah
from sakip.apps.perencanaan.models import JenisPohonSimpul, Pohon, PohonIndikator, PohonSimpul
from sakip.apps.perencanaan.selectors.crosscutting import crosscutting_simpul
from sakip.apps.perencanaan.selectors.pohon import kode_berikut, leluhur_ids, saudara, turunan_ids
from sakip.apps.perencanaan.services import (
    add_dukungan,
    add_komentar,
    add_pohon_indikator,
    add_pohon_simpul,
    propose_crosscutting,
    remove_dukungan,
    remove_pohon_indikator,
    settle_komentar,
    update_pohon_indikator,
    update_pohon_simpul,
)
from sakip.platform.audit.selectors import catatan_of
from sakip.platform.organisasi.models import Unit
from sakip.web.evaluasi.kirim import act_or_tell
from sakip.web.kelola.dasar import HalamanFormulir, data_of
from sakip.web.laci import render_laci
from sakip.web.pembaca import reader_of
from sakip.web.pohon.akses import may_comment, may_edit, pohon_or_404, simpul_or_404
from sakip.web.pohon.baris import nodes_json
from sakip.web.pohon.catatan import with_words
from sakip.web.pohon.forms import DukunganForm, IndikatorForm, KomentarForm, SimpulForm, UsulForm, set_choices
from sakip.web.pohon.isian import find_row, read_fields, read_induk, read_new
from sakip.web.pohon.kirim import run_form
from sakip.web.pohon.pilihan import (
    jabatan_choices,
    kamus_choices,
    rencana_choices,
    simpul_choices,
    unit_choices,
)
from sakip.web.pohon.temuan import temuan_simpul
from sakip.web.pohon.tulis import as_request, inverse_edit, list_url
from sakip.web.pohon.urung import keep_urung

J = JenisPohonSimpul
#: The level that usually comes below another.
JENIS_ANAK = {
    J.HASIL: J.CSF,
    J.CSF: J.KONDISI_ANTARA,
    J.KONDISI_ANTARA: J.KELUARAN,
    J.KELUARAN: J.OPERASIONAL,
}
RIWAYAT_TERBANYAK = 20


@require_safe
def simpul(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _render(request, simpul_or_404(request, uid))


def _render(request: HttpRequest, objek: PohonSimpul, *, status: int = 200, **form: Any) -> HttpResponse:
    """The whole page of a condition; `form` holds what was typed and not accepted."""
    pohon = objek.pohon
    ubah = may_edit(request, pohon, objek)
    konteks = {
        "pohon": pohon,
        "s": objek,
        "baris": nodes_json(pohon, [objek.pk], periksa=False)[0],
        "ubah": ubah,
        "ubah_susunan": may_edit(request, pohon),
        "jejak": _above(objek),
        "anak": list(objek.anak.order_by("urutan", "id")),
        "indikator": list(objek.indikator_set.select_related("indikator")),
        "dukungan": list(objek.dukungan_set.select_related("mendukung")),
        "pendukung": list(objek.pendukung_set.select_related("simpul")),
        "lintas": crosscutting_simpul(objek),
        "komentar": list(objek.komentar_set.all()),
        "boleh_komentar": may_comment(request, objek),
        "riwayat": with_words(
            catatan_of(pohon.instansi).filter(objek__endswith=f":{objek.uid}")[:RIWAYAT_TERBANYAK]
        ),
        "temuan": temuan_simpul(objek),
        "bidang": request.GET.get("bidang", ""),
        "komentar_form": KomentarForm(auto_id="k_%s"),
    }
    if ubah:
        konteks |= _forms(request, objek)
    return render(request, "pohon/simpul.html", konteks | form, status=status)


def _forms(request: HttpRequest, objek: PohonSimpul) -> dict[str, Any]:
    pohon = objek.pohon
    atas = leluhur_ids(objek.pk)
    sudah = set(objek.dukungan_set.values_list("mendukung_id", flat=True))
    milik = objek.pemilik_unit_id or pohon.unit_id
    return {
        "form": edit_form(pohon, objek, None, bidang=request.GET.get("bidang", "")),
        "indikator_form": IndikatorForm(kamus=kamus_choices(pohon, objek), auto_id="i_%s"),
        "dukungan_form": DukunganForm(
            pilihan=simpul_choices(pohon, {objek.pk, *atas, *sudah, *turunan_ids(objek.pk)}), auto_id="d_%s"
        ),
        "usul_form": UsulForm(unit=unit_choices(pohon.instansi, pohon.tahun, kecuali=milik), auto_id="u_%s"),
        "geser": moves_of(objek),
    }


def _above(objek: PohonSimpul) -> list[PohonSimpul]:
    """The chain of parents, highest first."""
    urut = leluhur_ids(objek.pk)
    ada = PohonSimpul.objects.in_bulk(urut)
    return [ada[pk] for pk in reversed(urut)]


def moves_of(objek: PohonSimpul) -> list[tuple[str, str, str, int]]:
    """Where a condition may go by one button: name, icon, parent's uid, place."""
    urut = saudara(objek.pohon, objek.induk_id)
    tempat = next(n for n, satu in enumerate(urut) if satu.pk == objek.pk)
    induk = "" if objek.induk is None else str(objek.induk.uid)
    hasil = []
    if tempat > 0:
        hasil.append((_("Ke atas"), "naik", induk, tempat - 1))
        atas = urut[tempat - 1]
        hasil.append(
            (_("Jadikan anak “%(apa)s”") % {"apa": atas.pernyataan[:60]}, "lanjut", str(atas.uid), 9999)
        )
    if tempat < len(urut) - 1:
        hasil.append((_("Ke bawah"), "turun", induk, tempat + 1))
    if objek.induk is not None:
        sejajar = saudara(objek.pohon, objek.induk.induk_id)
        kakek = "" if objek.induk.induk is None else str(objek.induk.induk.uid)
        letak = next(n for n, satu in enumerate(sejajar) if satu.pk == objek.induk_id)
        hasil.append((_("Keluar satu tingkat"), "balik", kakek, letak + 1))
    return hasil


def edit_form(
    pohon: Pohon, objek: PohonSimpul | None, data: Any, bidang: str = "", **awal: Any
) -> SimpulForm:
    if objek is not None:
        awal = {
            "versi": objek.versi,
            "pernyataan": objek.pernyataan,
            "jenis": objek.jenis,
            "kode": objek.kode,
            "pemilik_teks": objek.pemilik_teks,
            **{
                nama: "" if getattr(objek, nama) is None else str(getattr(objek, nama).uid)
                for nama in ("pemilik_unit", "pemilik_jabatan", "simpul")
            },
        }
    unit = unit_choices(pohon.instansi, pohon.tahun)
    if objek is not None and objek.pemilik_unit is not None and awal["pemilik_unit"] not in dict(unit):
        unit.append((awal["pemilik_unit"], objek.pemilik_unit.kode))
    return SimpulForm(
        data,
        unit=unit,
        jabatan=jabatan_choices(pohon, objek),
        rencana=rencana_choices(pohon, objek),
        bidang=bidang,
        initial=awal,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def formulir(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change a condition: inline in the list when a script asks, a page of its own otherwise."""
    objek = simpul_or_404(request, uid)
    form = edit_form(objek.pohon, objek, data_of(request))
    berubah: PohonSimpul | None = None
    if request.method == "POST":
        pembaca = reader_of(request)

        def act(isi: dict[str, Any]) -> Any:
            versi = isi.pop("versi")
            if not isi["kode"]:
                isi.pop("kode")
            ubahan = read_fields(isi, objek.pohon)
            return update_pohon_simpul(simpul=objek, ubahan=ubahan, by=pembaca, versi=versi)

        try:
            hasil = run_form(form, act)
        except SimpulBerubah as galat:
            hasil, berubah = None, galat.kini
            # What was typed stays; saving again is meant for the state that is now shown beside it.
            form.data = request.POST.dict() | {"versi": str(galat.kini.versi)}
        if hasil is not None:
            keep_urung(
                request, objek.pohon, as_request(inverse_edit(hasil), objek), _("Perubahan tersimpan.")
            )
            return redirect(list_url(objek.pohon, objek))
    return _formulir(request, objek.pohon, form, objek=objek, berubah=berubah)


@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Add a condition below `induk`, at a place; its level and code are suggested."""
    pohon = pohon_or_404(request, uid)
    isi_awal = request.POST if request.method == "POST" else request.GET
    induk = read_induk({"induk": isi_awal.get("induk")}, pohon)
    jenis = JENIS_ANAK.get(J(induk.jenis), J.OPERASIONAL) if induk is not None else J.HASIL
    form = edit_form(
        pohon, None, data_of(request), bidang="pernyataan", jenis=jenis, kode=kode_berikut(pohon, induk)
    )
    if request.method == "POST":
        pembaca = reader_of(request)

        def act(isi: dict[str, Any]) -> Any:
            isi.pop("versi")
            utuh = isi | {"induk": isi_awal.get("induk"), "urutan": isi_awal.get("urutan")}
            return add_pohon_simpul(pohon=pohon, isi=read_new(utuh, pohon), by=pembaca)

        hasil = run_form(form, act)
        if hasil is not None:
            kini = {"kini": {"pernyataan": hasil.simpul.pernyataan}}
            urung = {"url": reverse("pohon:simpul_hapus", args=[hasil.simpul.uid]), "isi": kini}
            keep_urung(request, pohon, urung, _("Kondisi ditambahkan."))
            return redirect(list_url(pohon, hasil.simpul))
    return _formulir(request, pohon, form, induk=induk, urutan=isi_awal.get("urutan", ""))


def _formulir(request: HttpRequest, pohon: Pohon, form: SimpulForm, **isi: Any) -> HttpResponse:
    objek = isi.get("objek")
    konteks = {"pohon": pohon, "form": form, "boleh": may_edit(request, pohon, objek), **isi}
    tanggapan = render_laci(request, "pohon/_formulir.html", "pohon/formulir_simpul.html", konteks)
    if isi.get("berubah") is not None:
        tanggapan.status_code = 409
    return tanggapan


def _post(
    request: HttpRequest, objek: PohonSimpul, nama: str, form: Any, act: Any, berhasil: str
) -> HttpResponse:
    """A small form of the page: run it and come back to its part, or show the page with what was typed."""
    if run_form(form, act) is None:
        return _render(request, objek, status=400, **{nama: form})
    messages.success(request, berhasil)
    return redirect(_part(objek, nama))


def _part(objek: PohonSimpul, nama: str) -> str:
    return f"{reverse('pohon:simpul', args=[objek.uid])}#{nama.removesuffix('_form')}"


@require_POST
def indikator_baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = simpul_or_404(request, uid)
    form = IndikatorForm(request.POST, kamus=kamus_choices(objek.pohon, objek), auto_id="i_%s")
    by = reader_of(request)
    return _post(
        request,
        objek,
        "indikator_form",
        form,
        lambda _isi: add_pohon_indikator(simpul=objek, isi=form.contents(), by=by),
        _("Indikator ditambahkan."),
    )


def _indikator_or_404(objek: PohonSimpul, nomor: int) -> PohonIndikator:
    semua = PohonIndikator.objects.select_related("indikator", "simpul")
    return get_object_or_404(semua, simpul=objek, urutan=nomor)


@require_http_methods(["GET", "HEAD", "POST"])
def indikator(request: HttpRequest, uid: UUID, nomor: int) -> HttpResponse:
    """Change one indicator of a condition."""
    objek = simpul_or_404(request, uid)
    baris = _indikator_or_404(objek, nomor)
    kamus = kamus_choices(objek.pohon, objek)
    if baris.indikator is not None:
        kamus.setdefault(str(baris.indikator.uid), (baris.indikator, baris.nama, baris.satuan_teks))
    awal = {b: getattr(baris, b) for b in ("nama", "kode", "satuan_teks", "target_teks")}
    awal["indikator"] = "" if baris.indikator is None else str(baris.indikator.uid)
    form = IndikatorForm(data_of(request), kamus=kamus, initial=awal)
    halaman = HalamanFormulir(
        _("Indikator"),
        _("Simpan"),
        _part(objek, "indikator_form"),
        ((objek.pernyataan[:60], reverse("pohon:simpul", args=[uid])),),
    )
    if request.method == "POST":
        by = reader_of(request)
        hasil = run_form(
            form, lambda _isi: update_pohon_indikator(indikator=baris, isi=form.contents(), by=by)
        )
        if hasil is not None:
            messages.success(request, _("Indikator tersimpan."))
            return redirect(halaman.kembali)
    return render(request, "pohon/formulir.html", {"halaman": halaman, "form": form})


@require_POST
def indikator_hapus(request: HttpRequest, uid: UUID, nomor: int) -> HttpResponse:
    objek = simpul_or_404(request, uid)
    baris = _indikator_or_404(objek, nomor)
    act_or_tell(
        request,
        lambda: remove_pohon_indikator(indikator=baris, by=reader_of(request)),
        _("Indikator dilepas dari kondisi ini."),
    )
    return redirect(_part(objek, "indikator"))


@require_POST
def dukungan_baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = simpul_or_404(request, uid)
    pilihan = simpul_choices(objek.pohon, set())
    form = DukunganForm(request.POST, pilihan=pilihan, auto_id="d_%s")

    def act(isi: dict[str, Any]) -> Any:
        lain = find_row(PohonSimpul, isi["mendukung"], objek.instansi_id, "mendukung")
        return add_dukungan(simpul=objek, mendukung=lain, by=reader_of(request))

    return _post(request, objek, "dukungan_form", form, act, _("Dukungan ditambahkan."))


@require_POST
def dukungan_hapus(request: HttpRequest, uid: UUID, lain: UUID) -> HttpResponse:
    objek = simpul_or_404(request, uid)
    didukung = get_object_or_404(PohonSimpul, pohon=objek.pohon, uid=lain)
    act_or_tell(
        request,
        lambda: remove_dukungan(simpul=objek, mendukung=didukung, by=reader_of(request)),
        _("Dukungan dilepas."),
    )
    return redirect(_part(objek, "dukungan"))


@require_POST
def usul(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask another unit. Ended units may be named too: the refusal says why, and which unit continues them."""
    objek = simpul_or_404(request, uid)
    pilihan = [
        (str(u), "") for u in Unit.objects.filter(instansi=objek.instansi_id).values_list("uid", flat=True)
    ]
    form = UsulForm(request.POST, unit=pilihan, auto_id="u_%s")

    def act(isi: dict[str, Any]) -> Any:
        tujuan = find_row(Unit, isi["unit_tujuan"], objek.instansi_id, "unit_tujuan")
        return propose_crosscutting(
            simpul=objek, unit_tujuan=tujuan, kebutuhan=isi["kebutuhan"], by=reader_of(request)
        )

    hasil = run_form(form, act)
    if hasil is None:
        milik = objek.pemilik_unit_id or objek.pohon.unit_id
        kini = unit_choices(objek.pohon.instansi, objek.pohon.tahun, kecuali=milik)
        set_choices(form, "unit_tujuan", [("", _("Pilih unit")), *kini])
        return _render(request, objek, status=400, usul_form=form)
    messages.success(request, _("Usulan dikirim ke unit itu."))
    return redirect(_part(objek, "usul"))


@require_POST
def komentar_baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = simpul_or_404(request, uid)
    form = KomentarForm(request.POST, auto_id="k_%s")
    by = reader_of(request)
    return _post(
        request,
        objek,
        "komentar_form",
        form,
        lambda isi: add_komentar(simpul=objek, isi=isi["isi"], by=by),
        _("Komentar tersimpan."),
    )


@require_POST
def komentar_selesai(request: HttpRequest, uid: UUID, komentar: UUID) -> HttpResponse:
    objek = simpul_or_404(request, uid)
    satu = get_object_or_404(objek.komentar_set, uid=komentar)
    act_or_tell(
        request,
        lambda: settle_komentar(komentar=satu, by=reader_of(request)),
        _("Komentar ditandai selesai."),
    )
    return redirect(_part(objek, "komentar"))
