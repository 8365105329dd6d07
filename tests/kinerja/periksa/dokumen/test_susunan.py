"""Wording, sets, objectives and derived targets."""

from tests.kinerja.periksa.dokumen.bantu import baris, dokumen, kode, temuan

from kinerja.periksa.dokumen import check_dokumen


def test_spelling_and_small_words_are_no_difference():
    pk = dokumen("pk", baris("Prosentase Ketersediaan AKDP di Kota Contoh", "94%"))
    assert temuan(pk, dokumen("iku", baris("Persentase ketersedian AKDP"))) == []


def test_words_that_only_one_document_has_are_a_suggestion():
    pk = dokumen("pk", baris("Persentase desa yang memiliki infrastruktur jalan sudah baik", "65%"))
    hasil = temuan(pk, dokumen("iku", baris("Persentase desa yang memiliki infrastruktur sudah baik")))
    assert [(t.kode, t.tingkat.value) for t in hasil] == [("DOK012", "saran")]
    assert '"jalan"' in hasil[0].pesan


def test_a_report_may_shorten_a_name():
    pk = dokumen("pk", baris("Bed Turn Over (BTO) rumah sakit", "90%"))
    assert temuan(pk, dokumen("lkjip", baris("BTO", "90%"))) == []


def test_the_same_change_of_words_in_several_rows_is_one_finding():
    pk = dokumen(
        "pk", *(baris(f"Produk pangan hewani sesuai SNI: {x}", "5%") for x in ("daging", "susu", "telur"))
    )
    iku = dokumen("iku", *(baris(f"Produk peternakan sesuai SNI: {x}") for x in ("daging", "susu", "telur")))
    hasil = temuan(pk, iku, kode="DOK012")
    assert [(len(t.lain), "Sama pada 3 indikator." in t.pesan) for t in hasil] == [(2, True)]


def test_a_list_in_one_row_is_matched_with_the_rows_of_its_items():
    pk = dokumen("pk", baris("Jumlah produksi: Daging", "5 ton"), baris("Jumlah produksi: Telur", "7 ton"))
    iku = dokumen("iku", baris("Jumlah produksi: Daging, Telur dan Susu"))
    pasangan = check_dokumen([pk, iku]).pasangan
    assert [(p.a[1], p.b[1]) for p in pasangan] == [
        ("Jumlah produksi: Daging", "Jumlah produksi: Daging"), ("Jumlah produksi: Telur", "Jumlah produksi: Telur")
    ]  # fmt: skip


def test_a_list_that_nobody_takes_apart_stays_one_row():
    pk = dokumen("pk", baris("Jumlah kesepakatan bidang: Pemerintahan, Perekonomian", "4"))
    lk = dokumen("lkjip", baris("Jumlah kesepakatan", "5"))
    assert kode(pk, lk) == {"DOK001"}


def test_two_indicators_made_one_are_found_and_not_called_missing():
    pk = dokumen(
        "pk",
        baris("Kunjungan wisatawan mancanegara", "1.100 orang"),
        baris("Kunjungan wisatawan nusantara", "38 orang"),
    )
    pohon = dokumen("cascading", baris("Kunjungan wisatawan nusantara dan mancanegara"))
    assert [(t.kode, t.a[1]) for t in temuan(pk, pohon)] == [
        ("DOK012", "Kunjungan wisatawan mancanegara; Kunjungan wisatawan nusantara")
    ]  # fmt: skip


def test_a_row_alone_in_its_place_is_a_replaced_indicator():
    pk = dokumen(
        "pk", baris("Skor PPH", "85"), baris("Jumlah lokasi percontohan", "12"), baris("Konsumsi energi", "9")
    )
    iku = dokumen("iku", baris("Skor PPH"), baris("Desa rawan pangan"), baris("Konsumsi energi"))
    assert [(t.kode, "berganti" in t.pesan) for t in temuan(pk, iku)] == [("DOK012", True)]


def test_two_terms_for_one_thing_are_one_suggestion():
    pk = dokumen("pk", baris("Nilai LKIP provinsi", "80"), baris("OPD bernilai LKIP baik", "8 OPD"))
    iku = dokumen("iku", baris("Nilai LAKIP provinsi"), baris("OPD bernilai LAKIP baik"))
    assert [t.indikator for t in temuan(pk, iku)] == ['istilah "lkip"']


def test_a_measure_that_changes_kind_is_found_where_no_unit_shows_it():
    pk = dokumen("pk", baris("Persentase konsumsi pangan", "100"))
    hasil = temuan(pk, dokumen("cascading", baris("Jumlah konsumsi pangan")))
    assert [(t.kode, t.kategori) for t in hasil] == [("DOK012", "G")]


def test_another_objective_over_the_same_indicators_is_found():
    pk = dokumen("pk", baris("Indeks A", "1", sasaran="Meningkatnya pemahaman ideologi bangsa"))
    pohon = dokumen("cascading", baris("Indeks A", sasaran="Meningkatnya penolakan terhadap radikalisme"))
    assert [t.indikator for t in temuan(pk, pohon)] == ["sasaran: Meningkatnya pemahaman ideologi bangsa"]


def test_indicators_grouped_otherwise_are_found():
    pk = dokumen(
        "pk", baris("Indeks A", "1", sasaran="Desa kuat"), baris("Indeks B", "1", sasaran="Desa kuat")
    )
    iku = dokumen("iku", baris("Indeks A", sasaran="Desa kuat"), baris("Indeks B", sasaran="Pasar ramai"))
    assert [(t.indikator, t.a[1], t.b[1]) for t in temuan(pk, iku)] == [
        ("struktur sasaran", "1 sasaran", "2 sasaran")
    ]


def test_many_rows_outside_the_pk_are_one_finding():
    pk = dokumen("pk", baris("Indeks A", "1"))
    lk = dokumen("lkjip", *(baris(f"Indeks {x}", "1", realisasi="1") for x in "ABCDE"))
    assert [(t.kode, t.b) for t in temuan(pk, lk)] == [("DOK008", ("LKjIP", "4 indikator"))]


def test_many_rows_of_the_pk_that_are_not_measured_are_one_finding():
    pk = dokumen("pk", *(baris(f"Indeks {x}", "1") for x in "ABCDE"))
    hasil = temuan(pk, dokumen("lkjip", baris("Indeks A", "1", realisasi="1")))
    assert [(t.kode, "4 dari 5" in t.pesan) for t in hasil] == [("DOK008", True)]


def test_a_table_of_details_on_another_page_is_not_outside_the_pk():
    pk = dokumen("pk", baris("Indeks A", "1"))
    lk = dokumen(
        "lkjip", baris("Indeks A", "1", tempat="page=3"), baris("Rapat teknis", "5", tempat="page=18")
    )
    assert temuan(pk, lk) == []


def test_a_heading_over_rows_of_the_pk_is_not_outside_it():
    rinci = {"Pajak Kendaraan Bermotor": "5", "Pajak Air Permukaan": "7"}
    pk = dokumen("pk", *(baris(f"Jumlah potensi wajib pajak: {n}", t) for n, t in rinci.items()))
    baris_lk = [baris(f"{huruf}. {n}", t) for huruf, (n, t) in zip("ab", rinci.items(), strict=True)]
    assert temuan(pk, dokumen("lkjip", baris("Potensi Wajib Pajak", "9"), *baris_lk)) == []


def test_a_row_without_a_result_needs_a_status():
    pk = dokumen("pk", baris("Indeks A", "1"), baris("Indeks B", "2"))
    lk = dokumen("lkjip", baris("Indeks A", "1", realisasi="1"), baris("Indeks B", "2", realisasi="NA"))
    assert [(t.kode, t.b) for t in temuan(pk, lk)] == [("DOK008", ("LKjIP", "NA"))]


def test_sets_that_hardly_meet_are_an_error():
    pk = dokumen("pk", *(baris(f"Mutu layanan {x}", "1") for x in ("gawat darurat", "rawat inap", "gigi")))
    pohon = dokumen(
        "cascading", *(baris(x) for x in ("Penyusunan rencana", "Absensi pegawai", "Promosi kesehatan"))
    )
    assert [(t.kode, t.tingkat.value) for t in temuan(pk, pohon)] == [("DOK013", "galat")]


def test_a_pk_with_many_more_indicators_than_the_iku_is_worth_a_look():
    pk = dokumen("pk", *(baris(f"Indeks {x}", "1") for x in "ABCD"))
    assert [t.tingkat.value for t in temuan(pk, dokumen("iku", baris("Indeks A"), baris("Indeks B")))] == [
        "saran"
    ]


def test_without_a_pk_the_iku_is_compared_with_the_cascade():
    assert kode(
        dokumen("iku", baris("Indeks A")), dokumen("cascading", baris("Indeks A"), baris("Indeks B"))
    ) == {"DOK013"}


def test_a_set_of_iku_that_changes_almost_wholly_is_found():
    lama = dokumen("iku", baris("Indeks A"), nama="IKU 2024", tahun_mulai=2024, tahun_akhir=2024)
    baru = dokumen("iku", baris("Jumlah taman"), nama="IKU 2025", tahun_mulai=2025, tahun_akhir=2025)
    assert [t.indikator for t in temuan(baru, konteks=[lama], tahun=2025, kode="DOK014")] == ["himpunan IKU"]


BIDANG = {"eselon": "III", "pemilik": "Kepala Bidang Produksi", "nama": "PK Bidang"}
SEKSI = {"eselon": "III", "pemilik": "KEPALA BIDANG PRODUKSI", "nama": "cascading eselon III"}


def test_a_share_of_the_head_is_not_a_difference():
    kepala = dokumen("pk", baris("Jumlah usaha bersertifikat", "52 unit"))
    assert temuan(kepala, dokumen("pk", baris("Jumlah usaha bersertifikat", "5 unit"), **BIDANG)) == []


def test_many_lower_targets_of_a_post_are_one_finding():
    ternak = ("sapi", "kerbau", "domba", "itik", "ayam")
    kepala = dokumen("pk", *(baris(f"Populasi {t}", "1000 ekor") for t in ternak))
    bidang = dokumen("pk", *(baris(f"Populasi {t}", "900 ekor") for t in ternak), **BIDANG)
    assert [(t.kode, "5 dari 5 target" in t.pesan) for t in temuan(kepala, bidang)] == [("DOK017", True)]


def test_posts_that_share_a_target_out_are_silent():
    kepala = dokumen("pk", baris("Produksi daging", "100 ton"))
    bidang = [dokumen("pk", baris("Produksi daging", t), eselon="III", pemilik=n, nama=f"PK {n}")
              for n, t in (("Bidang A", "60 ton"), ("Bidang B", "40 ton"))]  # fmt: skip
    assert temuan(kepala, *bidang) == []


def test_the_pk_of_a_post_is_compared_with_its_cascade():
    pk = dokumen("pk", baris("Daerah bermutu bibit", "5 daerah"), **BIDANG)
    seksi = dokumen("cascading", baris("Daerah bermutu bibit", "4 daerah"), **SEKSI)
    assert [(t.a[1], t.b[1]) for t in temuan(pk, seksi)] == [("5 daerah", "4 daerah")]


def test_rows_joined_in_the_cascade_are_summed():
    pk = dokumen(
        "pk", baris("Daerah berpraktik GFP", "5 daerah"), baris("Daerah berpraktik GBP", "6 daerah"), **BIDANG
    )
    sama = dokumen("cascading", baris("Daerah berpraktik GFP dan GBP", "11 daerah"), **SEKSI)
    beda = dokumen("cascading", baris("Daerah berpraktik GFP dan GBP", "12 daerah"), **SEKSI)
    assert temuan(pk, sama) == []
    assert [t.a[1] for t in temuan(pk, beda)] == ["5 daerah + 6 daerah"]


def test_a_post_whose_pk_and_cascade_have_nothing_in_common_is_found():
    pk = dokumen("pk", baris("Penanganan cagar budaya", "8 jenis"), **BIDANG)
    hasil = temuan(pk, dokumen("cascading", baris("Gelar pentas", "4 event"), **SEKSI))
    assert [(t.indikator, t.a[1], t.b[1]) for t in hasil] == [
        ("Kepala Bidang Produksi", "8 jenis", "4 event")
    ]


def test_another_post_is_not_compared():
    lain = {**SEKSI, "pemilik": "KEPALA BIDANG USAHA"}
    pk = dokumen("pk", baris("Daerah bermutu bibit", "5 daerah"), **BIDANG)
    assert temuan(pk, dokumen("cascading", baris("Daerah bermutu bibit", "4 daerah"), **lain)) == []


def test_a_share_below_a_count_breaks_the_cascade():
    kepala = dokumen("cascading", baris("Jumlah usaha bersertifikat", "52", kode="1.2"))
    anak = dokumen("cascading", baris("Persentase usaha bersertifikat", "5%", kode="1.2"), **SEKSI)
    assert [(t.kode, t.kategori) for t in temuan(kepala, anak)] == [("DOK010", "H")]
