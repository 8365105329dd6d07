"""The instruments an evaluation can be bound to: those of `kinerja`, and folders that an instansi added.

An evaluation pins its instrument by hash. What is computed later is computed with exactly those bytes or not at all.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kinerja.instrumen import GalatInstrumen, Instrumen, list_ids, load, load_folder
from sakip.apps.evaluasi.galat import InstrumenBerubah, InstrumenTidakAda
from sakip.apps.evaluasi.models import InstrumenEvaluasi

BERKAS = "instrumen.yaml"


def folder_lokal() -> Path:
    """Where an instansi's own variants lie (88/2021 Pasal 6): one folder each, named by the instrument's id."""
    return Path(settings.DATA_DIR) / "instrumen"


def instrumen_tersedia() -> tuple[Instrumen, ...]:
    """Every instrument that a new evaluation can choose; a broken local folder is left out."""
    hasil = [load(satu) for satu in list_ids()]
    for berkas in sorted(folder_lokal().glob(f"*/{BERKAS}")):
        try:
            hasil.append(baca_instrumen(berkas.parent.name))
        except InstrumenTidakAda:
            continue
    return tuple(hasil)


def baca_instrumen(instrumen_id: str) -> Instrumen:
    """By id as it is on disk now; raises InstrumenTidakAda with what is wrong."""
    try:
        if instrumen_id in list_ids():
            return load(instrumen_id)
        berkas = folder_lokal() / instrumen_id / BERKAS
        if Path(instrumen_id).name != instrumen_id or not berkas.is_file():
            raise InstrumenTidakAda(instrumen_id)
        keadaan = berkas.stat()
        return _load_lokal(berkas.parent, keadaan.st_mtime_ns, keadaan.st_size)
    except GalatInstrumen as galat:
        raise InstrumenTidakAda(instrumen_id, str(galat)) from galat


@lru_cache(maxsize=32)
def _load_lokal(folder: Path, _mtime: int, _ukuran: int) -> Instrumen:
    return load_folder(folder)


def muat_instrumen(pin: InstrumenEvaluasi) -> Instrumen:
    """The pinned instrument; raises InstrumenBerubah when its file is no longer the one that was pinned."""
    try:
        instrumen = baca_instrumen(pin.instrumen_id)
    except InstrumenTidakAda as galat:
        raise InstrumenBerubah(pin.instrumen_id, pin.instrumen_hash, None, galat.sebab) from galat
    if instrumen.hash != pin.instrumen_hash:
        raise InstrumenBerubah(pin.instrumen_id, pin.instrumen_hash, instrumen.hash)
    return instrumen
