"""What the pages of IKU decrees ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _l

from sakip.apps.perencanaan.models import SimpulIndikator
from sakip.platform.organisasi.models import Unit
from sakip.web.kelola.forms.pilihan import PilihSatu


class IkuBaruForm(forms.Form):
    unit = PilihSatu(label=_l("Unit"))
    nama = forms.CharField(
        label=_l("Nama keputusan"),
        max_length=300,
        help_text=_l("Misalnya Keputusan IKU Dinas Kesehatan 2025-2029."),
    )
    tahun_mulai = forms.IntegerField(label=_l("Tahun mulai"), min_value=1990, max_value=2100)
    tahun_selesai = forms.IntegerField(label=_l("Tahun selesai"), min_value=1990, max_value=2100)
    dasar = forms.CharField(label=_l("Nomor keputusan"), required=False, max_length=300)

    def __init__(self, data: Any = None, *, unit: list[tuple[Unit, str]], **isi: Any) -> None:
        super().__init__(data, **isi)
        pilih = self.fields["unit"]
        assert isinstance(pilih, PilihSatu)
        pilih.set_baris(unit)


class PilihIkuForm(forms.Form):
    """Which indicators of the plan become IKU, and why."""

    indikator = forms.MultipleChoiceField(
        label=_l("Indikator sasaran pada rencana yang berlaku"), widget=forms.CheckboxSelectMultiple
    )
    alasan = forms.CharField(
        label=_l("Alasan pemilihan"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000
    )

    def __init__(self, data: Any = None, *, calon: Iterable[tuple[SimpulIndikator, str]]) -> None:
        super().__init__(data, auto_id="pilih_%s")
        daftar = list(calon)
        self.baris = {str(satu.pk): satu for satu, _label in daftar}
        self.fields["indikator"].choices = [(str(s.pk), label) for s, label in daftar]  # type: ignore[attr-defined]

    @property
    def terpilih(self) -> list[SimpulIndikator]:
        return [self.baris[pk] for pk in self.cleaned_data["indikator"]]
