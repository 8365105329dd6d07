"""What was read from a filled workbook, before anything is known about the evaluation it belongs to."""

from dataclasses import dataclass, field

from sakip.platform.lembar.pesan import Pesan, Tingkat


@dataclass(frozen=True, slots=True)
class Isian:
    """One answered item as it stands in the file; None: the cell is empty, which changes nothing."""

    kode: str
    sel: str
    nilai: str | None = None
    catatan: str | None = None
    daftar_bukti: str | None = None


@dataclass(slots=True)
class LembarTerbaca:
    """One sheet of the file: whose it may be, and its answers of both sides.

    `rusak`: its structure is not that of the instrument; nothing of it is used.
    """

    nama: str
    instrumen_id: str = ""
    instrumen_hash: str = ""
    uid: str = ""
    calon: tuple[str, ...] = ()
    mandiri: list[Isian] = field(default_factory=list)
    apip: list[Isian] = field(default_factory=list)
    total_mandiri: str = ""
    total_apip: str = ""
    pesan: list[Pesan] = field(default_factory=list)

    @property
    def rusak(self) -> bool:
        return any(satu.tingkat is Tingkat.GALAT for satu in self.pesan)

    def refuse(self, sel: str, pesan: str) -> None:
        self.pesan.append(Pesan(self.nama, sel, Tingkat.GALAT, pesan))
