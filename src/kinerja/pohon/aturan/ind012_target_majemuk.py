"""Several quantities in one target."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import target_parts
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Quantities are numbers, each with its own unit."""
    for t in ix.terbaca:
        bagian = () if t.target is None or t.target.isdigit() else target_parts(t.target)
        if len(bagian) > 1:
            pesan = (
                f"Target {kutip(t.indikator.nama)} memuat {len(bagian)} besaran ({daftar(bagian)}). Pecah "
                "indikatornya."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND012",
    tingkat=TingkatTemuan.GALAT,
    judul="Target majemuk",
    alasan=(
        "Target dengan beberapa besaran tidak dapat dibandingkan dengan satu realisasi, dan capaiannya "
        "tidak dapat dihitung."
    ),
    perbaikan="Pecah menjadi sub-indikator dengan satuan dan target sendiri.",
    dasar=SMART,
    bidang="target",
    contoh_buruk=contoh(
        "Target: 7 Event, 6 Jenis Media, 3 lokasi",
        {
            "id": "S1",
            "level": "eselon III",
            "indikator": [
                {"nama": "Jumlah promosi pariwisata", "target": "7 Event, 6 Jenis Media, 3 lokasi"}
            ],
        },
    ),
    contoh_baik=contoh(
        "Target: 7 Event",
        {
            "id": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah promosi pariwisata", "target": "7 Event"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(11,),
)
