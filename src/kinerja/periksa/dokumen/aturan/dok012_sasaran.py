"""DOK012 for objectives: other words, or other groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from kinerja.padan import read_nama
from kinerja.padan.kata import BOBOT_ISI
from kinerja.periksa.dokumen.aturan.dok012_redaksi import ATURAN as REDAKSI
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.sasaran import PetaSasaran, map_sasaran
from kinerja.periksa.dokumen.siap import DokumenSiap
from kinerja.pohon.temuan import TingkatTemuan

_MIRIP = 700


def check(run: Perbandingan) -> Iterator[Temuan]:
    """The first document that two have in common, usually the PK, stands for both."""
    kepala, peta = run.kepala, map_sasaran(run)
    redaksi: dict[tuple[str, str, str], list[Temuan]] = defaultdict(list)
    for (m, n), satu in peta.items():
        if not satu.maju or any(peta[i, m].maju and peta[i, n].maju for i in range(m)):
            continue
        for t in _wording(run, kepala[m], kepala[n], satu):
            redaksi[t.a[0], read_nama(t.a[1]).kunci, read_nama(t.b[1]).kunci].append(t)
        yield from _groups(run, kepala[m], kepala[n], satu)
    for sama in redaksi.values():
        yield replace(sama[0], lain=tuple(t.b for t in sama[1:]))


def _wording(run: Perbandingan, x: DokumenSiap, y: DokumenSiap, peta: PetaSasaran) -> Iterator[Temuan]:
    for a, b in peta.one_to_one():
        beda = run.kosakata.difference(a, b)
        hanya_a = [k for k in beda.a if k.bobot == BOBOT_ISI]
        hanya_b = [k for k in beda.b if k.bobot == BOBOT_ISI]
        laporan = JenisDokumen.LKJIP in (x.jenis, y.jenis)
        if (hanya_a and hanya_b) or (not laporan and run.kosakata.similarity(a, b) < _MIRIP):
            yield Temuan(
                kode=REDAKSI.kode,
                kategori="G",
                tingkat=TingkatTemuan.PERINGATAN,
                indikator=f"sasaran: {a}",
                a=(x.nama, a),
                b=(y.nama, b),
                pesan="Sasaran dari indikator yang sama berbeda redaksi. Pakai satu rumusan sasaran.",
            )


def _groups(run: Perbandingan, x: DokumenSiap, y: DokumenSiap, peta: PetaSasaran) -> Iterator[Temuan]:
    jumlah = [len({b.baris.sasaran for b in d.baris if b.baris.sasaran}) for d in (x, y)]
    if not peta.regrouped() or _only_spelling(run, peta):
        return
    yield Temuan(
        kode=REDAKSI.kode,
        kategori="G",
        tingkat=TingkatTemuan.PERINGATAN,
        indikator="struktur sasaran",
        a=(x.nama, f"{jumlah[0]} sasaran"),
        b=(y.nama, f"{jumlah[1]} sasaran"),
        pesan="Indikator yang sama dikelompokkan di bawah sasaran yang berbeda. Pakai susunan sasaran yang sama.",
    )


def _only_spelling(run: Perbandingan, peta: PetaSasaran) -> bool:
    """The groups differ only because one document writes one objective in two ways."""
    return not any(
        run.kosakata.similarity(peta.teks[s], peta.teks[t]) < _MIRIP
        for lawan in (*peta.maju.values(), *peta.balik.values())
        for s, t in combinations(sorted(lawan), 2)
    )
