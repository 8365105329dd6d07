"""What can go wrong with an instrument or with its answers; every message says where."""

from __future__ import annotations

from dataclasses import dataclass

_PANJANG = 60


@dataclass(frozen=True, slots=True)
class Temuan:
    """One thing wrong with an instrument folder. `aturan` is a stable name for programs.

    >>> print(Temuan("bobot", "Bobot anak berjumlah 29, tertulis 30.", berkas="a.yaml", baris=4, kode="1"))
    a.yaml, baris 4, butir 1: Bobot anak berjumlah 29, tertulis 30.
    """

    aturan: str
    pesan: str
    berkas: str
    baris: int | None = None
    kode: str | None = None

    def __str__(self) -> str:
        """The finding in one line, the place first."""
        tempat = [self.berkas]
        if self.baris is not None:
            tempat.append(f"baris {self.baris}")
        if self.kode is not None:
            tempat.append(f"butir {self.kode}")
        return f"{', '.join(tempat)}: {self.pesan}"

    def to_dict(self) -> dict[str, object]:
        """The same as data.

        >>> Temuan("sumber", "Sumber belum ditulis.", berkas="a.yaml").to_dict()["baris"] is None
        True
        """
        return {
            "aturan": self.aturan,
            "berkas": self.berkas,
            "baris": self.baris,
            "kode": self.kode,
            "pesan": self.pesan,
        }


class GalatInstrumen(ValueError):
    """An instrument cannot be used; `temuan` lists everything that is wrong with it.

    >>> print(GalatInstrumen("Instrumen tidak ada.", berkas="x"))
    x: Instrumen tidak ada.
    """

    def __init__(
        self,
        alasan: str,
        *,
        berkas: str,
        baris: int | None = None,
        kode: str | None = None,
        temuan: tuple[Temuan, ...] = (),
    ) -> None:
        """Keep the place apart from the words."""
        self.alasan, self.berkas, self.baris, self.kode = alasan, berkas, baris, kode
        self.temuan = temuan or (Temuan("baca", alasan, berkas=berkas, baris=baris, kode=kode),)
        super().__init__(alasan)

    def __str__(self) -> str:
        """The first finding, and how many more there are."""
        lain = len(self.temuan) - 1
        return f"{self.temuan[0]}" + (f" (dan {lain} temuan lain)" if lain else "")

    @classmethod
    def from_temuan(cls, temuan: tuple[Temuan, ...]) -> GalatInstrumen:
        """One error for all findings of a folder."""
        t = temuan[0]
        return cls(t.pesan, berkas=t.berkas, baris=t.baris, kode=t.kode, temuan=temuan)


class ButirTidakDikenal(GalatInstrumen, KeyError):
    """The instrument has no item of that code."""

    def __init__(self, kode: str, *, instrumen: str) -> None:
        """Name the code and the instrument."""
        super().__init__(f'Butir "{kode}" tidak ada.', berkas=instrumen, kode=kode)


class GalatJawaban(ValueError):
    """An answer cannot be used; says which code, which value and what is allowed.

    >>> print(GalatJawaban("1.a", "F", "di luar skala AA-E", boleh=("AA", "A")))
    1.a: jawaban "F" di luar skala AA-E. Pilihan: AA, A.
    """

    def __init__(self, kode: str, nilai: object, sebab: str, *, boleh: tuple[str, ...] = ()) -> None:
        """Keep code, value and choices for programs."""
        self.kode, self.nilai, self.sebab, self.boleh = kode, nilai, sebab, boleh
        pilihan = f" Pilihan: {', '.join(boleh)}." if boleh else ""
        isi = "" if nilai == "" else f' "{_show(nilai)}"'
        self.pesan = f"jawaban{isi} {sebab}.{pilihan}"
        super().__init__(f"{kode}: {self.pesan}")


def _show(nilai: object) -> str:
    """The value as its writer knows it, cut to a readable length."""
    if nilai is None or isinstance(nilai, bool):
        return {None: "null", True: "true", False: "false"}[nilai]
    teks = " ".join(str(nilai).split())
    return teks if len(teks) <= _PANJANG else f"{teks[: _PANJANG - 1]}…"
