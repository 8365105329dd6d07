"""A target worse than the baseline."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.arah import known_direction, worse
from kinerja.pohon.bentuk import RENCANA, SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Silent where it is not known which way is better."""
    for t in ix.terbaca:
        awal = t.indikator.baseline
        arah = None if awal is None else known_direction(t.indikator)
        if awal is None or arah is None:
            continue
        buruk = [sebut for sebut, target in ix.targets_of(t.indikator) if worse(ix, target, awal, arah)]
        if buruk:
            pesan = f"Target {kutip(t.indikator.nama)} ({daftar(buruk)}) lebih buruk daripada kondisi awal {awal}."
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND014",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Target lebih buruk daripada kondisi awal",
    alasan="Target yang lebih buruk daripada keadaan sebelum rencana dimulai tercapai tanpa usaha.",
    perbaikan=(
        "Naikkan targetnya, perbaiki kondisi awalnya, atau tulis alasan mengapa penurunan memang "
        "diperkirakan."
    ),
    dasar=f"{SMART}; {RENCANA}",
    bidang="target",
    contoh_buruk=contoh(
        "Kondisi awal 72, target 70, makin besar makin baik",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {
                    "nama": "Persentase organisasi pemuda yang aktif",
                    "baseline": "72",
                    "target": "70",
                    "polaritas": "maks",
                }
            ],
        },
    ),
    contoh_baik=contoh(
        "Kondisi awal 72, target 74",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {
                    "nama": "Persentase organisasi pemuda yang aktif",
                    "baseline": "72",
                    "target": "74",
                    "polaritas": "maks",
                }
            ],
        },
    ),
    periksa=periksa,
)
