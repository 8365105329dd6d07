from django.urls import path

from sakip.web.tindaklanjut import views

app_name = "tindaklanjut"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("<uuid:uid>/", views.rekomendasi, name="rekomendasi"),
    path("<uuid:uid>/rencana/", views.rencanakan, name="rencanakan"),
    path("<uuid:uid>/ajukan/", views.ajukan, name="ajukan"),
    path("<uuid:uid>/putusan/<slug:putusan>/", views.putuskan, name="putuskan"),
]
