"""Recommendations on the screen: the list, the timeline, plan, evidence, verdict."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, jalankan
from tests.pabrik.files import PDF
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models import TahapLembar
from sakip.apps.evaluasi.services import (
    IsiRekomendasi,
    carry_over,
    load_rekomendasi,
    plan_tindak_lanjut,
    submit_tindak_lanjut,
)
from sakip.platform.dasar import today

pytestmark = pytest.mark.django_db
KEMARIN, BESOK = today() - timedelta(days=1), today() + timedelta(days=1)


@pytest.fixture
def lembar(dunia):
    return jalankan(buat_lembar(buat_evaluasi(dunia.instansi), dunia.dinkes), TahapLembar.FINAL)


@pytest.fixture
def r(lembar):
    return lembar.rekomendasi_set.get()


@pytest.fixture
def url(r):
    return lambda nama="rekomendasi", *bagian: reverse(f"tindaklanjut:{nama}", args=[r.uid, *bagian])


@pytest.fixture
def banyak(lembar):
    return load_rekomendasi(
        lembar=lembar,
        baris=[
            IsiRekomendasi("1.b", "Agar merapikan indikator.", "Sekretaris", KEMARIN),
            IsiRekomendasi("2.a", "Agar menata data.", "Kepala Bidang", BESOK, "diajukan", KEMARIN),
            IsiRekomendasi("3.a", "Agar melaporkan.", "", None, "sesuai", KEMARIN, "Diuji"),
        ],
        by=None,
    )


# --- the list --------------------------------------------------------------------------------------


def test_the_list_leads_with_what_is_open_and_late(banyak, sebagai):
    halaman = sebagai("perencana_unit").get(reverse("tindaklanjut:daftar")).text
    assert "3 rekomendasi masih terbuka, 1 lewat batas waktu" in halaman
    assert "Agar menata data." in halaman


@pytest.mark.parametrize(
    ("kueri", "ada", "tiada"),
    [
        ("?status=lewat", "Agar merapikan", "Agar menata"),
        ("?status=terbuka", "Agar menata", "Agar melaporkan"),
        ("?status=sesuai", "Agar melaporkan", "Agar menata"),
        ("?q=sekretaris", "Agar merapikan", "Agar menata"),
        ("?tahun=2025&unit=DINKES", "Agar merapikan", "Tidak ada rekomendasi"),
        ("?status=tidak_dapat", "Tidak ada rekomendasi yang cocok", "Agar menata"),
    ],
)
def test_filters_stand_in_the_address(banyak, sebagai, kueri, ada, tiada):
    halaman = sebagai("apip").get(reverse("tindaklanjut:daftar") + kueri).text
    assert ada in halaman
    assert tiada not in halaman


def test_the_list_is_sorted_by_the_column_asked_for(banyak, sebagai):
    client = sebagai("apip")
    naik = client.get(reverse("tindaklanjut:daftar") + "?urut=batas").text
    turun = client.get(reverse("tindaklanjut:daftar") + "?urut=-batas").text
    assert naik.index("Agar merapikan") < naik.index("Agar menata")
    assert turun.index("Agar menata") < turun.index("Agar merapikan")


def test_the_list_comes_in_pages(lembar, sebagai):
    baris = [IsiRekomendasi("1.a", f"Agar nomor {n:02}.", batas_waktu=BESOK) for n in range(30)]
    load_rekomendasi(lembar=lembar, baris=baris, by=None)
    kedua = sebagai("apip").get(reverse("tindaklanjut:daftar") + "?halaman=2").text
    assert "26–31 dari 31" in kedua
    assert "Agar nomor 29." in kedua


def test_an_empty_list_teaches_where_recommendations_come_from(client):
    client.force_login(buat_pengguna("pengamat", instansi=buat_instansi()))
    halaman = client.get(reverse("tindaklanjut:daftar")).text
    assert "Belum ada rekomendasi" in halaman
    assert "Begitu LHE ditandatangani" in halaman


def test_the_list_costs_the_same_for_many(lembar, sebagai, django_assert_max_num_queries):
    baris = [IsiRekomendasi("1.a", f"Agar nomor {n}.") for n in range(25)]
    load_rekomendasi(lembar=lembar, baris=baris, by=None)
    client = sebagai("apip")
    with django_assert_max_num_queries(10):
        client.get(reverse("tindaklanjut:daftar"))


# --- one recommendation ----------------------------------------------------------------------------


def test_the_timeline_tells_plan_evidence_and_verdict_in_order(r, url, dunia, sebagai):
    plan_tindak_lanjut(
        rekomendasi=r, uraian="Menyusun pedoman", penanggung_jawab="Sekretaris", batas_waktu=BESOK, by=None
    )
    submit_tindak_lanjut(
        rekomendasi=r, uraian="Pedoman terbit", bukti=buat_bukti(dunia.dinkes, judul="SK 12"), by=None
    )
    halaman = sebagai("pimpinan_unit").get(url()).text
    assert halaman.index("Menyusun pedoman") < halaman.index("Pedoman terbit") < halaman.index("SK 12")


def test_the_unit_plans_and_submits_and_apip_decides(r, url, dunia, sebagai):
    bukti = buat_bukti(dunia.dinkes)
    client = sebagai("perencana_unit")
    rencana = {"uraian": "Menyusun", "penanggung_jawab": "Sekretaris", "batas_waktu": BESOK.isoformat()}
    assert client.post(url("rencanakan"), rencana).status_code == 302
    assert client.post(url("ajukan"), {"uraian": "Terbit", "bukti": str(bukti.uid)}).status_code == 302
    sebagai("apip").post(url("putuskan", "sesuai"), {"uraian": "Cukup"})
    r.refresh_from_db()
    assert r.status == "sesuai"


def test_a_new_file_becomes_evidence_of_the_unit(r, url, dunia, sebagai, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    berkas = io.BytesIO(PDF)
    berkas.name = "pedoman.pdf"
    sebagai("perencana_unit").post(
        url("ajukan"), {"uraian": "Terbit", "berkas": berkas, "judul": "Pedoman 2026"}
    )
    r.refresh_from_db()
    assert r.status == "diajukan"
    assert Bukti.objects.get(judul="Pedoman 2026").unit == dunia.dinkes


def test_a_submission_without_evidence_says_so_and_keeps_the_text(r, url, sebagai):
    halaman = sebagai("perencana_unit").post(url("ajukan"), {"uraian": "Sudah terbit semua"}).text
    assert "Lampirkan bukti" in halaman
    assert "Sudah terbit semua" in halaman
    r.refresh_from_db()
    assert r.status == "belum"


def test_a_date_in_the_past_is_refused_beside_its_field(url, sebagai):
    isi = {"uraian": "Menyusun", "penanggung_jawab": "Sekretaris", "batas_waktu": KEMARIN.isoformat()}
    halaman = sebagai("perencana_unit").post(url("rencanakan"), isi).text
    assert "Tanggal ini sudah lewat" in halaman


def test_a_verdict_without_a_reason_is_not_recorded(r, url, sebagai):
    halaman = sebagai("apip").post(url("putuskan", "tidak_dapat"), {"uraian": ""}, follow=True).text
    assert "tulis pertimbangannya" in halaman
    r.refresh_from_db()
    assert r.status == "belum"


def test_forms_are_shown_to_whom_they_belong(url, sebagai):
    assert "Kirim ke APIP" in sebagai("perencana_unit").get(url()).text
    apip = sebagai("apip").get(url()).text
    assert "Kirim ke APIP" not in apip
    assert "Tidak dapat ditindaklanjuti" in apip
    pengamat = sebagai("pengamat").get(url()).text
    assert "Kirim ke APIP" not in pengamat
    assert "Putusan APIP" not in pengamat


def test_one_that_goes_on_next_year_leads_there(r, url, lembar, sebagai):
    evaluasi = buat_evaluasi(lembar.instansi, tahun=lembar.evaluasi.tahun + 1)
    baru = jalankan(buat_lembar(evaluasi, lembar.unit), TahapLembar.EVALUASI)
    lanjutan = carry_over(lembar=baru, by=None)[0]
    jalankan(baru, TahapLembar.FINAL)
    halaman = sebagai("perencana_unit").get(url()).text
    assert reverse("tindaklanjut:rekomendasi", args=[lanjutan.uid]) in halaman
    assert "Kirim ke APIP" not in halaman


def test_a_page_costs_few_queries(url, sebagai, django_assert_max_num_queries):
    client = sebagai("perencana_unit")
    with django_assert_max_num_queries(14):
        client.get(url())


# --- who may look ----------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["unit_lain", "instansi_lain"])
def test_what_is_out_of_reach_does_not_exist(r, url, client, dunia, siapa):
    unit = dunia.dinsos if siapa == "unit_lain" else buat_unit()
    client.force_login(buat_pengguna("perencana_unit", unit=unit))
    assert client.get(url()).status_code == 404
    assert client.post(url("ajukan"), {"uraian": "x"}).status_code == 404
    assert client.post(url("putuskan", "sesuai"), {"uraian": "x"}).status_code == 404


def test_a_draft_reports_recommendation_does_not_exist_yet(dunia, sebagai):
    lembar = jalankan(buat_lembar(buat_evaluasi(dunia.instansi), dunia.dinkes), TahapLembar.TANGGAPAN)
    uid = lembar.rekomendasi_set.get().uid
    client = sebagai("perencana_unit")
    assert client.get(reverse("tindaklanjut:rekomendasi", args=[uid])).status_code == 404


def test_a_reader_who_posts_is_refused(url, sebagai, r):
    assert sebagai("pengamat").post(url("putuskan", "tidak_dapat"), {"uraian": "x"}).status_code == 403
    r.refresh_from_db()
    assert r.status == "belum"
