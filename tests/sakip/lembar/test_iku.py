"""The table of an IKU decree: formula, source, reason, baseline and targets; out, edited, back, undone."""

import io
from decimal import Decimal

import pytest
import xlsxwriter

from sakip.apps.datakinerja.models import DataDasar, IndikatorVersi
from sakip.apps.datakinerja.services import add_data_dasar, update_indikator
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.jenis import build_templat
from sakip.apps.perencanaan.lembar.services import load_pratinjau, undo_impor
from sakip.apps.perencanaan.lembar.tiga import Arti
from sakip.apps.perencanaan.models import Simpul, SimpulIndikator, Target
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul, buat_target, nilai
from tests.sakip.lembar.dunia import ATAS, bangun, baris, buku, ekspor, kolom, terapkan, tulis, unggah

pytestmark = pytest.mark.django_db
RUMUS = "balita sehat dibagi balita"


@pytest.fixture
def d():
    """The world's draft is a decree of one sasaran with one indicator; its Renstra stays beside it."""
    d = bangun()
    d.renstra, d.dokumen = d.dokumen, buat_dokumen(
        d.unit, jenis="iku", nama="IKU Dinkes", tahun_mulai=2025, tahun_selesai=2026
    )  # fmt: skip
    d.sasaran = buat_simpul(d.dokumen, pernyataan="Warga sehat", kode="1")
    services.link_indikator(simpul=d.sasaran, indikator=d.stunting, by=None)
    SimpulIndikator.objects.filter(simpul=d.sasaran).update(alasan="Prioritas RPJMD")
    buat_target(d.dokumen, d.stunting, 90, tahun=2025)
    return d


def versi(d):
    return IndikatorVersi.objects.get(indikator=d.stunting)


def test_an_export_that_nobody_edited_holds_no_difference(d):
    add_data_dasar(indikator=d.stunting, tahun=2024, nilai=nilai(Decimal("77.5")), by=None)
    _impor, pratinjau = unggah(d, ekspor(d))
    assert (pratinjau.beda, pratinjau.pesan) == ((), ())


def test_formula_source_reason_and_target_are_written_and_undone(d):
    update_indikator(indikator=d.stunting, sejak=versi(d).berlaku_mulai, by=None, sumber="e-PPGBM")
    di = "Persentase balita sehat"

    def ubah(isi):
        for judul, isian in (
            ("Formula", RUMUS),
            ("Sumber data", "SSGI"),
            ("Alasan", "Baru"),
            ("Target 2026", 92),
        ):
            tulis(di, judul, isian)(isi)

    impor, pratinjau = unggah(d, ekspor(d, ubah))
    assert {b.arti for b in pratinjau.beda} == {Arti.BERUBAH_DI_BERKAS}
    terapkan(d, impor)
    assert (versi(d).rumus, versi(d).sumber) == (RUMUS, "SSGI")
    assert SimpulIndikator.objects.get(simpul=d.sasaran).alasan == "Baru"
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert (versi(d).rumus, versi(d).sumber) == ("", "e-PPGBM")
    assert SimpulIndikator.objects.get(simpul=d.sasaran).alasan == "Prioritas RPJMD"
    assert not Target.objects.filter(dokumen=d.dokumen, tahun=2026).exists()


def test_a_formula_changed_on_both_sides_is_a_conflict(d):
    berkas = ekspor(d, tulis("Persentase balita sehat", "Formula", RUMUS))
    update_indikator(indikator=d.stunting, sejak=versi(d).berlaku_mulai, by=None, rumus="sehat / semua")
    _impor, pratinjau = unggah(d, berkas)
    assert [(b.bidang, b.arti, b.sistem) for b in pratinjau.beda] == [
        ("rumus", Arti.KONFLIK, "sehat / semua")
    ]


def test_a_baseline_is_read_with_its_year_or_as_that_before_the_period(d):
    di = "Persentase balita sehat"
    terapkan(d, unggah(d, ekspor(d, tulis(di, "Kondisi awal", "75,5 (2023)")))[0])
    terapkan(d, unggah(d, ekspor(d, tulis(di, "Kondisi awal", 78)))[0])
    assert {s.tahun: s.angka for s in DataDasar.objects.all()} == {2023: Decimal("75.5"), 2024: 78}


def test_a_baseline_inside_the_period_is_an_error_in_its_cell(d):
    _impor, pratinjau = unggah(d, ekspor(d, tulis("Persentase balita sehat", "Kondisi awal", "80 (2025)")))
    assert "paling akhir 2024" in pratinjau.pesan[0].pesan
    assert not pratinjau.bersih


def test_a_decree_is_built_from_the_empty_template(d):
    d.dokumen = buat_dokumen(d.unit, jenis="iku", nama="IKU baru", tahun_mulai=2030, tahun_selesai=2034)
    isian = {
        "Sasaran": "Warga sehat", "Kode": "1", "Indikator": "Umur harapan hidup", "Satuan": "tahun",
        "Formula": "rata-rata umur", "Sumber data": "BPS", "Alasan": "Mandat", "Kondisi awal": 71, "Target 2034": 74,
    }  # fmt: skip

    def isi(kisi):
        kisi.append([""] * len(kisi[ATAS]))
        for judul, nilai_sel in isian.items():
            kisi[-1][kolom(kisi, judul)] = nilai_sel

    berkas = buku(build_templat(instansi=d.unit.instansi, jenis="iku", tahun=2030), isi)
    impor, pratinjau = unggah(d, berkas)
    assert pratinjau.bersih
    terapkan(d, impor)
    baru = IndikatorVersi.objects.get(nama="Umur harapan hidup")
    assert (baru.rumus, baru.sumber, baru.satuan.nama) == ("rata-rata umur", "BPS", "tahun")
    assert SimpulIndikator.objects.get(simpul__dokumen=d.dokumen).alasan == "Mandat"
    assert DataDasar.objects.get(indikator=baru.indikator).tahun == 2029


def test_a_new_sasaran_supports_that_of_the_plan_in_force(d):
    services.activate_dokumen(dokumen=d.renstra, by=None)

    def ubah(isi):
        isi.append([""] * len(isi[ATAS]))
        isi[-1][kolom(isi, "Tujuan")] = "Derajat kesehatan naik"

    terapkan(d, unggah(d, ekspor(d, ubah))[0])
    baru = Simpul.objects.get(dokumen=d.dokumen, jenis="tujuan")
    assert baru.mendukung.dokumen == d.renstra


def test_a_row_with_results_is_held_back(d):
    buat_realisasi(d.stunting, 80, tahun=2025)
    impor, pratinjau = unggah(d, ekspor(d, lambda isi: isi.pop(baris(isi, "Persentase balita sehat"))))
    assert pratinjau.tertahan
    with pytest.raises(ImporRencanaDitolak, match="sudah punya realisasi"):
        terapkan(d, impor)


def test_a_decree_has_no_ceilings_and_takes_no_file_of_another_decree(d):
    lain = buat_dokumen(
        buat_unit(d.unit.instansi), jenis="iku", nama="IKU lain", tahun_mulai=2025, tahun_selesai=2026
    )
    berkas = ekspor(d, lambda isi: None)
    assert "Rp" not in read_buku(berkas, "a.xlsx").lembar[0].baris[ATAS + 1]
    d.dokumen = lain
    with pytest.raises(BerkasTakTerpakai, match="IKU Dinkes"):
        unggah(d, berkas)


def test_years_above_a_row_of_target_alone_are_titles_too(d):
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as kerja:
        lembar = kerja.add_worksheet("IKU")
        lembar.write_row(0, 0, ["Sasaran", "Indikator", "Satuan", "2025", "2026"])
        lembar.write_row(1, 3, ["Target", "Target"])
        lembar.write_row(2, 0, ["Warga sehat", "Persentase balita sehat", "%", 91, 92])
    _impor, pratinjau = unggah(d, keluar.getvalue())
    assert pratinjau.bersih
    assert {b.bidang: b.berkas for b in pratinjau.beda} == {"t:2025": "91", "t:2026": "92"}


def test_the_comparison_costs_the_same_for_many(d, django_assert_max_num_queries):
    for n in range(40):
        buat_simpul(d.dokumen, pernyataan=f"Sasaran {n}")
    impor, _ = unggah(d, ekspor(d, lambda isi: isi.__delitem__(slice(10, 30))))
    with django_assert_max_num_queries(14):
        load_pratinjau(impor=impor, macam=d.macam)
