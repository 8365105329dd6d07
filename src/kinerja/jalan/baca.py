"""Questions and answers as plain data: what `kinerja jalan` reads and prints, and what a plan stores."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kinerja.instrumen import GalatInstrumen, Instrumen, load
from kinerja.instrumen.angka import to_exact
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.hasil import HasilJalan, LangkahJalan, Rute
from kinerja.jalan.soal import Angka, Ketat, Soal, parse_biaya

#: What a question says about a sheet.
BIDANG_LEMBAR = (
    "terpenuhi",
    "biaya",
    "istimewa",
    "luar_jangkauan",
    "butuh",
    "jawaban",
    "ketat",
    "wajib",
)
_BIDANG = ("instrumen", "target", "entitas", *BIDANG_LEMBAR)


def soal_from_dict(data: object) -> Soal:
    """Read a question; the message of a refusal names the place.

    >>> soal_from_dict({"instrumen": "akip-88-2021-unit", "target": "A"}).target
    'A'
    """
    isi = as_mapping(data, bidang="isi berkas")
    refuse_unknown(isi, _BIDANG, bidang="isi berkas")
    return sheet_from_dict(isi, instrumen=read_instrumen(isi), target=read_text(isi, "target"))


def sheet_from_dict(isi: Mapping[str, Any], *, instrumen: Instrumen, target: str, awalan: str = "") -> Soal:
    """The sheet's part of a question. `awalan` names whose sheet it is, in messages."""
    try:
        return Soal(
            instrumen,
            target,
            terpenuhi=_mapping_of(isi, "terpenuhi"),
            biaya=_efforts(_mapping_of(isi, "biaya"), "biaya"),
            istimewa={
                kode: _efforts(as_mapping(naik, bidang=f"istimewa {kode}"), f"istimewa {kode}")
                for kode, naik in _mapping_of(isi, "istimewa").items()
            },
            luar_jangkauan=frozenset(_codes(isi.get("luar_jangkauan"), "luar_jangkauan")),
            butuh={k: _codes(v, f"butuh {k}") for k, v in _mapping_of(isi, "butuh").items()},
            jawaban=_grades(_mapping_of(isi, "jawaban")),
            ketat=_ketat(isi.get("ketat")),
            wajib=frozenset(_codes(isi.get("wajib"), "wajib")),
        )
    except GalatJalan as galat:
        raise GalatJalan(galat.pesan, bidang=f"{awalan}{galat.bidang}") from None


def read_instrumen(isi: Mapping[str, Any]) -> Instrumen:
    """The instrument that a question names."""
    try:
        return load(read_text(isi, "instrumen"))
    except GalatInstrumen as galat:
        raise GalatJalan(galat.alasan, bidang="instrumen") from None


def read_text(isi: Mapping[str, Any], bidang: str) -> str:
    """A text that must be there."""
    if bidang not in isi:
        raise GalatJalan("Belum disebutkan.", bidang=bidang)
    if not isinstance(isi[bidang], str):
        raise GalatJalan("Isinya harus teks.", bidang=bidang)
    return str(isi[bidang])


def as_mapping(data: object, *, bidang: str) -> Mapping[str, Any]:
    """Pairs of name and value, or a refusal."""
    if not isinstance(data, Mapping):
        raise GalatJalan("Isinya harus pasangan nama dan nilai.", bidang=bidang)
    return data


def refuse_unknown(isi: Mapping[str, Any], boleh: tuple[str, ...], *, bidang: str) -> None:
    """A misspelt name would otherwise be silently without effect."""
    for nama in isi:
        # A leading underscore marks a remark of the author.
        if nama not in boleh and not nama.startswith("_"):
            raise GalatJalan(f'"{nama}" tidak dikenal. Pilihan: {", ".join(boleh)}.', bidang=bidang)


def _mapping_of(isi: Mapping[str, Any], bidang: str) -> Mapping[str, Any]:
    return {} if isi.get(bidang) is None else as_mapping(isi[bidang], bidang=bidang)


def _efforts(isi: Mapping[str, Any], bidang: str) -> dict[str, Angka]:
    return {kode: parse_biaya(nilai, bidang=f"{bidang} {kode}") for kode, nilai in isi.items()}


def _codes(isi: object, bidang: str) -> tuple[str, ...]:
    if isi is None:
        return ()
    if not isinstance(isi, list) or not all(isinstance(k, str) for k in isi):
        raise GalatJalan("Isinya harus daftar kode.", bidang=bidang)
    return tuple(isi)


def _grades(isi: Mapping[str, Any]) -> dict[str, str]:
    for kode, nilai in isi.items():
        if nilai is not None and not isinstance(nilai, str):
            raise GalatJalan("Jawaban harus teks.", bidang=f"jawaban {kode}")
    return {kode: nilai for kode, nilai in isi.items() if nilai is not None}


def _ketat(isi: object) -> Ketat:
    if isi is None:
        return Ketat()
    data = as_mapping(isi, bidang="ketat")
    refuse_unknown(data, ("total", "sub", "jenjang", "hanya_berubah"), bidang="ketat")
    hanya = data.get("hanya_berubah", False)
    if not isinstance(hanya, bool):
        raise GalatJalan("Isinya harus benar atau salah (true, false).", bidang="ketat hanya_berubah")
    jenjang = _mapping_of(data, "jenjang")
    total = parse_biaya(data.get("total", 0), bidang="ketat total", sebutan="Pengurangan")
    return Ketat(
        total=total,
        sub=_efforts(_mapping_of(data, "sub"), "ketat sub"),
        jenjang={k: _whole(v, f"ketat jenjang {k}") for k, v in jenjang.items()},
        hanya_berubah=hanya,
    )


def _whole(nilai: object, bidang: str) -> int:
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal) or nilai != int(nilai):
        raise GalatJalan("Jenjang harus bilangan bulat.", bidang=bidang)
    return int(nilai)


def hasil_to_dict(hasil: HasilJalan) -> dict[str, Any]:
    """The answer as data; numbers are exact texts."""
    return {
        "layak": hasil.layak,
        "target": hasil.target,
        "biaya": to_exact(hasil.biaya),
        "total": to_exact(hasil.total),
        "predikat": hasil.predikat,
        "margin": to_exact(hasil.margin),
        "total_ketat": to_exact(hasil.total_ketat),
        "kini": {"total": to_exact(hasil.kini), "predikat": hasil.predikat_kini},
        "langkah": [langkah_to_dict(lk) for lk in hasil.langkah],
        "jawaban": dict(hasil.jawaban),
        "alternatif": [_rute(rute) for rute in hasil.alternatif],
        "penghalang": list(hasil.penghalang),
        "bukti": _bukti(hasil),
        "catatan": list(hasil.catatan),
    }


def _bukti(hasil: HasilJalan) -> dict[str, Any] | None:
    bukti = hasil.bukti
    if bukti is None:
        return None
    return {
        "batas_bawah": to_exact(bukti.batas_bawah),
        "celah": to_exact(bukti.celah),
        "highs": bukti.highs,
        "uraian": str(bukti),
    }


def langkah_to_dict(langkah: LangkahJalan) -> dict[str, Any]:
    """One step as data."""
    return {
        "kode": langkah.kode,
        "biaya": to_exact(langkah.biaya),
        "alasan": langkah.alasan,
        "nama": langkah.nama,
        "butuh": list(langkah.butuh),
    }


def _rute(rute: Rute) -> dict[str, Any]:
    return {
        "biaya": to_exact(rute.biaya),
        "total": to_exact(rute.total),
        "predikat": rute.predikat,
        "tanpa": list(rute.tanpa),
        "ganti": list(rute.ganti),
        "langkah": [langkah_to_dict(lk) for lk in rute.langkah],
    }
