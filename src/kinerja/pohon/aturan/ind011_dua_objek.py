"""Two objects joined in one indicator."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import joined_objects
from kinerja.pohon.aturan.ind010_dua_ukuran import second_part_of
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Weaker than IND010, and silent where that one speaks."""
    for t in ix.terbaca:
        pasangan = joined_objects(t.indikator.nama)
        if pasangan is not None and second_part_of(t.indikator.nama) is None:
            pesan = (
                f'Indikator {kutip(t.indikator.nama)} menyatukan "{pasangan}". Pecah bila datanya berbeda.'
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND011",
    tingkat=TingkatTemuan.SARAN,
    judul="Dua objek dalam satu indikator",
    alasan=(
        "Dua objek yang disambung dengan dan atau garis miring sering diukur bersama padahal datanya "
        "berlainan. Pasangan yang memang satu pengertian (sarana dan prasarana, kabupaten/kota) tidak "
        "dihitung."
    ),
    perbaikan="Pecah bila data dan penanggung jawabnya berbeda; biarkan bila memang satu pengertian.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Persentase penemuan dan pengobatan kasus",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Persentase penemuan dan pengobatan kasus"}]},
    ),
    contoh_baik=contoh(
        "Persentase sarana dan prasarana layak",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Persentase sarana dan prasarana layak"}]},
    ),
    periksa=periksa,
    periksa_ke=(11,),
)
