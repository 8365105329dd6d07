from django.urls import path

from sakip.web.beranda import views

urlpatterns = [path("", views.beranda, name="beranda")]
