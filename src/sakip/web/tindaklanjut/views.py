"""Recommendations of evaluations: the list, one with its timeline, and what unit and APIP do to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.datakinerja.selectors import bukti_visible_to
from sakip.apps.evaluasi.models import Rekomendasi, StatusRekomendasi
from sakip.apps.evaluasi.selectors.tindak_lanjut import (
    RekapTindakLanjut,
    penerus_terbit,
    rantai_asal,
    rekap_tindak_lanjut,
    rekomendasi_visible_to,
    riwayat_tindak_lanjut,
    tak_diteruskan,
    terlambat_q,
)
from sakip.apps.evaluasi.services.tindak_lanjut import (
    judge_tindak_lanjut,
    plan_tindak_lanjut,
    submit_tindak_lanjut,
)
from sakip.apps.evaluasi.workflow_rekomendasi import GILIRAN_UNIT, PUTUSAN, TERBUKA, putusan_dari
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.selectors import unit_versi_terakhir, versi_unit
from sakip.web.kelola.dasar import submit
from sakip.web.pembaca import instansi_or_404, may, owned_or_404, reader_of
from sakip.web.saring import build_keping
from sakip.web.tindaklanjut import forms
from sakip.web.unggah import keep_bukti

PER_HALAMAN = 25
BUKTI_TERBANYAK = 200
URUT = {
    "batas": F("batas_waktu").asc(nulls_last=True),
    "-batas": F("batas_waktu").desc(nulls_last=True),
    "unit": F("unit__kode").asc(),
    "-unit": F("unit__kode").desc(),
    "tahun": F("lembar__evaluasi__tahun").asc(),
    "-tahun": F("lembar__evaluasi__tahun").desc(),
}
URUT_BAKU = "batas"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every recommendation within reach; one that a later evaluation continues is shown there only."""
    instansi = instansi_or_404(request)
    terlihat = tak_diteruskan(rekomendasi_visible_to(reader_of(request)))
    kunci = set(terlihat.order_by().values_list("unit_id", "lembar__evaluasi__tahun").distinct())
    nama = unit_versi_terakhir(instansi, today())
    punya = {unit_id for unit_id, _tahun in kunci}
    unit = sorted((v for pk, v in nama.items() if pk in punya), key=lambda v: v.nama)
    form = forms.SaringRekomendasiForm(
        request.GET, unit=unit, tahun=sorted({t for _unit, t in kunci}, reverse=True)
    )
    form.is_valid()
    urut = request.GET.get("urut", URUT_BAKU)
    tersaring = _filter(terlihat, form.cleaned_data).select_related("unit", "lembar__evaluasi")
    halaman = Paginator(
        tersaring.order_by(URUT.get(urut, URUT[URUT_BAKU]), "lembar__evaluasi__tahun", "kode", "pk"),
        PER_HALAMAN,
    ).get_page(request.GET.get("halaman"))
    rekap = rekap_tindak_lanjut(terlihat)
    konteks = {
        "judul": _title(rekap),
        "form": form,
        "keping": build_keping(form),
        "page": halaman,
        "baris": [(r, nama.get(r.unit_id), _is_late(r)) for r in halaman.object_list],
        "rekap": rekap,
        "status": [(s, rekap.per_status[s]) for s in StatusRekomendasi],
        "ada": bool(kunci),
        "urut_baku": URUT_BAKU,
    }
    return render(request, "tindaklanjut/daftar.html", konteks)


def _filter(semua: QuerySet[Rekomendasi], saring: dict[str, Any]) -> QuerySet[Rekomendasi]:
    syarat = Q()
    if q := saring.get("q"):
        syarat &= Q(uraian__icontains=q) | Q(penanggung_jawab__icontains=q)
    if kode := saring.get("unit"):
        syarat &= Q(unit__kode=kode)
    if tahun := saring.get("tahun"):
        syarat &= Q(lembar__evaluasi__tahun=int(tahun))
    status = saring.get("status")
    if status == forms.TERBUKA:
        syarat &= Q(status__in=TERBUKA)
    elif status == forms.LEWAT:
        syarat &= terlambat_q(today())
    elif status:
        syarat &= Q(status=status)
    return semua.filter(syarat)


def _is_late(r: Rekomendasi) -> bool:
    return r.batas_waktu is not None and r.batas_waktu < today() and r.status in GILIRAN_UNIT


def _title(rekap: RekapTindakLanjut) -> str:
    if rekap.jumlah == 0:
        return _("Tindak lanjut rekomendasi")
    if rekap.terbuka == 0:
        return _("Semua %(n)s rekomendasi sudah tuntas") % {"n": rekap.jumlah}
    if rekap.terlambat:
        return _("%(n)s rekomendasi masih terbuka, %(lewat)s lewat batas waktu") % {
            "n": rekap.terbuka,
            "lewat": rekap.terlambat,
        }
    return _("%(n)s rekomendasi masih terbuka") % {"n": rekap.terbuka}


@require_safe
def rekomendasi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One recommendation: plan, evidence, verdict, in the order in which they came."""
    return _render(request, _or_404(request, uid))


@require_POST
def rencanakan(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = _or_404(request, uid)
    form = forms.RencanaForm(request.POST, rekomendasi=objek)
    hasil = submit(
        request,
        form,
        lambda isi: plan_tindak_lanjut(rekomendasi=objek, by=reader_of(request), **isi),
        _("Rencana tersimpan. Ajukan buktinya bila sudah dikerjakan."),
    )
    if hasil is None:
        return _render(request, _or_404(request, uid), rencana=form)
    return redirect("tindaklanjut:rekomendasi", uid=uid)


@require_POST
def ajukan(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = _or_404(request, uid)
    form = forms.PelaksanaanForm(
        request.POST,
        request.FILES,
        bukti=_bukti(request, objek),
        boleh_unggah=may(request, Izin.ISI_REALISASI, objek.unit),
    )
    hasil = submit(
        request,
        form,
        lambda isi: _submit(request, objek, isi),
        _("Terkirim ke APIP. Putusannya tampil di halaman ini."),
    )
    if hasil is None:
        return _render(request, _or_404(request, uid), pelaksanaan=form)
    return redirect("tindaklanjut:rekomendasi", uid=uid)


@transaction.atomic
def _submit(request: HttpRequest, objek: Rekomendasi, isi: dict[str, Any]) -> Any:
    """A new file becomes evidence of the unit first; a refusal afterwards takes both back."""
    pengguna = reader_of(request)
    bukti: Bukti | None = isi["bukti"]
    if bukti is None and isi.get("berkas") is not None:
        bukti = keep_bukti(unit=objek.unit, isi=isi, by=pengguna)
    return submit_tindak_lanjut(rekomendasi=objek, uraian=isi["uraian"], bukti=bukti, by=pengguna)


@require_POST
def putuskan(request: HttpRequest, uid: UUID, putusan: str) -> HttpResponse:
    """APIP's verdict, after a dialog that asks for its reason."""
    objek = _or_404(request, uid)
    if putusan not in PUTUSAN:
        raise Http404
    form = forms.PutusanForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Putusan belum tercatat: tulis pertimbangannya."))
        return redirect("tindaklanjut:rekomendasi", uid=uid)
    try:
        judge_tindak_lanjut(
            rekomendasi=objek, putusan=putusan, uraian=form.cleaned_data["uraian"], by=reader_of(request)
        )
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Putusan tercatat. Unit melihatnya di halaman ini."))
    return redirect("tindaklanjut:rekomendasi", uid=uid)


def _or_404(request: HttpRequest, uid: UUID) -> Rekomendasi:
    """Through the selector: a draft LHE's recommendations do not exist for anybody here."""
    terlihat = rekomendasi_visible_to(reader_of(request))
    semua = terlihat.select_related("lembar__evaluasi", "lembar__instrumen", "instansi", "asal")
    return owned_or_404(request, semua, uid)


def _bukti(request: HttpRequest, objek: Rekomendasi) -> list[Bukti]:
    """The unit's evidence, the newest first."""
    milik = bukti_visible_to(reader_of(request)).filter(unit_id=objek.unit_id)
    return list(milik.order_by("-dibuat_pada")[:BUKTI_TERBANYAK])


def _render(
    request: HttpRequest,
    objek: Rekomendasi,
    *,
    rencana: forms.RencanaForm | None = None,
    pelaksanaan: forms.PelaksanaanForm | None = None,
) -> HttpResponse:
    lanjutan = penerus_terbit(objek)
    giliran = objek.status in GILIRAN_UNIT and lanjutan is None
    boleh_isi = giliran and may(request, Izin.TINDAK_LANJUT, objek.unit)
    if boleh_isi:
        rencana = rencana or forms.RencanaForm(rekomendasi=objek)
        pelaksanaan = pelaksanaan or forms.PelaksanaanForm(
            bukti=_bukti(request, objek), boleh_unggah=may(request, Izin.ISI_REALISASI, objek.unit)
        )
    menilai = lanjutan is None and may(request, Izin.NILAI_EVALUASI, objek.unit)
    asal = rantai_asal(objek)
    konteks = {
        "r": objek,
        "unit": objek.unit,
        "nama_unit": versi_unit(objek.unit, today()),
        "terlambat": _is_late(objek),
        "riwayat": riwayat_tindak_lanjut(objek),
        "asal": asal,
        "lanjutan": lanjutan,
        "rencana": rencana if boleh_isi else None,
        "pelaksanaan": pelaksanaan if boleh_isi else None,
        "putusan": [(p, forms.PutusanForm(auto_id=f"{p}_%s")) for p in putusan_dari(objek.status)]
        if menilai
        else [],
        "galat": any(f is not None and f.is_bound for f in (rencana, pelaksanaan)),
    }
    return render(request, "tindaklanjut/rekomendasi.html", konteks)
