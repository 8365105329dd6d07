"""`sakip evaluasi`: are the stored scores the computed ones; live answers to criteria; reminders of follow-ups."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.apps.evaluasi.galat import GalatEvaluasi
from sakip.apps.evaluasi.services import BedaHasil, LaporanHasil, recompute_hasil
from sakip.cli import evaluasi_ingatkan, evaluasi_probe
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import get_instansi, get_unit

TAMPIL = 50
ADA_BEDA = 1
#: Subcommands that live in modules of their own.
LAIN = {"probe": evaluasi_probe.run, "ingatkan": evaluasi_ingatkan.run}


class Command(BaseCommand):
    help = "Evaluasi AKIP dari baris perintah."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        ulang = aksi.add_parser("hitung-ulang", help="bandingkan nilai tersimpan dengan hitungan baru")
        ulang.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
        ulang.add_argument("--unit", metavar="KODE", help="bawaan: semua unit")
        ulang.add_argument("--tahun", metavar="TTTT", type=int, help="tahun kinerja; bawaan: semua tahun")
        ulang.add_argument("--tulis", action="store_true", help="simpan hasil hitungan baru")
        ulang.add_argument("--json", action="store_true", help="keluaran JSON")
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
        instansi, unit = _find(options["instansi"], options["unit"])
        try:
            laporan = recompute_hasil(
                instansi=instansi, unit=unit, tahun=options["tahun"], tulis=options["tulis"], by=None
            )
        except GalatEvaluasi as galat:
            raise CommandError(str(galat), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(asdict(laporan), ensure_ascii=False, indent=1))
        else:
            self._print(laporan)
        if laporan.beda and not laporan.ditulis:
            raise SystemExit(ADA_BEDA)

    def _print(self, laporan: LaporanHasil) -> None:
        for satu in laporan.beda[:TAMPIL]:
            self.stdout.write(_line(satu))
        if len(laporan.beda) > TAMPIL:
            self.stdout.write(f"... dan {len(laporan.beda) - TAMPIL} perbedaan lain (lihat --json)")
        ekor = "semua sama" if not laporan.beda else f"{len(laporan.beda)} berbeda"
        if laporan.beda:
            ekor += ", sudah diperbaiki" if laporan.ditulis else "; jalankan dengan --tulis untuk memperbaiki"
        self.stdout.write(f"{laporan.diperiksa} nilai diperiksa, {ekor}.")


def _find(kode: str, kode_unit: str | None) -> tuple[Instansi, Unit | None]:
    try:
        instansi = get_instansi(kode)
    except Instansi.DoesNotExist:
        raise CommandError(
            f"Instansi {kode} tidak ada. Pakai kode wilayah dengan titiknya, mis. 36.74.", returncode=2
        ) from None
    if kode_unit is None:
        return instansi, None
    try:
        return instansi, get_unit(instansi, kode_unit)
    except Unit.DoesNotExist:
        raise CommandError(
            f"Unit {kode_unit} tidak ada. Lihat kodenya dengan: sakip unit daftar --instansi {kode}",
            returncode=2,
        ) from None


def _line(beda: BedaHasil) -> str:
    tersimpan, dihitung = (satu or "kosong" for satu in (beda.tersimpan, beda.dihitung))
    return (
        f"{beda.unit} {beda.tahun} {beda.tahap}: tersimpan {tersimpan}, dihitung {dihitung} "
        f"({', '.join(beda.bidang)})"
    )
