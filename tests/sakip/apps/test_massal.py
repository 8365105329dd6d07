"""Thousands of figures at once: the same rules as one at a time."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi, langkah
from tests.pabrik.perencanaan import buat_rencana, nilai

from sakip.apps.datakinerja.convert import AngkaTakMuat
from sakip.apps.pengukuran import galat, services
from sakip.apps.pengukuran.models import Anggaran, Capaian, LangkahRealisasi, Realisasi, RealisasiVersi
from sakip.platform.audit.models import Catatan
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def indikator(unit):
    daftar = [buat_indikator(unit) for _ in range(4)]
    buat_rencana(unit, [[(satu, 100) for satu in daftar]])
    return daftar


def _baris(indikator, angka, **isi):
    unit = isi.pop("unit", None) or indikator.versi.get().unit
    return services.BarisRealisasi(indikator, unit, 2025, nilai(angka), **isi)


def _save(unit, baris, by=None):
    return services.save_realisasi_bulk(instansi=unit.instansi, baris=baris, by=by)


def test_a_batch_writes_figures_achievements_and_one_record(unit, indikator):
    hasil = _save(unit, [_baris(satu, 90) for satu in indikator])
    assert (len(hasil.dibuat), hasil.diubah, hasil.tetap) == (4, (), 0)
    assert set(Capaian.objects.values_list("terbatas", flat=True)) == {Decimal(90)}
    assert Catatan.objects.filter(aksi="pengukuran.realisasi.diisi_massal").count() == 1


def test_the_same_batch_again_writes_nothing(unit, indikator):
    baris = [_baris(satu, 90) for satu in indikator]
    _save(unit, baris)
    assert (_save(unit, baris).tetap, RealisasiVersi.objects.count()) == (4, 4)


def test_a_changed_figure_is_a_new_version(unit, indikator):
    lama = buat_realisasi(indikator[0], 90)
    hasil = _save(unit, [_baris(indikator[0], 95)])
    assert hasil.diubah == ((lama.pk, 1),)
    assert Realisasi.objects.get().versi_terakhir == 2


def test_a_sent_figure_is_kept_and_named(unit, indikator):
    langkah(buat_realisasi(indikator[0], 90), "ajukan")
    baris = _baris(indikator[0], 95)
    assert _save(unit, [baris, _baris(indikator[1], 80)]).terkunci == (baris,)
    assert set(RealisasiVersi.objects.values_list("angka", flat=True)) == {90, 80}


def test_two_figures_for_one_slot_are_refused(unit, indikator):
    with pytest.raises(galat.BarisGanda):
        _save(unit, [_baris(indikator[0], 90), _baris(indikator[0], 95)])


def test_one_bad_row_and_nothing_is_written(unit, indikator):
    with pytest.raises(AngkaTakMuat):
        _save(unit, [_baris(indikator[0], 90), _baris(indikator[1], "0.12345678901")])
    assert not Realisasi.objects.exists()


def test_a_planner_writes_only_for_her_own_units(unit, indikator):
    lain = buat_unit(unit.instansi)
    baris = [_baris(indikator[0], 90), _baris(indikator[0], 90, unit=lain)]
    with pytest.raises(TidakBerwenang):
        _save(unit, baris, by=buat_pengguna("perencana_unit", unit=unit))


def test_another_instansi_is_out_of_reach(unit, indikator):
    with pytest.raises(galat.BedaInstansi):
        services.save_realisasi_bulk(instansi=buat_unit().instansi, baris=[_baris(indikator[0], 1)], by=None)


def test_the_number_of_queries_does_not_grow_with_the_batch(unit):
    banyak = []
    for jumlah in (2, 20):
        daftar = [buat_indikator(unit) for _ in range(jumlah)]
        baris = [_baris(satu, 90, triwulan=1) for satu in daftar]
        with CaptureQueriesContext(
            connection,
        ) as query:
            _save(unit, baris)
        banyak.append(len(query))
    assert banyak[1] <= banyak[0] + 2


def test_many_figures_take_a_step_together(unit, indikator):
    for satu in indikator:
        buat_realisasi(satu, 90)
    ids = list(Realisasi.objects.values_list("pk", flat=True))
    jumlah = services.transition_realisasi_bulk(
        instansi=unit.instansi, realisasi_ids=ids, langkah="ajukan", by=None
    )
    assert (jumlah, LangkahRealisasi.objects.count()) == (4, 4)
    assert not RealisasiVersi.objects.filter(diajukan_pada__isnull=True).exists()


def test_figures_for_which_a_step_is_not_lawful_stay(unit, indikator):
    realisasi = buat_realisasi(indikator[0], 90)
    jumlah = services.transition_realisasi_bulk(
        instansi=unit.instansi, realisasi_ids=[realisasi.pk], langkah="kunci", by=None
    )
    realisasi.refresh_from_db()
    assert (jumlah, realisasi.status) == (0, "diisi")


def test_a_step_for_many_is_checked_for_each_unit(unit, indikator):
    realisasi = buat_realisasi(indikator[0], 90)
    with pytest.raises(TidakBerwenang):
        services.transition_realisasi_bulk(
            instansi=unit.instansi,
            realisasi_ids=[realisasi.pk],
            langkah="ajukan",
            by=buat_pengguna("pengamat", unit=unit),
        )


def test_an_import_is_taken_back(unit, indikator):
    lama = buat_realisasi(indikator[0], 90)
    hasil = _save(unit, [_baris(indikator[0], 95), _baris(indikator[1], 80)])
    services.delete_realisasi_bulk(instansi=unit.instansi, realisasi_ids=hasil.dibuat, by=None)
    services.restore_realisasi_bulk(instansi=unit.instansi, versi=hasil.diubah, by=None)
    lama.refresh_from_db()
    assert (Realisasi.objects.count(), lama.versi_terakhir, Capaian.objects.get().terbatas) == (1, 1, 90)


def test_a_figure_sent_since_is_not_taken_back(unit, indikator):
    hasil = _save(unit, [_baris(indikator[0], 90)])
    langkah(Realisasi.objects.get(), "ajukan")
    with pytest.raises(galat.RealisasiTerkunci):
        services.delete_realisasi_bulk(instansi=unit.instansi, realisasi_ids=hasil.dibuat, by=None)


def test_many_budgets_tell_what_they_changed(unit):
    baris = [
        services.IsiBarisAnggaran(unit, 2025, {"realisasi": Decimal(angka)}, triwulan=tw)
        for tw, angka in ((1, 100), (2, 200))
    ]
    services.set_anggaran_bulk(instansi=unit.instansi, baris=baris, by=None)
    ganti = services.IsiBarisAnggaran(unit, 2025, {"realisasi": Decimal(150)}, triwulan=1)
    hasil = services.set_anggaran_bulk(instansi=unit.instansi, baris=[ganti, baris[1]], by=None)
    assert (hasil.dibuat, [sebelum["realisasi"] for _, sebelum in hasil.diubah]) == ((), [100])
    assert set(Anggaran.objects.values_list("realisasi", flat=True)) == {150, 200}
