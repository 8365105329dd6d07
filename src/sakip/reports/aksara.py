"""Which characters the printed typefaces hold. PDF/A forbids a character without a glyph, so the rest is boxed.

Measured by compiling each character with our two families and typst's own fallback; whoever changes a
typeface measures again (the test prints every range).
"""

from __future__ import annotations

import re
import unicodedata

KOTAK = "□"
#: First and last of each run of printable characters.
RENTANG = (
    (0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x0377), (0x0384, 0x038A), (0x038E, 0x03A1), (0x03A3, 0x04FF),
    (0x1E00, 0x1F15),
    (0x2000, 0x200A), (0x2010, 0x2029), (0x202F, 0x2040), (0x2044, 0x2052), (0x2070, 0x2071), (0x2074, 0x208E),
    (0x2090, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x211E), (0x2126, 0x2151), (0x2153, 0x2184), (0x2190, 0x23FF),
    (0x2460, 0x2606), (0xFB00, 0xFB06),
)  # fmt: skip
_LAIN = re.compile(
    "[^\n" + "".join(f"{chr(a)}-{chr(b)}".replace("\\", "\\\\").replace("]", "\\]") for a, b in RENTANG) + "]"
)


def to_printable(teks: str) -> str:
    """Composed letters where they exist, and a box for each character that cannot be printed.

    >>> to_printable("≥ 5 → 😀")
    '≥ 5 → □'
    """
    return _LAIN.sub(KOTAK, unicodedata.normalize("NFC", teks))
