"""Run the rules over a tree. The same tree gives the same findings, in the same order, however it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.pohon.bentuk import Aturan
from kinerja.pohon.daftar import all_aturan
from kinerja.pohon.indeks import Indeks, natural
from kinerja.pohon.model import Pohon
from kinerja.pohon.temuan import Temuan


def lint(pohon: Pohon, aturan: Sequence[Aturan] | None = None) -> tuple[Temuan, ...]:
    """Every finding of the given rules (all of them by default), by node, then by code.

    >>> from kinerja.pohon.model import SimpulPohon, Tingkat
    >>> temuan = lint(Pohon((SimpulPohon("S1", tingkat=Tingkat.SASARAN, pernyataan="Melaksanakan rapat"),)))
    >>> [t.kode for t in temuan]
    ['POH015', 'IND001', 'POH001']
    """
    indeks = Indeks(pohon)
    hasil = {t for a in (all_aturan() if aturan is None else aturan) for t in _apply(a, indeks)}
    return tuple(sorted(hasil, key=_order))


def _apply(aturan: Aturan, indeks: Indeks) -> Iterable[Temuan]:
    for lapor in aturan.periksa(indeks):
        yield Temuan(
            kode=aturan.kode,
            tingkat=aturan.tingkat,
            simpul=lapor.simpul,
            pesan=lapor.pesan,
            indikator=lapor.indikator,
            bidang=lapor.bidang or aturan.bidang,
            dasar=aturan.dasar,
        )


def _order(temuan: Temuan) -> tuple[object, ...]:
    tempat = () if temuan.simpul is None else natural(temuan.simpul)
    return tempat, temuan.simpul or "", temuan.kode, temuan.indikator or "", temuan.pesan
