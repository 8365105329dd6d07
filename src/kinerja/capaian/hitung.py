"""From a rule, a target and a realisasi to an explained achievement."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from kinerja.capaian import ambang, laju, maksimum, minimum, nol, ordinal, rentang, stabil
from kinerja.capaian.aturan import AturanCapaian, NolMinB, Polaritas
from kinerja.capaian.hasil import HasilCapaian
from kinerja.nilai import JenisNilai, Nilai
from kinerja.pembulatan import KONTEKS_LEBAR, to_text

Hitungan = tuple[Decimal, tuple[str, ...], tuple[Decimal, Decimal] | None]
_SERATUS = Decimal(100)
_KOSONG = Nilai.kosong()


class TakTerhitung(Exception):
    """Raised inside the engine when there is no figure; becomes `sebab` and `tanda` of the result."""

    def __init__(self, sebab: str, *tanda: str) -> None:
        """Keep the code of the reason and the flags."""
        super().__init__(sebab)
        self.sebab = sebab
        self.tanda = tanda


def compute_capaian(
    *, aturan: AturanCapaian, target: Nilai | Decimal | None, realisasi: Nilai | Decimal | None
) -> HasilCapaian:
    """The achievement of one indicator, or the reason why there is none.

    Not reported is not zero: without a realisasi there is no figure.

    >>> aturan = AturanCapaian(Polaritas.MAKS, batas=Decimal(120))
    >>> h = compute_capaian(aturan=aturan, target=Decimal(10), realisasi=Decimal(65))
    >>> print(h.mentah, h.terbatas)
    650.0 120
    >>> compute_capaian(aturan=aturan, target=Decimal(10), realisasi=None).sebab
    'belum_dilaporkan'
    """
    t, r = _as_nilai(target), _as_nilai(realisasi)
    try:
        _require_reported(t, r)
        mentah, tanda, dipakai = _HITUNG[aturan.polaritas](aturan, r, t)
    except TakTerhitung as alasan:
        return HasilCapaian(aturan, t, r, None, None, alasan.sebab, alasan.tanda)
    if t.ragu or r.ragu:
        tanda = (*tanda, "bacaan_ragu")
    if mentah < 0:
        tanda = (*tanda, "negatif")
    batas = aturan.batas
    terbatas = mentah if batas is None or mentah <= batas else batas
    return HasilCapaian(aturan, t, r, mentah, terbatas, None, tanda, dipakai)


def _as_nilai(nilai: Nilai | Decimal | None) -> Nilai:
    if nilai is None:
        return _KOSONG
    return Nilai.dari_angka(nilai) if isinstance(nilai, Decimal) else nilai


def _require_reported(target: Nilai, realisasi: Nilai) -> None:
    for nilai, sebab_kosong in ((target, "target_kosong"), (realisasi, "belum_dilaporkan")):
        if nilai.dilaporkan:
            continue
        if nilai.jenis is JenisNilai.TIDAK_BERLAKU:
            raise TakTerhitung("tidak_berlaku")
        raise TakTerhitung("galat" if nilai.jenis is JenisNilai.GALAT else sebab_kosong)


def _numbers(realisasi: Nilai, target: Nilai) -> tuple[Decimal, Decimal, tuple[str, ...]]:
    """The numbers behind two values, brought to one scale word, with flags for what was assumed."""
    r, t = realisasi.angka, target.angka
    if r is None or t is None:
        ambang_teks = target.jenis is JenisNilai.AMBANG and t is None
        raise TakTerhitung("ambang_belum_berangka" if ambang_teks else "bukan_angka")
    tanda: tuple[str, ...] = ()
    if realisasi.pengali != target.pengali:
        r, t = _unscaled(r, realisasi.pengali), _unscaled(t, target.pengali)
        tanda = ("satuan_beda",)
    if realisasi.jenis in _BERBATAS or target.jenis in _BERBATAS:
        tanda = (*tanda, "dibaca_batas")
    if r < 0 or t < 0:
        tanda = (*tanda, "masukan_negatif")
    return r, t, tanda


_BERBATAS = frozenset({JenisNilai.AMBANG, JenisNilai.RENTANG})


def _unscaled(angka: Decimal, pengali: Decimal | None) -> Decimal:
    return angka if pengali is None else KONTEKS_LEBAR.multiply(angka, pengali)


def _compute_maks(aturan: AturanCapaian, realisasi: Nilai, target: Nilai) -> Hitungan:
    r, t, tanda = _numbers(realisasi, target)
    if t == 0:
        hasil, tambahan = _or_raise(nol.resolve_maks(r), r)
        return hasil, (*tanda, *tambahan), (r, t)
    rumus = laju.compute if aturan.polaritas is Polaritas.LAJU_TURUN else maksimum.compute
    return rumus(r, t), tanda, (r, t)


def _compute_min(aturan: AturanCapaian, realisasi: Nilai, target: Nilai) -> Hitungan:
    r, t, tanda = _numbers(realisasi, target)
    if t == 0:
        hasil, tambahan = _or_raise(nol.resolve_min(r), r)
        return hasil, (*tanda, *tambahan), (r, t)
    if aturan.polaritas is Polaritas.MIN:
        return minimum.compute_a(r, t), tanda, (r, t)
    if r == 0:
        return _compute_min_b_at_zero(aturan, r, t), (*tanda, "realisasi_nol"), (r, t)
    return minimum.compute_b(r, t), tanda, (r, t)


def _compute_min_b_at_zero(aturan: AturanCapaian, realisasi: Decimal, target: Decimal) -> Decimal:
    if aturan.nol_min_b is NolMinB.TAK_TERHITUNG:
        raise TakTerhitung("realisasi_nol", "realisasi_nol")
    return _SERATUS if aturan.nol_min_b is NolMinB.SERATUS else minimum.compute_a(realisasi, target)


def _compute_stabil(aturan: AturanCapaian, realisasi: Nilai, target: Nilai) -> Hitungan:
    r, t, tanda = _numbers(realisasi, target)
    if t == 0:
        hasil, tambahan = _or_raise(nol.resolve_maks(r), r)
        return hasil, (*tanda, *tambahan), (r, t)
    return stabil.compute(r, t), tanda, (r, t)


def _or_raise(hasil: Decimal | None, realisasi: Decimal) -> tuple[Decimal, tuple[str, ...]]:
    if hasil is None:
        raise TakTerhitung("target_nol", "target_nol", "melebihi" if realisasi > 0 else "di_bawah_nol")
    return hasil, ("target_nol",)


def _compute_rentang(aturan: AturanCapaian, realisasi: Nilai, target: Nilai) -> Hitungan:
    bawah, atas = target.bawah, target.atas
    if target.jenis is not JenisNilai.RENTANG or bawah is None or atas is None:
        raise TakTerhitung("target_bukan_rentang")
    if bawah > atas:
        raise TakTerhitung("rentang_terbalik")
    r, _, tanda = _numbers(realisasi, target)
    tanda = tuple(kata for kata in tanda if kata != "dibaca_batas")
    if realisasi.jenis in _BERBATAS:
        tanda = (*tanda, "dibaca_batas")
    if "satuan_beda" in tanda:
        bawah, atas = _unscaled(bawah, target.pengali), _unscaled(atas, target.pengali)
    batas = rentang.crossed_bound(r, bawah, atas)
    if batas is None:
        return _SERATUS, tanda, None
    if batas == 0:
        raise TakTerhitung("target_nol", "target_nol", "di_luar_rentang")
    biaya = aturan.polaritas is Polaritas.RENTANG_BIAYA
    hasil = minimum.compute_a(r, batas) if biaya else maksimum.compute(r, batas)
    return hasil, (*tanda, "di_luar_rentang"), (r, batas)


def _compute_ordinal(aturan: AturanCapaian, realisasi: Nilai, target: Nilai) -> Hitungan:
    r, t = _grade(realisasi), _grade(target)
    if aturan.peringkat is None:
        hasil = ordinal.compute(r, t)
        return hasil, () if hasil == _SERATUS else ("peringkat_berbeda",), None
    try:
        pasangan = (ordinal.rank_of(r, aturan.peringkat), ordinal.rank_of(t, aturan.peringkat))
    except ordinal.PeringkatTidakDikenal:
        raise TakTerhitung("peringkat_tidak_dikenal") from None
    dipakai = (Decimal(pasangan[0]), Decimal(pasangan[1]))
    return maksimum.compute(*dipakai), (), dipakai


def _grade(nilai: Nilai) -> str:
    """A level printed as a number ("3" or "3,0") is compared as that number."""
    return nilai.teks if nilai.angka is None else to_text(nilai.angka)


def _compute_ambang(aturan: AturanCapaian, realisasi: Nilai, target: Nilai) -> Hitungan:
    if target.pembanding is None:
        teks = target.teks.lstrip()
        raise TakTerhitung("ambang_belum_berangka" if teks[:1] in "<>≤≥" else "target_bukan_ambang")
    r, t, tanda = _numbers(realisasi, target)
    tanda = tuple(kata for kata in tanda if kata != "dibaca_batas")
    if realisasi.pembanding is None:
        return ambang.compute(r, target.pembanding, t), tanda, (r, t)
    tersirat = ambang.is_implied(realisasi.pembanding, r, target.pembanding, t)
    if tersirat is None:
        raise TakTerhitung("realisasi_tidak_pasti")
    return (_SERATUS if tersirat else Decimal(0)), tanda, (r, t)


_HITUNG: dict[Polaritas, Callable[[AturanCapaian, Nilai, Nilai], Hitungan]] = {
    Polaritas.MAKS: _compute_maks,
    Polaritas.LAJU_TURUN: _compute_maks,
    Polaritas.MIN: _compute_min,
    Polaritas.MIN_B: _compute_min,
    Polaritas.STABIL: _compute_stabil,
    Polaritas.RENTANG: _compute_rentang,
    Polaritas.RENTANG_BIAYA: _compute_rentang,
    Polaritas.ORDINAL: _compute_ordinal,
    Polaritas.AMBANG: _compute_ambang,
}
