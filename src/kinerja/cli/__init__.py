"""The command `kinerja`: the arithmetic of performance accountability without a database.

Each subcommand is one module with `add_parser(sub)` and `run(args)`. Exit code 0 on success, 2 when the
input cannot be used; the message names file, sheet, row and column.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from kinerja.berkas import BerkasTakTerbaca

PERINTAH = ("angka", "capaian", "periksa", "instrumen", "skor", "predikat", "jalan", "pohon", "konsistensi")
SUKSES, MASUKAN_SALAH = 0, 2


_TERJEMAH = (
    (
        re.compile(r"the following arguments are required: PERINTAH"),
        f"Sebutkan perintahnya: {', '.join(PERINTAH)}.",
    ),
    (re.compile(r"the following arguments are required: (.+)"), r"Belum disebutkan: \1."),
    (re.compile(r"unrecognized arguments: (.+)"), r"Tidak dikenal: \1."),
    (
        re.compile(r"argument PERINTAH: invalid choice: ('.*?').*"),
        rf"Perintah \1 tidak ada. Pilih {', '.join(PERINTAH)}.",
    ),
    (re.compile(r"argument (\S+): invalid choice: ('.*?').*"), r"\1 \2 tidak ada."),
    (re.compile(r"argument (\S+): expected .*"), r"\1 memerlukan isi."),
)


class _Bentuk(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse with Indonesian words."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["formatter_class"] = _Bentuk
        super().__init__(add_help=False, **kwargs)
        self._positionals.title, self._optionals.title = "Masukan", "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        pesan = next((pola.sub(ganti, message) for pola, ganti in _TERJEMAH if pola.match(message)), message)
        self.exit(MASUKAN_SALAH, f"{self.prog}: {pesan}\nBantuan: {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser with every subcommand."""
    parser = _Parser(
        prog="kinerja", description="Hitungan akuntabilitas kinerja: membaca angka, menghitung, memeriksa."
    )
    sub = parser.add_subparsers(dest="perintah", metavar="PERINTAH", required=True, parser_class=_Parser)
    for nama in PERINTAH:
        import_module(f"kinerja.cli.{nama}").add_parser(sub)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    args = build_parser().parse_args(argv)
    try:
        kode = int(import_module(f"kinerja.cli.{args.perintah}").run(args))
        sys.stdout.flush()
    except BerkasTakTerbaca as galat:
        if getattr(args, "json", False):
            print(json.dumps({"galat": galat.to_dict()}, ensure_ascii=False))
        print(f"kinerja {args.perintah}: {galat}", file=sys.stderr)
        return MASUKAN_SALAH
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SUKSES
    return kode
