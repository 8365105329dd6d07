"""The demo city: its planted situations are found, and no other error is reported."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kinerja.pohon import (
    IndikatorPohon,
    Lintas,
    Pohon,
    SimpulPohon,
    Temuan,
    TingkatTemuan,
    lint,
    parse_tingkat,
)

METRO = Path(__file__).resolve().parents[3] / "demo" / "metro"


def _indikator(isi: dict[str, Any]) -> IndikatorPohon:
    target = isi.get("target")
    per_tahun = {int(t): n for t, n in target.items()} if isinstance(target, dict) else isi.get("target_2026")
    return IndikatorPohon(
        nama=isi["nama"],
        satuan=isi.get("satuan"),
        target=per_tahun,
        baseline=isi.get("awal_2024"),
        polaritas=isi.get("polaritas"),
    )


def _plan_nodes(isi: dict[str, Any]) -> Iterator[SimpulPohon]:
    def node(ident: str, induk: str | None, tingkat: str, teks: str, data: dict[str, Any]) -> SimpulPohon:
        kode = ident if tingkat not in ("tujuan", "sasaran") else None
        indikator = tuple(_indikator(i) for i in data.get("indikator") or ())
        return SimpulPohon(ident, induk, parse_tingkat(tingkat), teks, kode=kode, indikator=indikator)

    for t in isi["tujuan"]:
        yield node(t["id"], None, "tujuan", t["pernyataan"], t)
        for s in t["sasaran"]:
            yield node(s["id"], t["id"], "sasaran", s["pernyataan"], s)
    for p in isi["program"]:
        yield node(p["kode"], p["sasaran"], "program", p["nama"], p)
        for k in p.get("kegiatan") or ():
            yield node(k["kode"], p["kode"], "kegiatan", k["nama"], k)
            for u in k["sub_kegiatan"]:
                yield node(u["kode"], k["kode"], "sub_kegiatan", u["nama"], {})


def _tree(isi: dict[str, Any], rencana: dict[str, frozenset[str]]) -> Pohon:
    kepala = isi["pohon"]
    simpul = tuple(
        SimpulPohon(
            id=s["id"],
            induk=s["induk"],
            tingkat=parse_tingkat(s["jenis"]),
            pernyataan=s["pernyataan"],
            pemilik=s.get("jabatan"),
            unit=s.get("unit"),
            indikator=tuple(_indikator(i) for i in s.get("indikator") or ()),
            tautan={k: s[k] for k in ("program", "kegiatan", "sub_kegiatan") if s.get(k)},
        )
        for s in isi["simpul"]
    )
    lintas = tuple(Lintas(e["dari"], e["unit_ke"], e["unit_dari"]) for e in isi.get("crosscutting") or ())
    unit = kepala.get("unit") or kepala["nama"]
    return Pohon(
        simpul,
        unit,
        unit,
        kepala["tahun"],
        kepala.get("langkah"),
        lintas,
        rencana.get(str(kepala.get("unit"))),
    )


@cache
def findings() -> dict[str, tuple[Temuan, ...]]:
    baca = {b: yaml.safe_load(b.read_text(encoding="utf-8")) for b in sorted(METRO.glob("*/*.yaml"))}
    plan = {
        b.stem: Pohon(tuple(_plan_nodes(isi)), opd=b.stem, tahun=2026)
        for b, isi in baca.items()
        if b.parent.name == "renstra"
    }
    kode = {unit: frozenset(s.kode for s in p.simpul if s.kode is not None) for unit, p in plan.items()}
    pohon = {f"pohon {b.stem}": _tree(isi, kode) for b, isi in baca.items() if b.parent.name == "pohon"}
    return {nama: lint(p) for nama, p in (plan | pohon).items()}


@pytest.mark.parametrize(
    ("nama", "kode", "simpul"),
    [
        ("KESBANGPOL", "POH001", "S-KBP-2"),
        ("pohon DINSOS", "POH001", "SOS-N004"),
        ("SETWAN", "IND003", "S-DWN-1"),
        ("KESBANGPOL", "IND004", "S-KBP-2"),
        ("DPMPTSP", "IND003", "S-PTS-1"),
        ("BPPRD", "IND003", "S-PPR-1"),
        ("BPPRD", "IND007", "S-PPR-1"),
        ("DISDIKBUD", "IND010", "S-DIK-2"),
        ("DISPORAPAR", "IND014", "S-POR-1"),
        ("pohon DLH", "POH010", "LHD-N98"),
        ("pohon DLH", "POH051", "LHD-N007"),
        ("pohon DINKES", "POH040", "KES-N041"),
        ("pohon DISNAKERTRANS", "POH030", "NAK-N003"),
        ("pohon DISNAKERTRANS", "POH050", "NAK-N003"),
    ],
)
def test_a_planted_situation_is_found(nama: str, kode: str, simpul: str) -> None:
    assert (kode, simpul) in {(t.kode, t.simpul) for t in findings()[nama]}


def test_nothing_else_is_reported_as_an_error() -> None:
    galat = {
        (t.kode, t.simpul)
        for temuan in findings().values()
        for t in temuan
        if t.tingkat is TingkatTemuan.GALAT
    }
    assert galat == {
        ("IND007", "S-PPR-1"),
        ("POH010", "LHD-N98"),
        ("POH051", "LHD-N007"),
        ("POH050", "NAK-N003"),
    }
