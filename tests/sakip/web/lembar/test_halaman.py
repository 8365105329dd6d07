"""The pages that take a plan to Excel and back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul, buat_target
from tests.sakip.lembar.dunia import buku, tulis
from tests.sakip.web.dunia import bangun

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Simpul
from sakip.platform.lembar.models import EksporLembar, Impor


def draf_of(dunia):
    dokumen = buat_dokumen(dunia.dinkes, nama="Renstra baru", tahun_mulai=2027, tahun_selesai=2028)
    sasaran = buat_simpul(dokumen, pernyataan="Warga sehat", kode="1")
    services.link_indikator(simpul=sasaran, indikator=dunia.imunisasi, by=None)
    buat_target(dokumen, dunia.imunisasi, 90, tahun=2027)
    return dokumen


@pytest.fixture
def draf(dunia):
    return draf_of(dunia)


def url(nama, *bagian):
    return reverse(f"lembar:{nama}", args=bagian)


def unggah(client, dokumen, ubah=None):
    """Export, edit, upload: the import that came of it."""
    isi = buku(client.get(url("ekspor", dokumen.uid)).content, ubah)
    client.post(url("mulai", dokumen.uid), {"berkas": SimpleUploadedFile("renstra.xlsx", isi)})
    return Impor.objects.filter(bentuk="rencana").latest("pk")


def test_the_export_is_a_workbook_that_remembers_itself_once(draf, sebagai):
    client = sebagai("pengamat")
    assert client.get(url("ekspor", draf.uid)).content.startswith(b"PK")
    client.get(url("ekspor", draf.uid))
    assert EksporLembar.objects.count() == 1


def test_the_template_of_a_kind_is_a_workbook(dunia, sebagai):
    client = sebagai("perencana_unit")
    assert client.get(url("templat") + "?jenis=rpjmd&tahun=2025").content.startswith(b"PK")
    assert client.get(url("templat") + "?jenis=rpjpd").status_code == 404


def test_a_file_is_compared_applied_and_undone(draf, sebagai):
    client = sebagai("perencana_unit")
    impor = unggah(client, draf, tulis("Warga sehat", "Sasaran", "Warga bugar"))
    halaman = client.get(url("rinci", impor.uid)).text
    assert "Warga bugar" in halaman
    assert "Akan ditulis" in halaman
    client.post(url("terapkan", impor.uid))
    assert Simpul.objects.get(dokumen=draf).pernyataan == "Warga bugar"
    assert url("urungkan", impor.uid) in client.get(url("rinci", impor.uid)).text
    client.post(url("urungkan", impor.uid))
    assert Simpul.objects.get(dokumen=draf).pernyataan == "Warga sehat"


def test_a_conflict_is_asked_and_the_answer_kept(draf, sebagai):
    client = sebagai("perencana_unit")
    simpul = Simpul.objects.get(dokumen=draf)
    isi = buku(client.get(url("ekspor", draf.uid)).content, tulis("Warga sehat", "Sasaran", "Warga bugar"))
    services.update_simpul(simpul=simpul, isi=services.IsiSimpul("Warga kuat", "1"), by=None)
    client.post(url("mulai", draf.uid), {"berkas": SimpleUploadedFile("renstra.xlsx", isi)})
    impor = Impor.objects.get(bentuk="rencana")
    assert url("terapkan", impor.uid) not in client.get(url("rinci", impor.uid)).text
    client.post(url("pilih", impor.uid), {f"b:S:{simpul.asal}#pernyataan": "berkas"})
    assert url("terapkan", impor.uid) in client.get(url("rinci", impor.uid)).text
    client.post(url("terapkan", impor.uid))
    assert Simpul.objects.get(dokumen=draf).pernyataan == "Warga bugar"


def test_one_answer_serves_all_open_questions(draf, sebagai):
    client = sebagai("perencana_unit")
    impor = unggah(client, draf, tulis("Warga sehat", "2027 Target", "1,365,526,350"))
    halaman = client.get(url("rinci", impor.uid) + "?tampil=tanya").text
    assert "1.365.526.350" in halaman
    client.post(url("pilih", impor.uid) + "?tampil=tanya", {"semua": "berkas"})
    assert url("terapkan", impor.uid) in client.get(url("rinci", impor.uid)).text


def test_the_filter_leaves_only_questions(draf, sebagai):
    client = sebagai("perencana_unit")
    impor = unggah(client, draf, tulis("Warga sehat", "Sasaran", "Warga bugar"))
    assert "Tidak ada perbedaan yang cocok" in client.get(url("rinci", impor.uid) + "?tampil=tanya").text
    assert "Warga bugar" in client.get(url("rinci", impor.uid) + "?tampil=ubah&q=bugar").text


def test_a_file_without_a_matrix_is_refused_with_what_it_needs(draf, sebagai):
    berkas = SimpleUploadedFile("a.csv", b"nama,nilai\nx,1\n")
    jawaban = sebagai("perencana_unit").post(url("mulai", draf.uid), {"berkas": berkas})
    assert jawaban.status_code == 422
    assert "tidak memuat matriks rencana" in jawaban.text


def test_a_plan_in_force_does_not_take_files(dunia, sebagai):
    client = sebagai("perencana_unit")
    halaman = client.get(url("mulai", dunia.renstra.uid)).text
    assert "versi perubahan" in halaman
    assert 'name="berkas"' not in halaman


@pytest.mark.parametrize("peran", ["pimpinan_unit", "apip", "pengamat", "pimpinan_instansi"])
def test_readers_do_not_import(draf, sebagai, peran):
    assert sebagai(peran).get(url("mulai", draf.uid)).status_code == 403


def test_another_government_has_no_such_pages(dunia, sebagai):
    lain = draf_of(bangun(nama="Kota Tetangga"))
    impor = Impor.objects.create(
        instansi=lain.instansi, bentuk="rencana", tahun=2027, pilihan={"dokumen": str(lain.uid)},
        nama_berkas="a.xlsx", sha256="0" * 64, pada="2026-01-01T00:00:00Z", ringkasan={"jumlah": {}},
    )  # fmt: skip
    client = sebagai("perencana_instansi")
    alamat = [url("mulai", lain.uid), url("ekspor", lain.uid), url("rinci", impor.uid)]
    assert {client.get(satu).status_code for satu in alamat} == {404}
    assert client.post(url("terapkan", impor.uid)).status_code == 404


def test_the_comparison_costs_the_same_for_many(draf, sebagai, django_assert_max_num_queries):
    for n in range(30):
        buat_simpul(draf, pernyataan=f"Sasaran {n}")
    client = sebagai("perencana_unit")
    impor = unggah(client, draf, lambda isi: isi.__delitem__(slice(10, 25)))
    client.get(url("rinci", impor.uid))
    with django_assert_max_num_queries(26):
        client.get(url("rinci", impor.uid))
