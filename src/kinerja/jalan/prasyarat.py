"""Which steps are possible at all, and what each needs first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.soal import Soal


@dataclass(frozen=True)
class Jangkauan:
    """What is open (not done, not ruled out, with prerequisites that can be met), and its ties."""

    sub_of: Mapping[str, str]
    terbuka: frozenset[str]
    wajib: frozenset[str]
    #: Open prerequisites that the question names, per open step.
    butuh: Mapping[str, frozenset[str]]
    #: All open prerequisites, also those that the ladder implies.
    perlu: Mapping[str, frozenset[str]]
    #: Why a step that is not done is not open: ruled out itself, or waiting for one that is.
    sebab: Mapping[str, str]

    def split_butuh(self, kode: str) -> tuple[frozenset[str], frozenset[str]]:
        """Prerequisites within the same sub-component, and elsewhere."""
        butuh, sub = self.butuh.get(kode, frozenset()), self.sub_of[kode]
        dalam = frozenset(k for k in butuh if self.sub_of[k] == sub)
        return dalam, butuh - dalam

    def with_needs(self, kode: str) -> frozenset[str]:
        """A step with everything that must be done for it."""
        hasil, antre = set[str](), [kode]
        while antre:
            satu = antre.pop()
            if satu not in hasil:
                hasil.add(satu)
                antre += self.perlu[satu]
        return frozenset(hasil)

    @cached_property
    def dibutuhkan_luar(self) -> frozenset[str]:
        """Steps that another sub-component needs."""
        return frozenset().union(*(self.split_butuh(k)[1] for k in self.terbuka))


def build_jangkauan(
    *,
    kriteria: Mapping[str, tuple[str, ...]],
    naik: Mapping[str, tuple[str, ...]],
    selesai: frozenset[str],
    soal: Soal,
) -> Jangkauan:
    """Work out what can be done. `naik` names all steps above full fulfilment, `selesai` what is done."""
    sub_of = {k: sub for sub, daftar in kriteria.items() for k in (*daftar, *naik[sub])}
    tersirat = _implied(kriteria, naik)
    _refuse_circle({k: [*tersirat.get(k, ()), *soal.butuh.get(k, ())] for k in sub_of})
    perlu = {k: {*soal.butuh.get(k, ()), *tersirat.get(k, ())} - selesai for k in sub_of}
    sebab = {k: s for k, sub in sub_of.items() if k not in selesai and (s := _ruled_out(soal, k, sub))}
    terbuka = _open(sub_of.keys() - selesai, perlu, sebab)
    butuh = {
        k: frozenset(perlu[k].intersection(soal.butuh.get(k, ())) - {*tersirat.get(k, ())}) for k in terbuka
    }
    tetap = {k: frozenset(p) for k, p in perlu.items()}
    for k in soal.wajib - selesai - terbuka:
        raise GalatJalan(f'"{k}" tidak dapat dikerjakan, jadi tidak dapat diwajibkan.', bidang="wajib")
    tanpa_wajib = Jangkauan(sub_of, terbuka, frozenset(), butuh, tetap, sebab)
    wajib = frozenset().union(*(tanpa_wajib.with_needs(k) for k in soal.wajib - selesai))
    return replace(tanpa_wajib, wajib=wajib)


def _implied(
    kriteria: Mapping[str, tuple[str, ...]], semua_naik: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """A step above full fulfilment needs every criterion and the step below it."""
    return {
        kode: (*kriteria[sub], *daftar[:n])
        for sub, daftar in semua_naik.items()
        for n, kode in enumerate(daftar)
    }


def _refuse_circle(butuh: Mapping[str, list[str]]) -> None:
    selesai: set[str] = set()

    def visit(kode: str, jalur: tuple[str, ...]) -> None:
        if kode in jalur:
            lingkaran = " → ".join((*jalur[jalur.index(kode) :], kode))
            raise GalatJalan(f"Prasyarat melingkar: {lingkaran}.", bidang=f"butuh {kode}")
        if kode not in selesai:
            for lain in butuh[kode]:
                visit(lain, (*jalur, kode))
            selesai.add(kode)

    for kode in butuh:
        visit(kode, ())


def _ruled_out(soal: Soal, kode: str, sub: str) -> str:
    """Why the question itself excludes a step; empty when it does not."""
    if kode in soal.luar_jangkauan or sub in soal.luar_jangkauan:
        return "di luar jangkauan"
    _, titik, nilai = kode.partition(":")
    if titik and nilai not in soal.istimewa.get(sub, {}):
        return "upayanya tidak diberikan"
    return ""


def _open(calon: set[str], perlu: Mapping[str, set[str]], sebab: dict[str, str]) -> frozenset[str]:
    """What remains when ruled-out steps, and all that needs them, are taken away."""
    terbuka = calon - sebab.keys()
    while True:
        tutup = {k for k in terbuka if not perlu[k] <= terbuka}
        if not tutup:
            return frozenset(terbuka)
        for k in sorted(tutup):
            sebab[k] = f"menunggu {min(perlu[k] - terbuka)}"
        terbuka -= tutup
