"""Documents made ready for comparison: numerals read, units found, lists in one row taken apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kinerja.nilai import Sel
from kinerja.padan import Butir, Nama, read_nama
from kinerja.periksa.dokumen.banding import Isi, read_isi
from kinerja.periksa.dokumen.model import TRIWULAN, BarisDokumen, DokumenKinerja, JenisDokumen
from kinerja.periksa.dokumen.satuan import PERSEN, Satuan, implied_percent, printed_unit

#: Remarks of a report behind a name: a page, another year, a comparison with a longer plan.
_CATATAN = re.compile(
    r"\s*\((?:p\.|hal\.?|halaman)\s*\d[^()]*\)|\s*\((?:19|20)\d{2}\)|\s+(?:vs|dibanding(?:kan)?)\.?\s+.*$",
    re.IGNORECASE,
)
_PEMBANDING = re.compile(r"\b(?:vs|dibanding(?:kan)?)\b", re.IGNORECASE)
_DAFTAR = re.compile(r"^(?P<pokok>[^:]{8,}?)\s*:\s*(?P<butir>[^:]+)$", re.DOTALL)
_PISAH_BUTIR = re.compile(r"\s*(?:,|;|\bdan\b|&)\s*", re.IGNORECASE)
_URUTAN_JENIS = {jenis: n for n, jenis in enumerate(JenisDokumen)}


@dataclass(frozen=True, eq=False)
class BarisSiap:
    """One row with its cells read. Rows are told apart by identity, not by content."""

    dokumen: DokumenSiap
    baris: BarisDokumen
    nama: str
    isi: Isi
    realisasi: Isi
    capaian: Isi
    tw: dict[str, Isi]
    realisasi_tw: dict[str, Isi]
    #: The printed row that this one was taken out of.
    asal: BarisSiap | None = None

    @cached_property
    def satuan(self) -> Satuan | None:
        """The unit that the row prints."""
        return printed_unit(self.baris.satuan, self.isi, self.nama)

    @cached_property
    def persen(self) -> bool | None:
        """Whether the row measures a percentage, by its unit or by the first word of its name."""
        if self.satuan is not None:
            return self.satuan.persen
        return implied_percent(self.nama)

    @property
    def majemuk(self) -> bool:
        """True for a target that holds several values."""
        return bool(self.isi.bagian)

    def butir(self) -> Butir:
        """The row as the matching sees it."""
        satuan = None if self.satuan is None else PERSEN if self.satuan.persen else self.satuan.teks
        return Butir(
            nama=self.nama,
            sasaran=self.baris.sasaran,
            nilai=self.isi.kunci if self.isi.dilaporkan else None,
            satuan=satuan,
            kode=self.baris.kode,
            identitas=None if self.asal is not None else self.baris.identitas,
        )


@dataclass(eq=False)
class DokumenSiap:
    """One document, its rows ready; `kembar` are further rows of the same indicator in the same document."""

    dokumen: DokumenKinerja
    nama: str
    baris: list[BarisSiap] = field(default_factory=list)
    kembar: list[tuple[BarisSiap, BarisSiap]] = field(default_factory=list)
    #: Rows that compare with another horizon and say nothing about the year.
    pembanding: list[BarisSiap] = field(default_factory=list)

    @property
    def jenis(self) -> JenisDokumen:
        """What the document is."""
        return self.dokumen.jenis

    @property
    def bertarget(self) -> bool:
        """True when the document prints targets at all: many decrees and cascades do not."""
        return any(b.isi.dilaporkan for b in self.baris)


def prepare(dokumen: Sequence[DokumenKinerja]) -> list[DokumenSiap]:
    """Make documents ready, in an order that does not depend on the order given.

    >>> d = DokumenKinerja("PK", JenisDokumen.PK, "X", 2020, (BarisDokumen("IPM", target="80,1"),))
    >>> prepare([d])[0].baris[0].isi.nilai.angka
    Decimal('80.1')
    """
    urut = _sort(dokumen)
    siap = [_read(d, nama) for d, nama in zip(urut, _names(urut), strict=True)]
    _take_lists_apart(siap)
    return siap


def _order(d: DokumenKinerja) -> tuple[object, ...]:
    kunci = (d.pemilik or "", d.tahun or 0, d.tahun_mulai or 0, d.versi or 0, d.sumber or "")
    return (_URUTAN_JENIS[d.jenis], d.eselon, d.nama, *kunci)


def _sort(dokumen: Iterable[DokumenKinerja]) -> list[DokumenKinerja]:
    """By kind, level and name; the whole content decides between documents that share these."""
    rak: dict[tuple[object, ...], list[DokumenKinerja]] = defaultdict(list)
    for d in dokumen:
        rak[_order(d)].append(d)
    return [d for _, isi in sorted(rak.items()) for d in (isi if len(isi) == 1 else sorted(isi, key=str))]


def _names(dokumen: Sequence[DokumenKinerja]) -> Iterable[str]:
    """Names that tell documents apart: a version or number is added where two are called alike."""
    semua = [d.nama for d in dokumen]
    for n, d in enumerate(dokumen):
        if semua.count(d.nama) == 1:
            yield d.nama
        elif d.versi is not None and sum(x.nama == d.nama and x.versi == d.versi for x in dokumen) == 1:
            yield f"{d.nama} versi {d.versi}"
        else:
            yield f"{d.nama} ({semua[: n + 1].count(d.nama)})"


def _read(d: DokumenKinerja, nama: str) -> DokumenSiap:
    siap = DokumenSiap(d, nama)
    target = read_isi([b.target for b in d.baris])
    realisasi = read_isi([b.realisasi for b in d.baris])
    capaian = read_isi([b.capaian for b in d.baris])
    tw = _read_quarters([b.tw for b in d.baris])
    realisasi_tw = _read_quarters([b.realisasi_tw for b in d.baris])
    utama: dict[object, BarisSiap] = {}
    for n, b in enumerate(d.baris):
        bersih = _CATATAN.sub("", b.indikator).strip() if d.jenis is JenisDokumen.LKJIP else b.indikator
        isi = (target[n], realisasi[n], capaian[n], tw[n], realisasi_tw[n])
        baris = BarisSiap(siap, b, bersih or b.indikator, *isi)
        if d.jenis is JenisDokumen.LKJIP and _PEMBANDING.search(b.indikator):
            siap.pembanding.append(baris)
            continue
        kunci = b.identitas or read_nama(baris.nama).kunci
        lama = utama.get(kunci)
        if d.jenis is JenisDokumen.LKJIP and lama is not None:
            siap.kembar.append((lama, baris))
        else:
            utama.setdefault(kunci, baris)
            siap.baris.append(baris)
    return siap


def _read_quarters(baris: Sequence[Mapping[str, Sel]]) -> list[dict[str, Isi]]:
    """All quarters of a document are one column of numerals."""
    tempat = [(n, tw) for n, b in enumerate(baris) for tw in TRIWULAN if tw in b]
    hasil: list[dict[str, Isi]] = [{} for _ in baris]
    for (n, tw), isi in zip(tempat, read_isi([baris[n][tw] for n, tw in tempat]), strict=True):
        hasil[n][tw] = isi
    return hasil


def _take_lists_apart(siap: Sequence[DokumenSiap]) -> None:
    """Make two rows of "Produksi: daging, telur" where another document has a row for each."""
    for d in siap:
        lain = [[read_nama(b.nama) for b in x.baris] for x in siap if x is not d]
        baru: list[BarisSiap] = []
        for b in d.baris:
            daftar = _items(b.nama)
            terpisah = daftar is not None and any(_stands_alone(daftar, nama) for nama in lain)
            baru += _parts(b, daftar) if daftar is not None and terpisah else [b]
        d.baris = baru


@dataclass(frozen=True, slots=True)
class _Daftar:
    pokok: str
    butir: tuple[str, ...]


def _items(nama: str) -> _Daftar | None:
    m = _DAFTAR.match(nama)
    butir = tuple(t for t in _PISAH_BUTIR.split(m["butir"].strip(" .")) if t) if m is not None else ()
    return None if m is None or len(butir) < 2 else _Daftar(m["pokok"], butir)


def _stands_alone(daftar: _Daftar, nama: Sequence[Nama]) -> bool:
    """Two items at least are rows of their own in that document, under something of the same subject."""
    pokok = {k.akar for k in read_nama(daftar.pokok).kata if k.bobot >= 100}
    ketemu = set()
    for satu in daftar.butir:
        cari = {k.akar for k in read_nama(satu).kata if not k.kurung}
        for n, baris in enumerate(nama):
            akar = {k.akar for k in baris.kata}
            if cari and cari <= akar and (pokok & akar or len(akar) <= len(cari) + 1):
                ketemu.add(n)
                break
    return len(ketemu) >= 2


def _parts(baris: BarisSiap, daftar: _Daftar) -> list[BarisSiap]:
    return [replace(baris, nama=f"{daftar.pokok}: {butir}", asal=baris) for butir in daftar.butir]
