"""The five steps of PermenPANRB 89/2021: what each one still lacks. Listed, not refused."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import JenisPohonSimpul, PaguIndikatif, Pohon, PohonIndikator, PohonSimpul
from sakip.apps.perencanaan.selectors.dokumen import TINGKAT_PROGRAM
from sakip.apps.perencanaan.selectors.pohon import BaganPohon

J = JenisPohonSimpul
#: The last levels: below them nothing is asked.
UJUNG = (J.KELUARAN, J.OPERASIONAL)
Baris = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Kurang:
    """One thing a step still lacks: where, and which field mends it."""

    pesan: str
    bidang: str
    simpul_uid: str = ""
    pernyataan: str = ""


def kurang_langkah(pohon: Pohon, langkah: int, bagan: BaganPohon | None = None) -> list[Kurang]:
    """What the step lacks, in the order of the tree. One query, two at most; the rows of `bagan` are not read again."""
    if bagan is not None and bagan.utuh:
        hidup = [satu for satu in bagan.simpul if satu["pensiun_pada"] is None]
        return list(_PEMERIKSA[langkah](pohon, hidup, bagan.indikator))
    baris: QuerySet[PohonSimpul, Any] = (
        PohonSimpul.objects.filter(pohon=pohon, pensiun_pada__isnull=True)
        .order_by("urutan", "id")
        .values(
            "id", "uid", "induk_id", "jenis", "pernyataan", "simpul_id", "simpul__jenis",
            "pemilik_jabatan_id", "pemilik_teks",
        )
    )  # fmt: skip
    return list(_PEMERIKSA[langkah](pohon, list(baris), None))


def _hasil(pohon: Pohon, simpul: Baris, berindikator: Collection[int] | None) -> Iterator[Kurang]:
    if not any(satu["jenis"] == J.HASIL for satu in simpul):
        yield Kurang(_("Belum ada hasil yang akan dijabarkan."), "jenis")
    if not pohon.dasar_hasil.strip():
        yield Kurang(_("Dasar hasil (mandat, isu strategis, ekspektasi) belum ditulis."), "dasar_hasil")


def _csf(pohon: Pohon, simpul: Baris, berindikator: Collection[int] | None) -> Iterator[Kurang]:
    berhasil = {satu["induk_id"] for satu in simpul if satu["jenis"] in (J.HASIL, J.CSF)}
    for satu in simpul:
        if satu["jenis"] == J.HASIL and satu["id"] not in berhasil:
            yield _at(satu, _("belum punya faktor kunci keberhasilan (CSF)"), "anak")


def _antara(pohon: Pohon, simpul: Baris, berindikator: Collection[int] | None) -> Iterator[Kurang]:
    berinduk = {satu["induk_id"] for satu in simpul}
    for satu in simpul:
        if satu["jenis"] in (J.CSF, J.KONDISI_ANTARA) and satu["id"] not in berinduk:
            yield _at(satu, _("belum diuraikan sampai keluaran atau kondisi operasional"), "anak")


def _indikator(pohon: Pohon, simpul: Baris, berindikator: Collection[int] | None) -> Iterator[Kurang]:
    ada = berindikator
    if ada is None:
        ada = set(PohonIndikator.objects.filter(simpul__pohon=pohon).values_list("simpul_id", flat=True))
    for satu in simpul:
        if satu["id"] not in ada:
            yield _at(satu, _("belum punya indikator"), "indikator")


def _tautan(pohon: Pohon, simpul: Baris, berindikator: Collection[int] | None) -> Iterator[Kurang]:
    berpagu = set(
        PaguIndikatif.objects.filter(simpul__pohon_set__pohon=pohon, tahun=pohon.tahun).values_list(
            "simpul_id", flat=True
        )
    )
    for satu in simpul:
        if satu["simpul_id"] is None:
            yield _at(satu, _("belum tertaut ke komponen perencanaan"), "simpul")
        elif satu["simpul__jenis"] in TINGKAT_PROGRAM and satu["simpul_id"] not in berpagu:
            yield _at(satu, _("program atau kegiatannya belum punya pagu tahun ini"), "simpul")
        if satu["pemilik_jabatan_id"] is None:
            yield _at(satu, _("belum punya jabatan penanggung jawab"), "pemilik_jabatan")


def _at(satu: Mapping[str, Any], pesan: str, bidang: str) -> Kurang:
    return Kurang(pesan, bidang, str(satu["uid"]), satu["pernyataan"])


#: Given are the tree, its conditions, and which of them have an indicator when that is known already.
_PEMERIKSA: Mapping[int, Callable[[Pohon, Baris, Collection[int] | None], Iterator[Kurang]]] = {
    1: _hasil, 2: _csf, 3: _antara, 4: _indikator, 5: _tautan,
}  # fmt: skip
