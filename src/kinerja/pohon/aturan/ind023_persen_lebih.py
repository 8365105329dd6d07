"""A share of more than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.kata import Ukuran, leading_measure, tokens
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_SERATUS = Decimal(100)
_BOLEH_LEBIH = frozenset(
    {"peningkatan", "kenaikan", "pertumbuhan", "capaian", "pencapaian", "rasio", "realisasi", "perbandingan"}
)


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A growth or an achievement may pass 100."""
    for t in ix.terbaca:
        awal = (
            None if t.target is None or t.ukuran is not Ukuran.PERSEN else leading_measure(t.indikator.nama)
        )
        if (
            awal is None
            or awal[1] is not Ukuran.PERSEN
            or not _BOLEH_LEBIH.isdisjoint(tokens(t.indikator.nama))
        ):
            continue
        angka = ix.nilai(t.target).angka
        if angka is not None and angka > _SERATUS:
            pesan = f"Target {kutip(t.indikator.nama)} {t.target}, lebih dari 100%. Periksa penyebutnya."
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND023",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Target persentase lebih dari 100",
    alasan=(
        "Bagian dari keseluruhan tidak lebih dari 100%. Angka yang lebih besar berarti penyebutnya keliru "
        "atau yang ditulis jumlahnya."
    ),
    perbaikan="Periksa penyebutnya; untuk laju atau capaian, sebutkan pada namanya.",
    dasar=SMART,
    bidang="target",
    contoh_buruk=contoh(
        "Persentase desa berlistrik, target 120%",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase desa berlistrik", "target": "120%"}],
        },
    ),
    contoh_baik=contoh(
        "Persentase desa berlistrik, target 100%",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase desa berlistrik", "target": "100%"}],
        },
    ),
    periksa=periksa,
)
