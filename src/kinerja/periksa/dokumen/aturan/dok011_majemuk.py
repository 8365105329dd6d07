"""DOK011: one target cell with several values."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.periksa.dokumen.bentuk import INDIKATOR, Aturan
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.pohon.temuan import TingkatTemuan


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Compound targets of every document but trees, which have a rule of their own."""
    for d in run.dokumen:
        for b in d.baris if d.jenis is not JenisDokumen.CASCADING else ():
            if b.majemuk and b.asal is None:
                banyak = len(b.isi.bagian)
                yield Temuan(
                    kode=ATURAN.kode,
                    kategori="H",
                    tingkat=ATURAN.tingkat,
                    indikator=b.nama,
                    a=(d.nama, print_sel(b.isi.sel)),
                    b=("seharusnya", "satu nilai bersatuan satu"),
                    pesan=f"Satu sel target berisi {banyak} nilai, sehingga capaiannya tidak dapat dihitung. "
                    f"Pecah menjadi {banyak} indikator dengan satuan masing-masing.",
                    baris_a=b.baris.id,
                )


ATURAN = Aturan(
    kode="DOK011",
    tingkat=TingkatTemuan.GALAT,
    kategori=("H",),
    judul="Target majemuk",
    alasan="Satu indikator mempunyai satu ukuran. Sel yang memuat beberapa ukuran tidak dapat dihitung, dan dokumen "
    "lain lalu memakai sebagian saja.",
    perbaikan="Pecah menjadi indikator tersendiri, masing-masing dengan satuan dan targetnya.",
    dasar=INDIKATOR,
    contoh_buruk="13 cagar budaya, 6.924 koleksi museum, 5 naskah.",
    contoh_baik="Tiga indikator: 13 cagar budaya; 6.924 koleksi; 5 naskah.",
    periksa=check,
    periksa_ke=(11,),
)
