"""Grades, predikat and exact scores as template tags."""

from collections.abc import Sequence
from fractions import Fraction

from django import template
from django.utils.safestring import SafeString

from kinerja.instrumen import Predikat
from sakip.web.evaluasi import predikat

register = template.Library()


@register.filter
def skor(nilai: predikat.Angka | None, desimal: int = 2) -> str:
    """An exact score as printed: 63,15."""
    return predikat.cetak(nilai, desimal)


@register.filter
def kode_id(kode: str) -> str:
    """A code as part of an element's id: 1.a.1 -> 1-a-1 (a dot would be a class in a selector)."""
    return kode.replace(".", "-")


@register.simple_tag
def huruf(kode: str | None) -> SafeString:
    return predikat.render_huruf(kode or "")


@register.simple_tag
def mistar_predikat(
    daftar: Sequence[Predikat], kini: Fraction | None, kisaran: tuple[Fraction, Fraction] | None = None
) -> SafeString:
    return predikat.render_mistar(daftar, kini, kisaran)
