"""Acts on a tree, as its history names them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

AKSI = {
    "perencanaan.pohon.dibuat": _("Pohon dibuat"),
    "perencanaan.pohon.diubah": _("Keterangan pohon diubah"),
    "perencanaan.pohon.langkah": _("Langkah berganti"),
    "perencanaan.pohon.disalin": _("Pohon disalin"),
    "perencanaan.pohon_simpul.dibuat": _("Kondisi ditambahkan"),
    "perencanaan.pohon_simpul.diubah": _("Kondisi diubah"),
    "perencanaan.pohon_simpul.dipindah": _("Kondisi dipindah"),
    "perencanaan.pohon_simpul.dihapus": _("Kondisi dihapus"),
    "perencanaan.pohon_simpul.dipensiunkan": _("Kondisi dipensiunkan"),
    "perencanaan.pohon_simpul.diaktifkan": _("Kondisi diaktifkan lagi"),
    "perencanaan.pohon_simpul.indikator_ditambah": _("Indikator ditambahkan"),
    "perencanaan.pohon_simpul.indikator_diubah": _("Indikator diubah"),
    "perencanaan.pohon_simpul.indikator_dilepas": _("Indikator dilepas"),
    "perencanaan.pohon_simpul.dukungan_ditambah": _("Dukungan ditambahkan"),
    "perencanaan.pohon_simpul.dukungan_dilepas": _("Dukungan dilepas"),
    "perencanaan.pohon_simpul.komentar": _("Komentar ditulis"),
    "perencanaan.pohon_simpul.komentar_selesai": _("Komentar ditandai selesai"),
    "perencanaan.crosscutting.diusulkan": _("Crosscutting diusulkan"),
    "perencanaan.crosscutting.diterima": _("Crosscutting diterima"),
    "perencanaan.crosscutting.ditolak": _("Crosscutting ditolak"),
    "perencanaan.crosscutting.ditarik": _("Crosscutting ditarik"),
}


def with_words(catatan: Iterable[Any]) -> list[Any]:
    """The records with their act in words, and what changed from what to what."""
    hasil = list(catatan)
    for satu in hasil:
        satu.aksi_teks = AKSI.get(satu.aksi, satu.aksi)
        satu.beda = [
            (bidang, *isi)
            for bidang, isi in sorted(satu.perubahan.items())
            if isinstance(isi, list) and len(isi) == 2
        ]
    return hasil
