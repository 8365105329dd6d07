"""Fields of the admin's forms: a choice among rows of one's own instansi, and dates as browsers send them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sakip.platform.accounts.models import Pengguna
from sakip.platform.accounts.selectors import pengguna_of
from sakip.platform.organisasi.models import Instansi, Jabatan, JabatanVersi, Unit
from sakip.platform.organisasi.selectors import build_pohon, flatten, unit_versi_pada, unit_versi_terakhir


class _Beruid(Protocol):
    uid: UUID


class Tanggal(forms.DateField):
    """A date in the browser's own field."""

    def __init__(self, **isi: Any) -> None:
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **isi)


class SaringForm(forms.Form):
    """Filters above a list: small controls, nothing required, an unknown value filters nothing."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for bidang in self.fields.values():
            jenis = "form-select" if isinstance(bidang.widget, forms.Select) else "form-control"
            bidang.widget.attrs["class"] = f"{jenis} {jenis}-sm"

    def nilai(self, nama: str) -> Any:
        """The value of a field; what cannot be read filters nothing."""
        self.is_valid()
        return self.cleaned_data.get(nama) or None

    @property
    def aktif(self) -> bool:
        self.is_valid()
        return any(self.cleaned_data.values())


class PilihSatu(forms.ChoiceField):
    """One of the given rows, named by its uid; cleans to the row."""

    baris: dict[str, Any]

    def set_baris(self, baris: Iterable[tuple[_Beruid, str]], kosong: str = "") -> None:
        daftar = list(baris)
        self.baris = {str(satu.uid): satu for satu, _label in daftar}
        pilihan = [(str(satu.uid), label) for satu, label in daftar]
        self.choices = [("", kosong or _("Pilih")), *pilihan]

    def clean(self, value: Any) -> Any:
        return self.baris.get(super().clean(value))


class PilihBanyak(forms.MultipleChoiceField):
    """Several of the given rows; cleans to a list of rows."""

    widget = forms.CheckboxSelectMultiple
    baris: dict[str, Any]

    def set_baris(self, baris: Iterable[tuple[_Beruid, str]]) -> None:
        daftar = list(baris)
        self.baris = {str(satu.uid): satu for satu, _label in daftar}
        self.choices = [(str(satu.uid), label) for satu, label in daftar]

    def clean(self, value: Any) -> Any:
        return [self.baris[uid] for uid in super().clean(value)]


def pilihan_unit(instansi: Instansi, pada: date, kecuali: Unit | None = None) -> list[tuple[Unit, str]]:
    """Every unit known by `pada` that has not ended, indented as in the tree. One query."""
    versi = {
        unit_id: satu
        for unit_id, satu in unit_versi_terakhir(instansi, pada).items()
        if satu.berlaku_sampai is None or satu.berlaku_sampai > pada
    }
    return [
        (simpul.unit, f"{'– ' * simpul.kedalaman}{simpul.versi.nama} ({simpul.unit.kode})")
        for simpul in flatten(build_pohon(versi))
        if simpul.unit != kecuali
    ]


def pilihan_setingkat(unit: Unit, pada: date) -> list[tuple[Unit, str]]:
    """The units in force beside this one, under the same parent. Two queries."""
    versi = unit_versi_pada(unit.instansi, pada)
    induk = versi[unit.pk].induk_id if unit.pk in versi else None
    return [
        (satu.unit, f"{satu.nama} ({satu.unit.kode})")
        for satu in versi.values()
        if satu.induk_id == induk and satu.unit_id != unit.pk
    ]


def pilihan_jabatan(
    instansi: Instansi, pada: date, kecuali: Jabatan | None = None
) -> list[tuple[Jabatan, str]]:
    versi = JabatanVersi.objects.pada(pada).filter(instansi=instansi).select_related("jabatan", "unit")
    return [
        (satu.jabatan, f"{satu.nama} ({satu.unit.kode})")
        for satu in versi.order_by("unit__kode", "-kepala", "nama")
        if satu.jabatan != kecuali
    ]


def pilihan_pengguna(instansi: Instansi) -> list[tuple[Pengguna, str]]:
    return [
        (satu, f"{satu.sebutan} ({satu.username})" if satu.sebutan else satu.username)
        for satu in pengguna_of(instansi, aktif=True)
    ]
