"""Who may open which page: every role, the operator, a stranger, and another government."""

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_operator, buat_pengguna
from tests.sakip.web.dunia import PERAN, PERAN_UNIT, bangun, tambah_pohon

from sakip.apps.perencanaan.models import Pohon


def alamat(d, unit=None):
    unit = unit or d.dinkes
    return {
        "beranda": reverse("beranda"),
        "instansi": reverse("pengukuran:instansi"),
        "unit": reverse("pengukuran:unit", args=[unit.uid]),
        "program": reverse("pengukuran:unit", args=[unit.uid]) + "?tampil=program",
        "anggaran": reverse("pengukuran:anggaran", args=[unit.uid]),
        "indikator": reverse("pengukuran:indikator", args=[d.stunting.uid]),
        "mengapa": reverse("pengukuran:mengapa", args=[d.realisasi.uid]),
        "mengapa_instansi": reverse("pengukuran:mengapa_instansi"),
        "mengapa_unit": reverse("pengukuran:mengapa_unit", args=[unit.uid]),
        "mengapa_sasaran": reverse("pengukuran:mengapa_sasaran", args=[unit.uid, d.sasaran.uid]),
        "mengapa_indikator": reverse("pengukuran:mengapa_indikator", args=[unit.uid, d.stunting.uid]),
        "daftar_dokumen": reverse("perencanaan:daftar"),
        "dokumen": reverse("perencanaan:dokumen", args=[d.renstra.uid]),
        "daftar_pohon": reverse("pohon:daftar"),
        "pohon": reverse("pohon:rinci", args=[Pohon.objects.get(unit=unit).uid])
        if Pohon.objects.filter(unit=unit).exists()
        else reverse("perencanaan:pohon", args=[unit.uid, 2025]),
        "daftar_pk": reverse("perjanjian:daftar"),
        "pk": reverse("perjanjian:pk", args=[d.pk.uid]),
        "daftar_laporan": reverse("pelaporan:daftar"),
        "laporan": reverse("pelaporan:unit", args=[unit.uid, 2025]),
        "cari": reverse("pencarian") + "?q=sehat",
    }


UMUM = {
    "beranda",
    "instansi",
    "mengapa_instansi",
    "daftar_dokumen",
    "daftar_pohon",
    "daftar_pk",
    "daftar_laporan",
    "cari",
}


def status(client, peta):
    return {nama: client.get(url).status_code for nama, url in peta.items()}


@pytest.mark.parametrize("peran", PERAN)
def test_every_role_reads_every_page_of_its_own_unit(dunia, sebagai, peran):
    tambah_pohon(dunia)
    assert set(status(sebagai(peran), alamat(dunia)).values()) == {200}


@pytest.mark.parametrize("peran", PERAN)
def test_another_government_does_not_exist(dunia, sebagai, peran):
    lain = bangun(nama="Kota Tetangga")
    tambah_pohon(lain)
    jawaban = status(sebagai(peran), alamat(lain))
    assert {nama for nama, kode in jawaban.items() if kode == 200} == UMUM
    assert {kode for nama, kode in jawaban.items() if nama not in UMUM} == {404}


@pytest.mark.parametrize("peran", PERAN_UNIT)
def test_a_unit_role_does_not_reach_another_unit(dunia, sebagai, peran):
    client = sebagai(peran)
    for nama in ("unit", "anggaran", "mengapa_unit", "laporan"):
        assert client.get(alamat(dunia, dunia.dinsos)[nama]).status_code == 404


def test_an_operator_sees_no_figures(dunia, client):
    client.force_login(buat_operator())
    jawaban = status(client, alamat(dunia))
    assert {nama for nama, kode in jawaban.items() if kode == 200} == {"beranda"}
    assert "Dinas Kesehatan" not in client.get("/").text


def test_an_account_without_a_role_is_told_whom_to_ask(dunia, client):
    client.force_login(buat_pengguna(None, instansi=dunia.instansi))
    assert "admin instansi" in client.get("/").text
    assert client.get(alamat(dunia)["unit"]).status_code == 404


def test_a_stranger_is_sent_to_the_door(dunia, client):
    for url in alamat(dunia).values():
        assert client.get(url).headers["Location"].startswith("/akun/")


@pytest.mark.parametrize("nama", ["beranda", "instansi", "unit", "dokumen", "pk", "laporan"])
def test_pages_only_answer_reading(dunia, sebagai, nama):
    assert sebagai("pimpinan_instansi").post(alamat(dunia)[nama]).status_code == 405


def test_the_page_of_a_missing_address_says_what_to_do(dunia, sebagai):
    jawaban = sebagai("pengamat").get("/tidak-ada/")
    assert jawaban.status_code == 404
    assert "beranda" in jawaban.text.lower()
