"""What the `hitung-ulang` of several commands share: their options, and how differences are told."""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence

TAMPIL = 50
ADA_BEDA = 1


def add_arguments(parser: ArgumentParser, *, tahun: str) -> None:
    """The options; `tahun` says which year is meant."""
    parser.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
    parser.add_argument("--unit", metavar="KODE", help="bawaan: semua unit")
    parser.add_argument("--tahun", metavar="TTTT", type=int, help=tahun)
    parser.add_argument("--tulis", action="store_true", help="simpan hasil hitungan baru")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def report(
    beda: Sequence[str], *, diperiksa: int, satuan: str, ditulis: bool, write: Callable[[str], object]
) -> None:
    """Print the differences, one a line, and what they come to."""
    for satu in beda[:TAMPIL]:
        write(satu)
    if len(beda) > TAMPIL:
        write(f"... dan {len(beda) - TAMPIL} perbedaan lain (lihat --json)")
    ekor = "semua sama" if not beda else f"{len(beda)} berbeda"
    if beda:
        ekor += ", sudah diperbaiki" if ditulis else "; jalankan dengan --tulis untuk memperbaiki"
    write(f"{diperiksa} {satuan} diperiksa, {ekor}.")
