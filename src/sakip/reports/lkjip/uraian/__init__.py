"""Running text generated from the figures: short, checkable sentences, nothing the data does not say."""

from __future__ import annotations

from dataclasses import replace

from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.uraian.dokumen import write_teks
from sakip.reports.lkjip.uraian.sasaran import write_sasaran


def with_uraian(konteks: KonteksLKjIP) -> KonteksLKjIP:
    """The same context with findings, the seven analyses and the chapters' text filled in."""
    konteks = replace(konteks, sasaran=tuple(write_sasaran(s, konteks) for s in konteks.sasaran))
    return replace(konteks, teks=write_teks(konteks))


__all__ = ["with_uraian"]
