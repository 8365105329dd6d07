"""What every page needs: the instansi, the menu, the year line. Filled in lazily, one query each."""

from typing import Any

from django.http import HttpRequest


def halaman(request: HttpRequest) -> dict[str, Any]:
    """Context of the page frame."""
    return {}
