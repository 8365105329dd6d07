from django.urls import path

from sakip.web.pengukuran import mengapa, views
from sakip.web.pengukuran.indikator import indikator

app_name = "pengukuran"
urlpatterns = [
    path("kinerja/", views.instansi, name="instansi"),
    path("kinerja/<uuid:uid>/", views.unit, name="unit"),
    path("kinerja/<uuid:uid>/anggaran/", views.anggaran, name="anggaran"),
    path("indikator/<uuid:uid>/", indikator, name="indikator"),
    path("mengapa/instansi/", mengapa.instansi, name="mengapa_instansi"),
    path("mengapa/unit/<uuid:uid>/", mengapa.unit, name="mengapa_unit"),
    path("mengapa/unit/<uuid:uid>/sasaran/<uuid:simpul>/", mengapa.sasaran, name="mengapa_sasaran"),
    path("mengapa/unit/<uuid:uid>/indikator/<uuid:indikator>/", mengapa.indikator, name="mengapa_indikator"),
    path("mengapa/<uuid:uid>/", mengapa.realisasi, name="mengapa"),
]
