"""Recompute a published achievement table and say per row what explains the printed value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import Any

from kinerja.capaian import ordinal
from kinerja.nilai import JenisNilai, Nilai, Sel, read_column
from kinerja.pembulatan import Pembulatan, round_value, to_text
from kinerja.periksa import pesan
from kinerja.periksa.rumus import ORDINAL, SERATUS, Masukan, Rumus, Selang, other_formulas, own_formulas

BATAS_UMUM = (Decimal(100), Decimal(110), Decimal(120))
_PREDIKAT = frozenset({JenisNilai.ORDINAL, JenisNilai.TEKS})


class StatusPeriksa(StrEnum):
    """What explains the printed value of a row, best explanation first."""

    COCOK = "cocok"
    TERPOTONG = "terpotong"
    PEMBULATAN_MASUKAN = "pembulatan_masukan"
    BATAS = "batas"
    SALAH = "salah"
    TARGET_NOL = "target_nol"
    TAK_TERHITUNG = "tak_terhitung"


_URUTAN = {status: n for n, status in enumerate(StatusPeriksa)}


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """One printed row. `polaritas` is a key of the formulas, or None where the table does not say."""

    id: str
    target: Sel
    realisasi: Sel
    capaian: Sel
    polaritas: str | None = None
    indikator: str | None = None
    doc: str | None = None
    # A percent-formatted cell of a spreadsheet holds 1.0666 and shows 106,66%.
    capaian_sel_angka: bool = False


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """The verdict on one row. `capaian` is what the row's own formula gives, unrounded."""

    id: str
    status: StatusPeriksa
    rumus: str | None
    capaian: Decimal | None
    pesan: str
    indikator: str | None = None
    tercetak: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """The row of the JSON contract; the number is text with up to 28 significant digits.

        >>> HasilPeriksa("1", StatusPeriksa.COCOK, "maks", Decimal("95.00"), "Cocok.").to_dict()["capaian"]
        '95'
        """
        return {
            "id": self.id,
            "status": self.status.value,
            "rumus": self.rumus,
            "capaian": None if self.capaian is None else to_text(self.capaian),
            "pesan": self.pesan,
        }


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """One formula that reproduces the printed value, in one reading of the row."""

    status: StatusPeriksa
    rumus: Rumus
    nilai: Decimal
    tercetak: Decimal
    baca: Baca
    selang: Selang | None = None
    batas: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Baca:
    """One reading of the three numbers of a row."""

    target: Nilai
    realisasi: Nilai
    capaian: Nilai
    utama: bool = True


def check_tabel(baris: Sequence[BarisTabel]) -> list[HasilPeriksa]:
    """Check every row. Rows of one `doc` share the separators of their columns.

    >>> b = BarisTabel("1", target="55,56", realisasi="59,26", capaian="106,66", polaritas="maks")
    >>> hasil = check_tabel([b])[0]
    >>> hasil.status.value, hasil.rumus, str(hasil.capaian)[:9]
    ('cocok', 'maks', '106.65946')
    """
    kolom = {field: _read_field(baris, field) for field in ("target", "realisasi", "capaian")}
    return [
        check_baris(b, Baca(kolom["target"][n], kolom["realisasi"][n], kolom["capaian"][n]))
        for n, b in enumerate(baris)
    ]


def summarize(hasil: Iterable[HasilPeriksa]) -> dict[str, int]:
    """How many rows have which status, every status named.

    >>> summarize([])["cocok"]
    0
    """
    hitung = Counter(h.status for h in hasil)
    return {status.value: hitung[status] for status in StatusPeriksa}


def to_json(hasil: Sequence[HasilPeriksa]) -> dict[str, Any]:
    """The output of the command `kinerja periksa --json`.

    >>> to_json([])["baris"]
    []
    """
    return {"baris": [h.to_dict() for h in hasil], "ringkasan": summarize(hasil)}


def _read_field(baris: Sequence[BarisTabel], field: str) -> list[Nilai]:
    per_doc: dict[str | None, list[int]] = {}
    for n, b in enumerate(baris):
        per_doc.setdefault(b.doc, []).append(n)
    hasil: list[Nilai] = [Nilai.kosong()] * len(baris)
    for urutan in per_doc.values():
        for n, nilai in zip(urutan, read_column([getattr(baris[n], field) for n in urutan]), strict=True):
            hasil[n] = nilai
    if field == "capaian":
        hasil = [_with_percent_cell(b, nilai) for b, nilai in zip(baris, hasil, strict=True)]
    return hasil


def _with_percent_cell(baris: BarisTabel, nilai: Nilai) -> Nilai:
    if not baris.capaian_sel_angka or nilai.angka is None:
        return nilai
    return replace(nilai, lain=(nilai.angka.scaleb(2),))


def check_baris(baris: BarisTabel, baca: Baca) -> HasilPeriksa:
    """Check one row whose numerals have been read.

    >>> b = BarisTabel("G338", "WTP", "WTP", "100%", polaritas="ordinal")
    >>> check_tabel([b])[0].status.value
    'cocok'
    """
    if baca.target.angka == 0:
        return _verdict(baris, StatusPeriksa.TARGET_NOL, None, None, pesan.zero_target(baca.realisasi))
    predikat = _check_grades(baris, baca)
    if predikat is not None:
        return predikat
    masukan = Masukan.from_nilai(baca.realisasi, baca.target)
    if masukan is None:
        return _verdict(
            baris, StatusPeriksa.TAK_TERHITUNG, None, None, pesan.no_number(baca.target, baca.realisasi)
        )
    own = own_formulas(baris.polaritas, baca.target)
    hitungan = [(r, n) for r in own if (n := r.compute(masukan)) is not None]
    nilai = hitungan[0][1] if hitungan else None
    if baca.capaian.angka is None:
        return _verdict(
            baris, StatusPeriksa.TAK_TERHITUNG, None, nilai, pesan.no_capaian(baca.capaian, nilai)
        )
    terbaik = _best(own, baca)
    if terbaik is not None:
        teks = pesan.explained(terbaik, ragu=_doubts(baca))
        return _verdict(baris, terbaik.status, terbaik.rumus.nama, terbaik.nilai, teks)
    return _unexplained(baris, baca, own, hitungan)


def _unexplained(
    baris: BarisTabel, baca: Baca, own: tuple[Rumus, ...], hitungan: list[tuple[Rumus, Decimal]]
) -> HasilPeriksa:
    lain = _best(other_formulas(own, baca.target), baca)
    # Where the row's own formula is not defined, a cap of another one proves nothing.
    if not hitungan and (lain is None or lain.status is StatusPeriksa.BATAS):
        return _verdict(baris, StatusPeriksa.TAK_TERHITUNG, None, None, pesan.not_computable(own[0]))
    nilai = hitungan[0][1] if hitungan else None
    teks = pesan.wrong(baca, hitungan, lain, ragu=_doubts(baca))
    return _verdict(baris, StatusPeriksa.SALAH, None if lain is None else lain.rumus.nama, nilai, teks)


def _check_grades(baris: BarisTabel, baca: Baca) -> HasilPeriksa | None:
    """Grades have no arithmetic: only the same grade is known to be 100."""
    t, r = baca.target, baca.realisasi
    if t.jenis not in _PREDIKAT or r.jenis not in _PREDIKAT or (t.angka is not None and r.angka is not None):
        return None
    if ordinal.compute(r.teks, t.teks) != SERATUS:
        return _verdict(baris, StatusPeriksa.TAK_TERHITUNG, None, None, pesan.different_grades(t, r))
    if baca.capaian.angka is None:
        return _verdict(
            baris, StatusPeriksa.TAK_TERHITUNG, None, SERATUS, pesan.no_capaian(baca.capaian, SERATUS)
        )
    if baca.capaian.angka != SERATUS:
        teks = pesan.same_grade_not_100(r, baca.capaian)
        return _verdict(baris, StatusPeriksa.SALAH, None, SERATUS, teks)
    return _verdict(baris, StatusPeriksa.COCOK, ORDINAL.nama, SERATUS, pesan.same_grade(r))


def _best(rumus_list: tuple[Rumus, ...], baca: Baca) -> Penjelasan | None:
    """The best explanation; of equal ones the plain reading and the first formula win."""
    calon = [p for b in _readings(baca) for rumus in rumus_list if (p := _explain(rumus, b)) is not None]
    return min(calon, key=lambda p: _URUTAN[p.status], default=None)


def _readings(baca: Baca) -> list[Baca]:
    """The plain reading first, then the other readings of doubtful numerals."""
    pilihan = [
        [nilai, *(replace(nilai, angka=a) for a in nilai.lain)] for nilai in (baca.target, baca.realisasi)
    ]
    pilihan.append([baca.capaian, *(replace(baca.capaian, angka=a) for a in baca.capaian.lain)])
    return [Baca(t, r, c, utama=n == 0) for n, (t, r, c) in enumerate(product(*pilihan))]


def _explain(rumus: Rumus, baca: Baca) -> Penjelasan | None:
    """How one formula gives the printed value: rounded, cut off, from rounded inputs, or capped."""
    masukan = Masukan.from_nilai(baca.realisasi, baca.target)
    tercetak = baca.capaian.angka
    nilai = None if masukan is None else rumus.compute(masukan)
    if masukan is None or nilai is None or tercetak is None:
        return None
    desimal = _decimals(tercetak)
    if round_value(nilai, desimal) == tercetak:
        return Penjelasan(StatusPeriksa.COCOK, rumus, nilai, tercetak, baca)
    if round_value(nilai, desimal, Pembulatan.POTONG) == tercetak:
        return Penjelasan(StatusPeriksa.TERPOTONG, rumus, nilai, tercetak, baca)
    selang = rumus.span(masukan)
    if selang is not None and round_value(selang.bawah, desimal) <= tercetak <= round_value(
        selang.atas, desimal
    ):
        return Penjelasan(StatusPeriksa.PEMBULATAN_MASUKAN, rumus, nilai, tercetak, baca, selang=selang)
    batas = next((b for b in BATAS_UMUM if tercetak == b and nilai > b), None)
    if batas is not None:
        return Penjelasan(StatusPeriksa.BATAS, rumus, nilai, tercetak, baca, batas=batas)
    return None


def _decimals(angka: Decimal) -> int:
    exponent = angka.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _doubts(baca: Baca) -> list[Nilai]:
    return [n for n in (baca.target, baca.realisasi, baca.capaian) if n.ragu]


def _verdict(
    baris: BarisTabel, status: StatusPeriksa, rumus: str | None, capaian: Decimal | None, teks: str
) -> HasilPeriksa:
    tercetak = None if baris.capaian is None else str(baris.capaian)
    return HasilPeriksa(baris.id, status, rumus, capaian, teks, baris.indikator, tercetak)
