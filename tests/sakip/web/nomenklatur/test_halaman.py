"""The pages of the nomenclature: who reads and keeps it, from the file to the mapping, all without scripts."""

import csv
import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.sakip.web.dunia import PERAN, bangun

from sakip.apps.perencanaan.models import ButirNomenklatur, PadananNomenklatur, VersiNomenklatur
from sakip.apps.perencanaan.services.nomenklatur import BarisButir, create_versi, import_butir
from sakip.apps.perencanaan.services.nomenklatur_padanan import add_padanan, match_versi
from sakip.platform.audit.models import Catatan
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.models import Impor, StatusImpor

BATAS_KUERI = 22
PENGELOLA = ("admin_instansi", "perencana_instansi")
LAMA = {
    "1": "Urusan wajib", "1.01": "Pendidikan", "1.01.02": "Program pendidikan", "1.01.02.2.01": "Sekolah dasar",
    "1.01.02.2.01.01": "Pembangunan ruang kelas", "1.01.02.2.01.02": "Pengadaan buku",
    "1.01.02.2.01.03": "Lomba melukis",
}  # fmt: skip
BARU = {
    "1": "Urusan wajib", "1.01": "Pendidikan", "1.01.02": "Program pendidikan dasar", "1.01.02.2.01": "Sekolah dasar",
    "1.01.02.2.01.0001": "Pembangunan ruang kelas", "1.01.02.2.01.0009": "Pengadaan buku",
    "1.01.02.2.01.0004": "Pelatihan guru",
}  # fmt: skip


def muat(instansi, kode, tahun, isi):
    versi = create_versi(
        instansi=instansi, kode=kode, nama=f"Nomenklatur {kode}", dasar="Kepmendagri",
        berlaku_mulai=date(tahun, 1, 1), by=None,
    )  # fmt: skip
    baris = [BarisButir(k, n) for k, n in isi.items()]
    if baris:
        import_butir(versi=versi, baris=baris, berkas="a.xlsx", isi=kode.encode(), by=None)
    return versi


@pytest.fixture
def nomen(dunia):
    dunia.lama = muat(dunia.instansi, "2021", 2021, LAMA)
    dunia.baru = muat(dunia.instansi, "2024", 2024, BARU)
    return dunia


def satu(versi, kode):
    return ButirNomenklatur.objects.get(versi=versi, kode_baku=kode)


def alamat(d):
    dua = [d.lama.uid, d.baru.uid]
    return {
        "daftar": reverse("nomenklatur:daftar"),
        "versi": reverse("nomenklatur:versi", args=[d.lama.uid]),
        "di": reverse("nomenklatur:versi", args=[d.lama.uid]) + "?di=1.01.02.2.01",
        "saring": reverse("nomenklatur:versi", args=[d.lama.uid]) + "?q=buku&jenis=sub_kegiatan",
        "butir": reverse("nomenklatur:butir", args=[d.lama.uid, "1.01.02.2.01.0002"]),
        "banding": reverse("nomenklatur:banding", args=dua),
        "csv": reverse("nomenklatur:banding", args=dua) + "?bentuk=csv",
        "xlsx": reverse("nomenklatur:banding", args=dua) + "?bentuk=xlsx",
        "cari": reverse("nomenklatur:cari") + "?q=buku",
    }


def alamat_tulis(d):
    return {
        "baru": reverse("nomenklatur:baru"),
        "unggah": reverse("nomenklatur:unggah", args=[d.lama.uid]),
        "urungkan": reverse("nomenklatur:urungkan", args=[d.lama.uid]),
        "otomatis": reverse("nomenklatur:otomatis", args=[d.lama.uid, d.baru.uid]),
        "tambah": reverse("nomenklatur:padanan_tambah", args=[d.lama.uid, "1.01"]),
        "ubah": reverse("nomenklatur:ubah", args=[d.lama.uid]),
        "hapus": reverse("nomenklatur:hapus", args=[d.lama.uid]),
    }


def buku(baris):
    wadah = io.BytesIO()
    dokumen = xlsxwriter.Workbook(wadah)
    lembar = dokumen.add_worksheet("Lampiran")
    for nomor, isi in enumerate([["Kode", "Nomenklatur"], *baris]):
        lembar.write_row(nomor, 0, isi)
    dokumen.close()
    return SimpleUploadedFile("lampiran.xlsx", wadah.getvalue())


def unggah(client, versi, baris):
    return client.post(reverse("nomenklatur:unggah", args=[versi.uid]), {"berkas": buku(baris)}, follow=True)


@pytest.mark.parametrize("peran", PERAN)
def test_every_role_reads_every_page(nomen, sebagai, peran):
    client = sebagai(peran)
    assert {n: client.get(u).status_code for n, u in alamat(nomen).items()} == dict.fromkeys(
        alamat(nomen), 200
    )


@pytest.mark.parametrize("peran", [satu for satu in PERAN if satu not in PENGELOLA])
def test_who_does_not_keep_it_may_not_write_and_is_shown_no_button(nomen, sebagai, peran):
    client = sebagai(peran)
    assert {client.post(u).status_code for u in alamat_tulis(nomen).values()} == {403}
    assert client.get(reverse("nomenklatur:tinjau", args=[nomen.lama.uid, nomen.baru.uid])).status_code == 403
    for nama in ("daftar", "versi", "butir", "banding"):
        teks = client.get(alamat(nomen)[nama]).content.decode()
        assert not any(url in teks for url in alamat_tulis(nomen).values())


@pytest.mark.parametrize("peran", PENGELOLA)
def test_who_keeps_it_opens_the_forms(nomen, sebagai, peran):
    client = sebagai(peran)
    tinjau = reverse("nomenklatur:tinjau", args=[nomen.lama.uid, nomen.baru.uid])
    for url in (alamat_tulis(nomen)["baru"], alamat_tulis(nomen)["unggah"], tinjau):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("nama", ["daftar", "versi", "di", "saring", "butir", "banding", "cari"])
def test_a_page_asks_the_database_a_bounded_number_of_times(nomen, sebagai, nama):
    match_versi(dari=nomen.lama, ke=nomen.baru, by=None)
    client = sebagai("perencana_instansi")
    with CaptureQueriesContext(connection) as kueri:
        client.get(alamat(nomen)[nama])
    assert len(kueri) <= BATAS_KUERI


def test_the_lists_of_another_government_do_not_exist(nomen, client):
    padanan = add_padanan(dari=satu(nomen.lama, "1"), ke=satu(nomen.baru, "1"), by=None)
    impor = Impor.objects.filter(instansi=nomen.instansi).first()
    client.force_login(buat_pengguna("admin_instansi", instansi=bangun(nama="Kota Tetangga").instansi))
    baca = [u for n, u in alamat(nomen).items() if n not in ("daftar", "cari")]
    assert {client.get(u).status_code for u in [*baca, reverse("nomenklatur:impor", args=[impor.uid])]} == {
        404
    }
    tulis = [u for n, u in alamat_tulis(nomen).items() if n != "baru"]
    tulis += [
        reverse("nomenklatur:terapkan", args=[impor.uid]),
        reverse("nomenklatur:padanan_hapus", args=[padanan.pk]),
    ]
    assert {client.post(u).status_code for u in tulis} == {404}
    assert client.get(alamat(nomen)["cari"]).json() == {"versi": None, "butir": []}
    assert "Nomenklatur 2021" not in client.get(alamat(nomen)["daftar"]).content.decode()


def test_an_empty_list_of_versions_teaches_the_first_step(dunia, sebagai):
    teks = sebagai("admin_instansi").get(reverse("nomenklatur:daftar")).content.decode()
    assert "Belum ada nomenklatur" in teks
    assert reverse("nomenklatur:baru") in teks


def test_a_version_is_made_and_its_file_is_asked_for_next(dunia, sebagai):
    isi = {"kode": "2024", "nama": "Versi", "dasar": "Kepmendagri", "berlaku_mulai": "2024-01-01"}
    jawab = sebagai("admin_instansi").post(reverse("nomenklatur:baru"), isi)
    versi = VersiNomenklatur.objects.get()
    assert (versi.instansi, jawab["Location"]) == (
        dunia.instansi, reverse("nomenklatur:unggah", args=[versi.uid]),
    )  # fmt: skip


def test_a_code_that_is_taken_is_said_beside_its_field(nomen, sebagai):
    isi = {"kode": "2024", "nama": "Lagi", "dasar": "x", "berlaku_mulai": "2025-01-01"}
    jawab = sebagai("admin_instansi").post(reverse("nomenklatur:baru"), isi)
    assert "kode" in jawab.context["form"].errors


def test_a_file_is_previewed_applied_and_taken_back(dunia, sebagai):
    client, versi = sebagai("perencana_instansi"), muat(dunia.instansi, "2024", 2024, {})
    unggah(client, versi, [["1", "Urusan"], ["1.01", "Bidang"]])
    impor = Impor.objects.get(bentuk="nomenklatur")
    assert (impor.status, impor.ringkasan["dibuat"], versi.butir_set.count()) == (StatusImpor.PRATINJAU, 2, 0)
    assert impor.berkas.sha256 == impor.sha256
    client.post(reverse("nomenklatur:terapkan", args=[impor.uid]))
    assert versi.butir_set.count() == 2
    client.post(reverse("nomenklatur:urungkan", args=[versi.uid]))
    impor.refresh_from_db()
    assert (impor.status, versi.butir_set.count()) == (StatusImpor.DIURUNGKAN, 0)


def test_a_preview_is_applied_once(dunia, sebagai):
    client, versi = sebagai("perencana_instansi"), muat(dunia.instansi, "2024", 2024, {})
    unggah(client, versi, [["1", "Urusan"]])
    url = reverse("nomenklatur:terapkan", args=[Impor.objects.get().uid])
    client.post(url)
    assert "Impor ini sudah selesai" in client.post(url, follow=True).content.decode()
    assert Catatan.objects.filter(aksi="perencanaan.nomenklatur.diimpor").count() == 1


def test_errors_are_shown_by_sheet_and_cell_and_block_the_whole_file(dunia, sebagai):
    client, versi = sebagai("perencana_instansi"), muat(dunia.instansi, "2024", 2024, {})
    jawab = unggah(client, versi, [["1", "Urusan"], ["1.1.2", "Salah"], ["1.02", ""]])
    teks, impor = jawab.content.decode(), Impor.objects.get()
    assert [(p.lembar, p.tempat) for p in jawab.context["page"]] == [("Lampiran", "A3"), ("Lampiran", "B4")]
    assert reverse("nomenklatur:terapkan", args=[impor.uid]) not in teks
    client.post(reverse("nomenklatur:terapkan", args=[impor.uid]))
    assert versi.butir_set.count() == 0


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"PK\x03\x04rusak", "buku kerja .xlsx yang utuh"),
        (b" ", "Berkas a.csv kosong"),
        (b"Nomor,Judul\n1,x\n", "tidak memuat tabel nomenklatur"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_reason(dunia, sebagai, isi, kata):
    versi = muat(dunia.instansi, "2024", 2024, {})
    nama = "a.xlsx" if isi[:2] == b"PK" else "a.csv"
    url = reverse("nomenklatur:unggah", args=[versi.uid])
    jawab = sebagai("admin_instansi").post(url, {"berkas": SimpleUploadedFile(nama, isi)})
    assert jawab.status_code == 200
    assert kata in jawab.content.decode()
    assert not Impor.objects.exists()


def test_a_file_that_is_too_large_is_refused(dunia, sebagai, settings):
    settings.UPLOAD_MAX_BYTES = 1024
    versi = muat(dunia.instansi, "2024", 2024, {})
    url = reverse("nomenklatur:unggah", args=[versi.uid])
    jawab = sebagai("admin_instansi").post(url, {"berkas": SimpleUploadedFile("a.csv", b"x" * 2000)})
    assert "melebihi batas" in str(jawab.context["form"].errors["berkas"])


def test_undo_is_refused_while_an_entry_is_mapped(nomen, sebagai):
    add_padanan(dari=satu(nomen.lama, "1.01"), ke=satu(nomen.baru, "1.01"), by=None)
    jawab = sebagai("admin_instansi").post(alamat_tulis(nomen)["urungkan"], follow=True)
    assert "sudah dipadankan" in jawab.content.decode()
    assert nomen.lama.butir_set.count() == len(LAMA)


def test_the_tree_is_walked_by_links(nomen, sebagai):
    client, akar = sebagai("pengamat"), alamat(nomen)["versi"]
    jawab = client.get(akar)
    for kode in ("1", "1.01", "1.01.02", "1.01.02.2.01"):
        assert f'href="{akar}?di={kode}"' in jawab.content.decode()
        jawab = client.get(f"{akar}?di={kode}")
    assert [b.nama for b in jawab.context["page"]] == [
        "Pembangunan ruang kelas", "Pengadaan buku", "Lomba melukis",
    ]  # fmt: skip


def test_search_keeps_its_words_in_the_address_and_finds_either_width(nomen, sebagai):
    client = sebagai("pengamat")
    jawab = client.get(alamat(nomen)["saring"])
    assert [b.nama for b in jawab.context["page"]] == ["Pengadaan buku"]
    assert list(jawab.context["keping"]) == ["q", "jenis"]
    url = reverse("nomenklatur:versi", args=[nomen.baru.uid]) + "?q=1.01.02.2.01.09"
    assert [b.kode for b in client.get(url).context["page"]] == ["1.01.02.2.01.0009"]


def test_an_entry_shows_both_widths_of_its_code(nomen, sebagai):
    teks = sebagai("pengamat").get(alamat(nomen)["butir"]).content.decode()
    assert "<dd>1.01.02.2.01.0002</dd>" in teks
    assert "<dd>1.01.02.2.01.02</dd>" in teks


def test_an_unknown_code_does_not_exist(nomen, sebagai):
    client = sebagai("pengamat")
    assert client.get(reverse("nomenklatur:butir", args=[nomen.lama.uid, "9.99"])).status_code == 404
    assert client.get(alamat(nomen)["versi"] + "?di=9.99").status_code == 404


@pytest.mark.parametrize(
    ("keadaan", "nama"),
    [
        ("baru", ["Pelatihan guru"]),
        ("hilang", ["Lomba melukis"]),
        ("ganti_nama", ["Program pendidikan"]),
        ("ganti_kode", ["Pengadaan buku"]),
        ("", ["Pelatihan guru", "Program pendidikan", "Pengadaan buku", "Lomba melukis"]),
    ],
)
def test_the_comparison_says_what_is_new_gone_renamed_and_recoded(nomen, sebagai, keadaan, nama):
    jawab = sebagai("pengamat").get(alamat(nomen)["banding"], {"keadaan": keadaan})
    assert {b.utama.nama for b, _nama in jawab.context["baris"]} == set(nama)


def test_the_older_list_always_stands_first(nomen, sebagai):
    terbalik = reverse("nomenklatur:banding", args=[nomen.baru.uid, nomen.lama.uid])
    assert sebagai("pengamat").get(terbalik)["Location"] == alamat(nomen)["banding"]


def test_the_choice_of_two_lists_leads_to_their_comparison(nomen, sebagai):
    client, url = sebagai("pengamat"), reverse("nomenklatur:pilih")
    jawab = client.get(url, {"dari": nomen.lama.uid, "ke": nomen.baru.uid})
    assert jawab["Location"] == alamat(nomen)["banding"]
    assert client.get(url, {"dari": "x", "ke": "y"})["Location"] == reverse("nomenklatur:daftar")


def test_the_comparison_is_downloaded_as_it_is_filtered(nomen, sebagai):
    client = sebagai("pengamat")
    isi = client.get(alamat(nomen)["csv"] + "&keadaan=ganti_kode").content.decode("utf-8-sig")
    assert [b[2:6] for b in csv.reader(io.StringIO(isi))][1:] == [
        ["1.01.02.2.01.02", "Pengadaan buku", "1.01.02.2.01.0009", "Pengadaan buku"]
    ]
    lembar = read_buku(client.get(alamat(nomen)["xlsx"]).content, "banding.xlsx").lembar
    assert "Pelatihan guru" in str([satu.baris for satu in lembar])


def test_a_formula_in_a_name_stays_text(nomen, sebagai):
    nomen.baru.butir_set.filter(kode_baku="1.01.02.2.01.0004").update(nama="=1+1")
    isi = sebagai("pengamat").get(alamat(nomen)["csv"]).content.decode("utf-8-sig")
    assert "'=1+1" in isi


def test_what_is_plain_is_mapped_and_the_rest_is_reviewed(nomen, sebagai):
    jawab = sebagai("perencana_instansi").post(alamat_tulis(nomen)["otomatis"], follow=True)
    assert [b.nama for b, _usul in jawab.context["baris"]] == ["Lomba melukis"]
    assert PadananNomenklatur.objects.count() == len(LAMA) - 1


def test_a_suggestion_is_taken_and_leads_back_to_the_review(nomen, sebagai):
    client = sebagai("perencana_instansi")
    tinjau = reverse("nomenklatur:tinjau", args=[nomen.lama.uid, nomen.baru.uid])
    usul = {b.kode_baku: u for b, u in client.get(tinjau).context["baris"]}["1.01.02"]
    isi = {"versi": str(nomen.baru.uid), "kode": usul.kode_baku, "kembali": tinjau}
    url = reverse("nomenklatur:padanan_tambah", args=[nomen.lama.uid, "1.01.02"])
    assert client.post(url, isi)["Location"] == tinjau
    assert PadananNomenklatur.objects.get().ke.nama == "Program pendidikan dasar"


@pytest.mark.parametrize(
    ("kode", "kata"), [("9.99", "tidak ada di versi"), ("1", "setingkat"), ("", "kosong")]
)
def test_a_mapping_that_cannot_be_is_said_beside_the_code(nomen, sebagai, kode, kata):
    isi = {"versi": str(nomen.baru.uid), "kode": kode}
    jawab = sebagai("perencana_instansi").post(alamat_tulis(nomen)["tambah"], isi)
    assert kata in str(jawab.context["form"].errors["kode"])
    assert not PadananNomenklatur.objects.exists()


def test_a_mapping_is_removed_from_the_page_of_its_entry(nomen, sebagai):
    padanan = add_padanan(dari=satu(nomen.lama, "1.01"), ke=satu(nomen.baru, "1.01"), by=None)
    url, client = reverse("nomenklatur:padanan_hapus", args=[padanan.pk]), sebagai("perencana_instansi")
    halaman = reverse("nomenklatur:butir", args=[nomen.baru.uid, "1.01"])
    assert url in client.get(halaman).content.decode()
    client.post(url)
    assert not PadananNomenklatur.objects.exists()


def test_the_way_back_never_leaves_the_site(nomen, sebagai):
    isi = {"versi": str(nomen.baru.uid), "kode": "1.01", "kembali": "//jahat.example/"}
    jawab = sebagai("perencana_instansi").post(alamat_tulis(nomen)["tambah"], isi)
    assert jawab["Location"] == reverse("nomenklatur:butir", args=[nomen.lama.uid, "1.01"])


def test_the_search_for_fields_reads_the_list_in_force_on_a_day(nomen, sebagai):
    client, url = sebagai("perencana_unit"), reverse("nomenklatur:cari")
    dulu = client.get(url, {"q": "buku", "pada": "2022-06-01"}).json()
    kini = client.get(url, {"q": "buku", "jenis": "sub_kegiatan"}).json()
    assert (dulu["versi"]["kode"], [b["kode"] for b in dulu["butir"]]) == ("2021", ["1.01.02.2.01.02"])
    assert (kini["versi"]["kode"], [b["kode"] for b in kini["butir"]]) == ("2024", ["1.01.02.2.01.0009"])
    assert client.get(url, {"q": "buku", "jenis": "kegiatan"}).json()["butir"] == []


def test_the_search_for_fields_gives_twenty_at_most_and_nothing_for_nothing(dunia, sebagai):
    muat(dunia.instansi, "2024", 2024, {f"1.01.02.2.01.{n:04}": f"Sub {n}" for n in range(1, 31)})
    client, url = sebagai("perencana_unit"), reverse("nomenklatur:cari")
    assert len(client.get(url, {"q": "sub"}).json()["butir"]) == 20
    assert client.get(url).json()["butir"] == []


@pytest.mark.parametrize(("kunci", "nilai"), [("pada", "kemarin"), ("jenis", "kecamatan")])
def test_the_search_for_fields_refuses_what_it_cannot_read(nomen, sebagai, kunci, nilai):
    jawab = sebagai("perencana_unit").get(reverse("nomenklatur:cari"), {"q": "a", kunci: nilai})
    assert (jawab.status_code, jawab.json()["bidang"]) == (400, kunci)


def test_a_field_of_a_form_gets_options_and_what_its_code_means(nomen, sebagai):
    url, htmx = reverse("nomenklatur:cari"), {"HX-Request": "true"}
    teks = sebagai("perencana_unit").get(url, {"kode": "1.01.02"}, headers=htmx).content.decode()
    assert '<option value="1.01.02.2.01.0009">Pengadaan buku</option>' in teks
    assert "Menurut Nomenklatur 2024: Program pendidikan dasar" in teks


def test_a_field_is_told_that_no_code_is_like_it(nomen, sebagai):
    url, htmx = reverse("nomenklatur:cari"), {"HX-Request": "true"}
    teks = sebagai("perencana_unit").get(url, {"kode": "9.99"}, headers=htmx).content.decode()
    assert "Tidak ada kode atau nama seperti ini pada Nomenklatur 2024." in teks
    assert "<option" not in teks


def test_a_level_without_codes_is_offered_none(nomen, sebagai):
    url, htmx = reverse("nomenklatur:cari"), {"HX-Request": "true"}
    jawab = sebagai("perencana_unit").get(url, {"kode": "buku", "jenis": "sasaran"}, headers=htmx)
    assert (jawab.status_code, "<option" in jawab.content.decode()) == (200, False)


def test_a_list_is_called_otherwise_on_its_page(nomen, sebagai):
    isi = {"kode": "2021a", "nama": "Daftar 2021", "dasar": "Kepmendagri lama"}
    jawab = sebagai("perencana_instansi").post(alamat_tulis(nomen)["ubah"], isi, follow=True)
    nomen.lama.refresh_from_db()
    assert (nomen.lama.kode, nomen.lama.nama) == ("2021a", "Daftar 2021")
    assert "Perubahan tersimpan." in jawab.content.decode()


def test_a_code_of_another_list_is_refused_beside_its_field(nomen, sebagai):
    isi = {"kode": "2024", "nama": "Daftar 2021", "dasar": "Kepmendagri lama"}
    jawab = sebagai("perencana_instansi").post(alamat_tulis(nomen)["ubah"], isi)
    assert "sudah ada" in str(jawab.context["form"].errors["kode"])


def test_an_unused_list_is_removed(nomen, sebagai):
    jawab = sebagai("perencana_instansi").post(alamat_tulis(nomen)["hapus"], follow=True)
    assert "Nomenklatur 2021 dihapus." in jawab.content.decode()
    assert list(VersiNomenklatur.objects.values_list("kode", flat=True)) == ["2024"]


def test_a_mapped_list_says_what_uses_it_and_stays(nomen, sebagai):
    match_versi(dari=nomen.lama, ke=nomen.baru, by=None)
    client, halaman = sebagai("perencana_instansi"), alamat(nomen)["versi"]
    assert alamat_tulis(nomen)["hapus"] not in client.get(halaman).content.decode()
    teks = client.post(alamat_tulis(nomen)["hapus"], follow=True).content.decode()
    assert "tidak dapat dihapus karena dipakai: 6 padanan dengan versi lain." in teks
    assert VersiNomenklatur.objects.count() == 2


def test_a_list_leads_to_the_comparison_with_the_one_before(nomen, sebagai):
    teks = sebagai("pengamat").get(reverse("nomenklatur:versi", args=[nomen.baru.uid])).content.decode()
    assert alamat(nomen)["banding"] in teks
