"""One form field: label, control, help and error tied together for the eye and for screen readers."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Bidang:
    """What templates/komponen/bidang.html needs to know about a field."""

    field: BoundField
    jenis: str
    kendali: SafeString
    id_bantuan: str
    id_galat: str
    satuan: str = ""
    unggah_batas: int = 0
    label: str = ""

    @property
    def galat(self) -> list[str]:
        return [str(error) for error in self.field.errors]


def jenis_kendali(widget: forms.Widget) -> str:
    """How the control is laid out: kotak (one tick box), pilihan (a group), berkas, or biasa."""
    if isinstance(widget, (forms.CheckboxSelectMultiple, forms.RadioSelect)):
        return "pilihan"
    if isinstance(widget, forms.CheckboxInput):
        return "kotak"
    if isinstance(widget, forms.FileInput):
        return "berkas"
    return "biasa"


def _kelas(widget: forms.Widget, jenis: str) -> str:
    own = str(widget.attrs.get("class", ""))
    if jenis in {"kotak", "pilihan"}:
        base = "form-check-input"
    elif isinstance(widget, forms.Select):
        base = "form-select"
    else:
        base = "form-control"
    return f"{base} {own}".strip()


def susun_bidang(field: BoundField, satuan: str = "", unggah_batas: int = 0, label: str = "") -> Bidang:
    """Prepare a field: class, aria-describedby and aria-invalid on its control."""
    widget = field.field.widget
    jenis = jenis_kendali(widget)
    help_id, error_id = f"{field.auto_id}_bantuan", f"{field.auto_id}_galat"
    described = [error_id] if field.errors else []
    if field.help_text:
        described.append(help_id)
    attrs: dict[str, str | bool] = {"class": _kelas(widget, jenis)}
    if label or widget.attrs.get("placeholder") == field.label:
        # A placeholder that repeats the label only disappears when it is needed.
        attrs["placeholder"] = ""
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if field.errors:
        attrs["aria-invalid"] = "true"
    if jenis == "pilihan":
        # Each choice is drawn on its own and takes its class from the widget of this form instance.
        widget.attrs["class"] = attrs["class"]
    control = SafeString("") if jenis == "pilihan" else field.as_widget(attrs=attrs)
    return Bidang(
        field, jenis, SafeString(control), help_id, error_id, satuan, unggah_batas, label or str(field.label)
    )
