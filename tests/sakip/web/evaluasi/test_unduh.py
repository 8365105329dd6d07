"""Downloads are for those who may see what is in them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse


def unduh(client, ev, nama, *args):
    return client.get(reverse(f"evaluasi:{nama}", args=[ev.dinkes.uid, *args]))


@pytest.mark.parametrize(("bentuk", "awal"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_draft_comes_as_a_file(ev, masuk, bentuk, awal):
    ev.bawa("draf_lhe")
    jawaban = unduh(masuk(ev.anggota("ketua")), ev, "lhe_unduh", bentuk)
    assert jawaban.content.startswith(awal)
    assert "attachment" in jawaban.headers["Content-Disposition"]


def test_the_unit_gets_the_report_when_the_draft_reaches_it(ev, sebagai):
    client = sebagai("perencana_unit")
    ev.bawa("draf_lhe")
    assert unduh(client, ev, "lhe_unduh", "docx").status_code == 403
    ev.bawa("tanggapan")
    assert unduh(client, ev, "lhe_unduh", "docx").status_code == 200


def test_another_form_does_not_exist(ev, masuk):
    assert unduh(masuk(ev.anggota("ketua")), ev, "lhe_unduh", "odt").status_code == 404


def test_the_sheet_comes_as_a_workbook(ev, masuk):
    assert unduh(masuk(ev.anggota("ketua")), ev, "lke_unduh").content.startswith(b"PK")


def test_all_sheets_come_as_one_workbook(ev, sebagai):
    url = reverse("evaluasi:rekap_unduh", args=[ev.evaluasi.uid])
    assert sebagai("apip").get(url).content.startswith(b"PK")
    assert sebagai("perencana_unit").get(url).status_code == 403


def test_a_downloaded_sheet_comes_back_filled(ev, masuk):
    """Unchanged it changes nothing; the page says so before anything is written."""
    ev.bawa("evaluasi")
    client = masuk(ev.anggota())
    isi = unduh(client, ev, "lke_unduh").content
    berkas = SimpleUploadedFile("lke.xlsx", isi)
    jawaban = client.post(reverse("evaluasi:impor", args=[ev.evaluasi.uid]), {"berkas": berkas}, follow=True)
    assert jawaban.status_code == 200
    assert "Isi berkas ini sudah tersimpan" in jawaban.text


def test_a_broken_file_is_told(ev, masuk):
    berkas = SimpleUploadedFile("lke.xlsx", b"bukan buku kerja")
    url = reverse("evaluasi:impor", args=[ev.evaluasi.uid])
    assert "tidak dapat dipakai" in masuk(ev.anggota()).post(url, {"berkas": berkas}).text


def test_importing_is_for_those_who_fill_sheets(ev, sebagai):
    assert sebagai("pengamat").get(reverse("evaluasi:impor", args=[ev.evaluasi.uid])).status_code == 403
