"""One cell of the matrix."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _l

from sakip.apps.perencanaan.models import CaraCascading, PeranHasil


class SelForm(forms.Form):
    hasil = forms.CharField(
        label=_l("Hasil yang menjadi peran jabatan ini"),
        max_length=700,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_l("Tulis keadaan yang dicapai, bukan kegiatan."),
    )
    ukuran = forms.CharField(label=_l("Ukuran (indikator kinerja individu)"), required=False, max_length=600)
    target_teks = forms.CharField(label=_l("Target"), required=False, max_length=300)
    cara = forms.ChoiceField(
        label=_l("Cara cascading"),
        choices=CaraCascading.choices,
        help_text=_l(
            "Langsung: memikul bagian dari target yang sama. Tidak langsung: hasil lain yang mendukungnya."
        ),
    )

    def __init__(self, data: Any = None, *, peran: PeranHasil | None = None) -> None:
        awal = (
            {}
            if peran is None
            else {n: getattr(peran, n) for n in ("hasil", "ukuran", "target_teks", "cara")}
        )
        super().__init__(data, initial=awal, auto_id="sel_%s")
