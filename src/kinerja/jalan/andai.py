"""What if: the same question with something changed, and what that changes in the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kinerja.jalan.hasil import HasilJalan
from kinerja.jalan.rakit import rakit
from kinerja.jalan.rencana import solve_rakitan
from kinerja.jalan.soal import Angka, Ketat, Soal


@dataclass(frozen=True)
class Ubah:
    """Changes to a question. Efforts of steps above full fulfilment go by their code, `1.c:A`."""

    wajib: frozenset[str] = frozenset()
    tanpa: frozenset[str] = frozenset()
    biaya: Mapping[str, Angka] = field(default_factory=dict)
    terpenuhi: Mapping[str, bool] = field(default_factory=dict)
    target: str | None = None
    ketat: Ketat | None = None


@dataclass(frozen=True, slots=True)
class Andai:
    """The plan after the change and how it differs; `langkah_masuk` and `langkah_keluar` are codes."""

    hasil: HasilJalan
    beda_biaya: Fraction
    beda_total: Fraction
    langkah_masuk: tuple[str, ...]
    langkah_keluar: tuple[str, ...]


def what_if(soal: Soal, ubah: Ubah, *, dasar: HasilJalan | None = None) -> Andai:
    """Plan again after a change, fast enough for a slider; `dasar` is the plan to compare with, if known.

    The dynamic program alone answers: it is exact, and the parts of the sheet that did not change are
    remembered. Alternatives and the second proof are left to `plan`.
    """
    lama = dasar if dasar is not None else solve_rakitan(rakit(soal))
    baru = solve_rakitan(rakit(apply_changes(soal, ubah)))
    return Andai(
        hasil=baru,
        beda_biaya=baru.biaya - lama.biaya,
        beda_total=baru.total - lama.total,
        langkah_masuk=tuple(k for k in baru.kode if k not in lama.kode),
        langkah_keluar=tuple(k for k in lama.kode if k not in baru.kode),
    )


def apply_changes(soal: Soal, ubah: Ubah) -> Soal:
    """The question after the changes. What is forced in is within reach; what is forced out is not forced in."""
    istimewa = {kode: dict(naik) for kode, naik in soal.istimewa.items()}
    biaya = dict(soal.biaya)
    for kode, nilai in ubah.biaya.items():
        sub, titik, naik = kode.partition(":")
        if titik:
            istimewa.setdefault(sub, {})[naik] = nilai
        else:
            biaya[kode] = nilai
    return replace(
        soal,
        target=soal.target if ubah.target is None else ubah.target,
        terpenuhi={**soal.terpenuhi, **ubah.terpenuhi},
        biaya=biaya,
        istimewa=istimewa,
        luar_jangkauan=(soal.luar_jangkauan - ubah.wajib) | ubah.tanpa,
        wajib=(soal.wajib - ubah.tanpa) | ubah.wajib,
        ketat=soal.ketat if ubah.ketat is None else ubah.ketat,
    )
