"""`sakip capaian hitung-ulang --instansi KODE`: are the stored figures the computed ones?"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kinerja.pembulatan import to_text
from sakip.apps.pengukuran.services import Beda, LaporanHitungUlang, recompute_capaian
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import get_instansi, get_unit

TAMPIL = 50
ADA_BEDA = 1


class Command(BaseCommand):
    help = "Hitung ulang capaian dan rekap yang tersimpan, lalu laporkan setiap perbedaan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        ulang = aksi.add_parser("hitung-ulang", help="bandingkan angka tersimpan dengan hitungan baru")
        ulang.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
        ulang.add_argument("--unit", metavar="KODE", help="bawaan: semua unit")
        ulang.add_argument("--tahun", metavar="TTTT", type=int, help="bawaan: semua tahun")
        ulang.add_argument("--tulis", action="store_true", help="simpan hasil hitungan baru")
        ulang.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when nothing differs (or it was mended), 1 when it does, 2 when the question is wrong."""
        instansi, unit = _find(options["instansi"], options["unit"])
        laporan = recompute_capaian(
            instansi=instansi, unit=unit, tahun=options["tahun"], tulis=options["tulis"], by=None
        )
        if options["json"]:
            self.stdout.write(json.dumps(_to_dict(laporan), ensure_ascii=False, indent=1))
        else:
            self._print(laporan)
        if laporan.beda and not laporan.ditulis:
            raise SystemExit(ADA_BEDA)

    def _print(self, laporan: LaporanHitungUlang) -> None:
        for satu in laporan.beda[:TAMPIL]:
            self.stdout.write(_line(satu))
        if len(laporan.beda) > TAMPIL:
            self.stdout.write(f"... dan {len(laporan.beda) - TAMPIL} perbedaan lain (lihat --json)")
        ekor = "semua sama" if not laporan.beda else f"{len(laporan.beda)} berbeda"
        if laporan.beda:
            ekor += ", sudah diperbaiki" if laporan.ditulis else "; jalankan dengan --tulis untuk memperbaiki"
        self.stdout.write(f"{laporan.diperiksa} angka diperiksa, {ekor}.")


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
