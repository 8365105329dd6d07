"""Trees from data: the shape of published cascades, one tree, a list, or {"pohon": [...]}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from kinerja.pohon.model import IndikatorPohon, Lintas, Pohon, SimpulPohon, Tingkat

_KUNCI_TAUTAN = ("program", "kegiatan", "sub_kegiatan", "pagu")
_SEBUTAN_TINGKAT = {
    "outcome": Tingkat.HASIL, "ultimate outcome": Tingkat.HASIL, "intermediate outcome": Tingkat.HASIL,
    "immediate outcome": Tingkat.HASIL, "hasil antara": Tingkat.HASIL, "kondisi antara": Tingkat.KONDISI_ANTARA,
    "output": Tingkat.KELUARAN, "proses": Tingkat.OPERASIONAL, "aktivitas": Tingkat.OPERASIONAL,
    "sub kegiatan": Tingkat.SUB_KEGIATAN, "subkegiatan": Tingkat.SUB_KEGIATAN, "sasaran strategis": Tingkat.SASARAN,
    "eselon ii": Tingkat.ESELON_II, "eselon iii": Tingkat.ESELON_III, "eselon iv": Tingkat.ESELON_IV,
    "eselon 2": Tingkat.ESELON_II, "eselon 3": Tingkat.ESELON_III, "eselon 4": Tingkat.ESELON_IV,
    "administrator": Tingkat.ESELON_III, "pengawas": Tingkat.ESELON_IV, "staf": Tingkat.PELAKSANA,
    "individu": Tingkat.PELAKSANA, "eselon v": Tingkat.PELAKSANA, "jabatan fungsional": Tingkat.PELAKSANA,
}  # fmt: skip
_TAHUN = re.compile(r"(?:19|20)[0-9]{2}")


class BentukPohonSalah(ValueError):
    """The data is not a tree; the message says what is wrong and where."""

    def __init__(self, pesan: str, *, tempat: str | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.tempat = tempat

    def __str__(self) -> str:
        return self.pesan if self.tempat is None else f"{self.tempat}: {self.pesan}"


def parse_tingkat(teks: str | None) -> Tingkat | None:
    """The level of a word; None when the word is unknown.

    >>> parse_tingkat("eselon III").value, parse_tingkat("OUTPUT").value, parse_tingkat("lapisan 7")
    ('eselon_iii', 'keluaran', None)
    """
    bersih = " ".join(re.sub(r"[_\-.]+", " ", (teks or "").lower()).split())
    if bersih in _SEBUTAN_TINGKAT:
        return _SEBUTAN_TINGKAT[bersih]
    try:
        return Tingkat(bersih.replace(" ", "_"))
    except ValueError:
        return None


def read_pohon(data: Any) -> tuple[Pohon, ...]:
    """Every tree in the data.

    >>> read_pohon({"opd": "A", "simpul": [{"id": "S1", "level": "sasaran"}]})[0].simpul[0].tingkat.value
    'sasaran'
    """
    if isinstance(data, Mapping) and "pohon" in data:
        data = data["pohon"]
    daftar = [data] if isinstance(data, Mapping) else data
    if not isinstance(daftar, list):
        raise BentukPohonSalah(
            'Isinya harus pohon (objek dengan "simpul"), daftar pohon, atau {"pohon": [...]}.'
        )
    return tuple(_tree(satu, f"pohon ke-{n}") for n, satu in enumerate(daftar, start=1))


def _tree(data: Any, tempat: str) -> Pohon:
    isi = _mapping(data, tempat)
    if not isinstance(isi.get("simpul"), list):
        raise BentukPohonSalah('Pohon memerlukan "simpul": daftar simpul.', tempat=tempat)
    kode_rencana = isi.get("kode_rencana")
    return Pohon(
        simpul=tuple(_node(s, f"{tempat}, simpul ke-{n}") for n, s in enumerate(isi["simpul"], start=1)),
        opd=_text(isi, ("opd", "nama", "unit"), tempat),
        kode=_text(isi, ("kode",), tempat),
        tahun=_year(isi.get("tahun"), tempat),
        langkah=_step(isi.get("langkah"), tempat),
        lintas=tuple(_edge(e, tempat) for e in _list(isi, ("crosscutting", "lintas"), tempat)),
        kode_rencana=None if kode_rencana is None else frozenset(_texts(isi, ("kode_rencana",), tempat)),
    )


def _node(data: Any, tempat: str) -> SimpulPohon:
    isi = _mapping(data, tempat)
    ident = _text(isi, ("id",), tempat)
    if ident is None:
        raise BentukPohonSalah('Simpul memerlukan "id".', tempat=tempat)
    tempat = f'{tempat.partition(",")[0]}, simpul "{ident}"'
    induk = _texts(isi, ("induk",), tempat)
    return SimpulPohon(
        id=ident,
        induk=induk[0] if induk else None,
        induk_ganda=induk[1:],
        tingkat=parse_tingkat(_text(isi, ("level", "tingkat", "jenis"), tempat)),
        pernyataan=_text(isi, ("pernyataan",), tempat, kosong=True),
        pemilik=_text(isi, ("pemilik", "jabatan"), tempat),
        unit=_text(isi, ("unit",), tempat),
        eselon=_text(isi, ("eselon",), tempat),
        kode=_text(isi, ("kode",), tempat),
        indikator=tuple(_indicator(i, tempat) for i in _list(isi, ("indikator",), tempat)),
        langkah=_step(isi.get("langkah"), tempat),
        induk_lain=_texts(isi, ("induk_lain",), tempat),
        tautan=_links(isi, tempat),
    )


def _links(isi: Mapping[str, Any], tempat: str) -> dict[str, str]:
    sumber = _mapping(isi.get("tautan") or {}, tempat)
    hasil = {str(k): t for k in sumber if (t := _text(sumber, (k,), tempat)) is not None}
    hasil |= {k: t for k in _KUNCI_TAUTAN if (t := _text(isi, (k,), tempat)) is not None}
    return hasil


def _indicator(data: Any, tempat: str) -> IndikatorPohon:
    isi = _mapping(data, f"{tempat}, indikator")
    nama = _text(isi, ("nama", "indikator"), tempat)
    if nama is None:
        raise BentukPohonSalah('Indikator memerlukan "nama".', tempat=tempat)
    return IndikatorPohon(
        nama=nama,
        kode=_text(isi, ("kode",), tempat),
        satuan=_text(isi, ("satuan",), tempat),
        target=_target(isi.get("target"), f'{tempat}, indikator "{nama[:40]}"'),
        baseline=_text(isi, ("baseline", "kondisi_awal", "awal"), tempat),
        hasil_terakhir=_text(isi, ("hasil_terakhir",), tempat),
        polaritas=_text(isi, ("polaritas",), tempat),
        rumus=_text(isi, ("rumus", "formulasi"), tempat),
        sumber=_text(isi, ("sumber", "sumber_data"), tempat),
        tipe=_text(isi, ("tipe", "tipe_penghitungan"), tempat),
        acuan=_text(isi, ("acuan", "kamus", "id"), tempat),
    )


def _target(isi: Any, tempat: str) -> str | dict[int, str | None] | None:
    if not isinstance(isi, Mapping):
        return _scalar(isi, tempat)
    for kunci in isi:
        if not _TAHUN.fullmatch(str(kunci)):
            raise BentukPohonSalah(f'Kunci target "{kunci}" bukan tahun.', tempat=tempat)
    return {int(k): _scalar(v, tempat) for k, v in isi.items()}


def _edge(data: Any, tempat: str) -> Lintas:
    isi = _mapping(data, f"{tempat}, crosscutting")
    dari = _text(isi, ("dari", "simpul"), tempat)
    if dari is None:
        raise BentukPohonSalah('Crosscutting memerlukan "dari": id simpul.', tempat=tempat)
    return Lintas(
        dari=dari,
        unit_ke=_text(isi, ("unit_ke",), tempat),
        unit_dari=_text(isi, ("unit_dari",), tempat),
        ke=_text(isi, ("ke",), tempat),
        peran=_text(isi, ("peran",), tempat),
    )


def _mapping(data: Any, tempat: str) -> Mapping[str, Any]:
    if isinstance(data, Mapping):
        return data
    raise BentukPohonSalah("Harus berupa objek.", tempat=tempat)


def _list(isi: Mapping[str, Any], kunci: Iterable[str], tempat: str) -> list[Any]:
    for k in kunci:
        nilai = isi.get(k)
        if nilai is None:
            continue
        if not isinstance(nilai, list):
            raise BentukPohonSalah(f'"{k}" harus berupa daftar.', tempat=tempat)
        return nilai
    return []


def _texts(isi: Mapping[str, Any], kunci: Iterable[str], tempat: str) -> tuple[str, ...]:
    """One text or a list of texts, as a tuple."""
    for k in kunci:
        nilai = isi.get(k)
        daftar = nilai if isinstance(nilai, list) else [nilai]
        hasil = tuple(t for n in daftar if (t := _scalar(n, f"{tempat}, {k}")) is not None)
        if hasil:
            return hasil
    return ()


def _text(isi: Mapping[str, Any], kunci: Iterable[str], tempat: str, *, kosong: bool = False) -> str | None:
    for k in kunci:
        if isi.get(k) is not None:
            return _scalar(isi[k], f"{tempat}, {k}", kosong=kosong)
    return None


def _scalar(isi: Any, tempat: str, *, kosong: bool = False) -> str | None:
    """A printed text; `kosong` keeps an empty text apart from an unknown one."""
    if isi is None:
        return None
    if isinstance(isi, Decimal):
        return f"{isi:f}"
    if isinstance(isi, str | int) and not isinstance(isi, bool):
        teks = str(isi).strip()
        return teks if teks or kosong else None
    raise BentukPohonSalah("Harus berupa teks seperti yang tercetak.", tempat=tempat)


def _year(isi: Any, tempat: str) -> int | None:
    teks = _scalar(isi, f"{tempat}, tahun")
    if teks is None:
        return None
    if _TAHUN.fullmatch(teks):
        return int(teks)
    raise BentukPohonSalah(f'Tahun "{teks}" bukan tahun empat angka.', tempat=tempat)


def _step(isi: Any, tempat: str) -> int | None:
    teks = _scalar(isi, f"{tempat}, langkah")
    if teks is None:
        return None
    if teks in ("1", "2", "3", "4", "5"):
        return int(teks)
    raise BentukPohonSalah(f'Langkah "{teks}" harus 1 sampai 5 (PermenPANRB 89/2021).', tempat=tempat)
