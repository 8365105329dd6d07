"""RPJMD, the Renstra of every agency, and the quarterly targets of the action plans."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perencanaan.services import (
    BarisSimpul,
    BarisTarget,
    activate_dokumen,
    add_simpul_bulk,
    create_dokumen,
    link_indikator_bulk,
    set_target_bulk,
)
from sakip.cli.demo.berkas import read_yaml, rows
from sakip.cli.demo.metro.nilai import Pembanding, read_nilai
from sakip.platform.organisasi.models import Unit


@dataclass
class Isi:
    """Nodes of one document and the indicators that measure them."""

    simpul: list[BarisSimpul] = field(default_factory=list)
    tautan: list[tuple[str, str]] = field(default_factory=list)

    def add(self, kunci: str, jenis: str, pernyataan: str, induk: str | None, **lain: Any) -> None:
        self.simpul.append(BarisSimpul(kunci, jenis, pernyataan, induk, urutan=len(self.simpul), **lain))

    def measure(self, kunci: str, daftar: list[dict[str, Any]]) -> None:
        self.tautan.extend((kunci, item["id"]) for item in daftar)


class Rencana:
    """Loads the plans; keeps the nodes by the ids of the files, for the agreements to point at."""

    def __init__(self, units: dict[str, Unit], indikator: dict[str, Indikator], data: Path) -> None:
        self.units, self.indikator, self.data = units, indikator, data
        self.pembanding = Pembanding(data)
        kamus = rows(data / "indikator.csv")
        self.polaritas = {row["id"]: row["polaritas"] for row in kamus}
        self.dijumlah = {row["id"] for row in kamus if row["agregasi_waktu"] == "jumlah"}
        self.simpul: dict[str, Simpul] = {}
        self.program: dict[tuple[str, str], Simpul] = {}
        self.target = self._targets()
        self.aksi: dict[tuple[str, int], list[dict[str, str]]] = defaultdict(list)
        for row in rows(data / "renaksi.csv"):
            self.aksi[row["unit"], int(row["tahun"])].append(row)

    def load(self) -> None:
        self._load_rpjmd()
        for file in sorted((self.data / "renstra").glob("*.yaml")):
            self._load_renstra(read_yaml(file))
        self._load_renaksi()

    def _load_rpjmd(self) -> None:
        plan = read_yaml(self.data / "rpjmd.yaml")
        isi = Isi()
        isi.add("visi", "visi", plan["visi"], None)
        for misi in plan["misi"]:
            kunci = f"misi-{misi['kode']}"
            isi.add(kunci, "misi", misi["pernyataan"], "visi", kode=str(misi["kode"]))
            for tujuan in misi["tujuan"]:
                self._add_tujuan(isi, tujuan, kunci)
        self._write("PEMDA", "rpjmd", plan["dokumen"]["nama"], plan["dokumen"]["ditetapkan"], isi)

    def _load_renstra(self, plan: dict[str, Any]) -> None:
        unit = plan["dokumen"]["unit"]
        isi = Isi()
        for tujuan in plan["tujuan"]:
            self._add_tujuan(isi, tujuan, None)
        for program in plan.get("program", []):
            self._add_program(isi, program)
        nama = f"Renstra {plan['dokumen']['nama']} 2025-2029 (contoh)"
        made = self._write(unit, "renstra", nama, plan["dokumen"]["ditetapkan"], isi)
        for kunci, simpul in made.items():
            self.program[unit, kunci] = simpul

    def _add_tujuan(self, isi: Isi, tujuan: dict[str, Any], induk: str | None) -> None:
        isi.add(tujuan["id"], "tujuan", tujuan["pernyataan"], induk, kode=tujuan["id"], **self._links(tujuan))
        isi.measure(tujuan["id"], tujuan.get("indikator", []))
        for sasaran in tujuan.get("sasaran", []):
            isi.add(
                sasaran["id"], "sasaran", sasaran["pernyataan"], tujuan["id"], kode=sasaran["id"],
                **self._links(sasaran),
            )  # fmt: skip
            isi.measure(sasaran["id"], sasaran.get("indikator", []))

    def _links(self, node: dict[str, Any]) -> dict[str, Any]:
        """The RPJMD node that a Renstra node supports, and the unit answerable for it."""
        return {
            "mendukung": self.simpul.get(node.get("rpjmd") or ""),
            "pj_unit": self.units.get(
                node.get("penanggung_jawab_2026") or node.get("penanggung_jawab") or ""
            ),
        }

    def _add_program(self, isi: Isi, program: dict[str, Any]) -> None:
        sasaran = program.get("sasaran")
        known = {row.kunci for row in isi.simpul}
        isi.add(
            program["kode"],
            "program",
            program["nama"],
            sasaran if sasaran in known else None,
            kode=program["kode"],
        )
        isi.measure(program["kode"], program.get("indikator", []))
        for kegiatan in program.get("kegiatan", []):
            isi.add(kegiatan["kode"], "kegiatan", kegiatan["nama"], program["kode"], kode=kegiatan["kode"])
            for sub in kegiatan.get("sub_kegiatan", []):
                isi.add(sub["kode"], "sub_kegiatan", sub["nama"], kegiatan["kode"], kode=sub["kode"])

    def _write(self, unit: str, jenis: str, nama: str, ditetapkan: str, isi: Isi) -> dict[str, Simpul]:
        dokumen = create_dokumen(
            unit=self.units[unit], jenis=jenis, nama=nama, tahun_mulai=2025, tahun_selesai=2029,
            dasar="Peraturan kepala daerah (contoh)", sumber="Data contoh", by=None,
        )  # fmt: skip
        made = add_simpul_bulk(dokumen=dokumen, baris=isi.simpul, by=None)
        pairs = [(made[kunci], self.indikator[kode]) for kunci, kode in isi.tautan if kode in self.indikator]
        link_indikator_bulk(dokumen=dokumen, pasangan=pairs, by=None)
        kode = {kode for _, kode in isi.tautan}
        self._write_targets(dokumen, [item for one in sorted(kode) for item in self.target[jenis, one]])
        activate_dokumen(dokumen=dokumen, ditetapkan_pada=date.fromisoformat(ditetapkan), by=None)
        self.simpul.update({key: node for key, node in made.items() if node.jenis in {"tujuan", "sasaran"}})
        return made

    def _write_targets(self, dokumen: Dokumen, targets: list[dict[str, str]]) -> None:
        set_target_bulk(dokumen=dokumen, baris=list(self._rows(targets)), by=None)

    def _rows(self, targets: list[dict[str, str]]) -> Iterator[BarisTarget]:
        for row in targets:
            nilai = read_nilai(
                indikator=row["indikator"], tahun=int(row["tahun"]), polaritas=self.polaritas[row["indikator"]],
                angka=row["angka"], bawah=row["bawah"], atas=row["atas"], teks=row["teks"],
                pembanding=self.pembanding,
            )  # fmt: skip
            if nilai is not None:
                triwulan = int(row["triwulan"]) if row["triwulan"] else None
                yield BarisTarget(self.indikator[row["indikator"]], int(row["tahun"]), nilai, triwulan)

    def _load_renaksi(self) -> None:
        """Quarterly targets: one action plan per unit and year, under the unit of that year."""
        owner = {
            row["id"]: (row["unit_asal"] or row["unit"], row["unit"])
            for row in rows(self.data / "indikator.csv")
        }
        groups: dict[tuple[str, int], list[dict[str, str]]] = defaultdict(list)
        for (jenis, kode), targets in self.target.items():
            if jenis == "renaksi":
                for row in targets:
                    tahun = int(row["tahun"])
                    groups[owner[kode][0 if tahun < 2026 else 1], tahun].append(row)
        for (unit, tahun), targets in sorted(groups.items()):
            dokumen = create_dokumen(
                unit=self.units[unit], jenis="renaksi", nama=f"Rencana aksi {tahun} {unit} (contoh)",
                tahun_mulai=tahun, tahun_selesai=tahun, sumber="Data contoh", by=None,
            )  # fmt: skip
            self._write_targets(dokumen, list(self._to_date(targets)))
            self._add_actions(dokumen, unit, tahun)
            activate_dokumen(dokumen=dokumen, ditetapkan_pada=date(tahun, 2, 27), by=None)

    def _add_actions(self, dokumen: Dokumen, unit: str, tahun: int) -> None:
        """The sub kegiatan by which the year's targets are to be reached, with the codes as the file prints them."""
        isi = Isi()
        for row in self.aksi[unit, tahun]:
            if row["kode_sub_kegiatan"] not in {satu.kunci for satu in isi.simpul}:
                kode = row["kode_sub_kegiatan"]
                isi.add(kode, "sub_kegiatan", f"{row['keluaran']}: {row['aksi']}", None, kode=kode)
        add_simpul_bulk(dokumen=dokumen, baris=isi.simpul, by=None)

    def _to_date(self, targets: list[dict[str, str]]) -> Iterator[dict[str, str]]:
        """The files promise each quarter of a count by itself; here a quarter's target is the running total."""
        total: dict[str, Decimal] = defaultdict(Decimal)
        for row in sorted(targets, key=lambda item: (item["indikator"], item["triwulan"])):
            if row["indikator"] in self.dijumlah and row["angka"]:
                total[row["indikator"]] += Decimal(row["angka"])
                yield {**row, "angka": str(total[row["indikator"]])}
            else:
                yield row

    def _targets(self) -> dict[tuple[str, str], list[dict[str, str]]]:
        found: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for row in rows(self.data / "target.csv"):
            found[row["dokumen"].lower(), row["indikator"]].append(row)
        return found
