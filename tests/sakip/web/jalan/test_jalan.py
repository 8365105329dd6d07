"""The way to a predikat on the screen: one unit, what if, adoption, progress, the city."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import SUB, buat_evaluasi, buat_lembar, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_instansi, buat_unit

from kinerja.instrumen import load
from sakip.apps.evaluasi.models import LangkahJalan, RencanaJalan, TahapLembar
from sakip.apps.evaluasi.services import IsiJawaban, IsiUpaya, save_banyak, set_upaya
from sakip.platform.dasar import today

pytestmark = pytest.mark.django_db
LKE = load("akip-88-2021-unit")
KRITERIA = [k.kode for sub in LKE.penilaian for k in LKE.kriteria(sub.kode)]
NILAI = {**dict.fromkeys(SUB, "BB"), "1.b": "B"}
KURANG = "1.b.8"


@pytest.fixture
def lembar(dunia):
    """Everything fulfilled but one criterion."""
    lembar = jalankan(buat_lembar(buat_evaluasi(dunia.instansi), dunia.dinkes), TahapLembar.EVALUASI)
    isian = [IsiJawaban(kode=k, nilai="tidak" if k == KURANG else "ya", alasan="Telaah") for k in KRITERIA]
    save_banyak(lembar=lembar, isian=isian, by=None)
    return jalankan(lembar, TahapLembar.FINAL, NILAI)


@pytest.fixture
def alamat(lembar):
    def url(nama="unit", kueri=""):
        return reverse(f"jalan:{nama}", args=[lembar.unit.uid]) + kueri

    return url


# --- the page of a unit ----------------------------------------------------------------------------


def test_the_title_is_the_finding_and_the_law_is_told(alamat, sebagai):
    halaman = sebagai("perencana_unit").get(alamat()).text
    assert "Dari BB 79,10 ke A dengan" in halaman
    assert "semua kriteria terpenuhi di semua sub-komponen bernilai tepat 80,00, dan itu BB" in halaman
    assert "Jalankan rencana ini" in halaman


def test_the_plan_shows_why_each_step_is_in(alamat, sebagai):
    halaman = sebagai("perencana_unit").get(alamat(kueri="?target=A")).text
    assert "Semua kriteria 1.b terpenuhi" in halaman or "menaikkannya ke A" in halaman
    assert "Termurah: seluruh kemungkinan ditelusuri" in halaman
    assert "<svg" in halaman


def test_a_target_already_reached_needs_no_step(alamat, sebagai):
    assert "Sudah BB 79,10: target BB tercapai" in sebagai("pengamat").get(alamat(kueri="?target=BB")).text


def test_leaving_a_step_out_changes_the_plan_and_stays_in_the_address(alamat, sebagai):
    client = sebagai("perencana_unit")
    semula = client.get(alamat()).context["t"].hasil.kode
    halaman = client.get(alamat(kueri=f"?target=A&tanpa={semula[0]}"))
    assert semula[0] not in halaman.context["t"].hasil.kode
    assert "1 diubah" in halaman.text
    assert f"tanpa={semula[0]}" in halaman.text


def test_a_step_asked_for_is_in_the_plan(alamat, sebagai):
    halaman = sebagai("perencana_unit").get(alamat(kueri="?target=A&dengan=4.c:A"))
    assert "4.c:A" in halaman.context["t"].hasil.kode
    assert "diminta" in halaman.text


def test_an_htmx_request_gets_only_what_changes(alamat, sebagai):
    jawaban = sebagai("perencana_unit").get(alamat(), headers={"HX-Request": "true"})
    assert "<html" not in jawaban.text
    assert 'id="jalan-judul" hx-swap-oob="true"' in jawaban.text
    assert "umumkan" in jawaban["HX-Trigger"]
    assert "HX-Request" in jawaban["Vary"]


def test_the_back_button_gets_the_whole_page(alamat, sebagai):
    kepala = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in sebagai("perencana_unit").get(alamat(), headers=kepala).text


def test_a_limited_effort_says_how_far_it_reaches(alamat, sebagai):
    halaman = sebagai("perencana_unit").get(alamat(kueri="?upaya=12"))
    assert halaman.context["t"].terjangkau.biaya <= 12
    assert "Dengan 12 hari-orang" in halaman.text


def test_an_unreachable_target_says_what_blocks_it(lembar, alamat, sebagai):
    tutup = [IsiUpaya(f"{sub}:A", Decimal(1), luar_jangkauan=True) for sub in SUB]
    set_upaya(instansi=lembar.instansi, unit=lembar.unit, profil="unit", isi=tutup, by=None)
    halaman = sebagai("perencana_unit").get(alamat(kueri="?target=A")).text
    assert "A belum terjangkau: paling tinggi 80,00" in halaman
    assert "Jalankan rencana ini" not in halaman


@pytest.mark.parametrize(
    "kueri", ["?target=Z&tahun=abc&tanpa=<b>&dengan=9.z&upaya=banyak&dasar=1800", "?tanpa=,,"]
)
def test_an_odd_address_falls_back_to_the_plan(alamat, sebagai, kueri):
    assert "Dari BB 79,10 ke A dengan" in sebagai("perencana_unit").get(alamat(kueri=kueri)).text


def test_circular_prerequisites_are_named_not_crashed(lembar, alamat, sebagai):
    isi = [
        IsiUpaya("1.a:A", Decimal(1), prasyarat=("1.c:A",)),
        IsiUpaya("1.c:A", Decimal(1), prasyarat=("1.a:A",)),
    ]
    set_upaya(instansi=lembar.instansi, profil="unit", isi=isi, by=None)
    assert "Belum dapat dihitung" in sebagai("perencana_unit").get(alamat()).text


def test_a_unit_without_a_sheet_is_taught_what_is_missing(dunia, sebagai):
    url = reverse("jalan:unit", args=[dunia.dinkes.uid])
    assert "Belum ada lembar evaluasi yang terisi" in sebagai("perencana_unit").get(url).text


def test_a_page_costs_few_queries(alamat, sebagai, django_assert_max_num_queries):
    client = sebagai("perencana_unit")
    with django_assert_max_num_queries(14):
        client.get(alamat())


@pytest.mark.parametrize("siapa", ["unit_lain", "instansi_lain"])
def test_what_is_out_of_reach_does_not_exist(alamat, client, dunia, siapa):
    client.force_login(
        buat_pengguna("perencana_unit", unit=dunia.dinsos if siapa == "unit_lain" else buat_unit())
    )
    for nama in ("unit", "upaya", "jalankan"):
        assert client.get(alamat(nama)).status_code == 404


# --- efforts ---------------------------------------------------------------------------------------


def isian_upaya(client, alamat, **ubah):
    """What a browser posts: every field as shown, some changed."""
    data = {}
    for kelompok in client.get(alamat("upaya")).context["kelompok"]:
        for baris in kelompok.baris:
            data[f"{baris.form.prefix}-biaya"] = baris.form["biaya"].value()
            if baris.form["luar_jangkauan"].value():
                data[f"{baris.form.prefix}-luar_jangkauan"] = "on"
    return data | ubah


def test_an_effort_is_saved_for_the_unit_alone(alamat, sebagai):
    client = sebagai("perencana_unit")
    data = isian_upaya(client, alamat, **{"1.a:A-biaya": "2.5"})
    assert "1 upaya tersimpan" in client.post(alamat("upaya"), data, follow=True).text
    assert "khusus unit ini" in client.get(alamat("upaya")).text
    client.post(alamat("upaya_baku"))
    assert "khusus unit ini" not in client.get(alamat("upaya")).text


def test_a_negative_effort_is_refused_beside_its_field(alamat, sebagai):
    client = sebagai("perencana_unit")
    data = isian_upaya(client, alamat, **{"1.a:A-biaya": "-1"})
    assert "Ada upaya yang belum benar" in client.post(alamat("upaya"), data).text


def test_readers_set_no_efforts(alamat, sebagai):
    assert sebagai("pengamat").get(alamat("upaya")).status_code == 403


# --- an adopted plan -------------------------------------------------------------------------------


def adopsi(client, alamat):
    """Fills the form with what it proposes and sends it."""
    baris = client.get(alamat("jalankan", "?target=A")).context["baris"]
    data = {}
    for _langkah, form in baris:
        data[f"{form.prefix}-penanggung_jawab"] = "Sekretaris"
        data[f"{form.prefix}-batas_waktu"] = form["batas_waktu"].value().isoformat()
    return client.post(alamat("jalankan", "?target=A"), data, follow=True)


def test_a_plan_is_adopted_with_owners_and_dates(alamat, sebagai):
    halaman = adopsi(sebagai("perencana_unit"), alamat).text
    rencana = RencanaJalan.objects.get()
    assert "0 dari" in halaman
    assert rencana.hasil["layak"]
    assert rencana.masukan["terpenuhi"][KURANG] is False
    assert set(rencana.langkah_set.values_list("penanggung_jawab", flat=True)) == {"Sekretaris"}


def test_a_second_plan_for_the_year_is_refused(alamat, sebagai):
    client = sebagai("perencana_unit")
    adopsi(client, alamat)
    assert "sudah menjalankan rencana" in adopsi(client, alamat).text
    assert RencanaJalan.objects.count() == 1


def test_a_step_is_finished_with_evidence_and_reopened_with_a_reason(alamat, sebagai, dunia):
    client = sebagai("perencana_unit")
    adopsi(client, alamat)
    langkah = LangkahJalan.objects.first()
    isi = {"selesai_pada": today().isoformat(), "bukti": str(buat_bukti(dunia.dinkes).uid)}
    halaman = client.post(reverse("jalan:selesai", args=[langkah.uid]), isi, follow=True).text
    assert f"1 dari {LangkahJalan.objects.count()} langkah ke A selesai" in halaman
    langkah.refresh_from_db()
    assert langkah.selesai_pada == today()
    client.post(reverse("jalan:buka", args=[langkah.uid]), {"alasan": "Belum"})
    langkah.refresh_from_db()
    assert langkah.selesai_pada is None


def test_tomorrow_is_refused_beside_its_field(alamat, sebagai):
    client = sebagai("perencana_unit")
    adopsi(client, alamat)
    url = reverse("jalan:selesai", args=[LangkahJalan.objects.first().uid])
    besok = (today() + timedelta(days=1)).isoformat()
    assert "tidak dapat di masa depan" in client.post(url, {"selesai_pada": besok}).text


def test_a_task_gets_another_owner(alamat, sebagai):
    client = sebagai("perencana_unit")
    adopsi(client, alamat)
    langkah = LangkahJalan.objects.first()
    client.post(reverse("jalan:langkah", args=[langkah.uid]), {"penanggung_jawab": "Kepala Bidang"})
    langkah.refresh_from_db()
    assert langkah.penanggung_jawab == "Kepala Bidang"


def test_a_plan_is_cancelled_with_a_reason(alamat, sebagai):
    client = sebagai("perencana_unit")
    adopsi(client, alamat)
    url = reverse("jalan:batal", args=[RencanaJalan.objects.get().uid])
    assert "Tulis alasannya" in client.post(url, {"alasan": ""}, follow=True).text
    assert "Dibatalkan" in client.post(url, {"alasan": "Target diubah"}, follow=True).text


def test_another_units_plan_does_not_exist(alamat, sebagai, client, dunia):
    adopsi(sebagai("perencana_unit"), alamat)
    rencana, langkah = RencanaJalan.objects.get(), LangkahJalan.objects.first()
    client.force_login(buat_pengguna("perencana_unit", unit=dunia.dinsos))
    for nama, objek in (("rencana", rencana), ("batal", rencana), ("langkah", langkah), ("selesai", langkah)):
        url = reverse(f"jalan:{nama}", args=[objek.uid])
        assert client.post(url, {"alasan": "x"}).status_code in {404, 405}


def test_readers_look_at_a_plan_but_change_nothing(alamat, sebagai):
    adopsi(sebagai("perencana_unit"), alamat)
    langkah = LangkahJalan.objects.first()
    client = sebagai("pengamat")
    url = reverse("jalan:langkah", args=[langkah.uid])
    assert "Nyatakan selesai" not in client.get(url).text
    assert client.post(url, {"penanggung_jawab": "x"}).status_code == 403


# --- the city --------------------------------------------------------------------------------------


@pytest.fixture
def kota(dunia):
    evaluasi = buat_evaluasi(dunia.instansi)
    pemda = jalankan(
        buat_lembar(evaluasi, buat_unit(dunia.instansi, jenis="pemda"), profil="instansi"), "evaluasi"
    )
    isi_lembar(pemda, "BB")
    for klaster in ("utama", "pendukung", "tambahan"):
        for n in range(3):
            unit = buat_unit(dunia.instansi, kode=f"{klaster[:3].upper()}{n}", nama=f"Dinas {klaster} {n}")
            isi_lembar(jalankan(buat_lembar(evaluasi, unit, klaster=klaster), "evaluasi"), "B")
    return evaluasi


def test_the_city_says_who_must_rise_and_what_binds(kota, sebagai):
    halaman = sebagai("pimpinan_instansi").get(reverse("jalan:kota") + "?target=A").text
    assert "ke A:" in halaman
    assert "OPD perlu naik" in halaman
    assert "Syarat yang mengikat" in halaman
    assert "Dinas utama 0" in halaman


def test_the_declared_formula_is_selectable(kota, sebagai):
    client = sebagai("pimpinan_instansi")
    halaman = client.get(reverse("jalan:kota") + "?cara=rata_unit&urut=unit")
    assert halaman.context["h"].cara == "rata_unit"
    nama = [b.nama for b in halaman.context["baris"]]
    assert nama == sorted(nama, key=str.casefold)


def test_too_few_units_in_a_cluster_is_said(kota, sebagai):
    kota.lembar_set.filter(klaster="tambahan").update(klaster="utama")
    halaman = sebagai("pimpinan_instansi").get(reverse("jalan:kota")).text
    assert "belum terjangkau" in halaman
    assert "Klaster tambahan hanya 0 unit" in halaman


def test_a_unit_is_led_to_its_own_way(kota, sebagai, dunia):
    jawaban = sebagai("perencana_unit").get(reverse("jalan:kota"))
    assert jawaban.url == reverse("jalan:unit", args=[dunia.dinkes.uid])


def test_the_citys_plan_becomes_tasks(kota, sebagai):
    client = sebagai("perencana_instansi")
    url = reverse("jalan:kota_jalankan") + "?target=A"
    assert "Dinas utama 0 naik dari B" in client.get(url).text
    halaman = client.post(url, follow=True).text
    assert "langkah ke A selesai" in halaman
    assert RencanaJalan.objects.get().masukan["tingkat"] == "kota"


def test_readers_do_not_adopt_the_citys_plan(kota, sebagai):
    assert sebagai("pengamat").post(reverse("jalan:kota_jalankan")).status_code == 403


def test_a_city_without_answers_is_taught_what_is_missing(client):
    client.force_login(buat_pengguna("pimpinan_instansi", instansi=buat_instansi()))
    assert "Belum ada evaluasi yang terisi" in client.get(reverse("jalan:kota")).text


def test_a_city_needs_its_own_sheet(lembar, sebagai):
    assert "LKE instansi 2025 belum terisi" in sebagai("pimpinan_instansi").get(reverse("jalan:kota")).text


def test_the_citys_page_does_not_grow_in_queries(kota, sebagai, django_assert_max_num_queries):
    client = sebagai("pimpinan_instansi")
    with django_assert_max_num_queries(14):
        client.get(reverse("jalan:kota"))
