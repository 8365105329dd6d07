"""`kinerja angka`: read printed numerals column by column."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.nilai import Nilai, Sel

_URAIAN = """Membaca angka seperti tercetak.

Masukan: daftar kolom dalam JSON, tiap kolom daftar teks. Satu kolom adalah satu bidang dari satu dokumen,
karena arti titik dan koma diputuskan per kolom. Keluaran berbentuk sama: {teks, jenis, nilai, ragu}, ditambah
sebab, pengali, pembanding, bawah, dan lain bila ada."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser(
        "angka",
        help="membaca angka seperti tercetak",
        description=_URAIAN,
    )
    parser.add_argument("berkas", metavar="BERKAS", help="berkas JSON, atau - untuk masukan baku")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Read the columns and print the cells."""
    from kinerja.nilai import read_column

    kolom_list = _read_columns(args.berkas)
    hasil = [list(zip(kolom, read_column(kolom), strict=True)) for kolom in kolom_list]
    if args.json:
        print(json.dumps([[_cell(*c) for c in kolom] for kolom in hasil], ensure_ascii=False))
    else:
        _print_table(hasil)
    return 0


def _read_columns(path: str) -> list[list[Sel]]:
    from decimal import Decimal

    from kinerja.berkas import BerkasTakTerbaca, display_name, read_json

    data, nama = read_json(path), display_name(path)
    if not isinstance(data, list):
        raise BerkasTakTerbaca("Isinya harus daftar kolom, tiap kolom daftar teks.", berkas=nama)
    for k, kolom in enumerate(data, start=1):
        if not isinstance(kolom, list):
            raise BerkasTakTerbaca("Kolom harus berupa daftar teks.", berkas=nama, kolom=str(k))
        for n, sel in enumerate(kolom, start=1):
            if not (sel is None or isinstance(sel, str | Decimal)):
                raise BerkasTakTerbaca("Sel harus berupa teks.", berkas=nama, baris=n, kolom=str(k))
    return data


def _cell(sel: Sel, nilai: Nilai) -> dict[str, Any]:
    """The cell of the JSON contract; keys that say nothing are left out."""
    hasil: dict[str, Any] = {
        "teks": sel if isinstance(sel, str) or sel is None else f"{sel:f}",
        "jenis": nilai.jenis.value,
        "nilai": None if nilai.angka is None else f"{nilai.angka:f}",
        "ragu": nilai.ragu,
    }
    tambahan = {"sebab": nilai.sebab, "pembanding": nilai.pembanding}
    tambahan |= {
        "pengali": None if nilai.pengali is None else f"{nilai.pengali:f}",
        "bawah": None if nilai.bawah is None else f"{nilai.bawah:f}",
    }
    hasil |= {k: v for k, v in tambahan.items() if v is not None}
    return hasil | ({"lain": [f"{a:f}" for a in nilai.lain]} if nilai.lain else {})


def _print_table(hasil: list[list[tuple[Sel, Nilai]]]) -> None:
    from kinerja.cli.tabel import print_table

    for k, kolom in enumerate(hasil, start=1):
        print(f"Kolom {k}")
        sel = [_cell(*c) for c in kolom]
        baris = [[c["teks"] or "", c["jenis"], c["nilai"] or "", c.get("sebab", "")] for c in sel]
        print_table(["tercetak", "jenis", "nilai", "catatan"], baris, kanan={2})
        print(f"{sum(c['ragu'] for c in sel)} dari {len(sel)} sel meragukan.\n")
