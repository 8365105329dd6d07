"""A sheet from the unit's own assessment to the final result: what each step asks for, and of whom."""

from datetime import date, timedelta

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import SUB, buat_evaluasi, buat_lembar, buat_tim, isi_lembar, jalankan, orang

from sakip.apps.evaluasi import galat, services
from sakip.apps.evaluasi.models import LHE, LangkahLembar, LembarKerja
from sakip.apps.evaluasi.policies import langkah_boleh
from sakip.apps.evaluasi.selectors import hasil_akhir, konteks_lhe, lhe_utuh, rekap
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.platform.dasar import today
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


def _langkah(lembar, nama, **isi):
    return services.transition_lembar(lembar=lembar, langkah=nama, **{"by": None, **isi})


def _bertim():
    lembar = buat_lembar()
    tim = buat_tim(lembar.evaluasi)
    services.assign_tim(lembar=[lembar], tim=tim, by=None)
    return lembar, tim


def test_a_sheet_walks_from_the_unit_to_the_final_result():
    lembar = jalankan(buat_lembar(), "final", "BB")
    assert (lembar.tahap, hasil_akhir(lembar).predikat) == ("final", "BB")
    assert LangkahLembar.objects.filter(lembar=lembar).count() == 10


def test_a_step_is_taken_from_its_own_stage_only():
    with pytest.raises(galat.LangkahTidakSah, match="penilaian mandiri"):
        _langkah(buat_lembar(), "kirim_panel")


def test_an_unknown_step_is_refused():
    with pytest.raises(galat.LangkahTidakDikenal):
        _langkah(buat_lembar(), "terbang")


def test_an_incomplete_self_assessment_stays_and_says_what_is_missing():
    lembar = buat_lembar()
    isi_lembar(lembar, dict.fromkeys(SUB[:-1], "B"))
    with pytest.raises(galat.BelumLengkap) as tertangkap:
        _langkah(lembar, "kirim_mandiri")
    assert tertangkap.value.kode == (SUB[-1],)


def test_the_evaluation_is_complete_by_itself_not_through_the_units_claim():
    lembar = jalankan(buat_lembar(), "evaluasi")
    with pytest.raises(galat.BelumLengkap):
        _langkah(lembar, "kirim_reviu")


def test_notes_and_evidence_are_mandatory_for_each_sub_component():
    lembar = buat_lembar()
    isi_lembar(lembar, daftar_bukti="")
    lembar = _langkah(lembar, "kirim_mandiri")
    isi_lembar(lembar, catatan="", daftar_bukti="")
    with pytest.raises(galat.TanpaCatatanBukti) as tertangkap:
        _langkah(lembar, "kirim_reviu")
    assert (tertangkap.value.tanpa_catatan, tertangkap.value.tanpa_bukti) == (SUB, SUB)


def test_evidence_named_by_the_unit_is_enough():
    lembar = jalankan(buat_lembar(), "evaluasi")
    isi_lembar(lembar, daftar_bukti="")
    assert _langkah(lembar, "kirim_reviu").tahap == "reviu"


def test_sending_back_needs_a_reason():
    lembar = jalankan(buat_lembar(), "reviu")
    with pytest.raises(galat.AlasanWajib):
        _langkah(lembar, "kembalikan_evaluasi", alasan="  ")
    assert _langkah(lembar, "kembalikan_evaluasi", alasan="Bukti 1.a kurang").tahap == "evaluasi"


def test_a_draft_without_recommendations_is_not_sent():
    lembar = jalankan(buat_lembar(), "draf_lhe")
    with pytest.raises(galat.TanpaRekomendasi):
        _langkah(lembar, "kirim_tanggapan")


def test_a_response_is_written_before_it_is_sent():
    lembar = jalankan(buat_lembar(), "tanggapan")
    with pytest.raises(galat.TanpaTanggapan):
        _langkah(lembar, "beri_tanggapan")
    assert _langkah(lembar, "beri_tanggapan", alasan="Kami sepakat.").tahap == "reviu_teknis"
    assert konteks_lhe(lembar).tanggapan == "Kami sepakat."


def test_what_the_unit_wrote_in_the_thread_is_its_response():
    lembar = jalankan(buat_lembar(), "tanggapan")
    unit = buat_pengguna("perencana_unit", unit=lembar.unit)
    services.add_diskusi(lembar=lembar, kode="", isi="Kami keberatan atas 1.c.", by=unit)
    lembar = _langkah(lembar, "beri_tanggapan", by=unit)
    assert konteks_lhe(lembar).tanggapan == "Kami keberatan atas 1.c."


def test_what_the_team_wrote_is_no_response():
    lembar, tim = _bertim()
    lembar = jalankan(lembar, "tanggapan")
    services.add_diskusi(lembar=lembar, kode="", isi="Mohon tanggapan.", by=orang(tim, "ketua"))
    with pytest.raises(galat.TanpaTanggapan):
        _langkah(lembar, "beri_tanggapan")


@pytest.mark.parametrize("bidang", ["nomor", "tanggal", "penandatangan"])
def test_an_lhe_is_signed_with_number_date_and_post(bidang):
    lembar = jalankan(buat_lembar(), "siap_ttd")
    isi = {"nomor": "700/1", "tanggal": date(2026, 11, 2), "penandatangan": "Inspektur"}
    services.save_lhe(lembar=lembar, **{k: v for k, v in isi.items() if k != bidang}, by=None)
    with pytest.raises(galat.LHEBelumLengkap) as tertangkap:
        _langkah(lembar, "tandatangani")
    assert tertangkap.value.bidang == bidang


def test_a_signed_lhe_is_kept_with_its_hash():
    lembar = jalankan(buat_lembar(), "sanggah", "BB")
    lhe = LHE.objects.get(lembar=lembar)
    assert lhe_utuh(lhe)
    assert (lhe.konteks["total"], lhe.konteks["predikat_kode"]) == ("80", "BB")
    lhe.konteks["total"] = "90"
    assert not lhe_utuh(lhe)


def test_a_signed_lhe_is_not_written_again():
    lembar = jalankan(buat_lembar(), "sanggah")
    with pytest.raises(galat.LHETertanda):
        services.save_lhe(lembar=lembar, nomor="700/2", by=None)


def test_the_lhe_is_worded_by_the_roles_that_answer_for_it():
    lembar, tim = _bertim()
    lembar = jalankan(lembar, "draf_lhe")
    services.save_lhe(lembar=lembar, catatan_umum="Baik", by=orang(tim, "ketua"))
    with pytest.raises(TidakBerwenang):
        services.save_lhe(lembar=lembar, catatan_umum="Buruk", by=orang(tim, "anggota"))
    assert LHE.objects.get().catatan_umum == "Baik"


def test_nothing_is_final_while_objections_may_come():
    lembar = jalankan(buat_lembar(), "sanggah")
    besok = today() + timedelta(days=1)
    services.set_jendela(
        evaluasi=lembar.evaluasi, tahap="sanggah", buka=date(2026, 1, 2), tutup=besok, by=None
    )
    with pytest.raises(galat.SanggahMasihDibuka):
        _langkah(lembar, "finalkan")


@pytest.mark.parametrize("nama", list(TRANSISI))
def test_only_the_named_roles_take_a_step(nama):
    lembar, tim = _bertim()
    transisi = TRANSISI[nama]
    LembarKerja.objects.filter(pk=lembar.pk).update(tahap=transisi.dari)
    lembar.tahap = transisi.dari
    boleh = {
        satu.peran
        for satu in tim.anggota_set.select_related("pengguna")
        if nama in langkah_boleh(satu.pengguna, lembar)
    }
    assert boleh == set(transisi.peran_tim)
    unit = buat_pengguna("perencana_unit", unit=lembar.unit)
    assert (nama in langkah_boleh(unit, lembar)) is (not transisi.peran_tim)


def test_a_step_without_the_role_is_refused():
    lembar, tim = _bertim()
    lembar = jalankan(lembar, "reviu")
    with pytest.raises(TidakBerwenang):
        _langkah(lembar, "kirim_panel", by=orang(tim, "anggota"))
    assert _langkah(lembar, "kirim_panel", by=orang(tim, "pengawas")).tahap == "panel"


def test_the_evaluation_closes_when_every_sheet_is_final():
    lembar = jalankan(buat_lembar(), "sanggah")
    with pytest.raises(galat.LembarBelumFinal, match=lembar.unit.kode):
        services.close_evaluasi(evaluasi=lembar.evaluasi, by=None)
    _langkah(lembar, "finalkan")
    assert services.close_evaluasi(evaluasi=lembar.evaluasi, by=None).status == "selesai"


def test_the_result_of_an_accepted_objection_replaces_the_former_in_the_recap():
    lembar = jalankan(buat_lembar(buat_evaluasi()), "sanggah", "B")
    sanggah = services.file_sanggah(lembar=lembar, kode="1.c", alasan="Bukti ada", by=None)
    services.decide_sanggah(sanggah=sanggah, diterima=True, putusan="Benar", nilai_putusan="BB", by=None)
    assert rekap(lembar.evaluasi).baris[0].total.limit_denominator() * 2 == 143
    assert LHE.objects.get().konteks["total"] == "70"
