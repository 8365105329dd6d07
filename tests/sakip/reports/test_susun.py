"""Assembling the context from the database: figures of the selectors, nobody else's data, bounded queries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_jabatan, buat_unit
from tests.pabrik.pengukuran import buat_anggaran, buat_realisasi
from tests.pabrik.perencanaan import buat_dokumen, buat_rencana, buat_simpul, buat_target
from tests.pabrik.perjanjian import buat_pk

from sakip.apps.pengukuran.selectors import kinerja_unit
from sakip.apps.perencanaan import services as perencanaan
from sakip.apps.perjanjian.services import ParaPihak
from sakip.platform.organisasi.models import SifatData, Unit
from sakip.reports.lkjip.konteks import Keadaan
from sakip.reports.lkjip.susun import assemble_lkjip
from sakip.reports.lkjip.susun_organisasi import plain_name

pytestmark = pytest.mark.django_db
TAHUN = 2025


@pytest.fixture
def unit() -> Unit:
    """A unit with a five-year plan of one sasaran, two indicators, one of them unreported."""
    unit = buat_unit(
        nama="Dinas Contoh",
        instansi=buat_instansi(nama="Kota Contoh (data contoh)", sifat_data=SifatData.CONTOH),
    )
    a, b = buat_indikator(unit, nama="Indikator A"), buat_indikator(unit, nama="Indikator B")
    dokumen = buat_dokumen(unit)
    simpul = buat_simpul(dokumen, pernyataan="Meningkatnya mutu")
    for indikator in (a, b):
        perencanaan.link_indikator(simpul=simpul, indikator=indikator, by=None)
        buat_target(dokumen, indikator, "80", tahun=TAHUN)
        buat_target(dokumen, indikator, "90", tahun=2026)
    program = buat_simpul(dokumen, jenis="program", pernyataan="Program Mutu", kode="1.01.02", induk=simpul)
    perencanaan.activate_dokumen(dokumen=dokumen, by=None)
    buat_realisasi(a, "60", tahun=TAHUN - 1)
    buat_realisasi(a, "72", tahun=TAHUN)
    buat_anggaran(unit, simpul=program, pagu=Decimal(1000), realisasi=Decimal(800))
    return unit


def test_achievements_are_those_of_the_selectors(unit: Unit) -> None:
    konteks, kinerja = assemble_lkjip(unit=unit, tahun=TAHUN), kinerja_unit(unit=unit, tahun=TAHUN)
    assert [i.capaian.mentah for i in konteks.indikator] == [b.hasil.mentah for b in kinerja.semua_baris]
    assert konteks.rata.mentah == kinerja.rata.nilai


def test_an_unreported_indicator_stays_unreported(unit: Unit) -> None:
    b = assemble_lkjip(unit=unit, tahun=TAHUN).indikator[1]
    assert b.realisasi.keadaan is Keadaan.BELUM
    assert b.capaian.cetak is None


def test_last_year_direction_and_end_of_plan(unit: Unit) -> None:
    a = assemble_lkjip(unit=unit, tahun=TAHUN).indikator[0]
    assert (a.arah, a.selisih and a.selisih.teks) == ("membaik", "12")
    assert a.akhir is not None
    assert (a.akhir.tahun, a.akhir.kemajuan and a.akhir.kemajuan.cetak) == (2026, Decimal("80.00"))


def test_a_programme_under_a_sasaran_pays_for_it(unit: Unit) -> None:
    konteks = assemble_lkjip(unit=unit, tahun=TAHUN)
    assert konteks.program[0].sasaran == (1,)
    assert konteks.sasaran[0].anggaran.serapan == Decimal("80.00")
    assert konteks.sasaran[0].efisiensi is not None


def test_the_agreement_gives_the_target_and_the_signatories(unit: Unit) -> None:
    indikator = buat_indikator(unit, nama="Indikator C")
    buat_pk(
        unit, [(indikator, "50")], pihak=ParaPihak(pertama="Kepala Dinas Contoh", kedua="Wali Kota Contoh")
    )
    konteks = assemble_lkjip(unit=unit, tahun=TAHUN)
    assert konteks.perjanjian is not None
    assert konteks.perjanjian.pihak_kedua == "Wali Kota Contoh"
    assert konteks.indikator[-1].target.teks == "50"


def test_posts_are_named_and_persons_are_not(unit: Unit) -> None:
    buat_jabatan(unit, nama="Kepala Dinas Contoh", kepala=True)
    susunan = assemble_lkjip(unit=unit, tahun=TAHUN).unit
    assert susunan.kepala == "Kepala Dinas Contoh"
    assert [s.jabatan for s in susunan.susunan] == ["Kepala Dinas Contoh"]


def test_example_data_is_marked(unit: Unit) -> None:
    instansi = assemble_lkjip(unit=unit, tahun=TAHUN).instansi
    assert instansi.contoh
    assert instansi.nama == "Pemerintah Kota Contoh"


def test_a_reader_of_another_government_gets_nothing(unit: Unit) -> None:
    orang = buat_pengguna("pengamat", instansi=buat_instansi())
    with pytest.raises(Unit.DoesNotExist):
        assemble_lkjip(unit=unit, tahun=TAHUN, pengguna=orang)


def test_a_reader_of_the_unit_gets_the_report(unit: Unit) -> None:
    orang = buat_pengguna("perencana_unit", unit=unit)
    assert assemble_lkjip(unit=unit, tahun=TAHUN, pengguna=orang).unit.nama == "Dinas Contoh"


def test_an_empty_unit_has_an_honest_report() -> None:
    konteks = assemble_lkjip(unit=buat_unit(), tahun=TAHUN, disusun_pada=date(2026, 1, 2))
    assert konteks.indikator == ()
    assert konteks.teks.temuan == "Sasaran dan indikator belum ada di sistem."


def test_queries_do_not_grow_with_the_indicators(unit: Unit) -> None:
    banyak = buat_unit()
    buat_rencana(banyak, [[(buat_indikator(banyak), "10") for _ in range(3)] for _ in range(4)])
    assert abs(_count(unit) - _count(banyak)) <= 3


def _count(unit: Unit) -> int:
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        assemble_lkjip(unit=unit, tahun=TAHUN)
    return len(kueri)


def test_cover_names_leave_out_what_is_in_brackets() -> None:
    assert plain_name("Provinsi Jawa Barat 2016 (data publikasi)") == "Provinsi Jawa Barat"
