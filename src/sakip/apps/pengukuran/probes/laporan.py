"""Probes of what an annual report can compare.

Whether a report was issued is not recorded here. These say only whether the figures that a comparison needs are
there; a report made from this system prints them, and one made elsewhere must be opened.
"""

from fractions import Fraction

from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.pengukuran.probes.bahan import (
    BELUM_JATUH_TEMPO,
    TANPA_INDIKATOR,
    capaian,
    capaian_kini,
    catat,
    realisasi_of,
    target_tahun,
    triwulan_lewat,
    tulis_nilai,
    wajib_tempo,
    with_note,
)
from sakip.apps.perencanaan.probes import MENENGAH, TANPA_RENCANA, rencana
from sakip.platform.probe.model import HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SEBAGIAN_BESAR, cannot_say, count, probe


@probe(
    "laporan-target-tahunan",
    nama="Bahan laporan: realisasi dibanding target tahunan",
    cara="Indikator yang target tahun dan realisasinya ada.",
    ambang=HAMPIR_SEMUA,
    unit=("3.b.3",),
    instansi=("3.b.4",),
    unit_2015=("C.II.6",),
)
def tahunan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = []
    for versi in wajib_tempo(sasaran):
        target, kini = target_tahun(sasaran, versi), realisasi_of(capaian_kini(sasaran, versi))
        if target is None or kini is None:
            catatan.append(catat(versi, False, _tanpa(("target", target), ("realisasi", kini))))
        else:
            catatan.append(catat(versi, True, f"realisasi {tulis_nilai(kini)}, target {tulis_nilai(target)}"))
    return with_note(
        count(
            catatan,
            ambang,
            kalimat="indikator dapat dibandingkan dengan target tahunan",
            kosong=TANPA_INDIKATOR,
            perubah="Lengkapi target dan realisasi indikator yang disebut.",
        )
    )


@probe(
    "laporan-target-menengah",
    nama="Bahan laporan: realisasi dibanding target jangka menengah",
    cara="Indikator yang realisasinya ada dan target tahun akhir rencananya terisi.",
    ambang=HAMPIR_SEMUA,
    unit=("3.b.4",),
    instansi=("3.b.5",),
    unit_2015=("A.I.c.19",),
)
def menengah(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    dokumen = isi.find(*MENENGAH)
    if dokumen is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    akhir = dokumen.tahun_selesai
    catatan = []
    for versi in wajib_tempo(sasaran):
        target = isi.target.get(versi.indikator_id, {}).get((akhir, None))
        kini = realisasi_of(capaian_kini(sasaran, versi))
        if target is None or kini is None:
            catatan.append(catat(versi, False, _tanpa((f"target {akhir}", target), ("realisasi", kini))))
        else:
            keterangan = f"realisasi {tulis_nilai(kini)}, target {akhir} {tulis_nilai(nilai_of(target))}"
            catatan.append(catat(versi, True, keterangan))
    return with_note(
        count(
            catatan,
            ambang,
            kalimat=f"indikator dapat dibandingkan dengan target {akhir}",
            kosong=TANPA_INDIKATOR,
            perubah="Lengkapi target tahun akhir rencana dan realisasi indikator yang disebut.",
        )
    )


@probe(
    "laporan-tahun-lalu",
    nama="Bahan laporan: realisasi dibanding tahun-tahun lalu",
    cara="Indikator yang realisasinya ada tahun ini dan setidaknya satu tahun sebelumnya.",
    ambang=SEBAGIAN_BESAR,
    unit=("3.b.5",),
    instansi=("3.b.6",),
    unit_2015=("C.II.8",),
)
def tahun_lalu(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = []
    for versi in wajib_tempo(sasaran):
        kini, lalu = realisasi_of(capaian_kini(sasaran, versi)), _tahun_terisi(sasaran, versi)
        if kini is None or not lalu:
            catatan.append(
                catat(versi, False, _tanpa(("realisasi tahun ini", kini), ("tahun lalu", lalu or None)))
            )
        else:
            catatan.append(catat(versi, True, f"tahun lalu yang ada: {', '.join(map(str, lalu))}"))
    return with_note(
        count(
            catatan,
            ambang,
            kalimat="indikator dapat dibandingkan dengan tahun-tahun lalu",
            kosong=TANPA_INDIKATOR,
            perubah="Isi realisasi tahun-tahun lalu indikator yang disebut.",
        )
    )


def _tahun_terisi(sasaran: SasaranProbe, versi: IndikatorVersi) -> list[int]:
    return sorted(
        tahun
        for (indikator_id, tahun, triwulan), baris in capaian(sasaran).items()
        if indikator_id == versi.indikator_id
        and triwulan is None
        and tahun < sasaran.tahun
        and realisasi_of(baris) is not None
    )


@probe(
    "laporan-standar-nasional",
    nama="Bahan laporan: realisasi dibanding standar nasional",
    cara="Indikator berstandar nasional di kamus yang realisasinya ada; indikator tanpa standar tidak dihitung.",
    ambang=HAMPIR_SEMUA,
    unit=("3.b.6",),
    instansi=("3.b.7",),
)
def nasional(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = []
    for versi in wajib_tempo(sasaran):
        if versi.standar_nasional is None and not versi.standar_sumber:
            continue
        kini = realisasi_of(capaian_kini(sasaran, versi))
        catatan.append(catat(versi, kini is not None, "" if kini is not None else "belum ada realisasi"))
    return with_note(
        count(
            catatan,
            ambang,
            kalimat="indikator berstandar nasional dapat dibandingkan",
            kosong="Kamus tidak mencatat standar nasional untuk indikator unit ini; ada tidaknya tidak terlihat.",
            perubah="Catat standar nasional beserta sumbernya di kamus, dan isi realisasinya.",
        )
    )


def _tanpa(*bagian: tuple[str, object]) -> str:
    return f"belum ada {' dan '.join(nama for nama, isi in bagian if isi is None)}"


PROBES = (tahunan, menengah, tahun_lalu, nasional)
