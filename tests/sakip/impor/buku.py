"""Small workbooks for the tests of the importer."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.hasil import HasilImpor
from sakip.apps.pengukuran.impor.services import apply_berkas
from sakip.platform.lembar.baca import Buku, Lembar, Sel

TANGSEL = Path(__file__).parents[3] / "demo" / "tangsel2023" / "tangsel2023.xlsx"
JUDUL_PROGRAM = (
    "OPD",
    "Program",
    "Kegiatan",
    "Sub Kegiatan",
    "Indikator",
    "TW I K",
    "TW I Rp",
    "TW II K",
    "TW II Rp",
)
JUDUL_CAPAIAN = ("Unit", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Polaritas")


def baris_program(teks: str) -> list[list[str]]:
    """One row per line, cells parted by |."""
    baris = [[sel.strip() for sel in satu.split("|")] for satu in teks.strip().splitlines()]
    return [satu + [""] * (len(JUDUL_PROGRAM) - len(satu)) for satu in baris]


def buku_program(teks: str) -> Buku:
    return buku([list(JUDUL_PROGRAM), *baris_program(teks)])


def buku_capaian(*baris: Sequence[Sel]) -> Buku:
    return buku([list(JUDUL_CAPAIAN), *(list(satu) for satu in baris)])


def buku(baris: list[list[Sel]], nama: str = "Tabel", **isi: Any) -> Buku:
    return Buku("uji.xlsx", (Lembar(nama, baris, **isi),))


def xlsx(lembar: Mapping[str, Iterable[Sequence[Any]]]) -> bytes:
    """A real .xlsx; a cell that is a tuple (formula, shown) is written as a formula."""
    keluaran = io.BytesIO()
    berkas = xlsxwriter.Workbook(keluaran, {"in_memory": True, "strings_to_formulas": False})
    for nama, baris in lembar.items():
        halaman = berkas.add_worksheet(nama)
        for r, satu in enumerate(baris):
            for k, sel in enumerate(satu):
                if isinstance(sel, tuple):
                    halaman.write_formula(r, k, sel[0], None, sel[1])
                elif sel != "":
                    halaman.write(r, k, sel)
    berkas.close()
    return keluaran.getvalue()


def xlsx_program(teks: str) -> bytes:
    return xlsx({"Tabel": [JUDUL_PROGRAM, *baris_program(teks)]})


def terapkan(isi: bytes, bentuk: str = "program", *, tahun: int = 2023, **lain: Any) -> HasilImpor:
    bawaan = {"nama": "uji.xlsx", "kode_instansi": "99.99", "nama_instansi": "Kota Uji", "by": None}
    pilihan = PilihanImpor(tahun, unit=lain.pop("unit", ""))
    return apply_berkas(isi=isi, bentuk=bentuk, pilihan=pilihan, **{**bawaan, **lain})
