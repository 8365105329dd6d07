"""Turn parsed JSON of published documents into the documents that the checks compare.

Accepted are one document, a list of documents, and an object that holds a list of them under `pk`, `iku`,
`renaksi`, `pohon`, or `documents` with `rows` (the shape of a report with its measurement table).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kinerja.nilai import Sel
from kinerja.periksa.dokumen.dari_pohon import documents_of_tree
from kinerja.periksa.dokumen.model import (
    TRIWULAN,
    BarisAnggaran,
    BarisDokumen,
    DokumenKinerja,
    JenisDokumen,
)
from kinerja.pohon.baca import BentukPohonSalah, read_pohon

_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_RENTANG_TAHUN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-–/]\s*((?:19|20)\d{2})(?!\d)")
_HALAMAN = re.compile(r"#(page=[\d-]+)")
_SALINAN = re.compile(
    r"(?=.*\b(?:tabel|narasi|ringkasan)\b)(?=.*\bl\s?k\s?(?:j?i?p)?\b|.*\blakip\b)", re.IGNORECASE
)
_JENIS_RENCANA = (
    (re.compile(r"\brkt\b|rencana kinerja tahunan", re.IGNORECASE), JenisDokumen.RKT),
    (re.compile(r"\brenstra\b|rencana strategis", re.IGNORECASE), JenisDokumen.RENSTRA),
    (re.compile(r"\brenja\b|rencana kerja", re.IGNORECASE), JenisDokumen.RENJA),
    (re.compile(r"\brpjmd\b", re.IGNORECASE), JenisDokumen.RPJMD),
)
_SEBUTAN = {
    JenisDokumen.PK: "PK",
    JenisDokumen.PK_SALINAN: "PK (salinan)",
    JenisDokumen.RKT: "RKT",
    JenisDokumen.RENSTRA: "Renstra",
    JenisDokumen.RENJA: "Renja",
    JenisDokumen.RPJMD: "RPJMD",
}
_PERUBAHAN = re.compile(r"\banggaran\s+perubahan\b|\bapbd-?p\b|\bp-?apbd\b", re.IGNORECASE)
_BAWAHAN = re.compile(r"\s+[-–]\s+")


class BentukTakDikenal(ValueError):
    """JSON that is none of the known documents; says where."""

    def __init__(self, pesan: str, *, tempat: str | None = None) -> None:
        super().__init__(f"{tempat}: {pesan}" if tempat else pesan)


Isi = Mapping[str, Any]


def read_dokumen(data: Any) -> list[DokumenKinerja]:
    """All documents in a piece of parsed JSON.

    >>> isi = {"opd": "Dinas X", "tahun": 2016, "kinerja": [{"indikator": "IPM", "target": "80"}]}
    >>> [(d.nama, d.tahun, len(d.baris)) for d in read_dokumen({"pk": [isi]})]
    [('PK', 2016, 1)]
    """
    if isinstance(data, list):
        return [d for n, satu in enumerate(data, start=1) for d in _one(satu, f"dokumen ke-{n}")]
    if isinstance(data, dict):
        if isinstance(data.get("rows"), list):
            return _reports(data)
        if (bungkus := _wrapped(data)) is not None:
            kunci, daftar = bungkus
            return [d for n, satu in enumerate(daftar, start=1) for d in _one(satu, f"{kunci} ke-{n}")]
        return list(_one(data, ""))
    raise BentukTakDikenal("Isinya harus satu dokumen atau daftar dokumen.")


def _wrapped(data: Isi) -> tuple[str, list[Any]] | None:
    """The list under a wrapper's key; the rows of one document stand under the same key as a list of IKU."""
    for kunci in ("pk", "iku", "renaksi", "pohon", "dokumen"):
        isi = data.get(kunci)
        if isinstance(isi, dict):
            return kunci, [isi]
        if isinstance(isi, list) and "opd" not in data and "entitas" not in data:
            return kunci, isi
    return None


def _one(isi: Any, tempat: str) -> Iterable[DokumenKinerja]:
    if not isinstance(isi, dict):
        raise BentukTakDikenal("Dokumen harus berupa objek.", tempat=tempat)
    for kunci, baca in _PEMBACA.items():
        if isinstance(isi.get(kunci), list):
            return baca(isi, tempat)
    daftar = ", ".join(_PEMBACA)
    raise BentukTakDikenal(f"Jenis dokumen tidak dikenal. Perlu salah satu dari {daftar}.", tempat=tempat)


def _rows(isi: Isi, kunci: str, tempat: str) -> list[Isi]:
    for n, baris in enumerate(isi[kunci], start=1):
        if not isinstance(baris, dict):
            raise BentukTakDikenal(
                "Baris harus berupa objek.", tempat=f"{tempat}, {kunci} baris {n}".strip(", ")
            )
    hasil: list[Isi] = isi[kunci]
    return hasil


def _text(nilai: Any) -> str | None:
    if isinstance(nilai, Decimal | int) and not isinstance(nilai, bool):
        return f"{nilai:f}" if isinstance(nilai, Decimal) else str(nilai)
    return (nilai.strip() or None) if isinstance(nilai, str) else None


def _first(*nilai: Any) -> Sel:
    return next((s for n in nilai if (s := _sel(n)) is not None), None)


def _sel(nilai: Any) -> Sel:
    return nilai if isinstance(nilai, str | Decimal) or nilai is None else _text(nilai)


def _entity(isi: Isi) -> str:
    return _text(isi.get("opd")) or _text(isi.get("entitas")) or _text(isi.get("instansi")) or ""


def _key(isi: Isi) -> str | None:
    return _text(isi.get("lkjip_doc")) or _text(isi.get("doc"))


def read_years(nilai: Any) -> tuple[int | None, int | None]:
    """First and last year that a printed year field names.

    >>> read_years("2013-2018"), read_years("2017 (tidak tercetak; diunggah 10-2017)"), read_years("(REVIEW)")
    ((2013, 2018), (2017, 2017), (None, None))
    """
    teks = _text(nilai) or ""
    rentang = _RENTANG_TAHUN.search(teks)
    if rentang is not None:
        return int(rentang[1]), int(rentang[2])
    tahun = _TAHUN.search(teks)
    return (None, None) if tahun is None else (int(tahun[0]), int(tahun[0]))


def _page(isi: Isi) -> str | None:
    if (halaman := _text(isi.get("page"))) is not None:
        return f"page={halaman}"
    sumber = _HALAMAN.search(_text(isi.get("source")) or _text(isi.get("sumber")) or "")
    return None if sumber is None else sumber[1]


def _read_pk(isi: Isi, tempat: str) -> Iterable[DokumenKinerja]:
    entitas, *bawahan = _BAWAHAN.split(_entity(isi), maxsplit=1)
    jenis = _kind(_text(isi.get("jenis")) or "")
    eselon = (_text(isi.get("level")) or "eselon II").upper().removeprefix("ESELON").strip() or "II"
    pemilik = bawahan[0] if bawahan else None
    nama = _SEBUTAN[jenis]
    yield DokumenKinerja(
        nama=nama if pemilik is None else f"{nama} {pemilik}",
        jenis=jenis,
        entitas=entitas,
        tahun=read_years(isi.get("tahun"))[0],
        baris=tuple(_plain_row(b) for b in _rows(isi, "kinerja", tempat)),
        anggaran=tuple(_programmes(isi, tempat)),
        total=_sel(isi.get("total_tercetak")),
        eselon=eselon,
        pemilik=pemilik,
        kunci=_key(isi),
        versi=_int(isi.get("versi")),
        tanggal=_text(isi.get("tanggal")),
        alasan=_text(isi.get("alasan")),
        sumber=_text(isi.get("source")),
    )


def _kind(jenis: str) -> JenisDokumen:
    """What a table of targets is, by its printed kind.

    >>> [_kind(t).value for t in ("PK bertanda tangan", "tabel PK di LKIP Bab II", "tabel RKT di LKIP")]
    ['pk', 'pk_salinan', 'rkt']
    """
    for pola, hasil in _JENIS_RENCANA:
        if pola.search(jenis):
            return hasil
    return JenisDokumen.PK_SALINAN if _SALINAN.search(jenis) else JenisDokumen.PK


def _int(nilai: Any) -> int | None:
    return int(nilai) if isinstance(nilai, Decimal | int) and not isinstance(nilai, bool) else None


def _plain_row(baris: Isi) -> BarisDokumen:
    return BarisDokumen(
        indikator=_text(baris.get("indikator")) or _text(baris.get("iku")) or "",
        sasaran=_text(baris.get("sasaran")),
        kode=_text(baris.get("kode")),
        satuan=_text(baris.get("satuan")),
        target=_sel(baris.get("target")),
        rumus=_text(baris.get("formulasi")) or _text(baris.get("rumus")),
        sumber=_text(baris.get("sumber_data")),
        tipe=_text(baris.get("tipe_penghitungan")) or _text(baris.get("tipe")),
        polaritas=_text(baris.get("polaritas")) or _text(baris.get("polarity")),
        alasan=_text(baris.get("alasan")),
        realisasi=_sel(baris.get("realisasi")),
        capaian=_sel(baris.get("capaian")),
        tempat=_page(baris),
        id=_text(baris.get("id")),
    )


def _programmes(isi: Isi, tempat: str) -> Iterable[BarisAnggaran]:
    if not isinstance(isi.get("program"), list):
        return
    for baris in _rows(isi, "program", tempat):
        nama = _text(baris.get("program")) or _text(baris.get("nama")) or ""
        kegiatan = re.match(r"\s*kegiatan\b", nama, re.IGNORECASE) is not None
        yield BarisAnggaran(
            nama=nama,
            pagu=_sel(baris.get("anggaran")),
            jenis="kegiatan" if kegiatan else "program",
            kode=_text(baris.get("kode")),
            keterangan=_text(baris.get("keterangan")),
            tanda="perubahan" if _PERUBAHAN.search(_text(baris.get("keterangan")) or "") else None,
        )


def _read_iku(isi: Isi, tempat: str) -> Iterable[DokumenKinerja]:
    mulai, akhir = read_years(isi.get("tahun"))
    tercetak = _text(isi.get("tahun"))
    yield DokumenKinerja(
        nama="IKU" if tercetak is None or mulai is None else f"IKU {tercetak.split(' (')[0]}",
        jenis=JenisDokumen.IKU,
        entitas=_entity(isi),
        tahun=None,
        baris=tuple(_plain_row(b) for b in _rows(isi, "iku", tempat)),
        kunci=_key(isi),
        tahun_mulai=mulai,
        tahun_akhir=akhir,
        sumber=_text(isi.get("source")),
    )


def _read_renaksi(isi: Isi, tempat: str) -> Iterable[DokumenKinerja]:
    baris = _rows(isi, "baris", tempat)
    tipe = "kumulatif" if "kumulatif" in (_text(isi.get("jenis")) or "").casefold() else None
    yield DokumenKinerja(
        nama="Rencana aksi",
        jenis=JenisDokumen.RENAKSI,
        entitas=_entity(isi),
        tahun=read_years(isi.get("tahun"))[0],
        baris=tuple(_action_row(b, tipe) for b in baris),
        anggaran=tuple(k for b in baris for k in _activities(b)),
        kunci=_key(isi),
        sumber=_text(isi.get("source")),
    )


def _action_row(baris: Isi, tipe: str | None) -> BarisDokumen:
    tw = baris.get("target_tw")
    realisasi = baris.get("realisasi_tw")
    monev = baris.get("monev")
    monev = monev if isinstance(monev, dict) else {}
    return BarisDokumen(
        indikator=_text(baris.get("indikator")) or "",
        sasaran=_text(baris.get("sasaran")),
        satuan=_text(baris.get("satuan")),
        target=_first(baris.get("target"), baris.get("target_tercetak"), monev.get("target")),
        realisasi=_sel(monev.get("realisasi")),
        tw=_quarters(tw),
        realisasi_tw=_quarters(realisasi),
        tipe=_text(baris.get("tipe")) or tipe,
        tempat=_page(baris),
        id=_text(baris.get("id")),
    )


def _quarters(isi: Any) -> Mapping[str, Sel]:
    return {tw: _sel(isi.get(tw)) for tw in TRIWULAN} if isinstance(isi, dict) else {}


def _activities(baris: Isi) -> Iterable[BarisAnggaran]:
    kegiatan = baris.get("kegiatan")
    for satu in kegiatan if isinstance(kegiatan, list) else []:
        if isinstance(satu, dict) and (nama := _text(satu.get("kegiatan"))) is not None:
            yield BarisAnggaran(
                nama=nama,
                pagu=_sel(satu.get("anggaran")),
                jenis="kegiatan",
                induk=_text(baris.get("program")),
                penanggung_jawab=_text(satu.get("penanggung_jawab")),
                tempat=_page(satu) or _page(baris),
            )


def _reports(data: Isi) -> list[DokumenKinerja]:
    """The rows of published reports, grouped by the report they stand in."""
    kepala: dict[str | None, Isi] = {
        _text(d.get("doc")): d for d in data.get("documents") or [] if isinstance(d, dict)
    }
    if _entity(data):
        kepala.setdefault(_key(data), data)
    per_doc: dict[str | None, list[Isi]] = {}
    for baris in _rows(data, "rows", ""):
        per_doc.setdefault(_text(baris.get("doc")) or _key(data), []).append(baris)
    return [_report(doc, baris, kepala.get(doc, {})) for doc, baris in per_doc.items()]


def _report(doc: str | None, baris: list[Isi], kepala: Isi) -> DokumenKinerja:
    tahun = read_years(kepala.get("tahun"))[0] or max(
        (t for b in baris if (t := read_years(b.get("tahun"))[0]) is not None), default=None
    )
    return DokumenKinerja(
        nama="LKjIP",
        jenis=JenisDokumen.LKJIP,
        entitas=_entity(kepala) or _entity(baris[0]),
        tahun=tahun,
        baris=tuple(_report_rows(baris, tahun)),
        kunci=doc,
        rumus_minimum=_text(kepala.get("minimise_formula_stated")),
        sumber=_text(kepala.get("source")),
    )


def _report_rows(baris: list[Isi], tahun: int | None) -> Iterable[BarisDokumen]:
    """The rows of the year; the targets that the table prints for other years go along with them."""
    lain: dict[str, dict[int, Sel]] = {}
    for b in baris:
        t = read_years(b.get("tahun"))[0]
        if t is not None and t != tahun:
            lain.setdefault(_text(b.get("indikator")) or "", {})[t] = _sel(b.get("target"))
    for b in baris:
        t = read_years(b.get("tahun"))[0]
        if t is None or t == tahun:
            satu = _plain_row(b)
            yield _with_years(satu, lain.get(satu.indikator, {}))


def _with_years(baris: BarisDokumen, target_tahun: Mapping[int, Sel]) -> BarisDokumen:
    return replace(baris, target_tahun=dict(target_tahun)) if target_tahun else baris


def _read_tree(isi: Isi, tempat: str) -> Iterable[DokumenKinerja]:
    try:
        pohon = read_pohon(isi)[0]
    except BentukPohonSalah as galat:
        raise BentukTakDikenal(
            galat.pesan, tempat=", ".join(t for t in (tempat, galat.tempat) if t)
        ) from None
    return documents_of_tree(pohon, kunci=_key(isi), sumber=_text(isi.get("source")))


_PEMBACA: dict[str, Callable[[Isi, str], Iterable[DokumenKinerja]]] = {
    "kinerja": _read_pk,
    "iku": _read_iku,
    "baris": _read_renaksi,
    "simpul": _read_tree,
}
