"""Addresses of the import pages."""

from django.urls import path

from sakip.web.impor import views

app_name = "impor"

urlpatterns = [
    path("", views.mulai, name="mulai"),
    path("riwayat/", views.riwayat, name="riwayat"),
    path("templat/", views.templat, name="templat"),
    path("<uuid:uid>/", views.rinci, name="rinci"),
    path("<uuid:uid>/terapkan/", views.terapkan, name="terapkan"),
    path("<uuid:uid>/urungkan/", views.urungkan, name="urungkan"),
]
