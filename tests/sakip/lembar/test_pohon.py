"""The cascading table of a tree: out, edited, compared three ways, applied, undone; and what is refused."""

import pytest

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.jenis import write_templat
from sakip.apps.perencanaan.lembar.pohon_tabel import read_pohon
from sakip.apps.perencanaan.lembar.services import load_pratinjau, undo_impor
from sakip.apps.perencanaan.lembar.tiga import Arti
from sakip.apps.perencanaan.models import PohonIndikator, PohonSimpul
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from tests.pabrik.organisasi import buat_jabatan, buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.sakip.lembar.dunia import bangun as bangun_rencana
from tests.sakip.lembar.dunia import ekspor as ekspor_rencana
from tests.sakip.lembar.dunia_pohon import (
    KOLOM,
    bangun_pohon,
    ekspor,
    galat,
    kosong,
    sendiri,
    sunting,
    tambah,
    tanpa,
    terapkan,
    tulis,
    unggah,
)

pytestmark = pytest.mark.django_db
TANPA_INDUK = [judul if judul != "Induk" else "Catatan" for judul in KOLOM]
BARU = ["2", "", "Hasil", "Lingkungan bersih", "Indeks air", "indeks", "70"]


@pytest.fixture
def d():
    return bangun_pohon()


def test_an_export_that_nobody_edited_holds_no_difference(d):
    _impor, pratinjau = unggah(d, ekspor(d))
    assert (pratinjau.beda, pratinjau.pesan) == ((), ())


def test_words_owner_and_target_are_changed_and_undone(d):
    sebelum = read_pohon(d.pohon)
    buat_jabatan(d.unit, nama="Kepala Bidang Gizi")

    def ubah(isi):
        tulis("1.1", "Kondisi", "Gizi anak membaik")(isi)
        tulis("1.1", "Target", "85")(isi)
        tulis("1.1", "Jabatan pemilik", "Kepala Bidang Gizi")(isi)

    impor, _ = unggah(d, ekspor(d, ubah))
    terapkan(d, impor)
    simpul = d.simpul("1.1")
    assert (simpul.pernyataan, simpul.pemilik_jabatan.versi.get().nama) == (
        "Gizi anak membaik",
        "Kepala Bidang Gizi",
    )
    assert simpul.indikator_set.get().target_teks == "85"
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert read_pohon(d.pohon) == sebelum


def test_a_condition_moves_by_the_code_of_its_parent(d):
    impor, pratinjau = unggah(d, ekspor(d, tulis("1.1.1", "Induk", "1.2")))
    assert [(b.bidang, b.arti) for b in pratinjau.beda] == [("induk", Arti.BERUBAH_DI_BERKAS)]
    terapkan(d, impor)
    assert d.simpul("1.1.1").induk == d.simpul("1.2")
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert d.simpul("1.1.1").induk == d.simpul("1.1")


def test_parent_and_child_may_trade_places(d):
    def ubah(isi):
        tulis("1.1.1", "Induk", "1")(isi)
        tulis("1.1", "Induk", "1.1.1")(isi)

    impor, pratinjau = unggah(d, ekspor(d, ubah))
    assert galat(pratinjau) == {}
    terapkan(d, impor)
    assert d.simpul("1.1").induk == d.simpul("1.1.1")


def test_two_conditions_may_trade_their_codes(d):
    def ubah(isi):
        tulis("1.1.1", "Kode", "x")(isi)
        tulis("1.2", "Kode", "1.1.1")(isi)
        tulis("x", "Kode", "1.2")(isi)

    impor, pratinjau = unggah(d, ekspor(d, ubah))
    assert galat(pratinjau) == {}
    terapkan(d, impor)
    assert (d.simpul("1.2").pernyataan, d.simpul("1.1.1").pernyataan) == ("Posyandu aktif", "Layanan bermutu")


def test_new_rows_become_conditions_below_new_ones_and_are_taken_back(d):
    anak = ["", "2", "Keluaran", "Sampah terangkut"]
    impor, _ = unggah(d, ekspor(d, tambah(BARU, anak)))
    terapkan(d, impor)
    assert d.simpul("2.1").induk.indikator_set.get().nama == "Indeks air"
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert PohonSimpul.objects.filter(pohon=d.pohon).count() == 4


def test_a_row_without_a_condition_adds_an_indicator_to_the_one_above(d):
    lagi = ["", "", "", "", "Jumlah sampah", "ton", "5"]
    impor, _ = unggah(d, ekspor(d, tambah(BARU, lagi)))
    terapkan(d, impor)
    assert [i.nama for i in d.simpul("2").indikator_set.all()] == ["Indeks air", "Jumlah sampah"]


def test_an_indicator_named_as_in_the_dictionary_is_tied_to_it(d):
    impor, _ = unggah(
        d, ekspor(d, tambah(["2", "", "Hasil", "Anak sehat", "persentase balita sehat", "%", "9"]))
    )
    terapkan(d, impor)
    assert d.simpul("2").indikator_set.get().indikator == d.stunting


def test_both_sides_changed_is_a_conflict_that_waits(d):
    berkas = ekspor(d, tulis("1.1", "Kondisi", "Gizi anak membaik"))
    services.update_pohon_simpul(
        simpul=d.simpul("1.1"), ubahan={"pernyataan": "Gizi balita baik"}, by=None, kini={}
    )
    impor, pratinjau = unggah(d, berkas)
    assert [(b.arti, b.sistem, b.ekspor) for b in pratinjau.beda] == [
        (Arti.KONFLIK, "Gizi balita baik", "Gizi anak baik")
    ]
    assert "belum Anda pilih" in pratinjau.penghalang()
    terapkan(d, impor)
    assert d.simpul("1.1").pernyataan == "Gizi anak membaik"


def test_what_changed_only_in_the_system_is_left_alone(d):
    berkas = ekspor(d)
    services.move_pohon_simpul(simpul=d.simpul("1.1.1"), induk=d.simpul("1.2"), by=None, kini={})
    _impor, pratinjau = unggah(d, berkas)
    assert [b.arti for b in pratinjau.beda] == [Arti.BERUBAH_DI_SISTEM]
    assert not pratinjau.berubah


def test_a_deleted_row_goes_only_when_it_is_chosen_and_comes_back_as_it_was(d):
    uid = d.simpul("1.1.1").uid
    impor, pratinjau = unggah(d, ekspor(d, tanpa("1.1.1")))
    assert "Tidak ada yang akan berubah" in pratinjau.penghalang()
    terapkan(d, impor)
    assert not PohonSimpul.objects.filter(uid=uid).exists()
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert d.simpul("1.1.1").uid == uid
    assert d.simpul("1.1.1").induk == d.simpul("1.1")


def test_a_removed_condition_comes_back_with_its_indicator(d):
    def ubah(isi):
        tanpa("1.1.1")(isi)
        tanpa("1.1")(isi)

    impor, _ = unggah(d, ekspor(d, ubah))
    terapkan(d, impor)
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert d.simpul("1.1").indikator_set.get().indikator == d.stunting


def test_a_condition_with_results_is_not_removed(d):
    buat_realisasi(d.stunting, 80, tahun=2026)
    impor, pratinjau = unggah(d, ekspor(d, tanpa("1.1")))
    assert list(pratinjau.tertahan.values()) == ["indikatornya sudah punya realisasi"]
    with pytest.raises(ImporRencanaDitolak, match="sudah punya realisasi"):
        terapkan(d, impor)


def test_a_condition_somebody_remarked_on_is_not_removed(d):
    services.add_komentar(simpul=d.simpul("1.2"), isi="Perjelas", by=None)
    _impor, pratinjau = unggah(d, ekspor(d, tanpa("1.2")))
    assert list(pratinjau.tertahan.values()) == ["ada komentar padanya"]


def test_the_parent_of_what_stays_is_not_removed(d):
    impor, _ = unggah(d, ekspor(d, tanpa("1.1")))
    with pytest.raises(ImporRencanaDitolak, match="kehilangan induknya"):
        terapkan(d, impor)


@pytest.mark.parametrize(
    ("kode", "judul", "nilai", "kata"),
    [
        ("1.1.1", "Induk", "9", "Induk 9 tidak ada"),
        ("1", "Induk", "1.1.1", "melingkar: 1 → 1.1.1 → 1.1 → 1"),
        ("1.1", "Induk", "1.1", "melingkar"),
        ("1.1", "Jenis", "Dampak", "tidak dikenal. Pilih"),
        ("1.1", "Unit pemilik", "Dinas Antah", "tidak dikenal"),
        ("1.1", "Jabatan pemilik", "Camat Antah", "tidak ada pada tahun pohon ini"),
        ("1.1", "Juga mendukung", "8", "Kondisi 8 tidak ada"),
        ("1.1", "Kondisi", "", "dikosongkan"),
        ("1.2", "Kode", "1.1.1", "sudah dipakai kondisi lain"),
        ("1.1", "Kondisi", "x" * 701, "lebih dari 700 huruf"),
    ],
)
def test_an_error_names_its_cell_and_keeps_the_file_out(d, kode, judul, nilai, kata):
    _impor, pratinjau = unggah(d, ekspor(d, tulis(kode, judul, nilai)))
    assert any(kata in pesan and sel[-1].isdigit() for sel, pesan in galat(pratinjau).items()), galat(
        pratinjau
    )
    assert "galat" in pratinjau.penghalang()


def test_two_main_parents_are_refused_with_both_cells(d):
    berkas = sendiri(
        ["1", "", "Hasil", "Warga sehat"],
        ["1.1", "1", "CSF", "Gizi anak baik"],
        ["1.2", "1", "CSF", "Layanan bermutu"],
        ["1.1", "1.2", "CSF", "Gizi anak baik"],
    )
    [(sel, pesan)] = galat(unggah(d, berkas)[1]).items()
    assert sel == "B5"
    assert "sudah berinduk 1 di A3" in pesan
    assert "Juga mendukung" in pesan


def test_support_of_a_second_condition_is_added_and_let_go(d):
    impor, _ = unggah(d, ekspor(d, tulis("1.1.1", "Juga mendukung", "1.2")))
    terapkan(d, impor)
    assert [s.mendukung.kode for s in d.simpul("1.1.1").dukungan_set.all()] == ["1.2"]
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert d.simpul("1.1.1").dukungan_set.count() == 0


def test_support_of_the_own_line_is_refused(d):
    impor, _ = unggah(d, ekspor(d, tulis("1.1.1", "Juga mendukung", "1")))
    with pytest.raises(ImporRencanaDitolak, match="segaris"):
        terapkan(d, impor)


def test_a_unit_that_ended_is_refused(d):
    lama = buat_unit(d.unit.instansi, kode="LAMA", nama="Dinas Lama")
    lama.versi.update(berlaku_sampai="2025-12-31")
    _impor, pratinjau = unggah(d, ekspor(d, tulis("1.2", "Unit pemilik", "Dinas Lama")))
    assert "tidak berlaku pada tahun pohon ini" in "".join(galat(pratinjau).values())


def test_a_tree_is_built_from_the_empty_template(d):
    baru = kosong(d)
    berkas = sunting(
        write_templat(baru.macam),
        tambah(["1", "", "Hasil", "Warga sehat"], ["1.1", "1", "CSF", "Gizi baik", "Prevalensi", "%", "14"]),
    )
    impor, pratinjau = unggah(baru, berkas)
    assert galat(pratinjau) == {}
    terapkan(baru, impor)
    assert baru.simpul("1.1").indikator_set.get().target_teks == "14"
    assert baru.simpul("1.1").langkah == 1


def test_before_the_fifth_step_a_post_is_refused_in_its_cell(d):
    baru = kosong(d)
    buat_jabatan(d.unit, nama="Kepala Dinas")
    berkas = sendiri(["1", "", "Hasil", "Warga sehat", "", "", "", "", "Kepala Dinas"])
    assert "langkah kelima" in galat(unggah(baru, berkas)[1])["I2"]


def test_without_a_column_of_parents_the_code_says_it(d):
    baru = kosong(d)
    berkas = sendiri(["1", "", "Hasil", "Warga sehat"], ["1.1", "", "CSF", "Gizi baik"], judul=TANPA_INDUK)
    terapkan(baru, unggah(baru, berkas)[0])
    assert baru.simpul("1.1").induk == baru.simpul("1")


def test_a_file_of_another_tree_or_of_a_plan_is_refused(d):
    with pytest.raises(BerkasTakTerpakai, match="Pohon baru"):
        unggah(d, ekspor(kosong(d)))
    lain = buat_unit(d.unit.instansi)
    with pytest.raises(BerkasTakTerpakai, match="lembar lain"):
        unggah(d, ekspor_rencana(bangun_rencana(lain)))


def test_an_undo_is_refused_once_the_tree_was_changed(d):
    impor, _ = unggah(d, ekspor(d, tulis("1.1", "Kondisi", "Gizi anak membaik")))
    terapkan(d, impor)
    services.update_pohon_simpul(simpul=d.simpul("1.2"), ubahan={"pernyataan": "Lain"}, by=None, kini={})
    with pytest.raises(ImporRencanaDitolak, match="sudah diubah sesudah impor"):
        undo_impor(impor=impor, macam=d.macam, by=None)


def test_a_reworded_indicator_keeps_its_row(d):
    pk = PohonIndikator.objects.get(simpul=d.simpul("1.1")).pk
    impor, _ = unggah(d, ekspor(d, tulis("1.1", "Indikator", "Persentase anak sehat")))
    terapkan(d, impor)
    assert PohonIndikator.objects.get(pk=pk).nama == "Persentase anak sehat"


def test_the_comparison_costs_the_same_for_many(d, django_assert_num_queries, django_assert_max_num_queries):
    sedikit, _ = unggah(d, ekspor(d, tambah(["2.0", "1", "CSF", "Kondisi"])))
    banyak, _ = unggah(d, ekspor(d, tambah(*([f"2.{n}", "1", "CSF", f"Kondisi {n}"] for n in range(200)))))
    with django_assert_max_num_queries(16) as dipakai:
        load_pratinjau(impor=sedikit, macam=d.macam)
    with django_assert_num_queries(len(dipakai)):
        load_pratinjau(impor=banyak, macam=d.macam)
