"""`sakip lhe`: the evaluation report of a unit as PDF or DOCX; a draft until it is signed."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from sakip.apps.evaluasi.models import LembarKerja
from sakip.apps.evaluasi.selectors.konteks import KonteksTakDikenal
from sakip.cli.pilihan import (
    describe_size,
    find_evaluasi,
    find_instansi,
    find_unit,
    read_tahun,
    read_tujuan,
    refuse,
)
from sakip.platform.dasar import GalatDomain
from sakip.reports.lhe.bantu import cetak
from sakip.reports.lhe.cetak import BENTUK, BahanLHE, load_lhe, render_lhe
from sakip.reports.lkjip.cetak import write_file
from sakip.reports.pdf import CetakGagal


class Command(BaseCommand):
    help = "Menyusun Laporan Hasil Evaluasi (LHE) AKIP satu unit."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
        parser.add_argument(
            "--unit", metavar="KODE", required=True, help="kode unit; lihat sakip unit daftar"
        )
        parser.add_argument("--tahun", metavar="N", required=True, help="tahun kinerja yang dievaluasi")
        parser.add_argument("--keluaran", metavar="BERKAS", required=True, help="berkas .pdf atau .docx")

    def handle(self, *args: Any, **options: Any) -> None:
        mulai = time.perf_counter()
        tujuan, bentuk = read_tujuan(options["keluaran"], list(BENTUK))
        instansi = find_instansi(options["instansi"])
        evaluasi = find_evaluasi(instansi, read_tahun(options["tahun"]))
        unit = find_unit(instansi, options["unit"])
        lembar = LembarKerja.objects.select_related("unit", "instansi", "evaluasi", "instrumen", "tim")
        try:
            bahan = load_lhe(lembar.get(evaluasi=evaluasi, unit=unit))
            isi = render_lhe(bahan, bentuk)
            write_file(isi, tujuan)
        except LembarKerja.DoesNotExist:
            raise refuse(
                f"Unit {unit.kode} tidak punya lembar kerja pada evaluasi {evaluasi.tahun}."
            ) from None
        except (CetakGagal, KonteksTakDikenal, GalatDomain, OSError) as salah:
            raise refuse(str(salah)) from None
        lama = f"{time.perf_counter() - mulai:.2f}".replace(".", ",")
        self.stdout.write(f"LHE {unit.kode} {evaluasi.tahun}: {_summary(bahan)}.")
        self.stdout.write(f"Ditulis ke {tujuan}: {describe_size(isi, bentuk)}, {lama} detik.")


def _summary(bahan: BahanLHE) -> str:
    k = bahan.konteks
    nilai = f"nilai {cetak(k.total)}, predikat {k.predikat_kode or 'belum ditetapkan'}"
    return f"{nilai}, {'draf' if bahan.draf else f'ditandatangani, sidik {bahan.sidik[:12]}'}"
