"""The rules between documents, by code, and the checks behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kinerja.periksa.dokumen.aturan import (
    dok006_capaian,
    dok008_tidak_diukur,
    dok009_target_kosong,
    dok010_satuan,
    dok011_majemuk,
    dok012_redaksi,
    dok012_sasaran,
    dok013_himpunan,
    dok014_masa_iku,
    dok017_turunan,
    dok019_anggaran,
    dok020_triwulan,
    dok021_penulisan,
    dok022_realisasi,
    pohon,
    target,
)
from kinerja.periksa.dokumen.bentuk import Aturan
from kinerja.periksa.dokumen.model import Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan

_DAFTAR = (
    *target.ATURAN,
    *dok006_capaian.ATURAN,
    dok008_tidak_diukur.ATURAN,
    dok009_target_kosong.ATURAN,
    dok010_satuan.ATURAN,
    dok011_majemuk.ATURAN,
    dok012_redaksi.ATURAN,
    dok013_himpunan.ATURAN,
    dok014_masa_iku.ATURAN,
    dok017_turunan.ATURAN,
    dok019_anggaran.ATURAN,
    dok021_penulisan.ATURAN,
    dok022_realisasi.ATURAN,
)
# Checks that report under the code of another file's rule, or of the tree's rules.
_TAMBAHAN = (dok012_sasaran.check, dok020_triwulan.check, pohon.check)


def all_aturan() -> tuple[Aturan, ...]:
    """Every rule, by code.

    >>> [a.kode for a in all_aturan()][:2]
    ['DOK001', 'DOK002']
    """
    return tuple(sorted(_DAFTAR, key=lambda a: a.kode))


def get_aturan(kode: str) -> Aturan:
    """One rule by its code.

    >>> get_aturan("DOK010").kategori
    ('H',)
    """
    return next(a for a in _DAFTAR if a.kode == kode)


def all_checks() -> tuple[Callable[[Perbandingan], Iterable[Temuan]], ...]:
    """Every check once, though several rules may share it.

    >>> len(all_checks()) < len(all_aturan()) + 3
    True
    """
    return tuple(dict.fromkeys((*(a.periksa for a in _DAFTAR), *_TAMBAHAN)))
