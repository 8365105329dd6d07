"""The sentences that put the finding into a title."""

from decimal import Decimal

from sakip.web.kalimat import build_tak_dihitung, build_temuan, change_direction
from sakip.web.periode import Periode


def temuan(n_terukur=3, n_wajib=4, **sebaran):
    return build_temuan(sebaran=sebaran, n_terukur=n_terukur, n_wajib=n_wajib, periode=Periode(2025))


def test_the_title_counts_what_is_on_track_and_what_is_red():
    assert temuan(ST=1, T=1, SR=1) == "2 dari 4 indikator di jalur target, 1 merah"


def test_the_title_says_when_nothing_is_red():
    assert temuan(ST=3) == "3 dari 4 indikator di jalur target, tidak ada yang merah"


def test_a_year_without_figures_is_not_called_zero():
    assert temuan(n_terukur=0, belum=4) == "Belum ada realisasi tahun 2025"


def test_a_year_without_indicators_says_so():
    assert temuan(n_terukur=0, n_wajib=0) == "Belum ada indikator untuk tahun 2025"


def test_what_an_average_leaves_out_is_named():
    teks = build_tak_dihitung({"belum": 2, "tidak_berlaku": 1})
    assert (
        teks == "2 indikator belum dilaporkan dan 1 indikator tidak berlaku; tidak dihitung dalam rata-rata."
    )


def test_nothing_is_said_when_nothing_is_left_out():
    assert build_tak_dihitung({"ST": 3}) == ""


def test_a_change_of_zero_is_not_a_missing_change():
    assert change_direction(Decimal(0)) == "tetap"
    assert change_direction(None) == ""
