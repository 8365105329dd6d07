"""The performance tree on paper: layout, drawing, sheets and files. No database."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pikepdf
import pytest

from sakip.reports.pohon import KepalaCetak, build_bagan, draw_svg, render_pohon_pdf, render_pohon_png
from sakip.reports.pohon.cetak import _row
from sakip.reports.pohon.gambar import Lukisan, whole
from sakip.reports.pohon.huruf import shorten, width, wrap
from sakip.reports.pohon.lembar import KERTAS, SKALA_TERKECIL, arrange_for, lay_sheets
from sakip.reports.pohon.susun import LEBAR, arrange
from sakip.reports.pohon.warna import legend, marks

KEPALA = KepalaCetak(
    "Pohon kinerja Dinas Uji 2026", "Dinas Uji", "Kota Uji", 2026, date(2026, 3, 1), "1 Maret 2026"
)


def simpul(uid: str, induk: str | None, **ubah: Any) -> dict[str, Any]:
    return {
        "uid": uid, "induk": induk, "kode": uid, "jenis": "keluaran", "jenis_nama": "Keluaran",
        "pernyataan": f"Kondisi {uid}", "unit": "DINAS", "pemilik": "Kepala Bidang Uji", "urutan": 0,
        "pensiun": False, "indikator": [], "pita": {"kode": None, "teks": ""}, "temuan": {}, "crosscutting": 0,
        **ubah,
    }  # fmt: skip


def pohon(banyak: int, cabang: int = 4) -> list[dict[str, Any]]:
    """A regular tree: box n hangs below box (n - 1) // cabang."""
    return [
        simpul(
            str(n),
            None if n == 0 else str((n - 1) // cabang),
            urutan=n,
            pernyataan="Kata panjang " * (n % 9 + 1),
        )
        for n in range(banyak)
    ]


@pytest.mark.parametrize("banyak", [1, 2, 30, 321, 900, 1500])
def test_no_two_boxes_overlap(banyak: int) -> None:
    tata = arrange(build_bagan(pohon(banyak)))
    deret = sorted(tata.kotak, key=lambda k: k.y)
    for a, b in combinations(deret, 2):
        terpisah = a.x + LEBAR <= b.x or b.x + LEBAR <= a.x or a.y + a.tinggi <= b.y or b.y + b.tinggi <= a.y
        assert terpisah, (a.baris["uid"], b.baris["uid"])


def test_a_child_stands_below_its_parent() -> None:
    for satu in arrange(build_bagan(pohon(200))).kotak:
        assert all(anak.y >= satu.y + satu.tinggi for anak in satu.anak)


def test_a_box_is_as_high_as_its_words() -> None:
    baris = [simpul("a", None), simpul("b", "a", pernyataan="kata " * 100)]
    pendek, panjang = arrange(build_bagan(baris)).kotak
    assert panjang.tinggi > pendek.tinggi
    assert " ".join(panjang.judul) == ("kata " * 100).strip()


def test_large_plans_grow_in_height_rather_than_in_width() -> None:
    tata = arrange(build_bagan(pohon(2000)))
    assert tata.lebar < 2000 * 20


def test_what_lies_deeper_than_asked_is_counted() -> None:
    bagan = build_bagan(pohon(21), dalam=2)
    assert bagan.banyak == 5
    assert [k.n_tersembunyi for k in bagan.akar[0].anak] == [4, 4, 4, 4]


def test_a_branch_is_printed_alone() -> None:
    bagan = build_bagan(pohon(21), akar="1")
    assert {k.baris["uid"] for k in bagan.urut()} == {"1", "5", "6", "7", "8"}


def test_the_drawing_is_xml_and_escapes_what_people_write() -> None:
    baris = [simpul("a", None, pernyataan="Naik > 5 & <b>tebal</b>")]
    isi = draw_svg(build_bagan(baris), replace(KEPALA, judul="A & B"))
    teks = " ".join(satu.text or "" for satu in ET.fromstring(isi).iter())
    assert "Naik > 5 & <b>tebal</b>" in teks


def test_the_band_is_a_letter_and_steps_as_well_as_a_colour() -> None:
    indikator = [{"kode": "", "nama": "I", "target": "1", "realisasi": "1", "capaian": "57,00%"}]
    isi = draw_svg(build_bagan([simpul("a", None, pita={"kode": "R"}, indikator=indikator)]), KEPALA)
    assert ">R 57,00%</text>" in isi
    assert 'fill-opacity="0.26"' in isi


def test_not_reported_is_not_a_band() -> None:
    indikator = [{"kode": "", "nama": "I", "target": "1", "realisasi": None, "capaian": None}]
    assert "Belum dilaporkan" in draw_svg(build_bagan([simpul("a", None, indikator=indikator)]), KEPALA)


def test_indicators_are_printed_when_asked_for() -> None:
    indikator = [{"kode": "", "nama": "Angka kematian", "target": "12", "realisasi": None, "capaian": None}]
    bagan = build_bagan([simpul("a", None, indikator=indikator)])
    assert "Angka kematian" in draw_svg(bagan, KEPALA, indikator=True)
    assert "Angka kematian" not in draw_svg(bagan, KEPALA)


@pytest.mark.parametrize(
    ("warna", "kata"), [("capaian", "ST Sangat tinggi"), ("temuan", "ada galat"), ("unit", "DINAS")]
)
def test_the_key_names_every_colour(warna: Any, kata: str) -> None:
    assert kata in [satu["teks"] for satu in legend(build_bagan(pohon(3), warna=warna))]


def test_a_small_tree_fits_on_one_sheet() -> None:
    assert not lay_sheets(arrange(build_bagan(pohon(9))), "a3").terbagi


@pytest.mark.parametrize("kertas", sorted(KERTAS))
@pytest.mark.parametrize("banyak", [321, 1500])
def test_every_box_is_whole_on_some_sheet(kertas: str, banyak: int) -> None:
    tata = arrange(build_bagan(pohon(banyak)))
    kisi = lay_sheets(tata, kertas)
    assert kisi.skala >= SKALA_TERKECIL
    assert {id(k) for lembar in kisi.lembar for k in lembar.kotak} == {id(k) for k in tata.kotak}
    assert all(lembar.area.holds(k) for lembar in kisi.lembar for k in lembar.kotak)


def test_a_sheet_draws_no_box_that_its_rim_would_cut() -> None:
    bagan = build_bagan(pohon(900))
    tata, kisi = arrange_for(bagan, "a3")
    terpotong = [(s, k) for s in kisi.lembar for k in tata.kotak if k.x < s.area.kanan < k.x + LEBAR]
    lukisan = Lukisan(bagan, tata)
    assert terpotong
    for lembar, k in terpotong:
        assert f'<rect x="{k.x}" y="{k.y}"' not in lukisan.shapes(lembar.area, lembar.kotak)


def test_no_sheet_only_repeats_its_neighbours() -> None:
    lembar, sudah = lay_sheets(arrange(build_bagan(pohon(1500))), "a4").lembar, set[int]()
    for satu in lembar:
        isi = {id(k) for k in satu.kotak}
        assert isi - sudah
        sudah |= isi


def test_the_layout_that_saves_paper_is_chosen() -> None:
    bagan = build_bagan(pohon(120, 5))
    biasa = len(lay_sheets(arrange(bagan), "a3").lembar)
    assert len(arrange_for(bagan, "a3")[1].lembar) <= biasa


def test_neighbouring_sheets_overlap() -> None:
    kisi = lay_sheets(arrange(build_bagan(pohon(321))), "a3")
    a, b = (s for s in kisi.lembar if s.baris == 1 and s.kolom in (1, 2))
    assert a.area.x + a.area.lebar > b.area.x


def test_one_sheet_is_one_sheet_however_small() -> None:
    tata = arrange(build_bagan(pohon(321)))
    (lembar,) = lay_sheets(tata, "a4", satu_lembar=True).lembar
    assert lembar.area == whole(tata)


def test_rows_of_sheets_are_lettered() -> None:
    assert [_row(n) for n in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]


def test_the_split_pdf_has_an_overview_and_says_where_each_sheet_belongs() -> None:
    with pikepdf.open(io.BytesIO(render_pohon_pdf(build_bagan(pohon(200)), KEPALA, kertas="a4"))) as pdf:
        _, kisi = arrange_for(build_bagan(pohon(200)), "a4")
        assert len(pdf.pages) == len(kisi.lembar) + 1
        assert [round(float(n) / 72 * 25.4) for n in pdf.pages[0].mediabox[2:]] == [297, 210]


def test_sheets_are_found_by_the_outline_of_the_pdf() -> None:
    isi = io.BytesIO(render_pohon_pdf(build_bagan(pohon(200)), KEPALA, kertas="a4"))
    with pikepdf.open(isi) as pdf, pdf.open_outline() as garis_besar:
        anak = [str(satu.title) for satu in garis_besar.root[0].children]
    assert len(anak) > 2
    assert "Lembar A1" in anak[0]


def test_a_further_supported_condition_is_linked_by_a_dashed_line() -> None:
    baris = [simpul("a", None), simpul("b", "a"), simpul("c", "a", dukungan=["b", "tiada"])]
    bagan = build_bagan(baris)
    assert 'stroke-dasharray="5 4"' in draw_svg(bagan, KEPALA)
    assert [satu["macam"] for satu in marks(bagan)] == ["dukungan"]


def test_the_key_lists_only_marks_that_occur() -> None:
    baris = [simpul("a", None, jenis="csf"), simpul("b", "a", crosscutting=2, temuan={"galat": 1})]
    assert [satu["macam"] for satu in marks(build_bagan(baris))] == ["csf", "lintas", "temuan"]
    assert marks(build_bagan([simpul("a", None)])) == []


@pytest.mark.parametrize("contoh", [True, False])
def test_example_data_says_so_on_the_picture(contoh: bool) -> None:
    isi = draw_svg(build_bagan(pohon(3)), replace(KEPALA, contoh=contoh))
    assert ("Data contoh, bukan data resmi" in isi) is contoh
    assert KEPALA.judul in isi
    assert KEPALA.tanggal_teks in isi


def test_the_pdf_is_tagged_and_named() -> None:
    with pikepdf.open(io.BytesIO(render_pohon_pdf(build_bagan(pohon(5)), KEPALA))) as pdf:
        assert pdf.docinfo["/Title"] == KEPALA.judul
        assert pdf.Root.MarkInfo.Marked
        assert "pdfaid" in str(pdf.open_metadata())


def test_the_nested_list_prints_on_upright_a4() -> None:
    with pikepdf.open(io.BytesIO(render_pohon_pdf(build_bagan(pohon(30)), KEPALA, daftar=True))) as pdf:
        assert [round(float(n) / 72 * 25.4) for n in pdf.pages[0].mediabox[2:]] == [210, 297]


def test_the_same_rows_give_the_same_bytes() -> None:
    satu, dua = (render_pohon_pdf(build_bagan(pohon(5)), KEPALA) for _ in range(2))
    assert satu == dua


def test_the_picture_is_a_png() -> None:
    assert render_pohon_png(build_bagan(pohon(5)), KEPALA).startswith(b"\x89PNG")


def test_lines_break_where_the_typeface_is_full() -> None:
    for baris in wrap("Meningkatnya derajat kesehatan masyarakat di seluruh wilayah", 150, 1225, 9):
        assert width(baris, 1225) <= 150_000


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert re.fullmatch(r"Kata.*…", shorten("Kata yang amat sangat panjang sekali", 60, 1225))
