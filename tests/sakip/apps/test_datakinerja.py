"""The dictionary of indicators."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti, buat_indikator, buat_satuan
from tests.pabrik.organisasi import MULAI, buat_instansi, buat_unit

from kinerja.nilai import Nilai
from sakip.apps.datakinerja import galat, services
from sakip.apps.datakinerja.models import Bukti, DataDasar, Indikator, IndikatorVersi, Satuan
from sakip.apps.datakinerja.selectors import riwayat_versi, versi_pada
from sakip.platform.audit.models import Catatan
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db
TAHUN_DEPAN = date(2026, 1, 1)


@pytest.fixture
def unit():
    return buat_unit()


@pytest.mark.parametrize("nama", ["Persen", " % ", "prosen", "PERSENTASE"])
def test_percent_is_one_unit_of_measure_however_it_is_printed(unit, nama):
    satu = buat_satuan(unit.instansi)
    assert buat_satuan(unit.instansi, nama) == satu
    assert str(satu) == "%"


def test_spacing_and_case_do_not_make_another_unit_of_measure(unit):
    assert buat_satuan(unit.instansi, "Orang  per hari") == buat_satuan(unit.instansi, "orang per Hari")
    assert Satuan.objects.count() == 1


def test_a_code_is_used_once_in_an_instansi(unit):
    buat_indikator(unit, kode="IKU-1")
    with pytest.raises(galat.KodeIndikatorTerpakai):
        buat_indikator(unit, kode="iku-1")
    assert buat_indikator(kode="IKU-1")


@pytest.mark.parametrize("bidang", ["nama", "kode"])
def test_name_and_code_are_needed(unit, bidang):
    with pytest.raises(galat.IsianKosong) as tolak:
        buat_indikator(unit, **{bidang: "  "})
    assert tolak.value.bidang == bidang


def test_the_unit_of_measure_of_another_instansi_is_refused(unit):
    with pytest.raises(galat.BedaInstansi):
        buat_indikator(unit, satuan=buat_satuan(buat_instansi()))


def test_the_formula_that_always_gives_a_hundred_is_refused(unit):
    with pytest.raises(galat.RumusDitolak, match="selalu menghasilkan 100"):
        buat_indikator(unit, rumus="(Realisasi-(Realisasi-Rencana))/Rencana*100")


def test_a_formula_in_words_is_kept(unit):
    assert buat_indikator(unit, rumus="Jumlah bayi hidup dibagi jumlah kelahiran")


@pytest.mark.parametrize("peringkat", [["A", "a"], ["A", " "]])
def test_a_ladder_names_each_grade_once(unit, peringkat):
    with pytest.raises(galat.PeringkatTidakSah):
        buat_indikator(unit, polaritas="ordinal", peringkat=peringkat)


def test_new_wording_is_a_new_version_from_its_day(unit):
    indikator = buat_indikator(unit, nama="Angka lama")
    services.update_indikator(indikator=indikator, sejak=TAHUN_DEPAN, nama="Angka baru", by=None)
    assert versi_pada([indikator.pk], date(2025, 12, 31))[indikator.pk].nama == "Angka lama"
    assert versi_pada([indikator.pk], TAHUN_DEPAN)[indikator.pk].nama == "Angka baru"
    assert [satu.berlaku_sampai for satu in riwayat_versi(indikator)] == [None, TAHUN_DEPAN]


def test_the_same_day_corrects_the_version(unit):
    indikator = buat_indikator(unit, nama="Angka lma")
    services.update_indikator(indikator=indikator, sejak=MULAI, nama="Angka lama", by=None)
    assert [versi.nama for versi in indikator.versi.all()] == ["Angka lama"]


@pytest.mark.parametrize("isi", [{"polaritas": "min"}, {"satuan": None}])
def test_another_meaning_is_not_another_version(unit, isi):
    with pytest.raises(galat.MaknaBerubah):
        services.update_indikator(indikator=buat_indikator(unit), sejak=TAHUN_DEPAN, by=None, **isi)


def test_another_meaning_is_another_indicator(unit):
    lama = buat_indikator(unit, definisi="Per seribu penduduk")
    baru = services.replace_indikator(
        indikator=lama, kode="BARU", sejak=TAHUN_DEPAN, polaritas="min", by=None
    )
    assert baru.pengganti_dari == lama
    assert (baru.versi.get().definisi, lama.versi.get().berlaku_sampai) == (
        "Per seribu penduduk",
        TAHUN_DEPAN,
    )


def test_a_version_before_a_later_one_is_refused(unit):
    indikator = buat_indikator(unit)
    services.update_indikator(indikator=indikator, sejak=TAHUN_DEPAN, nama="Angka baru", by=None)
    with pytest.raises(galat.VersiSesudahnya):
        services.update_indikator(indikator=indikator, sejak=date(2025, 6, 1), nama="Lain", by=None)


def test_versions_never_overlap_in_postgresql(unit):
    if connection.vendor != "postgresql":
        pytest.skip("pengecualian rentang hanya ada di PostgreSQL; layanan memeriksanya di keduanya")
    versi = buat_indikator(unit).versi.get()
    versi.pk, versi.berlaku_mulai = None, TAHUN_DEPAN
    with pytest.raises(IntegrityError), transaction.atomic():
        versi.save(force_insert=True)


@pytest.mark.parametrize(
    "salah", [{"polaritas": "lain"}, {"batas": Decimal(0)}, {"desimal": 11}, {"frekuensi": "harian"}]
)
def test_the_database_refuses_a_rule_it_does_not_know(unit, salah):
    buat_indikator(unit)
    with pytest.raises(IntegrityError), transaction.atomic():
        IndikatorVersi.objects.update(**salah)


def test_a_baseline_is_corrected_in_place(unit):
    indikator = buat_indikator(unit)
    for angka in (7, 8):
        services.add_data_dasar(
            indikator=indikator, tahun=2020, nilai=Nilai.dari_angka(Decimal(angka)), sumber="BPS", by=None
        )
    assert DataDasar.objects.get().angka == 8


def test_a_baseline_needs_a_value(unit):
    with pytest.raises(galat.IsianKosong):
        services.add_data_dasar(indikator=buat_indikator(unit), tahun=2020, nilai=Nilai.kosong(), by=None)


def test_evidence_needs_content(unit):
    with pytest.raises(galat.BuktiKosong):
        buat_bukti(unit, teks="")


def test_the_database_refuses_evidence_without_content(unit):
    buat_bukti(unit)
    with pytest.raises(IntegrityError), transaction.atomic():
        Bukti.objects.update(teks="")


def test_an_observer_keeps_no_dictionary(unit):
    with pytest.raises(TidakBerwenang):
        services.update_indikator(
            indikator=buat_indikator(unit),
            sejak=TAHUN_DEPAN,
            nama="Lain",
            by=buat_pengguna("pengamat", unit=unit),
        )


def test_a_planner_cannot_give_an_indicator_to_a_unit_that_is_not_hers(unit):
    pengguna = buat_pengguna("perencana_unit", unit=unit)
    with pytest.raises(TidakBerwenang):
        services.update_indikator(
            indikator=buat_indikator(unit), sejak=TAHUN_DEPAN, unit=buat_unit(unit.instansi), by=pengguna
        )


def test_a_batch_is_one_record_with_its_digest(unit):
    baris = [services.BarisIndikator(unit, f"B-{n}", {"nama": f"Indikator {n}"}) for n in range(3)]
    hasil = services.create_indikator_bulk(instansi=unit.instansi, baris=baris, berlaku_mulai=MULAI, by=None)
    catatan = Catatan.objects.get(aksi="datakinerja.indikator.dibuat_massal")
    assert [satu.kode for satu in hasil] == ["B-0", "B-1", "B-2"]
    assert (catatan.perubahan["jumlah"], len(catatan.perubahan["digest"])) == (3, 64)


def test_a_batch_with_a_used_code_writes_nothing(unit):
    buat_indikator(unit, kode="B-1")
    baris = [services.BarisIndikator(unit, f"B-{n}", {"nama": "X"}) for n in range(3)]
    with pytest.raises(galat.KodeIndikatorTerpakai):
        services.create_indikator_bulk(instansi=unit.instansi, baris=baris, berlaku_mulai=MULAI, by=None)
    assert Indikator.objects.count() == 1


def test_a_batch_needs_the_right_over_each_of_its_units(unit):
    pengguna = buat_pengguna("perencana_unit", unit=unit)
    baris = [
        services.BarisIndikator(satu, satu.kode, {"nama": "X"}) for satu in (unit, buat_unit(unit.instansi))
    ]
    with pytest.raises(TidakBerwenang):
        services.create_indikator_bulk(instansi=unit.instansi, baris=baris, berlaku_mulai=MULAI, by=pengguna)
