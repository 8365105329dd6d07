"""The commands `sakip audit` and `sakip unit`."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.platform.audit import pemicu
from sakip.platform.audit.models import Catatan

pytestmark = pytest.mark.django_db


def run(*kata):
    keluaran = io.StringIO()
    call_command(*kata, stdout=keluaran)
    return keluaran.getvalue()


@pytest.fixture
def instansi():
    instansi = buat_instansi(kode_wilayah="18.72")
    dinas = buat_unit(instansi, kode="DINKES", nama="Dinas Kesehatan")
    buat_unit(induk=dinas, kode="P2P", nama="Bidang P2P", jenis="bidang")
    return instansi


def test_a_whole_trail_is_reported_as_whole(instansi):
    assert "3 catatan diperiksa, 0 temuan" in run("audit", "verifikasi", "--instansi", "18.72")


def test_tampering_ends_with_exit_code_1(instansi):
    pemicu.remove()
    Catatan.objects.filter(urut=2).update(label="lain")
    pemicu.install()
    with pytest.raises(CommandError) as galat:
        run("audit", "verifikasi")
    assert galat.value.returncode == 1


def test_the_findings_come_as_json(instansi):
    assert json.loads(run("audit", "verifikasi", "--json"))["temuan"] == []


def test_a_checkpoint_is_printed_to_be_kept_elsewhere(instansi):
    tambat = json.loads(run("audit", "tambat", "--instansi", "18.72", "--json"))
    assert (tambat["rantai"], tambat["urut"]) == (str(instansi.uid), 3)
    assert "Belum ada tambat" not in run("audit", "verifikasi")


def test_without_a_checkpoint_the_command_says_what_it_cannot_see(instansi):
    assert "Belum ada tambat" in run("audit", "verifikasi")


@pytest.mark.parametrize("kata", [("audit", "verifikasi"), ("unit", "daftar")])
def test_an_unknown_instansi_ends_with_exit_code_2(kata):
    with pytest.raises(CommandError, match=r"99\.99") as galat:
        run(*kata, "--instansi", "99.99")
    assert galat.value.returncode == 2


def test_units_are_listed_as_a_tree_with_their_codes(instansi):
    assert run("unit", "daftar", "--instansi", "18.72") == "DINKES  Dinas Kesehatan\nP2P       Bidang P2P\n"


def test_units_come_as_json(instansi):
    baris = json.loads(run("unit", "daftar", "--instansi", "18.72", "--json"))
    assert [(satu["kode"], satu["induk"]) for satu in baris] == [("DINKES", None), ("P2P", "DINKES")]


def test_units_are_listed_as_of_a_day(instansi):
    assert run("unit", "daftar", "--instansi", "18.72", "--pada", "2019-01-01") == ""


def test_a_malformed_day_ends_with_exit_code_2(instansi):
    with pytest.raises(CommandError, match="2026-01-31"):
        run("unit", "daftar", "--instansi", "18.72", "--pada", "kemarin")
