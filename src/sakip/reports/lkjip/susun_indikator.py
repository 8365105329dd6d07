"""One indicator of the report from its row of the unit's year."""

from __future__ import annotations

from decimal import Decimal

from kinerja.capaian import HasilCapaian, Polaritas, compute_capaian
from kinerja.nilai import Nilai
from kinerja.pembulatan import round_value
from sakip.apps.datakinerja.nilai import Keadaan as KeadaanData
from sakip.apps.pengukuran.selectors import BarisKinerja, KinerjaUnit
from sakip.reports.lkjip.dari_kinerja import capaian_from, nilai_from
from sakip.reports.lkjip.konteks import (
    AkhirPeriode,
    CapaianLaporan,
    IndikatorLaporan,
    Keadaan,
    NilaiLaporan,
    StandarNasional,
    TargetTahun,
    TitikRiwayat,
)
from sakip.reports.lkjip.susun_rencana import Rencana

_NAIK = {Polaritas.MAKS, Polaritas.LAJU_TURUN}
_TURUN = {Polaritas.MIN, Polaritas.MIN_B}


def build_indikator(
    b: BarisKinerja, kinerja: KinerjaUnit, rencana: Rencana, jabatan: dict[int, str]
) -> IndikatorLaporan:
    versi = b.versi
    target = rencana.target.get(b.indikator.pk, ())
    desimal = _desimal(b, target)
    polaritas = b.hasil.aturan.polaritas
    return IndikatorLaporan(
        kode=b.indikator.kode,
        nama=versi.nama,
        satuan=b.satuan,
        polaritas=polaritas.value,
        polaritas_teks=polaritas.sebutan,
        target=nilai_from(b.target, desimal),
        realisasi=_realisasi(b, desimal),
        capaian=capaian_from(b.hasil),
        batas=b.hasil.aturan.batas,
        desimal=desimal,
        iku=versi.is_iku,
        definisi=versi.definisi,
        rumus=versi.rumus,
        sumber=versi.sumber,
        frekuensi=versi.get_frekuensi_display().lower(),
        penanggung_jawab=jabatan.get(versi.pj_jabatan_id or 0, "") or versi.pj_teks,
        arah=_arah(b, kinerja.tahun),
        selisih=_selisih(b, kinerja.tahun, desimal),
        riwayat=_riwayat(b, kinerja, desimal),
        rencana=tuple(TargetTahun(tahun, nilai_from(nilai, desimal)) for tahun, nilai in target),
        akhir=_akhir(b.hasil, target, desimal),
        standar=_standar(b, desimal),
        catatan=_catatan(b),
        bukti=b.jumlah_bukti,
    )


def _desimal(b: BarisKinerja, target: tuple[tuple[int, Nilai], ...]) -> int:
    """One number of decimals for all figures of an indicator: the most that any of them was written with.

    A year made of its quarters counts with the decimals it needs, at most those the dictionary allows.
    """
    lama = (n for _, n in b.riwayat_realisasi)
    tertulis = [n for n in (b.target, *(n for _, n in target), *lama) if n is not None]
    terbanyak = max((n.desimal or 0 for n in tertulis), default=0)
    if b.realisasi is not None:
        perlu = b.realisasi.desimal or 0
        terbanyak = max(terbanyak, perlu if b.waktu is None else min(perlu, b.versi.desimal))
    return min(terbanyak, 4)


def _realisasi(b: BarisKinerja, desimal: int) -> NilaiLaporan:
    if b.realisasi is not None:
        nilai = nilai_from(b.realisasi, desimal)
        return NilaiLaporan(
            nilai.teks, nilai.angka, nilai.bawah, nilai.atas, nilai.pembanding, sementara=b.sementara
        )
    keadaan = {
        KeadaanData.BELUM_RILIS.value: Keadaan.BELUM_RILIS,
        KeadaanData.TIDAK_BERLAKU.value: Keadaan.TIDAK_BERLAKU,
    }.get(b.keadaan, Keadaan.BELUM)
    return NilaiLaporan(keadaan=keadaan, sebab=b.alasan or None)


def _lalu(b: BarisKinerja, tahun: int) -> Nilai | None:
    return dict(b.riwayat_realisasi).get(tahun - 1)


def _beda(b: BarisKinerja, tahun: int) -> Decimal | None:
    lalu = _lalu(b, tahun)
    if b.realisasi is None or lalu is None or b.realisasi.angka is None or lalu.angka is None:
        return None
    return b.realisasi.angka - lalu.angka if b.realisasi.pengali == lalu.pengali else None


def _selisih(b: BarisKinerja, tahun: int, desimal: int) -> NilaiLaporan | None:
    beda = _beda(b, tahun)
    return None if beda is None else nilai_from(Nilai.dari_angka(beda), desimal)


def _arah(b: BarisKinerja, tahun: int) -> str | None:
    """Better or worse than last year: by the value where more or less is good, else by the achievement."""
    polaritas = b.hasil.aturan.polaritas
    beda = _beda(b, tahun)
    if polaritas in _TURUN and beda is not None:
        beda = -beda
    elif polaritas not in _NAIK:
        lalu, kini = dict(b.tren).get(tahun - 1), b.hasil.terbatas
        beda = None if lalu is None or kini is None else kini - lalu
    if beda is None:
        return None
    return "tetap" if beda == 0 else "membaik" if beda > 0 else "memburuk"


def _riwayat(b: BarisKinerja, kinerja: KinerjaUnit, desimal: int) -> tuple[TitikRiwayat, ...]:
    capaian = dict(b.tren)
    hasil = []
    for tahun, nilai in b.riwayat_realisasi:
        lama = capaian.get(tahun)
        if nilai is None and lama is None:
            continue
        hasil.append(TitikRiwayat(tahun, nilai_from(nilai, desimal), capaian=_capaian_lalu(lama, b, kinerja)))
    return tuple(hasil)


def _capaian_lalu(nilai: Decimal | None, b: BarisKinerja, kinerja: KinerjaUnit) -> CapaianLaporan | None:
    """A stored achievement of an earlier year, rounded and graded by the rule of this report."""
    if nilai is None:
        return None
    aturan = b.hasil.aturan
    cetak = round_value(nilai, aturan.desimal, aturan.pembulatan)
    return CapaianLaporan(cetak, nilai, nilai, kinerja.skala.kategori_for(nilai).kode, "")


def _akhir(hasil: HasilCapaian, target: tuple[tuple[int, Nilai], ...], desimal: int) -> AkhirPeriode | None:
    if not target:
        return None
    tahun, nilai = target[-1]
    kemajuan = compute_capaian(aturan=hasil.aturan, target=nilai, realisasi=hasil.realisasi)
    return AkhirPeriode(tahun, nilai_from(nilai, desimal), capaian_from(kemajuan))


def _standar(b: BarisKinerja, desimal: int) -> StandarNasional | None:
    if b.versi.standar_nasional is None:
        return None
    return StandarNasional(
        nilai_from(Nilai.dari_angka(b.versi.standar_nasional.normalize() + 0), desimal),
        b.versi.standar_sumber,
    )


def _catatan(b: BarisKinerja) -> str:
    bagian = (
        ("Sebab", b.sebab),
        ("Kendala", b.kendala),
        ("Tindak lanjut", b.tindak_lanjut),
        ("Catatan", b.catatan),
    )
    return " ".join(f"{nama}: {isi.strip().rstrip('.')}." for nama, isi in bagian if isi.strip())
