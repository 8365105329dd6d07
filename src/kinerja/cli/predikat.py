"""`kinerja predikat`: the predikat of a value."""

from __future__ import annotations

import argparse
import json
from typing import Any

_URAIAN = """Predikat untuk sebuah nilai menurut tabel instrumen. Kata pertama keluaran adalah kodenya.

NILAI ditulis dengan titik desimal (79.55) atau pecahan (239/3). Batas bawah eksklusif: 80 adalah BB."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser("predikat", help="predikat untuk sebuah nilai", description=_URAIAN)
    parser.add_argument("nilai", metavar="NILAI", help="nilai, misalnya 79.55")
    parser.add_argument("--instrumen", metavar="ID", required=True, help="id instrumen")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Print the predikat, its code first."""
    from kinerja.berkas import BerkasTakTerbaca
    from kinerja.cli.instrumen import open_instrumen
    from kinerja.instrumen import NilaiDiLuarTabel, grade_for, parse_pecahan, to_baca
    from kinerja.instrumen.angka import BukanPecahan

    instrumen = open_instrumen(args.instrumen)
    try:
        p = grade_for(instrumen, parse_pecahan(args.nilai))
    except BukanPecahan as galat:
        raise BerkasTakTerbaca(f'"{args.nilai}" {galat}.', berkas="NILAI") from None
    except NilaiDiLuarTabel as galat:
        raise BerkasTakTerbaca(str(galat), berkas="NILAI") from None
    if args.json:
        print(json.dumps({"predikat": p.kode}, ensure_ascii=False))
        return 0
    batas = "dari" if p.termasuk else "di atas"
    print(f"{p.kode} ({p.sebutan}): {batas} {to_baca(p.di_atas)} sampai {to_baca(p.sampai)}")
    if instrumen.gabungan is not None:
        print("Menurut total saja; syarat klaster diperiksa dengan `kinerja skor`.")
    return 0
