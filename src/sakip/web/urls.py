"""Addresses of the signed-in site, one include per element."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("sakip.web.beranda.urls")),
    path("", include("sakip.web.pengukuran.urls")),
    path("rencana/", include("sakip.web.perencanaan.urls")),
    path("rencana/", include("sakip.web.rencana.urls")),
    path("pohon/", include("sakip.web.pohon.urls")),
    path("kamus/", include("sakip.web.kamus.urls")),
    path("iku/", include("sakip.web.iku.urls")),
    path("peran-hasil/", include("sakip.web.peran.urls")),
    path("nomenklatur/", include("sakip.web.nomenklatur.urls")),
    path("perjanjian/", include("sakip.web.perjanjian.urls")),
    path("evaluasi/", include("sakip.web.evaluasi.urls")),
    path("tindak-lanjut/", include("sakip.web.tindaklanjut.urls")),
    path("jalan/", include("sakip.web.jalan.urls")),
    path("laporan/", include("sakip.web.pelaporan.urls")),
    path("temuan/", include("sakip.web.temuan.urls")),
    path("cari/", include("sakip.web.pencarian.urls")),
    path("kelola/", include("sakip.web.kelola.urls")),
    path("impor/", include("sakip.web.impor.urls")),
    path("lembar/", include("sakip.web.lembar.urls")),
    path("berkas/", include("sakip.web.berkas.urls")),
    path("gaya/", include("sakip.web.gaya.urls")),
    path("bahasa/", login_not_required(set_language), name="set_language"),
]
