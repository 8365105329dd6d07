"""`sakip audit verifikasi|tambat`: prove that the audit trail is whole, and sign where it stands."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.cli.pilihan import find_instansi
from sakip.platform.audit.rantai import RANTAI_SISTEM
from sakip.platform.audit.selectors import count_catatan, newest_tambat
from sakip.platform.audit.services import create_tambat, verify


class Command(BaseCommand):
    help = "Memeriksa keutuhan jejak audit, atau menandatangani ujungnya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        for nama, bantuan in [
            ("verifikasi", "periksa seluruh rantai; kode keluar 1 bila ada yang berubah"),
            ("tambat", "tandatangani ujung rantai; simpan keluarannya di tempat lain"),
        ]:
            satu = aksi.add_parser(nama, help=bantuan)
            satu.add_argument(
                "--instansi", metavar="KODE", help="kode wilayah, mis. 18.72; kosong: semua rantai"
            )
            satu.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        rantai = self._rantai(options["instansi"])
        if options["aksi"] == "tambat":
            self._tambat(rantai, options["json"])
        else:
            self._verifikasi(rantai, options["json"])

    def _rantai(self, kode: str | None) -> str | None:
        if kode is None or kode == RANTAI_SISTEM:
            return kode
        return str(find_instansi(kode).uid)

    def _verifikasi(self, rantai: str | None, as_json: bool) -> None:
        temuan, jumlah = verify(rantai), count_catatan(rantai)
        ditambat = newest_tambat(rantai)
        if as_json:
            isi = [{"rantai": t.rantai, "urut": t.urut, "jenis": t.jenis, "pesan": t.pesan} for t in temuan]
            self.stdout.write(json.dumps({"diperiksa": jumlah, "temuan": isi}, ensure_ascii=False))
        else:
            for t in temuan:
                self.stdout.write(f"{t.rantai}  {t.urut}  {t.jenis}: {t.pesan}")
            self.stdout.write(f"{jumlah} catatan diperiksa, {len(temuan)} temuan.")
            if ditambat is None and jumlah:
                self.stdout.write("Belum ada tambat: pemotongan di ujung rantai belum dapat ditemukan.")
        if temuan:
            raise CommandError("Jejak audit tidak utuh.", returncode=1)

    def _tambat(self, rantai: str | None, as_json: bool) -> None:
        for t in create_tambat(rantai):
            isi = {
                "rantai": t.rantai,
                "urut": t.urut,
                "hash": t.hash,
                "waktu": t.waktu.isoformat(),
                "tanda": t.tanda,
            }
            self.stdout.write(
                json.dumps(isi) if as_json else f"{t.rantai}  {t.urut}  {t.hash}  {t.waktu.isoformat()}"
            )
