"""How a year was measured: every slot with its versions, steps and evidence, and the stored achievements."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.pengukuran.hitung import akhir_periode
from sakip.apps.pengukuran.models import (
    Capaian,
    LangkahRealisasi,
    Realisasi,
    RealisasiBukti,
    RealisasiVersi,
)
from sakip.platform.organisasi.models import Unit


@dataclass(slots=True)
class SlotPantau:
    """One slot: what was entered when and by whom, who moved it on, and what proves it."""

    realisasi: Realisasi
    versi: list[RealisasiVersi] = field(default_factory=list)
    langkah: list[LangkahRealisasi] = field(default_factory=list)
    bukti: list[Bukti] = field(default_factory=list)

    @property
    def terakhir(self) -> RealisasiVersi:
        """The version that counts."""
        return self.versi[-1]

    @property
    def dilaporkan(self) -> bool:
        return self.terakhir.keadaan == Keadaan.DILAPORKAN

    @property
    def akhir(self) -> date:
        """The last day of its period."""
        return akhir_periode(self.realisasi.tahun, self.realisasi.triwulan)

    def steps(self, langkah: str) -> list[LangkahRealisasi]:
        return [satu for satu in self.langkah if satu.langkah == langkah]


#: indikator -> quarter (None: the year) -> slot
Pantauan = Mapping[int, Mapping[int | None, SlotPantau]]


def pantauan_unit(unit: Unit, asal: Collection[int], tahun: int) -> Pantauan:
    """The slots of a unit in a year, continued from the units it was (`asal`), in three queries."""
    slot: dict[int, SlotPantau] = {}
    versi = RealisasiVersi.objects.filter(realisasi__unit_id__in=asal, realisasi__tahun=tahun)
    for satu in versi.select_related("realisasi").order_by("realisasi_id", "versi_ke"):
        slot.setdefault(satu.realisasi_id, SlotPantau(satu.realisasi)).versi.append(satu)
    for langkah in LangkahRealisasi.objects.filter(
        realisasi__unit_id__in=asal, realisasi__tahun=tahun
    ).order_by("id"):
        slot[langkah.realisasi_id].langkah.append(langkah)
    tautan = RealisasiBukti.objects.filter(realisasi__unit_id__in=asal, realisasi__tahun=tahun)
    for satu_bukti in tautan.select_related("bukti").order_by("id"):
        if satu_bukti.realisasi_id in slot:
            slot[satu_bukti.realisasi_id].bukti.append(satu_bukti.bukti)
    return _by_indikator(slot.values(), unit.pk)


def _by_indikator(slot: Iterable[SlotPantau], unit_id: int) -> dict[int, dict[int | None, SlotPantau]]:
    """The unit's own slot goes before that of a unit it continues."""
    hasil: dict[int, dict[int | None, SlotPantau]] = {}
    for satu in sorted(slot, key=lambda satu: satu.realisasi.unit_id == unit_id):
        hasil.setdefault(satu.realisasi.indikator_id, {})[satu.realisasi.triwulan] = satu
    return hasil


#: (indikator, year, quarter) -> stored achievement
CapaianUnit = Mapping[tuple[int, int, int | None], Capaian]


def capaian_unit(unit: Unit, asal: Collection[int], mulai: int, sampai: int) -> CapaianUnit:
    """Stored achievements of some years, the unit's own before those of the units it was. One query."""
    baris = Capaian.objects.filter(unit_id__in=asal, tahun__gte=mulai, tahun__lte=sampai)
    urut = sorted(baris, key=lambda satu: satu.unit_id == unit.pk)
    return {(satu.indikator_id, satu.tahun, satu.triwulan): satu for satu in urut}
