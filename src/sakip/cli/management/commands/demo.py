"""`sakip demo`: prepare the database, load the demo once, serve it on the loopback."""

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from sakip.cli.demo.akun import AKUN, SANDI
from sakip.cli.demo.berkas import DemoTidakLengkap
from sakip.cli.demo.jalan import load_all
from sakip.platform.organisasi.models import Instansi

KODE_DEMO = {"18.72", "32", "36.74"}


class Command(BaseCommand):
    help = "Menyiapkan basis data, memuat data contoh bila belum ada, lalu menyajikan di komputer ini."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--ulang", action="store_true", help="Hapus data demo lama dan muat lagi.")
        parser.add_argument("--siapkan", action="store_true", help="Muat saja, tanpa menyajikan.")

    def handle(self, *args: Any, **options: Any) -> None:
        start = time.monotonic()
        if options["ulang"]:
            self._clear()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        self._load()
        self.stdout.write(f"Siap dalam {time.monotonic() - start:.0f} detik.")
        if not options["siapkan"]:
            self._serve(options["port"])

    def _load(self) -> None:
        codes = set(Instansi.objects.values_list("kode_wilayah", flat=True))
        if codes - KODE_DEMO:
            raise CommandError(
                "Basis data ini berisi instansi lain. Demo hanya untuk basis data kosong.", returncode=2
            )
        if codes >= KODE_DEMO:
            return
        if codes:
            raise CommandError(
                "Pemuatan demo yang lalu terhenti. Ulangi dengan: make demo-ulang", returncode=2
            )
        self.stdout.write("Memuat data demo ...")
        try:
            load_all(self.stdout.write)
        except DemoTidakLengkap as error:
            raise CommandError(str(error), returncode=2) from None

    def _clear(self) -> None:
        """Remove the demo's database; never one that holds another instansi."""
        if connection.introspection.table_names():
            call_command("migrate", verbosity=0)
            if set(Instansi.objects.values_list("kode_wilayah", flat=True)) - KODE_DEMO:
                raise CommandError(
                    "Basis data ini berisi instansi lain; tidak ada yang dihapus.", returncode=2
                )
        if connection.vendor == "sqlite":
            name = str(connection.settings_dict["NAME"])
            connection.close()
            for suffix in ("", "-wal", "-shm"):
                Path(name + suffix).unlink(missing_ok=True)
        else:
            with connection.cursor() as cursor:
                cursor.execute("DROP SCHEMA public CASCADE")
                cursor.execute("CREATE SCHEMA public")

    def _serve(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}"
        self.stdout.write(f"\nBuka {address}   (Ctrl+C untuk berhenti)\n\nSandi semua akun: {SANDI}\n")
        for role, account, what in AKUN:
            self.stdout.write(f"  {role:<24} {account:<24} {what}")
        self.stdout.flush()
        connection.close()
        granian = Path(sys.executable).with_name("granian")
        command = [
            str(granian), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
            "--respawn-failed-workers", "--backpressure", "16", "--no-access-log", "--log-level", "warning",
            "sakip.config.wsgi:application",
        ]  # fmt: skip
        env = {**os.environ, "SAKIP_DATA_DIR": str(settings.DATA_DIR), "SAKIP_SITE_URL": address}
        # Replaces this process, so that Ctrl+C and a stop signal reach the server itself.
        os.execve(command[0], command, env)
