"""Write the pages of rules from the rules themselves: one entry per code, with its examples.

`python -m docs.alat.aturan` exits with 1 when a page is not up to date; `... perbarui` writes it.

A page is a registry of rules (anything with kode, tingkat, judul, alasan, perbaikan, dasar, contoh_buruk,
contoh_baik, periksa_ke and kategori) between a head and a tail that are written by hand in `docs/alat/naskah/`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

AKAR = Path(__file__).resolve().parents[1]
NASKAH = Path(__file__).with_name("naskah")


class AturanTertulis(Protocol):
    """What a rule must tell to get an entry; severity and examples are shown as their text."""

    @property
    def kode(self) -> str: ...
    @property
    def tingkat(self) -> object: ...
    @property
    def judul(self) -> str: ...
    @property
    def alasan(self) -> str: ...
    @property
    def perbaikan(self) -> str: ...
    @property
    def dasar(self) -> str: ...
    @property
    def contoh_buruk(self) -> object: ...
    @property
    def contoh_baik(self) -> object: ...
    @property
    def periksa_ke(self) -> Sequence[int]: ...
    @property
    def kategori(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Halaman:
    """One page: where it stands, and which rules it lists."""

    nama: str
    aturan: Callable[[], Iterable[AturanTertulis]]

    @property
    def berkas(self) -> Path:
        return AKAR / "rujukan" / f"{self.nama}.md"

    def render(self) -> str:
        """Head, table, entries, tail."""
        aturan = list(self.aturan())
        bagian = [
            self._naskah("kepala"),
            table(aturan),
            "## Rincian\n",
            *map(entry, aturan),
            self._naskah("ekor"),
        ]
        return "\n".join(bagian)

    def _naskah(self, bagian: str) -> str:
        return (NASKAH / f"{self.nama}-{bagian}.txt").read_text(encoding="utf-8")


def _rules_of_trees() -> Iterable[AturanTertulis]:
    from kinerja.pohon import all_aturan

    return all_aturan()


def _rules_between_documents() -> Iterable[AturanTertulis]:
    from kinerja.periksa.dokumen import all_aturan

    return all_aturan()


#: Add a page here; its head and tail are `docs/alat/naskah/<nama>-kepala.txt` and `-ekor.txt`.
HALAMAN = (Halaman("aturan-pohon", _rules_of_trees), Halaman("konsistensi", _rules_between_documents))


def table(aturan: Iterable[AturanTertulis]) -> str:
    """All codes at a glance, with the numbers of the checks and the consistency categories that they serve."""
    baris = [
        f"| [{a.kode}](#{a.kode.lower()}) | {a.tingkat} | {a.judul} | {_list(a.periksa_ke)} | {_list(a.kategori)} |"
        for a in aturan
    ]
    judul = "| kode | tingkat | aturan | pemeriksaan | kategori |"
    return "\n".join(["## Semua aturan\n", judul, "|---|---|---|---|---|", *baris, ""])


def entry(a: AturanTertulis) -> str:
    """One rule."""
    return f"""### {a.kode}

**{a.judul}** ({a.tingkat})

{a.alasan}

- Buruk: {a.contoh_buruk}
- Baik: {a.contoh_baik}
- Perbaikan: {a.perbaikan}
- Dasar: {a.dasar}
"""


def _list(isi: Sequence[object]) -> str:
    return ", ".join(map(str, isi)) or "-"


def main(arguments: list[str]) -> int:
    """Check or write every page."""
    usang = [
        h for h in HALAMAN if not h.berkas.exists() or h.berkas.read_text(encoding="utf-8") != h.render()
    ]
    if arguments == ["perbarui"]:
        for halaman in usang:
            halaman.berkas.write_text(halaman.render(), encoding="utf-8")
        return 0
    for halaman in usang:
        sys.stdout.write(
            f"docs/rujukan/{halaman.nama}.md tidak mutakhir: python -m docs.alat.aturan perbarui\n"
        )
    return 1 if usang else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
