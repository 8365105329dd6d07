"""Efforts as template text."""

from decimal import Decimal
from fractions import Fraction

from django import template

from sakip.web.jalan.bacaan import effort

register = template.Library()


@register.filter
def upaya(nilai: Fraction | Decimal | int) -> str:
    """12 or 12,5: an effort as printed."""
    return effort(Fraction(nilai))
