"""Tables of the DOCX: header rows that repeat, rows that stay whole, marks for absence."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from sakip.reports import docx_alat as alat
from sakip.reports.naskah import Baris, Kolom, Sel, Tabel

_RATA = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
}
#: surface and text per step, worst to best; the same five as the PDF
_TINGKAT = (
    ("FAE8EB", "86112A"),
    ("FDF0E4", "833A07"),
    ("FDF7E2", "664B00"),
    ("EEF8F5", "145C57"),
    ("E3F1F1", "084B54"),
)
_TIDAK_ADA = {"belum": "belum dilaporkan", "belum_rilis": "belum rilis"}
_REDUP, _BURUK = RGBColor(0x44, 0x51, 0x67), RGBColor(0x86, 0x11, 0x2A)
_LEBAR_TWIP = 8504
_TWIP_PER_HURUF = 102


def write_tabel(dok: Any, t: Tabel, peta: dict[str, int], *, lebar: int = _LEBAR_TWIP) -> None:
    tabel = dok.add_table(rows=1 + len(t.baris), cols=len(t.kolom))
    alat.set_borders(tabel)
    semua = list(tabel.rows)
    alat.repeat_header(semua[0])
    sel_tabel = tabel._cells
    n = len(t.kolom)
    for kolom, sel in zip(t.kolom, sel_tabel[:n], strict=True):
        p = sel.paragraphs[0]
        alat.set_style(p, "Isi Tabel")
        p.alignment = _RATA[kolom.rata]
        run = p.add_run(kolom.judul)
        run.bold, run.font.color.rgb = True, RGBColor(0x17, 0x31, 0x5F)
        p.paragraph_format.keep_with_next = True
    for nomor, baris in enumerate(t.baris, 1):
        alat.keep_row(semua[nomor])
        _baris(
            baris,
            t.kolom,
            sel_tabel[nomor * n : (nomor + 1) * n],
            peta,
            lekat=t.utuh and nomor < len(t.baris),
        )
    alat.set_widths(tabel, fit_widths(t, lebar))


def _baris(
    baris: Baris, kolom: tuple[Kolom, ...], sel: list[Any], peta: dict[str, int], *, lekat: bool
) -> None:
    if baris.jenis == "kelompok":
        gabung = sel[0].merge(sel[-1])
        alat.shade(gabung, "F2F5F9")
        p = gabung.paragraphs[0]
        alat.set_style(p, "Isi Tabel")
        p.add_run(baris.sel[0].teks).bold = True
        p.paragraph_format.keep_with_next = True
        return
    for k, tujuan, isi in zip(kolom, sel, baris.sel, strict=True):
        p = tujuan.paragraphs[0]
        alat.set_style(p, "Isi Tabel")
        p.alignment = _RATA[k.rata]
        p.paragraph_format.keep_with_next = lekat
        write_cell(p, isi, peta, tebal=baris.jenis in {"jumlah", "induk"})
        if baris.jenis == "induk":
            alat.shade(tujuan, "F2F5F9")
        elif isi.panas:
            alat.shade(tujuan, _TINGKAT[isi.panas - 1][0])


def write_cell(p: Any, s: Sel, peta: dict[str, int], *, tebal: bool = False) -> None:
    if s.keadaan in _TIDAK_ADA:
        alat.mark_run(p.add_run(_TIDAK_ADA[s.keadaan]), garis="7889A0", putus=True)
        return
    run = p.add_run("t.b." if s.keadaan == "tb" else s.teks)
    run.bold = True if tebal or s.tebal or s.buruk else None
    if s.buruk:
        run.font.color.rgb = _BURUK
    elif s.redup or s.keadaan == "tb":
        run.font.color.rgb = _REDUP
    if s.catatan:
        catatan = p.add_run(f" {s.catatan}")
        catatan.font.size, catatan.font.color.rgb = Pt(7.5), _REDUP
    if s.pita is not None:
        latar, warna = _TINGKAT[peta[s.pita] - 1]
        p.add_run("\u2002")
        pita = p.add_run(f"\u00a0{s.pita}\u00a0")
        pita.bold, pita.font.color.rgb = True, RGBColor.from_string(warna)
        alat.mark_run(pita, latar=latar, garis=warna)


def fit_widths(t: Tabel, lebar: int = _LEBAR_TWIP) -> list[int]:
    """What each column needs by its longest text; the flexible ones share what is left."""
    perlu = [_need(t, n) if k.lebar == 0 else _longest_word(t, n) for n, k in enumerate(t.kolom)]
    bobot = sum(k.lebar for k in t.kolom)
    sisa = lebar - sum(perlu)
    if sisa <= 0 or not bobot:
        return [int(x * lebar / sum(perlu)) for x in perlu]
    return [x + int(sisa * k.lebar / bobot) for x, k in zip(perlu, t.kolom, strict=True)]


def _longest_word(t: Tabel, kolom: int) -> int:
    teks = [t.kolom[kolom].judul, *(b.sel[kolom].teks for b in t.baris if b.jenis != "kelompok")]
    return max((len(kata) for isi in teks for kata in isi.split()), default=4) * _TWIP_PER_HURUF + 220


def _need(t: Tabel, kolom: int) -> int:
    kata = [t.kolom[kolom].judul]
    for baris in t.baris:
        if baris.jenis == "kelompok":
            continue
        s = baris.sel[kolom]
        kata.append(
            _TIDAK_ADA.get(s.keadaan, s.teks)
            + (f" {s.catatan}" if s.catatan else "")
            + ("      " if s.pita else "")
        )
    return max(600, min(max(len(x) for x in kata), 26) * _TWIP_PER_HURUF + 220)


__all__ = ["fit_widths", "write_cell", "write_tabel"]
