"""The dictionary of indicators, with baselines and changes of owner."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.services import (
    BarisIndikator,
    IsiIndikator,
    add_data_dasar_bulk,
    create_indikator_bulk,
    create_satuan_bulk,
    kunci_satuan,
    replace_indikator,
    update_indikator,
)
from sakip.cli.demo.berkas import number, rows
from sakip.platform.organisasi.models import Instansi, Unit

AGREGASI = {"rata": "rata_rata", "maks": "maksimum"}
# The plan period begins in 2025; figures before it are kept as history.
MULAI = date(2025, 1, 1)
#: What kind of figure it is, by how the file says it is made; else by its unit of measure. The rest is not said.
UKURAN_RUMUS = {"cacah": "jumlah", "laju": "laju"}
UKURAN_SATUAN = {
    "indeks": "indeks", "nilai": "indeks", "skor": "indeks", "opini": "peringkat", "predikat": "peringkat",
    "level": "peringkat", "rasio": "rasio", "kuintal/ha": "rasio", "ha": "jumlah", "ton": "jumlah",
    "juta rp": "jumlah", "miliar rp": "jumlah",
}  # fmt: skip
TAHUN_DASAR = 2024


def load_indikator(instansi: Instansi, units: dict[str, Unit], data: Path) -> dict[str, Indikator]:
    """All indicators by code. One that replaces another comes through the service that ends the old one."""
    table = rows(data / "indikator.csv")
    satuan = create_satuan_bulk(
        instansi=instansi, nama={row["satuan"] for row in table if row["satuan"]}, by=None
    )
    ladders = _ladders(data)

    def entry(row: dict[str, str]) -> IsiIndikator:
        return IsiIndikator(
            nama=row["nama"],
            definisi=row["definisi"],
            satuan=satuan[kunci_satuan(row["satuan"])] if row["satuan"] else None,
            polaritas=row["polaritas"],
            peringkat=ladders.get(row["skala_ordinal"], []),
            agregasi_waktu=AGREGASI.get(row["agregasi_waktu"], row["agregasi_waktu"]),
            desimal=int(row["desimal"] or 0),
            rumus=row["rumus"],
            variabel=[part.strip() for part in row["variabel"].split(";") if part.strip()],
            pengali=number(row["pengali"]),
            sumber=row["sumber_data"],
            frekuensi=row["frekuensi"],
            jenis_ukuran=_ukuran(row),
            pj_teks=row["penanggung_jawab"],
            is_iku=row["is_iku"] == "ya",
            # A standard that is a range has no single figure: it is kept in words.
            standar_nasional=None if "-" in row["standar_nasional"] else number(row["standar_nasional"]),
            standar_sumber=f"Rentang {row['standar_nasional']}" if "-" in row["standar_nasional"] else "",
        )

    first = [row for row in table if not row["menggantikan"]]
    made = create_indikator_bulk(
        instansi=instansi,
        baris=[
            BarisIndikator(
                unit=units[row["unit_asal"] or row["unit"]],
                kode=row["id"],
                isi=entry(row),
            )
            for row in first
        ],
        berlaku_mulai=MULAI,
        by=None,
    )
    indikator = {row["id"]: one for row, one in zip(first, made, strict=True)}
    for row in table:
        if row["menggantikan"]:
            indikator[row["id"]] = replace_indikator(
                indikator=indikator[row["menggantikan"]],
                kode=row["id"],
                sejak=date.fromisoformat(row["berlaku_mulai"]),
                by=None,
                unit=units[row["unit"]],
                **entry(row),
            )
    _move_owners(table, indikator, units)
    _load_baselines(instansi, table, indikator)
    return indikator


def _ukuran(row: dict[str, str]) -> str:
    rumus, satuan, nama = row["jenis_rumus"], row["satuan"].casefold(), row["nama"].casefold()
    if rumus in UKURAN_RUMUS:
        return UKURAN_RUMUS[rumus]
    if satuan == "%":
        return "laju" if nama.startswith(("laju", "pertumbuhan")) else "persentase"
    return "rasio" if rumus == "rasio" else UKURAN_SATUAN.get(satuan, "")


def _ladders(data: Path) -> dict[str, list[str]]:
    """Ordinal scales, lowest grade first."""
    scales: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows(data / "skala_ordinal.csv"):
        scales[row["skala"]].append((int(row["peringkat"]), row["nilai"]))
    return {name: [grade for _, grade in sorted(grades)] for name, grades in scales.items()}


def _move_owners(
    table: list[dict[str, str]], indikator: dict[str, Indikator], units: dict[str, Unit]
) -> None:
    """Indicators of units that were renamed or merged on 1 January 2026."""
    for row in table:
        if row["unit_asal"]:
            update_indikator(
                indikator=indikator[row["id"]], sejak=date(2026, 1, 1), unit=units[row["unit"]], by=None
            )


def _load_baselines(instansi: Instansi, table: list[dict[str, str]], indikator: dict[str, Indikator]) -> None:
    baselines = []
    for row in table:
        if row["baseline"]:
            nilai = (
                Nilai.ordinal(row["baseline"]) if row["polaritas"] == "ordinal" else _angka(row["baseline"])
            )
            baselines.append((indikator[row["id"]], TAHUN_DASAR, nilai, "Kondisi awal 2024"))
    add_data_dasar_bulk(instansi=instansi, baris=baselines, by=None)


def _angka(text: str) -> Nilai:
    return Nilai.dari_angka(Decimal(text))
