"""Worked examples by the real engine: what a polarity makes of target 10 and realisasi 12, and of one's own numbers."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kinerja.agregasi import AgregasiWaktu, aggregate_waktu
from kinerja.capaian import compute_capaian
from kinerja.nilai import Nilai, read_value
from kinerja.pembulatan import round_value
from sakip.apps.datakinerja.convert import aturan_of
from sakip.apps.datakinerja.models import AgregasiWaktu as AgregasiIsian
from sakip.apps.datakinerja.models import IndikatorVersi, PolaritasIndikator

#: Target and realisasi of each polarity's example; a ladder stands for the ordinal one.
_CONTOH = {
    PolaritasIndikator.RENTANG: ("8-12", "11"),
    PolaritasIndikator.RENTANG_BIAYA: ("8-12", "13"),
    PolaritasIndikator.ORDINAL: ("BB", "B"),
    PolaritasIndikator.AMBANG: (">= 10", "12"),
}
_BAWAAN = ("10", "12")
_TANGGA = ["D", "C", "CC", "B", "BB", "A", "AA"]
#: Course of achievement over the realisasi, in a box of 96 x 40: the shape of each rule.
_GARIS = {
    "maks": "4,36 92,4",
    "min": "4,4 92,36",
    "min_b": "4,4 30,22 92,33",
    "rentang": "4,36 34,6 62,6 92,36",
    "rentang_biaya": "4,36 34,6 62,6 92,36",
    "stabil": "4,36 48,4 92,36",
    "ordinal": "4,34 26,34 26,24 48,24 48,14 70,14 70,5 92,5",
    "ambang": "4,34 48,34 48,6 92,6",
    "laju_turun": "4,36 92,4",
}


@dataclass(frozen=True, slots=True)
class ContohPolaritas:
    kode: str
    label: str
    gambar: SafeString
    penjelasan: str
    target: str
    realisasi: str
    capaian: str


def try_capaian(versi: IndikatorVersi, target: str, realisasi: str) -> str:
    """The achievement of two figures as typed, or why there is none."""
    hasil = compute_capaian(
        aturan=aturan_of(versi), target=_read(versi, target), realisasi=_read(versi, realisasi)
    )
    if hasil.terbatas is None:
        return str(_("tidak dapat dihitung"))
    return f"{round_value(hasil.terbatas, 2):f}%".replace(".", ",")


def _read(versi: IndikatorVersi, teks: str) -> Nilai:
    return Nilai.ordinal(teks) if versi.polaritas == "ordinal" else read_value(teks)


def examples() -> list[ContohPolaritas]:
    return [_example(satu) for satu in PolaritasIndikator]


def _example(polaritas: PolaritasIndikator) -> ContohPolaritas:
    target, realisasi = _CONTOH.get(polaritas, _BAWAAN)
    ordinal = polaritas == PolaritasIndikator.ORDINAL
    versi = IndikatorVersi(polaritas=polaritas, peringkat=_TANGGA if ordinal else [])
    label = str(polaritas.label)
    return ContohPolaritas(
        polaritas.value,
        label,
        draw(polaritas.value, label),
        explain()[polaritas.value],
        target,
        realisasi,
        try_capaian(versi, target, realisasi),
    )


def draw(kode: str, label: str) -> SafeString:
    """The shape of a rule: realisasi to the right, achievement upwards."""
    alternatif = _("Bagan %(label)s: realisasi ke kanan, capaian ke atas") % {"label": label.lower()}
    return format_html(
        '<svg class="s-polaritas" viewBox="0 0 96 40" width="96" height="40" role="img" aria-label="{}">'
        '<path class="sumbu" d="M2 2V38H94" fill="none"></path><polyline points="{}" fill="none"></polyline></svg>',
        alternatif,
        _GARIS[kode],
    )


def explain() -> dict[str, str]:
    return {
        "maks": _("Realisasi di atas target lebih baik, misalnya cakupan layanan."),
        "min": _(
            "Realisasi di bawah target lebih baik, misalnya angka kemiskinan: (2 × target − realisasi) ÷ target."
        ),
        "min_b": _("Realisasi di bawah target lebih baik, dihitung target ÷ realisasi."),
        "rentang": _("Terbaik bila realisasi berada di antara dua batas target."),
        "rentang_biaya": _("Terbaik di antara dua batas waktu atau biaya."),
        "stabil": _(
            "Terbaik bila realisasi tepat pada target; lebih dan kurang sama-sama menurunkan capaian."
        ),
        "ordinal": _("Predikat atau peringkat yang naik bertangga, misalnya C, CC, B, BB, A."),
        "ambang": _("Tercapai bila melewati ambang, misalnya ≥ 90."),
        "laju_turun": _("Target adalah besarnya penurunan; penurunan yang lebih besar lebih baik."),
    }


#: Four quarters as reported; the year follows from them.
TRIWULAN_CONTOH = (Decimal(10), Decimal(20), Decimal(15), Decimal(25))


def aggregation_examples() -> list[tuple[str, str, str]]:
    """Each way from quarters to a year: its code, its name, and what the engine makes of 10, 20, 15 and 25."""
    hasil = []
    for satu in AgregasiIsian:
        setahun = aggregate_waktu(cara=AgregasiWaktu(satu.value), nilai=TRIWULAN_CONTOH).nilai
        teks = "" if setahun is None else f"{setahun.normalize():f}".replace(".", ",")
        hasil.append((satu.value, str(satu.label), teks))
    return hasil
