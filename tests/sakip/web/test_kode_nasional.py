"""The national list: imported after a look, searched from the form, taken back."""

from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.sakip.web.dunia import PERAN, bangun

from sakip.apps.datakinerja.models import KodeIndikatorNasional
from sakip.platform.lembar.models import Impor

BATAS_KUERI = 25
KELOLA = ("admin_instansi", "perencana_instansi")
DAFTAR = (
    "Kode;Nama indikator;Satuan;Definisi\n"
    "1.01;Angka kemiskinan;persen;Penduduk di bawah garis\n"
    "1.02;Rasio gini;;\n"
)


@pytest.fixture
def alamat():
    return reverse("kamus:kode_nasional")


def unggah(client, alamat, isi, nama="daftar.csv", sumber="Keputusan 2025"):
    data = isi if isinstance(isi, bytes) else isi.encode()
    return client.post(alamat, {"berkas": SimpleUploadedFile(nama, data), "sumber": sumber})


def terapkan(client, alamat, isi, **lain):
    tujuan = unggah(client, alamat, isi, **lain)["Location"]
    client.post(tujuan)
    return tujuan


def buku(*baris):
    keluar = BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as wb:
        lembar = wb.add_worksheet("Lampiran")
        for nomor, satu in enumerate((("Daftar indikator",), ("Kode", "Indikator", "Satuan"), *baris)):
            lembar.write_row(nomor, 0, satu)
    return keluar.getvalue()


@pytest.mark.parametrize("peran", PERAN)
def test_every_role_reads_the_list_and_only_its_keepers_import(sebagai, alamat, peran):
    jawab = sebagai(peran).get(alamat)
    assert jawab.status_code == 200
    assert (jawab.context["form"] is not None) is (peran in KELOLA)


@pytest.mark.parametrize("peran", [p for p in PERAN if p not in KELOLA])
def test_who_does_not_keep_the_nomenclature_imports_nothing(sebagai, alamat, peran):
    client = sebagai(peran)
    assert unggah(client, alamat, DAFTAR).status_code == 403
    assert client.post(reverse("kamus:urungkan_nasional")).status_code == 403
    assert not Impor.objects.exists()


def test_a_preview_writes_no_entry(sebagai, alamat):
    client = sebagai("perencana_instansi")
    jawab = client.get(unggah(client, alamat, DAFTAR)["Location"])
    assert jawab.context["r"]["dibuat"] == 2
    assert not KodeIndikatorNasional.objects.exists()


def test_an_applied_file_gives_the_entries_with_their_source(sebagai, alamat):
    terapkan(sebagai("perencana_instansi"), alamat, DAFTAR)
    satu = KodeIndikatorNasional.objects.get(kode="1.01")
    assert (satu.nama, satu.satuan, satu.definisi, satu.sumber) == (
        "Angka kemiskinan", "persen", "Penduduk di bawah garis", "Keputusan 2025",
    )  # fmt: skip


def test_a_file_is_applied_once(sebagai, alamat):
    client = sebagai("perencana_instansi")
    tujuan = terapkan(client, alamat, DAFTAR)
    jawab = client.post(tujuan, follow=True)
    assert "sudah selesai" in jawab.content.decode()


def test_a_workbook_with_a_title_above_its_heading_is_read(sebagai, alamat):
    terapkan(
        sebagai("perencana_instansi"), alamat, buku(("A.1", "Umur harapan hidup", "tahun")), nama="d.xlsx"
    )
    assert KodeIndikatorNasional.objects.get().satuan == "tahun"


def test_wrong_rows_are_named_by_sheet_and_cell_and_nothing_is_kept(sebagai, alamat):
    client = sebagai("perencana_instansi")
    isi = buku(("A.1", "Satu", ""), ("", "Dua", ""), ("A.3", "", ""), ("A.1", "Lain", ""))
    tujuan = terapkan(client, alamat, isi, nama="d.xlsx")
    pesan = client.get(tujuan).context["r"]["pesan"]
    assert [(p["lembar"], p["sel"]) for p in pesan] == [
        ("Lampiran", "A4"),
        ("Lampiran", "B5"),
        ("Lampiran", "A6"),
    ]
    assert not KodeIndikatorNasional.objects.exists()


def test_a_file_without_a_known_heading_is_refused_with_what_was_sought(sebagai, alamat):
    teks = unggah(sebagai("perencana_instansi"), alamat, "a;b\n1;2\n").content.decode()
    assert "kolom Kode dan kolom Indikator" in teks


def test_an_empty_cell_of_a_later_file_changes_nothing(sebagai, alamat):
    client = sebagai("perencana_instansi")
    terapkan(client, alamat, DAFTAR)
    terapkan(client, alamat, "Kode;Nama;Satuan\n1.01;Persentase kemiskinan;\n", sumber="")
    satu = KodeIndikatorNasional.objects.get(kode="1.01")
    assert (satu.nama, satu.satuan, satu.sumber) == ("Persentase kemiskinan", "persen", "Keputusan 2025")


def test_undo_takes_back_the_last_import_and_only_that(sebagai, alamat):
    client = sebagai("perencana_instansi")
    terapkan(client, alamat, DAFTAR)
    terapkan(client, alamat, "Kode;Nama\n1.01;Nama lain\n1.03;Baru\n")
    client.post(reverse("kamus:urungkan_nasional"))
    assert dict(KodeIndikatorNasional.objects.values_list("kode", "nama")) == {
        "1.01": "Angka kemiskinan",
        "1.02": "Rasio gini",
    }


def test_words_typed_into_the_form_find_entries_of_the_own_list(dunia, sebagai, alamat):
    lain = bangun(nama="Kota Tetangga")
    KodeIndikatorNasional.objects.create(instansi=lain.instansi, kode="9", nama="Angka kemiskinan tetangga")
    KodeIndikatorNasional.objects.create(instansi=dunia.instansi, kode="1.01", nama="Angka kemiskinan")
    jawab = sebagai("perencana_unit").get(reverse("kamus:cari_nasional"), {"kode_nasional": "miskin angka"})
    assert jawab.content.decode().strip() == '<option value="1.01">Angka kemiskinan</option>'


def test_an_import_of_another_government_does_not_exist(dunia, sebagai, client, alamat):
    tujuan = unggah(sebagai("perencana_instansi"), alamat, DAFTAR)["Location"]
    lain = bangun(nama="Kota Tetangga")
    client.force_login(buat_pengguna("perencana_instansi", instansi=lain.instansi))
    assert client.get(tujuan).status_code == 404
    assert client.post(tujuan).status_code == 404


def test_the_list_asks_the_database_a_bounded_number_of_times(dunia, sebagai, alamat):
    KodeIndikatorNasional.objects.bulk_create(
        KodeIndikatorNasional(instansi=dunia.instansi, kode=f"K{n}", nama="Nama") for n in range(80)
    )
    client = sebagai("perencana_instansi")
    with CaptureQueriesContext(connection) as kueri:
        client.get(alamat)
    assert len(kueri) <= BATAS_KUERI
