"""`sakip evaluasi ingatkan`."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sakip.apps.evaluasi.models import TahapLembar
from sakip.apps.evaluasi.services import plan_tindak_lanjut
from sakip.platform.dasar import today
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import buat_lembar, jalankan

pytestmark = pytest.mark.django_db


@pytest.fixture
def lembar():
    lembar = jalankan(buat_lembar(), TahapLembar.FINAL)
    buat_pengguna("perencana_unit", unit=lembar.unit)
    plan_tindak_lanjut(
        rekomendasi=lembar.rekomendasi_set.get(),
        uraian="Menyusun",
        penanggung_jawab="Sekretaris",
        batas_waktu=today() + timedelta(days=3),
        by=None,
    )
    return lembar


def jalankan_perintah(*argumen: str) -> str:
    keluaran = StringIO()
    call_command("evaluasi", "ingatkan", *argumen, stdout=keluaran)
    return keluaran.getvalue()


def test_it_says_how_many_were_reminded_and_how_many_already(lembar):
    assert "1 surel terkirim, 0 sudah" in jalankan_perintah()
    assert "0 surel terkirim, 1 sudah" in jalankan_perintah()


def test_its_json_names_every_government(lembar):
    hasil = json.loads(jalankan_perintah("--instansi", lembar.instansi.kode_wilayah, "--json"))
    assert hasil == [{"instansi": lembar.instansi.kode_wilayah, "terkirim": 1, "sudah": 0, "gagal": []}]


def test_an_unknown_government_is_a_wrong_question(db):
    with pytest.raises(CommandError, match="tidak ada") as galat:
        jalankan_perintah("--instansi", "00.00")
    assert galat.value.returncode == 2


def test_an_address_that_refuses_fails_the_command(lembar, monkeypatch):
    def gagal(*_isi, **_lain):
        raise OSError

    monkeypatch.setattr("sakip.apps.evaluasi.services.pengingat.send_mail", gagal)
    with pytest.raises(CommandError, match="1 surel tidak terkirim"):
        jalankan_perintah()
