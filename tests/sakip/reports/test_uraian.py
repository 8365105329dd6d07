"""The generated sentences say what the figures say, and no more."""

from __future__ import annotations

from dataclasses import replace

from tests.sakip.reports.contoh import D, indikator, sasaran

from kinerja.capaian import Polaritas
from sakip.reports.angka import format_angka, format_rupiah_ringkas, join_dan, spell
from sakip.reports.lkjip.konteks import IndikatorLaporan, KonteksLKjIP
from sakip.reports.lkjip.uraian import with_uraian
from sakip.reports.lkjip.uraian.sasaran import write_temuan


def _temuan(*isi: IndikatorLaporan) -> str:
    return write_temuan(sasaran(1, "Sasaran", *isi))


def test_all_targets_reached() -> None:
    assert (
        _temuan(indikator("a", "A", "%", "10", "10"), indikator("b", "B", "%", "1", "2"))
        == "Seluruh dua target tercapai."
    )


def test_the_lowest_is_named_with_its_figure() -> None:
    hasil = _temuan(indikator("a", "A", "%", "10", "10"), indikator("b", "B", "%", "10", "5"))
    assert hasil == "Satu dari dua target tercapai; terendah 50,00% pada “B”."


def test_a_gap_is_counted_not_hidden() -> None:
    hasil = _temuan(indikator("a", "A", "%", "10", "10"), indikator("b", "B", "%", "10", None))
    assert hasil == "Target tercapai; satu indikator belum terukur."


def test_a_reported_zero_is_measured() -> None:
    assert (
        _temuan(indikator("a", "A", "kasus", "4", "0"))
        == "Belum ada target yang tercapai; terendah 0,00% pada “A”."
    )


def test_nothing_measured_is_said() -> None:
    assert _temuan(indikator("a", "A", "%", "10", None)) == "Belum ada indikator yang terukur."


def test_missing_history_is_an_honest_sentence(konteks: KonteksLKjIP) -> None:
    slot = konteks.sasaran[2].slot(2)
    assert not slot.tersedia
    assert "belum ada di sistem" in slot.isi[0]


def test_a_worsened_indicator_is_named_with_both_years(konteks: KonteksLKjIP) -> None:
    assert (
        "“Prevalensi balita stunting” memburuk dari 12,94% menjadi 13,62%."
        in konteks.sasaran[0].slot(2).isi[0]
    )


def test_the_unreported_are_listed_and_not_averaged(konteks: KonteksLKjIP) -> None:
    isi = " ".join(konteks.sasaran[2].slot(1).isi)
    assert (
        "Tidak ikut dirata-ratakan: “Indeks kepuasan masyarakat layanan puskesmas” (realisasi belum dilaporkan)."
        in isi
    )


def test_next_steps_follow_from_the_figures(konteks: KonteksLKjIP) -> None:
    langkah = konteks.teks.langkah
    assert langkah[0].langkah.startswith("Menetapkan tindakan perbaikan untuk “Jumlah kejadian luar biasa")
    assert (
        langkah[-1].langkah
        == "Melaporkan realisasi “Indeks kepuasan masyarakat layanan puskesmas” dengan bukti dukung"
    )


def test_a_unit_without_indicators_still_reports_its_budget(konteks: KonteksLKjIP) -> None:
    kosong = with_uraian(
        replace(konteks, sasaran=(), rata=replace(konteks.rata, terukur=0, dari=0, cetak=None))
    )
    assert kosong.teks.temuan == "Serapan anggaran 95,21%; sasaran dan indikator belum ada di sistem."


def test_a_target_of_zero_that_was_passed_is_explained(konteks: KonteksLKjIP) -> None:
    satu = indikator("a", "A", "kasus", "0", "3", polaritas=Polaritas.MIN)
    assert satu.capaian.cetak == D("0.00")
    assert "Target 0" in " ".join(konteks.sasaran[1].slot(1).isi)


def test_numbers_in_indonesian_form() -> None:
    assert format_angka(D("1234567.5")) == "1.234.567,5"
    assert format_angka(D("-0.4"), 2) == "\u22120,40"
    assert format_rupiah_ringkas(D("1250000")) == "Rp1,25\u00a0juta"
    assert spell(3) == "tiga"
    assert join_dan(["a", "b", "c"]) == "a, b, dan c"
