from decimal import Decimal

import pytest
from tests.sakip.impor.buku import buku, buku_capaian

from sakip.apps.pengukuran.impor.bentuk import capaian
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.rencana import Rencana
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai

BARIS = ("DINKES", "Sehat", "Harapan hidup", "tahun", "70", "71,4", "102,00", "maks")


def baca(isi: Buku, tahun: int = 2016, unit: str = "") -> Rencana:
    return capaian.parse(isi, PilihanImpor(tahun, unit=unit))


def pesan_di(rencana: Rencana, sel: str) -> list[str]:
    return [p.pesan for p in rencana.pesan if p.sel == sel]


def test_a_row_gives_sasaran_indicator_target_and_annual_figure():
    rencana = baca(buku_capaian(BARIS))
    assert [s.pernyataan for s in rencana.simpul] == ["Sehat"]
    assert (rencana.target[0].nilai.angka, rencana.realisasi[0].nilai.angka) == (Decimal(70), Decimal("71.4"))
    assert (rencana.realisasi[0].tahun, rencana.realisasi[0].triwulan) == (2016, None)


def test_the_printed_achievement_is_kept_as_printed():
    assert baca(buku_capaian(BARIS)).realisasi[0].tercetak == "102,00"


def test_a_wrong_printed_achievement_is_explained_at_its_cell():
    rencana = baca(buku_capaian((*BARIS[:6], "112,00", "maks")))
    assert pesan_di(rencana, "G2")[0].startswith("Capaian tercetak: Salah")


def test_a_right_printed_achievement_is_only_counted():
    rencana = baca(buku_capaian(BARIS))
    assert pesan_di(rencana, "G2") == []
    assert any("1 cocok" in p.pesan for p in rencana.pesan)


def test_a_blank_sasaran_or_unit_continues_the_row_above():
    rencana = baca(buku_capaian(BARIS, ("", "", "Gizi", "%", "5", "4", "", "min")))
    assert [(i.unit, i.simpul and i.simpul.pernyataan) for i in rencana.indikator] == [
        ("DINKES", "Sehat")
    ] * 2


def test_a_new_unit_does_not_inherit_the_sasaran_above():
    rencana = baca(buku_capaian(BARIS, ("DLH", "", "Udara", "indeks", "80", "79", "", "maks")))
    assert rencana.indikator[1].simpul is not None
    assert rencana.indikator[1].simpul.pernyataan == capaian.TANPA_SASARAN


def test_without_a_unit_column_the_chosen_unit_owns_all_rows():
    isi = buku([["Sasaran", "Indikator", "Target", "Realisasi"], ["Sehat", "Gizi", "5", "4"]])
    assert list(baca(isi, unit="DINKES").unit) == ["DINKES"]


def test_without_any_unit_the_file_cannot_be_used():
    isi = buku([["Sasaran", "Indikator", "Target", "Realisasi"], ["Sehat", "Gizi", "5", "4"]])
    with pytest.raises(BerkasTakTerpakai, match="tidak menyebut unit"):
        baca(isi)


def test_a_table_without_target_names_the_missing_column():
    with pytest.raises(BerkasTakTerpakai, match="Target"):
        baca(buku([["Unit", "Indikator", "Realisasi"], ["A", "B", "1"]]))


def test_one_indicator_of_several_years_stays_one():
    judul = ["Unit", "Indikator", "Target", "Realisasi", "Tahun"]
    rencana = baca(buku([judul, ["A", "Gizi", "5", "4", "2015"], ["A", "Gizi", "4", "4", "2016"]]))
    assert len(rencana.indikator) == 1
    assert [r.tahun for r in rencana.realisasi] == [2015, 2016]


def test_a_row_of_another_kind_of_year_is_refused_with_its_cell():
    judul = ["Unit", "Indikator", "Target", "Realisasi", "Tahun"]
    rencana = baca(buku([judul, ["A", "Gizi", "5", "4", "tahun ini"]]))
    assert len(rencana.ditolak) == 1
    assert "bukan tahun" in pesan_di(rencana, "E2")[0]


def test_an_indicator_printed_twice_alike_is_kept_once():
    rencana = baca(buku_capaian(BARIS, BARIS))
    assert (rencana.dibaca, len(rencana.realisasi)) == (2, 1)
    assert "Kembar dengan baris 2" in pesan_di(rencana, "C3")[0]


def test_an_indicator_printed_twice_with_other_values_is_kept_twice_and_said():
    rencana = baca(buku_capaian(BARIS, (*BARIS[:5], "69", "", "maks")))
    assert [i.ke for i in rencana.indikator] == [1, 2]
    assert "nilai lain" in pesan_di(rencana, "C3")[0]


def test_a_row_of_totals_is_not_an_indicator():
    rencana = baca(buku_capaian(BARIS, ("", "", "Rata-rata capaian", "", "", "", "1333,33", "")))
    assert len(rencana.indikator) == 1


@pytest.mark.parametrize(
    ("target", "polaritas"), [("5-6%", "rentang"), ("WTP", "ordinal"), ("< 5", "ambang"), ("12", "maks")]
)
def test_without_a_polarity_the_target_tells_what_it_can(target: str, polaritas: str):
    rencana = baca(buku_capaian(("A", "S", "I", "", target, "5", "", "")))
    assert rencana.indikator[0].atribut == {"polaritas": polaritas}


def test_an_unknown_polarity_word_is_said_at_its_cell():
    assert "tidak dikenal" in pesan_di(baca(buku_capaian((*BARIS[:7], "entah"))), "H2")[0]


def test_separators_are_decided_document_by_document():
    judul = ["Unit", "Indikator", "Target", "Realisasi", "Dokumen"]
    rencana = baca(
        buku(
            [
                judul,
                ["A", "I", "1,309", "1", "a"],
                ["A", "J", "6,831,222", "1", "a"],
                ["B", "K", "1,309", "1", "b"],
            ]
        )
    )
    assert rencana.target[0].nilai.angka == 1309
    assert rencana.target[2].nilai.ragu


def test_the_chosen_decimal_sign_settles_a_doubt():
    isi = buku_capaian(("A", "S", "I", "", "1,309", "5", "", "maks"))
    koma = capaian.parse(isi, PilihanImpor(2016, desimal="koma")).target[0].nilai
    assert (koma.angka, koma.ragu) == (Decimal("1.309"), False)


def test_values_without_an_indicator_are_refused():
    rencana = baca(buku_capaian(BARIS, ("", "", "", "", "5", "4", "", "")))
    assert len(rencana.ditolak) == 1
    assert "Indikator kosong" in pesan_di(rencana, "C3")[0]


def test_a_doubtful_figure_is_read_as_the_printed_achievement_proves():
    rencana = baca(buku_capaian((*BARIS[:4], "268.797", "352,390*", "131,10", "maks")))
    assert rencana.realisasi[0].nilai.angka == Decimal(352390)
    assert any("hanya bacaan itu" in pesan for pesan in pesan_di(rencana, "F2"))


def test_a_doubtful_figure_without_proof_stays_as_first_read():
    rencana = baca(buku_capaian((*BARIS[:4], "268.797", "352,390*", "77,77", "maks")))
    assert rencana.realisasi[0].nilai.angka == Decimal("352.39")
