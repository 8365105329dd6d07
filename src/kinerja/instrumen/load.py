"""Open instrument folders. The only module of `kinerja.instrumen` that touches files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.capaian.yaml_ketat import DataTidakSah, load_yaml, load_yaml_berbaris
from kinerja.instrumen.baca import Bagian
from kinerja.instrumen.galat import GalatInstrumen
from kinerja.instrumen.model import Instrumen
from kinerja.instrumen.susun import build_instrumen
from kinerja.instrumen.validate import find_temuan

FOLDER = Path(__file__).parent / "data"
NAMA_BERKAS = "instrumen.yaml"
NAMA_RILIS = "rilis.yaml"


def list_ids() -> tuple[str, ...]:
    """The instruments that come with the library.

    >>> "akip-88-2021-unit" in list_ids()
    True
    """
    return tuple(sorted(p.parent.name for p in FOLDER.glob(f"*/{NAMA_BERKAS}")))


@cache
def load(instrumen_id: str) -> Instrumen:
    """A packaged instrument, read once. Refused when its file is not the one that was released.

    >>> load("akip-88-2021-unit").butir("1.a").nama
    'Dokumen perencanaan kinerja tersedia'
    """
    if instrumen_id not in list_ids():
        pilihan = ", ".join(list_ids())
        raise GalatInstrumen(
            f'Instrumen "{instrumen_id}" tidak ada. Pilihan: {pilihan}.', berkas=instrumen_id
        )
    hasil = load_folder(FOLDER / instrumen_id)
    tercatat = released_hashes().get(instrumen_id)
    if tercatat != hasil.hash:
        pesan = (
            f"Isi berkas berbeda dari yang dirilis (sidik {hasil.hash[:12]}, dirilis {str(tercatat)[:12]}). "
            "Versi yang sudah dirilis tidak diubah; buat folder baru."
        )
        raise GalatInstrumen(pesan, berkas=f"{instrumen_id}/{NAMA_BERKAS}")
    return hasil


@cache
def released_hashes() -> dict[str, str]:
    """The fingerprint of each released instrument file."""
    isi = load_yaml((FOLDER / NAMA_RILIS).read_text(encoding="utf-8"), nama=NAMA_RILIS)
    return {str(k): str(v) for k, v in isi.items()}


def load_folder(folder: Path) -> Instrumen:
    """An instrument from any folder; raises GalatInstrumen with file, line and reason."""
    return parse_instrumen(_read(folder / NAMA_BERKAS), berkas=f"{folder.name}/{NAMA_BERKAS}")


def parse_instrumen(isi: bytes, *, berkas: str) -> Instrumen:
    """An instrument from the bytes of its file."""
    try:
        data, baris = load_yaml_berbaris(isi.decode("utf-8"), nama=berkas)
    except UnicodeDecodeError:
        raise GalatInstrumen("Isi berkas bukan teks UTF-8.", berkas=berkas) from None
    except DataTidakSah as galat:
        alasan = str(galat).removeprefix(f"{berkas}: ")
        raise GalatInstrumen(alasan, berkas=berkas, baris=galat.baris) from None
    bagian = Bagian(data, berkas=berkas, baris=baris)
    hasil = build_instrumen(bagian, sidik=hashlib.sha256(isi).hexdigest())
    # What does not read cannot be checked for whether it fits together.
    temuan = tuple(bagian.temuan) or find_temuan(hasil, bagian)
    if temuan:
        raise GalatInstrumen.from_temuan(temuan)
    return hasil


def load_contoh(folder: Path) -> dict[str, dict[str, Any]]:
    """The examples of a folder: file name -> {jawaban, harapan, ...}."""
    hasil = {}
    for path in sorted((folder / "contoh").glob("*.yaml")):
        nama = f"{folder.name}/contoh/{path.name}"
        try:
            hasil[nama] = load_yaml(_read(path).decode("utf-8"), nama=nama)
        except DataTidakSah as galat:
            alasan = str(galat).removeprefix(f"{nama}: ")
            raise GalatInstrumen(alasan, berkas=nama, baris=galat.baris) from None
        except UnicodeDecodeError:
            raise GalatInstrumen("Isi berkas bukan teks UTF-8.", berkas=nama) from None
    return hasil


def read_sumber(folder: Path) -> str:
    """The text of SUMBER.md, empty when there is none."""
    path = folder / "SUMBER.md"
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _read(path: Path) -> bytes:
    nama = f"{path.parent.name}/{path.name}"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise GalatInstrumen("Berkas tidak ditemukan.", berkas=nama) from None
    except (OSError, ValueError):
        raise GalatInstrumen("Berkas tidak dapat dibuka.", berkas=nama) from None
