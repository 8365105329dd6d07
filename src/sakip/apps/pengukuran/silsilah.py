"""Which units a unit continues, so that its figures go on through renames, merges and splits."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sakip.platform.organisasi.models import Peralihan

Pendahulu = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Silsilah:
    """The changes of structure of one instansi: (from, to, date), the latest first."""

    peralihan: tuple[tuple[int, int, date], ...]

    @property
    def pendahulu(self) -> Pendahulu:
        """Unit -> every unit it continues, nearest first."""
        return _closures((dari, ke) for dari, ke, _ in self.peralihan)

    def pendahulu_pada(self, tahun: int) -> Pendahulu:
        """Those that a unit continued by the end of a year.

        Before it took over, a unit has no figures of theirs: the years until then remain with them.
        """
        akhir = date(tahun, 12, 31)
        return _closures((dari, ke) for dari, ke, tanggal in self.peralihan if tanggal <= akhir)

    def penerus(self, unit_ids: Collection[int]) -> set[int]:
        """The units that continue any of `unit_ids`: their years may rest on figures of these."""
        dicari = set(unit_ids)
        return {satu for satu, asal in self.pendahulu.items() if dicari.intersection(asal)}


def load_silsilah(instansi_id: int) -> Silsilah:
    """One query: changes of structure are few."""
    baris = Peralihan.objects.filter(instansi_id=instansi_id).order_by("-tanggal", "dari_id")
    return Silsilah(tuple(baris.values_list("dari_id", "ke_id", "tanggal")))


def _closures(pasangan: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    langsung: dict[int, list[int]] = {}
    for dari, ke in pasangan:
        langsung.setdefault(ke, []).append(dari)
    return {unit_id: _closure(unit_id, langsung) for unit_id in langsung}


def _closure(unit_id: int, langsung: Mapping[int, list[int]]) -> tuple[int, ...]:
    urut: dict[int, None] = {}
    antre = list(langsung.get(unit_id, ()))
    while antre:
        satu = antre.pop(0)
        if satu != unit_id and satu not in urut:
            urut[satu] = None
            antre.extend(langsung.get(satu, ()))
    return tuple(urut)
