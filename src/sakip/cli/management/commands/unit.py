"""`sakip unit daftar --instansi KODE`: the units of an instansi with the codes that other commands take."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.cli.pilihan import find_instansi
from sakip.platform.dasar import today
from sakip.platform.organisasi.selectors import SimpulUnit, flatten, pohon_unit


class Command(BaseCommand):
    help = "Daftar unit sebuah instansi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        aksi = parser.add_subparsers(dest="aksi", required=True)
        daftar = aksi.add_parser("daftar", help="unit yang berlaku pada suatu tanggal")
        daftar.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 36.74")
        daftar.add_argument("--pada", metavar="TTTT-BB-HH", type=_tanggal, help="bawaan: hari ini")
        daftar.add_argument("--json", action="store_true", help="keluaran JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        instansi = find_instansi(options["instansi"])
        baris = flatten(pohon_unit(instansi, options["pada"] or today()))
        if options["json"]:
            self.stdout.write(json.dumps([_row(satu) for satu in baris], ensure_ascii=False, indent=1))
            return
        lebar = max((len(satu.unit.kode) for satu in baris), default=0)
        for satu in baris:
            self.stdout.write(f"{satu.unit.kode:<{lebar}}  {'  ' * satu.kedalaman}{satu.versi.nama}")


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise CommandError(f"--pada {teks}: tulis tanggal seperti 2026-01-31.", returncode=2) from None


def _row(simpul: SimpulUnit) -> dict[str, Any]:
    versi = simpul.versi
    return {
        "kode": simpul.unit.kode,
        "uid": str(simpul.unit.uid),
        "nama": versi.nama,
        "singkatan": versi.singkatan,
        "jenis": versi.jenis,
        "induk": versi.induk.kode if versi.induk else None,
        "entitas_sakip": simpul.unit.entitas_sakip,
        "berlaku_mulai": versi.berlaku_mulai.isoformat(),
        "berlaku_sampai": versi.berlaku_sampai.isoformat() if versi.berlaku_sampai else None,
    }
