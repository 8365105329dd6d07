"""Recompute the achievements that a report prints, with the targets that other documents have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja.nilai import Nilai
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.selisih import yearly
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.periksa.kolom import PolaritasTidakDikenal, parse_polaritas
from kinerja.periksa.tabel import Baca, BarisTabel, HasilPeriksa, StatusPeriksa, check_baris

_DIJELASKAN = frozenset(
    {StatusPeriksa.COCOK, StatusPeriksa.TERPOTONG, StatusPeriksa.PEMBULATAN_MASUKAN, StatusPeriksa.BATAS}
)
#: A printed achievement this near to the computed one is a matter of rounding.
PEMBULATAN = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Tercetak:
    """A printed achievement that its own target does not give."""

    baris: BarisSiap
    hasil: HasilPeriksa
    printed: Decimal

    @property
    def jauh(self) -> bool:
        """True when more than rounding separates the printed from the computed value."""
        return self.hasil.capaian is None or abs(self.hasil.capaian - self.printed) > PEMBULATAN


def find_wrong(d: DokumenSiap) -> list[Tercetak]:
    """The rows of a report whose printed achievement no formula gives."""
    hasil = []
    for b in (*d.baris, *d.pembanding, *(kembar for _, kembar in d.kembar)):
        printed = b.capaian.nilai.angka
        if printed is None:
            continue
        periksa = _check(b, b.isi.nilai)
        if periksa is not None and periksa.status is StatusPeriksa.SALAH:
            hasil.append(Tercetak(b, periksa, printed))
    return hasil


def _check(b: BarisSiap, target: Nilai) -> HasilPeriksa | None:
    try:
        polaritas = parse_polaritas(b.baris.polaritas)
    except PolaritasTidakDikenal:
        return None
    baca = Baca(target, b.realisasi.nilai, b.capaian.nilai)
    hasil = None
    # A range may be one of time or cost; a report seldom says which.
    for satu in ("rentang", "rentang_biaya") if polaritas == "rentang" else (polaritas,):
        hasil = check_baris(BarisTabel("1", b.baris.target, b.baris.realisasi, b.baris.capaian, satu), baca)
        if hasil.status in _DIJELASKAN:
            break
    return hasil


def explains(b: BarisSiap, target: Nilai) -> bool:
    """Whether another target gives the printed achievement exactly."""
    periksa = _check(b, target)
    return periksa is not None and periksa.status in (StatusPeriksa.COCOK, StatusPeriksa.TERPOTONG)


def other_targets(run: Perbandingan, b: BarisSiap) -> Iterator[tuple[str, Nilai]]:
    """The targets that other documents, and other years, have for the indicator of a row."""
    indikator = run.indikator_of(b)
    for lain in indikator.baris if indikator is not None else ():
        if lain is not b and lain.isi.dilaporkan:
            nilai = yearly(lain)
            yield nilai.tempat, nilai.isi.nilai
    for lain in b.dokumen.pembanding:
        if run.kosakata.similarity(lain.nama, b.nama) >= 800:
            yield f"{b.dokumen.nama} (pembanding)", lain.isi.nilai
