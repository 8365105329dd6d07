"""Programmes, their money, and which sasaran each of them supports."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kinerja.efisiensi import compute_e3, compute_serapan
from kinerja.pembulatan import Pembulatan, round_value
from sakip.apps.pengukuran.selectors import BarisAnggaran, KinerjaUnit, anggaran_unit, total_anggaran
from sakip.apps.perencanaan.models import JenisSimpul, Simpul
from sakip.apps.perencanaan.selectors import SimpulPohon, pohon_dokumen
from sakip.apps.perjanjian.models import PKProgram
from sakip.platform.organisasi.models import Unit
from sakip.reports.lkjip.konteks import AnggaranLaporan, EfisiensiLaporan, KegiatanLaporan, ProgramLaporan

_TINGKAT = (JenisSimpul.PROGRAM, JenisSimpul.KEGIATAN)


def load_program(
    unit: Unit, tahun: int, kinerja: KinerjaUnit
) -> tuple[tuple[ProgramLaporan, ...], AnggaranLaporan]:
    baris = anggaran_unit(unit=unit, tahun=tahun, tingkat=_TINGKAT)
    utama = [b for b in baris if b.simpul is None or b.jenis == JenisSimpul.PROGRAM]
    janji = list(kinerja.pk.program_set.order_by("urutan", "id")) if kinerja.pk else []
    if not any(b.simpul is not None for b in utama):
        return _from_pk(janji, total_anggaran(utama))
    simpul = _load_simpul(baris, kinerja)
    kegiatan = _kegiatan(baris, simpul)
    program = tuple(
        _program(b, janji, _sasaran_of(b.simpul, simpul, kinerja), kegiatan.get(b.simpul.pk, ()))
        for b in utama
        if b.simpul is not None
    )
    return program, _money(total_anggaran(utama))


def _from_pk(
    janji: list[PKProgram], total: BarisAnggaran | None
) -> tuple[tuple[ProgramLaporan, ...], AnggaranLaporan]:
    """Only the agreement names programmes: its ceiling is known, what was spent of it is not."""
    program = tuple(
        ProgramLaporan(p.nama, p.kode, AnggaranLaporan(pagu=p.anggaran), p.anggaran, p.sumber_dana)
        for p in janji
    )
    if total is not None:
        return program, _money(total)
    return program, AnggaranLaporan(pagu=_sum_all(p.anggaran for p in janji))


def _program(
    b: BarisAnggaran, janji: list[PKProgram], sasaran: tuple[int, ...], kegiatan: tuple[KegiatanLaporan, ...]
) -> ProgramLaporan:
    kode = b.simpul.kode if b.simpul else ""
    pasangan = next(
        (p for p in janji if (kode and p.kode == kode) or p.nama.casefold() == b.nama.casefold()), None
    )
    return ProgramLaporan(
        nama=b.nama,
        kode=kode,
        anggaran=_money(b),
        pagu_pk=pasangan.anggaran if pasangan else None,
        sumber_dana=pasangan.sumber_dana if pasangan else "",
        sasaran=sasaran,
        kegiatan=kegiatan,
    )


def _money(b: BarisAnggaran | None) -> AnggaranLaporan:
    return AnggaranLaporan() if b is None else AnggaranLaporan(b.pagu_berlaku, b.realisasi, _round(b.serapan))


def _round(nilai: Decimal | None) -> Decimal | None:
    return None if nilai is None else round_value(nilai, 2, Pembulatan.SETENGAH_KE_ATAS)


def _load_simpul(baris: Iterable[BarisAnggaran], kinerja: KinerjaUnit) -> dict[int, Simpul]:
    """The nodes of every plan that the budget or the sasaran belong to."""
    dokumen = {b.simpul.dokumen_id: b.simpul.dokumen for b in baris if b.simpul is not None}
    if kinerja.dokumen is not None:
        dokumen[kinerja.dokumen.pk] = kinerja.dokumen
    hasil: dict[int, Simpul] = {}
    antre: list[SimpulPohon] = [s for d in dokumen.values() for s in pohon_dokumen(d)]
    while antre:
        satu = antre.pop()
        hasil[satu.simpul.pk] = satu.simpul
        antre += satu.anak
    return hasil


def _kegiatan(
    baris: Iterable[BarisAnggaran], simpul: dict[int, Simpul]
) -> dict[int, tuple[KegiatanLaporan, ...]]:
    hasil: dict[int, tuple[KegiatanLaporan, ...]] = {}
    for b in baris:
        if b.simpul is None or b.jenis != JenisSimpul.KEGIATAN or b.simpul.induk_id is None:
            continue
        satu = KegiatanLaporan(b.nama, b.simpul.kode, _money(b))
        hasil[b.simpul.induk_id] = (*hasil.get(b.simpul.induk_id, ()), satu)
    return hasil


def _sasaran_of(program: Simpul, simpul: dict[int, Simpul], kinerja: KinerjaUnit) -> tuple[int, ...]:
    """Numbers of the groups the programme hangs under or says it supports, in this plan or a copy of it."""
    kenal: dict[object, int] = {}
    for nomor, kelompok in enumerate(kinerja.kelompok, 1):
        if kelompok.simpul is not None:
            kenal[kelompok.simpul.pk] = kenal[kelompok.simpul.asal] = nomor
    setara = [s for s in simpul.values() if s.pk != program.pk and _is_same(s, program)]
    for awal in (program, *setara):
        satu: Simpul | None = awal
        while satu is not None:
            for calon in (satu.pk, satu.asal, satu.mendukung_id):
                if calon in kenal:
                    return (kenal[calon],)
            satu = simpul.get(satu.induk_id) if satu.induk_id is not None else None
    return ()


def _is_same(satu: Simpul, dua: Simpul) -> bool:
    return satu.jenis == dua.jenis and (satu.asal == dua.asal or (satu.kode != "" and satu.kode == dua.kode))


def budget_of(nomor: int, program: tuple[ProgramLaporan, ...]) -> AnggaranLaporan:
    """The money of the programmes under one sasaran; a sum with a gap in it is not given."""
    milik = [p.anggaran for p in program if nomor in p.sasaran]
    pagu, realisasi = _sum_all(a.pagu for a in milik), _sum_all(a.realisasi for a in milik)
    return AnggaranLaporan(pagu, realisasi, _round(compute_serapan(pagu=pagu, realisasi=realisasi)))


def _sum_all(nilai: Iterable[Decimal | None]) -> Decimal | None:
    semua = list(nilai)
    if not semua or any(n is None for n in semua):
        return None
    return sum((n for n in semua if n is not None), Decimal(0))


def efficiency_of(capaian: Decimal | None, uang: AnggaranLaporan) -> EfisiensiLaporan | None:
    serapan = compute_serapan(pagu=uang.pagu, realisasi=uang.realisasi)
    if serapan is None:
        return None
    hasil = compute_e3(capaian=capaian, serapan=serapan)
    if hasil.nilai is None or capaian is None:
        return None
    return EfisiensiLaporan(
        nilai=hasil.cetak,
        rumus=hasil.rumus.uraian,
        penjelasan="",
        bacaan="efisien" if capaian >= 100 and hasil.nilai > 0 else "belum efisien",
        peringatan=" ".join(hasil.peringatan) or None,
    )
