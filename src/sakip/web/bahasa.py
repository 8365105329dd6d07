"""The language of a page: what the person chose, else Indonesian. The browser's preference is not asked."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

PILIHAN = {kode for kode, _ in settings.LANGUAGES}


class BahasaMiddleware:
    """Cookie first (the switch in the page), then the account's language, then the installation's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        bahasa = self._choose(request)
        with translation.override(bahasa):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", bahasa)
        return response

    def _choose(self, request: HttpRequest) -> str:
        kuki = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if kuki in PILIHAN:
            return kuki
        akun = getattr(request.user, "bahasa", "")
        return akun if akun in PILIHAN else settings.LANGUAGE_CODE
