"""One small tree, its cascading table as a grid, and a way to upload it edited."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.lembar.pohon import LEMBAR, Kaskade
from sakip.apps.perencanaan.lembar.pratinjau import Pratinjau
from sakip.apps.perencanaan.lembar.services import (
    apply_impor,
    choose,
    export_lembar,
    load_pratinjau,
    preview_impor,
)
from sakip.apps.perencanaan.models import Pohon, PohonSimpul
from sakip.apps.perencanaan.services import BarisPohon, IsiPohonIndikator, create_pohon, create_pohon_bulk
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.models import Impor
from sakip.platform.organisasi.models import Unit
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.sakip.lembar.dunia import tulis_lembar

JUDUL = 4
Kisi = list[list[Any]]
KOLOM = [
    "Kode", "Induk", "Jenis", "Kondisi", "Indikator", "Satuan", "Target", "Unit pemilik", "Jabatan pemilik",
    "Pemilik lain", "Juga mendukung", "Sumber",
]  # fmt: skip


@dataclass
class DuniaPohon:
    unit: Unit
    pohon: Pohon
    stunting: Indikator

    @property
    def macam(self) -> Kaskade:
        return Kaskade(self.pohon)

    def simpul(self, kode: str) -> PohonSimpul:
        return PohonSimpul.objects.get(pohon=self.pohon, kode=kode)


def bangun_pohon(unit: Unit | None = None) -> DuniaPohon:
    """1 > (1.1 with an indicator of the dictionary > 1.1.1), 1.2."""
    unit = unit or buat_unit(buat_instansi(), kode="DINKES", nama="Dinas Kesehatan")
    stunting = buat_indikator(unit, kode="POH-1", nama="Persentase balita sehat")
    ukuran = IsiPohonIndikator("Persentase balita sehat", "POH-1", "%", "80,5", stunting)
    umur = IsiPohonIndikator("Umur harapan hidup", satuan_teks="tahun")
    baris = [
        BarisPohon("1", "hasil", "Warga sehat", indikator=(umur,)),
        BarisPohon("1.1", "csf", "Gizi anak baik", induk="1", indikator=(ukuran,), pemilik_unit=unit),
        BarisPohon("1.2", "csf", "Layanan bermutu", induk="1", urutan=1),
        BarisPohon("1.1.1", "kondisi_antara", "Posyandu aktif", induk="1.1"),
    ]  # fmt: skip
    create_pohon_bulk(unit=unit, pohon="Pohon Dinkes", tahun=2026, baris=baris, by=None)
    return DuniaPohon(unit, Pohon.objects.get(unit=unit, nama="Pohon Dinkes"), stunting)


def kosong(d: DuniaPohon) -> DuniaPohon:
    """The same world with a tree that has no condition yet, at the first step."""
    return DuniaPohon(d.unit, create_pohon(unit=d.unit, nama="Pohon baru", tahun=2026, by=None), d.stunting)


def ekspor(d: DuniaPohon, ubah: Callable[[Kisi], None] | None = None) -> bytes:
    """The export after somebody edited it."""
    return sunting(export_lembar(macam=d.macam, by=None), ubah)


def sunting(isi: bytes, ubah: Callable[[Kisi], None] | None = None) -> bytes:
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as kerja:
        for lembar in read_buku(isi, "a.xlsx").lembar:
            if lembar.nama == LEMBAR and ubah is not None:
                ubah(lembar.baris)
            tulis_lembar(kerja.add_worksheet(lembar.nama), lembar.baris)
    return keluar.getvalue()


def sendiri(*baris: list[str], judul: list[str] = KOLOM) -> bytes:
    """A planner's own table, with the usual headings unless told."""
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as buku:
        tulis_lembar(buku.add_worksheet("Penjenjangan"), [judul, *baris])
    return keluar.getvalue()


def tulis(kode: str, judul: str, nilai: Any) -> Callable[[Kisi], None]:
    """An edit of one cell, named by the code of its row and its heading."""

    def ubah(isi: Kisi) -> None:
        baris = next(satu for satu in isi[JUDUL + 1 :] if satu[2] == kode)
        baris[2 + KOLOM.index(judul)] = nilai

    return ubah


def tanpa(kode: str) -> Callable[[Kisi], None]:
    """Somebody deleted a row."""
    return lambda isi: isi.remove(next(satu for satu in isi[JUDUL + 1 :] if satu[2] == kode))


def tambah(*baris: list[str]) -> Callable[[Kisi], None]:
    return lambda isi: isi.extend(["", "", *satu] for satu in baris)


def unggah(d: DuniaPohon, isi: bytes) -> tuple[Impor, Pratinjau]:
    impor = preview_impor(isi=isi, nama="pohon.xlsx", macam=d.macam, by=None)
    return impor, load_pratinjau(impor=impor, macam=d.macam)


def terapkan(d: DuniaPohon, impor: Impor) -> Impor:
    """Apply after following the file for every question."""
    pratinjau = load_pratinjau(impor=impor, macam=d.macam)
    semua = {b.nama: "berkas" for b in pratinjau.beda if b.bisa_pilih}
    choose(impor=impor, macam=d.macam, pilih=semua, by=None)
    return apply_impor(impor=impor, macam=d.macam, by=None)


def galat(pratinjau: Pratinjau) -> dict[str, str]:
    return {p.sel: p.pesan for p in pratinjau.pesan if p.tingkat == "galat"}
