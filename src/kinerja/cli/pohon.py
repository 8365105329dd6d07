"""`kinerja pohon`: what an evaluator would find on a tree of performance."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.pohon import Pohon, Temuan

_URAIAN = """Memeriksa pohon kinerja: pernyataan, susunan induk dan kode, indikator, satuan, dan target.

Masukan: JSON satu pohon (objek dengan "simpul"), daftar pohon, atau objek dengan "pohon". Tiap simpul punya
id, induk, level, pernyataan, pemilik, dan indikator (kode, nama, satuan, target); yang tidak diketahui boleh
tidak ditulis, dan aturan yang memerlukannya tidak berbunyi. Daftar aturan: docs/rujukan/aturan-pohon.md.

Tingkat: galat (bertentangan dengan aturan atau isinya sendiri), peringatan (hampir pasti keliru), saran."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser("pohon", help="memeriksa pohon kinerja", description=_URAIAN)
    parser.add_argument("berkas", metavar="BERKAS", help="JSON; - untuk masukan baku")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Check every tree of the file and print the findings; they never change the exit code."""
    from kinerja.pohon import lint, to_json

    hasil = [(pohon, lint(pohon)) for pohon in _read(args.berkas)]
    if args.json:
        print(json.dumps(to_json(hasil), ensure_ascii=False))
    else:
        _print_report(hasil)
    return 0


def _read(path: str) -> tuple[Pohon, ...]:
    from kinerja.berkas import BerkasTakTerbaca, display_name, read_json
    from kinerja.pohon import BentukPohonSalah, read_pohon

    try:
        return read_pohon(read_json(path))
    except BentukPohonSalah as galat:
        raise BerkasTakTerbaca(galat.pesan, berkas=display_name(path), kolom=galat.tempat) from None


def _print_report(hasil: Sequence[tuple[Pohon, Sequence[Temuan]]]) -> None:
    for n, (pohon, temuan) in enumerate(hasil, start=1):
        print(f"{pohon.sebutan or f'Pohon ke-{n}'}: {len(pohon.simpul)} simpul, {_counts(temuan)}")
        for simpul in dict.fromkeys(t.simpul for t in temuan):
            print(f"\n  {simpul or 'seluruh pohon'}")
            for t in (t for t in temuan if t.simpul == simpul):
                print(f"    {t.kode} {t.tingkat.value}: {t.pesan}")
        print()
    semua = [t for _, temuan in hasil for t in temuan]
    simpul_semua = sum(len(pohon.simpul) for pohon, _ in hasil)
    print(f"{len(hasil)} pohon, {simpul_semua} simpul diperiksa: {_counts(semua)}.")


def _counts(temuan: Sequence[Temuan]) -> str:
    from kinerja.pohon import TingkatTemuan

    jumlah = Counter(t.tingkat for t in temuan)
    rinci = ", ".join(f"{jumlah[t]} {t.value}" for t in TingkatTemuan if jumlah[t])
    return rinci or "tidak ada temuan"
