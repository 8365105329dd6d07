"""From a context to a file. Writers are imported when they are needed: a PDF does not wait for Word."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sakip.reports.lkjip.konteks import KonteksLKjIP

#: extension -> media type
BENTUK = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class BentukTidakDikenal(ValueError):
    """A report is written as PDF, DOCX or XLSX, nothing else."""


def render_lkjip(konteks: KonteksLKjIP, bentuk: str, *, huruf: Path | None = None) -> bytes:
    if bentuk == "xlsx":
        from sakip.reports.lkjip.buku import build_buku
        from sakip.reports.xlsx import render_xlsx

        return render_xlsx(build_buku(konteks))
    if bentuk not in BENTUK:
        raise BentukTidakDikenal(f'Bentuk "{bentuk}" tidak dikenal. Pilihan: {", ".join(BENTUK)}.')
    from sakip.reports.lkjip.naskah import build_naskah

    naskah = build_naskah(konteks)
    if bentuk == "pdf":
        from sakip.reports.pdf import render_pdf

        return render_pdf(naskah, huruf=huruf)
    from sakip.reports.docx import render_docx

    return render_docx(naskah, huruf=huruf)


def name_file(konteks: KonteksLKjIP, bentuk: str) -> str:
    """`lkjip-dinkes-2025.pdf`: what a browser offers as the file's name."""
    kode = "".join(c if c.isascii() and c.isalnum() else "-" for c in konteks.unit.kode.lower()).strip("-")
    return f"lkjip-{kode or 'unit'}-{konteks.tahun}.{bentuk}"


def write_file(isi: bytes, tujuan: Path) -> None:
    """Whole or not at all: an existing file is replaced only by a finished one."""
    pegangan, sementara = tempfile.mkstemp(dir=tujuan.parent, prefix=f".{tujuan.name}.")
    try:
        with os.fdopen(pegangan, "wb") as berkas:
            berkas.write(isi)
        umask = os.umask(0)
        os.umask(umask)
        Path(sementara).chmod(0o666 & ~umask)
        Path(sementara).replace(tujuan)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise
