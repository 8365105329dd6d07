"""Targets that get worse from one year to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kinerja.kata import adds_up
from kinerja.pohon.arah import known_direction, worse
from kinerja.pohon.bentuk import RENCANA, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Needs a target per year and a known direction; a count may differ from year to year."""
    for t in ix.terbaca:
        if t.indikator.target is None or isinstance(t.indikator.target, str):
            continue
        arah = None if adds_up(t.indikator.nama) else known_direction(t.indikator)
        if arah is None:
            continue
        urut = ix.targets_of(t.indikator)
        mundur = [f"{a} ke {b}" for (a, lama), (b, baru) in pairwise(urut) if worse(ix, baru, lama, arah)]
        if mundur:
            pesan = (
                f"Target {kutip(t.indikator.nama)} memburuk dari {daftar(mundur)}. Periksa kolom tahunnya."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND016",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Target mundur dari tahun ke tahun",
    alasan=(
        "Rencana lima tahun yang targetnya memburuk di tengah jalan biasanya salah ketik atau tertukar "
        "kolom tahunnya."
    ),
    perbaikan="Periksa urutan tahunnya, atau tulis alasannya.",
    dasar=RENCANA,
    bidang="target",
    contoh_buruk=contoh(
        "Target 2025: 80; 2026: 78; makin besar makin baik",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Indeks kepuasan masyarakat", "target": {"2025": "80", "2026": "78"}}],
        },
    ),
    contoh_baik=contoh(
        "Target 2025: 78; 2026: 80",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Indeks kepuasan masyarakat", "target": {"2025": "78", "2026": "80"}}],
        },
    ),
    periksa=periksa,
)
