"""A government's value out of its own and its sampled units', and which condition binds the predikat.

The regulation prints the columns of the combined sheet but not the formula. The formula is therefore a
parameter that the document names; its choices and its default are data of the instrument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen.angka import parse_pecahan, to_baca, to_cetak, to_cetak_tegas
from kinerja.instrumen.galat import GalatInstrumen, GalatJawaban
from kinerja.instrumen.load import load
from kinerja.instrumen.model import TIDAK_BERLAKU, AturanGabungan, Instrumen, Predikat, SyaratKlaster
from kinerja.instrumen.predikat import grade_for
from kinerja.instrumen.score import HasilSkor
from kinerja.instrumen.score.hitung import score_tree

ID_BAKU = "akip-88-2021-gabungan"
INSTANSI, UNIT = "instansi", "unit"
RATA_UNIT = "rata_unit"
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class UjiSyarat:
    """One condition of a predikat and how it stands."""

    predikat: str
    nama: str
    terpenuhi: bool
    uraian: str


@dataclass(frozen=True, slots=True)
class HasilGabungan:
    """`pengikat` is what keeps the next predikat away: "total" or a cluster; None at the highest."""

    total: Fraction
    instansi: Fraction
    rata_unit: Fraction | None
    rata_klaster: Mapping[str, Fraction | None]
    cara: str
    predikat: Predikat
    predikat_total: Predikat
    pengikat: str | None
    semua_pengikat: tuple[str, ...]
    syarat: tuple[UjiSyarat, ...]
    penjelasan: str

    def to_dict(self) -> dict[str, object]:
        """What the command line adds to a score."""
        return {
            "cara": self.cara,
            "predikat_total": self.predikat_total.kode,
            "pengikat": self.pengikat,
            "semua_pengikat": list(self.semua_pengikat),
            "syarat": [
                {"predikat": s.predikat, "nama": s.nama, "terpenuhi": s.terpenuhi, "uraian": s.uraian}
                for s in self.syarat
            ],
            "penjelasan": self.penjelasan,
        }


def combine(
    instansi: Fraction,
    unit: Mapping[str, Sequence[Fraction]],
    *,
    cara: str | None = None,
    instrumen: Instrumen | None = None,
) -> HasilGabungan:
    """The combined value and the highest predikat whose total and whose cluster conditions both hold.

    A cluster that is absent or empty was not sampled and is left out of the mean; without any unit the
    value is the instansi's own. Conditions are compared on unrounded means with exclusive bounds.

    >>> unit = {"utama": [Fraction(81)] * 3, "pendukung": [Fraction(71)] * 3, "tambahan": [Fraction(71)] * 3}
    >>> hasil = combine(Fraction(85), unit)
    >>> hasil.total, hasil.predikat.kode, hasil.pengikat
    (Fraction(239, 3), 'BB', 'total')
    """
    alat = instrumen or load(ID_BAKU)
    aturan = rules_of(alat)
    cara = _check_cara(aturan, cara)
    _check_values(aturan, instansi, unit)
    rata = {k: _mean(unit.get(k, ())) for k in aturan.klaster}
    rata_unit = _unit_mean(unit, rata, cara)
    bagian = alat.butir(INSTANSI).bobot or Fraction(0)
    total = (
        instansi
        if rata_unit is None
        else (bagian * instansi + (alat.bobot - bagian) * rata_unit) / alat.bobot
    )
    jumlah = {k: len(unit.get(k, ())) for k in aturan.klaster}
    uji = {
        p.kode: _test(alat, s, rata, jumlah)
        for s in aturan.syarat
        if (p := alat.predikat.get(s.predikat)) is not None
    }
    predikat_total = grade_for(alat, total)
    predikat = next(
        p
        for p in alat.predikat.daftar
        if p.reached_by(total) and all(u.terpenuhi for u in uji.get(p.kode, ()))
    )
    semua, ikat = _binding(alat, predikat, total, uji)
    hasil_uji = tuple(u for p in alat.predikat.daftar for u in uji.get(p.kode, ()))
    return HasilGabungan(
        total=total,
        instansi=instansi,
        rata_unit=rata_unit,
        rata_klaster=rata,
        cara=cara,
        predikat=predikat,
        predikat_total=predikat_total,
        pengikat=semua[0] if semua else None,
        semua_pengikat=semua,
        syarat=hasil_uji,
        penjelasan=_explain(aturan, cara, total, instansi, rata_unit, predikat, predikat_total, ikat),
    )


def rules_of(instrumen: Instrumen) -> AturanGabungan:
    """The combining rules of an instrument."""
    if instrumen.gabungan is None:
        raise GalatInstrumen(
            "Instrumen ini tidak menggabungkan nilai instansi dan unit.", berkas=instrumen.id
        )
    return instrumen.gabungan


def _check_cara(aturan: AturanGabungan, cara: str | None) -> str:
    pakai = aturan.baku if cara is None else cara
    if pakai not in aturan.cara:
        raise GalatJawaban("cara", pakai, "bukan cara penggabungan", boleh=tuple(aturan.cara))
    return pakai


def _check_values(aturan: AturanGabungan, instansi: Fraction, unit: Mapping[str, Sequence[Fraction]]) -> None:
    for kode in unit:
        if kode not in aturan.klaster:
            raise GalatJawaban(kode, "", "memakai klaster yang tidak ada", boleh=aturan.klaster)
    semua = [(INSTANSI, instansi), *((k, n) for k, daftar in unit.items() for n in daftar)]
    for kode, nilai in semua:
        if not 0 <= nilai <= 100:
            raise GalatJawaban(kode, to_baca(nilai), "di luar batas 0 sampai 100")


def _mean(daftar: Sequence[Fraction]) -> Fraction | None:
    return sum(daftar, Fraction(0)) / len(daftar) if daftar else None


def _unit_mean(
    unit: Mapping[str, Sequence[Fraction]], rata: Mapping[str, Fraction | None], cara: str
) -> Fraction | None:
    if cara == RATA_UNIT:
        return _mean([n for daftar in unit.values() for n in daftar])
    return _mean([n for n in rata.values() if n is not None])


def _test(
    alat: Instrumen, s: SyaratKlaster, rata: Mapping[str, Fraction | None], jumlah: Mapping[str, int]
) -> tuple[UjiSyarat, ...]:
    hasil = []
    for k in s.klaster:
        cukup = jumlah[k] >= s.min_unit
        uraian = f"uji petik {jumlah[k]} unit {k}, paling sedikit {s.min_unit}"
        hasil.append(UjiSyarat(s.predikat, f"uji petik {k}", cukup, uraian))
    for k, kode in s.rata_min.items():
        batas, milik = alat.predikat.get(kode), rata[k]
        ya = milik is not None and batas.reached_by(milik)
        nilai = "belum ada" if milik is None else to_cetak_tegas(milik)
        uraian = f"rata-rata klaster {k} {nilai}, harus di atas {to_baca(batas.di_atas)} ({kode})"
        hasil.append(UjiSyarat(s.predikat, f"klaster {k}", ya, uraian))
    return tuple(hasil)


def _binding(
    alat: Instrumen, predikat: Predikat, total: Fraction, uji: Mapping[str, tuple[UjiSyarat, ...]]
) -> tuple[tuple[str, ...], str]:
    """What keeps the predikat directly above away, and the same in words."""
    letak = alat.predikat.daftar.index(predikat)
    if letak == 0:
        return (), "tidak ada predikat di atasnya"
    atas = alat.predikat.daftar[letak - 1]
    gagal = [u for u in uji.get(atas.kode, ()) if not u.terpenuhi]
    nama, kata = [u.nama for u in gagal], [u.uraian for u in gagal]
    if not atas.reached_by(total):
        nama.insert(0, TOTAL)
        kata.insert(0, f"total {to_baca(total)}, harus di atas {to_baca(atas.di_atas)}")
    return tuple(nama), f"untuk {atas.kode} masih kurang: {'; '.join(kata)}"


def _explain(
    aturan: AturanGabungan,
    cara: str,
    total: Fraction,
    instansi: Fraction,
    rata_unit: Fraction | None,
    predikat: Predikat,
    predikat_total: Predikat,
    ikat: str,
) -> str:
    dari = "tanpa uji petik unit" if rata_unit is None else f"unit {to_baca(rata_unit)}"
    teks = f"Instansi {to_baca(instansi)}, {dari}; cara: {aturan.cara[cara]}. Total {to_cetak(total)}."
    if predikat_total is not predikat:
        teks += f" Menurut total saja {predikat_total.kode}, menurut syarat klaster {predikat.kode}."
    return f"{teks} Predikat {predikat.kode}; {ikat}."


def score_gabungan(
    instrumen: Instrumen,
    jawaban: Mapping[str, object],
    *,
    entitas: str | None = None,
    cara: str | None = None,
) -> HasilSkor:
    """The combined sheet as a score: `{instansi, utama, pendukung, tambahan}` or `{instansi, unit: {...}}`.

    A cluster not named was not sampled; a cluster or a unit of null is still missing.
    """
    aturan = rules_of(instrumen)
    cara = _check_cara(aturan, cara)
    datar = _flatten(aturan, jawaban)
    hasil = score_tree(instrumen, datar, entitas=entitas)
    if cara == RATA_UNIT:
        lain = score_tree(instrumen, _pool(aturan, datar))
        hasil.take_total(lain, _words(lain))
    if hasil.lengkap:
        unit = {k: [parse_pecahan(n) for n in _members(datar[k])] for k in aturan.klaster}
        hasil.gabungan = combine(parse_pecahan(datar[INSTANSI]), unit, cara=cara, instrumen=instrumen)
    return hasil


def _flatten(aturan: AturanGabungan, jawaban: Mapping[str, object]) -> dict[str, object]:
    """One answer per cluster; a cluster that was not sampled is out of the reckoning."""
    unit = jawaban.get(UNIT, {})
    if unit is None:
        unit = dict.fromkeys(aturan.klaster)
    if not isinstance(unit, Mapping):
        raise GalatJawaban(UNIT, unit, "harus berisi klaster dan nilai unitnya", boleh=aturan.klaster)
    rata = {k: v for k, v in jawaban.items() if k not in (INSTANSI, UNIT)}
    for kode in (*rata, *unit):
        if kode not in aturan.klaster:
            raise GalatJawaban(str(kode), "", "memakai klaster yang tidak ada", boleh=aturan.klaster)
        if kode in rata and kode in unit:
            raise GalatJawaban(str(kode), "", "ditulis dua kali, di dalam dan di luar unit")
    terisi = {**rata, **unit}
    if not terisi and UNIT not in jawaban:
        terisi = dict.fromkeys(aturan.klaster)
    tanpa = {k: terisi.get(k, TIDAK_BERLAKU) for k in aturan.klaster}
    kosong = {k: TIDAK_BERLAKU for k, v in tanpa.items() if isinstance(v, list | tuple | Mapping) and not v}
    return {INSTANSI: jawaban.get(INSTANSI), **tanpa, **kosong}


def _pool(aturan: AturanGabungan, datar: Mapping[str, object]) -> dict[str, object]:
    """Every sampled cluster stands for all units, so that the mean of clusters is the mean of units.

    A cluster still missing has an unknown number of units: then nothing is known of the mean.
    """
    klaster = [k for k in aturan.klaster if datar[k] != TIDAK_BERLAKU]
    semua: list[object] | None = [n for k in klaster for n in _members(datar[k])]
    if any(datar[k] is None for k in klaster):
        semua = None
    return {**datar, **dict.fromkeys(klaster, semua)}


def _words(lain: HasilSkor) -> dict[str, str]:
    """What the pooled mean of units changes in the explanations."""
    unit = lain.komponen[UNIT]
    nilai = "belum ada" if unit is None else to_baca(unit)
    total = "belum ada" if lain.total is None else to_baca(lain.total)
    rendah, tinggi = (to_cetak(n) for n in lain.kisaran)
    sisa = "" if lain.lengkap else f" Belum lengkap: masih mungkin {rendah} sampai {tinggi}."
    return {
        UNIT: f"{UNIT}: rata-rata semua unit = {nilai}.",
        "total": f"Total: instansi dan rata-rata semua unit, dibobot = {total}.{sisa}",
    }


def _members(isi: object) -> list[object]:
    if isi is None or isi == TIDAK_BERLAKU:
        return []
    if isinstance(isi, Mapping):
        return list(isi.values())
    return list(isi) if isinstance(isi, list | tuple) else [isi]
