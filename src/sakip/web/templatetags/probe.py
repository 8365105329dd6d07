"""Live answers on a page: where a record can be seen, and the one suggestion of several probes."""

from collections.abc import Iterable

from django import template
from django.urls import NoReverseMatch, reverse

from sakip.platform.probe.model import CatatanProbe, HasilProbe
from sakip.platform.probe.susun import combine

register = template.Library()


@register.filter
def alamat_catatan(catatan: CatatanProbe) -> str:
    """The address of the page behind a record; empty where this site has none."""
    if catatan.alamat is None:
        return ""
    nama, argumen, kueri = catatan.alamat
    try:
        url = reverse(nama, kwargs=argumen)
    except NoReverseMatch:
        return ""
    return f"{url}?{kueri}" if kueri else url


@register.filter
def saran_probe(hasil: Iterable[HasilProbe]) -> str:
    """The answer that fits the suggestion (ya or tidak); empty when the data cannot say."""
    saran = combine(hasil)
    return "" if saran is None else ("ya" if saran else "tidak")
