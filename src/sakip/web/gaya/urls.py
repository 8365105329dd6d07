"""The components page: /gaya/."""

from django.urls import path

from sakip.web.gaya import views

app_name = "gaya"

urlpatterns = [
    path("", views.lembar, name="lembar"),
    path("mengapa/", views.mengapa, name="mengapa"),
    path("kirim/", views.kirim, name="kirim"),
]
