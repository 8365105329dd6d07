"""`sakip lke ekspor|impor|urungkan`: evaluation sheets as workbooks, out and back in."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from kinerja.instrumen import to_cetak
from sakip.apps.evaluasi.impor.cocok import LembarCocok
from sakip.apps.evaluasi.impor.hasil import HasilImpor
from sakip.apps.evaluasi.impor.services import apply_berkas, preview_berkas, undo_impor
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, TahapNilai
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
from sakip.platform.files.galat import GalatBerkas
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan, Tingkat
from sakip.reports.lke.cetak import TanpaLembar, render_lke, render_lke_semua, render_rekap
from sakip.reports.lkjip.cetak import write_file
from sakip.reports.pdf import CetakGagal

PESAN_TAMPIL = 40
_TAHAP = {"mandiri": TahapNilai.MANDIRI, "evaluasi": TahapNilai.EVALUASI}


class Command(BaseCommand):
    """Exit code 0 when the file was used, 2 when it or the command cannot be used at all."""

    help = "Lembar kerja evaluasi (LKE) sebagai buku kerja: ekspor, impor, dan mengurungkan impor."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        ekspor = aksi.add_parser("ekspor", help="menulis lembar kerja sebagai .xlsx berumus")
        _common(ekspor)
        ekspor.add_argument("--unit", metavar="KODE", default="", help="satu unit; bawaan semua dengan rekap")
        ekspor.add_argument(
            "--keluaran", metavar="BERKAS", required=True, help="berkas .xlsx, atau .pdf untuk rekap"
        )
        impor = aksi.add_parser("impor", help="membaca lembar kerja yang sudah diisi")
        impor.add_argument("berkas", metavar="BERKAS", help="berkas .xlsx")
        _common(impor)
        impor.add_argument("--unit", metavar="KODE", default="", help="unit pemilik berkas satu lembar")
        impor.add_argument(
            "--tahap", choices=list(_TAHAP), help="hanya lembar pada tahap ini; bawaan tahap masing-masing"
        )
        impor.add_argument("--pratinjau", action="store_true", help="hanya memeriksa; tidak menulis apa pun")
        impor.add_argument("--json", action="store_true", help="laporan sebagai JSON")
        urungkan = aksi.add_parser("urungkan", help="mengurungkan impor lembar kerja yang terakhir")
        _common(urungkan)

    def handle(self, *args: Any, **options: Any) -> None:
        evaluasi = find_evaluasi(find_instansi(options["instansi"]), read_tahun(options["tahun"]))
        if options["aksi"] == "ekspor":
            self._ekspor(evaluasi, options)
        elif options["aksi"] == "impor":
            self._impor(evaluasi, options)
        else:
            self._urungkan(evaluasi)

    def _ekspor(self, evaluasi: Evaluasi, options: dict[str, Any]) -> None:
        mulai = time.perf_counter()
        tujuan, bentuk = read_tujuan(options["keluaran"], ["xlsx", "pdf"])
        if bentuk == "pdf" and options["unit"]:
            raise refuse(
                "Bentuk .pdf adalah rekap semua unit. Hapus --unit, atau pakai sakip lhe untuk satu unit."
            )
        try:
            isi = render_rekap(evaluasi) if bentuk == "pdf" else _render(evaluasi, options["unit"])
            write_file(isi, tujuan)
        except (TanpaLembar, CetakGagal, GalatDomain, OSError) as salah:
            raise refuse(str(salah)) from None
        lama = f"{time.perf_counter() - mulai:.2f}".replace(".", ",")
        apa = "Rekap" if bentuk == "pdf" else "LKE"
        ukuran = describe_size(isi, bentuk)
        self.stdout.write(f"{apa} {evaluasi.tahun} ditulis ke {tujuan}: {ukuran}, {lama} detik.")

    def _impor(self, evaluasi: Evaluasi, options: dict[str, Any]) -> None:
        jalur = Path(options["berkas"])
        kerja = preview_berkas if options["pratinjau"] else apply_berkas
        if options["unit"]:
            find_unit(evaluasi.instansi, options["unit"])
        try:
            hasil = kerja(
                isi=_read(jalur),
                nama=jalur.name,
                evaluasi=evaluasi,
                by=None,
                tahap=_TAHAP.get(options["tahap"] or ""),
                unit=options["unit"],
            )
        except BerkasTakTerpakai as salah:
            self._fail(options, *salah.pesan)
        except (GalatDomain, GalatBerkas) as salah:
            self._fail(options, str(salah))
        except DatabaseError as salah:
            self._fail(options, f"Basis data menolak impor ini, jadi tidak ada yang tersimpan: {salah}")
        if options["json"]:
            self.stdout.write(json.dumps(hasil.to_dict(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(summarise(hasil, pratinjau=options["pratinjau"]))

    def _urungkan(self, evaluasi: Evaluasi) -> None:
        try:
            impor = undo_impor(evaluasi=evaluasi, by=None)
        except GalatDomain as salah:
            raise refuse(str(salah)) from None
        self.stdout.write(f"Impor {impor.nama_berkas} diurungkan.")

    def _fail(self, options: dict[str, Any], *pesan: str | Pesan) -> NoReturn:
        """The message in the shape that was asked for, and exit code 2."""
        daftar = [p if isinstance(p, Pesan) else Pesan("", "", Tingkat.GALAT, p) for p in pesan]
        if options["json"]:
            kosong = dict.fromkeys(("dibaca", "dibuat", "diubah", "tetap", "ditolak"), 0)
            isi = {
                **kosong,
                "pesan": [p.to_dict() for p in daftar],
                "lembar": [],
                "selisih": [],
                "dilewati": [],
            }
            self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=2))
        for p in daftar:
            self.stderr.write(_line(p))
        raise SystemExit(2)


def _common(parser: ArgumentParser) -> None:
    parser.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
    parser.add_argument("--tahun", metavar="N", required=True, help="tahun kinerja yang dievaluasi")


def _render(evaluasi: Evaluasi, kode: str) -> bytes:
    if not kode:
        return render_lke_semua(evaluasi)
    unit = find_unit(evaluasi.instansi, kode)
    lembar = LembarKerja.objects.select_related("unit", "instrumen", "evaluasi__instansi")
    satu = lembar.filter(evaluasi=evaluasi, unit=unit).first()
    if satu is None:
        raise refuse(f"Unit {unit.kode} tidak punya lembar kerja pada evaluasi {evaluasi.tahun}.")
    return render_lke(satu)


def _read(jalur: Path) -> bytes:
    try:
        if jalur.exists() and not jalur.is_file():
            raise BerkasTakTerpakai(f"{jalur} bukan berkas biasa. Sebutkan sebuah berkas .xlsx.")
        return jalur.read_bytes()
    except OSError as salah:
        sebab = {
            FileNotFoundError: "tidak ditemukan",
            PermissionError: "tidak boleh dibaca",
        }.get(type(salah), "tidak dapat dibaca")
        raise BerkasTakTerpakai(f"Berkas {jalur} {sebab}. Periksa jalurnya.") from salah


def _line(pesan: Pesan) -> str:
    tempat = " ".join(bagian for bagian in (pesan.lembar, pesan.sel) if bagian)
    return f"{tempat}: {pesan.pesan}" if tempat else pesan.pesan


def summarise(hasil: HasilImpor, *, pratinjau: bool) -> str:
    """The report for reading: counts, each sheet's total before and after, the first messages."""
    kepala = "Tidak ada yang berubah" if hasil.kosong else "Impor diterapkan"
    kepala = "Pratinjau, belum ada yang ditulis" if pratinjau else kepala
    baris = [
        f"{kepala}.",
        f"  Jawaban dibaca {hasil.dibaca}: {hasil.dibuat} dibuat, {hasil.diubah} diubah, {hasil.tetap} tetap, "
        f"{hasil.ditolak} ditolak.",
    ]
    baris += [_sheet(satu) for satu in hasil.lembar if satu.sesudah is not None]
    for s in hasil.selisih:
        baris.append(f"  {s.lembar}: berkas mencetak {to_cetak(s.tercetak)}, jawabannya {to_cetak(s.hitung)}")
    if hasil.pesan:
        baris.append(f"Pesan ({len(hasil.pesan)}):")
        baris += [f"  [{p.tingkat.value}] {_line(p)}" for p in hasil.pesan[:PESAN_TAMPIL]]
        if len(hasil.pesan) > PESAN_TAMPIL:
            baris.append(
                f"  ... dan {len(hasil.pesan) - PESAN_TAMPIL} pesan lain; pakai --json untuk semuanya."
            )
    return "\n".join(baris)


def _sheet(satu: LembarCocok) -> str:
    assert satu.sesudah is not None
    predikat = "belum lengkap" if satu.sesudah.predikat is None else satu.sesudah.predikat.kode
    semula = "" if satu.sebelum is None or not satu.berubah else f" (semula {satu.sebelum.total_cetak})"
    return f"  {satu.nama}: {satu.sesudah.total_cetak}{semula}, {predikat}"
