"""How a probe is written: a function with its question declared above it, and answers counted from records."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe

UNIT_88, INSTANSI_88, UNIT_12 = "akip-88-2021-unit", "akip-88-2021-instansi", "akip-12-2015-unit"

#: Every record must speak for the criterion: the rule where a regulation says "all" or "each".
SEMUA = Fraction(1)
#: "Above 90%" is the best grade of the 12/2015 rubric: a few gaps do not undo a practice.
HAMPIR_SEMUA = Fraction(9, 10)
#: 88/2021 begins "sebagian besar" of grade B above this share.
SEBAGIAN_BESAR = Fraction(3, 4)
#: One of two alternatives is enough.
SALAH_SATU = Fraction(1, 2)

Jawab = Callable[[SasaranProbe, Fraction], HasilProbe]


@dataclass(frozen=True, slots=True)
class ProbeFungsi:
    """A probe made of a function that is handed the declared threshold."""

    kode: str
    nama: str
    cara: str
    ambang: Fraction
    kriteria: Mapping[str, tuple[str, ...]]
    jawab: Jawab

    def __call__(self, sasaran: SasaranProbe) -> HasilProbe:
        hasil = self.jawab(sasaran, self.ambang)
        return replace(hasil, kode=self.kode, nama=self.nama, cara=self.cara)


def probe(
    kode: str,
    *,
    nama: str,
    cara: str,
    ambang: Fraction = SEMUA,
    unit: tuple[str, ...] = (),
    instansi: tuple[str, ...] = (),
    unit_2015: tuple[str, ...] = (),
) -> Callable[[Jawab], ProbeFungsi]:
    """Declare a function as a probe, with the criteria it speaks about in each instrument."""
    kriteria = {UNIT_88: unit, INSTANSI_88: instansi, UNIT_12: unit_2015}

    def declare(jawab: Jawab) -> ProbeFungsi:
        isi = {nama: kode for nama, kode in kriteria.items() if kode}
        return ProbeFungsi(kode=kode, nama=nama, cara=cara, ambang=ambang, kriteria=isi, jawab=jawab)

    return declare


def count(
    catatan: Sequence[CatatanProbe], ambang: Fraction, *, kalimat: str, kosong: str, perubah: str = ""
) -> HasilProbe:
    """Met when the share of records that speak for the criterion reaches the threshold.

    `kalimat` follows the numbers ("3 dari 4 " + kalimat); `kosong` is the reason when there is no record,
    because then the data cannot say.
    """
    n, dari = sum(satu.memenuhi for satu in catatan), len(catatan)
    if dari == 0:
        return cannot_say(kosong, ambang=ambang, perubah=perubah)
    saran = Fraction(n, dari) >= ambang
    batas = "" if ambang == 1 else f" Dianggap terpenuhi mulai {describe_ambang(ambang)}."
    return HasilProbe(
        n=n,
        dari=dari,
        saran=saran,
        alasan=f"{n} dari {dari} {kalimat}.{batas}",
        perubah="" if n == dari else perubah,
        ambang=ambang,
        catatan=tuple(sorted(catatan, key=lambda satu: satu.memenuhi)),
    )


def cannot_say(
    alasan: str,
    *,
    ambang: Fraction = SEMUA,
    perubah: str = "",
    catatan: Sequence[CatatanProbe] = (),
) -> HasilProbe:
    """No suggestion, with the reason; the records seen so far are still shown."""
    n = sum(satu.memenuhi for satu in catatan)
    return HasilProbe(n, len(catatan), None, alasan, perubah, ambang, tuple(catatan))


def describe_ambang(ambang: Fraction) -> str:
    """A share in words: "90%", or the fraction itself when it is no whole percentage."""
    persen = ambang * 100
    return f"{persen.numerator}%" if persen.denominator == 1 else f"{ambang.numerator}/{ambang.denominator}"


def combine(hasil: Iterable[HasilProbe]) -> bool | None:
    """One suggestion for a criterion that several probes speak about: each has a say, and one "no" is enough.

    A probe that cannot say leaves the others to speak.
    """
    saran = [satu.saran for satu in hasil]
    if False in saran:
        return False
    return True if True in saran else None
