"""How a form or a button of these pages reaches a service: refusals stand beside their field."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sakip.platform.dasar import GalatDomain
from sakip.web.kelola.dasar import HalamanFormulir, submit


def run_form(
    request: HttpRequest,
    halaman: HalamanFormulir,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    berhasil: str,
    lanjut: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """Show a form on a page of its own, or run it and go on."""
    if request.method == "POST":
        hasil = submit(request, form, lambda isi: act(isi) or True, berhasil)
        if hasil is not None:
            return redirect(lanjut(hasil) if lanjut else halaman.kembali)
    return render(request, "evaluasi/formulir.html", {"halaman": halaman, "form": form})


def act_or_tell(request: HttpRequest, act: Callable[[], object], berhasil: str) -> bool:
    """Run a service behind a button; say what happened either way."""
    try:
        act()
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return False
    messages.success(request, berhasil)
    return True


def is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def uid_of(teks: str | None) -> UUID | None:
    """A uuid that was posted; None for anything else."""
    try:
        return UUID(teks or "")
    except ValueError:
        return None
