"""Trying an entry before it is kept: hints on its wording by the tree's rules, and its arithmetic by the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kinerja.capaian import AturanTidakSah
from kinerja.nilai import read_value
from kinerja.pohon.lint import lint
from kinerja.pohon.model import IndikatorPohon, Pohon, SimpulPohon, Tingkat
from kinerja.pohon.temuan import Temuan
from sakip.apps.datakinerja.models import IndikatorVersi, PolaritasIndikator, Satuan
from sakip.web.kamus.contoh import try_capaian, try_rumus
from sakip.web.komponen.angka import format_angka
from sakip.web.pembaca import instansi_or_404


@dataclass(frozen=True, slots=True)
class HasilCoba:
    petunjuk: tuple[Temuan, ...]
    nilai: str
    capaian: str


@require_POST
def coba(request: HttpRequest) -> HttpResponse:
    """The fragment beside the form; nothing is written."""
    instansi = instansi_or_404(request)
    return render(request, "kamus/_coba.html", {"coba": try_entry(request.POST, instansi.pk)})


def try_entry(isi: Mapping[str, str], instansi_id: int) -> HasilCoba:
    satuan = isi.get("satuan_baru", "").strip() or _satuan(isi.get("satuan", ""), instansi_id)
    nilai = _count(isi)
    realisasi = isi.get("contoh_realisasi", "").strip() or ("" if nilai is None else format_angka(nilai))
    return HasilCoba(
        hints(isi, satuan),
        "" if nilai is None else f"{format_angka(nilai)} {satuan}".strip(),
        _capaian(isi, isi.get("contoh_target", "").strip(), realisasi),
    )


def hints(isi: Mapping[str, str], satuan: str) -> tuple[Temuan, ...]:
    """Findings on the wording alone: what needs targets, sources or a tree says nothing here."""
    nama = isi.get("nama", "").strip()
    if not nama:
        return ()
    indikator = IndikatorPohon(
        nama=nama, satuan=satuan or None, polaritas=_polaritas(isi.get("polaritas", ""))
    )
    simpul = SimpulPohon("I", tingkat=Tingkat.SASARAN, indikator=(indikator,))
    return tuple(satu for satu in lint(Pohon((simpul,))) if satu.kode in _UNTUK_NAMA)


#: Rules that judge a name, its unit of measure and its polarity.
_UNTUK_NAMA = frozenset({f"IND0{n:02d}" for n in (3, 4, 5, 6, 7, 10, 11, 17, 21, 22)})


def _polaritas(kode: str) -> str | None:
    dasar = {"min_b": "min", "laju_turun": "min", "rentang_biaya": "rentang"}
    return dasar.get(kode, kode) or None


def _satuan(pk: str, instansi_id: int) -> str:
    if not pk.isdecimal():
        return ""
    nama = Satuan.objects.filter(instansi_id=instansi_id, pk=int(pk)).values_list("nama", flat=True).first()
    return nama or ""


def _count(isi: Mapping[str, str]) -> Decimal | None:
    """The figure from the variables' example numbers, read as every typed figure is."""
    nama = [n for n in ("pembilang", "penyebut") if isi.get(n, "").strip()]
    angka = [read_value(isi.get(f"contoh_{n}", "")).angka for n in nama]
    lengkap = [satu for satu in angka if satu is not None]
    if not lengkap or len(lengkap) != len(angka):
        return None
    return try_rumus(lengkap, read_value(isi.get("pengali", "")).angka)


def _capaian(isi: Mapping[str, str], target: str, realisasi: str) -> str:
    if not target or not realisasi:
        return ""
    polaritas = isi.get("polaritas", "")
    if polaritas not in PolaritasIndikator.values:
        return ""
    tangga = [satu.strip() for satu in isi.get("peringkat", "").split(",") if satu.strip()]
    versi = IndikatorVersi(polaritas=polaritas, peringkat=tangga if polaritas == "ordinal" else [])
    try:
        return try_capaian(versi, target, realisasi)
    except AturanTidakSah:
        return str(_("tangga peringkat belum lengkap"))
