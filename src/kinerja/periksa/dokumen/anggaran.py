"""Budget lines of documents, read and joined by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from kinerja.padan import AMBANG_TINGGI, Butir, Kosakata, match, read_nama
from kinerja.periksa.dokumen.banding import Isi, read_isi
from kinerja.periksa.dokumen.model import BarisAnggaran, print_sel
from kinerja.periksa.dokumen.siap import DokumenSiap


@dataclass(frozen=True, eq=False)
class Pagu:
    """One budget line, read."""

    dokumen: DokumenSiap
    baris: BarisAnggaran
    isi: Isi

    @property
    def teks(self) -> tuple[str, str]:
        """(document, amount) for the output."""
        return (self.dokumen.nama, print_sel(self.baris.pagu))

    @property
    def rupiah(self) -> Decimal | None:
        """The amount."""
        return self.isi.nilai.angka


def read_pagu(d: DokumenSiap, jenis: str | None = None) -> list[Pagu]:
    """The budget lines of one document; its amounts are one column of numerals."""
    semua = d.dokumen.anggaran
    isi = read_isi([a.pagu for a in semua])
    return [Pagu(d, a, i) for a, i in zip(semua, isi, strict=True) if jenis is None or a.jenis == jenis]


def pair_pagu(a: list[Pagu], b: list[Pagu], kosakata: Kosakata) -> list[tuple[Pagu, Pagu]]:
    """Lines of one name in two documents; a code decides where both print it."""
    butir = [[Butir(p.baris.nama, identitas=p.baris.kode) for p in daftar] for daftar in (a, b)]
    hasil = match(butir, kosakata)
    return [(a[p.a[1]], b[p.b[1]]) for p in hasil.pasangan if p.keyakinan >= AMBANG_TINGGI]


def comparable(a: Pagu, b: Pagu) -> bool:
    """Not two budgets that are marked as different ones."""
    return None in (a.baris.tanda, b.baris.tanda) or a.baris.tanda == b.baris.tanda


def same_amount(a: Pagu, b: Pagu) -> bool:
    """Equal in one of their readings."""
    return bool(a.isi.bacaan & b.isi.bacaan)


def sum_by_parent(pagu: list[Pagu], kosakata: Kosakata, induk: list[Pagu]) -> dict[int, list[Pagu]]:
    """The lines below each parent, by its code or by its name; a line printed twice counts once."""
    per_kode = {p.baris.kode: n for n, p in enumerate(induk) if p.baris.kode is not None}
    hasil: dict[int, dict[tuple[str, object], Pagu]] = defaultdict(dict)
    nama_induk: dict[str, int | None] = {}
    for p in pagu:
        if not p.baris.induk:
            continue
        n = per_kode.get(p.baris.induk)
        if n is None:
            if p.baris.induk not in nama_induk:
                nama_induk[p.baris.induk] = _closest(p.baris.induk, induk, kosakata)
            n = nama_induk[p.baris.induk]
        if n is not None:
            hasil[n].setdefault((read_nama(p.baris.nama).kunci, p.rupiah), p)
    return {n: list(isi.values()) for n, isi in hasil.items()}


def _closest(nama: str, induk: list[Pagu], kosakata: Kosakata) -> int | None:
    skor = [(kosakata.similarity(nama, p.baris.nama), -n) for n, p in enumerate(induk)]
    terbaik = max(skor, default=(0, 0))
    return -terbaik[1] if terbaik[0] >= 800 else None
