"""Units of measure, wherever a row prints them."""

import pytest
from tests.kinerja.periksa.dokumen.bantu import baris, dokumen, temuan

from kinerja.periksa.dokumen.banding import read_isi
from kinerja.periksa.dokumen.satuan import compare_units, printed_unit, read_satuan

SAMA = [("%", "Prosentase"), ("kab/kota", "Kabupaten/Kota"), ("unit usaha", "Unit"), ("buah", "lembaga"),
        ("poin", "indeks"), ("orang", "org"), ("wajib pajak", "wp"), ("prevalensi/%", "Prevalensi")]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAMA)
def test_two_words_for_one_unit_are_one(a: str, b: str):
    x, y = read_satuan(a), read_satuan(b)
    assert x is not None
    assert y is not None
    assert compare_units(x, y).name == "SAMA"


@pytest.mark.parametrize(
    ("satuan", "target", "nama", "harus"),
    [
        ("Ton", "5", "Produksi", "ton"),
        (None, "5-6 %", "Emisi", "%"),
        (None, "100 dari 110 Organisasi", "Pemuda", "organisasi"),
        (None, "5", "Populasi (ekor): Sapi", "ekor"),
        (None, "5", "Bed Turn Over (BTO)", None),
        (None, "8 Jenis dan 5 Dokumen", "Budaya", None),
        (None, "89/100.000 KH", "Rasio", None),
    ],
)
def test_a_unit_is_read_from_column_target_or_name(satuan: str, target: str, nama: str, harus: str | None):
    ada = printed_unit(satuan, read_isi([target])[0], nama)
    assert (ada.teks if ada else None) == harus


def test_exchanged_units_of_two_rows_are_named():
    pk = dokumen("pk", baris("Kasus rabies (kasus)", "0"), baris("Kasus brucellosis (%)", "3"))
    iku = dokumen("iku", baris("Kasus rabies (%)"), baris("Kasus brucellosis (kasus)"))
    pesan = [t.pesan for t in temuan(pk, iku, kode="DOK010") if t.b[0] == "IKU"]
    assert all("tertukar" in p for p in pesan)
    assert len(pesan) == 2


def test_another_word_for_what_is_counted_is_a_warning():
    hasil = temuan(dokumen("pk", baris("Kelompok bermutu", "20 Kelompok")),
                   dokumen("lkjip", baris("Kelompok bermutu", "20 Orang")))  # fmt: skip
    assert [(t.kode, t.kategori, t.tingkat.value) for t in hasil] == [("DOK010", "H", "peringatan")]


def test_many_missing_units_are_one_finding():
    nama = ["Panjang jalan", "Luas taman", "Volume air", "Produksi daging"]
    pk = dokumen("pk", *(baris(n, f"{k} km") for k, n in enumerate(nama, 1)))
    salinan = dokumen("pk_salinan", *(baris(n, str(k)) for k, n in enumerate(nama, 1)))
    hasil = temuan(pk, salinan, kode="DOK010")
    assert [(t.indikator, t.b) for t in hasil] == [("semua indikator", ("PK (salinan)", "(satuan kosong)"))]


def test_a_score_needs_no_unit():
    assert (
        temuan(
            dokumen("pk", baris("Indeks kepuasan", "80")), dokumen("lkjip", baris("Indeks kepuasan", "80"))
        )
        == []
    )


def test_a_column_of_units_that_contradicts_the_target_is_found():
    pk = dokumen("pk", baris("Organisasi dibina", "100 dari 110 Organisasi", satuan="Persen"))
    assert [(t.a, t.b) for t in temuan(pk, kode="DOK010")] == [
        (("PK kolom satuan", "Persen"), ("PK kolom target", "100 dari 110 Organisasi"))
    ]


def test_a_name_that_contradicts_its_unit_is_said_once_for_all_documents():
    isi = baris("Persentase laporan pajak", "4", satuan="Dokumen")
    hasil = temuan(dokumen("pk", isi), dokumen("renstra", isi), dokumen("lkjip", isi), kode="DOK010")
    assert [(t.a[0], [nama for nama, _ in t.lain]) for t in hasil] == [("PK", ["LKjIP", "Renstra"])]
