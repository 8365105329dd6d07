"""Reading a workbook back, and having LibreOffice calculate it anew."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import pytest
import python_calamine

SOFFICE = shutil.which("soffice")
_HASIL = re.compile(r"(<c [^>]*?)(?: t=\"str\")?>(<f>.*?</f>)<v>.*?</v></c>", re.DOTALL)


def baca(isi: bytes) -> dict[str, list[list[object]]]:
    buku = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return {
        nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False)  # type: ignore[misc]
        for nama in buku.sheet_names
    }


def hapus_hasil(isi: bytes) -> bytes:
    """The workbook without cached results: what it then shows, somebody else calculated."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as masuk,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as tulis,
    ):
        for nama in masuk.namelist():
            data = masuk.read(nama)
            if nama.startswith("xl/worksheets/"):
                data = _HASIL.sub(r"\1>\2</c>", data.decode()).encode()
            tulis.writestr(nama, data)
    return keluar.getvalue()


def convert(isi: bytes, nama: str) -> bytes | None:
    """The file as LibreOffice saves it, every formula calculated; None where it cannot open spreadsheets."""
    assert SOFFICE is not None
    with tempfile.TemporaryDirectory(prefix="sakip-lo-") as sementara:
        folder = Path(sementara)
        (folder / nama).write_bytes(isi)
        perintah = [
            SOFFICE,
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{folder / 'profil'}",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "keluar"),
            str(folder / nama),
        ]
        subprocess.run(perintah, check=False, capture_output=True, timeout=180)
        hasil = folder / "keluar" / f"{Path(nama).stem}.xlsx"
        return hasil.read_bytes() if hasil.exists() else None


@cache
def has_calc() -> bool:
    """Some machines have only the word processor of the suite."""
    return SOFFICE is not None and convert(b"a,b\n1,2\n", "coba.csv") is not None


def hitung_ulang(isi: bytes) -> bytes:
    if not has_calc():
        pytest.skip("LibreOffice Calc tidak terpasang di mesin ini")
    hasil = convert(isi, "masuk.xlsx")
    assert hasil is not None
    return hasil
