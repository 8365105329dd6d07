"""One answer for the drawer and for the page: a fragment when htmx asks, the whole page otherwise."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers


def render_laci(
    request: HttpRequest, potongan: str, halaman: str, konteks: Mapping[str, Any]
) -> HttpResponse:
    """`potongan` for the drawer, `halaman` (which includes it) for a reader without htmx."""
    templat = potongan if request.headers.get("HX-Request") == "true" else halaman
    tanggapan = render(request, templat, {**konteks, "dalam_laci": templat == potongan})
    patch_vary_headers(tanggapan, ["HX-Request"])
    return tanggapan
