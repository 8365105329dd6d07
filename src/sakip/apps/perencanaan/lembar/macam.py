"""What one kind of sheet has to say for itself; export, comparison, choices, apply and undo are the same for all."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Model

from sakip.apps.perencanaan.lembar.bahan import Bahan
from sakip.apps.perencanaan.lembar.baris import Catatan
from sakip.apps.perencanaan.lembar.cocok import Terbaca
from sakip.apps.perencanaan.lembar.indikator import Dirujuk
from sakip.apps.perencanaan.lembar.tabel import HANYA_BACA, Tabel
from sakip.apps.perencanaan.lembar.tiga import Beda
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.models import EksporLembar
from sakip.platform.organisasi.models import Instansi, Unit


@dataclass(frozen=True, slots=True)
class Isi:
    """A file as read: its table in the keys of the system, what it was read against, and the messages."""

    berkas: Terbaca
    bahan: Bahan
    catatan: Catatan


class Macam(ABC):
    """A kind of sheet over one row of the database: a plan, an IKU decree, a tree, the past of a plan."""

    #: Name of this shape among all imports, and of the object among stored exports.
    bentuk: ClassVar[str]
    objek_jenis: ClassVar[str]
    #: Under which key an import remembers its object.
    kunci: ClassVar[str]
    #: Columns that are shown and never compared.
    hanya_baca: ClassVar[frozenset[str]] = HANYA_BACA

    @property
    @abstractmethod
    def objek(self) -> Model:
        """The row that is exported and imported into."""

    @property
    @abstractmethod
    def uid(self) -> str: ...

    @property
    @abstractmethod
    def nama(self) -> str: ...

    @property
    @abstractmethod
    def unit(self) -> Unit: ...

    @property
    @abstractmethod
    def tahun(self) -> int: ...

    @property
    @abstractmethod
    def terbuka(self) -> bool:
        """Whether it takes a file now."""

    @property
    def instansi(self) -> Instansi:
        return self.unit.instansi

    @abstractmethod
    def require_baca(self, by: Pengguna | None) -> None: ...

    @abstractmethod
    def require_tulis(self, by: Pengguna | None) -> None: ...

    @abstractmethod
    def require_terbuka(self) -> None:
        """Raise a refusal that says what to do when it takes no file."""

    @abstractmethod
    def locked(self) -> "Macam":
        """The same kind over the row as it is now, held until the transaction ends."""

    @abstractmethod
    def table(self) -> Tabel:
        """The row as a table, in a fixed number of queries."""

    @abstractmethod
    def write_book(self, tabel: Tabel, ekspor: str) -> bytes:
        """The workbook of a table; `ekspor` is the mark by which it is known when it comes back."""

    @abstractmethod
    def read(self, buku: Buku, ekspor: Tabel | None) -> Isi: ...

    @abstractmethod
    def accepts(self, ekspor: EksporLembar) -> str:
        """Empty when a file that began as this export may go into the row, else what it was exported from."""

    @abstractmethod
    def held_back(self, beda: Collection[Beda]) -> Mapping[str, str]:
        """Missing rows that cannot go, with the reason; a fixed number of queries."""

    @abstractmethod
    def problems(self, ke: Tabel, dari: Tabel) -> list[str]:
        """What keeps the choices from being applied together."""

    @abstractmethod
    def trace(self) -> dict[str, Any]:
        """What an undo needs besides the table."""

    @abstractmethod
    def write(
        self,
        *,
        dari: Tabel,
        ke: Tabel,
        by: Pengguna | None,
        baru: Mapping[str, Dirujuk],
        jejak: Mapping[str, Any],
    ) -> list[str]:
        """Write what differs; `jejak` is filled on an undo. Returns the codes of indicators it made."""
