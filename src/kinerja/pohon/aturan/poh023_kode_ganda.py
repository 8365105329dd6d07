"""One code for two different indicators of a level."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import normal
from kinerja.pohon.bentuk import LANGKAH_4, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.kode import is_numbered, rooted
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A code that repeats one of a level above is a reference: several indicators may support it."""
    pemakai: dict[tuple[int, str], dict[str, Terbaca]] = {}
    for t in ix.terbaca:
        kode = t.indikator.kode
        if kode is None or t.simpul.tingkat is None or not is_numbered(kode):
            continue
        urutan = t.simpul.tingkat.urutan
        atas = ix.kode_per_tingkat[urutan]
        if kode not in atas and (not atas or rooted(kode, atas)):
            # "Produksi: daging" and "Produksi: telur" are parts of one indicator.
            pemakai.setdefault((urutan, kode), {}).setdefault(normal(t.indikator.nama.partition(":")[0]), t)
    for (_, kode), beda in pemakai.items():
        if len(beda) > 1:
            semua = list(beda.values())
            siapa = daftar(f"{t.simpul.id} {kutip(t.indikator.nama)}" for t in semua)
            akhir = semua[-1]
            pesan = (
                f"Kode ganda {kode}: dipakai {len(semua)} indikator berbeda ({siapa}). Beri kode tersendiri."
            )
            yield Lapor(akhir.simpul.id, pesan, akhir.indikator.nama)


ATURAN = Aturan(
    kode="POH023",
    tingkat=TingkatTemuan.GALAT,
    judul="Kode indikator ganda",
    alasan=(
        "Satu kode menunjuk satu indikator. Bila dua indikator berbeda memakai kode yang sama, target dan "
        "realisasinya tertukar ketika dirujuk."
    ),
    perbaikan="Beri kode tersendiri untuk masing-masing.",
    dasar=LANGKAH_4,
    bidang="kode",
    contoh_buruk=contoh(
        "Dua indikator sasaran berkode 1.1",
        {"id": "S1", "level": "sasaran", "indikator": [{"kode": "1.1", "nama": "Indeks mutu layanan"}]},
        {
            "id": "S2",
            "level": "sasaran",
            "indikator": [{"kode": "1.1", "nama": "Persentase aduan yang selesai"}],
        },
    ),
    contoh_baik=contoh(
        "Kode 1.1 dan 2.1",
        {"id": "S1", "level": "sasaran", "indikator": [{"kode": "1.1", "nama": "Indeks mutu layanan"}]},
        {
            "id": "S2",
            "level": "sasaran",
            "indikator": [{"kode": "2.1", "nama": "Persentase aduan yang selesai"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
