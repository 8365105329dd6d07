"""What a page about the way to a predikat is asked for: all of it stands in the address, so it can be shared."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from sakip.platform.dasar import today

_KODE = re.compile(r"[0-9A-Za-z]+(\.[0-9A-Za-z]+)*(:[A-Z]{1,2})?")
TERBANYAK = 200
#: From this month on a year has too little left to plan for.
BULAN_AKHIR = 10


@dataclass(frozen=True, slots=True)
class Keadaan:
    """`tanpa` is left out, `dengan` is done in any case; `dasar` the year of the sheet to start from."""

    target: str
    tahun: int
    dasar: int | None = None
    ketat: bool = False
    tanpa: tuple[str, ...] = ()
    dengan: tuple[str, ...] = ()
    upaya: Decimal | None = None

    @property
    def berandai(self) -> int:
        return len(self.tanpa) + len(self.dengan)

    @property
    def kueri(self) -> str:
        isi: dict[str, str] = {"target": self.target, "tahun": str(self.tahun)}
        if self.dasar is not None:
            isi["dasar"] = str(self.dasar)
        if self.ketat:
            isi["ketat"] = "1"
        if self.tanpa:
            isi["tanpa"] = ",".join(self.tanpa)
        if self.dengan:
            isi["dengan"] = ",".join(self.dengan)
        if self.upaya is not None:
            isi["upaya"] = str(self.upaya)
        return urlencode(isi, safe=",:")

    def exclude(self, kode: str) -> "Keadaan":
        return replace(
            self,
            tanpa=tuple(dict.fromkeys((*self.tanpa, kode))),
            dengan=tuple(k for k in self.dengan if k != kode),
        )

    def include(self, kode: str) -> "Keadaan":
        return replace(
            self,
            tanpa=tuple(k for k in self.tanpa if k != kode),
            dengan=tuple(dict.fromkeys((*self.dengan, kode))),
        )

    def release(self, kode: str) -> "Keadaan":
        return replace(
            self,
            tanpa=tuple(k for k in self.tanpa if k != kode),
            dengan=tuple(k for k in self.dengan if k != kode),
        )

    def reset(self) -> "Keadaan":
        return replace(self, tanpa=(), dengan=(), upaya=None)


def read_keadaan(kueri: Mapping[str, str], *, target: Iterable[str], baku: str) -> Keadaan:
    """From the address; what cannot be read falls back to the default."""
    diminta = kueri.get("target", "")
    return Keadaan(
        target=diminta if diminta in set(target) else baku,
        tahun=_year(kueri.get("tahun", "")) or tahun_baku(),
        dasar=_year(kueri.get("dasar", "")),
        ketat=kueri.get("ketat", "") in {"1", "on"},
        tanpa=_codes(kueri.get("tanpa", "")),
        dengan=_codes(kueri.get("dengan", "")),
        upaya=_effort(kueri.get("upaya", "")),
    )


def tahun_baku() -> int:
    """The year in which steps are taken: this one, or the next when this one is nearly over."""
    hari = today()
    return hari.year if hari.month < BULAN_AKHIR else hari.year + 1


def tahun_pilihan() -> list[int]:
    tahun = today().year
    return [tahun, tahun + 1]


def triwulan_awal(tahun: int) -> int:
    """The first quarter that is still ahead in a year."""
    hari = today()
    return (hari.month - 1) // 3 + 1 if tahun == hari.year else 1


def _year(teks: str) -> int | None:
    return int(teks) if re.fullmatch(r"20[0-9]{2}", teks) else None


def _codes(teks: str) -> tuple[str, ...]:
    kode = (satu.strip() for satu in teks.split(","))
    return tuple(dict.fromkeys(satu for satu in kode if _KODE.fullmatch(satu) and len(satu) <= 20))[
        :TERBANYAK
    ]


def _effort(teks: str) -> Decimal | None:
    try:
        nilai = Decimal(teks.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return nilai if nilai.is_finite() and 0 <= nilai < 1_000_000 else None
