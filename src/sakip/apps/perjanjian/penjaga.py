"""Database triggers that keep a signed agreement as it was signed (design rule 5)."""

from collections.abc import Iterable
from typing import Any

from sakip.apps.datakinerja import penjaga
from sakip.apps.datakinerja.penjaga import Penjaga

PESAN = "perjanjian kinerja yang sudah ditandatangani tidak dapat diubah"
_TETAP = "('berlaku', 'diganti')"
_PK, _BARIS, _PROGRAM = "perjanjian_perjanjiankinerja", "perjanjian_pkbaris", "perjanjian_pkprogram"
#: Everything but the state, which moves on when a revision takes over.
_KOLOM_PK = (
    "instansi_id", "unit_id", "tahun", "tingkat", "jabatan_teks", "versi_ke", "pemicu", "alasan",
    "menggantikan_id", "pihak_pertama", "pihak_kedua", "penugasan_pertama_id", "penugasan_kedua_id",
    "tanggal_dpa", "ditandatangani_pada", "sumber", "uid",
)  # fmt: skip
#: All but `target_rencana_id`, which falls to NULL when a plan version is deleted; the copied value stays.
_KOLOM_BARIS = (
    "instansi_id", "perjanjian_id", "urutan", "sasaran_id", "sasaran_teks", "indikator_id", "indikator_teks",
    "satuan_teks", "ada_target", "catatan", "jenis_nilai", "angka", "bawah", "atas", "pembanding", "teks",
    "desimal", "pengali",
)  # fmt: skip
_KOLOM_PROGRAM = (
    "instansi_id", "perjanjian_id", "urutan", "simpul_id", "kode", "nama", "anggaran", "sumber_dana",
)  # fmt: skip


def _isi_tetap(tabel: str, singkat: str, kolom: Iterable[str]) -> list[Penjaga]:
    def tetap(baris: str) -> str:
        return f"(SELECT status FROM {_PK} WHERE id = {baris}.perjanjian_id) IN {_TETAP}"

    ubah = f"UPDATE OF {', '.join(kolom)}"
    return [
        Penjaga(f"pk{singkat}_tetap_tambah", tabel, "INSERT", tetap("NEW"), PESAN),
        Penjaga(f"pk{singkat}_tetap_ubah", tabel, ubah, f"{tetap('OLD')} OR {tetap('NEW')}", PESAN),
        Penjaga(f"pk{singkat}_tetap_hapus", tabel, "DELETE", tetap("OLD"), PESAN),
    ]


PENJAGA = (
    Penjaga("pk_tetap_ubah", _PK, f"UPDATE OF {', '.join(_KOLOM_PK)}", f"OLD.status IN {_TETAP}", PESAN),
    Penjaga(
        "pk_tetap_mundur",
        _PK,
        "UPDATE OF status",
        f"OLD.status IN {_TETAP} AND NEW.status <> OLD.status AND NEW.status <> 'diganti'",
        PESAN,
    ),
    Penjaga("pk_tetap_hapus", _PK, "DELETE", f"OLD.status IN {_TETAP}", PESAN),
    *_isi_tetap(_BARIS, "baris", _KOLOM_BARIS),
    *_isi_tetap(_PROGRAM, "program", _KOLOM_PROGRAM),
)


def install(using: str = "default", **_: Any) -> None:
    penjaga.install(PENJAGA, using)
