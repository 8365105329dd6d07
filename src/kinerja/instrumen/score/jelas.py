"""Each figure of a score in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kinerja.instrumen.angka import to_baca, to_cetak, to_exact
from kinerja.instrumen.model import Butir, Cara, HasilAkhir

if TYPE_CHECKING:
    from kinerja.instrumen.score.hasil import HasilSkor

TOTAL = "total"


def explain(hasil: HasilSkor, kode: str) -> str:
    """How the figure of an item, or of the total, came about."""
    if hasil.gabungan is not None and kode == TOTAL:
        return hasil.gabungan.penjelasan
    if kode in hasil.keterangan:
        return hasil.keterangan[kode]
    if kode == TOTAL:
        return _total(hasil)
    butir = hasil.instrumen.butir(kode)
    if not hasil.counts(kode):
        return f"{kode} {butir.nama}: hanya bahan pertimbangan, tidak dihitung."
    if hasil.dikecualikan(kode):
        return f"{kode} {butir.nama}: tidak berlaku, bobotnya {to_baca(hasil.bobot(kode))} dibagi ulang."
    isi = _leaf(hasil, butir) if butir.berjawaban else _node(hasil, butir)
    return f"{kode} {butir.nama}: {isi}"


def _leaf(hasil: HasilSkor, butir: Butir) -> str:
    jawaban, poin, bobot = hasil.jawaban_untuk(butir.kode), hasil.poin(butir.kode), hasil.bobot(butir.kode)
    rendah, tinggi = (to_baca(n) for n in hasil.kisaran_butir(butir.kode))
    if poin is None:
        tunggu = "belum dijawab" if jawaban is None else f"menunggu pengali {butir.pengali}"
        return f"{tunggu}; masih mungkin {rendah} sampai {tinggi}."
    if butir.isian is not None and butir.isian.tambah:
        asal = " (nilai baku)" if jawaban is None else ""
        return f"{to_baca(poin)}{asal} ditambahkan langsung."
    nilai = hasil.nilai_butir(butir.kode)
    kali = f" × pengali {butir.pengali} {to_baca(_share(hasil, butir.pengali))}" if butir.pengali else ""
    baku = " (nilai baku)" if jawaban is None else ""
    sisa = (
        f"; sebagian objek belum dijawab, masih mungkin {rendah} sampai {tinggi}" if rendah != tinggi else ""
    )
    teks = _answer(butir.baku if jawaban is None else jawaban)
    ukuran = _measure(hasil, butir, nilai)
    return f"jawaban {teks}{baku}{ukuran} × bobot {to_baca(bobot)}{kali} = {to_baca(poin)}{sisa}."


def _share(hasil: HasilSkor, kode: str) -> Fraction:
    poin = hasil.poin(kode)
    return Fraction(0) if poin is None else poin / hasil.bobot(kode)


def _measure(hasil: HasilSkor, butir: Butir, nilai: Fraction | None) -> str:
    """The value as printed on the scale (70/100) where there is one; an item without weight has none."""
    if nilai is None:
        return ""
    if butir.skala is not None and nilai > 0:
        for p in hasil.instrumen.skala[butir.skala].pilihan:
            if p.nilai == nilai and p.skor != p.nilai:
                return f" = {to_exact(p.skor)}/{to_exact(p.skor / p.nilai)}"
    return f" = {to_baca(nilai)}"


def _answer(jawaban: object) -> str:
    if isinstance(jawaban, bool):
        return "Ya" if jawaban else "Tidak"
    if isinstance(jawaban, Fraction):
        return to_baca(jawaban)
    if isinstance(jawaban, dict):
        return "rata-rata " + ", ".join(f"{k} {_answer(v)}" for k, v in jawaban.items())
    if isinstance(jawaban, list | tuple):
        return f"rata-rata {', '.join('belum' if v is None else _answer(v) for v in jawaban)}"
    return str(jawaban)


def _node(hasil: HasilSkor, butir: Butir) -> str:
    return _sum(hasil, butir.anak, hasil.poin(butir.kode), hasil.bobot(butir.kode), butir)


def _sum(
    hasil: HasilSkor, anak: tuple[Butir, ...], poin: Fraction | None, bobot: Fraction, butir: Butir | None
) -> str:
    dihitung = [a for a in anak if hasil.poin(a.kode) is not None]
    if poin is None or not dihitung:
        return f"belum ada jawaban (bobot {to_baca(bobot)})."
    rata = butir is not None and butir.cara is Cara.RATA
    if rata and hasil.instrumen.hasil is HasilAkhir.POIN:
        n = sum(not hasil.dikecualikan(a.kode) for a in anak)
        nilai = [hasil.poin(a.kode) or Fraction(0) for a in dihitung]
        jumlah = sum((p / hasil.bobot(a.kode) for a, p in zip(dihitung, nilai, strict=True)), Fraction(0))
        teks = f"jumlah nilai {to_baca(jumlah)} ÷ {n} butir × bobot {to_baca(bobot)} = {to_baca(poin)}"
    elif hasil.instrumen.hasil is HasilAkhir.RATA:
        suku = " + ".join(
            f"{to_baca((hasil.poin(a.kode) or Fraction(0)) / w)} ({a.kode}) × {to_baca(w)}"
            for a in dihitung
            if (w := hasil.bobot(a.kode))
        )
        teks = f"({suku}) ÷ {to_baca(bobot)} = {to_baca(poin / bobot)}"
    else:
        suku = " + ".join(f"{to_baca(hasil.poin(a.kode) or Fraction(0))} ({a.kode})" for a in dihitung)
        teks = f"{suku} = {to_baca(poin)} dari {to_baca(bobot)}"
    if any(hasil.dikecualikan(a.kode) for a in anak):
        teks += " (bobot butir yang tidak berlaku dibagi ulang)"
    if butir is not None and butir.bulat is not None:
        teks += f", dibulatkan {butir.bulat.desimal} desimal {butir.bulat.mode.sebutan}"
    kurang = len(anak) - len(dihitung) - sum(hasil.dikecualikan(a.kode) for a in anak)
    return teks + (f"; {kurang} dari {len(anak)} bagian belum dijawab." if kurang else ".")


def _total(hasil: HasilSkor) -> str:
    if hasil.total is None:
        return "Belum ada jawaban."
    instrumen = hasil.instrumen
    poin = hasil.total * instrumen.bobot if instrumen.hasil is HasilAkhir.RATA else hasil.total
    teks = f"Total: {_sum(hasil, instrumen.komponen, poin, instrumen.bobot, None)}"
    if hasil.predikat is not None:
        p = hasil.predikat
        batas = "dari" if p.termasuk else "di atas"
        rentang = f"{batas} {to_baca(p.di_atas)} sampai {to_baca(p.sampai)}"
        return f"{teks} Tercetak {hasil.total_cetak}; {rentang} adalah {p.kode} ({p.sebutan})."
    rendah, tinggi = (to_cetak(n) for n in hasil.kisaran)
    return f"{teks} Belum lengkap: masih mungkin {rendah} sampai {tinggi}."
