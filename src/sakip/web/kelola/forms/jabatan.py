"""Forms of the post pages."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sakip.platform.accounts.models import JenisPenugasan
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, JabatanVersi
from sakip.web.kelola.forms.pilihan import (
    PilihSatu,
    SaringForm,
    Tanggal,
    pilihan_jabatan,
    pilihan_pengguna,
    pilihan_unit,
)


class _CiriJabatan(forms.Form):
    nama = forms.CharField(label=_("Nama jabatan"), max_length=250)
    unit = PilihSatu(label=_("Unit"))
    eselon = forms.CharField(
        label=_("Eselon"),
        max_length=10,
        required=False,
        help_text=_("Misalnya II.b. Kosong untuk kepala daerah."),
    )
    atasan = PilihSatu(label=_("Atasan langsung"), required=False)
    kepala = forms.BooleanField(label=_("Mengepalai unit dan menandatangani untuknya"), required=False)

    def _set_pilihan(self, instansi: Instansi, versi: JabatanVersi | None = None) -> None:
        jabatan = versi.jabatan if versi else None
        self.fields["unit"].set_baris(pilihan_unit(instansi, today()))  # type: ignore[attr-defined]
        self.fields["atasan"].set_baris(  # type: ignore[attr-defined]
            pilihan_jabatan(instansi, today(), kecuali=jabatan), _("Tanpa atasan")
        )


class JabatanBaruForm(_CiriJabatan):
    kode = forms.CharField(label=_("Kode"), max_length=60, help_text=_("Tetap, misalnya DINKES-KADIS."))
    berlaku_mulai = Tanggal(label=_("Berlaku mulai"))

    field_order = ["kode", "nama", "unit"]

    def __init__(self, instansi: Instansi, data: Any = None, **isi: Any) -> None:
        super().__init__(data, **isi)
        self._set_pilihan(instansi)
        self.fields["berlaku_mulai"].initial = date(today().year, 1, 1)


class UbahJabatanForm(_CiriJabatan):
    sejak = Tanggal(label=_("Berlaku mulai"))

    def __init__(self, versi: JabatanVersi, data: Any = None) -> None:
        awal = {
            "nama": versi.nama,
            "eselon": versi.eselon,
            "kepala": versi.kepala,
            "unit": str(versi.unit.uid),
            "atasan": str(versi.atasan.uid) if versi.atasan else "",
            "sejak": today(),
        }
        super().__init__(data, initial=awal)
        self._set_pilihan(versi.instansi, versi)


class TugaskanForm(forms.Form):
    """Puts an account into a post."""

    pengguna = PilihSatu(label=_("Pengguna"))
    jenis = forms.ChoiceField(label=_("Cara menjabat"), choices=JenisPenugasan.choices)
    berlaku_mulai = Tanggal(label=_("Mulai"))
    berlaku_sampai = Tanggal(
        label=_("Tidak menjabat lagi mulai"), required=False, help_text=_("Kosong bila belum diketahui.")
    )

    def __init__(self, instansi: Instansi, data: Any = None) -> None:
        super().__init__(data, initial={"berlaku_mulai": today()})
        self.fields["pengguna"].set_baris(pilihan_pengguna(instansi))  # type: ignore[attr-defined]


class AkhiriPenugasanForm(forms.Form):
    tanggal = Tanggal(label=_("Tidak menjabat lagi mulai"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"tanggal": today()})


class SaringJabatanForm(SaringForm):
    q = forms.CharField(label=_("Cari jabatan atau unit"), required=False, max_length=100)
    pada = Tanggal(label=_("Keadaan pada"), required=False)
    isi = forms.ChoiceField(
        label=_("Pejabat"),
        choices=[("", _("Semua")), ("kosong", _("Belum ada pejabat")), ("plt", _("Dijabat Plt. atau Plh."))],
        required=False,
    )
