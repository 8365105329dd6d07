"""Rows of the database to the types of `kinerja`, and back. Nothing is computed here."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Protocol

from kinerja.capaian import AturanCapaian, Polaritas
from kinerja.nilai import JenisNilai, Nilai
from kinerja.pembulatan import KONTEKS_LEBAR
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.nilai import Bernilai, JenisNilaiTersimpan, Keadaan
from sakip.platform.dasar import GalatDomain

SKALA_BAWAAN = "permendagri-86-2017"
#: Digits behind and before the point that a stored number may have (Decimal(30, 10)).
DESIMAL_TERBANYAK, DIGIT_UTUH = 10, 20

_TERSIMPAN = {
    JenisNilai.AMBANG: JenisNilaiTersimpan.AMBANG,
    JenisNilai.RENTANG: JenisNilaiTersimpan.RENTANG,
    JenisNilai.ORDINAL: JenisNilaiTersimpan.ORDINAL,
    JenisNilai.TEKS: JenisNilaiTersimpan.TEKS,
}
_DIBACA = {
    JenisNilaiTersimpan.ANGKA.value: JenisNilai.ANGKA,
    JenisNilaiTersimpan.RENTANG.value: JenisNilai.RENTANG,
    JenisNilaiTersimpan.ORDINAL.value: JenisNilai.ORDINAL,
    JenisNilaiTersimpan.AMBANG.value: JenisNilai.AMBANG,
    JenisNilaiTersimpan.TEKS.value: JenisNilai.TEKS,
}


#: The columns that `nilai_of` reads, for rows that are read without building model objects.
BIDANG_NILAI = ("jenis_nilai", "angka", "bawah", "atas", "pembanding", "teks", "desimal", "pengali")


class BarisNilai(Protocol):
    """A row with the columns of Bernilai: a model object, or a named tuple of `values_list`."""

    @property
    def jenis_nilai(self) -> str: ...
    @property
    def angka(self) -> Decimal | None: ...
    @property
    def bawah(self) -> Decimal | None: ...
    @property
    def atas(self) -> Decimal | None: ...
    @property
    def pembanding(self) -> str: ...
    @property
    def teks(self) -> str: ...
    @property
    def desimal(self) -> int | None: ...
    @property
    def pengali(self) -> Decimal | None: ...


class AngkaTakMuat(GalatDomain):
    """A number has more digits than the database keeps; it is refused rather than rounded."""


def nilai_of(obj: Bernilai | BarisNilai) -> Nilai:
    """The value of a row; a realisasi without a figure is `kosong`, or `tidak_berlaku` with its reason."""
    keadaan = getattr(obj, "keadaan", Keadaan.DILAPORKAN)
    if keadaan == Keadaan.TIDAK_BERLAKU:
        return Nilai.tidak_berlaku(getattr(obj, "alasan", ""))
    jenis = _DIBACA[obj.jenis_nilai]
    if keadaan != Keadaan.DILAPORKAN or (jenis is JenisNilai.ANGKA and obj.angka is None):
        return Nilai.kosong()
    angka = _as_printed(obj.angka, obj.desimal)
    bawah, atas = _as_printed(obj.bawah, obj.desimal), _as_printed(obj.atas, obj.desimal)
    if jenis is JenisNilai.RENTANG and angka is None:
        angka = atas
    return Nilai(
        jenis,
        teks=obj.teks or _spell(jenis, angka, bawah, atas, obj.pembanding),
        angka=angka,
        bawah=bawah,
        atas=atas,
        pembanding=obj.pembanding or None,
        pengali=None if obj.pengali is None else _trim(obj.pengali),
        desimal=_count_decimals(angka) if obj.desimal is None else obj.desimal,
    )


def fields_of(nilai: Nilai) -> dict[str, Any]:
    """The fields of a Bernilai row; raises AngkaTakMuat for a number the database cannot keep exactly."""
    jenis = _TERSIMPAN.get(nilai.jenis, JenisNilaiTersimpan.ANGKA)
    if not nilai.dilaporkan:
        kosong = dict.fromkeys(("angka", "bawah", "atas", "desimal", "pengali"))
        return {"jenis_nilai": jenis.value, **kosong, "pembanding": "", "teks": nilai.teks[:500]}
    return {
        "jenis_nilai": jenis.value,
        "angka": _storable(nilai.angka),
        "bawah": _storable(nilai.bawah),
        "atas": _storable(nilai.atas),
        "pembanding": nilai.pembanding or "",
        "teks": nilai.teks[:500],
        "desimal": nilai.desimal,
        "pengali": nilai.pengali,
    }


def keadaan_of(nilai: Nilai | None) -> Keadaan:
    """Which of the presences and absences a value as read stands for."""
    if nilai is None or nilai.jenis in (JenisNilai.KOSONG, JenisNilai.GALAT):
        return Keadaan.BELUM_DILAPORKAN
    return Keadaan.TIDAK_BERLAKU if nilai.jenis is JenisNilai.TIDAK_BERLAKU else Keadaan.DILAPORKAN


def nilai_to_json(nilai: Nilai) -> dict[str, Any]:
    """A value as JSON that `nilai_from_json` reads back unchanged: numbers as exact text, gaps left out."""
    angka = {
        nama: None if isi is None else f"{isi:f}"
        for nama, isi in (
            ("angka", nilai.angka),
            ("bawah", nilai.bawah),
            ("atas", nilai.atas),
            ("pengali", nilai.pengali),
        )
    }
    isi = {
        "jenis": nilai.jenis.value,
        "teks": nilai.teks or None,
        "pembanding": nilai.pembanding,
        "desimal": nilai.desimal,
        "sebab": nilai.sebab,
        **angka,
    }
    return {nama: bagian for nama, bagian in isi.items() if bagian is not None}


def nilai_from_json(isi: Mapping[str, Any]) -> Nilai:
    """The value that `nilai_to_json` wrote; an empty mapping is not reported."""
    if not isi:
        return Nilai.kosong()
    return Nilai(
        JenisNilai(isi["jenis"]),
        teks=isi.get("teks", ""),
        angka=_decimal(isi, "angka"),
        bawah=_decimal(isi, "bawah"),
        atas=_decimal(isi, "atas"),
        pembanding=isi.get("pembanding"),
        pengali=_decimal(isi, "pengali"),
        desimal=isi.get("desimal"),
        sebab=isi.get("sebab"),
    )


def _decimal(isi: Mapping[str, Any], nama: str) -> Decimal | None:
    return Decimal(isi[nama]) if nama in isi else None


def aturan_of(versi: IndikatorVersi, skala_id: str = SKALA_BAWAAN) -> AturanCapaian:
    """The achievement rule of a dictionary entry under the instansi's scale."""
    peringkat = tuple(versi.peringkat) or None
    batas = None if versi.batas is None else _trim(versi.batas)
    # The dictionary's decimals are those of the value; an achievement prints with two, as published reports do.
    return _aturan(Polaritas(versi.polaritas), batas, peringkat, skala_id)


def aturan_hash(aturan: AturanCapaian) -> str:
    """The rule's fingerprint; equal rules of thousands of indicators are hashed once."""
    return _hash(aturan)


@lru_cache(maxsize=1024)
def _aturan(
    polaritas: Polaritas,
    batas: Decimal | None,
    peringkat: tuple[str, ...] | None,
    skala_id: str,
) -> AturanCapaian:
    return AturanCapaian(polaritas, batas=batas, peringkat=peringkat, skala_id=skala_id)


@lru_cache(maxsize=1024)
def _hash(aturan: AturanCapaian) -> str:
    return aturan.hash()


def _as_printed(angka: Decimal | None, desimal: int | None) -> Decimal | None:
    """The stored number without the zeros that the column adds, or with the decimals that were printed."""
    if angka is None:
        return None
    ringkas = _trim(angka)
    kurang = (desimal or 0) - _count_decimals(ringkas)
    if kurang <= 0:
        return ringkas
    return ringkas.quantize(Decimal(1).scaleb(-(desimal or 0)), context=KONTEKS_LEBAR)


def _trim(angka: Decimal) -> Decimal:
    """The same number without the zeros behind its last decimal."""
    teks = f"{angka:f}"
    return Decimal(teks.rstrip("0").rstrip(".") if "." in teks else teks)


def _count_decimals(angka: Decimal | None) -> int:
    exponent = 0 if angka is None else angka.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _storable(angka: Decimal | None) -> Decimal | None:
    if angka is None:
        return None
    ringkas = _trim(angka) if angka.is_finite() else angka
    if (
        not ringkas.is_finite()
        or _count_decimals(ringkas) > DESIMAL_TERBANYAK
        or ringkas.adjusted() >= DIGIT_UTUH
    ):
        raise AngkaTakMuat(
            f"Angka {angka} memuat lebih dari {DIGIT_UTUH} digit utuh atau {DESIMAL_TERBANYAK} desimal. "
            "Tulis dengan satuan yang lebih besar atau bulatkan di sumbernya.",
            bidang="nilai",
        )
    return ringkas


def _spell(
    jenis: JenisNilai, angka: Decimal | None, bawah: Decimal | None, atas: Decimal | None, pembanding: str
) -> str:
    """What would have been printed, for a value that was typed as numbers."""
    if jenis is JenisNilai.RENTANG and bawah is not None and atas is not None:
        return f"{_id(bawah)}-{_id(atas)}"
    if jenis is JenisNilai.AMBANG:
        return f"{pembanding} {'' if angka is None else _id(angka)}".strip()
    return "" if angka is None else _id(angka)


def _id(angka: Decimal) -> str:
    return f"{angka:,f}".translate(str.maketrans(",.", ".,"))
