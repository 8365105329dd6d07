"""`kinerja skor`: the score of one sheet, exact and explained."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fractions import Fraction

    from kinerja.instrumen import HasilSkor

#: How many missing codes the text names; JSON names all.
_SEBUT = 12
_URAIAN = """Menghitung nilai satu lembar evaluasi.

Masukan: {"instrumen": ID, "jawaban": {kode: nilai}, "entitas"?: nama, "parameter"?: {}}. Jawaban null berarti
belum dijawab. Pada 88/2021 yang dihitung jawaban subkomponen (AA sampai E); kriteria boleh disertakan (true,
false) dan hanya menerangkan. Pada 12/2015 tiap pertanyaan dijawab; beberapa objek ditulis sebagai daftar atau
{nama: jawaban} dan dirata-rata. Gabungan: {"instansi": "65.35", "unit": {"utama": ["70", …], …}}.

Keluaran: total, total_cetak, predikat (null selama ada yang belum), komponen, sub, belum, kisaran. Angka tepat:
desimal, atau pecahan p/q bila desimalnya tidak berakhir."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser("skor", help="menghitung nilai satu lembar evaluasi", description=_URAIAN)
    parser.add_argument("berkas", metavar="BERKAS", help="berkas JSON, atau - untuk masukan baku")
    parser.add_argument("--jelas", action="store_true", help="terangkan asal tiap angka")
    parser.add_argument(
        "--kontrol", action="store_true", help="periksa juga jawaban yang saling bertentangan; nilai tetap"
    )
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Score the sheet and print it."""
    hasil = _score(args.berkas)
    if args.json:
        print(json.dumps(_data(hasil, jelas=args.jelas, kontrol=args.kontrol), ensure_ascii=False))
    else:
        _print(hasil, jelas=args.jelas, kontrol=args.kontrol)
    return 0


def _score(path: str) -> HasilSkor:
    from kinerja.berkas import BerkasTakTerbaca, display_name, read_json
    from kinerja.cli.instrumen import open_instrumen
    from kinerja.instrumen import GalatJawaban, score_with

    data, nama = read_json(path, kunci_unik=True), display_name(path)

    def refuse(pesan: str, kolom: str | None = None) -> BerkasTakTerbaca:
        return BerkasTakTerbaca(pesan, berkas=nama, kolom=kolom)

    if not isinstance(data, dict):
        raise refuse("Isinya harus {instrumen, jawaban}.")
    for kunci, jenis, wajib in (
        ("instrumen", str, True),
        ("jawaban", dict, True),
        ("entitas", str, False),
        ("parameter", dict, False),
    ):
        isi = data.get(kunci)
        if isi is None and wajib:
            raise refuse("Belum ditulis.", kunci)
        if isi is not None and not isinstance(isi, jenis):
            bentuk = "teks" if jenis is str else "pasangan kode dan nilai"
            raise refuse(f"Isinya harus {bentuk}.", kunci)
    try:
        instrumen = open_instrumen(data["instrumen"])
    except BerkasTakTerbaca as galat:
        raise refuse(galat.pesan, "instrumen") from None
    try:
        return score_with(
            instrumen, data["jawaban"], entitas=data.get("entitas"), parameter=data.get("parameter")
        )
    except GalatJawaban as galat:
        pesan = galat.pesan[0].upper() + galat.pesan[1:]
        raise refuse(pesan, galat.kode) from None


def _data(hasil: HasilSkor, *, jelas: bool, kontrol: bool) -> dict[str, Any]:
    data: dict[str, Any] = hasil.to_dict()
    if hasil.gabungan is not None:
        data["gabungan"] = hasil.gabungan.to_dict()
    if jelas:
        data["penjelasan"] = {kode: hasil.jelaskan(kode) for kode in _explained(hasil)}
    if kontrol:
        data["temuan"] = [
            {"kode": t.kode, "syarat": t.syarat, "pesan": str(t), "keyakinan": t.keyakinan}
            for t in hasil.temuan
        ]
    return data


def _explained(hasil: HasilSkor) -> list[str]:
    return ["total", *(b.kode for b in hasil.instrumen.walk() if hasil.counts(b.kode))]


def _print(hasil: HasilSkor, *, jelas: bool, kontrol: bool) -> None:
    from kinerja.cli.tabel import print_table
    from kinerja.instrumen import to_baca

    instrumen = hasil.instrumen
    judul = f"{instrumen.nama} ({instrumen.id})"
    print(f"{hasil.entitas}: {judul}" if hasil.entitas else judul)
    angka: dict[str, Fraction | None] = {**hasil.komponen, **hasil.sub}
    baris = [
        [b.kode, b.nama, to_baca(hasil.bobot(b.kode)), _printed(hasil, angka[b.kode])]
        for b in instrumen.walk()
        if b.kode in angka
    ]
    print_table(["kode", "nama", "bobot", "nilai"], baris, kanan={2, 3})
    print(f"\nTotal {hasil.total_cetak}" + _verdict(hasil))
    if hasil.belum:
        rendah, tinggi = (_printed(hasil, n) for n in hasil.kisaran)
        print(f"Masih mungkin {rendah} sampai {tinggi}.")
        sisa = len(hasil.belum) - _SEBUT
        lagi = f", dan {sisa} lagi" if sisa > 0 else ""
        print(f"Belum dijawab ({len(hasil.belum)}): {', '.join(hasil.belum[:_SEBUT])}{lagi}.")
    if hasil.gabungan is not None:
        print(hasil.gabungan.penjelasan)
    if jelas and hasil.gabungan is not None:
        for s in hasil.gabungan.syarat:
            print(f"  {s.predikat}: {'ya' if s.terpenuhi else 'belum'}, {s.uraian}")
    if jelas:
        print("", *(hasil.jelaskan(kode) for kode in _explained(hasil)), sep="\n")
    if kontrol:
        _print_temuan(hasil)


def _verdict(hasil: HasilSkor) -> str:
    p = hasil.predikat
    return "." if p is None else f", predikat {p.kode} ({p.sebutan})."


def _print_temuan(hasil: HasilSkor) -> None:
    print(f"\n{len(hasil.temuan)} jawaban bertentangan dengan jawaban lain (nilai tidak diubah).")
    for t in hasil.temuan:
        print(f"  {t} [keyakinan {t.keyakinan}]")


def _printed(hasil: HasilSkor, nilai: Fraction | None) -> str:
    from kinerja.instrumen import to_cetak

    cetak = hasil.instrumen.cetak
    return "–" if nilai is None else to_cetak(nilai, cetak.desimal, cetak.mode)
