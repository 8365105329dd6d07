"""A target printed in another unit than the indicator has."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import unit_in_target, unit_of
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A part such as "80 dari 110 organisasi" is told by IND013."""
    for t in ix.terbaca:
        satuan = unit_of(t.indikator.satuan)
        if satuan is None or t.target is None or t.target.isdigit():
            continue
        tercetak = unit_in_target(t.target)
        if tercetak is None or tercetak == satuan or _agree(tercetak, satuan):
            continue
        pesan = (
            f"Target {t.target} pada {kutip(t.indikator.nama)} tidak bersatuan {t.indikator.satuan}. "
            "Samakan satuannya."
        )
        yield Lapor(t.simpul.id, pesan, t.indikator.nama)


def _agree(tercetak: str, satuan: str) -> bool:
    """One says more of the same, or the text behind the number is no unit at all."""
    bukan = tercetak.startswith(("dari ", "per ", "/", "(", ",", "-", "s/d", "s.d"))
    return bukan or satuan in tercetak or tercetak in satuan


ATURAN = Aturan(
    kode="IND008",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Satuan pada target berbeda dari satuan indikator",
    alasan=(
        "Satu indikator punya satu satuan. Bila kolom satuan dan tulisan pada target berlainan, tidak "
        "diketahui mana yang berlaku."
    ),
    perbaikan="Samakan; tulis satuannya sekali saja di kolom satuan.",
    dasar=SMART,
    bidang="satuan",
    contoh_buruk=contoh(
        "Satuan Kelompok, target 20 Orang",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {
                    "nama": "Jumlah kelompok yang menerapkan jaminan mutu",
                    "satuan": "Kelompok",
                    "target": "20 Orang",
                }
            ],
        },
    ),
    contoh_baik=contoh(
        "Satuan Kelompok, target 20 Kelompok",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {
                    "nama": "Jumlah kelompok yang menerapkan jaminan mutu",
                    "satuan": "Kelompok",
                    "target": "20 Kelompok",
                }
            ],
        },
    ),
    periksa=periksa,
    periksa_ke=(10,),
    kategori=("H",),
)
