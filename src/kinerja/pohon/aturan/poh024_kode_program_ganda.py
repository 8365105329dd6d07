"""One nomenclature code for two different names."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import normal
from kinerja.pohon.bentuk import NOMENKLATUR, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The same program under two sasaran is one program."""
    nama: dict[str, tuple[str, str]] = {}
    for s in ix.simpul:
        if s.tingkat is None or not s.tingkat.bernomenklatur or s.kode is None or not s.pernyataan:
            continue
        pertama, ident = nama.setdefault(s.kode, (s.pernyataan, s.id))
        if normal(pertama) != normal(s.pernyataan):
            pesan = (
                f"Kode {s.kode} bernama {kutip(s.pernyataan)} di sini, tetapi {kutip(pertama)} di {ident}. "
            )
            yield Lapor(s.id, pesan + "Cocokkan dengan nomenklatur.")


ATURAN = Aturan(
    kode="POH024",
    tingkat=TingkatTemuan.GALAT,
    judul="Satu kode nomenklatur, dua nama",
    alasan=(
        "Kode program, kegiatan, dan sub kegiatan punya satu nama menurut nomenklatur yang berlaku. Nama "
        "lain pada kode yang sama berarti salah satu kodenya keliru."
    ),
    perbaikan="Cocokkan kode dan nama dengan nomenklatur yang berlaku.",
    dasar=NOMENKLATUR,
    bidang="kode",
    contoh_buruk=contoh(
        "Kode 1.02.02 untuk dua program",
        {
            "id": "P1",
            "level": "program",
            "kode": "1.02.02",
            "pernyataan": "Program Pemenuhan Upaya Kesehatan",
        },
        {"id": "P2", "level": "program", "kode": "1.02.02", "pernyataan": "Program Pemberdayaan Masyarakat"},
    ),
    contoh_baik=contoh(
        "Program yang sama menopang dua sasaran",
        {
            "id": "P1",
            "level": "program",
            "kode": "1.02.02",
            "pernyataan": "Program Pemenuhan Upaya Kesehatan",
        },
        {
            "id": "P2",
            "level": "program",
            "kode": "1.02.02",
            "pernyataan": "Program Pemenuhan Upaya Kesehatan",
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
