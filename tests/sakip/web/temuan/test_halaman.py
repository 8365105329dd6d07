"""The pages of findings: who reads them, what they cost, what is accepted through them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul
from tests.sakip.web.dunia import PERAN, bangun, tambah_pohon

from sakip.apps.perencanaan.models import Pohon
from sakip.platform.temuan.models import PengakuanTemuan

BATAS_KUERI = 45
SALAH = "Melaksanakan sosialisasi"


@pytest.fixture
def bertemuan(dunia):
    """A draft of DINKES whose sasaran is worded as an activity."""
    tambah_pohon(dunia)
    dokumen = buat_dokumen(dunia.dinkes, tahun_mulai=2027, tahun_selesai=2031, nama="Renstra baru")
    buat_simpul(dokumen, jenis="sasaran", pernyataan=SALAH)
    dunia.draf = dokumen
    return dunia


def alamat(d):
    return {
        "kota": reverse("temuan:kota") + "?tahun=2027",
        "unit": reverse("temuan:unit", args=[d.dinkes.uid]) + "?tahun=2027",
        "ringkas": reverse("temuan:ringkas", args=[d.dinkes.uid]) + "?tahun=2027",
        "dokumen": reverse("temuan:dokumen", args=[d.draf.uid]),
        "pohon": reverse("temuan:pohon", args=[Pohon.objects.get(unit=d.dinkes).uid]),
        "aturan": reverse("temuan:aturan", args=["POH001"]),
        "xlsx": reverse("temuan:unduh", args=["xlsx"]),
        "csv": reverse("temuan:unduh", args=["csv"]) + "?tahun=2027",
    }


@pytest.mark.parametrize("peran", PERAN)
def test_every_role_reads_what_the_checks_find(bertemuan, sebagai, peran):
    client = sebagai(peran)
    assert {client.get(url).status_code for url in alamat(bertemuan).values()} == {200}


def test_another_government_does_not_exist(bertemuan, sebagai):
    lain = bangun(nama="Kota Tetangga")
    tambah_pohon(lain)
    lain.draf = lain.renstra
    client = sebagai("perencana_instansi")
    for nama in ("unit", "ringkas", "dokumen", "pohon"):
        assert client.get(alamat(lain)[nama]).status_code == 404


def test_a_unit_role_does_not_reach_another_unit(bertemuan, sebagai):
    url = reverse("temuan:unit", args=[bertemuan.dinsos.uid])
    assert sebagai("perencana_unit").get(url).status_code == 404


@pytest.mark.parametrize(("peran", "halaman"), [("perencana_unit", "simpul_ubah"), ("pengamat", "dokumen")])
def test_a_finding_leads_to_a_page_that_the_reader_may_open(bertemuan, sebagai, peran, halaman):
    client = sebagai(peran)
    isi = client.get(alamat(bertemuan)["unit"]).context["kelompok"]
    (satu,) = [b for k in isi if k.kode == "POH001" for b in k.butir]
    assert client.get(satu.perbaiki).resolver_match.url_name == halaman
    assert client.get(satu.perbaiki).status_code == 200


def test_an_unknown_rule_does_not_exist(dunia, sebagai):
    assert sebagai("pengamat").get(reverse("temuan:aturan", args=["POH999"])).status_code == 404


def test_an_unknown_format_does_not_exist(dunia, sebagai):
    assert sebagai("pengamat").get(reverse("temuan:unduh", args=["doc"])).status_code == 404


def test_pages_stay_within_their_queries(bertemuan, sebagai):
    client = sebagai("perencana_instansi")
    for url in alamat(bertemuan).values():
        client.get(url)
        with CaptureQueriesContext(connection) as kueri:
            client.get(url)
        assert len(kueri) <= BATAS_KUERI, url


def test_the_page_says_what_is_wrong_and_leads_to_the_field(bertemuan, sebagai):
    isi = sebagai("perencana_unit").get(alamat(bertemuan)["dokumen"]).text
    assert SALAH in isi
    assert "bidang=pernyataan#id_pernyataan" in isi


def test_who_only_reads_is_offered_nothing_to_do(bertemuan, sebagai):
    isi = sebagai("pengamat").get(alamat(bertemuan)["dokumen"]).text
    assert "Terima dengan alasan" not in isi


def test_filters_stand_in_the_address(bertemuan, sebagai):
    client = sebagai("perencana_unit")
    url = alamat(bertemuan)["dokumen"]
    assert SALAH in client.get(url + "?kode=POH001").text
    assert SALAH not in client.get(url + "?tingkat=galat&keadaan=semua&q=takada").text


def kirim(client, d, **isi):
    bawaan = {"kunci": kunci(client, d), "tahun": 2027, "alasan": "Dipakai pusat", "kembali": "/temuan/"}
    return client.post(reverse("temuan:akui", args=[d.dinkes.uid]), {**bawaan, **isi})


def kunci(client, d):
    kelompok = client.get(alamat(d)["dokumen"] + "?kode=POH001&keadaan=semua").context["kelompok"]
    return kelompok[0].butir[0].temuan.kunci


def test_a_finding_is_accepted_with_a_reason_and_taken_back(bertemuan, sebagai):
    client = sebagai("perencana_unit")
    kirim(client, bertemuan)
    assert SALAH not in client.get(alamat(bertemuan)["dokumen"] + "?kode=POH001").text
    pengakuan = PengakuanTemuan.objects.get()
    client.post(reverse("temuan:cabut", args=[pengakuan.uid]))
    assert SALAH in client.get(alamat(bertemuan)["dokumen"] + "?kode=POH001").text


def test_nothing_is_accepted_without_a_reason(bertemuan, sebagai):
    kirim(sebagai("perencana_unit"), bertemuan, alasan=" ")
    assert not PengakuanTemuan.objects.exists()


def test_what_no_longer_stands_is_not_accepted(bertemuan, sebagai):
    client = sebagai("perencana_unit")
    kirim(client, bertemuan, kunci="POH001:tidak-ada")
    assert not PengakuanTemuan.objects.exists()


def test_the_way_back_never_leaves_the_site(bertemuan, sebagai):
    jawaban = kirim(sebagai("perencana_unit"), bertemuan, kembali="https://jahat.example/")
    assert jawaban.headers["Location"] == reverse("temuan:unit", args=[bertemuan.dinkes.uid])


def test_a_reader_is_refused(bertemuan, sebagai):
    assert kirim(sebagai("pimpinan_unit"), bertemuan).status_code == 403


def test_a_cell_that_looks_like_a_formula_is_text(bertemuan, sebagai):
    buat_simpul(bertemuan.draf, jenis="sasaran", pernyataan="=Melaksanakan hal")
    isi = sebagai("perencana_unit").get(alamat(bertemuan)["csv"]).content.decode("utf-8-sig")
    assert ",=" not in isi
