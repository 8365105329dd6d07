"""The shape of our LKE workbook: what the export writes and the import reads back.

Each row carries its code in a hidden first column, each sheet a mark with instrument, hash and the sheet's uid.
"""

from dataclasses import dataclass

from sakip.platform.lembar.pesan import column_letters

PENANDA = "SAKIP-LKE"
VERSI = "1"
#: Rows, counted from 0.
BARIS_PENANDA, BARIS_UID, BARIS_KEPALA, BARIS_ISI = 0, 1, 3, 4
#: Columns, counted from 0.
KODE, NOMOR, NAMA, BOBOT, MANDIRI, NILAI_MANDIRI, APIP, NILAI_APIP, CAPAIAN = range(9)
CATATAN, BUKTI, CATATAN_MANDIRI, DIHITUNG = range(9, 13)
KEPALA = {
    KODE: "Kode",
    NOMOR: "No",
    NAMA: "Komponen/subkomponen/kriteria",
    BOBOT: "Bobot",
    MANDIRI: "Mandiri",
    NILAI_MANDIRI: "Nilai mandiri",
    APIP: "APIP",
    NILAI_APIP: "Nilai APIP",
    CAPAIAN: "Capaian (%)",
    CATATAN: "Catatan evaluator",
    BUKTI: "Daftar bukti",
    CATATAN_MANDIRI: "Catatan unit",
    DIHITUNG: "Dihitung",
}
#: Sheets that are not of a unit.
LEMBAR_LAIN = ("Keterangan", "Ref", "Rekap")
BARIS_TOTAL, BARIS_PREDIKAT = "TOTAL", "PREDIKAT"


@dataclass(frozen=True, slots=True)
class Tanda:
    """What the mark of a sheet says."""

    instrumen_id: str
    instrumen_hash: str

    def to_text(self) -> str:
        return "|".join((PENANDA, VERSI, self.instrumen_id, self.instrumen_hash))


def read_tanda(teks: object) -> Tanda | None:
    """None: the sheet is not one of our export."""
    bagian = str(teks).split("|")
    if len(bagian) != 4 or bagian[0] != PENANDA or bagian[1] != VERSI:
        return None
    return Tanda(bagian[2], bagian[3])


def kolom(nomor: int) -> str:
    return column_letters(nomor)
