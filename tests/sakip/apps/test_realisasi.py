"""Entering figures and moving them through their approval."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti, buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi, langkah
from tests.pabrik.perencanaan import buat_rencana

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import AngkaTakMuat
from sakip.apps.pengukuran import galat, penjaga, services
from sakip.apps.pengukuran.models import Capaian, LangkahRealisasi, Realisasi, RealisasiVersi
from sakip.apps.pengukuran.policies import langkah_boleh
from sakip.apps.pengukuran.workflow import TRANSISI
from sakip.platform.audit.models import Catatan
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def indikator(unit):
    indikator = buat_indikator(unit)
    buat_rencana(unit, [[(indikator, 100)]])
    return indikator


def test_a_figure_and_its_achievement_are_written_together(indikator):
    realisasi = buat_realisasi(indikator, 90)
    assert realisasi.capaian.terbatas == 90
    assert realisasi.capaian.target["dokumen"] == "Renstra contoh"


def test_a_correction_is_a_new_version(indikator):
    buat_realisasi(indikator, 90)
    realisasi = buat_realisasi(indikator, 95)
    assert [versi.angka for versi in realisasi.versi_set.all()] == [90, 95]
    assert (realisasi.versi_terakhir, Capaian.objects.get().terbatas) == (2, 95)


def test_the_same_figure_twice_is_one_version(indikator):
    buat_realisasi(indikator, 90)
    assert buat_realisasi(indikator, 90).versi_terakhir == 1


def test_no_figure_is_not_zero(indikator):
    capaian = buat_realisasi(indikator, None).capaian
    assert (capaian.mentah, capaian.sebab) == (None, "belum_dilaporkan")


@pytest.mark.parametrize("keadaan", ["belum_rilis", "tidak_berlaku"])
def test_an_absence_needs_its_reason(indikator, keadaan):
    with pytest.raises(galat.AlasanWajib):
        buat_realisasi(indikator, None, keadaan=keadaan)


def test_a_state_that_contradicts_the_value_is_refused(indikator):
    with pytest.raises(galat.NilaiTidakCocok):
        buat_realisasi(indikator, 90, keadaan="belum_rilis", alasan="Menunggu BPS")


def test_a_number_the_database_cannot_keep_is_refused(indikator):
    with pytest.raises(AngkaTakMuat, match="desimal"):
        buat_realisasi(indikator, "0.12345678901")
    assert not Realisasi.objects.exists()


def test_somebody_elses_newer_figure_is_not_overwritten(indikator):
    buat_realisasi(indikator, 90)
    with pytest.raises(galat.VersiBerubah):
        buat_realisasi(indikator, 95, versi_diharapkan=0)


def test_a_sent_figure_must_come_back_before_it_changes(indikator):
    realisasi = langkah(buat_realisasi(indikator, 90), "ajukan")
    with pytest.raises(galat.RealisasiTerkunci):
        buat_realisasi(indikator, 95)
    langkah(realisasi, "kembalikan")
    assert buat_realisasi(indikator, 95).versi_terakhir == 2


def test_the_whole_way_is_walked_and_written_down(indikator):
    realisasi = langkah(buat_realisasi(indikator, 90), "ajukan", "verifikasi", "validasi", "kunci", "buka")
    assert realisasi.status == "dikembalikan"
    assert [satu.langkah for satu in realisasi.langkah_set.all()] == [
        "ajukan", "verifikasi", "validasi", "kunci", "buka",
    ]  # fmt: skip


@pytest.mark.parametrize("nama", sorted(set(TRANSISI) - {"ajukan"}))
def test_no_step_leads_on_from_a_draft_but_sending(indikator, nama):
    with pytest.raises(galat.LangkahTidakSah):
        langkah(buat_realisasi(indikator, 90), nama)


def test_sending_back_needs_a_reason(indikator):
    realisasi = langkah(buat_realisasi(indikator, 90), "ajukan")
    with pytest.raises(galat.AlasanWajib):
        langkah(realisasi, "kembalikan", alasan=" ")


def test_an_empty_slot_cannot_be_sent(indikator, unit):
    slot = Realisasi.objects.create(instansi=unit.instansi, indikator=indikator, unit=unit, tahun=2025)
    with pytest.raises(galat.BelumAdaIsian):
        langkah(slot, "ajukan")


@pytest.mark.parametrize(
    ("peran", "boleh"),
    [("perencana_unit", ["ajukan"]), ("pimpinan_unit", []), ("pengamat", []), ("perencana_instansi", [])],
)
def test_who_may_send_a_draft(indikator, unit, peran, boleh):
    pengguna = buat_pengguna(peran, unit=unit)
    assert langkah_boleh(pengguna, buat_realisasi(indikator, 90)) == boleh


def test_a_step_of_somebody_else_is_refused(indikator, unit):
    realisasi = buat_realisasi(indikator, 90)
    with pytest.raises(TidakBerwenang):
        services.transition_realisasi(
            realisasi=realisasi, langkah="ajukan", by=buat_pengguna("pengamat", unit=unit)
        )


def test_a_planner_of_another_unit_cannot_fill(indikator, unit):
    asing = buat_pengguna("perencana_unit", unit=buat_unit(unit.instansi))
    with pytest.raises(TidakBerwenang):
        services.save_realisasi(
            indikator=indikator,
            unit=unit,
            tahun=2025,
            triwulan=None,
            nilai=Nilai.dari_angka(Decimal(1)),
            by=asing,
        )


def test_every_write_leaves_an_audit_record(indikator, unit):
    pengguna = buat_pengguna("perencana_unit", unit=unit)
    realisasi = services.save_realisasi(
        indikator=indikator,
        unit=unit,
        tahun=2025,
        triwulan=1,
        nilai=Nilai.dari_angka(Decimal(5)),
        by=pengguna,
    )
    services.transition_realisasi(realisasi=realisasi, langkah="ajukan", by=pengguna)
    jejak = Catatan.objects.filter(objek__endswith=str(realisasi.uid)).order_by("urut")
    assert [satu.aksi for satu in jejak] == ["pengukuran.realisasi.diisi", "pengukuran.realisasi.ajukan"]
    assert jejak[0].pelaku == pengguna.username


@pytest.mark.parametrize("perintah", ["update", "delete"])
def test_the_database_keeps_a_sent_version(indikator, perintah):
    langkah(buat_realisasi(indikator, 90), "ajukan")
    versi = RealisasiVersi.objects.filter(diajukan_pada__isnull=False)
    with pytest.raises(DatabaseError, match="sudah diajukan"), transaction.atomic():
        versi.update(angka=99) if perintah == "update" else versi.delete()


def test_a_version_that_was_never_sent_may_go(indikator):
    buat_realisasi(indikator, 90).delete()
    assert not RealisasiVersi.objects.exists()


def test_the_database_keeps_the_steps(indikator):
    langkah(buat_realisasi(indikator, 90), "ajukan")
    with pytest.raises(DatabaseError, match="langkah persetujuan"), transaction.atomic():
        LangkahRealisasi.objects.update(alasan="lain")


def test_installing_the_triggers_again_leaves_one_of_each():
    penjaga.install()
    nama = {satu.nama for satu in penjaga.PENJAGA}
    tabel = "sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        tabel = "pg_trigger WHERE NOT tgisinternal"
    kolom = "tgname" if connection.vendor == "postgresql" else "name"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {kolom} FROM {tabel}")
        ada = [baris[0] for baris in cursor.fetchall() if baris[0] in nama]
    assert sorted(ada) == sorted(nama)


def test_evidence_is_attached_once(indikator, unit):
    realisasi, bukti = buat_realisasi(indikator, 90), buat_bukti(unit)
    services.attach_bukti(realisasi=realisasi, bukti=bukti, by=None)
    with pytest.raises(galat.SudahAdaBukti):
        services.attach_bukti(realisasi=realisasi, bukti=bukti, by=None)


def test_evidence_of_another_instansi_is_refused(indikator):
    with pytest.raises(galat.BedaInstansi):
        services.attach_bukti(realisasi=buat_realisasi(indikator, 90), bukti=buat_bukti(), by=None)


def test_evidence_of_a_sent_figure_stays(indikator, unit):
    realisasi, bukti = buat_realisasi(indikator, 90), buat_bukti(unit)
    services.attach_bukti(realisasi=realisasi, bukti=bukti, by=None)
    langkah(realisasi, "ajukan")
    with pytest.raises(galat.RealisasiTerkunci):
        services.detach_bukti(realisasi=realisasi, bukti=bukti, by=None)
