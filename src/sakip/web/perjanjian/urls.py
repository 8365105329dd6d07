from django.urls import path

from sakip.web.perjanjian import views

app_name = "perjanjian"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<uuid:uid>/", views.pk, name="pk"),
]
