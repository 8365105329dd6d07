"""The dictionary, the IKU decrees and the matrix: who reads and writes them, and what an edit becomes."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_jabatan
from tests.sakip.web.dunia import PERAN, bangun

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.services import update_indikator
from sakip.apps.perencanaan.aspek import infer_aspek
from sakip.apps.perencanaan.models import Dokumen, PeranHasil, SimpulIndikator
from sakip.apps.perencanaan.selectors.iku import calon_iku
from sakip.apps.perencanaan.services import activate_dokumen
from sakip.apps.perencanaan.services.iku import choose_iku, create_iku
from sakip.platform.lembar.baca import read_buku

BATAS_KUERI = 25


@pytest.fixture
def lengkap(dunia):
    """DINKES with a head, a post below it, and an IKU decree in force of one indicator."""
    dunia.kepala = buat_jabatan(dunia.dinkes, nama="Kepala Dinas", eselon="II.b", kepala=True)
    dunia.kabid = buat_jabatan(dunia.dinkes, nama="Kepala Bidang", eselon="III.b", atasan=dunia.kepala)
    dunia.iku = create_iku(
        unit=dunia.dinkes, nama="IKU Dinkes", tahun_mulai=2025, tahun_selesai=2029, by=None
    )
    calon = [s for s in calon_iku(dunia.iku) if s.indikator == dunia.imunisasi]
    choose_iku(dokumen=dunia.iku, pilihan=calon, alasan="Pelayanan dasar", by=None)
    activate_dokumen(dokumen=dunia.iku, by=None, ditetapkan_pada=date(2025, 2, 1))
    return dunia


def alamat(d):
    return {
        "daftar": reverse("kamus:daftar"),
        "rinci": reverse("kamus:rinci", args=[d.stunting.uid]),
        "unduh": reverse("kamus:unduh"),
        "peran": reverse("peran:daftar"),
        "matriks": reverse("peran:matriks", args=[d.dinkes.uid, 2025]),
        "skp": reverse("peran:unduh", args=[d.dinkes.uid, 2025]),
        "iku": reverse("iku:daftar"),
        "iku_rinci": reverse("iku:rinci", args=[d.iku.uid]),
        "iku_unduh": reverse("iku:unduh", args=[d.iku.uid]),
    }


def isian(client, url, **ubah):
    """The form of a page as a browser would send it back, with some fields changed."""
    form = client.get(url).context["form"]
    isi = {nama: form[nama].value() for nama in form.fields}
    return {k: v for k, v in {**isi, **ubah}.items() if v is not None}


@pytest.mark.parametrize("peran", PERAN)
def test_every_role_reads_dictionary_decrees_and_matrix(lengkap, sebagai, peran):
    client = sebagai(peran)
    assert {nama: client.get(url).status_code for nama, url in alamat(lengkap).items()} == dict.fromkeys(
        alamat(lengkap), 200
    )


@pytest.mark.parametrize("nama", ["daftar", "rinci", "matriks", "iku", "iku_rinci"])
def test_a_page_asks_the_database_a_bounded_number_of_times(lengkap, sebagai, nama):
    client = sebagai("perencana_unit")
    with CaptureQueriesContext(connection) as kueri:
        client.get(alamat(lengkap)[nama])
    assert len(kueri) <= BATAS_KUERI


def test_the_dictionary_of_another_government_does_not_exist(lengkap, client):
    lain = bangun(nama="Kota Tetangga")
    client.force_login(buat_pengguna("perencana_instansi", instansi=lain.instansi))
    for nama in ("rinci", "matriks", "skp", "iku_rinci", "iku_unduh"):
        assert client.get(alamat(lengkap)[nama]).status_code == 404
    assert client.get(reverse("kamus:ubah", args=[lengkap.stunting.uid])).status_code == 404


@pytest.mark.parametrize("peran", ["pimpinan_unit", "apip", "walidata", "pengamat"])
def test_who_does_not_plan_may_not_edit(lengkap, sebagai, peran):
    client = sebagai(peran)
    for url in (
        reverse("kamus:baru"),
        reverse("kamus:ubah", args=[lengkap.stunting.uid]),
        reverse("iku:baru"),
    ):
        assert client.get(url).status_code == 403


def test_a_new_indicator_leads_back_to_where_it_was_asked_for(dunia, sebagai):
    client = sebagai("perencana_unit")
    url = reverse("kamus:baru")
    isi = isian(client, url, unit=str(dunia.dinkes.uid), kode="X-1", nama="Persentase ibu sehat")
    jawab = client.post(
        url, {**isi, "kembali": "/rencana/", "satuan_baru": "persen", "var-0-nama": "ibu sehat"}
    )
    assert jawab.status_code == 302
    assert jawab["Location"] == "/rencana/"
    assert Indikator.objects.get(kode="X-1").versi.get().variabel == ["ibu sehat"]


@pytest.mark.parametrize("tujuan", ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)"])
def test_the_way_back_never_leaves_the_site(dunia, sebagai, tujuan):
    client = sebagai("perencana_unit")
    url = reverse("kamus:baru")
    isi = isian(client, url, unit=str(dunia.dinkes.uid), kode="X-2", nama="Persentase ibu sehat")
    jawab = client.post(url, {**isi, "kembali": tujuan})
    assert jawab["Location"] == reverse("kamus:rinci", args=[Indikator.objects.get(kode="X-2").uid])


def test_a_better_wording_keeps_the_identity(dunia, sebagai):
    client = sebagai("perencana_unit")
    url = reverse("kamus:ubah", args=[dunia.stunting.uid])
    isi = isian(
        client, url, perubahan="ejaan", nama="Balita yang sehat", alasan_ubah="ejaan", sejak="2026-01-01"
    )
    assert client.post(url, isi).status_code == 302
    assert list(dunia.stunting.versi.values_list("nama", flat=True)) == ["Balita sehat", "Balita yang sehat"]


def test_another_polarity_is_not_taken_for_a_spelling(dunia, sebagai):
    client = sebagai("perencana_unit")
    url = reverse("kamus:ubah", args=[dunia.stunting.uid])
    isi = isian(client, url, perubahan="ejaan", polaritas="min", alasan_ubah="ejaan", sejak="2026-01-01")
    jawab = client.post(url, isi)
    assert "polaritas" in jawab.context["form"].errors
    assert dunia.stunting.versi.count() == 1


def test_another_meaning_makes_a_successor(dunia, sebagai):
    client = sebagai("perencana_unit")
    url = reverse("kamus:ubah", args=[dunia.stunting.uid])
    isi = isian(
        client, url, perubahan="baru", kode="X-3", polaritas="min", alasan_ubah="makna", sejak="2026-01-01"
    )
    assert client.post(url, isi).status_code == 302
    assert Indikator.objects.get(kode="X-3").pengganti_dari == dunia.stunting


def test_an_edit_of_what_somebody_else_changed_meanwhile_is_refused(dunia, sebagai):
    client = sebagai("perencana_unit")
    url = reverse("kamus:ubah", args=[dunia.stunting.uid])
    isi = isian(client, url, perubahan="ejaan", nama="Milik saya", alasan_ubah="a", sejak="2026-01-01")
    dunia.stunting.versi.update(nama="Milik orang lain")
    jawab = client.post(url, isi)
    assert "Milik orang lain" in jawab.content.decode()
    assert dunia.stunting.versi.get().nama == "Milik orang lain"


def test_a_preview_shows_the_words_that_change_and_writes_nothing(dunia, sebagai):
    client = sebagai("perencana_unit")
    url = reverse("kamus:ubah", args=[dunia.stunting.uid])
    isi = isian(
        client, url, perubahan="ejaan", nama="Balita gizi", alasan_ubah="a", sejak="2026-01-01", tinjau="1"
    )
    teks = client.post(url, isi).content.decode()
    assert "<del>sehat</del>" in teks
    assert "<ins>gizi</ins>" in teks
    assert dunia.stunting.versi.count() == 1


def test_example_numbers_are_counted_by_the_engine(dunia, sebagai):
    isi = {
        "nama": "Persentase ibu sehat", "polaritas": "maks", "pengali": "100", "contoh_target": "50",
        "var-0-nama": "a", "var-0-contoh": "12", "var-1-nama": "b", "var-1-contoh": "16",
    }  # fmt: skip
    teks = sebagai("perencana_unit").post(reverse("kamus:coba"), isi).content.decode()
    assert "<dd>75</dd>" in teks
    assert "150,00%" in teks


TIGA = {
    "nama": "Persentase lulus", "polaritas": "maks", "pengali": "100", "ungkapan": "(paket B + paket C) ÷ peserta",
    "var-0-nama": "paket B", "var-0-satuan": "Orang", "var-0-sumber": "Dapodik", "var-0-contoh": "3",
    "var-1-nama": "paket C", "var-1-contoh": "1", "var-4-nama": "peserta", "var-4-contoh": "1.000",
}  # fmt: skip


def test_a_formula_of_three_variables_is_worked_out_in_ones_own_numbers(dunia, sebagai):
    teks = sebagai("perencana_unit").post(reverse("kamus:coba"), TIGA).content.decode()
    assert "<dd>(3 + 1) ÷ 1.000 × 100</dd>" in teks
    assert "<dd>0,4</dd>" in teks


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"ungkapan": "(paket B + paket C) ÷ tamu"}, "Variabel “tamu” belum ada"),
        ({"ungkapan": "paket B ÷ peserta"}, "“paket C” tidak dipakai"),
        ({"var-4-contoh": "0"}, "Penyebut bernilai nol"),
    ],
)
def test_a_formula_that_gives_nothing_says_why(dunia, sebagai, ubah, kata):
    teks = sebagai("perencana_unit").post(reverse("kamus:coba"), {**TIGA, **ubah}).content.decode()
    assert kata in teks
    assert "Nilai dari variabel" not in teks


def test_variables_are_kept_with_their_unit_and_source(dunia, sebagai):
    client, url = sebagai("perencana_unit"), reverse("kamus:baru")
    client.post(url, {**isian(client, url), **TIGA, "unit": str(dunia.dinkes.uid), "kode": "X-3"})
    versi = Indikator.objects.get(kode="X-3").versi.get()
    assert versi.variabel == [
        {"nama": "paket B", "satuan": "Orang", "sumber": "Dapodik"}, "paket C", "peserta",
    ]  # fmt: skip
    rinci = client.get(reverse("kamus:rinci", args=[versi.indikator.uid])).content.decode()
    assert "paket B (Orang; Dapodik), paket C, peserta" in rinci


def test_more_than_two_variables_ask_for_a_formula(dunia, sebagai):
    client, url = sebagai("perencana_unit"), reverse("kamus:baru")
    isi = {**isian(client, url), **TIGA, "ungkapan": "", "unit": str(dunia.dinkes.uid), "kode": "X-3"}
    teks = client.post(url, isi).content.decode()
    assert "Lebih dari dua variabel: tulis rumus hitungnya." in teks


def test_more_rows_are_added_without_losing_what_was_typed(dunia, sebagai):
    client, url = sebagai("perencana_unit"), reverse("kamus:baru")
    teks = client.post(url, {**isian(client, url), **TIGA, "tambah": "1"}).content.decode()
    assert 'name="var-6-nama"' in teks
    assert 'value="Dapodik"' in teks
    assert "Isian ini wajib" not in teks
    assert "s-galat-bidang" not in teks
    assert not Indikator.objects.filter(kode="X-3").exists()


def test_a_name_that_counts_activities_is_pointed_out(dunia, sebagai):
    isi = {"nama": "Jumlah sosialisasi yang dilaksanakan", "polaritas": "maks"}
    teks = sebagai("perencana_unit").post(reverse("kamus:coba"), isi).content.decode()
    assert reverse("temuan:aturan", args=["IND004"]) in teks


def test_the_list_finds_entries_that_lack_something(dunia, sebagai):
    client = sebagai("perencana_unit")
    assert client.get(reverse("kamus:daftar") + "?kurang=on").context["jumlah"] == 3
    assert client.get(reverse("kamus:daftar") + "?q=imunisasi").context["jumlah"] == 1
    assert client.get(reverse("kamus:daftar") + "?iku=ya").context["jumlah"] == 1


def lepas_tanda(d):
    """Someone corrects the dictionary by hand, against the decree in force."""
    update_indikator(indikator=d.imunisasi, sejak=date(2025, 2, 1), by=None, is_iku=False)


def test_a_decree_put_in_force_marks_the_dictionary(lengkap):
    terakhir = lengkap.imunisasi.versi.order_by("-berlaku_mulai").first()
    assert (terakhir.is_iku, terakhir.berlaku_mulai) == (True, date(2025, 2, 1))


def test_the_dictionary_follows_the_decree_again(lengkap, sebagai):
    lepas_tanda(lengkap)
    sebagai("perencana_instansi").post(reverse("iku:terapkan", args=[lengkap.iku.uid]))
    terakhir = lengkap.imunisasi.versi.order_by("-berlaku_mulai").first()
    assert (terakhir.is_iku, terakhir.berlaku_mulai) == (True, date(2025, 2, 1))


def test_a_unit_does_not_mark_its_own_iku(lengkap, sebagai):
    lepas_tanda(lengkap)
    sebagai("perencana_unit").post(reverse("iku:terapkan", args=[lengkap.iku.uid]))
    assert not lengkap.imunisasi.versi.filter(is_iku=True).exists()


def test_a_draft_takes_rows_of_the_plan_with_reason_and_target(dunia, sebagai):
    client = sebagai("perencana_unit")
    isi = {"unit": str(dunia.dinkes.uid), "nama": "IKU", "tahun_mulai": 2025, "tahun_selesai": 2026}
    client.post(reverse("iku:baru"), isi)
    dokumen = Dokumen.objects.get(jenis="iku")
    pilihan = client.get(reverse("iku:rinci", args=[dokumen.uid])).context["form"].baris
    client.post(
        reverse("iku:pilih", args=[dokumen.uid]), {"indikator": list(pilihan), "alasan": "Amanat RPJMD"}
    )
    tautan = SimpulIndikator.objects.filter(simpul__dokumen=dokumen)
    assert {satu.alasan for satu in tautan} == {"Amanat RPJMD"}
    assert dokumen.target_set.filter(tahun=2025).count() == 3


@pytest.fixture
def draf(dunia):
    """A draft decree of one indicator, and the link that carries its reason."""
    dokumen = create_iku(unit=dunia.dinkes, nama="IKU Dinkes", tahun_mulai=2025, tahun_selesai=2029, by=None)
    calon = [s for s in calon_iku(dokumen) if s.indikator == dunia.imunisasi]
    choose_iku(dokumen=dokumen, pilihan=calon, alasan="Pelayanan dasar", by=None)
    return SimpulIndikator.objects.get(simpul__dokumen=dokumen)


def _alasan(tautan):
    return reverse("iku:alasan", args=[tautan.simpul.dokumen.uid, tautan.pk])


@pytest.mark.parametrize(
    ("peran", "teks", "sesudah"),
    [
        ("perencana_unit", "Amanat RPJMD", "Amanat RPJMD"),
        ("perencana_unit", "  ", "Pelayanan dasar"),
        ("apip", "Amanat RPJMD", "Pelayanan dasar"),
    ],
)
def test_the_reason_of_a_draft_is_changed_by_who_plans_and_never_emptied(draf, sebagai, peran, teks, sesudah):
    sebagai(peran).post(_alasan(draf), {"alasan": teks})
    draf.refresh_from_db()
    assert draf.alasan == sesudah


def test_a_reason_is_not_reached_through_another_decree(draf, lengkap, sebagai):
    url = reverse("iku:alasan", args=[lengkap.iku.uid, draf.pk])
    assert sebagai("perencana_unit").post(url, {"alasan": "x"}).status_code == 404


def test_a_decree_leads_to_its_comparison_with_another_version(lengkap, sebagai):
    lain = Dokumen.objects.get(pk=lengkap.iku.pk)
    lain.pk, lain.uid, lain._state.adding = None, uuid4(), True
    lain.versi_ke, lain.status = 2, "draf"
    lain.save()
    teks = sebagai("perencana_unit").get(alamat(lengkap)["iku_rinci"]).content.decode()
    assert reverse("rencana:banding", args=[lain.uid, lengkap.iku.uid]) in teks


def _sel(d, client):
    url = alamat(d)["matriks"]
    m = client.get(url).context["m"]
    return f"{url}?atasan={d.kepala.uid}&sel={d.kabid.uid}.{m.kolom[0].kunci}", m


def test_a_cell_is_filled_without_scripts(lengkap, sebagai):
    client = sebagai("perencana_unit")
    url, m = _sel(lengkap, client)
    assert [v.nama for v in m.jabatan_tanpa_hasil] == ["Kepala Bidang"]
    client.post(
        url,
        {"hasil": "Gizi balita cukup", "cara": "tidak_langsung", "ukuran": "Cakupan", "target_teks": "90%"},
    )
    peran = PeranHasil.objects.get()
    assert (peran.jabatan, peran.simpul, peran.hasil) == (
        lengkap.kabid,
        m.kolom[0].objek,
        "Gizi balita cukup",
    )
    assert client.get(alamat(lengkap)["matriks"]).context["m"].jabatan_tanpa_hasil == ()


def test_the_same_result_stands_once_in_a_cell(lengkap, sebagai):
    client = sebagai("perencana_unit")
    url, _m = _sel(lengkap, client)
    isi = {"hasil": "Gizi balita cukup", "cara": "langsung"}
    client.post(url, isi)
    assert "hasil" in client.post(url, isi).context["form"].errors


def test_a_reader_does_not_fill_a_cell(lengkap, sebagai):
    client = sebagai("apip")
    url, _m = _sel(lengkap, client)
    assert client.post(url, {"hasil": "x", "cara": "langsung"}).status_code == 403
    assert not PeranHasil.objects.exists()


def _skp(d, client):
    """Rows of the SKP sheet below its heading: (aspek, ukuran, target)."""
    buku = read_buku(client.get(alamat(d)["skp"]).content, "skp.xlsx")
    baris = next(satu.baris for satu in buku.lembar if satu.nama == "SKP")
    judul = next(n for n, satu in enumerate(baris) if satu[0] == "Jabatan")
    return [tuple(satu[3:6]) for satu in baris[judul + 1 :] if satu[0] == "Kepala Bidang"]


def test_the_skp_sheet_takes_name_target_and_aspect_from_the_indicator(lengkap, sebagai):
    update_indikator(indikator=lengkap.stunting, sejak=date(2025, 1, 1), jenis_ukuran="persentase", by=None)
    client = sebagai("perencana_unit")
    url, m = _sel(lengkap, client)
    nomor = next(
        n
        for n, k in enumerate(m.kolom)
        if lengkap.stunting in [s.indikator for s in k.objek.indikator_set.all()]
    )
    url = url.replace(m.kolom[0].kunci, m.kolom[nomor].kunci)
    client.post(url, {"hasil": "Gizi cukup", "cara": "langsung", "indikator": str(lengkap.stunting.uid)})
    nama = lengkap.stunting.versi.latest("berlaku_mulai").nama
    [(aspek, ukuran, target)] = _skp(lengkap, client)
    assert (aspek, ukuran) == ("Kualitas", nama)
    assert target


def test_a_chosen_aspect_goes_before_what_the_words_tell(lengkap, sebagai):
    client = sebagai("perencana_unit")
    url, _m = _sel(lengkap, client)
    isi = {"hasil": "Gizi cukup", "cara": "langsung", "ukuran": "Jumlah balita", "target_teks": "90"}
    client.post(url, isi)
    client.post(url, {**isi, "hasil": "Gizi cukup pula", "aspek": "biaya"})
    assert [satu[0] for satu in _skp(lengkap, client)] == ["Kuantitas", "Biaya"]


@pytest.mark.parametrize(
    ("ukuran", "satuan", "jenis", "aspek"),
    [
        ("Jumlah puskesmas", "", "", "kuantitas"),
        ("Persentase balita sehat", "", "", "kualitas"),
        ("Persentase laporan yang selesai tepat waktu", "", "", "waktu"),
        ("Waktu tanggap kebakaran", "menit", "rasio", "waktu"),
        ("Persentase serapan anggaran", "persen", "persentase", "biaya"),
        ("Pendapatan asli daerah", "Juta Rp", "jumlah", "biaya"),
        ("Balita sehat", "Orang", "jumlah", "kuantitas"),
        ("Opini BPK", "Opini", "peringkat", "kualitas"),
        ("Terbinanya kader", "", "", ""),
    ],
)
def test_the_aspect_is_read_from_words_unit_and_kind(ukuran, satuan, jenis, aspek):
    assert infer_aspek(ukuran=ukuran, satuan=satuan, jenis_ukuran=jenis) == aspek
