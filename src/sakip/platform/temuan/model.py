"""What a check is asked, and what a finding says once it stands on a row of the database."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.periksa.dokumen.model import DokumenKinerja
from sakip.platform.organisasi.models import Instansi

if TYPE_CHECKING:
    from sakip.platform.temuan.models import PengakuanTemuan

_Isi = TypeVar("_Isi")

#: URL name, its arguments, and the query string with the anchor: resolved by the web, which alone knows addresses.
Alamat = tuple[str, dict[str, str], str]
#: Longest key that is stored as it reads; a longer one is shortened to a digest.
KUNCI_TERPANJANG = 200


class TingkatTemuan(models.TextChoices):
    """How bad: contradicts the law or itself, is most likely wrong, or could be better."""

    GALAT = "galat", _("Galat")
    PERINGATAN = "peringatan", _("Peringatan")
    SARAN = "saran", _("Saran")


class LingkupTemuan(StrEnum):
    """What one check looks at."""

    DOKUMEN = "dokumen"
    POHON = "pohon"
    UNIT = "unit"
    KOTA = "kota"


@dataclass(frozen=True, slots=True)
class ObjekTemuan:
    """The thing a finding stands on: kind ("dokumen", "pohon", "pk", "anggaran"), identity and label."""

    jenis: str
    uid: str
    label: str


@dataclass(frozen=True, slots=True)
class AturanTemuan:
    """What readers are told about a rule: why it exists, what to do, a bad and a good example, its legal source."""

    kode: str
    tingkat: str
    judul: str
    alasan: str
    perbaikan: str
    dasar: str
    contoh_buruk: str = ""
    contoh_baik: str = ""


@dataclass(frozen=True, slots=True)
class TemuanTerpasang:
    """One finding on a row: what is wrong, where it is mended, and whether somebody accepts it as it is.

    `unit_id` is the unit that has to mend it. `menyentuh` are identities of all documents, trees and agreements
    it speaks of. `isi` are the texts and values it rests on: an acknowledgement holds while they stay the same.
    """

    kode: str
    tingkat: str
    judul: str
    pesan: str
    objek: ObjekTemuan
    unit_id: int
    kunci: str
    bidang: str = ""
    simpul_uid: str | None = None
    indikator_uid: str | None = None
    label: str = ""
    alamat: Alamat | None = None
    dasar: str = ""
    menyentuh: frozenset[str] = frozenset()
    isi: tuple[str, ...] = ()
    pengakuan: "PengakuanTemuan | None" = None
    #: An acknowledgement whose content has changed since: the finding is open again.
    pengakuan_usang: "PengakuanTemuan | None" = None

    @property
    def terbuka(self) -> bool:
        return self.pengakuan is None

    @property
    def sidik(self) -> str:
        """The fingerprint of what the finding says; an acknowledgement of another fingerprint is out of date."""
        return _digest(self.kode, self.pesan, *self.isi)


def build_kunci(kode: str, *bagian: str | None) -> str:
    """The stable name of a finding: the rule, the object, the field, and what else tells it from its like.

    >>> build_kunci("POH001", "a", "pernyataan", None)
    'POH001:a:pernyataan'
    """
    teks = ":".join(satu for satu in (kode, *bagian) if satu)
    return teks if len(teks) <= KUNCI_TERPANJANG else f"{kode}:{_digest(teks)}"


def _digest(*bagian: str) -> str:
    return hashlib.sha256("\x1f".join(bagian).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SasaranTemuan:
    """What is asked about: some units of an instansi in one performance year, as of a day.

    The checks share one SasaranTemuan, and through `recall` what they read: any number of units costs a fixed
    number of queries. `semua` says that the units are all that the instansi has, for checks of the whole.
    """

    instansi: Instansi
    unit_ids: frozenset[int]
    tahun: int
    pada: date
    semua: bool = False
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def recall(self, kunci: Hashable, baca: Callable[[], _Isi]) -> _Isi:
        """What `baca` returns, read once."""
        if kunci not in self.memo:
            self.memo[kunci] = baca()
        isi: _Isi = self.memo[kunci]
        return isi


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """One check of an app: its name, what it looks at, and the function that yields findings."""

    kode: str
    lingkup: LingkupTemuan
    periksa: Callable[[SasaranTemuan], Iterable[TemuanTerpasang]]


@dataclass(frozen=True, slots=True)
class BarisTerpasang:
    """Where one row of a document stands in the database: its indicator, and the field that mends it."""

    indikator_uid: str | None = None
    simpul_uid: str | None = None
    alamat: Alamat | None = None


@dataclass(frozen=True, slots=True)
class DokumenTerpasang:
    """A document as the checks compare it, with the way back from its rows (by their id) to the database."""

    unit_id: int
    objek: ObjekTemuan
    dokumen: DokumenKinerja
    baris: Mapping[str, BarisTerpasang]
    alamat: Alamat | None = None
    #: Superseded: it explains why another document still says what it says, and is not mended itself.
    digantikan: bool = False


#: Hands over the documents of one app that speak about the units and the year.
PenyediaDokumen = Callable[[SasaranTemuan], Iterable[DokumenTerpasang]]
