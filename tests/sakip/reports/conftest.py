"""Each file is written once for the whole session: compiling is what costs."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest
from tests.sakip.reports.contoh import lengkap

from sakip.reports.lkjip.cetak import render_lkjip
from sakip.reports.lkjip.konteks import KonteksLKjIP


@pytest.fixture(scope="session")
def konteks() -> KonteksLKjIP:
    return lengkap()


@pytest.fixture(scope="session")
def berkas_pdf(konteks: KonteksLKjIP) -> bytes:
    return render_lkjip(konteks, "pdf")


@pytest.fixture(scope="session")
def dokumen_pdf(berkas_pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(berkas_pdf))


@pytest.fixture(scope="session")
def teks_pdf(dokumen_pdf: pypdf.PdfReader) -> str:
    return " ".join(" ".join(halaman.extract_text() for halaman in dokumen_pdf.pages).split())


@pytest.fixture(scope="session")
def berkas_docx(konteks: KonteksLKjIP) -> bytes:
    return render_lkjip(konteks, "docx")


@pytest.fixture(scope="session")
def berkas_xlsx(konteks: KonteksLKjIP) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(render_lkjip(konteks, "xlsx")))


def run_isolated(kode: str, src: Path) -> subprocess.CompletedProcess[str]:
    perintah = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(src)!r}); {kode}"]
    return subprocess.run(perintah, capture_output=True, text=True, check=False)
