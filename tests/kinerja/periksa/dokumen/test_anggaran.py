"""Budgets of programmes and activities."""

from tests.kinerja.periksa.dokumen.bantu import dokumen, program, temuan


def giat(nama: str, pagu: str, induk: str | None = None, **lain: str):
    return program(nama, pagu, jenis="kegiatan", induk=induk, **lain)


def test_a_programme_of_the_copy_alone_is_found():
    pk, salinan = program("Program Jalan", "5.000.000"), program("Program Iklim", "85.150.000")
    hasil = temuan(dokumen("pk", pk), dokumen("pk_salinan", pk, salinan))
    assert [(t.kategori, t.a, t.b) for t in hasil] == [
        ("I", ("PK", "tidak ada"), ("PK (salinan)", "85.150.000"))
    ]


def test_a_programme_of_the_signed_pk_alone_is_found():
    pk, lebih = program("Program Jalan", "5.000.000"), program("Program Iklim", "85.150.000")
    assert [(t.a[1], t.b[1]) for t in temuan(dokumen("pk", pk, lebih), dokumen("pk_salinan", pk))] == [
        ("85.150.000", "tidak ada")
    ]


def test_another_source_of_funds_is_said_once():
    a = [program(f"Program {n}", "5.000.000", keterangan="APBD 2025") for n in ("Jalan", "Irigasi")]
    b = [program(f"Program {n}", "5.000.000", keterangan="APBD 2024") for n in ("Jalan", "Irigasi")]
    assert [t.b for t in temuan(dokumen("pk", *a), dokumen("pk_salinan", *b))] == [
        ("PK (salinan)", "APBD 2024")
    ]


def test_the_activities_of_a_programme_add_up_to_it():
    pk = dokumen("pk", program("Program Jalan", "10.000.000"))
    cocok = dokumen(
        "renaksi", giat("Bangun", "6.000.000", "Program Jalan"), giat("Rawat", "4.000.000", "Proram Jalan")
    )
    kurang = dokumen("renaksi", giat("Bangun", "6.000.000", "Program Jalan"))
    assert temuan(pk, cocok) == []
    assert [t.b[1] for t in temuan(pk, kurang)] == ["6.000.000 (jumlah 1 kegiatan)"]


def test_an_activity_under_several_indicators_counts_once():
    pk = dokumen("pk", program("Program Awas", "6.000.000"))
    assert temuan(pk, dokumen("renaksi", *[giat("Periksa", "6.000.000", "Program Awas")] * 3)) == []


def test_an_activity_printed_again_in_another_wording_counts_once():
    sekali = giat("Pembangunan Gedung Display Bandara Kertajati", "4.000.000", "Program Jalan")
    lagi = giat("Pembangunan Gedung Display Bandara Kertajati (lanjutan)", "4.000.000", "Program Jalan")
    pk = dokumen("pk", program("Program Jalan", "10.000.000"))
    assert [t.b[1] for t in temuan(pk, dokumen("renaksi", sekali, lagi)) if "jumlah" in t.b[1]] == [
        "4.000.000 (jumlah 1 kegiatan)"
    ]


def test_the_sum_may_be_that_of_any_version_of_the_pk():
    versi = [dokumen("pk", program("Program Jalan", p), versi=n, alasan=a)
             for n, p, a in ((1, "10.000.000", None), (2, "6.000.000", "pagu turun"))]  # fmt: skip
    assert temuan(*versi, dokumen("renaksi", giat("Bangun", "6.000.000", "Program Jalan"))) == []


def test_one_activity_with_two_amounts_is_found():
    hasil = temuan(
        dokumen("renaksi", giat("Latih", "394,000,000", tempat="hal. 39"), giat("Latih", "440,000,000"))
    )
    assert [(t.a, t.b) for t in hasil] == [
        (("Rencana aksi hal. 39", "394,000,000"), ("Rencana aksi", "440,000,000"))
    ]


def test_one_amount_under_two_wordings_is_found():
    a, b = (
        giat("Pembagunan gedung display bandara", "21.985.148.000"),
        giat("Pembangunan Gedung Display Bandara di X", "21.985.148.000"),
    )
    assert ["Hitung sekali" in t.pesan for t in temuan(dokumen("renaksi", a, b))] == [True]


def test_a_printed_total_is_added_up():
    d = dokumen(
        "pk", program("Program Jalan", "6.000.000"), program("Program Air", "4.000.000"), total="11.000.000"
    )
    assert [t.b[1] for t in temuan(d)] == ["10.000.000"]


def test_a_parent_by_code_equals_its_children():
    d = dokumen(
        "renja", program("Program Kawasan", "9", kode="1.04.03"), giat("Kumuh", "5", "1.04.03", kode="1.04.03.2.01"),
        giat("Sehat", "3", "1.04.03", kode="1.04.03.2.02"),
    )  # fmt: skip
    assert [(t.indikator, t.b[1]) for t in temuan(d)] == [("1.04.03 Program Kawasan", "8")]


def test_the_posts_may_not_have_more_than_the_head():
    kepala = dokumen("pk", program("Program Budaya", "3.784.150.000"))
    seksi = dokumen(
        "pk", program("Program Budaya", "6.279.300.000"), eselon="III", pemilik="Seksi", nama="PK Seksi"
    )
    assert [t.b for t in temuan(kepala, seksi)] == [("PK Seksi", "6.279.300.000")]


def test_amounts_with_mixed_separators_are_one_suggestion_per_document():
    d = dokumen(
        "pk", *(program(f"Program {n}", p) for n, p in (("A", "15.199,500,000"), ("B", "19,041.740.000")))
    )
    assert [(t.kode, t.kategori, len(t.lain)) for t in temuan(d)] == [("DOK021", "I", 1)]


def test_a_budget_without_amounts_says_nothing():
    assert (
        temuan(dokumen("pk", program("Program A", None)), dokumen("pk_salinan", program("Program A", "5")))
        == []
    )
