"""Word rules: what a wording says, on wordings of published documents."""

import pytest

from kinerja import kata
from kinerja.kata.muat import load_data, words


@pytest.mark.parametrize(
    ("teks", "kegiatan"),
    [
        ("Melaksanakan sosialisasi wawasan kebangsaan", "melaksanakan"),
        ("1 Mempublikasikannya kebijakan daerah", "mempublikasikannya"),
        ("Penyusunan dokumen perencanaan", "penyusunan"),
        ("Penyusunan dokumen yang tepat waktu", "penyusunan"),
        ("Pelatihan sesuai kebutuhan industri", None),
        ("Meningkatkan kualitas tenaga kerja", None),
        ("Meningkatnya kualitas tenaga kerja", None),
        ("Media informasi menjangkau warga", None),
        ("", None),
    ],
)
def test_activities_in_statements(teks: str, kegiatan: str | None) -> None:
    assert kata.activity_of(teks) == kegiatan


@pytest.mark.parametrize(
    ("teks", "keluaran"),
    [
        ("Terlaksananya rapat koordinasi", "terlaksananya"),
        ("Tersedianya laporan keuangan", "tersedianya laporan"),
        ("Tersedianya laporan keuangan yang akurat", None),
        ("Tersedianya air bersih bagi warga", None),
        ("Terbentuknya perilaku hidup sehat", None),
        ("Terwujudnya hubungan industrial yang harmonis", None),
        ("...", None),
    ],
)
def test_outputs_in_statements(teks: str, keluaran: str | None) -> None:
    assert kata.output_of(teks) == keluaran


@pytest.mark.parametrize(
    ("teks", "jumlah"),
    [
        ("Meningkatnya mutu dan terwujudnya pemerataan", 2),
        ("1.Meningkatnya mutu 2.Menurunnya aduan", 2),
        ("1.1 Terpenuhinya pelayanan", 1),
        ("Persentase warga puas", 0),
        ("Menurunnya keluhan karena terlambatnya layanan", 1),
    ],
)
def test_conditions_in_a_statement(teks: str, jumlah: int) -> None:
    assert len(kata.conditions_in(teks)) == jumlah


@pytest.mark.parametrize(
    ("nama", "ukuran"),
    [
        ("Prosentase produk sesuai SNI", kata.Ukuran.PERSEN),
        ("Rata-rata lama sekolah", kata.Ukuran.RATA),
        ("Opini BPK atas laporan keuangan", kata.Ukuran.PREDIKAT),
        ("Kepuasan pegawai terhadap layanan", None),
    ],
)
def test_measures_of_names(nama: str, ukuran: kata.Ukuran | None) -> None:
    assert kata.measure_of(nama) is ukuran


def test_a_duration_does_not_add_up() -> None:
    assert [kata.adds_up(n) for n in ("Luas kawasan kumuh", "Lama tinggal wisatawan", "Desa mandiri")] == [
        True,
        False,
        False,
    ]


def test_a_connector_without_anything_behind_it_starts_no_measure() -> None:
    assert kata.second_measure("Persentase guru dan jumlah") is None


@pytest.mark.parametrize(
    ("nama", "hasil"),
    [
        ("Jumlah rapat", "rapat"),
        ("Jumlah warga yang mendapat pembinaan", "mendapat pembinaan"),
        ("Persentase rapat", None),
        ("Jumlah", None),
    ],
)
def test_counts_of_activities(nama: str, hasil: str | None) -> None:
    assert kata.activity_count_of(nama) == hasil


@pytest.mark.parametrize(
    ("nama", "hasil"),
    [
        ("Jumlah SPM yang diterbitkan", "spm"),
        ("Jumlah keluarga yang telah dilatih", "dilatih"),
        ("Jumlah warga miskin kota besar di semua wilayah rawan yang dilatih", None),
        ("Jumlah warga sehat", None),
        ("Jumlah", None),
        ("Persentase", None),
    ],
)
def test_counts_of_outputs(nama: str, hasil: str | None) -> None:
    assert kata.output_count_of(nama) == hasil


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("10%", "%"),
        ("73 orang dan 20 orang", None),
        ("1:400", None),
        ("2 (dua)", None),
        ("WTP", None),
        ("5 Ton", "ton"),
    ],
)
def test_units_in_printed_targets(teks: str, satuan: str | None) -> None:
    assert kata.unit_in_target(teks) == satuan


@pytest.mark.parametrize(
    ("nama", "arah"),
    [
        ("Prevalensi balita stunting", "min"),
        ("Penurunan prevalensi stunting", "maks"),
        ("Indeks kepuasan masyarakat", "maks"),
        ("Persentase warga belum terlayani dengan kepuasan", None),
        ("Persentase kasus yang terselesaikan", None),
        ("Angka putus sekolah", "min"),
        ("Rasio guru murid", None),
    ],
)
def test_directions(nama: str, arah: str | None) -> None:
    hasil = kata.direction_of(nama)
    assert (None if hasil is None else hasil[0]) == arah


def test_fixed_phrases_are_one_notion() -> None:
    assert kata.joined_objects("Persentase program dan kegiatan kabupaten/kota yang selaras") is None


def test_spelling_variants_are_one_wording() -> None:
    assert kata.normal("Presentase LAKIP Pemerintah Propinsi") == kata.normal("persentase lkip pemprov")


def test_short_words_are_their_own_stem() -> None:
    assert [kata.stem(k) for k in ("data", "berani", "pelaporan", "kepegawaian")] == [
        "data",
        "berani",
        "lapor",
        "gawai",
    ]


def test_texts_without_words_are_not_alike() -> None:
    assert (kata.likeness("", "..."), kata.likeness("mutu layanan", "layanan mutu")) == (0, 100)


@pytest.mark.parametrize("nama", ["rumusan", "ukuran", "keluaran", "satuan", "arah", "frasa", "henti"])
def test_every_list_names_its_source_and_is_written_in_small_letters(nama: str) -> None:
    data = load_data(nama)
    assert data["sumber"] == "SUMBER.md"
    semua = [k for bagian in data.values() if isinstance(bagian, list) for k in bagian]
    assert semua
    assert all(isinstance(k, str) and k == k.lower().strip() for k in semua)


def test_no_list_holds_a_word_twice() -> None:
    for nama in ("rumusan", "ukuran", "keluaran", "satuan", "arah", "frasa", "henti"):
        for bagian, isi in load_data(nama).items():
            if isinstance(isi, list):
                assert len(isi) == len(words(nama, bagian)), (nama, bagian)


def test_no_word_belongs_to_two_measures() -> None:
    semua = [k for u in kata.Ukuran for k in load_data("ukuran")[u.value]]
    assert len(semua) == len(set(semua))
