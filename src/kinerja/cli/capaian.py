"""`kinerja capaian`: the achievement of each row, explained."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.capaian import AturanCapaian, HasilCapaian
    from kinerja.nilai import Nilai

_URAIAN = """Menghitung capaian tiap baris dan menjelaskannya.

Masukan: daftar JSON berisi {id, polaritas, target, realisasi, batas?, doc?, peringkat?}; target dan realisasi
ditulis seperti tercetak, null berarti belum dilaporkan. polaritas: maks, min, min_b, rentang, rentang_biaya,
stabil, ordinal, ambang, laju_turun. batas: tanpa, 100, 110, 120, atau angka lain. peringkat: daftar sebutan
dari yang terendah. Arti titik dan koma diputuskan per bidang dari seluruh baris dengan doc yang sama.

Keluaran: daftar berurutan sama berisi {id, capaian, capaian_terbatas, kategori, kode_kategori, penjelasan,
langkah, aturan, sumber, tanda}; bila tidak dapat dihitung, capaian null dan sebab berisi alasannya."""
_WAJIB = ("id", "polaritas", "target", "realisasi")
_SKALA_BAKU = "permendagri-86-2017"


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser(
        "capaian",
        help="menghitung dan menjelaskan capaian",
        description=_URAIAN,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("berkas", metavar="BERKAS", help="berkas JSON, atau - untuk masukan baku")
    parser.add_argument(
        "--skala", default=_SKALA_BAKU, metavar="ID", help=f"skala kategori (baku: {_SKALA_BAKU})"
    )
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Compute every row and print the results in the order of the input."""
    from kinerja.capaian import compute_capaian

    baris = _read_rows(args.berkas)
    aturan = [_build_aturan(b, args.skala, berkas=args.berkas, nomor=n) for n, b in enumerate(baris, start=1)]
    target, realisasi = _read_field(baris, "target"), _read_field(baris, "realisasi")
    hasil = [
        compute_capaian(aturan=a, target=t, realisasi=r)
        for a, t, r in zip(aturan, target, realisasi, strict=True)
    ]
    if args.json:
        keluaran = [_row(b["id"], h) for b, h in zip(baris, hasil, strict=True)]
        print(json.dumps(keluaran, ensure_ascii=False))
    else:
        _print_table(baris, hasil)
    return 0


def _read_rows(path: str) -> list[dict[str, Any]]:
    from decimal import Decimal

    from kinerja.berkas import BerkasTakTerbaca, display_name, read_json

    data, nama = read_json(path), display_name(path)
    if not isinstance(data, list):
        raise BerkasTakTerbaca("Isinya harus daftar baris.", berkas=nama)
    for n, baris in enumerate(data, start=1):
        if not isinstance(baris, dict):
            raise BerkasTakTerbaca("Baris harus berupa pasangan nama dan nilai.", berkas=nama, baris=n)
        for kolom in _WAJIB:
            if kolom not in baris:
                raise BerkasTakTerbaca(f'Kolom "{kolom}" tidak ada.', berkas=nama, baris=n, kolom=kolom)
        for kolom in (*_WAJIB, "batas", "doc"):
            isi = baris.get(kolom)
            if not (isi is None or isinstance(isi, str | Decimal)):
                raise BerkasTakTerbaca("Isinya harus teks.", berkas=nama, baris=n, kolom=kolom)
        if baris["id"] is None or baris["id"] == "":
            raise BerkasTakTerbaca("id belum diisi.", berkas=nama, baris=n, kolom="id")
    return data


def _build_aturan(baris: dict[str, Any], skala: str, *, berkas: str, nomor: int) -> AturanCapaian:
    from kinerja.berkas import BerkasTakTerbaca, display_name
    from kinerja.capaian import AturanCapaian, AturanTidakSah, BatasTidakDikenal, Polaritas, parse_batas
    from kinerja.capaian.skala import SkalaTidakDikenal, load_skala

    def refuse(pesan: str, kolom: str | None) -> BerkasTakTerbaca:
        return BerkasTakTerbaca(
            pesan, berkas=display_name(berkas), baris=None if kolom is None else nomor, kolom=kolom
        )

    try:
        if load_skala(skala).untuk != "capaian":
            raise refuse(f'Skala "{skala}" bukan untuk capaian indikator.', None)
        kata = str(baris["polaritas"] or "").strip().lower()
        if kata not in set(Polaritas):
            pilihan = ", ".join(Polaritas)
            raise refuse(
                f'Polaritas "{baris["polaritas"] or ""}" tidak dikenal. Pilihan: {pilihan}.', "polaritas"
            )
        isi_batas = baris.get("batas")
        batas = parse_batas(None if isi_batas is None else str(isi_batas))
        peringkat = _read_peringkat(baris.get("peringkat"))
        return AturanCapaian(Polaritas(kata), batas=batas, skala_id=skala, peringkat=peringkat)
    except SkalaTidakDikenal as galat:
        raise refuse(str(galat.args[0]), None) from None
    except BatasTidakDikenal as galat:
        raise refuse(str(galat), "batas") from None
    except AturanTidakSah as galat:
        raise refuse(str(galat), "peringkat") from None


def _read_peringkat(isi: Any) -> tuple[str, ...] | None:
    from kinerja.capaian import AturanTidakSah

    if isi is None:
        return None
    if not isinstance(isi, list) or not isi or not all(isinstance(nama, str) for nama in isi):
        raise AturanTidakSah("peringkat harus daftar sebutan dari yang terendah.")
    return tuple(isi)


def _read_field(baris: Sequence[dict[str, Any]], kolom: str) -> list[Nilai]:
    """One field of one document is one column: its separators are decided together."""
    from kinerja.nilai import Nilai, read_column

    hasil = [Nilai.kosong()] * len(baris)
    dokumen: dict[str, list[int]] = {}
    for n, b in enumerate(baris):
        dokumen.setdefault(str(b.get("doc") or ""), []).append(n)
    for nomor in dokumen.values():
        for n, nilai in zip(nomor, read_column([baris[n][kolom] for n in nomor]), strict=True):
            hasil[n] = nilai
    return hasil


def _row(id_baris: Any, hasil: HasilCapaian) -> dict[str, Any]:
    """The row of the JSON contract."""
    from kinerja.pembulatan import to_text

    kategori = hasil.kategori
    baris: dict[str, Any] = {
        "id": _plain_id(id_baris),
        "capaian": None if hasil.mentah is None else to_text(hasil.mentah),
        "capaian_terbatas": None if hasil.terbatas is None else to_text(hasil.terbatas),
        "kategori": None if kategori is None else kategori.nama,
        "kode_kategori": None if kategori is None else kategori.kode,
        "penjelasan": str(hasil),
        "langkah": list(hasil.langkah),
        "aturan": hasil.aturan.uraian,
        "sumber": hasil.sumber,
        "tanda": list(hasil.tanda),
    }
    return baris if hasil.sebab is None else baris | {"sebab": hasil.sebab}


def _plain_id(isi: Any) -> str | int:
    if isinstance(isi, str):
        return isi
    return int(isi) if isi == isi.to_integral_value() else f"{isi:f}"


def _print_table(baris: Sequence[dict[str, Any]], hasil: Sequence[HasilCapaian]) -> None:
    from kinerja.capaian.penjelasan import format_id
    from kinerja.cli.tabel import print_table

    isi = []
    for b, h in zip(baris, hasil, strict=True):
        cetak = "" if h.cetak is None else format_id(h.cetak, h.aturan.desimal)
        isi.append([str(_plain_id(b["id"])), cetak, "" if h.kategori is None else h.kategori.nama, str(h)])
    print_table(["id", "capaian", "kategori", "penjelasan"], isi, kanan={1})
    kosong = sum(h.mentah is None for h in hasil)
    print(f"{len(hasil) - kosong} dari {len(hasil)} baris dihitung.")
