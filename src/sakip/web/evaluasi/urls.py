"""Addresses of the evaluation. A code ("1.a", "A.I.a.1") begins with a digit or a capital letter."""

from django.urls import path, register_converter

from sakip.web.evaluasi.views import (
    atur,
    bukti,
    diskusi,
    impor,
    lembar,
    lhe,
    panel,
    rekap,
    sanggah,
    sub,
    tim,
    unduh,
)


class KodeConverter:
    """A code of an instrument, in an address."""

    regex = r"[0-9A-Z][0-9A-Za-z]*(?:\.[0-9A-Za-z]+)*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KodeConverter, "kode")

app_name = "evaluasi"
urlpatterns = [
    path("", rekap.rekap, name="rekap"),
    path("unit/<uuid:uid>/", lembar.unit, name="unit"),
    path("baru/", atur.baru, name="baru"),
    path("<uuid:uid>/lke.xlsx", unduh.rekap, name="rekap_unduh"),
    path("<uuid:uid>/atur/", atur.atur, name="atur"),
    path("<uuid:uid>/keadaan/<slug:ke>/", atur.keadaan, name="keadaan"),
    path("<uuid:uid>/lembar/", atur.tambah_lembar, name="tambah_lembar"),
    path("<uuid:uid>/jendela/<slug:tahap>/", atur.jendela, name="jendela"),
    path("<uuid:uid>/impor/", impor.mulai, name="impor"),
    path("<uuid:uid>/impor/<uuid:impor>/", impor.rinci, name="impor_rinci"),
    path("<uuid:uid>/impor/<uuid:impor>/terapkan/", impor.terapkan, name="impor_terapkan"),
    path("<uuid:uid>/impor/<uuid:impor>/urungkan/", impor.urungkan, name="impor_urungkan"),
    path("<uuid:uid>/tim/", tim.baru, name="tim_baru"),
    path("<uuid:uid>/tim/bagi/", tim.bagi, name="tim_bagi"),
    path("<uuid:uid>/tim/<uuid:tim>/", tim.anggota, name="tim"),
    path("<uuid:uid>/panel/<kode:kode>/", panel.panel, name="panel"),
    path("lembar/<uuid:uid>/", lembar.lembar, name="lembar"),
    path("lembar/<uuid:uid>/langkah/<slug:langkah>/", lembar.langkah, name="langkah"),
    path("lembar/<uuid:uid>/percakapan/", diskusi.lembar, name="diskusi_lembar"),
    path("lembar/<uuid:uid>/lhe/", lhe.lhe, name="lhe"),
    path("lembar/<uuid:uid>/lhe.<slug:bentuk>", unduh.lhe, name="lhe_unduh"),
    path("lembar/<uuid:uid>/lke.xlsx", unduh.lke, name="lke_unduh"),
    path("lembar/<uuid:uid>/lhe/rekomendasi/", lhe.rekomendasi_baru, name="rekomendasi_baru"),
    path("lembar/<uuid:uid>/lhe/rekomendasi/lama/", lhe.rekomendasi_lama, name="rekomendasi_lama"),
    path("lembar/<uuid:uid>/lhe/rekomendasi/<uuid:rek>/", lhe.rekomendasi, name="rekomendasi"),
    path(
        "lembar/<uuid:uid>/lhe/rekomendasi/<uuid:rek>/hapus/", lhe.rekomendasi_hapus, name="rekomendasi_hapus"
    ),
    path("lembar/<uuid:uid>/sanggah/", sanggah.ajukan, name="sanggah"),
    path("lembar/<uuid:uid>/sanggah/<uuid:sanggah>/", sanggah.putus, name="sanggah_putus"),
    path("lembar/<uuid:uid>/<kode:kode>/", sub.sub, name="sub"),
    path("lembar/<uuid:uid>/<kode:kode>/simpan/", sub.simpan, name="simpan"),
    path("lembar/<uuid:uid>/<kode:kode>/penelusuran/", diskusi.penelusuran, name="penelusuran"),
    path("lembar/<uuid:uid>/<kode:kode>/percakapan/", diskusi.diskusi, name="diskusi"),
    path("lembar/<uuid:uid>/<kode:kode>/bukti/", bukti.bukti, name="bukti"),
    path("lembar/<uuid:uid>/<kode:kode>/bukti/<uuid:bukti>/lepas/", bukti.lepas, name="bukti_lepas"),
]
