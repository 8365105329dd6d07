"""DOK020 within the plan of action: quarters that break their own row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kinerja.periksa.dokumen.banding import Banding, compare
from kinerja.periksa.dokumen.model import TRIWULAN, JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.satuan import unit_of_value
from kinerja.periksa.dokumen.selisih import quarters_add_up, yearly
from kinerja.periksa.dokumen.siap import BarisSiap
from kinerja.pohon.temuan import TingkatTemuan


def check(run: Perbandingan) -> Iterator[Temuan]:
    """A unit that one quarter lacks, and a running total that falls."""
    for d in run.of(JenisDokumen.RENAKSI):
        for b in d.baris:
            yield from _unit_lost(b)
            yield from _falls(b)
            yield from _own_year(b)


def _filled(b: BarisSiap) -> list[str]:
    return [tw for tw in TRIWULAN if tw in b.tw and b.tw[tw].dilaporkan]


def _unit_lost(b: BarisSiap) -> Iterator[Temuan]:
    terisi = _filled(b)
    bersatuan = [tw for tw in terisi if unit_of_value(b.tw[tw]) is not None]
    tanpa = [tw for tw in terisi if tw not in bersatuan and b.tw[tw].nilai.angka is not None]
    if tanpa and len(bersatuan) > len(tanpa):
        yield _finding(
            b,
            (
                f"{b.dokumen.nama} TW {'-'.join(bersatuan)}",
                ", ".join(print_sel(b.tw[t].sel) for t in bersatuan),
            ),
            (f"{b.dokumen.nama} TW {'-'.join(tanpa)}", ", ".join(print_sel(b.tw[t].sel) for t in tanpa)),
            "Satuan hilang pada satu triwulan. Tulis satuannya di setiap triwulan.",
        )


def _falls(b: BarisSiap) -> Iterator[Temuan]:
    if not (b.baris.tipe or "").casefold().startswith("kumulatif"):
        return
    for awal, akhir in pairwise(_filled(b)):
        x, y = b.tw[awal].nilai.angka, b.tw[akhir].nilai.angka
        if x is not None and y is not None and y < x:
            yield _finding(
                b,
                (f"{b.dokumen.nama} TW {awal}", print_sel(b.tw[awal].sel)),
                (f"{b.dokumen.nama} TW {akhir}", print_sel(b.tw[akhir].sel)),
                "Target kumulatif turun dari triwulan sebelumnya. Betulkan, atau ubah sifat penghitungannya.",
            )


def _own_year(b: BarisSiap) -> Iterator[Temuan]:
    """The target of the year that the plan of action prints itself."""
    tahunan = yearly(b)
    if (
        tahunan.isi is b.isi
        or quarters_add_up(tahunan, b.isi)
        or compare(tahunan.isi, b.isi) is not Banding.BEDA
    ):
        return
    yield _finding(
        b,
        (f"{b.dokumen.nama} target setahun", print_sel(b.isi.sel)),
        tahunan.teks,
        "Target triwulan terakhir tidak sama dengan target setahun pada baris yang sama. Samakan.",
    )


def _finding(b: BarisSiap, kiri: tuple[str, str], kanan: tuple[str, str], pesan: str) -> Temuan:
    return Temuan(
        kode="DOK020",
        kategori="D",
        tingkat=TingkatTemuan.PERINGATAN,
        indikator=b.nama,
        a=kiri,
        b=kanan,
        pesan=pesan,
        baris_a=b.baris.id,
    )
