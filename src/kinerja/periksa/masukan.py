"""Turn a file into the rows of a table: JSON, .xlsx or .csv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from kinerja import berkas as berkas_
from kinerja.berkas import BerkasTakTerbaca, Lembar
from kinerja.nilai import JenisNilai, Sel, read_value
from kinerja.periksa.kolom import (
    WAJIB_JSON,
    WAJIB_TABEL,
    PolaritasTidakDikenal,
    find_columns,
    map_keys,
    parse_polaritas,
)
from kinerja.periksa.tabel import BarisTabel

_BARIS_JUDUL = 50
# Beyond this many digits a spreadsheet number is the noise of binary fractions.
_ANGKA_PENTING = 12


def read_baris(path: str) -> list[BarisTabel]:
    """Read the rows of a published table; the content decides the format, "-" is standard input."""
    isi = berkas_.read_bytes(path)
    nama = berkas_.display_name(path)
    if isi.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") or path.lower().endswith(".json"):
        return rows_from_json(berkas_.parse_json(isi, berkas=nama), berkas=nama)
    return rows_from_tabel(berkas_.parse_tabel(isi, berkas=nama), berkas=nama)


def rows_from_json(data: Any, *, berkas: str) -> list[BarisTabel]:
    """Rows from a JSON list, or from an object with `rows` (or `baris`).

    >>> rows_from_json([{"target": "5", "realisasi": "4", "capaian": "80"}], berkas="a.json")[0].id
    '1'
    """
    if isinstance(data, dict):
        data = data.get("rows", data.get("baris"))
    if not isinstance(data, list):
        raise BerkasTakTerbaca('Isinya harus daftar baris, atau objek dengan "rows".', berkas=berkas)
    for n, baris in enumerate(data, start=1):
        if not isinstance(baris, dict):
            raise BerkasTakTerbaca("Baris harus berupa objek dengan nama kolom.", berkas=berkas, baris=n)
    peta = [map_keys(b) for b in data]
    for wajib in WAJIB_JSON:
        if data and not any(wajib in p for p in peta):
            pesan = f"Kolom {wajib} tidak ada. Setiap baris memerlukan target, realisasi, dan capaian."
            raise BerkasTakTerbaca(pesan, berkas=berkas, baris=1, kolom=wajib)
    return [
        _json_row(b, p, n, berkas=berkas) for n, (b, p) in enumerate(zip(data, peta, strict=True), start=1)
    ]


def _json_row(baris: Mapping[str, Any], peta: Mapping[str, str], n: int, *, berkas: str) -> BarisTabel:
    def sel(field: str) -> Sel:
        isi = baris.get(peta[field]) if field in peta else None
        if isi is None or isinstance(isi, str | Decimal):
            return isi
        raise BerkasTakTerbaca(
            "Sel harus berupa teks seperti yang tercetak.", berkas=berkas, baris=n, kolom=field
        )

    return BarisTabel(
        id=_text(sel("id")) or str(n),
        target=sel("target"),
        realisasi=sel("realisasi"),
        capaian=sel("capaian"),
        polaritas=_polaritas(sel("polaritas"), berkas=berkas, lembar=None, baris=n),
        indikator=_text(sel("indikator")),
        doc=_text(sel("doc")),
    )


def rows_from_tabel(lembar_list: list[Lembar], *, berkas: str) -> list[BarisTabel]:
    """Rows from every sheet that has the header of an achievement table.

    >>> isi = [["Indikator", "Target", "Realisasi", "Capaian (%)"], ["Cakupan", "80", "76", "95"]]
    >>> rows_from_tabel([Lembar("A", isi)], berkas="a.xlsx")[0].capaian
    '95'
    """
    hasil: list[BarisTabel] = []
    terbaik: tuple[int, str | None, int, dict[str, int]] = (0, None, 1, {})
    ketemu = False
    for lembar in lembar_list:
        judul = _find_header(lembar, berkas=berkas)
        if judul is None:
            dekat = _nearest_header(lembar)
            terbaik = max(terbaik, (len(dekat[1]), lembar.nama, *dekat), key=lambda t: t[0])
            continue
        ketemu = True
        hasil.extend(_sheet_rows(lembar, *judul, berkas=berkas))
    if not ketemu:
        _, nama, baris, kolom = terbaik
        kurang = [k for k in WAJIB_TABEL if k not in kolom]
        pesan = f"Kolom {', '.join(kurang)} tidak ditemukan pada judul tabel."
        raise BerkasTakTerbaca(pesan, berkas=berkas, lembar=nama, baris=baris, kolom=kurang[0])
    return hasil


def _find_header(lembar: Lembar, *, berkas: str) -> tuple[int, dict[str, int]] | None:
    for nomor, sel in list(lembar.numbered())[:_BARIS_JUDUL]:
        kolom, ganda = find_columns(sel)
        if all(k in kolom for k in WAJIB_TABEL):
            for field in (g for g in ganda if g in WAJIB_JSON):
                pesan = (
                    f"Ada lebih dari satu kolom {field}. Sisakan satu, atau beri satu nama persis {field}."
                )
                raise BerkasTakTerbaca(pesan, berkas=berkas, lembar=lembar.nama, baris=nomor, kolom=field)
            return nomor, kolom
    return None


def _nearest_header(lembar: Lembar) -> tuple[int, dict[str, int]]:
    calon = [(nomor, find_columns(sel)[0]) for nomor, sel in list(lembar.numbered())[:_BARIS_JUDUL]]
    return max(calon, key=lambda c: sum(k in c[1] for k in WAJIB_TABEL), default=(1, {}))


def _sheet_rows(lembar: Lembar, judul: int, kolom: Mapping[str, int], *, berkas: str) -> Iterator[BarisTabel]:
    for nomor, sel in lembar.numbered():
        if nomor <= judul or (nomor == judul + 1 and _is_numbering(sel)):
            continue
        isi = {field: _cell(sel, posisi) for field, posisi in kolom.items()}
        if _is_heading(isi):
            continue
        yield BarisTabel(
            id=_text(isi.get("id")) or str(nomor),
            target=isi["target"],
            realisasi=isi["realisasi"],
            capaian=isi["capaian"],
            polaritas=_polaritas(isi.get("polaritas"), berkas=berkas, lembar=lembar.nama, baris=nomor),
            indikator=_text(isi.get("indikator")),
            doc=_text(isi.get("doc")) or lembar.nama,
            capaian_sel_angka=isinstance(isi["capaian"], Decimal),
        )


def _cell(sel: list[Sel], posisi: int) -> Sel:
    isi = sel[posisi] if posisi < len(sel) else None
    if isinstance(isi, Decimal) and len(isi.as_tuple().digits) > _ANGKA_PENTING:
        return Decimal(f"{isi:.{_ANGKA_PENTING}g}")
    return isi


def _is_heading(isi: Mapping[str, Sel]) -> bool:
    """A blank row, or the title of a group: nothing measured and no unit."""
    diukur = ("target", "realisasi", "capaian", "satuan", "polaritas")
    return not any(_text(isi.get(field)) for field in diukur)


def _is_numbering(sel: list[Sel]) -> bool:
    """The row "1 2 3 4 5" that some tables print under the header."""
    isi = [read_value(s) for s in sel if _text(s)]
    angka = [abs(n.angka) for n in isi if n.jenis is JenisNilai.ANGKA and n.angka is not None]
    return len(angka) == len(isi) >= len(WAJIB_TABEL) and all(b - a == 1 for a, b in pairwise(angka))


def _text(isi: Sel) -> str | None:
    if isi is None:
        return None
    teks = f"{isi:f}" if isinstance(isi, Decimal) else isi.strip()
    return teks or None


def _polaritas(isi: Sel, *, berkas: str, lembar: str | None, baris: int) -> str | None:
    try:
        return parse_polaritas(_text(isi))
    except PolaritasTidakDikenal as galat:
        raise BerkasTakTerbaca(
            str(galat), berkas=berkas, lembar=lembar, baris=baris, kolom="polaritas"
        ) from None
