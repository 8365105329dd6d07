"""The files for a server agree with each other, with the page, and with the code."""

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from docs.alat.contoh import AKAR

DEPLOY = AKAR / "deploy"
HALAMAN = (AKAR / "docs" / "cara" / "pasang-di-peladen.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("berkas", sorted(DEPLOY.iterdir()), ids=lambda b: b.name)
def test_every_file_for_a_server_is_named_on_its_page(berkas: Path) -> None:
    assert berkas.name in HALAMAN


@pytest.mark.parametrize("layanan", ["sakip.service", "sakip-cadangan.service"])
def test_a_service_runs_what_is_in_the_project(layanan: str) -> None:
    isi = (DEPLOY / layanan).read_text(encoding="utf-8")
    m = re.search(r"^ExecStart=/opt/sakip/(\S+)", isi, re.MULTILINE)
    assert m is not None
    assert m[1].startswith(".venv/bin/") or (AKAR / m[1]).is_file()
    assert "EnvironmentFile=/etc/sakip/sakip.env" in isi


def test_the_server_is_started_as_in_the_demo() -> None:
    isi = (DEPLOY / "sakip.service").read_text(encoding="utf-8")
    assert "--interface wsgi" in isi
    assert "sakip.config.wsgi:application" in isi


def test_the_backup_script_is_sound() -> None:
    naskah = DEPLOY / "cadangan.sh"
    assert naskah.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(naskah)], check=False).returncode == 0


def test_a_backup_holds_the_database_the_data_folder_and_the_end_of_the_trail(tmp_path: Path) -> None:
    data, cadangan = tmp_path / "data", tmp_path / "cadangan"
    lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("SAKIP_", "DJANGO_"))}
    lingkungan |= {"SAKIP_DATA_DIR": str(data), "SAKIP_CADANGAN": str(cadangan)}
    sakip = [str(Path(sys.executable).with_name("sakip"))]
    perintah = re.search(r"^sudo -u sakip sakip (instansi buat .*)$", HALAMAN, re.MULTILINE)
    assert perintah is not None
    subprocess.run([*sakip, "migrate", "-v0"], env=lingkungan, check=True)
    buat = [*sakip, *shlex.split(perintah[1])]
    subprocess.run(buat, input="padi-menguning-7\n", text=True, env=lingkungan, check=True)
    subprocess.run([str(DEPLOY / "cadangan.sh")], env=lingkungan, check=True)
    (hasil,) = cadangan.iterdir()
    with closing(sqlite3.connect(hasil / "basisdata.sqlite3")) as basis:
        assert basis.execute("SELECT nama FROM organisasi_instansi").fetchall() == [("Kota Contoh",)]
        assert basis.execute("SELECT count(*) FROM audit_tambat").fetchone()[0] > 0
    with tarfile.open(hasil / "data.tar.gz") as arsip:
        assert {"./kunci-rahasia", "./kunci-tambat"} <= set(arsip.getnames())
    assert (hasil / "tambat.jsonl").read_text(encoding="utf-8").count("hash") > 0


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    unit = [shutil.copy(b, tmp_path) for b in DEPLOY.glob("sakip*") if b.suffix in {".service", ".timer"}]
    for berkas in map(Path, unit):
        # The program is not installed at that place on a test machine.
        berkas.write_text(re.sub(r"(?<=^ExecStart=)\S+", "/bin/true", berkas.read_text(), flags=re.MULTILINE))
    hasil = subprocess.run(
        ["systemd-analyze", "verify", *map(str, unit)], capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0, hasil.stderr
