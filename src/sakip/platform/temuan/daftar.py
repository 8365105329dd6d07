"""The registry. Each app declares in `checks`: PEMERIKSAAN (its checks), ATURAN (what is said of its rules), and
DOKUMEN (who hands over documents that are compared with those of the other apps).
"""

from collections.abc import Collection
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from sakip.platform.temuan.model import (
    AturanTemuan,
    DokumenTerpasang,
    LingkupTemuan,
    Pemeriksaan,
    PenyediaDokumen,
    SasaranTemuan,
    TemuanTerpasang,
)

_daftar: dict[str, Pemeriksaan] = {}
_aturan: dict[str, AturanTemuan] = {}
_penyedia: list[PenyediaDokumen] = []
URUTAN_TINGKAT = {"galat": 0, "peringatan": 1, "saran": 2}


def register(pemeriksaan: Pemeriksaan) -> None:
    """Add a check. Raises ValueError when another one has its name."""
    if _daftar.get(pemeriksaan.kode, pemeriksaan) is not pemeriksaan:
        raise ValueError(f"Dua pemeriksaan memakai nama {pemeriksaan.kode!r}.")
    _daftar[pemeriksaan.kode] = pemeriksaan


def register_aturan(aturan: AturanTemuan) -> None:
    """Add what is said of a rule. Raises ValueError when another one has its code."""
    if _aturan.get(aturan.kode, aturan) != aturan:
        raise ValueError(f"Dua aturan memakai kode {aturan.kode!r}.")
    _aturan[aturan.kode] = aturan


def discover() -> None:
    """Register what every installed app of the cycle declares (called once, when Django starts)."""
    for config in apps.get_app_configs():
        if config.name.startswith("sakip.apps.") and find_spec(f"{config.name}.checks") is not None:
            modul = import_module(f"{config.name}.checks")
            for pemeriksaan in modul.PEMERIKSAAN:
                register(pemeriksaan)
            for aturan in modul.ATURAN:
                register_aturan(aturan)
            for penyedia in modul.DOKUMEN:
                if penyedia not in _penyedia:
                    _penyedia.append(penyedia)


def pemeriksaan() -> tuple[Pemeriksaan, ...]:
    """All checks, by name."""
    return tuple(_daftar[kode] for kode in sorted(_daftar))


def aturan_temuan() -> dict[str, AturanTemuan]:
    """What is said of every rule, by code."""
    return dict(sorted(_aturan.items()))


def documents_of(sasaran: SasaranTemuan) -> tuple[DokumenTerpasang, ...]:
    """The documents of all apps that speak about the units and the year, read once."""
    return sasaran.recall("dokumen", lambda: tuple(d for satu in _penyedia for d in satu(sasaran)))


def run(
    sasaran: SasaranTemuan, lingkup: Collection[LingkupTemuan] = tuple(LingkupTemuan)
) -> tuple[TemuanTerpasang, ...]:
    """Every finding of the checks of the given scopes; acknowledgements are not looked at yet."""
    hasil: dict[str, TemuanTerpasang] = {}
    for satu in pemeriksaan():
        if satu.lingkup in lingkup and (sasaran.semua or satu.lingkup is not LingkupTemuan.KOTA):
            for temuan in satu.periksa(sasaran):
                hasil.setdefault(temuan.kunci, temuan)
    return tuple(sorted(hasil.values(), key=order_of))


def order_of(temuan: TemuanTerpasang) -> tuple[int, str, str, str]:
    """The worst first, then by rule, then by where it stands."""
    return URUTAN_TINGKAT[temuan.tingkat], temuan.kode, temuan.objek.label, temuan.kunci
