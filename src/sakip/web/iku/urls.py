from django.urls import path

from sakip.web.iku import views

app_name = "iku"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("baru/", views.baru, name="baru"),
    path("<uuid:uid>/", views.rinci, name="rinci"),
    path("<uuid:uid>/pilih/", views.pilih, name="pilih"),
    path("<uuid:uid>/lepas/<int:pk>/", views.lepas, name="lepas"),
    path("<uuid:uid>/alasan/<int:pk>/", views.alasan, name="alasan"),
    path("<uuid:uid>/terapkan/", views.terapkan, name="terapkan"),
    path("<uuid:uid>/unduh.xlsx", views.unduh, name="unduh"),
]
