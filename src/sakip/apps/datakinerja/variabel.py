"""The named variables of an indicator's formula, each with its unit of measure and source."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sakip.apps.datakinerja.galat import UngkapanSalah, VariabelGanda, VariabelTakDipakai
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.ungkapan import evaluate, kunci_nama, names_in, read_ungkapan

VARIABEL_MAKS = 20


@dataclass(frozen=True, slots=True)
class Variabel:
    nama: str
    satuan: str = ""
    sumber: str = ""

    @property
    def lengkap(self) -> str:
        """Name with what is said of it, for reading."""
        rinci = "; ".join(satu for satu in (self.satuan, self.sumber) if satu)
        return f"{self.nama} ({rinci})" if rinci else self.nama


def read_variabel(isi: Iterable[Any]) -> tuple[Variabel, ...]:
    """As stored: a bare name (entries before variables had units), or a name with its unit and source."""
    return tuple(
        Variabel(**{k: str(satu.get(k, "")) for k in ("nama", "satuan", "sumber")})
        if isinstance(satu, Mapping)
        else Variabel(str(satu))
        for satu in isi
    )


def store_variabel(variabel: Iterable[Variabel]) -> list[Any]:
    """A variable of which only the name is known stays a bare name."""
    return [asdict(satu) if satu.satuan or satu.sumber else satu.nama for satu in variabel]


def variabel_of(versi: IndikatorVersi) -> tuple[Variabel, ...]:
    return read_variabel(versi.variabel)


def check_ungkapan(ungkapan: str, variabel: Iterable[Variabel]) -> None:
    """An exact formula uses every variable of the list and no other; without one nothing is asked."""
    if not ungkapan.strip():
        return
    nama = [satu.nama for satu in variabel]
    kunci = [kunci_nama(satu) for satu in nama]
    if ganda := next((n for n, k in zip(nama, kunci, strict=True) if kunci.count(k) > 1), None):
        raise VariabelGanda(ganda)
    dipakai = names_in(read_ungkapan(ungkapan, nama))
    if sisa := [n for n, k in zip(nama, kunci, strict=True) if k not in dipakai]:
        raise VariabelTakDipakai(sisa[0])


def count_nilai(
    ungkapan: str, variabel: Iterable[Variabel], isi: Mapping[str, Decimal], pengali: Decimal | None
) -> Fraction | None:
    """The exact figure of the formula for values by name; None when it cannot be counted yet.

    Without an exact formula: the first variable, over the second when there is one. The multiplier comes last.
    """
    nama = [satu.nama for satu in variabel]
    nilai = {kunci_nama(satu): Fraction(angka) for satu, angka in isi.items()}
    kali = Fraction(1 if pengali is None else pengali)
    if ungkapan.strip():
        try:
            rumus = read_ungkapan(ungkapan, nama)
        except UngkapanSalah:
            return None
        if not names_in(rumus) <= nilai.keys():
            return None
        hasil = evaluate(rumus, nilai)
        return None if hasil is None else hasil * kali
    ada = [nilai[kunci_nama(satu)] for satu in nama if kunci_nama(satu) in nilai]
    if len(ada) != len(nama) or not 1 <= len(ada) <= 2:
        return None
    if len(ada) == 1:
        return ada[0] * kali
    return None if ada[1] == 0 else ada[0] / ada[1] * kali
