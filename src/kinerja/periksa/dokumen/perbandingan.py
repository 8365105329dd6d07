"""One set of documents, paired and grouped: what every rule looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import combinations

from kinerja.padan import AMBANG_SEDANG, AMBANG_TINGGI, PENUH, HasilPadan, Kosakata, Padanan, match
from kinerja.periksa.dokumen.model import PK_APA_PUN, DokumenKinerja, JenisDokumen
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap, prepare

_PEMILIK_SAMA = 700
_KEMBAR = 900
_TERCAKUP, _BOBOT_KECIL = 650, 25


class Hubungan(Enum):
    """How two documents of different levels stand to each other."""

    #: The PK of a post below the head, against the PK of the head.
    TURUNAN = "turunan"
    #: The PK of a post and the cascade of the same post.
    SEJABATAN = "sejabatan"
    #: The cascade of a post, against the head's level of the same tree.
    JENJANG = "jenjang"


@dataclass(frozen=True, eq=False)
class Pasang:
    """Two rows taken for one indicator."""

    a: BarisSiap
    b: BarisSiap
    keyakinan: int

    @property
    def pasti(self) -> bool:
        """Sure enough for a finding of high severity."""
        return self.keyakinan >= AMBANG_TINGGI

    @property
    def layak(self) -> bool:
        """Sure enough to compare values at all."""
        return self.keyakinan >= AMBANG_SEDANG


@dataclass(frozen=True, eq=False)
class Indikator:
    """The rows of all documents of the head's level that speak of one indicator, one per document."""

    nama: str
    baris: tuple[BarisSiap, ...]
    pasang: tuple[Pasang, ...]

    @cached_property
    def _per_dokumen(self) -> dict[int, BarisSiap]:
        return {id(b.dokumen): b for b in self.baris}

    def of(self, dokumen: DokumenSiap) -> BarisSiap | None:
        """The row of a document."""
        return self._per_dokumen.get(id(dokumen))


@dataclass(frozen=True, eq=False)
class Lapis:
    """Two documents of different levels, their pairs, and the rows left alone."""

    hubungan: Hubungan
    a: DokumenSiap
    b: DokumenSiap
    pasang: tuple[Pasang, ...]


@dataclass
class Perbandingan:
    """Everything that is known of one set of documents before any rule has run."""

    entitas: str
    tahun: int | None
    dokumen: list[DokumenSiap]
    konteks: list[DokumenSiap]
    kosakata: Kosakata
    indikator: list[Indikator] = field(default_factory=list)
    #: Rows joined by their place only.
    sisa: list[Pasang] = field(default_factory=list)
    lapis: list[Lapis] = field(default_factory=list)
    _indeks: dict[int, Indikator] = field(default_factory=dict)

    @property
    def kepala(self) -> list[DokumenSiap]:
        """The documents of the head's level."""
        return [d for d in self.dokumen if d.dokumen.eselon == "II"]

    def of(self, *jenis: JenisDokumen) -> list[DokumenSiap]:
        """The documents of the head's level that are of the given kinds."""
        return [d for d in self.kepala if d.jenis in jenis]

    def indikator_of(self, baris: BarisSiap) -> Indikator | None:
        """The indicator that a row of the head's level belongs to."""
        if not self._indeks:
            self._indeks.update({id(b): i for i in self.indikator for b in i.baris})
        return self._indeks.get(id(baris))

    def covering(self, baris: BarisSiap, dokumen: DokumenSiap) -> BarisSiap | None:
        """The row of another document that says all that this one says, and more: two rows made one."""
        kata = {n for n, bobot in self.kosakata.words(baris.nama).items() if bobot > _BOBOT_KECIL}
        for b in dokumen.baris:
            mirip = self.kosakata.similarity(baris.nama, b.nama)
            milik_lain = self.paired(b, baris.dokumen)
            sendiri = milik_lain is not None and self.kosakata.similarity(milik_lain.nama, b.nama) == PENUH
            if mirip >= _TERCAKUP and not sendiri and kata and kata <= set(self.kosakata.words(b.nama)):
                return b
        return None

    def paired(self, baris: BarisSiap, dokumen: DokumenSiap) -> BarisSiap | None:
        """The row of another document that speaks of the same indicator."""
        indikator = self.indikator_of(baris)
        return None if indikator is None else indikator.of(dokumen)


def build_perbandingan(
    dokumen: Sequence[DokumenKinerja],
    *,
    konteks: Sequence[DokumenKinerja] = (),
    entitas: str = "",
    tahun: int | None = None,
) -> Perbandingan:
    """Read, pair and group.

    >>> from kinerja.periksa.dokumen.model import BarisDokumen
    >>> pk = DokumenKinerja("PK", JenisDokumen.PK, "X", 2020, (BarisDokumen("Persentase desa maju"),))
    >>> iku = DokumenKinerja("IKU", JenisDokumen.IKU, "X", None, (BarisDokumen("Prosentase Desa maju"),))
    >>> len(build_perbandingan([pk, iku]).indikator)
    1
    """
    siap, latar = prepare(dokumen), prepare(konteks)
    nama = [[t for b in d.baris for t in (b.nama, b.baris.sasaran) if t] for d in [*siap, *latar]]
    anggaran = [[t for a in d.dokumen.anggaran for t in (a.nama, a.induk) if t] for d in siap]
    wilayah = [_region(d.entitas) for d in dokumen]
    run = Perbandingan(entitas, tahun, siap, latar, Kosakata([*nama, *anggaran], wilayah=wilayah))
    for d in siap:
        if d.jenis is JenisDokumen.LKJIP:
            _set_twins_apart(d, run.kosakata)
    hasil = match([[b.butir() for b in d.baris] for d in run.kepala], run.kosakata)
    run.indikator = list(_indicators(run.kepala, hasil))
    run.sisa = [_pair(run.kepala, p) for p in hasil.sisa]
    run.lapis = list(_layers(run))
    return run


def _set_twins_apart(d: DokumenSiap, kosakata: Kosakata) -> None:
    """Rows on other pages of one report that repeat a row in nearly the same words."""
    utama: list[BarisSiap] = []
    for b in d.baris:
        lama = next((x for x in utama if _twins(x, b, kosakata)), None)
        if lama is None:
            utama.append(b)
        else:
            d.kembar.append((lama, b))
    d.baris = utama


def _twins(a: BarisSiap, b: BarisSiap, kosakata: Kosakata) -> bool:
    lain_halaman = None not in (a.baris.tempat, b.baris.tempat) and a.baris.tempat != b.baris.tempat
    if not lain_halaman or kosakata.similarity(a.nama, b.nama) < _KEMBAR:
        return False
    beda = kosakata.difference(a.nama, b.nama)
    return not beda.a and not beda.b


def _region(entitas: str) -> str:
    """The government in an entity's name: what follows "Provinsi", "Kota" or "Kabupaten"."""
    kata = entitas.split()
    for n, satu in enumerate(kata):
        if satu.casefold().strip(".,") in ("provinsi", "kota", "kabupaten", "kab", "prov", "pemerintah"):
            return " ".join(kata[n:])
    return ""


def _pair(dokumen: Sequence[DokumenSiap], p: Padanan) -> Pasang:
    return Pasang(dokumen[p.a[0]].baris[p.a[1]], dokumen[p.b[0]].baris[p.b[1]], p.keyakinan)


def _indicators(dokumen: Sequence[DokumenSiap], hasil: HasilPadan) -> Iterator[Indikator]:
    pasang: dict[int, list[Pasang]] = {}
    for p in hasil.pasangan:
        satu = _pair(dokumen, p)
        pasang.setdefault(id(satu.a), []).append(satu)
    for kelompok in hasil.kelompok:
        baris = tuple(dokumen[i].baris[n] for i, n in kelompok)
        yield Indikator(baris[0].nama, baris, tuple(p for b in baris for p in pasang.get(id(b), ())))


def _layers(run: Perbandingan) -> Iterator[Lapis]:
    for x, y in combinations(run.dokumen, 2):
        hubungan = _relation(run, x, y)
        if hubungan is None:
            continue
        hasil = match([[b.butir() for b in d.baris] for d in (x, y)], run.kosakata)
        yield Lapis(hubungan, x, y, tuple(_pair((x, y), p) for p in hasil.pasangan))


def _relation(run: Perbandingan, x: DokumenSiap, y: DokumenSiap) -> Hubungan | None:
    eselon = (x.dokumen.eselon, y.dokumen.eselon)
    pk = [d.jenis in PK_APA_PUN for d in (x, y)]
    pohon = [d.jenis is JenisDokumen.CASCADING for d in (x, y)]
    if all(pk) and eselon[0] == "II" != eselon[1]:
        return Hubungan.TURUNAN
    if all(pohon) and eselon[0] == "II" != eselon[1]:
        return Hubungan.JENJANG
    if pk[0] and pohon[1] and "II" not in eselon and _same_post(run, x, y):
        return Hubungan.SEJABATAN
    return None


def _same_post(run: Perbandingan, x: DokumenSiap, y: DokumenSiap) -> bool:
    a, b = x.dokumen.pemilik, y.dokumen.pemilik
    return bool(a and b) and run.kosakata.similarity(a or "", b or "") >= _PEMILIK_SAMA
