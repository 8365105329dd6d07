"""The pages on which a plan is drafted, measured, submitted, verified, compared."""

import json
from datetime import date

import pytest
from django.urls import reverse
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul, buat_target
from tests.sakip.web.dunia import bangun

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Dokumen, PaguIndikatif, Simpul, Target
from sakip.apps.perencanaan.services.nomenklatur import BarisButir, create_versi, import_butir


@pytest.fixture
def draf(dunia):
    dokumen = buat_dokumen(dunia.dinkes, nama="Renstra baru", tahun_mulai=2027, tahun_selesai=2028)
    sasaran = buat_simpul(dokumen, pernyataan="Warga sehat")
    services.link_indikator(simpul=sasaran, indikator=dunia.stunting, by=None)
    buat_simpul(dokumen, jenis="program", induk=sasaran, pernyataan="Program gizi")
    return dokumen


def url(nama, *bagian):
    return reverse(f"rencana:{nama}", args=bagian)


def halaman(d):
    simpul = Simpul.objects.filter(dokumen=d, jenis="sasaran").get()
    return [
        url("ubah", d.uid), url("revisi", d.uid), url("salin", d.uid), url("susun", d.uid),
        url("tambah", d.uid), url("kisi", d.uid), url("simpul_ubah", simpul.uid),
        url("indikator", simpul.uid), url("mendukung", simpul.uid),
    ]  # fmt: skip


def test_a_planner_begins_a_document(dunia, sebagai):
    isi = {
        "unit": str(dunia.dinkes.uid), "jenis": "renstra", "nama": "Renstra 2027-2031", "tahun_mulai": 2027,
        "tahun_selesai": 2031, "sifat": "murni",
    }  # fmt: skip
    jawaban = sebagai("perencana_unit").post(url("baru"), isi)
    assert jawaban["Location"] == url("susun", Dokumen.objects.get(nama="Renstra 2027-2031").uid)


def test_every_page_of_a_draft_opens_for_its_planner(draf, sebagai):
    client = sebagai("perencana_unit")
    assert {client.get(alamat).status_code for alamat in halaman(draf)} == {200}


@pytest.mark.parametrize("peran", ["pimpinan_unit", "apip", "pengamat", "pimpinan_instansi"])
def test_readers_do_not_edit(draf, sebagai, peran):
    client = sebagai(peran)
    assert {client.get(alamat).status_code for alamat in halaman(draf)} == {403}


def test_another_government_has_no_such_pages(dunia, sebagai):
    lain = buat_dokumen(bangun(nama="Kota Tetangga").dinkes, tahun_mulai=2027, tahun_selesai=2028)
    buat_simpul(lain)
    client = sebagai("perencana_instansi")
    assert {client.get(alamat).status_code for alamat in halaman(lain)} == {404}


@pytest.mark.parametrize(("nama", "batas"), [("susun", 14), ("kisi", 16)])
def test_the_editing_pages_cost_the_same_for_many(draf, sebagai, nama, batas, django_assert_max_num_queries):
    for _ in range(30):
        buat_simpul(draf)
    client = sebagai("perencana_unit")
    client.get(url(nama, draf.uid))
    with django_assert_max_num_queries(batas):
        client.get(url(nama, draf.uid))


def test_a_node_is_added_below_another(draf, sebagai):
    induk = draf.simpul_set.get(jenis="sasaran")
    isi = {"jenis": "program", "pernyataan": "Program imunisasi", "kode": "1.02.03"}
    sebagai("perencana_unit").post(f"{url('tambah', draf.uid)}?induk={induk.uid}", isi)
    assert Simpul.objects.get(pernyataan="Program imunisasi").induk == induk


def test_a_stale_form_says_what_stands_there_now(draf, sebagai):
    simpul = draf.simpul_set.get(jenis="sasaran")
    isi = {"pernyataan": "Tulisan saya", "sidik": "usang"}
    jawaban = sebagai("perencana_unit").post(url("simpul_ubah", simpul.uid), isi).text
    assert "sudah diubah orang lain" in jawaban
    assert "Tulisan saya" in jawaban


def test_the_grid_saves_targets_and_ceilings_in_indonesian_numerals(draf, dunia, sebagai):
    program = draf.simpul_set.get(jenis="program")
    t, p = f"t-{dunia.stunting.uid}-2027", f"p-{program.uid}-2027"
    isi = {"awal": json.dumps({t: "", p: ""}), t: "1.250,5", p: "1.000.000"}
    sebagai("perencana_unit").post(url("kisi", draf.uid), isi)
    assert str(Target.objects.get(dokumen=draf).angka.normalize()) == "1250.5"
    assert PaguIndikatif.objects.get(simpul=program).jumlah == 1_000_000


def test_the_grid_of_a_year_saves_its_quarters(draf, dunia, sebagai):
    client, kisi = sebagai("perencana_unit"), f"{url('kisi', draf.uid)}?tahun=2027"
    awal = json.loads(client.get(kisi).context["awal"])
    nama = [f"t-{dunia.stunting.uid}-2027{akhir}" for akhir in ("-1", "-2", "-3", "-4", "")]
    assert nama == [satu for satu in awal if satu.startswith("t-")]
    client.post(kisi, {"awal": json.dumps(awal), nama[0]: "10", nama[3]: "40", nama[4]: "40"})
    target = Target.objects.filter(dokumen=draf).order_by("pk").values_list("tahun", "triwulan", "angka")
    assert list(target) == [(2027, 1, 10), (2027, 4, 40), (2027, None, 40)]


def test_a_quarter_somebody_else_changed_is_reported_in_its_cell(draf, dunia, sebagai):
    kisi, sel = f"{url('kisi', draf.uid)}?tahun=2027", f"t-{dunia.stunting.uid}-2027-2"
    buat_target(draf, dunia.stunting, 20, tahun=2027, triwulan=2)
    jawaban = sebagai("perencana_unit").post(kisi, {"awal": json.dumps({sel: ""}), sel: "25"})
    assert "Sudah diubah orang lain menjadi “20”." in jawaban.text
    assert jawaban.text.count("Sudah diubah") == 1


def test_a_ceiling_has_no_quarters(draf, sebagai):
    program = draf.simpul_set.get(jenis="program")
    awal = json.loads(sebagai("perencana_unit").get(f"{url('kisi', draf.uid)}?tahun=2028").context["awal"])
    assert [satu for satu in awal if satu.startswith("p-")] == [f"p-{program.uid}-2028"]


def test_an_action_plan_opens_with_its_quarters_and_shows_targets_without_a_node(dunia, sebagai):
    aksi = buat_dokumen(dunia.dinkes, jenis="renaksi", nama="Aksi", tahun_mulai=2027, tahun_selesai=2027)
    buat_target(aksi, dunia.stunting, 5, tahun=2027, triwulan=1)
    konteks = sebagai("perencana_unit").get(url("kisi", aksi.uid)).context
    assert [satu.triwulan for satu in konteks["kolom"]] == [1, 2, 3, 4, None]
    assert json.loads(konteks["awal"])[f"t-{dunia.stunting.uid}-2027-1"] == "5"


@pytest.mark.parametrize("tahun", ["2026", "x", ""])
def test_a_year_outside_the_document_opens_the_years(draf, sebagai, tahun):
    konteks = sebagai("perencana_unit").get(f"{url('kisi', draf.uid)}?tahun={tahun}").context
    assert [satu.judul for satu in konteks["kolom"]] == ["2027", "2028"]


def _nomenklatur(dunia):
    versi = create_versi(
        instansi=dunia.instansi, kode="2024", nama="Daftar", dasar="Kepmendagri", berlaku_mulai=date(2024, 1, 1),
        by=None,
    )  # fmt: skip
    baris = [BarisButir("1.02", "Kesehatan"), BarisButir("1.02.02", "Program pemenuhan upaya kesehatan"),
             BarisButir("1.02.02.2.01", "Penyediaan fasilitas")]  # fmt: skip
    import_butir(versi=versi, baris=baris, berkas="a.csv", isi=b"a", by=None)
    return versi


def test_a_programme_takes_its_name_from_the_nomenclature(draf, dunia, sebagai):
    _nomenklatur(dunia)
    induk = draf.simpul_set.get(jenis="sasaran")
    alamat = f"{url('tambah', draf.uid)}?induk={induk.uid}"
    sebagai("perencana_unit").post(alamat, {"jenis": "program", "pernyataan": "", "kode": "1.02.02"})
    assert Simpul.objects.get(kode="1.02.02").pernyataan == "Program pemenuhan upaya kesehatan"


@pytest.mark.parametrize("isi", [{"kode": "9.99"}, {"kode": ""}, {"jenis": "strategi", "kode": "1.02.02"}])
def test_a_node_without_words_needs_a_code_of_its_level(draf, dunia, sebagai, isi):
    _nomenklatur(dunia)
    alamat = f"{url('tambah', draf.uid)}?induk={draf.simpul_set.get(jenis='sasaran').uid}"
    jawaban = sebagai("perencana_unit").post(alamat, {"jenis": "program", "pernyataan": "", **isi})
    assert "Tulis pernyataannya" in str(jawaban.context["form"].errors["pernyataan"])


def test_the_codes_below_the_parent_are_offered_without_scripts(draf, dunia, sebagai):
    _nomenklatur(dunia)
    program = buat_simpul(draf, jenis="program", kode="1.02.02", pernyataan="Program kesehatan")
    teks = sebagai("perencana_unit").get(f"{url('tambah', draf.uid)}?induk={program.uid}").text
    assert '<option value="1.02.02.2.01">Penyediaan fasilitas</option>' in teks
    assert f'hx-get="{reverse("nomenklatur:cari")}?pada=' in teks


def test_a_goal_has_no_codes_to_offer(draf, sebagai):
    sasaran = draf.simpul_set.get(jenis="sasaran")
    assert (
        "hx-get"
        not in sebagai("perencana_unit")
        .get(url("simpul_ubah", sasaran.uid))
        .text.split('<form class="s-formulir')[1]
    )


def test_a_cell_that_cannot_be_read_keeps_what_was_typed(draf, sebagai):
    p = f"p-{draf.simpul_set.get(jenis='program').uid}-2027"
    jawaban = sebagai("perencana_unit").post(
        url("kisi", draf.uid), {"awal": json.dumps({p: ""}), p: "banyak"}
    )
    assert jawaban.status_code == 422
    assert 'value="banyak"' in jawaban.text
    assert not PaguIndikatif.objects.exists()


def test_an_indicator_is_found_linked_and_let_go(draf, dunia, sebagai):
    client, alamat = sebagai("perencana_unit"), url("indikator", draf.simpul_set.get(jenis="sasaran").uid)
    assert "Imunisasi dasar lengkap" in client.get(alamat + "?q=imunisasi").text
    client.post(alamat, {"taut": str(dunia.imunisasi.uid)})
    client.post(alamat, {"lepas": str(dunia.stunting.uid)})
    sasaran = draf.simpul_set.get(jenis="sasaran")
    assert [t.indikator for t in sasaran.indikator_set.all()] == [dunia.imunisasi]


def test_steps_are_offered_by_state_and_role(draf, sebagai):
    alamat = reverse("perencanaan:dokumen", args=[draf.uid])
    client = sebagai("perencana_unit")
    assert url("langkah", draf.uid, "ajukan") in client.get(alamat).text
    client.post(url("langkah", draf.uid, "ajukan"))
    assert url("langkah", draf.uid, "tarik") in client.get(alamat).text
    assert url("langkah", draf.uid, "verifikasi") in sebagai("perencana_instansi").get(alamat).text


def test_a_return_shows_its_reason_to_the_planner(draf, sebagai):
    sebagai("perencana_unit").post(url("langkah", draf.uid, "ajukan"))
    sebagai("perencana_instansi").post(
        url("langkah", draf.uid, "kembalikan"), {"catatan": "Target belum lengkap"}
    )
    halaman = sebagai("perencana_unit").get(reverse("perencanaan:dokumen", args=[draf.uid])).text
    assert "Target belum lengkap" in halaman


def test_versions_stand_side_by_side_and_are_downloaded(dunia, sebagai):
    baru = services.revise_dokumen(dokumen=dunia.renstra, nama="Renstra perubahan", by=None)
    simpul = Simpul.objects.filter(dokumen=baru).first()
    services.update_simpul(simpul=simpul, isi=services.IsiSimpul(pernyataan="Hal lain"), by=None)
    alamat, client = url("banding", baru.uid, dunia.renstra.uid), sebagai("pengamat")
    assert "<ins>" in client.get(alamat).text
    assert "Hal lain" in client.get(alamat + "?bentuk=csv").text
    assert client.get(alamat + "?bentuk=xlsx").content.startswith(b"PK")


def test_the_list_shows_what_was_in_force_on_a_day(dunia, sebagai):
    client, daftar = sebagai("pengamat"), reverse("perencanaan:daftar")
    assert "Renstra Dinkes" in client.get(daftar + "?pada=2024-01-01").text
    assert "Renstra Dinkes" not in client.get(daftar + "?pada=2030-01-01").text


def test_the_page_of_a_document_asks_for_its_findings_afterwards(draf, sebagai):
    client, ringkas = sebagai("perencana_unit"), reverse("temuan:ringkas_dokumen", args=[draf.uid])
    assert f'hx-get="{ringkas}"' in client.get(reverse("perencanaan:dokumen", args=[draf.uid])).text
    assert "temuan terbuka" in client.get(ringkas).text


def test_findings_of_a_document_of_another_government_do_not_exist(dunia, sebagai):
    lain = buat_dokumen(bangun(nama="Kota Tetangga").dinkes, tahun_mulai=2027, tahun_selesai=2028)
    ringkas = reverse("temuan:ringkas_dokumen", args=[lain.uid])
    assert sebagai("perencana_instansi").get(ringkas).status_code == 404
