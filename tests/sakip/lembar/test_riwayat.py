"""Several past years in one file: targets into the documents of those years, results handed on."""

import io
from datetime import date

import pytest
import xlsxwriter

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.riwayat import LEMBAR, Riwayat
from sakip.apps.perencanaan.lembar.services import (
    apply_impor,
    choose,
    export_lembar,
    load_pratinjau,
    preview_impor,
    read_isi,
    undo_impor,
)
from sakip.apps.perencanaan.lembar.tiga import Arti
from sakip.apps.perencanaan.models import Simpul, Target
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from tests.pabrik.perencanaan import buat_dokumen
from tests.sakip.lembar.dunia import ATAS, bangun, baris, kolom, tulis_lembar

pytestmark = pytest.mark.django_db
DI = "Persentase balita sehat"


@pytest.fixture(autouse=True)
def hari(monkeypatch):
    """The plan of 2025-2026 has one year behind it."""
    monkeypatch.setattr("sakip.apps.perencanaan.lembar.riwayat.today", lambda: date(2026, 6, 1))


@pytest.fixture
def d():
    """A plan of 2025-2026, and the empty draft of 2020-2024 before it."""
    d = bangun()
    d.lama = buat_dokumen(d.unit, nama="Renstra lama", tahun_mulai=2020, tahun_selesai=2024)
    return d


def macam(d):
    return Riwayat(d.dokumen)


def ekspor(d, **sel):
    """The export with cells of the one row edited: t2021=70 stands for the target of 2021."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as kerja:
        for lembar in read_buku(export_lembar(macam=macam(d), by=None), "a.xlsx").lembar:
            if lembar.nama == LEMBAR:
                for nama, nilai in sel.items():
                    judul = f"{nama[1:]} {'Target' if nama[0] == 't' else 'Realisasi'}"
                    lembar.baris[baris(lembar.baris, DI)][kolom(lembar.baris, judul)] = nilai
            tulis_lembar(kerja.add_worksheet(lembar.nama), lembar.baris)
    return keluar.getvalue()


def unggah(d, isi):
    impor = preview_impor(isi=isi, nama="lama.xlsx", macam=macam(d), by=None)
    return impor, load_pratinjau(impor=impor, macam=macam(d))


def target(d):
    semua = Target.objects.filter(dokumen=d.lama, indikator=d.stunting)
    return {satu.tahun: str(satu.angka.normalize()) for satu in semua}


def galat(pratinjau):
    return [p.pesan for p in pratinjau.pesan if p.tingkat == "galat"]


def test_the_sheet_reaches_from_the_former_plan_to_the_last_year_that_is_over(d):
    judul = read_buku(export_lembar(macam=macam(d), by=None), "a.xlsx").lembar[0].baris[ATAS]
    assert [satu for satu in judul if str(satu).isdecimal()] == [str(t) for t in range(2020, 2026)]


def test_an_export_that_nobody_edited_holds_no_difference(d):
    _impor, pratinjau = unggah(d, ekspor(d))
    assert (pratinjau.beda, pratinjau.pesan) == ((), ())


def test_targets_of_many_years_go_into_the_document_of_those_years_and_back(d):
    impor, pratinjau = unggah(d, ekspor(d, t2020=61, t2021=64, t2024=70))
    assert galat(pratinjau) == []
    apply_impor(impor=impor, macam=macam(d), by=None)
    assert target(d) == {2020: "61", 2021: "64", 2024: "7E+1"}
    simpul = Simpul.objects.get(dokumen=d.lama)
    assert (simpul.pernyataan, simpul.asal) == ("Warga sehat", d.sasaran.asal)
    undo_impor(impor=impor, macam=macam(d), by=None)
    assert target(d) == {}
    assert not Simpul.objects.filter(dokumen=d.lama).exists()


def test_a_target_changed_on_both_sides_waits_for_a_choice(d):
    apply_impor(impor=unggah(d, ekspor(d, t2021=64))[0], macam=macam(d), by=None)
    berkas = ekspor(d, t2021=66)
    services.set_target(dokumen=d.lama, indikator=d.stunting, tahun=2021, nilai=None, by=None)
    impor, pratinjau = unggah(d, berkas)
    [beda] = pratinjau.beda
    assert (beda.arti, beda.berkas, beda.sistem, beda.ekspor) == (Arti.KONFLIK, "66", "", "64")
    choose(impor=impor, macam=macam(d), pilih={beda.nama: "berkas"}, by=None)
    apply_impor(impor=impor, macam=macam(d), by=None)
    assert target(d) == {2021: "66"}


def test_a_year_without_a_document_is_an_error_that_says_what_to_make(d):
    d.lama.delete()
    assert "Belum ada Renstra yang memuat tahun 2021" in galat(unggah(d, ekspor(d, t2021=64))[1])[0]


def test_a_document_in_force_keeps_its_targets(d):
    services.add_simpul(dokumen=d.lama, jenis="sasaran", pernyataan="Lama", by=None)
    services.activate_dokumen(dokumen=d.lama, by=None)
    assert "milik Renstra lama yang berlaku" in galat(unggah(d, ekspor(d, t2021=64))[1])[0]


@pytest.mark.parametrize("judul", ["2009", "2026"])
def test_years_that_are_not_over_or_too_far_back_are_refused(d, judul):
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as kerja:
        lembar = kerja.add_worksheet("Lama")
        lembar.write_row(0, 0, ["Indikator", f"Target {judul}"])
        lembar.write_row(1, 0, [DI, 5])
    with pytest.raises(BerkasTakTerpakai, match="di luar periode"):
        unggah(d, keluar.getvalue())


def test_an_indicator_that_the_plan_does_not_hold_is_named_by_its_cell(d):
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as kerja:
        lembar = kerja.add_worksheet("Lama")
        lembar.write_row(0, 0, ["Indikator", "Target 2021", "Realisasi 2021"])
        lembar.write_row(1, 0, ["Indikator antah", 5, 6])
    [pesan] = unggah(d, keluar.getvalue())[1].pesan
    assert (pesan.sel, "tidak ada pada Renstra Dinkes" in pesan.pesan) == ("A2", True)


def test_the_kind_may_stand_before_the_year(d):
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as kerja:
        lembar = kerja.add_worksheet("Lama")
        lembar.write_row(0, 0, ["Indikator", "Target 2021", "Realisasi 2021"])
        lembar.write_row(1, 0, [DI, 5, 6])
    _impor, pratinjau = unggah(d, keluar.getvalue())
    assert [(b.bidang, b.berkas) for b in pratinjau.beda if b.bidang] == [("t:2021", "5")]
    assert [bidang for _kunci, bidang in pratinjau.berkas.titipan] == ["r:2021"]


def test_results_are_kept_apart_as_a_table_of_achievements(d):
    isi = ekspor(d, t2021=64, r2021="63,5", r2022=65)
    impor, _ = unggah(d, isi)
    assert impor.ringkasan["titipan"] == 2
    dibaca = read_isi(isi=isi, nama="a.xlsx", macam=macam(d))
    baris_csv = macam(d).results_of(dibaca).decode().splitlines()
    assert baris_csv[1].split(";")[-3:] == ["64", "63,5", "2021"]
    assert baris_csv[2].split(";")[-3:] == ["", "65", "2022"]


def test_a_doubtful_result_is_an_error_and_not_guessed(d):
    assert "meragukan" in galat(unggah(d, ekspor(d, r2021="1,365,526"))[1])[0]


def test_the_comparison_costs_the_same_for_many_years(
    d, django_assert_num_queries, django_assert_max_num_queries
):
    satu, _ = unggah(d, ekspor(d, t2020=61))
    banyak, _ = unggah(d, ekspor(d, t2020=61, t2021=62, t2022=63, t2023=64, t2024=65))
    with django_assert_max_num_queries(14) as dipakai:
        load_pratinjau(impor=satu, macam=macam(d))
    with django_assert_num_queries(len(dipakai)):
        load_pratinjau(impor=banyak, macam=macam(d))
