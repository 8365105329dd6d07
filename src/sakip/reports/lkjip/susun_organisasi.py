"""Who reports: instansi, unit, posts; posts only, never persons."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import date

from sakip.apps.pengukuran.selectors import KinerjaUnit
from sakip.platform.files.models import Berkas
from sakip.platform.files.selectors import berkas_path
from sakip.platform.organisasi.models import Instansi, JabatanVersi, JenisInstansi, SifatData, Unit
from sakip.platform.organisasi.selectors import (
    jabatan_versi_pada,
    kepala_unit,
    pendahulu,
    unit_versi_pada,
    unit_versi_terakhir,
)
from sakip.reports.lkjip.konteks import InstansiLaporan, SusunanJabatan, UnitLaporan

_KEPALA_DAERAH = {
    JenisInstansi.KOTA: "Wali Kota",
    JenisInstansi.KABUPATEN: "Bupati",
    JenisInstansi.PROVINSI: "Gubernur",
}
_SUSUNAN_RINCI, _SUSUNAN_PALING_BANYAK = 12, 30
_SISIPAN = re.compile(r"\s*\([^)]*\)\s*$|\s+\d{4}\s*$")
_GAMBAR = {"image/png", "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Organisasi:
    unit: UnitLaporan
    #: name of each post on the last day of the year
    jabatan: dict[int, str]


def load_instansi(instansi: Instansi) -> InstansiLaporan:
    wilayah = plain_name(instansi.nama)
    pemerintah = (
        wilayah
        if wilayah.startswith(("Pemerintah", "Kementerian", "Badan", "Lembaga"))
        else f"Pemerintah {wilayah}"
    )
    kota = instansi.jenis == JenisInstansi.KOTA
    return InstansiLaporan(
        nama=pemerintah,
        kode=instansi.kode_wilayah,
        contoh=instansi.sifat_data == SifatData.CONTOH,
        sumber=tuple(
            baris.strip().rstrip(".") for baris in instansi.sumber_data.splitlines() if baris.strip()
        ),
        tempat=wilayah.removeprefix("Pemerintah ").removeprefix("Kota ") if kota else "",
        logo=_logo(instansi),
        logo_alt=f"Lambang {wilayah}",
    )


def plain_name(nama: str) -> str:
    """`Provinsi Jawa Barat 2016 (data publikasi)` -> `Provinsi Jawa Barat`: what a cover prints."""
    while (pendek := _SISIPAN.sub("", nama)) != nama:
        nama = pendek
    return nama


def _logo(instansi: Instansi) -> str | None:
    if instansi.logo_uid is None:
        return None
    berkas = Berkas.objects.filter(instansi=instansi, uid=instansi.logo_uid).first()
    if berkas is None or berkas.jenis not in _GAMBAR or not berkas_path(berkas).exists():
        return None
    return base64.b64encode(berkas_path(berkas).read_bytes()).decode()


def load_unit(unit: Unit, tahun: int, kinerja: KinerjaUnit) -> Organisasi:
    pada = date(tahun, 12, 31)
    versi = kinerja.versi_unit
    nama = versi.nama if versi else unit.kode
    kepala = kepala_unit(unit, pada)
    jabatan = list(jabatan_versi_pada(unit.instansi, pada))
    nama_jabatan = {j.jabatan_id: j.nama for j in jabatan}
    return Organisasi(
        UnitLaporan(
            kode=unit.kode,
            nama=nama,
            singkatan=versi.singkatan if versi else "",
            kepala=_kepala(kepala, kinerja, nama),
            atasan=_atasan(unit, kepala, nama_jabatan, pemda=versi is not None and versi.jenis == "pemda"),
            susunan=_susunan(unit, pada, jabatan),
            urusan=versi.urusan if versi else "",
            pendahulu=_pendahulu(unit, pada),
        ),
        nama_jabatan,
    )


def _kepala(kepala: JabatanVersi | None, kinerja: KinerjaUnit, nama: str) -> str:
    if kepala is not None:
        return kepala.nama
    return kinerja.pk.pihak_pertama if kinerja.pk and kinerja.pk.pihak_pertama else f"Pimpinan {nama}"


def _atasan(unit: Unit, kepala: JabatanVersi | None, nama: dict[int, str], *, pemda: bool) -> str:
    """To whom the report is made: the head of the region (PermenPANRB 53/2014 Lamp. II.D), elsewhere the superior."""
    if pemda:
        return ""
    sebutan = _KEPALA_DAERAH.get(JenisInstansi(unit.instansi.jenis), "")
    if not sebutan:
        return nama.get(kepala.atasan_id or 0, "") if kepala is not None else ""
    wilayah = plain_name(unit.instansi.nama)
    for awalan in ("Pemerintah ", "Kota ", "Kabupaten ", "Provinsi "):
        wilayah = wilayah.removeprefix(awalan)
    return f"{sebutan} {wilayah}"


def _susunan(unit: Unit, pada: date, jabatan: list[JabatanVersi]) -> tuple[SusunanJabatan, ...]:
    """The unit's own posts and the heads of the units right below it."""
    nama = unit_versi_pada(unit.instansi, pada)
    anak = {kode for kode, v in nama.items() if v.induk_id == unit.pk}
    dipakai = [j for j in jabatan if j.unit_id == unit.pk or (j.kepala and j.unit_id in anak)]
    dipakai.sort(
        key=lambda j: (
            not (j.kepala and j.unit_id == unit.pk),
            j.eselon or "Z",
            j.unit_id != unit.pk,
            j.jabatan.kode,
        )
    )
    if len(dipakai) > _SUSUNAN_RINCI:
        dipakai = [j for j in dipakai if not j.eselon.startswith("IV")]
    return tuple(
        SusunanJabatan(
            j.nama,
            nama[j.unit_id].nama if j.unit_id in nama else j.unit.kode,
            0 if j.kepala and j.unit_id == unit.pk else 1,
            j.eselon,
        )
        for j in dipakai[:_SUSUNAN_PALING_BANYAK]
    )


def _pendahulu(unit: Unit, pada: date) -> tuple[str, ...]:
    asal = [p for p in pendahulu(unit) if p.tanggal <= pada]
    if not asal:
        return ()
    nama = unit_versi_terakhir(unit.instansi, pada)
    return tuple(nama[p.dari_id].nama if p.dari_id in nama else p.dari.kode for p in asal)
