"""Filter and order of performance tables, as they stand in the address."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.pengukuran.bacaan import BELUM, TIDAK_BERLAKU, BarisKinerja, KelompokSasaran, RekapUnit
from sakip.apps.pengukuran.models import StatusRealisasi
from sakip.web.kalimat import JALUR, MERAH
from sakip.web.saring import SaringForm

_T = TypeVar("_T")
TAK_TERHITUNG = "tak_terhitung"
PITA = [
    ("", _("Semua capaian")),
    ("merah", _("Merah (R dan SR)")),
    ("jalur", _("Di jalur (ST dan T)")),
    ("ST", _("Sangat tinggi")),
    ("T", _("Tinggi")),
    ("S", _("Sedang")),
    ("R", _("Rendah")),
    ("SR", _("Sangat rendah")),
    (BELUM, _("Belum dilaporkan")),
    (TIDAK_BERLAKU, _("Tidak berlaku")),
    (TAK_TERHITUNG, _("Tidak dapat dihitung")),
]
BELUM_DIISI, BELUM_RILIS = "belum_diisi", "belum_rilis"
STATUS = [("", _("Semua status")), (BELUM_DIISI, _("Belum diisi")), *StatusRealisasi.choices]


class SaringUnitForm(SaringForm):
    """Filter of one unit's indicators. Every field is optional; an unknown value filters nothing."""

    q = forms.CharField(label=_("Cari indikator"), required=False, max_length=100)
    pita = forms.ChoiceField(label=_("Capaian"), choices=PITA, required=False)
    status = forms.ChoiceField(label=_("Status"), choices=STATUS, required=False)
    iku = forms.BooleanField(label=_("Hanya IKU"), required=False)


class SaringRekapForm(SaringForm):
    """Filter of an instansi's units."""

    q = forms.CharField(label=_("Cari unit"), required=False, max_length=100)
    pita = forms.ChoiceField(label=_("Rata-rata"), choices=PITA[:-2], required=False)


@dataclass(frozen=True, slots=True)
class SaringUnit:
    q: str = ""
    pita: str = ""
    status: str = ""
    iku: bool = False
    urut: str = ""

    @property
    def aktif(self) -> bool:
        return bool(self.q or self.pita or self.status or self.iku)


@dataclass(frozen=True, slots=True)
class SaringRekap:
    q: str = ""
    pita: str = ""
    urut: str = ""

    @property
    def aktif(self) -> bool:
        return bool(self.q or self.pita)


def read_saring_unit(kueri: QueryDict) -> tuple[SaringUnitForm, SaringUnit]:
    form = SaringUnitForm(kueri)
    form.is_valid()
    bersih = form.cleaned_data
    urut = kueri.get("urut", "")
    return form, SaringUnit(
        q=bersih.get("q", ""),
        pita=bersih.get("pita", ""),
        status=bersih.get("status", ""),
        iku=bersih.get("iku", False),
        urut=urut if urut.removeprefix("-") in URUT_BARIS else "",
    )


def read_saring_rekap(kueri: QueryDict) -> tuple[SaringRekapForm, SaringRekap]:
    form = SaringRekapForm(kueri)
    form.is_valid()
    urut = kueri.get("urut", "")
    return form, SaringRekap(
        q=form.cleaned_data.get("q", ""),
        pita=form.cleaned_data.get("pita", ""),
        urut=urut if urut.removeprefix("-") in URUT_REKAP else "",
    )


def band_of(baris: BarisKinerja) -> str:
    """The band of a row, or which kind of absence it shows."""
    if not baris.wajib:
        return TIDAK_BERLAKU
    if baris.kategori is not None:
        return baris.kategori.kode
    dilaporkan = baris.realisasi is not None and baris.realisasi.dilaporkan
    return TAK_TERHITUNG if dilaporkan else BELUM


def _matches_band(kode: str, pita: str) -> bool:
    golongan = {"merah": MERAH, "jalur": JALUR}.get(pita)
    return kode in golongan if golongan is not None else kode == pita


def _matches(baris: BarisKinerja, saring: SaringUnit) -> bool:
    return (
        (not saring.q or saring.q.casefold() in baris.versi.nama.casefold())
        and (not saring.pita or _matches_band(band_of(baris), saring.pita))
        and (not saring.status or (baris.status or BELUM_DIISI) == saring.status)
        and (not saring.iku or baris.is_iku)
    )


def trend_of(nilai: list[Decimal | None]) -> list[Decimal | None]:
    """The values, or nothing when fewer than two of them are known."""
    return nilai if sum(satu is not None for satu in nilai) > 1 else []


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """A row with the sasaran it stands under (shown when the order breaks the groups up)."""

    baris: BarisKinerja
    kelompok: KelompokSasaran
    url: str = ""

    @property
    def tren(self) -> list[Decimal | None]:
        """Past years, then the period shown; one point alone is no trend."""
        return trend_of([*(nilai for _tahun, nilai in self.baris.tren), self.baris.capaian])

    @property
    def tren_label(self) -> list[str]:
        return [*(str(tahun) for tahun, _nilai in self.baris.tren), gettext("periode ini")]

    @property
    def absen(self) -> str:
        """Which absence stands in place of a figure; empty when something was reported."""
        baris = self.baris
        if not baris.wajib:
            return TIDAK_BERLAKU
        if baris.realisasi is not None:
            return ""
        return BELUM_RILIS if baris.keadaan == Keadaan.BELUM_RILIS else BELUM


@dataclass(frozen=True, slots=True)
class KelompokTampil:
    kelompok: KelompokSasaran
    baris: tuple[BarisTampil, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Alamat:
    """Where a row and a group are explained."""

    baris: Callable[[BarisKinerja], str]
    kelompok: Callable[[KelompokSasaran], str]


def filter_kelompok(
    kelompok: Iterable[KelompokSasaran], saring: SaringUnit, alamat: Alamat
) -> list[KelompokTampil]:
    """The groups with the rows that match; a group without any is left out while a filter is on."""
    hasil = [
        KelompokTampil(
            k,
            tuple(BarisTampil(b, k, alamat.baris(b)) for b in k.baris if _matches(b, saring)),
            alamat.kelompok(k),
        )
        for k in kelompok
    ]
    return [k for k in hasil if k.baris or not saring.aktif]


def sort_baris(kelompok: Iterable[KelompokTampil], urut: str) -> list[BarisTampil]:
    """All rows in one order; rows without the figure come last in either direction."""
    kunci = URUT_BARIS[urut.removeprefix("-")]
    return _sort([b for k in kelompok for b in k.baris], lambda b: kunci(b.baris), urut)


def filter_rekap(units: Iterable[RekapUnit], saring: SaringRekap) -> list[RekapUnit]:
    """The units that match, ranked by their average unless another order is asked for."""
    cocok = [u for u in units if _matches_unit(u, saring)]
    urut = saring.urut or "-rata"
    return _sort(cocok, URUT_REKAP[urut.removeprefix("-")], urut)


def _matches_unit(unit: RekapUnit, saring: SaringRekap) -> bool:
    kode = unit.kategori.kode if unit.kategori is not None else BELUM
    q = saring.q.casefold()
    return (not q or q in unit.versi.nama.casefold() or q in unit.versi.singkatan.casefold()) and (
        not saring.pita or _matches_band(kode, saring.pita)
    )


def _sort(isi: list[_T], kunci: Callable[[_T], Any], urut: str) -> list[_T]:
    ada = [x for x in isi if kunci(x) is not None]
    kosong = [x for x in isi if kunci(x) is None]
    return sorted(ada, key=kunci, reverse=urut.startswith("-")) + kosong


def _angka(baris: BarisKinerja) -> Decimal | None:
    return baris.realisasi.angka if baris.realisasi is not None else None


URUT_BARIS: dict[str, Callable[[BarisKinerja], Any]] = {
    "nama": lambda b: b.versi.nama.casefold(),
    "realisasi": _angka,
    "capaian": lambda b: b.capaian,
    "bukti": lambda b: b.jumlah_bukti,
    "status": lambda b: b.status or None,
}
URUT_REKAP: dict[str, Callable[[RekapUnit], Any]] = {
    "nama": lambda u: u.versi.nama.casefold(),
    "rata": lambda u: u.rata,
    "terukur": lambda u: Decimal(u.n_terukur) / u.n_wajib if u.n_wajib else None,
    "perubahan": lambda u: change_of(u),
}


def change_of(unit: RekapUnit) -> Decimal | None:
    """How the average moved since the last earlier year that is known; None when there is nothing to compare."""
    lalu = next((nilai for _tahun, nilai in reversed(unit.tren) if nilai is not None), None)
    return None if unit.rata is None or lalu is None else unit.rata - lalu
