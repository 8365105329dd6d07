"""`sakip instansi daftar`, and `sakip instansi buat`: a government and its first admin."""

import getpass
import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from sakip.platform.access.services import grant_peran
from sakip.platform.accounts.services import create_pengguna
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.models import Instansi, JenisInstansi
from sakip.platform.organisasi.services import create_instansi


class Command(BaseCommand):
    """Exit code 0 on success, 2 when the command cannot be carried out."""

    help = "Menampilkan instansi, atau membuat instansi beserta admin pertamanya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        anak = parser.add_subparsers(dest="tindakan", required=True)
        daftar = anak.add_parser("daftar", help="Daftar instansi pada pemasangan ini.")
        daftar.add_argument("--json", action="store_true", help="Cetak sebagai JSON.")
        buat = anak.add_parser("buat", help="Buat instansi dan admin pertamanya; sandi ditanyakan.")
        buat.add_argument("--kode", required=True, help="Kode wilayah, mis. 18.72.")
        buat.add_argument("--nama", required=True, help='Nama instansi, mis. "Kota Metro".')
        buat.add_argument("--jenis", choices=JenisInstansi.values, default=JenisInstansi.KOTA)
        buat.add_argument("--admin", required=True, help="Nama akun admin pertama.")
        buat.add_argument("--surel", required=True, help="Alamat surel admin pertama.")
        buat.add_argument(
            "--sebutan", default="Admin instansi", help="Jabatan yang tampil, bukan nama orang."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["tindakan"] == "daftar":
            self._list(as_json=options["json"])
        else:
            self._create(options)

    def _list(self, *, as_json: bool) -> None:
        baris = list(
            Instansi.objects.order_by("kode_wilayah").values("kode_wilayah", "nama", "jenis", "aktif")
        )
        if as_json:
            self.stdout.write(json.dumps(baris, ensure_ascii=False, indent=2))
            return
        for satu in baris:
            self.stdout.write(f"{satu['kode_wilayah']:<10} {satu['nama']} ({satu['jenis']})")

    def _create(self, options: dict[str, Any]) -> None:
        sandi = read_sandi()
        try:
            validate_password(sandi)
            with transaction.atomic():
                instansi = create_instansi(
                    kode_wilayah=options["kode"], nama=options["nama"], jenis=options["jenis"], by=None
                )
                admin = create_pengguna(
                    instansi=instansi,
                    username=options["admin"],
                    email=options["surel"],
                    sebutan=options["sebutan"],
                    sandi=sandi,
                    by=None,
                )
                grant_peran(pengguna=admin, peran="admin_instansi", berlaku_mulai=today(), by=None)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=2) from None
        except GalatDomain as error:
            raise CommandError(str(error), returncode=2) from None
        self.stdout.write(f"{instansi.nama} dibuat. {admin.username} dapat masuk sebagai admin.")


def read_sandi() -> str:
    """The password, asked twice on a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    sandi = getpass.getpass("Sandi admin: ")
    if sandi != getpass.getpass("Ulangi sandi: "):
        raise CommandError("Kedua sandi berbeda. Ulangi perintahnya.", returncode=2)
    return sandi
