"""`sakip evaluasi probe`: what every probe answers for one unit and year."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from typing import Any

from django.core.management.base import CommandError

from sakip.apps.evaluasi.galat import InstrumenTidakAda
from sakip.apps.evaluasi.selectors.jawaban_langsung import ask, cakupan
from sakip.cli.pilihan import find_instansi, find_unit
from sakip.platform.probe.model import HasilProbe
from sakip.platform.probe.susun import INSTANSI_88, UNIT_88, combine

_TANDA = {True: "ya", False: "tidak", None: "tidak terlihat"}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--instansi", metavar="KODE", required=True, help="kode wilayah, mis. 18.72")
    parser.add_argument("--unit", metavar="KODE", required=True, help="kode unit; lihat sakip unit daftar")
    parser.add_argument("--tahun", metavar="TTTT", type=int, required=True, help="tahun kinerja")
    parser.add_argument("--instrumen", metavar="ID", default=UNIT_88, help=f"bawaan: {UNIT_88}")
    parser.add_argument("--json", action="store_true", help="keluaran JSON")


def run(options: Mapping[str, Any], write: Callable[[str], object]) -> None:
    """Print the live answer of every criterion that has a probe. Exit 2 when the question is wrong."""
    unit = find_unit(find_instansi(options["instansi"]), options["unit"])
    instrumen = options["instrumen"]
    profil = "instansi" if instrumen == INSTANSI_88 else "unit"
    try:
        jawaban = ask(instrumen_id=instrumen, unit=unit, tahun=options["tahun"], profil=profil)
        berprobe, semua = cakupan(instrumen)
    except InstrumenTidakAda as galat:
        raise CommandError(str(galat), returncode=2) from None
    if options["json"]:
        isi = {kode: [to_dict(satu) for satu in hasil] for kode, hasil in jawaban.items()}
        write(json.dumps(isi, ensure_ascii=False, indent=1))
        return
    for kode, hasil in jawaban.items():
        write(f"{kode}  {_TANDA[combine(hasil)]}")
        for satu in hasil:
            write(f"    {satu.kode}: {satu.alasan}")
    terlihat = sum(combine(hasil) is not None for hasil in jawaban.values())
    write(f"{terlihat} kriteria terjawab dari data; {berprobe} dari {semua} kriteria punya probe.")


def to_dict(hasil: HasilProbe) -> dict[str, Any]:
    """An answer as JSON: shares as "p/q", records with their page's name."""
    return {
        "probe": hasil.kode,
        "n": hasil.n,
        "dari": hasil.dari,
        "ambang": str(hasil.ambang),
        "saran": hasil.saran,
        "alasan": hasil.alasan,
        "perubah": hasil.perubah,
        "catatan": [
            {
                "label": satu.label,
                "memenuhi": satu.memenuhi,
                "keterangan": satu.keterangan,
                "halaman": None if satu.alamat is None else satu.alamat[0],
                "argumen": None if satu.alamat is None else satu.alamat[1],
            }
            for satu in hasil.catatan
        ],
    }
