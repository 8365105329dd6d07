"""Formats of the workbooks, and text that stays text."""

from __future__ import annotations

from typing import Any

from sakip.reports.naskah import clean

#: Text that begins so would be read as a formula when somebody edits the cell.
_BERBAHAYA = ("=", "+", "-", "@", "\t")
#: Predikat from worst to best: surface and ink.
WARNA = (
    ("#FAE8EB", "#86112A"),
    ("#FDF0E4", "#833A07"),
    ("#FDF7E2", "#664B00"),
    ("#EEF8F5", "#145C57"),
    ("#E3F1F1", "#084B54"),
)


class Gaya:
    """Every format once, by name; a workbook holds each only if it is used."""

    def __init__(self, kerja: Any) -> None:
        self._kerja = kerja
        self._ada: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **sifat: Any) -> Any:
        dasar = {"font_name": "Calibri", "font_size": 10, "valign": "top", **sifat}
        kunci = tuple(sorted(dasar.items()))
        if kunci not in self._ada:
            self._ada[kunci] = self._kerja.add_format(dasar)
        return self._ada[kunci]

    @property
    def judul(self) -> Any:
        return self(bold=True, font_size=14, font_color="#17315F")

    @property
    def kepala(self) -> Any:
        return self(
            bold=True, font_color="#17315F", bg_color="#F2F5F9", bottom=2, text_wrap=True, valign="vcenter"
        )

    @property
    def peringatan(self) -> Any:
        return self(bold=True, font_color="#84470F")

    @property
    def kaki(self) -> Any:
        return self(font_size=9, font_color="#445167", text_wrap=True)


def write_text(lembar: Any, baris: int, kolom: int, teks: str, gaya: Gaya, **sifat: Any) -> None:
    """Text stays text, whatever it begins with, also after somebody edits the cell."""
    rapi = clean(teks)[:32_000]
    if rapi.startswith(_BERBAHAYA):
        sifat = {**sifat, "quote_prefix": True}
    if rapi:
        lembar.write_string(baris, kolom, rapi, gaya(**sifat))
    else:
        lembar.write_blank(baris, kolom, None, gaya(**sifat))


def sheet_names(kode: list[str], terpakai: tuple[str, ...]) -> list[str]:
    """A name per code that a workbook accepts: short, without its reserved signs, no two alike."""
    sudah = {nama.lower() for nama in terpakai} | {"history"}
    hasil = []
    for satu in kode:
        dasar = "".join("-" if c in "[]:*?/\\'" else c for c in satu).strip()[:31] or "Unit"
        nama, n = dasar, 1
        while nama.lower() in sudah:
            n += 1
            nama = f"{dasar[: 30 - len(str(n))]}~{n}"
        sudah.add(nama.lower())
        hasil.append(nama)
    return hasil


def fit_row(lembar: Any, baris: int, isi: list[tuple[str, float]]) -> None:
    """A row high enough for its wrapped texts (text, width of its column); programs differ in doing it themselves."""
    banyak = max(
        (
            sum(max(1, -(-len(p) // max(1, int(lebar * 1.1)))) for p in teks.split("\n"))
            for teks, lebar in isi
            if teks
        ),
        default=1,
    )
    if banyak > 1:
        lembar.set_row(baris, 13.5 * banyak + 2)
