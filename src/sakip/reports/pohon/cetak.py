"""PDF and PNG of a performance tree: typst places the drawings, with the same standards as every other document."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sakip.reports.aksara import to_printable
from sakip.reports.pdf import TEMPLAT, compress, run_typst
from sakip.reports.pohon.gambar import (
    GALAT,
    INGAT,
    NAMA_PITA,
    NETRAL,
    PITA,
    RONA,
    SARAN,
    Area,
    draw_area,
    whole,
)
from sakip.reports.pohon.lembar import KERTAS, Kisi, Lembar, lay_sheets, paper_area
from sakip.reports.pohon.model import Bagan, KepalaCetak, Kotak
from sakip.reports.pohon.susun import Tata, arrange

#: A picture wider than this is of no use in a document, and takes long to make.
PIKSEL_TERBESAR = 9000
_PPI = 220


def render_pohon_pdf(
    bagan: Bagan,
    kepala: KepalaCetak,
    *,
    kertas: str = "a3",
    satu_lembar: bool = False,
    indikator: bool = False,
    daftar: bool = False,
) -> bytes:
    """The tree as a drawing, or as a nested list; the same rows always give the same bytes."""
    with _folder() as folder:
        if daftar:
            isi = {"kertas": "a4", "lembar": [], "daftar": [_branch(satu) for satu in bagan.akar]}
        else:
            tata = arrange(bagan, indikator=indikator)
            isi = _drawing(folder, bagan, kepala, tata, lay_sheets(tata, kertas, satu_lembar=satu_lembar))
        data = {**_head(kepala, bagan), "legenda": legend(bagan), **isi}
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        shutil.copy(TEMPLAT / "pohon.typ", folder / "naskah.typ")
        hari = kepala.tanggal
        run_typst("pdf", folder, None, int(datetime(hari.year, hari.month, hari.day, tzinfo=UTC).timestamp()))
        return compress((folder / "hasil.pdf").read_bytes())


def render_pohon_png(bagan: Bagan, *, judul: str, indikator: bool = False) -> bytes:
    """The whole tree as one picture, as sharp as its size allows."""
    tata = arrange(bagan, indikator=indikator)
    area = whole(tata)
    lebar = min(Decimal(area.lebar) * 2, Decimal(PIKSEL_TERBESAR))
    lebar = min(lebar, Decimal(PIKSEL_TERBESAR) * area.lebar / area.tinggi)
    with _folder() as folder:
        (folder / "g.svg").write_text(draw_area(bagan, tata, area, judul=judul), encoding="utf-8")
        (folder / "naskah.typ").write_text(
            f"#set page(width: {lebar / _PPI:.4f}in, height: auto, margin: 0mm)\n"
            '#image("g.svg", width: 100%)',
            encoding="utf-8",
        )
        run_typst("png", folder, None, 0)
        return (folder / "hasil-0.png").read_bytes()


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sakip-pohon-") as sementara:
        yield Path(sementara)


def _head(kepala: KepalaCetak, bagan: Bagan) -> dict[str, Any]:
    return {
        "judul": to_printable(kepala.judul),
        "unit": to_printable(kepala.unit),
        "instansi": to_printable(kepala.instansi),
        "tahun": str(kepala.tahun),
        "tanggal": [kepala.tanggal.year, kepala.tanggal.month, kepala.tanggal.day],
        "tanggal_teks": kepala.tanggal_teks,
        "contoh": kepala.contoh,
        "banyak": str(bagan.banyak),
    }


def _drawing(folder: Path, bagan: Bagan, kepala: KepalaCetak, tata: Tata, kisi: Kisi) -> dict[str, Any]:
    lembar = [_overview(folder, bagan, kepala, tata, kisi)] if kisi.terbagi else []
    for nomor, satu in enumerate(kisi.lembar):
        nama = f"lembar-{nomor}.svg"
        (folder / nama).write_text(draw_area(bagan, tata, satu.area, judul=kepala.judul), encoding="utf-8")
        lembar.append(
            {
                "svg": nama,
                "lebar": f"{satu.area.lebar * kisi.skala:.3f}",
                "tinggi": f"{satu.area.tinggi * kisi.skala:.3f}",
                "label": label_of(satu, kisi) if kisi.terbagi else "",
                "alt": _alt(bagan, kepala, satu, kisi),
                "potong": kisi.terbagi,
            }
        )
    lebar, tinggi = KERTAS[kisi.kertas]
    return {"kertas": kisi.kertas, "ukuran": [lebar, tinggi], "lembar": lembar, "daftar": []}


def label_of(lembar: Lembar, kisi: Kisi) -> str:
    """Letter for the row, number for the column: A1 is the top left sheet."""
    return f"Lembar {_row(lembar.baris)}{lembar.kolom}, kisi {kisi.baris} baris x {kisi.kolom} kolom"


def _row(nomor: int) -> str:
    """A to Z, then AA, AB, as in a sheet."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def _alt(bagan: Bagan, kepala: KepalaCetak, lembar: Lembar, kisi: Kisi) -> str:
    awal = "; ".join(str(akar.baris["pernyataan"]) for akar in bagan.akar[:3])
    letak = f" {label_of(lembar, kisi)}." if kisi.terbagi else ""
    return to_printable(
        f"Bagan {kepala.judul}, {bagan.banyak} kotak.{letak} Teratas: {awal}. "
        "Isi yang sama ada dalam cetakan daftar bersarang."
    )


def _overview(folder: Path, bagan: Bagan, kepala: KepalaCetak, tata: Tata, kisi: Kisi) -> dict[str, Any]:
    """The whole tree small, with the sheets drawn over it: how they are put together again."""
    semua, (lebar, tinggi) = whole(tata), paper_area(kisi.kertas)
    kanan = max(satu.area.x + satu.area.lebar for satu in kisi.lembar)
    bawah = max(satu.area.y + satu.area.tinggi for satu in kisi.lembar)
    luas = Area(semua.x, semua.y, max(semua.lebar, kanan - semua.x), max(semua.tinggi, bawah - semua.y))
    skala = min(Decimal(lebar) / luas.lebar, Decimal(tinggi) / luas.tinggi)
    besar = int(9 / skala)
    garis = "".join(
        f'<rect x="{s.area.x}" y="{s.area.y}" width="{s.area.lebar}" height="{s.area.tinggi}" fill="none" '
        f'stroke="#84470f" stroke-width="{int(Decimal("0.5") / skala)}"/>'
        f'<text x="{s.area.x + s.area.lebar // 2}" y="{s.area.y + s.area.tinggi // 2}" font-size="{besar}" '
        f'font-weight="700" fill="#84470f" text-anchor="middle">{_row(s.baris)}{s.kolom}</text>'
        for s in kisi.lembar
    )
    (folder / "ikhtisar.svg").write_text(
        draw_area(bagan, tata, luas, judul=kepala.judul, tambahan=garis, polos=True), encoding="utf-8"
    )
    return {
        "svg": "ikhtisar.svg",
        "lebar": f"{luas.lebar * skala:.3f}",
        "tinggi": f"{luas.tinggi * skala:.3f}",
        "label": f"Ikhtisar: {len(kisi.lembar)} lembar, kisi {kisi.baris} baris x {kisi.kolom} kolom",
        "alt": to_printable(f"Ikhtisar {kepala.judul}: letak setiap lembar pada seluruh bagan."),
        "potong": False,
    }


def legend(bagan: Bagan) -> list[dict[str, str]]:
    """What the colours mean, in words; the letter stands in the box as well."""
    if bagan.warna == "unit":
        baris = [
            {"pekat": RONA[n][0], "muka": RONA[n][1], "teks": to_printable(u)} for u, n in bagan.rona.items()
        ]
        return [*baris, {"pekat": NETRAL[0], "muka": NETRAL[1], "teks": "unit lain"}] if baris else []
    if bagan.warna == "temuan":
        pilihan = (("galat", GALAT), ("peringatan", INGAT), ("saran", SARAN))
        return [{"pekat": w[0], "muka": w[1], "teks": f"ada {nama}"} for nama, w in pilihan]
    return [
        {"pekat": warna[0], "muka": warna[1], "teks": f"{kode} {NAMA_PITA[kode]}"}
        for kode, warna in reversed(PITA.items())
    ]


def _branch(kotak: Kotak) -> dict[str, Any]:
    """A condition of the nested list with what stands below it."""
    baris: Mapping[str, Any] = kotak.baris
    indikator = [
        to_printable(satu["nama"] + (f" (target {satu['target']})" if satu.get("target") else ""))
        for satu in baris.get("indikator") or []
    ]
    return {
        "kode": to_printable(str(baris.get("kode") or "")),
        "judul": to_printable(str(baris["pernyataan"])),
        "ket": to_printable(f"{kotak.kepala} · {kotak.keadaan}"),
        "indikator": indikator,
        "sembunyi": str(kotak.n_tersembunyi) if kotak.n_tersembunyi else "",
        "anak": [_branch(anak) for anak in kotak.anak],
    }
