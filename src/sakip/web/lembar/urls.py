from django.urls import path

from sakip.web.lembar import views

app_name = "lembar"
urlpatterns = [
    path("templat/", views.templat, name="templat"),
    path("dokumen/<uuid:uid>/", views.mulai, name="mulai"),
    path("dokumen/<uuid:uid>/ekspor/", views.ekspor, name="ekspor"),
    path("<uuid:uid>/", views.rinci, name="rinci"),
    path("<uuid:uid>/pilih/", views.pilih, name="pilih"),
    path("<uuid:uid>/terapkan/", views.terapkan, name="terapkan"),
    path("<uuid:uid>/urungkan/", views.urungkan, name="urungkan"),
]
