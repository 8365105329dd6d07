from django.urls import path

from sakip.web.lembar import views
from sakip.web.lembar.halaman import page_dokumen, page_pohon, page_riwayat

app_name = "lembar"
urlpatterns = [
    path("templat/", views.templat, name="templat"),
    path("dokumen/<uuid:uid>/", views.mulai, {"cari": page_dokumen}, name="mulai"),
    path("dokumen/<uuid:uid>/ekspor/", views.ekspor, {"cari": page_dokumen}, name="ekspor"),
    path("pohon/<uuid:uid>/", views.mulai, {"cari": page_pohon}, name="mulai_pohon"),
    path("pohon/<uuid:uid>/ekspor/", views.ekspor, {"cari": page_pohon}, name="ekspor_pohon"),
    path("pohon/<uuid:uid>/templat/", views.templat_objek, {"cari": page_pohon}, name="templat_pohon"),
    path("riwayat/<uuid:uid>/", views.mulai, {"cari": page_riwayat}, name="mulai_riwayat"),
    path("riwayat/<uuid:uid>/ekspor/", views.ekspor, {"cari": page_riwayat}, name="ekspor_riwayat"),
    path("riwayat/<uuid:uid>/templat/", views.templat_objek, {"cari": page_riwayat}, name="templat_riwayat"),
    path("<uuid:uid>/", views.rinci, name="rinci"),
    path("<uuid:uid>/pilih/", views.pilih, name="pilih"),
    path("<uuid:uid>/terapkan/", views.terapkan, name="terapkan"),
    path("<uuid:uid>/urungkan/", views.urungkan, name="urungkan"),
    path("<uuid:uid>/realisasi/", views.realisasi, name="realisasi"),
]
