"""What the commands that read a workbook share: how they start, what they print, and where they exit."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from sakip.cli.pilihan import find_instansi, refuse
from sakip.platform.dasar import GalatDomain
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan


class PerintahBerkas(BaseCommand):
    """A command with actions; each is a method `_<aksi>(instansi, options)` that gives {"teks": lines, ...}."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when done, 1 when something has to be chosen or mended first, 2 when it cannot be used."""
        instansi = find_instansi(options["instansi"])
        try:
            hasil = getattr(self, f"_{options['aksi']}")(instansi, options)
        except GalatDomain as galat:
            raise refuse(str(galat)) from None
        except BerkasTakTerpakai as galat:
            raise refuse("\n".join(describe_pesan(satu) for satu in galat.pesan)) from None
        teks = (
            json.dumps(hasil, ensure_ascii=False, indent=1) if options["json"] else "\n".join(hasil["teks"])
        )
        self.stdout.write(teks)
        if hasil.get("tertunda"):
            raise SystemExit(1)


def read_berkas(nama: str) -> tuple[Path, bytes]:
    """The file a user named, and what is in it.

    Raises CommandError when there is none.
    """
    jalur = Path(nama)
    if not jalur.is_file():
        raise refuse(f"Berkas {jalur} tidak ditemukan. Periksa jalurnya.")
    return jalur, jalur.read_bytes()


def describe_pesan(pesan: Pesan) -> str:
    """A message with its place in the workbook in front."""
    tempat = " ".join(bagian for bagian in (pesan.lembar, pesan.sel) if bagian)
    return f"{tempat}: {pesan.pesan}" if tempat else pesan.pesan
