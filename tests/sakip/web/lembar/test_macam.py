"""The pages of the other sheets: IKU table, cascading table, past years; who gets in and what it costs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul
from tests.sakip.lembar import dunia_pohon
from tests.sakip.lembar.dunia import buku, kolom, tulis
from tests.sakip.web.dunia import bangun

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.riwayat import LEMBAR
from sakip.apps.perencanaan.models import PohonSimpul, SimpulIndikator, Target
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.models import Impor


def url(nama, *bagian):
    return reverse(f"lembar:{nama}", args=bagian)


def iku_of(dunia):
    dokumen = buat_dokumen(dunia.dinkes, jenis="iku", nama="IKU Dinkes", tahun_mulai=2027, tahun_selesai=2028)
    sasaran = buat_simpul(dokumen, pernyataan="Warga sehat", kode="1")
    services.link_indikator(simpul=sasaran, indikator=dunia.imunisasi, by=None)
    return dokumen


def lama_of(dunia):
    """A draft Renstra of years that are over, with one indicator."""
    dokumen = buat_dokumen(dunia.dinkes, nama="Renstra lama", tahun_mulai=2015, tahun_selesai=2019)
    sasaran = buat_simpul(dokumen, pernyataan="Warga sehat", kode="1")
    services.link_indikator(simpul=sasaran, indikator=dunia.imunisasi, by=None)
    return dokumen


def kirim(client, alamat, isi):
    jawaban = client.post(alamat, {"berkas": SimpleUploadedFile("a.xlsx", isi)})
    assert jawaban.status_code == 302, jawaban.text
    return Impor.objects.latest("pk")


def test_an_iku_table_goes_out_and_comes_back(dunia, sebagai):
    dokumen, client = iku_of(dunia), sebagai("perencana_unit")
    isi = buku(client.get(url("ekspor", dokumen.uid)).content, tulis("Warga sehat", "Alasan", "Mandat"))
    impor = kirim(client, url("mulai", dokumen.uid), isi)
    assert "Mandat" in client.get(url("rinci", impor.uid)).text
    client.post(url("terapkan", impor.uid))
    assert SimpulIndikator.objects.get(simpul__dokumen=dokumen).alasan == "Mandat"
    client.post(url("urungkan", impor.uid))
    assert SimpulIndikator.objects.get(simpul__dokumen=dokumen).alasan == ""


def test_the_decree_page_leads_to_its_sheet(dunia, sebagai):
    dokumen = iku_of(dunia)
    halaman = sebagai("perencana_unit").get(reverse("iku:rinci", args=[dokumen.uid])).text
    assert url("mulai", dokumen.uid) in halaman


@pytest.fixture
def pohon(dunia):
    return dunia_pohon.bangun_pohon(dunia.dinkes)


def test_a_condition_moves_through_the_pages(pohon, sebagai):
    client = sebagai("perencana_unit")
    isi = client.get(url("ekspor_pohon", pohon.pohon.uid)).content
    isi = dunia_pohon.sunting(isi, dunia_pohon.tulis("1.1.1", "Induk", "1.2"))
    impor = kirim(client, url("mulai_pohon", pohon.pohon.uid), isi)
    halaman = client.get(url("rinci", impor.uid)).text
    assert "1.2 Layanan bermutu" in halaman
    client.post(url("terapkan", impor.uid))
    assert pohon.simpul("1.1.1").induk == pohon.simpul("1.2")


def test_a_cycle_is_shown_with_its_cell(pohon, sebagai):
    client = sebagai("perencana_unit")
    isi = client.get(url("ekspor_pohon", pohon.pohon.uid)).content
    isi = dunia_pohon.sunting(isi, dunia_pohon.tulis("1", "Induk", "1.1.1"))
    impor = kirim(client, url("mulai_pohon", pohon.pohon.uid), isi)
    halaman = client.get(url("rinci", impor.uid)).text
    assert "Induk melingkar: 1 → 1.1.1 → 1.1 → 1" in halaman
    assert "D6" in halaman
    assert url("terapkan", impor.uid) not in halaman


def test_the_empty_sheet_of_a_tree_holds_only_titles(pohon, sebagai):
    isi = sebagai("perencana_unit").get(url("templat_pohon", pohon.pohon.uid)).content
    lembar = read_buku(isi, "a.xlsx").lembar[0]
    assert "Kondisi" in lembar.baris[3]
    assert not any(any(baris) for baris in lembar.baris[5:])


def test_the_tree_page_leads_to_its_sheet_or_to_the_export(pohon, sebagai):
    alamat = reverse("pohon:rinci", args=[pohon.pohon.uid])
    assert url("mulai_pohon", pohon.pohon.uid) in sebagai("perencana_unit").get(alamat).text
    assert url("ekspor_pohon", pohon.pohon.uid) in sebagai("pengamat").get(alamat).text


def isi_riwayat(client, dokumen):
    """The export with a target and a result of 2016."""

    def ubah(baris):
        for judul, nilai in (("2016 Target", 70), ("2016 Realisasi", 68)):
            baris[5][kolom(baris, judul)] = nilai

    isi = client.get(url("ekspor_riwayat", dokumen.uid)).content
    return buku(isi, ubah, nama=LEMBAR)


def test_past_targets_are_written_and_results_go_on_to_their_import(dunia, sebagai):
    dokumen, client = lama_of(dunia), sebagai("perencana_unit")
    impor = kirim(client, url("mulai_riwayat", dokumen.uid), isi_riwayat(client, dokumen))
    assert "Teruskan realisasi ke Impor" in client.get(url("rinci", impor.uid)).text
    client.post(url("terapkan", impor.uid))
    assert Target.objects.get(dokumen=dokumen).tahun == 2016
    jawaban = client.post(url("realisasi", impor.uid))
    terus = Impor.objects.get(bentuk="capaian")
    assert jawaban.headers["Location"] == reverse("impor:rinci", args=[terus.uid])
    assert client.get(jawaban.headers["Location"]).status_code == 200
    assert client.post(reverse("impor:terapkan", args=[terus.uid])).status_code == 302
    assert dunia.imunisasi.realisasi_set.filter(tahun=2016).exists()


def test_other_sheets_have_no_results_to_hand_on(pohon, sebagai):
    client = sebagai("perencana_unit")
    isi = client.get(url("ekspor_pohon", pohon.pohon.uid)).content
    impor = kirim(client, url("mulai_pohon", pohon.pohon.uid), isi)
    assert client.post(url("realisasi", impor.uid)).status_code == 404


@pytest.mark.parametrize("peran", ["pimpinan_unit", "apip", "pengamat", "pimpinan_instansi"])
def test_readers_do_not_import(pohon, dunia, sebagai, peran):
    client = sebagai(peran)
    alamat = [
        url("mulai_pohon", pohon.pohon.uid),
        url("mulai_riwayat", lama_of(dunia).uid),
        url("mulai", iku_of(dunia).uid),
    ]
    assert {client.get(satu).status_code for satu in alamat} == {403}


def test_another_government_has_no_such_pages(dunia, sebagai):
    lain = bangun(nama="Kota Tetangga")
    pohon, lama, iku = dunia_pohon.bangun_pohon(lain.dinkes).pohon, lama_of(lain), iku_of(lain)
    client = sebagai("perencana_instansi")
    alamat = [url(f"{apa}_pohon", pohon.uid) for apa in ("mulai", "ekspor", "templat")]
    alamat += [url(f"{apa}_riwayat", lama.uid) for apa in ("mulai", "ekspor", "templat")]
    alamat += [url("mulai", iku.uid), url("ekspor", iku.uid)]
    assert {client.get(satu).status_code for satu in alamat} == {404}


def test_a_stored_import_of_another_government_is_not_there(dunia, sebagai):
    pohon = dunia_pohon.bangun_pohon(bangun(nama="Kota Tetangga").dinkes)
    impor, _ = dunia_pohon.unggah(pohon, dunia_pohon.ekspor(pohon))
    client = sebagai("perencana_instansi")
    assert client.get(url("rinci", impor.uid)).status_code == 404
    aksi = ("pilih", "terapkan", "urungkan", "realisasi")
    assert {client.post(url(satu, impor.uid)).status_code for satu in aksi} == {404}


def test_comparing_a_tree_costs_the_same_for_many(pohon, sebagai, django_assert_max_num_queries):
    client = sebagai("perencana_unit")
    baris = [[f"2.{n}", "1", "CSF", f"Kondisi {n}"] for n in range(60)]
    isi = dunia_pohon.sunting(
        client.get(url("ekspor_pohon", pohon.pohon.uid)).content, dunia_pohon.tambah(*baris)
    )
    impor = kirim(client, url("mulai_pohon", pohon.pohon.uid), isi)
    client.get(url("rinci", impor.uid))
    with django_assert_max_num_queries(28):
        client.get(url("rinci", impor.uid))
    client.post(url("terapkan", impor.uid))
    assert PohonSimpul.objects.filter(pohon=pohon.pohon).count() == 64


def test_the_starting_page_costs_the_same_for_many_imports(dunia, sebagai, django_assert_max_num_queries):
    dokumen, client = lama_of(dunia), sebagai("perencana_unit")
    for n in range(20):
        Impor.objects.create(
            instansi=dokumen.instansi, bentuk="riwayat", tahun=2015, pilihan={"dokumen": str(dokumen.uid)},
            nama_berkas=f"{n}.xlsx", sha256="0" * 64, pada="2026-01-01T00:00:00Z", status="diterapkan",
        )  # fmt: skip
    client.get(url("mulai_riwayat", dokumen.uid))
    with django_assert_max_num_queries(18):
        client.get(url("mulai_riwayat", dokumen.uid))
