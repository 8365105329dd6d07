"""Targets of one indicator that differ between two documents, and what kind of difference it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from kinerja.nilai import Sel
from kinerja.periksa.dokumen.banding import Banding, Isi, compare, read_isi
from kinerja.periksa.dokumen.model import PK_APA_PUN, RENCANA, TRIWULAN, JenisDokumen, print_sel
from kinerja.periksa.dokumen.perbandingan import Indikator, Pasang, Perbandingan
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap

_BEDA = (Banding.BEDA, Banding.BENTUK, Banding.SEBAGIAN)


@dataclass(frozen=True, eq=False)
class NilaiTahunan:
    """The target of the year as one document states it, with the name of the place."""

    baris: BarisSiap
    isi: Isi
    tempat: str

    @property
    def teks(self) -> tuple[str, str]:
        """(document, value) for the output."""
        return (self.tempat, print_sel(self.isi.sel))


@dataclass(eq=False)
class Selisih:
    """Two values that differ; further places that repeat it are in `lain`."""

    indikator: Indikator
    pasang: Pasang
    a: NilaiTahunan
    b: NilaiTahunan
    banding: Banding
    kategori: str
    #: The other row of two that have changed places.
    tertukar: str | None = None
    #: The year whose target one of the values is, and which of the two.
    tahun_lain: tuple[int, NilaiTahunan] | None = None
    lain: list[NilaiTahunan] = field(default_factory=list)

    @property
    def jenis(self) -> set[JenisDokumen]:
        """The kinds of the two documents."""
        return {self.a.baris.dokumen.jenis, self.b.baris.dokumen.jenis}


def yearly(baris: BarisSiap) -> NilaiTahunan:
    """The target of the year. A plan of action may spread it over the quarters.

    The fourth quarter is the target of the year where it is filled; else the last quarter that is, because
    many plans put the target into the quarter in which it falls.
    """
    nama = baris.dokumen.nama
    if baris.dokumen.jenis is not JenisDokumen.RENAKSI or not baris.tw:
        return NilaiTahunan(baris, baris.isi, nama)
    isi = [(tw, baris.tw[tw]) for tw in TRIWULAN if tw in baris.tw and baris.tw[tw].dilaporkan]
    if not isi:
        return NilaiTahunan(baris, baris.isi, nama)
    tw, nilai = isi[-1]
    return NilaiTahunan(baris, nilai, f"{nama} TW {tw}")


def category(a: JenisDokumen, b: JenisDokumen) -> str:
    """The category of a difference of targets between two kinds of documents.

    >>> category(JenisDokumen.PK, JenisDokumen.LKJIP), category(JenisDokumen.RENSTRA, JenisDokumen.PK)
    ('A', 'B2')
    """
    jenis = {a, b}
    if JenisDokumen.RENAKSI in jenis and jenis & (PK_APA_PUN | RENCANA):
        return "D"
    if not jenis & PK_APA_PUN:
        return "B2"
    if jenis == PK_APA_PUN:
        return "B"
    if JenisDokumen.LKJIP in jenis:
        return "A"
    return "C" if JenisDokumen.CASCADING in jenis else "B2"


def find_selisih(run: Perbandingan) -> list[Selisih]:
    """Every difference of targets, once per indicator, category and pair of values."""
    semua = [s for i in run.indikator for s in _without_derived(_of_indicator(run, i))]
    _mark_swapped(semua)
    for s in semua:
        s.tahun_lain = _other_year(run, s)
    return semua


def _of_indicator(run: Perbandingan, indikator: Indikator) -> list[Selisih]:
    hasil: list[Selisih] = []
    for s in sorted(_raw(run, indikator), key=_closeness):
        lama = next((x for x in hasil if _same_difference(x, s)), None)
        if lama is None:
            hasil.append(s)
        else:
            ada = {lama.a.tempat, lama.b.tempat, *(n.tempat for n in lama.lain)}
            lama.lain += [n for n in (s.a, s.b) if n.tempat not in ada]
    return hasil


def superseded(run: Perbandingan, s: Selisih) -> bool:
    """One side still has the value of an older version of the PK that has been revised for a reason."""
    return any(_revises(run, x.baris, y) for x, y in ((s.a, s.b), (s.b, s.a)))


def _revises(run: Perbandingan, baru: BarisSiap, nilai: NilaiTahunan) -> bool:
    versi = baru.dokumen.dokumen.versi
    beralasan = baru.dokumen.dokumen.alasan or baru.baris.alasan
    if baru.dokumen.jenis is not JenisDokumen.PK or versi is None or not beralasan:
        return False
    for d in run.of(JenisDokumen.PK):
        lama = run.paired(baru, d) if (d.dokumen.versi or versi) < versi else None
        if lama is not None and compare(lama.isi, nilai.isi) is Banding.SAMA:
            return True
    return False


def _without_derived(semua: list[Selisih]) -> list[Selisih]:
    """Two documents that both differ from the PK also differ from each other; that follows and is left out."""
    dengan_pk = {t for s in semua if s.jenis & PK_APA_PUN for t in (s.a.tempat, s.b.tempat, *_places(s))}
    return [
        s for s in semua if s.jenis & PK_APA_PUN or not {s.a.tempat, s.b.tempat, *_places(s)} <= dengan_pk
    ]


def _places(s: Selisih) -> list[str]:
    return [n.tempat for n in s.lain]


def _raw(run: Perbandingan, indikator: Indikator) -> Iterator[Selisih]:
    nilai = {id(b): _values(b) for b in indikator.baris}
    for p in indikator.pasang:
        if not p.layak or p.a.asal is not None or p.b.asal is not None:
            continue
        for a, b in product(nilai[id(p.a)], nilai[id(p.b)]):
            banding = compare(a.isi, b.isi)
            if banding in _BEDA and not _explained(p, a, b, run, banding):
                kategori = category(p.a.dokumen.jenis, p.b.dokumen.jenis)
                yield Selisih(indikator, p, a, b, banding, kategori)


def _values(baris: BarisSiap) -> list[NilaiTahunan]:
    """The value of a row, and what further tables of the same document print for it."""
    kembar = [x for lama, x in baris.dokumen.kembar if lama is baris and x.isi.dilaporkan]
    return [
        yearly(baris),
        *(NilaiTahunan(x, x.isi, f"{x.dokumen.nama} {x.baris.tempat or ''}".strip()) for x in kembar),
    ]


def _closeness(s: Selisih) -> tuple[int, ...]:
    """A difference with the PK itself comes before the same difference between two other documents."""
    jenis = s.jenis
    return (0 if jenis & PK_APA_PUN else 1, 0 if JenisDokumen.PK in jenis else 1)


def _same_difference(x: Selisih, y: Selisih) -> bool:
    """The same two values, in the same category or between documents that the first already explains."""
    if x.kategori != y.kategori and y.jenis & PK_APA_PUN:
        return False
    lurus = _equal(x.a, y.a) and _equal(x.b, y.b)
    return lurus or (_equal(x.a, y.b) and _equal(x.b, y.a))


def _equal(x: NilaiTahunan, y: NilaiTahunan) -> bool:
    return compare(x.isi, y.isi) is Banding.SAMA


def _explained(p: Pasang, a: NilaiTahunan, b: NilaiTahunan, run: Perbandingan, banding: Banding) -> bool:
    """A difference that the documents account for themselves."""
    if quarters_add_up(a, b.isi) or quarters_add_up(b, a.isi):
        return True
    if banding is Banding.SEBAGIAN and _parts_elsewhere(p):
        return True
    jenis = {p.a.dokumen.jenis, p.b.dokumen.jenis}
    if jenis & RENCANA and (p.a.baris.alasan or p.b.baris.alasan):
        return True
    return _revised(p.a, b, run) or _revised(p.b, a, run)


def quarters_add_up(renaksi: NilaiTahunan, lain: Isi) -> bool:
    """Quarters that are not cumulative sum up to the year."""
    baris = renaksi.baris
    if baris.dokumen.jenis is not JenisDokumen.RENAKSI or (baris.baris.tipe or "").startswith("kumulatif"):
        return False
    isi = [i.nilai.angka for i in baris.tw.values() if i.dilaporkan]
    angka = [n for n in isi if n is not None]
    return len(angka) == len(isi) > 1 and sum(angka, Decimal(0)) in lain.bacaan


def _parts_elsewhere(p: Pasang) -> bool:
    """One row holds several values, the other document has a row for each of them."""
    banyak, satu = (p.a, p.b) if p.a.majemuk else (p.b, p.a)
    lain = [b.isi.bacaan for b in satu.dokumen.baris if b is not satu]
    sisa = [x for x in banyak.isi.bagian if not x & satu.isi.bacaan]
    return bool(sisa) and all(any(x & y for y in lain) for x in sisa)


def _revised(lama: BarisSiap, nilai: NilaiTahunan, run: Perbandingan) -> bool:
    """The other value is that of a later version of the same PK which gives its reason."""
    versi = lama.dokumen.dokumen.versi
    if lama.dokumen.jenis is not JenisDokumen.PK or versi is None:
        return False
    for d in run.of(JenisDokumen.PK):
        if d is lama.dokumen or d.dokumen.versi is None or d.dokumen.versi <= versi:
            continue
        baru = run.paired(lama, d)
        if baru is not None and (d.dokumen.alasan or baru.baris.alasan):
            return compare(baru.isi, nilai.isi) is Banding.SAMA
    return False


def _mark_swapped(semua: Iterable[Selisih]) -> None:
    """Two rows of one pair of documents that have each other's value."""
    per_dokumen: dict[tuple[int, int], list[Selisih]] = defaultdict(list)
    for s in semua:
        per_dokumen[id(s.a.baris.dokumen), id(s.b.baris.dokumen)].append(s)
    for daftar in per_dokumen.values():
        for s in daftar:
            lawan = next((x for x in daftar if x is not s and _swapped(s, x)), None)
            if lawan is not None:
                s.tertukar = lawan.indikator.nama


def _swapped(x: Selisih, y: Selisih) -> bool:
    saudara = x.a.baris.baris.sasaran == y.a.baris.baris.sasaran
    return saudara and _equal(x.a, y.b) and _equal(x.b, y.a)


def _other_year(run: Perbandingan, s: Selisih) -> tuple[int, NilaiTahunan] | None:
    """The year whose target one document has taken by mistake.

    Only a value that no other year's row of the document itself repeats can be told apart, so a year counts
    when its target is one of the two values and not the other.
    """
    for tahun, isi in sorted(_years(run, s.indikator), key=lambda t: (abs(t[0] - (run.tahun or 0)), t[0])):
        for satu, lain in ((s.b, s.a), (s.a, s.b)):
            if compare(isi, satu.isi) is Banding.SAMA and compare(isi, lain.isi) is not Banding.SAMA:
                return tahun, satu
    return None


def _years(run: Perbandingan, indikator: Indikator) -> list[tuple[int, Isi]]:
    hasil = [
        (tahun, isi)
        for b in indikator.baris
        for tahun, isi in _read_years(b.dokumen, b.baris.target_tahun)
        if tahun != run.tahun
    ]
    for d in run.konteks:
        if d.dokumen.tahun is None or d.dokumen.tahun == run.tahun or d.dokumen.eselon != "II":
            continue
        for b in d.baris:
            if any(run.kosakata.similarity(b.nama, x.nama) >= 900 for x in indikator.baris):
                hasil.append((d.dokumen.tahun, yearly(b).isi))
    return hasil


def _read_years(dokumen: DokumenSiap, target: Mapping[int, Sel]) -> list[tuple[int, Isi]]:
    pasangan = sorted(target.items())
    # The numerals of one document are written in one style; its own year shows it.
    kolom = [b.isi.sel for b in dokumen.baris] + [sel for _, sel in pasangan]
    isi = read_isi(kolom)[len(dokumen.baris) :] if pasangan else []
    return [(tahun, i) for (tahun, _), i in zip(pasangan, isi, strict=True) if i.dilaporkan]
