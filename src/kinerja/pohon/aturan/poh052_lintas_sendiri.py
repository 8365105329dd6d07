"""Crosscutting to one's own unit."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The asking unit is that of the edge, else of the node, else of the tree."""
    for e in ix.pohon.lintas:
        simpul = ix.menurut_id.get(e.dari)
        dari = e.unit_dari or (None if simpul is None else simpul.unit) or ix.pohon.kode or ix.pohon.opd
        tujuan = None if e.ke is None else ix.menurut_id.get(e.ke)
        ke = e.unit_ke or (None if tujuan is None else tujuan.unit)
        if dari is not None and ke is not None and dari.casefold() == ke.casefold():
            yield Lapor(
                e.dari,
                f"Crosscutting menunjuk unit sendiri ({ke}). Jadikan simpul anak atau pilih unit lain.",
            )


ATURAN = Aturan(
    kode="POH052",
    tingkat=TingkatTemuan.GALAT,
    judul="Crosscutting ke unit sendiri",
    alasan=(
        "Crosscutting adalah permintaan dukungan kepada unit lain. Ke unit sendiri, hubungan itu cukup "
        "menjadi simpul anak."
    ),
    perbaikan="Jadikan simpul anak, atau pilih unit lain yang diminta mendukung.",
    dasar=LANGKAH_3,
    bidang="crosscutting",
    contoh_buruk=contoh(
        "Dinas Kesehatan meminta dukungan Dinas Kesehatan",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting", "unit": "DINKES"},
        unit="DINKES",
        crosscutting=[{"dari": "C1", "unit_dari": "DINKES", "unit_ke": "DINKES"}],
    ),
    contoh_baik=contoh(
        "Dinas Kesehatan meminta dukungan Dinas Ketahanan Pangan",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting", "unit": "DINKES"},
        unit="DINKES",
        crosscutting=[{"dari": "C1", "unit_dari": "DINKES", "unit_ke": "DKP"}],
    ),
    periksa=periksa,
)
