"""The performance tree on paper: SVG, PNG, and PDF on one sheet or split over several with cut marks."""

from sakip.reports.pohon.cetak import render_pohon_pdf, render_pohon_png
from sakip.reports.pohon.lembar import KERTAS
from sakip.reports.pohon.model import Bagan, KepalaCetak, build_bagan
from sakip.reports.pohon.tunggal import draw_svg

__all__ = [
    "KERTAS",
    "Bagan",
    "KepalaCetak",
    "build_bagan",
    "draw_svg",
    "render_pohon_pdf",
    "render_pohon_png",
]
