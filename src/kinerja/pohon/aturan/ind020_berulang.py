"""The same indicator twice at one node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_4, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Spelling variants count as the same."""
    for ident, semua in ix.per_simpul.items():
        if len(semua) < 2 or len({t.normal for t in semua}) == len(semua):
            continue
        for normal, jumlah in Counter(t.normal for t in semua).items():
            if jumlah > 1:
                nama = next(t.indikator.nama for t in semua if t.normal == normal)
                yield Lapor(
                    ident, f"Indikator {kutip(nama)} tertulis {jumlah} kali. Hapus atau bedakan.", nama
                )


ATURAN = Aturan(
    kode="IND020",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator tertulis dua kali pada satu simpul",
    alasan="Indikator ganda membuat targetnya terhitung dua kali atau memberi dua target untuk satu hal.",
    perbaikan="Hapus salah satu, atau bedakan rumusannya.",
    dasar=LANGKAH_4,
    bidang="indikator",
    contoh_buruk=contoh(
        "Dua kali: Jumlah pegawai yang bersertifikat",
        {
            "id": "E1",
            "level": "eselon IV",
            "indikator": [
                {"nama": "Jumlah pegawai yang bersertifikat"},
                {"nama": "Jumlah pegawai yang bersertifikat"},
            ],
        },
    ),
    contoh_baik=contoh(
        "Sekali saja",
        {"id": "S1", "level": "eselon IV", "indikator": [{"nama": "Jumlah pegawai yang bersertifikat"}]},
    ),
    periksa=periksa,
)
