"""A node below the top of the tree that hangs on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.model import SimpulPohon, Tingkat
from kinerja.pohon.sebut import tingkat
from kinerja.pohon.temuan import TingkatTemuan

_PENUNJANG = re.compile(r"[0-9X]+\.[0-9X]+\.0*1")


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The supporting program (x.xx.01) serves the whole office and needs no sasaran."""
    for s in ix.simpul:
        if s.induk is not None or s.induk_lain or s.tingkat is None or ix.puncak is None:
            continue
        if s.tingkat.urutan > ix.puncak and not _is_supporting(s):
            siapa = "" if s.pemilik is None else f" ({s.pemilik})"
            pesan = f"Simpul {tingkat(s.tingkat)}{siapa} tidak berinduk. Tautkan ke hasil yang ditopangnya."
            yield Lapor(s.id, pesan)


def _is_supporting(simpul: SimpulPohon) -> bool:
    return simpul.tingkat is Tingkat.PROGRAM and _PENUNJANG.fullmatch(simpul.kode or "") is not None


ATURAN = Aturan(
    kode="POH014",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Simpul tanpa induk",
    alasan=(
        "Setiap pekerjaan ada untuk suatu hasil. Simpul di bawah puncak yang tidak berinduk (sering: "
        "sekretariat) tidak menjelaskan sasaran mana pun."
    ),
    perbaikan=(
        "Tautkan ke sasaran yang ditopangnya; bila benar tidak ada, tambahkan sasaran tata kelola di atasnya."
    ),
    dasar=LANGKAH_3,
    bidang="induk",
    contoh_buruk=contoh(
        "Sekretaris (eselon III) tanpa induk, padahal kepala bidang berinduk sasaran",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "E1", "induk": "S1", "level": "eselon III", "pemilik": "Kepala Bidang"},
        {"id": "E2", "level": "eselon III", "pemilik": "Sekretaris"},
    ),
    contoh_baik=contoh(
        "Sekretaris berinduk sasaran tata kelola",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya akuntabilitas kinerja"},
        {"id": "E1", "induk": "S1", "level": "eselon III", "pemilik": "Kepala Bidang"},
        {"id": "E2", "induk": "S2", "level": "eselon III", "pemilik": "Sekretaris"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
