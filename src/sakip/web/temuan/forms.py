"""What the pages of findings ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.platform.temuan.model import TingkatTemuan
from sakip.web.saring import SaringForm

TERBUKA, DITERIMA, SEMUA = "terbuka", "diterima", "semua"
KEADAAN = [
    ("", gettext_lazy("Terbuka")),
    (DITERIMA, gettext_lazy("Diterima dengan alasan")),
    (SEMUA, gettext_lazy("Semua")),
]


class SaringTemuanForm(SaringForm):
    """Filter of a list of findings; an unknown value filters nothing."""

    q = forms.CharField(label=gettext_lazy("Cari kata"), required=False, max_length=100)
    tingkat = forms.ChoiceField(
        label=gettext_lazy("Tingkat"),
        choices=[("", gettext_lazy("Semua tingkat")), *TingkatTemuan.choices],
        required=False,
    )
    kode = forms.ChoiceField(label=gettext_lazy("Aturan"), required=False)
    keadaan = forms.ChoiceField(label=gettext_lazy("Keadaan"), choices=KEADAAN, required=False)

    def __init__(self, data: Any, *, kode: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["kode"].choices = [("", _("Semua aturan")), *kode]  # type: ignore[attr-defined]


class AkuiForm(forms.Form):
    """Why a finding is accepted as it is."""

    kunci = forms.CharField(widget=forms.HiddenInput, max_length=200)
    tahun = forms.IntegerField(widget=forms.HiddenInput, min_value=1990, max_value=2100)
    kembali = forms.CharField(widget=forms.HiddenInput, max_length=600, required=False)
    alasan = forms.CharField(
        label=gettext_lazy("Mengapa temuan ini dapat diterima"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=gettext_lazy("Dibaca evaluator. Temuan terbuka lagi bila isinya berubah."),
    )
