from django.urls import path

from sakip.web.perencanaan import views
from sakip.web.pohon.daftar import lama, lama_daftar

app_name = "perencanaan"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("dokumen/<uuid:uid>/", views.dokumen, name="dokumen"),
    path("pohon/", lama_daftar, name="daftar_pohon"),
    path("pohon/<uuid:uid>/<int:tahun>/", lama, name="pohon"),
]
