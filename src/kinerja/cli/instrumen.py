"""`kinerja instrumen`: list, show and check the instruments of evaluation."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from kinerja.instrumen import Butir, Instrumen, Temuan

_URAIAN = """Instrumen evaluasi sebagai data: daftar, isi, dan pemeriksaannya.

daftar: instrumen yang disertakan, dengan profil dan masa berlakunya.
tampil: satu instrumen: komponen, subkomponen, bobot, dan skalanya.
validasi: bobot, sumber, skala, predikat, syarat, dan contoh; tanpa sasaran semua yang disertakan diperiksa.
  Sasaran: id, atau folder berisi instrumen.yaml, SUMBER.md, dan contoh. Ada temuan: kode keluar 2."""


def add_parser(sub: Any) -> None:
    """Register the subcommand and its three actions."""
    parser = sub.add_parser("instrumen", help="daftar, isi, dan pemeriksaan instrumen", description=_URAIAN)
    aksi = parser.add_subparsers(dest="aksi", metavar="AKSI", required=True)
    daftar = aksi.add_parser("daftar", help="instrumen yang disertakan", description="Daftar instrumen.")
    daftar.add_argument("--profil", metavar="PROFIL", help="hanya profil ini (unit, instansi, pemda, …)")
    daftar.add_argument("--pada", metavar="TANGGAL", help="hanya yang berlaku pada tanggal ini (2024-12-31)")
    tampil = aksi.add_parser("tampil", help="isi satu instrumen", description="Isi satu instrumen.")
    tampil.add_argument("id", metavar="ID", help="id instrumen atau foldernya")
    validasi = aksi.add_parser("validasi", help="memeriksa instrumen", description="Memeriksa instrumen.")
    validasi.add_argument("sasaran", metavar="SASARAN", nargs="*", help="id atau folder (baku: semua)")
    for p in (daftar, tampil, validasi):
        p.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Run the chosen action."""
    aksi = {"daftar": _list, "tampil": _show, "validasi": _validate}[args.aksi]
    return aksi(args)


def _list(args: argparse.Namespace) -> int:
    from kinerja.instrumen import list_ids, load

    pada = _parse_day(args.pada)
    pilih = [
        i
        for i in map(load, list_ids())
        if args.profil in (None, i.profil) and (pada is None or i.berlaku_pada(pada))
    ]
    if args.json:
        print(json.dumps([_summary(i) for i in pilih], ensure_ascii=False))
        return 0
    from kinerja.cli.tabel import print_table

    baris = [[i.id, i.profil, _period(i), i.keyakinan, i.nama] for i in pilih]
    if baris:
        print_table(["id", "profil", "berlaku", "keyakinan", "nama"], baris)
    print(f"{len(pilih)} instrumen.")
    return 0


def _parse_day(teks: str | None) -> date | None:
    from datetime import date

    from kinerja.berkas import BerkasTakTerbaca

    if teks is None:
        return None
    try:
        return date.fromisoformat(teks)
    except ValueError:
        pesan = f'Tanggal "{teks}" tidak dapat dibaca. Tulis seperti 2024-12-31.'
        raise BerkasTakTerbaca(pesan, berkas="--pada") from None


def _period(i: Instrumen) -> str:
    akhir = "sekarang" if i.berlaku_sampai is None else f"{i.berlaku_sampai:%d-%m-%Y}"
    return f"{i.berlaku_mulai:%d-%m-%Y} s.d. {akhir}"


def _summary(i: Instrumen) -> dict[str, Any]:
    return {
        "id": i.id,
        "nama": i.nama,
        "dasar": i.dasar,
        "berlaku_mulai": i.berlaku_mulai.isoformat(),
        "berlaku_sampai": None if i.berlaku_sampai is None else i.berlaku_sampai.isoformat(),
        "induk": i.induk,
        "profil": i.profil,
        "keyakinan": i.keyakinan,
        "hash": i.hash,
    }


def _show(args: argparse.Namespace) -> int:
    i = open_instrumen(args.id)
    if args.json:
        print(json.dumps(_full(i), ensure_ascii=False))
        return 0
    print(f"{i.nama} ({i.id})")
    print(f"Dasar: {i.dasar}. Berlaku {_period(i)}. Profil {i.profil}. Keyakinan {i.keyakinan}.")
    if i.induk is not None:
        print(f"Varian dari {i.induk}.")
    for teks in (i.catatan, f"Sidik: {i.hash}"):
        if teks:
            print(teks)
    _print_tree(i)
    _print_skala(i)
    return 0


def open_instrumen(nama: str) -> Instrumen:
    """A packaged instrument by its id, or the one in a folder."""
    from pathlib import Path

    from kinerja.berkas import BerkasTakTerbaca
    from kinerja.instrumen import GalatInstrumen, load, load_folder

    try:
        return load_folder(Path(nama)) if _is_folder(nama) else load(nama)
    except GalatInstrumen as galat:
        t = galat.temuan[0]
        pesan = str(galat).removeprefix(f"{t.berkas}, ").removeprefix(f"{t.berkas}: ")
        raise BerkasTakTerbaca(t.pesan if len(galat.temuan) == 1 else pesan, berkas=t.berkas, baris=t.baris,
                               kolom=t.kode) from None  # fmt: skip


def _is_folder(nama: str) -> bool:
    from pathlib import Path

    try:
        return Path(nama).is_dir()
    except (OSError, ValueError):
        return False


def _print_tree(i: Instrumen) -> None:
    from kinerja.cli.tabel import print_table
    from kinerja.instrumen import to_baca

    baris = [
        [b.kode, "" if b.bobot is None else to_baca(b.bobot), _answer(b), b.gradasi, b.nama] for b in i.walk()
    ]
    print()
    print_table(["kode", "bobot", "jawaban", "gradasi", "nama"], baris, kanan={1})


def _answer(b: Butir) -> str:
    if b.skala is not None:
        return b.skala
    if b.isian is not None:
        return "isian"
    return {"jumlah": "jumlah", "rata": "rata-rata"}.get(b.cara, "keterangan")


def _print_skala(i: Instrumen) -> None:
    from kinerja.instrumen import to_baca

    print()
    for s in i.skala.values():
        isi = ", ".join(f"{p.kode} = {to_baca(p.skor)}" for p in s.pilihan)
        print(f"Skala {s.id}: {isi} (keyakinan {s.keyakinan}; {s.sumber})")
    for p in i.predikat.daftar:
        batas = "dari" if p.termasuk else "di atas"
        print(f"Predikat {p.kode} ({p.sebutan}): {batas} {to_baca(p.di_atas)} sampai {to_baca(p.sampai)}")
    if i.predikat.catatan:
        print(i.predikat.catatan)
    if i.gabungan is not None:
        for nama, arti in i.gabungan.cara.items():
            baku = " (baku)" if nama == i.gabungan.baku else ""
            print(f"Cara menggabungkan {nama}{baku}: {arti}")
    if i.syarat:
        print(f"{len(i.syarat)} syarat; pelanggarannya temuan, nilai tidak diubah.")


def _full(i: Instrumen) -> dict[str, Any]:
    from kinerja.instrumen import to_exact

    return _summary(i) | {
        "bobot": to_exact(i.bobot),
        "catatan": i.catatan,
        "sumber": dict(i.sumber),
        "skala": {
            s.id: {"pilihan": {p.kode: to_exact(p.skor) for p in s.pilihan}, "per_objek": s.per_objek}
            for s in i.skala.values()
        },
        "predikat": [
            {"kode": p.kode, "sebutan": p.sebutan, "di_atas": to_exact(p.di_atas), "sampai": to_exact(p.sampai)}
            | ({"termasuk": True} if p.termasuk else {})
            for p in i.predikat.daftar
        ],
        "komponen": [_item(b) for b in i.komponen],
    }  # fmt: skip


def _item(b: Butir) -> dict[str, Any]:
    from kinerja.instrumen import to_exact

    lain = {
        "gradasi": b.gradasi,
        "skala": b.skala,
        "no_tercetak": b.no_tercetak,
        "sumber": b.sumber,
        "keyakinan": b.keyakinan,
        "catatan": b.catatan,
    }
    hasil: dict[str, Any] = {
        "kode": b.kode,
        "id": b.id,
        "nama": b.nama,
        "jenis": b.jenis,
        "cara": b.cara.value,
        "bobot": None if b.bobot is None else to_exact(b.bobot),
    }
    hasil |= {k: v for k, v in lain.items() if v}
    return hasil | ({"anak": [_item(a) for a in b.anak]} if b.anak else {})


def _validate(args: argparse.Namespace) -> int:
    from kinerja.cli import MASUKAN_SALAH, SUKSES
    from kinerja.instrumen import validate_folder

    hasil = [(nama, validate_folder(folder)) for nama, folder in _targets(args.sasaran)]
    if args.json:
        print(json.dumps([_verdict(nama, t) for nama, t in hasil], ensure_ascii=False))
    else:
        for nama, temuan in hasil:
            print(f"{nama}: {'sah' if not temuan else f'{len(temuan)} temuan'}")
            for t in temuan:
                print(f"  {t}")
    return MASUKAN_SALAH if any(temuan for _, temuan in hasil) else SUKSES


def _verdict(nama: str, temuan: tuple[Temuan, ...]) -> dict[str, Any]:
    return {"sasaran": nama, "sah": not temuan, "temuan": [t.to_dict() for t in temuan]}


def _targets(sasaran: list[str]) -> Iterator[tuple[str, Path]]:
    from pathlib import Path

    from kinerja.berkas import BerkasTakTerbaca
    from kinerja.instrumen import list_ids
    from kinerja.instrumen.load import FOLDER

    for nama in sasaran or list_ids():
        if nama in list_ids():
            yield nama, FOLDER / nama
        elif _is_folder(nama):
            yield nama, Path(nama).resolve()
        else:
            pilihan = ", ".join(list_ids())
            raise BerkasTakTerbaca(f"Bukan folder dan bukan id instrumen. Id: {pilihan}.", berkas=nama)
