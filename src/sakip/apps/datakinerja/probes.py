"""Probes of the dictionary: does every indicator say what it means, and how its figure comes about?"""

from fractions import Fraction

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import KamusUnit, kamus_unit
from sakip.platform.probe.lingkup import asal_unit, hari_nilai
from sakip.platform.probe.model import Alamat, CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, count, probe

TANPA_INDIKATOR = "Kamus belum memuat indikator milik unit ini."


def kamus(sasaran: SasaranProbe) -> KamusUnit:
    """The unit's dictionary in the year, shared by all probes of a sheet."""
    return sasaran.recall("kamus", lambda: kamus_unit(asal_unit(sasaran), hari_nilai(sasaran)))


def alamat_indikator(versi: IndikatorVersi) -> Alamat:
    return ("pengukuran:indikator", {"uid": str(versi.indikator.uid)}, "")


def record(versi: IndikatorVersi, kurang: list[str]) -> CatatanProbe:
    """An indicator that lacks the things named, or nothing."""
    keterangan = f"belum ada: {', '.join(kurang)}" if kurang else ""
    return CatatanProbe(versi.nama, not kurang, keterangan, alamat_indikator(versi))


@probe(
    "kamus-definisi",
    nama="Indikator punya definisi operasional dan cara menghitung",
    cara="Indikator milik unit pada tahun itu yang definisi dan rumusnya terisi.",
    ambang=HAMPIR_SEMUA,
    unit=("2.a.2",),
    instansi=("2.a.2",),
)
def definisi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = [
        record(versi, missing({"definisi": versi.definisi, "rumus": versi.rumus}))
        for versi in kamus(sasaran).berlaku
    ]
    return count(
        catatan,
        ambang,
        kalimat="indikator punya definisi dan rumus",
        kosong=TANPA_INDIKATOR,
        perubah="Lengkapi definisi dan rumus indikator yang belum memilikinya di kamus.",
    )


@probe(
    "kamus-mekanisme",
    nama="Pengumpulan data tiap indikator jelas sumber, waktu, dan penanggung jawabnya",
    cara="Indikator milik unit yang sumber data, frekuensi, dan penanggung jawabnya terisi (53/2014 Lamp. II.H).",
    ambang=HAMPIR_SEMUA,
    unit=("2.a.3",),
    instansi=("2.a.3",),
    unit_2015=("B.I.3",),
)
def mekanisme(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = [
        record(versi, missing({"sumber data": versi.sumber, "penanggung jawab": owner(versi)}))
        for versi in kamus(sasaran).berlaku
    ]
    return count(
        catatan,
        ambang,
        kalimat="indikator punya sumber data dan penanggung jawab",
        kosong=TANPA_INDIKATOR,
        perubah="Isi sumber data dan penanggung jawab indikator yang belum memilikinya.",
    )


def missing(bagian: dict[str, object]) -> list[str]:
    """Names of the parts that are not filled in."""
    return [nama for nama, isi in bagian.items() if isi in (None, "", [])]


def owner(versi: IndikatorVersi) -> object:
    return versi.pj_jabatan_id if versi.pj_jabatan_id is not None else versi.pj_teks


PROBES = (definisi, mekanisme)
