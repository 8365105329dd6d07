"""What the pages of the nomenclature ask for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.apps.perencanaan.models import JenisNomenklatur, VersiNomenklatur
from sakip.web.kelola.forms.pilihan import PilihSatu, Tanggal
from sakip.web.saring import SaringForm

JENIS = [("", gettext_lazy("Semua tingkat")), *JenisNomenklatur.choices]
KEADAAN = [
    ("", gettext_lazy("Semua yang berubah")),
    ("baru", gettext_lazy("Baru")),
    ("hilang", gettext_lazy("Hilang")),
    ("ganti_nama", gettext_lazy("Berganti nama")),
    ("ganti_kode", gettext_lazy("Berganti kode")),
    ("sama", gettext_lazy("Tidak berubah")),
]


class VersiForm(forms.Form):
    """A new list, before its entries."""

    kode = forms.CharField(
        label=gettext_lazy("Kode versi"), max_length=40, help_text=gettext_lazy("Singkat, misalnya 2024.")
    )
    nama = forms.CharField(label=gettext_lazy("Nama"), max_length=200)
    dasar = forms.CharField(
        label=gettext_lazy("Dasar hukum"),
        max_length=300,
        help_text=gettext_lazy("Nomor dan tahun Kepmendagri yang memuat daftarnya."),
    )
    berlaku_mulai = Tanggal(
        label=gettext_lazy("Berlaku mulai"),
        help_text=gettext_lazy("Versi sebelumnya berakhir pada tanggal ini."),
    )


class NamaVersiForm(forms.Form):
    """What a list is called; when it begins stays, because codes are read by their day."""

    kode = forms.CharField(label=gettext_lazy("Kode versi"), max_length=40)
    nama = forms.CharField(label=gettext_lazy("Nama"), max_length=200)
    dasar = forms.CharField(label=gettext_lazy("Dasar hukum"), max_length=300)

    def __init__(self, data: Any = None, *, versi: VersiNomenklatur) -> None:
        super().__init__(data, initial={b: getattr(versi, b) for b in ("kode", "nama", "dasar")})


class UnggahForm(forms.Form):
    """The workbook of a list."""

    berkas = forms.FileField(
        label=gettext_lazy("Berkas nomenklatur"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=gettext_lazy(
            "Buku kerja .xlsx atau .csv dengan kolom kode, utuh atau terbagi seperti lampiran, dan kolom nomenklatur."
        ),
    )

    def clean_berkas(self) -> "UploadedFile[bytes]":
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        batas = settings.UPLOAD_MAX_BYTES
        if berkas.size is not None and berkas.size > batas:
            pesan = _("Berkas melebihi batas %(batas)s MB. Bagi per urusan, lalu unggah satu per satu.")
            raise forms.ValidationError(pesan % {"batas": batas // 1024 // 1024})
        return berkas


class SaringButirForm(SaringForm):
    """Search within one list."""

    q = forms.CharField(label=gettext_lazy("Cari kode atau nama"), required=False, max_length=100)
    jenis = forms.ChoiceField(label=gettext_lazy("Tingkat"), required=False, choices=JENIS)


class SaringBandingForm(SaringForm):
    """Filter of a comparison."""

    q = forms.CharField(label=gettext_lazy("Cari kode atau nama"), required=False, max_length=100)
    jenis = forms.ChoiceField(label=gettext_lazy("Tingkat"), required=False, choices=JENIS)
    keadaan = forms.ChoiceField(label=gettext_lazy("Perubahan"), required=False, choices=KEADAAN)


class SaringTinjauForm(SaringForm):
    """Filter of the entries that are left to map."""

    jenis = forms.ChoiceField(label=gettext_lazy("Tingkat"), required=False, choices=JENIS)


class PadananForm(forms.Form):
    """The entry of a later list that an entry became."""

    versi = PilihSatu(label=gettext_lazy("Versi baru"))
    kode = forms.CharField(
        label=gettext_lazy("Kode di versi itu"),
        max_length=30,
        help_text=gettext_lazy("Sub kegiatan boleh dua atau empat angka."),
    )
    keterangan = forms.CharField(label=gettext_lazy("Keterangan"), max_length=300, required=False)

    def __init__(self, *args: Any, sesudah: Sequence[VersiNomenklatur], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versi = self.fields["versi"]
        assert isinstance(versi, PilihSatu)
        versi.set_baris((satu, satu.nama) for satu in sesudah)
        if len(sesudah) == 1:
            self.initial.setdefault("versi", str(sesudah[0].uid))
