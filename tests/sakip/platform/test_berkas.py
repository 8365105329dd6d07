"""Files are known by their content: stored once, sniffed, and handed out only to those who may read them."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.files import PDF, PNG, buat_berkas
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.datakinerja.services import add_bukti
from sakip.platform.audit.models import Catatan
from sakip.platform.files import policies
from sakip.platform.files.galat import (
    BerkasBermakro,
    BerkasKosong,
    BerkasTerlaluBesar,
    FormatLama,
    JenisTidakDiterima,
    NamaTidakCocok,
)
from sakip.platform.files.jenis import GAMBAR, list_akhiran
from sakip.platform.files.models import Berkas
from sakip.platform.files.selectors import berkas_path, berkas_root
from sakip.platform.files.services import clean_nama
from sakip.platform.organisasi.services import set_logo
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db
OOXML = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}


@pytest.fixture(autouse=True)
def _gudang(tmp_path, settings):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def instansi():
    return buat_instansi()


def arsip(*nama, mimetype=None):
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as isi:
        if mimetype:
            isi.writestr("mimetype", mimetype)
        for satu in nama:
            isi.writestr(satu, "<x/>")
    return wadah.getvalue()


def simpan(isi, nama, **lain):
    return buat_berkas(isi=isi, nama=nama, **lain)


@pytest.mark.parametrize(
    ("isi", "nama", "jenis"),
    [
        (PDF, "a.pdf", "application/pdf"),
        (PNG, "a.png", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"0" * 40, "a.JPG", "image/jpeg"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 " + b"0" * 40, "a.webp", "image/webp"),
        (b"indikator;target\nAKI;80,5\n", "a.csv", "text/csv"),
        ("capaian ≥ target".encode(), "a.txt", "text/plain"),
        (
            arsip(mimetype="application/vnd.oasis.opendocument.text"),
            "a.odt",
            "application/vnd.oasis.opendocument.text",
        ),
    ],
)
def test_a_kind_is_told_from_the_content(isi, nama, jenis):
    assert simpan(isi, nama).jenis == jenis


@pytest.mark.parametrize(("akhiran", "bagian"), OOXML.items())
def test_office_documents_are_told_by_their_parts(akhiran, bagian):
    assert simpan(arsip("[Content_Types].xml", bagian), f"a.{akhiran}").jenis.startswith(
        "application/vnd.openxml"
    )


@pytest.mark.parametrize(
    ("isi", "nama", "galat"),
    [
        (b"", "a.pdf", BerkasKosong),
        (b"MZ\x90\x00\x03" + b"\x00" * 60, "a.pdf", JenisTidakDiterima),
        (b"\x7fELF" + b"\x00" * 60, "a", JenisTidakDiterima),
        (arsip("virus.exe"), "a.zip", JenisTidakDiterima),
        (b"PK\x03\x04" + b"rusak" * 9, "a.xlsx", JenisTidakDiterima),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "a.xls", FormatLama),
        (arsip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "a.xlsx", BerkasBermakro),
        (arsip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docm", BerkasBermakro),
        (arsip("Basic/x", mimetype="application/vnd.oasis.opendocument.text"), "a.odt", BerkasBermakro),
        (PDF, "a.docx", NamaTidakCocok),
        (PNG, "a.pdf", NamaTidakCocok),
        (b"<html><script>alert(1)</script>", "a.html", NamaTidakCocok),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", NamaTidakCocok),
    ],
)
def test_what_is_not_accepted_is_refused_and_leaves_nothing(isi, nama, galat, instansi):
    with pytest.raises(galat):
        simpan(isi, nama, instansi=instansi)
    assert not Berkas.objects.exists()
    assert [satu for satu in berkas_root().rglob("*") if satu.is_file()] == []


@override_settings(UPLOAD_MAX_BYTES=100)
def test_a_file_over_the_limit_is_refused_with_the_limit():
    with pytest.raises(BerkasTerlaluBesar, match="100"):
        simpan(PDF + b"%" * 100, "a.pdf")


def test_a_caller_may_narrow_the_kinds():
    with pytest.raises(JenisTidakDiterima, match=r"\.png"):
        simpan(PDF, "a.pdf", diterima=GAMBAR)
    assert list_akhiran(GAMBAR) == ".png, .jpg, .jpeg, .webp"


def test_the_same_content_is_stored_once_in_an_instansi(instansi):
    satu, dua = simpan(PDF, "a.pdf", instansi=instansi), simpan(PDF, "b.pdf", instansi=instansi)
    assert satu == dua
    assert Catatan.objects.filter(aksi="files.berkas.disimpan").count() == 1


def test_two_instansi_never_share_a_stored_file(instansi):
    satu, dua = simpan(PDF, "a.pdf", instansi=instansi), simpan(PDF, "a.pdf")
    assert satu != dua
    assert berkas_path(satu) != berkas_path(dua)


def test_the_stored_content_is_what_was_sent(instansi):
    berkas = simpan(PDF, "a.pdf", instansi=instansi)
    assert berkas_path(berkas).read_bytes() == PDF
    assert berkas.lokasi == f"{instansi.uid}/{berkas.sha256[:2]}/{berkas.sha256}"


def test_an_upload_of_a_browser_is_taken_too(instansi):
    berkas = buat_berkas(instansi, nama="a.pdf")
    from sakip.platform.files.services import store_berkas

    assert (
        store_berkas(instansi=instansi, isi=SimpleUploadedFile("a.pdf", PDF), nama="a.pdf", by=None) == berkas
    )


@pytest.mark.parametrize(
    ("kiriman", "bersih"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\LKjIP 2025.pdf", "LKjIP_2025.pdf"),
        ("a\0b\u202efdp.pdf", "abfdp.pdf"),
        ("...", "berkas"),
        ("é" * 300 + ".pdf", "é" * 196 + ".pdf"),
    ],
)
def test_a_name_is_made_harmless(kiriman, bersih):
    assert clean_nama(kiriman) == bersih


def test_a_name_without_an_ending_gets_one(instansi):
    assert simpan(PDF, "laporan", instansi=instansi).nama == "laporan.pdf"


def test_an_account_stores_only_in_its_own_instansi(instansi):
    with pytest.raises(TidakBerwenang):
        buat_berkas(instansi, by=buat_pengguna("admin_instansi"))


# --- handing out ------------------------------------------------------------------------------------


def unduh(client, pengguna, berkas):
    client.force_login(pengguna)
    return client.get(reverse("berkas:unduh", args=[berkas.uid]))


def test_a_file_comes_as_a_download_that_nothing_interprets(client, instansi):
    jawaban = unduh(client, buat_pengguna("pengamat", instansi=instansi), buat_berkas(instansi))
    assert b"".join(jawaban.streaming_content) == PDF
    assert jawaban["Content-Disposition"] == 'attachment; filename="laporan.pdf"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert jawaban["Cache-Control"] == "private, no-store"


def test_another_instansis_file_does_not_exist(client, instansi):
    assert unduh(client, buat_pengguna("admin_instansi"), buat_berkas(instansi)).status_code == 404


def test_a_visitor_is_sent_to_sign_in(client, instansi):
    assert client.get(reverse("berkas:unduh", args=[buat_berkas(instansi).uid])).status_code == 302


def test_a_role_bound_to_a_unit_reads_what_an_owner_app_lets_it_read(client, instansi, monkeypatch):
    perencana = buat_pengguna("perencana_unit", unit=buat_unit(instansi))
    berkas = buat_berkas(instansi)
    assert unduh(client, perencana, berkas).status_code == 404
    monkeypatch.setitem(policies._pemilik, "uji", lambda pengguna, satu: satu == berkas)
    assert unduh(client, perencana, berkas).status_code == 200


def test_evidence_opens_its_file_to_readers_of_its_unit(client, instansi):
    dinas, berkas = buat_unit(instansi), buat_berkas(instansi)
    add_bukti(unit=dinas, judul="LKjIP 2025", berkas=berkas, by=None)
    assert unduh(client, buat_pengguna("perencana_unit", unit=dinas), berkas).status_code == 200
    lain = buat_pengguna("perencana_unit", unit=buat_unit(instansi))
    assert unduh(client, lain, berkas).status_code == 404


def test_whoever_sent_a_file_may_fetch_it(client, instansi):
    perencana = buat_pengguna("perencana_unit", unit=buat_unit(instansi))
    assert unduh(client, perencana, buat_berkas(instansi, by=perencana)).status_code == 200


def test_everybody_in_the_instansi_sees_the_arms(client, instansi):
    logo = buat_berkas(instansi, isi=PNG, nama="logo.png")
    set_logo(instansi=instansi, logo_uid=logo.uid, by=None)
    perencana = buat_pengguna("perencana_unit", unit=buat_unit(instansi))
    assert unduh(client, perencana, logo)["Cache-Control"] == "private, max-age=3600"


def test_a_file_lost_from_the_disk_is_a_404(client, instansi):
    berkas = buat_berkas(instansi)
    berkas_path(berkas).unlink()
    assert unduh(client, buat_pengguna("pengamat", instansi=instansi), berkas).status_code == 404
