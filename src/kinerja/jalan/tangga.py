"""The ladder of a sub-component, read from the instrument: grade per number of fulfilled criteria, and above."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from kinerja.instrumen import Butir, Instrumen, Skala
from kinerja.instrumen.model import AturanSaran
from kinerja.jalan.galat import GalatJalan


@dataclass(frozen=True, slots=True)
class Tangga:
    """`jenjang[n]` is the grade with n criteria fulfilled, `naik` the grades above all of them, rising."""

    jenjang: tuple[str, ...]
    naik: tuple[str, ...]
    skala: Skala

    @property
    def penuh(self) -> str:
        """The grade of full fulfilment."""
        return self.jenjang[-1]

    def higher(self, kiri: str, kanan: str | None) -> str:
        """The better of two grades."""
        if kanan is None or self.skala.tabel[kiri] >= self.skala.tabel[kanan]:
            return kiri
        return kanan

    def lower_by(self, nilai: str, jenjang: int) -> str:
        """The grade so many rungs below, at worst the lowest."""
        urut = sorted(self.skala.tabel, key=lambda k: self.skala.tabel[k])
        return urut[max(urut.index(nilai) - jenjang, 0)]


@lru_cache(maxsize=512)
def build_tangga(instrumen: Instrumen, butir: Butir) -> Tangga:
    """The ladder of one sub-component; refuses instruments that do not grade by fulfilled criteria."""
    skala = instrumen.skala.get(butir.skala or "")
    kriteria = instrumen.kriteria(butir.kode)
    if instrumen.saran is None or skala is None or butir.bobot is None or not kriteria:
        raise GalatJalan(
            f"{instrumen.id} tidak menilai sub-komponen dari bagian kriteria yang terpenuhi, "
            "jadi jalan ke predikat tidak dapat dihitung.",
            bidang="instrumen",
        )
    dari = len(kriteria)
    jenjang = tuple(_grade_for(instrumen.saran, Fraction(n, dari)) for n in range(dari + 1))
    atas = skala.tabel[jenjang[-1]]
    naik = sorted(
        (k for k in instrumen.saran.istimewa if skala.tabel[k] > atas), key=lambda k: skala.tabel[k]
    )
    return Tangga(jenjang, tuple(naik), skala)


def _grade_for(saran: AturanSaran, bagian: Fraction) -> str:
    for ambang in saran.ambang:
        di_bawah = bagian <= ambang.sampai if ambang.sampai_termasuk else bagian < ambang.sampai
        if di_bawah and (ambang.di_atas is None or bagian > ambang.di_atas):
            return ambang.kode
    raise GalatJalan(f"Tidak ada gradasi untuk bagian {bagian}.", bidang="instrumen")
