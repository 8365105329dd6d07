"""Which formula, which cap, which rounding and which scale: one rule, with a fingerprint."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache

from kinerja.pembulatan import Pembulatan, to_text


class Polaritas(StrEnum):
    """What counts as good, and with it the formula."""

    MAKS = "maks"
    MIN = "min"
    MIN_B = "min_b"
    RENTANG = "rentang"
    RENTANG_BIAYA = "rentang_biaya"
    STABIL = "stabil"
    ORDINAL = "ordinal"
    AMBANG = "ambang"
    LAJU_TURUN = "laju_turun"

    @property
    def sebutan(self) -> str:
        """The polarity as a reader sees it.

        >>> Polaritas.MIN.sebutan
        'makin kecil makin baik (rumus A)'
        """
        return _SEBUTAN[self]


_SEBUTAN = {
    Polaritas.MAKS: "makin besar makin baik",
    Polaritas.MIN: "makin kecil makin baik (rumus A)",
    Polaritas.MIN_B: "makin kecil makin baik (rumus B)",
    Polaritas.RENTANG: "di dalam rentang",
    Polaritas.RENTANG_BIAYA: "di dalam rentang waktu atau biaya",
    Polaritas.STABIL: "tetap pada target",
    Polaritas.ORDINAL: "peringkat",
    Polaritas.AMBANG: "ambang",
    Polaritas.LAJU_TURUN: "target berupa laju penurunan",
}


class NolMinB(StrEnum):
    """What T / R gives when nothing bad happened at all (R = 0). No regulation answers this."""

    RUMUS_A = "rumus_a"
    SERATUS = "seratus"
    TAK_TERHITUNG = "tak_terhitung"


class BatasTidakDikenal(ValueError):
    """The cap is neither `tanpa` nor a number above zero."""


class AturanTidakSah(ValueError):
    """The parts of a rule contradict each other."""


_SUMBER = {
    Polaritas.MAKS: "praktik LKjIP (realisasi dibanding target); PermenPANRB 53/2014 tidak menetapkan rumus",
    Polaritas.MIN: "praktik LKjIP (tercetak di 11 LKIP Jawa Barat 2016); sebangun dengan 1 + (1 − R/T) "
    "PermenPANRB 8/2021",
    Polaritas.MIN_B: "praktik LKjIP (T/R; WP-SIPD tren negatif)",
    Polaritas.RENTANG: "praktik LKjIP; nilai di dalam rentang = 100 adalah kesimpulan, bukan bunyi peraturan",
    Polaritas.RENTANG_BIAYA: "PermenPANRB 8/2021 hlm. 100 (waktu dan biaya)",
    Polaritas.STABIL: "parameter instansi: 100 dikurangi simpangan dari target",
    Polaritas.ORDINAL: "praktik LKjIP (WTP/WTP = 100)",
    Polaritas.AMBANG: "praktik LKjIP (terpenuhi = 100, tidak = 0)",
    Polaritas.LAJU_TURUN: "praktik LKjIP (laju penurunan dihitung seperti makin besar makin baik)",
}
BATAS_TANPA = "tanpa"


@dataclass(frozen=True)
class AturanCapaian:
    """One achievement rule. `batas` is the cap in percent, None means no cap.

    `peringkat` names the grades of an ordinal from lowest to highest; without it two grades are
    only compared for equality. `skala_id` None gives no category.

    >>> AturanCapaian(Polaritas.MIN, batas=Decimal(120)).uraian
    'makin kecil makin baik (rumus A), batas 120'
    """

    polaritas: Polaritas
    batas: Decimal | None = None
    desimal: int = 2
    pembulatan: Pembulatan = Pembulatan.SETENGAH_KE_ATAS
    skala_id: str | None = "permendagri-86-2017"
    peringkat: tuple[str, ...] | None = None
    nol_min_b: NolMinB = NolMinB.RUMUS_A
    sumber: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule that cannot be applied."""
        if self.batas is not None and not (self.batas.is_finite() and self.batas > 0):
            raise AturanTidakSah(f"Batas capaian harus lebih besar dari nol, tertulis {self.batas}.")
        if self.desimal < 0:
            raise AturanTidakSah(f"Jumlah desimal tidak boleh negatif, tertulis {self.desimal}.")
        if self.peringkat is not None and len(set(map(grade_key, self.peringkat))) != len(self.peringkat):
            raise AturanTidakSah("Daftar peringkat memuat sebutan yang sama dua kali.")
        if not self.sumber:
            object.__setattr__(self, "sumber", _SUMBER[self.polaritas])

    @cached_property
    def uraian(self) -> str:
        """The rule in one line."""
        batas = "tanpa batas atas" if self.batas is None else f"batas {to_text(self.batas).replace('.', ',')}"
        return f"{self.polaritas.sebutan}, {batas}"

    def to_dict(self) -> dict[str, object]:
        """The rule as JSON-able data, numbers as text.

        >>> AturanCapaian(Polaritas.MAKS).to_dict()["batas"]
        'tanpa'
        """
        return {
            "polaritas": self.polaritas.value,
            "batas": BATAS_TANPA if self.batas is None else to_text(self.batas),
            "desimal": self.desimal,
            "pembulatan": self.pembulatan.value,
            "skala_id": self.skala_id,
            "peringkat": None if self.peringkat is None else list(self.peringkat),
            "nol_min_b": self.nol_min_b.value,
            "sumber": self.sumber,
        }

    def hash(self) -> str:
        """SHA-256 of the canonical JSON: equal rules have equal fingerprints.

        >>> a = AturanCapaian(Polaritas.MAKS, batas=Decimal("120.0"))
        >>> a.hash() == AturanCapaian(Polaritas.MAKS, batas=Decimal(120)).hash()
        True
        """
        teks = json.dumps(self.to_dict(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(teks.encode()).hexdigest()


@lru_cache(maxsize=4096)
def grade_key(sebutan: str) -> str:
    """The form in which two printed grades are compared: spacing and letter case do not count.

    >>> grade_key(" Sangat  Baik ") == grade_key("SANGAT BAIK")
    True
    """
    return " ".join(sebutan.split()).casefold()


def parse_batas(teks: str | None) -> Decimal | None:
    """A cap as written: `tanpa`, or a number of percent such as 110 or 112,5.

    >>> parse_batas("tanpa") is None, parse_batas("120"), parse_batas("112,5%")
    (True, Decimal('120'), Decimal('112.5'))
    """
    if teks is None:
        return None
    bersih = teks.strip().removesuffix("%").strip().casefold()
    if bersih == BATAS_TANPA:
        return None
    bilangan = bersih.replace(",", ".")
    if bilangan.replace(".", "", 1).isdecimal() and bilangan.isascii():
        batas = Decimal(bilangan)
        if batas > 0:
            return batas
    raise BatasTidakDikenal(
        f'Batas "{teks}" tidak dikenal. Tulis tanpa, 100, 110, 120, atau angka lain di atas nol.'
    )
