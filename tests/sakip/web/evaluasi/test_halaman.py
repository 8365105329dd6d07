"""Who may open which page of the evaluation, and what stays out of sight."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import buat_lembar, jalankan
from tests.pabrik.organisasi import buat_unit
from tests.sakip.web.dunia import PERAN, PERAN_UNIT, bangun
from tests.sakip.web.evaluasi.conftest import susun

LEMBAR = ("lembar", "diskusi_lembar", "sanggah")
BERKODE = ("sub", "penelusuran", "diskusi", "bukti")


def alamat(ev, lembar=None):
    uid = (lembar or ev.dinkes).uid
    return {nama: reverse(f"evaluasi:{nama}", args=[uid]) for nama in LEMBAR} | {
        nama: reverse(f"evaluasi:{nama}", args=[uid, "1.a"]) for nama in BERKODE
    }


def kelola(ev):
    uid = ev.evaluasi.uid
    return [
        reverse("evaluasi:atur", args=[uid]),
        reverse("evaluasi:baru"),
        reverse("evaluasi:jendela", args=[uid, "mandiri"]),
        reverse("evaluasi:tim_baru", args=[uid]),
        reverse("evaluasi:tim", args=[uid, ev.tim.uid]),
    ]


@pytest.mark.parametrize("peran", PERAN)
def test_every_role_reads_the_sheet_of_its_own_unit(ev, sebagai, peran):
    client = sebagai(peran)
    status = {nama: client.get(url).status_code for nama, url in alamat(ev).items()}
    assert set(status.values()) == {200}
    assert client.get(reverse("evaluasi:rekap")).status_code == 200


@pytest.mark.parametrize("peran", PERAN_UNIT)
def test_a_unit_does_not_reach_another_units_sheet(ev, sebagai, peran):
    client = sebagai(peran)
    assert {client.get(url).status_code for url in alamat(ev, ev.dinsos).values()} == {404}


@pytest.mark.parametrize("peran", PERAN)
def test_another_governments_evaluation_does_not_exist(ev, sebagai, peran):
    lain = susun(bangun(nama="Kota Tetangga"))
    client = sebagai(peran)
    assert {client.get(url).status_code for url in alamat(lain).values()} == {404}
    assert client.get(reverse("evaluasi:panel", args=[lain.evaluasi.uid, "1.a"])).status_code == 404
    assert client.get(kelola(lain)[0]).status_code in (403, 404)


def test_apip_sets_evaluations_up(ev, sebagai):
    client = sebagai("apip")
    assert {client.get(url).status_code for url in kelola(ev)} == {200}


@pytest.mark.parametrize("peran", [p for p in PERAN if p != "apip"])
def test_nobody_else_sets_evaluations_up(ev, sebagai, peran):
    client = sebagai(peran)
    assert {client.get(url).status_code for url in kelola(ev)} == {403}


def test_the_panel_is_for_those_who_read_the_whole_instansi(ev, sebagai):
    url = reverse("evaluasi:panel", args=[ev.evaluasi.uid, "1.a"])
    assert sebagai("apip").get(url).status_code == 200
    assert sebagai("perencana_unit").get(url).status_code == 403


def test_nothing_leads_a_unit_to_the_panel(ev, sebagai):
    ev.bawa("final")
    isi = sebagai("perencana_unit").get(alamat(ev)["sub"]).text
    assert "/panel/" not in isi


def test_a_unit_is_not_shown_what_apip_thinks_before_the_draft(ev, sebagai):
    ev.bawa("panel", "CC")
    client = sebagai("perencana_unit")
    isi = client.get(alamat(ev)["lembar"]).text
    assert "80,00" in isi  # its own claim
    assert "60,00" not in isi
    assert client.get(reverse("evaluasi:lhe", args=[ev.dinkes.uid])).status_code == 403


def test_the_draft_shows_the_unit_what_apip_says(ev, sebagai):
    ev.bawa("tanggapan", "CC")
    isi = sebagai("perencana_unit").get(reverse("evaluasi:lhe", args=[ev.dinkes.uid])).text
    assert "Agar dilengkapi." in isi
    assert "60,00" in isi


def test_without_an_evaluation_the_page_says_how_to_begin(dunia, sebagai):
    isi = sebagai("apip").get(reverse("evaluasi:rekap")).text
    assert "Buat evaluasi tahun" in isi
    assert reverse("evaluasi:baru") in isi


def test_an_unknown_code_does_not_exist(ev, sebagai):
    client = sebagai("apip")
    assert client.get(reverse("evaluasi:sub", args=[ev.dinkes.uid, "9.z"])).status_code == 404


def test_a_criterion_leads_to_its_place_on_the_page(ev, sebagai):
    jawaban = sebagai("apip").get(reverse("evaluasi:sub", args=[ev.dinkes.uid, "1.a.2"]))
    assert jawaban.headers["Location"].endswith("/1.a/#b-1-a-2")


def count(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(url).status_code == 200
    return len(kueri)


def test_the_recap_asks_at_most_twelve_queries(ev, sebagai):
    client = sebagai("apip")
    sebelum = count(client, reverse("evaluasi:rekap"))
    for _ in range(6):
        jalankan(buat_lembar(ev.evaluasi, buat_unit(ev.dunia.instansi), klaster="utama"), "evaluasi")
    assert count(client, reverse("evaluasi:rekap")) == sebelum <= 12


def test_the_sheet_asks_a_fixed_number_of_queries(ev, sebagai):
    assert count(sebagai("apip"), alamat(ev)["lembar"]) <= 22


@pytest.mark.parametrize("urut", ["nama", "-total", "lalu", "ubah", "tahap", "1", "-4", "entah"])
@pytest.mark.parametrize("tampil", ["tabel", "peta"])
def test_the_recap_sorts_by_every_column(ev, sebagai, urut, tampil):
    url = reverse("evaluasi:rekap") + f"?urut={urut}&tampil={tampil}"
    assert sebagai("pimpinan_instansi").get(url).status_code == 200


def test_the_recap_is_filtered_by_stage(ev, sebagai):
    isi = sebagai("apip").get(reverse("evaluasi:rekap") + "?tahap=mandiri").text
    assert str(ev.dinsos.uid) in isi
    assert str(ev.dinkes.uid) not in isi


def test_an_account_of_a_unit_sees_its_own_row_only(ev, sebagai):
    isi = sebagai("perencana_unit").get(reverse("evaluasi:rekap")).text
    assert str(ev.dinkes.uid) in isi
    assert str(ev.dinsos.uid) not in isi


def test_a_stranger_is_sent_to_the_door(ev, client):
    for url in alamat(ev).values():
        assert client.get(url).headers["Location"].startswith("/akun/")


def test_a_role_without_anything_sees_nothing(ev, client):
    client.force_login(buat_pengguna(None, instansi=ev.dunia.instansi))
    assert client.get(alamat(ev)["lembar"]).status_code == 404


def test_a_units_page_leads_to_its_sheet(ev, sebagai):
    client = sebagai("perencana_unit")
    tujuan = reverse("evaluasi:unit", args=[ev.dunia.dinkes.uid])
    assert tujuan in client.get(reverse("pengukuran:unit", args=[ev.dunia.dinkes.uid])).text
    assert client.get(tujuan + "?tahun=2025").headers["Location"].endswith(f"/lembar/{ev.dinkes.uid}/")
    assert client.get(tujuan + "?tahun=2019").headers["Location"] == reverse("evaluasi:rekap")
