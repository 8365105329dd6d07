"""Pages in English say everything in English; documents and records stay Indonesian."""

from datetime import date

import pytest
from django.utils import translation
from tests.pabrik.organisasi import buat_jadwal

from sakip.apps.pengukuran.models import StatusRealisasi
from sakip.platform.dasar import in_indonesian
from sakip.reports.lkjip.susun import assemble_lkjip
from sakip.web.kalimat import build_cakupan, build_tak_dihitung
from sakip.web.periode import Periode


@pytest.fixture
def inggris():
    with translation.override("en"):
        yield


def test_a_quarter_has_a_short_name_in_both_languages():
    assert Periode(2026, 3).singkat == "TW III"
    with translation.override("en"):
        assert Periode(2026, 3).singkat == "Q3"


def test_labels_of_choices_follow_the_reader(inggris):
    assert str(StatusRealisasi.DIKUNCI.label) != "Dikunci"


@pytest.mark.parametrize(("n", "teks"), [(1, "0 of 1 indicator measured"), (2, "0 of 2 indicators measured")])
def test_one_is_not_many_in_english(inggris, n, teks):
    assert build_cakupan(n_terukur=0, n_wajib=n) == teks


def test_what_is_left_out_is_counted_in_english(inggris):
    assert build_tak_dihitung({"belum": 1}).startswith("1 indicator not reported")


def test_a_kept_label_is_indonesian_whoever_reads(inggris):
    assert in_indonesian(StatusRealisasi.DIKUNCI.label) == "Dikunci"


@pytest.mark.django_db
def test_a_record_names_a_window_in_indonesian(inggris):
    jadwal = buat_jadwal(jenis="realisasi", buka=date(2026, 1, 1), tutup=date(2026, 1, 9))
    assert str(jadwal) == "Pengisian realisasi 2026"


@pytest.mark.django_db
def test_a_report_asked_for_in_english_is_indonesian(dunia, inggris):
    konteks = assemble_lkjip(unit=dunia.dinkes, tahun=2025)
    frekuensi = {i.frekuensi for s in konteks.sasaran for i in s.indikator}
    assert frekuensi == {"triwulanan"}


def test_a_unit_page_in_english_shows_no_indonesian_choice(dunia, sebagai, client, settings):
    client = sebagai("pimpinan_instansi")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    halaman = client.get(f"/kinerja/{dunia.dinkes.uid}/?tahun=2025").text
    assert "higher is better" in halaman
    assert "makin besar makin baik" not in halaman
