"""One unit's sheet: both sides' answers, live points, notes and evidence, hidden codes for the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kinerja.instrumen import Butir, HasilSkor
from sakip.apps.evaluasi import lke
from sakip.reports.lke.data import IsiBuku, IsiLembar
from sakip.reports.lke.gaya import WARNA, Gaya, fit_row, write_text
from sakip.reports.lke.ref import Ref
from sakip.reports.lke.rumus import (
    can_calculate,
    has_formula,
    leaf_formula,
    missing_test,
    predikat_formula,
    sum_formula,
)

_LEBAR = {
    lke.NOMOR: 8,
    lke.NAMA: 62,
    lke.BOBOT: 9,
    lke.MANDIRI: 9,
    lke.NILAI_MANDIRI: 10,
    lke.APIP: 9,
    lke.NILAI_APIP: 10,
    lke.CAPAIAN: 10,
    lke.CATATAN: 48,
    lke.BUKTI: 40,
    lke.CATATAN_MANDIRI: 40,
}
_ANGKA = "0.00"


@dataclass(frozen=True, slots=True)
class LetakLembar:
    """Where the recap finds the figures of a sheet: rows counted from 0."""

    nama: str
    komponen: tuple[int, ...]
    total: int
    predikat: int


def write_lembar(kerja: Any, nama: str, isi: IsiLembar, buku: IsiBuku, ref: Ref, gaya: Gaya) -> LetakLembar:
    lembar = kerja.add_worksheet(nama)
    penulis = _Penulis(lembar, isi, ref, gaya)
    _write_head(lembar, isi, buku, gaya)
    letak = penulis.write(nama)
    _finish(lembar, penulis.akhir, gaya)
    return letak


def _write_head(lembar: Any, isi: IsiLembar, buku: IsiBuku, gaya: Gaya) -> None:
    tanda = lke.Tanda(isi.instrumen.id, isi.instrumen_hash)
    lembar.write_string(lke.BARIS_PENANDA, lke.KODE, tanda.to_text())
    lembar.write_string(lke.BARIS_UID, lke.KODE, isi.uid)
    judul = f"Lembar kerja evaluasi AKIP {buku.tahun}: {isi.nama}"
    write_text(lembar, 0, lke.NOMOR, judul, gaya, bold=True, font_size=14, font_color="#17315F")
    contoh = " · DATA CONTOH, bukan dokumen resmi" if buku.contoh else ""
    write_text(
        lembar,
        1,
        lke.NOMOR,
        f"{buku.instansi} · {isi.instrumen.nama} · tahap {isi.tahap.lower()}{contoh}",
        gaya,
    )
    petunjuk = (
        "Isi kolom Mandiri atau APIP, catatan, dan daftar bukti. "
        "Jangan menyisipkan, menghapus, atau memindah baris."
    )
    write_text(lembar, 2, lke.NOMOR, petunjuk, gaya, font_color="#445167", italic=True)
    for kolom, teks in lke.KEPALA.items():
        lembar.write_string(lke.BARIS_KEPALA, kolom, teks, gaya.kepala)
    for kolom, lebar in _LEBAR.items():
        lembar.set_column(kolom, kolom, lebar)
    for kolom in (lke.KODE, lke.DIHITUNG):
        lembar.set_column(kolom, kolom, 8, None, {"hidden": True})


def _finish(lembar: Any, akhir: int, gaya: Gaya) -> None:
    lembar.hide_gridlines(2)
    lembar.freeze_panes(lke.BARIS_ISI, lke.BOBOT)
    lembar.repeat_rows(lke.BARIS_KEPALA)
    lembar.set_paper(9)
    lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    for batas, (latar, tinta) in ((50, WARNA[0]), (60, WARNA[1]), (70, WARNA[2])):
        lembar.conditional_format(
            lke.BARIS_ISI,
            lke.CAPAIAN,
            akhir,
            lke.CAPAIAN,
            {
                "type": "formula",
                "criteria": f"=AND(ISNUMBER({lke.kolom(lke.CAPAIAN)}{lke.BARIS_ISI + 1}),"
                f"{lke.kolom(lke.CAPAIAN)}{lke.BARIS_ISI + 1}<={batas})",
                "format": gaya(bg_color=latar, font_color=tinta),
                "stop_if_true": True,
            },
        )


class _Penulis:
    """The rows of one sheet while they are written."""

    def __init__(self, lembar: Any, isi: IsiLembar, ref: Ref, gaya: Gaya) -> None:
        self.lembar, self.isi, self.ref, self.gaya = lembar, isi, ref, gaya
        self.berumus = can_calculate(isi.instrumen)
        urut = list(_ordered(isi.instrumen.komponen))
        #: code -> row, counted from 0
        self.baris = {butir.kode: lke.BARIS_ISI + n for n, (butir, _) in enumerate(urut)}
        self.urut = urut
        self.akhir = lke.BARIS_ISI + len(urut) - 1

    def write(self, nama: str) -> LetakLembar:
        for butir, dalam in self.urut:
            self._row(butir, dalam)
        total = self.akhir + 2
        self._total(total)
        komponen = tuple(self.baris[k.kode] for k in self.isi.instrumen.komponen)
        return LetakLembar(nama, komponen, total, total + 1)

    def _row(self, butir: Butir, dalam: int) -> None:
        b, sifat = self.baris[butir.kode], _look(butir)
        self.lembar.write_string(b, lke.KODE, butir.kode)
        write_text(self.lembar, b, lke.NOMOR, butir.kode, self.gaya, **sifat)
        nama = f"{butir.gradasi}: {butir.nama}" if butir.gradasi else butir.nama
        write_text(self.lembar, b, lke.NAMA, nama, self.gaya, text_wrap=True, indent=min(dalam, 3), **sifat)
        dihitung = self.isi.skor_apip.counts(butir.kode)
        bobot = self.isi.skor_apip.bobot(butir.kode) if dihitung else None
        self._number(b, lke.BOBOT, bobot, sifat)
        for kolom, nilai, skor, jawaban in (
            (lke.MANDIRI, lke.NILAI_MANDIRI, self.isi.skor_mandiri, self.isi.mandiri),
            (lke.APIP, lke.NILAI_APIP, self.isi.skor_apip, self.isi.apip),
        ):
            self._answer(b, butir, kolom, jawaban.get(butir.kode, ""), sifat)
            self._points(b, butir, kolom, nilai, skor, bobot, sifat)
        self._share(b, bobot, sifat)
        if butir.berjawaban:
            self.lembar.write_number(b, lke.DIHITUNG, 1)
        tinggi = [(nama, _LEBAR[lke.NAMA] * (0.9 if sifat else 1))]
        if butir.berjawaban or butir.jenis in ("kriteria", "sub"):
            tinggi += self._texts(b, butir.kode, {**sifat, "bold": False})
        fit_row(self.lembar, b, tinggi)

    def _texts(self, b: int, kode: str, sifat: dict[str, Any]) -> list[tuple[str, float]]:
        """Notes and evidence; returns what the row must be high enough for."""
        semua = (
            (lke.CATATAN, self.isi.catatan),
            (lke.BUKTI, self.isi.bukti),
            (lke.CATATAN_MANDIRI, self.isi.catatan_mandiri),
        )
        for kolom, teks in semua:
            write_text(self.lembar, b, kolom, teks.get(kode, ""), self.gaya, text_wrap=True, **sifat)
        return [(teks.get(kode, ""), _LEBAR[kolom]) for kolom, teks in semua]

    def _answer(self, b: int, butir: Butir, kolom: int, nilai: str, sifat: dict[str, Any]) -> None:
        if not (butir.berjawaban or butir.jenis == "kriteria"):
            self.lembar.write_blank(b, kolom, None, self.gaya(**sifat))
            return
        write_text(self.lembar, b, kolom, nilai, self.gaya, align="center", border=1, border_color="#C9D2DF")
        if butir.skala is not None:
            pilihan = self.ref.skala[self.isi.instrumen.id, butir.skala].pilihan
        elif butir.jenis == "kriteria":
            pilihan = self.ref.ya_tidak
        else:
            return
        if not has_formula(nilai):
            return
        self.lembar.data_validation(
            b,
            kolom,
            b,
            kolom,
            {
                "validate": "list",
                "source": f"={pilihan}",
                "error_title": "Jawaban di luar skala",
                "error_message": "Pilih salah satu dari daftar.",
            },
        )

    def _points(
        self,
        b: int,
        butir: Butir,
        kolom: int,
        tujuan: int,
        skor: HasilSkor,
        bobot: Fraction | None,
        sifat: dict[str, Any],
    ) -> None:
        if bobot is None:
            self.lembar.write_blank(b, tujuan, None, self.gaya(**sifat))
            return
        poin = skor.poin(butir.kode)
        rumus = self._formula(b, butir, kolom, tujuan, bobot)
        self._value(b, tujuan, rumus, poin, sifat)

    def _formula(self, b: int, butir: Butir, kolom: int, tujuan: int, bobot: Fraction) -> str | None:
        if not self.berumus:
            return None
        if butir.berjawaban:
            jawaban = (self.isi.mandiri if kolom == lke.MANDIRI else self.isi.apip).get(butir.kode, "")
            if butir.skala is None or not has_formula(jawaban):
                return None
            ref = self.ref.skala[self.isi.instrumen.id, butir.skala]
            return leaf_formula(_at(b, kolom), ref, bobot)
        anak = [_at(self.baris[a.kode], tujuan) for a in butir.anak if self.isi.skor_apip.counts(a.kode)]
        return sum_formula(anak, butir)

    def _share(self, b: int, bobot: Fraction | None, sifat: dict[str, Any]) -> None:
        if not bobot:
            self.lembar.write_blank(b, lke.CAPAIAN, None, self.gaya(**sifat))
            return
        nilai, penuh = _at(b, lke.NILAI_APIP), _at(b, lke.BOBOT)
        kode = self.urut[b - lke.BARIS_ISI][0].kode
        poin = self.isi.skor_apip.poin(kode)
        persen = None if poin is None else poin / bobot * 100
        self._value(b, lke.CAPAIAN, f'=IF({nilai}="","",ROUND({nilai}/{penuh}*100,8))', persen, sifat)

    def _total(self, b: int) -> None:
        sifat = {"bold": True, "top": 1}
        self.lembar.write_string(b, lke.KODE, lke.BARIS_TOTAL)
        self.lembar.write_string(b + 1, lke.KODE, lke.BARIS_PREDIKAT)
        write_text(self.lembar, b, lke.NAMA, "Nilai akuntabilitas kinerja", self.gaya, **sifat)
        write_text(self.lembar, b + 1, lke.NAMA, "Predikat", self.gaya, bold=True)
        self._number(b, lke.BOBOT, self.isi.instrumen.bobot, sifat)
        komponen = [self.baris[k.kode] for k in self.isi.instrumen.komponen]
        for kolom, tujuan, skor in (
            (lke.MANDIRI, lke.NILAI_MANDIRI, self.isi.skor_mandiri),
            (lke.APIP, lke.NILAI_APIP, self.isi.skor_apip),
        ):
            rumus = sum_formula([_at(k, tujuan) for k in komponen]) if self.berumus else None
            self._value(b, tujuan, rumus, skor.total, sifat)
            self._grade(b, kolom, tujuan, skor)

    def _grade(self, b: int, kolom: int, tujuan: int, skor: HasilSkor) -> None:
        kode = "" if skor.predikat is None else skor.predikat.kode
        bentuk = self.gaya(bold=True, align="right")
        daftar = self.isi.instrumen.predikat.daftar
        if not self.berumus or any(p.syarat for p in daftar):
            self.lembar.write_string(b + 1, tujuan, kode, bentuk)
            return
        dihitung = _column(lke.DIHITUNG, self.akhir)
        belum = missing_test(dihitung, _column(kolom, self.akhir))
        rumus = predikat_formula(_at(b, tujuan), belum, self.ref.predikat[self.isi.instrumen.id])
        self.lembar.write_formula(b + 1, tujuan, rumus, bentuk, kode)

    def _value(
        self, b: int, kolom: int, rumus: str | None, nilai: Fraction | None, sifat: dict[str, Any]
    ) -> None:
        if rumus is None:
            self._number(b, kolom, nilai, sifat)
        else:
            bentuk = self.gaya(num_format=_ANGKA, **sifat)
            self.lembar.write_formula(b, kolom, rumus, bentuk, "" if nilai is None else float(nilai))

    def _number(self, b: int, kolom: int, nilai: Fraction | None, sifat: dict[str, Any]) -> None:
        bentuk = self.gaya(num_format=_ANGKA, **sifat)
        if nilai is None:
            self.lembar.write_blank(b, kolom, None, bentuk)
        else:
            self.lembar.write_number(b, kolom, float(nilai), bentuk)


def _ordered(butir: tuple[Butir, ...], dalam: int = 0) -> Iterator[tuple[Butir, int]]:
    """Every item with how deep it lies."""
    for satu in butir:
        yield satu, dalam
        yield from _ordered(satu.anak, dalam + 1)


def _look(butir: Butir) -> dict[str, Any]:
    if butir.jenis == "komponen":
        return {"bold": True, "bg_color": "#DDE6F2", "font_color": "#17315F"}
    if butir.jenis == "sub":
        return {"bold": True, "bg_color": "#F2F5F9"}
    return {}


def _at(baris: int, kolom: int) -> str:
    return f"{lke.kolom(kolom)}{baris + 1}"


def _column(kolom: int, akhir: int) -> str:
    huruf = lke.kolom(kolom)
    return f"${huruf}${lke.BARIS_ISI + 1}:${huruf}${akhir + 1}"
