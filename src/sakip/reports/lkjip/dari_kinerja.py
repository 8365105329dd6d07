"""From results of `kinerja` to what a report prints. Nothing is recomputed here."""

from __future__ import annotations

from decimal import Decimal

from kinerja.capaian import HasilCapaian, Skala
from kinerja.nilai import JenisNilai, Nilai
from sakip.reports.angka import format_angka, format_tanggal
from sakip.reports.lkjip.konteks import (
    CapaianLaporan,
    Keadaan,
    NilaiLaporan,
    PitaSkala,
    SkalaLaporan,
)

_KEADAAN = {
    JenisNilai.KOSONG: Keadaan.BELUM,
    JenisNilai.GALAT: Keadaan.BELUM,
    JenisNilai.TIDAK_BERLAKU: Keadaan.TIDAK_BERLAKU,
}
_BERANGKA = {JenisNilai.ANGKA, JenisNilai.PERSEN, JenisNilai.RUPIAH}


def nilai_from(nilai: Nilai | None, desimal: int | None = None) -> NilaiLaporan:
    """A number is printed in Indonesian form; anything else as it was written."""
    if nilai is None:
        return NilaiLaporan(keadaan=Keadaan.BELUM)
    keadaan = _KEADAAN.get(nilai.jenis, Keadaan.DILAPORKAN)
    if keadaan is not Keadaan.DILAPORKAN:
        return NilaiLaporan(keadaan=keadaan, sebab=nilai.sebab)
    return NilaiLaporan(
        teks=_print(nilai, desimal),
        angka=_scaled(nilai.angka, nilai),
        bawah=_scaled(nilai.bawah, nilai),
        atas=_scaled(nilai.atas, nilai),
        pembanding=nilai.pembanding or "",
    )


def _scaled(angka: Decimal | None, nilai: Nilai) -> Decimal | None:
    """With its scale word multiplied in, so that the workbook's target and realisasi are on one scale."""
    return angka if angka is None or nilai.pengali is None else angka * nilai.pengali


def _print(nilai: Nilai, desimal: int | None) -> str:
    if nilai.pengali is not None and nilai.teks:
        return nilai.teks
    if nilai.jenis in _BERANGKA and nilai.angka is not None:
        return format_angka(nilai.angka, _desimal(nilai.angka, nilai.desimal, desimal))
    if nilai.jenis is JenisNilai.RENTANG and nilai.bawah is not None and nilai.atas is not None:
        return f"{_plain(nilai.bawah, desimal)}–{_plain(nilai.atas, desimal)}"
    if nilai.jenis is JenisNilai.AMBANG and nilai.angka is not None:
        return f"{nilai.pembanding} {_plain(nilai.angka, desimal)}"
    return nilai.teks


def _plain(angka: Decimal, desimal: int | None) -> str:
    return format_angka(angka, _desimal(angka, None, desimal))


def _desimal(angka: Decimal, tercetak: int | None, desimal: int | None) -> int:
    """As many decimals as asked for, and never fewer than the value was written with.

    A value with more than four was computed (an average of quarters), not written: it is printed rounded.
    """
    normal = angka.normalize().as_tuple().exponent
    perlu = max(0, -normal) if isinstance(normal, int) else 0
    diminta = desimal if desimal is not None else (tercetak or 0)
    return min(max(perlu, diminta), 4) if perlu <= 4 else min(max(diminta, 2), 4)


def capaian_from(hasil: HasilCapaian) -> CapaianLaporan:
    return CapaianLaporan(
        cetak=hasil.cetak,
        mentah=hasil.mentah,
        terbatas=hasil.terbatas,
        kategori=hasil.kategori.kode if hasil.kategori else None,
        penjelasan=str(hasil),
        langkah=tuple(hasil.langkah),
        tanda=tuple(hasil.tanda),
        pesan=hasil.pesan or (" ".join(hasil.catatan) or None),
        aturan=hasil.aturan.hash(),
    )


def skala_from(skala: Skala) -> SkalaLaporan:
    sampai = f" sampai {format_tanggal(skala.berlaku_sampai)}" if skala.berlaku_sampai else ""
    return SkalaLaporan(
        kode=skala.id,
        nama=skala.nama,
        sumber=skala.sumber.strip().rstrip("."),
        berlaku=f"berlaku sejak {format_tanggal(skala.berlaku_mulai)}{sampai}",
        pita=tuple(PitaSkala(p.kode, p.nama, p.batas_bawah, p.urutan, p.termasuk) for p in skala.kategori),
    )
