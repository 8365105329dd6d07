"""Out to Excel and back: what nobody changed is no difference; what was changed is written, and can be taken back."""

from decimal import Decimal

import pytest

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.galat import DokumenTerkunci
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.services import apply_impor, preview_impor, undo_impor
from sakip.apps.perencanaan.lembar.tabel import read_tabel, sidik
from sakip.apps.perencanaan.models import PaguIndikatif, Simpul, SimpulIndikator, Target
from tests.sakip.lembar.dunia import bangun, baris, ekspor, kolom, terapkan, tulis, unggah

pytestmark = pytest.mark.django_db


@pytest.fixture
def d():
    return bangun()


def nilai(d, tahun, indikator=None):
    satu = Target.objects.filter(dokumen=d.dokumen, indikator=indikator or d.stunting, tahun=tahun).first()
    return None if satu is None else satu.angka.normalize()


def test_a_round_trip_shows_no_difference(d):
    _impor, pratinjau = unggah(d, ekspor(d))
    assert pratinjau.beda == ()
    assert pratinjau.pesan == ()
    assert pratinjau.bersih


def test_a_changed_target_and_ceiling_are_written(d):
    def ubah(lembar):
        tulis("Persentase balita sehat", "2025 Target", 82.5)(lembar)
        tulis("Program gizi", "2026 Rp", 2_000_000)(lembar)

    impor, _ = unggah(d, ekspor(d, ubah))
    terapkan(d, impor)
    assert nilai(d, 2025) == Decimal("82.5")
    assert PaguIndikatif.objects.get(simpul=d.program, tahun=2026).jumlah == 2_000_000


def test_a_change_of_the_system_since_the_export_is_kept(d):
    berkas = ekspor(d, tulis("Persentase balita sehat", "2025 Target", 82))
    services.set_target(dokumen=d.dokumen, indikator=d.opini, tahun=2025, nilai=None, by=None)
    impor, pratinjau = unggah(d, berkas)
    assert {b.arti for b in pratinjau.beda} == {"berubah_di_berkas", "berubah_di_sistem"}
    terapkan(d, impor)
    assert not Target.objects.filter(dokumen=d.dokumen, indikator=d.opini, tahun=2025).exists()
    assert nilai(d, 2025) == 82


@pytest.mark.parametrize(("sisi", "hasil"), [("berkas", "Warga bugar"), ("sistem", "Warga kuat")])
def test_a_conflict_follows_the_side_that_was_chosen(d, sisi, hasil):
    berkas = ekspor(d, tulis("1.1", "Sasaran", "Warga bugar"))
    isi = services.IsiSimpul("Warga kuat", "1.1", d.sasaran.induk, None, d.unit)
    services.update_simpul(simpul=d.sasaran, isi=isi, by=None)
    impor, pratinjau = unggah(d, berkas)
    assert [b.arti for b in pratinjau.beda] == ["konflik"]
    if sisi == "berkas":
        terapkan(d, impor, sisi=sisi)
    else:
        with pytest.raises(ImporRencanaDitolak, match="Tidak ada yang akan berubah"):
            terapkan(d, impor, sisi=sisi)
    assert Simpul.objects.get(pk=d.sasaran.pk).pernyataan == hasil


def test_an_open_conflict_keeps_the_file_from_being_applied(d):
    berkas = ekspor(d, tulis("Persentase balita sehat", "2026 Target", 90))
    services.set_target(dokumen=d.dokumen, indikator=d.stunting, tahun=2026, nilai=None, by=None)
    impor, _ = unggah(d, berkas)
    with pytest.raises(ImporRencanaDitolak, match="belum Anda pilih"):
        apply_impor(impor=impor, macam=d.macam, by=None)


def test_an_undo_restores_every_cell(d):
    def ubah(lembar):
        tulis("Persentase balita sehat", "2025 Target", 82)(lembar)
        tulis("1.1", "Sasaran", "Warga bugar")(lembar)
        del lembar[baris(lembar, "Kegiatan posyandu")]

    semula = sidik(read_tabel(d.dokumen))
    impor, _ = unggah(d, ekspor(d, ubah))
    terapkan(d, impor)
    assert sidik(read_tabel(d.dokumen)) != semula
    undo_impor(impor=impor, macam=d.macam, by=None)
    assert sidik(read_tabel(d.dokumen)) == semula
    assert Target.objects.get(dokumen=d.dokumen, indikator=d.stunting, tahun=2025).desimal == 2


def test_an_undo_is_refused_once_the_plan_was_changed(d):
    impor, _ = unggah(d, ekspor(d, tulis("Program gizi", "2025 Rp", 5)))
    terapkan(d, impor)
    services.set_pagu(simpul=d.program, tahun=2026, jumlah=Decimal(1), by=None)
    with pytest.raises(ImporRencanaDitolak, match="sudah diubah"):
        undo_impor(impor=impor, macam=d.macam, by=None)


def test_a_plan_in_force_asks_for_a_revision_first(d):
    berkas = ekspor(d)
    services.activate_dokumen(dokumen=d.dokumen, by=None)
    with pytest.raises(DokumenTerkunci, match="Buat versi perubahan"):
        preview_impor(isi=berkas, nama="a.xlsx", macam=d.macam, by=None)


def test_the_export_of_a_former_version_goes_into_its_revision(d):
    berkas = ekspor(d, tulis("Persentase balita sehat", "2025 Target", 99))
    services.activate_dokumen(dokumen=d.dokumen, by=None)
    d.dokumen = services.revise_dokumen(dokumen=d.dokumen, nama="Renstra perubahan", by=None)
    impor, pratinjau = unggah(d, berkas)
    assert [b.arti for b in pratinjau.beda] == ["berubah_di_berkas"]
    terapkan(d, impor)
    assert nilai(d, 2025) == 99


def test_two_nodes_can_trade_their_codes(d):
    lain = services.add_simpul(
        dokumen=d.dokumen,
        jenis="program",
        pernyataan="Program obat",
        kode="1.02.03",
        induk=d.sasaran,
        by=None,
    )

    def ubah(lembar):
        a, b = baris(lembar, "Program gizi"), baris(lembar, "Program obat")
        k = kolom(lembar, "Kode")
        lembar[a][k], lembar[b][k] = "1.02.03", "1.02.02"

    impor, _ = unggah(d, ekspor(d, ubah))
    terapkan(d, impor)
    assert Simpul.objects.get(pk=lain.pk).kode == "1.02.02"
    assert Simpul.objects.get(pk=d.program.pk).kode == "1.02.03"


def test_a_row_taken_out_stays_unless_its_removal_is_chosen(d):
    berkas = ekspor(d, lambda lembar: lembar.pop(baris(lembar, "Akreditasi")))
    impor, pratinjau = unggah(d, berkas)
    assert [b.arti for b in pratinjau.beda] == ["baris_hilang"]
    assert pratinjau.ke == pratinjau.bahan.sistem
    terapkan(d, impor)
    assert not SimpulIndikator.objects.filter(indikator=d.opini).exists()
    assert not Target.objects.filter(dokumen=d.dokumen, indikator=d.opini).exists()


def test_a_programme_without_a_parent_stays_without_one(d):
    services.add_simpul(dokumen=d.dokumen, jenis="program", pernyataan="Program umum", by=None, urutan=99)
    assert unggah(d, ekspor(d))[1].beda == ()
