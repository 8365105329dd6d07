"""Two siblings with the same statement."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import normal
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Told on the later node, naming the first."""
    for _, anak in ix.saudara():
        pertama: dict[str, str] = {}
        for s in anak:
            kunci = normal(s.pernyataan) if s.pernyataan else ""
            if kunci and kunci in pertama and pertama[kunci] != s.id:
                pesan = f"Pernyataan {kutip(s.pernyataan or '')} sama dengan {pertama[kunci]} di bawah induk yang sama."
                yield Lapor(s.id, f"{pesan} Bedakan atau gabungkan.")
            pertama.setdefault(kunci, s.id)


ATURAN = Aturan(
    kode="POH008",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Dua simpul bersaudara berpernyataan sama",
    alasan=(
        "Dua simpul kembar di bawah satu induk biasanya hasil salin-tempel atau impor ganda; capaiannya "
        "terhitung dua kali."
    ),
    perbaikan="Bedakan pernyataannya menurut apa yang menjadi tanggung jawab masing-masing, atau gabungkan.",
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Dua kondisi antara di bawah satu faktor kunci, keduanya: Balita gizi kurang tertangani",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "A2", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
    ),
    contoh_baik=contoh(
        "Balita gizi kurang tertangani; Ibu hamil mendapat gizi cukup",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "A2", "induk": "C1", "level": "kondisi antara", "pernyataan": "Ibu hamil mendapat gizi cukup"},
    ),
    periksa=periksa,
)
