"""Recommendations: written in the LHE, planned and submitted by the unit, decided on by APIP."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, buat_tim, jalankan, orang
from tests.pabrik.organisasi import buat_unit

from sakip.apps.evaluasi.galat_lanjut import (
    BelumTerbit,
    BuktiUnitLain,
    BuktiWajib,
    ButirTidakAda,
    IsianWajib,
    LangkahTidakSah,
    RekomendasiTetap,
    SudahDiteruskan,
    TanggalLewat,
)
from sakip.apps.evaluasi.models import Rekomendasi, StatusRekomendasi, TahapLembar
from sakip.apps.evaluasi.selectors import rekap_tindak_lanjut, rekomendasi_visible_to, tugas_evaluasi
from sakip.apps.evaluasi.services import (
    IsiRekomendasi,
    add_rekomendasi,
    assign_tim,
    carry_over,
    edit_rekomendasi,
    judge_tindak_lanjut,
    load_rekomendasi,
    plan_tindak_lanjut,
    remove_rekomendasi,
    send_pengingat,
    submit_tindak_lanjut,
)
from sakip.platform.access.policies import TidakBerwenang
from sakip.platform.dasar import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def lembar():
    return jalankan(buat_lembar(), TahapLembar.FINAL)


@pytest.fixture
def rekomendasi(lembar):
    return lembar.rekomendasi_set.get()


@pytest.fixture
def perencana(lembar):
    return buat_pengguna("perencana_unit", unit=lembar.unit)


@pytest.fixture
def apip(lembar):
    return buat_pengguna("apip", instansi=lembar.instansi)


def rencanakan(rekomendasi, by=None, **isi):
    bawaan = {
        "uraian": "Menyusun pedoman",
        "penanggung_jawab": "Sekretaris",
        "batas_waktu": today() + timedelta(days=14),
    }
    return plan_tindak_lanjut(rekomendasi=rekomendasi, **{**bawaan, **isi}, by=by)


def ajukan(rekomendasi, by=None, **isi):
    bawaan = {"uraian": "Pedoman terbit", "bukti": buat_bukti(rekomendasi.unit)}
    return submit_tindak_lanjut(rekomendasi=rekomendasi, **{**bawaan, **isi}, by=by)


def test_a_recommendation_goes_from_plan_to_verdict(rekomendasi, perencana, apip):
    rencanakan(rekomendasi, perencana)
    ajukan(rekomendasi, perencana)
    judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="sesuai", uraian="Bukti cukup", by=apip)
    rekomendasi.refresh_from_db()
    assert rekomendasi.status == StatusRekomendasi.SESUAI
    assert rekomendasi.penanggung_jawab == "Sekretaris"
    jejak = rekomendasi.tindak_lanjut_set.values_list("jenis", "putusan")
    assert list(jejak) == [("rencana", ""), ("pelaksanaan", ""), ("putusan", "sesuai")]


def test_what_is_not_fitting_comes_back_to_the_unit(rekomendasi, perencana, apip):
    ajukan(rekomendasi, perencana)
    judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="belum_sesuai", uraian="Belum lengkap", by=apip)
    ajukan(rekomendasi, perencana, uraian="Dilengkapi")
    rekomendasi.refresh_from_db()
    assert rekomendasi.status == StatusRekomendasi.DIAJUKAN


@pytest.mark.parametrize(
    ("ubah", "galat"),
    [
        ({"uraian": " "}, IsianWajib),
        ({"penanggung_jawab": ""}, IsianWajib),
        ({"batas_waktu": date(2020, 1, 1)}, TanggalLewat),
    ],
)
def test_a_plan_names_what_who_and_a_day_ahead(rekomendasi, perencana, ubah, galat):
    with pytest.raises(galat):
        rencanakan(rekomendasi, perencana, **ubah)
    rekomendasi.refresh_from_db()
    assert rekomendasi.status == StatusRekomendasi.BELUM


def test_a_submission_needs_evidence_of_the_unit(rekomendasi, perencana):
    lain = buat_bukti(buat_unit(rekomendasi.instansi))
    with pytest.raises(BuktiWajib):
        ajukan(rekomendasi, perencana, bukti=None)
    with pytest.raises(BuktiUnitLain):
        ajukan(rekomendasi, perencana, bukti=lain)


def test_apip_decides_only_on_what_was_submitted(rekomendasi, apip):
    with pytest.raises(LangkahTidakSah):
        judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="sesuai", uraian="Baik", by=apip)


def test_the_impossible_needs_no_submission(rekomendasi, apip):
    judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="tidak_dapat", uraian="Unit dihapus", by=apip)
    rekomendasi.refresh_from_db()
    assert rekomendasi.status == StatusRekomendasi.TIDAK_DAPAT


def test_a_verdict_is_reasoned_and_known(rekomendasi, apip):
    ajukan(rekomendasi)
    with pytest.raises(IsianWajib):
        judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="sesuai", uraian="", by=apip)
    with pytest.raises(IsianWajib):
        judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="diajukan", uraian="x", by=apip)


def test_unit_and_apip_do_not_act_for_each_other(rekomendasi, perencana, apip):
    with pytest.raises(TidakBerwenang):
        rencanakan(rekomendasi, apip)
    ajukan(rekomendasi, perencana)
    with pytest.raises(TidakBerwenang):
        judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="sesuai", uraian="Baik", by=perencana)


def test_another_unit_or_government_may_do_nothing(rekomendasi):
    tetangga = buat_pengguna("perencana_unit", unit=buat_unit(rekomendasi.instansi))
    asing = buat_pengguna("perencana_unit", unit=buat_unit())
    for orang_lain in (tetangga, asing):
        with pytest.raises(TidakBerwenang):
            rencanakan(rekomendasi, orang_lain)
        assert not rekomendasi_visible_to(orang_lain).exists()


def test_events_are_never_rewritten(rekomendasi):
    kejadian = rencanakan(rekomendasi)
    with pytest.raises(DatabaseError, match="catatan tindak lanjut"), transaction.atomic():
        type(kejadian).objects.filter(pk=kejadian.pk).update(uraian="Lain")


# --- writing them into the LHE ---------------------------------------------------------------------


def test_the_team_writes_them_while_it_evaluates():
    lembar = jalankan(buat_lembar(), TahapLembar.EVALUASI)
    tim = buat_tim(lembar.evaluasi)
    assign_tim(lembar=[lembar], tim=tim, by=None)
    lembar.refresh_from_db()
    anggota = orang(tim, "anggota")
    satu = add_rekomendasi(lembar=lembar, kode="1.b", uraian="Agar  ditata.", by=anggota)
    assert (satu.uraian, satu.urutan, satu.unit) == ("Agar ditata.", 0, lembar.unit)
    edit_rekomendasi(rekomendasi=satu, uraian="Agar ditata ulang.", by=anggota)
    remove_rekomendasi(rekomendasi=satu, by=anggota)
    assert not Rekomendasi.objects.exists()


def test_who_is_not_in_the_team_writes_none():
    lembar = jalankan(buat_lembar(), TahapLembar.EVALUASI)
    luar = buat_pengguna("apip", instansi=lembar.instansi)
    with pytest.raises(TidakBerwenang):
        add_rekomendasi(lembar=lembar, kode="1.b", uraian="Agar ditata.", by=luar)


def test_an_unknown_item_is_refused():
    lembar = jalankan(buat_lembar(), TahapLembar.EVALUASI)
    with pytest.raises(ButirTidakAda):
        add_rekomendasi(lembar=lembar, kode="9.z", uraian="Agar ditata.", by=None)


def test_a_signed_report_keeps_its_recommendations(rekomendasi):
    with pytest.raises(RekomendasiTetap):
        edit_rekomendasi(rekomendasi=rekomendasi, uraian="Agar lain.", by=None)
    with pytest.raises(RekomendasiTetap):
        remove_rekomendasi(rekomendasi=rekomendasi, by=None)


def test_a_draft_is_not_out_yet():
    lembar = jalankan(buat_lembar(), TahapLembar.TANGGAPAN)
    perencana = buat_pengguna("perencana_unit", unit=lembar.unit)
    assert not rekomendasi_visible_to(perencana).exists()
    with pytest.raises(BelumTerbit):
        rencanakan(lembar.rekomendasi_set.get(), perencana)


# --- next year -------------------------------------------------------------------------------------


@pytest.fixture
def tahun_berikut(lembar):
    evaluasi = buat_evaluasi(lembar.instansi, tahun=lembar.evaluasi.tahun + 1)
    return jalankan(buat_lembar(evaluasi, lembar.unit), TahapLembar.EVALUASI)


def test_open_ones_come_back_next_year_once(rekomendasi, tahun_berikut):
    baru = carry_over(lembar=tahun_berikut, by=None)
    assert [(r.asal, r.uraian) for r in baru] == [(rekomendasi, rekomendasi.uraian)]
    assert carry_over(lembar=tahun_berikut, by=None) == []


def test_settled_ones_stay_behind(rekomendasi, tahun_berikut):
    ajukan(rekomendasi)
    judge_tindak_lanjut(rekomendasi=rekomendasi, putusan="sesuai", uraian="Cukup", by=None)
    assert carry_over(lembar=tahun_berikut, by=None) == []


def test_once_the_next_report_is_signed_the_follow_up_goes_on_there(rekomendasi, tahun_berikut):
    carry_over(lembar=tahun_berikut, by=None)
    rencanakan(rekomendasi)
    jalankan(tahun_berikut, TahapLembar.FINAL)
    with pytest.raises(SudahDiteruskan):
        ajukan(rekomendasi)
    # The one brought over and the one that the new report adds.
    assert rekap_tindak_lanjut(rekomendasi.instansi).jumlah == 2


# --- counting and loading --------------------------------------------------------------------------


def test_the_recap_counts_states_and_the_overdue(lembar):
    kemarin = today() - timedelta(days=1)
    load_rekomendasi(
        lembar=lembar,
        baris=[
            IsiRekomendasi("1.a", "Agar satu.", batas_waktu=kemarin),
            IsiRekomendasi("1.b", "Agar dua.", batas_waktu=kemarin, status="sesuai", tanggal=kemarin),
            IsiRekomendasi("1.c", "Agar tiga.", status="diajukan", tanggal=kemarin),
        ],
        by=None,
    )
    rekap = rekap_tindak_lanjut(lembar.evaluasi)
    assert (rekap.jumlah, rekap.terbuka, rekap.tuntas, rekap.menunggu_apip, rekap.terlambat) == (
        4,
        3,
        1,
        1,
        1,
    )


def test_loaded_history_leaves_the_event_that_led_to_it(lembar):
    dimuat = load_rekomendasi(
        lembar=lembar,
        baris=[
            IsiRekomendasi("1.a", "Agar satu.", status="sesuai", tanggal=date(2025, 3, 1), keterangan="Diuji")
        ],
        by=None,
    )
    kejadian = dimuat[0].tindak_lanjut_set.get()
    assert (kejadian.putusan, kejadian.uraian, kejadian.pada.date()) == ("sesuai", "Diuji", date(2025, 3, 1))


# --- reminders -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hari", "surel"), [(14, 1), (3, 1), (-1, 1), (-40, 1), (13, 0), (0, 0)])
def test_reminders_go_out_before_the_day_and_after_it(rekomendasi, perencana, hari, surel):
    batas = today() + timedelta(days=20)
    rencanakan(rekomendasi, batas_waktu=batas)
    hasil = send_pengingat(instansi=rekomendasi.instansi, pada=batas - timedelta(days=hari))
    assert hasil.terkirim == surel == len(mail.outbox)


def test_a_second_run_of_the_day_sends_nothing(rekomendasi, perencana):
    rencanakan(rekomendasi)
    assert send_pengingat(instansi=rekomendasi.instansi).terkirim == 1
    kedua = send_pengingat(instansi=rekomendasi.instansi)
    assert (kedua.terkirim, kedua.sudah, len(mail.outbox)) == (0, 1, 1)


def test_the_message_names_the_recommendation_and_links_it(rekomendasi, perencana):
    rencanakan(rekomendasi)
    send_pengingat(instansi=rekomendasi.instansi)
    surel = mail.outbox[0]
    assert surel.to == [perencana.email]
    assert rekomendasi.uraian in surel.body
    assert f"/tindak-lanjut/{rekomendasi.uid}/" in surel.body


def test_nobody_is_reminded_of_what_waits_for_apip(rekomendasi, perencana):
    rencanakan(rekomendasi)
    ajukan(rekomendasi)
    assert send_pengingat(instansi=rekomendasi.instansi).terkirim == 0


def test_readers_and_other_units_are_left_alone(rekomendasi, apip):
    buat_pengguna("perencana_unit", unit=buat_unit(rekomendasi.instansi))
    rencanakan(rekomendasi)
    assert send_pengingat(instansi=rekomendasi.instansi).terkirim == 0


def test_an_address_that_refuses_is_tried_again(rekomendasi, perencana, monkeypatch):
    rencanakan(rekomendasi)

    def gagal(*_isi, **_lain):
        raise OSError

    with monkeypatch.context() as tiruan:
        tiruan.setattr("sakip.apps.evaluasi.services.pengingat.send_mail", gagal)
        assert send_pengingat(instansi=rekomendasi.instansi).gagal == (perencana.email,)
    assert send_pengingat(instansi=rekomendasi.instansi).terkirim == 1


# --- what waits for whom ---------------------------------------------------------------------------


def test_the_unit_sees_its_follow_ups_and_apip_the_submitted_ones(rekomendasi, perencana, apip):
    assert tugas_evaluasi(perencana).tindak_lanjut.jumlah == 1
    assert tugas_evaluasi(apip).putusan.jumlah == 0
    ajukan(rekomendasi)
    assert tugas_evaluasi(perencana).tindak_lanjut.jumlah == 0
    assert tugas_evaluasi(apip).putusan.jumlah == 1


def test_a_sheet_waits_for_whoever_takes_its_next_step():
    lembar = buat_lembar()
    perencana = buat_pengguna("perencana_unit", unit=lembar.unit)
    assert [t.lembar for t in tugas_evaluasi(perencana).lembar] == [lembar]
    tim = buat_tim(lembar.evaluasi)
    assign_tim(lembar=[lembar], tim=tim, by=None)
    lembar.refresh_from_db()
    jalankan(lembar, TahapLembar.REVIU)
    assert tugas_evaluasi(perencana).lembar == ()
    assert [t.lembar for t in tugas_evaluasi(orang(tim, "pengawas")).lembar] == [lembar]
    assert tugas_evaluasi(orang(tim, "anggota")).lembar == ()
