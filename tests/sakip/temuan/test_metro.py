"""The situations planted in the example city, found through the database; and little else called a galat."""

from datetime import date

import pytest
from django.db import transaction

from sakip.cli.demo.berkas import folder
from sakip.cli.demo.metro import organisasi
from sakip.cli.demo.metro.kamus import load_indikator
from sakip.cli.demo.metro.pengguna import load_pengguna
from sakip.cli.demo.metro.pengukuran import load_anggaran
from sakip.cli.demo.metro.perjanjian import load_pk
from sakip.cli.demo.metro.pohon import load_pohon
from sakip.cli.demo.metro.rencana import Rencana
from sakip.platform.organisasi.models import Unit
from sakip.platform.temuan.daftar import run
from sakip.platform.temuan.model import SasaranTemuan, TingkatTemuan

#: situation -> (year, unit, rules that find it, words of the finding)
SITUASI = {
    "SIT-25": (2025, "DINSOS", {"DOK001", "DOK005"}, "80"),
    "SIT-26": (2025, "INSPEKTORAT", {"DOK001", "DOK003", "DOK005"}, ""),
    "SIT-27": (2025, "INSPEKTORAT", {"DOK003"}, "2026"),
    "SIT-28": (2026, "DKP3", {"DOK001", "DOK004", "DOK005"}, ""),
    "SIT-30": (2026, "DKP3", {"DOK004"}, ""),
    "SIT-35": (2026, "DISPORAPAR", {"PJK001"}, "sesudah DPA"),
    "SIT-36": (2026, "DISHUB", {"DOK013"}, ""),
    "SIT-37": (2026, "RSUD", {"DOK009"}, "mutu nasional"),
    "SIT-38": (2026, "KESBANGPOL", {"POH001"}, "Melaksanakan sosialisasi"),
    "SIT-39": (2026, "DINSOS", {"POH001"}, "Melaksanakan verifikasi"),
    "SIT-40": (2026, "SETWAN", {"IND003", "IND004"}, "laporan hasil rapat"),
    "SIT-41": (2026, "KESBANGPOL", {"IND003", "IND004"}, "peserta sosialisasi"),
    "SIT-42": (2026, "DPMPTSP", {"IND003", "IND004"}, "nomor induk berusaha"),
    "SIT-43": (2026, "BPPRD", {"IND003", "IND004"}, "laporan potensi pajak"),
    "SIT-44": (2026, "DISDIKBUD", {"IND010"}, "terakreditasi"),
    "SIT-45": (2026, "DISPORAPAR", {"IND014"}, "kekayaan intelektual"),
    "SIT-55": (2026, "BPPRD", {"IND007"}, "potensi pajak"),
    "SIT-56": (2026, "DISDUKCAPIL", {"REN001"}, "CAP-005"),
    "SIT-64": (2026, "DLH", {"POH010", "POH014"}, "Aduan lingkungan"),
    "SIT-66": (2026, "DLH", {"REN003"}, "2.11.03.2.01.0009"),
    "SIT-67": (2025, "DISHUB", {"REN003"}, "2.15.02.2.02.03"),
    "SIT-69": (2026, "DINKES", {"POH040"}, "hipertensi"),
    "SIT-70": (2026, "DISNAKERTRANS", {"POH030"}, "bersertifikat kompetensi"),
    "SIT-72": (2025, "DPKP", {"UKR001"}, "1.04.03.2.03"),
    "SIT-73": (2025, "DPKP", {"UKR001"}, "1.04.03 "),
}
#: Everything else that is called a galat, by rule and unit; docs/penjelasan/temuan.md judges each.
GALAT_LAIN = {("DINSOS", "DOK020")}


@pytest.fixture(scope="module")
def temuan(django_db_setup, django_db_blocker):
    """The plans, agreements, trees and budgets of the city; undone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        data = folder("metro")
        instansi = organisasi.load_instansi()
        units = organisasi.load_units(instansi, data)
        posts = organisasi.load_jabatan(instansi, units, data)
        organisasi.load_successions(units, data)
        load_pengguna(instansi, units, posts, data)
        rencana = Rencana(units, load_indikator(instansi, units, data), data)
        rencana.load()
        load_pk(rencana)
        load_pohon(rencana)
        load_anggaran(rencana)
        yield {tahun: _find(instansi, tahun) for tahun in (2025, 2026)}
        transaction.set_rollback(True)


def _find(instansi, tahun):
    unit = dict(Unit.objects.filter(instansi=instansi, entitas_sakip=True).values_list("pk", "kode"))
    pada = min(date(tahun, 12, 31), date(2026, 11, 20))
    hasil = run(SasaranTemuan(instansi, frozenset(unit), tahun, pada, semua=True))
    return [(unit[satu.unit_id], satu) for satu in hasil]


@pytest.mark.parametrize("sit", SITUASI)
def test_a_planted_situation_is_found(temuan, sit):
    tahun, unit, kode, kata = SITUASI[sit]
    cocok = [t for u, t in temuan[tahun] if u == unit and t.kode in kode]
    assert [t for t in cocok if kata in f"{t.label} {t.pesan}"]


def test_little_else_is_called_a_galat(temuan):
    ditanam = {(unit, kode) for _, unit, semua, _ in SITUASI.values() for kode in semua}
    galat = {(u, t.kode) for isi in temuan.values() for u, t in isi if t.tingkat == TingkatTemuan.GALAT}
    assert galat - ditanam <= GALAT_LAIN


def test_a_target_changed_with_a_reason_is_no_galat(temuan):
    """SIT-32 and SIT-33: the revision says why."""
    milik = [t for u, t in temuan[2025] if u == "DPUTR" and t.tingkat == TingkatTemuan.GALAT]
    assert milik == []


def test_an_action_plan_that_follows_the_agreement_before_its_revision_is_warned(temuan):
    milik = [t for u, t in temuan[2025] if u == "DPUTR" and t.kode == "DOK020"]
    assert {t.tingkat for t in milik} == {TingkatTemuan.PERINGATAN}
    assert all("PK sebelum perubahan" in t.pesan for t in milik)


def test_a_new_signature_alone_is_no_warning(temuan):
    """SIT-34: the agreement was signed again because the official changed."""
    milik = [t for u, t in temuan[2026] if u == "DINSOS" and t.objek.jenis == "pk"]
    assert not [t for t in milik if t.tingkat != TingkatTemuan.SARAN]
