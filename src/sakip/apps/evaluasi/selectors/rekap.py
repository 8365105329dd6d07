"""All sheets of an evaluation side by side: six queries, however many units there are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kinerja.instrumen import GalatInstrumen, Instrumen, grade_for
from kinerja.instrumen.gabungan import HasilGabungan, combine
from sakip.apps.evaluasi.bacaan import BarisRekap, RataKlaster, Rekap
from sakip.apps.evaluasi.convert import parse_exact
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    Evaluasi,
    HasilLembar,
    LembarKerja,
    ProfilLembar,
)
from sakip.apps.evaluasi.selectors.dasar import garis_unit, hasil_of, nama_unit, pick_akhir, riwayat_kota
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.platform.organisasi.models import KlasterAkip, UnitVersi

#: unit -> (total, predikat) of a year's final results.
Lalu = Mapping[int, tuple[Fraction, str]]
#: Instruments whose combined sheet `kinerja` knows how to put together.
_KELUARGA = "akip-88-2021"


def rekap(evaluasi: Evaluasi, tahap: str | None = None) -> Rekap:
    """Totals, predikat, components, rank and last year of every sheet.

    At `tahap`, or without one what APIP says now. Means and ranks take complete sheets only.
    """
    lembar = list(
        LembarKerja.objects.filter(evaluasi=evaluasi)
        .select_related("unit", "instrumen")
        .order_by("unit__kode")
    )
    hasil = hasil_of([satu.pk for satu in lembar])
    versi = nama_unit([satu.unit_id for satu in lembar], evaluasi.tahun)
    garis = garis_unit(evaluasi.instansi_id, [satu.unit_id for satu in lembar], evaluasi.tahun)
    lalu = _last_year(evaluasi)
    baris = [
        _row(satu, hasil.get(satu.pk, {}), tahap, versi.get(satu.unit_id), _first(garis[satu.unit_id], lalu))
        for satu in lembar
    ]
    unit = _ranked([satu for satu in baris if satu.lembar.instrumen.profil == ProfilLembar.UNIT])
    instansi = next((satu for satu in baris if satu.lembar.instrumen.profil == ProfilLembar.INSTANSI), None)
    instrumen = _instrument(evaluasi, unit, instansi)
    lengkap = [satu for satu in unit if satu.lengkap]
    return Rekap(
        evaluasi=evaluasi,
        tahap=tahap,
        instrumen=instrumen,
        baris=tuple(unit),
        instansi=instansi,
        rata_klaster=_clusters(instrumen, unit),
        rata_unit=_mean([satu.total for satu in lengkap if satu.total is not None]),
        gabungan=_combine(evaluasi, instrumen, instansi, lengkap),
        sementara=len(lengkap) < len(unit) or (instansi is not None and not instansi.lengkap),
        sebaran=_distribution(instrumen, unit),
        riwayat=riwayat_kota(evaluasi.instansi),
    )


def _last_year(evaluasi: Evaluasi) -> Lalu:
    baris = HasilLembar.objects.filter(
        lembar__instansi_id=evaluasi.instansi_id,
        lembar__evaluasi__tahun=evaluasi.tahun - 1,
        tahap__in=RANTAI_APIP,
    ).values_list("lembar__unit_id", "tahap", "total", "predikat")
    urut = {str(tahap): n for n, tahap in enumerate(RANTAI_APIP)}
    return {
        unit_id: (parse_exact(total), predikat)
        for unit_id, _, total, predikat in sorted(baris, key=lambda satu: urut[satu[1]])
    }


def _first(garis: Sequence[int], lalu: Lalu) -> tuple[Fraction, str] | None:
    return next((lalu[satu] for satu in garis if satu in lalu), None)


def _row(
    lembar: LembarKerja,
    hasil: Mapping[str, HasilLembar],
    tahap: str | None,
    versi: UnitVersi | None,
    lalu: tuple[Fraction, str] | None,
) -> BarisRekap:
    milik = pick_akhir(hasil) if tahap is None else hasil.get(tahap)
    return BarisRekap(
        lembar=lembar,
        unit=lembar.unit,
        versi=versi,
        klaster=lembar.klaster,
        tahap=lembar.tahap,
        total=None if milik is None else parse_exact(milik.total),
        predikat="" if milik is None else milik.predikat,
        komponen={} if milik is None else {k: parse_exact(v) for k, v in milik.komponen.items()},
        belum=0 if milik is None else len(milik.belum),
        peringkat=None,
        total_lalu=None if lalu is None else lalu[0],
        predikat_lalu="" if lalu is None else lalu[1],
        hasil=hasil,
    )


def _ranked(baris: Sequence[BarisRekap]) -> list[BarisRekap]:
    """Best first; equal totals share a rank, incomplete sheets have none and stand last."""
    totals = sorted((satu.total for satu in baris if satu.lengkap and satu.total is not None), reverse=True)
    letak: dict[Fraction, int] = {}
    for nomor, total in enumerate(totals, 1):
        letak.setdefault(total, nomor)
    bernomor = [_with_rank(satu, letak) for satu in baris]
    return sorted(bernomor, key=lambda satu: (satu.peringkat is None, satu.peringkat or 0, satu.unit.kode))


def _with_rank(baris: BarisRekap, letak: Mapping[Fraction, int]) -> BarisRekap:
    if not baris.lengkap or baris.total is None:
        return baris
    return replace(baris, peringkat=letak[baris.total])


def _instrument(evaluasi: Evaluasi, unit: Sequence[BarisRekap], instansi: BarisRekap | None) -> Instrumen:
    """The units' instrument: its bands and components head the table. Pins of the sheets need no query."""
    contoh = unit[0] if unit else instansi
    if contoh is not None:
        return muat_instrumen(contoh.lembar.instrumen)
    return muat_instrumen(evaluasi.instrumen_set.get(profil=ProfilLembar.UNIT))


def _mean(nilai: Sequence[Fraction]) -> Fraction | None:
    return sum(nilai, Fraction(0)) / len(nilai) if nilai else None


def _clusters(instrumen: Instrumen, baris: Sequence[BarisRekap]) -> tuple[RataKlaster, ...]:
    hasil = []
    for klaster in KlasterAkip:
        anggota = [satu for satu in baris if satu.klaster == klaster]
        rata = _mean([satu.total for satu in anggota if satu.lengkap and satu.total is not None])
        hasil.append(
            RataKlaster(
                klaster=str(klaster),
                label=str(klaster.label),
                n=sum(satu.lengkap for satu in anggota),
                dari=len(anggota),
                rata=rata,
                predikat="" if rata is None else grade_for(instrumen, rata).kode,
            )
        )
    return tuple(hasil)


def _combine(
    evaluasi: Evaluasi, instrumen: Instrumen, instansi: BarisRekap | None, lengkap: Sequence[BarisRekap]
) -> HasilGabungan | None:
    """The government's value by the declared formula; None while its own sheet is not complete."""
    keluarga = (instrumen.id, instrumen.induk or "")
    if instansi is None or not instansi.lengkap or instansi.total is None:
        return None
    if not any(satu.startswith(_KELUARGA) for satu in keluarga):
        return None
    unit: dict[str, list[Fraction]] = {}
    for satu in lengkap:
        if satu.klaster and satu.total is not None:
            unit.setdefault(satu.klaster, []).append(satu.total)
    try:
        return combine(instansi.total, unit, cara=evaluasi.cara_gabung)
    except GalatInstrumen:
        return None


def _distribution(instrumen: Instrumen, baris: Sequence[BarisRekap]) -> Mapping[str, int]:
    """How many units have each predikat, best first; under "" those without one."""
    hasil = dict.fromkeys((*instrumen.predikat.kode, ""), 0)
    for satu in baris:
        kunci = satu.predikat if satu.lengkap else ""
        hasil[kunci] = hasil.get(kunci, 0) + 1
    return hasil
