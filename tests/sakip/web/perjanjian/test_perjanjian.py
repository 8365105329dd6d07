"""Perjanjian Kinerja on the screen."""

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_instansi

from sakip.apps.perjanjian.services import IsiProgram, add_pk_program, create_pk, revise_pk


@pytest.fixture
def buka(dunia, sebagai):
    client = sebagai("pimpinan_instansi")

    def get(nama="daftar", *bagian, kueri=""):
        return client.get(reverse(f"perjanjian:{nama}", args=bagian) + kueri).text

    return get


def test_the_list_shows_agreements_and_who_owes_one(buka):
    halaman = buka()
    assert "1 unit sudah punya PK yang berlaku, 1 belum" in halaman
    assert "Dinas Sosial" in halaman


def test_the_list_filters_by_name_and_state(buka, dunia):
    url = reverse("perjanjian:pk", args=[dunia.pk.uid])
    assert url in buka(kueri="?q=kesehatan&status=berlaku")
    assert url not in buka(kueri="?status=draf")


def test_an_agreement_shows_rows_and_targets(buka, dunia):
    halaman = buka("pk", dunia.pk.uid)
    for kata in ("Sasaran perjanjian", "Balita sehat", "100", "versi 1"):
        assert kata in halaman


def test_programmes_add_up_without_inventing_a_missing_budget(buka, dunia):
    from decimal import Decimal

    pk = create_pk(unit=dunia.dinsos, tahun=2025, by=None)
    add_pk_program(
        pk=pk, program=[IsiProgram("Program A", anggaran=Decimal(500)), IsiProgram("Program B")], by=None
    )
    halaman = buka("pk", pk.uid)
    assert "Rp500" in halaman
    assert "tanpa 1 program yang anggarannya tidak tercetak" in halaman


def test_a_revision_names_its_trigger_and_keeps_the_old_version(buka, dunia):
    baru = revise_pk(pk=dunia.pk, pemicu="perubahan_strategi", alasan="Renstra berubah", by=None)
    halaman = buka("pk", baru.uid)
    assert "Perubahan strategi" in halaman
    assert reverse("perjanjian:pk", args=[dunia.pk.uid]) in halaman


def test_an_instansi_without_agreements_is_taught_what_they_are(client, db):
    client.force_login(buat_pengguna("pengamat", instansi=buat_instansi()))
    assert "Belum ada Perjanjian Kinerja" in client.get(reverse("perjanjian:daftar")).text
