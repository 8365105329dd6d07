"""The registry. Each app declares its probes in `probes.py` as a tuple PROBES; they are found at start."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from sakip.platform.probe.model import Probe

_daftar: dict[str, Probe] = {}


def register(probe: Probe) -> None:
    """Add a probe. Raises ValueError when another one has its code."""
    if _daftar.get(probe.kode, probe) is not probe:
        raise ValueError(f"Dua probe memakai kode {probe.kode!r}.")
    _daftar[probe.kode] = probe


def discover() -> None:
    """Register what every installed app of the cycle declares (called once, when Django starts)."""
    for config in apps.get_app_configs():
        if config.name.startswith("sakip.apps.") and find_spec(f"{config.name}.probes") is not None:
            for probe in import_module(f"{config.name}.probes").PROBES:
                register(probe)


def probes() -> tuple[Probe, ...]:
    """All probes, by code."""
    return tuple(_daftar[kode] for kode in sorted(_daftar))


def probe_for(instrumen_id: str, kode: str) -> tuple[Probe, ...]:
    """The probes that speak about one criterion of one instrument."""
    return tuple(p for p in probes() if kode in p.kriteria.get(instrumen_id, ()))


def probes_of(instrumen_id: str) -> dict[str, tuple[Probe, ...]]:
    """Every criterion of an instrument that some probe speaks about, with those probes."""
    hasil: dict[str, tuple[Probe, ...]] = {}
    for satu in probes():
        for kode in satu.kriteria.get(instrumen_id, ()):
            hasil[kode] = (*hasil.get(kode, ()), satu)
    return hasil
