"""`sakip lkjip`: the annual performance report of a unit as PDF, DOCX or XLSX."""

import io
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import get_instansi, get_unit
from sakip.reports.lkjip.cetak import BENTUK, render_lkjip, write_file
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.susun import assemble_lkjip
from sakip.reports.pdf import CetakGagal

_TAHUN = range(1999, 2101)


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
        tujuan, bentuk = _target(options["keluaran"])
        tahun = _year(options["tahun"])
        unit = _unit(options["instansi"], options["unit"])
        konteks = assemble_lkjip(unit=unit, tahun=tahun)
        try:
            isi = render_lkjip(konteks, bentuk)
            write_file(isi, tujuan)
        except (CetakGagal, OSError) as salah:
            raise CommandError(str(salah), returncode=2) from None
        lama = f"{time.perf_counter() - mulai:.2f}".replace(".", ",")
        self.stdout.write(f"{konteks.judul}: {_summary(konteks)}.")
        self.stdout.write(f"Ditulis ke {tujuan}: {_size(isi, bentuk)}, {lama} detik.")


def _target(keluaran: str) -> tuple[Path, str]:
    tujuan = Path(keluaran)
    bentuk = tujuan.suffix.lower().removeprefix(".")
    if bentuk not in BENTUK:
        raise CommandError(
            f'--keluaran "{keluaran}": nama berkas harus berakhiran {", ".join(f".{b}" for b in BENTUK)}.',
            returncode=2,
        )
    if not tujuan.parent.is_dir():
        raise CommandError(f'--keluaran "{keluaran}": folder {tujuan.parent} tidak ada.', returncode=2)
    return tujuan, bentuk


def _year(teks: str) -> int:
    if not teks.isdecimal() or int(teks) not in _TAHUN:
        raise CommandError(f'--tahun "{teks}": tulis tahun dengan empat angka, mis. 2025.', returncode=2)
    return int(teks)


def _unit(kode_instansi: str, kode_unit: str) -> Unit:
    try:
        instansi = get_instansi(kode_instansi)
    except Instansi.DoesNotExist:
        raise CommandError(
            f"Instansi {kode_instansi} tidak ada. Pakai kode wilayah dengan titiknya, mis. 36.74.",
            returncode=2,
        ) from None
    try:
        return get_unit(instansi, kode_unit)
    except Unit.DoesNotExist:
        pesan = f"tidak ada di {instansi.nama}. Lihat daftarnya: sakip unit daftar --instansi {kode_instansi}"
    except Unit.MultipleObjectsReturned:
        pesan = f"dipakai lebih dari satu unit. Pakai kodenya: sakip unit daftar --instansi {kode_instansi}"
    raise CommandError(f"Unit {kode_unit} {pesan}", returncode=2)


def _summary(k: KonteksLKjIP) -> str:
    return f"{k.rata.terukur} dari {k.rata.dari} indikator terukur, {len(k.program)} program"


def _size(isi: bytes, bentuk: str) -> str:
    kib = f"{max(1, round(len(isi) / 1024)):,}".replace(",", ".")
    if bentuk != "pdf":
        return f"{kib} KB"
    import pikepdf

    with pikepdf.open(io.BytesIO(isi)) as dokumen:
        return f"{len(dokumen.pages)} halaman, {kib} KB"
