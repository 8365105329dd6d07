"""The dictionary: its list, one indicator, a new one, an edit that says what kind of change it is."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sakip.apps.datakinerja.models import Indikator, IndikatorVersi, KodeIndikatorNasional, Satuan
from sakip.apps.datakinerja.selectors import indikator_visible_to, nama_penanggung, riwayat_versi
from sakip.apps.datakinerja.services import (
    create_indikator,
    get_or_create_satuan,
    replace_indikator,
    update_indikator,
)
from sakip.apps.datakinerja.sidik import sidik_versi
from sakip.apps.perencanaan.models import PohonIndikator
from sakip.apps.perencanaan.selectors import dokumen_of_indikator
from sakip.apps.perjanjian.models import PKBaris
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import TidakBerwenang
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import unit_versi_terakhir
from sakip.platform.wewenang import pesan
from sakip.reports.xlsx import Buku, KolomLembar, Lembar, render_xlsx
from sakip.web.kamus import forms
from sakip.web.kamus.bacaan import (
    URUT,
    URUT_BAKU,
    compare,
    entries,
    filter_entries,
    gaps_of,
    label_bidang,
    lineage,
    pair_versions,
    text_of,
)
from sakip.web.kamus.coba import try_entry
from sakip.web.kamus.contoh import aggregation_examples, examples
from sakip.web.kelola.dasar import submit
from sakip.web.kelola.forms.pilihan import pilihan_unit
from sakip.web.pembaca import as_of, instansi_or_404, may, readable_unit_ids, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 50
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _tersaring(
    request: HttpRequest, instansi: Instansi
) -> tuple[forms.SaringKamusForm, QuerySet[IndikatorVersi]]:
    jangkauan = readable_unit_ids(request)
    nama = unit_versi_terakhir(instansi, today())
    unit = sorted((v for pk, v in nama.items() if pk in jangkauan), key=lambda v: v.nama)
    form = forms.SaringKamusForm(request.GET, unit=unit)
    form.is_valid()
    semua = entries(jangkauan, as_of(form.cleaned_data.get("tahun") or today().year))
    urut = request.GET.get("urut", URUT_BAKU)
    return form, filter_entries(semua, form.cleaned_data).order_by(*URUT.get(urut, URUT[URUT_BAKU]), "pk")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every entry in reach, with what it does not say yet."""
    instansi = instansi_or_404(request)
    form, tersaring = _tersaring(request, instansi)
    page = Paginator(tersaring, PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "keping": build_keping(form),
        "page": page,
        "baris": [(satu, gaps_of(satu)) for satu in page.object_list],
        "jumlah": page.paginator.count,
        "urut_baku": URUT_BAKU,
        "kueri": request.GET.urlencode(),
        "boleh_tambah": bool(_writable(request)),
    }
    return render(request, "kamus/daftar.html", konteks)


@require_safe
def unduh(request: HttpRequest) -> HttpResponse:
    """The filtered list as a workbook, one column per field."""
    instansi = instansi_or_404(request)
    _form, tersaring = _tersaring(request, instansi)
    label = label_bidang()
    jabatan = nama_penanggung(tersaring)
    kolom = (
        KolomLembar(_("Kode"), 16),
        *(KolomLembar(teks, 28) for teks in label.values()),
        KolomLembar(_("Belum ada"), 32),
    )
    baris = tuple(
        (satu.indikator.kode, *(text_of(satu, b, jabatan) for b in label), ", ".join(gaps_of(satu)))
        for satu in tersaring
    )
    buku = Buku(
        judul=_("Kamus indikator"),
        penulis=instansi.nama,
        dibuat=timezone.localtime(),
        peringatan=_("Data contoh, bukan data resmi.") if instansi.sifat_data == "contoh" else "",
        keterangan=((_("Instansi"), instansi.nama), (_("Indikator"), str(len(baris)))),
        lembar=(Lembar(nama=_("Kamus"), judul=_("Kamus indikator"), kolom=kolom, baris=baris),),
    )
    jawab = HttpResponse(render_xlsx(buku), content_type=JENIS_XLSX)
    jawab["Content-Disposition"] = 'attachment; filename="kamus-indikator.xlsx"'
    return jawab


def _or_404(request: HttpRequest, uid: UUID) -> Indikator:
    return get_object_or_404(indikator_visible_to(reader_of(request)).select_related("instansi"), uid=uid)


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One identity: its entry, wordings, lineage, and every document, agreement and tree that uses it."""
    objek = _or_404(request, uid)
    instansi_or_404(request)
    versi = riwayat_versi(objek)
    kini = next((v for v in versi if v.berlaku_mulai <= today()), versi[-1])
    pendahulu, penerus = lineage(objek)
    jangkauan = readable_unit_ids(request)
    jabatan = nama_penanggung([kini])
    konteks = {
        "indikator": objek,
        "kini": kini,
        "isi": [(label, text_of(kini, bidang, jabatan)) for bidang, label in label_bidang().items()],
        "nasional": _nasional(kini),
        "kurang": gaps_of(kini),
        "versi": pair_versions(versi),
        "pendahulu": pendahulu,
        "penerus": penerus,
        "dokumen": [(d, s) for d, s in dokumen_of_indikator(objek) if d.unit_id in jangkauan],
        "pk": PKBaris.objects.filter(indikator=objek, perjanjian__unit_id__in=jangkauan)
        .select_related("perjanjian__unit")
        .order_by("-perjanjian__tahun", "-perjanjian__versi_ke"),
        "pohon": PohonIndikator.objects.filter(indikator=objek, simpul__pohon__unit_id__in=jangkauan)
        .select_related("simpul__pohon__unit")
        .order_by("-simpul__pohon__tahun", "pk"),
        "boleh_ubah": kini == versi[0] and may(request, Izin.SUSUN_RENCANA, kini.unit),
    }
    return render(request, "kamus/rinci.html", konteks)


def _nasional(versi: IndikatorVersi) -> KodeIndikatorNasional | None:
    """The national entry that the code names, when the list was imported."""
    if not versi.kode_nasional:
        return None
    milik = KodeIndikatorNasional.objects.filter(instansi_id=versi.instansi_id)
    return milik.filter(kode__iexact=versi.kode_nasional).first()


def _writable(request: HttpRequest) -> set[int]:
    return unit_ids_for(reader_of(request), Izin.SUSUN_RENCANA)


def _units(request: HttpRequest, instansi: Instansi) -> list[tuple[Unit, str]]:
    boleh = _writable(request)
    if not boleh:
        raise TidakBerwenang(pesan())
    return [(u, label) for u, label in pilihan_unit(instansi, today()) if u.pk in boleh]


def _back(request: HttpRequest, baku: str) -> str:
    """Where the reader came from; only an address of this site."""
    tujuan = request.POST.get("kembali") or request.GET.get("kembali") or ""
    if tujuan.startswith("/") and url_has_allowed_host_and_scheme(tujuan, allowed_hosts=None):
        return tujuan
    return baku


def _satuan_baru(isi: dict[str, Any], instansi: Instansi, unit: Unit, request: HttpRequest) -> Satuan | None:
    if not isi["satuan_baru"].strip():
        return None
    return get_or_create_satuan(instansi=instansi, nama=isi["satuan_baru"], by=reader_of(request), unit=unit)


_CONTOH = ("target", "realisasi")


def _render(request: HttpRequest, form: forms.IndikatorForm, **isi: Any) -> HttpResponse:
    konteks = {
        "form": form,
        "polaritas": examples(),
        "agregasi": aggregation_examples(),
        "contoh": {nama: request.POST.get(f"contoh_{nama}", "") for nama in _CONTOH},
        **isi,
    }
    return render(request, "kamus/formulir.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """A new indicator; afterwards back to where it was asked for."""
    instansi = instansi_or_404(request)
    units = _units(request, instansi)
    kembali = _back(request, "")
    awal = {"kembali": kembali, "unit": request.GET.get("unit", "")}
    if request.method != "POST":
        form = forms.IndikatorForm(instansi=instansi, unit=units, initial=awal)
        return _render(request, form, kembali=kembali or reverse("kamus:daftar"))
    if "tambah" in request.POST:
        form = forms.IndikatorForm(instansi=instansi, unit=units, initial=request.POST.dict())
        form.add_room(request.POST)
        return _render(request, form, kembali=kembali or reverse("kamus:daftar"))
    form = forms.IndikatorForm(request.POST, instansi=instansi, unit=units)
    if "coba" in request.POST:
        return _render(
            request,
            form,
            kembali=kembali or reverse("kamus:daftar"),
            coba=try_entry(request.POST, instansi.pk),
        )

    @transaction.atomic
    def act(isi: dict[str, Any]) -> Indikator:
        satuan = _satuan_baru(isi, instansi, isi["unit"], request)
        mulai = today().replace(month=1, day=1)
        return create_indikator(
            instansi=instansi, unit=isi["unit"], kode=isi["kode"], berlaku_mulai=mulai,
            by=reader_of(request), **form.entry(isi, satuan),
        )  # fmt: skip

    hasil = submit(request, form, act, _("Indikator tersimpan di kamus."))
    if hasil is None:
        return _render(request, form, kembali=kembali or reverse("kamus:daftar"))
    return redirect(kembali or reverse("kamus:rinci", args=[hasil.uid]))


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An edit; what it changes is shown word by word before it is kept."""
    objek = _or_404(request, uid)
    instansi = instansi_or_404(request)
    versi = riwayat_versi(objek)[0]
    if not may(request, Izin.SUSUN_RENCANA, versi.unit):
        raise TidakBerwenang(pesan())
    units = _units(request, instansi)
    kembali = _back(request, reverse("kamus:rinci", args=[uid]))
    awal = {"kembali": kembali, "sejak": forms.sejak_bawaan(versi), "sidik": sidik_versi(versi)}
    if request.method != "POST":
        form = forms.UbahIndikatorForm(instansi=instansi, unit=units, versi=versi, initial=awal)
        return _render(request, form, kembali=kembali, objek=objek, versi=versi)
    if "tambah" in request.POST:
        form = forms.UbahIndikatorForm(
            instansi=instansi, unit=units, versi=versi, initial=request.POST.dict()
        )
        form.add_room(request.POST)
        return _render(request, form, kembali=kembali, objek=objek, versi=versi)
    form = forms.UbahIndikatorForm(request.POST, instansi=instansi, unit=units, versi=versi)
    if "coba" in request.POST:
        hasil_coba = try_entry(request.POST, instansi.pk)
        return _render(request, form, kembali=kembali, objek=objek, versi=versi, coba=hasil_coba)
    beda = _preview(form, versi) if form.is_valid() else []
    if "tinjau" in request.POST:
        return _render(request, form, kembali=kembali, objek=objek, versi=versi, beda=beda, ditinjau=True)
    hasil = submit(request, form, lambda isi: _save(request, objek, form, isi), _("Perubahan tersimpan."))
    if hasil is None:
        return _render(request, form, kembali=kembali, objek=objek, versi=versi, beda=beda)
    return redirect(kembali if hasil == objek else reverse("kamus:rinci", args=[hasil.uid]))


@transaction.atomic
def _save(
    request: HttpRequest, objek: Indikator, form: forms.UbahIndikatorForm, isi: dict[str, Any]
) -> Indikator:
    satuan = _satuan_baru(isi, objek.instansi, isi["unit"], request)
    bersama = {
        **form.entry(isi, satuan), "unit": isi["unit"], "alasan_ubah": isi["alasan_ubah"], "sejak": isi["sejak"],
        "sidik": isi["sidik"], "by": reader_of(request),
    }  # fmt: skip
    if isi["perubahan"] == forms.BARU:
        return replace_indikator(indikator=objek, kode=isi["kode"], **bersama)
    update_indikator(indikator=objek, **bersama)
    return objek


def _preview(form: forms.UbahIndikatorForm, versi: IndikatorVersi) -> Any:
    """What the edit would change, without writing: an unsaved version beside the present one."""
    isi = form.cleaned_data
    baru = IndikatorVersi(
        instansi_id=versi.instansi_id, is_iku=versi.is_iku, pj_teks=versi.pj_teks, batas=versi.batas
    )
    sementara = Satuan(nama=isi["satuan_baru"]) if isi["satuan_baru"] else None
    for bidang, nilai in {**form.entry(isi, sementara), "unit": isi["unit"]}.items():
        setattr(baru, bidang, nilai)
    return compare(versi, baru)
