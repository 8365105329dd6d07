"""Accounts and their roles."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.platform.access.models import PeranPengguna
from sakip.platform.access.peran import PERAN
from sakip.platform.access.selectors import peran_of
from sakip.platform.access.services import grant_peran, revoke_peran
from sakip.platform.accounts import services
from sakip.platform.accounts.galat import GalatAkun
from sakip.platform.accounts.models import Pengguna
from sakip.platform.accounts.selectors import jabatan_of_pengguna, pengguna_of
from sakip.platform.dasar import berlaku_pada, today
from sakip.platform.wewenang import Izin
from sakip.web.kelola.dasar import (
    Admin,
    HalamanFormulir,
    act_now,
    data_of,
    kelola,
    page_of,
    render_kelola,
    run_formulir,
)
from sakip.web.kelola.forms.pengguna import (
    PengaturanPeranForm,
    PenggunaBaruForm,
    SaringPenggunaForm,
    UbahPenggunaForm,
)

BAGIAN = "pengguna"
URUT = {"username": "username", "sebutan": "sebutan", "masuk": "last_login"}


@kelola(Izin.KELOLA_PENGGUNA)
def daftar(request: HttpRequest, admin: Admin) -> HttpResponse:
    form = SaringPenggunaForm(request.GET)
    pengguna = _filtered(admin, form).order_by(*_order(request.GET.get("urut", "")))
    peran = PeranPengguna.objects.filter(berlaku_pada(today())).select_related("unit")
    pengguna = pengguna.prefetch_related(Prefetch("peran_set", peran, to_attr="peran_berlaku"))
    page = page_of(request, pengguna)
    konteks = {
        "bagian": BAGIAN,
        "form": form,
        "tersaring": form.aktif,
        "urut": request.GET.get("urut", ""),
        "page": page,
        "baris": [(satu, _labels(satu.peran_berlaku)) for satu in page],
    }
    return render_kelola(request, admin, "kelola/pengguna_daftar.html", konteks)


def _filtered(admin: Admin, saring: SaringPenggunaForm) -> QuerySet[Pengguna]:
    keadaan = {"aktif": True, "nonaktif": False}.get(saring.nilai("keadaan"))
    pengguna = pengguna_of(admin.instansi, kata=saring.nilai("q") or "", aktif=keadaan)
    peran = saring.nilai("peran")
    berperan = PeranPengguna.objects.filter(berlaku_pada(today()), instansi=admin.instansi)
    if peran == "tanpa":
        return pengguna.exclude(pk__in=berperan.values("pengguna"))
    return pengguna.filter(pk__in=berperan.filter(peran=peran).values("pengguna")) if peran else pengguna


def _order(urut: str) -> list[str]:
    nama = urut.removeprefix("-")
    tanda = "-" if urut.startswith("-") else ""
    return [f"{tanda}{URUT[nama]}", "username"] if nama in URUT else ["username"]


def _labels(peran: list[PeranPengguna]) -> list[tuple[str, str]]:
    """Each role's name and the unit it is bound to (empty: the whole instansi)."""
    return [(str(PERAN[p.peran].nama), p.unit.kode if p.unit else "") for p in peran if p.peran in PERAN]


@kelola(Izin.KELOLA_PENGGUNA)
def baru(request: HttpRequest, admin: Admin) -> HttpResponse:
    halaman = HalamanFormulir(
        judul=_("Tambah pengguna"),
        kata=_("Tambah"),
        kembali=reverse("kelola:pengguna"),
        remah=(_remah(),),
        penjelasan=_("Pengguna menerima surel berisi tautan untuk membuat kata sandinya sendiri."),
    )

    def act(isi: dict[str, Any]) -> Pengguna:
        peran, unit = isi.pop("peran"), isi.pop("unit")
        bahasa = isi.pop("bahasa")
        with transaction.atomic():
            pengguna = services.create_pengguna(instansi=admin.instansi, by=admin.pengguna, **isi)
            if bahasa != pengguna.bahasa:
                pengguna = services.update_pengguna(pengguna=pengguna, bahasa=bahasa, by=admin.pengguna)
            if peran:
                grant_peran(
                    pengguna=pengguna, peran=peran, unit=unit, berlaku_mulai=today(), by=admin.pengguna
                )
        return pengguna

    def lanjut(pengguna: Pengguna) -> str:
        # After the account is safely stored: a mail server that is down must not undo it.
        if pengguna.email:
            _send_link(request, admin, pengguna)
        return _url(pengguna)

    form = PenggunaBaruForm(admin.instansi, data_of(request))
    return run_formulir(
        request, admin, halaman, form, act, bagian=BAGIAN, berhasil=_("Pengguna ditambahkan."), lanjut=lanjut
    )


@kelola(Izin.KELOLA_PENGGUNA)
def rinci(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    pengguna = _pengguna_or_404(admin, uid)
    hari_ini = today()
    grants = peran_of(admin.instansi).filter(pengguna=pengguna).order_by("-berlaku_mulai", "peran")
    konteks = {
        "bagian": BAGIAN,
        "orang": pengguna,
        "peran": [(satu, PERAN.get(satu.peran), _state(satu)) for satu in grants],
        "jabatan": jabatan_of_pengguna(pengguna, hari_ini),
        "diri": pengguna.pk == admin.pengguna.pk,
        "bersandi": pengguna.has_usable_password(),
    }
    return render_kelola(request, admin, "kelola/pengguna_rinci.html", konteks)


def _state(peran: PeranPengguna) -> str:
    hari_ini = today()
    if peran.berlaku_mulai > hari_ini:
        return "nanti"
    return "berakhir" if peran.berlaku_sampai and peran.berlaku_sampai <= hari_ini else "berlaku"


@kelola(Izin.KELOLA_PENGGUNA)
def ubah(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    pengguna = _pengguna_or_404(admin, uid)
    halaman = HalamanFormulir(
        _("Ubah pengguna"), _("Simpan"), _url(pengguna), (_remah(), (str(pengguna), _url(pengguna)))
    )
    awal = {nama: getattr(pengguna, nama) for nama in ("username", "sebutan", "email", "bahasa")}
    return run_formulir(
        request,
        admin,
        halaman,
        UbahPenggunaForm(data_of(request), initial=awal),
        lambda isi: services.update_pengguna(pengguna=pengguna, by=admin.pengguna, **isi),
        bagian=BAGIAN,
        berhasil=_("Tersimpan."),
    )


@require_POST
@kelola(Izin.KELOLA_PENGGUNA)
def aktif(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    """Close the account, or open it again: whichever it is not."""
    pengguna = _pengguna_or_404(admin, uid)
    if pengguna.is_active:
        return act_now(
            request,
            lambda: services.deactivate_pengguna(pengguna=pengguna, by=admin.pengguna),
            _("Akun dinonaktifkan."),
            _url(pengguna),
        )
    return act_now(
        request,
        lambda: services.activate_pengguna(pengguna=pengguna, by=admin.pengguna),
        _("Akun diaktifkan."),
        _url(pengguna),
    )


@require_POST
@kelola(Izin.KELOLA_PENGGUNA)
def tautan(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    pengguna = _pengguna_or_404(admin, uid)
    _send_link(request, admin, pengguna)
    return redirect(_url(pengguna))


def _send_link(request: HttpRequest, admin: Admin, pengguna: Pengguna) -> None:
    try:
        services.send_password_link(pengguna=pengguna, by=admin.pengguna)
    except GalatAkun as galat:
        messages.error(request, str(galat))
    else:
        messages.success(
            request, _("Tautan pembuat kata sandi terkirim ke %(surel)s.") % {"surel": pengguna.email}
        )


@kelola(Izin.KELOLA_PENGGUNA)
def beri_peran(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    pengguna = _pengguna_or_404(admin, uid)
    halaman = HalamanFormulir(
        _("Beri peran"), _("Beri peran"), _url(pengguna), (_remah(), (str(pengguna), _url(pengguna)))
    )
    return run_formulir(
        request,
        admin,
        halaman,
        PengaturanPeranForm(admin.instansi, data_of(request)),
        lambda isi: grant_peran(pengguna=pengguna, by=admin.pengguna, **isi),
        bagian=BAGIAN,
        berhasil=_("Peran diberikan."),
    )


@require_POST
@kelola(Izin.KELOLA_PENGGUNA)
def cabut_peran(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    belum_berakhir = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=today())
    peran = get_object_or_404(peran_of(admin.instansi).filter(belum_berakhir), uid=uid)
    return act_now(
        request,
        lambda: revoke_peran(peran=peran, by=admin.pengguna),
        _("Peran dicabut."),
        _url(peran.pengguna),
    )


def _pengguna_or_404(admin: Admin, uid: UUID) -> Pengguna:
    return get_object_or_404(pengguna_of(admin.instansi).select_related("instansi"), uid=uid)


def _remah() -> tuple[str, str]:
    return _("Pengguna"), reverse("kelola:pengguna")


def _url(pengguna: Pengguna) -> str:
    return reverse("kelola:pengguna_rinci", args=[pengguna.uid])
