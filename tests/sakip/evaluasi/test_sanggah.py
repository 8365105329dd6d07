"""Objections: when, to what, by whom, and what a ruling does."""

from datetime import date, timedelta

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import buat_lembar, buat_tim, jalankan, orang
from tests.pabrik.organisasi import buat_unit

from sakip.apps.evaluasi import galat, services
from sakip.apps.evaluasi.models import Sanggah
from sakip.apps.evaluasi.selectors import hasil_akhir, penelusuran
from sakip.platform.dasar import today
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def lembar():
    lembar = buat_lembar()
    services.assign_tim(lembar=[lembar], tim=buat_tim(lembar.evaluasi), by=None)
    return jalankan(lembar, "sanggah", "B")


def _ajukan(lembar, **isi):
    bawaan = {"kode": "1.c", "alasan": "Bukti sudah disampaikan", "by": None}
    return services.file_sanggah(lembar=lembar, **{**bawaan, **isi})


def _putus(sanggah, *, diterima, **isi):
    bawaan = {"putusan": "Bukti tambahan memadai", "by": None}
    return services.decide_sanggah(sanggah=sanggah, diterima=diterima, **{**bawaan, **isi})


def test_an_objection_keeps_the_value_it_is_about(lembar):
    sanggah = _ajukan(lembar, nilai_diminta="BB")
    assert (sanggah.nilai_semula, sanggah.nilai_diminta, sanggah.status) == ("B", "BB", "diajukan")


def test_an_accepted_objection_writes_a_new_final_value(lembar):
    _putus(_ajukan(lembar), diterima=True, nilai_putusan="BB")
    akhir = penelusuran(lembar, "1.c")[-1]
    assert (akhir.tahap, akhir.nilai, akhir.alasan) == ("akhir", "BB", "Bukti tambahan memadai")
    assert hasil_akhir(lembar).total == "71.5"


def test_a_rejected_objection_leaves_the_value(lembar):
    _putus(_ajukan(lembar), diterima=False)
    assert hasil_akhir(lembar).total == "70"
    assert Sanggah.objects.get().status == "ditolak"


@pytest.mark.parametrize("tahap", ["mandiri", "tanggapan", "siap_ttd", "final"])
def test_only_a_signed_result_is_objected_to(tahap):
    with pytest.raises(galat.BukanMasaSanggah):
        _ajukan(jalankan(buat_lembar(), tahap))


def test_after_the_window_nobody_objects(lembar):
    services.set_jendela(
        evaluasi=lembar.evaluasi,
        tahap="sanggah",
        buka=date(2026, 1, 2),
        tutup=today() - timedelta(days=1),
        by=None,
    )
    with pytest.raises(galat.JendelaTertutup):
        _ajukan(lembar)


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        ({"kode": "1.c.1"}, galat.KodeTidakDikenal),
        ({"kode": "9.z"}, galat.KodeTidakDikenal),
        ({"alasan": " "}, galat.IsianKosong),
        ({"nilai_diminta": "F"}, galat.JawabanTidakSah),
    ],
)
def test_what_cannot_be_objected_to_is_refused(lembar, isi, jenis):
    with pytest.raises(jenis):
        _ajukan(lembar, **isi)


def test_one_open_objection_per_value(lembar):
    sanggah = _ajukan(lembar)
    with pytest.raises(galat.SanggahSudahAda):
        _ajukan(lembar)
    _putus(sanggah, diterima=False)
    assert _ajukan(lembar).pk != sanggah.pk


def test_a_ruling_is_given_once_and_explained(lembar):
    sanggah = _ajukan(lembar)
    with pytest.raises(galat.IsianKosong):
        _putus(sanggah, diterima=False, putusan=" ")
    with pytest.raises(galat.IsianKosong):
        _putus(sanggah, diterima=True)
    _putus(sanggah, diterima=False)
    with pytest.raises(galat.SanggahSudahDiputus):
        _putus(sanggah, diterima=True, nilai_putusan="A")


def test_the_unit_objects_and_the_penanggung_jawab_rules(lembar):
    unit = buat_pengguna("pimpinan_unit", unit=lembar.unit)
    with pytest.raises(TidakBerwenang):
        _ajukan(lembar, by=buat_pengguna("pimpinan_unit", unit=buat_unit(lembar.instansi)))
    sanggah = _ajukan(lembar, by=unit)
    with pytest.raises(TidakBerwenang):
        _putus(sanggah, diterima=False, by=orang(lembar.tim, "ketua"))
    assert _putus(sanggah, diterima=False, by=orang(lembar.tim, "penanggung_jawab")).status == "ditolak"


def test_a_sheet_is_not_final_with_an_objection_undecided(lembar):
    sanggah = _ajukan(lembar)
    with pytest.raises(galat.SanggahBelumDiputus, match=r"1\.c"):
        services.transition_lembar(lembar=lembar, langkah="finalkan", by=None)
    _putus(sanggah, diterima=False)
    assert services.transition_lembar(lembar=lembar, langkah="finalkan", by=None).tahap == "final"
