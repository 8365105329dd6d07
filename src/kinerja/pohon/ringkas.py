"""Findings of one or many trees as data: the list, and how many of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from kinerja.pohon.model import Pohon
from kinerja.pohon.temuan import Temuan, TingkatTemuan

Hasil = Sequence[tuple[Pohon, Sequence[Temuan]]]


def summarize(hasil: Hasil) -> dict[str, Any]:
    """Counts of trees, nodes, indicators and findings, by severity and by code.

    >>> summarize([(Pohon(()), ())])["per_tingkat"]
    {'galat': 0, 'peringatan': 0, 'saran': 0}
    """
    semua = [t for _, temuan in hasil for t in temuan]
    tingkat = Counter(t.tingkat for t in semua)
    return {
        "pohon": len(hasil),
        "simpul": sum(len(p.simpul) for p, _ in hasil),
        "indikator": sum(len(s.indikator) for p, _ in hasil for s in p.simpul),
        "temuan": len(semua),
        "per_tingkat": {t.value: tingkat[t] for t in TingkatTemuan},
        "per_kode": dict(sorted(Counter(t.kode for t in semua).items())),
        "tingkat_tak_dikenal": sum(1 for p, _ in hasil for s in p.simpul if s.tingkat is None),
    }


def to_json(hasil: Hasil) -> dict[str, Any]:
    """Findings and summary; each finding names its tree."""
    return {"temuan": list(_rows(hasil)), "ringkasan": summarize(hasil)}


def _rows(hasil: Hasil) -> Iterable[dict[str, str | None]]:
    for n, (pohon, temuan) in enumerate(hasil, start=1):
        for t in temuan:
            yield {**t.to_dict(), "pohon": pohon.sebutan or str(n)}
