"""Read values out of an instrument file, and note what is wrong with its line instead of stopping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from kinerja.capaian.yaml_ketat import Jalur
from kinerja.instrumen.angka import BukanPecahan, parse_pecahan
from kinerja.instrumen.galat import Temuan

E = TypeVar("E", bound=StrEnum)
_NOL = Fraction(0)


class Bagian:
    """One mapping of the file with its place; findings of all parts gather in one list."""

    def __init__(
        self,
        isi: Mapping[str, Any],
        *,
        berkas: str,
        baris: Mapping[Jalur, int],
        jalur: Jalur = (),
        temuan: list[Temuan] | None = None,
    ) -> None:
        """Start at the top of a file."""
        self.isi, self.berkas, self.jalur = isi, berkas, jalur
        self._baris = baris
        self.temuan: list[Temuan] = [] if temuan is None else temuan
        self.kode: str | None = None

    def line(self, *kunci: str | int) -> int | None:
        """The line of a key, or of the part itself."""
        return self._baris.get((*self.jalur, *kunci)) or self._baris.get(self.jalur)

    def note(self, aturan: str, pesan: str, *kunci: str | int) -> None:
        """Add a finding at a key."""
        self.temuan.append(Temuan(aturan, pesan, berkas=self.berkas, baris=self.line(*kunci), kode=self.kode))

    def only(self, *boleh: str) -> None:
        """Report keys that mean nothing: a typing error would otherwise go unread."""
        for kunci in self.isi:
            if kunci not in boleh:
                pilihan = ", ".join(boleh)
                self.note("kunci", f'Kunci "{kunci}" tidak dikenal. Yang dikenal: {pilihan}.', str(kunci))

    def has(self, kunci: str) -> bool:
        """Whether the key is written with a value."""
        return self.isi.get(kunci) is not None

    def text(self, kunci: str, *, wajib: bool = True) -> str:
        """A text; numbers written without quotes are refused."""
        nilai = self.isi.get(kunci)
        if isinstance(nilai, str) and nilai.strip():
            return nilai.strip()
        if nilai is not None:
            self.note("teks", f'"{kunci}" harus berupa teks dalam tanda kutip.', kunci)
        elif wajib:
            self.note("wajib", f'"{kunci}" belum ditulis.', kunci)
        return ""

    def number(self, kunci: str, *, wajib: bool = True) -> Fraction | None:
        """An exact number, written in quotes ("12.5", "1/3")."""
        nilai = self.isi.get(kunci)
        if nilai is None:
            if wajib:
                self.note("wajib", f'"{kunci}" belum ditulis.', kunci)
            return None
        if not isinstance(nilai, str):
            self.note("angka", f'"{kunci}" harus ditulis dalam tanda kutip, misalnya "12.5".', kunci)
            return None
        try:
            return parse_pecahan(nilai)
        except BukanPecahan as galat:
            self.note("angka", f'"{kunci}" tertulis "{nilai}": {galat}.', kunci)
            return None

    def need(self, kunci: str) -> Fraction:
        """A number that must be there; zero stands in after the finding."""
        nilai = self.number(kunci)
        return _NOL if nilai is None else nilai

    def whole(self, kunci: str, *, baku: int) -> int:
        """A whole number of places, units or years."""
        nilai = self.isi.get(kunci, baku)
        if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 0:
            self.note("angka", f'"{kunci}" harus bilangan bulat.', kunci)
            return baku
        return nilai

    def flag(self, kunci: str) -> bool:
        """True or false, false when not written."""
        nilai = self.isi.get(kunci, False)
        if not isinstance(nilai, bool):
            self.note("benar_salah", f'"{kunci}" harus true atau false.', kunci)
            return False
        return nilai

    def day(self, kunci: str, *, wajib: bool = True) -> date | None:
        """A date."""
        nilai = self.isi.get(kunci)
        if nilai is None and not wajib:
            return None
        if type(nilai) is not date:
            self.note("tanggal", f'"{kunci}" harus tanggal (2021-12-31).', kunci)
            return None
        return nilai

    def choice(self, kunci: str, jenis: type[E], *, baku: E) -> E:
        """A word out of a list."""
        nilai = self.isi.get(kunci)
        if nilai is None:
            return baku
        if nilai not in tuple(jenis):
            pilihan = ", ".join(jenis)
            self.note("pilihan", f'"{kunci}" tertulis "{nilai}". Pilihan: {pilihan}.', kunci)
            return baku
        return jenis(nilai)

    def texts(self, kunci: str) -> tuple[str, ...]:
        """A list of texts."""
        nilai = self.isi.get(kunci, [])
        if not isinstance(nilai, list) or not all(isinstance(t, str) for t in nilai):
            self.note("daftar", f'"{kunci}" harus daftar teks dalam tanda kutip.', kunci)
            return ()
        return tuple(nilai)

    def part(self, kunci: str, *, wajib: bool = True) -> Bagian:
        """A mapping below."""
        nilai = self.isi.get(kunci)
        if nilai is None and not wajib:
            nilai = {}
        elif not isinstance(nilai, dict):
            self.note("bentuk", f'"{kunci}" harus berupa pasangan kunci dan nilai.', kunci)
            nilai = {}
        return self._below(nilai, kunci)

    def parts(self, kunci: str, *, wajib: bool = True) -> list[Bagian]:
        """A list of mappings below."""
        nilai = self.isi.get(kunci)
        if nilai is None and not wajib:
            return []
        if not isinstance(nilai, list) or (wajib and not nilai):
            self.note("bentuk", f'"{kunci}" harus daftar yang berisi.', kunci)
            return []
        hasil = []
        for n, isi in enumerate(nilai):
            if isinstance(isi, dict):
                hasil.append(self._below(isi, kunci, n))
            else:
                self.note("bentuk", "Isi daftar harus pasangan kunci dan nilai.", kunci, n)
        return hasil

    def _below(self, isi: Mapping[str, Any], *kunci: str | int) -> Bagian:
        bawah = Bagian(
            isi,
            berkas=self.berkas,
            baris=self._baris,
            jalur=(*self.jalur, *kunci),
            temuan=self.temuan,
        )
        bawah.kode = self.kode
        return bawah

    def lists(self, kunci: str) -> tuple[tuple[str, ...], ...]:
        """A list whose entries are a text or a list of texts."""
        nilai = self.isi.get(kunci, [])
        hasil: list[tuple[str, ...]] = []
        for isi in nilai if isinstance(nilai, list) else [nilai]:
            daftar: Sequence[object] = (
                [isi] if isinstance(isi, str) else isi if isinstance(isi, list) else [0]
            )
            if not daftar or not all(isinstance(t, str) for t in daftar):
                self.note("daftar", f'"{kunci}" harus daftar kode.', kunci)
                return ()
            hasil.append(tuple(str(t) for t in daftar))
        return tuple(hasil)
