"""Category scales: dated data, lower bounds, judged on unrounded values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from kinerja.capaian.yaml_ketat import DataTidakSah, load_yaml

_FOLDER = "data/skala"
CAPAIAN = "capaian"


class SkalaTidakDikenal(LookupError):
    """No scale has this id."""


class SkalaBukanCapaian(ValueError):
    """The scale grades something else, so a capaian must not be given its letters."""


@dataclass(frozen=True, slots=True)
class Kategori:
    """One band. `urutan` counts from the worst band (1) upwards, as the stair glyph does."""

    kode: str
    nama: str
    batas_bawah: Decimal | None
    urutan: int
    termasuk: bool = True

    def covers(self, nilai: Decimal) -> bool:
        """Whether the value reaches this band's lower bound.

        >>> Kategori("ST", "sangat tinggi", Decimal(91), 5).covers(Decimal("90.999"))
        False
        """
        if self.batas_bawah is None:
            return True
        return nilai >= self.batas_bawah if self.termasuk else nilai > self.batas_bawah


@dataclass(frozen=True, slots=True)
class Skala:
    """A scale with its source; bands from the best to the worst."""

    id: str
    nama: str
    sumber: str
    berlaku_mulai: date
    berlaku_sampai: date | None
    kategori: tuple[Kategori, ...]
    untuk: str = CAPAIAN
    catatan: str = ""

    def kategori_for(self, nilai: Decimal) -> Kategori:
        """The band of an unrounded value.

        >>> load_skala("permendagri-86-2017").kategori_for(Decimal("90.99")).nama
        'tinggi'
        """
        if self.untuk != CAPAIAN:
            raise SkalaBukanCapaian(
                f"Skala {self.nama} hanya untuk {self.untuk}, bukan untuk capaian indikator."
            )
        # The last band has no lower bound, so there always is one.
        return next(kategori for kategori in self.kategori if kategori.covers(nilai))


@lru_cache(maxsize=64)
def load_skala(skala_id: str) -> Skala:
    """A scale by its id.

    >>> [k.kode for k in load_skala("permendagri-86-2017").kategori]
    ['ST', 'T', 'S', 'R', 'SR']
    """
    if skala_id not in list_skala():
        raise SkalaTidakDikenal(f'Skala "{skala_id}" tidak ada. Pilihan: {", ".join(list_skala())}.')
    nama = f"{skala_id}.yaml"
    teks = files("kinerja.capaian").joinpath(_FOLDER, nama).read_text(encoding="utf-8")
    return parse_skala(teks, nama=nama)


@lru_cache(maxsize=1)
def list_skala() -> tuple[str, ...]:
    """The ids of all scales that come with the library.

    >>> "jabar-a-2016" in list_skala()
    True
    """
    isi = files("kinerja.capaian").joinpath(_FOLDER).iterdir()
    return tuple(sorted(berkas.name.removesuffix(".yaml") for berkas in isi if berkas.name.endswith(".yaml")))


def parse_skala(teks: str, *, nama: str) -> Skala:
    """A scale from YAML text; refuses gaps in the data rather than guessing."""
    isi = load_yaml(teks, nama=nama)
    hilang = [kunci for kunci in ("id", "nama", "sumber", "berlaku_mulai", "kategori") if not isi.get(kunci)]
    if hilang:
        raise DataTidakSah(f"{nama}: wajib memuat {', '.join(hilang)}.")
    jumlah = len(isi["kategori"])
    kategori = tuple(
        _parse_kategori(baris, jumlah - posisi, nama) for posisi, baris in enumerate(isi["kategori"])
    )
    _check_order(kategori, nama)
    return Skala(
        id=isi["id"],
        nama=isi["nama"],
        sumber=isi["sumber"],
        berlaku_mulai=isi["berlaku_mulai"],
        berlaku_sampai=isi.get("berlaku_sampai"),
        kategori=kategori,
        untuk=isi.get("untuk", CAPAIAN),
        catatan=isi.get("catatan", ""),
    )


def _parse_kategori(baris: Mapping[str, Any], urutan: int, nama: str) -> Kategori:
    batas = baris.get("batas_bawah")
    if batas is not None and not isinstance(batas, str):
        raise DataTidakSah(f"{nama}: batas_bawah {batas} harus ditulis dalam tanda kutip.")
    try:
        angka = None if batas is None else Decimal(batas)
    except InvalidOperation:
        raise DataTidakSah(f'{nama}: batas_bawah "{batas}" bukan angka.') from None
    return Kategori(baris["kode"], baris["nama"], angka, urutan, baris.get("termasuk", True))


def _check_order(kategori: tuple[Kategori, ...], nama: str) -> None:
    if kategori[-1].batas_bawah is not None:
        raise DataTidakSah(f"{nama}: kategori terakhir tidak boleh memakai batas_bawah.")
    batas = [k.batas_bawah for k in kategori[:-1]]
    for atas, bawah in pairwise(batas):
        if atas is None or bawah is None or atas < bawah:
            raise DataTidakSah(f"{nama}: batas_bawah harus menurun dari kategori terbaik.")
