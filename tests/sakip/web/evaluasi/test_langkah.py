"""Steps of a sheet, the set-up of an evaluation, the LHE, objections, evidence and talk, through the pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import buat_lembar, isi_lembar
from tests.pabrik.files import PDF

from sakip.apps.evaluasi.models import (
    AnggotaTim,
    BuktiJawaban,
    Diskusi,
    Evaluasi,
    LembarKerja,
    PeranTim,
    Rekomendasi,
    Sanggah,
)

HTMX = {"HX-Request": "true"}


def url(nama, *args):
    return reverse(f"evaluasi:{nama}", args=args)


def langkah(client, ev, nama, **isi):
    return client.post(url("langkah", ev.dinkes.uid, nama), isi, follow=True)


def tahap(ev):
    return LembarKerja.objects.get(pk=ev.dinkes.pk).tahap


@pytest.fixture
def akun_dinkes(ev, sebagai):
    return sebagai("perencana_unit")


# --- steps ---------------------------------------------------------------------------------------


def test_the_team_sends_a_complete_sheet_on(ev, masuk):
    isi_lembar(ev.dinkes)
    jawaban = langkah(masuk(ev.anggota()), ev, "kirim_reviu")
    assert "Lembar kini pada tahap reviu" in jawaban.text
    assert tahap(ev) == "reviu"


def test_an_incomplete_sheet_stays_and_says_what_is_missing(ev, masuk):
    jawaban = langkah(masuk(ev.anggota()), ev, "kirim_reviu")
    assert "Belum lengkap" in jawaban.text
    assert tahap(ev) == "evaluasi"


def test_the_way_back_needs_a_reason(ev, masuk):
    client = masuk(ev.anggota())
    assert "Tulis alasannya" in langkah(client, ev, "kembalikan_mandiri").text
    langkah(client, ev, "kembalikan_mandiri", alasan="Bukti 1.a belum ada")
    assert tahap(ev) == "mandiri"


def test_only_the_buttons_of_ones_own_steps_are_shown(ev, masuk):
    isi = masuk(ev.anggota("pengawas")).get(url("lembar", ev.dinkes.uid)).text
    assert "Kirim ke pengawas" not in isi
    assert "Giliran anggota tim atau ketua tim" in isi


def test_a_step_of_somebody_else_is_refused(ev, masuk):
    assert masuk(ev.anggota("pengawas")).post(url("langkah", ev.dinkes.uid, "kirim_reviu")).status_code == 403


def test_an_unknown_step_does_not_exist(ev, masuk):
    assert masuk(ev.anggota()).post(url("langkah", ev.dinkes.uid, "terbang")).status_code == 404


def test_a_refused_answer_is_not_lost(ev, masuk):
    ev.bawa("reviu")
    langkah(masuk(ev.anggota("pengawas")), ev, "kirim_panel")
    jawaban = langkah(masuk(ev.anggota("pengawas")), ev, "kembalikan_evaluasi", alasan="Tulisan panjang saya")
    assert "Tulisan panjang saya" in jawaban.text


# --- set-up --------------------------------------------------------------------------------------


def test_an_evaluation_is_set_up_from_nothing(dunia, sebagai):
    client = sebagai("apip")
    isi = {
        "tahun": "2025",
        "instrumen_unit": "akip-88-2021-unit",
        "instrumen_instansi": "",
        "cara_gabung": "rata_klaster",
    }
    assert client.post(url("baru"), isi).status_code == 302
    evaluasi = Evaluasi.objects.get(instansi=dunia.instansi)
    client.post(url("tambah_lembar", evaluasi.uid))
    client.post(url("keadaan", evaluasi.uid, "berjalan"))
    evaluasi.refresh_from_db()
    assert evaluasi.status == "berjalan"
    assert evaluasi.lembar_set.count() == 2


def test_a_year_is_evaluated_once(ev, sebagai):
    isi = {"tahun": "2025", "instrumen_unit": "akip-88-2021-unit", "cara_gabung": "rata_klaster"}
    assert "sudah ada" in sebagai("apip").post(url("baru"), isi).text


def test_a_team_gets_its_members(ev, sebagai):
    client = sebagai("apip")
    client.post(url("tim_baru", ev.evaluasi.uid), {"nama": "Tim 2"})
    tim = ev.evaluasi.tim_set.get(nama="Tim 2")
    akun = ev.anggota("ketua")
    isi = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-pengguna": str(akun.uid),
        "form-0-peran": "ketua",
        "form-0-jabatan_teks": "Auditor Madya",
    }
    assert client.post(url("tim", ev.evaluasi.uid, tim.uid), isi).status_code == 302
    assert AnggotaTim.objects.get(tim=tim).peran == PeranTim.KETUA


def test_sheets_are_given_to_a_team(ev, sebagai):
    client = sebagai("apip")
    client.post(url("tim_baru", ev.evaluasi.uid), {"nama": "Tim 2"})
    tim = ev.evaluasi.tim_set.get(nama="Tim 2")
    client.post(url("tim_bagi", ev.evaluasi.uid), {"tim": tim.uid, "lembar": [ev.dinsos.uid]})
    assert LembarKerja.objects.get(pk=ev.dinsos.pk).tim_id == tim.pk


def test_giving_nothing_to_nobody_is_told(ev, sebagai):
    client = sebagai("apip")
    jawaban = client.post(url("tim_bagi", ev.evaluasi.uid), {"tim": ev.tim.uid, "lembar": ["x"]}, follow=True)
    assert "Pilih sekurangnya satu lembar" in jawaban.text


def test_a_window_is_set_and_reopened_with_a_reason(ev, sebagai):
    client = sebagai("apip")
    alamat = url("jendela", ev.evaluasi.uid, "mandiri")
    hari = {"buka": "2026-01-05", "tutup": "2026-01-31"}
    assert client.post(alamat, hari).status_code == 302
    assert "alasannya" in client.post(alamat, hari | {"tutup": "2026-02-28"}).text
    assert client.post(alamat, hari | {"tutup": "2026-02-28", "alasan": "Bencana"}).status_code == 302


def test_a_closed_window_is_said_on_the_page(ev, masuk, sebagai):
    sebagai("apip").post(
        url("jendela", ev.evaluasi.uid, "evaluasi"), {"buka": "2020-01-05", "tutup": "2020-01-31"}
    )
    isi = masuk(ev.anggota()).get(url("sub", ev.dinkes.uid, "1.a")).text
    assert "5 Januari 2020 sampai 31 Januari 2020" in isi


# --- evidence and talk ---------------------------------------------------------------------------


def test_evidence_is_taken_from_what_the_unit_has(ev, masuk):
    bukti = buat_bukti(ev.dunia.dinkes, judul="SK pedoman")
    client = masuk(ev.anggota())
    alamat = url("bukti", ev.dinkes.uid, "1.a.1")
    assert "SK pedoman" in client.get(alamat, {"q": "pedoman"}, headers=HTMX).text
    isi = client.post(alamat, {"bukti": bukti.uid, "halaman": "3-5"}, headers=HTMX).text
    assert 'id="bk-1-a-1" hx-swap-oob="true"' in isi
    assert BuktiJawaban.objects.get().halaman == "3-5"


def test_evidence_is_taken_off_again(ev, masuk):
    bukti = buat_bukti(ev.dunia.dinkes, judul="SK pedoman")
    client = masuk(ev.anggota())
    client.post(url("bukti", ev.dinkes.uid, "1.a.1"), {"bukti": bukti.uid})
    client.post(url("bukti_lepas", ev.dinkes.uid, "1.a.1", bukti.uid))
    assert BuktiJawaban.objects.get().dilepas_pada is not None


def test_the_unit_uploads_new_evidence_beside_a_criterion(ev, sebagai):
    client = sebagai("perencana_unit", unit=ev.dunia.dinsos)
    berkas = SimpleUploadedFile("sk.pdf", PDF)
    isi = {"berkas": berkas, "judul": "SK tim", "tanggal_bukti": "2025-02-01", "halaman": "2"}
    assert client.post(url("bukti", ev.dinsos.uid, "1.a.1"), isi, headers=HTMX).status_code == 200
    lampiran = BuktiJawaban.objects.get()
    assert (lampiran.bukti.judul, lampiran.bukti.berkas.nama, lampiran.halaman) == ("SK tim", "sk.pdf", "2")


def test_an_upload_without_a_file_says_so_and_attaches_nothing(ev, sebagai):
    client = sebagai("perencana_unit", unit=ev.dunia.dinsos)
    isi = client.post(url("bukti", ev.dinsos.uid, "1.a.1"), {"judul": "SK tim"}, headers=HTMX).text
    assert 'value="SK tim"' in isi
    assert "invalid-feedback" in isi or "s-galat" in isi or 'aria-invalid="true"' in isi
    assert not BuktiJawaban.objects.exists()


def test_an_evaluator_is_not_offered_to_upload_for_the_unit(ev, masuk):
    assert 'name="berkas"' not in masuk(ev.anggota()).get(url("bukti", ev.dinkes.uid, "1.a.1")).text


def test_another_units_evidence_is_not_offered(ev, masuk):
    buat_bukti(ev.dunia.dinsos, judul="Rahasia dinsos")
    assert "Rahasia dinsos" not in masuk(ev.anggota()).get(url("bukti", ev.dinkes.uid, "1.a.1")).text


def test_both_sides_talk_beside_an_item(ev, masuk, akun_dinkes):
    akun_dinkes.post(url("diskusi", ev.dinkes.uid, "1.a"), {"isi": "Buktinya menyusul"})
    client = masuk(ev.anggota())
    isi = client.get(url("diskusi", ev.dinkes.uid, "1.a"), headers=HTMX).text
    assert "Buktinya menyusul" in isi
    assert "<html" not in isi


def test_an_empty_message_is_refused(ev, akun_dinkes):
    akun_dinkes.post(url("diskusi", ev.dinkes.uid, "1.a"), {"isi": " "}, headers=HTMX)
    assert not Diskusi.objects.exists()


def test_the_history_of_an_answer_names_stage_and_reason(ev, masuk):
    ev.bawa("reviu", "B")
    isi = masuk(ev.anggota()).get(url("penelusuran", ev.dinkes.uid, "1.a"), headers=HTMX).text
    assert "Penilaian mandiri" in isi
    assert "Hasil telaah" in isi


# --- LHE and objections --------------------------------------------------------------------------


def test_the_ketua_writes_the_draft(ev, masuk):
    ev.bawa("draf_lhe")
    client = masuk(ev.anggota("ketua"))
    isi = {"kode": "1.a", "uraian": "Agar pohon kinerja dilengkapi."}
    assert client.post(url("rekomendasi_baru", ev.dinkes.uid), isi).status_code == 302
    client.post(url("lhe", ev.dinkes.uid), {"nomor": "700/9", "catatan_umum": "Membaik"})
    halaman = client.get(url("lhe", ev.dinkes.uid)).text
    assert "Agar pohon kinerja dilengkapi." in halaman
    assert "700/9" in halaman


def test_a_recommendation_is_reworded_and_removed(ev, masuk):
    ev.bawa("draf_lhe")
    client = masuk(ev.anggota("ketua"))
    client.post(url("rekomendasi_baru", ev.dinkes.uid), {"kode": "1.a", "uraian": "Agar A."})
    satu = Rekomendasi.objects.get(lembar=ev.dinkes)
    client.post(url("rekomendasi", ev.dinkes.uid, satu.uid), {"uraian": "Agar B."})
    assert Rekomendasi.objects.get(pk=satu.pk).uraian == "Agar B."
    client.post(url("rekomendasi_hapus", ev.dinkes.uid, satu.uid))
    assert not Rekomendasi.objects.filter(lembar=ev.dinkes).exists()


def test_the_unit_does_not_write_the_draft(ev, akun_dinkes):
    ev.bawa("tanggapan")
    assert akun_dinkes.get(url("rekomendasi_baru", ev.dinkes.uid)).status_code == 403
    assert akun_dinkes.post(url("lhe", ev.dinkes.uid), {"nomor": "1"}).status_code == 403


def test_the_unit_answers_the_draft(ev, akun_dinkes):
    ev.bawa("tanggapan")
    langkah(akun_dinkes, ev, "beri_tanggapan", alasan="Kami sependapat.")
    assert tahap(ev) == "reviu_teknis"
    assert Diskusi.objects.get(lembar=ev.dinkes).isi == "Kami sependapat."


def test_the_unit_objects_and_the_ruling_changes_the_result(ev, masuk, akun_dinkes):
    ev.bawa("sanggah", "B")
    isi = {"kode": "1.a", "nilai_diminta": "BB", "alasan": "Renaksi ada di lampiran"}
    assert akun_dinkes.post(url("sanggah", ev.dinkes.uid), isi).status_code == 302
    satu = Sanggah.objects.get()
    client = masuk(ev.anggota("penanggung_jawab"))
    putusan = {"diterima": "ya", "nilai_putusan": "BB", "putusan": "Terbukti"}
    assert client.post(url("sanggah_putus", ev.dinkes.uid, satu.uid), putusan).status_code == 302
    assert "70,60" in client.get(url("lembar", ev.dinkes.uid)).text


def test_an_objection_without_a_reason_stays_on_the_form(ev, akun_dinkes):
    ev.bawa("sanggah", "B")
    isi = akun_dinkes.post(url("sanggah", ev.dinkes.uid), {"kode": "1.a", "nilai_diminta": "BB"}).text
    assert 'aria-invalid="true"' in isi
    assert not Sanggah.objects.exists()


def test_only_the_one_who_signs_rules(ev, masuk, akun_dinkes):
    ev.bawa("sanggah", "B")
    akun_dinkes.post(url("sanggah", ev.dinkes.uid), {"kode": "1.a", "alasan": "Ada bukti"})
    satu = Sanggah.objects.get()
    client = masuk(ev.anggota("anggota"))
    putusan = {"diterima": "tidak", "putusan": "Tidak terbukti"}
    assert client.post(url("sanggah_putus", ev.dinkes.uid, satu.uid), putusan).status_code == 403


def test_a_sheet_of_the_government_itself_has_its_own_form(ev, sebagai):
    pemda = buat_lembar(ev.evaluasi, profil="instansi")
    assert sebagai("apip").get(url("sub", pemda.uid, "1.a")).status_code == 200
