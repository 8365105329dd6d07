"""The shape of a rule between documents, and the texts of law that the rules stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kinerja.periksa.dokumen.model import Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.pohon.temuan import TingkatTemuan

PERJANJIAN = "PermenPANRB 53/2014 Lampiran I (perjanjian kinerja: sasaran, indikator, target)"
REVISI = "PermenPANRB 53/2014 Lampiran I huruf E (alasan perubahan perjanjian kinerja)"
LAPORAN = (
    "PermenPANRB 53/2014 Lampiran II (laporan kinerja: membandingkan realisasi dengan target perjanjian)"
)
INDIKATOR = (
    "PermenPANRB 53/2014 Lampiran II.F (spesifik, dapat diukur, dapat dicapai, relevan, berkurun waktu)"
)
PENGUMPULAN = "PermenPANRB 53/2014 Lampiran II.H (cara menghitung dan mengumpulkan data tiap indikator)"
IKU = "PER/09/M.PAN/5/2007 dan PER/20/M.PAN/11/2008 (penetapan dan penggunaan IKU)"
RENSTRA = "Permendagri 86/2017 (keselarasan Renstra, Renja, dan target tahunan)"
PENJENJANGAN = "PermenPANRB 89/2021 (penjenjangan kinerja)"
SAKIP = "Perpres 29/2014 (perjanjian, pengukuran, dan pengelolaan data kinerja)"

KATEGORI = {
    "A": "target PK berbeda dari pengukuran di LKjIP",
    "B": "target PK bertanda tangan berbeda dari salinannya",
    "B2": "target berbeda antartabel atau antardokumen perencanaan",
    "C": "target PK berbeda dari cascading eselon II",
    "D": "rencana aksi berbeda dari PK",
    "E": "indikator PK tanpa target atau tidak diukur, indikator luar PK ikut dihitung",
    "F": "himpunan indikator berbeda",
    "G": "redaksi indikator atau sasaran berbeda",
    "H": "satuan berbeda atau hilang",
    "I": "anggaran",
    "J": "struktur pohon dan target turunan",
    "K": "realisasi atau perhitungan berbeda",
}


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule. `periksa_ke` are numbers of the list of checks, `kategori` letters of the categories.

    Rules that look at the same differences share `periksa`; the runner calls it once and the finding names
    the rule.
    """

    kode: str
    tingkat: TingkatTemuan
    kategori: tuple[str, ...]
    judul: str
    alasan: str
    perbaikan: str
    dasar: str
    contoh_buruk: str
    contoh_baik: str
    periksa: Callable[[Perbandingan], Iterable[Temuan]]
    periksa_ke: tuple[int, ...] = ()
