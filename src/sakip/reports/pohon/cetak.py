"""PDF and PNG of a performance tree: typst places the drawings, with the same standards as every other document."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sakip.reports.aksara import to_printable
from sakip.reports.pdf import TEMPLAT, compress, run_typst
from sakip.reports.pohon.gambar import Area, Lukisan, Teks, to_svg, whole
from sakip.reports.pohon.huruf import shorten
from sakip.reports.pohon.lembar import KERTAS, Kisi, Lembar, arrange_for, paper_area
from sakip.reports.pohon.model import Bagan, KepalaCetak, Kotak
from sakip.reports.pohon.tunggal import draw_single
from sakip.reports.pohon.warna import SOGA, legend, marks

#: A picture wider than this is of no use in a document, and takes long to make.
PIKSEL_TERBESAR = 9000
_PPI = 220
_MM = Decimal("25.4")
#: A line of the index beneath the overview.
BARIS_INDEKS_MM = 5


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
            tata, kisi = arrange_for(bagan, kertas, satu_lembar=satu_lembar, indikator=indikator)
            isi = _drawing(folder, Lukisan(bagan, tata), kepala, kisi)
        data = {**_head(kepala, bagan), "legenda": legend(bagan), "tanda": marks(bagan), **isi}
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        shutil.copy(TEMPLAT / "pohon.typ", folder / "naskah.typ")
        hari = kepala.tanggal
        run_typst("pdf", folder, None, int(datetime(hari.year, hari.month, hari.day, tzinfo=UTC).timestamp()))
        return compress((folder / "hasil.pdf").read_bytes())


def render_pohon_png(bagan: Bagan, kepala: KepalaCetak, *, indikator: bool = False) -> bytes:
    """The whole tree as one picture, as sharp as its size allows."""
    tunggal = draw_single(bagan, kepala, indikator=indikator)
    area = tunggal.area
    lebar = min(Decimal(area.lebar) * 2, Decimal(PIKSEL_TERBESAR))
    lebar = min(lebar, Decimal(PIKSEL_TERBESAR) * area.lebar / area.tinggi)
    skala = lebar / _PPI * _MM / area.lebar
    with _folder() as folder:
        gambar = _picture(folder, "g.svg", area, skala, tunggal.isi, tunggal.teks)
        (folder / "data.json").write_text(json.dumps(gambar, ensure_ascii=False), encoding="utf-8")
        shutil.copy(TEMPLAT / "pohon_gambar.typ", folder / "naskah.typ")
        run_typst("png", folder, None, 0)
        return (folder / "hasil-0.png").read_bytes()


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sakip-pohon-") as sementara:
        folder = Path(sementara)
        shutil.copy(TEMPLAT / "pohon_lukis.typ", folder)
        yield folder


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


def _picture(
    folder: Path, nama: str, area: Area, skala: Decimal, isi: str, teks: Sequence[Teks] = ()
) -> dict[str, Any]:
    """A drawing for typst: the shapes in a file, the words beside it, grouped by how they look."""
    (folder / nama).write_text(to_svg(area, isi, judul=""), encoding="utf-8")
    serupa: dict[tuple[str, int, str, bool], list[list[Any]]] = defaultdict(list)
    for satu in teks:
        letak = satu.x - (area.kanan if satu.kanan else area.x)
        kunci = (str(satu.ukuran), satu.tebal, satu.warna, satu.kanan)
        serupa[kunci].append([letak, satu.y - area.y, to_printable(satu.isi)])
    return {
        "svg": nama,
        "satuan": f"{skala:.6f}",
        "lebar": f"{area.lebar * skala:.3f}",
        "tinggi": f"{area.tinggi * skala:.3f}",
        "teks": [
            {"ukuran": ukuran, "tebal": tebal, "warna": warna, "kanan": kanan, "isi": isi_teks}
            for (ukuran, tebal, warna, kanan), isi_teks in serupa.items()
        ],
    }


def _drawing(folder: Path, lukisan: Lukisan, kepala: KepalaCetak, kisi: Kisi) -> dict[str, Any]:
    lembar = [_overview(folder, lukisan, kepala, kisi)] if kisi.terbagi else []
    for nomor, satu in enumerate(kisi.lembar):
        isi, teks = lukisan.shapes(satu.area, satu.kotak), lukisan.words(satu.kotak)
        lembar.append(
            {
                **_picture(folder, f"lembar-{nomor}.svg", satu.area, kisi.skala, isi, teks),
                "label": label_of(satu, kisi) if kisi.terbagi else "",
                "alt": _alt(lukisan.bagan, kepala, satu, kisi),
                "potong": kisi.terbagi,
                "sambung": _neighbours(satu, kisi),
                "indeks": [],
            }
        )
    lebar, tinggi = KERTAS[kisi.kertas]
    return {"kertas": kisi.kertas, "ukuran": [lebar, tinggi], "lembar": lembar, "daftar": []}


def label_of(lembar: Lembar, kisi: Kisi) -> str:
    """Letter for the row, number for the column: A1 is the top left sheet."""
    return f"Lembar {_name(lembar.baris, lembar.kolom)}, kisi {kisi.baris} baris x {kisi.kolom} kolom"


def _name(baris: int, kolom: int) -> str:
    return f"{_row(baris)}{kolom}"


def _row(nomor: int) -> str:
    """A to Z, then AA, AB, as in a sheet."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def _neighbours(lembar: Lembar, kisi: Kisi) -> dict[str, Any]:
    """Where the sheets at the right and below begin on this one: they are glued with their rim on that mark."""
    ada = {(satu.baris, satu.kolom) for satu in kisi.lembar}
    kanan, bawah = (lembar.baris, lembar.kolom + 1), (lembar.baris + 1, lembar.kolom)
    hasil = {}
    if kanan in ada:
        jarak = (kisi.kiri[lembar.kolom] - lembar.area.x) * kisi.skala
        hasil["kanan"] = {"nama": _name(*kanan), "jarak": f"{jarak:.3f}"}
    if bawah in ada:
        jarak = (kisi.atas[lembar.baris] - lembar.area.y) * kisi.skala
        hasil["bawah"] = {"nama": _name(*bawah), "jarak": f"{jarak:.3f}"}
    return hasil


def _alt(bagan: Bagan, kepala: KepalaCetak, lembar: Lembar, kisi: Kisi) -> str:
    awal = "; ".join(str(akar.baris["pernyataan"]) for akar in bagan.akar[:3])
    letak = f" {label_of(lembar, kisi)}." if kisi.terbagi else ""
    return to_printable(
        f"Bagan {kepala.judul}, {bagan.banyak} kotak.{letak} Teratas: {awal}. "
        "Isi yang sama ada dalam cetakan daftar bersarang."
    )


def _overview(folder: Path, lukisan: Lukisan, kepala: KepalaCetak, kisi: Kisi) -> dict[str, Any]:
    """The whole tree small, with the sheets drawn over it: how they are put together again."""
    semua, (lebar, tinggi) = whole(lukisan.tata), paper_area(kisi.kertas)
    kanan = max(semua.kanan, *(satu.area.kanan for satu in kisi.lembar))
    bawah = max(semua.bawah, *(satu.area.bawah for satu in kisi.lembar))
    luas = Area(semua.x, semua.y, kanan - semua.x, bawah - semua.y)
    indeks = [_entry(satu) for satu in kisi.lembar]
    sisa = tinggi - min(tinggi // 2, 6 + BARIS_INDEKS_MM * -(-len(indeks) // 4))
    skala = min(Decimal(lebar) / luas.lebar, Decimal(sisa) / luas.tinggi)
    besar, tebal = int(5 / skala), max(1, int(Decimal("0.35") / skala))
    bingkai = "".join(
        f'<rect x="{s.area.x}" y="{s.area.y}" width="{s.area.lebar}" height="{s.area.tinggi}" '
        f'fill="{SOGA}" fill-opacity="0.05" stroke="{SOGA}" stroke-width="{tebal}"/>'
        for s in kisi.lembar
    )
    nama = [
        Teks(
            s.area.x + besar // 3,
            s.area.y + besar + besar // 6,
            _name(s.baris, s.kolom),
            besar,
            700,
            SOGA,
        )
        for s in kisi.lembar
    ]
    return {
        **_picture(folder, "ikhtisar.svg", luas, skala, lukisan.outline(luas) + bingkai, nama),
        "label": f"Ikhtisar: {len(kisi.lembar)} lembar, kisi {kisi.baris} baris x {kisi.kolom} kolom",
        "alt": to_printable(f"Ikhtisar {kepala.judul}: letak setiap lembar pada seluruh bagan."),
        "potong": False,
        "sambung": {},
        "indeks": indeks,
    }


def _entry(lembar: Lembar) -> dict[str, str]:
    """What a sheet begins with: its topmost condition."""
    teratas = min(lembar.kotak, key=lambda satu: (satu.y, satu.x))
    isi = to_printable(str(teratas.baris["pernyataan"]))
    return {
        "nama": _name(lembar.baris, lembar.kolom),
        "isi": shorten(isi, 210, 750),
        "banyak": str(len(lembar.kotak)),
    }


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
