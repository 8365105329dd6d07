"""Find the rows of several documents that speak of one indicator."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kinerja.padan.dekat import Dekat
from kinerja.padan.kata import read_nama
from kinerja.padan.mirip import PENUH, Kosakata
from kinerja.padan.sisa import find_places
from kinerja.padan.tugas import assign

#: Below this, words and evidence together do not make a pair.
AMBANG_PADAN = 450
#: From here on a pair is likely, and from there on safe enough for a finding of high severity.
AMBANG_SEDANG, AMBANG_TINGGI = 550, 700
#: Names must have this much in common before other evidence counts.
KATA_TERENDAH = 300
#: The confidence of rows that only their place joins.
KEYAKINAN_SISA = 400
_TERTINGGI = 990
_BUKTI_NILAI_KHAS, _BUKTI_NILAI, _BUKTI_SATUAN, _BUKTI_SASARAN, _BUKTI_KODE = 70, 20, 15, 60, 60
_BUKTI_URUTAN = 20
_SASARAN_SAMA = 800
_JARANG = 2


@dataclass(frozen=True, slots=True)
class Butir:
    """One row as the matching sees it.

    `nilai` and `satuan` are evidence: anything that compares equal when the printed values do.
    `identitas` is a known identity (the id of the indicator in a database) and decides alone.
    """

    nama: str
    sasaran: str | None = None
    nilai: Hashable = None
    satuan: str | None = None
    kode: str | None = None
    identitas: str | None = None


#: A row by the position of its document and its own position in it.
Tempat = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Padanan:
    """Two rows of two documents taken for one indicator, with the confidence in thousandths."""

    a: Tempat
    b: Tempat
    keyakinan: int


@dataclass(frozen=True, slots=True)
class HasilPadan:
    """All pairs, and the rows grouped by indicator.

    `sisa` are rows that no words join, but that are left alone in the same place of two documents: the one
    has probably taken the place of the other.
    """

    pasangan: tuple[Padanan, ...]
    kelompok: tuple[tuple[Tempat, ...], ...]
    sisa: tuple[Padanan, ...] = ()


def match(dokumen: Sequence[Sequence[Butir]], kosakata: Kosakata) -> HasilPadan:
    """Pair the rows of every two documents one to one, and group the pairs over all documents.

    A row may find its partner through a third document; its confidence is then that of the weaker step.

    >>> dok = [[Butir("Jumlah desa maju"), Butir("Angka kematian")], [Butir("Desa yang maju")]]
    >>> hasil = match(dok, Kosakata([[b.nama for b in d] for d in dok]))
    >>> hasil.kelompok
    (((0, 0), (1, 0)), ((0, 1),))
    """
    dekat = Dekat((b.nama for d in dokumen for b in d), kosakata, KATA_TERENDAH)
    sisi = [_Sisi(d) for d in dokumen]
    langsung: dict[tuple[Tempat, Tempat], Padanan] = {}
    for i, j in combinations(range(len(dokumen)), 2):
        for a, b, keyakinan in _match_two(sisi[i], sisi[j], kosakata, dekat):
            langsung[(i, a), (j, b)] = Padanan((i, a), (j, b), keyakinan)
    semua = [(i, n) for i, d in enumerate(dokumen) for n in range(len(d))]
    kelompok = _group(semua, langsung.values())
    pasangan = [p for k in kelompok for p in _pairs_within(k, langsung)]
    return HasilPadan(
        tuple(sorted(pasangan, key=lambda p: (p.a, p.b))),
        tuple(kelompok),
        tuple(_left_over(dokumen, pasangan, kosakata)),
    )


class _Sisi:
    """One document with what the matching asks of it again and again."""

    def __init__(self, butir: Sequence[Butir]) -> None:
        self.butir = butir
        self.kunci = [read_nama(b.nama).kunci for b in butir]
        nilai = Counter(b.nilai for b in butir if b.nilai is not None)
        self.jarang = {isi for isi, n in nilai.items() if n <= _JARANG}
        self.identitas = _unique([b.identitas for b in butir])
        self._nama = _unique([kunci or None for kunci in self.kunci])

    def names(self, kecuali: Collection[int]) -> dict[str, int]:
        """Names that stand once among the rows that are left."""
        if not kecuali:
            return self._nama
        return _unique([None if n in kecuali else kunci or None for n, kunci in enumerate(self.kunci)])


def _unique(kunci: Sequence[str | None]) -> dict[str, int]:
    hitung = Counter(kunci)
    return {k: n for n, k in enumerate(kunci) if k is not None and hitung[k] == 1}


def _match_two(kiri: _Sisi, kanan: _Sisi, kosakata: Kosakata, dekat: Dekat) -> Iterable[tuple[int, int, int]]:
    pasti = _certain_pairs(kiri, kanan)
    ambil = set(pasti.values())
    sisa_kanan = [m for m in range(len(kanan.butir)) if m not in ambil]
    khas = kiri.jarang & kanan.jarang
    skor = {}
    for a in (n for n in range(len(kiri.butir)) if n not in pasti):
        mirip = dekat.of(kiri.butir[a].nama)
        for b in sisa_kanan:
            awal = mirip.get(kanan.kunci[b])
            if awal is not None and _may_pair(kiri.butir[a], kanan.butir[b]):
                nilai = _score(kiri.butir, kanan.butir, a, b, awal, kosakata, khas)
                if nilai >= AMBANG_PADAN:
                    skor[a, b] = nilai
    # Cubes: one sure pair is worth more than two doubtful ones.
    pilihan = assign({pasangan: nilai**3 for pasangan, nilai in skor.items()})
    yield from ((a, b, PENUH) for a, b in pasti.items())
    yield from ((a, b, skor[a, b]) for a, b in pilihan.items())


def _certain_pairs(kiri: _Sisi, kanan: _Sisi) -> dict[int, int]:
    """Same identity, or the same words where they occur once in each document."""
    hasil = {kiri.identitas[k]: kanan.identitas[k] for k in kiri.identitas.keys() & kanan.identitas.keys()}
    a, b = kiri.names(hasil.keys()), kanan.names(set(hasil.values()))
    for kunci in a.keys() & b.keys():
        if _may_pair(kiri.butir[a[kunci]], kanan.butir[b[kunci]]):
            hasil[a[kunci]] = b[kunci]
    return dict(sorted(hasil.items()))


def _may_pair(a: Butir, b: Butir) -> bool:
    return a.identitas is None or b.identitas is None


def _score(
    kiri: Sequence[Butir],
    kanan: Sequence[Butir],
    a: int,
    b: int,
    mirip: int,
    kosakata: Kosakata,
    khas: set[Hashable],
) -> int:
    x, y, skor = kiri[a], kanan[b], mirip
    if x.nilai is not None and x.nilai == y.nilai:
        skor += _BUKTI_NILAI_KHAS if x.nilai in khas else _BUKTI_NILAI
    if x.satuan is not None and x.satuan == y.satuan:
        skor += _BUKTI_SATUAN
    if x.kode is not None and x.kode == y.kode:
        skor += _BUKTI_KODE
    if x.sasaran and y.sasaran and kosakata.similarity(x.sasaran, y.sasaran) >= _SASARAN_SAMA:
        skor += _BUKTI_SASARAN
    jarak = abs(PENUH * a // len(kiri) - PENUH * b // len(kanan))
    return min(skor + _BUKTI_URUTAN * (PENUH - jarak) // PENUH, _TERTINGGI)


def _group(semua: Sequence[Tempat], pasangan: Iterable[Padanan]) -> list[tuple[Tempat, ...]]:
    """Join pairs, the surest first, as long as no document has two rows in one group."""
    kelompok: dict[Tempat, list[Tempat]] = {t: [t] for t in semua}
    dokumen: dict[Tempat, set[int]] = {t: {t[0]} for t in semua}
    wakil = {t: t for t in semua}
    for p in sorted(pasangan, key=lambda p: (-p.keyakinan, p.a, p.b)):
        a, b = wakil[p.a], wakil[p.b]
        if a == b or dokumen[a] & dokumen[b]:
            continue
        if len(kelompok[a]) < len(kelompok[b]):
            a, b = b, a
        kelompok[a] += kelompok.pop(b)
        dokumen[a] |= dokumen.pop(b)
        for t in kelompok[a]:
            wakil[t] = a
    return sorted(tuple(sorted(isi)) for isi in kelompok.values())


def _pairs_within(
    kelompok: Sequence[Tempat], langsung: dict[tuple[Tempat, Tempat], Padanan]
) -> Iterable[Padanan]:
    for a, b in combinations(kelompok, 2):
        p = langsung.get((a, b))
        yield p if p is not None else _through_others(a, b, kelompok, langsung)


def _through_others(
    a: Tempat, b: Tempat, kelompok: Sequence[Tempat], langsung: dict[tuple[Tempat, Tempat], Padanan]
) -> Padanan:
    """The surest way from a to b over pairs: the width of a path is its weakest step."""
    lebar = dict.fromkeys(kelompok, 0) | {a: _TERTINGGI}
    belum = set(kelompok)
    while belum:
        t = max(belum, key=lambda s: (lebar[s], s))
        belum.discard(t)
        if t == b:
            break
        for s in belum:
            p = langsung.get((min(s, t), max(s, t)))
            if p is not None and min(lebar[t], p.keyakinan) > lebar[s]:
                lebar[s] = min(lebar[t], p.keyakinan)
    return Padanan(a, b, lebar[b])


def _left_over(
    dokumen: Sequence[Sequence[Butir]], pasangan: Iterable[Padanan], kosakata: Kosakata
) -> Iterable[Padanan]:
    jodoh: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for p in pasangan:
        jodoh[p.a[0], p.b[0]][p.a[1]] = p.b[1]

    def same(a: str, b: str) -> bool:
        return kosakata.similarity(a, b) >= _SASARAN_SAMA

    for (i, n), (j, m) in find_places([[b.sasaran for b in d] for d in dokumen], jodoh, same):
        if _may_pair(dokumen[i][n], dokumen[j][m]):
            yield Padanan((i, n), (j, m), KEYAKINAN_SISA)
