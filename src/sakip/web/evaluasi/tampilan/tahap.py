"""Stages as readers see them: the strip above a sheet, short labels, the look of a badge."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sakip.apps.evaluasi.models import TahapLembar, TahapNilai

LABEL_NILAI: dict[str, str | Promise] = {
    TahapNilai.MANDIRI: _("Mandiri"),
    TahapNilai.EVALUASI: _("Evaluasi"),
    TahapNilai.REVIU: _("Reviu"),
    TahapNilai.PANEL: _("Panel"),
    TahapNilai.AKHIR: _("Akhir"),
}
#: The badge: the unit's turn, APIP's turn, signed.
_KELAS = {
    TahapLembar.MANDIRI: "l-soga",
    TahapLembar.TANGGAPAN: "l-soga",
    TahapLembar.SANGGAH: "l-ingat",
    TahapLembar.FINAL: "l-baik",
}


def kecil(label: str) -> str:
    """A label inside a sentence: "Draf LHE" -> "draf LHE"."""
    return label[:1].lower() + label[1:]


def kelas_tahap(tahap: str) -> str:
    return _KELAS.get(TahapLembar(tahap), "l-nila")


@dataclass(frozen=True, slots=True)
class TahapTampil:
    nama: str
    kelas: str
    kini: bool


def build_tahapan(tahap: str) -> list[TahapTampil]:
    """All stages with the sheet's own among them; a final sheet has none ahead."""
    semua = list(TahapLembar)
    letak = semua.index(TahapLembar(tahap))
    return [
        TahapTampil(
            nama=str(satu.label),
            kelas="sudah" if n < letak else "",
            kini=n == letak,
        )
        for n, satu in enumerate(semua)
    ]
