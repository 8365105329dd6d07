"""Filter forms above a list, and the filters in force as chips."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _


class SaringForm(forms.Form):
    """A small form whose fields are all optional; it stands in the address, so it is bound by GET."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data, auto_id="saring_%s")
        for field in self.fields.values():
            field.widget.attrs["class"] = _class_of(field.widget)


def _class_of(widget: forms.Widget) -> str:
    if isinstance(widget, forms.Select):
        return "form-select form-select-sm"
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    return "form-control form-control-sm"


def build_keping(form: SaringForm) -> dict[str, tuple[str, str]]:
    """One chip per filled field of a filter form."""
    keping = {}
    for nama, nilai in form.cleaned_data.items():
        if nilai in (None, "", False):
            continue
        field = form.fields[nama]
        if isinstance(field, forms.ChoiceField):
            teks = str(dict(field.widget.choices).get(nilai, nilai))
        else:
            teks = str(_("ya")) if nilai is True else str(nilai)
        keping[nama] = (str(field.label), teks)
    return keping
