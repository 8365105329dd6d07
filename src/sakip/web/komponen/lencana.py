"""The state of a workflow as a badge: a noun or participle, never an achievement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sakip.web.komponen.svg import ikon


@dataclass(frozen=True, slots=True)
class Lencana:
    nama: str | Promise
    kelas: str = ""
    ikon: str = ""


LENCANA: Final = {
    "belum_diisi": Lencana(_("Belum diisi")),
    "diisi": Lencana(_("Diisi")),
    "draf": Lencana(_("Draf")),
    "diajukan": Lencana(_("Diajukan"), "l-nila"),
    "diverifikasi": Lencana(_("Diverifikasi"), "l-nila"),
    "divalidasi": Lencana(_("Divalidasi"), "l-baik", "cek"),
    "disetujui": Lencana(_("Disetujui"), "l-baik", "cek"),
    "ditandatangani": Lencana(_("Ditandatangani"), "l-baik", "cek"),
    "ditetapkan": Lencana(_("Ditetapkan"), "l-baik", "cek"),
    "berlaku": Lencana(_("Berlaku"), "l-baik", "cek"),
    "diterapkan": Lencana(_("Diterapkan"), "l-baik", "cek"),
    "diurungkan": Lencana(_("Diurungkan"), "", "balik"),
    "selesai": Lencana(_("Selesai"), "l-baik", "cek"),
    "aktif": Lencana(_("Aktif"), "l-baik"),
    "dikembalikan": Lencana(_("Dikembalikan"), "l-salah", "balik"),
    "ditolak": Lencana(_("Ditolak"), "l-salah"),
    "gagal": Lencana(_("Gagal"), "l-salah", "awas"),
    "terlambat": Lencana(_("Terlambat"), "l-salah", "jam"),
    "sesuai": Lencana(_("Sesuai"), "l-baik", "cek"),
    "belum_sesuai": Lencana(_("Belum sesuai"), "l-salah", "balik"),
    "tidak_dapat": Lencana(_("Tidak dapat ditindaklanjuti")),
    "direncanakan": Lencana(_("Direncanakan"), "l-nila"),
    "diadopsi": Lencana(_("Dijalankan"), "l-nila", "bendera"),
    "sementara": Lencana(_("Sementara"), "l-ingat"),
    "pratinjau": Lencana(_("Pratinjau"), "l-ingat", "mata"),
    "ada_pertanyaan": Lencana(_("Ada pertanyaan"), "l-soga", "obrol"),
    "dikunci": Lencana(_("Dikunci"), "", "kunci"),
    "publikasi": Lencana(_("Data publikasi"), "l-nila"),
    "contoh": Lencana(_("Data contoh"), "l-soga"),
    "diganti": Lencana(_("Diganti")),
    "dicabut": Lencana(_("Dicabut")),
    "dibatalkan": Lencana(_("Dibatalkan"), "", "balik"),
    "nonaktif": Lencana(_("Nonaktif")),
}


def render_lencana(keadaan: str, teks: str = "", kelas: str = "", nama_ikon: str = "") -> SafeString:
    """A badge for a stored state; an unknown state is shown in its own words, without colour."""
    return _lencana(keadaan, teks, kelas, nama_ikon, get_language())


@lru_cache(maxsize=512)
def _lencana(keadaan: str, teks: str, kelas: str, nama_ikon: str, bahasa: str | None) -> SafeString:
    known = LENCANA.get(keadaan) or Lencana(keadaan.replace("_", " ").capitalize())
    symbol = nama_ikon or known.ikon
    return format_html(
        '<span class="s-lencana {}">{}{}</span>',
        kelas or known.kelas,
        ikon(symbol) if symbol else "",
        teks or known.nama,
    )
