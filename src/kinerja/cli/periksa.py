"""`kinerja periksa`: recompute a published achievement table."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.periksa import HasilPeriksa

_URAIAN = """Menghitung ulang tabel capaian yang sudah terbit dan menjelaskan tiap angkanya.

Masukan: .xlsx, .csv, atau JSON (daftar baris, atau objek dengan "rows") dengan kolom indikator, satuan,
target, realisasi, capaian; boleh ditambah polaritas, sasaran, id, dan doc. Baris tanpa polaritas diuji
dengan rumus maksimum dan kedua rumus minimum, karena tabelnya tidak menyebut mana yang berlaku.

Status: cocok, terpotong, pembulatan_masukan, batas, salah, target_nol, tak_terhitung."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser(
        "periksa",
        help="memeriksa tabel capaian yang sudah terbit",
        description=_URAIAN,
    )
    parser.add_argument("berkas", metavar="BERKAS", help=".xlsx, .csv, atau JSON; - untuk masukan baku")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Check the table and print the verdicts."""
    from kinerja.periksa import check_tabel, to_json
    from kinerja.periksa.masukan import read_baris

    hasil = check_tabel(read_baris(args.berkas))
    if args.json:
        print(json.dumps(to_json(hasil), ensure_ascii=False))
    else:
        _print_report(hasil)
    return 0


def _print_report(hasil: list[HasilPeriksa]) -> None:
    from kinerja.cli.tabel import print_table
    from kinerja.nilai import format_angka
    from kinerja.periksa import summarize

    baris = [
        [
            h.id,
            h.status.value,
            h.rumus or "",
            h.tercetak or "",
            "" if h.capaian is None else format_angka(h.capaian, 2),
            h.pesan,
        ]
        for h in hasil
    ]
    print_table(["id", "status", "rumus", "tercetak", "hitungan", "penjelasan"], baris, kanan={3, 4})
    rinci = ", ".join(f"{status} {n}" for status, n in summarize(hasil).items() if n)
    print(f"\n{len(hasil)} baris diperiksa: {rinci or 'tidak ada baris'}.")
