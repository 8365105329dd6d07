"""Efficiency of resources: four formulas in use, each with the warning that belongs to it.

No regulation defines one for regional governments. Say which was used, and print its warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.capaian.penjelasan import format_id, format_panjang
from kinerja.pembulatan import KONTEKS, KONTEKS_LEBAR, Pembulatan, round_value, to_text

_SERATUS, _NOL = Decimal(100), Decimal(0)
_LIMA_PULUH, _DUA_PULUH = Decimal(50), Decimal(20)


class RumusEfisiensi(StrEnum):
    """E1 to E4 as numbered in the domain notes, and the scaled value NE."""

    E1 = "e1"
    E2 = "e2"
    E3 = "e3"
    E4 = "e4"
    NE = "ne"

    @property
    def uraian(self) -> str:
        """The formula in symbols.

        >>> RumusEfisiensi.E1.uraian
        '100 − serapan'
        """
        return _URAIAN[self]


_URAIAN = {
    RumusEfisiensi.E1: "100 − serapan",
    RumusEfisiensi.E2: "capaian − serapan",
    RumusEfisiensi.E3: "(1 − serapan ÷ capaian) × 100",
    RumusEfisiensi.E4: "capaian ÷ serapan",
    RumusEfisiensi.NE: "50 + efisiensi ÷ 20 × 50, efisiensi dibatasi -20 sampai 20",
}
_SUMBER = {
    RumusEfisiensi.E1: "praktik LKIP (BPLHD dan Disperindag Provinsi Jawa Barat 2016)",
    RumusEfisiensi.E2: "praktik LKjIP",
    RumusEfisiensi.E3: "PMK 214/2017, untuk satu keluaran",
    RumusEfisiensi.E4: "praktik LKjIP",
    RumusEfisiensi.NE: "PMK 22/2021",
}
_SUMBER_BANYAK = "PMK 214/2017, seluruh keluaran"
_PERINGATAN = {
    "capaian_di_bawah_100": "Capaian di bawah 100: sisa anggaran bukan bukti efisiensi.",
    "capaian_tidak_ada": "Capaian tidak diketahui: sisa anggaran belum dapat disebut efisiensi.",
    "serapan_di_atas_100": "Serapan di atas 100%: periksa pagu dan realisasi anggaran.",
    "capaian_tidak_positif": "Capaian nol atau negatif: pembagian dengan capaian tidak bermakna.",
    "serapan_nol": "Serapan nol: pembagian dengan serapan tidak terdefinisi.",
    "dibatasi": "Efisiensi di luar -20 sampai 20 dibatasi sebelum diskalakan.",
}
_SEBAB = {
    "capaian_tidak_ada": "capaian tidak diketahui",
    "capaian_tidak_positif": "capaian nol atau negatif",
    "serapan_nol": "serapan nol",
    "serapan_tidak_ada": "pagu nol atau realisasi anggaran belum dilaporkan",
    "tanpa_keluaran": "tidak ada keluaran dengan pagu, capaian, dan realisasi anggaran",
}


@dataclass(frozen=True, slots=True)
class HasilEfisiensi:
    """An efficiency figure with its formula, inputs and warnings."""

    rumus: RumusEfisiensi
    nilai: Decimal | None
    isian: str
    sumber: str
    sebab: str | None = None
    tanda: tuple[str, ...] = ()
    dikeluarkan: tuple[str, ...] = ()
    desimal: int = 2
    pembulatan: Pembulatan = Pembulatan.SETENGAH_KE_ATAS

    @property
    def cetak(self) -> Decimal | None:
        """The value rounded once."""
        return None if self.nilai is None else round_value(self.nilai, self.desimal, self.pembulatan)

    @property
    def peringatan(self) -> tuple[str, ...]:
        """What a reader must know before calling this efficiency."""
        return tuple(_PERINGATAN[tanda] for tanda in self.tanda)

    @property
    def langkah(self) -> tuple[str, ...]:
        """Formula, numbers filled in, result."""
        if self.nilai is None:
            return (self.rumus.uraian, f"tidak dihitung: {_SEBAB[self.sebab or 'tanpa_keluaran']}")
        return (self.rumus.uraian, self.isian, f"= {format_panjang(self.nilai)}")

    def __str__(self) -> str:
        """One Indonesian sentence."""
        if self.nilai is None or self.cetak is None:
            return f"Efisiensi tidak dihitung: {_SEBAB[self.sebab or 'tanpa_keluaran']}."
        satuan = "" if self.rumus in (RumusEfisiensi.E4, RumusEfisiensi.NE) else "%"
        ekor = "".join(f" {kalimat}" for kalimat in self.peringatan)
        angka = format_id(self.cetak, self.desimal)
        return f"Efisiensi {angka}{satuan}: {self.isian} = {format_panjang(self.nilai)}.{ekor}"

    def to_dict(self) -> dict[str, object]:
        """JSON-able data, numbers as exact text."""
        return {
            "rumus": self.rumus.value,
            "nilai": None if self.nilai is None else to_text(self.nilai),
            "cetak": None if self.cetak is None else f"{self.cetak:f}",
            "sebab": self.sebab,
            "tanda": list(self.tanda),
            "peringatan": list(self.peringatan),
            "dikeluarkan": list(self.dikeluarkan),
            "langkah": list(self.langkah),
            "sumber": self.sumber,
            "penjelasan": str(self),
        }


@dataclass(frozen=True, slots=True)
class Keluaran:
    """One output of a budget: what it was given, what it used, what it achieved in percent."""

    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    capaian: Decimal | None


def compute_serapan(*, pagu: Decimal | None, realisasi: Decimal | None) -> Decimal | None:
    """Budget absorbed in percent; None when nothing was reported or there is no budget.

    >>> compute_serapan(pagu=Decimal(4000), realisasi=Decimal(3800))
    Decimal('95.00')
    """
    if pagu is None or realisasi is None or pagu == 0:
        return None
    return KONTEKS.multiply(KONTEKS.divide(realisasi, pagu), _SERATUS)


def compute_e1(*, capaian: Decimal | None, serapan: Decimal | None) -> HasilEfisiensi:
    """100 − serapan. Calls any unspent money efficient, so it warns unless capaian reached 100.

    >>> print(compute_e1(capaian=Decimal(100), serapan=Decimal("88.05")))
    Efisiensi 11,95%: 100 − 88,05 = 11,95.
    """
    if serapan is None:
        return _none(RumusEfisiensi.E1, "serapan_tidak_ada")
    tanda = _flags(capaian, serapan)
    return _some(RumusEfisiensi.E1, KONTEKS.subtract(_SERATUS, serapan), f"100 − {_id(serapan)}", tanda)


def compute_e2(*, capaian: Decimal | None, serapan: Decimal | None) -> HasilEfisiensi:
    """Capaian − serapan, in points.

    >>> compute_e2(capaian=Decimal(80), serapan=Decimal(95)).nilai
    Decimal('-15')
    """
    sebab = _missing(capaian, serapan)
    if capaian is None or serapan is None:
        return _none(RumusEfisiensi.E2, sebab)
    isian = f"{_id(capaian)} − {_id(serapan)}"
    return _some(RumusEfisiensi.E2, KONTEKS.subtract(capaian, serapan), isian, _flags(capaian, serapan))


def compute_e3(*, capaian: Decimal | None, serapan: Decimal | None) -> HasilEfisiensi:
    """(1 − serapan / capaian) x 100: what the achieved output would have cost, against what it did.

    >>> compute_e3(capaian=Decimal(125), serapan=Decimal(100)).nilai
    Decimal('20.0')
    """
    if capaian is None or serapan is None:
        return _none(RumusEfisiensi.E3, _missing(capaian, serapan))
    if capaian <= 0:
        return _none(RumusEfisiensi.E3, "capaian_tidak_positif", "capaian_tidak_positif")
    nilai = KONTEKS.multiply(KONTEKS.divide(KONTEKS_LEBAR.subtract(capaian, serapan), capaian), _SERATUS)
    isian = f"(1 − {_id(serapan)} ÷ {_id(capaian)}) × 100"
    return _some(RumusEfisiensi.E3, nilai, isian, _flags(capaian, serapan))


def compute_e3_banyak(keluaran: Sequence[Keluaran]) -> HasilEfisiensi:
    """The sum form of PMK 214/2017 over several outputs; incomplete outputs are left out and listed.

    >>> contoh = [Keluaran("a", Decimal(4), Decimal("3.8"), Decimal(122)),
    ...           Keluaran("b", Decimal(1), Decimal("0.975"), Decimal(80)),
    ...           Keluaran("c", Decimal(5), Decimal("4.725"), Decimal(142))]
    >>> print(compute_e3_banyak(contoh).cetak)
    25.67
    """
    seharusnya, terpakai = _NOL, _NOL
    dikeluarkan: list[str] = []
    for k in keluaran:
        if k.pagu is None or k.realisasi is None or k.capaian is None:
            dikeluarkan.append(k.nama)
            continue
        bagian = KONTEKS_LEBAR.multiply(k.pagu, k.capaian)
        seharusnya = KONTEKS_LEBAR.add(seharusnya, bagian)
        terpakai = KONTEKS_LEBAR.add(terpakai, KONTEKS_LEBAR.multiply(k.realisasi, _SERATUS))
    keluar = tuple(dikeluarkan)
    if len(keluar) == len(keluaran):
        return _none(RumusEfisiensi.E3, "tanpa_keluaran", dikeluarkan=keluar)
    if seharusnya <= 0:
        return _none(RumusEfisiensi.E3, "capaian_tidak_positif", "capaian_tidak_positif", dikeluarkan=keluar)
    selisih = KONTEKS_LEBAR.subtract(seharusnya, terpakai)
    nilai = KONTEKS.multiply(KONTEKS.divide(selisih, seharusnya), _SERATUS)
    beban, pakai = KONTEKS.divide(seharusnya, _SERATUS), KONTEKS.divide(terpakai, _SERATUS)
    isian = f"({_id(beban)} − {_id(pakai)}) ÷ {_id(beban)} × 100"
    return HasilEfisiensi(RumusEfisiensi.E3, nilai, isian, _SUMBER_BANYAK, dikeluarkan=keluar)


def compute_e4(*, capaian: Decimal | None, serapan: Decimal | None) -> HasilEfisiensi:
    """Capaian / serapan, a ratio; above 1 more was achieved than spent.

    >>> compute_e4(capaian=Decimal(120), serapan=Decimal(80)).nilai
    Decimal('1.5')
    """
    if capaian is None or serapan is None:
        return _none(RumusEfisiensi.E4, _missing(capaian, serapan))
    if serapan == 0:
        return _none(RumusEfisiensi.E4, "serapan_nol", "serapan_nol")
    isian = f"{_id(capaian)} ÷ {_id(serapan)}"
    return _some(RumusEfisiensi.E4, KONTEKS.divide(capaian, serapan), isian, _flags(capaian, serapan))


def compute_ne(efisiensi: Decimal | None) -> HasilEfisiensi:
    """NE = 50 + E/20 x 50 with E held between −20 and 20, so between 0 and 100.

    >>> compute_ne(Decimal(10)).nilai, compute_ne(Decimal("25.67")).nilai
    (Decimal('75.0'), Decimal('100'))
    """
    if efisiensi is None:
        return _none(RumusEfisiensi.NE, "tanpa_keluaran")
    e = min(max(efisiensi, -_DUA_PULUH), _DUA_PULUH)
    nilai = KONTEKS.add(_LIMA_PULUH, KONTEKS.multiply(KONTEKS.divide(e, _DUA_PULUH), _LIMA_PULUH))
    tanda = () if e == efisiensi else ("dibatasi",)
    return _some(RumusEfisiensi.NE, nilai, f"50 + {_id(e)} ÷ 20 × 50", tanda)


def _some(rumus: RumusEfisiensi, nilai: Decimal, isian: str, tanda: tuple[str, ...]) -> HasilEfisiensi:
    return HasilEfisiensi(rumus, nilai, isian, _SUMBER[rumus], tanda=tanda)


def _none(
    rumus: RumusEfisiensi, sebab: str | None, *tanda: str, dikeluarkan: tuple[str, ...] = ()
) -> HasilEfisiensi:
    return HasilEfisiensi(rumus, None, "", _SUMBER[rumus], sebab, tanda, dikeluarkan)


def _missing(capaian: Decimal | None, serapan: Decimal | None) -> str | None:
    if capaian is None:
        return "capaian_tidak_ada"
    return "serapan_tidak_ada" if serapan is None else None


def _flags(capaian: Decimal | None, serapan: Decimal) -> tuple[str, ...]:
    tanda: list[str] = []
    if capaian is None:
        tanda.append("capaian_tidak_ada")
    elif capaian < _SERATUS:
        tanda.append("capaian_di_bawah_100")
    if serapan > _SERATUS:
        tanda.append("serapan_di_atas_100")
    return tuple(tanda)


def _id(nilai: Decimal) -> str:
    return f"({format_panjang(nilai)})" if nilai < 0 else format_panjang(nilai)
