"""Findings of plans, trees, agreements and budgets through the database."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sakip.apps.datakinerja.services import replace_indikator
from sakip.apps.pengukuran.services import set_anggaran
from sakip.apps.perencanaan.checks import temuan_dokumen, temuan_pohon
from sakip.apps.perencanaan.models import Pohon
from sakip.apps.perencanaan.services import BarisPohon, IsiPohonIndikator, activate_dokumen, create_pohon_bulk
from sakip.apps.perjanjian.services import IsiBaris, activate_pk, create_pk
from sakip.platform.organisasi.services import succeed_unit
from sakip.platform.temuan.daftar import aturan_temuan, pemeriksaan, run
from sakip.platform.temuan.model import SasaranTemuan, TingkatTemuan
from tests.pabrik.datakinerja import buat_indikator, buat_satuan
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_rencana, buat_simpul

pytestmark = pytest.mark.django_db
PADA = date(2025, 12, 31)


@pytest.fixture
def unit():
    return buat_unit()


def periksa(*units, tahun=2025, semua=False):
    ids = frozenset(satu.pk for satu in units)
    return run(SasaranTemuan(units[0].instansi, ids, tahun, PADA, semua=semua))


def kode(temuan):
    return {satu.kode for satu in temuan}


def renstra_berkegiatan(unit):
    dokumen = buat_dokumen(unit)
    tujuan = buat_simpul(dokumen, jenis="tujuan", pernyataan="Meningkatnya mutu layanan")
    buat_simpul(dokumen, jenis="sasaran", pernyataan="Melaksanakan sosialisasi", induk=tujuan)
    return dokumen


def test_a_sasaran_worded_as_an_activity_is_found_in_a_draft(unit):
    assert "POH001" in kode(temuan_dokumen(renstra_berkegiatan(unit)))


def test_it_leads_to_the_node_and_its_field(unit):
    dokumen = renstra_berkegiatan(unit)
    (temuan,) = [satu for satu in temuan_dokumen(dokumen) if satu.kode == "POH001"]
    nama, argumen, kueri = temuan.alamat
    assert (nama, argumen) == ("rencana:simpul_ubah", {"uid": temuan.simpul_uid})
    assert kueri == "bidang=pernyataan#id_pernyataan"


def test_a_plan_in_force_is_shown_where_it_says_so(unit):
    dokumen = activate_dokumen(dokumen=renstra_berkegiatan(unit), by=None)
    (temuan,) = [satu for satu in temuan_dokumen(dokumen) if satu.kode == "POH001"]
    nama, argumen, kueri = temuan.alamat
    assert (nama, argumen) == ("perencanaan:dokumen", {"uid": str(dokumen.uid)})
    assert kueri == f"bidang=pernyataan#simpul-{temuan.simpul_uid}"


def test_an_indicator_is_mended_in_the_dictionary(unit):
    satuan = buat_satuan(unit.instansi, "Dokumen")
    indikator = buat_indikator(unit, nama="Persentase dokumen lengkap", satuan=satuan)
    dokumen = buat_rencana(unit, [[(indikator, 10)]])
    temuan = [satu for satu in temuan_dokumen(dokumen) if satu.kode == "IND007"]
    assert [satu.alamat for satu in temuan] == [
        ("kamus:ubah", {"uid": str(indikator.uid)}, "bidang=satuan#id_satuan")
    ]


def test_an_iku_replaced_inside_the_plan_is_found(unit):
    lama = buat_indikator(unit, is_iku=True)
    buat_rencana(unit, [[(lama, 10)]], tahun_mulai=2024, tahun_selesai=2028)
    replace_indikator(
        indikator=lama, kode="BARU", sejak=date(2025, 7, 1), nama="Indeks baru", is_iku=True, by=None
    )
    assert "REN001" in kode(periksa(unit))


def test_a_plan_in_force_without_a_date_is_found(unit):
    dokumen = buat_dokumen(unit)
    buat_simpul(dokumen)
    activate_dokumen(dokumen=dokumen, by=None)
    assert "REN002" in kode(periksa(unit))


@pytest.mark.parametrize(("hari", "ditemukan"), [(date(2025, 2, 6), False), (date(2025, 2, 7), True)])
def test_an_agreement_is_signed_within_a_month_of_the_budget(unit, hari, ditemukan):
    indikator = buat_indikator(unit)
    pk = create_pk(
        unit=unit,
        tahun=2025,
        baris=[IsiBaris(indikator, "Sasaran", "Indikator", None)],
        tanggal_dpa=date(2025, 1, 6),
        by=None,
    )
    activate_pk(pk=pk, ditandatangani_pada=hari, by=None)
    assert ("PJK001" in kode(periksa(unit))) is ditemukan


def test_a_budget_that_is_not_the_sum_of_its_children_is_found(unit):
    program = berprogram(unit, 100, (40, 50))
    (temuan,) = [satu for satu in periksa(unit) if satu.kode == "UKR001"]
    assert (temuan.tingkat, temuan.simpul_uid) == (TingkatTemuan.GALAT, str(program.uid))
    assert "lebih besar Rp10" in temuan.pesan


def test_a_child_without_a_budget_is_not_a_child_of_nothing(unit):
    berprogram(unit, 100, (40, None))
    assert "UKR001" not in kode(periksa(unit))


def berprogram(unit, pagu, anak):
    dokumen = buat_dokumen(unit)
    program = buat_simpul(dokumen, jenis="program", kode="1.02.02", pernyataan="Program layanan")
    kegiatan = [
        buat_simpul(
            dokumen, jenis="kegiatan", kode=f"1.02.02.2.0{n}", pernyataan=f"Kegiatan {n}", induk=program
        )
        for n in range(1, len(anak) + 1)
    ]
    activate_dokumen(dokumen=dokumen, by=None)
    for simpul, jumlah in zip([program, *kegiatan], [pagu, *anak], strict=True):
        isi = None if jumlah is None else Decimal(jumlah)
        set_anggaran(unit=unit, tahun=2025, simpul=simpul, pagu=isi, by=None)
    return program


def test_a_unit_that_continues_another_mends_its_plan(unit):
    dokumen = renstra_berkegiatan(unit)
    penerus = buat_unit(unit.instansi)
    succeed_unit(dari=unit, ke=penerus, tanggal=date(2025, 7, 1), by=None)
    milik = [satu for satu in periksa(penerus) if str(dokumen.uid) in satu.menyentuh]
    assert {satu.unit_id for satu in milik} == {penerus.pk}


def pohon(unit, n=1):
    create_pohon_bulk(unit=unit, pohon="utama", tahun=2025, baris=list(_baris(n)), by=None)
    return Pohon.objects.get(unit=unit)


def _baris(n):
    yield BarisPohon(kode="H", jenis="hasil", pernyataan="Meningkatnya kesehatan warga")
    for i in range(n):
        yield BarisPohon(
            kode=f"C{i}",
            jenis="csf",
            pernyataan="Melaksanakan rapat",
            induk="H",
            indikator=(IsiPohonIndikator(nama="Persentase warga sehat", satuan_teks="%", target_teks="90"),),
        )


def test_findings_of_a_tree_name_its_nodes(unit):
    temuan = temuan_pohon(pohon(unit))
    (satu,) = [t for t in temuan if t.kode == "POH001"]
    assert satu.simpul_uid
    assert satu.label == "Melaksanakan rapat"


def test_a_larger_tree_asks_no_more_queries(unit):
    kecil, besar = pohon(unit), pohon(buat_unit(unit.instansi), 60)
    assert count(lambda: temuan_pohon(besar)) <= count(lambda: temuan_pohon(kecil))


def test_more_units_ask_no_more_queries(unit):
    renstra_berkegiatan(unit)
    satu = count(lambda: periksa(unit))
    banyak = [unit, *(buat_unit(unit.instansi) for _ in range(5))]
    for lain in banyak[1:]:
        renstra_berkegiatan(lain)
    assert count(lambda: periksa(*banyak, semua=True)) == satu


def count(jalankan):
    with CaptureQueriesContext(connection) as kueri:
        jalankan()
    return len(kueri)


def test_every_finding_has_a_rule_to_read(unit):
    renstra_berkegiatan(unit)
    assert kode(periksa(unit)) <= set(aturan_temuan())


def test_every_rule_says_why_and_what_to_do():
    assert all(satu.alasan and satu.perbaikan and satu.dasar for satu in aturan_temuan().values())


def test_checks_have_names_of_their_own():
    nama = [satu.kode for satu in pemeriksaan()]
    assert len(nama) == len(set(nama))
