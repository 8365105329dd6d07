"""`sakip lembar ekspor|templat|impor|urungkan`: plans to Excel and back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from sakip.apps.perencanaan.lembar import services as layanan
from sakip.apps.perencanaan.lembar.jenis import BERLEMBAR, build_templat, macam_dokumen
from sakip.apps.perencanaan.lembar.pratinjau import Pratinjau
from sakip.apps.perencanaan.lembar.selectors import last_applied
from sakip.apps.perencanaan.models import Dokumen
from sakip.cli.perintah_berkas import PerintahBerkas, describe_pesan, read_berkas
from sakip.cli.pilihan import describe_size, read_tahun, read_tujuan, refuse
from sakip.platform.organisasi.models import Instansi


class Command(PerintahBerkas):
    help = "Matriks rencana ke Excel dan kembali: ekspor, templat, impor, urungkan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        ekspor = aksi.add_parser("ekspor", help="tulis matriks sebuah dokumen")
        templat = aksi.add_parser("templat", help="tulis matriks kosong")
        impor = aksi.add_parser("impor", help="bandingkan berkas dengan dokumen, lalu terapkan")
        urung = aksi.add_parser("urungkan", help="urungkan impor terakhir ke sebuah dokumen")
        for satu in (ekspor, impor, urung):
            satu.add_argument("--dokumen", required=True, metavar="UID", help="pengenal dokumen rencana")
        for satu in (ekspor, templat):
            satu.add_argument("-k", "--keluaran", required=True, metavar="BERKAS.xlsx")
        templat.add_argument("--jenis", choices=[str(j) for j in BERLEMBAR], default="renstra")
        templat.add_argument("--tahun", required=True, metavar="N", help="tahun pertama")
        impor.add_argument("berkas")
        impor.add_argument("--pratinjau", action="store_true", help="hanya membandingkan")
        impor.add_argument(
            "--konflik",
            choices=["berkas", "sistem"],
            help="pihak yang diikuti untuk konflik dan angka meragukan",
        )
        for satu in (ekspor, templat, impor, urung):
            satu.add_argument("--instansi", required=True, metavar="KODE")
            satu.add_argument("--json", action="store_true")

    def _ekspor(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        tujuan, _akhiran = read_tujuan(o["keluaran"], ["xlsx"])
        dokumen = _dokumen(instansi, o["dokumen"])
        return _written(tujuan, layanan.export_lembar(macam=macam_dokumen(dokumen), by=None))

    def _templat(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        tujuan, _akhiran = read_tujuan(o["keluaran"], ["xlsx"])
        tahun = read_tahun(o["tahun"])
        return _written(tujuan, build_templat(instansi=instansi, jenis=o["jenis"], tahun=tahun))

    def _impor(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        jalur, isi = read_berkas(o["berkas"])
        macam = macam_dokumen(_dokumen(instansi, o["dokumen"]))
        if o["pratinjau"]:
            pratinjau = layanan.read_pratinjau(isi=isi, nama=jalur.name, macam=macam, pilih={})
            return _report(pratinjau, "Pratinjau: belum ada yang ditulis.")
        with transaction.atomic():
            impor = layanan.preview_impor(isi=isi, nama=jalur.name, macam=macam, by=None)
            pratinjau = layanan.load_pratinjau(impor=impor, macam=macam)
            if o["konflik"]:
                pilih = {satu.nama: o["konflik"] for satu in pratinjau.sisa}
                pratinjau = layanan.choose(impor=impor, macam=macam, pilih=pilih, by=None)
            if sebab := pratinjau.penghalang():
                transaction.set_rollback(True)
                return _report(
                    pratinjau,
                    f"Tidak ada yang ditulis. {sebab}",
                    tertunda=bool(pratinjau.sisa) or pratinjau.berubah,
                )
            layanan.apply_impor(impor=impor, macam=macam, by=None)
        return _report(pratinjau, f"Diterapkan ke {macam.nama}.")

    def _urungkan(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        macam = macam_dokumen(_dokumen(instansi, o["dokumen"]))
        impor = last_applied(macam)
        if impor is None:
            raise refuse("Tidak ada impor ke dokumen ini yang dapat diurungkan.")
        layanan.undo_impor(impor=impor, macam=macam, by=None)
        return {"diurungkan": impor.nama_berkas, "teks": [f"Impor {impor.nama_berkas} diurungkan."]}


def _dokumen(instansi: Instansi, uid: str) -> Dokumen:
    try:
        dokumen = (
            Dokumen.objects.filter(instansi=instansi, uid=UUID(uid))
            .select_related("unit", "instansi")
            .first()
        )
    except ValueError:
        dokumen = None
    if dokumen is None:
        raise refuse(
            f"Dokumen {uid} tidak ada di {instansi.nama}. Salin pengenalnya dari alamat halaman dokumen."
        )
    return dokumen


def _written(tujuan: Path, isi: bytes) -> dict[str, Any]:
    tujuan.write_bytes(isi)
    return {"berkas": str(tujuan), "teks": [f"{tujuan}: {describe_size(isi, 'xlsx')}"]}


def _report(p: Pratinjau, kepala: str, *, tertunda: bool = False) -> dict[str, Any]:
    ringkasan = p.ringkasan()
    hitung = ", ".join(f"{n} {arti.replace('_', ' ')}" for arti, n in ringkasan["jumlah"].items() if n)
    teks = [kepala, hitung or "Isi berkas sama dengan sistem.", *(describe_pesan(satu) for satu in p.pesan)]
    return {**ringkasan, "tertunda": tertunda or not p.bersih, "teks": teks}
