from django.urls import path

from sakip.web.nomenklatur import banding, impor, padanan, views
from sakip.web.nomenklatur.cari import cari

app_name = "nomenklatur"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("baru/", views.baru, name="baru"),
    path("cari/", cari, name="cari"),
    path("banding/", banding.pilih, name="pilih"),
    path("banding/<uuid:dari>/<uuid:ke>/", banding.banding, name="banding"),
    path("padanan/<uuid:dari>/<uuid:ke>/", padanan.tinjau, name="tinjau"),
    path("padanan/<uuid:dari>/<uuid:ke>/otomatis/", padanan.otomatis, name="otomatis"),
    path("padanan/<int:pk>/hapus/", padanan.hapus, name="padanan_hapus"),
    path("impor/<uuid:uid>/", impor.rinci, name="impor"),
    path("impor/<uuid:uid>/terapkan/", impor.terapkan, name="terapkan"),
    path("<uuid:uid>/", views.versi, name="versi"),
    path("<uuid:uid>/ubah/", views.ubah, name="ubah"),
    path("<uuid:uid>/hapus/", views.hapus, name="hapus"),
    path("<uuid:uid>/unggah/", impor.unggah, name="unggah"),
    path("<uuid:uid>/urungkan/", impor.urungkan, name="urungkan"),
    path("<uuid:uid>/butir/<str:kode>/", views.butir, name="butir"),
    path("<uuid:uid>/butir/<str:kode>/padankan/", padanan.tambah, name="padanan_tambah"),
]
