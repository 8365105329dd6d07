"""The parts of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(nama: str, **atribut: str) -> Any:
    hasil = OxmlElement(nama)
    for kunci, nilai in atribut.items():
        hasil.set(qn(f"w:{kunci}"), nilai)
    return hasil


def set_style(paragraf: Any, nama: str) -> None:
    """A paragraph style by its name. python-docx searches all styles for each paragraph, most of its time."""
    paragraf._p.style = nama.replace(" ", "")


def add_field(paragraf: Any, perintah: str, tampil: str = "", *, kotor: bool = False) -> None:
    """A field such as PAGE or PAGEREF with the text shown until the reader's program renews it."""
    mulai = element("w:fldChar", fldCharType="begin")
    if kotor:
        mulai.set(qn("w:dirty"), "true")
    paragraf.add_run()._r.append(mulai)
    kode = element("w:instrText")
    kode.set(qn("xml:space"), "preserve")
    kode.text = f" {perintah} "
    paragraf.add_run()._r.append(kode)
    paragraf.add_run()._r.append(element("w:fldChar", fldCharType="separate"))
    paragraf.add_run(tampil)
    paragraf.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def open_field(paragraf: Any, perintah: str) -> None:
    """Begin a field whose result spans paragraphs (a table of contents)."""
    paragraf.add_run()._r.append(element("w:fldChar", fldCharType="begin", dirty="true"))
    kode = element("w:instrText")
    kode.set(qn("xml:space"), "preserve")
    kode.text = f" {perintah} "
    paragraf.add_run()._r.append(kode)
    paragraf.add_run()._r.append(element("w:fldChar", fldCharType="separate"))


def close_field(paragraf: Any) -> None:
    paragraf.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def add_bookmark(paragraf: Any, nama: str, nomor: int) -> None:
    paragraf._p.insert(
        1 if paragraf._p.pPr is not None else 0, element("w:bookmarkStart", id=str(nomor), name=nama)
    )
    paragraf._p.append(element("w:bookmarkEnd", id=str(nomor)))


def shade(sel: Any, warna: str) -> None:
    sel._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=warna))


def mark_run(run: Any, *, latar: str | None = None, garis: str | None = None, putus: bool = False) -> None:
    """Shading and a border around a few characters: a band, or the box of an absence."""
    sifat = run._r.get_or_add_rPr()
    if garis is not None:
        sifat.append(element("w:bdr", val="dashed" if putus else "single", sz="4", space="0", color=garis))
    if latar is not None:
        sifat.append(element("w:shd", val="clear", color="auto", fill=latar))


def repeat_header(baris: Any) -> None:
    baris._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def keep_row(baris: Any) -> None:
    baris._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def set_borders(tabel: Any, warna: str = "C9D2DF") -> None:
    """Horizontal rules only, as in the PDF."""
    batas = element("w:tblBorders")
    for sisi, tebal, isi in (("top", "8", "17315F"), ("bottom", "8", "17315F"), ("insideH", "4", warna)):
        batas.append(element(f"w:{sisi}", val="single", sz=tebal, space="0", color=isi))
    # Word refuses table properties out of the schema's order.
    tabel._tbl.tblPr.insert_element_before(batas, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def set_widths(tabel: Any, lebar: list[int]) -> None:
    """Fixed widths in twentieths of a point, in the grid and in every cell."""
    tabel.autofit = False
    for kolom, isi in zip(tabel._tbl.tblGrid.gridCol_lst, lebar, strict=True):
        kolom.set(qn("w:w"), str(isi))
    for baris in tabel._tbl.tr_lst:
        for sel, isi in zip(baris.tc_lst, lebar, strict=False):
            sifat = sel.get_or_add_tcPr()
            ukuran = sifat.find(qn("w:tcW"))
            if ukuran is None:
                ukuran = element("w:tcW")
                sifat.insert(0, ukuran)
            ukuran.set(qn("w:w"), str(isi))
            ukuran.set(qn("w:type"), "dxa")


def set_alt(gambar: Any, judul: str, alt: str) -> None:
    sifat = gambar._inline.docPr
    sifat.set("descr", alt)
    sifat.set("title", judul)


def set_page_number(seksi: Any, *, bentuk: str, mulai: int | None = None) -> None:
    nomor = element("w:pgNumType", fmt=bentuk)
    if mulai is not None:
        nomor.set(qn("w:start"), str(mulai))
    seksi._sectPr.insert_element_before(nomor, "w:cols", "w:titlePg", "w:docGrid")


def set_language(dokumen: Any, bahasa: str) -> None:
    bawaan = dokumen.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    lama = bawaan.find(qn("w:lang"))
    if lama is not None:
        bawaan.remove(lama)
    bawaan.append(element("w:lang", val=bahasa, eastAsia=bahasa))


def drop_border(gaya: Any) -> None:
    sifat = gaya.element.get_or_add_pPr()
    for garis in sifat.findall(qn("w:pBdr")):
        sifat.remove(garis)


def border_below(paragraf: Any, warna: str = "17212F") -> None:
    """The rule under a letterhead."""
    batas = element("w:pBdr")
    batas.append(element("w:bottom", val="single", sz="12", space="4", color=warna))
    paragraf._p.get_or_add_pPr().append(batas)
