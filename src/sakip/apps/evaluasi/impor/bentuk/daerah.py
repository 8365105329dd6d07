"""Reading the workbook that regions use: one sheet per unit, a grade per criterion, rows known by their order.

Columns: number, name, weight, answer, value, percentage, notes, evidence. A component and a sub-component have a
weight and no number; criteria are numbered from 1 within their sub-component.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.instrumen import Butir, Instrumen, to_baca
from sakip.apps.evaluasi.impor.bacaan import Isian, LembarTerbaca
from sakip.platform.lembar.baca import Lembar, Sel
from sakip.platform.lembar.pesan import cell_name

_NOMOR, _NAMA, _BOBOT, _JAWABAN, _NILAI, _PERSEN, _CATATAN, _BUKTI = range(8)
_CARI_KEPALA = 30
_AKHIR = re.compile(r"^\s*nilai\s+akuntabilitas\s+kinerja", re.IGNORECASE)
#: What follows the name of the form in the title: "LEMBAR KERJA EVALUASI AKIP - DINAS KESEHATAN".
_JUDUL = re.compile(r"^.*?evaluasi\s+akip\s*(?:\d{4}\s*)?[-–:]\s*(.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tempat:
    """A row that was expected: an item of the instrument and, for a criterion, its number."""

    butir: Butir
    nomor: int | None


def header_row(lembar: Lembar) -> int | None:
    """Where the table begins; None: the sheet is not of this shape."""
    for baris in range(min(_CARI_KEPALA, len(lembar.baris))):
        judul = [str(lembar.at(baris, k)).strip().lower() for k in range(_BUKTI + 1)]
        if (
            judul[_NOMOR] in ("no", "no.", "nomor")
            and judul[_BOBOT] == "bobot"
            and judul[_JAWABAN] == "jawaban"
        ):
            return baris
    return None


def read_daerah(lembar: Lembar, kepala: int, instrumen: Instrumen) -> LembarTerbaca:
    """The grades of a sheet, or the first row that is not the one that the instrument has there."""
    hasil = LembarTerbaca(lembar.nama, calon=_names(lembar, kepala))
    if not any(satu.berjawaban for sub in instrumen.sub for satu in sub.anak):
        hasil.refuse(
            cell_name(kepala, _JAWABAN),
            f"Buku kerja ini dinilai per kriteria, sedangkan evaluasi memakai {instrumen.id} yang dinilai per "
            "subkomponen. Pakai ekspor lembar kerja, atau buat evaluasi dengan varian per kriteria.",
        )
        return hasil
    baris, isian = kepala + 1, []
    for tempat in _expected(instrumen):
        while _blank(lembar, baris) and baris < len(lembar.baris):
            baris += 1
        salah = _mismatch(lembar, baris, tempat, instrumen)
        if salah is not None:
            hasil.refuse(*salah)
            return hasil
        if tempat.nomor is not None:
            isian.append(_answer(lembar, baris, tempat.butir))
        baris += 1
    while _blank(lembar, baris) and baris < len(lembar.baris):
        baris += 1
    if not _AKHIR.match(str(lembar.at(baris, _NAMA))):
        hasil.refuse(
            cell_name(baris, _NAMA),
            f'Sesudah kriteria terakhir diharapkan "Nilai akuntabilitas kinerja", terbaca '
            f'"{lembar.at(baris, _NAMA)}": ada baris yang ditambahkan.',
        )
        return hasil
    hasil.apip = hasil.mandiri = [satu for satu in isian if satu.nilai or satu.catatan or satu.daftar_bukti]
    hasil.total_apip = hasil.total_mandiri = str(lembar.at(baris, _NILAI))
    return hasil


def _names(lembar: Lembar, kepala: int) -> tuple[str, ...]:
    """By which names the sheet may say whose it is."""
    judul = [str(lembar.at(n, k)) for n in range(kepala) for k in (_NOMOR, _NAMA)]
    sisa = [cocok.group(1).strip() for teks in judul if (cocok := _JUDUL.match(teks))]
    return (lembar.nama, *sisa)


def _expected(instrumen: Instrumen) -> Iterator[_Tempat]:
    for komponen in instrumen.komponen:
        yield _Tempat(komponen, None)
        for sub in komponen.anak:
            yield _Tempat(sub, None)
            for nomor, kriteria in enumerate(sub.anak, 1):
                yield _Tempat(kriteria, nomor)


def _blank(lembar: Lembar, baris: int) -> bool:
    return all(not str(lembar.at(baris, k)).strip() for k in range(_BUKTI + 1))


def _mismatch(lembar: Lembar, baris: int, tempat: _Tempat, instrumen: Instrumen) -> tuple[str, str] | None:
    """(cell, what is wrong), None when the row is the expected one."""
    nomor, bobot = lembar.at(baris, _NOMOR), lembar.at(baris, _BOBOT)
    if tempat.nomor is not None:
        if _whole(nomor) == tempat.nomor:
            return None
        sebab = f"kriteria nomor {tempat.nomor} ({tempat.butir.kode})"
        return cell_name(baris, _NOMOR), _wrong(baris, sebab, _show(lembar, baris))
    if str(nomor).strip():
        sebab = f"{tempat.butir.jenis} {tempat.butir.kode} {tempat.butir.gradasi or tempat.butir.nama}"
        return cell_name(baris, _NOMOR), _wrong(baris, sebab, _show(lembar, baris))
    seharusnya = tempat.butir.bobot
    if seharusnya is not None and not _same(bobot, seharusnya):
        pesan = (
            f"Bobot {tempat.butir.jenis} {tempat.butir.kode} seharusnya {to_baca(seharusnya)} menurut {instrumen.id}, "
            f'terbaca "{bobot}".'
        )
        return cell_name(baris, _BOBOT), pesan
    gradasi = tempat.butir.gradasi.lower()
    if gradasi and not str(lembar.at(baris, _NAMA)).strip().lower().startswith(gradasi):
        sebab = f"subkomponen {tempat.butir.kode} {tempat.butir.gradasi}"
        return cell_name(baris, _NAMA), _wrong(baris, sebab, _show(lembar, baris))
    return None


def _wrong(baris: int, sebab: str, terbaca: str) -> str:
    return (
        f"Baris {baris + 1} seharusnya {sebab}, terbaca {terbaca}. Ada baris yang disisipkan, dihapus, atau "
        "dipindah; susunan barisnya harus sama dengan instrumen."
    )


def _show(lembar: Lembar, baris: int) -> str:
    isi = f"{lembar.at(baris, _NOMOR)} {lembar.at(baris, _NAMA)}".strip()
    return f'"{isi[:60]}"' if isi else "baris kosong"


def _whole(sel: Sel) -> int | None:
    if isinstance(sel, Decimal):
        return int(sel) if sel == int(sel) else None
    teks = sel.strip().rstrip(".")
    return int(teks) if teks.isdecimal() else None


def _same(sel: Sel, bobot: Fraction) -> bool:
    """A weight as printed; spreadsheets hold 0.3 x 30 with noise behind the last decimal."""
    try:
        return abs(Fraction(str(sel).replace(",", ".")) - bobot) <= Fraction(1, 10**6)
    except (ValueError, ZeroDivisionError):
        return False


def _answer(lembar: Lembar, baris: int, butir: Butir) -> Isian:
    nilai, catatan, bukti = (str(lembar.at(baris, k)).strip() for k in (_JAWABAN, _CATATAN, _BUKTI))
    return Isian(butir.kode, cell_name(baris, _JAWABAN), nilai or None, catatan or None, bukti or None)
