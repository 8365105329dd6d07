"""The recap of an evaluation on one printed page: every unit, clusters, the government's value, its past."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import cast

from kinerja.instrumen import to_cetak
from sakip.apps.evaluasi.bacaan import BarisRekap, Rekap
from sakip.apps.evaluasi.selectors.susun_lhe import evaluator_of
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import SifatData
from sakip.reports.angka import MINUS, format_tanggal
from sakip.reports.lkjip.susun_organisasi import load_instansi
from sakip.reports.naskah import (
    Baris,
    Blok,
    Fakta,
    Kolom,
    Kop,
    Paragraf,
    Sel,
    Surat,
    Tabel,
    clean_tree,
)

_TANPA = "–"
#: Explanations give a fraction with its rounded value; on paper the rounded one is enough.
_EKSAK = re.compile(r"\d+/\d+ \(≈ (\d+,\d+)\)")


def build_rekap(rekap: Rekap, *, disusun_pada: date | None = None) -> Surat:
    evaluasi = rekap.evaluasi
    instansi = load_instansi(evaluasi.instansi)
    hari = disusun_pada or today()
    hal = f"Rekapitulasi Hasil Evaluasi AKIP Tahun {evaluasi.tahun}"
    surat = Surat(
        judul=f"{hal}, {instansi.nama}",
        singkat=f"Rekap AKIP {evaluasi.tahun} · disusun {format_tanggal(hari)}",
        penulis=instansi.nama,
        uraian="Rekapitulasi hasil evaluasi akuntabilitas kinerja.",
        kata_kunci=("AKIP", "rekapitulasi", str(evaluasi.tahun)),
        tanggal=hari,
        contoh=evaluasi.instansi.sifat_data == SifatData.CONTOH,
        kop=Kop(instansi.nama, evaluator_of(evaluasi.instansi, hari), instansi.logo, instansi.logo_alt),
        rincian=(),
        hal=hal,
        tempat_tanggal="",
        tujuan=(),
        isi=(*_ringkas(rekap), _unit(rekap), _klaster(rekap), *_pemerintah(rekap), *_riwayat(rekap)),
    )
    return cast(Surat, clean_tree(surat))


def _cetak(nilai: Fraction | None) -> str:
    return _TANPA if nilai is None else to_cetak(nilai).replace("-", MINUS)


def _ringkas(rekap: Rekap) -> list[Blok]:
    lengkap = sum(satu.lengkap for satu in rekap.baris)
    sebaran = [f"{kode} {n}" for kode, n in rekap.sebaran.items() if kode and n]
    butir = [
        (Sel(f"{lengkap} dari {len(rekap.baris)}"), "unit dengan hasil lengkap"),
        (Sel(_cetak(rekap.rata_unit)), "rata-rata nilai unit"),
        (Sel(", ".join(sebaran) or _TANPA), "jumlah unit per predikat"),
    ]
    if rekap.gabungan is not None:
        butir.append(
            (Sel(f"{_cetak(rekap.gabungan.total)} {rekap.gabungan.predikat.kode}"), "nilai pemerintah daerah")
        )
    return [Fakta(tuple(butir))]


def _unit(rekap: Rekap) -> Tabel:
    komponen = rekap.instrumen.komponen
    kolom = [Kolom("No", "kanan"), Kolom("Unit", lebar=1), Kolom("Klaster")]
    kolom += [Kolom(f"K{k.kode}", "kanan") for k in komponen]
    kolom += [Kolom(j, "kanan") for j in ("Nilai", "Predikat", str(rekap.evaluasi.tahun - 1), "Ubah")]
    bobot = "; ".join(f"K{k.kode} {k.nama} ({_cetak(k.bobot)})" for k in komponen)
    return Tabel(
        "Hasil menurut unit, dari nilai tertinggi",
        tuple(kolom),
        tuple(_baris(rekap, satu) for satu in rekap.baris),
        kaki=(
            f"{bobot}. Warna menurut bagian dari bobot komponen. Unit yang belum lengkap tidak diberi peringkat.",
        ),
        bernomor=False,
    )


def _baris(rekap: Rekap, satu: BarisRekap) -> Baris:
    nomor = _TANPA if satu.peringkat is None else str(satu.peringkat)
    sel = [Sel(nomor), Sel(satu.nama), Sel(satu.klaster)]
    for k in rekap.instrumen.komponen:
        nilai = satu.komponen.get(k.kode)
        sel.append(Sel(_cetak(nilai), panas=_heat(nilai, k.bobot)))
    predikat = satu.predikat if satu.lengkap else "belum"
    selisih = _cetak(satu.selisih)
    tanda = f"+{selisih}" if satu.selisih is not None and satu.selisih > 0 else selisih
    sel += [Sel(_cetak(satu.total), tebal=True), Sel(predikat, redup=not satu.lengkap)]
    return Baris((*sel, Sel(_cetak(satu.total_lalu)), Sel(tanda)))


def _heat(nilai: Fraction | None, bobot: Fraction | None) -> int:
    """Five steps of the share of the weight, at the bounds of the bands C, CC, B and BB."""
    if nilai is None or not bobot:
        return 0
    persen = nilai / bobot * 100
    return 1 + sum(persen > batas for batas in (50, 60, 70, 80))


def _klaster(rekap: Rekap) -> Tabel:
    return Tabel(
        "Rata-rata menurut klaster",
        (
            Kolom("Klaster", lebar=1),
            Kolom("Unit lengkap", "kanan"),
            Kolom("Rata-rata", "kanan"),
            Kolom("Predikat"),
        ),
        tuple(
            Baris((Sel(k.label), Sel(f"{k.n} dari {k.dari}"), Sel(_cetak(k.rata)), Sel(k.predikat or _TANPA)))
            for k in rekap.rata_klaster
        ),
        bernomor=False,
        utuh=True,
    )


def _pemerintah(rekap: Rekap) -> list[Blok]:
    if rekap.gabungan is None:
        return []
    sementara = " Sebagian lembar belum lengkap, sehingga nilai ini sementara." if rekap.sementara else ""
    penjelasan = _EKSAK.sub(r"\1", rekap.gabungan.penjelasan).rstrip(".")
    return [Paragraf(f"{penjelasan}.{sementara}")]


def _riwayat(rekap: Rekap) -> list[Blok]:
    if not rekap.riwayat:
        return []
    return [
        Tabel(
            "Nilai pemerintah daerah menurut tahun kinerja",
            (
                Kolom("Tahun"),
                Kolom("Instrumen"),
                Kolom("Nilai", "kanan"),
                Kolom("Predikat"),
                Kolom("Keterangan", lebar=1),
            ),
            tuple(
                Baris(
                    (
                        Sel(str(r.tahun)),
                        Sel(r.instrumen),
                        Sel(_cetak(Fraction(r.total))),
                        Sel(r.predikat),
                        Sel(r.keterangan or _TANPA),
                    )
                )
                for r in rekap.riwayat
            ),
            kaki=("Nilai dari instrumen yang berbeda tidak dapat dibandingkan langsung.",)
            if len({r.instrumen for r in rekap.riwayat}) > 1
            else (),
            bernomor=False,
            utuh=True,
        )
    ]
