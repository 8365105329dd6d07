from django.urls import path, register_converter

from sakip.reports.lkjip.cetak import BENTUK
from sakip.web.pelaporan import views


class BentukConverter:
    """pdf, docx or xlsx; anything else is no address."""

    regex = "|".join(BENTUK)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(BentukConverter, "bentuk_lkjip")

app_name = "pelaporan"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<uuid:uid>/<int:tahun>/", views.unit, name="unit"),
    path("<uuid:uid>/<int:tahun>/siapkan.<bentuk_lkjip:bentuk>", views.siapkan, name="siapkan"),
    path("<uuid:uid>/<int:tahun>/lkjip.<bentuk_lkjip:bentuk>", views.lkjip, name="lkjip"),
]
