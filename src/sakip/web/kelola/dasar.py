"""What the admin's pages share: who may enter, how a form reaches a service, how a list is paged."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.platform.access.policies import TidakBerwenang, boleh
from sakip.platform.access.selectors import instansi_of
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin, pesan

PER_HALAMAN = 25
PENGELOLA = (Izin.KELOLA_ORGANISASI, Izin.KELOLA_PENGGUNA, Izin.KELOLA_KALENDER)
_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Admin:
    """The reader of an admin page, and the instansi that is kept."""

    pengguna: Pengguna
    instansi: Instansi


_View = Callable[Concatenate[HttpRequest, _P], HttpResponse]
_AdminView = Callable[Concatenate[HttpRequest, Admin, _P], HttpResponse]


def kelola(*izin: Izin) -> Callable[[_AdminView[_P]], _View[_P]]:
    """Open a page to accounts with any of these permissions somewhere in their instansi.

    What lies within their reach is for the services to check; another instansi is never in sight.
    """

    def wrap(view: _AdminView[_P]) -> _View[_P]:
        def inner(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
            pengguna = request.user
            assert isinstance(pengguna, Pengguna)  # LoginRequiredMiddleware
            instansi = instansi_of(pengguna)
            if instansi is None:
                raise Http404(_("Akun ini tidak terikat pada satu instansi."))
            if not any(boleh(pengguna, satu) for satu in izin):
                raise TidakBerwenang(pesan())
            return view(request, Admin(pengguna, instansi), *args, **kwargs)

        return update_wrapper(inner, view)

    return wrap


def submit(
    request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], _T], berhasil: str
) -> _T | None:
    """Run the service with a valid form; a refusal goes beside its field. None: show the form again."""
    if not form.is_valid():
        return None
    try:
        hasil = act(form.cleaned_data)
    except GalatDomain as galat:
        form.add_error(galat.bidang if galat.bidang in form.fields else None, str(galat))
    except ValidationError as galat:
        _add_validation(form, galat)
    else:
        messages.success(request, berhasil)
        return hasil
    return None


def _add_validation(form: forms.Form, galat: ValidationError) -> None:
    """A model's own check; what names no field of this form stands above it."""
    if not hasattr(galat, "error_dict"):
        form.add_error(None, galat)
        return
    for bidang, daftar in galat.error_dict.items():
        form.add_error(bidang if bidang in form.fields and bidang != NON_FIELD_ERRORS else None, daftar)


@dataclass(frozen=True, slots=True)
class HalamanFormulir:
    """A page that holds one form and nothing else."""

    judul: str
    kata: str
    kembali: str
    remah: tuple[tuple[str, str], ...] = ()
    penjelasan: str = ""
    bahaya: bool = False


def _tab(pengguna: Pengguna) -> list[tuple[str, str, str]]:
    """The parts of the admin's pages that this account may open: name, address, code."""
    semua = [
        (_("Ikhtisar"), "beranda", PENGELOLA),
        (_("Unit"), "unit", (Izin.KELOLA_ORGANISASI,)),
        (_("Jabatan"), "jabatan", (Izin.KELOLA_ORGANISASI,)),
        (_("Pengguna"), "pengguna", (Izin.KELOLA_PENGGUNA,)),
        (_("Kalender"), "kalender", (Izin.KELOLA_KALENDER,)),
        (_("Instansi"), "instansi", (Izin.KELOLA_ORGANISASI,)),
        (_("Jejak audit"), "audit", (Izin.LIHAT_AUDIT,)),
    ]
    return [
        (nama, reverse(f"kelola:{kode}"), kode)
        for nama, kode, izin in semua
        if any(boleh(pengguna, satu) for satu in izin)
    ]


def render_kelola(request: HttpRequest, admin: Admin, templat: str, konteks: dict[str, Any]) -> HttpResponse:
    """One page of the admin, with the tabs the account may open. `konteks["bagian"]` names the current one."""
    return render(request, templat, {"tab": _tab(admin.pengguna), **konteks})


def _render_formulir(
    request: HttpRequest, admin: Admin, halaman: HalamanFormulir, form: forms.Form, bagian: str
) -> HttpResponse:
    konteks = {"halaman": halaman, "form": form, "bagian": bagian}
    return render_kelola(request, admin, "kelola/formulir.html", konteks)


def run_formulir(
    request: HttpRequest,
    admin: Admin,
    halaman: HalamanFormulir,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    bagian: str,
    berhasil: str,
    lanjut: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """Show a form, or run it and go on to `lanjut` (the page's way back when not given)."""
    if request.method == "POST":
        hasil = submit(request, form, act, berhasil)
        if hasil is not None:
            return redirect(lanjut(hasil) if lanjut else halaman.kembali)
    return _render_formulir(request, admin, halaman, form, bagian)


def act_now(request: HttpRequest, act: Callable[[], Any], berhasil: str, kembali: str) -> HttpResponse:
    """A button without a form: run the service, say what happened, go back."""
    try:
        act()
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, berhasil)
    return redirect(kembali)


def page_of(request: HttpRequest, daftar: Any, per_halaman: int = PER_HALAMAN) -> Page[Any]:
    return Paginator(daftar, per_halaman).get_page(request.GET.get("halaman"))


def read_pada(request: HttpRequest) -> date:
    """The day a list is read as of, from the address; today when absent or malformed."""
    try:
        return date.fromisoformat(request.GET.get("pada", ""))
    except ValueError:
        return today()


def data_of(request: HttpRequest) -> Any:
    """The posted data, or None: a form that has not been sent is not bound."""
    return request.POST if request.method == "POST" else None


def files_of(request: HttpRequest) -> Any:
    return request.FILES if request.method == "POST" else None
