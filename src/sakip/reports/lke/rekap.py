"""The sheet Rekap: every unit with its components, total, predikat and rank, all by formulas on the unit sheets."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kinerja.instrumen import HasilSkor, Instrumen
from sakip.apps.evaluasi import lke
from sakip.reports.lke.data import IsiBuku, IsiLembar
from sakip.reports.lke.gaya import WARNA, Gaya, fit_row, write_text
from sakip.reports.lke.lembar import LetakLembar

_KEPALA, _ISI = 3, 4
_NO, _KODE, _UNIT, _KLASTER, _KOMPONEN = range(5)


class LembarRekap:
    """The recap while it is written; its columns depend on how many components there are."""

    def __init__(self, kerja: Any, buku: IsiBuku, instrumen: Instrumen, gaya: Gaya) -> None:
        # Added before the unit sheets, so that it comes first; its formulas need no order.
        self.lembar, self.buku, self.instrumen, self.gaya = (
            kerja.add_worksheet("Rekap"),
            buku,
            instrumen,
            gaya,
        )
        n = len(instrumen.komponen)
        self.total, self.predikat, self.peringkat, self.mandiri, self.status = (
            _KOMPONEN + n + i for i in range(5)
        )

    def write(self, isi: list[IsiLembar], letak: list[LetakLembar]) -> None:
        self._head()
        urut = _ranks(isi)
        akhir = _ISI + len(isi) - 1
        for n, (satu, tempat) in enumerate(zip(isi, letak, strict=True)):
            self._row(_ISI + n, n + 1, satu, tempat, urut[n], akhir)
        self._foot(isi, akhir)
        self._look(akhir)

    def _head(self) -> None:
        contoh = " · DATA CONTOH, bukan dokumen resmi" if self.buku.contoh else ""
        judul = f"Rekapitulasi hasil evaluasi AKIP {self.buku.tahun}"
        write_text(self.lembar, 0, 0, judul, self.gaya, bold=True, font_size=14, font_color="#17315F")
        write_text(self.lembar, 1, 0, f"{self.buku.instansi}{contoh}", self.gaya)
        judul_kolom = ["No", "Kode", "Unit", "Klaster", *(k.nama for k in self.instrumen.komponen)]
        judul_kolom += ["Nilai akhir", "Predikat", "Peringkat", "Nilai mandiri", "Status"]
        for kolom, teks in enumerate(judul_kolom):
            self.lembar.write_string(_KEPALA, kolom, teks, self.gaya.kepala)
        for kolom, lebar in ((_NO, 5), (_KODE, 16), (_UNIT, 56), (_KLASTER, 12)):
            self.lembar.set_column(kolom, kolom, lebar)
        self.lembar.set_column(_KOMPONEN, self.status, 12)
        self.lembar.set_row(_KEPALA, 44)

    def _row(
        self, b: int, nomor: int, isi: IsiLembar, letak: LetakLembar, peringkat: int | None, akhir: int
    ) -> None:
        self.lembar.write_number(b, _NO, nomor, self.gaya(align="center"))
        write_text(self.lembar, b, _KODE, isi.kode, self.gaya)
        write_text(self.lembar, b, _UNIT, isi.nama, self.gaya, text_wrap=True)
        fit_row(self.lembar, b, [(isi.nama, 56)])
        write_text(self.lembar, b, _KLASTER, isi.klaster, self.gaya)
        skor = isi.skor_apip
        for n, komponen in enumerate(isi.instrumen.komponen):
            self._take(
                b, _KOMPONEN + n, letak, letak.komponen[n], lke.NILAI_APIP, skor.komponen[komponen.kode]
            )
        self._take(b, self.total, letak, letak.total, lke.NILAI_APIP, skor.total, tebal=True)
        self._take(b, self.mandiri, letak, letak.total, lke.NILAI_MANDIRI, isi.skor_mandiri.total)
        self._text(
            b, self.predikat, f"={_ref(letak, letak.predikat, lke.NILAI_APIP)}", _code(skor), tebal=True
        )
        lengkap = "lengkap" if skor.predikat is not None else "belum"
        predikat = _at(b, self.predikat)
        self._text(b, self.status, f'=IF({predikat}="","belum","lengkap")', lengkap)
        status, total = self._column(self.status, akhir), self._column(self.total, akhir)
        rumus = (
            f'=IF({_at(b, self.status)}="lengkap",'
            f'COUNTIFS({status},"lengkap",{total},">"&{_at(b, self.total)})+1,"")'
        )
        self.lembar.write_formula(
            b, self.peringkat, rumus, self.gaya(align="center"), "" if peringkat is None else peringkat
        )

    def _take(
        self,
        b: int,
        kolom: int,
        letak: LetakLembar,
        baris: int,
        asal: int,
        nilai: Fraction | None,
        *,
        tebal: bool = False,
    ) -> None:
        bentuk = self.gaya(num_format="0.00", bold=tebal)
        isi = "" if nilai is None else float(nilai)
        self.lembar.write_formula(b, kolom, f"={_ref(letak, baris, asal)}", bentuk, isi)

    def _text(self, b: int, kolom: int, rumus: str, isi: str, *, tebal: bool = False) -> None:
        self.lembar.write_formula(b, kolom, rumus, self.gaya(bold=tebal, align="center"), isi)

    def _foot(self, isi: list[IsiLembar], akhir: int) -> None:
        b = akhir + 2
        lengkap = [satu for satu in isi if satu.skor_apip.predikat is not None]
        status = self._column(self.status, akhir)
        write_text(self.lembar, b, _UNIT, "Rata-rata (lembar yang lengkap)", self.gaya, bold=True)
        for kolom in range(_KOMPONEN, self.total + 1):
            rumus = f'=IFERROR(AVERAGEIFS({self._column(kolom, akhir)},{status},"lengkap"),"")'
            nilai = [_figure(satu, kolom - _KOMPONEN) for satu in lengkap]
            rata = float(sum(nilai, Fraction(0)) / len(nilai)) if nilai else ""
            bentuk = self.gaya(num_format="0.00", bold=True, top=1)
            self.lembar.write_formula(b, kolom, rumus, bentuk, rata)
        self._clusters(b + 1, isi, akhir)
        self._counts(b + 5, isi, akhir)

    def _clusters(self, b: int, isi: list[IsiLembar], akhir: int) -> None:
        """Means per cluster, which decide the predikat of the government."""
        status, klaster = self._column(self.status, akhir), self._column(_KLASTER, akhir)
        for n, nama in enumerate(("utama", "pendukung", "tambahan")):
            write_text(self.lembar, b + n, _UNIT, f"Rata-rata klaster {nama}", self.gaya)
            rumus = (
                f"=IFERROR(AVERAGEIFS({self._column(self.total, akhir)},{status},"
                f'"lengkap",{klaster},"{nama}"),"")'
            )
            nilai = [s.total_apip for s in isi if s.klaster == nama and s.skor_apip.predikat is not None]
            ada = [satu for satu in nilai if satu is not None]
            rata = float(sum(ada, Fraction(0)) / len(ada)) if ada else ""
            self.lembar.write_formula(b + n, self.total, rumus, self.gaya(num_format="0.00"), rata)

    def _counts(self, b: int, isi: list[IsiLembar], akhir: int) -> None:
        write_text(self.lembar, b, _UNIT, "Jumlah unit menurut predikat", self.gaya, bold=True)
        for n, p in enumerate(self.instrumen.predikat.daftar, 1):
            write_text(self.lembar, b + n, _UNIT, f"{p.kode} ({p.sebutan})", self.gaya)
            write_text(self.lembar, b + n, _KLASTER, p.kode, self.gaya)
            rumus = f"=COUNTIF({self._column(self.predikat, akhir)},{_at(b + n, _KLASTER)})"
            jumlah = sum(_code(satu.skor_apip) == p.kode for satu in isi)
            self.lembar.write_formula(b + n, _KOMPONEN, rumus, self.gaya(num_format="0"), jumlah)

    def _look(self, akhir: int) -> None:
        """Heat per component from its own weight; the predikat in its colour."""
        for n, komponen in enumerate(self.instrumen.komponen):
            penuh = float(komponen.bobot or 0)
            self.lembar.conditional_format(
                _ISI,
                _KOMPONEN + n,
                akhir,
                _KOMPONEN + n,
                {
                    "type": "3_color_scale",
                    "min_type": "num",
                    "mid_type": "num",
                    "max_type": "num",
                    "min_value": penuh * 0.5,
                    "mid_value": penuh * 0.7,
                    "max_value": penuh * 0.9,
                    "min_color": WARNA[1][0],
                    "mid_color": "#FFFFFF",
                    "max_color": "#BFE0DA",
                },
            )
        daftar = self.instrumen.predikat.daftar
        for n, p in enumerate(daftar):
            latar, tinta = WARNA[4 - round(n * 4 / max(1, len(daftar) - 1))]
            aturan = {"type": "cell", "criteria": "==", "value": f'"{p.kode}"'}
            self.lembar.conditional_format(
                _ISI,
                self.predikat,
                akhir,
                self.predikat,
                {**aturan, "format": self.gaya(bg_color=latar, font_color=tinta)},
            )
        self.lembar.hide_gridlines(2)
        self.lembar.freeze_panes(_ISI, _KLASTER)
        self.lembar.autofilter(_KEPALA, 0, akhir, self.status)
        self.lembar.set_paper(9)
        self.lembar.set_landscape()
        # A government of the usual size on one page.
        self.lembar.fit_to_pages(1, 1 if akhir < 60 else 0)
        self.lembar.repeat_rows(_KEPALA)

    def _column(self, kolom: int, akhir: int) -> str:
        huruf = lke.kolom(kolom)
        return f"${huruf}${_ISI + 1}:${huruf}${akhir + 1}"


def _figure(isi: IsiLembar, nomor: int) -> Fraction:
    """The value of the component of that number; of the one after the last, the total."""
    komponen = isi.instrumen.komponen
    nilai = isi.skor_apip.komponen[komponen[nomor].kode] if nomor < len(komponen) else isi.total_apip
    return nilai or Fraction(0)


def _code(skor: HasilSkor) -> str:
    return "" if skor.predikat is None else skor.predikat.kode


def _ranks(isi: list[IsiLembar]) -> list[int | None]:
    """Best first among the complete ones; equal totals share a rank."""
    total = [s.total_apip if s.skor_apip.predikat is not None else None for s in isi]
    return [None if t is None else 1 + sum(x is not None and x > t for x in total) for t in total]


def _ref(letak: LetakLembar, baris: int, kolom: int) -> str:
    return f"'{letak.nama}'!{lke.kolom(kolom)}{baris + 1}"


def _at(baris: int, kolom: int) -> str:
    return f"{lke.kolom(kolom)}{baris + 1}"
