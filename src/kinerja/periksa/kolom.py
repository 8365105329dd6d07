"""Recognise the columns of a printed table by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kinerja.nilai import Sel

WAJIB_JSON = ("target", "realisasi", "capaian")
WAJIB_TABEL = ("indikator", *WAJIB_JSON)

_NAMA_TEPAT = {
    "id": ("id", "kode"),
    "doc": ("doc", "dokumen"),
    "sasaran": ("sasaran", "sasaran strategis"),
    "indikator": ("indikator", "indikator kinerja", "indikator kinerja utama", "indikator sasaran", "iku"),
    "satuan": ("satuan",),
    "target": ("target", "rencana"),
    "realisasi": ("realisasi",),
    "capaian": ("capaian", "capaian kinerja", "persentase capaian", "persen capaian", "tingkat capaian"),
    "polaritas": ("polaritas", "polarity"),
}
_AWALAN = ("sasaran", "indikator", "target", "realisasi", "capaian", "persentase capaian", "tingkat capaian")
# Budget and quarterly columns stand beside the yearly ones and are not meant.
_BUKAN = re.compile(r"\b(?:anggaran|keuangan|dana|rp|tw|triwulan|program|kegiatan)\b")

_POLARITAS = {
    "maks": ("maks", "max", "maksimum", "maksimal", "maximize", "positif", "naik", "makin besar makin baik"),
    "min": ("min", "minimum", "minimal", "minimize", "negatif", "turun", "makin kecil makin baik"),
    "min_a": ("min_a", "min a"),
    "min_b": ("min_b", "min b"),
    "rentang": ("rentang", "range"),
    "rentang_biaya": ("rentang_biaya", "rentang biaya"),
    "stabil": ("stabil", "stabilise", "stabilize"),
    "ordinal": ("ordinal", "qual", "kualitatif"),
    "ambang": ("ambang", "threshold"),
    "laju_turun": ("laju_turun", "laju turun"),
    "ambigu": ("ambigu", "ambiguous"),
}
_POLARITAS_DARI = {kata: nama for nama, daftar in _POLARITAS.items() for kata in daftar}


class PolaritasTidakDikenal(ValueError):
    """A polarity word that names no formula."""


def parse_polaritas(teks: str | None) -> str | None:
    """The formula key of a polarity word; None where the table does not say.

    >>> parse_polaritas("Max"), parse_polaritas("makin kecil, makin baik"), parse_polaritas(" ")
    ('maks', 'min', None)
    """
    bersih = re.sub(r"[\s,]+", " ", (teks or "").casefold()).strip()
    if bersih in ("", "-"):
        return None
    try:
        return _POLARITAS_DARI[bersih]
    except KeyError:
        pilihan = (
            "maks, min, min_b, rentang, rentang_biaya, stabil, ordinal, ambang, laju_turun, atau ambiguous"
        )
        raise PolaritasTidakDikenal(f'Polaritas "{teks}" tidak dikenal. Tulis {pilihan}.') from None


def normalise(judul: str) -> str:
    """A header without case, signs and double spaces; a leading "%" reads as "persen".

    >>> normalise(" %  Capaian  (akhir) "), normalise("Realisasi_2016")
    ('persen capaian akhir', 'realisasi 2016')
    """
    return " ".join(re.sub(r"[^\w%]+|_", " ", judul.casefold()).replace("%", " persen ").split())


def field_of(judul: str) -> tuple[str, bool] | None:
    """Which field a header names, and whether exactly.

    >>> field_of("Capaian (%)"), field_of("Target 2016"), field_of("Realisasi anggaran")
    (('capaian', True), ('target', False), None)
    """
    bersih = normalise(judul).removesuffix(" persen")
    for field, daftar in _NAMA_TEPAT.items():
        if bersih in daftar:
            return field, True
    if _BUKAN.search(bersih):
        return None
    for awalan in _AWALAN:
        if bersih.startswith(f"{awalan} "):
            return ("capaian" if "capaian" in awalan else awalan), False
    return None


def find_columns(sel: Sequence[Sel]) -> tuple[dict[str, int], list[str]]:
    """Map fields to column positions in a header row, and list the fields that two columns claim.

    >>> find_columns(["No", "Indikator", "Target", "Realisasi", "Capaian"])[0]["capaian"]
    4
    """
    tepat: dict[str, list[int]] = {}
    mirip: dict[str, list[int]] = {}
    for n, isi in enumerate(sel):
        temuan = field_of(isi) if isinstance(isi, str) else None
        if temuan is not None:
            (tepat if temuan[1] else mirip).setdefault(temuan[0], []).append(n)
    semua = {**mirip, **tepat}
    return {f: k[0] for f, k in semua.items()}, [f for f, k in semua.items() if len(k) > 1]


def map_keys(baris: Mapping[str, object]) -> dict[str, str]:
    """Map fields to the keys of a JSON row.

    >>> map_keys({"Polarity": "max", "target_num": 5, "Target ": "5"})
    {'polaritas': 'Polarity', 'target': 'Target '}
    """
    hasil: dict[str, str] = {}
    for kunci in baris:
        temuan = field_of(kunci)
        # The checked readings of a golden file must not be seen; only exact names count.
        if temuan is not None and temuan[1]:
            hasil.setdefault(temuan[0], kunci)
    return hasil
