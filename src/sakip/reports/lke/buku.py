"""The workbook of an evaluation: Keterangan, Rekap, one sheet per unit, Ref."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.lke import LEMBAR_LAIN
from sakip.apps.evaluasi.models import ProfilLembar
from sakip.platform.dasar import today
from sakip.reports.lke.data import IsiBuku
from sakip.reports.lke.gaya import Gaya, sheet_names, write_text
from sakip.reports.lke.lembar import write_lembar
from sakip.reports.lke.ref import write_ref
from sakip.reports.lke.rekap import LembarRekap

_PILIHAN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_buku(buku: IsiBuku, *, rekap: bool = True) -> bytes:
    """`rekap`: with the sheet that puts the units side by side."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, _PILIHAN) as kerja:
        hari = today()
        kerja.set_properties(
            {
                "title": f"LKE AKIP {buku.tahun}, {buku.instansi}",
                "author": buku.instansi,
                "created": datetime(hari.year, hari.month, hari.day),  # noqa: DTZ001
            }
        )
        kerja.set_calc_mode("auto")
        _write(kerja, buku, rekap=rekap)
    return keluar.getvalue()


def _write(kerja: Any, buku: IsiBuku, *, rekap: bool) -> None:
    gaya = Gaya(kerja)
    instrumen = _instruments(buku)
    nama = sheet_names([satu.kode for satu in buku.lembar], LEMBAR_LAIN)
    _write_keterangan(kerja, buku, instrumen, gaya)
    unit = [satu for satu in buku.lembar if satu.profil == ProfilLembar.UNIT]
    tabel = LembarRekap(kerja, buku, unit[0].instrumen, gaya) if rekap and unit else None
    ref = write_ref(kerja, instrumen, gaya)
    letak = {
        satu.uid: write_lembar(kerja, judul, satu, buku, ref, gaya)
        for judul, satu in zip(nama, buku.lembar, strict=True)
    }
    if tabel is not None:
        tabel.write(unit, [letak[satu.uid] for satu in unit])


def _instruments(buku: IsiBuku) -> list[Instrumen]:
    return list({satu.instrumen.id: satu.instrumen for satu in buku.lembar}.values())


def _write_keterangan(kerja: Any, buku: IsiBuku, instrumen: list[Instrumen], gaya: Gaya) -> None:
    lembar = kerja.add_worksheet("Keterangan")
    lembar.hide_gridlines(2)
    lembar.set_column(0, 0, 22)
    lembar.set_column(1, 1, 100)
    lembar.set_paper(9)
    lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    judul = f"Lembar kerja evaluasi AKIP {buku.tahun}"
    write_text(lembar, 0, 0, judul, gaya, bold=True, font_size=14, font_color="#17315F")
    if buku.contoh:
        lembar.write_string(1, 0, "DATA CONTOH. Bukan dokumen resmi; angka rekaan.", gaya.peringatan)
    baris = [("Instansi", buku.instansi), ("Tahun kinerja", str(buku.tahun))]
    baris += [("Instrumen", f"{i.nama} ({i.id}); {i.dasar}; sidik {i.hash[:16]}") for i in instrumen]
    baris += [
        ("Lembar", f"{len(buku.lembar)} lembar kerja, satu per unit, dinamai menurut kode unit."),
        ("Mengisi", "Kolom Mandiri untuk unit, kolom APIP untuk evaluator. Kriteria dijawab ya atau tidak."),
        (
            "Menghitung",
            "Nilai, jumlah, predikat, dan peringkat adalah rumus; batas bawah predikat tidak termasuk.",
        ),
        (
            "Mengimpor",
            "Berkas ini dapat diimpor kembali: sakip lke impor. Baris dikenali dari kode pada kolom A.",
        ),
        (
            "Yang dijaga",
            "Jangan menyisipkan, menghapus, atau memindah baris dan kolom, dan jangan mengubah Ref.",
        ),
    ]
    for n, (nama, isi) in enumerate(baris, 3):
        write_text(lembar, n, 0, nama, gaya, bold=True)
        write_text(lembar, n, 1, isi, gaya, text_wrap=True)
