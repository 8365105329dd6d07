"""Buttons, menus and fields are called on the pages as they are called on the screen."""

import re
from pathlib import Path

import pytest
from docs.alat.contoh import AKAR

WEB = AKAR / "src" / "sakip" / "web"
HALAMAN = [AKAR / "docs" / "tutorial" / "mulai.md", *sorted((AKAR / "docs" / "cara").glob("*.md"))]
# A label begins with a capital; these do too, but are names, or are filled in by the template.
BUKAN_LABEL = {
    "Kota Metro (data contoh)",
    "Provinsi Jawa Barat 2016",
    "Kota Tangerang Selatan 2023",
    "Unduh PDF",
    "Unduh Word",
    "Unduh Excel",
}


def screen_text() -> str:
    """Templates and Python of the web layer."""
    berkas = [b for b in WEB.rglob("*") if b.suffix in {".html", ".py"} and "dist" not in b.parts]
    return "\n".join(b.read_text(encoding="utf-8") for b in berkas)


LAYAR = screen_text()
LABEL = [
    (halaman.relative_to(AKAR), kata.strip())
    for halaman in HALAMAN
    for tebal in re.findall(r"\*\*([^*]+)\*\*", halaman.read_text(encoding="utf-8"))
    for kata in tebal.split("→")
    if kata.strip()[:1].isupper() and kata.strip() not in BUKAN_LABEL
]


@pytest.mark.parametrize(("halaman", "label"), LABEL)
def test_a_label_is_on_the_screen(halaman: Path, label: str) -> None:
    assert re.search(rf"""["'>]{re.escape(label)}["'<]""", LAYAR), f"{halaman}: {label}"


def test_the_pages_name_labels() -> None:
    assert len(LABEL) > 20
