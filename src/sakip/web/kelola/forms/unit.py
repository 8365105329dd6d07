"""Forms of the unit pages."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, JenisUnit, KlasterAkip, Unit, UnitVersi
from sakip.web.kelola.forms.pilihan import (
    PilihBanyak,
    PilihSatu,
    SaringForm,
    Tanggal,
    pilihan_setingkat,
    pilihan_unit,
)


class _CiriUnit(forms.Form):
    """What a unit is called and how it is classed."""

    nama = forms.CharField(label=_("Nama"), max_length=250)
    singkatan = forms.CharField(label=_("Singkatan"), max_length=60, required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), choices=JenisUnit.choices, initial=JenisUnit.PERANGKAT_DAERAH)
    klaster_akip = forms.ChoiceField(
        label=_("Klaster evaluasi AKIP"),
        choices=[("", _("Tanpa klaster")), *KlasterAkip.choices],
        required=False,
    )
    kode_skpd = forms.CharField(
        label=_("Kode SKPD"), max_length=40, required=False, help_text=_("Seperti di aplikasi anggaran.")
    )
    urusan = forms.CharField(label=_("Urusan pemerintahan"), max_length=200, required=False)
    entitas_sakip = forms.BooleanField(label=_("Menyusun PK dan LKjIP sendiri"), required=False, initial=True)


class UnitBaruForm(_CiriUnit):
    kode = forms.CharField(
        label=_("Kode"), max_length=40, help_text=_("Pendek dan tetap, misalnya DINKES. Tidak berubah lagi.")
    )
    induk = PilihSatu(label=_("Di bawah"), required=False)
    berlaku_mulai = Tanggal(label=_("Berlaku mulai"))

    field_order = ["kode", "nama", "singkatan", "jenis", "induk", "berlaku_mulai"]

    def __init__(self, instansi: Instansi, data: Any = None, **isi: Any) -> None:
        super().__init__(data, **isi)
        self.fields["induk"].set_baris(pilihan_unit(instansi, today()), _("Tingkat teratas"))  # type: ignore[attr-defined]
        self.fields["berlaku_mulai"].initial = date(today().year, 1, 1)


class UbahUnitForm(_CiriUnit):
    sejak = Tanggal(label=_("Berlaku mulai"))

    field_order = ["nama", "singkatan", "sejak"]

    def __init__(self, versi: UnitVersi, data: Any = None) -> None:
        bidang = ("nama", "singkatan", "jenis", "klaster_akip", "kode_skpd", "urusan")
        awal = {nama: getattr(versi, nama) for nama in bidang}
        super().__init__(data, initial={**awal, "entitas_sakip": versi.unit.entitas_sakip, "sejak": today()})


class PindahUnitForm(forms.Form):
    induk = PilihSatu(label=_("Di bawah"), required=False)
    sejak = Tanggal(label=_("Berlaku mulai"))

    def __init__(self, versi: UnitVersi, data: Any = None) -> None:
        awal = {"induk": str(versi.induk.uid) if versi.induk else "", "sejak": today()}
        super().__init__(data, initial=awal)
        pilihan = pilihan_unit(versi.instansi, today(), kecuali=versi.unit)
        self.fields["induk"].set_baris(pilihan, _("Tingkat teratas"))  # type: ignore[attr-defined]


class AkhiriForm(forms.Form):
    """Ends a unit or a post."""

    tanggal = Tanggal(label=_("Tidak berlaku lagi mulai"))
    alasan = forms.CharField(
        label=_("Alasan atau dasar hukum"), max_length=200, required=False, widget=forms.TextInput
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"tanggal": today()})


class _PeralihanForm(forms.Form):
    """How a unit continues as others."""

    tanggal = Tanggal(label=_("Beralih mulai"))
    dasar = forms.CharField(label=_("Dasar hukum"), max_length=200, required=False)

    def __init__(self, unit: Unit, data: Any = None) -> None:
        super().__init__(data, initial={"tanggal": date(today().year, 1, 1)})
        for bidang in self.fields.values():
            if isinstance(bidang, PilihSatu):
                bidang.set_baris(pilihan_unit(unit.instansi, today(), kecuali=unit))
            elif isinstance(bidang, PilihBanyak):
                bidang.set_baris(pilihan_setingkat(unit, today()))


class GabungForm(_PeralihanForm):
    ke = PilihSatu(
        label=_("Bergabung ke"),
        help_text=_("Unit hasil gabungan belum ada? Buat dahulu lewat “Tambah unit”."),
    )
    dari = PilihBanyak(
        label=_("Unit lain yang ikut bergabung"),
        required=False,
        help_text=_("Unit yang setingkat. Unit di tempat lain digabungkan dari halamannya sendiri."),
    )

    field_order = ["ke", "dari", "tanggal", "dasar"]


class PecahForm(_PeralihanForm):
    ke = PilihBanyak(
        label=_("Menjadi"),
        help_text=_("Unit yang setingkat. Unit hasil pemecahan dibuat dahulu lewat “Tambah unit”."),
    )
    tetap = forms.BooleanField(label=_("Unit ini tetap ada di samping unit baru"), required=False)

    field_order = ["ke", "tetap", "tanggal", "dasar"]


class TerusForm(_PeralihanForm):
    ke = PilihSatu(label=_("Diteruskan oleh"), help_text=_("Unit penerus dibuat dahulu lewat “Tambah unit”."))

    field_order = ["ke", "tanggal", "dasar"]


class SaringUnitForm(SaringForm):
    q = forms.CharField(label=_("Cari unit"), required=False, max_length=100)
    pada = Tanggal(label=_("Keadaan pada"), required=False)
