"""Known ladders of grades, as data. They are used only when a rule names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kinerja.capaian.yaml_ketat import DataTidakSah, load_yaml

_FOLDER = "data/tangga"


class TanggaTidakDikenal(LookupError):
    """No ladder has this id."""


@dataclass(frozen=True, slots=True)
class Tangga:
    """Grades from lowest to highest, with their source."""

    id: str
    nama: str
    sumber: str
    peringkat: tuple[str, ...]


@lru_cache(maxsize=64)
def load_tangga(tangga_id: str) -> Tangga:
    """A ladder by its id, to hand to `AturanCapaian(peringkat=...)`.

    >>> load_tangga("opini-bpk").peringkat
    ('TMP', 'TW', 'WDP', 'WTP')
    """
    if tangga_id not in list_tangga():
        raise TanggaTidakDikenal(f'Tangga "{tangga_id}" tidak ada. Pilihan: {", ".join(list_tangga())}.')
    nama = f"{tangga_id}.yaml"
    teks = files("kinerja.capaian").joinpath(_FOLDER, nama).read_text(encoding="utf-8")
    return parse_tangga(teks, nama=nama)


def parse_tangga(teks: str, *, nama: str) -> Tangga:
    """A ladder from YAML text."""
    isi = load_yaml(teks, nama=nama)
    if not isi.get("sumber") or not isi.get("peringkat"):
        raise DataTidakSah(f"{nama}: wajib memuat sumber dan peringkat.")
    return Tangga(isi["id"], isi["nama"], isi["sumber"], tuple(isi["peringkat"]))


@lru_cache(maxsize=1)
def list_tangga() -> tuple[str, ...]:
    """The ids of all ladders that come with the library.

    >>> "level-romawi" in list_tangga()
    True
    """
    isi = files("kinerja.capaian").joinpath(_FOLDER).iterdir()
    return tuple(sorted(berkas.name.removesuffix(".yaml") for berkas in isi if berkas.name.endswith(".yaml")))
