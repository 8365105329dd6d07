"""DOK021: numerals that a reader must interpret."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.nilai.pemisah import SEBAB_CAMPURAN, SEBAB_RUSAK
from kinerja.periksa.dokumen.anggaran import Pagu, read_pagu
from kinerja.periksa.dokumen.banding import Banding, Isi, compare
from kinerja.periksa.dokumen.bentuk import SAKIP, Aturan
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Pasang, Perbandingan
from kinerja.periksa.dokumen.selisih import yearly
from kinerja.pohon.temuan import TingkatTemuan

_MERUSAK = frozenset({SEBAB_CAMPURAN, SEBAB_RUSAK})


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Scale words against written-out numbers, and amounts whose separators contradict each other."""
    for indikator in run.indikator:
        temuan = next((t for p in indikator.pasang if (t := _scale_word(p)) is not None), None)
        if temuan is not None:
            yield temuan
    for d in run.dokumen:
        rusak = [p for p in read_pagu(d) if p.isi.nilai.sebab in _MERUSAK]
        if rusak and d.jenis is not JenisDokumen.CASCADING:
            yield _broken(rusak)


def _scale_word(p: Pasang) -> Temuan | None:
    a, b = yearly(p.a), yearly(p.b)
    if a.isi.berskala == b.isi.berskala or not p.layak:
        return None
    if compare(a.isi, b.isi) is not Banding.SAMA or not _written_apart(a.isi, b.isi):
        return None
    return Temuan(
        kode=ATURAN.kode,
        kategori="H",
        tingkat=ATURAN.tingkat,
        indikator=p.a.nama,
        a=a.teks,
        b=b.teks,
        pesan="Nilainya sama, penulisannya berbeda. Tulis angka penuh dengan titik ribuan.",
        baris_a=p.a.baris.id,
        baris_b=p.b.baris.id,
    )


def _written_apart(a: Isi, b: Isi) -> bool:
    """One side spells zeros as a word, the other writes them."""
    kata, angka = (a, b) if a.berskala else (b, a)
    penuh = {x * kata.nilai.pengali for x in (kata.nilai.angka,) if x is not None and kata.nilai.pengali}
    return bool(penuh & angka.bacaan)


def _broken(rusak: list[Pagu]) -> Temuan:
    p = rusak[0]
    return Temuan(
        kode=ATURAN.kode,
        kategori="I",
        tingkat=ATURAN.tingkat,
        indikator=p.baris.nama,
        a=p.teks,
        b=("dibaca", "" if p.rupiah is None else f"{p.rupiah:f}"),
        lain=tuple(x.teks for x in rusak[1:]),
        pesan=f"Titik dan koma bercampur pada {len(rusak)} pagu {p.dokumen.nama}. Tulis titik untuk ribuan dan koma "
        "untuk desimal.",
    )


ATURAN = Aturan(
    kode="DOK021",
    tingkat=TingkatTemuan.SARAN,
    kategori=("H", "I"),
    judul="Penulisan angka tidak baku",
    alasan="Angka yang harus ditafsirkan akan disalin salah. Hanya bentuk Indonesia yang dipakai: titik untuk ribuan, "
    "koma untuk desimal, tanpa kata ribu atau juta.",
    perbaikan="Tulis angka penuh; saat impor, konfirmasi bacaannya.",
    dasar=SAKIP,
    contoh_buruk="PK: 16juta. LKjIP: 16.000.000. Pagu: 15.199,500,000.",
    contoh_baik="PK dan LKjIP: 16.000.000. Pagu: 15.199.500.000.",
    periksa=check,
    periksa_ke=(21,),
)
