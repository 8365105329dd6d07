"""The report of an import, prepared for its page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy, ngettext

JUDUL_RINCIAN = {
    "unit": gettext_lazy("Unit"),
    "dokumen": gettext_lazy("Dokumen rencana"),
    "simpul": gettext_lazy("Sasaran, program, dan kegiatan"),
    "indikator": gettext_lazy("Indikator"),
    "target": gettext_lazy("Target"),
    "realisasi": gettext_lazy("Realisasi"),
    "anggaran": gettext_lazy("Anggaran"),
}
TINGKAT = ("galat", "peringatan", "info")
SEL_TAMPIL = 8
TINGKAT_INDUK = {
    "opd": gettext_lazy("OPD"),
    "program": gettext_lazy("Program"),
    "kegiatan": gettext_lazy("Kegiatan"),
}


@dataclass(frozen=True, slots=True)
class BarisSelisih:
    """A printed parent beside the sum of its children."""

    unit: str
    induk: str
    uraian: str
    triwulan: int
    tercetak: Decimal
    jumlah: Decimal

    @property
    def beda(self) -> Decimal:
        return self.tercetak - self.jumlah


def read_selisih(baris: Iterable[dict[str, Any]]) -> list[BarisSelisih]:
    """Rows as stored, with their amounts as numbers again."""
    return [
        BarisSelisih(
            s["unit"],
            str(TINGKAT_INDUK.get(s["induk"], s["induk"])),
            s["uraian"],
            s["triwulan"],
            Decimal(s["tercetak"]),
            Decimal(s["jumlah"]),
        )
        for s in baris
    ]


@dataclass(frozen=True, slots=True)
class BarisPesan:
    """One message with all the cells it is about."""

    lembar: str
    tingkat: str
    pesan: str
    sel: tuple[str, ...]

    @property
    def tempat(self) -> str:
        """The first cells by name, the rest by number."""
        tampil = ", ".join(self.sel[:SEL_TAMPIL])
        lain = len(self.sel) - SEL_TAMPIL
        if lain <= 0:
            return tampil
        return ngettext("%(sel)s, dan %(n)s sel lain", "%(sel)s, dan %(n)s sel lain", lain) % {
            "sel": tampil,
            "n": lain,
        }


def group_pesan(pesan: Iterable[dict[str, str]]) -> list[BarisPesan]:
    """Equal messages once, the gravest first, then in the order of the sheet."""
    kelompok: dict[tuple[str, str, str], list[str]] = {}
    for p in pesan:
        kelompok.setdefault((p["lembar"], p["tingkat"], p["pesan"]), []).append(p["sel"])
    baris = [
        BarisPesan(lembar, tingkat, teks, tuple(sorted(filter(None, sel), key=_sel_order)))
        for (lembar, tingkat, teks), sel in kelompok.items()
    ]
    return sorted(
        baris, key=lambda b: (TINGKAT.index(b.tingkat), b.lembar, _sel_order(b.sel[0] if b.sel else ""))
    )


def _sel_order(sel: str) -> tuple[int, int, str]:
    """F9 before A10: by row, then by column."""
    cocok = re.match(r"([A-Z]+)(\d+)", sel)
    return (int(cocok[2]), len(cocok[1]), cocok[1]) if cocok else (0, 0, sel)
