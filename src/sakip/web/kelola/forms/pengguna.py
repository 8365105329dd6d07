"""Forms of the account pages."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sakip.platform.access.peran import PERAN_INSTANSI
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi
from sakip.web.kelola.forms.pilihan import PilihSatu, SaringForm, Tanggal, pilihan_unit

PILIHAN_PERAN = [(kode, peran.nama) for kode, peran in PERAN_INSTANSI.items()]


class _CiriPengguna(forms.Form):
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=150,
        help_text=_("Huruf, angka, titik, garis bawah. Misalnya perencana.dinkes."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    sebutan = forms.CharField(
        label=_("Sebutan"),
        max_length=200,
        required=False,
        help_text=_("Nama jabatan yang ditampilkan, bukan nama orang."),
    )
    email = forms.EmailField(
        label=_("Surel"), required=False, help_text=_("Tautan untuk membuat kata sandi dikirim ke sini.")
    )
    bahasa = forms.ChoiceField(label=_("Bahasa"), choices=settings.LANGUAGES, initial="id")


class PengaturanPeranForm(forms.Form):
    """Gives a role."""

    peran = forms.ChoiceField(label=_("Peran"), choices=PILIHAN_PERAN)
    unit = PilihSatu(
        label=_("Untuk unit"),
        required=False,
        help_text=_("Peran mencakup unit ini dan semua unit di bawahnya."),
    )
    berlaku_mulai = Tanggal(label=_("Mulai"))
    berlaku_sampai = Tanggal(
        label=_("Tidak berlaku lagi mulai"), required=False, help_text=_("Kosong bila tanpa batas waktu.")
    )

    def __init__(self, instansi: Instansi, data: Any = None) -> None:
        super().__init__(data, initial={"berlaku_mulai": today()})
        self.fields["unit"].set_baris(pilihan_unit(instansi, today()), _("Seluruh instansi"))  # type: ignore[attr-defined]


class PenggunaBaruForm(_CiriPengguna):
    """A new account, with its first role."""

    peran = forms.ChoiceField(
        label=_("Peran"),
        choices=[("", _("Beri nanti")), *PILIHAN_PERAN],
        required=False,
    )
    unit = PilihSatu(
        label=_("Untuk unit"),
        required=False,
        help_text=_("Peran mencakup unit ini dan semua unit di bawahnya."),
    )

    def __init__(self, instansi: Instansi, data: Any = None) -> None:
        super().__init__(data)
        self.fields["unit"].set_baris(pilihan_unit(instansi, today()), _("Seluruh instansi"))  # type: ignore[attr-defined]


class UbahPenggunaForm(_CiriPengguna):
    """The words of an account."""


class SaringPenggunaForm(SaringForm):
    q = forms.CharField(label=_("Cari pengguna"), required=False, max_length=100)
    peran = forms.ChoiceField(
        label=_("Peran"),
        choices=[("", _("Semua peran")), *PILIHAN_PERAN, ("tanpa", _("Tanpa peran"))],
        required=False,
    )
    keadaan = forms.ChoiceField(
        label=_("Keadaan"),
        choices=[("", _("Semua")), ("aktif", _("Aktif")), ("nonaktif", _("Nonaktif"))],
        required=False,
    )
