"""Choosing a file, seeing what it would do, applying it, and taking the last one back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.selectors import impor_visible_to
from sakip.apps.pengukuran.impor.services import (
    ImporSudahSelesai,
    TidakDapatDiurungkan,
    apply_impor,
    last_applied,
    may_undo,
    preview_impor,
    read_batas,
    undo_impor,
)
from sakip.apps.pengukuran.impor.templat_isi import build_template
from sakip.platform import wewenang
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import unit_versi_terakhir
from sakip.platform.wewenang import Izin
from sakip.web.impor.bacaan import JUDUL_RINCIAN, group_pesan, read_selisih
from sakip.web.impor.forms import BENTUK, ImporForm, SaringPesanForm
from sakip.web.pembaca import instansi_or_404, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 25
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _importer(request: HttpRequest) -> Instansi:
    """The reader's instansi, if the reader may import anywhere in it."""
    instansi = instansi_or_404(request)
    wewenang.require(reader_of(request), Izin.IMPOR)
    return instansi


def _units(request: HttpRequest, instansi: Instansi) -> list[tuple[str, str]]:
    boleh = unit_ids_for(reader_of(request), Izin.IMPOR)
    versi = unit_versi_terakhir(instansi, today())
    pilihan = [
        (v.unit.kode, v.nama if v.nama == v.unit.kode else f"{v.unit.kode}: {v.nama}")
        for pk, v in versi.items()
        if pk in boleh
    ]
    return sorted(pilihan)


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest) -> HttpResponse:
    """The form; posting it makes a preview."""
    instansi = _importer(request)
    units = _units(request, instansi)
    awal = {"bentuk": "templat", "tahun": today().year, "desimal": "otomatis"}
    if len(units) == 1:
        awal["unit"] = units[0][0]
    tak_terpakai: tuple[Pesan, ...] = ()
    if request.method == "POST":
        form = ImporForm(request.POST, request.FILES, units=units)
        if form.is_valid():
            try:
                return redirect("impor:rinci", uid=_preview(request, instansi, form.cleaned_data).uid)
            except BerkasTakTerpakai as error:
                tak_terpakai = error.pesan
            except GalatDomain as error:
                form.add_error("berkas", str(error))
    else:
        form = ImporForm(initial=awal, units=units)
    konteks = {
        "form": form,
        "tak_terpakai": tak_terpakai,
        "batas": read_batas(),
        "units": units,
        "tahun": today().year,
        "terakhir": list(_history(request)[:5]),
    }
    return render(request, "impor/mulai.html", konteks)


def _preview(request: HttpRequest, instansi: Instansi, isian: dict[str, Any]) -> Impor:
    berkas = isian["berkas"]
    pilihan = PilihanImpor(isian["tahun"], unit=isian["unit"], desimal=isian["desimal"])
    hasil = preview_impor(
        isi=berkas.read(),
        nama=berkas.name,
        bentuk=isian["bentuk"],
        pilihan=pilihan,
        instansi=instansi,
        by=reader_of(request),
    )
    assert hasil.impor is not None
    return hasil.impor


def _history(request: HttpRequest) -> Any:
    """What was applied, newest first; previews that nobody applied are left out."""
    return impor_visible_to(reader_of(request)).exclude(status=StatusImpor.PRATINJAU).order_by("-pada", "-pk")


@require_safe
def riwayat(request: HttpRequest) -> HttpResponse:
    """All applied imports; the last one can be taken back."""
    instansi = _importer(request)
    halaman = Paginator(_history(request), PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(
        request, "impor/riwayat.html", {"page": halaman, "dapat_diurungkan": _undoable(request, instansi)}
    )


def _undoable(request: HttpRequest, instansi: Instansi) -> Impor | None:
    terakhir = last_applied(instansi)
    return terakhir if terakhir is not None and may_undo(terakhir, reader_of(request)) else None


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A preview before it is applied, or the report of one that was."""
    instansi = _importer(request)
    impor = get_object_or_404(impor_visible_to(reader_of(request)), uid=uid)
    r = impor.ringkasan
    pesan = r.get("pesan", [])
    form = SaringPesanForm(request.GET, lembar=sorted({p["lembar"] for p in pesan}))
    form.is_valid()
    selisih = r.get("selisih", [])
    tampil = "selisih" if selisih and request.GET.get("tampil") == "selisih" else "pesan"
    baris = read_selisih(selisih) if tampil == "selisih" else group_pesan(_filter(pesan, form.cleaned_data))
    undo = _undoable(request, instansi)
    konteks = {
        "impor": impor,
        "r": r,
        "nama_bentuk": dict(BENTUK).get(impor.bentuk, impor.bentuk),
        "rincian": [
            (JUDUL_RINCIAN[k], v) for k, v in r.get("rincian", {}).items() if v["dibuat"] or v["diubah"]
        ],
        "ada_perubahan": any(v["dibuat"] or v["diubah"] for v in r.get("rincian", {}).values()),
        "jumlah_tingkat": {t: sum(p["tingkat"] == t for p in pesan) for t in ("galat", "peringatan", "info")},
        "jumlah_pesan": len(pesan),
        "form": form,
        "keping": build_keping(form),
        "tampil": tampil,
        "page": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "jumlah_selisih": len(selisih),
        "boleh_urung": undo is not None and undo.pk == impor.pk,
    }
    return render(request, "impor/rinci.html", konteks)


def _filter(pesan: list[dict[str, str]], saring: dict[str, Any]) -> list[dict[str, str]]:
    q = (saring.get("q") or "").casefold()
    return [
        p
        for p in pesan
        if (not saring.get("tingkat") or p["tingkat"] == saring["tingkat"])
        and (not saring.get("lembar") or p["lembar"] == saring["lembar"])
        and (not q or q in f"{p['sel']} {p['pesan']}".casefold())
    ]


@require_POST
def terapkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Apply a preview; whatever happens, nothing is half-written."""
    _importer(request)
    impor = get_object_or_404(impor_visible_to(reader_of(request)), uid=uid)
    try:
        hasil = apply_impor(impor=impor, by=reader_of(request))
    except (BerkasTakTerpakai, ImporSudahSelesai, GalatDomain) as error:
        messages.error(request, str(error))
        return redirect("impor:rinci", uid=uid)
    if hasil.impor is None:
        messages.info(request, _("Tidak ada yang berubah: isi berkas ini sudah tersimpan."))
    else:
        n = hasil.dibuat + hasil.diubah
        messages.success(
            request,
            ngettext(
                "Impor diterapkan: %(n)s baris tersimpan.", "Impor diterapkan: %(n)s baris tersimpan.", n
            )
            % {"n": n},
        )
    return redirect("impor:rinci", uid=uid)


@require_POST
def urungkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take the last import back."""
    instansi = _importer(request)
    impor = get_object_or_404(impor_visible_to(reader_of(request)), uid=uid)
    try:
        undo_impor(instansi=instansi, by=reader_of(request), impor=impor)
    except TidakDapatDiurungkan as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Impor diurungkan. Data kembali seperti sebelumnya."))
    return redirect("impor:rinci", uid=uid)


@require_safe
def templat(request: HttpRequest) -> HttpResponse:
    """The template of a year, filled with a unit's own indicators and targets when one is chosen."""
    instansi = _importer(request)
    tahun = _year(request.GET.get("tahun", ""))
    kode = request.GET.get("unit", "")
    unit = None
    if kode:
        boleh = unit_ids_for(reader_of(request), Izin.IMPOR)
        unit = get_object_or_404(Unit, instansi=instansi, kode=kode, pk__in=boleh)
    tanggapan = HttpResponse(build_template(instansi=instansi, unit=unit, tahun=tahun), content_type=XLSX)
    nama = f"templat-sakip-{kode + '-' if kode else ''}{tahun}.xlsx".replace(" ", "-").lower()
    tanggapan.headers["Content-Disposition"] = (
        f'attachment; filename="{nama.encode("ascii", "ignore").decode()}"'
    )
    return tanggapan


def _year(teks: str) -> int:
    if teks.isascii() and teks.isdecimal() and 1990 <= int(teks) <= 2100:
        return int(teks)
    return today().year
