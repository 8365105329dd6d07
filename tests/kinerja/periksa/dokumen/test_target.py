"""Which targets are compared, and what explains a difference."""

from tests.kinerja.periksa.dokumen.bantu import baris, dokumen, kode, temuan

DESA = "Persentase desa maju"
TW = {"I": "10", "II": "20", "III": "30", "IV": "40"}


def test_the_same_difference_over_several_documents_is_listed_once():
    hasil = temuan(
        dokumen("pk", baris(DESA, "75%")), dokumen("lkjip", baris(DESA, "70%")),
        dokumen("lkjip", baris(DESA, "70%"), nama="LKjIP revisi"), kode="DOK001",
    )  # fmt: skip
    assert [(t.a, t.b, t.lain) for t in hasil] == [
        (("PK", "75%"), ("LKjIP", "70%"), (("LKjIP revisi", "70%"),))
    ]


def test_documents_that_both_differ_from_the_pk_are_not_compared_again():
    hasil = temuan(
        dokumen("pk", baris(DESA, "75%")),
        dokumen("lkjip", baris(DESA, "70%")),
        dokumen("cascading", baris(DESA, "60%")),
    )
    assert [t.kategori for t in hasil] == ["A", "C"]


def test_without_a_pk_other_documents_are_compared():
    hasil = temuan(dokumen("lkjip", baris(DESA, "70%")), dokumen("cascading", baris(DESA, "60%")))
    assert [(t.kategori, t.kode) for t in hasil] == [("B2", "DOK001")]


def test_quarters_that_are_not_cumulative_add_up_to_the_year():
    pk = dokumen("pk", baris("Jumlah rapat", "100"))
    assert kode(pk, dokumen("renaksi", baris("Jumlah rapat", tw=TW, tipe="non-kumulatif"))) == set()
    assert kode(pk, dokumen("renaksi", baris("Jumlah rapat", tw=TW, tipe="kumulatif"))) == {"DOK020"}


def test_a_running_total_that_falls_is_found():
    renaksi = dokumen("renaksi", baris(DESA, tw={"I": "10", "II": "5"}, tipe="kumulatif"))
    assert [(t.a, t.b) for t in temuan(renaksi)] == [
        (("Rencana aksi TW I", "10"), ("Rencana aksi TW II", "5"))
    ]


def test_a_unit_lost_in_one_quarter_is_found():
    renaksi = dokumen("renaksi", baris(DESA, tw={"I": "30", "II": "50%", "III": "75%", "IV": "100%"}))
    assert [(t.kategori, t.b) for t in temuan(renaksi)] == [("D", ("Rencana aksi TW I", "30"))]


def test_the_year_in_the_row_of_the_plan_is_compared_with_its_quarters():
    renaksi = dokumen(
        "renaksi", baris("Jumlah bayi", "2720", tw={"III": "2000", "IV": "2660"}, tipe="kumulatif")
    )
    assert [(t.kode, t.a[1], t.b[1]) for t in temuan(renaksi)] == [("DOK020", "2720", "2660")]


def test_quarters_left_blank_are_not_zero():
    renaksi = dokumen("renaksi", baris(DESA, tw=dict.fromkeys(TW)))
    assert temuan(dokumen("pk", baris(DESA, "75%")), renaksi) == []


def test_a_plan_of_action_of_the_old_version_of_the_pk_is_only_a_warning():
    lama = dokumen("pk", baris(DESA, "81,5"), versi=1)
    baru = dokumen("pk", baris(DESA, "80,9"), versi=2, alasan="pagu turun")
    hasil = temuan(lama, baru, dokumen("renaksi", baris(DESA, tw={"IV": "81,5"})), kode="DOK020")
    assert [(t.tingkat.value, "sebelum perubahan" in t.pesan) for t in hasil] == [("peringatan", True)]


def test_a_version_signed_again_without_change_is_silent():
    assert (
        temuan(dokumen("pk", baris(DESA, "75%"), versi=1), dokumen("pk", baris(DESA, "75%"), versi=2)) == []
    )


def test_the_target_of_another_year_comes_from_documents_of_that_year_too():
    tahun_depan = dokumen("pk", baris(DESA, "80%"), tahun=2026)
    hasil = temuan(
        dokumen("pk", baris(DESA, "75%")), dokumen("cascading", baris(DESA, "80%")), konteks=[tahun_depan], tahun=2025
    )  # fmt: skip
    assert [(t.kode, "adalah target 2026" in t.pesan) for t in hasil] == [("DOK003", True)]


def test_a_compound_target_whose_parts_have_rows_of_their_own_is_not_a_difference():
    pk = dokumen("pk", baris("Jumlah UTTP dan BDKT", "UTTP : 6.831 buah BDKT : 3.900 buah"))
    lk = dokumen(
        "lkjip", baris("Jumlah UTTP dan BDKT", "6.831", realisasi="1"), baris("BDKT", "3.900", realisasi="1")
    )
    assert "DOK001" not in kode(pk, lk)


def test_a_doubtful_pair_raises_nothing_worse_than_a_warning():
    pk = dokumen(
        "pk", baris("Persentase penyelesaian TLHP hasil pemeriksaan Inspektorat terhadap OPD", "90%")
    )
    pohon = dokumen(
        "cascading", baris("Persentase penyelesaian TLHP OPD dan Bantuan Keuangan Kab/Kota", "85%")
    )
    assert {t.tingkat.value for t in temuan(pk, pohon, kode="DOK001")} == {"peringatan"}


def test_tables_on_other_pages_of_one_report_are_compared_with_the_pk():
    pk = dokumen("pk", baris("Prevalensi gizi buruk", "0,58%"))
    lk = dokumen(
        "lkjip",
        baris("Prevalensi Gizi Buruk", "0,58", tempat="page=110"),
        baris("Prevalensi gizi buruk", "0,56", tempat="page=77"),
    )
    assert sorted({(t.kategori, t.kode) for t in temuan(pk, lk)} - {("H", "DOK010")}) == [
        ("A", "DOK001"),
        ("B2", "DOK022"),
    ]


def test_rows_that_compare_with_a_longer_plan_are_left_out():
    pk = dokumen("pk", baris("Hasil riset diterapkan", "20%"))
    lk = dokumen(
        "lkjip", baris("Hasil riset diterapkan", "20%"), baris("Hasil riset diterapkan vs Renstra", "60%")
    )
    assert temuan(pk, lk) == []


def test_results_that_changed_places_in_a_quarter_are_found():
    a = baris("Pengurangan sampah", sasaran="S", tw={"II": "10,13"}, realisasi_tw={"II": "31,93"})
    b = baris("Penanganan sampah", sasaran="S", tw={"II": "31,50"}, realisasi_tw={"II": "9,08"})
    assert [(t.kode, t.kategori) for t in temuan(dokumen("renaksi", a, b))] == [("DOK004", "K")]


def test_achievements_that_changed_places_are_found():
    a = baris("Indeks pembangunan gender", "73", realisasi="69,02", capaian="99,36", polaritas="maks")
    b = baris("Indeks pemberdayaan gender", "89,68", realisasi="89,11", capaian="94,55", polaritas="maks")
    assert [t.kode for t in temuan(dokumen("lkjip", a, b))] == ["DOK004", "DOK004"]


def test_a_hundred_for_a_missed_minimum_is_a_broken_formula():
    isi = baris("Angka kecelakaan", "140", realisasi="156", capaian="100,00", polaritas="min")
    assert kode(dokumen("lkjip", isi)) == {"DOK015"}


def test_a_printed_formula_that_is_always_a_hundred_is_found():
    lk = dokumen("lkjip", baris(DESA, "5"), rumus_minimum="(Realisasi-(Realisasi-Rencana))/Rencana*100")
    assert kode(lk) == {"DOK015"}


def test_a_change_divided_by_this_year_is_found():
    iku = dokumen("iku", baris("Pertumbuhan ekspor", rumus="(X(n) - X(n-1)) / X(n) x 100%"))
    assert kode(iku) == {"DOK015"}


def test_an_unknown_polarity_is_not_computed():
    assert temuan(dokumen("lkjip", baris(DESA, "5", realisasi="4", capaian="1", polaritas="entah"))) == []
