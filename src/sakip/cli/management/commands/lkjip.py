"""`sakip lkjip`: the annual performance report of a unit as PDF, DOCX or XLSX."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from sakip.cli.pilihan import describe_size, find_instansi, find_unit, read_tahun, read_tujuan, refuse
from sakip.reports.lkjip.cetak import BENTUK, render_lkjip, write_file
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.susun import assemble_lkjip
from sakip.reports.pdf import CetakGagal


class Command(BaseCommand):
    help = "Menyusun Laporan Kinerja (LKjIP) satu unit dan satu tahun."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
        parser.add_argument(
            "--unit", metavar="KODE", required=True, help="kode unit; lihat sakip unit daftar"
        )
        parser.add_argument("--tahun", metavar="N", required=True, help="tahun kinerja, mis. 2025")
        parser.add_argument(
            "--keluaran", metavar="BERKAS", required=True, help="berkas .pdf, .docx, atau .xlsx"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        mulai = time.perf_counter()
        tujuan, bentuk = read_tujuan(options["keluaran"], list(BENTUK))
        tahun = read_tahun(options["tahun"])
        unit = find_unit(find_instansi(options["instansi"]), options["unit"])
        konteks = assemble_lkjip(unit=unit, tahun=tahun)
        try:
            isi = render_lkjip(konteks, bentuk)
            write_file(isi, tujuan)
        except (CetakGagal, OSError) as salah:
            raise refuse(str(salah)) from None
        lama = f"{time.perf_counter() - mulai:.2f}".replace(".", ",")
        self.stdout.write(f"{konteks.judul}: {_summary(konteks)}.")
        self.stdout.write(f"Ditulis ke {tujuan}: {describe_size(isi, bentuk)}, {lama} detik.")


def _summary(k: KonteksLKjIP) -> str:
    return f"{k.rata.terukur} dari {k.rata.dari} indikator terukur, {len(k.program)} program"
