from django.urls import path

from sakip.web.kamus import coba, nasional, views

app_name = "kamus"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("unduh.xlsx", views.unduh, name="unduh"),
    path("baru/", views.baru, name="baru"),
    path("coba/", coba.coba, name="coba"),
    path("nasional/", nasional.kode_nasional, name="kode_nasional"),
    path("nasional/cari/", nasional.cari_nasional, name="cari_nasional"),
    path("nasional/urungkan/", nasional.urungkan_nasional, name="urungkan_nasional"),
    path("nasional/impor/<uuid:uid>/", nasional.impor_nasional, name="impor_nasional"),
    path("<uuid:uid>/", views.rinci, name="rinci"),
    path("<uuid:uid>/ubah/", views.ubah, name="ubah"),
]
