"""Aggregation over time and over the tree. The numpy twin is imported by name: `kinerja.agregasi.vektor`."""

from kinerja.agregasi.pohon import Bagian, CaraAgregasi, HasilAgregasi, Simpul, aggregate_pohon
from kinerja.agregasi.rerata import BobotTidakSah, GeometrikNegatif, geometric_mean, mean
from kinerja.agregasi.waktu import (
    TRIWULAN,
    AgregasiWaktu,
    CapaianSampai,
    HasilWaktu,
    aggregate_waktu,
    compute_capaian_sampai,
)

__all__ = [
    "TRIWULAN",
    "AgregasiWaktu",
    "Bagian",
    "BobotTidakSah",
    "CapaianSampai",
    "CaraAgregasi",
    "GeometrikNegatif",
    "HasilAgregasi",
    "HasilWaktu",
    "Simpul",
    "aggregate_pohon",
    "aggregate_waktu",
    "compute_capaian_sampai",
    "geometric_mean",
    "mean",
]
