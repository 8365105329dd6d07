from django.urls import path

from sakip.web.perencanaan import views

app_name = "perencanaan"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("dokumen/<uuid:uid>/", views.dokumen, name="dokumen"),
    path("pohon/", views.daftar_pohon, name="daftar_pohon"),
    path("pohon/<uuid:uid>/<int:tahun>/", views.pohon, name="pohon"),
]
