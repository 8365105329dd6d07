"""A new file as evidence of a unit: the fields every page asks for, and the one way it is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.datakinerja.services import add_bukti
from sakip.platform.accounts.models import Pengguna
from sakip.platform.files.jenis import DITERIMA, list_akhiran
from sakip.platform.files.services import store_berkas
from sakip.platform.organisasi.models import Unit
from sakip.web.kelola.forms.pilihan import Tanggal


class BerkasBaruForm(forms.Form):
    """The file, what it is called, and the day of the document itself."""

    berkas = forms.FileField(
        label=gettext_lazy("Unggah berkas baru"),
        widget=forms.ClearableFileInput(attrs={"accept": list_akhiran(DITERIMA).replace(" ", "")}),
    )
    judul = forms.CharField(
        label=gettext_lazy("Judul berkas baru"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Kosong: memakai nama berkasnya."),
    )
    tanggal_bukti = Tanggal(label=gettext_lazy("Tanggal dokumen"), required=False)


def keep_bukti(*, unit: Unit, isi: dict[str, Any], by: Pengguna) -> Bukti:
    """Store the file of a valid form and enter it as evidence of the unit."""
    berkas = isi["berkas"]
    tersimpan = store_berkas(instansi=unit.instansi, isi=berkas, nama=berkas.name, by=by)
    return add_bukti(
        unit=unit,
        judul=isi["judul"] or tersimpan.nama,
        berkas=tersimpan,
        tanggal_bukti=isi["tanggal_bukti"],
        by=by,
    )
