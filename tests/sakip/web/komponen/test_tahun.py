from datetime import date

from sakip.web.komponen.tahun import letak, susun_garis_tahun

HARI_INI = date(2026, 10, 7)


def acara(*hari):
    return [{"tanggal": item, "label": "Acara", "jenis": "lain"} for item in hari]


def test_the_year_starts_at_the_left_edge():
    assert letak(date(2026, 1, 1)) == 0


def test_every_month_is_equally_wide():
    assert letak(date(2026, 7, 1)) == 50


def test_only_this_years_deadlines_are_shown_in_order():
    line = susun_garis_tahun(acara(date(2026, 12, 1), date(2026, 2, 1), date(2027, 1, 5)), HARI_INI)
    assert [item.tanggal.month for item in line.tenggat] == [2, 12]


def test_a_deadline_is_past_near_or_ahead():
    line = susun_garis_tahun(
        acara(date(2026, 10, 6), date(2026, 10, 7), date(2026, 10, 21), date(2026, 10, 22)), HARI_INI
    )
    assert [item.kelas for item in line.tenggat] == ["lewat", "dekat", "dekat", "tgt"]


def test_the_word_for_today_changes_sides_late_in_the_month():
    assert susun_garis_tahun([], date(2026, 11, 28)).jangkar == "end"
    assert susun_garis_tahun([], HARI_INI).jangkar == "start"


def test_a_deadline_reads_as_date_and_name():
    assert susun_garis_tahun(acara(date(2026, 10, 15)), HARI_INI).tenggat[0].teks == "15 Okt: Acara"
