"""A branch that stops one step above the work."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, PERAN_HASIL, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.model import Tingkat
from kinerja.pohon.sebut import tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only where other branches do go further down."""
    terdalam = max((t.urutan for t in ix.menurut_tingkat), default=0)
    for satu in (Tingkat.ESELON_III, Tingkat.KONDISI_ANTARA):
        if satu.urutan >= terdalam:
            continue
        for s in ix.menurut_tingkat.get(satu, ()):
            langkah = ix.langkah_of(s)
            if not ix.anak.get(s.id) and not ix.pendukung.get(s.id) and (langkah is None or langkah >= 3):
                siapa = "" if s.pemilik is None else f" ({s.pemilik})"
                yield Lapor(
                    s.id, f"Cabang berhenti di {tingkat(satu)}{siapa}. Uraikan sampai tingkat operasional."
                )


ATURAN = Aturan(
    kode="POH016",
    tingkat=TingkatTemuan.SARAN,
    judul="Cabang belum sampai ke tingkat operasional",
    alasan=(
        "Kondisi diuraikan sampai yang paling operasional, dan kinerja unit diturunkan sampai ke orang. "
        "Cabang yang berhenti di eselon III atau kondisi antara belum menyebut siapa mengerjakan apa."
    ),
    perbaikan="Turunkan ke keluaran, eselon IV, atau kelompok jabatan fungsional.",
    dasar=f"{LANGKAH_3}; {PERAN_HASIL}",
    bidang="induk",
    contoh_buruk=contoh(
        "Kondisi antara A2 tidak punya keluaran, sedangkan A1 punya",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "A2", "induk": "C1", "level": "kondisi antara", "pernyataan": "Ibu hamil mendapat gizi cukup"},
        {"id": "K1", "induk": "A1", "level": "output", "pernyataan": "Balita menerima makanan tambahan"},
    ),
    contoh_baik=contoh(
        "Kedua kondisi antara punya keluaran",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "A2", "induk": "C1", "level": "kondisi antara", "pernyataan": "Ibu hamil mendapat gizi cukup"},
        {"id": "K1", "induk": "A1", "level": "output", "pernyataan": "Balita menerima makanan tambahan"},
        {
            "id": "K2",
            "induk": "A2",
            "level": "output",
            "pernyataan": "Ibu hamil menerima tablet tambah darah",
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
