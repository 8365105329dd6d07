"""`kinerja jalan`: the cheapest way to a predikat."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.jalan import HasilJalan, HasilKota, SyaratKota

_URAIAN = """Mencari himpunan kriteria termurah yang mencapai sebuah predikat.

Masukan: objek JSON {instrumen, target, terpenuhi: {kriteria: true|false}, biaya: {kriteria: upaya},
istimewa: {sub: {A: upaya, AA: upaya}}, luar_jangkauan: [kode]}; bila perlu juga butuh: {kode: [kode]},
jawaban: {sub: gradasi yang sudah dipegang}, wajib: [kode], ketat: {total, sub, jenjang, hanya_berubah}.
Kriteria tanpa upaya berbiaya 1; sub-komponen tanpa istimewa paling tinggi BB.
Dengan instrumen gabungan: {instrumen, target, cara, instansi: {...}, opd: [{kode, klaster, ...}]}.

Keluaran: {layak, biaya, total, predikat, langkah: [{kode, biaya, alasan}], alternatif, penghalang, bukti}.
Target yang tidak terjangkau adalah hasil, bukan galat: layak false, total tertinggi, dan penghalangnya."""


def add_parser(sub: Any) -> None:
    """Register the subcommand."""
    parser = sub.add_parser("jalan", help="mencari jalan termurah ke sebuah predikat", description=_URAIAN)
    parser.add_argument("berkas", metavar="BERKAS", help="berkas JSON, atau - untuk masukan baku")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(args: argparse.Namespace) -> int:
    """Plan and print."""
    from kinerja.berkas import BerkasTakTerbaca, display_name, read_json
    from kinerja.jalan import GalatJalan

    data = read_json(args.berkas)
    try:
        _answer(data, json_saja=args.json)
    except GalatJalan as galat:
        raise BerkasTakTerbaca(galat.pesan, berkas=display_name(args.berkas), kolom=galat.bidang) from None
    return 0


def _answer(data: Any, *, json_saja: bool) -> None:
    """A combined instrument asks for the plan of a government, any other for that of one sheet."""
    from kinerja.jalan import plan, plan_kota
    from kinerja.jalan.baca import as_mapping, hasil_to_dict, read_instrumen, soal_from_dict
    from kinerja.jalan.baca_kota import hasil_kota_to_dict, soal_kota_from_dict

    if read_instrumen(as_mapping(data, bidang="isi berkas")).gabungan is not None:
        kota = plan_kota(soal_kota_from_dict(data))
        if json_saja:
            print(json.dumps(hasil_kota_to_dict(kota), ensure_ascii=False))
        else:
            _print_kota(kota)
        return
    hasil = plan(soal_from_dict(data))
    if json_saja:
        print(json.dumps(hasil_to_dict(hasil), ensure_ascii=False))
    else:
        _print_plan(hasil)


def _print_plan(hasil: HasilJalan) -> None:
    from kinerja.cli.tabel import print_table
    from kinerja.instrumen.angka import to_baca

    awal = f"Kini {to_baca(hasil.kini)} ({hasil.predikat_kini})."
    if hasil.layak:
        print(
            f"{awal} {hasil.target} dengan upaya {to_baca(hasil.biaya)}: total {to_baca(hasil.total)}, "
            f"{to_baca(hasil.margin)} di atas {to_baca(hasil.ambang)}."
        )
    else:
        print(f"{awal} {hasil.target} tidak terjangkau.")
        for kalimat in hasil.penghalang:
            print(f"- {kalimat}")
    if hasil.langkah:
        print()
        print_table(
            ["kode", "upaya", "langkah", "alasan"],
            [[lk.kode, to_baca(lk.biaya), lk.nama, lk.alasan] for lk in hasil.langkah],
            kanan={1},
        )
    for n, rute in enumerate(hasil.alternatif, start=1):
        ganti = ", ".join(rute.ganti) or "tidak ada"
        print(
            f"{'' if n > 1 else chr(10)}Pilihan lain {n}: upaya {to_baca(rute.biaya)}, total "
            f"{to_baca(rute.total)}; tanpa {', '.join(rute.tanpa)}; gantinya {ganti}."
        )
    if hasil.bukti is not None:
        print(hasil.bukti)
    for catatan in hasil.catatan:
        print(f"Catatan: {catatan}")


def _print_kota(hasil: HasilKota) -> None:
    from kinerja.cli.tabel import print_table
    from kinerja.instrumen.angka import to_baca, to_cetak

    awal = f"Kini {to_cetak(hasil.kini)} ({hasil.predikat_kini})."
    if hasil.layak:
        print(f"{awal} {hasil.target} dengan upaya {to_baca(hasil.biaya)}: total {to_cetak(hasil.total)}.")
    else:
        print(f"{awal} {hasil.target} tidak terjangkau.")
        for kalimat in hasil.penghalang:
            print(f"- {kalimat}")
    print(f"\n{hasil.penjelasan}\n")
    for s in hasil.syarat:
        print(f"Syarat {s.nama}: {_condition(s)}.")
    print()
    print_table(
        ["lembar", "klaster", "kini", "menjadi", "upaya", "langkah"],
        [
            [
                lb.kode,
                lb.klaster or "",
                f"{to_cetak(lb.kini)} {lb.predikat_kini}",
                f"{to_cetak(lb.total)} {lb.predikat}",
                to_baca(lb.biaya),
                ", ".join(lk.kode for lk in lb.langkah),
            ]
            for lb in hasil.lembar
        ],
        kanan={2, 3, 4},
    )
    if hasil.layak and hasil.terbukti:
        print("Terbukti termurah.")
    elif hasil.layak:
        print(f"Upaya paling banyak {to_cetak(hasil.celah * 100)}% di atas yang termurah.")


def _condition(syarat: SyaratKota) -> str:
    from kinerja.instrumen.angka import to_baca, to_cetak

    dari_ke = f"{to_cetak(syarat.kini)} menjadi {to_cetak(syarat.nanti)}, di atas {to_baca(syarat.batas)}"
    if syarat.margin < 0:
        return f"{dari_ke}; kurang {to_cetak(-syarat.margin)}"
    if syarat.hemat:
        return f"{dari_ke}; mengikat, tanpanya upaya berkurang {to_baca(syarat.hemat)}"
    return f"{dari_ke}; {'mengikat bersama yang lain' if syarat.mengikat else 'longgar'}"
