"""What the tests of instruments share."""

from pathlib import Path

from kinerja.instrumen import Instrumen, load_folder

BAHAN = Path(__file__).with_name("bahan")
INDEKS = load_folder(BAHAN / "indeks-kecil")
TINGKAT = load_folder(BAHAN / "tingkat-kecil")
INDEKS_PENUH = {"G1": "100", "G2": "100", "G3": "5", "G4": "100", "G5": "WTP", "T": "100"}


def uniform(instrumen: Instrumen, urutan: int = 0) -> dict[str, object]:
    """The same place on its scale for every item, the best by default."""
    pilihan = ((b.kode, instrumen.skala[b.skala].kode) for b in instrumen.penilaian if b.skala)
    return {kode: daftar[min(urutan, len(daftar) - 1)] for kode, daftar in pilihan}
