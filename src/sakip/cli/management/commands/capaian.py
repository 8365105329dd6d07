"""`sakip capaian hitung-ulang --instansi KODE`: are the stored figures the computed ones?"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kinerja.pembulatan import to_text
from sakip.apps.pengukuran.services import Beda, LaporanHitungUlang, recompute_capaian
from sakip.cli import hitung_ulang
from sakip.cli.pilihan import find_instansi, find_unit


class Command(BaseCommand):
    help = "Hitung ulang capaian dan rekap yang tersimpan, lalu laporkan setiap perbedaan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        ulang = aksi.add_parser("hitung-ulang", help="bandingkan angka tersimpan dengan hitungan baru")
        hitung_ulang.add_arguments(ulang, tahun="bawaan: semua tahun")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when nothing differs (or it was mended), 1 when it does, 2 when the question is wrong."""
        instansi = find_instansi(options["instansi"])
        unit = None if options["unit"] is None else find_unit(instansi, options["unit"])
        laporan = recompute_capaian(
            instansi=instansi, unit=unit, tahun=options["tahun"], tulis=options["tulis"], by=None
        )
        if options["json"]:
            self.stdout.write(json.dumps(_to_dict(laporan), ensure_ascii=False, indent=1))
        else:
            hitung_ulang.report(
                [_line(satu) for satu in laporan.beda],
                diperiksa=laporan.diperiksa,
                satuan="angka",
                ditulis=laporan.ditulis,
                write=self.stdout.write,
            )
        if laporan.beda and not laporan.ditulis:
            raise SystemExit(hitung_ulang.ADA_BEDA)


def _line(beda: Beda) -> str:
    periode = f"{beda.tahun}" if beda.triwulan is None else f"{beda.tahun} TW {beda.triwulan}"
    nama = " ".join(bagian for bagian in (beda.jenis, beda.unit, beda.indikator, periode) if bagian)
    return f"{nama}: tersimpan {_text(beda.tersimpan)}, dihitung {_text(beda.dihitung)} ({', '.join(beda.bidang)})"


def _text(nilai: Any) -> str:
    return "kosong" if nilai is None else to_text(nilai)


def _to_dict(laporan: LaporanHitungUlang) -> dict[str, Any]:
    return {
        "diperiksa": laporan.diperiksa,
        "ditulis": laporan.ditulis,
        "beda": [
            {
                "jenis": satu.jenis,
                "unit": satu.unit,
                "indikator": satu.indikator or None,
                "tahun": satu.tahun,
                "triwulan": satu.triwulan,
                "bidang": list(satu.bidang),
                "tersimpan": None if satu.tersimpan is None else to_text(satu.tersimpan),
                "dihitung": None if satu.dihitung is None else to_text(satu.dihitung),
            }
            for satu in laporan.beda
        ],
    }
