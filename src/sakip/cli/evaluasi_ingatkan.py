"""`sakip evaluasi ingatkan`: mail whoever answers for follow-ups that are due soon or overdue."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandError

from sakip.apps.evaluasi.services import HasilPengingat, send_pengingat
from sakip.cli.pilihan import find_instansi
from sakip.platform.organisasi.models import Instansi


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--instansi", metavar="KODE", help="kode wilayah, mis. 18.72; kosong: semua instansi yang aktif"
    )
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(options: dict[str, Any], write: Callable[[str], Any]) -> None:
    """Send, say what happened, and fail when an address refused, so that a timer notices."""
    hasil = [(satu, send_pengingat(instansi=satu)) for satu in _instansi(options["instansi"])]
    if options["json"]:
        write(json.dumps([_row(*satu) for satu in hasil], ensure_ascii=False))
    else:
        for instansi, satu in hasil:
            write(f"{instansi.nama}: {satu.terkirim} surel terkirim, {satu.sudah} sudah diingatkan hari ini.")
    gagal = [surel for _instansi, satu in hasil for surel in satu.gagal]
    if gagal:
        raise CommandError(f"{len(gagal)} surel tidak terkirim: {', '.join(gagal)}.", returncode=1)


def _instansi(kode: str | None) -> list[Instansi]:
    if kode is None:
        return list(Instansi.objects.filter(aktif=True).order_by("nama"))
    return [find_instansi(kode)]


def _row(instansi: Instansi, hasil: HasilPengingat) -> dict[str, Any]:
    return {
        "instansi": instansi.kode_wilayah,
        "terkirim": hasil.terkirim,
        "sudah": hasil.sudah,
        "gagal": list(hasil.gagal),
    }
