"""Clean the characters of a printed cell without touching what it says."""

from __future__ import annotations

import re
import unicodedata

_GANTI = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys(
        "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", "\u00a0"
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    **dict.fromkeys("‘’´`ʼ′", "'"),
    **dict.fromkeys("“”″", '"'),
    **{"％": "%", "，": ",", "．": ".", "：": ":", "／": "/", "（": "(", "）": ")", "∶": ":", "⁄": "/"},
    **{"≤": "<=", "≥": ">=", "＜": "<", "＞": ">", "⩽": "<=", "⩾": ">="},
}
_TABEL = str.maketrans(_GANTI)
_PANGKAT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+\\)?")
_CATATAN = ("*)", "*", "†", "‡", "§", "¶", " ")
_CATATAN_ANGKA = re.compile(r"(?<=[\s%])[0-9a-e]\)$")


def rapikan(teks: str) -> str:
    """Unify dashes, spaces, quotes and digits, and drop footnote marks and Excel's leading apostrophe.

    A non-breaking space stays one, because inside a number it groups thousands.

    >>> rapikan("  ’−7,20 % *)")
    '-7,20 %'
    >>> rapikan("٥,٨")
    '5,8'
    """
    bersih = "".join(_ascii_digit(c) for c in teks.translate(_TABEL))
    bersih = re.sub(r"[ \t\r\n\f\v]+", " ", bersih)
    bersih = re.sub("(?<![0-9])\u00a0+|\u00a0+(?![0-9])", " ", bersih)
    bersih = re.sub(r" +", " ", bersih).strip()
    bersih = _PANGKAT.sub("", bersih)
    # Excel keeps a number as text by an apostrophe that is not part of it.
    bersih = bersih.strip("'\" ")
    return _drop_footnote(bersih)


def _ascii_digit(c: str) -> str:
    if c.isascii():
        return " " if unicodedata.category(c) == "Cc" and c not in "\t\r\n\f\v" else c
    angka = unicodedata.decimal(c, None)
    return c if angka is None else str(angka)


def _drop_footnote(teks: str) -> str:
    tanpa = teks
    while tanpa.endswith(_CATATAN):
        tanpa = next(tanpa.removesuffix(c) for c in _CATATAN if tanpa.endswith(c))
    if "(" not in tanpa:
        tanpa = _CATATAN_ANGKA.sub("", tanpa).rstrip()
    return tanpa or teks
