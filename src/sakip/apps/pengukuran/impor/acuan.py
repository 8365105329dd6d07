"""Holding a template against what is in force besides the Renja it is written to."""

from dataclasses import dataclass, field
from typing import Self

from sakip.apps.datakinerja.convert import fields_of
from sakip.apps.pengukuran.impor.berlaku import RencanaBerlaku, SimpulBerlaku, load_berlaku
from sakip.apps.pengukuran.impor.rencana import Rencana, RNilai, RSimpul, path_of
from sakip.apps.pengukuran.models import RealisasiVersi
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.pengukuran.targets import DaftarTarget, load_targets
from sakip.apps.perencanaan.models import Target
from sakip.apps.perjanjian.selectors import baris_berlaku
from sakip.platform.organisasi.models import Instansi

_BANDING = ("jenis_nilai", "angka", "bawah", "atas", "pembanding", "pengali")


@dataclass(slots=True)
class Acuan:
    """Plans, agreements and targets in force of the units of a template; empty for the other shapes.

    A printed table is a source of its own: only the template is filled from what is in force, so only there
    does the same figure mean "as it is".
    """

    unit_id: dict[str, int] = field(default_factory=dict)
    rencana: dict[int, RencanaBerlaku] = field(default_factory=dict)
    target: DaftarTarget | None = None

    @classmethod
    def load(cls, instansi: Instansi | None, rencana: Rencana, unit_id: dict[str, int]) -> Self:
        if instansi is None or rencana.bentuk != "templat" or not unit_id:
            return cls()
        unit_ids = set(unit_id.values())
        pendahulu = load_silsilah(instansi.pk).pendahulu_pada(rencana.tahun)
        pk_baris = baris_berlaku(unit_ids, rencana.tahun)
        return cls(
            unit_id,
            load_berlaku(unit_ids=unit_ids, tahun=rencana.tahun, pendahulu=pendahulu, pk_baris=pk_baris),
            load_targets(
                instansi_id=instansi.pk,
                unit_ids=unit_ids,
                tahun=rencana.tahun,
                pendahulu=pendahulu,
                pk_baris=pk_baris,
            ),
        )

    def find(self, simpul: RSimpul) -> list[SimpulBerlaku]:
        """The same node in documents in force: by its place, else by its code."""
        rencana = self._of(simpul)
        if rencana is None:
            return []
        berkode = rencana.coded(simpul.jenis, simpul.kode) if simpul.kode else None
        return rencana.at(path_of(simpul)) or ([] if berkode is None else [berkode])

    def linked(self, simpul: RSimpul, indikator_id: int | None) -> bool:
        """Whether a document in force measures the node by the indicator already."""
        rencana = self._of(simpul)
        return (
            rencana is not None
            and indikator_id is not None
            and any((satu.jalur, indikator_id) in rencana.tautan for satu in self.find(simpul))
        )

    def promises(self, r: RNilai, indikator_id: int | None) -> bool:
        """Whether the target that counts is this one already."""
        unit = self.unit_id.get(r.indikator.unit)
        if self.target is None or unit is None or indikator_id is None:
            return False
        berlaku = self.target.find_own(indikator_id, unit, r.triwulan)
        if berlaku is None:
            return False
        return same_value(Target(**fields_of(berlaku.nilai)), r, tercetak=True)

    def overrules(self, r: RNilai, indikator_id: int | None) -> str:
        """The document whose target counts although the Renja says another; empty when the Renja counts."""
        unit = self.unit_id.get(r.indikator.unit)
        if self.target is None or unit is None or indikator_id is None:
            return ""
        return self.target.above_renja(indikator_id, unit, r.triwulan)

    def _of(self, simpul: RSimpul) -> RencanaBerlaku | None:
        return self.rencana.get(self.unit_id.get(simpul.unit, -1))


def same_value(ada: Target | RealisasiVersi, r: RNilai, *, tercetak: bool) -> bool:
    """Equal figures; for wording and grades, equal text.

    The template prints the words that were stored (`tercetak`): unchanged, they mean what they meant there,
    even where a reader without their table cannot tell the figure ("< provinsi").
    """
    baru = fields_of(r.nilai)
    if tercetak and ada.teks and ada.teks == baru["teks"]:
        return True
    if any(getattr(ada, bidang) != baru[bidang] for bidang in _BANDING):
        return False
    return baru["angka"] is not None or ada.teks == baru["teks"]
