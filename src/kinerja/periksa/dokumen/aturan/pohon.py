"""Findings of the tree rules that belong to the consistency of documents: category J."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kinerja.padan import read_nama
from kinerja.periksa.dokumen.model import Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.pohon.daftar import get_aturan
from kinerja.pohon.lint import lint
from kinerja.pohon.model import IndikatorPohon, Pohon, SimpulPohon
from kinerja.pohon.temuan import Temuan as TemuanPohon

#: Structure and targets of the tree itself. The others look at the wording of single rows.
PER_SIMPUL = (
    "POH010",
    "POH014",
    "POH015",
    "POH020",
    "POH021",
    "POH022",
    "POH023",
    "POH025",
    "POH031",
    "POH051",
)
PER_INDIKATOR = ("POH032", "POH040", "POH041")
PER_POHON = ("POH030",)
_SEHARUSNYA = {
    "POH010": "induk yang ada",
    "POH014": "induk yang ditopang",
    "POH015": "ada simpul di bawahnya",
    "POH023": "satu kode satu indikator",
    "POH031": "indikator menurut tugasnya",
    "POH051": "kode yang ada di rencana",
}
_MIRIP, _LEBIH_MIRIP, _SAUDARA_MIRIP, _SAUDARA = 600, 150, 650, 2
_KODE = re.compile(r"\b[Kk]ode (?:ganda )?(\d[\d., ]*\d)")


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Every tree once; what a rule repeats over a node, an indicator or the tree is one finding."""
    pilih = [get_aturan(kode) for kode in (*PER_SIMPUL, *PER_INDIKATOR, *PER_POHON)]
    for d in run.dokumen:
        if d.dokumen.pohon is None:
            continue
        rak: dict[tuple[str, str], list[TemuanPohon]] = defaultdict(list)
        for t in lint(d.dokumen.pohon, pilih):
            if _counts(run, d.dokumen.pohon, t):
                rak[t.kode, _group(t)].append(t)
        for (kode, _), daftar in rak.items():
            yield _finding(run, d.dokumen.pohon, kode, daftar)


def _counts(run: Perbandingan, pohon: Pohon, t: TemuanPohon) -> bool:
    """Whether a finding is strong enough to be called an inconsistency."""
    if t.kode == "POH025":
        return _code_elsewhere(run, pohon, t)
    if t.kode == "POH032":
        # Two posts may share a wording; three or more have copied it.
        simpul, kunci = _node(pohon, t.simpul), read_nama(t.indikator or "").kunci
        sama = [s for s in _siblings(pohon, simpul) if _has(s, kunci)] if simpul is not None else []
        return len(sama) >= _SAUDARA
    return True


def _has(s: SimpulPohon, kunci: str) -> bool:
    return any(read_nama(i.nama).kunci == kunci for i in s.indikator)


def _group(t: TemuanPohon) -> str:
    if t.kode in PER_INDIKATOR:
        return read_nama(t.indikator or "").kunci
    return "" if t.kode in PER_POHON else t.simpul or ""


def _node(pohon: Pohon, ident: str | None) -> SimpulPohon | None:
    return next((s for s in pohon.simpul if s.id == ident), None)


def _label(s: SimpulPohon | None) -> str:
    if s is None:
        return "pohon"
    tingkat = s.tingkat.value.replace("_", " ") if s.tingkat is not None else "simpul"
    return f"cascading {tingkat} {s.pemilik or s.id}"


def _row(s: SimpulPohon | None, nama: str | None) -> IndikatorPohon | None:
    return next((i for i in s.indikator if i.nama == nama), None) if s is not None else None


def _target(i: IndikatorPohon | None, tahun: int | None) -> str:
    nilai = None if i is None else i.target
    teks = nilai if isinstance(nilai, str) or nilai is None else nilai.get(tahun or 0)
    return teks or "(kosong)"


def _finding(run: Perbandingan, pohon: Pohon, kode: str, daftar: list[TemuanPohon]) -> Temuan:
    t = daftar[0]
    simpul = _node(pohon, t.simpul)
    a, b, lain = _sides(run, pohon, simpul, kode, daftar)
    sisa = f" ({len(daftar)} kali: {', '.join(_repeat(x) for x in daftar)}.)" if len(daftar) > 1 else ""
    return Temuan(
        kode=kode,
        kategori="J",
        tingkat=get_aturan(kode).tingkat,
        indikator=t.indikator or (simpul.pernyataan if simpul else None) or _label(simpul),
        a=a,
        b=b,
        lain=lain,
        pesan=t.pesan + sisa,
        baris_a=t.simpul,
    )


def _repeat(t: TemuanPohon) -> str:
    if t.kode in PER_POHON:
        return f"{t.simpul} {t.indikator}"
    return t.indikator if t.kode in PER_SIMPUL and t.indikator else t.simpul or ""


_Sisi = tuple[tuple[str, str], tuple[str, str], tuple[tuple[str, str], ...]]


def _sides(
    run: Perbandingan, pohon: Pohon, simpul: SimpulPohon | None, kode: str, daftar: list[TemuanPohon]
) -> _Sisi:
    """The two places of a finding: the parent and the child, or the code expected and the code printed."""
    t = daftar[0]
    induk, baris_induk = _parent_row(run, pohon, simpul, t.indikator)
    if kode in PER_INDIKATOR:
        nilai = [_valued(pohon, x) for x in daftar]
        if kode == "POH041" and induk is not None:
            return (_label(induk), _target(baris_induk, pohon.tahun)), nilai[0], tuple(nilai[1:])
        lawan = "jumlah di bawahnya" if kode == "POH040" else "saudaranya"
        return nilai[0], (lawan, "(berbeda)"), tuple(nilai[1:])
    if kode in PER_POHON:
        return (_label(induk), t.indikator or ""), (_label(simpul), t.indikator or ""), ()
    baris = _row(simpul, t.indikator)
    seharusnya = _expected_code(run, pohon, simpul, baris) if kode == "POH025" else None
    return (
        ("seharusnya", seharusnya or _SEHARUSNYA.get(kode, "berawalan kode induk")),
        (_label(simpul), _printed(t, baris)),
        (),
    )


def _valued(pohon: Pohon, t: TemuanPohon) -> tuple[str, str]:
    simpul = _node(pohon, t.simpul)
    return _label(simpul), _target(_row(simpul, t.indikator), pohon.tahun)


def _printed(t: TemuanPohon, baris: IndikatorPohon | None) -> str:
    """The codes that the finding names, else what the node has instead of one."""
    kode = _KODE.search(t.pesan)
    return (
        kode[1].strip(" ,") if kode is not None else (baris.kode if baris and baris.kode else "(tanpa induk)")
    )


def _expected_code(
    run: Perbandingan, pohon: Pohon, simpul: SimpulPohon | None, baris: IndikatorPohon | None
) -> str | None:
    """The code under which the parent, or most siblings, have this wording."""
    if simpul is None or baris is None:
        return None
    for daftar in (_parents(pohon, simpul), _siblings(pohon, simpul)):
        calon = [
            (run.kosakata.similarity(baris.nama, i.nama), i.kode or "")
            for s in daftar
            for i in s.indikator
            if i.kode != baris.kode
        ]
        mirip, kode = max(calon, default=(0, ""))
        if mirip >= _SAUDARA_MIRIP:
            return kode
    return None


def _parents(pohon: Pohon, simpul: SimpulPohon) -> list[SimpulPohon]:
    return [s for i in (simpul.induk, *simpul.induk_lain) if (s := _node(pohon, i)) is not None]


def _siblings(pohon: Pohon, simpul: SimpulPohon) -> list[SimpulPohon]:
    return [s for s in pohon.simpul if s.induk == simpul.induk and s is not simpul]


def _parent_row(
    run: Perbandingan, pohon: Pohon, simpul: SimpulPohon | None, nama: str | None
) -> tuple[SimpulPohon | None, IndikatorPohon | None]:
    """The row of a parent that has the same code, else the one closest in words."""
    baris = _row(simpul, nama)
    if simpul is None or nama is None or baris is None:
        return None, None
    calon = [
        (i.kode is not None and i.kode == baris.kode, run.kosakata.similarity(nama, i.nama), s.id, s, i)
        for s in _parents(pohon, simpul)
        for i in s.indikator
    ]
    if not calon:
        return None, None
    *_, s, i = max(calon, key=lambda c: c[:3])
    return s, i


def _code_elsewhere(run: Perbandingan, pohon: Pohon, t: TemuanPohon) -> bool:
    """Words enough for another code: of the parent's row, or of the siblings' rows with that wording."""
    simpul = _node(pohon, t.simpul)
    baris = _row(simpul, t.indikator)
    if simpul is None or baris is None:
        return False
    mirip = run.kosakata.similarity
    induk = [i for s in _parents(pohon, simpul) for i in s.indikator]
    sendiri = max((mirip(baris.nama, i.nama) for i in induk if i.kode == baris.kode), default=0)
    lain = max((mirip(baris.nama, i.nama) for i in induk if i.kode != baris.kode), default=0)
    if lain >= max(_MIRIP, sendiri + _LEBIH_MIRIP):
        return True
    lain_kode = [
        s
        for s in _siblings(pohon, simpul)
        if any(mirip(baris.nama, i.nama) >= _SAUDARA_MIRIP and i.kode != baris.kode for i in s.indikator)
    ]
    return len(lain_kode) >= _SAUDARA
