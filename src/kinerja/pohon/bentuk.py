"""The shape of a rule: what it says, why, on which law, with an example that breaks it and one that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from kinerja.pohon.temuan import TingkatTemuan

if TYPE_CHECKING:
    from kinerja.pohon.indeks import Indeks

#: The texts of the law that the rules stand on, in one spelling.
LANGKAH_1 = "PermenPANRB 89/2021, langkah 1 (menetapkan hasil yang diuraikan)"
LANGKAH_2 = "PermenPANRB 89/2021, langkah 2 (faktor kunci keberhasilan)"
LANGKAH_3 = "PermenPANRB 89/2021, langkah 3 (menguraikan sampai kondisi paling operasional)"
LANGKAH_4 = "PermenPANRB 89/2021, langkah 4 (merumuskan indikator)"
LANGKAH_5 = "PermenPANRB 89/2021, langkah 5 (menerjemahkan ke komponen perencanaan dan jabatan)"
SMART = (
    "PermenPANRB 53/2014 Lampiran II.F (spesifik, dapat diukur, dapat dicapai, relevan, sesuai kurun waktu)"
)
TINGKAT_IKU = "PermenPANRB 53/2014 Lampiran II.G (tingkat indikator menurut entitas)"
PENGUMPULAN = "PermenPANRB 53/2014 Lampiran II.H (cara menghitung dan mengumpulkan data tiap indikator)"
IKU = "PER/09/M.PAN/5/2007 (penetapan indikator kinerja utama)"
PERJANJIAN = "PermenPANRB 53/2014 Lampiran I (perjanjian kinerja: sasaran, indikator, target)"
NOMENKLATUR = "Permendagri 90/2019 beserta pemutakhirannya (kode dan nomenklatur)"
RENCANA = "Permendagri 86/2017 (RPJMD dan Renstra: tujuan, sasaran, program, indikator, target)"
PERAN_HASIL = "PermenPANRB 6/2022 (matriks peran hasil: langsung dan tidak langsung)"


class Lapor(NamedTuple):
    """What a rule reports: node id (None: the whole tree), message, indicator, and the field if not the usual."""

    simpul: str | None
    pesan: str
    indikator: str | None = None
    bidang: str | None = None


@dataclass(frozen=True, slots=True)
class Contoh:
    """An example: as readers see it, and as data that the test runs through the rule."""

    teks: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.teks


def contoh(teks: str, *simpul: Mapping[str, Any], **pohon: Any) -> Contoh:
    """An example from its nodes and the facts of its tree.

    >>> contoh("Satu simpul", {"id": "S1"}, tahun=2026).data["tahun"]
    2026
    """
    return Contoh(teks, {"simpul": list(simpul), **pohon})


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule. `periksa_ke` are numbers of the list of checks, `kategori` letters of the consistency categories."""

    kode: str
    tingkat: TingkatTemuan
    judul: str
    alasan: str
    perbaikan: str
    dasar: str
    bidang: str
    contoh_buruk: Contoh
    contoh_baik: Contoh
    periksa: Callable[[Indeks], Iterable[Lapor]]
    periksa_ke: tuple[int, ...] = ()
    kategori: tuple[str, ...] = ()
