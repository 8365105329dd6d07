"""Files that planners keep themselves, and what is wrong with them."""

import io
from decimal import Decimal

import pytest
import xlsxwriter

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.jenis import build_templat
from sakip.apps.perencanaan.lembar.services import undo_impor
from sakip.apps.perencanaan.lembar.tabel import read_tabel
from sakip.apps.perencanaan.models import PaguIndikatif, Simpul, Target
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_dokumen
from tests.sakip.lembar.dunia import bangun, baris, buku, ekspor, kolom, terapkan, tulis, unggah

pytestmark = pytest.mark.django_db

JUDUL = ["Tujuan", "Sasaran", "Program", "Kode", "Indikator", "Satuan"]


@pytest.fixture
def d():
    return bangun()


@pytest.fixture
def kosong(d):
    d.dokumen = buat_dokumen(d.unit, nama="Renstra baru", tahun_mulai=2027, tahun_selesai=2028)
    return d


def matriks(isi, gabung=()):
    """A hand-made matrix: three title rows, years 2027 and 2028 above Target and Rp."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Tabel T-C.27")
        lembar.write(0, 0, "Rencana program dan pendanaan")
        lembar.write_row(2, 0, [*JUDUL, "Target dan pendanaan"])
        lembar.write_row(3, len(JUDUL), ["Tahun 2027", "", "Tahun 2028", ""])
        lembar.write_row(4, len(JUDUL), ["Target", "Rp", "Target", "Rp"])
        for n, satu in enumerate(isi, 5):
            lembar.write_row(n, 0, satu)
        for area in gabung:
            lembar.merge_range(*area)
    return keluar.getvalue()


ISI = [
    ["Kesehatan naik", "Warga sehat", "", "", "Umur harapan hidup", "tahun", 71.5, "", 72, ""],
    ["", "", "", "", "Persentase balita sehat", "%", 80, "", 85, ""],
    ["", "", "Program gizi", "1.02.02", "Cakupan gizi", "persen", 90, 1_500_000, 95, 2_000_000],
    ["", "Layanan bermutu", "", "", "", "", "", "", "", ""],
]


def galat(pratinjau):
    return {p.sel: p.pesan for p in pratinjau.pesan if p.tingkat == "galat"}


def test_a_plan_is_built_from_a_planners_own_matrix(kosong):
    impor, pratinjau = unggah(kosong, matriks(ISI))
    assert galat(pratinjau) == {}
    terapkan(kosong, impor)
    program = Simpul.objects.get(dokumen=kosong.dokumen, kode="1.02.02")
    assert program.induk.pernyataan == "Warga sehat"
    assert program.induk.induk.pernyataan == "Kesehatan naik"
    assert PaguIndikatif.objects.get(simpul=program, tahun=2028).jumlah == 2_000_000
    assert Target.objects.filter(dokumen=kosong.dokumen).count() == 6


def test_an_indicator_of_the_same_name_is_linked_and_a_new_one_made(kosong):
    impor, pratinjau = unggah(kosong, matriks(ISI))
    assert [i.nama for i in pratinjau.berkas.baru.values()] == ["Umur harapan hidup", "Cakupan gizi"]
    terapkan(kosong, impor)
    assert Target.objects.filter(dokumen=kosong.dokumen, indikator=kosong.stunting).count() == 2
    assert IndikatorVersi.objects.get(nama="Umur harapan hidup").satuan.nama == "tahun"


def test_a_merged_level_cell_holds_for_the_rows_below(kosong):
    isi = [["", *satu[1:]] for satu in ISI]
    _impor, pratinjau = unggah(kosong, matriks(isi, [(5, 0, 8, 0, "Kesehatan naik")]))
    tujuan = [k for k, b in pratinjau.berkas.tabel.items() if b.get("jenis") == "tujuan"]
    sasaran = [b for b in pratinjau.berkas.tabel.values() if b.get("jenis") == "sasaran"]
    assert [b["induk"] for b in sasaran] == tujuan * 2


def test_the_same_file_again_changes_nothing_and_an_undo_empties_the_plan(kosong):
    impor, _ = unggah(kosong, matriks(ISI))
    terapkan(kosong, impor)
    _lagi, pratinjau = unggah(kosong, matriks(ISI))
    assert pratinjau.beda == ()
    undo_impor(impor=impor, macam=kosong.macam, by=None)
    assert read_tabel(kosong.dokumen) == {}


def test_rows_added_to_an_export_get_their_place_and_parent(d):
    def ubah(isi):
        baru = [""] * len(isi[0])
        baru[kolom(isi, "Program")], baru[kolom(isi, "Kode")] = "Program obat", "1.02.03"
        isi.append(baru)

    impor, _ = unggah(d, ekspor(d, ubah))
    terapkan(d, impor)
    assert Simpul.objects.get(pernyataan="Program obat").induk == d.sasaran


@pytest.mark.parametrize(
    ("di", "judul", "nilai", "kata"),
    [
        ("Program gizi", "Unit penanggung jawab", "Dinas Antah", "tidak dikenal"),
        ("Program gizi", "2025 Rp", "banyak", "bukan angka rupiah"),
        ("Program gizi", "Program", "", "dikosongkan"),
        ("Akreditasi", "Indikator", "Nilai lain sama sekali", None),
    ],
)
def test_an_error_names_its_cell_and_keeps_the_file_out(d, di, judul, nilai, kata):
    _impor, pratinjau = unggah(d, ekspor(d, tulis(di, judul, nilai)))
    if kata is None:
        assert [i.nama for i in pratinjau.berkas.baru.values()] == [nilai]
        assert "baris_hilang" in {b.arti for b in pratinjau.beda}
        return
    [(sel, pesan)] = galat(pratinjau).items()
    assert kata in pesan
    assert sel[-1].isdigit()
    assert "galat" in pratinjau.penghalang()


def test_two_rows_with_one_code_are_refused(kosong):
    isi = [*ISI, ["", "", "Program lain", "1.02.02", "", "", "", "", "", ""]]
    assert galat(unggah(kosong, matriks(isi))[1]) == {
        "D10": "Kode 1.02.02 sudah dipakai di D8. Beri kode lain."
    }


def test_one_indicator_with_two_targets_is_refused(kosong):
    isi = [*ISI, ["", "", "", "", "Persentase balita sehat", "%", 81, "", 85, ""]]
    pesan = galat(unggah(kosong, matriks(isi))[1])
    assert "Samakan keduanya" in pesan["G10"]


def test_the_same_name_with_another_unit_of_measure_is_refused(kosong):
    isi = [ISI[0], ["", "", "", "", "Persentase balita sehat", "orang", 80, "", 85, ""]]
    assert "satuan" in galat(unggah(kosong, matriks(isi))[1])["F7"]


def test_years_outside_the_plan_are_refused(d):
    with pytest.raises(BerkasTakTerpakai, match="di luar periode"):
        unggah(d, matriks(ISI))


def test_a_slightly_reworded_indicator_keeps_its_identity(d):
    berkas = ekspor(d, tulis("Akreditasi", "Indikator", "Akreditasi "))
    assert unggah(d, berkas)[1].beda == ()
    _impor, pratinjau = unggah(
        d, ekspor(d, tulis("Persentase balita sehat", "Indikator", "Persentase Balita Sehat!"))
    )
    assert pratinjau.beda == ()
    assert "kamus" in pratinjau.pesan[0].pesan


def test_a_row_whose_indicator_has_results_cannot_be_removed(d):
    buat_realisasi(d.stunting, 80, tahun=2025)
    impor, pratinjau = unggah(d, ekspor(d, lambda isi: isi.pop(baris(isi, "Persentase balita sehat"))))
    assert pratinjau.tertahan
    with pytest.raises(ImporRencanaDitolak, match="sudah punya realisasi"):
        terapkan(d, impor)


def test_children_of_a_row_taken_out_hang_one_level_higher(d):
    def ubah(isi):
        del isi[baris(isi, "Program gizi")]

    impor, pratinjau = unggah(d, ekspor(d, ubah))
    assert {b.arti for b in pratinjau.beda} >= {"baris_hilang"}
    assert Decimal(1_365_526_350) == PaguIndikatif.objects.get(simpul=d.program).jumlah
    terapkan(d, impor)
    assert Simpul.objects.get(pernyataan="Kegiatan posyandu").induk == d.sasaran


@pytest.mark.parametrize(
    ("jenis", "akhir"), [("rpjmd", 2034), ("renstra", 2034), ("rkpd", 2030), ("renja", 2030)]
)
def test_the_template_of_every_kind_can_be_filled_and_read(d, jenis, akhir):
    d.dokumen = buat_dokumen(d.unit, jenis=jenis, tahun_mulai=2030, tahun_selesai=akhir)

    def ubah(isi):
        isi.append([""] * len(isi[3]))
        isi[-1][kolom(isi, "Program")], isi[-1][kolom(isi, "Kode")] = "Program gizi", "1.02.02"

    impor, pratinjau = unggah(d, buku(build_templat(instansi=d.unit.instansi, jenis=jenis, tahun=2030), ubah))
    assert galat(pratinjau) == {}
    terapkan(d, impor)
    assert Simpul.objects.filter(dokumen=d.dokumen, kode="1.02.02").exists()


def test_an_indicator_of_another_unit_is_never_linked(kosong):
    lain = buat_unit(kosong.unit.instansi, kode="DINSOS", nama="Dinas Sosial")
    buat_indikator(lain, kode="SOS-1", nama="Umur harapan hidup")
    _impor, pratinjau = unggah(kosong, matriks(ISI))
    assert "Umur harapan hidup" in {i.nama for i in pratinjau.berkas.baru.values()}
