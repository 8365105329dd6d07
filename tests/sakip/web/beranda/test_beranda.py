"""The first page, by what somebody comes for."""

from datetime import timedelta

import pytest
from tests.pabrik.access import beri_peran
from tests.pabrik.accounts import buat_operator, buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_jadwal
from tests.pabrik.pengukuran import buat_realisasi, langkah
from tests.pabrik.perencanaan import buat_renaksi
from tests.pabrik.perjanjian import buat_pk
from tests.sakip.web.dunia import bangun

from kinerja.nilai import Nilai
from sakip.platform.dasar import today


def buka(client, kueri=""):
    return client.get("/" + kueri).text


def jadwal(dunia, jenis, hari=5, **isi):
    kini = today()
    bawaan = {
        "buka": kini - timedelta(days=2),
        "tutup": kini + timedelta(days=hari),
        "tahun": 2025,
        "triwulan": None,
    }
    return buat_jadwal(dunia.instansi, jenis=jenis, **{**bawaan, **isi})


# --- the leader ------------------------------------------------------------------------------------------


def test_a_leader_reads_the_finding_first(sebagai):
    assert "2 dari 4 indikator di jalur target, 1 merah" in buka(sebagai("pimpinan_instansi"))


def test_a_leader_sees_who_is_furthest_behind_and_who_is_incomplete(sebagai):
    halaman = buka(sebagai("pimpinan_instansi"))
    assert halaman.index("Paling tertinggal") < halaman.index("Imunisasi dasar lengkap")
    assert "Belum lengkap melapor" in halaman


def test_what_improved_is_measured_against_the_year_before(dunia, sebagai):
    buat_realisasi(dunia.stunting, 60, tahun=2024)
    assert "Paling membaik" in buka(sebagai("pimpinan_instansi"))


def test_a_validator_sees_what_waits(dunia, sebagai):
    langkah(dunia.realisasi, "ajukan", "verifikasi")
    halaman = buka(sebagai("perencana_instansi"))
    assert "1 realisasi terverifikasi" in halaman


def test_a_leader_who_does_not_validate_is_not_asked_to(sebagai):
    assert "Menunggu validasi Anda" not in buka(sebagai("pimpinan_instansi"))


@pytest.fixture
def tahunan(dunia):
    """A year that has come to its third quarter, with one indicator measured each quarter, one each year."""
    buat_renaksi(dunia.dinkes, dunia.stunting, {3: 75}, tahun=2026)
    buat_realisasi(dunia.stunting, 70, tahun=2026, triwulan=3)
    lain = buat_indikator(dunia.dinkes, nama="Angka harapan hidup", frekuensi="tahunan")
    buat_pk(dunia.dinkes, [(lain, 70)], tahun=2026)
    alasan = "Diukur setahun sekali"
    buat_realisasi(lain, Nilai.tidak_berlaku(alasan), tahun=2026, triwulan=3, alasan=alasan)
    return lain


def test_a_quarter_says_which_indicators_are_not_due_yet(tahunan, sebagai):
    halaman = buka(sebagai("pimpinan_instansi"), "?tahun=2026&tw=3")
    assert "indikator yang sudah waktunya diukur" in halaman
    assert "1 indikator diukur setahun sekali dan belum waktunya." in halaman
    assert "1 indikator tidak berlaku" not in halaman


def test_the_last_whole_year_stands_beside_a_quarter(tahunan, sebagai):
    halaman = buka(sebagai("pimpinan_instansi"), "?tahun=2026&tw=3")
    assert "Setahun penuh terakhir: 2025" in halaman
    assert "?tahun=2025&amp;tw=setahun" in halaman


def test_a_whole_year_needs_no_other_beside_it(tahunan, sebagai):
    assert "Setahun penuh terakhir" not in buka(sebagai("pimpinan_instansi"), "?tahun=2025&tw=setahun")


def test_years_without_target_show_what_was_realised(dunia, sebagai):
    for tahun, angka in ((2021, 30), (2022, 28)):
        buat_realisasi(dunia.stunting, angka, tahun=tahun)
    halaman = buka(sebagai("pimpinan_instansi"))
    assert "realisasi 2021 30" in halaman


def test_a_ranking_without_any_past_has_no_trend_column(dunia, sebagai):
    halaman = buka(sebagai("pimpinan_instansi"), "?tahun=2025&tw=setahun")
    assert "s-spark" not in halaman.split("Paling tertinggal")[1]


def test_an_empty_instansi_teaches_its_leader_what_comes(client, db):
    client.force_login(buat_pengguna("pimpinan_instansi", instansi=buat_instansi()))
    assert "Belum ada unit" in buka(client)


# --- a unit ----------------------------------------------------------------------------------------------


def test_a_planner_sees_what_is_missing_and_what_is_red(sebagai):
    halaman = buka(sebagai("perencana_unit"))
    assert "Lengkapi 1 indikator tahun 2025 yang belum dilaporkan" in halaman
    assert "Jawab 1 indikator merah" in halaman
    assert "Dua hal menunggu Anda" in halaman


def test_a_returned_figure_comes_first(dunia, sebagai):
    realisasi = buat_realisasi(dunia.stunting, 10, tahun=today().year)
    langkah(realisasi, "ajukan", "kembalikan")
    assert "Perbaiki 1 realisasi yang dikembalikan" in buka(sebagai("perencana_unit"))


def test_an_open_window_shows_its_deadline_and_progress(dunia, sebagai):
    jadwal(dunia, "realisasi")
    halaman = buka(sebagai("perencana_unit"))
    assert "Pengisian realisasi 2025" in halaman
    assert "5 hari lagi" in halaman
    assert "2 dari 3 indikator terukur." in halaman


def test_a_window_far_away_is_no_task_yet(dunia, sebagai):
    kini = today()
    jadwal(dunia, "realisasi", hari=120, buka=kini + timedelta(days=110))
    assert "Isi lewat Excel" not in buka(sebagai("perencana_unit"))


def test_at_most_two_buttons_are_primary(dunia, sebagai):
    for jenis in ("realisasi", "lkjip", "penandatanganan_pk"):
        jadwal(dunia, jenis)
    langkah(buat_realisasi(dunia.stunting, 10, tahun=today().year), "ajukan", "kembalikan")
    assert buka(sebagai("perencana_unit")).count('class="btn btn-sm btn-primary"') == 2


def test_the_head_of_a_unit_is_asked_to_check_what_was_submitted(dunia, sebagai):
    langkah(buat_realisasi(dunia.stunting, 10, tahun=today().year), "ajukan")
    halaman = buka(sebagai("pimpinan_unit"))
    assert "Periksa 1 realisasi yang diajukan" in halaman
    assert "Isi lewat Excel" not in halaman


def test_the_unit_page_names_average_absorption_and_evidence(sebagai):
    halaman = buka(sebagai("perencana_unit"))
    assert "75,00%" in halaman
    assert "1 angka tanpa bukti" in halaman


# --- the admin, the operator, somebody with several roles ------------------------------------------------


def test_an_admin_sees_late_units_and_the_calendar(dunia, sebagai):
    jadwal(dunia, "verifikasi")
    halaman = buka(sebagai("admin_instansi"))
    assert "1 unit belum lengkap untuk tahun 2025" in halaman
    assert "Verifikasi realisasi 2025" in halaman


def test_an_admin_of_an_empty_instansi_is_shown_where_to_start(client, db):
    client.force_login(buat_pengguna("admin_instansi", instansi=buat_instansi()))
    assert "Mulai dengan unit, lalu impor datanya" in buka(client)


def test_an_operator_sees_instansi_without_their_content(dunia, client):
    client.force_login(buat_operator())
    halaman = buka(client)
    assert "Kota Uji" in halaman
    assert "Balita sehat" not in halaman


def test_somebody_with_two_roles_chooses_the_home(dunia, client):
    pengguna = buat_pengguna("perencana_unit", unit=dunia.dinkes)
    beri_peran(pengguna, "pimpinan_instansi")
    client.force_login(pengguna)
    assert "Yang perlu dikerjakan" in buka(client)
    assert "Paling tertinggal" in buka(client, "?sebagai=pimpinan")


# --- the frame -------------------------------------------------------------------------------------------


def test_example_data_says_so_on_every_page(client, db):
    dunia = bangun(sifat_data="contoh")
    client.force_login(buat_pengguna("pengamat", instansi=dunia.instansi))
    for url in ("/", "/kinerja/", "/rencana/", f"/kinerja/{dunia.dinkes.uid}/"):
        assert "Data contoh, bukan data resmi" in client.get(url).text


def test_published_data_names_its_source(client, db):
    dunia = bangun(sifat_data="publikasi", sumber_data="LKIP 2016, ppid.contoh.go.id")
    client.force_login(buat_pengguna("pengamat", instansi=dunia.instansi))
    assert "LKIP 2016, ppid.contoh.go.id" in client.get("/kinerja/").text


@pytest.mark.parametrize(
    ("peran", "ada", "tidak"),
    [
        ("admin_instansi", {"Impor", "Kelola"}, set()),
        ("perencana_unit", {"Impor"}, {"Kelola"}),
        ("pengamat", set(), {"Impor", "Kelola"}),
        ("apip", {"Kelola"}, {"Impor"}),
    ],
)
def test_the_menu_only_offers_what_the_role_may_open(sebagai, peran, ada, tidak):
    menu = {b["label"] for b in sebagai(peran).get("/").context["menu"]}
    assert ada | {"Beranda", "Rencana", "Perjanjian", "Pengukuran", "Pelaporan"} <= menu
    assert not tidak & menu


def test_every_entry_of_the_menu_opens(sebagai):
    client = sebagai("admin_instansi")
    assert {client.get(b["url"]).status_code for b in client.get("/").context["menu"]} == {200}


def test_the_year_line_carries_the_deadlines_of_the_calendar_year(dunia, sebagai):
    kini = today()
    jadwal(dunia, "lkjip", buka=kini, tutup=kini, tahun=kini.year - 1)
    assert f"Penyampaian LKjIP {kini.year - 1}" in buka(sebagai("pengamat"))
