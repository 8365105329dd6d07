"""`sakip nomenklatur impor|urungkan|daftar|padankan`: the list of programmes, by version."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.db.models import Count

from sakip.apps.perencanaan.lembar.nomenklatur import read_nomenklatur
from sakip.apps.perencanaan.models import VersiNomenklatur
from sakip.apps.perencanaan.services.nomenklatur import create_versi, import_butir, undo_butir
from sakip.apps.perencanaan.services.nomenklatur_padanan import match_versi
from sakip.cli.perintah_berkas import PerintahBerkas, describe_pesan, read_berkas
from sakip.cli.pilihan import refuse
from sakip.platform.organisasi.models import Instansi


class Command(PerintahBerkas):
    help = "Nomenklatur urusan, bidang, program, kegiatan dan sub kegiatan menurut versi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        impor = aksi.add_parser("impor", help="baca daftar Kepmendagri dari .xlsx atau .csv")
        impor.add_argument("berkas")
        impor.add_argument("--versi", required=True, metavar="KODE")
        impor.add_argument("--nama", default="", help="nama versi; membuatnya bila belum ada")
        impor.add_argument("--dasar", default="", help="dasar hukum versi yang dibuat")
        impor.add_argument("--mulai", default="", metavar="TTTT-BB-HH", help="berlaku mulai")
        impor.add_argument("--pratinjau", action="store_true", help="hanya memeriksa")
        urung = aksi.add_parser("urungkan", help="urungkan impor terakhir suatu versi")
        urung.add_argument("--versi", required=True, metavar="KODE")
        daftar = aksi.add_parser("daftar", help="daftar versi")
        padan = aksi.add_parser("padankan", help="padankan versi lama dengan versi baru")
        padan.add_argument("dari", metavar="DARI")
        padan.add_argument("ke", metavar="KE")
        for satu in (impor, urung, daftar, padan):
            satu.add_argument("--instansi", required=True, metavar="KODE")
            satu.add_argument("--json", action="store_true")

    def _impor(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        jalur, isi = read_berkas(o["berkas"])
        bacaan = read_nomenklatur(isi, jalur.name)
        pesan = [satu.to_dict() for satu in bacaan.pesan]
        teks = [describe_pesan(satu) for satu in bacaan.pesan]
        if not bacaan.bersih:
            raise refuse("\n".join([*teks, "Tidak ada yang tersimpan. Perbaiki berkas itu lalu ulangi."]))
        if o["pratinjau"]:
            kepala = f"Pratinjau: {len(bacaan.baris)} butir terbaca, belum ada yang ditulis."
            return {"dibaca": len(bacaan.baris), "pesan": pesan, "teks": [kepala, *teks]}
        versi = VersiNomenklatur.objects.filter(instansi=instansi, kode=o["versi"]).first()
        versi = versi or self._new(instansi, o)
        hasil = import_butir(versi=versi, baris=bacaan.baris, berkas=jalur.name, isi=isi, by=None)
        kepala = f"{hasil.dibuat} butir dibuat, {hasil.diubah} diubah, {hasil.tetap} tetap pada {versi.nama}."
        return {"dibuat": hasil.dibuat, "diubah": hasil.diubah, "pesan": pesan, "teks": [kepala, *teks]}

    def _new(self, instansi: Instansi, o: dict[str, Any]) -> VersiNomenklatur:
        if not (o["nama"] and o["dasar"] and o["mulai"]):
            raise refuse(
                f"Versi {o['versi']} belum ada. Sebutkan --nama, --dasar dan --mulai untuk membuatnya."
            )
        try:
            mulai = date.fromisoformat(o["mulai"])
        except ValueError:
            raise refuse(f'--mulai "{o["mulai"]}": tulis tanggal seperti 2024-01-31.') from None
        return create_versi(
            instansi=instansi, kode=o["versi"], nama=o["nama"], dasar=o["dasar"], berlaku_mulai=mulai, by=None
        )

    def _urungkan(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        impor = undo_butir(versi=_versi(instansi, o["versi"]), by=None)
        return {"diurungkan": impor.nama_berkas, "teks": [f"Impor {impor.nama_berkas} diurungkan."]}

    def _daftar(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        versi = VersiNomenklatur.objects.filter(instansi=instansi).annotate(banyak=Count("butir_set"))
        baris = [
            {"kode": v.kode, "nama": v.nama, "mulai": v.berlaku_mulai.isoformat(), "butir": v.banyak}
            for v in versi
        ]
        teks = [f"{b['kode']}: {b['nama']}, berlaku {b['mulai']}, {b['butir']} butir" for b in baris]
        return {"versi": baris, "teks": teks or ["Belum ada nomenklatur."]}

    def _padankan(self, instansi: Instansi, o: dict[str, Any]) -> dict[str, Any]:
        hasil = match_versi(dari=_versi(instansi, o["dari"]), ke=_versi(instansi, o["ke"]), by=None)
        sisa = [f"{satu.kode} {satu.nama}" for satu in hasil.sisa]
        kepala = (
            f"{hasil.kode_sama} butir berkode sama, {hasil.nama_sama} bernama sama, "
            f"{len(sisa)} perlu dipadankan sendiri."
        )
        return {
            "kode_sama": hasil.kode_sama,
            "nama_sama": hasil.nama_sama,
            "sisa": sisa,
            "teks": [kepala, *sisa],
        }


def _versi(instansi: Instansi, kode: str) -> VersiNomenklatur:
    versi = VersiNomenklatur.objects.filter(instansi=instansi, kode=kode).first()
    if versi is None:
        raise refuse(f"Versi nomenklatur {kode} tidak ada di {instansi.nama}.")
    return versi
