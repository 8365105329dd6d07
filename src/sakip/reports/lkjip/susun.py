"""Assembling the context of an LKjIP from the selectors. The only module of the report that knows Django."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from kinerja.agregasi import HasilAgregasi
from sakip.apps.pengukuran.models import CaraAgregasiPohon
from sakip.apps.pengukuran.selectors import KelompokSasaran, KinerjaUnit, kinerja_unit, unit_visible_to
from sakip.apps.perencanaan.selectors import TINGKAT_PROGRAM
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit
from sakip.reports.lkjip.dari_kinerja import skala_from
from sakip.reports.lkjip.konteks import (
    AnggaranLaporan,
    AturanLaporan,
    IndikatorLaporan,
    KonteksLKjIP,
    ProgramLaporan,
    RataLaporan,
    RincianLaporan,
    SasaranLaporan,
)
from sakip.reports.lkjip.susun_anggaran import budget_of, efficiency_of, load_program
from sakip.reports.lkjip.susun_indikator import build_indikator
from sakip.reports.lkjip.susun_organisasi import load_instansi, load_unit
from sakip.reports.lkjip.susun_rencana import Rencana, load_perjanjian, load_rencana
from sakip.reports.lkjip.uraian import with_uraian

_RATA = {
    CaraAgregasiPohon.BERJENJANG: (
        "rata-rata capaian indikator menjadi capaian sasaran; rata-rata capaian sasaran menjadi capaian unit"
    ),
    CaraAgregasiPohon.DATAR: "capaian sasaran dan capaian unit masing-masing rata-rata seluruh indikatornya",
    CaraAgregasiPohon.GEOMETRIK: "rata-rata geometrik berjenjang: indikator, sasaran, unit",
}


@translation.override("id")
def assemble_lkjip(
    *, unit: Unit, tahun: int, pengguna: Pengguna | None = None, disusun_pada: date | None = None
) -> KonteksLKjIP:
    """Everything the report of this unit and year shows; Unit.DoesNotExist when the reader may not see it.

    Without a reader (the command line, a job) nothing is hidden: who runs those has the whole install.
    """
    if pengguna is not None and not unit_visible_to(pengguna).filter(pk=unit.pk).exists():
        raise Unit.DoesNotExist
    kinerja = kinerja_unit(unit=unit, tahun=tahun)
    organisasi = load_unit(unit, tahun, kinerja)
    rencana = load_rencana(kinerja)
    program, anggaran = load_program(unit, tahun, kinerja)
    sasaran = _sasaran(kinerja, rencana, program, organisasi.jabatan)
    instansi = load_instansi(unit.instansi)
    konteks = KonteksLKjIP(
        tahun=tahun,
        disusun_pada=disusun_pada or today(),
        instansi=instansi,
        unit=organisasi.unit,
        skala=skala_from(kinerja.skala),
        aturan=_aturan(kinerja, sasaran),
        rata=rata_from(kinerja.rata),
        sasaran=sasaran,
        anggaran=anggaran,
        program=program,
        rincian=_rincian(unit, tahun, organisasi.jabatan),
        rencana=rencana.dokumen,
        perjanjian=load_perjanjian(kinerja, organisasi.unit.nama),
        catatan_data=_catatan(kinerja),
    )
    return with_uraian(konteks)


def rata_from(rata: HasilAgregasi) -> RataLaporan:
    return RataLaporan(
        cetak=rata.cetak,
        mentah=rata.nilai,
        kategori=rata.kategori.kode if rata.kategori else None,
        terukur=rata.n_dihitung,
        dari=rata.n_wajib,
        penjelasan=str(rata),
    )


def _rincian(unit: Unit, tahun: int, jabatan: dict[int, str]) -> tuple[RincianLaporan, ...]:
    kinerja = kinerja_unit(unit=unit, tahun=tahun, tingkat=TINGKAT_PROGRAM)
    return tuple(
        RincianLaporan(
            tingkat=k.jenis.replace("_", " "),
            nama=k.pernyataan,
            indikator=tuple(build_indikator(b, kinerja, Rencana(), jabatan) for b in k.baris),
            kode=k.simpul.kode if k.simpul else "",
        )
        for k in kinerja.kelompok
        if k.baris
    )


def _sasaran(
    kinerja: KinerjaUnit, rencana: Rencana, program: tuple[ProgramLaporan, ...], jabatan: dict[int, str]
) -> tuple[SasaranLaporan, ...]:
    hitung: dict[str, int] = {}
    hasil = []
    for nomor, kelompok in enumerate(kinerja.kelompok, 1):
        jenis = "Tujuan" if kelompok.jenis == "tujuan" else "Sasaran"
        hitung[jenis] = hitung.get(jenis, 0) + 1
        indikator = tuple(build_indikator(b, kinerja, rencana, jabatan) for b in kelompok.baris)
        uang = budget_of(nomor, program)
        hasil.append(_satu(nomor, f"{jenis} {hitung[jenis]}", kelompok, indikator, uang))
    return tuple(hasil)


def _satu(
    nomor: int,
    sebutan: str,
    kelompok: KelompokSasaran,
    indikator: tuple[IndikatorLaporan, ...],
    uang: AnggaranLaporan,
) -> SasaranLaporan:
    return SasaranLaporan(
        nomor=nomor,
        pernyataan=kelompok.pernyataan,
        indikator=indikator,
        rata=rata_from(kelompok.rata),
        anggaran=uang,
        efisiensi=efficiency_of(kelompok.rata.nilai, uang),
        sebutan=sebutan,
    )


def _aturan(kinerja: KinerjaUnit, sasaran: tuple[SasaranLaporan, ...]) -> AturanLaporan:
    batas = {i.batas for s in sasaran for i in s.indikator}
    if batas <= {None}:
        teks = "tanpa batas atas"
    elif len(batas) == 1:
        teks = f"paling tinggi {next(iter(batas)):f}".replace(".", ",")
    else:
        teks = "menurut kamus setiap indikator"
    dasar = f" ({kinerja.pedoman.dasar})" if kinerja.pedoman.dasar else ""
    return AturanLaporan(
        batas=teks, cara=kinerja.pedoman.cara.value, rata=_RATA[kinerja.pedoman.cara] + dasar
    )


def _catatan(kinerja: KinerjaUnit) -> tuple[str, ...]:
    """Where the source printed another figure than its own target and realisasi give."""
    hasil = []
    for b in kinerja.semua_baris:
        cetak = b.hasil.cetak
        if not b.tercetak or cetak is None:
            continue
        angka = f"{cetak:f}".replace(".", ",")
        if b.tercetak.replace(".", ",").replace("%", "").strip().rstrip("0").rstrip(",") != angka.rstrip(
            "0"
        ).rstrip(","):
            hasil.append(
                f"{b.versi.nama}: sumber mencetak capaian {b.tercetak}, hasil hitung dari target dan "
                f"realisasinya {angka}."
            )
    return tuple(hasil)
