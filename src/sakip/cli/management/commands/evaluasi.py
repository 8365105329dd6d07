"""`sakip evaluasi`: are the stored scores the computed ones; live answers to criteria; reminders of follow-ups."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.apps.evaluasi.galat import GalatEvaluasi
from sakip.apps.evaluasi.services import BedaHasil, recompute_hasil
from sakip.cli import evaluasi_ingatkan, evaluasi_probe, hitung_ulang
from sakip.cli.pilihan import find_instansi, find_unit

#: Subcommands that live in modules of their own.
LAIN = {"probe": evaluasi_probe.run, "ingatkan": evaluasi_ingatkan.run}


class Command(BaseCommand):
    help = "Evaluasi AKIP dari baris perintah."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        ulang = aksi.add_parser("hitung-ulang", help="bandingkan nilai tersimpan dengan hitungan baru")
        hitung_ulang.add_arguments(ulang, tahun="tahun kinerja; bawaan: semua tahun")
        evaluasi_probe.add_arguments(
            aksi.add_parser("probe", help="jawaban kriteria dari data satu unit dan tahun")
        )
        evaluasi_ingatkan.add_arguments(
            aksi.add_parser("ingatkan", help="surel pengingat tindak lanjut rekomendasi")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when nothing differs (or it was mended), 1 when it does, 2 when it cannot be asked."""
        if options["aksi"] in LAIN:
            LAIN[options["aksi"]](options, self.stdout.write)
            return
        instansi = find_instansi(options["instansi"])
        unit = None if options["unit"] is None else find_unit(instansi, options["unit"])
        try:
            laporan = recompute_hasil(
                instansi=instansi, unit=unit, tahun=options["tahun"], tulis=options["tulis"], by=None
            )
        except GalatEvaluasi as galat:
            raise CommandError(str(galat), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(asdict(laporan), ensure_ascii=False, indent=1))
        else:
            hitung_ulang.report(
                [_line(satu) for satu in laporan.beda],
                diperiksa=laporan.diperiksa,
                satuan="nilai",
                ditulis=laporan.ditulis,
                write=self.stdout.write,
            )
        if laporan.beda and not laporan.ditulis:
            raise SystemExit(hitung_ulang.ADA_BEDA)


def _line(beda: BedaHasil) -> str:
    tersimpan, dihitung = (satu or "kosong" for satu in (beda.tersimpan, beda.dihitung))
    return (
        f"{beda.unit} {beda.tahun} {beda.tahap}: tersimpan {tersimpan}, dihitung {dihitung} "
        f"({', '.join(beda.bidang)})"
    )
