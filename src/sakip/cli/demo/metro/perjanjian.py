"""Performance agreements of 2025 and 2026, two of them revised."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from sakip.apps.perjanjian.models import PerjanjianKinerja
from sakip.apps.perjanjian.services import (
    IsiBaris,
    IsiProgram,
    ParaPihak,
    activate_pk,
    add_pk_baris,
    create_pk,
    remove_pk_baris,
    revise_pk,
)
from sakip.cli.demo.berkas import day, rows
from sakip.cli.demo.metro.nilai import read_nilai
from sakip.cli.demo.metro.rencana import Rencana


def load_pk(rencana: Rencana) -> dict[str, PerjanjianKinerja]:
    """Agreements by the ids of the file, revisions after what they revise."""
    lines, programmes = defaultdict(list), defaultdict(list)
    for row in rows(rencana.data / "pk_baris.csv"):
        lines[row["pk"]].append(row)
    for row in rows(rencana.data / "pk_program.csv"):
        programmes[row["pk"]].append(row)
    made: dict[str, PerjanjianKinerja] = {}
    for row in sorted(rows(rencana.data / "pk.csv"), key=lambda item: (item["tahun"], item["versi"])):
        tahun = int(row["tahun"])
        promises = [_line(rencana, tahun, line) for line in lines[row["id"]]]
        if row["menggantikan"]:
            pk = revise_pk(
                pk=made[row["menggantikan"]],
                pemicu=row["pemicu_revisi"],
                alasan=row["alasan_revisi"],
                by=None,
            )
            _replace_lines(pk, promises)
        else:
            pk = create_pk(
                unit=rencana.units[row["unit"]],
                tahun=tahun,
                tingkat="pemda" if row["unit"] == "PEMDA" else "perangkat_daerah",
                pihak=ParaPihak(pertama=row["pihak_pertama"], kedua=row["pihak_kedua"]),
                baris=promises,
                program=[_programme(rencana, row["unit"], line) for line in programmes[row["id"]]],
                tanggal_dpa=day(row["tanggal_dpa"]),
                sumber="Data contoh",
                by=None,
            )
        activate_pk(pk=pk, ditandatangani_pada=date.fromisoformat(row["tanggal"]), by=None)
        made[row["id"]] = pk
    return made


def _replace_lines(pk: PerjanjianKinerja, promises: list[IsiBaris]) -> None:
    """A revision begins as a copy; what the file holds takes the copy's place."""
    for line in pk.baris_set.select_related("perjanjian__unit", "indikator"):
        remove_pk_baris(baris=line, by=None)
    add_pk_baris(pk=pk, baris=promises, by=None)


def _line(rencana: Rencana, tahun: int, row: dict[str, str]) -> IsiBaris:
    return IsiBaris(
        indikator=rencana.indikator[row["indikator"]],
        sasaran_teks=row["teks_sasaran"],
        indikator_teks=row["teks_indikator"],
        satuan_teks=row["satuan"],
        sasaran=rencana.simpul.get(row["sasaran"]),
        catatan=row["catatan"],
        nilai=read_nilai(
            indikator=row["indikator"],
            tahun=tahun,
            polaritas=rencana.polaritas[row["indikator"]],
            angka=row["target_angka"],
            bawah=row["target_bawah"],
            atas=row["target_atas"],
            teks=row["target_teks"],
            pembanding=rencana.pembanding,
        ),
    )


def _programme(rencana: Rencana, unit: str, row: dict[str, str]) -> IsiProgram:
    return IsiProgram(
        nama=row["nama_program"],
        kode=row["kode_program"],
        anggaran=Decimal(row["anggaran"]) if row["anggaran"] else None,
        sumber_dana=row["keterangan"],
        simpul=rencana.program.get((unit, row["kode_program"])),
    )
