"""The targets of the children do not add up to that of the parent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.kata import adds_up, normal, without_brackets
from kinerja.kata.satuan import adds_up_unit
from kinerja.nilai import format_angka
from kinerja.pohon.bentuk import PERAN_HASIL, PERJANJIAN, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Shares are recognised by the same wording; a place in brackets makes no difference."""
    for t in ix.terbaca:
        s = t.simpul
        if (s.id in ix.anak or s.id in ix.pendukung) and _can_add(t):
            anak = [a.id for a in (*ix.anak.get(s.id, ()), *ix.pendukung.get(s.id, ()))]
            yield from _compare(ix, t, _shares(ix, t, anak))


def _compare(ix: Indeks, t: Terbaca, bagian: list[Terbaca]) -> Iterator[Lapor]:
    target = ix.nilai(t.target).angka
    satuan = {b.satuan for b in (t, *bagian)} - {None}
    if target is None or not bagian or len(satuan) > 1:
        return
    angka = [n for b in bagian if (n := ix.nilai(b.target).angka) is not None]
    # A share without a target is told elsewhere; until it is filled there is no sum.
    if len(angka) == len(bagian) and sum(angka, Decimal(0)) != target:
        rinci = daftar(f"{b.simpul.id} {b.target}" for b in bagian)
        pesan = f"Target {kutip(t.indikator.nama)} {format_angka(target)}, tetapi jumlah target di bawahnya "
        pesan += f"{format_angka(sum(angka, Decimal(0)))} ({rinci}). Samakan, atau tulis alasan selisihnya."
        yield Lapor(t.simpul.id, pesan, t.indikator.nama)


def _can_add(t: Terbaca) -> bool:
    return t.target is not None and adds_up(t.indikator.nama) and (t.satuan is None or adds_up_unit(t.satuan))


def _shares(ix: Indeks, t: Terbaca, anak: list[str]) -> list[Terbaca]:
    inti = _core(t)
    calon = (b for ident in dict.fromkeys(anak) for b in ix.per_simpul.get(ident, ()))
    return [b for b in calon if _core(b) == inti]


def _core(t: Terbaca) -> str:
    """The wording without a place in brackets."""
    return normal(without_brackets(t.indikator.nama)) if "(" in t.indikator.nama else t.normal


ATURAN = Aturan(
    kode="POH040",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Jumlah target anak tidak sama dengan target induk",
    alasan=(
        "Bila indikator bertipe jumlah dibagi kepada anak, jumlah targetnya sama dengan target induk. "
        "Selisih berarti ada bagian yang tidak dipikul siapa pun, atau dipikul dua kali."
    ),
    perbaikan="Samakan jumlahnya, atau tulis alasan selisihnya (misalnya bagian yang dikerjakan unit lain).",
    dasar=f"{PERJANJIAN}; {PERAN_HASIL}",
    bidang="target",
    contoh_buruk=contoh(
        "Target induk 100, target kedua anak 40 dan 50",
        {
            "id": "K1",
            "level": "output",
            "indikator": [{"nama": "Jumlah ibu hamil dilayani", "target": "100"}],
        },
        {
            "id": "O1",
            "induk": "K1",
            "level": "operasional",
            "indikator": [{"nama": "Jumlah ibu hamil dilayani (Utara)", "target": "40"}],
        },
        {
            "id": "O2",
            "induk": "K1",
            "level": "operasional",
            "indikator": [{"nama": "Jumlah ibu hamil dilayani (Selatan)", "target": "50"}],
        },
    ),
    contoh_baik=contoh(
        "Target kedua anak 40 dan 60",
        {
            "id": "K1",
            "level": "output",
            "indikator": [{"nama": "Jumlah ibu hamil dilayani", "target": "100"}],
        },
        {
            "id": "O1",
            "induk": "K1",
            "level": "operasional",
            "indikator": [{"nama": "Jumlah ibu hamil dilayani (Utara)", "target": "40"}],
        },
        {
            "id": "O2",
            "induk": "K1",
            "level": "operasional",
            "indikator": [{"nama": "Jumlah ibu hamil dilayani (Selatan)", "target": "60"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(17,),
    kategori=("J",),
)
