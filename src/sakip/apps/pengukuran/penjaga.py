"""Database triggers that keep a submitted figure, and the steps of its approval, as they were."""

from typing import Any

from sakip.apps.datakinerja import penjaga
from sakip.apps.datakinerja.penjaga import Penjaga

PESAN_VERSI = "versi realisasi yang sudah diajukan tidak dapat diubah"
PESAN_LANGKAH = "langkah persetujuan realisasi tidak dapat diubah"
_VERSI, _LANGKAH = "pengukuran_realisasiversi", "pengukuran_langkahrealisasi"

PENJAGA = (
    Penjaga("realisasiversi_tetap_ubah", _VERSI, "UPDATE", "OLD.diajukan_pada IS NOT NULL", PESAN_VERSI),
    Penjaga("realisasiversi_tetap_hapus", _VERSI, "DELETE", "OLD.diajukan_pada IS NOT NULL", PESAN_VERSI),
    Penjaga("langkahrealisasi_tetap_ubah", _LANGKAH, "UPDATE", "OLD.id IS NOT NULL", PESAN_LANGKAH),
    Penjaga("langkahrealisasi_tetap_hapus", _LANGKAH, "DELETE", "OLD.id IS NOT NULL", PESAN_LANGKAH),
)


def install(using: str = "default", **_: Any) -> None:
    penjaga.install(PENJAGA, using)
