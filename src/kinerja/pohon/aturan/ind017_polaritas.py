"""A polarity that the wording contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import direction_of
from kinerja.pohon.bentuk import IKU, SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only maks and min can be contradicted."""
    for t in ix.terbaca:
        polaritas = t.indikator.polaritas
        if polaritas not in ("maks", "min"):
            continue
        arah = direction_of(t.indikator.nama)
        if arah is not None and arah[0] != polaritas:
            pesan = (
                f'Polaritas {polaritas} bertentangan dengan kata "{arah[1]}" pada '
                f"{kutip(t.indikator.nama)}. Periksa arahnya."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND017",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Polaritas bertentangan dengan rumusan",
    alasan=(
        "Angka kematian yang dicatat makin besar makin baik membuat keadaan buruk terbaca sebagai "
        "prestasi. Penurunan angka kematian sebaliknya: makin besar makin baik."
    ),
    perbaikan="Periksa polaritasnya; bila benar, perjelas rumusannya.",
    dasar=f"{SMART}; {IKU}",
    bidang="polaritas",
    contoh_buruk=contoh(
        "Angka kematian bayi, polaritas maks",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Angka kematian bayi per 1.000 kelahiran hidup", "polaritas": "maks"}],
        },
    ),
    contoh_baik=contoh(
        "Angka kematian bayi, polaritas min",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Angka kematian bayi per 1.000 kelahiran hidup", "polaritas": "min"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(15,),
)
