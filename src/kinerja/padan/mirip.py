"""How much two names say the same, judged with the words of all documents at hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from kinerja.padan.kata import Kata, Nama, kamus, read_nama, word_forms

#: Similarity and confidence are whole thousandths: nothing here needs binary fractions.
PENUH = 1000
# Less alike than this, two words are not one with a typing error.
_SALAH_KETIK = 800
_PANJANG_AKAR, _PANJANG_ASLI, _SELIP_TERPANJANG = 5, 7, 3
_AWAL_SERUMPUN = 6
# Letters that are written for one another.
_SEBUNYI = str.maketrans("fyzqecx", "viskiks")
# A word in most rows of a document tells little about which row is meant: weight in percent by its rows.
_BOBOT_MENURUT_BARIS = (100, 100, 85, 70, 60, 50, 50, 50)
_BOBOT_LAZIM, _BOBOT_WILAYAH, _BOBOT_KURUNG = 40, 15, 50
# One shared word, with more left on the long side than this, is a subject and not yet an indicator.
_SATU_KATA_TERTINGGI = 640
_UKURAN_BEDA = 60


@dataclass(frozen=True, slots=True)
class Beda:
    """The words that only one of two names has."""

    a: tuple[Kata, ...]
    b: tuple[Kata, ...]


@dataclass(frozen=True, slots=True)
class _Isi:
    bobot: dict[int, int]
    total: int
    singkatan: frozenset[int]
    # Initials that this name writes out, and the words behind them.
    uraian: dict[int, frozenset[int]]

    @property
    def nomor(self) -> set[int]:
        """Every word that another name can share with this one."""
        return self.bobot.keys() | self.uraian.keys()


class Kosakata:
    """The words of a set of documents, with their weights.

    >>> k = Kosakata([["Jumlah produksi: Daging", "Jumlah produksi: Telur"], ["Produksi Telur"]])
    >>> k.similarity("Produksi Telur", "Jumlah produksi: Telur") > 950
    True
    >>> k.similarity("Produksi Telur", "Jumlah produksi: Daging") < 600
    True
    """

    def __init__(self, dokumen: Iterable[Iterable[str]], *, wilayah: Iterable[str] = ()) -> None:
        daftar = [[read_nama(teks) for teks in nama] for nama in dokumen]
        semua = {n.kunci: n for baris in daftar for n in baris}
        self._nomor = _number_words([*semua.values(), *map(read_nama, wilayah)])
        self._baris = self._count_rows(daftar)
        self._wilayah = {self._nomor[k.akar] for teks in wilayah for k in read_nama(teks).kata}
        self._singkatan = self._find_initials(semua.values())
        self._isi: dict[str, _Isi] = {}
        self._hasil: dict[tuple[str, str], int] = {}
        self._beda: dict[tuple[str, str], Beda] = {}

    def _count_rows(self, daftar: Sequence[Sequence[Nama]]) -> Counter[int]:
        terbanyak: Counter[int] = Counter()
        for baris in daftar:
            hitung = Counter(
                nomor
                for kunci in {n.kunci: n for n in baris}.values()
                for nomor in {self._nomor[k.akar] for k in kunci.kata}
            )
            for nomor, n in hitung.items():
                terbanyak[nomor] = max(terbanyak[nomor], n)
        return terbanyak

    def _find_initials(self, nama: Iterable[Nama]) -> dict[str, int]:
        return {
            k.asli: self._nomor[k.akar]
            for n in nama
            for k in n.kata
            if k.singkatan and k.asli.isalpha() and len(k.asli) >= 2
        }

    def read(self, teks: str) -> _Isi:
        """The weighted words of one name."""
        nama = read_nama(teks)
        isi = self._isi.get(nama.kunci)
        if isi is None:
            isi = self._isi[nama.kunci] = self._weigh(nama)
        return isi

    def words(self, teks: str) -> dict[int, int]:
        """The words of one name by number, with their weights; words unknown to the documents are left out.

        >>> sum(Kosakata([["desa maju"]]).words("desa maju").values())
        200
        """
        return self.read(teks).bobot

    def _weigh(self, nama: Nama) -> _Isi:
        bobot: dict[int, int] = {}
        for k in nama.kata:
            nomor = self._nomor.get(k.akar)
            if nomor is not None:
                bobot[nomor] = max(bobot.get(nomor, 1), self._weight(k, nomor))
        singkatan = frozenset(self._singkatan[k.asli] for k in nama.kata if k.asli in self._singkatan)
        return _Isi(bobot, sum(bobot.values()), singkatan, self._spelled_out(nama))

    def _weight(self, kata: Kata, nomor: int) -> int:
        persen = _BOBOT_LAZIM
        if nomor in self._wilayah:
            persen = _BOBOT_WILAYAH
        elif self._baris[nomor] < len(_BOBOT_MENURUT_BARIS):
            persen = _BOBOT_MENURUT_BARIS[self._baris[nomor]]
        if kata.kurung and not kata.singkatan:
            persen = persen * _BOBOT_KURUNG // 100
        return max(1, kata.bobot * persen // 100)

    def _spelled_out(self, nama: Nama) -> dict[int, frozenset[int]]:
        hasil: dict[int, frozenset[int]] = {}
        # Initials are taken with the small words (AKDP) or without them (ASDP).
        urutan = [(nama.huruf, nama.tempat)]
        urutan.append(("".join(k.asli[0] for k in nama.kata), tuple(range(len(nama.kata)))))
        for kata, nomor in self._singkatan.items():
            for huruf, tempat in urutan:
                awal = huruf.find(kata)
                if awal >= 0:
                    isi = [nama.kata[n].akar for n in tempat[awal : awal + len(kata)] if n >= 0]
                    hasil[nomor] = frozenset(self._nomor[a] for a in isi if a in self._nomor)
                    break
        return hasil

    def similarity(self, a: str, b: str) -> int:
        """0 (nothing in common) to 1000 (the same words).

        A short name whose words all stand in a long one is likely its abbreviation, so the shorter side
        counts twice.

        >>> k = Kosakata([["Waktu tanggap", "Bed Turn Over (BTO)"], ["BTO"]])
        >>> k.similarity("Bed Turn Over (BTO)", "BTO")
        1000
        """
        kunci_a, kunci_b = read_nama(a).kunci, read_nama(b).kunci
        if kunci_a == kunci_b:
            return PENUH
        pasangan = (kunci_a, kunci_b) if kunci_a < kunci_b else (kunci_b, kunci_a)
        hasil = self._hasil.get(pasangan)
        if hasil is None:
            hasil = self._hasil[pasangan] = self._compare(a, b)
        return hasil

    def _compare(self, a: str, b: str) -> int:
        isi_a, isi_b = self.read(a), self.read(b)
        if not isi_a.total or not isi_b.total:
            return int(fuzz.ratio(a.casefold(), b.casefold()) * 10) // 2
        sama_a, sama_b = _shared(isi_a, isi_b)
        tutup = sorted(
            (
                PENUH * sum(isi_a.bobot[n] for n in sama_a) // isi_a.total,
                PENUH * sum(isi_b.bobot[n] for n in sama_b) // isi_b.total,
            )
        )
        mirip = (tutup[0] + 2 * tutup[1]) // 3
        if min(len(sama_a), len(sama_b)) == 1 and tutup[0] < PENUH // 2:
            mirip = min(mirip, _SATU_KATA_TERTINGGI)
        ukuran = {read_nama(a).ukuran, read_nama(b).ukuran} - {None}
        return mirip - _UKURAN_BEDA if len(ukuran) == 2 and mirip > _UKURAN_BEDA else mirip

    def difference(self, a: str, b: str) -> Beda:
        """The words of each name that the other lacks, small words and measure words left out.

        >>> k = Kosakata([["Proporsi PAD (di luar dana BOS)"], ["Proporsi PAD (diluar dana DAK)"]])
        >>> beda = k.difference("Proporsi PAD (di luar dana BOS)", "Proporsi PAD (diluar dana DAK)")
        >>> [w.asli for w in beda.a], [w.asli for w in beda.b]
        (['bos'], ['dak'])
        """
        hasil = self._beda.get((a, b))
        if hasil is None:
            sama_a, sama_b = _shared(self.read(a), self.read(b))
            sisa = self._rest(a, sama_a), self._rest(b, sama_b)
            hasil = Beda(_without_forms(sisa[0], read_nama(b)), _without_forms(sisa[1], read_nama(a)))
            self._beda[a, b] = hasil
        return hasil

    def _rest(self, teks: str, sama: set[int]) -> tuple[Kata, ...]:
        hasil: dict[str, Kata] = {}
        for k in read_nama(teks).kata:
            nomor = self._nomor.get(k.akar)
            if nomor not in sama and nomor not in self._wilayah:
                hasil.setdefault(k.akar, k)
        return tuple(hasil.values())


def _without_forms(kata: Collection[Kata], lain: Nama) -> tuple[Kata, ...]:
    """Leave out words that the other name has in another form (bersinergi, sinergitas), and mistyped small words."""
    if not kata:
        return ()
    bentuk = {b for x in lain.kata if not x.singkatan for b in word_forms(x)}
    return tuple(
        k
        for k in kata
        if k.singkatan
        or not (any(_same_family(x, y) for x in word_forms(k) for y in bentuk) or _slip_of_small_word(k.asli))
    )


@lru_cache(maxsize=4096)
def _slip_of_small_word(kata: str) -> bool:
    return any(_slipped(kata, h) for h in kamus().henti if len(h) >= _PANJANG_AKAR)


def _same_family(a: str, b: str) -> bool:
    awal = min(len(a), len(b), _AWAL_SERUMPUN)
    if awal < _PANJANG_AKAR:
        return a == b
    return a[:awal] == b[:awal] or fuzz.ratio(a, b) * 10 >= _SALAH_KETIK


def _shared(a: _Isi, b: _Isi) -> tuple[set[int], set[int]]:
    """The words of each side that the other side has, be it as initials."""
    sama = a.bobot.keys() & b.bobot.keys()
    sama_a, sama_b = set(sama), set(sama)
    for nomor in a.uraian.keys() & b.bobot.keys():
        sama_a |= a.uraian[nomor]
        sama_b.add(nomor)
    for nomor in b.uraian.keys() & a.bobot.keys():
        sama_b |= b.uraian[nomor]
        sama_a.add(nomor)
    # "Bed Turn Over (BTO)" against "Bed Turn Over": the initials say nothing new.
    sama_a |= {n for n, kata in a.uraian.items() if n in a.bobot and kata <= sama_a}
    sama_b |= {n for n, kata in b.uraian.items() if n in b.bobot and kata <= sama_b}
    return sama_a, sama_b


def _number_words(nama: Iterable[Nama]) -> dict[str, int]:
    """One number per word; words that differ by a typing error share it, whatever the order of the names."""
    bentuk: dict[str, set[str]] = defaultdict(set)
    for n in nama:
        for k in n.kata:
            bentuk[k.akar].add(k.asli)
    akar = sorted(bentuk)
    induk = {a: a for a in akar}

    def find(a: str) -> str:
        while induk[a] != a:
            induk[a] = induk[induk[a]]
            a = induk[a]
        return a

    # A slip shows in the word as printed or, behind other affixes, in its root.
    milik = {kata: a for a in akar for kata in sorted((a, *bentuk[a]))}
    rak: dict[str, list[str]] = defaultdict(list)
    for kata in milik:
        if len(kata) >= _PANJANG_AKAR and kata.isalpha():
            rak[kata[0]].append(kata)
    for isi in rak.values():
        for x, y in combinations(isi, 2):
            if abs(len(x) - len(y)) <= _SELIP_TERPANJANG and _slipped(x, y):
                atas, bawah = sorted((find(milik[x]), find(milik[y])))
                induk[bawah] = atas
    nomor = {wakil: urut for urut, wakil in enumerate(sorted({find(a) for a in akar}))}
    return {a: nomor[find(a)] for a in akar}


@lru_cache(maxsize=65536)
def _slipped(a: str, b: str) -> bool:
    """Whether two words are one with a slip of the pen.

    Many words of the language differ by one letter (pendidikan, penyidikan), so likeness alone is no proof.
    """
    if fuzz.ratio(a, b) * 10 < _SALAH_KETIK:
        return False
    a, b = a.translate(_SEBUNYI), b.translate(_SEBUNYI)
    pendek, panjang = sorted((a, b), key=len)
    sisa = Counter(panjang)
    sisa.subtract(pendek)
    beda = sum(abs(n) for n in sisa.values())
    if beda <= 1:
        # The same letters in another order, or one letter too many.
        return True
    if len(pendek) < _PANJANG_ASLI:
        return False
    return panjang.startswith(pendek) or (beda <= 2 and _within(pendek, panjang))


def _within(pendek: str, panjang: str) -> bool:
    """Every letter of the short word in the long one, in order: letters were left out."""
    huruf = iter(panjang)
    return all(h in huruf for h in pendek)
