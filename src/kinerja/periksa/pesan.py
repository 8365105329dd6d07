"""The sentences of the table check: what was computed, with the numbers filled in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.nilai import JenisNilai, Nilai, format_angka
from kinerja.periksa.rumus import AMBANG, Rumus, show

if TYPE_CHECKING:
    from kinerja.periksa.tabel import Baca, Penjelasan

_SATU_LANGKAH = 2


def explained(p: Penjelasan, *, ragu: list[Nilai]) -> str:
    """Why the printed value is right, or nearly."""
    tercetak = p.tercetak
    cetak, hitungan = format_angka(tercetak), _filled(p.rumus, p.baca, p.nilai, tercetak)
    match p.status.value:
        case "cocok":
            inti = f"Cocok: {hitungan}."
        case "terpotong":
            bulat = format_angka(p.nilai, _decimals(tercetak))
            inti = f"Terpotong: {hitungan}; tercetak {cetak}, pembulatan memberi {bulat}."
        case "pembulatan_masukan" if p.selang is not None:
            bawah, atas = (format_angka(n, _decimals(tercetak) + _SATU_LANGKAH) for n in p.selang.ujung)
            inti = (
                f"Pembulatan masukan: {hitungan}; angka sebelum dibulatkan memberi {bawah} sampai {atas}, "
                f"dan {cetak} ada di dalamnya."
            )
        case _:
            batas = "" if p.batas is None else format_angka(p.batas)
            inti = f"Batas: {hitungan}, dibatasi {batas}."
    return inti + _reading(p.baca, ragu)


def wrong(
    baca: Baca, hitungan: list[tuple[Rumus, Decimal]], lain: Penjelasan | None, *, ragu: list[Nilai]
) -> str:
    """What the value should be, and which other formula was used if one fits."""
    tercetak = baca.capaian.angka
    assert tercetak is not None, "a verdict 'salah' was made from a printed figure"
    cetak = format_angka(tercetak)
    rinci = "; ".join(_filled(rumus, baca, nilai, tercetak) for rumus, nilai in hitungan)
    kalimat = [f"Salah: {rinci}, tetapi tercetak {cetak}." if rinci else f"Salah: tercetak {cetak}."]
    if lain is None:
        kalimat.append("Tidak ada rumus yang menghasilkan angka itu; periksa target dan realisasinya.")
    else:
        batas = "" if lain.batas is None else f" yang dibatasi {format_angka(lain.batas)}"
        hasil = _filled(lain.rumus, lain.baca, lain.nilai, tercetak)
        kalimat.append(f"Rumus polaritas lain{batas} menghasilkan angka itu: {hasil}. Periksa polaritasnya.")
    return " ".join(kalimat) + _reading(baca if lain is None else lain.baca, ragu)


def zero_target(realisasi: Nilai) -> str:
    """A target of zero cannot divide.

    >>> zero_target(Nilai.kosong())
    'Target 0 tidak dapat menjadi pembagi; capaian ditetapkan dengan aturan nol, bukan rumus.'
    """
    hasil = "" if realisasi.angka is None else f" Realisasi {show(realisasi)}."
    return f"Target 0 tidak dapat menjadi pembagi; capaian ditetapkan dengan aturan nol, bukan rumus.{hasil}"


def no_number(target: Nilai, realisasi: Nilai) -> str:
    """Target or realisasi holds no number.

    >>> no_number(Nilai.dari_angka(Decimal(5)), Nilai.kosong())
    'Tak terhitung: realisasi kosong.'
    """
    bagian = [_lack(nama, n) for nama, n in (("target", target), ("realisasi", realisasi)) if n.angka is None]
    return f"Tak terhitung: {' dan '.join(bagian)}."


def no_capaian(capaian: Nilai, hitungan: Decimal | None) -> str:
    """There is no printed value to compare with.

    >>> no_capaian(Nilai.kosong(), Decimal(50))
    'Tak terhitung: capaian kosong. Menurut rumus: 50,00.'
    """
    hasil = "" if hitungan is None else f" Menurut rumus: {format_angka(hitungan, 2)}."
    return f"Tak terhitung: {_lack('capaian', capaian)}.{hasil}"


def not_computable(rumus: Rumus) -> str:
    """The formula of the row is not defined for its numbers."""
    return f"Tak terhitung: {rumus.sebutan} tidak berlaku untuk target dan realisasi ini."


def different_grades(target: Nilai, realisasi: Nilai) -> str:
    """Two different grades, and no ranks to compare them.

    >>> different_grades(Nilai.ordinal("WTP"), Nilai.ordinal("WDP"))[:53]
    'Tak terhitung: target WTP dan realisasi WDP berbeda; '
    """
    return (
        f"Tak terhitung: target {target.teks.strip()} dan realisasi {realisasi.teks.strip()} berbeda; "
        "capaiannya memerlukan daftar peringkat."
    )


def same_grade(realisasi: Nilai) -> str:
    """The grade was reached.

    >>> same_grade(Nilai.ordinal("III"))
    'Cocok: realisasi III sama dengan target, capaian 100.'
    """
    return f"Cocok: realisasi {realisasi.teks.strip()} sama dengan target, capaian 100."


def same_grade_not_100(realisasi: Nilai, capaian: Nilai) -> str:
    """The grade was reached, but something else is printed."""
    tercetak = "" if capaian.angka is None else format_angka(capaian.angka)
    return (
        f"Salah: realisasi {realisasi.teks.strip()} sama dengan target, jadi 100, tetapi tercetak {tercetak}."
    )


_KEADAAN = {
    JenisNilai.KOSONG: "{} kosong",
    JenisNilai.TIDAK_BERLAKU: "{} tidak berlaku (tertulis {})",
    JenisNilai.GALAT: "sel {} berisi galat {}",
    JenisNilai.ORDINAL: "{} berupa predikat ({})",
    JenisNilai.TEKS: "{} berupa teks ({})",
    JenisNilai.AMBANG: "{} berupa ambang tanpa angka ({})",
}


def _lack(nama: str, nilai: Nilai) -> str:
    return _KEADAAN.get(nilai.jenis, "{} tidak terbaca ({})").format(nama, nilai.teks.strip())


def _filled(rumus: Rumus, baca: Baca, nilai: Decimal, tercetak: Decimal) -> str:
    """The formula with its numbers, and the result with two decimals more than printed."""
    desimal = _decimals(tercetak) + _SATU_LANGKAH
    hasil = format_angka(nilai, desimal)
    hasil = hasil.rstrip("0").rstrip(",") if "," in hasil else hasil
    target = show(baca.target, pembanding=rumus is AMBANG)
    return f"{rumus.tulis(show(baca.realisasi), target)} = {hasil} ({rumus.sebutan})"


def _reading(baca: Baca, ragu: list[Nilai]) -> str:
    """Which doubtful numerals were read how."""
    bacaan = [
        n
        for n in (baca.target, baca.realisasi, baca.capaian)
        if n.teks.strip() in {r.teks.strip() for r in ragu}
    ]
    bagian = [f'"{n.teks.strip()}" dibaca {show(n)}' for n in bacaan if n.angka is not None]
    return f" Bacaan yang meragukan: {', '.join(bagian)}." if bagian else ""


def _decimals(angka: Decimal) -> int:
    exponent = angka.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
