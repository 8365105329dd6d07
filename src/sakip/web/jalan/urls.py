from django.urls import path

from sakip.web.jalan.views import kota, rencana, unit, upaya

app_name = "jalan"
urlpatterns = [
    path("", kota.kota, name="kota"),
    path("jalankan/", kota.jalankan, name="kota_jalankan"),
    path("rencana/<uuid:uid>/", rencana.rencana, name="rencana"),
    path("rencana/<uuid:uid>/batal/", rencana.batalkan, name="batal"),
    path("langkah/<uuid:uid>/", rencana.langkah, name="langkah"),
    path("langkah/<uuid:uid>/selesai/", rencana.selesaikan, name="selesai"),
    path("langkah/<uuid:uid>/buka/", rencana.buka, name="buka"),
    path("<uuid:uid>/", unit.jalan, name="unit"),
    path("<uuid:uid>/upaya/", upaya.upaya, name="upaya"),
    path("<uuid:uid>/upaya/baku/", upaya.baku, name="upaya_baku"),
    path("<uuid:uid>/jalankan/", rencana.jalankan, name="jalankan"),
]
