"""`sakip impor SHAPE FILE --instansi KODE --tahun N`, and `sakip impor urungkan --instansi KODE`."""

import gc
import json
from argparse import ArgumentParser
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.hasil import HasilImpor
from sakip.apps.pengukuran.impor.services import (
    BENTUK,
    InstansiTidakAda,
    TidakDapatDiurungkan,
    apply_berkas,
    preview_berkas,
    read_batas,
    undo_impor,
)
from sakip.platform.dasar import GalatDomain
from sakip.platform.files.galat import GalatBerkas
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan, Tingkat
from sakip.platform.organisasi.models import Instansi, SifatData

PESAN_TAMPIL = 40


class Command(BaseCommand):
    """Exit code 0 when the file was used, 2 when it or the command cannot be used at all."""

    help = "Mengimpor buku kerja .xlsx atau .csv, atau mengurungkan impor terakhir."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bentuk", choices=[*BENTUK, "urungkan"], help="Bentuk berkas, atau urungkan.")
        parser.add_argument("berkas", nargs="?", help="Berkas .xlsx atau .csv.")
        parser.add_argument("--instansi", required=True, metavar="KODE", help="Kode wilayah, mis. 36.74.")
        parser.add_argument("--nama", default="", help="Nama instansi; membuatnya bila belum ada.")
        parser.add_argument("--tahun", type=int, metavar="N", help="Tahun kinerja, mis. 2023.")
        parser.add_argument(
            "--unit", default="", metavar="KODE", help="Unit pemilik berkas yang tidak menyebut unit."
        )
        parser.add_argument(
            "--pratinjau", action="store_true", help="Hanya memeriksa; tidak menulis apa pun."
        )
        parser.add_argument("--json", action="store_true", help="Cetak laporan sebagai JSON.")
        parser.add_argument(
            "--desimal",
            choices=["otomatis", "koma", "titik"],
            default="otomatis",
            help="Tanda desimal berkas.",
        )
        parser.add_argument(
            "--sifat",
            choices=SifatData.values,
            default=SifatData.RESMI,
            help="Sifat data instansi yang dibuat.",
        )
        parser.add_argument(
            "--sumber", default="", help="Sumber data instansi yang dibuat, dicetak di halaman."
        )

    def run_from_argv(self, argv: list[str]) -> None:
        """As a process of its own it makes a hundred thousand objects and ends: collecting them is waste."""
        gc.disable()
        try:
            super().run_from_argv(argv)
        finally:
            gc.freeze()

    def handle(self, *args: Any, **options: Any) -> None:
        if options["bentuk"] == "urungkan":
            self._undo(options)
            return
        if not options["berkas"]:
            self._fail(options, "Sebutkan berkas yang diimpor.")
        tahun = options["tahun"]
        if tahun is None or not 1990 <= tahun <= 2100:
            self._fail(options, "Sebutkan tahun kinerja dengan empat angka, mis. --tahun 2023.")
        try:
            hasil = self._run(options)
        except BerkasTakTerpakai as error:
            self._fail(options, *error.pesan)
        except (InstansiTidakAda, GalatDomain, GalatBerkas) as error:
            self._fail(options, str(error))
        except DatabaseError as error:
            self._fail(options, f"Basis data menolak impor ini, jadi tidak ada yang tersimpan: {error}")
        if options["json"]:
            self.stdout.write(json.dumps(hasil.to_dict(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(summarise(hasil, pratinjau=options["pratinjau"]))

    def _run(self, options: dict[str, Any]) -> HasilImpor:
        jalur = Path(options["berkas"])
        isi = _read_file(jalur)
        pilihan = PilihanImpor(options["tahun"], unit=options["unit"].strip(), desimal=options["desimal"])
        kode = options["instansi"].strip()
        if options["pratinjau"]:
            instansi = Instansi.objects.filter(kode_wilayah=kode).first()
            if instansi is None and not options["nama"].strip():
                raise InstansiTidakAda(kode)
            return preview_berkas(
                isi=isi, nama=jalur.name, bentuk=options["bentuk"], pilihan=pilihan, instansi=instansi
            )
        return apply_berkas(
            isi=isi,
            nama=jalur.name,
            bentuk=options["bentuk"],
            pilihan=pilihan,
            kode_instansi=kode,
            nama_instansi=options["nama"],
            sifat_data=options["sifat"],
            sumber_data=options["sumber"],
            by=None,
        )

    def _undo(self, options: dict[str, Any]) -> None:
        instansi = Instansi.objects.filter(kode_wilayah=options["instansi"].strip()).first()
        if instansi is None:
            self._fail(options, f"Instansi dengan kode {options['instansi']} tidak ada. Periksa kodenya.")
        try:
            impor = undo_impor(instansi=instansi, by=None)
        except TidakDapatDiurungkan as error:
            self._fail(options, str(error))
        if options["json"]:
            isi = {"diurungkan": impor.nama_berkas, "bentuk": impor.bentuk, "tahun": impor.tahun}
            self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(f"Impor {impor.nama_berkas} ({impor.bentuk} {impor.tahun}) diurungkan.")

    def _fail(self, options: dict[str, Any], *pesan: str | Pesan) -> NoReturn:
        """The message in the shape that was asked for, and exit code 2."""
        daftar = [p if isinstance(p, Pesan) else Pesan("", "", Tingkat.GALAT, p) for p in pesan]
        if options["json"]:
            isi = {
                "dibaca": 0,
                "dibuat": 0,
                "diubah": 0,
                "ditolak": 0,
                "pesan": [p.to_dict() for p in daftar],
                "selisih": [],
            }
            self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=2))
        for p in daftar:
            self.stderr.write(_line(p))
        raise SystemExit(2)


def _read_file(jalur: Path) -> bytes:
    try:
        batas = read_batas().byte
        if jalur.exists() and not jalur.is_file():
            raise BerkasTakTerpakai(f"{jalur} bukan berkas biasa. Sebutkan sebuah berkas .xlsx atau .csv.")
        if jalur.stat().st_size > batas:
            raise BerkasTakTerpakai(
                f"Berkas {jalur.name} melebihi batas {batas // 1024 // 1024} MB. "
                "Bagi berkas per perangkat daerah, lalu impor satu per satu."
            )
        return jalur.read_bytes()
    except OSError as error:
        sebab = {
            FileNotFoundError: "tidak ditemukan",
            PermissionError: "tidak boleh dibaca",
        }.get(type(error), "tidak dapat dibaca")
        raise BerkasTakTerpakai(f"Berkas {jalur} {sebab}. Periksa jalurnya.") from error


def _line(pesan: Pesan) -> str:
    tempat = " ".join(bagian for bagian in (pesan.lembar, pesan.sel) if bagian)
    return f"{tempat}: {pesan.pesan}" if tempat else pesan.pesan


def summarise(hasil: HasilImpor, *, pratinjau: bool) -> str:
    """The report for reading: counts, records, the first messages, the differences."""
    r = hasil.ringkasan()
    kepala = "Tidak ada yang berubah" if hasil.cocok.kosong else "Impor diterapkan"
    kepala = "Pratinjau, belum ada yang ditulis" if pratinjau else kepala
    baris = [
        f"{kepala}.",
        f"  Baris dibaca {_n(r['dibaca'])}: {_n(r['dibuat'])} dibuat, {_n(r['diubah'])} diubah, "
        f"{_n(r['tetap'])} tetap, {_n(r['ditolak'])} ditolak.",
    ]
    for nama, hitung in r["rincian"].items():
        if hitung["dibuat"] or hitung["diubah"]:
            baris.append(f"  {nama}: {_n(hitung['dibuat'])} dibuat, {_n(hitung['diubah'])} diubah")
    pesan = sorted(hasil.rencana.pesan, key=lambda p: list(Tingkat).index(p.tingkat))
    if pesan:
        baris.append(f"Pesan ({len(pesan)}):")
        baris += [f"  [{p.tingkat.value}] {_line(p)}" for p in pesan[:PESAN_TAMPIL]]
        if len(pesan) > PESAN_TAMPIL:
            baris.append(f"  ... dan {len(pesan) - PESAN_TAMPIL} pesan lain; pakai --json untuk semuanya.")
    if r["selisih"]:
        baris.append(f"Jumlah induk yang berbeda dari anaknya ({len(r['selisih'])}):")
        baris += [
            f"  {s['unit']} TW {s['triwulan']} {s['induk']} {s['uraian'][:70]}: "
            f"tercetak Rp{_n(int(Decimal(s['tercetak'])))}, jumlah Rp{_n(int(Decimal(s['jumlah'])))}"
            for s in r["selisih"]
        ]
    return "\n".join(baris)


def _n(angka: int) -> str:
    return f"{angka:,}".replace(",", ".")
