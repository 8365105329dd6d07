"""Findings of a unit, of a document, of a tree; what a rule says; accepting one with a reason."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.perencanaan.checks import temuan_dokumen
from sakip.apps.perencanaan.models import Dokumen, Pohon, StatusDokumen
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import versi_unit
from sakip.platform.temuan.daftar import aturan_temuan
from sakip.platform.temuan.model import LingkupTemuan, TemuanTerpasang, TingkatTemuan
from sakip.platform.temuan.selectors import pengakuan_visible_to
from sakip.platform.temuan.services import acknowledge_temuan, revoke_pengakuan
from sakip.web.pembaca import may, owned_or_404, reader_of, unit_or_404
from sakip.web.saring import build_keping
from sakip.web.temuan.bacaan import arrange, count_terbuka, find_temuan
from sakip.web.temuan.forms import DITERIMA, SEMUA, AkuiForm, SaringTemuanForm

PER_HALAMAN = 100


def read_tahun(request: HttpRequest) -> int:
    """The performance year of the address, else the present one."""
    teks = request.GET.get("tahun", "")
    if teks.isascii() and teks.isdecimal() and len(teks) == 4 and int(teks) >= 1990:
        return int(teks)
    return today().year


@require_safe
def unit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Everything the checks find in a unit's plans, agreements and figures of one year."""
    unit = unit_or_404(request, uid)
    tahun = read_tahun(request)
    temuan = find_temuan(unit.instansi, [unit.pk], tahun)
    return _render(
        request, unit, tahun, temuan, pilihan_tahun=[tahun - 1, tahun, tahun + 1], nama_halaman=_("Temuan")
    )


@require_safe
def ringkas(request: HttpRequest, uid: UUID) -> HttpResponse:
    """How many findings are open in a unit, for the home: asked for after the page, so that it waits for nothing."""
    unit = unit_or_404(request, uid)
    tahun = read_tahun(request)
    terbuka = count_terbuka(find_temuan(unit.instansi, [unit.pk], tahun))
    konteks = {"unit": unit, "tahun": tahun, "judul": describe(terbuka), "temuan": terbuka}
    return render(request, "temuan/_ringkas.html", konteks)


@require_safe
def dokumen(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What concerns one version of a plan: by itself, and against the other documents."""
    dokumen = owned_or_404(request, Dokumen.objects.select_related("instansi"), uid)
    tahun, temuan = _of_dokumen(dokumen)
    return _render(
        request,
        dokumen.unit,
        tahun,
        temuan,
        nama_halaman=dokumen.nama,
        url_objek=reverse("perencanaan:dokumen", args=[dokumen.uid]),
    )


@require_safe
def ringkas_dokumen(request: HttpRequest, uid: UUID) -> HttpResponse:
    """How many findings are open in one version of a plan, for its page, which asks after it has loaded."""
    dokumen = owned_or_404(request, Dokumen.objects.select_related("instansi"), uid)
    terbuka = count_terbuka(_of_dokumen(dokumen)[1])
    return render(request, "temuan/_ringkas.html", {"judul": describe(terbuka), "temuan": terbuka})


def _of_dokumen(dokumen: Dokumen) -> tuple[int, Sequence[TemuanTerpasang]]:
    """The year a version is judged in, and what concerns it."""
    tahun = min(max(today().year, dokumen.tahun_mulai), dokumen.tahun_selesai)
    if dokumen.status == StatusDokumen.DIGANTI:
        return tahun, temuan_dokumen(dokumen)
    return tahun, _touching(find_temuan(dokumen.instansi, [dokumen.unit_id], tahun), str(dokumen.uid))


@require_safe
def pohon(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What concerns one performance tree."""
    pohon = owned_or_404(request, Pohon.objects.select_related("instansi"), uid)
    lingkup = (LingkupTemuan.POHON, LingkupTemuan.UNIT)
    semua = find_temuan(pohon.instansi, [pohon.unit_id], pohon.tahun, lingkup=lingkup)
    return _render(
        request,
        pohon.unit,
        pohon.tahun,
        _touching(semua, str(pohon.uid)),
        nama_halaman=_("Pohon kinerja %(nama)s %(tahun)s") % {"nama": pohon.nama, "tahun": pohon.tahun},
        url_objek=reverse("pohon:rinci", args=[pohon.uid]),
    )


def _touching(temuan: Sequence[TemuanTerpasang], uid: str) -> tuple[TemuanTerpasang, ...]:
    return tuple(satu for satu in temuan if uid in satu.menyentuh)


def _render(
    request: HttpRequest,
    unit: Unit,
    tahun: int,
    temuan: Sequence[TemuanTerpasang],
    *,
    nama_halaman: str,
    url_objek: str = "",
    pilihan_tahun: Sequence[int] = (),
) -> HttpResponse:
    kode = sorted({(satu.kode, f"{satu.kode} {satu.judul}") for satu in temuan})
    form = SaringTemuanForm(request.GET, kode=kode)
    form.is_valid()
    halaman = Paginator([satu for satu in temuan if _matches(satu, form.cleaned_data)], PER_HALAMAN).get_page(
        request.GET.get("halaman")
    )
    terbuka = count_terbuka(temuan)
    boleh = may(request, Izin.SUSUN_RENCANA, unit)
    konteks = {
        "unit": unit,
        "nama_unit": versi_unit(unit, today()),
        "nama_halaman": nama_halaman,
        "url_objek": url_objek,
        "tahun": tahun,
        "pilihan_tahun": pilihan_tahun,
        "judul": describe(terbuka),
        "tingkat": [(TingkatTemuan(t), n) for t, n in terbuka.items()],
        "n_diterima": sum(not satu.terbuka for satu in temuan),
        "form": form,
        "keping": build_keping(form),
        "page": halaman,
        "kelompok": arrange(halaman.object_list, form=_forms(request, tahun) if boleh else None),
        "ada": bool(temuan),
        "boleh_akui": boleh,
    }
    return render(request, "temuan/daftar.html", konteks)


def _forms(request: HttpRequest, tahun: int) -> Callable[[TemuanTerpasang], AkuiForm]:
    kembali, nomor = request.get_full_path()[:600], count(1)

    def form_of(temuan: TemuanTerpasang) -> AkuiForm:
        awal = {"kunci": temuan.kunci, "tahun": tahun, "kembali": kembali}
        return AkuiForm(initial=awal, auto_id=f"akui-{next(nomor)}-%s")

    return form_of


def _matches(temuan: TemuanTerpasang, saring: dict[str, Any]) -> bool:
    keadaan = saring.get("keadaan")
    if keadaan != SEMUA and temuan.terbuka == (keadaan == DITERIMA):
        return False
    if saring.get("tingkat") and temuan.tingkat != saring["tingkat"]:
        return False
    if saring.get("kode") and temuan.kode != saring["kode"]:
        return False
    q = (saring.get("q") or "").casefold()
    return q in f"{temuan.label} {temuan.pesan} {temuan.objek.label}".casefold()


def describe(terbuka: dict[str, int]) -> str:
    """The title: how many findings are open, and how many contradict the law."""
    n = sum(terbuka.values())
    if n == 0:
        return _("Tidak ada temuan yang terbuka")
    kalimat = ngettext("%(n)s temuan terbuka", "%(n)s temuan terbuka", n) % {"n": n}
    galat = terbuka[TingkatTemuan.GALAT]
    if galat == 0:
        return kalimat
    return _("%(kalimat)s, %(galat)s di antaranya galat") % {"kalimat": kalimat, "galat": galat}


@require_safe
def aturan(request: HttpRequest, kode: str) -> HttpResponse:
    """What one rule asks for and why, with a bad and a good example."""
    satu = aturan_temuan().get(kode)
    if satu is None:
        raise Http404(_("Aturan tidak ditemukan."))
    return render(request, "temuan/aturan.html", {"aturan": satu, "tingkat": TingkatTemuan(satu.tingkat)})


@require_POST
def akui(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Accept a finding of this unit as it is; it is looked up among those that stand now."""
    unit = unit_or_404(request, uid)
    form = AkuiForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Belum tercatat: tulis alasan mengapa temuan ini dapat diterima."))
        return redirect(_back(request, unit, request.POST.get("kembali", "")))
    isi = form.cleaned_data
    semua = find_temuan(unit.instansi, [unit.pk], isi["tahun"])
    temuan = next((satu for satu in semua if satu.kunci == isi["kunci"]), None)
    if temuan is None:
        messages.info(request, _("Temuan ini sudah tidak ada."))
        return redirect(_back(request, unit, isi["kembali"]))
    try:
        acknowledge_temuan(temuan=temuan, unit=unit, alasan=isi["alasan"], by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(
            request, _("Temuan diterima dengan alasan. Temuan terbuka lagi bila isinya berubah.")
        )
    return redirect(_back(request, unit, isi["kembali"]))


@require_POST
def cabut(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take an acceptance back."""
    pengakuan = owned_or_404(request, pengakuan_visible_to(reader_of(request)), uid)
    try:
        revoke_pengakuan(pengakuan=pengakuan, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Penerimaan dicabut; temuan terbuka lagi."))
    return redirect(_back(request, pengakuan.unit, request.GET.get("kembali", "")))


def _back(request: HttpRequest, unit: Unit, alamat: str) -> str:
    """Where the reader came from, when that is a page of this site."""
    if alamat and url_has_allowed_host_and_scheme(alamat, {request.get_host()}) and urlsplit(alamat).path:
        return alamat
    return reverse("temuan:unit", args=[unit.uid])
