"""Rows of the database to what `kinerja.instrumen` takes, and back. Nothing is decided here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import lru_cache

from kinerja.instrumen import Butir, GalatJawaban, HasilSkor, Instrumen, score
from kinerja.instrumen.angka import parse_pecahan, to_exact
from sakip.apps.evaluasi.galat import JawabanTidakSah, KodeTidakDikenal
from sakip.apps.evaluasi.models import TahapNilai
from sakip.apps.evaluasi.workflow import RANTAI_APIP

YA, TIDAK = "ya", "tidak"
#: Answers about several objects are kept as one text.
PEMISAH = ";"


@dataclass(frozen=True, slots=True)
class Isi:
    """The last version of one answer at one stage, as far as scoring and comparing need it."""

    kode: str
    tahap: str
    versi_ke: int
    nilai: str
    catatan: str = ""
    daftar_bukti: str = ""
    saran: str = ""
    alasan: str = ""
    oleh_id: int | None = None
    oleh: str = ""
    pada: datetime | None = None


#: kode -> tahap -> the last version.
PetaIsi = Mapping[str, Mapping[str, Isi]]


def chain_to(tahap: str) -> tuple[str, ...]:
    """The stages whose values count at `tahap`, the nearest first. The unit's own claim stands alone."""
    if tahap == TahapNilai.MANDIRI:
        return (TahapNilai.MANDIRI,)
    letak = [str(satu) for satu in RANTAI_APIP].index(tahap)
    return tuple(str(satu) for satu in reversed(RANTAI_APIP[: letak + 1]))


def stages_after(tahap: str) -> tuple[str, ...]:
    """The stage itself and those that take over from it: whose scores change when it is written."""
    if tahap == TahapNilai.MANDIRI:
        return (TahapNilai.MANDIRI,)
    urut = [str(satu) for satu in RANTAI_APIP]
    return tuple(urut[urut.index(tahap) :])


def effective(isi: Mapping[str, Isi], tahap: str) -> Isi | None:
    """What counts at `tahap` for one item: its own value, else that of the nearest earlier stage with one.

    A blank value takes back what that stage had said: the earlier stage counts again.
    """
    for satu in chain_to(tahap):
        milik = isi.get(satu)
        if milik is not None and milik.nilai:
            return milik
    return None


def effective_values(peta: PetaIsi, tahap: str) -> dict[str, str]:
    """Code -> value at a stage, of the items that have one."""
    hasil = {}
    for kode, isi in peta.items():
        milik = effective(isi, tahap)
        if milik is not None:
            hasil[kode] = milik.nilai
    return hasil


def score_of(instrumen: Instrumen, nilai: Mapping[str, str]) -> HasilSkor:
    """The score of stored values; criteria that only inform are left out."""
    jawaban = {
        kode: parse_nilai(isi)
        for kode, isi in nilai.items()
        if instrumen.knows(kode) and instrumen.butir(kode).berjawaban
    }
    return score(instrumen, jawaban)


def parse_nilai(nilai: str) -> object:
    """A stored value as `kinerja` takes it: a text, or several objects."""
    if PEMISAH in nilai:
        return [bagian.strip() or None for bagian in nilai.split(PEMISAH)]
    return nilai


def check_nilai(instrumen: Instrumen, kode: str, nilai: str) -> str:
    """The value in its stored form; raises KodeTidakDikenal or JawabanTidakSah."""
    butir = answerable(instrumen, kode)
    bersih = nilai.strip()
    if not bersih:
        return ""
    if not butir.berjawaban:
        kecil = bersih.lower()
        if kecil not in (YA, TIDAK):
            raise JawabanTidakSah(kode, f'jawaban "{bersih}" bukan pemenuhan kriteria. Pilihan: ya, tidak.')
        return kecil
    try:
        score(instrumen, {kode: parse_nilai(bersih)})
    except GalatJawaban as galat:
        raise JawabanTidakSah(kode, galat.pesan) from galat
    return bersih


def answerable(instrumen: Instrumen, kode: str) -> Butir:
    """The item of that code, if it takes an answer: a scored item or a criterion."""
    if not instrumen.knows(kode):
        raise KodeTidakDikenal(kode)
    butir = instrumen.butir(kode)
    if not (butir.berjawaban or butir.jenis == "kriteria"):
        raise KodeTidakDikenal(kode)
    return butir


def sub_dari(instrumen: Instrumen, kode: str) -> Butir:
    """The sub-component an item belongs to (itself, if it is one)."""
    butir: Butir | None = instrumen.butir(kode)
    while butir is not None and butir.jenis != "sub":
        butir = instrumen.induk_dari(butir.kode)
    return butir or instrumen.butir(kode)


def fulfilled(kriteria: Iterable[Butir], nilai: Mapping[str, str]) -> dict[str, bool | None]:
    """Criterion -> fulfilled, not fulfilled, or not answered."""
    return {satu.kode: read_ya(nilai.get(satu.kode)) for satu in kriteria}


def read_ya(nilai: str | None) -> bool | None:
    return None if not nilai else nilai == YA


@lru_cache(maxsize=8192)
def parse_exact(teks: str) -> Fraction:
    """An exact figure as stored."""
    return parse_pecahan(teks)


def write_exact(nilai: Fraction) -> str:
    return to_exact(nilai)
