"""Appendices of an LHE: the result sheet, and which criteria are fulfilled."""

from __future__ import annotations

from fractions import Fraction

from sakip.apps.evaluasi.selectors.konteks import KonteksLHE, KriteriaLHE, SubLHE
from sakip.reports.lhe.bantu import angka_sel, cetak, exact, predikat_teks
from sakip.reports.naskah import Baris, Blok, Judul, Kolom, Sel, Tabel

_TANPA = "–"
_YA_TIDAK = {"ya": "terpenuhi", "tidak": "tidak terpenuhi", "": "belum dijawab"}


def build_lampiran(k: KonteksLHE) -> tuple[Blok, ...]:
    hasil: list[Blok] = [Judul(1, "Lembar hasil evaluasi", "Lampiran 1"), _lembar(k)]
    if any(s.kriteria for kom in k.komponen for s in kom.sub):
        hasil += [Judul(1, "Pemenuhan kriteria", "Lampiran 2"), _kriteria(k)]
    return tuple(hasil)


def _lembar(k: KonteksLHE) -> Tabel:
    kolom = (
        Kolom("Kode"),
        Kolom("Subkomponen", lebar=1.5),
        Kolom("Bobot", "kanan"),
        Kolom(f"Nilai {k.tahun - 1}", "kanan"),
        Kolom(f"Nilai {k.tahun}", "kanan"),
        Kolom("Predikat", "tengah"),
        Kolom("Catatan", lebar=1.6),
        Kolom("Rekomendasi", lebar=1.3),
    )
    baris: list[Baris] = []
    for kom in k.komponen:
        sel = (Sel(kom.kode), Sel(kom.nama), angka_sel(kom.bobot), angka_sel(kom.nilai_lalu, kosong=_TANPA))
        baris.append(Baris((*sel, angka_sel(kom.nilai), Sel(), Sel(), Sel()), "induk"))
        baris += [_sub(k, s) for s in kom.sub]
    akhir = (
        Sel(),
        Sel("Nilai akuntabilitas kinerja"),
        Sel(cetak(sum((exact(kom.bobot) or Fraction(0) for kom in k.komponen), Fraction(0)))),
        angka_sel(k.total_lalu, kosong=_TANPA),
        angka_sel(k.total),
        Sel(k.predikat_kode or "belum"),
        Sel(predikat_teks(k, k.predikat_kode) if k.predikat_kode else ""),
        Sel(),
    )
    return Tabel(
        f"Hasil menurut subkomponen, {k.unit.nama}, tahun {k.tahun} (instrumen {k.instrumen.id})",
        kolom,
        (*baris, Baris(akhir, "jumlah")),
        bernomor=False,
    )


def _sub(k: KonteksLHE, s: SubLHE) -> Baris:
    saran = " ".join(r.uraian for r in k.rekomendasi if r.kode == s.kode)
    return Baris(
        (
            Sel(s.kode),
            Sel(s.gradasi or s.nama, catatan=s.nama if s.gradasi else ""),
            angka_sel(s.bobot),
            angka_sel(s.nilai_lalu, kosong=_TANPA),
            angka_sel(s.nilai, tebal=True),
            _grade(s),
            Sel(s.catatan or _TANPA),
            Sel(saran or _TANPA),
        )
    )


def _grade(s: SubLHE) -> Sel:
    """The grade, and last year's where it was another."""
    if not s.jawaban:
        return Sel("belum" if s.nilai is None else _TANPA, redup=True)
    dulu = f"(semula {s.jawaban_lalu})" if s.jawaban_lalu and s.jawaban_lalu != s.jawaban else ""
    return Sel(s.jawaban, tebal=True, catatan=dulu)


def _kriteria(k: KonteksLHE) -> Tabel:
    baris: list[Baris] = []
    for kom in k.komponen:
        for s in kom.sub:
            if not s.kriteria:
                continue
            baris.append(Baris((Sel(f"{s.kode} {kom.nama}, {s.gradasi or s.nama}{_count(s)}"),), "kelompok"))
            baris += [Baris((Sel(c.kode), Sel(c.nama), _answer(c))) for c in s.kriteria]
    return Tabel(
        "Kriteria dan pemenuhannya",
        (Kolom("Kode"), Kolom("Kriteria", lebar=1), Kolom("Pemenuhan")),
        tuple(baris),
        bernomor=False,
    )


def _count(s: SubLHE) -> str:
    if any(c.jawaban not in _YA_TIDAK for c in s.kriteria):
        return ""
    return f": {sum(c.jawaban == 'ya' for c in s.kriteria)} dari {len(s.kriteria)} terpenuhi"


def _answer(c: KriteriaLHE) -> Sel:
    teks = _YA_TIDAK.get(c.jawaban, c.jawaban)
    return Sel(teks, tebal=c.jawaban == "tidak", redup=c.jawaban == "")
