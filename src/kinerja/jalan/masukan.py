"""Refuse a question whose codes or values do not fit its instrument, naming the place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.soal import Ketat, Soal, parse_biaya


@dataclass(frozen=True)
class KodeDikenal:
    """The codes that an instrument has, by kind; `naik` are the grades above full fulfilment per sub."""

    kriteria: frozenset[str]
    langkah: frozenset[str]
    naik: Mapping[str, tuple[str, ...]]


def check_soal(soal: Soal, dikenal: KodeDikenal) -> None:
    """Every code is known, and each value is of the right kind."""
    _check_terpenuhi(soal, dikenal)
    sub, semua = dikenal.naik.keys(), dikenal.kriteria | dikenal.langkah
    _check_codes(soal, soal.biaya, dikenal.kriteria, "biaya")
    _check_codes(soal, soal.jawaban, sub, "jawaban")
    _check_istimewa(soal, dikenal)
    _check_codes(soal, soal.luar_jangkauan, semua | sub, "luar_jangkauan")
    _check_codes(soal, soal.wajib, semua, "wajib")
    _check_codes(soal, soal.butuh, semua, "butuh")
    for kode, daftar in soal.butuh.items():
        _check_codes(soal, daftar, semua, f"butuh {kode}")
    _check_codes(soal, (*soal.ketat.sub, *soal.ketat.jenjang), sub, "ketat")
    _check_ketat(soal.ketat)


def _check_codes(soal: Soal, kode: Iterable[str], boleh: Container[str], bidang: str) -> None:
    for k in kode:
        if k not in boleh:
            raise GalatJalan(f'Kode "{k}" tidak ada dalam {soal.instrumen.id}.', bidang=bidang)


def _check_terpenuhi(soal: Soal, dikenal: KodeDikenal) -> None:
    _check_codes(soal, soal.terpenuhi, dikenal.kriteria, "terpenuhi")
    for kode, nilai in soal.terpenuhi.items():
        if nilai is not None and not isinstance(nilai, bool):
            raise GalatJalan("Isinya harus benar atau salah (true, false).", bidang=f"terpenuhi {kode}")


def _check_istimewa(soal: Soal, dikenal: KodeDikenal) -> None:
    _check_codes(soal, soal.istimewa, dikenal.naik.keys(), "istimewa")
    for kode, naik in soal.istimewa.items():
        for nilai in naik:
            if nilai not in dikenal.naik[kode]:
                pilihan = ", ".join(dikenal.naik[kode])
                raise GalatJalan(
                    f'Langkah "{nilai}" tidak ada. Pilihan: {pilihan}.', bidang=f"istimewa {kode}"
                )


def _check_ketat(ketat: Ketat) -> None:
    for bidang, nilai in (("total", ketat.total), *ketat.sub.items()):
        parse_biaya(nilai, bidang=f"ketat {bidang}", sebutan="Pengurangan")
    for kode, jenjang in ketat.jenjang.items():
        if isinstance(jenjang, bool) or not isinstance(jenjang, int) or jenjang < 0:
            raise GalatJalan("Jenjang harus bilangan bulat, 0 atau lebih.", bidang=f"ketat {kode}")
