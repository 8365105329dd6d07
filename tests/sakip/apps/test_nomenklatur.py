"""The nomenclature: both code widths, the annex's split columns, errors with their place, undo, mapping."""

import io
import time
from datetime import date

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_unit

from sakip.apps.perencanaan.lembar.nomenklatur import read_nomenklatur
from sakip.apps.perencanaan.models import ButirNomenklatur, PadananNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import anak_butir, lookup_butir, search_butir
from sakip.apps.perencanaan.services import nomenklatur as layanan
from sakip.apps.perencanaan.services import nomenklatur_padanan as padanan
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.wewenang import TidakBerwenang

LAMPIRAN = [
    ["KODE", "", "", "", "", "NOMENKLATUR URUSAN KABUPATEN/KOTA", "KINERJA", "INDIKATOR", "SATUAN"],
    ["URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "", "", "", ""],
    ["1", "", "", "", "", "URUSAN WAJIB PELAYANAN DASAR", "", "", ""],
    ["1", "01", "", "", "", "BIDANG PENDIDIKAN", "", "", ""],
    ["1", "01", "02", "", "", "PROGRAM PENGELOLAAN PENDIDIKAN", "", "", ""],
    ["1", "01", "02", "2.01", "", "Pengelolaan Sekolah Dasar", "", "", ""],
    ["1", "01", "02", "2.01", "0001", "Pembangunan Unit Sekolah Baru", "Terbangunnya", "Jumlah unit", "Unit"],
    ["1", "01", "02", "2.01", "02", "Penambahan Ruang Kelas", "Bertambahnya", "Jumlah ruang", "Ruang"],
    [1, 1, 2, 2.1, "0001", "Sub pada kegiatan sepuluh", "", "", ""],
]
SATU_KOLOM = [
    ["Kode", "Nama", "Satuan"],
    ["1", "Urusan", ""],
    ["1.01", "Bidang", ""],
    ["1.01.02.2.01.0001", "Sub", "Unit"],
]


def buku(baris):
    wadah = io.BytesIO()
    dokumen = xlsxwriter.Workbook(wadah)
    lembar = dokumen.add_worksheet("Lampiran")
    for nomor, satu in enumerate(baris):
        lembar.write_row(nomor, 0, satu)
    dokumen.close()
    return wadah.getvalue()


def baca(baris):
    return read_nomenklatur(buku(baris), "lampiran.xlsx")


@pytest.fixture
def instansi(db):
    return buat_unit().instansi


def buat_versi(instansi, baris=None, kode="2024", mulai=date(2024, 1, 1)):
    versi = layanan.create_versi(
        instansi=instansi, kode=kode, nama=f"Versi {kode}", dasar="Kepmendagri", berlaku_mulai=mulai, by=None
    )
    if baris is not None:
        layanan.import_butir(versi=versi, baris=baca(baris).baris, berkas="a.xlsx", isi=b"a", by=None)
    return versi


@pytest.mark.parametrize(
    ("kode", "baku", "induk"),
    [
        ("1", "1", ""),
        ("1.01", "1.01", "1"),
        ("X.XX.01", "X.XX.01", "X.XX"),
        ("1.01.02.2.01", "1.01.02.2.01", "1.01.02"),
        ("1.01.02.2.01.01", "1.01.02.2.01.0001", "1.01.02.2.01"),
        ("1.01.02.2.01.0001", "1.01.02.2.01.0001", "1.01.02.2.01"),
    ],
)
def test_both_widths_have_one_normalised_code_and_a_parent_by_prefix(kode, baku, induk):
    assert layanan.kode_baku(kode) == baku
    assert layanan.kode_induk(baku) == induk


@pytest.mark.parametrize("kode", ["", "11", "1.1", "1.01.02.2", "1.01.02.2.01.001", "1.01.A2"])
def test_what_is_no_code_is_refused(kode):
    with pytest.raises(layanan.KodeNomenklaturSalah):
        layanan.kode_baku(kode)


def test_the_annex_with_split_columns_is_read_and_zeros_are_restored():
    assert [satu.kode for satu in baca(LAMPIRAN).baris] == [
        "1", "1.01", "1.01.02", "1.01.02.2.01", "1.01.02.2.01.0001", "1.01.02.2.01.02", "1.01.02.2.10.0001",
    ]  # fmt: skip


def test_one_column_of_codes_is_read():
    bacaan = baca(SATU_KOLOM)
    assert (len(bacaan.baris), bacaan.baris[2].satuan, bacaan.pesan) == (3, "Unit", ())


def test_a_code_with_two_names_is_an_error_at_its_cell():
    bacaan = baca([*SATU_KOLOM, ["1.01", "Bidang lain", ""]])
    assert not bacaan.bersih
    assert (bacaan.pesan[0].lembar, bacaan.pesan[0].sel) == ("Lampiran", "A5")


def test_a_bad_code_and_a_missing_name_are_errors_with_their_cell():
    bacaan = baca([*SATU_KOLOM, ["1.1.2", "Salah", ""], ["1.02", "", ""]])
    assert [satu.sel for satu in bacaan.pesan] == ["A5", "B6"]


def test_a_file_without_the_table_is_refused():
    with pytest.raises(BerkasTakTerpakai, match="tidak memuat tabel nomenklatur"):
        baca([["Nomor", "Judul"], ["1", "x"]])


def test_parents_are_made_by_prefix_and_a_gap_hangs_on_the_nearest(instansi):
    versi = buat_versi(instansi, SATU_KOLOM)
    sub = ButirNomenklatur.objects.get(versi=versi, jenis="sub_kegiatan")
    assert (sub.induk.kode, sub.induk.induk.kode) == ("1.01", "1")


def test_importing_again_changes_only_what_differs_and_undo_restores_it(instansi):
    versi = buat_versi(instansi, SATU_KOLOM)
    baru = baca([*SATU_KOLOM[:2], ["1.01", "Bidang diperbaiki", ""], ["1.02", "Bidang baru", ""]])
    hasil = layanan.import_butir(versi=versi, baris=baru.baris, berkas="b.xlsx", isi=b"b", by=None)
    assert (hasil.dibuat, hasil.diubah, hasil.tetap) == (1, 1, 1)
    layanan.undo_butir(versi=versi, by=None)
    assert [b.nama for b in versi.butir_set.all()] == ["Urusan", "Bidang", "Sub"]


def test_undo_is_refused_when_nothing_was_imported(instansi):
    with pytest.raises(layanan.TakDapatDiurungkan):
        layanan.undo_butir(versi=buat_versi(instansi), by=None)


def test_a_later_version_ends_the_former_and_a_code_is_looked_up_by_day(instansi):
    buat_versi(instansi, SATU_KOLOM, "2021", date(2021, 1, 1))
    buat_versi(instansi, [["Kode", "Nama"], ["1", "Urusan baru"]])
    assert lookup_butir(instansi, "1", date(2023, 12, 31)).nama == "Urusan"
    assert lookup_butir(instansi, "1", date(2024, 1, 1)).nama == "Urusan baru"
    assert lookup_butir(instansi, "1.01.02.2.01.01", date(2022, 1, 1)).nama == "Sub"
    assert lookup_butir(instansi, "1", date(2020, 1, 1)) is None


def test_entries_are_found_by_words_and_browsed_by_parent(instansi):
    versi = buat_versi(instansi, LAMPIRAN)
    assert [b.nama for b in search_butir(versi, "ruang kelas")] == ["Penambahan Ruang Kelas"]
    assert [b.kode for b in search_butir(versi, "1.01.02", "kegiatan")] == ["1.01.02.2.01"]
    assert [b.kode for b in anak_butir(versi, anak_butir(versi, None).get())] == ["1.01"]


def test_versions_are_mapped_by_code_then_by_name_and_the_rest_is_listed(instansi):
    lama = buat_versi(instansi, SATU_KOLOM, "2021", date(2021, 1, 1))
    baru = buat_versi(instansi, [["Kode", "Nama"], ["1", "Urusan"], ["1.02", "Bidang"], ["1.01", "Lain"]])
    hasil = padanan.match_versi(dari=lama, ke=baru, by=None)
    assert (hasil.kode_sama, hasil.nama_sama, [b.nama for b in hasil.sisa]) == (1, 1, ["Sub"])
    assert PadananNomenklatur.objects.get(dari__nama="Bidang").ke.kode == "1.02"
    with pytest.raises(layanan.TakDapatDiurungkan, match="dipadankan"):
        layanan.undo_butir(versi=lama, by=None)


def test_who_may_not_keep_the_nomenclature_is_refused(instansi):
    with pytest.raises(TidakBerwenang):
        layanan.create_versi(
            instansi=instansi, kode="x", nama="x", dasar="x", berlaku_mulai=date(2024, 1, 1),
            by=buat_pengguna("pengamat", instansi=instansi),
        )  # fmt: skip


def test_a_list_of_ten_thousand_entries_is_read_and_written_quickly(instansi):
    baris = [["Kode", "Nama"], *([f"1.{b:02}.{p:02}.2.01.{s:04}", f"Sub {b} {p} {s}"]
             for b in range(1, 11) for p in range(1, 11) for s in range(1, 101))]  # fmt: skip
    isi, versi = buku(baris), buat_versi(instansi)
    mulai = time.perf_counter()
    layanan.import_butir(
        versi=versi, baris=read_nomenklatur(isi, "b.xlsx").baris, berkas="b", isi=isi, by=None
    )
    lama = time.perf_counter() - mulai
    assert versi.butir_set.count() == 10_000
    assert lama < 20


def test_the_command_previews_imports_lists_and_undoes(instansi, tmp_path, capsys):
    berkas = tmp_path / "lampiran.xlsx"
    berkas.write_bytes(buku(LAMPIRAN))
    umum = ["--instansi", instansi.kode_wilayah]
    baru = [
        "--versi",
        "2024",
        "--nama",
        "Nomenklatur 2024",
        "--dasar",
        "Kepmendagri",
        "--mulai",
        "2024-01-01",
    ]
    call_command("nomenklatur", "impor", str(berkas), *umum, *baru, "--pratinjau")
    assert ButirNomenklatur.objects.count() == 0
    call_command("nomenklatur", "impor", str(berkas), *umum, *baru)
    call_command("nomenklatur", "daftar", *umum)
    call_command("nomenklatur", "urungkan", *umum, "--versi", "2024")
    assert "2024: Nomenklatur 2024, berlaku 2024-01-01, 7 butir" in capsys.readouterr().out
    assert ButirNomenklatur.objects.count() == 0


def test_the_command_refuses_a_list_with_errors_whole(instansi, tmp_path):
    berkas = tmp_path / "lampiran.xlsx"
    berkas.write_bytes(buku([*SATU_KOLOM, ["1.01", "Bidang lain", ""]]))
    with pytest.raises(CommandError, match=r"Lampiran A5: Kode 1\.01") as galat:
        call_command("nomenklatur", "impor", str(berkas), "--instansi", instansi.kode_wilayah, "--versi", "x")
    assert galat.value.returncode == 2
