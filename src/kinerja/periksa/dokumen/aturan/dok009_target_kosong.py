"""DOK009: an indicator of the PK without a target."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.periksa.dokumen.bentuk import PERJANJIAN, Aturan
from kinerja.periksa.dokumen.model import PK_APA_PUN, RENCANA, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.selisih import yearly
from kinerja.periksa.dokumen.siap import BarisSiap
from kinerja.periksa.dokumen.susun import TIDAK_ADA
from kinerja.pohon.temuan import TingkatTemuan


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Rows without a target, with the target that another document prints for them."""
    for d in run.of(*PK_APA_PUN, *RENCANA):
        if not d.bertarget:
            continue
        for baris in d.baris:
            if baris.isi.dilaporkan or baris.baris.alasan:
                continue
            # A plan of several years leaves blank the years in which an indicator is not measured.
            if d.jenis in PK_APA_PUN or any(b.dokumen.jenis in PK_APA_PUN for b in _others(run, baris)):
                yield _finding(run, baris)


def _finding(run: Perbandingan, baris: BarisSiap) -> Temuan:
    lain = [yearly(b) for b in _others(run, baris) if yearly(b).isi.dilaporkan]
    b, *sisa = [n.teks for n in lain] or [("dokumen lain", TIDAK_ADA)]
    tanpa = "Isi targetnya, atau tulis bahwa tahun ini tidak ada target beserta alasannya."
    ada = f"{b[0]} memakai {b[1]}. " if lain else ""
    return Temuan(
        kode=ATURAN.kode,
        kategori="E",
        tingkat=ATURAN.tingkat,
        indikator=baris.nama,
        a=(baris.dokumen.nama, print_sel(baris.baris.target)),
        b=b,
        lain=tuple(sisa),
        pesan=f"{baris.dokumen.nama} tidak mencantumkan target. {ada}{tanpa}",
        baris_a=baris.baris.id,
        baris_b=lain[0].baris.baris.id if lain else None,
    )


def _others(run: Perbandingan, baris: BarisSiap) -> list[BarisSiap]:
    indikator = run.indikator_of(baris)
    layak = {id(b) for p in (indikator.pasang if indikator else ()) if p.layak for b in (p.a, p.b)}
    return [b for b in (indikator.baris if indikator else ()) if b is not baris and id(b) in layak]


ATURAN = Aturan(
    kode="DOK009",
    tingkat=TingkatTemuan.GALAT,
    kategori=("E",),
    judul="Indikator PK tanpa target",
    alasan="Tanpa target tidak ada yang dijanjikan, dan capaian tahun itu tidak dapat dihitung. Tanda strip tidak "
    "membedakan target yang lupa diisi dari indikator yang memang tidak ditargetkan tahun itu.",
    perbaikan="Isi targetnya, atau beri status tidak ada target tahun ini dengan alasan.",
    dasar=PERJANJIAN,
    contoh_buruk="PK: target kosong. LKjIP: target 94%, capaian 106,29%.",
    contoh_baik='PK: "-" dengan alasan: tidak ada pemilihan umum tahun ini.',
    periksa=check,
    periksa_ke=(9,),
)
