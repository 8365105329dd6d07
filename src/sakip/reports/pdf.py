"""PDF of a document: typst, with PDF/A-2a and PDF/UA-1 enforced by the compiler."""

from __future__ import annotations

import base64
import importlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sakip.reports.aksara import to_printable
from sakip.reports.beku import encode
from sakip.reports.naskah import Cetakan, Naskah, Surat

SINI = Path(__file__).resolve().parent
HURUF = SINI / "huruf"
TEMPLAT = SINI / "templat"


class CetakGagal(RuntimeError):
    """The document could not be printed; the message says why and what to do."""


def render_pdf(naskah: Cetakan, *, huruf: Path | None = None) -> bytes:
    """The same context always gives the same bytes: the timestamp is the document's own date."""
    with tempfile.TemporaryDirectory(prefix="sakip-cetak-") as sementara:
        folder = Path(sementara)
        for templat in TEMPLAT.glob("*.typ"):
            shutil.copy(templat, folder)
        if isinstance(naskah, Surat):
            shutil.copy(TEMPLAT / "surat.typ", folder / "naskah.typ")
        (folder / "data.json").write_text(json.dumps(to_data(naskah), ensure_ascii=False), encoding="utf-8")
        if naskah.logo is not None:
            (folder / "logo").write_bytes(base64.b64decode(naskah.logo))
        run_typst("pdf", folder, huruf, _cap_waktu(naskah))
        return compress((folder / "hasil.pdf").read_bytes())


def render_png(svg: list[str], *, lebar_mm: float = 150, huruf: Path | None = None) -> list[bytes]:
    """Charts as pixels, with our fonts, for formats that cannot hold SVG."""
    if not svg:
        return []
    with tempfile.TemporaryDirectory(prefix="sakip-gambar-") as sementara:
        folder = Path(sementara)
        for nomor, isi in enumerate(svg):
            (folder / f"g{nomor}.svg").write_text(isi, encoding="utf-8")
        halaman = "\n#pagebreak()\n".join(f'#image("g{n}.svg", width: 100%)' for n in range(len(svg)))
        (folder / "naskah.typ").write_text(
            f"#set page(width: {lebar_mm}mm, height: auto, margin: 0mm)\n{halaman}", encoding="utf-8"
        )
        run_typst("png", folder, huruf, 0)
        return [(folder / f"hasil-{n}.png").read_bytes() for n in range(len(svg))]


def run_typst(bentuk: str, folder: Path, huruf: Path | None, cap_waktu: int) -> None:
    sumber = huruf or HURUF
    if not any(sumber.glob("*.ttf")):
        raise CetakGagal(f"Huruf cetak tidak ada di {sumber}. Jalankan make install untuk membangunnya.")
    perintah = [
        sys.executable,
        "-I",
        str(SINI / "mesin_typst.py"),
        bentuk,
        str(folder),
        str(sumber),
        str(cap_waktu),
    ]
    proses = subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    # The compressor is loaded while the compiler works: a cold start on two cores waits for neither.
    importlib.import_module("pikepdf")
    _, keluhan = proses.communicate()
    if proses.returncode != 0:
        raise CetakGagal(f"Dokumen tidak dapat disusun: {keluhan.strip()}")


def to_data(naskah: Cetakan) -> dict[str, Any]:
    data: dict[str, Any] = _printable(encode(naskah))
    data["tanggal"] = [naskah.tanggal.year, naskah.tanggal.month, naskah.tanggal.day]
    kepala = data["sampul" if isinstance(naskah, Naskah) else "kop"]
    kepala["logo"] = None if naskah.logo is None else True
    return data


def _printable(isi: Any) -> Any:
    if isinstance(isi, str):
        return to_printable(isi)
    if isinstance(isi, list):
        return [_printable(satu) for satu in isi]
    if isinstance(isi, dict):
        return {kunci: _printable(satu) for kunci, satu in isi.items()}
    return isi


def compress(pdf: bytes) -> bytes:
    """Object streams, which typst does not write: a third of the size. Before any signature, never after."""
    import pikepdf

    keluar = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as dokumen:
        dokumen.save(
            keluar,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return keluar.getvalue()


def _cap_waktu(naskah: Cetakan) -> int:
    tanggal = naskah.tanggal
    return int(datetime(tanggal.year, tanggal.month, tanggal.day, tzinfo=UTC).timestamp())
