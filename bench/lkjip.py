"""An LKjIP of about 60 pages: a cold process of ours beside LibreOffice turning the same content into PDF.

    python -m bench lkjip

The content is drawn at random from fixed words: preface, summary, four chapters, a table of 40 indicators, then
sasaran with a paragraph, a table of five indicators over two years, two more paragraphs, and six charts.
The peer's time is the conversion of a ready DOCX alone; ours starts a Python process, builds the document,
prints it as PDF/A-2a + PDF/UA-1 and compresses it.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench.baris import Row

TEKS = (
    "meningkatnya kualitas layanan publik persentase jumlah perangkat daerah yang memenuhi standar indeks kepuasan "
    "masyarakat terhadap pelayanan kesehatan pendidikan infrastruktur tata kelola pemerintahan capaian kinerja tahun "
    "ini dibandingkan dengan tahun sebelumnya menunjukkan peningkatan karena pelaksanaan program dan kegiatan yang "
    "efektif serta dukungan anggaran"
)
KATA = TEKS.split()
#: LibreOffice needs about 60 pages for 20 sasaran; our denser page needs 38 sasaran for as many.
SASARAN = (20, 38)
ULANGAN, BATAS_DETIK = 3, 120


class Isi:
    """The words and figures of the report, the same for both sides."""

    def __init__(self, sasaran: int) -> None:
        self.sasaran = sasaran
        self.acak = random.Random(7)

    def kalimat(self, n: int) -> str:
        return " ".join(self.acak.choice(KATA) for _ in range(n)).capitalize()

    def baris_target(self) -> list[list[str]]:
        return [
            [str(n), self.kalimat(7), self.kalimat(8), "Persen", str(self.acak.randint(60, 95))]
            for n in range(1, 41)
        ]

    def baris_capaian(self) -> list[list[str]]:
        hasil = []
        for n in range(1, 6):
            target = self.acak.randint(60, 95)
            lama = [str(self.acak.randint(50, 95)) for _ in range(2)]
            realisasi = round(target * self.acak.uniform(0.7, 1.15), 2)
            angka = [
                f"{realisasi:.2f}".replace(".", ","),
                f"{realisasi / target * 100:.2f}".replace(".", ","),
            ]
            hasil.append([str(n), self.kalimat(8), "Persen", *lama, str(target), *angka])
        return hasil

    def bab(self) -> list[tuple[str, list[tuple[str, object]]]]:
        """(chapter, blocks), a block being (kind, content)."""
        akuntabilitas: list[tuple[str, object]] = []
        for s in range(1, self.sasaran + 1):
            akuntabilitas += [("h", f"Sasaran {s}: {self.kalimat(8)}"), ("p", self.kalimat(110))]
            akuntabilitas += [("c", self.baris_capaian()), ("p", self.kalimat(120)), ("p", self.kalimat(90))]
            if s % 7 == 0:
                akuntabilitas.append(("g", [self.acak.randint(60, 110) for _ in range(5)]))
        perencanaan: list[tuple[str, object]] = [("p", self.kalimat(100)) for _ in range(4)]
        return [
            ("Kata Pengantar", [("p", self.kalimat(90)) for _ in range(3)]),
            ("Ringkasan Eksekutif", [("p", self.kalimat(110)) for _ in range(4)]),
            ("Pendahuluan", [("p", self.kalimat(110)) for _ in range(8)]),
            ("Perencanaan Kinerja", [*perencanaan, ("t", self.baris_target())]),
            ("Akuntabilitas Kinerja", akuntabilitas),
            ("Penutup", [("p", self.kalimat(110)) for _ in range(4)]),
        ]


KEPALA_T = ["No", "Sasaran", "Indikator", "Satuan", "Target"]
KEPALA_C = ["No", "Indikator", "Satuan", "2023", "2024", "Target 2025", "Realisasi", "Capaian (%)"]
LEBAR = {"Sasaran": 1.0, "Indikator": 1.0}


def write_ours(tujuan: Path, sasaran: int) -> None:
    """Everything a cold process does: imports, blocks, charts, compile, compression."""
    from sakip.reports.naskah import (
        Baris,
        Blok,
        Gambar,
        Judul,
        Kolom,
        Naskah,
        Paragraf,
        Sampul,
        Sel,
        Tabel,
        number_blocks,
    )
    from sakip.reports.pdf import render_pdf

    def tabel(kepala: list[str], baris: object) -> Tabel:
        assert isinstance(baris, list)
        kolom = tuple(
            Kolom(k, "kiri" if k in LEBAR or k == "Satuan" else "kanan", LEBAR.get(k, 0)) for k in kepala
        )
        return Tabel(
            "Target, realisasi, dan capaian",
            kolom,
            tuple(Baris(tuple(map(Sel, b))) for b in baris),
            utuh=len(baris) < 9,
        )

    def blok(jenis: str, isi: object) -> Blok:
        if jenis == "h":
            return Judul(2, str(isi))
        if jenis == "p":
            return Paragraf(str(isi))
        if jenis == "g":
            return Gambar("Capaian", _draw(isi), f"Capaian lima tahun: {isi}.")
        return tabel(KEPALA_C if jenis == "c" else KEPALA_T, isi)

    bagian = [[Judul(1, bab), *(blok(j, i) for j, i in isi)] for bab, isi in Isi(sasaran).bab()]
    depan = [b for satu in bagian[:2] for b in satu]
    badan = [b for satu in bagian[2:] for b in satu]
    naskah = Naskah(
        judul="Laporan Kinerja 2025",
        singkat="LKjIP 2025",
        penulis="Dinas Contoh",
        uraian="Laporan kinerja.",
        kata_kunci=("kinerja",),
        tanggal=date(2026, 2, 26),
        contoh=False,
        sampul=Sampul("Pemerintah Contoh", "LKjIP", ("Laporan Kinerja", "Dinas Contoh"), "2025"),
        depan=number_blocks(depan),
        isi=number_blocks(badan),
    )
    tujuan.write_bytes(render_pdf(naskah))


def _draw(isi: object) -> str:
    from decimal import Decimal

    from sakip.reports.lkjip.grafik import Batang, draw_batang

    assert isinstance(isi, list)
    return draw_batang([Batang(f"Tahun {2021 + n}", Decimal(v)) for n, v in enumerate(isi)])


def write_docx(tujuan: Path, sasaran: int) -> None:
    """The peer's DOCX: built before the clock starts."""
    import io

    import docx
    from docx.shared import Cm, Pt

    from sakip.reports.pdf import render_png

    dokumen = docx.Document()
    dokumen.styles["Normal"].font.size = Pt(11)
    dokumen.sections[0].page_width, dokumen.sections[0].page_height = Cm(21), Cm(29.7)
    dokumen.add_heading("Laporan Kinerja Instansi Pemerintah Tahun 2025", 0)
    for bab, isi in Isi(sasaran).bab():
        dokumen.add_page_break()  # type: ignore[no-untyped-call]
        dokumen.add_heading(bab, 1)
        for jenis, satu in isi:
            if jenis == "h":
                dokumen.add_heading(str(satu), 2)
            elif jenis == "p":
                dokumen.add_paragraph(str(satu))
            elif jenis == "g":
                svg = _draw(satu)
                dokumen.add_picture(io.BytesIO(render_png([svg])[0]), width=Cm(14))
            else:
                _docx_table(dokumen, KEPALA_C if jenis == "c" else KEPALA_T, satu)
    dokumen.save(str(tujuan))


def _docx_table(dokumen: object, kepala: list[str], baris: object) -> None:
    assert isinstance(baris, list)
    tabel = dokumen.add_table(rows=1 + len(baris), cols=len(kepala))  # type: ignore[attr-defined]
    tabel.style = "Table Grid"
    sel = tabel._cells
    for n, isi in enumerate([*kepala, *(v for b in baris for v in b)]):
        sel[n].text = isi


def time_ours(folder: Path, sasaran: int) -> tuple[float, int]:
    import pypdf

    tujuan = folder / "kami.pdf"
    kode = f"from pathlib import Path; from bench.lkjip import write_ours; write_ours(Path({str(tujuan)!r}), {sasaran})"
    detik = statistics.median(_time([sys.executable, "-c", kode]) for _ in range(ULANGAN))
    return detik, len(pypdf.PdfReader(tujuan).pages)


def time_libreoffice(folder: Path, docx_file: Path, soffice: str) -> tuple[float, int]:
    import pypdf

    profil = f"-env:UserInstallation=file://{folder / 'profil'}"
    perintah = [soffice, profil, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx_file)]
    _time(perintah)  # the first start creates the user profile
    detik = statistics.median(_time(perintah) for _ in range(ULANGAN))
    return detik, len(pypdf.PdfReader(folder / f"{docx_file.stem}.pdf").pages)


def _time(perintah: list[str]) -> float:
    mulai = time.perf_counter()
    subprocess.run(perintah, check=True, capture_output=True, timeout=BATAS_DETIK)
    return time.perf_counter() - mulai


def run() -> list[Row]:
    soffice = shutil.which("libreoffice") or shutil.which("soffice")
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as sementara:
        return [_compare(Path(sementara), sasaran, soffice) for sasaran in SASARAN]


def _compare(folder: Path, sasaran: int, soffice: str | None) -> Row:
    kami, halaman = time_ours(folder, sasaran)
    nama = f"LKjIP {sasaran} sasaran, {halaman} halaman, proses baru"
    if soffice is None:
        return Row(nama, f"{kami:.2f} s", "LibreOffice: not installed")
    write_docx(folder / "pembanding.docx", sasaran)
    lawan, halaman_lawan = time_libreoffice(folder, folder / "pembanding.docx", soffice)
    return Row(
        nama, f"{kami:.2f} s", f"LibreOffice {lawan:.2f} s ({halaman_lawan} hlm)", f"{lawan / kami:.1f}x"
    )


if __name__ == "__main__":
    for baris in run():
        print(baris)
