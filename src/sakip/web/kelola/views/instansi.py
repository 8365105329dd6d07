"""The front door of the admin's pages, and the instansi's own description."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.platform.access.policies import boleh
from sakip.platform.access.selectors import peran_of
from sakip.platform.accounts.selectors import pengguna_of, penugasan_pada
from sakip.platform.dasar import berlaku_pada, today
from sakip.platform.files.jenis import GAMBAR
from sakip.platform.files.services import store_berkas
from sakip.platform.organisasi.models import Instansi
from sakip.platform.organisasi.selectors import jabatan_versi_pada, jadwal_of, unit_versi_pada
from sakip.platform.organisasi.services import set_logo, update_instansi
from sakip.platform.wewenang import Izin
from sakip.web.kalender import label_jadwal
from sakip.web.kelola.dasar import PENGELOLA, Admin, act_now, data_of, files_of, kelola, render_kelola, submit
from sakip.web.kelola.forms.lain import InstansiForm, LogoForm


@kelola(*PENGELOLA, Izin.LIHAT_AUDIT)
def beranda(request: HttpRequest, admin: Admin) -> HttpResponse:
    """What there is, and what is missing. A reader of the audit trail alone goes straight to it."""
    if not any(boleh(admin.pengguna, izin) for izin in PENGELOLA):
        return redirect("kelola:audit")
    hari_ini = today()
    unit = unit_versi_pada(admin.instansi, hari_ini)
    jabatan = set(jabatan_versi_pada(admin.instansi, hari_ini).values_list("jabatan_id", flat=True))
    terisi = set(penugasan_pada(admin.instansi, hari_ini).values_list("jabatan_id", flat=True))
    aktif = set(pengguna_of(admin.instansi, aktif=True).values_list("pk", flat=True))
    berperan = set(
        peran_of(admin.instansi).filter(berlaku_pada(hari_ini)).values_list("pengguna_id", flat=True)
    )
    berikut = jadwal_of(admin.instansi).filter(tutup__gte=hari_ini).order_by("tutup").first()
    konteks = {
        "bagian": "beranda",
        "n_unit": len(unit),
        "n_entitas": sum(satu.unit.entitas_sakip for satu in unit.values()),
        "n_jabatan": len(jabatan),
        "n_kosong": len(jabatan - terisi),
        "n_pengguna": len(aktif),
        "n_tanpa_peran": len(aktif - berperan),
        "berikut": berikut,
        "label_berikut": label_jadwal(berikut) if berikut else "",
    }
    return render_kelola(request, admin, "kelola/beranda.html", konteks)


@kelola(Izin.KELOLA_ORGANISASI)
def profil(request: HttpRequest, admin: Admin) -> HttpResponse:
    """Name and source on one form, the arms on another: two acts, two buttons."""
    kirim = request.POST.get("formulir") if request.method == "POST" else None
    form = InstansiForm(admin.instansi, data_of(request) if kirim == "profil" else None)
    logo = LogoForm(data_of(request), files_of(request)) if kirim == "logo" else LogoForm()
    hasil = None
    if kirim == "profil":
        hasil = submit(request, form, lambda isi: _update(admin, isi), _("Tersimpan."))
    elif kirim == "logo":
        hasil = submit(request, logo, lambda isi: _store_logo(admin, isi), _("Lambang diganti."))
    if hasil is not None:
        return redirect("kelola:instansi")
    konteks = {
        "bagian": "instansi",
        "form": form,
        "logo": logo,
        "batas": settings.UPLOAD_MAX_BYTES,
        "url_logo": reverse("berkas:unduh", args=[admin.instansi.logo_uid])
        if admin.instansi.logo_uid
        else "",
    }
    return render_kelola(request, admin, "kelola/instansi.html", konteks)


def _update(admin: Admin, isi: dict[str, Any]) -> Instansi:
    return update_instansi(instansi=admin.instansi, by=admin.pengguna, **isi)


def _store_logo(admin: Admin, isi: dict[str, Any]) -> Instansi:
    kiriman = isi["berkas"]
    with transaction.atomic():
        berkas = store_berkas(
            instansi=admin.instansi, isi=kiriman, nama=kiriman.name, by=admin.pengguna, diterima=GAMBAR
        )
        return set_logo(instansi=admin.instansi, logo_uid=berkas.uid, by=admin.pengguna)


@require_POST
@kelola(Izin.KELOLA_ORGANISASI)
def hapus_logo(request: HttpRequest, admin: Admin) -> HttpResponse:
    return act_now(
        request,
        lambda: set_logo(instansi=admin.instansi, logo_uid=None, by=admin.pengguna),
        _("Lambang dihapus."),
        reverse("kelola:instansi"),
    )
