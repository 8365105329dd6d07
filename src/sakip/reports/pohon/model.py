"""What a printed tree needs to know: the rows of the canvas, arranged below their parents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

Warna = Literal["capaian", "temuan", "unit"]
#: Units beyond these share one neutral tone.
RONA = 8
_PENDEK = {
    "hasil": "Hasil",
    "csf": "CSF",
    "kondisi_antara": "Antara",
    "keluaran": "Keluaran",
    "operasional": "Operasional",
}


@dataclass(slots=True, eq=False)
class Kotak:
    """One condition, its children, and the place the layout gives it (whole units, no floats)."""

    baris: Mapping[str, Any]
    anak: list[Kotak] = field(default_factory=list)
    n_tersembunyi: int = 0
    judul: list[str] = field(default_factory=list)
    rinci: list[str] = field(default_factory=list)
    x: int = 0
    y: int = 0
    tinggi: int = 0
    #: Hangs in a column below its parent, beside a spine, instead of below a branch line.
    gantung: bool = False

    @property
    def kepala(self) -> str:
        """Kind and owner in one line; nearly every post begins with the same word, so that one is left out."""
        pemilik = str(self.baris.get("pemilik") or self.baris.get("unit") or "")
        for kata in ("Bidang", "Seksi", "Subbidang", "Subbagian", "Bagian"):
            pemilik = pemilik.removeprefix("Kepala ") if pemilik.startswith(f"Kepala {kata} ") else pemilik
        return " · ".join(
            satu
            for satu in (_PENDEK.get(self.baris["jenis"], self.baris.get("jenis_nama", "")), pemilik)
            if satu
        )

    @property
    def pita(self) -> str | None:
        return (self.baris.get("pita") or {}).get("kode")

    @property
    def keadaan(self) -> str:
        """The letter with the figure where there is exactly one; otherwise what is missing."""
        if self.baris.get("pensiun"):
            return "Dipensiunkan"
        indikator = self.baris.get("indikator") or []
        if self.pita is None:
            return "Belum dilaporkan" if indikator else "Tanpa indikator"
        angka = [i["capaian"] for i in indikator if i.get("capaian") is not None]
        return f"{self.pita} {angka[0]}" if len(angka) == 1 else self.pita

    @property
    def temuan(self) -> int:
        isi = self.baris.get("temuan") or {}
        return int(isi.get("galat", 0)) + int(isi.get("peringatan", 0))

    def urut(self) -> Iterable[Kotak]:
        """Itself and everything below, parents first; a loop, because a plan may be deep."""
        antre = [self]
        while antre:
            satu = antre.pop()
            yield satu
            antre.extend(reversed(satu.anak))


@dataclass(frozen=True)
class Bagan:
    """The part of a tree that is printed."""

    akar: tuple[Kotak, ...]
    warna: Warna = "capaian"
    rona: Mapping[str, int] = field(default_factory=dict)

    def urut(self) -> Iterable[Kotak]:
        for akar in self.akar:
            yield from akar.urut()

    @cached_property
    def banyak(self) -> int:
        return sum(1 for _ in self.urut())

    @cached_property
    def menurut_uid(self) -> Mapping[str, Kotak]:
        return {str(satu.baris["uid"]): satu for satu in self.urut()}

    @cached_property
    def dukungan(self) -> tuple[tuple[Kotak, Kotak], ...]:
        """A condition and a further one that it supports, where both are printed."""
        return tuple(
            (satu, self.menurut_uid[uid])
            for satu in self.urut()
            for uid in satu.baris.get("dukungan") or ()
            if uid in self.menurut_uid
        )


@dataclass(frozen=True, slots=True)
class KepalaCetak:
    """What stands around the drawing."""

    judul: str
    unit: str
    instansi: str
    tahun: int
    tanggal: date
    tanggal_teks: str
    contoh: bool = False


def build_bagan(
    baris: Sequence[Mapping[str, Any]],
    *,
    akar: str | None = None,
    dalam: int | None = None,
    warna: Warna = "capaian",
) -> Bagan:
    """Rows of pohon:data as a tree, from one condition down and so many levels deep."""
    kotak = {satu["uid"]: Kotak(satu) for satu in baris}
    atas: list[Kotak] = []
    for satu in sorted(kotak.values(), key=lambda k: int(k.baris["urutan"])):
        induk = kotak.get(satu.baris["induk"] or "")
        (atas if induk is None else induk.anak).append(satu)
    mulai = atas if akar is None else [kotak[akar]]
    if dalam is not None:
        _cut(mulai, dalam)
    banyak = Counter(str(satu["unit"]) for satu in baris if satu.get("unit"))
    rona = {unit: urut for urut, (unit, _) in enumerate(banyak.most_common(RONA))}
    return Bagan(tuple(mulai), warna, rona)


def _cut(tingkat: list[Kotak], dalam: int) -> None:
    """What lies deeper is counted and left out."""
    for _ in range(dalam - 1):
        tingkat = [anak for satu in tingkat for anak in satu.anak]
    for satu in tingkat:
        satu.n_tersembunyi = sum(1 for _ in satu.urut()) - 1
        satu.anak = []
