"""Which roles an account has on a day, and which units they reach: two queries, three at most."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from sakip.platform.access.models import LangkahKerja, PeranPengguna
from sakip.platform.access.peran import LANGKAH_BAWAAN, PERAN, Peran
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import jangkauan_ids
from sakip.platform.wewenang import Izin


@dataclass(frozen=True, slots=True)
class PeranAktif:
    """One role in force: its class, and the unit it is bound to (None: the whole instansi)."""

    peran: type[Peran]
    unit_id: int | None


@dataclass(frozen=True)
class Akses:
    """What one account may reach on one day. Its two or three queries run at most once."""

    instansi_id: int | None
    pada: date
    peran: tuple[PeranAktif, ...]
    _memo: dict[object, frozenset[int]] = field(default_factory=dict)

    @cached_property
    def jangkauan(self) -> dict[int, set[int]]:
        akar = {satu.unit_id for satu in self.peran if satu.unit_id is not None}
        if self.instansi_id is None or not akar:
            return {}
        return jangkauan_ids(self.instansi_id, sorted(akar), self.pada)

    @cached_property
    def seluruh_unit(self) -> frozenset[int]:
        if self.instansi_id is None:
            return frozenset()
        return frozenset(Unit.objects.filter(instansi_id=self.instansi_id).values_list("pk", flat=True))

    def with_izin(self, izin: Izin) -> list[PeranAktif]:
        return [satu for satu in self.peran if izin in satu.peran.izin]

    def unit_ids(self, peran: Iterable[PeranAktif]) -> frozenset[int]:
        """Everything the given roles reach together."""
        daftar = tuple(peran)
        if any(satu.unit_id is None for satu in daftar):
            return self.seluruh_unit
        akar = frozenset(satu.unit_id for satu in daftar if satu.unit_id is not None)
        if akar not in self._memo:
            self._memo[akar] = frozenset(unit for satu in akar for unit in self.jangkauan[satu])
        return self._memo[akar]

    def reaching(self, peran: Iterable[PeranAktif], unit_id: int) -> PeranAktif | None:
        """The first of the given roles that reaches the unit."""
        for satu in peran:
            if satu.unit_id is None or unit_id in self.jangkauan[satu.unit_id]:
                return satu
        return None


def akses_of(pengguna: Pengguna, pada: date | None = None) -> Akses:
    """The account's reach, kept on the object: one request holds one object."""
    tanggal = pada or today()
    simpanan: dict[date, Akses] = pengguna.__dict__.setdefault("_akses", {})
    if tanggal not in simpanan:
        simpanan[tanggal] = Akses(pengguna.instansi_id, tanggal, _load_peran(pengguna, tanggal))
    return simpanan[tanggal]


def forget_akses(pengguna: Pengguna) -> None:
    """Drop what was kept on the object, after its roles changed."""
    pengguna.__dict__.pop("_akses", None)


def _load_peran(pengguna: Pengguna, tanggal: date) -> tuple[PeranAktif, ...]:
    if not pengguna.is_active:
        return ()
    if pengguna.instansi_id is None:
        return (PeranAktif(PERAN["operator"], None),) if pengguna.is_superuser else ()
    baris = PeranPengguna.objects.pada(tanggal).filter(
        pengguna=pengguna, instansi_id=pengguna.instansi_id, instansi__aktif=True
    )
    urut = {kode: nomor for nomor, kode in enumerate(PERAN)}
    dikenal = [satu for satu in baris.values_list("peran", "unit_id") if satu[0] in PERAN]
    dikenal.sort(key=lambda satu: (urut[satu[0]], satu[1] or 0))
    return tuple(PeranAktif(PERAN[kode], unit_id) for kode, unit_id in dikenal)


def peran_aktif(pengguna: Pengguna, pada: date | None = None) -> tuple[PeranAktif, ...]:
    """The account's roles in force, in the order of PERAN."""
    return akses_of(pengguna, pada).peran


def unit_ids_for(pengguna: Pengguna, izin: Izin, pada: date | None = None) -> set[int]:
    """Units of the account's own instansi over which it has this permission.

    Ended units under its own, and the predecessors of its units, belong to it.
    """
    akses = akses_of(pengguna, pada)
    return set(akses.unit_ids(akses.with_izin(izin)))


def has_whole_instansi(pengguna: Pengguna, izin: Izin, pada: date | None = None) -> bool:
    """Does a role with this permission reach the whole instansi?"""
    return any(satu.unit_id is None for satu in akses_of(pengguna, pada).with_izin(izin))


def instansi_of(pengguna: Pengguna) -> Instansi | None:
    return pengguna.instansi


def peran_of(instansi: Instansi) -> QuerySet[PeranPengguna]:
    """All grants of one instansi, past and future ones too."""
    return PeranPengguna.objects.filter(instansi=instansi).select_related("pengguna", "unit")


def peran_langkah(instansi: Instansi, alur: str, langkah: str, pada: date | None = None) -> frozenset[str]:
    """Which roles perform this step: what the instansi says, else the default."""
    baris = LangkahKerja.objects.pada(pada or today()).filter(instansi=instansi, alur=alur, langkah=langkah)
    return frozenset(baris.values_list("peran", flat=True)) or LANGKAH_BAWAAN.get(
        (alur, langkah), frozenset()
    )
