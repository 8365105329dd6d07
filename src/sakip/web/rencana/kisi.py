"""The grid of a draft: targets of its indicators and ceilings of its programmes, saved by one post.

Every year of the document is a column; one year (`?tahun=`) opens its four quarters before the whole year.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kinerja.nilai import GayaAngka, JenisNilai, read_value
from sakip.apps.datakinerja.models import DataDasar, Indikator
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.ejaan import eja_baris
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, Target
from sakip.apps.perencanaan.selectors import SimpulPohon, pagu_dokumen, pohon_dokumen, target_dokumen
from sakip.apps.perencanaan.susunan import BERPAGU
from sakip.platform.dasar import GalatDomain
from sakip.web.pembaca import reader_of
from sakip.web.perencanaan.bacaan import as_of_dokumen
from sakip.web.rencana.akses import boleh_susun, editable_or_404

#: Cells on one page; Django takes 1,000 fields of a form.
SEL_TERBANYAK = 480


TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A year, or one quarter of it."""

    tahun: int
    triwulan: int | None = None
    judul: str = ""


@dataclass(slots=True)
class Sel:
    """One cell: its name in the form, the text in it, and what is wrong with that. Without a name: no field."""

    nama: str
    kolom: Kolom
    teks: str
    galat: str = ""


@dataclass(slots=True)
class Baris:
    """An indicator, or a programme with its ceilings."""

    objek: Indikator | Simpul
    judul: str
    sub: str
    dasar: str = ""
    rupiah: bool = False
    sel: list[Sel] = field(default_factory=list)


def kisi(request: HttpRequest, uid: UUID) -> HttpResponse:
    dokumen = editable_or_404(request, uid)
    if not boleh_susun(request, dokumen):
        messages.warning(request, _("Dokumen ini bukan draf, jadi tidak dapat disunting."))
        return redirect("perencanaan:dokumen", uid=uid)
    kolom = _columns(request, dokumen)
    halaman = Paginator(_rows(dokumen, kolom), max(10, SEL_TERBANYAK // len(kolom))).get_page(
        request.GET.get("halaman")
    )
    if request.method == "POST" and (n := _save(request, dokumen, halaman)) is not None:
        messages.success(request, _("%(n)s sel tersimpan.") % {"n": n})
        return redirect(request.get_full_path())
    segar = _fresh(request, dokumen, halaman, kolom)
    awal = {sel.nama: sel.teks for baris in segar for sel in baris.sel if sel.nama}
    triwulan = kolom[0].tahun if kolom[0].triwulan else None
    konteks = {
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "kolom": kolom,
        "tahun": range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1),
        "triwulan": triwulan,
        "page": halaman,
        "awal": json.dumps(awal, ensure_ascii=False),
    }
    return render(request, "rencana/kisi.html", konteks, status=422 if request.method == "POST" else 200)


def _columns(request: HttpRequest, dokumen: Dokumen) -> list[Kolom]:
    """The years, or the quarters of the year asked for. An action plan is made of quarters."""
    tahun = range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)
    bawaan = str(dokumen.tahun_mulai) if dokumen.jenis == JenisDokumen.RENAKSI else ""
    pilih = request.GET.get("tahun", bawaan)
    if pilih.isdecimal() and int(pilih) in tahun:
        t = int(pilih)
        tw = [Kolom(t, n, _("TW %(n)s") % {"n": n}) for n in TRIWULAN]
        return [*tw, Kolom(t, None, _("Setahun"))]
    return [Kolom(t, None, str(t)) for t in tahun]


def _fresh(
    request: HttpRequest, dokumen: Dokumen, halaman: Page[Baris], kolom: Sequence[Kolom]
) -> Iterable[Baris]:
    """Rows as they stand in the database: after a refused post the page's own rows hold what was typed."""
    if request.method != "POST":
        return halaman.object_list
    kunci = {baris.objek.uid for baris in halaman.object_list}
    return [baris for baris in _rows(dokumen, kolom) if baris.objek.uid in kunci]


def _rows(dokumen: Dokumen, kolom: Sequence[Kolom]) -> list[Baris]:
    """In the order of the tree; an indicator used twice stands once, one that only has targets last."""
    akar = pohon_dokumen(dokumen)
    target, pagu = target_dokumen(dokumen), pagu_dokumen(dokumen)
    tertaut = {i.pk: i for butir in _walk(akar) for i in butir.indikator}
    lepas = {i.pk: i for i in Indikator.objects.filter(pk__in=target.keys() - tertaut.keys())}
    ids = tertaut.keys() | lepas.keys()
    versi = versi_pada(ids, as_of_dokumen(dokumen))
    semula = DataDasar.objects.filter(indikator_id__in=ids, tahun__lt=dokumen.tahun_mulai).order_by("tahun")
    dasar = {satu.indikator_id: f"{eja_baris(satu)} ({satu.tahun})" for satu in semula}

    def measured(i: Indikator) -> Baris:
        baris = Baris(i, versi[i.pk].nama, str(versi[i.pk].satuan or ""), dasar.get(i.pk, ""))
        baris.sel = [_target_cell(i, satu, target.get(i.pk, {})) for satu in kolom]
        return baris

    hasil: dict[UUID, Baris] = {}
    for butir in _walk(akar):
        for i in butir.indikator:
            if i.pk in versi and i.uid not in hasil:
                hasil[i.uid] = measured(i)
        if butir.simpul.jenis in BERPAGU:
            simpul = butir.simpul
            baris = Baris(simpul, simpul.pernyataan, simpul.kode, rupiah=True)
            baris.sel = [_ceiling_cell(simpul, satu, pagu.get(simpul.pk, {})) for satu in kolom]
            hasil[simpul.uid] = baris
    sisa = sorted((i for i in lepas.values() if i.pk in versi), key=lambda i: versi[i.pk].nama)
    return [*hasil.values(), *map(measured, sisa)]


def _target_cell(i: Indikator, kolom: Kolom, target: Mapping[tuple[int, int | None], Target]) -> Sel:
    ada = target.get((kolom.tahun, kolom.triwulan))
    akhir = "" if kolom.triwulan is None else f"-{kolom.triwulan}"
    return Sel(f"t-{i.uid}-{kolom.tahun}{akhir}", kolom, "" if ada is None else eja_baris(ada))


def _ceiling_cell(simpul: Simpul, kolom: Kolom, pagu: Mapping[int, Decimal]) -> Sel:
    """A ceiling is set for a year; a quarter has none."""
    if kolom.triwulan is not None:
        return Sel("", kolom, "")
    jumlah = pagu.get(kolom.tahun)
    return Sel(f"p-{simpul.uid}-{kolom.tahun}", kolom, "" if jumlah is None else _rupiah(jumlah))


def _walk(butir: Iterable[SimpulPohon]) -> Iterable[SimpulPohon]:
    for satu in butir:
        yield satu
        yield from _walk(satu.anak)


def _rupiah(jumlah: Decimal) -> str:
    teks = f"{jumlah:,.2f}".translate(str.maketrans(",.", ".,"))
    return teks.removesuffix(",00")


def _save(request: HttpRequest, dokumen: Dokumen, halaman: Page[Baris]) -> int | None:
    """Read the changed cells and save them; None when one of them needs mending (nothing is lost)."""
    awal = _opened_with(request)
    target: list[services.UbahTarget] = []
    pagu: list[services.UbahPagu] = []
    for baris in halaman.object_list:
        for sel in baris.sel:
            if not sel.nama:
                continue
            lama = awal.get(sel.nama, sel.teks)
            teks = " ".join(request.POST.get(sel.nama, lama).split())
            if teks == lama:
                continue
            sel.teks = teks
            _read(baris, sel, lama, target, pagu)
    if any(sel.galat for baris in halaman.object_list for sel in baris.sel):
        return None
    try:
        hasil = services.save_kisi(dokumen=dokumen, target=target, pagu=pagu, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return None
    for baris in halaman.object_list:
        for sel in baris.sel:
            kini = hasil.bentrok.get((str(baris.objek.uid), sel.kolom.tahun, sel.kolom.triwulan))
            if kini is not None:
                sel.galat = _("Sudah diubah orang lain menjadi “%(kini)s”.") % {"kini": kini or "–"}
    return None if hasil.bentrok else hasil.tersimpan


def _opened_with(request: HttpRequest) -> dict[str, str]:
    try:
        isi: Any = json.loads(request.POST.get("awal", "{}"))
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in isi.items()} if isinstance(isi, dict) else {}


def _read(
    baris: Baris,
    sel: Sel,
    lama: str,
    target: list[services.UbahTarget],
    pagu: list[services.UbahPagu],
) -> None:
    nilai = read_value(sel.teks, GayaAngka.INDONESIA) if sel.teks else None
    if nilai is not None and nilai.jenis is JenisNilai.GALAT:
        sel.galat = _("Isian ini tidak terbaca.")
    elif isinstance(baris.objek, Indikator):
        ubah = services.UbahTarget(baris.objek, sel.kolom.tahun, lama, nilai, sel.kolom.triwulan)
        target.append(ubah)
    elif nilai is not None and (nilai.angka is None or nilai.pengali is not None or nilai.angka < 0):
        sel.galat = _("Tulis pagu sebagai angka rupiah penuh, misalnya 1.250.000.000.")
    else:
        jumlah = None if nilai is None else nilai.angka
        pagu.append(services.UbahPagu(baris.objek, sel.kolom.tahun, _amount(lama), jumlah))


def _amount(teks: str) -> Decimal | None:
    """The amount a cell was opened with, from its own text."""
    if not teks:
        return None
    try:
        return Decimal(teks.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
