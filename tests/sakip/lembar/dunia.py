"""One draft Renstra with targets and ceilings, its workbook, and a way to edit cells of it."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.jenis import macam_dokumen
from sakip.apps.perencanaan.lembar.macam import Macam
from sakip.apps.perencanaan.lembar.pratinjau import Pratinjau
from sakip.apps.perencanaan.lembar.services import (
    apply_impor,
    choose,
    export_lembar,
    load_pratinjau,
    preview_impor,
)
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.models import Impor
from sakip.platform.organisasi.models import Unit
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul, buat_target

ATAS = 3
Kisi = list[list[Any]]


@dataclass
class Dunia:
    unit: Unit
    dokumen: Dokumen
    sasaran: Simpul
    program: Simpul
    stunting: Indikator
    opini: Indikator

    @property
    def macam(self) -> Macam:
        return macam_dokumen(self.dokumen)


def bangun(unit: Unit | None = None) -> Dunia:
    """Tujuan > sasaran (two indicators) > program (ceilings) > kegiatan."""
    unit = unit or buat_unit(buat_instansi(), kode="DINKES", nama="Dinas Kesehatan")
    dokumen = buat_dokumen(unit, nama="Renstra Dinkes", tahun_mulai=2025, tahun_selesai=2026)
    tujuan = buat_simpul(dokumen, jenis="tujuan", pernyataan="Derajat kesehatan naik", kode="1")
    sasaran = buat_simpul(dokumen, induk=tujuan, pernyataan="Warga sehat", kode="1.1", pj_unit=unit)
    program = buat_simpul(dokumen, jenis="program", induk=sasaran, pernyataan="Program gizi", kode="1.02.02")
    buat_simpul(dokumen, jenis="kegiatan", induk=program, pernyataan="Kegiatan posyandu", kode="1.02.02.2.01")
    stunting = buat_indikator(unit, kode="IK-1", nama="Persentase balita sehat")
    opini = buat_indikator(unit, kode="IK-2", nama="Akreditasi")
    for satu in (stunting, opini):
        services.link_indikator(simpul=sasaran, indikator=satu, by=None)
    buat_target(dokumen, stunting, Decimal("80.50"), tahun=2025)
    buat_target(dokumen, stunting, 1250, tahun=2026)
    buat_target(dokumen, opini, Nilai.ordinal("Paripurna"), tahun=2025)
    buat_target(dokumen, opini, Nilai.ambang("<", Decimal(5)), tahun=2026)
    services.set_pagu(simpul=program, tahun=2025, jumlah=Decimal(1_365_526_350), by=None)
    return Dunia(unit, dokumen, sasaran, program, stunting, opini)


def buku(isi: bytes, ubah: Callable[[Kisi], None] | None = None, nama: str = "Matriks") -> bytes:
    """The workbook after somebody edited its matrix (or another sheet)."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as kerja:
        for lembar in read_buku(isi, "a.xlsx").lembar:
            if lembar.nama == nama and ubah is not None:
                ubah(lembar.baris)
            tulis_lembar(kerja.add_worksheet(lembar.nama), lembar.baris)
    return keluar.getvalue()


def tulis_lembar(lembar: Any, isi: Kisi) -> None:
    for b, satu in enumerate(isi):
        for k, sel in enumerate(satu):
            if sel not in ("", None):
                lembar.write(b, k, sel)


def kolom(isi: Kisi, judul: str) -> int:
    """The column of a heading: "Kode", or "2025 Target"."""
    induk = ""
    for k, atas in enumerate(isi[ATAS]):
        bawah = isi[ATAS + 1][k]
        induk = str(atas or induk)
        if judul == (f"{induk} {bawah}" if bawah else induk):
            return k
    raise KeyError(judul)


def baris(isi: Kisi, teks: str) -> int:
    """The row that holds this text anywhere."""
    return next(n for n, satu in enumerate(isi) if teks in satu and n > ATAS + 1)


def tulis(di: str, judul: str, nilai: Any) -> Callable[[Kisi], None]:
    """An edit of one cell, named by any text of its row and its heading."""

    def ubah(isi: Kisi) -> None:
        isi[baris(isi, di)][kolom(isi, judul)] = nilai

    return ubah


def ekspor(d: Dunia, ubah: Callable[[Kisi], None] | None = None) -> bytes:
    return buku(export_lembar(macam=d.macam, by=None), ubah)


def unggah(d: Dunia, isi: bytes) -> tuple[Impor, Pratinjau]:
    impor = preview_impor(isi=isi, nama="renstra.xlsx", macam=d.macam, by=None)
    return impor, load_pratinjau(impor=impor, macam=d.macam)


def terapkan(d: Dunia, impor: Impor, **pilih: str) -> Impor:
    """Apply after following one side for every question ("berkas" unless said otherwise)."""
    pratinjau = load_pratinjau(impor=impor, macam=d.macam)
    sisi = pilih.get("sisi", "berkas")
    semua = {b.nama: sisi for b in pratinjau.beda if b.bisa_pilih}
    choose(impor=impor, macam=d.macam, pilih=semua, by=None)
    return apply_impor(impor=impor, macam=d.macam, by=None)
