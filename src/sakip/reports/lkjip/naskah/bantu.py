"""Cells, footers and legends that every chapter prints the same way."""

from __future__ import annotations

from decimal import Decimal

from sakip.reports.angka import format_angka, format_rupiah
from sakip.reports.lkjip.konteks import (
    CapaianLaporan,
    IndikatorLaporan,
    Keadaan,
    KonteksLKjIP,
    NilaiLaporan,
    RataLaporan,
    SkalaLaporan,
)
from sakip.reports.naskah import Baris, BelumAda, Blok, Legenda, Paragraf, Sel

TABEL_RUMUS = "Lampiran 2"
_SEL_UTUH = 42


def sel(teks: str) -> Sel:
    return Sel(teks)


def nilai_sel(nilai: NilaiLaporan | None, *, tebal: bool = False, kosong: str = "belum") -> Sel:
    """A value or its absence; the three absences never look alike."""
    if nilai is None:
        return Sel("–", redup=True)
    if nilai.keadaan is Keadaan.TIDAK_BERLAKU:
        return Sel(keadaan="tb")
    if nilai.keadaan is Keadaan.BELUM_RILIS:
        return Sel(keadaan="belum_rilis")
    if nilai.keadaan is Keadaan.BELUM:
        return Sel(keadaan="belum") if kosong == "belum" else Sel(kosong, redup=True)
    return Sel(nilai.teks, tebal=tebal, catatan="(sementara)" if nilai.sementara else "")


def capaian_sel(c: CapaianLaporan | RataLaporan | None, *, tebal: bool = False) -> Sel:
    if c is None or c.cetak is None:
        return Sel("–", redup=True)
    return Sel(format_angka(c.cetak), pita=c.kategori, tebal=tebal)


def rupiah_sel(nilai: Decimal | None) -> Sel:
    return Sel("tidak tercatat", redup=True) if nilai is None else Sel(format_rupiah(nilai))


def persen_sel(nilai: Decimal | None) -> Sel:
    return Sel("–", redup=True) if nilai is None else Sel(format_angka(nilai))


def nama_sel(i: IndikatorLaporan) -> Sel:
    """The unit of measure stands small behind the name, unless the name already says it."""
    satuan = satuan_perlu(i)
    return Sel(i.nama, catatan=f"({satuan})" if satuan else "")


def satuan_perlu(i: IndikatorLaporan) -> str:
    satuan, nama = i.satuan, i.nama.lower()
    tersebut = satuan.lower() in nama or (satuan.lower().startswith("per ") and " per " in nama)
    return "" if tersebut else satuan


def arah_sel(i: IndikatorLaporan) -> Sel:
    return Sel(i.arah or "–", buruk=i.arah == "memburuk", redup=i.arah != "memburuk")


def is_utuh(baris: tuple[Baris, ...]) -> bool:
    """Whether the table is short enough to be kept on one page."""
    return sum(_tinggi(b) for b in baris) <= _SEL_UTUH


def _tinggi(b: Baris) -> int:
    return max(1 + len(s.teks) // 46 for s in b.sel)


def paragraf(teks: tuple[str, ...], *, lekat: bool = False) -> list[Blok]:
    akhir = len(teks) - 1
    return [Paragraf(t, lekat=lekat and n == akhir) for n, t in enumerate(teks)]


def analisis_teks(teks: tuple[str, ...], tersedia: bool, *, lekat: bool = False) -> list[Blok]:
    if tersedia:
        return paragraf(teks, lekat=lekat)
    return [BelumAda(t) for t in teks]


def batas_teks(skala: SkalaLaporan) -> tuple[tuple[str, str, str], ...]:
    """(kode, nama, batas) from best to worst, as the scale is printed everywhere."""
    hasil = []
    atas: Decimal | None = None
    for p in sorted(skala.pita, key=lambda p: -p.urutan):
        if p.batas_bawah is None:
            teks = f"di bawah {format_angka(atas)}" if atas is not None else "semua"
        else:
            teks = f"{'mulai' if p.termasuk else 'di atas'} {format_angka(p.batas_bawah)}"
        hasil.append((p.kode, p.nama, teks))
        atas = p.batas_bawah
    return tuple(hasil)


def skala_kalimat(skala: SkalaLaporan) -> str:
    isi = "; ".join(f"{kode} {nama} {batas}" for kode, nama, batas in batas_teks(skala))
    return f"Skala {skala.nama}, {skala.berlaku}: {isi}."


def kaki_capaian(rata: RataLaporan, k: KonteksLKjIP) -> tuple[str, ...]:
    return (
        f"{rata.terukur} dari {rata.dari} indikator terukur. Rumus menurut polaritas dan pembulatan: "
        f"{TABEL_RUMUS}. Batas capaian: {k.aturan.batas}.",
        skala_kalimat(k.skala),
    )


def legenda(skala: SkalaLaporan) -> Legenda:
    return Legenda(
        batas_teks(skala),
        f"Skala {skala.nama}, {skala.berlaku}. Sumber: {skala.sumber}. Kategori dinilai dari angka "
        "sebelum dibulatkan.",
    )


def peta_pita(skala: SkalaLaporan) -> dict[str, int]:
    """Colour step of each band, 1 worst to 5 best; a scale with other than five bands is spread over them."""
    n = len(skala.pita)
    return {p.kode: 5 if n == 1 else 1 + round((p.urutan - 1) * 4 / (n - 1)) for p in skala.pita}
