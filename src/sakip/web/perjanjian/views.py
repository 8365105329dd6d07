"""Perjanjian Kinerja: who has promised what for a year, and which units have not yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.perjanjian.models import PerjanjianKinerja, PKBaris, PKProgram, StatusPK
from sakip.apps.perjanjian.selectors import pk_visible_to, riwayat_pk
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_terakhir, versi_unit
from sakip.web.pembaca import as_of, instansi_or_404, owned_or_404, readable_unit_ids, reader_of
from sakip.web.saring import SaringForm, build_keping

PER_HALAMAN = 25


class SaringPKForm(SaringForm):
    q = forms.CharField(label=gettext_lazy("Cari unit"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[("", gettext_lazy("Semua status")), *StatusPK.choices],
        required=False,
    )


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The agreements of a year, and the units that owe one."""
    instansi = instansi_or_404(request)
    terlihat = pk_visible_to(reader_of(request))
    pilihan = list(terlihat.order_by("-tahun").values_list("tahun", flat=True).distinct())
    tahun = _tahun(request.GET.get("tahun", ""), pilihan)
    nama = unit_versi_terakhir(instansi, as_of(tahun))
    form = SaringPKForm(request.GET)
    form.is_valid()
    pk = list(
        terlihat.filter(tahun=tahun).annotate(n_baris=Count("baris_set")).order_by("unit__kode", "-versi_ke")
    )
    tercakup = {p.unit_id for p in pk if p.status == StatusPK.BERLAKU}
    reach = readable_unit_ids(request)
    belum = [
        v
        for unit_id, v in nama.items()
        if unit_id in reach and unit_id not in tercakup and v.unit.entitas_sakip and _berlaku(v, tahun)
    ]
    cocok = [(p, nama.get(p.unit_id)) for p in pk if _matches(p, nama.get(p.unit_id), form)]
    konteks = {
        "form": form,
        "keping": build_keping(form),
        "tahun": tahun,
        "pilihan": pilihan,
        "page": Paginator(cocok, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "n_pk": len(pk),
        "n_berlaku": len(tercakup),
        "belum": sorted(belum, key=lambda v: v.nama),
    }
    return render(request, "perjanjian/daftar.html", konteks)


@require_safe
def pk(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One version of one agreement: rows by sasaran, programmes with budget, and its other versions."""
    perjanjian = owned_or_404(request, PerjanjianKinerja.objects.all(), uid)
    baris = list(perjanjian.baris_set.select_related("indikator", "sasaran").order_by("urutan", "id"))
    program = list(perjanjian.program_set.order_by("urutan", "id"))
    konteks = {
        "pk": perjanjian,
        "unit": perjanjian.unit,
        "nama_unit": versi_unit(perjanjian.unit, as_of(perjanjian.tahun)),
        "kelompok": _group(baris),
        "n_baris": len(baris),
        "program": program,
        "total": _total(program),
        "n_tanpa_anggaran": sum(1 for p in program if p.anggaran is None),
        "versi": riwayat_pk(perjanjian),
    }
    return render(request, "perjanjian/pk.html", konteks)


@dataclass(frozen=True, slots=True)
class BarisPK:
    baris: PKBaris
    target: Nilai | None


def _group(baris: Iterable[PKBaris]) -> list[tuple[str, list[BarisPK]]]:
    """Rows under their sasaran, in the order of the document."""
    hasil: dict[str, list[BarisPK]] = {}
    for satu in baris:
        hasil.setdefault(satu.sasaran_teks, []).append(
            BarisPK(satu, nilai_of(satu) if satu.ada_target else None)
        )
    return list(hasil.items())


def _total(program: Iterable[PKProgram]) -> Decimal | None:
    """The sum of the budgets that are known; None when none is."""
    diketahui = [p.anggaran for p in program if p.anggaran is not None]
    return sum(diketahui, Decimal(0)) if diketahui else None


def _tahun(teks: str, pilihan: list[int]) -> int:
    if teks.isascii() and teks.isdecimal() and len(teks) == 4 and int(teks) >= 1990:
        return int(teks)
    return pilihan[0] if pilihan else today().year


def _berlaku(versi: UnitVersi, tahun: int) -> bool:
    """Whether the unit lived through some day of the year (it owes an agreement only then)."""
    return versi.berlaku_sampai is None or versi.berlaku_sampai.year >= tahun


def _matches(pk: PerjanjianKinerja, versi: UnitVersi | None, form: SaringPKForm) -> bool:
    saring = form.cleaned_data
    nama = f"{versi.nama} {versi.singkatan}" if versi is not None else pk.unit.kode
    q = saring.get("q") or ""
    return (not q or q.casefold() in nama.casefold()) and (
        not saring.get("status") or pk.status == saring["status"]
    )
