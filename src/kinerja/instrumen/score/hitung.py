"""The score of a sheet: exact, with the range still possible while answers are missing."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kinerja.instrumen.angka import round_satuan
from kinerja.instrumen.galat import GalatJawaban
from kinerja.instrumen.model import Instrumen
from kinerja.instrumen.score.hasil import HasilSkor, Tabel
from kinerja.instrumen.score.jawaban import Kecuali, read_jawaban
from kinerja.instrumen.score.rencana import Cabang, Daun, Poin, Rencana, plan_for


def score(instrumen: Instrumen, jawaban: Mapping[str, object], *, entitas: str | None = None) -> HasilSkor:
    """The score so far, the range still possible and what is missing.

    An answer of None is not an answer. Criteria that only inform may be in `jawaban`; they must be true,
    false or None and do not count.

    >>> from kinerja.instrumen import load
    >>> hasil = score(load("akip-88-2021-unit"), {"1.a": "B"})
    >>> hasil.total, hasil.kisaran, len(hasil.belum)
    (Fraction(21, 5), (Fraction(21, 5), Fraction(491, 5)), 11)
    """
    if instrumen.gabungan is not None:
        from kinerja.instrumen.gabungan import score_gabungan

        return score_gabungan(instrumen, jawaban, entitas=entitas)
    return score_tree(instrumen, jawaban, entitas=entitas)


def score_tree(
    instrumen: Instrumen, jawaban: Mapping[str, object], *, entitas: str | None = None
) -> HasilSkor:
    """The score of a tree of items, whatever their kind."""
    rencana = plan_for(instrumen)
    if not rencana.dijawab.issuperset(jawaban):
        _check_others(instrumen, rencana, jawaban)
    tabel = Tabel.kosong(rencana.akar + 1)
    kini, bawah, atas = tabel.kini, tabel.bawah, tabel.atas
    for daun in rencana.daun:
        isi = jawaban.get(daun.kode)
        if type(isi) is str and daun.pengali is None and (poin := daun.tabel.get(isi)) is not None:
            n = daun.nomor
            kini[n] = bawah[n] = atas[n] = poin
        else:
            _score_leaf(instrumen, rencana, daun, isi, tabel)
    tuntas = not tabel.belum and not any(tabel.lepas)
    for cabang in rencana.cabang:
        if tuntas:
            _add_up(cabang, tabel)
        else:
            _add_up_partly(cabang, tabel)
    if tabel.lepas[rencana.akar] == rencana.cabang[-1].bobot_poin:
        raise GalatJawaban(
            "total", "tidak berlaku", "dipakai untuk semua butir; tidak ada yang dapat dinilai"
        )
    return HasilSkor(instrumen, rencana, tabel, jawaban, entitas)


def _check_others(instrumen: Instrumen, rencana: Rencana, jawaban: Mapping[str, object]) -> None:
    """Codes that are not answered items: criteria are welcome, anything else is a mistake."""
    for kode, nilai in jawaban.items():
        if kode in rencana.dijawab:
            continue
        if kode in rencana.kriteria:
            if not (nilai is None or isinstance(nilai, bool) or nilai in ("Ya", "Tidak")):
                raise GalatJawaban(kode, nilai, "bukan pemenuhan kriteria", boleh=("true", "false", "null"))
        elif kode in rencana.nomor:
            raise GalatJawaban(kode, nilai, "ditulis pada butir yang dihitung dari anaknya")
        else:
            raise GalatJawaban(kode, nilai, f"memakai kode yang tidak ada di {instrumen.id}")


def _score_leaf(instrumen: Instrumen, rencana: Rencana, daun: Daun, jawaban: object, tabel: Tabel) -> None:
    n = daun.nomor
    if jawaban is None and daun.butir.baku is None:
        tabel.belum.append(daun.kode)
        tabel.bawah[n], tabel.atas[n] = daun.bawah, daun.atas
    else:
        try:
            kini, bawah, atas, lengkap = read_jawaban(
                instrumen, daun, daun.butir.baku if jawaban is None else jawaban, rencana.penyebut
            )
        except Kecuali:
            tabel.lepas[n] = daun.bobot_poin
            return
        tabel.kini[n], tabel.bawah[n], tabel.atas[n] = kini, bawah, atas
        if not lengkap:
            tabel.belum.append(daun.kode)
    if daun.pengali is not None:
        _multiply(rencana, daun, daun.pengali, tabel)


def _multiply(rencana: Rencana, daun: Daun, oleh: int, tabel: Tabel) -> None:
    """Points times the share that the multiplier reached of its own weight."""
    pengali = rencana.per_nomor[oleh]
    if tabel.lepas[oleh]:
        raise GalatJawaban(daun.kode, "", f"tidak dapat dihitung: pengalinya {pengali.kode} dikecualikan")
    penuh, n = Fraction(pengali.bobot_poin), daun.nomor
    kini, milik = tabel.kini[n], tabel.kini[oleh]
    tabel.mentah[n] = kini
    tabel.kini[n] = None if kini is None or milik is None else kini * milik / penuh
    tabel.bawah[n] *= tabel.bawah[oleh] / penuh
    tabel.atas[n] *= tabel.atas[oleh] / penuh


def _add_up(cabang: Cabang, tabel: Tabel) -> None:
    """A node of a complete sheet: so far, lowest and highest are one figure."""
    n, bawah = cabang.nomor, tabel.bawah
    jumlah: Poin = 0
    for a in cabang.anak:
        jumlah += bawah[a]
    tabel.kini[n] = bawah[n] = tabel.atas[n] = _round(jumlah, cabang)


def _add_up_partly(cabang: Cabang, tabel: Tabel) -> None:
    n, kini, bawah, atas, lepas = cabang.nomor, tabel.kini, tabel.bawah, tabel.atas, tabel.lepas
    jumlah: Poin | None = None
    rendah: Poin = 0
    tinggi: Poin = 0
    keluar: Poin = 0
    for a in cabang.anak:
        milik = kini[a]
        if milik is not None:
            jumlah = milik if jumlah is None else jumlah + milik
        rendah += bawah[a]
        tinggi += atas[a]
        keluar += lepas[a]
    if keluar and cabang.sesuaikan and keluar != cabang.bobot_poin:
        kali = Fraction(cabang.bobot_poin) / (cabang.bobot_poin - keluar)
        jumlah = None if jumlah is None else jumlah * kali
        rendah, tinggi, keluar = rendah * kali, tinggi * kali, 0
    kini[n] = None if jumlah is None else _round(jumlah, cabang)
    bawah[n], atas[n], lepas[n] = _round(rendah, cabang), _round(tinggi, cabang), keluar


def _round(poin: Poin, cabang: Cabang) -> Poin:
    """Points in multiples of the last decimal that the instrument keeps for this node."""
    if cabang.bulat is None:
        return poin
    return round_satuan(poin, cabang.satuan, cabang.bulat.mode)
