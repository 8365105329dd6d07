"""Two lists of the nomenclature side by side: which entry of the older one is which of the newer one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.db.models import QuerySet
from rapidfuzz import fuzz, process

from sakip.apps.perencanaan.models import (
    ButirNomenklatur,
    JenisNomenklatur,
    PadananNomenklatur,
    VersiNomenklatur,
)

#: Names at least this alike, under the same code, are the same entry reworded.
MIRIP = 85
#: Names less alike than this are not worth a reader's look.
USUL = 60


class Ringkas(NamedTuple):
    """An entry without what only its own page shows: whole lists of them are read at once."""

    pk: int
    jenis: str
    kode: str
    kode_baku: str
    nama: str

    @property
    def nama_jenis(self) -> str:
        return str(JenisNomenklatur(self.jenis).label)


def read_ringkas(semua: QuerySet[ButirNomenklatur]) -> list[Ringkas]:
    """In the order of the codes."""
    return [Ringkas(*satu) for satu in semua.order_by("kode_baku").values_list(*Ringkas._fields)]


class KeadaanButir(StrEnum):
    BARU = "baru"
    HILANG = "hilang"
    GANTI_NAMA = "ganti_nama"
    GANTI_KODE = "ganti_kode"
    SAMA = "sama"


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One entry in both lists; one side is missing when the entry is new or gone."""

    keadaan: KeadaanButir
    lama: Ringkas | None
    baru: Ringkas | None
    #: Said by a mapping that is kept, not only by the likeness of codes and names.
    dipadankan: bool = False

    @property
    def utama(self) -> Ringkas:
        satu = self.lama or self.baru
        assert satu is not None
        return satu

    @property
    def kunci(self) -> tuple[str, str]:
        return self.utama.kode_baku, "" if self.baru is None else self.baru.kode_baku


@dataclass(frozen=True, slots=True)
class Pasangan:
    """What pairs by itself, and what is left to a person."""

    kode_sama: tuple[tuple[Ringkas, Ringkas], ...]
    nama_sama: tuple[tuple[Ringkas, Ringkas], ...]
    sisa: tuple[Ringkas, ...]


def pair_butir(lama: Iterable[Ringkas], baru: Sequence[Ringkas]) -> Pasangan:
    """Same code and alike name, else the same name once under another code."""
    kode = {satu.kode_baku: satu for satu in baru}
    nama: dict[tuple[str, str], list[Ringkas]] = {}
    for satu in baru:
        nama.setdefault((satu.jenis, satu.nama.casefold()), []).append(satu)
    kode_sama, nama_sama, sisa = [], [], []
    for satu in lama:
        sama = kode.get(satu.kode_baku)
        senama = nama.get((satu.jenis, satu.nama.casefold()), [])
        if sama is not None and fuzz.ratio(sama.nama.casefold(), satu.nama.casefold()) >= MIRIP:
            kode_sama.append((satu, sama))
        elif len(senama) == 1:
            nama_sama.append((satu, senama[0]))
        else:
            sisa.append(satu)
    return Pasangan(tuple(kode_sama), tuple(nama_sama), tuple(sisa))


def compare_nomenklatur(dari: VersiNomenklatur, ke: VersiNomenklatur) -> list[BarisBanding]:
    """Every entry of both lists once for each pair, in the order of the older list's codes."""
    lama, baru = (read_ringkas(v.butir_set.all()) for v in (dari, ke))
    oleh_pk = {satu.pk: satu for satu in (*lama, *baru)}
    padanan = PadananNomenklatur.objects.filter(dari__versi=dari, ke__versi=ke)
    tetap = [(oleh_pk[a], oleh_pk[b]) for a, b in padanan.values_list("dari_id", "ke_id")]
    sudah = {satu.pk for satu, _tujuan in tetap}
    sendiri = pair_butir((satu for satu in lama if satu.pk not in sudah), baru)
    hasil = [BarisBanding(_state(a, b), a, b, dipadankan=True) for a, b in tetap]
    hasil += [BarisBanding(_state(a, b), a, b) for a, b in (*sendiri.kode_sama, *sendiri.nama_sama)]
    tujuan = {satu.baru.pk for satu in hasil if satu.baru is not None}
    bebas = {satu.kode_baku: satu for satu in baru if satu.pk not in tujuan}
    for satu in sendiri.sisa:
        # Too unlike to be mapped without a person, alike enough to be shown as one entry reworded.
        sama = _alike(satu, bebas.get(satu.kode_baku))
        hasil.append(BarisBanding(KeadaanButir.HILANG if sama is None else _state(satu, sama), satu, sama))
    tujuan = {satu.baru.pk for satu in hasil if satu.baru is not None}
    hasil += [BarisBanding(KeadaanButir.BARU, None, satu) for satu in baru if satu.pk not in tujuan]
    return sorted(hasil, key=lambda satu: satu.kunci)


def _alike(lama: Ringkas, baru: Ringkas | None) -> Ringkas | None:
    if baru is None or fuzz.ratio(lama.nama.casefold(), baru.nama.casefold()) < USUL:
        return None
    return baru


def _state(lama: Ringkas, baru: Ringkas) -> KeadaanButir:
    if lama.kode_baku != baru.kode_baku:
        return KeadaanButir.GANTI_KODE
    return KeadaanButir.SAMA if lama.nama == baru.nama else KeadaanButir.GANTI_NAMA


def unmapped(dari: VersiNomenklatur, ke: VersiNomenklatur, jenis: str = "") -> list[Ringkas]:
    """Entries of the older list that no kept mapping leads into the newer one."""
    semua = dari.butir_set.filter(jenis=jenis) if jenis else dari.butir_set.all()
    sudah = PadananNomenklatur.objects.filter(dari__versi=dari, ke__versi=ke).values("dari_id")
    return read_ringkas(semua.exclude(pk__in=sudah))


def suggest(
    butir: Sequence[Ringkas], dari: VersiNomenklatur, ke: VersiNomenklatur
) -> list[tuple[Ringkas, Ringkas | None]]:
    """Beside each entry one of the newer list that nothing leads to yet: of its code, else of a like name."""
    sudah = PadananNomenklatur.objects.filter(dari__versi=dari, ke__versi=ke).values("ke_id")
    bebas = read_ringkas(ke.butir_set.filter(jenis__in={b.jenis for b in butir}).exclude(pk__in=sudah))
    kode = {satu.kode_baku: satu for satu in bebas}
    calon: dict[str, list[Ringkas]] = {}
    for satu in bebas:
        calon.setdefault(satu.jenis, []).append(satu)
    nama = {jenis: [b.nama.casefold() for b in daftar] for jenis, daftar in calon.items()}
    hasil: list[tuple[Ringkas, Ringkas | None]] = []
    for satu in butir:
        usul = _alike(satu, kode.get(satu.kode_baku))
        if usul is None:
            semua = nama.get(satu.jenis, ())
            cocok = process.extractOne(satu.nama.casefold(), semua, scorer=fuzz.ratio, score_cutoff=USUL)
            usul = None if cocok is None else calon[satu.jenis][cocok[2]]
        hasil.append((satu, usul))
    return hasil
