"""The grid of a draft: yearly targets of its indicators and ceilings of its programmes, saved by one post."""

import json
from collections.abc import Iterable
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
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perencanaan.selectors import SimpulPohon, pagu_dokumen, pohon_dokumen, target_dokumen
from sakip.apps.perencanaan.susunan import BERPAGU
from sakip.platform.dasar import GalatDomain
from sakip.web.pembaca import reader_of
from sakip.web.perencanaan.bacaan import as_of_dokumen
from sakip.web.rencana.akses import boleh_susun, editable_or_404

#: Cells on one page; Django takes 1,000 fields of a form.
SEL_TERBANYAK = 480


@dataclass(slots=True)
class Sel:
    """One cell: its name in the form, the text in it, and what is wrong with that."""

    nama: str
    tahun: int
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
    tahun = range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)
    halaman = Paginator(_rows(dokumen), max(10, SEL_TERBANYAK // len(tahun))).get_page(
        request.GET.get("halaman")
    )
    if request.method == "POST" and (n := _save(request, dokumen, halaman)) is not None:
        messages.success(request, _("%(n)s sel tersimpan.") % {"n": n})
        return redirect(request.get_full_path())
    awal = {sel.nama: sel.teks for baris in _fresh(request, dokumen, halaman) for sel in baris.sel}
    konteks = {
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "tahun": tahun,
        "page": halaman,
        "awal": json.dumps(awal, ensure_ascii=False),
    }
    return render(request, "rencana/kisi.html", konteks, status=422 if request.method == "POST" else 200)


def _fresh(request: HttpRequest, dokumen: Dokumen, halaman: Page[Baris]) -> Iterable[Baris]:
    """Rows as they stand in the database: after a refused post the page's own rows hold what was typed."""
    if request.method != "POST":
        return halaman.object_list
    kunci = {baris.objek.uid for baris in halaman.object_list}
    return [baris for baris in _rows(dokumen) if baris.objek.uid in kunci]


def _rows(dokumen: Dokumen) -> list[Baris]:
    """In the order of the tree; an indicator used twice stands once. Six queries."""
    akar = pohon_dokumen(dokumen)
    ids = {i.pk for butir in _walk(akar) for i in butir.indikator}
    versi, target, pagu = (
        versi_pada(ids, as_of_dokumen(dokumen)),
        target_dokumen(dokumen),
        pagu_dokumen(dokumen),
    )
    semula = DataDasar.objects.filter(indikator_id__in=ids, tahun__lt=dokumen.tahun_mulai).order_by("tahun")
    dasar = {satu.indikator_id: f"{eja_baris(satu)} ({satu.tahun})" for satu in semula}
    tahun = range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)
    hasil: list[Baris] = []
    lihat: set[int] = set()
    for butir in _walk(akar):
        simpul = butir.simpul
        for i in butir.indikator:
            if i.pk in lihat or i.pk not in versi:
                continue
            lihat.add(i.pk)
            baris = Baris(i, versi[i.pk].nama, str(versi[i.pk].satuan or ""), dasar.get(i.pk, ""))
            isi = target.get(i.pk, {})
            for t in tahun:
                ada = isi.get((t, None))
                baris.sel.append(Sel(f"t-{i.uid}-{t}", t, "" if ada is None else eja_baris(ada)))
            hasil.append(baris)
        if simpul.jenis in BERPAGU:
            baris = Baris(simpul, simpul.pernyataan, simpul.kode, rupiah=True)
            for t in tahun:
                jumlah = pagu.get(simpul.pk, {}).get(t)
                baris.sel.append(Sel(f"p-{simpul.uid}-{t}", t, "" if jumlah is None else _rupiah(jumlah)))
            hasil.append(baris)
    return hasil


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
            kini = hasil.bentrok.get((str(baris.objek.uid), sel.tahun))
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
        target.append(services.UbahTarget(baris.objek, sel.tahun, lama, nilai))
    elif nilai is not None and (nilai.angka is None or nilai.pengali is not None or nilai.angka < 0):
        sel.galat = _("Tulis pagu sebagai angka rupiah penuh, misalnya 1.250.000.000.")
    else:
        jumlah = None if nilai is None else nilai.angka
        pagu.append(services.UbahPagu(baris.objek, sel.tahun, _amount(lama), jumlah))


def _amount(teks: str) -> Decimal | None:
    """The amount a cell was opened with, from its own text."""
    if not teks:
        return None
    try:
        return Decimal(teks.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
