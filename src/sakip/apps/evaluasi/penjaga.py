"""Database triggers that keep answers, steps and signed reports as they were written (design rule 5)."""

from typing import Any

from sakip.apps.datakinerja import penjaga
from sakip.apps.datakinerja.penjaga import Penjaga

_TAMBAH_SAJA = {
    "evaluasi_jawaban": "jawaban tidak dapat diubah; tulis versi baru",
    "evaluasi_langkahlembar": "riwayat langkah tidak dapat diubah",
    "evaluasi_jendelatahap": "jendela tahap tidak dapat diubah; tulis yang baru",
    "evaluasi_diskusi": "pesan diskusi tidak dapat diubah",
    "evaluasi_tindaklanjut": "catatan tindak lanjut tidak dapat diubah",
}
_LHE, _PIN = (
    "LHE yang sudah ditandatangani tidak dapat diubah",
    "instrumen evaluasi yang dipakai tidak dapat diganti",
)
_LHE_TERTANDA = "OLD.ditandatangani_pada IS NOT NULL"


def _tambah_saja(tabel: str, pesan: str) -> list[Penjaga]:
    nama = tabel.removeprefix("evaluasi_")
    return [
        Penjaga(f"{nama}_tetap_ubah", tabel, "UPDATE", "TRUE", pesan),
        Penjaga(f"{nama}_tetap_hapus", tabel, "DELETE", "TRUE", pesan),
    ]


PENJAGA = (
    *(satu for tabel, pesan in _TAMBAH_SAJA.items() for satu in _tambah_saja(tabel, pesan)),
    Penjaga("lhe_tetap_ubah", "evaluasi_lhe", "UPDATE", _LHE_TERTANDA, _LHE),
    Penjaga("lhe_tetap_hapus", "evaluasi_lhe", "DELETE", _LHE_TERTANDA, _LHE),
    Penjaga("instrumenevaluasi_tetap", "evaluasi_instrumenevaluasi", "UPDATE", "TRUE", _PIN),
)


def install(using: str = "default", **_: Any) -> None:
    penjaga.install(PENJAGA, using)
