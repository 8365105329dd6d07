"""A program, activity or sub activity whose code does not start with that of its parent."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import NOMENKLATUR, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Both widths of codes are nested by their dots."""
    for s in ix.simpul:
        induk = ix.induk_of(s)
        if (
            induk is None
            or s.kode is None
            or induk.kode is None
            or s.tingkat is None
            or induk.tingkat is None
        ):
            continue
        berkode = s.tingkat.bernomenklatur and induk.tingkat.bernomenklatur
        if berkode and s.tingkat is not induk.tingkat and not s.kode.startswith(f"{induk.kode}."):
            pesan = f"Kode {s.kode} tidak berawalan kode {tingkat(induk.tingkat)} di atasnya ({induk.kode}). "
            yield Lapor(s.id, pesan + "Pilih kode dari nomenklatur, atau pindahkan induknya.")


ATURAN = Aturan(
    kode="POH022",
    tingkat=TingkatTemuan.GALAT,
    judul="Kode nomenklatur tidak berawalan kode induk",
    alasan=(
        "Kode kegiatan memuat kode programnya, kode sub kegiatan memuat kode kegiatannya. Bila awalannya "
        "lain, pagu dan realisasi terhitung pada program yang salah."
    ),
    perbaikan="Pilih kode dari nomenklatur yang berlaku, di bawah program atau kegiatan yang benar.",
    dasar=NOMENKLATUR,
    bidang="kode",
    contoh_buruk=contoh(
        "Kegiatan 1.02.03.2.01 di bawah program 1.02.02",
        {"id": "P", "level": "program", "kode": "1.02.02", "pernyataan": "Program Pemenuhan Upaya Kesehatan"},
        {
            "id": "K",
            "induk": "P",
            "level": "kegiatan",
            "kode": "1.02.03.2.01",
            "pernyataan": "Penyediaan Layanan",
        },
    ),
    contoh_baik=contoh(
        "Kegiatan 1.02.02.2.01 di bawah program 1.02.02",
        {"id": "P", "level": "program", "kode": "1.02.02", "pernyataan": "Program Pemenuhan Upaya Kesehatan"},
        {
            "id": "K",
            "induk": "P",
            "level": "kegiatan",
            "kode": "1.02.02.2.01",
            "pernyataan": "Penyediaan Layanan",
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
