"""Teams as the set-up page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sakip.apps.evaluasi.models import AnggotaTim, Evaluasi, PeranTim


@dataclass(frozen=True, slots=True)
class AnggotaTampil:
    peran: str
    nama: str


@dataclass(frozen=True, slots=True)
class TimTampil:
    uid: UUID
    nama: str
    surat_tugas: str
    tanggal_surat: date | None
    anggota: tuple[AnggotaTampil, ...]
    n_lembar: int


def urut_peran(anggota: AnggotaTim) -> tuple[int, str]:
    """From the one who signs down to the members is the reverse of how the work goes: members come first."""
    return PeranTim.values.index(anggota.peran), anggota.jabatan_teks


def build_tim(evaluasi: Evaluasi, lembar: Mapping[int | None, int]) -> list[TimTampil]:
    """All teams with their members and the number of their sheets: two queries."""
    return [
        TimTampil(
            tim.uid,
            tim.nama,
            tim.surat_tugas,
            tim.tanggal_surat,
            tuple(
                AnggotaTampil(a.get_peran_display(), a.jabatan_teks or str(a.pengguna))
                for a in sorted(tim.anggota_set.all(), key=urut_peran)
            ),
            lembar.get(tim.pk, 0),
        )
        for tim in evaluasi.tim_set.prefetch_related("anggota_set__pengguna").order_by("nama")
    ]
