"""Documents of performance as the checks see them, whatever file or database they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kinerja.nilai import Sel
from kinerja.pohon.model import Pohon
from kinerja.pohon.temuan import TingkatTemuan

TRIWULAN = ("I", "II", "III", "IV")
_KOSONG: Mapping[Any, Any] = MappingProxyType({})


class JenisDokumen(StrEnum):
    """What a document is. A copy of the PK in another document is not the PK that was signed."""

    PK = "pk"
    PK_SALINAN = "pk_salinan"
    IKU = "iku"
    CASCADING = "cascading"
    RENAKSI = "renaksi"
    LKJIP = "lkjip"
    RPJMD = "rpjmd"
    RENSTRA = "renstra"
    RKT = "rkt"
    RENJA = "renja"


PK_APA_PUN = frozenset({JenisDokumen.PK, JenisDokumen.PK_SALINAN})
RENCANA = frozenset({JenisDokumen.RPJMD, JenisDokumen.RENSTRA, JenisDokumen.RKT, JenisDokumen.RENJA})


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """One indicator of one document. Cells are as printed; None is a cell that the document leaves blank.

    `id` leads back to the row in a database; `identitas` names the indicator itself and is the same in
    every document that means it. `alasan` is the printed reason for a blank or a different target.
    """

    indikator: str
    sasaran: str | None = None
    kode: str | None = None
    satuan: str | None = None
    target: Sel = None
    #: Targets of other years that the same row prints.
    target_tahun: Mapping[int, Sel] = field(default_factory=lambda: _KOSONG)
    realisasi: Sel = None
    capaian: Sel = None
    #: Quarterly targets and results, keys "I" to "IV".
    tw: Mapping[str, Sel] = field(default_factory=lambda: _KOSONG)
    realisasi_tw: Mapping[str, Sel] = field(default_factory=lambda: _KOSONG)
    rumus: str | None = None
    sumber: str | None = None
    #: How quarters add up: "kumulatif", "non-kumulatif" or "posisi akhir".
    tipe: str | None = None
    polaritas: str | None = None
    alasan: str | None = None
    tempat: str | None = None
    id: str | None = None
    identitas: str | None = None


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One budget line: a programme, or what belongs to one (`induk` is then its programme or its code).

    `tanda` is "murni" or "perubahan" where the document says which budget it is; lines of two different
    budgets stand side by side and are not compared.
    """

    nama: str
    pagu: Sel
    jenis: str = "program"
    kode: str | None = None
    induk: str | None = None
    keterangan: str | None = None
    tanda: str | None = None
    penanggung_jawab: str | None = None
    tempat: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DokumenKinerja:
    """One document, or one table of a document that counts as one.

    `eselon` is the level that answers for the rows ("II" is the head of the entity); `pemilik` names the
    post below it. `tahun_mulai` and `tahun_akhir` bound a document that holds for several years, such as
    an IKU decree; a year that the document does not print is None. `versi` counts the versions of one PK.
    """

    nama: str
    jenis: JenisDokumen
    entitas: str
    tahun: int | None
    baris: tuple[BarisDokumen, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    total: Sel = None
    eselon: str = "II"
    pemilik: str | None = None
    kunci: str | None = None
    tahun_mulai: int | None = None
    tahun_akhir: int | None = None
    versi: int | None = None
    tanggal: str | None = None
    penanda_tangan: str | None = None
    alasan: str | None = None
    #: The formula for "the lower the better" that the document prints.
    rumus_minimum: str | None = None
    sumber: str | None = None
    #: The whole tree, on the document of its head's level.
    pohon: Pohon | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Temuan:
    """One difference. `a` and `b` are (document, value as printed); `lain` repeats it elsewhere.

    `baris_a` and `baris_b` are the ids of the rows, for a link to the field that has to be mended.
    """

    kode: str
    kategori: str
    tingkat: TingkatTemuan
    indikator: str
    a: tuple[str, str]
    b: tuple[str, str]
    pesan: str
    lain: tuple[tuple[str, str], ...] = ()
    baris_a: str | None = None
    baris_b: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The finding as data.

        >>> t = Temuan("DOK001", "A", TingkatTemuan.GALAT, "IPM", ("PK", "80"), ("LKjIP", "81"), "Beda.")
        >>> t.to_dict()["a"], "lain" in t.to_dict()
        (['PK', '80'], False)
        """
        isi: dict[str, Any] = {
            "kode": self.kode,
            "kategori": self.kategori,
            "tingkat": self.tingkat.value,
            "indikator": self.indikator,
            "a": list(self.a),
            "b": list(self.b),
            "pesan": self.pesan,
        }
        if self.lain:
            isi["lain"] = [list(satu) for satu in self.lain]
        return isi


@dataclass(frozen=True, slots=True)
class PasanganDokumen:
    """Two rows taken for one indicator; `a` and `b` are (document, wording)."""

    a: tuple[str, str]
    b: tuple[str, str]
    indikator: str
    #: Thousandths.
    keyakinan: int

    def to_dict(self) -> dict[str, Any]:
        """The pair as data; the confidence is a number from 0 to 1.

        >>> PasanganDokumen(("PK", "IPM"), ("IKU", "IPM"), "IPM", 1000).to_dict()["keyakinan"]
        1.0
        """
        # The one place where a confidence leaves the library: JSON has no thousandths.
        keyakinan = self.keyakinan / 1000
        return {
            "a": list(self.a),
            "b": list(self.b),
            "indikator": self.indikator,
            "keyakinan": keyakinan,
        }


@dataclass(frozen=True, slots=True)
class HasilDokumen:
    """Everything found in one set of documents."""

    dokumen: tuple[str, ...] = ()
    pasangan: tuple[PasanganDokumen, ...] = ()
    temuan: tuple[Temuan, ...] = ()


def print_sel(sel: Sel) -> str:
    """A cell as the output shows it.

    >>> print_sel(" 50,11% "), print_sel(None)
    ('50,11%', '(kosong)')
    """
    if sel is None:
        return "(kosong)"
    return (sel.strip() or "(kosong)") if isinstance(sel, str) else f"{sel:f}"
