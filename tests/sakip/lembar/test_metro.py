"""Every matrix of the example city goes to Excel and comes back without a difference."""

import io

import pytest
import xlsxwriter
from django.db import transaction

from sakip.apps.perencanaan.lembar.jenis import macam_dokumen
from sakip.apps.perencanaan.lembar.services import export_lembar, read_pratinjau
from sakip.apps.perencanaan.lembar.tabel import BERMATRIKS
from sakip.apps.perencanaan.models import Dokumen
from sakip.cli.demo.berkas import folder
from sakip.cli.demo.metro import organisasi
from sakip.cli.demo.metro.kamus import load_indikator
from sakip.cli.demo.metro.rencana import Rencana
from sakip.platform.lembar.baca import read_buku
from tests.sakip.lembar.dunia import tulis_lembar


@pytest.fixture(scope="module")
def dokumen(django_db_setup, django_db_blocker):
    """The plans of the city; undone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        data = folder("metro")
        instansi = organisasi.load_instansi()
        units = organisasi.load_units(instansi, data)
        Rencana(units, load_indikator(instansi, units, data), data).load()
        semua = Dokumen.objects.filter(instansi=instansi, jenis__in=BERMATRIKS)
        yield list(semua.select_related("unit", "instansi"))
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_round_trip_of_every_plan_shows_no_difference(dokumen):
    assert len(dokumen) > 30
    beda = {}
    for satu in dokumen:
        isi = export_lembar(macam=macam_dokumen(satu), by=None)
        pratinjau = read_pratinjau(isi=isi, nama="a.xlsx", macam=macam_dokumen(satu), pilih={})
        if pratinjau.beda or not pratinjau.bersih:
            beda[str(satu)] = pratinjau.beda[:3] or pratinjau.pesan[:3]
    assert beda == {}


@pytest.mark.django_db
def test_without_its_export_a_file_still_finds_every_row(dokumen):
    """As if somebody had typed the same matrix: nothing is new, nothing conflicts."""
    for satu in dokumen[:5]:
        isi = export_lembar(macam=macam_dokumen(satu), by=None)
        pratinjau = read_pratinjau(isi=tanpa_kunci(isi), nama="a.xlsx", macam=macam_dokumen(satu), pilih={})
        assert pratinjau.beda == (), satu


def tanpa_kunci(isi):
    """The workbook without its hidden columns and its mark."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as buku:
        matriks = next(satu for satu in read_buku(isi, "a.xlsx").lembar if satu.nama == "Matriks")
        tulis_lembar(buku.add_worksheet("Matriks"), [baris[2:] for baris in matriks.baris])
    return keluar.getvalue()
