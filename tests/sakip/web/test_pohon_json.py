"""The JSON of a performance tree: reading it, changing it, taking a change back."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.sakip.web.dunia import bangun, tambah_pohon

from sakip.apps.perencanaan.checks import temuan_pohon
from sakip.apps.perencanaan.models import Pohon, PohonIndikator, PohonSimpul
from sakip.apps.perencanaan.services import BarisPohon, create_pohon_bulk
from sakip.platform.temuan.services import acknowledge_temuan


@pytest.fixture
def pohon(dunia):
    tambah_pohon(dunia)
    PohonIndikator.objects.create(
        instansi=dunia.instansi,
        simpul=PohonSimpul.objects.get(kode="A"),
        indikator=dunia.stunting,
        nama="Balita sehat",
    )
    return Pohon.objects.get(unit=dunia.dinkes)


@pytest.fixture
def kirim(pohon, sebagai):
    client = sebagai("perencana_unit")

    def post(nama, uid, **isi):
        return client.post(
            reverse(f"pohon:{nama}", args=[uid]), json.dumps(isi), content_type="application/json"
        )

    return post


@pytest.fixture
def urung(client):
    def post(jawaban):
        balik = jawaban.json()["urung"]
        return client.post(balik["url"], json.dumps(balik["isi"]), content_type="application/json")

    return post


def simpul(kode):
    return PohonSimpul.objects.get(kode=kode)


def read(client, pohon, kueri=""):
    return client.get(reverse("pohon:data", args=[pohon.uid]) + kueri).json()


def test_the_tree_comes_with_target_result_and_band(pohon, sebagai):
    isi = read(sebagai("pengamat"), pohon)
    baris = isi["simpul"][0]
    assert baris["indikator"][0]["target"] == "100"
    assert baris["indikator"][0]["realisasi"] == "80"
    assert baris["pita"]["kode"] in {"ST", "T", "S", "R", "SR"}
    assert (baris["n_anak"], baris["n_turunan"], isi["pohon"]["ubah"]) == (1, 1, False)


def test_the_planner_of_the_unit_may_edit(pohon, sebagai):
    assert read(sebagai("perencana_unit"), pohon)["pohon"]["ubah"] is True


def test_a_branch_says_that_it_was_cut(pohon, sebagai):
    isi = read(sebagai("pengamat"), pohon, "?dalam=1")
    assert ([s["kode"] for s in isi["simpul"]], isi["terpotong"]) == (["A"], True)


def test_a_branch_starts_where_it_is_asked(pohon, sebagai):
    isi = read(sebagai("pengamat"), pohon, f"?akar={simpul('A.1').uid}")
    assert [s["kode"] for s in isi["simpul"]] == ["A.1"]


def test_another_government_finds_no_tree(pohon, client):
    lain = bangun(nama="Kota Sebelah")
    client.force_login(buat_pengguna("perencana_instansi", instansi=lain.instansi))
    assert client.get(reverse("pohon:data", args=[pohon.uid])).status_code == 404
    alamat = reverse("pohon:simpul_ubah", args=[simpul("A").uid])
    assert client.post(alamat, "{}", content_type="application/json").status_code == 404


@pytest.mark.parametrize("peran", ["pengamat", "pimpinan_unit", "apip"])
def test_who_only_reads_may_not_write(peran, pohon, sebagai):
    alamat = reverse("pohon:simpul_ubah", args=[simpul("A").uid])
    isi = json.dumps({"versi": 1, "pernyataan": "X"})
    assert sebagai(peran).post(alamat, isi, content_type="application/json").status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_tree(pohon, dunia, sebagai):
    client = sebagai("perencana_unit")
    read(client, pohon)
    with CaptureQueriesContext(connection) as kecil:
        read(client, pohon)
    baris = [BarisPohon(f"A.1.{n}", "keluaran", f"Hal {n}", "A.1") for n in range(60)]
    create_pohon_bulk(unit=dunia.dinkes, pohon="Pohon Dinkes", tahun=2025, baris=baris, by=None)
    with CaptureQueriesContext(connection) as besar:
        assert len(read(client, pohon)["simpul"]) == 62
    assert len(besar) <= len(kecil)


def findings(client, pohon):
    return client.get(reverse("pohon:temuan", args=[pohon.uid])).json()["temuan"]


def total(temuan):
    return sum(n for satu in temuan.values() for n in satu.values())


def test_a_first_reading_may_leave_the_findings_out(pohon, sebagai):
    assert all("temuan" not in satu for satu in read(sebagai("pengamat"), pohon, "?temuan=0")["simpul"])


def test_findings_asked_for_alone_are_those_of_the_whole_answer(pohon, sebagai):
    client = sebagai("pengamat")
    nol = {"galat": 0, "peringatan": 0, "saran": 0}
    satu_jawaban = {s["uid"]: s["temuan"] for s in read(client, pohon)["simpul"] if s["temuan"] != nol}
    assert findings(client, pohon) == satu_jawaban != {}


def test_findings_are_counted_as_they_are_listed(pohon, sebagai):
    terbuka = [t for t in temuan_pohon(pohon) if t.simpul_uid is not None]
    assert total(findings(sebagai("pengamat"), pohon)) == len(terbuka) > 0


def test_an_accepted_finding_is_not_counted(pohon, dunia, sebagai):
    client = sebagai("pengamat")
    satu = next(t for t in temuan_pohon(pohon) if t.simpul_uid == str(simpul("A").uid))
    sebelum = total(findings(client, pohon))
    acknowledge_temuan(temuan=satu, unit=dunia.dinkes, alasan="Sudah disepakati", by=None)
    assert total(findings(client, pohon)) == sebelum - 1


def test_a_finding_accepted_for_other_words_counts_again(pohon, dunia, kirim, client):
    satu = next(t for t in temuan_pohon(pohon) if t.simpul_uid == str(simpul("A").uid))
    sebelum = findings(client, pohon)
    acknowledge_temuan(temuan=satu, unit=dunia.dinkes, alasan="Sudah disepakati", by=None)
    kirim("simpul_ubah", simpul("A").uid, versi=1, pernyataan="Warga lebih sehat")
    assert findings(client, pohon)[satu.simpul_uid] == sebelum[satu.simpul_uid]


def test_another_government_finds_no_findings(pohon, client):
    lain = bangun(nama="Kota Sebelah")
    client.force_login(buat_pengguna("perencana_instansi", instansi=lain.instansi))
    assert client.get(reverse("pohon:temuan", args=[pohon.uid])).status_code == 404


@pytest.mark.parametrize(("nama", "kueri", "batas"), [("data", "?temuan=0", 13), ("temuan", "", 12)])
def test_both_readings_keep_to_their_queries_whatever_the_size(pohon, dunia, sebagai, nama, kueri, batas):
    client = sebagai("perencana_unit")
    baris = [BarisPohon(f"A.1.{n}", "keluaran", f"Hal {n}", "A.1") for n in range(60)]
    create_pohon_bulk(unit=dunia.dinkes, pohon="Pohon Dinkes", tahun=2025, baris=baris, by=None)
    alamat = reverse(f"pohon:{nama}", args=[pohon.uid]) + kueri
    client.get(alamat)
    with CaptureQueriesContext(connection) as dipakai:
        assert client.get(alamat).status_code == 200
    assert len(dipakai) <= batas


def test_a_new_condition_gets_the_next_code(kirim, pohon):
    jawaban = kirim(
        "simpul_baru", pohon.uid, induk=str(simpul("A").uid), jenis="csf", pernyataan="Air bersih"
    )
    assert jawaban.json()["simpul"][0]["kode"] == "A.2"


def test_a_new_condition_can_be_taken_back(kirim, urung, pohon):
    jawaban = kirim("simpul_baru", pohon.uid, induk=None, jenis="hasil", pernyataan="Baru")
    assert urung(jawaban).json()["hapus"] == [jawaban.json()["simpul"][0]["uid"]]


def test_an_edit_counts_the_version_up(kirim, pohon):
    jawaban = kirim("simpul_ubah", simpul("A").uid, versi=1, pernyataan="Warga lebih sehat")
    assert jawaban.json()["simpul"][0]["versi"] == 2


def test_two_edits_are_undone_one_after_the_other(kirim, urung, pohon):
    satu = kirim("simpul_ubah", simpul("A").uid, versi=1, pernyataan="Satu")
    dua = kirim("simpul_ubah", simpul("A").uid, versi=2, pernyataan="Dua")
    urung(dua)
    assert urung(satu).json()["simpul"][0]["pernyataan"] == "Warga sehat"


def test_an_undo_does_not_wipe_out_what_somebody_else_wrote(kirim, urung, pohon):
    satu = kirim("simpul_ubah", simpul("A").uid, versi=1, pernyataan="Satu")
    kirim("simpul_ubah", simpul("A").uid, versi=2, pernyataan="Orang lain")
    assert urung(satu).status_code == 409
    assert simpul("A").pernyataan == "Orang lain"


def test_a_stale_edit_is_answered_with_the_present_state(kirim, pohon):
    kirim("simpul_ubah", simpul("A").uid, versi=1, pernyataan="Satu")
    jawaban = kirim("simpul_ubah", simpul("A").uid, versi=1, pernyataan="Dua")
    assert (jawaban.status_code, jawaban.json()["simpul"][0]["pernyataan"]) == (409, "Satu")


def test_a_condition_does_not_move_under_its_own_child(kirim, pohon):
    jawaban = kirim("simpul_pindah", simpul("A").uid, versi=1, induk=str(simpul("A.1").uid), urutan=0)
    assert (jawaban.status_code, jawaban.json()["bidang"]) == (400, "induk")


def test_a_condition_does_not_move_under_itself(kirim, pohon):
    jawaban = kirim("simpul_pindah", simpul("A").uid, versi=1, induk=str(simpul("A").uid), urutan=0)
    assert jawaban.status_code == 400


def test_two_main_parents_are_refused(kirim, pohon):
    dua = [str(simpul("A").uid), str(simpul("A.1").uid)]
    jawaban = kirim("simpul_pindah", simpul("A.1").uid, versi=1, induk=dua, urutan=0)
    assert "satu induk utama" in jawaban.json()["galat"]


def test_a_move_can_be_taken_back(kirim, urung, pohon):
    jawaban = kirim("simpul_pindah", simpul("A.1").uid, versi=1, induk=None, urutan=0)
    assert simpul("A.1").induk is None
    urung(jawaban)
    assert simpul("A.1").induk == simpul("A")


def test_a_condition_with_children_is_not_deleted(kirim, pohon):
    jawaban = kirim("simpul_hapus", simpul("A").uid, versi=1)
    assert "membawahi 1 kondisi" in jawaban.json()["galat"]


def test_a_condition_with_results_is_retired_instead(kirim, pohon, dunia):
    PohonIndikator.objects.create(
        instansi=dunia.instansi, simpul=simpul("A.1"), indikator=dunia.stunting, nama="Balita sehat"
    )
    assert "Pensiunkan" in kirim("simpul_hapus", simpul("A.1").uid, versi=1).json()["galat"]
    jawaban = kirim("simpul_pensiun", simpul("A.1").uid, versi=1, pensiun=True)
    assert jawaban.json()["simpul"][0]["pensiun"] is True


def test_a_deleted_condition_comes_back_as_it_was(kirim, urung, pohon, dunia):
    semula = simpul("A.1")
    PohonIndikator.objects.create(instansi=dunia.instansi, simpul=semula, nama="Tinggi badan")
    urung(kirim("simpul_hapus", semula.uid, versi=1))
    kembali = simpul("A.1")
    assert (kembali.uid, kembali.asal) == (semula.uid, semula.asal)
    assert kembali.indikator_set.get().nama == "Tinggi badan"


def test_a_deletion_can_be_repeated_after_it_was_undone(kirim, urung, pohon):
    ulang = urung(urung(kirim("simpul_hapus", simpul("A.1").uid, versi=1)))
    assert ulang.json()["hapus"]


def test_links_before_step_five_are_refused(kirim, pohon, dunia):
    pohon.simpul_set.update(langkah=3)
    Pohon.objects.update(langkah=3)
    jawaban = kirim("simpul_ubah", simpul("A").uid, versi=1, simpul=str(dunia.sasaran.uid))
    assert "langkah kelima" in jawaban.json()["galat"]


def test_a_link_to_another_government_does_not_exist(kirim, pohon):
    lain = bangun(nama="Kota Sebelah")
    jawaban = kirim("simpul_ubah", simpul("A").uid, versi=1, pemilik_unit=str(lain.dinkes.uid))
    assert (jawaban.status_code, jawaban.json()["bidang"]) == (400, "pemilik_unit")


def test_a_used_code_is_refused(kirim, pohon):
    jawaban = kirim("simpul_ubah", simpul("A.1").uid, versi=1, kode="A")
    assert jawaban.json()["bidang"] == "kode"


@pytest.mark.parametrize("isi", [{"versi": "x"}, {"versi": 1, "jenis": "raja"}, {"versi": 1, "pernyataan": " "},
                                 {"versi": 1, "pernyataan": 5}, {"versi": 1, "pernyataan": "x" * 701}])  # fmt: skip
def test_what_cannot_be_read_is_refused_not_stored(isi, kirim, pohon):
    assert kirim("simpul_ubah", simpul("A").uid, **isi).status_code == 400


def test_a_body_that_is_no_json_is_refused(kirim, pohon, client):
    alamat = reverse("pohon:simpul_ubah", args=[simpul("A").uid])
    assert client.post(alamat, "[1", content_type="application/json").status_code == 400
