"""From a sheet to the question of the way to A, its answer as tasks, and what happens to these."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import SUB, buat_evaluasi, buat_lembar, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_unit

from kinerja.instrumen import load
from kinerja.jalan import plan
from kinerja.jalan.rencana_kota import plan_kota
from sakip.apps.evaluasi.galat_lanjut import (
    BuktiUnitLain,
    IsianWajib,
    RencanaSudahAda,
    RencanaTakLayak,
    RencanaTidakBerjalan,
    TanggalMendatang,
    UpayaTidakSah,
)
from sakip.apps.evaluasi.models import StatusRencana, TahapLembar
from sakip.apps.evaluasi.selectors import (
    dasar_jalan,
    dasar_kota,
    rencana_berjalan,
    soal_kota_of,
    soal_of,
    tugas_evaluasi,
)
from sakip.apps.evaluasi.selectors.jalan import is_langkah
from sakip.apps.evaluasi.services import (
    IsiJawaban,
    IsiLangkah,
    IsiUpaya,
    adopt_plan,
    cancel_plan,
    edit_langkah,
    finish_langkah,
    reopen_langkah,
    reset_upaya,
    save_banyak,
    set_upaya,
)
from sakip.platform.access.policies import TidakBerwenang
from sakip.platform.dasar import today

pytestmark = pytest.mark.django_db
LKE = load("akip-88-2021-unit")
KRITERIA = [k.kode for sub in LKE.penilaian for k in LKE.kriteria(sub.kode)]


def isi_kriteria(lembar, kecuali=()):
    isian = [IsiJawaban(kode=k, nilai="tidak" if k in kecuali else "ya", alasan="Telaah") for k in KRITERIA]
    save_banyak(lembar=lembar, isian=isian, by=None)


@pytest.fixture
def lembar():
    """Everything fulfilled but one criterion: just below 80."""
    lembar = jalankan(buat_lembar(), TahapLembar.EVALUASI)
    isi_lembar(lembar, {**dict.fromkeys(SUB, "BB"), "1.b": "B"})
    isi_kriteria(lembar, kecuali=["1.b.8"])
    return jalankan(lembar, TahapLembar.FINAL, {**dict.fromkeys(SUB, "BB"), "1.b": "B"})


@pytest.fixture
def perencana(lembar):
    return buat_pengguna("perencana_unit", unit=lembar.unit)


def adopsi(lembar, by=None, **isi):
    bawaan = {
        "tahun": today().year,
        "target": "A",
        "masukan": {},
        "hasil": {"layak": True},
        "langkah": [
            IsiLangkah("1.b.8", "Menata cascading", Decimal(18)),
            IsiLangkah("1.a:A", "Upaya patut dihargai", Decimal(20), batas_waktu=today()),
        ],
    }
    return adopt_plan(unit=lembar.unit, lembar=lembar, **{**bawaan, **isi}, by=by)


# --- the question ----------------------------------------------------------------------------------


def test_the_sheet_becomes_the_question(lembar):
    dasar = dasar_jalan(lembar.unit)
    assert dasar.lembar == lembar
    assert dasar.terpenuhi["1.b.8"] is False
    assert sum(dasar.terpenuhi.values()) == len(KRITERIA) - 1
    assert plan(soal_of(dasar, target="BB")).kini == Fraction("78.5") + Fraction(9, 10) - Fraction(3, 10)


def test_full_fulfilment_is_bb_and_a_needs_a_noteworthy_step(lembar):
    hasil = plan(soal_of(dasar_jalan(lembar.unit), target="A"))
    assert hasil.layak
    assert hasil.total > 80
    assert any(":" in kode for kode in hasil.kode)


def test_a_unit_without_answers_has_no_way_yet():
    assert dasar_jalan(buat_lembar().unit) is None


def test_a_unit_is_not_shown_what_apip_has_not_sent(perencana, lembar):
    """The running sheet is APIP's own business until the draft report: the way starts from last year's."""
    evaluasi = buat_evaluasi(lembar.instansi, tahun=lembar.evaluasi.tahun + 1)
    baru = jalankan(buat_lembar(evaluasi, lembar.unit), TahapLembar.REVIU)
    apip = buat_pengguna("apip", instansi=lembar.instansi)
    assert dasar_jalan(lembar.unit, pengguna=perencana).lembar == lembar
    assert dasar_jalan(lembar.unit, pengguna=apip).lembar == baru
    diminta = dasar_jalan(lembar.unit, pengguna=perencana, tahun=evaluasi.tahun)
    assert (diminta.lembar, diminta.n_apip) == (baru, 0)


def test_what_is_left_out_or_asked_for_shapes_the_question(lembar):
    dasar = dasar_jalan(lembar.unit)
    soal = soal_of(dasar, target="A", tanpa=["1.b.8", "tidak.ada"], dengan=["2.c:A", "1.a.1"])
    assert "1.b.8" in soal.luar_jangkauan
    assert soal.wajib == {"2.c:A"}


def test_the_gap_of_past_years_makes_the_evaluator_stricter():
    lembar = buat_lembar()
    isi_lembar(lembar, "BB")
    jalankan(lembar, TahapLembar.EVALUASI, "BB")
    lembar.refresh_from_db()
    isi_lembar(lembar, "B")
    dasar = dasar_jalan(lembar.unit)
    assert dasar.ketat.sub["1.a"] == Fraction(6, 10)
    longgar, ketat = (plan(soal_of(dasar, target="BB", ketat=k)) for k in (False, True))
    assert ketat.biaya >= longgar.biaya


def test_a_question_costs_few_queries(lembar, perencana, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        dasar_jalan(lembar.unit, pengguna=perencana)


# --- efforts ---------------------------------------------------------------------------------------


def test_a_units_own_effort_goes_before_that_of_all(lembar, perencana):
    pemda = buat_pengguna("perencana_instansi", instansi=lembar.instansi)
    isi = lembar.instansi
    set_upaya(instansi=isi, profil="unit", isi=[IsiUpaya("1.b.8", Decimal(9))], by=pemda)
    set_upaya(
        instansi=isi,
        unit=lembar.unit,
        profil="unit",
        isi=[IsiUpaya("1.b.8", Decimal("2.5"), luar_jangkauan=True)],
        by=perencana,
    )
    upaya = dasar_jalan(lembar.unit).upaya["1.b.8"]
    assert (upaya.biaya, upaya.luar_jangkauan, upaya.milik_unit) == (Decimal("2.5"), True, True)
    reset_upaya(unit=lembar.unit, profil="unit", by=perencana)
    assert dasar_jalan(lembar.unit).upaya["1.b.8"].biaya == 9


def test_what_nobody_estimated_has_a_default_by_kind(lembar):
    upaya = dasar_jalan(lembar.unit).upaya
    assert [upaya[k].biaya for k in ("1.a.1", "1.b.1", "1.c.1", "1.a:A", "1.a:AA")] == [5, 10, 15, 20, 50]
    assert not upaya["1.a.1"].ditaksir


@pytest.mark.parametrize(("kode", "biaya"), [("1.a.1", "-1"), ("1.a.1", "NaN"), ("<b>", "1")])
def test_an_effort_is_a_number_of_a_known_form(lembar, kode, biaya):
    with pytest.raises(UpayaTidakSah):
        set_upaya(instansi=lembar.instansi, profil="unit", isi=[IsiUpaya(kode, Decimal(biaya))], by=None)


def test_only_the_whole_government_speaks_for_all(lembar, perencana):
    with pytest.raises(TidakBerwenang):
        set_upaya(instansi=lembar.instansi, profil="unit", isi=[IsiUpaya("1.a.1", Decimal(1))], by=perencana)


@pytest.mark.parametrize(("kode", "benar"), [("1.a.1", True), ("1.c:AA", True), ("1.c:", False), ("", False)])
def test_codes_of_steps_have_a_form(kode, benar):
    assert is_langkah(kode) is benar


# --- an adopted plan -------------------------------------------------------------------------------


def test_a_plan_becomes_tasks(lembar, perencana):
    rencana = adopsi(lembar, perencana)
    tampil = rencana_berjalan(lembar.unit)
    assert (tampil.rencana, tampil.selesai, tampil.jumlah) == (rencana, 0, 2)
    langkah = tugas_evaluasi(perencana).langkah
    assert (langkah.jumlah, langkah.tenggat) == (2, today())


def test_one_plan_runs_at_a_time(lembar):
    adopsi(lembar)
    with pytest.raises(RencanaSudahAda):
        adopsi(lembar)


def test_what_does_not_reach_the_target_is_not_adopted(lembar):
    with pytest.raises(RencanaTakLayak):
        adopsi(lembar, hasil={"layak": False})
    with pytest.raises(RencanaTakLayak):
        adopsi(lembar, langkah=[])


def test_a_plan_starts_from_a_sheet_of_its_unit(lembar):
    with pytest.raises(RencanaTakLayak):
        adopt_plan(
            unit=buat_unit(lembar.instansi),
            lembar=lembar,
            tahun=2026,
            target="A",
            masukan={},
            hasil={"layak": True},
            langkah=[IsiLangkah("1.b.8", "Menata", Decimal(1))],
            by=None,
        )


def test_readers_adopt_nothing(lembar):
    with pytest.raises(TidakBerwenang):
        adopsi(lembar, buat_pengguna("pengamat", instansi=lembar.instansi))


def test_the_last_step_finishes_the_plan_and_reopening_starts_it_again(lembar, perencana):
    rencana = adopsi(lembar)
    for langkah in rencana.langkah_set.all():
        finish_langkah(langkah=langkah, catatan="Selesai", bukti=buat_bukti(lembar.unit), by=perencana)
    rencana.refresh_from_db()
    assert rencana.status == StatusRencana.SELESAI
    reopen_langkah(langkah=rencana.langkah_set.first(), alasan="Belum benar", by=perencana)
    rencana.refresh_from_db()
    assert rencana.status == StatusRencana.DIADOPSI
    assert rencana_berjalan(lembar.unit).selesai == 1


def test_a_step_is_not_finished_tomorrow_nor_by_others_evidence(lembar):
    langkah = adopsi(lembar).langkah_set.first()
    with pytest.raises(TanggalMendatang):
        finish_langkah(langkah=langkah, selesai_pada=today() + timedelta(days=1), by=None)
    with pytest.raises(BuktiUnitLain):
        finish_langkah(langkah=langkah, bukti=buat_bukti(buat_unit(lembar.instansi)), by=None)


def test_reopening_says_why(lembar):
    langkah = finish_langkah(langkah=adopsi(lembar).langkah_set.first(), by=None)
    with pytest.raises(IsianWajib):
        reopen_langkah(langkah=langkah, alasan=" ", by=None)


def test_a_cancelled_plan_stands_still(lembar):
    rencana = adopsi(lembar)
    langkah = rencana.langkah_set.first()
    cancel_plan(rencana=rencana, alasan="Target diubah", by=None)
    for tindakan in (
        lambda: finish_langkah(langkah=langkah, by=None),
        lambda: edit_langkah(langkah=langkah, penanggung_jawab="Sekretaris", batas_waktu=None, by=None),
        lambda: cancel_plan(rencana=rencana, alasan="Lagi", by=None),
    ):
        with pytest.raises(RencanaTidakBerjalan):
            tindakan()
    adopsi(lembar)


def test_a_task_gets_another_owner_and_date(lembar, perencana):
    langkah = adopsi(lembar).langkah_set.first()
    edit_langkah(langkah=langkah, penanggung_jawab="Sekretaris", batas_waktu=date(2027, 3, 31), by=perencana)
    langkah.refresh_from_db()
    assert (langkah.penanggung_jawab, langkah.batas_waktu) == ("Sekretaris", date(2027, 3, 31))


# --- the city --------------------------------------------------------------------------------------


@pytest.fixture
def kota():
    evaluasi = buat_evaluasi()
    instansi = jalankan(buat_lembar(evaluasi, profil="instansi"), TahapLembar.EVALUASI)
    isi_lembar(instansi, "BB")
    for klaster in ("utama", "pendukung", "tambahan"):
        for _ in range(3):
            isi_lembar(jalankan(buat_lembar(evaluasi, klaster=klaster), TahapLembar.EVALUASI), "B")
    return evaluasi


def test_the_city_asks_over_all_its_units(kota):
    dasar = dasar_kota(kota)
    hasil = plan_kota(soal_kota_of(dasar, target="BB"))
    assert len(dasar.unit) == 9
    assert hasil.layak
    assert hasil.total > 70


def test_the_city_says_who_is_not_counted(kota):
    kosong = buat_lembar(kota, klaster="utama")
    tanpa = jalankan(buat_lembar(kota, klaster=""), TahapLembar.EVALUASI)
    dasar = dasar_kota(kota)
    assert dasar.tanpa_nilai == (kosong.unit.kode,)
    assert tanpa.unit.kode in (*dasar.tanpa_klaster, *dasar.unit)


def test_the_citys_question_does_not_grow_with_its_units(kota, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        dasar_kota(kota)
