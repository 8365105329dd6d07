"""A reader and calculator for the few functions the report's workbook uses, so that no office suite is needed."""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_RUJUKAN = re.compile(r"(?:(\w+)!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?(?![\w(])")


@dataclass(frozen=True)
class Sel:
    teks: str | None
    angka: float | None
    rumus: str | None


class Buku(dict[str, dict[str, Sel]]):
    """Sheets by name, cells by address."""

    def compute(self, lembar: str, alamat: str) -> Any:
        sel = self[lembar].get(alamat)
        if sel is None:
            return None
        if sel.rumus is None:
            return sel.angka if sel.angka is not None else sel.teks
        return eval(self._python(sel.rumus, lembar), {"__builtins__": {}, **self._fungsi()})

    def _python(self, rumus: str, lembar: str) -> str:
        def rujuk(m: re.Match[str]) -> str:
            asal, a, b, c, d = m.groups()
            nama = asal or lembar
            return f"R({nama!r},{a + b!r})" if c is None else f"RENTANG({nama!r},{a + b!r},{c + d!r})"

        bagian = re.split(r'("[^"]*")', rumus)
        for n in range(0, len(bagian), 2):
            teks = re.sub(r"(?<![<>=])=(?![=])", "==", bagian[n])
            bagian[n] = _RUJUKAN.sub(rujuk, teks)
        return _defer("".join(bagian))

    def _fungsi(self) -> dict[str, Callable[..., Any]]:
        return {
            "R": self.compute,
            "RENTANG": self._rentang,
            "IF": lambda syarat, ya, tidak: ya() if syarat() else tidak(),
            "IFERROR": lambda isi, lain: _coba(isi, lain),
            "AND": lambda *x: all(x),
            "ISNUMBER": lambda x: isinstance(x, int | float),
            "ROUND": lambda x, n: math.floor(abs(x) * 10**n + 0.5) / 10**n * (1 if x >= 0 else -1),
            "MIN": min,
            "MAX": max,
            "ABS": abs,
            "AVERAGE": lambda isi: _rata([x for x in isi if isinstance(x, int | float)]),
            "AVERAGEIFS": lambda isi, kunci, nilai: _rata(
                [x for x, k in zip(isi, kunci, strict=True) if k == nilai and isinstance(x, int | float)]
            ),
        }

    def _rentang(self, lembar: str, dari: str, ke: str) -> list[Any]:
        kolom = dari.rstrip("0123456789")
        awal, akhir = int(dari.removeprefix(kolom)), int(ke.removeprefix(kolom))
        return [self.compute(lembar, f"{kolom}{n}") for n in range(awal, akhir + 1)]


def _defer(rumus: str) -> str:
    """Arguments of IF and IFERROR become functions, as a spreadsheet only computes the chosen branch."""
    hasil, n = "", 0
    while n < len(rumus):
        m = re.match(r"(IFERROR|IF)\(", rumus[n:])
        if m is None or (n and rumus[n - 1].isalnum()):
            hasil += rumus[n]
            n += 1
            continue
        argumen, akhir = _split(rumus, n + m.end())
        hasil += f"{m.group(1)}({','.join(f'(lambda: {_defer(a)})' for a in argumen)})"
        n = akhir
    return hasil


def _split(rumus: str, n: int) -> tuple[list[str], int]:
    dalam, kutip, argumen, mulai = 0, False, [], n
    while True:
        c = rumus[n]
        if c == '"':
            kutip = not kutip
        elif not kutip and c == "(":
            dalam += 1
        elif not kutip and c == ")":
            if dalam == 0:
                return [*argumen, rumus[mulai:n]], n + 1
            dalam -= 1
        elif not kutip and c == "," and dalam == 0:
            argumen.append(rumus[mulai:n])
            mulai = n + 1
        n += 1


def _coba(isi: Callable[[], Any], lain: Callable[[], Any]) -> Any:
    try:
        return isi()
    except ZeroDivisionError:
        return lain()


def _rata(isi: list[float]) -> float:
    return sum(isi) / len(isi)


def read_buku(arsip: zipfile.ZipFile) -> Buku:
    bersama = ElementTree.fromstring(arsip.read("xl/sharedStrings.xml"))
    teks = ["".join(t.text or "" for t in si.iter(f"{{{_NS['m']}}}t")) for si in bersama.findall("m:si", _NS)]
    kerja = ElementTree.fromstring(arsip.read("xl/workbook.xml"))
    buku = Buku()
    for n, lembar in enumerate(kerja.findall("m:sheets/m:sheet", _NS), 1):
        isi = ElementTree.fromstring(arsip.read(f"xl/worksheets/sheet{n}.xml"))
        buku[lembar.attrib["name"]] = {c.attrib["r"]: _sel(c, teks) for c in isi.iter(f"{{{_NS['m']}}}c")}
    return buku


def _sel(c: ElementTree.Element, teks: list[str]) -> Sel:
    nilai, rumus = c.find("m:v", _NS), c.find("m:f", _NS)
    isi = None if nilai is None else nilai.text
    if c.attrib.get("t") == "s" and isi is not None:
        return Sel(teks[int(isi)], None, None)
    angka = float(isi) if isi and c.attrib.get("t") != "str" else None
    return Sel(None if angka is not None else isi, angka, None if rumus is None else rumus.text)
