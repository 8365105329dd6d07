"""What a probe is asked and what it answers."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from sakip.platform.organisasi.models import Instansi, Unit

_Isi = TypeVar("_Isi")

#: URL name, its arguments, and the query string: resolved by the web, which alone knows addresses.
Alamat = tuple[str, dict[str, str], str]


@dataclass(frozen=True, slots=True)
class SasaranProbe:
    """What is asked about: one unit (or the government's own top unit) in one performance year, as of a day.

    The probes of one sheet share one SasaranProbe, and through `recall` what they read: a sheet costs a
    fixed number of queries however many probes speak about it.
    """

    instansi: Instansi
    unit: Unit
    tahun: int
    pada: date
    profil: str = "unit"
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def recall(self, kunci: Hashable, baca: Callable[[], _Isi]) -> _Isi:
        """What `baca` returns, read once."""
        if kunci not in self.memo:
            self.memo[kunci] = baca()
        isi: _Isi = self.memo[kunci]
        return isi


@dataclass(frozen=True, slots=True)
class CatatanProbe:
    """One record behind an answer: what it is, whether it speaks for the criterion, and where it can be seen.

    `alamat` is a URL name with its arguments, resolved by the web: (nama, {argumen: nilai}, kueri) or None.
    """

    label: str
    memenuhi: bool
    keterangan: str = ""
    alamat: Alamat | None = None


@dataclass(frozen=True, slots=True)
class HasilProbe:
    """How far a criterion is met: `n` of `dari` records, the suggestion, and what would change it.

    `saran` is True (met), False (not met) or None (the data cannot say). `bagian` is n/dari, None when nothing
    was due. `ambang` is the share from which the suggestion is "met". `kode`, `nama` and `cara` are those of the
    probe that answered.
    """

    n: int
    dari: int
    saran: bool | None
    alasan: str
    perubah: str = ""
    ambang: Fraction = Fraction(1)
    catatan: tuple[CatatanProbe, ...] = ()
    kode: str = ""
    nama: str = ""
    cara: str = ""

    @property
    def bagian(self) -> Fraction | None:
        return Fraction(self.n, self.dari) if self.dari else None


class Probe(Protocol):
    """One question that the data can answer.

    `kriteria` maps an instrument id to the criterion codes it speaks about, e.g.
    {"akip-88-2021-unit": ("1.a.4",)}. `cara` says in one sentence what is counted; `ambang` is the declared
    share from which the answer is "met".
    """

    @property
    def kode(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def cara(self) -> str: ...
    @property
    def ambang(self) -> Fraction: ...
    @property
    def kriteria(self) -> Mapping[str, tuple[str, ...]]: ...

    def __call__(self, sasaran: SasaranProbe) -> HasilProbe: ...
