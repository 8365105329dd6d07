from django.urls import path

from sakip.web.pencarian import views

urlpatterns = [path("", views.cari, name="pencarian")]
