"""Probes of the measuring: budget and targets, how figures come in, what is done with them, what a report can say."""

from sakip.apps.pengukuran.probes import anggaran, laporan, manfaat, target, ukur

PROBES = (*anggaran.PROBES, *target.PROBES, *ukur.PROBES, *manfaat.PROBES, *laporan.PROBES)
