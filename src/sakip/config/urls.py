"""All addresses of the site, one include per element of the law."""

from django.urls import include, path

urlpatterns = [
    path("akun/", include("allauth.urls")),
    path("", include("sakip.web.urls")),
]
handler400 = "sakip.web.galat.bad_request"
handler403 = "sakip.web.galat.forbidden"
handler404 = "sakip.web.galat.not_found"
handler500 = "sakip.web.galat.server_error"
