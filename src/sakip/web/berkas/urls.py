from django.urls import path

from sakip.web.berkas import views

app_name = "berkas"
urlpatterns = [path("<uuid:uid>/", views.unduh, name="unduh")]
