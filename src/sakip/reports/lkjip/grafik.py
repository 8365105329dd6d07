"""Charts of the LKjIP as SVG, drawn from the context alone.

Drawn here rather than through Vega: starting its engine takes longer than the whole report may (see
docs/penjelasan/lkjip.md). Bars carry their figure and the letter of their band, so grey print loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakip.reports import svg
from sakip.reports.angka import format_angka

BATAS_SUMBU = 125.0


@dataclass(frozen=True, slots=True)
class Batang:
    nama: str
    nilai: Decimal | None
    kode: str = ""
    tingkat: int = 0


@dataclass(frozen=True, slots=True)
class Deret:
    """One small history: realisasi as a line, plan targets as squares."""

    nama: str
    satuan: str
    realisasi: tuple[tuple[int, Decimal], ...]
    target: tuple[tuple[int, Decimal], ...] = ()
    desimal: int | None = None


def split_batang(batang: Sequence[Batang], paling_tinggi: float = 470.0) -> list[list[Batang]]:
    """Groups that each fit on a page with their caption."""
    kelompok: list[list[Batang]] = [[]]
    tinggi = 0.0
    for b in batang:
        h = _bar_height(b)
        if kelompok[-1] and tinggi + h > paling_tinggi:
            kelompok.append([])
            tinggi = 0.0
        kelompok[-1].append(b)
        tinggi += h
    return kelompok


def _bar_height(b: Batang) -> float:
    return max(19.0, 9.6 * len(svg.wrap(b.nama, 36)) + 7)


def draw_batang(batang: Sequence[Batang], batas: Sequence[tuple[Decimal, str]] = ()) -> str:
    """Horizontal bars against 100, with the scale's bounds as upright lines."""
    kiri, kanan, atas = 162.0, 364.0, 18.0
    lebar = kanan - kiri
    kotak = [(b, svg.wrap(b.nama, 36)) for b in batang]
    tinggi = [_bar_height(b) for b in batang]
    bawah = atas + sum(tinggi)
    isi = [*_batas(batas, kiri, lebar, atas, bawah)]
    y = atas
    for (b, baris), h in zip(kotak, tinggi, strict=True):
        isi += _satu_batang(b, baris, (kiri, kanan, y, h))
        y += h
    x100 = kiri + lebar * 100 / BATAS_SUMBU
    isi.append(svg.line((x100, atas - 3), (x100, bawah), svg.SOGA, 1.1, "4 3"))
    isi.append(svg.text((x100, bawah + 11), "100", rata="middle", berat=600, warna=svg.SOGA))
    isi.append(svg.line((kiri, atas), (kiri, bawah), svg.GARIS_2, 0.8))
    isi.append(svg.text((kiri, bawah + 11), "0", rata="middle"))
    return svg.document(bawah + 16, isi)


def _batas(
    batas: Sequence[tuple[Decimal, str]], kiri: float, lebar: float, atas: float, bawah: float
) -> list[str]:
    """Bounds as upright lines with their number below, the band's letter above its stretch."""
    isi = []
    tepi = sorted((float(b), kode) for b, kode in batas if 0 <= b < 100)
    for n, (nilai, kode) in enumerate(tepi):
        x = kiri + lebar * nilai / BATAS_SUMBU
        ujung = tepi[n + 1][0] if n + 1 < len(tepi) else 100.0
        isi.append(
            svg.text(
                (x + lebar * (ujung - nilai) / BATAS_SUMBU / 2, atas - 6),
                kode,
                rata="middle",
                ukuran=7.5,
                berat=600,
            )
        )
        if nilai == 0:
            continue
        isi.append(svg.line((x, atas - 2), (x, bawah), svg.GARIS, 0.8))
        if nilai < 92 - 100 * 12 / lebar:
            isi.append(
                svg.text(
                    (x, bawah + 11),
                    format_angka(Decimal(str(nilai)).normalize() + 0),
                    rata="middle",
                    ukuran=7.5,
                )
            )
    return isi


def _satu_batang(b: Batang, baris: list[str], kotak: tuple[float, float, float, float]) -> list[str]:
    kiri, kanan, y, h = kotak
    tengah = y + h / 2
    isi = [
        svg.text((kiri - 7, tengah + 3 + 9.6 * (n - (len(baris) - 1) / 2)), teks, rata="end", ukuran=8)
        for n, teks in enumerate(baris)
    ]
    if b.nilai is None:
        isi.append(svg.text((kiri + 5, tengah + 3), "belum terukur", ukuran=8, warna=svg.TINTA_3))
        return isi
    lebar = (kanan - kiri) * min(max(float(b.nilai), 0.0), BATAS_SUMBU) / BATAS_SUMBU
    warna = svg.TINGKAT[b.tingkat - 1] if b.tingkat else svg.NILA
    isi.append(svg.rect(kiri, tengah - 3.8, lebar, 7.6, warna))
    if b.nilai > Decimal(str(BATAS_SUMBU)):
        # A bar beyond the axis is cut open, so that it is not read as ending there.
        for geser in (-9.0, -5.0):
            isi.append(
                svg.line((kanan + geser - 2, tengah + 5.5), (kanan + geser + 2, tengah - 5.5), "#fff", 1.6)
            )
    isi.append(svg.text((398, tengah + 3), format_angka(b.nilai), rata="end", berat=600, warna=svg.TINTA))
    isi.append(svg.text((405, tengah + 3), b.kode, berat=600, warna=svg.TINTA))
    return isi


def draw_riwayat(deret: Sequence[Deret]) -> str:
    """Small multiples, three in a row, each with its own axis."""
    lebar, sela, plot = 123.0, 28.0, 66.0
    isi: list[str] = []
    y = 4.0
    for mulai in range(0, len(deret), 3):
        baris = deret[mulai : mulai + 3]
        judul = [svg.wrap(f"{d.nama} ({d.satuan})" if d.satuan else d.nama, 27) for d in baris]
        kepala = 10.0 * max(len(j) for j in judul) + 14
        for kolom, (d, j) in enumerate(zip(baris, judul, strict=True)):
            x = kolom * (lebar + sela)
            isi += [
                svg.text((x, y + 8 + 10 * n), t, berat=600, warna=svg.TINTA, ukuran=8)
                for n, t in enumerate(j)
            ]
            isi += _panel(d, x, y + kepala, lebar, plot)
        y += kepala + plot + 26
    return svg.document(y - 6, isi)


def _panel(d: Deret, x: float, y: float, lebar: float, tinggi: float) -> list[str]:
    semua = [float(v) for _, v in (*d.realisasi, *d.target)]
    tik = svg.nice_ticks(min(semua), max(semua))
    tahun = sorted({t for t, _ in (*d.realisasi, *d.target)})
    kiri, kanan = x + 30, x + lebar - 12

    def at(t: int, v: Decimal) -> svg.Titik:
        lajur = (t - tahun[0]) / max(tahun[-1] - tahun[0], 1)
        return kiri + (kanan - kiri) * lajur, y + tinggi - 9 - (tinggi - 9) * (float(v) - tik[0]) / (
            tik[-1] - tik[0]
        )

    isi: list[str] = []
    kotak: list[svg.Kotak] = []
    for nilai in tik:
        garis = at(tahun[0], Decimal(str(nilai)))[1]
        kotak.append((kiri - 9 - 4.4 * len(_tik(nilai)), garis - 4, kiri - 8, garis + 3))
        isi.append(svg.line((kiri - 6, garis), (x + lebar, garis), svg.GARIS, 0.6))
        isi.append(svg.text((kiri - 9, garis + 2.8), _tik(nilai), rata="end", ukuran=7.5))
    for t in {tahun[0], d.realisasi[-1][0], tahun[-1]}:
        isi.append(
            svg.text((at(t, Decimal(str(tik[0])))[0], y + tinggi + 12), str(t), rata="middle", ukuran=7.5)
        )
    if d.target:
        titik = [at(t, v) for t, v in d.target]
        isi.append(svg.polyline(titik, svg.SOGA, 1.1, "4 3"))
        isi += [svg.square(p, 4.2, svg.SOGA) for p in titik]
    titik = [at(t, v) for t, v in d.realisasi]
    isi.append(svg.polyline(titik, svg.NILA, 1.7))
    isi += [svg.circle(p, 2.3, svg.NILA) for p in titik]
    janji = [at(t, v) for t, v in d.target]
    return isi + _label(d, titik, janji, kotak)


def _label(d: Deret, titik: list[svg.Titik], janji: list[svg.Titik], kotak: list[svg.Kotak]) -> list[str]:
    """Last, first and promised value, each where it covers least of the lines and of the other labels."""
    hasil = []
    halangan = [*svg.sample(titik), *svg.sample(janji)]
    calon = [(titik[-1], d.realisasi[-1][1], svg.TINTA)]
    if janji and d.target[-1][0] > d.realisasi[-1][0]:
        calon.append((janji[-1], d.target[-1][1], svg.SOGA))
    if len(titik) > 2:
        calon.append((titik[0], d.realisasi[0][1], svg.TINTA_2))
    for pusat, nilai, warna in calon:
        teks = format_angka(nilai, d.desimal)
        letak, rata, batas = svg.place_label(pusat, teks, halangan, kotak)
        kotak.append(batas)
        hasil.append(svg.text(letak, teks, rata=rata, berat=600, warna=warna, ukuran=8))
    return hasil


def _tik(nilai: float) -> str:
    for batas, akhiran in ((1e12, " T"), (1e9, " M"), (1e6, " jt")):
        if abs(nilai) >= batas:
            return format_angka(Decimal(f"{nilai / batas:.1f}").normalize() + 0) + akhiran
    return format_angka(Decimal(f"{nilai:.2f}").normalize() + 0)


@dataclass(frozen=True, slots=True)
class Pasangan:
    nama: str
    capaian: Decimal
    serapan: Decimal


def draw_pasangan(pasangan: Sequence[Pasangan]) -> str:
    """Result beside spending, one row each: dot = capaian, square = serapan."""
    kiri, kanan, atas, h = 76.0, 380.0, 6.0, 24.0
    nilai = [min(float(v), 200.0) for p in pasangan for v in (p.capaian, p.serapan)]
    tik = svg.nice_ticks(min([*nilai, 60.0]), max([*nilai, 100.0]), 4)
    bawah = atas + h * len(pasangan)

    def at(v: float) -> float:
        return kiri + (kanan - kiri) * (min(v, tik[-1]) - tik[0]) / (tik[-1] - tik[0])

    isi = [svg.line((at(t), atas), (at(t), bawah), svg.GARIS, 0.6) for t in tik]
    isi += [svg.text((at(t), bawah + 11), _tik(t), rata="middle", ukuran=7.5) for t in tik]
    for n, p in enumerate(pasangan):
        y = atas + h * (n + 0.5)
        xc, xs = at(float(p.capaian)), at(float(p.serapan))
        isi += [
            svg.text((kiri - 10, y + 3), p.nama, rata="end"),
            svg.line((xc, y), (xs, y), "#9aa8bd", 1.6),
            svg.circle((xc, y), 3.6, svg.NILA),
            svg.square((xs, y), 6, svg.SOGA),
        ]
        kanan_capaian = xc >= xs
        isi.append(_samping(xc, y, format_angka(p.capaian, 2), kanan_capaian, svg.TINTA, 600))
        isi.append(_samping(xs, y, format_angka(p.serapan, 2), not kanan_capaian, svg.SOGA, 400))
    return svg.document(bawah + 16, isi)


def _samping(x: float, y: float, teks: str, kanan: bool, warna: str, berat: int) -> str:
    return svg.text(
        (x + 7 if kanan else x - 7, y + 3), teks, rata="start" if kanan else "end", warna=warna, berat=berat
    )
