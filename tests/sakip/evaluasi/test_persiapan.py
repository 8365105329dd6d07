"""Setting an evaluation up: instruments pinned, sheets, teams, windows, and who may."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, buat_tim, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_instansi, buat_unit

from kinerja.instrumen import load
from kinerja.instrumen.load import FOLDER
from sakip.apps.evaluasi import galat, services
from sakip.apps.evaluasi.instrumen import instrumen_tersedia, muat_instrumen
from sakip.apps.evaluasi.models import AnggotaTim, Evaluasi, HasilLembar, Jawaban
from sakip.apps.evaluasi.selectors import get_lembar, lembar_lengkap, lembar_visible_to, riwayat_kota
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db
UNIT = "akip-88-2021-unit"


@pytest.fixture
def varian(tmp_path, monkeypatch):
    """A folder of an instansi's own instrument, a copy of the unit form under another id."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    folder = tmp_path / "instrumen" / "akip-88-2021-kota"
    folder.mkdir(parents=True)
    asli = FOLDER / UNIT
    isi = (asli / "instrumen.yaml").read_text(encoding="utf-8")
    isi = isi.replace(f"id: {UNIT}", f"id: akip-88-2021-kota\ninduk: {UNIT}", 1)
    (folder / "instrumen.yaml").write_text(isi, encoding="utf-8")
    (folder / "SUMBER.md").write_text((asli / "SUMBER.md").read_text(encoding="utf-8"), encoding="utf-8")
    return folder / "instrumen.yaml"


def _tamper(berkas) -> None:
    isi = berkas.read_text(encoding="utf-8")
    berkas.write_text(isi.replace("kriteria bahan", "kriteria  bahan") + "\n# diubah\n", encoding="utf-8")


def test_an_evaluation_pins_its_instruments_by_hash():
    pin = buat_evaluasi().instrumen_set.get(profil="unit")
    assert (pin.instrumen_id, pin.instrumen_hash) == (UNIT, load(UNIT).hash)


def test_a_year_is_evaluated_once():
    evaluasi = buat_evaluasi()
    with pytest.raises(galat.EvaluasiSudahAda):
        buat_evaluasi(evaluasi.instansi)


def test_an_unknown_instrument_is_refused():
    with pytest.raises(galat.InstrumenTidakAda):
        buat_evaluasi(instrumen_unit="akip-99")
    with pytest.raises(galat.InstrumenTidakAda):
        buat_evaluasi(instrumen_unit="../rahasia")


def test_an_instrument_out_of_force_is_refused():
    with pytest.raises(galat.InstrumenTidakBerlaku):
        buat_evaluasi(tahun=2015)


def test_an_instansi_may_use_its_own_variant(varian):
    assert "akip-88-2021-kota" in {satu.id for satu in instrumen_tersedia()}
    lembar = buat_lembar(buat_evaluasi(instrumen_unit="akip-88-2021-kota"))
    isi_lembar(lembar, "BB")
    assert HasilLembar.objects.get().total == "80"


def test_a_tampered_folder_is_refused_and_nothing_is_lost(varian):
    lembar = buat_lembar(buat_evaluasi(instrumen_unit="akip-88-2021-kota"))
    isi_lembar(lembar, "BB")
    _tamper(varian)
    sebelum = Jawaban.objects.count()
    with pytest.raises(galat.InstrumenBerubah, match="Tidak ada yang dihitung"):
        services.save_jawaban(lembar=lembar, kode="1.a", nilai="A", by=None)
    with pytest.raises(galat.InstrumenBerubah):
        lembar_lengkap(lembar)
    assert (Jawaban.objects.count(), HasilLembar.objects.get().total) == (sebelum, "80")


def test_a_restored_folder_is_used_again(varian):
    asli = varian.read_bytes()
    lembar = buat_lembar(buat_evaluasi(instrumen_unit="akip-88-2021-kota"))
    _tamper(varian)
    with pytest.raises(galat.InstrumenBerubah):
        muat_instrumen(lembar.instrumen)
    varian.write_bytes(asli)
    assert muat_instrumen(lembar.instrumen).hash == lembar.instrumen.instrumen_hash


def test_a_missing_folder_is_refused(varian):
    lembar = buat_lembar(buat_evaluasi(instrumen_unit="akip-88-2021-kota"))
    varian.unlink()
    with pytest.raises(galat.InstrumenBerubah, match="tidak terbaca"):
        services.save_jawaban(lembar=lembar, kode="1.a", nilai="A", by=None)


def test_every_reporting_unit_of_the_year_gets_a_sheet():
    instansi = buat_instansi()
    pemda = buat_unit(instansi, jenis="pemda", kode="PEMDA")
    dinas = buat_unit(instansi, klaster_akip="utama", induk=pemda)
    buat_unit(instansi, entitas_sakip=False)
    buat_unit(instansi, berlaku_mulai=date(2026, 1, 1))
    dibuat = services.add_semua_lembar(evaluasi=buat_evaluasi(instansi), by=None)
    assert {(satu.unit.kode, satu.instrumen.profil, satu.klaster) for satu in dibuat} == {
        ("PEMDA", "instansi", ""),
        (dinas.kode, "unit", "utama"),
    }


def test_adding_all_again_adds_what_is_missing():
    lembar = buat_lembar()
    baru = buat_unit(lembar.instansi)
    assert [s.unit for s in services.add_semua_lembar(evaluasi=lembar.evaluasi, by=None)] == [baru]


def test_a_unit_has_one_sheet_and_belongs_to_the_instansi():
    lembar = buat_lembar()
    with pytest.raises(galat.LembarSudahAda):
        buat_lembar(lembar.evaluasi, lembar.unit)
    with pytest.raises(galat.BedaInstansi):
        buat_lembar(lembar.evaluasi, buat_unit())


def test_a_form_that_the_evaluation_does_not_use_is_refused():
    with pytest.raises(galat.ProfilTanpaInstrumen):
        buat_lembar(buat_evaluasi(instrumen_instansi=None), profil="instansi")


def test_an_evaluation_without_sheets_does_not_start():
    with pytest.raises(galat.TanpaLembar):
        services.start_evaluasi(evaluasi=buat_evaluasi(mulai=False), by=None)


def test_an_evaluation_starts_once():
    evaluasi = buat_evaluasi(mulai=False)
    buat_lembar(evaluasi)
    assert services.start_evaluasi(evaluasi=evaluasi, by=None).status == "berjalan"
    with pytest.raises(galat.StatusTidakSah):
        services.start_evaluasi(evaluasi=evaluasi, by=None)


def test_a_team_is_replaced_as_a_whole():
    evaluasi = buat_evaluasi()
    tim = buat_tim(evaluasi)
    ketua = buat_pengguna("apip", instansi=evaluasi.instansi)
    services.set_anggota(tim=tim, anggota=[(ketua, "ketua", "Auditor")], by=None)
    assert list(AnggotaTim.objects.values_list("pengguna", "jabatan_teks")) == [(ketua.pk, "Auditor")]


def test_a_stranger_is_not_in_the_team():
    tim = buat_tim(buat_evaluasi())
    with pytest.raises(galat.BedaInstansi):
        services.set_anggota(tim=tim, anggota=[(buat_pengguna("apip"), "ketua", "")], by=None)


def test_a_signed_sheet_keeps_its_team():
    lembar = jalankan(buat_lembar(), "sanggah")
    with pytest.raises(galat.TimBerjalan):
        services.assign_tim(lembar=[lembar], tim=buat_tim(lembar.evaluasi), by=None)


def test_a_window_does_not_end_before_it_opens():
    hari = date(2026, 9, 1)
    with pytest.raises(galat.TanggalTerbalik):
        services.set_jendela(
            evaluasi=buat_evaluasi(), tahap="mandiri", buka=hari, tutup=hari - timedelta(days=1), by=None
        )


def test_a_published_result_is_noted_once():
    instansi = buat_instansi()
    isi = {"tahun": 2024, "instrumen": "88/2021", "total": "64.14", "predikat": "B"}
    services.add_riwayat_nilai(instansi=instansi, **isi, by=None)
    with pytest.raises(galat.RiwayatSudahAda):
        services.add_riwayat_nilai(instansi=instansi, **isi, by=None)
    assert [str(satu.total) for satu in riwayat_kota(instansi)] == ["64.1400"]


@pytest.mark.parametrize(
    "peran", ["admin_instansi", "perencana_instansi", "perencana_unit", "pimpinan_instansi", "pengamat"]
)
def test_only_apip_sets_an_evaluation_up(peran):
    instansi = buat_instansi()
    with pytest.raises(TidakBerwenang):
        services.create_evaluasi(instansi=instansi, tahun=2025, by=buat_pengguna(peran, instansi=instansi))
    apip = buat_pengguna("apip", instansi=instansi)
    assert services.create_evaluasi(instansi=instansi, tahun=2025, by=apip).pk


def test_apip_of_another_instansi_sets_nothing_up():
    with pytest.raises(TidakBerwenang):
        services.create_evaluasi(instansi=buat_instansi(), tahun=2025, by=buat_pengguna("apip"))
    assert not Evaluasi.objects.exists()


def test_a_sheet_of_another_instansi_does_not_exist_for_a_reader():
    lembar = buat_lembar()
    for peran in ("apip", "pengamat"):
        lain = buat_pengguna(peran)
        assert not lembar_visible_to(lain).exists()
        with pytest.raises(lembar.DoesNotExist):
            get_lembar(lain, lembar.uid)


def test_a_unit_reads_its_own_sheet_and_apip_reads_all():
    lembar = buat_lembar()
    buat_lembar(lembar.evaluasi)
    unit = buat_pengguna("perencana_unit", unit=lembar.unit)
    apip = buat_pengguna("apip", instansi=lembar.instansi)
    assert list(lembar_visible_to(unit)) == [lembar]
    assert lembar_visible_to(apip).count() == 2
