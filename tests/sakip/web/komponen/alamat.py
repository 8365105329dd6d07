"""Addresses for the tests of the frame, independent of the pages that stand in it."""

from django.urls import include, path

urlpatterns = [
    path("gaya/", include("sakip.web.gaya.urls")),
    path("akun/", include("allauth.urls")),
]
