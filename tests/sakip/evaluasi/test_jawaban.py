"""Answers: versions at a stage, two people at once, reasons, and the score that follows."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import SUB, buat_evaluasi, buat_lembar, buat_tim, isi_lembar, jalankan, orang
from tests.pabrik.organisasi import buat_unit

from sakip.apps.evaluasi import galat, services
from sakip.apps.evaluasi.models import HasilLembar, Jawaban
from sakip.apps.evaluasi.selectors import hasil_akhir, lembar_lengkap, penelusuran, sub_tampil
from sakip.platform.audit.models import Catatan
from sakip.platform.dasar import today
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


def _simpan(lembar, kode, nilai, **isi):
    return services.save_jawaban(lembar=lembar, kode=kode, nilai=nilai, **{"by": None, **isi})


def test_a_save_is_a_new_version():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B")
    assert _simpan(lembar, "1.a", "BB").versi_ke == 2
    assert [satu.nilai for satu in penelusuran(lembar, "1.a")] == ["B", "BB"]


def test_saving_the_same_again_writes_nothing():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B", catatan="Lengkap")
    _simpan(lembar, "1.a", "B")
    assert Jawaban.objects.get().catatan == "Lengkap"


def test_the_score_follows_each_answer():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B")
    hasil = HasilLembar.objects.get(lembar=lembar)
    assert (hasil.total, hasil.predikat, hasil.sub["1.a"]) == ("4.2", "", {"nilai": "B", "skor": "4.2"})
    assert len(hasil.belum) == 11


def test_a_complete_sheet_has_a_predikat():
    lembar = buat_lembar()
    isi_lembar(lembar, "BB")
    hasil = HasilLembar.objects.get(lembar=lembar)
    assert (hasil.total, hasil.predikat, hasil.belum) == ("80", "BB", [])


def test_a_criterion_informs_and_does_not_count():
    lembar = buat_lembar()
    _simpan(lembar, "1.a.1", "Ya")
    assert Jawaban.objects.get().nilai == "ya"
    assert not HasilLembar.objects.exists()


def test_an_answer_taken_back_leaves_no_score():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B")
    _simpan(lembar, "1.a", None)
    assert not HasilLembar.objects.exists()


def test_two_people_at_once_never_overwrite_each_other():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B", versi_diharapkan=0)
    with pytest.raises(galat.VersiBerubah) as tertangkap:
        _simpan(lembar, "1.a", "CC", versi_diharapkan=0)
    assert [(satu.kode, satu.nilai) for satu in tertangkap.value.lain] == [("1.a", "B")]
    assert Jawaban.objects.count() == 1


def test_other_items_may_be_written_at_the_same_time():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B", versi_diharapkan=0)
    assert _simpan(lembar, "1.b", "B", versi_diharapkan=0).versi_ke == 1


def test_many_are_saved_together_or_not_at_all():
    lembar = buat_lembar()
    isian = [services.IsiJawaban("1.a", "B"), services.IsiJawaban("1.b", "F")]
    with pytest.raises(galat.JawabanTidakSah):
        services.save_banyak(lembar=lembar, isian=isian, by=None)
    assert not Jawaban.objects.exists()


@pytest.mark.parametrize(
    ("kode", "nilai", "jenis"),
    [
        ("9.z", "B", galat.KodeTidakDikenal),
        ("1", "B", galat.KodeTidakDikenal),
        ("1.a", "F", galat.JawabanTidakSah),
        ("1.a", "80", galat.JawabanTidakSah),
        ("1.a.1", "mungkin", galat.JawabanTidakSah),
    ],
)
def test_what_the_instrument_does_not_know_is_refused(kode, nilai, jenis):
    with pytest.raises(jenis) as tertangkap:
        _simpan(buat_lembar(), kode, nilai)
    assert kode in str(tertangkap.value)


def test_the_refusal_names_what_is_allowed():
    with pytest.raises(galat.JawabanTidakSah, match="AA, A, BB, B, CC, C, D, E") as tertangkap:
        _simpan(buat_lembar(), "1.a", "F")
    assert tertangkap.value.bidang == "nilai"


def test_apip_takes_nothing_over_from_the_unit():
    lembar = jalankan(buat_lembar(), "evaluasi", "A")
    assert hasil_akhir(lembar) is None
    _simpan(lembar, "1.a", "C")
    assert hasil_akhir(lembar).total == "3"


def test_a_later_stage_takes_over_what_it_does_not_change():
    lembar = jalankan(buat_lembar(), "panel", "B")
    _simpan(lembar, "1.a", "CC", alasan="Disamakan dengan unit lain")
    hasil = {satu.tahap: satu.total for satu in HasilLembar.objects.filter(lembar=lembar)}
    assert hasil == {"mandiri": "70", "evaluasi": "70", "reviu": "70", "panel": "69.4", "akhir": "69.4"}


def test_a_later_stage_says_why_it_changes_a_value():
    lembar = jalankan(buat_lembar(), "reviu", "B")
    with pytest.raises(galat.AlasanUbahNilai):
        _simpan(lembar, "1.a", "CC")
    assert _simpan(lembar, "1.a", "B").nilai == "B"


def test_departing_from_the_suggestion_needs_a_reason():
    lembar = buat_lembar()
    with pytest.raises(galat.AlasanBedaSaran):
        _simpan(lembar, "1.a.1", "ya", saran="tidak")
    assert _simpan(lembar, "1.a.1", "ya", saran="tidak", alasan="Pedoman terbit kemarin").saran == "tidak"


def test_nobody_edits_another_stages_values():
    lembar = jalankan(buat_lembar(), "reviu", "B")
    sebelum = list(Jawaban.objects.exclude(tahap="reviu").values_list("pk", "nilai").order_by("pk"))
    _simpan(lembar, "1.a", "C", alasan="Bukti tidak cukup")
    assert list(Jawaban.objects.exclude(tahap="reviu").values_list("pk", "nilai").order_by("pk")) == sebelum
    assert Jawaban.objects.get(tahap="reviu").nilai == "C"


def test_a_value_taken_back_lets_the_earlier_stage_count_again():
    lembar = jalankan(buat_lembar(), "panel", "B")
    _simpan(lembar, "1.a", "E", alasan="Salah unit")
    _simpan(lembar, "1.a", None)
    assert hasil_akhir(lembar).total == "70"


@pytest.mark.parametrize("tahap", ["tanggapan", "reviu_teknis", "siap_ttd", "sanggah", "final"])
def test_no_values_are_written_outside_the_stages_of_scoring(tahap):
    lembar = jalankan(buat_lembar(), tahap)
    with pytest.raises(galat.TahapTidakMenilai):
        _simpan(lembar, "1.a", "BB", alasan="Tambahan")


def test_a_closed_window_says_when_it_was_open():
    lembar = buat_lembar()
    kemarin = today() - timedelta(days=1)
    services.set_jendela(
        evaluasi=lembar.evaluasi, tahap="mandiri", buka=date(2026, 1, 2), tutup=kemarin, by=None
    )
    with pytest.raises(galat.JendelaTertutup, match="2 Januari 2026"):
        _simpan(lembar, "1.a", "B")


def test_a_window_of_one_sheet_goes_before_that_of_all():
    lembar = buat_lembar()
    isi = {"evaluasi": lembar.evaluasi, "tahap": "mandiri", "buka": date(2026, 1, 2), "by": None}
    services.set_jendela(**isi, tutup=today() + timedelta(days=9), lembar=lembar, alasan="Terlambat")
    services.set_jendela(**isi, tutup=today() - timedelta(days=1))
    assert _simpan(lembar, "1.a", "B").nilai == "B"


def test_reopening_needs_a_reason():
    lembar = buat_lembar()
    isi = {"evaluasi": lembar.evaluasi, "tahap": "mandiri", "buka": date(2026, 1, 2), "by": None}
    services.set_jendela(**isi, tutup=date(2026, 1, 3))
    with pytest.raises(galat.AlasanWajib):
        services.set_jendela(**isi, tutup=date(2027, 1, 3))


def test_a_sheet_is_not_filled_before_the_evaluation_starts():
    lembar = buat_lembar(buat_evaluasi(mulai=False))
    with pytest.raises(galat.StatusTidakSah):
        _simpan(lembar, "1.a", "B")


def test_the_unit_fills_its_own_sheet_only():
    lembar = buat_lembar()
    milik = buat_pengguna("perencana_unit", unit=lembar.unit)
    lain = buat_pengguna("perencana_unit", unit=buat_unit(lembar.instansi))
    assert _simpan(lembar, "1.a", "B", by=milik).oleh == milik
    with pytest.raises(TidakBerwenang):
        _simpan(lembar, "1.a", "A", by=lain)


def test_apip_does_not_fill_the_units_assessment():
    lembar = buat_lembar()
    tim = buat_tim(lembar.evaluasi)
    services.assign_tim(lembar=[lembar], tim=tim, by=None)
    with pytest.raises(TidakBerwenang):
        _simpan(lembar, "1.a", "B", by=orang(tim, "anggota"))


@pytest.mark.parametrize(
    ("tahap", "boleh"),
    [
        ("evaluasi", {"anggota", "ketua"}),
        ("reviu", {"pengawas"}),
        ("panel", {"pengawas", "pengendali_teknis", "penanggung_jawab"}),
        ("draf_lhe", {"ketua"}),
    ],
)
def test_each_stage_is_scored_by_its_roles_in_the_team(tahap, boleh):
    lembar = buat_lembar()
    tim = buat_tim(lembar.evaluasi)
    services.assign_tim(lembar=[lembar], tim=tim, by=None)
    lembar = jalankan(lembar, tahap)
    berhasil = set()
    for anggota in tim.anggota_set.select_related("pengguna"):
        try:
            _simpan(lembar, "1.a", "B", by=anggota.pengguna, catatan=f"Oleh {anggota.peran}")
            berhasil.add(anggota.peran)
        except TidakBerwenang:
            pass
    assert berhasil == boleh


def test_apip_outside_the_team_scores_nothing():
    lembar = buat_lembar()
    services.assign_tim(lembar=[lembar], tim=buat_tim(lembar.evaluasi), by=None)
    lembar = jalankan(lembar, "evaluasi")
    with pytest.raises(TidakBerwenang):
        _simpan(lembar, "1.a", "C", by=buat_pengguna("apip", instansi=lembar.instansi))


def test_the_audit_keeps_value_before_and_after():
    lembar = buat_lembar()
    _simpan(lembar, "1.a", "B")
    _simpan(lembar, "1.a", "BB")
    catatan = Catatan.objects.filter(aksi="evaluasi.jawaban.disimpan").latest("urut")
    assert catatan.perubahan["jawaban"] == {"1.a": ["B", "BB", 2]}


def test_the_sheet_shows_what_each_stage_says():
    lembar = jalankan(buat_lembar(), "panel", "B")
    _simpan(lembar, "1.a", "CC", alasan="Disamakan")
    sub = sub_tampil(lembar, "1.a")
    assert {tahap: isi.nilai for tahap, isi in sub.jawaban.items()} == {
        "mandiri": "B",
        "evaluasi": "B",
        "panel": "CC",
    }
    assert (sub.berlaku.nilai, sub.nilai, sub.versi("panel"), sub.versi("akhir")) == (
        "CC",
        Fraction("3.6"),
        1,
        0,
    )


def test_the_sheet_suggests_from_the_answered_criteria():
    lembar = buat_lembar()
    isian = [services.IsiJawaban(f"1.a.{n}", "ya" if n < 6 else "tidak") for n in range(1, 7)]
    services.save_banyak(lembar=lembar, isian=isian, by=None)
    saran = sub_tampil(lembar, "1.a").saran
    assert (saran.nilai, saran.terpenuhi, saran.dari) == ("B", 5, 6)


def test_last_years_answers_stand_beside(django_assert_max_num_queries):
    lama = jalankan(buat_lembar(buat_evaluasi(tahun=2024)), "final", "CC")
    kini = buat_lembar(buat_evaluasi(lama.instansi), lama.unit)
    with django_assert_max_num_queries(12):
        tampil = lembar_lengkap(kini)
    assert {sub.tahun_lalu for sub in tampil.sub} == {"CC"}
    assert (tampil.hasil_lalu.total, tampil.komponen[0].nilai_lalu) == ("60", 18)
    assert [satu.uraian for satu in tampil.sub[0].rekomendasi_lalu] == ["Agar dilengkapi."]


def test_a_whole_sheet_costs_the_same_however_full_it_is(django_assert_num_queries):
    lembar = buat_lembar()
    with django_assert_num_queries(7):
        kosong = lembar_lengkap(lembar)
    isi_lembar(lembar, dict.fromkeys(SUB, "B"))
    with django_assert_num_queries(7):
        penuh = lembar_lengkap(lembar)
    assert (kosong.skor.total, penuh.skor.total) == (None, 70)


def test_the_unit_sees_apips_values_only_once_the_draft_was_sent():
    from sakip.apps.evaluasi.policies import tahap_terlihat

    lembar = jalankan(buat_lembar(), "evaluasi")
    unit = buat_pengguna("perencana_unit", unit=lembar.unit)
    isi_lembar(lembar, "C")
    sub = sub_tampil(lembar, "1.a", terlihat=tahap_terlihat(unit, lembar))
    assert (set(sub.jawaban), sub.berlaku.nilai) == ({"mandiri"}, "B")
    lembar = jalankan(lembar, "tanggapan", "C")
    assert "evaluasi" in tahap_terlihat(unit, lembar)
