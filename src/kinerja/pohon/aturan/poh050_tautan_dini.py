"""A link to program, activity, post or budget before step 5."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_5, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Silent where the step is not known."""
    for s in ix.simpul:
        if not s.tautan:
            continue
        langkah = ix.langkah_of(s)
        if langkah is not None and langkah < 5:
            isi = daftar(f"{jenis} {nilai}" for jenis, nilai in sorted(s.tautan.items()))
            pesan = (
                f"Tautan {isi} diisi pada langkah {langkah}; tautan baru boleh diisi pada langkah 5. "
                "Kosongkan dulu."
            )
            yield Lapor(s.id, pesan)


ATURAN = Aturan(
    kode="POH050",
    tingkat=TingkatTemuan.GALAT,
    judul="Tautan diisi sebelum langkah 5",
    alasan=(
        "Selama kondisi masih diuraikan (langkah 1-4), simpul tidak boleh ditautkan ke program, kegiatan, "
        "jabatan, atau anggaran: pohon yang dimulai dari program yang sudah ada hanya membenarkan program "
        "itu."
    ),
    perbaikan=(
        "Kosongkan tautannya sampai pohon disepakati, atau naikkan langkah pohon ke 5 bila memang sudah "
        "diterjemahkan."
    ),
    dasar=LANGKAH_5,
    bidang="tautan",
    contoh_buruk=contoh(
        "Pohon di langkah 3, tetapi kondisi antara sudah menunjuk program 2.07.03",
        {"id": "C1", "level": "csf", "pernyataan": "Meningkatnya kompetensi pencari kerja"},
        {
            "id": "A1",
            "induk": "C1",
            "level": "kondisi antara",
            "pernyataan": "Pelatihan sesuai kebutuhan",
            "program": "2.07.03",
        },
        langkah=3,
    ),
    contoh_baik=contoh(
        "Pohon yang sama di langkah 5",
        {"id": "C1", "level": "csf", "pernyataan": "Meningkatnya kompetensi pencari kerja"},
        {
            "id": "A1",
            "induk": "C1",
            "level": "kondisi antara",
            "pernyataan": "Pelatihan sesuai kebutuhan",
            "program": "2.07.03",
        },
        langkah=5,
    ),
    periksa=periksa,
)
