"""Everything one LHE prints, as plain frozen data: what is shown as a draft and kept when it is signed.

Only texts, numbers, flags and tuples of them, so that it can be stored as JSON and printed again long after the tables
it came from have changed. Figures are exact texts ("79.5", "p/q"); rounding is the printer's. Dates are ISO texts.
"""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

VERSI_KONTEKS = 1


@dataclass(frozen=True, slots=True)
class InstansiLHE:
    """The government, as its row names it; `contoh` marks every page."""

    kode: str
    nama: str
    jenis: str
    contoh: bool
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class UnitLHE:
    """Who was evaluated: the unit and the post that heads it."""

    kode: str
    nama: str
    kepala: str
    klaster: str = ""
    profil: str = "unit"
    urusan: str = ""


@dataclass(frozen=True, slots=True)
class InstrumenLHE:
    """What was evaluated with: pinned by its hash."""

    id: str
    nama: str
    dasar: str
    hash: str
    #: value of a sub-component comes from its own grade ("jawaban") or from its criteria ("rata")
    cara: str = "jawaban"


@dataclass(frozen=True, slots=True)
class BatasPredikat:
    """A band of the total; the lower bound is not part of it unless `termasuk`."""

    kode: str
    sebutan: str
    di_atas: str
    sampai: str
    termasuk: bool = False


@dataclass(frozen=True, slots=True)
class PilihanJawaban:
    kode: str
    skor: str


@dataclass(frozen=True, slots=True)
class KriteriaLHE:
    """One criterion: "ya", "tidak", a grade of its own, or "" when nobody answered."""

    kode: str
    nama: str
    jawaban: str


@dataclass(frozen=True, slots=True)
class SubLHE:
    """One sub-component: this year's grade and points, last year's, the unit's own claim, and why."""

    kode: str
    nama: str
    gradasi: str
    bobot: str
    jawaban: str
    nilai: str | None
    jawaban_lalu: str = ""
    nilai_lalu: str | None = None
    jawaban_mandiri: str = ""
    catatan: str = ""
    bukti: tuple[str, ...] = ()
    kriteria: tuple[KriteriaLHE, ...] = ()


@dataclass(frozen=True, slots=True)
class KomponenLHE:
    kode: str
    nama: str
    bobot: str
    nilai: str | None
    nilai_lalu: str | None
    sub: tuple[SubLHE, ...]


@dataclass(frozen=True, slots=True)
class TahapLHE:
    """The total as each stage saw it."""

    tahap: str
    sebutan: str
    total: str
    predikat: str


@dataclass(frozen=True, slots=True)
class AnggotaLHE:
    """A role in the team and the post that holds it; never a person."""

    peran: str
    sebutan: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class IndikatorLHE:
    nama: str
    satuan: str
    target: str
    realisasi: str
    capaian: str | None
    kategori: str


@dataclass(frozen=True, slots=True)
class CapaianLHE:
    """Performance of the year that was evaluated, as far as it was measured."""

    rata: str | None
    kategori: str
    terukur: int
    dari: int
    indikator: tuple[IndikatorLHE, ...] = ()


@dataclass(frozen=True, slots=True)
class RekomendasiLHE:
    """One "Agar ...". `tahun_asal`: the year in which it was first given, when it came back."""

    kode: str
    uraian: str
    penanggung_jawab: str = ""
    batas_waktu: str | None = None
    tahun_asal: int | None = None


@dataclass(frozen=True, slots=True)
class TindakLaluLHE:
    """What became of one recommendation of last year's LHE."""

    kode: str
    uraian: str
    status: str
    sebutan: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class KonteksLHE:
    """One LHE. `total_lalu` may stand without components: another instrument's are not comparable."""

    tahun: int
    instansi: InstansiLHE
    unit: UnitLHE
    evaluator: str
    instrumen: InstrumenLHE
    predikat: tuple[BatasPredikat, ...]
    skala: tuple[PilihanJawaban, ...]
    komponen: tuple[KomponenLHE, ...]
    total: str | None
    predikat_kode: str
    total_lalu: str | None = None
    predikat_lalu: str = ""
    instrumen_lalu: str = ""
    per_tahap: tuple[TahapLHE, ...] = ()
    nomor: str = ""
    tanggal: str | None = None
    penandatangan: str = ""
    latar_belakang: str = ""
    catatan_umum: str = ""
    dasar: tuple[str, ...] = ()
    mulai: str | None = None
    selesai: str | None = None
    tim: tuple[AnggotaLHE, ...] = ()
    dokumen: tuple[str, ...] = ()
    capaian: CapaianLHE | None = None
    rekomendasi: tuple[RekomendasiLHE, ...] = ()
    tindak_lalu: tuple[TindakLaluLHE, ...] = ()
    tanggapan: str = ""
    versi: int = VERSI_KONTEKS

    def to_dict(self) -> dict[str, Any]:
        """As JSON holds it: lists instead of tuples."""
        hasil: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(self)))
        return hasil


class KonteksTakDikenal(ValueError):
    """The stored content was not written by this kind of report, or by a newer version of it."""

    def __init__(self) -> None:
        super().__init__(f"Isi LHE versi {VERSI_KONTEKS} diharapkan; yang tersimpan bukan itu.")


def konteks_from(isi: Mapping[str, Any]) -> KonteksLHE:
    """A stored content as it was at signing; raises KonteksTakDikenal."""
    if isi.get("versi") != VERSI_KONTEKS:
        raise KonteksTakDikenal
    hasil = _revive(KonteksLHE, isi)
    assert isinstance(hasil, KonteksLHE)
    return hasil


def sidik_konteks(isi: Mapping[str, Any]) -> str:
    """SHA-256 of a content, whatever the order of its keys. A document carries this, not its own hash."""
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


def _revive(jenis: Any, isi: Any) -> Any:
    """The value of the annotated type that `to_dict` wrote."""
    if isi is None:
        return None
    if get_origin(jenis) is tuple:
        return tuple(_revive(get_args(jenis)[0], satu) for satu in isi)
    pilihan = [satu for satu in get_args(jenis) if satu is not NoneType]
    if pilihan:
        return _revive(pilihan[0], isi)
    if not dataclasses.is_dataclass(jenis) or not isinstance(jenis, type):
        return isi
    petunjuk = get_type_hints(jenis)
    return jenis(**{nama: _revive(petunjuk[nama], satu) for nama, satu in isi.items()})
