"""Checks of plans and trees: which rules look at what, and the findings of one document or one tree."""

from collections.abc import Iterable
from datetime import date

from kinerja.periksa.dokumen import all_aturan as all_aturan_dokumen
from kinerja.pohon import all_aturan
from sakip.apps.perencanaan.checks import dokumen as sumber
from sakip.apps.perencanaan.checks import sendiri
from sakip.apps.perencanaan.checks.bahan import (
    bahan_bagan,
    bahan_dokumen,
    bahan_pohon,
    organisasi,
    organisasi_bagan,
    organisasi_satu,
    read_dokumen,
    read_pohon,
)
from sakip.apps.perencanaan.checks.konsistensi import TINGKAT, konsistensi
from sakip.apps.perencanaan.checks.pasang import count_pohon, lint_dokumen, lint_pohon
from sakip.apps.perencanaan.models import Dokumen, Pohon
from sakip.apps.perencanaan.selectors import BaganPohon
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.platform.dasar import today
from sakip.platform.temuan.daftar import order_of
from sakip.platform.temuan.model import (
    AturanTemuan,
    LingkupTemuan,
    Pemeriksaan,
    SasaranTemuan,
    TemuanTerpasang,
)
from sakip.platform.temuan.selectors import attach_pengakuan, pengakuan_berlaku

__all__ = ["ATURAN", "DOKUMEN", "PEMERIKSAAN", "count_temuan_pohon", "temuan_dokumen", "temuan_pohon"]


def _tree_rules() -> Iterable[AturanTemuan]:
    for satu in all_aturan():
        yield AturanTemuan(
            kode=satu.kode,
            tingkat=satu.tingkat.value,
            judul=satu.judul,
            alasan=satu.alasan,
            perbaikan=satu.perbaikan,
            dasar=satu.dasar,
            contoh_buruk=satu.contoh_buruk.teks,
            contoh_baik=satu.contoh_baik.teks,
        )


def _document_rules() -> Iterable[AturanTemuan]:
    for satu in all_aturan_dokumen():
        yield AturanTemuan(
            kode=satu.kode,
            tingkat=TINGKAT.get(satu.tingkat.value, satu.tingkat.value),
            judul=satu.judul,
            alasan=satu.alasan,
            perbaikan=satu.perbaikan,
            dasar=satu.dasar,
            contoh_buruk=satu.contoh_buruk,
            contoh_baik=satu.contoh_baik,
        )


ATURAN = (*_tree_rules(), *_document_rules(), *sendiri.ATURAN)
DOKUMEN = (sumber.rencana, sumber.pohon)


def _dokumen(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    return lint_dokumen(bahan_dokumen(sasaran), organisasi(sasaran))


def _pohon(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    return lint_pohon(bahan_pohon(sasaran), organisasi(sasaran))


PEMERIKSAAN = (
    Pemeriksaan("rencana-rumusan", LingkupTemuan.DOKUMEN, _dokumen),
    Pemeriksaan("rencana-penetapan", LingkupTemuan.DOKUMEN, sendiri.tanpa_tanggal),
    Pemeriksaan("pohon-kinerja", LingkupTemuan.POHON, _pohon),
    Pemeriksaan("antardokumen", LingkupTemuan.UNIT, konsistensi),
    Pemeriksaan("kode-renaksi", LingkupTemuan.UNIT, sendiri.kode_renaksi),
    Pemeriksaan("iku-tetap", LingkupTemuan.UNIT, sendiri.iku_diganti),
)


def temuan_pohon(pohon: Pohon, *, pada: date | None = None) -> tuple[TemuanTerpasang, ...]:
    """Every finding on one performance tree, with its acknowledgements; a fixed number of queries."""
    hari = pada or hari_pohon(pohon.tahun)
    org = organisasi_satu(pohon.instansi, pohon.unit_id, hari)
    hasil = _unique(lint_pohon(read_pohon([pohon], hari), org))
    return attach_pengakuan(pohon.instansi, hasil)


def count_temuan_pohon(pohon: Pohon, bagan: BaganPohon | None = None) -> dict[str, dict[str, int]]:
    """How many open findings each condition has, by its identity and by severity: what `temuan_pohon` lists.

    Nothing of `bagan`, the tree as a page has read it, is read again.
    """
    hari = hari_pohon(pohon.tahun)
    if bagan is None or not bagan.utuh:
        bahan, org = read_pohon([pohon], hari), organisasi_satu(pohon.instansi, pohon.unit_id, hari)
    else:
        bahan, org = bahan_bagan(bagan, hari), organisasi_bagan(bagan, hari)
    return count_pohon(bahan, org, pengakuan_berlaku(pohon.instansi))


def temuan_dokumen(dokumen: Dokumen, *, pada: date | None = None) -> tuple[TemuanTerpasang, ...]:
    """Every finding on one version of a plan by itself, with its acknowledgements."""
    hari = pada or _day(dokumen.tahun_selesai)
    org = organisasi_satu(dokumen.instansi, dokumen.unit_id, hari)
    hasil = _unique(lint_dokumen(read_dokumen([dokumen], hari), org))
    return attach_pengakuan(dokumen.instansi, hasil)


def _unique(temuan: Iterable[TemuanTerpasang]) -> list[TemuanTerpasang]:
    satu_per_kunci: dict[str, TemuanTerpasang] = {}
    for satu in temuan:
        satu_per_kunci.setdefault(satu.kunci, satu)
    return sorted(satu_per_kunci.values(), key=order_of)


def _day(tahun: int) -> date:
    """Today while the year runs or lies ahead, its last day once it is over."""
    return min(today(), date(tahun, 12, 31))
