"""Rows of a matrix as they stand in the file: which node, which indicator, which cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sakip.apps.perencanaan.lembar.kolom import JENIS_TERBACA, Letak
from sakip.apps.perencanaan.models import JenisSimpul
from sakip.platform.lembar.baca import Sel
from sakip.platform.lembar.pesan import Pesan, Tingkat, cell_name
from sakip.platform.lembar.uraian import is_error, normalise_heading

_NOMOR = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class BarisBerkas:
    """One row: the statements in its level columns (highest first), and every other cell by column key."""

    nomor: int
    tingkat: tuple[tuple[JenisSimpul, str], ...]
    teks: dict[str, str] = field(default_factory=dict)
    sel: dict[str, Sel] = field(default_factory=dict)

    def at(self, kunci: str) -> str:
        return self.teks.get(kunci, "")


@dataclass(slots=True)
class Catatan:
    """Messages about one sheet, addressed by row and column key."""

    letak: Letak
    pesan: list[Pesan] = field(default_factory=list)

    def add(self, nomor: int, kunci: str, teks: str, tingkat: Tingkat = Tingkat.GALAT) -> None:
        sel = cell_name(nomor, self.letak.kolom.get(kunci, 0))
        self.pesan.append(Pesan(self.letak.lembar.nama, sel, tingkat, teks))

    @property
    def bersih(self) -> bool:
        return not any(satu.tingkat is Tingkat.GALAT for satu in self.pesan)


def read_baris(letak: Letak, catatan: Catatan) -> Iterator[BarisBerkas]:
    """The rows below the titles that say anything; a row of column numbers is no content."""
    lembar = letak.lembar
    for nomor in range(letak.akhir_judul + 1, len(lembar.baris)):
        sel = {kunci: lembar.at(nomor, k) for kunci, k in letak.kolom.items()}
        teks = {kunci: _text(isi) for kunci, isi in sel.items()}
        terisi = [isi for isi in teks.values() if isi]
        if not terisi or (nomor <= letak.akhir_judul + 1 and all(_NOMOR.fullmatch(isi) for isi in terisi)):
            continue
        for kunci, isi in teks.items():
            if is_error(isi):
                catatan.add(
                    nomor, kunci, f"Sel ini galat rumus ({isi}). Perbaiki rumusnya atau tulis isinya."
                )
        yield BarisBerkas(nomor, tuple(_levels(teks, nomor, catatan)), teks, sel)


def _text(isi: Sel) -> str:
    return " ".join(isi.split()) if isinstance(isi, str) else f"{isi:f}"


def _levels(teks: dict[str, str], nomor: int, catatan: Catatan) -> Iterator[tuple[JenisSimpul, str]]:
    for jenis in JenisSimpul:
        if isi := teks.get(f"j:{jenis}", ""):
            yield jenis, isi
    if teks.get("uraian") and not any(k.startswith("j:") for k in teks):
        jenis_terbaca = JENIS_TERBACA.get(normalise_heading(teks.get("jenis", "")))
        if jenis_terbaca is None:
            catatan.add(
                nomor, "jenis", f'Jenis "{teks.get("jenis", "")}" tidak dikenal. Tulis misalnya Sasaran.'
            )
        else:
            yield jenis_terbaca, teks["uraian"]
