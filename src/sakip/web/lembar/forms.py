"""What the Excel pages ask for."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.web.lembar.halaman import Teks
from sakip.web.saring import SaringForm

TANYA, UBAH, SISTEM = "tanya", "ubah", "sistem"


class UnggahForm(forms.Form):
    """One workbook."""

    berkas = forms.FileField(
        label=gettext_lazy("Berkas"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def __init__(self, *args: Any, bantuan: Teks, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas"].help_text = str(bantuan)

    def clean_berkas(self) -> "UploadedFile[bytes]":
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if berkas.size is not None and berkas.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(
                _("Berkas melebihi batas %(batas)s MB.")
                % {"batas": settings.UPLOAD_MAX_BYTES // 1024 // 1024}
            )
        return berkas


class SaringBedaForm(SaringForm):
    """Filter of the differences of one file."""

    q = forms.CharField(label=gettext_lazy("Cari butir atau indikator"), required=False, max_length=100)
    tampil = forms.ChoiceField(
        label=gettext_lazy("Perbedaan"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua perbedaan")),
            (TANYA, gettext_lazy("Hanya yang perlu dipilih")),
            (UBAH, gettext_lazy("Hanya yang akan ditulis")),
            (SISTEM, gettext_lazy("Hanya perubahan di sistem")),
        ],
    )
