from django.urls import path

from sakip.web.temuan import views
from sakip.web.temuan.kota import kota, unduh

app_name = "temuan"
urlpatterns = [
    path("", kota, name="kota"),
    path("unduh/<slug:bentuk>/", unduh, name="unduh"),
    path("unit/<uuid:uid>/", views.unit, name="unit"),
    path("unit/<uuid:uid>/ringkas/", views.ringkas, name="ringkas"),
    path("dokumen/<uuid:uid>/", views.dokumen, name="dokumen"),
    path("dokumen/<uuid:uid>/ringkas/", views.ringkas_dokumen, name="ringkas_dokumen"),
    path("pohon/<uuid:uid>/", views.pohon, name="pohon"),
    path("aturan/<slug:kode>/", views.aturan, name="aturan"),
    path("unit/<uuid:uid>/akui/", views.akui, name="akui"),
    path("pengakuan/<uuid:uid>/cabut/", views.cabut, name="cabut"),
]
