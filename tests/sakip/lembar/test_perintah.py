"""`sakip lembar`: the same round trip from the command line."""

import json

import pytest
from django.core.management import CommandError, call_command

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Simpul
from sakip.platform.lembar.models import Impor
from tests.sakip.lembar.dunia import bangun, buku, tulis

pytestmark = pytest.mark.django_db


@pytest.fixture
def d():
    return bangun()


def jalankan(d, capsys, aksi, *argumen):
    call_command("lembar", aksi, *argumen, "--instansi", d.unit.instansi.kode_wilayah, "--json")
    return json.loads(capsys.readouterr().out)


def ekspor(d, capsys, tmp_path, ubah=None):
    tujuan = tmp_path / "renstra.xlsx"
    jalankan(d, capsys, "ekspor", "--dokumen", str(d.dokumen.uid), "-k", str(tujuan))
    tujuan.write_bytes(buku(tujuan.read_bytes(), ubah))
    return str(tujuan)


def test_a_workbook_goes_out_and_comes_back(d, capsys, tmp_path):
    berkas = ekspor(d, capsys, tmp_path, tulis("Warga sehat", "Sasaran", "Warga bugar"))
    dokumen = ["--dokumen", str(d.dokumen.uid)]
    hasil = jalankan(d, capsys, "impor", berkas, *dokumen, "--pratinjau")
    assert hasil["jumlah"]["berubah_di_berkas"] == 1
    assert Impor.objects.count() == 0
    jalankan(d, capsys, "impor", berkas, *dokumen)
    assert Simpul.objects.get(pk=d.sasaran.pk).pernyataan == "Warga bugar"
    jalankan(d, capsys, "urungkan", *dokumen)
    assert Simpul.objects.get(pk=d.sasaran.pk).pernyataan == "Warga sehat"


def test_an_open_conflict_ends_with_code_1_and_writes_nothing(d, capsys, tmp_path):
    berkas = ekspor(d, capsys, tmp_path, tulis("Warga sehat", "Sasaran", "Warga bugar"))
    isi = services.IsiSimpul("Warga kuat", "1.1", d.sasaran.induk, None, d.unit)
    services.update_simpul(simpul=d.sasaran, isi=isi, by=None)
    with pytest.raises(SystemExit) as akhir:
        jalankan(d, capsys, "impor", berkas, "--dokumen", str(d.dokumen.uid))
    assert akhir.value.code == 1
    assert Simpul.objects.get(pk=d.sasaran.pk).pernyataan == "Warga kuat"
    assert Impor.objects.count() == 0


def test_a_conflict_follows_the_side_that_the_command_names(d, capsys, tmp_path):
    berkas = ekspor(d, capsys, tmp_path, tulis("Warga sehat", "Sasaran", "Warga bugar"))
    isi = services.IsiSimpul("Warga kuat", "1.1", d.sasaran.induk, None, d.unit)
    services.update_simpul(simpul=d.sasaran, isi=isi, by=None)
    capsys.readouterr()
    jalankan(d, capsys, "impor", berkas, "--dokumen", str(d.dokumen.uid), "--konflik", "berkas")
    assert Simpul.objects.get(pk=d.sasaran.pk).pernyataan == "Warga bugar"


def test_the_template_is_written(d, capsys, tmp_path):
    tujuan = tmp_path / "t.xlsx"
    jalankan(d, capsys, "templat", "--jenis", "rpjmd", "--tahun", "2025", "-k", str(tujuan))
    assert tujuan.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("uid", ["bukan", "00000000-0000-0000-0000-000000000000"])
def test_a_document_that_is_not_there_is_refused(d, capsys, tmp_path, uid):
    with pytest.raises(CommandError, match="tidak ada di"):
        jalankan(d, capsys, "ekspor", "--dokumen", uid, "-k", str(tmp_path / "a.xlsx"))
