"""Addresses of the admin's pages."""

from django.urls import path

from sakip.web.kelola.views import audit, instansi, jabatan, kalender, pengguna, unit

app_name = "kelola"
urlpatterns = [
    path("", instansi.beranda, name="beranda"),
    path("instansi/", instansi.profil, name="instansi"),
    path("instansi/hapus-lambang/", instansi.hapus_logo, name="hapus_logo"),
    path("unit/", unit.daftar, name="unit"),
    path("unit/baru/", unit.baru, name="unit_baru"),
    path("unit/<uuid:uid>/", unit.rinci, name="unit_rinci"),
    path("unit/<uuid:uid>/buka/", unit.buka, name="unit_buka"),
    path("unit/<uuid:uid>/<slug:nama>/", unit.aksi, name="unit_aksi"),
    path("jabatan/", jabatan.daftar, name="jabatan"),
    path("jabatan/baru/", jabatan.baru, name="jabatan_baru"),
    path("jabatan/<uuid:uid>/", jabatan.rinci, name="jabatan_rinci"),
    path("jabatan/<uuid:uid>/ubah/", jabatan.ubah, name="jabatan_ubah"),
    path("jabatan/<uuid:uid>/akhiri/", jabatan.akhiri, name="jabatan_akhiri"),
    path("jabatan/<uuid:uid>/isi/", jabatan.tugaskan, name="tugaskan"),
    path("penugasan/<uuid:uid>/akhiri/", jabatan.akhiri_penugasan, name="akhiri_penugasan"),
    path("pengguna/", pengguna.daftar, name="pengguna"),
    path("pengguna/baru/", pengguna.baru, name="pengguna_baru"),
    path("pengguna/<uuid:uid>/", pengguna.rinci, name="pengguna_rinci"),
    path("pengguna/<uuid:uid>/ubah/", pengguna.ubah, name="pengguna_ubah"),
    path("pengguna/<uuid:uid>/aktif/", pengguna.aktif, name="pengguna_aktif"),
    path("pengguna/<uuid:uid>/tautan/", pengguna.tautan, name="pengguna_tautan"),
    path("pengguna/<uuid:uid>/peran/", pengguna.beri_peran, name="beri_peran"),
    path("peran/<uuid:uid>/cabut/", pengguna.cabut_peran, name="cabut_peran"),
    path("kalender/", kalender.daftar, name="kalender"),
    path("kalender/baru/", kalender.baru, name="jadwal_baru"),
    path("kalender/<uuid:uid>/", kalender.ubah, name="jadwal_ubah"),
    path("kalender/<uuid:uid>/hapus/", kalender.hapus, name="jadwal_hapus"),
    path("audit/", audit.daftar, name="audit"),
]
