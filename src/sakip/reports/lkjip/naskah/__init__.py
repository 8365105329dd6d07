"""From the context of an LKjIP to the blocks that the PDF and the DOCX print."""

from __future__ import annotations

from typing import cast

from sakip.reports.lkjip.beku import compute_sidik
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.naskah.bab3 import build_bab3
from sakip.reports.lkjip.naskah.bab12 import build_bab1, build_bab2
from sakip.reports.lkjip.naskah.bantu import peta_pita
from sakip.reports.lkjip.naskah.depan import build_depan, build_sampul
from sakip.reports.lkjip.naskah.penutup import build_bab4, build_lampiran
from sakip.reports.naskah import Naskah, clean_tree, number_blocks


def build_naskah(k: KonteksLKjIP) -> Naskah:
    contoh = "Data contoh, bukan dokumen resmi. " if k.instansi.contoh else ""
    naskah = Naskah(
        judul=k.judul,
        singkat=f"LKjIP {_pendek(k)} {k.tahun}",
        penulis=f"{k.unit.nama}, {k.instansi.nama}" if k.unit.nama != k.instansi.nama else k.instansi.nama,
        uraian=f"{contoh}Laporan kinerja menurut PermenPANRB 53/2014.",
        kata_kunci=("laporan kinerja", "LKjIP", k.unit.nama, str(k.tahun)),
        tanggal=k.disusun_pada,
        contoh=k.instansi.contoh,
        sampul=build_sampul(k),
        depan=number_blocks(build_depan(k)),
        isi=number_blocks([*build_bab1(k), *build_bab2(k), *build_bab3(k), *build_bab4(k)]),
        lampiran=number_blocks(build_lampiran(k), "L"),
        sidik=compute_sidik(k),
        pita=peta_pita(k.skala),
    )
    return cast(Naskah, clean_tree(naskah))


def _pendek(k: KonteksLKjIP) -> str:
    """A name that fits into the running head."""
    if k.unit.singkatan:
        return k.unit.singkatan
    return k.unit.nama if len(k.unit.nama) <= 48 else k.unit.kode


__all__ = ["build_naskah"]
