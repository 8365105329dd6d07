"""Colours of a printed tree, as on the screen, and the key that says what they mean."""

from __future__ import annotations

from sakip.reports.aksara import to_printable
from sakip.reports.pohon.model import Bagan, Kotak

#: solid, surface and text of the five bands, lowest first.
PITA = {
    "SR": ("#9f1b35", "#f7dadf", "#86112a"),
    "R": ("#d4691c", "#fce6d3", "#833a07"),
    "S": ("#e0b12c", "#fbf1cc", "#664b00"),
    "T": ("#459a92", "#e4f4f0", "#145c57"),
    "ST": ("#0e5c66", "#d3eaea", "#084b54"),
}
NAMA_PITA = {"ST": "Sangat tinggi", "T": "Tinggi", "S": "Sedang", "R": "Rendah", "SR": "Sangat rendah"}
RONA = (
    ("#2c5aa8", "#e2ebf8"), ("#b9702a", "#fbf1e4"), ("#2f7d4f", "#e2f3e8"), ("#8a4a9e", "#f3e8f7"),
    ("#0e7c8c", "#def1f4"), ("#a8324a", "#f9e3e8"), ("#6b7a1f", "#f0f3da"), ("#5a4fb0", "#e9e7f8"),
)  # fmt: skip
NETRAL, POLOS = ("#5a677d", "#ebf0f6"), ("", "#ffffff")
GALAT, INGAT, SARAN = ("#a3142e", "#fbe6e9"), ("#e0b12c", "#fbf1cc"), ("#2c5aa8", "#e2ebf8")
TINTA, TINTA_2, GARIS, SOGA, SOGA_GARIS = "#17212f", "#445167", "#7889a0", "#84470f", "#b9702a"
#: Marks beside the colours, in the order in which the key lists them.
TANDA = {
    "csf": "CSF",
    "dukungan": "juga mendukung",
    "lintas": "lintas n: kebutuhan antar-OPD",
    "temuan": "! n: temuan",
}


def box_colours(bagan: Bagan, kotak: Kotak) -> tuple[str, str]:
    """Solid and surface of a box under the chosen colouring."""
    if kotak.baris.get("pensiun"):
        return NETRAL
    if bagan.warna == "unit":
        unit = str(kotak.baris.get("unit") or "")
        return RONA[bagan.rona[unit]] if unit in bagan.rona else NETRAL if unit else POLOS
    if bagan.warna == "temuan":
        isi = kotak.baris.get("temuan") or {}
        pilihan = (("galat", GALAT), ("peringatan", INGAT), ("saran", SARAN))
        return next((warna for kunci, warna in pilihan if isi.get(kunci)), POLOS)
    return POLOS if kotak.pita is None else PITA[kotak.pita][:2]


def legend(bagan: Bagan) -> list[dict[str, str]]:
    """What the colours mean, in words; the letter stands in the box as well."""
    if bagan.warna == "unit":
        baris = [_patch(RONA[n], unit) for unit, n in bagan.rona.items()]
        return [*baris, _patch(NETRAL, "unit lain")] if baris else []
    if bagan.warna == "temuan":
        pilihan = (("galat", GALAT), ("peringatan", INGAT), ("saran", SARAN))
        return [_patch(warna, f"ada {nama}") for nama, warna in pilihan]
    return [_patch(warna[:2], f"{kode} {NAMA_PITA[kode]}") for kode, warna in reversed(PITA.items())]


def _patch(warna: tuple[str, str], teks: str) -> dict[str, str]:
    return {"pekat": warna[0], "muka": warna[1], "teks": to_printable(teks)}


def marks(bagan: Bagan) -> list[dict[str, str]]:
    """Only the marks that occur in the drawing."""
    ada = {
        "csf": any(satu.baris["jenis"] == "csf" for satu in bagan.urut()),
        "dukungan": bool(bagan.dukungan),
        "lintas": any(satu.baris.get("crosscutting") for satu in bagan.urut()),
        "temuan": any(satu.temuan for satu in bagan.urut()),
    }
    return [{"macam": macam, "teks": teks} for macam, teks in TANDA.items() if ada[macam]]
