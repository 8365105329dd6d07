"""The pages of a performance tree, as a reader without a script uses them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.sakip.web.dunia import bangun, tambah_pohon

from sakip.apps.perencanaan.models import Crosscutting, Pohon, PohonSimpul
from sakip.apps.perencanaan.services import (
    BarisPohon,
    add_komentar,
    create_pohon_bulk,
    propose_crosscutting,
    update_pohon_simpul,
)


@pytest.fixture
def pohon(dunia):
    tambah_pohon(dunia)
    return Pohon.objects.get(unit=dunia.dinkes)


@pytest.fixture
def perencana(pohon, sebagai):
    return sebagai("perencana_unit")


def simpul(kode="A"):
    return PohonSimpul.objects.get(kode=kode)


def url(nama, *args):
    return reverse(f"pohon:{nama}", args=args)


def test_the_list_of_trees_shows_unit_year_and_step(perencana):
    halaman = perencana.get(url("daftar")).text
    assert "Dinas Kesehatan" in halaman
    assert "5 dari 5" in halaman


@pytest.mark.parametrize(
    ("kueri", "cocok"),
    [("?q=kesehatan", True), ("?q=sosial", False), ("?tahun=2025", True), ("?langkah=2", False),
     ("?jenis=tematik", False), ("?unit=x", True)],
)  # fmt: skip
def test_the_address_filters_the_trees(kueri, cocok, perencana, pohon):
    assert (url("rinci", pohon.uid) in perencana.get(url("daftar") + kueri).text) is cocok


def test_a_tree_is_a_nested_list_in_reading_order(perencana, pohon):
    halaman = perencana.get(url("rinci", pohon.uid)).text
    assert halaman.index("Warga sehat") < halaman.index("Gizi cukup")
    assert halaman.count("<ul") == halaman.count("</ul>")
    assert 'aria-expanded="true"' in halaman


@pytest.mark.parametrize("nama", ["rinci", "lintas", "riwayat", "kepala", "salin", "kanvas", "tambah"])
def test_every_page_of_a_tree_opens(nama, perencana, pohon):
    assert perencana.get(url(nama, pohon.uid)).status_code == 200


@pytest.mark.parametrize("nama", ["rinci", "lintas", "riwayat", "kepala", "salin", "tambah", "kanvas"])
def test_another_government_finds_none_of_them(nama, pohon, client):
    lain = bangun(nama="Kota Sebelah")
    client.force_login(buat_pengguna("perencana_instansi", instansi=lain.instansi))
    assert client.get(url(nama, pohon.uid)).status_code == 404
    assert client.get(url("simpul", simpul().uid)).status_code == 404


def test_the_number_of_queries_of_the_list_does_not_grow(perencana, pohon, dunia):
    perencana.get(url("rinci", pohon.uid))
    with CaptureQueriesContext(connection) as kecil:
        perencana.get(url("rinci", pohon.uid))
    baris = [BarisPohon(f"A.1.{n}", "keluaran", f"Hal {n}", "A.1") for n in range(50)]
    create_pohon_bulk(unit=dunia.dinkes, pohon="Pohon Dinkes", tahun=2025, baris=baris, by=None)
    with CaptureQueriesContext(connection) as besar:
        assert "Hal 49" in perencana.get(url("rinci", pohon.uid)).text
    assert len(besar) <= len(kecil) + 1


def test_a_planner_starts_a_tree(sebagai, dunia):
    isi = {"unit": str(dunia.dinkes.uid), "nama": "utama", "tahun": 2026}
    sebagai("perencana_unit").post(url("baru"), isi)
    assert Pohon.objects.get(tahun=2026).langkah == 1


def test_who_only_reads_cannot_start_one(sebagai):
    assert sebagai("pengamat").get(url("baru")).status_code == 403


def test_a_condition_is_added_and_the_list_offers_the_way_back(perencana, pohon):
    isi = {"induk": str(simpul().uid), "jenis": "csf", "pernyataan": "Air bersih"}
    halaman = perencana.post(url("tambah", pohon.uid), isi, follow=True).text
    assert "Air bersih" in halaman
    assert "Urungkan" in halaman


def test_undo_without_a_script_takes_the_addition_back(perencana, pohon):
    isi = {"induk": str(simpul().uid), "jenis": "csf", "pernyataan": "Air bersih"}
    jawaban = perencana.post(url("tambah", pohon.uid), isi, follow=True)
    urung = jawaban.context["urung"]
    perencana.post(urung["url"], {"isi": urung["isi"]})
    assert not PohonSimpul.objects.filter(pernyataan="Air bersih").exists()


def test_what_was_typed_stays_when_the_form_is_refused(perencana, pohon):
    isi = {"jenis": "csf", "pernyataan": "Air bersih", "kode": "A"}
    halaman = perencana.post(url("tambah", pohon.uid), isi).text
    assert "Air bersih" in halaman
    assert "sudah dipakai" in halaman


def test_a_conflict_shows_both_texts(perencana, pohon):
    update_pohon_simpul(simpul=simpul(), ubahan={"pernyataan": "Orang lain"}, by=None, versi=1)
    isi = {"versi": 1, "pernyataan": "Isian saya", "jenis": "hasil"}
    jawaban = perencana.post(url("formulir", simpul().uid), isi)
    assert jawaban.status_code == 409
    assert "Orang lain" in jawaban.text
    assert "Isian saya" in jawaban.text


def test_saving_again_after_a_conflict_keeps_ones_own_text(perencana, pohon):
    update_pohon_simpul(simpul=simpul(), ubahan={"pernyataan": "Orang lain"}, by=None, versi=1)
    isi = {"versi": 1, "pernyataan": "Isian saya", "jenis": "hasil"}
    form = perencana.post(url("formulir", simpul().uid), isi).context["form"]
    perencana.post(url("formulir", simpul().uid), isi | {"versi": form["versi"].value()})
    assert simpul().pernyataan == "Isian saya"


def test_a_button_that_is_refused_says_why(perencana, pohon):
    halaman = perencana.post(url("simpul_hapus", simpul().uid), {"versi": 1}, follow=True).text
    assert "membawahi 1 kondisi" in halaman


def test_the_present_step_lists_what_it_lacks(perencana, pohon):
    assert "belum tertaut ke komponen perencanaan" in perencana.get(url("rinci", pohon.uid)).text


def test_a_tree_goes_back_a_step(perencana, pohon):
    perencana.post(url("langkah", pohon.uid), {"arah": "kembali"})
    pohon.refresh_from_db()
    assert pohon.langkah == 4


def test_links_are_offered_only_in_the_fifth_step(perencana, pohon):
    assert "Komponen perencanaan" in perencana.get(url("simpul", simpul().uid)).text
    perencana.post(url("langkah", pohon.uid), {"arah": "kembali"})
    assert "Komponen perencanaan" not in perencana.get(url("formulir", simpul().uid)).text


def test_an_indicator_of_the_dictionary_is_linked(perencana, dunia, pohon):
    perencana.post(url("indikator_baru", simpul().uid), {"indikator": str(dunia.stunting.uid)})
    assert simpul().indikator_set.get().nama == "Balita sehat"


def test_an_indicator_is_changed_and_taken_off(perencana, pohon):
    perencana.post(url("indikator_baru", simpul().uid), {"nama": "Tinggi badan"})
    perencana.post(url("indikator", simpul().uid, 0), {"nama": "Berat badan"})
    assert simpul().indikator_set.get().nama == "Berat badan"
    perencana.post(url("indikator_hapus", simpul().uid, 0))
    assert not simpul().indikator_set.exists()


def test_further_support_is_added_and_taken_off(perencana, pohon):
    perencana.post(url("tambah", pohon.uid), {"jenis": "hasil", "pernyataan": "Kota tangguh", "kode": "B"})
    perencana.post(url("dukungan_baru", simpul("A.1").uid), {"mendukung": str(simpul("B").uid)})
    assert simpul("A.1").dukungan_set.get().mendukung == simpul("B")
    perencana.post(url("dukungan_hapus", simpul("A.1").uid, simpul("B").uid))
    assert not simpul("A.1").dukungan_set.exists()


def test_a_remark_is_written_and_settled(perencana, pohon):
    perencana.post(url("komentar_baru", simpul().uid), {"isi": "Ukur per kecamatan"})
    satu = simpul().komentar_set.get()
    perencana.post(url("komentar_selesai", simpul().uid, satu.uid))
    satu.refresh_from_db()
    assert satu.selesai_pada is not None


def test_who_verifies_may_remark_but_not_write(sebagai, pohon):
    halaman = sebagai("pimpinan_unit").get(url("simpul", simpul().uid)).text
    assert "Kirim komentar" in halaman
    assert "Hapus kondisi" not in halaman


def test_the_history_names_acts_and_remarks(perencana, pohon):
    add_komentar(simpul=simpul(), isi="Ukur per kecamatan", by=None)
    assert "Komentar ditulis" in perencana.get(url("riwayat", pohon.uid)).text


def test_a_need_is_put_to_another_unit_and_refused_with_a_reason(perencana, dunia, pohon, client):
    isi = {"unit_tujuan": str(dunia.dinsos.uid), "kebutuhan": "Data keluarga miskin"}
    perencana.post(url("usul", simpul().uid), isi)
    usulan = Crosscutting.objects.get()
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinsos))
    assert "Data keluarga miskin" in client.get(url("usulan")).text
    client.post(url("usulan_tolak", usulan.uid), {"alasan": "Belum terdata"})
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinkes))
    assert "Belum terdata" in client.get(url("lintas", pohon.uid)).text


def test_a_refusal_without_a_reason_is_not_taken(dunia, pohon, client):
    usulan = propose_crosscutting(simpul=simpul(), unit_tujuan=dunia.dinsos, kebutuhan="Data", by=None)
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinsos))
    assert client.post(url("usulan_tolak", usulan.uid), {"alasan": " "}).status_code == 400


def test_a_condition_of_a_tree_out_of_reach_is_named_without_a_link(dunia, pohon, client):
    usulan = propose_crosscutting(simpul=simpul(), unit_tujuan=dunia.dinsos, kebutuhan="Data", by=None)
    tautan = url("simpul", simpul().uid)
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinsos))
    teks = client.get(url("usulan_rinci", usulan.uid)).text
    assert simpul().pernyataan in teks
    assert tautan not in teks
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinkes))
    assert tautan in client.get(url("usulan_rinci", usulan.uid)).text


def test_an_accepted_need_becomes_a_condition_of_the_own_tree(dunia, pohon, client):
    create_pohon_bulk(
        unit=dunia.dinsos, pohon="utama", tahun=2025, baris=[BarisPohon("S", "hasil", "Sejahtera")], by=None
    )
    usulan = propose_crosscutting(
        simpul=simpul(), unit_tujuan=dunia.dinsos, kebutuhan="Data keluarga", by=None
    )
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinsos))
    client.post(url("usulan_terima", usulan.uid), {"buat": "on"})
    usulan.refresh_from_db()
    assert usulan.simpul_tujuan.pernyataan == "Data keluarga"


def test_the_asking_unit_does_not_answer_itself(perencana, dunia):
    usulan = propose_crosscutting(simpul=simpul(), unit_tujuan=dunia.dinsos, kebutuhan="Data", by=None)
    assert perencana.post(url("usulan_terima", usulan.uid), {}).status_code == 403


def test_a_waiting_proposal_is_a_task_on_the_home_page(dunia, pohon, client):
    propose_crosscutting(simpul=simpul(), unit_tujuan=dunia.dinsos, kebutuhan="Data", by=None)
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinsos))
    assert "Jawab 1 usulan crosscutting" in client.get("/").text


def test_a_unit_that_owns_a_condition_reads_the_thematic_tree(dunia, client):
    induk = dunia.dinsos
    create_pohon_bulk(
        unit=induk,
        pohon="stunting",
        tahun=2025,
        tema="Penurunan stunting",
        baris=[
            BarisPohon("T", "hasil", "Stunting turun"),
            BarisPohon("T.1", "csf", "Gizi", "T", pemilik_unit=dunia.dinkes),
        ],
        by=None,
    )
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinkes))
    assert client.get(url("rinci", Pohon.objects.get(nama="stunting").uid)).status_code == 200
    jawaban = client.post(
        url("formulir", simpul("T.1").uid),
        {"versi": 1, "pernyataan": "Gizi baik", "jenis": "csf"} | {"pemilik_unit": str(dunia.dinkes.uid)},
    )
    assert jawaban.status_code == 302
    assert (
        client.post(
            url("formulir", simpul("T").uid), {"versi": 1, "pernyataan": "X", "jenis": "hasil"}
        ).status_code
        == 403
    )
