"""The city's question and answer as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja.instrumen import GalatInstrumen, Instrumen, load
from kinerja.instrumen.angka import to_exact
from kinerja.jalan.baca import (
    BIDANG_LEMBAR,
    as_mapping,
    langkah_to_dict,
    read_instrumen,
    read_text,
    refuse_unknown,
    sheet_from_dict,
)
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.hasil_kota import HasilKota, LembarKota, SyaratKota
from kinerja.jalan.kota import OpdKota, SoalKota
from kinerja.jalan.soal import Soal

_BIDANG = ("instrumen", "target", "cara", "instansi", "opd")


def soal_kota_from_dict(data: object) -> SoalKota:
    """Read a city's question. Sheets without `instrumen` take the one of the same family."""
    isi = as_mapping(data, bidang="isi berkas")
    refuse_unknown(isi, _BIDANG, bidang="isi berkas")
    gabungan, target = read_instrumen(isi), read_text(isi, "target")
    opd = isi.get("opd")
    if not isinstance(opd, list):
        raise GalatJalan("Isinya harus daftar OPD.", bidang="opd")
    return SoalKota(
        gabungan,
        target,
        _sheet(isi.get("instansi"), gabungan, "instansi", target, "instansi"),
        tuple(_opd(satu, n, gabungan, target) for n, satu in enumerate(opd, start=1)),
        None if isi.get("cara") is None else read_text(isi, "cara"),
    )


def _opd(data: object, nomor: int, gabungan: Instrumen, target: str) -> OpdKota:
    tempat = f"opd ke-{nomor}"
    isi = as_mapping(data, bidang=tempat)
    try:
        kode, klaster = read_text(isi, "kode"), read_text(isi, "klaster")
    except GalatJalan as galat:
        raise GalatJalan(galat.pesan, bidang=f"{tempat}, {galat.bidang}") from None
    lembar = {k: v for k, v in isi.items() if k not in {"kode", "klaster"}}
    return OpdKota(kode, klaster, _sheet(lembar, gabungan, "unit", target, f"opd {kode}"))


def _sheet(data: object, gabungan: Instrumen, profil: str, target: str, tempat: str) -> Soal:
    isi = as_mapping(data, bidang=tempat)
    refuse_unknown(isi, ("instrumen", *BIDANG_LEMBAR), bidang=tempat)
    try:
        instrumen = (
            read_instrumen(isi)
            if "instrumen" in isi
            else load(f"{gabungan.id.removesuffix('gabungan')}{profil}")
        )
    except GalatInstrumen as galat:
        raise GalatJalan(galat.alasan, bidang=f"{tempat}, instrumen") from None
    return sheet_from_dict(isi, instrumen=instrumen, target=target, awalan=f"{tempat}, ")


def hasil_kota_to_dict(hasil: HasilKota) -> dict[str, Any]:
    """The city's answer as data; numbers are exact texts."""
    return {
        "layak": hasil.layak,
        "target": hasil.target,
        "cara": hasil.cara,
        "biaya": to_exact(hasil.biaya),
        "total": to_exact(hasil.total),
        "predikat": hasil.predikat,
        "kini": {"total": to_exact(hasil.kini), "predikat": hasil.predikat_kini},
        "rata_klaster": {k: None if n is None else to_exact(n) for k, n in hasil.rata_klaster.items()},
        "pengikat": list(hasil.pengikat),
        "syarat": [_syarat(s) for s in hasil.syarat],
        "lembar": [_lembar(lb) for lb in hasil.lembar],
        "penghalang": list(hasil.penghalang),
        "bukti": {
            "batas_bawah": to_exact(hasil.batas_bawah),
            "celah": to_exact(hasil.celah),
            "terbukti": hasil.terbukti,
        },
        "penjelasan": hasil.penjelasan,
    }


def _syarat(syarat: SyaratKota) -> Mapping[str, Any]:
    return {
        "nama": syarat.nama,
        "batas": to_exact(syarat.batas),
        "kini": to_exact(syarat.kini),
        "nanti": to_exact(syarat.nanti),
        "mengikat": syarat.mengikat,
        "hemat": None if syarat.hemat is None else to_exact(syarat.hemat),
    }


def _lembar(lembar: LembarKota) -> Mapping[str, Any]:
    return {
        "kode": lembar.kode,
        "klaster": lembar.klaster,
        "kini": {"total": to_exact(lembar.kini), "predikat": lembar.predikat_kini},
        "total": to_exact(lembar.total),
        "predikat": lembar.predikat,
        "biaya": to_exact(lembar.biaya),
        "langkah": [langkah_to_dict(lk) for lk in lembar.langkah],
    }
