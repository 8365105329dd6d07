"""Crosscutting from a node that the tree does not have."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The other end may stand on another unit's tree and is not looked for."""
    for e in ix.pohon.lintas:
        if e.dari not in ix.menurut_id:
            ke = "" if e.unit_ke is None else f" ke {e.unit_ke}"
            yield Lapor(
                None,
                f'Crosscutting{ke} berangkat dari simpul "{e.dari}" yang tidak ada. Pilih simpul yang ada.',
            )


ATURAN = Aturan(
    kode="POH053",
    tingkat=TingkatTemuan.GALAT,
    judul="Crosscutting dari simpul yang tidak ada",
    alasan=(
        "Permintaan dukungan berangkat dari satu kondisi pada pohon. Bila kondisinya sudah dihapus, unit "
        "lain menopang sesuatu yang tidak ada."
    ),
    perbaikan="Pilih simpul yang ada, atau batalkan crosscutting-nya.",
    dasar=LANGKAH_3,
    bidang="crosscutting",
    contoh_buruk=contoh(
        "Crosscutting dari C9 yang tidak ada",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        crosscutting=[{"dari": "C9", "unit_ke": "DKP"}],
    ),
    contoh_baik=contoh(
        "Crosscutting dari C1",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        crosscutting=[{"dari": "C1", "unit_ke": "DKP"}],
    ),
    periksa=periksa,
)
