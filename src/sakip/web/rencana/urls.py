from django.urls import path

from sakip.web.rencana import banding, dokumen, kisi, susun

app_name = "rencana"
urlpatterns = [
    path("baru/", dokumen.baru, name="baru"),
    path("dokumen/<uuid:uid>/ubah/", dokumen.ubah, name="ubah"),
    path("dokumen/<uuid:uid>/revisi/", dokumen.revisi, name="revisi"),
    path("dokumen/<uuid:uid>/salin/", dokumen.salin, name="salin"),
    path("dokumen/<uuid:uid>/buang/", dokumen.buang, name="buang"),
    path("dokumen/<uuid:uid>/langkah/<slug:nama>/", dokumen.langkah, name="langkah"),
    path("dokumen/<uuid:uid>/banding/<uuid:lain>/", banding.banding, name="banding"),
    path("dokumen/<uuid:uid>/susun/", susun.susun, name="susun"),
    path("dokumen/<uuid:uid>/susun/tambah/", susun.tambah, name="tambah"),
    path("dokumen/<uuid:uid>/target/", kisi.kisi, name="kisi"),
    path("butir/<uuid:uid>/ubah/", susun.ubah, name="simpul_ubah"),
    path("butir/<uuid:uid>/geser/", susun.geser, name="geser"),
    path("butir/<uuid:uid>/hapus/", susun.hapus, name="hapus"),
    path("butir/<uuid:uid>/indikator/", susun.indikator, name="indikator"),
    path("butir/<uuid:uid>/mendukung/", susun.mendukung, name="mendukung"),
]
