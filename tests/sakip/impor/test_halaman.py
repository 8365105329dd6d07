from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.pabrik.accounts import buat_operator, buat_pengguna
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.sakip.impor.buku import TANGSEL, xlsx_program
from tests.sakip.impor.test_terapkan import SATU, isi_tabel

from sakip.apps.pengukuran.models import Realisasi
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.models import Impor
from sakip.platform.organisasi.models import Instansi, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return buat_instansi(kode_wilayah="99.99")


@pytest.fixture
def admin(instansi: Instansi) -> Pengguna:
    return buat_pengguna("admin_instansi", instansi=instansi)


def masuk(pengguna: Pengguna) -> Client:
    client = Client()
    client.force_login(pengguna)
    return client


def unggah(client: Client, isi: bytes, nama: str = "uji.xlsx", **lain: str) -> Impor:
    data = {"bentuk": "program", "tahun": "2023", "berkas": SimpleUploadedFile(nama, isi), **lain}
    tanggapan = client.post(reverse("impor:mulai"), data)
    assert tanggapan.status_code == 302, tanggapan.content.decode()[:3000]
    return Impor.objects.latest("pk")


def test_an_upload_becomes_a_preview_that_has_written_nothing(admin: Pengguna):
    sebelum = isi_tabel()
    impor = unggah(masuk(admin), xlsx_program(SATU))
    assert (impor.status, impor.ringkasan["dibuat"]) == ("pratinjau", 4)
    assert isi_tabel() == sebelum


def test_the_preview_says_what_will_happen(admin: Pengguna):
    client = masuk(admin)
    impor = unggah(client, xlsx_program(SATU.replace("80,5", "#REF!")))
    teks = client.get(reverse("impor:rinci", args=[impor.uid])).content.decode()
    assert "4 baris akan dibuat" in teks
    assert "F3" in teks
    assert "Sel berisi galat rumus #REF!" in teks


def test_applying_and_undoing_from_the_page(admin: Pengguna):
    client = masuk(admin)
    sebelum = isi_tabel()
    impor = unggah(client, xlsx_program(SATU))
    client.post(reverse("impor:terapkan", args=[impor.uid]))
    assert Realisasi.objects.count() == 5
    client.post(reverse("impor:urungkan", args=[impor.uid]))
    assert isi_tabel() == sebelum


def test_a_preview_is_applied_once(admin: Pengguna):
    client = masuk(admin)
    impor = unggah(client, xlsx_program(SATU))
    client.post(reverse("impor:terapkan", args=[impor.uid]))
    tanggapan = client.post(reverse("impor:terapkan", args=[impor.uid]), follow=True)
    assert "sudah diterapkan" in tanggapan.content.decode()


def test_messages_are_filtered_and_paged(admin: Pengguna):
    client = masuk(admin)
    impor = unggah(client, TANGSEL.read_bytes(), TANGSEL.name)
    alamat = reverse("impor:rinci", args=[impor.uid])
    galat = client.get(alamat, {"tingkat": "galat"}).content.decode()
    assert "1–1 dari 1" in galat
    assert "H270, F353" in galat
    assert "13 sel lain" in galat
    assert "A142" not in galat


def test_the_differences_are_shown(admin: Pengguna):
    client = masuk(admin)
    impor = unggah(client, TANGSEL.read_bytes(), TANGSEL.name)
    teks = client.get(reverse("impor:rinci", args=[impor.uid]), {"tampil": "selisih"}).content.decode()
    assert "40 angka induk tercetak" in teks
    assert "1–25 dari 40" in teks


def test_an_unusable_file_is_explained_on_the_form(admin: Pengguna):
    data = {"bentuk": "program", "tahun": "2023", "berkas": SimpleUploadedFile("a.xlsx", b"PK\x03\x04rusak")}
    tanggapan = masuk(admin).post(reverse("impor:mulai"), data)
    assert tanggapan.status_code == 200
    assert "bukan buku kerja .xlsx yang utuh" in tanggapan.content.decode()
    assert not Impor.objects.exists()


def test_a_file_above_the_limit_is_refused_with_the_limit(admin: Pengguna, settings):  # type: ignore[no-untyped-def]
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    data = {"bentuk": "program", "tahun": "2023", "berkas": SimpleUploadedFile("a.xlsx", b"x" * 1_100_000)}
    assert "batas 1 MB" in masuk(admin).post(reverse("impor:mulai"), data).content.decode()


def test_the_form_keeps_what_was_typed(admin: Pengguna):
    tanggapan = masuk(admin).post(reverse("impor:mulai"), {"bentuk": "capaian", "tahun": "2019"})
    assert 'value="2019"' in tanggapan.content.decode()


def test_a_template_is_downloaded_for_a_unit(admin: Pengguna, instansi: Instansi):
    buat_unit(instansi, kode="BPBD")
    tanggapan = masuk(admin).get(reverse("impor:templat"), {"unit": "BPBD", "tahun": "2023"})
    assert tanggapan["Content-Disposition"] == 'attachment; filename="templat-sakip-bpbd-2023.xlsx"'
    assert read_buku(tanggapan.content, "t.xlsx").lembar[1].nama == "Sasaran"


@pytest.mark.parametrize(
    ("peran", "status"),
    [
        ("admin_instansi", 200),
        ("perencana_instansi", 200),
        ("perencana_unit", 200),
        ("pimpinan_unit", 403),
        ("pimpinan_instansi", 403),
        ("apip", 403),
        ("walidata", 403),
        ("pengamat", 403),
    ],
)
@pytest.mark.parametrize("alamat", ["impor:mulai", "impor:riwayat", "impor:templat"])
def test_who_may_open_the_import_pages(instansi: Instansi, peran: str, status: int, alamat: str):
    unit = buat_unit(instansi) if peran.endswith("unit") else None
    assert (
        masuk(buat_pengguna(peran, instansi=instansi, unit=unit)).get(reverse(alamat)).status_code == status
    )


def test_an_operator_has_no_instansi_to_import_into():
    assert masuk(buat_operator()).get(reverse("impor:mulai")).status_code == 404


def test_the_signed_out_are_sent_to_the_door():
    assert Client().get(reverse("impor:mulai")).status_code == 302


@pytest.mark.parametrize("alamat", ["impor:rinci", "impor:terapkan", "impor:urungkan"])
def test_an_import_of_another_instansi_does_not_exist(admin: Pengguna, alamat: str):
    impor = unggah(masuk(buat_pengguna("admin_instansi")), xlsx_program(SATU))
    client = masuk(admin)
    kirim = client.get if alamat == "impor:rinci" else client.post
    assert kirim(reverse(alamat, args=[impor.uid])).status_code == 404
    assert client.get(reverse("impor:rinci", args=[uuid4()])).status_code == 404


def test_a_unit_of_another_instansi_has_no_template(admin: Pengguna):
    asing = buat_unit(kode="ASING")
    assert masuk(admin).get(reverse("impor:templat"), {"unit": asing.kode}).status_code == 404


def test_a_unit_planner_imports_only_into_the_own_unit(instansi: Instansi):
    unit = buat_unit(instansi, kode="BPBD")
    buat_unit(instansi, kode="DLH")
    client = masuk(buat_pengguna("perencana_unit", unit=unit))
    impor = unggah(client, xlsx_program(SATU))
    client.post(reverse("impor:terapkan", args=[impor.uid]))
    assert Realisasi.objects.count() == 5
    data = {"bentuk": "program", "tahun": "2023"}
    asing = SimpleUploadedFile("b.xlsx", xlsx_program(SATU.replace("BPBD", "DLH")))
    assert client.post(reverse("impor:mulai"), {**data, "berkas": asing}).status_code == 403


def test_a_unit_planner_does_not_make_units(instansi: Instansi):
    unit = buat_unit(instansi, kode="BPBD")
    client = masuk(buat_pengguna("perencana_unit", unit=unit))
    baru = SimpleUploadedFile("b.xlsx", xlsx_program(SATU.replace("BPBD", "BARU")))
    data = {"bentuk": "program", "tahun": "2023", "berkas": baru}
    assert client.post(reverse("impor:mulai"), data).status_code == 403
    assert list(Unit.objects.values_list("kode", flat=True)) == ["BPBD"]


def test_a_unit_planner_sees_only_the_own_imports(admin: Pengguna, instansi: Instansi):
    impor = unggah(masuk(admin), xlsx_program(SATU))
    perencana = buat_pengguna("perencana_unit", unit=buat_unit(instansi))
    assert masuk(perencana).get(reverse("impor:rinci", args=[impor.uid])).status_code == 404


def test_pages_ask_the_database_a_bounded_number_of_questions(
    admin: Pengguna, django_assert_max_num_queries: DjangoAssertNumQueries
):
    client = masuk(admin)
    impor = unggah(client, TANGSEL.read_bytes(), TANGSEL.name)
    client.post(reverse("impor:terapkan", args=[impor.uid]))
    for alamat in (
        reverse("impor:mulai"),
        reverse("impor:riwayat"),
        reverse("impor:rinci", args=[impor.uid]),
    ):
        with django_assert_max_num_queries(12):
            assert client.get(alamat).status_code == 200
