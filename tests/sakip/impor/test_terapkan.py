from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.sakip.impor.buku import TANGSEL, terapkan, xlsx, xlsx_program

from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.services import InstansiTidakAda, preview_berkas
from sakip.apps.pengukuran.impor.services.tulis import Penulis
from sakip.apps.pengukuran.models import Anggaran, Capaian, Realisasi, RealisasiVersi
from sakip.apps.pengukuran.services import transition_realisasi
from sakip.apps.perencanaan.models import Dokumen, Simpul, Target
from sakip.platform.audit.models import Catatan
from sakip.platform.lembar.models import Impor
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.organisasi.models import Instansi, Unit

pytestmark = pytest.mark.django_db

SATU = """
BPBD |   |   |    |         |      | 300 |     | 30
BPBD | P |   |    | Indeks  | 80,5 | 300 | 81  | 30
BPBD |   | K |    | Cakupan | 23%  | 300 | 50% | 30
BPBD |   |   | S1 | Dokumen | 3    | 300 | -   | 30
"""
JUDUL = ("Unit", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Polaritas")
CAPAIAN = ("BPBD", "Tanggap", "Waktu tanggap", "menit", "15", "12", "120,00", "min")


def isi_tabel() -> dict[str, list[Any]]:
    """Every row of the tables an import writes to, apart from its own record, the audit and derived figures."""
    kecuali = ("lembar_", "audit_", "files_", "django_", "sqlite_", "auth_", "accounts_")
    hasil = {}
    for tabel in connection.introspection.table_names():
        if not tabel.startswith(kecuali):
            with connection.cursor() as kursor:
                kursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)} ORDER BY id")
                hasil[tabel] = kursor.fetchall()
    return hasil


def xlsx_capaian(*baris: tuple[str, ...]) -> bytes:
    return xlsx({"Capaian": [JUDUL, *baris]})


def test_the_staircase_becomes_a_plan_with_indicators_figures_and_money():
    terapkan(xlsx_program(SATU))
    assert list(Simpul.objects.values_list("jenis", "pernyataan")) == [
        ("program", "P"), ("kegiatan", "K"), ("sub_kegiatan", "S1")
    ]  # fmt: skip
    assert (Indikator.objects.count(), Realisasi.objects.count(), Anggaran.objects.count()) == (3, 5, 8)


def test_the_printed_abbreviation_is_the_code_of_the_unit():
    terapkan(xlsx_program(SATU))
    assert Unit.objects.get().kode == "BPBD"
    assert list(Indikator.objects.values_list("kode", flat=True)) == ["BPBD-001", "BPBD-002", "BPBD-003"]


def test_the_plan_is_in_force_and_has_no_codes():
    terapkan(xlsx_program(SATU))
    dokumen = Dokumen.objects.get()
    assert (dokumen.jenis, dokumen.status, dokumen.tahun_mulai) == ("renja", "berlaku", 2023)
    assert set(Simpul.objects.values_list("kode", flat=True)) == {""}


def test_a_percent_figure_is_stored_as_printed_without_the_sign():
    terapkan(xlsx_program(SATU))
    versi = RealisasiVersi.objects.get(realisasi__triwulan=1, realisasi__indikator__versi__nama="Cakupan")
    assert versi.angka == 23
    assert IndikatorVersi.objects.get(nama="Cakupan").satuan.simbol == "%"  # type: ignore[union-attr]


def test_each_row_counts_as_created_changed_unchanged_or_refused():
    tambahan = "BPBD | | K | | Cakupan | 23% | 300 | 50% | 30\nDLH | | K | | Udara | 1 | 1"
    hasil = terapkan(xlsx_program(SATU + tambahan))
    assert (hasil.rencana.dibaca, hasil.dibuat, hasil.tetap, hasil.ditolak) == (6, 4, 1, 1)


def test_a_unit_that_only_refused_rows_name_is_not_made():
    terapkan(xlsx_program(SATU + "DLH | | K | | Udara | 1 | 1"))
    assert list(Unit.objects.values_list("kode", flat=True)) == ["BPBD"]


def test_importing_the_same_file_again_creates_nothing():
    terapkan(xlsx_program(SATU))
    sebelum = isi_tabel()
    hasil = terapkan(xlsx_program(SATU))
    assert (hasil.dibuat, hasil.diubah, hasil.tetap, hasil.impor) == (0, 0, 4, None)
    assert isi_tabel() == sebelum


def test_a_changed_figure_is_a_new_version_and_the_old_one_stays():
    terapkan(xlsx_program(SATU))
    hasil = terapkan(xlsx_program(SATU.replace("80,5", "82,5")))
    assert (hasil.dibuat, hasil.diubah) == (0, 1)
    versi = RealisasiVersi.objects.filter(realisasi__versi_terakhir=2).order_by("versi_ke")
    assert [v.angka for v in versi] == [Decimal("80.5"), Decimal("82.5")]


def test_a_submitted_figure_is_left_alone_and_said():
    terapkan(xlsx_program(SATU))
    slot = Realisasi.objects.get(triwulan=1, indikator__versi__nama="Indeks")
    transition_realisasi(realisasi=slot, langkah="ajukan", by=None, alasan="")
    hasil = terapkan(xlsx_program(SATU.replace("80,5", "82,5")))
    assert hasil.diubah == 0
    assert [p.sel for p in hasil.rencana.pesan if "sudah diajukan" in p.pesan] == ["F3"]


def test_a_row_added_later_is_hung_into_the_same_plan():
    terapkan(xlsx_program(SATU))
    hasil = terapkan(xlsx_program(SATU + "BPBD | | | S2 | Laporan | 1 | 5"))
    assert (hasil.dibuat, Dokumen.objects.count(), Indikator.objects.count()) == (1, 1, 4)


def test_a_preview_writes_nothing():
    instansi = buat_instansi()
    sebelum = isi_tabel(), Impor.objects.count(), Catatan.objects.count()
    pilihan = PilihanImpor(2023)
    hasil = preview_berkas(
        isi=xlsx_program(SATU), nama="uji.xlsx", bentuk="program", pilihan=pilihan, instansi=instansi
    )
    assert hasil.dibuat == 4
    assert (isi_tabel(), Impor.objects.count(), Catatan.objects.count()) == sebelum


def test_a_preview_promises_what_applying_does():
    pilihan = PilihanImpor(2023)
    pratinjau = preview_berkas(
        isi=xlsx_program(SATU), nama="uji.xlsx", bentuk="program", pilihan=pilihan, instansi=None
    )
    assert terapkan(xlsx_program(SATU)).to_dict() == pratinjau.to_dict()


@pytest.mark.parametrize("tahap", ["_dokumen", "_simpul", "_indikator", "_realisasi", "_anggaran"])
def test_a_failure_anywhere_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tahap: str):
    asli = getattr(Penulis, tahap)

    def gagal(self: Penulis) -> None:
        asli(self)
        raise DatabaseError("kehabisan ruang")

    sebelum = isi_tabel()
    monkeypatch.setattr(Penulis, tahap, gagal)
    with pytest.raises(DatabaseError):
        terapkan(xlsx_program(SATU))
    assert (isi_tabel(), Impor.objects.count()) == (sebelum, 0)


def test_another_instansi_is_not_touched():
    lain = buat_unit(kode="BPBD")
    terapkan(xlsx_program(SATU))
    assert Unit.objects.filter(kode="BPBD").count() == 2
    assert not Dokumen.objects.filter(instansi=lain.instansi).exists()


def test_an_unknown_instansi_without_a_name_is_not_made():
    with pytest.raises(InstansiTidakAda, match=r"--nama"):
        terapkan(xlsx_program(SATU), nama_instansi="")
    assert not Instansi.objects.exists()


def test_an_import_is_one_record_of_the_audit_with_its_counts():
    terapkan(xlsx_program(SATU))
    catatan = Catatan.objects.get(aksi="pengukuran.impor.diterapkan")
    assert (catatan.perubahan["dibaca"], catatan.perubahan["dibuat"]) == (4, 4)


def test_an_achievement_table_is_computed_and_keeps_what_was_printed():
    terapkan(xlsx_capaian(CAPAIAN), "capaian")
    capaian = Capaian.objects.get(triwulan=None)
    assert (capaian.terbatas, capaian.tercetak) == (120, "120,00")


def test_the_next_year_of_a_table_continues_the_same_indicator():
    terapkan(xlsx_capaian(CAPAIAN), "capaian", tahun=2022)
    terapkan(xlsx_capaian(("BPBD", "Tanggap bencana", *CAPAIAN[2:])), "capaian", tahun=2023)
    assert Indikator.objects.count() == 1
    assert set(Target.objects.values_list("tahun", flat=True)) == {2022, 2023}


def test_an_unknown_unit_given_beside_the_file_makes_it_unusable():
    instansi = buat_instansi(kode_wilayah="99.99")
    buat_unit(instansi, kode="BPBD")
    isi = xlsx({"Capaian": [JUDUL[1:], CAPAIAN[1:]]})
    with pytest.raises(BerkasTakTerpakai, match="Mungkin maksudnya BPBD"):
        terapkan(isi, "capaian", unit="BPDB")


def test_an_unknown_unit_in_the_file_is_made_and_said_with_the_nearest():
    instansi = buat_instansi(kode_wilayah="99.99")
    buat_unit(instansi, kode="BPBDX")
    hasil = terapkan(xlsx_program(SATU))
    assert [p.pesan for p in hasil.rencana.pesan] == [
        'Unit "BPBD" belum ada dan akan dibuat. Mungkin maksudnya BPBDX.'
    ]


def test_a_unit_is_recognised_by_its_name_too():
    instansi = buat_instansi(kode_wilayah="99.99")
    buat_unit(instansi, kode="07", nama="BPBD")
    terapkan(xlsx_program(SATU))
    assert Unit.objects.get().kode == "07"


def test_a_long_printed_name_becomes_a_short_code_and_a_whole_name():
    panjang = "Dinas Pengendalian Penduduk Keluarga Berencana Pemberdayaan Masyarakat dan Desa"
    terapkan(xlsx_program(SATU.replace("BPBD", panjang)))
    unit = Unit.objects.get()
    assert len(unit.kode) <= 40
    assert unit.versi.get().nama == panjang


def test_the_real_city_is_imported_whole_and_only_once():
    pertama = terapkan(TANGSEL.read_bytes(), nama=TANGSEL.name)
    assert (pertama.rencana.dibaca, pertama.dibuat, pertama.ditolak) == (1605, 1605, 0)
    assert (Unit.objects.count(), Simpul.objects.count(), Indikator.objects.count()) == (20, 1405, 1579)
    assert len(pertama.rencana.selisih) == 40
    assert terapkan(TANGSEL.read_bytes(), nama=TANGSEL.name).dibuat == 0
