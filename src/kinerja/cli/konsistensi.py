"""`kinerja konsistensi`: compare the documents of one entity and year with each other."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from kinerja.berkas import BerkasTakTerbaca, display_name, read_json

if TYPE_CHECKING:
    from kinerja.periksa.dokumen import DokumenKinerja, HasilDokumen, Kelompok

_URAIAN = """Membandingkan dokumen satu perangkat daerah dan satu tahun: PK, IKU, cascading, rencana aksi, LKjIP.

Masukan: JSON, satu dokumen per berkas atau banyak dokumen dalam satu berkas. Bila berkas memuat beberapa
perangkat daerah atau tahun, tiap pasangannya diperiksa sendiri-sendiri; --opd dan --tahun memilih salah satu.
Indikator dipadankan menurut arti katanya, angka dibandingkan setelah dibaca. Temuan tidak mengubah kode keluar."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser(
        "konsistensi", help="membandingkan dokumen kinerja satu dengan yang lain", description=_URAIAN
    )
    parser.add_argument("berkas", metavar="BERKAS", nargs="+", help="JSON; - untuk masukan baku")
    parser.add_argument("--opd", metavar="TEKS", help="hanya perangkat daerah yang namanya memuat TEKS")
    parser.add_argument("--tahun", metavar="TAHUN", type=_year, help="hanya tahun ini")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def _year(teks: str) -> int:
    if not teks.isdigit():
        raise argparse.ArgumentTypeError(f'tahun "{teks}" bukan angka')
    return int(teks)


def run(args: argparse.Namespace) -> int:
    """Check every set of documents and print what was found."""
    from kinerja.periksa.dokumen import check_kelompok

    hasil = [(k, check_kelompok(k)) for k in _groups(args)]
    if args.json:
        print(json.dumps(to_json(hasil), ensure_ascii=False))
    else:
        _print_report(hasil)
    return 0


def _groups(args: argparse.Namespace) -> list[Kelompok]:
    from kinerja.periksa.dokumen import group_dokumen, same_entity

    per_berkas = [_read(path) for path in args.berkas]
    dokumen = [d for isi in per_berkas for d in isi]
    kelompok = group_dokumen(dokumen, satu_entitas=same_entity(per_berkas))
    pilih = [
        k
        for k in kelompok
        if (args.opd is None or k.named(args.opd)) and (args.tahun is None or k.tahun == args.tahun)
    ]
    if not pilih:
        ada = "; ".join(f"{k.entitas} {k.tahun or '(tanpa tahun)'}" for k in kelompok)
        pesan = f"Tidak ada dokumen yang dipilih. Yang ada: {ada or 'tidak satu pun'}."
        raise BerkasTakTerbaca(pesan, berkas=", ".join(display_name(p) for p in args.berkas))
    return pilih


def _read(path: str) -> list[DokumenKinerja]:
    from kinerja.periksa.dokumen import BentukTakDikenal, read_dokumen

    try:
        return read_dokumen(read_json(path))
    except BentukTakDikenal as galat:
        raise BerkasTakTerbaca(str(galat), berkas=display_name(path)) from None


def to_json(hasil: list[tuple[Kelompok, HasilDokumen]]) -> dict[str, Any]:
    """The output of the command `kinerja konsistensi --json`.

    >>> to_json([])
    {'kelompok': [], 'pasangan': [], 'temuan': []}
    """
    milik = [(h, {"entitas": k.entitas, "tahun": k.tahun}) for k, h in hasil]
    return {
        "kelompok": [{**m, "dokumen": list(h.dokumen)} for h, m in milik],
        "pasangan": [{**p.to_dict(), **m} for h, m in milik for p in h.pasangan],
        "temuan": [{**t.to_dict(), **m} for h, m in milik for t in h.temuan],
    }


def _print_report(hasil: list[tuple[Kelompok, HasilDokumen]]) -> None:
    from kinerja.cli.tabel import print_table

    for n, (kelompok, h) in enumerate(hasil):
        judul = f"{kelompok.entitas} {kelompok.tahun or '(tanpa tahun)'}"
        print(f"{'' if n == 0 else chr(10)}{judul}: {', '.join(h.dokumen) or 'tidak ada dokumen'}")
        if h.temuan:
            baris = [[t.kode, t.kategori, t.tingkat.value, t.indikator, t.pesan] for t in h.temuan]
            print_table(["kode", "kategori", "tingkat", "indikator", "pesan"], baris)
        print(f"{len(h.pasangan)} pasangan indikator, {len(h.temuan)} temuan.")
