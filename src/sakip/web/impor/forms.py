"""What the import pages ask for."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.apps.pengukuran.impor.services import read_batas
from sakip.web.saring import SaringForm

BENTUK = (
    ("templat", gettext_lazy("Templat sakip yang sudah diisi")),
    ("capaian", gettext_lazy("Tabel capaian: sasaran, indikator, target, realisasi")),
    ("program", gettext_lazy("Tabel program: program, kegiatan, sub kegiatan, K dan Rp per triwulan")),
)
DESIMAL = (
    ("otomatis", gettext_lazy("Dari isi kolomnya")),
    ("koma", gettext_lazy("Koma, mis. 1.234,5")),
    ("titik", gettext_lazy("Titik, mis. 1,234.5")),
)
TAHUN_AWAL, TAHUN_AKHIR = 1990, 2100


class ImporForm(forms.Form):
    """One file, what it is, and for which year and unit."""

    bentuk = forms.ChoiceField(label=gettext_lazy("Bentuk berkas"), choices=BENTUK, widget=forms.RadioSelect)
    berkas = forms.FileField(
        label=gettext_lazy("Berkas"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=gettext_lazy("Buku kerja .xlsx atau .csv."),
    )
    tahun = forms.IntegerField(
        label=gettext_lazy("Tahun kinerja"), min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR, localize=False
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Unit"),
        required=False,
        help_text=gettext_lazy("Hanya bila berkas tidak menyebut unitnya."),
    )
    desimal = forms.ChoiceField(
        label=gettext_lazy("Tanda desimal"),
        choices=DESIMAL,
        required=False,
        help_text=gettext_lazy("Ubah bila pratinjau menunjukkan angka yang meragukan."),
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Menurut berkas")), *units]  # type: ignore[attr-defined]

    def clean_berkas(self) -> "UploadedFile[bytes]":
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        batas = read_batas().byte
        if berkas.size is not None and berkas.size > batas:
            raise forms.ValidationError(
                _("Berkas melebihi batas %(batas)s MB. Bagi per perangkat daerah, lalu impor satu per satu.")
                % {"batas": batas // 1024 // 1024}
            )
        return berkas

    def clean_desimal(self) -> str:
        return self.cleaned_data["desimal"] or "otomatis"


class SaringPesanForm(SaringForm):
    """Filter of the messages of one import."""

    q = forms.CharField(label=gettext_lazy("Cari pesan"), required=False, max_length=100)
    tingkat = forms.ChoiceField(
        label=gettext_lazy("Tingkat"),
        required=False,
        choices=[
            ("", gettext_lazy("Semua tingkat")),
            ("galat", gettext_lazy("Galat")),
            ("peringatan", gettext_lazy("Peringatan")),
            ("info", gettext_lazy("Keterangan")),
        ],
    )
    lembar = forms.ChoiceField(label=gettext_lazy("Lembar"), required=False)

    def __init__(self, *args: Any, lembar: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lembar"].choices = [("", _("Semua lembar")), *((satu, satu) for satu in lembar if satu)]  # type: ignore[attr-defined]
