"""How a form of the tree reaches a service without saying so: the list shows what was done, with the way back."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError

from sakip.apps.perencanaan.galat_pohon import SimpulBerubah
from sakip.platform.dasar import GalatDomain

_T = TypeVar("_T")


def run_form(form: forms.Form, act: Callable[[dict[str, Any]], _T]) -> _T | None:
    """The service's answer; None when it refused, with the reason beside its field. A stale version is passed on."""
    if not form.is_valid():
        return None
    try:
        return act(dict(form.cleaned_data))
    except SimpulBerubah:
        raise
    except GalatDomain as galat:
        form.add_error(galat.bidang if galat.bidang in form.fields else None, str(galat))
    except ValidationError as galat:
        for bidang, daftar in getattr(galat, "error_dict", {None: galat.messages}).items():
            form.add_error(bidang if bidang in form.fields else None, daftar)
    return None
