"""The number of queries of each page is bounded, and does not grow with the data."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_rencana
from tests.sakip.web.dunia import tambah_pohon
from tests.sakip.web.test_siapa import alamat

# Session and account are two of them; the drawer reads versions, steps and evidence besides the figure.
# A tree's page checks the tree as it stands: besides the list itself, read once, the rules need the plans' codes, the
# acknowledgements and (with linked indicators) the dictionary; the present step asks for budgets.
BATAS = {"mengapa": 15, "mengapa_indikator": 16, "indikator": 15, "pohon": 14}
# A home gathers every part of the cycle: figures, tasks, evaluation, follow-up, crosscutting and the adopted plan.
BATAS_BERANDA = {"perencana_unit": 21, "pimpinan_instansi": 14}


def count(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(url).status_code == 200
    return len(kueri)


def grow(dunia):
    """Ten more indicators in the unit, five more units, another year."""
    isi = [buat_indikator(dunia.dinkes) for _ in range(10)]
    buat_rencana(
        dunia.dinkes, [[(i, 10)] for i in isi], tahun=2025, jenis="rpjmd", nama="RPJMD", tahun_mulai=2021
    )
    for indikator in isi:
        buat_realisasi(indikator, 5)
        buat_realisasi(indikator, 4, tahun=2024)
    for _ in range(5):
        unit = buat_unit(dunia.instansi)
        indikator = buat_indikator(unit)
        buat_rencana(unit, [[(indikator, 10)]])
        buat_realisasi(indikator, 9)


@pytest.mark.parametrize("peran", ["pimpinan_instansi", "perencana_unit", "admin_instansi"])
def test_every_page_stays_within_its_queries(dunia, sebagai, peran):
    tambah_pohon(dunia)
    client = sebagai(peran)
    lebih = {}
    for nama, url in alamat(dunia).items():
        batas = BATAS_BERANDA.get(peran, 12) if nama == "beranda" else BATAS.get(nama, 12)
        if (n := count(client, url)) > batas:
            lebih[nama] = n
    assert lebih == {}


def test_more_data_asks_no_more_queries(dunia, sebagai):
    client = sebagai("pimpinan_instansi")
    halaman = {
        n: alamat(dunia)[n] for n in ("beranda", "instansi", "unit", "indikator", "mengapa", "dokumen")
    }
    sebelum = {nama: count(client, url) for nama, url in halaman.items()}
    grow(dunia)
    assert {nama: count(client, url) for nama, url in halaman.items()} == sebelum
