"""Plan and agreement behind the report."""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.pengukuran.selectors import KinerjaUnit
from sakip.apps.perencanaan.models import JenisSimpul
from sakip.apps.perencanaan.selectors import SimpulPohon, pohon_dokumen, target_dokumen
from sakip.reports.lkjip.konteks import DokumenRencana, PerjanjianLaporan


@dataclass(frozen=True, slots=True)
class Rencana:
    """The plan in force, and its annual targets per indicator: (year, value) in order."""

    dokumen: DokumenRencana | None = None
    target: dict[int, tuple[tuple[int, Nilai], ...]] = field(default_factory=dict)


def load_rencana(kinerja: KinerjaUnit) -> Rencana:
    dokumen = kinerja.dokumen
    if dokumen is None:
        return Rencana()
    pohon = _flatten(pohon_dokumen(dokumen))
    tahunan = {
        indikator: tuple((tahun, nilai_of(t)) for (tahun, triwulan), t in isi.items() if triwulan is None)
        for indikator, isi in target_dokumen(dokumen).items()
    }
    periode = f"{dokumen.tahun_mulai}–{dokumen.tahun_selesai}"
    if dokumen.tahun_mulai == dokumen.tahun_selesai:
        # A plan of one year says nothing about the medium term.
        periode, tahunan = str(dokumen.tahun_mulai), {}
    return Rencana(
        DokumenRencana(
            jenis=dokumen.jenis,
            judul=dokumen.nama if str(dokumen.tahun_mulai) in dokumen.nama else f"{dokumen.nama} {periode}",
            periode=periode,
            dasar=dokumen.dasar,
            visi=next((s.simpul.pernyataan for s in pohon if s.simpul.jenis == JenisSimpul.VISI), ""),
            tujuan=tuple(s.simpul.pernyataan for s in pohon if s.simpul.jenis == JenisSimpul.TUJUAN),
        ),
        tahunan,
    )


def _flatten(pohon: list[SimpulPohon]) -> list[SimpulPohon]:
    hasil: list[SimpulPohon] = []
    for satu in pohon:
        hasil += [satu, *_flatten(satu.anak)]
    return hasil


def load_perjanjian(kinerja: KinerjaUnit, nama_unit: str) -> PerjanjianLaporan | None:
    pk = kinerja.pk
    if pk is None:
        return None
    return PerjanjianLaporan(
        judul=f"Perjanjian Kinerja {nama_unit} Tahun {pk.tahun}",
        tanggal=pk.ditandatangani_pada,
        pihak_pertama=pk.pihak_pertama,
        pihak_kedua=pk.pihak_kedua,
        versi=pk.versi_ke,
        pemicu=pk.get_pemicu_display().lower() if pk.pemicu else "",
        sumber=pk.sumber,
    )
