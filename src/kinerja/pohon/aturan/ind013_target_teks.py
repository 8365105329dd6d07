"""A target that is no number and no grade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.kata import Ukuran, target_parts
from kinerja.nilai import JenisNilai
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_BAGIAN_DARI = re.compile(r"[0-9.,]+\s*[^\d]*\bdari\s+[0-9]", re.IGNORECASE)


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Several quantities at once are told by IND012."""
    for t in ix.terbaca:
        if t.target is None or t.target.isdigit() or _is_graded(t) or len(target_parts(t.target)) > 1:
            continue
        if ix.nilai(t.target).jenis is JenisNilai.TEKS or _BAGIAN_DARI.match(t.target):
            pesan = (
                f"Target {kutip(t.indikator.nama)} tertulis {kutip(t.target)}, bukan angka. Tulis angkanya."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


def _is_graded(t: Terbaca) -> bool:
    """A grade may have any name; its ladder tells the rank."""
    return t.ukuran is Ukuran.PREDIKAT or t.satuan == "predikat" or t.indikator.polaritas == "ordinal"


ATURAN = Aturan(
    kode="IND013",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Target bukan angka",
    alasan=(
        "Target ditulis sebagai angka atau predikat yang berperingkat. Teks bebas tidak dapat dihitung "
        "capaiannya; '100 dari 110' adalah persentase yang belum dihitung."
    ),
    perbaikan="Tulis angkanya; untuk bagian dari keseluruhan pakai persentase dengan pembilang dan penyebut.",
    dasar=SMART,
    bidang="target",
    contoh_buruk=contoh(
        "Target: 100 dari 110 Organisasi",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Persentase organisasi kepemudaan aktif", "target": "100 dari 110 Organisasi"}
            ],
        },
    ),
    contoh_baik=contoh(
        "Target: 90,91%",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase organisasi kepemudaan aktif", "target": "90,91%"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(11,),
)
