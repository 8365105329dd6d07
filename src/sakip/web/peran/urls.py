from django.urls import path

from sakip.web.peran import views

app_name = "peran"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<uuid:uid>/<int:tahun>/", views.matriks, name="matriks"),
    path("<uuid:uid>/<int:tahun>/skp.xlsx", views.unduh, name="unduh"),
    path("hapus/<uuid:uid>/", views.hapus, name="hapus"),
]
