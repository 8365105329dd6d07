"""The efforts of a unit, criterion by criterion: estimates of the team, never figures of the law."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.instrumen import Butir
from sakip.apps.evaluasi.selectors.jalan import DasarJalan, langkah_naik
from sakip.apps.evaluasi.services.jalan import IsiUpaya, reset_upaya, set_upaya
from sakip.platform import wewenang
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import GalatDomain
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import versi_unit
from sakip.web.jalan.bacaan import step_name
from sakip.web.jalan.forms import UpayaForm
from sakip.web.jalan.keadaan import Keadaan, read_keadaan
from sakip.web.jalan.views.unit import BAKU, TARGET, base_of, satuan
from sakip.web.pembaca import as_of, reader_of, unit_or_404


@dataclass(frozen=True, slots=True)
class BarisUpaya:
    nama: str
    form: UpayaForm
    terpenuhi: bool


@dataclass(frozen=True, slots=True)
class KelompokUpaya:
    sub: Butir
    baris: list[BarisUpaya]


@require_http_methods(["GET", "HEAD", "POST"])
def upaya(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Every criterion and step with its effort; saving keeps only what differs from what holds now."""
    unit = unit_or_404(request, uid)
    wewenang.require(reader_of(request), Izin.SUSUN_JALAN, unit=unit)
    keadaan = read_keadaan(request.GET, target=TARGET, baku=BAKU)
    dasar = base_of(request, unit, keadaan)
    if dasar is None:
        raise Http404(_("Unit ini belum punya lembar evaluasi."))
    kelompok = _groups(request, dasar)
    if request.method == "POST" and all(b.form.is_valid() for k in kelompok for b in k.baris):
        return _save(request, unit, dasar, kelompok, keadaan)
    konteks = {
        "unit": unit,
        "nama_unit": versi_unit(unit, as_of(keadaan.tahun)),
        "k": keadaan,
        "dasar": dasar,
        "kelompok": kelompok,
        "satuan": satuan(),
        "milik_unit": any(u.milik_unit for u in dasar.upaya.values()),
        "galat": request.method == "POST",
    }
    return render(request, "jalan/upaya.html", konteks)


def _groups(request: HttpRequest, dasar: DasarJalan) -> list[KelompokUpaya]:
    isi = request.POST if request.method == "POST" else None
    hasil = []
    for sub in dasar.instrumen.penilaian:
        kode = [k.kode for k in dasar.instrumen.kriteria(sub.kode)]
        kode += [f"{sub.kode}:{nilai}" for nilai in langkah_naik(dasar.instrumen)]
        baris = [
            BarisUpaya(
                step_name(dasar, satu),
                UpayaForm(isi, upaya=dasar.upaya[satu]),
                dasar.terpenuhi.get(satu, False),
            )
            for satu in kode
        ]
        hasil.append(KelompokUpaya(sub, baris))
    return hasil


def _save(
    request: HttpRequest, unit: Unit, dasar: DasarJalan, kelompok: list[KelompokUpaya], keadaan: Keadaan
) -> HttpResponse:
    berubah = [b.form for k in kelompok for b in k.baris if _changed(b.form)]
    isi = [
        IsiUpaya(
            kode=f.upaya.kode,
            biaya=f.cleaned_data["biaya"],
            luar_jangkauan=f.cleaned_data["luar_jangkauan"],
            prasyarat=f.upaya.prasyarat,
            pelaksana=f.upaya.pelaksana,
        )
        for f in berubah
    ]
    alamat = f"{reverse('jalan:unit', args=[unit.uid])}?{keadaan.kueri}"
    if not isi:
        messages.info(request, _("Tidak ada upaya yang diubah."))
        return redirect(alamat)
    try:
        set_upaya(
            instansi=unit.instansi,
            unit=unit,
            profil=dasar.lembar.instrumen.profil,
            isi=isi,
            by=reader_of(request),
        )
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect("jalan:upaya", uid=unit.uid)
    pesan = ngettext("%(n)s upaya tersimpan.", "%(n)s upaya tersimpan.", len(isi)) % {"n": len(isi)}
    messages.success(request, pesan)
    return redirect(alamat)


def _changed(form: UpayaForm) -> bool:
    isi = form.cleaned_data
    return bool(isi["biaya"] != form.upaya.biaya or isi["luar_jangkauan"] != form.upaya.luar_jangkauan)


@require_POST
def baku(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Back to the efforts of the whole government."""
    unit = unit_or_404(request, uid)
    wewenang.require(reader_of(request), Izin.SUSUN_JALAN, unit=unit)
    dasar = base_of(request, unit, read_keadaan(request.GET, target=TARGET, baku=BAKU))
    if dasar is None:
        raise Http404(_("Unit ini belum punya lembar evaluasi."))
    reset_upaya(unit=unit, profil=dasar.lembar.instrumen.profil, by=reader_of(request))
    messages.success(request, _("Upaya unit dikembalikan ke taksiran instansi."))
    return redirect("jalan:upaya", uid=unit.uid)
