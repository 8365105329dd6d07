"""Posts, and who holds them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.platform.accounts.models import JenisPenugasan, Penugasan
from sakip.platform.accounts.selectors import penugasan_of, penugasan_pada
from sakip.platform.accounts.services import assign_jabatan, end_penugasan
from sakip.platform.dasar import today
from sakip.platform.organisasi import services
from sakip.platform.organisasi.models import Jabatan, JabatanVersi
from sakip.platform.organisasi.selectors import jabatan_of, jabatan_versi_pada
from sakip.platform.wewenang import Izin
from sakip.web.kelola.dasar import (
    Admin,
    HalamanFormulir,
    data_of,
    kelola,
    page_of,
    read_pada,
    render_kelola,
    run_formulir,
)
from sakip.web.kelola.forms.jabatan import (
    AkhiriPenugasanForm,
    JabatanBaruForm,
    SaringJabatanForm,
    TugaskanForm,
    UbahJabatanForm,
)
from sakip.web.kelola.forms.unit import AkhiriForm

BAGIAN = "jabatan"


@kelola(Izin.KELOLA_ORGANISASI)
def daftar(request: HttpRequest, admin: Admin) -> HttpResponse:
    pada = read_pada(request)
    form = SaringJabatanForm({**request.GET.dict(), "pada": pada.isoformat()})
    kata, isi = (form.nilai("q") or "").casefold(), form.nilai("isi")
    pejabat: dict[int, list[Penugasan]] = {}
    for satu in penugasan_pada(admin.instansi, pada):
        pejabat.setdefault(satu.jabatan_id, []).append(satu)
    baris = [
        (versi, pejabat.get(versi.jabatan_id, []))
        for versi in jabatan_versi_pada(admin.instansi, pada)
        if kata in f"{versi.nama} {versi.jabatan.kode} {versi.unit.kode}".casefold()
        and _matches(isi, pejabat.get(versi.jabatan_id, []))
    ]
    konteks = {
        "bagian": BAGIAN,
        "form": form,
        "tersaring": bool(kata or isi),
        "pada": pada,
        "hari_ini": today(),
        "page": page_of(request, baris, 50),
    }
    return render_kelola(request, admin, "kelola/jabatan_daftar.html", konteks)


def _matches(isi: str | None, pejabat: list[Penugasan]) -> bool:
    if isi == "kosong":
        return not pejabat
    if isi == "plt":
        return any(satu.jenis != JenisPenugasan.DEFINITIF for satu in pejabat)
    return True


@kelola(Izin.KELOLA_ORGANISASI)
def baru(request: HttpRequest, admin: Admin) -> HttpResponse:
    halaman = HalamanFormulir(
        judul=_("Tambah jabatan"), kata=_("Tambah"), kembali=reverse("kelola:jabatan"), remah=(_remah(),)
    )
    form = JabatanBaruForm(admin.instansi, data_of(request), initial={"unit": request.GET.get("unit", "")})

    def act(isi: dict[str, Any]) -> Jabatan:
        return services.create_jabatan(instansi=admin.instansi, by=admin.pengguna, **isi)

    return run_formulir(
        request, admin, halaman, form, act, bagian=BAGIAN, berhasil=_("Jabatan ditambahkan."), lanjut=_url
    )


@kelola(Izin.KELOLA_ORGANISASI)
def rinci(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    jabatan = _jabatan_or_404(admin, uid)
    riwayat = list(jabatan.versi.select_related("unit", "atasan").order_by("-berlaku_mulai"))
    konteks = {
        "bagian": BAGIAN,
        "jabatan": jabatan,
        "versi": _latest(riwayat),
        "riwayat": riwayat,
        "penugasan": penugasan_of(jabatan),
        "hari_ini": today(),
    }
    return render_kelola(request, admin, "kelola/jabatan_rinci.html", konteks)


@kelola(Izin.KELOLA_ORGANISASI)
def ubah(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    jabatan = _jabatan_or_404(admin, uid)
    versi = _latest(list(jabatan.versi.select_related("unit", "atasan", "instansi", "jabatan")))
    halaman = _page(
        jabatan,
        versi,
        _("Ubah jabatan"),
        _("Simpan"),
        _(
            "Tanggal yang sama dengan awal versi yang berlaku membetulkan versi itu; "
            "tanggal lain membuat versi baru."
        ),
    )
    return run_formulir(
        request,
        admin,
        halaman,
        UbahJabatanForm(versi, data_of(request)),
        lambda isi: services.update_jabatan(jabatan=jabatan, by=admin.pengguna, **isi),
        bagian=BAGIAN,
        berhasil=_("Tersimpan."),
    )


@kelola(Izin.KELOLA_ORGANISASI)
def akhiri(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    jabatan = _jabatan_or_404(admin, uid)
    versi = _latest(list(jabatan.versi.all()))
    halaman = _page(jabatan, versi, _("Akhiri jabatan"), _("Akhiri"), bahaya=True)
    return run_formulir(
        request,
        admin,
        halaman,
        AkhiriForm(data_of(request)),
        lambda isi: services.end_jabatan(jabatan=jabatan, by=admin.pengguna, **isi),
        bagian=BAGIAN,
        berhasil=_("Jabatan diakhiri."),
    )


@kelola(Izin.KELOLA_ORGANISASI)
def tugaskan(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    jabatan = _jabatan_or_404(admin, uid)
    versi = _latest(list(jabatan.versi.all()))
    halaman = _page(
        jabatan,
        versi,
        _("Isi jabatan"),
        _("Isi"),
        _("Satu jabatan punya satu pejabat definitif, satu Plt., dan satu Plh. pada satu masa."),
    )
    return run_formulir(
        request,
        admin,
        halaman,
        TugaskanForm(admin.instansi, data_of(request)),
        lambda isi: assign_jabatan(jabatan=jabatan, by=admin.pengguna, **isi),
        bagian=BAGIAN,
        berhasil=_("Pejabat dicatat."),
    )


@kelola(Izin.KELOLA_ORGANISASI)
def akhiri_penugasan(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    penugasan = get_object_or_404(
        Penugasan.objects.filter(instansi=admin.instansi).select_related("jabatan", "pengguna", "instansi"),
        uid=uid,
    )
    versi = _latest(list(penugasan.jabatan.versi.all()))
    halaman = _page(
        penugasan.jabatan,
        versi,
        _("Akhiri penugasan %(siapa)s") % {"siapa": penugasan.pengguna},
        _("Akhiri"),
        bahaya=True,
    )
    return run_formulir(
        request,
        admin,
        halaman,
        AkhiriPenugasanForm(data_of(request)),
        lambda isi: end_penugasan(penugasan=penugasan, by=admin.pengguna, **isi),
        bagian=BAGIAN,
        berhasil=_("Penugasan diakhiri."),
    )


def _jabatan_or_404(admin: Admin, uid: UUID) -> Jabatan:
    return get_object_or_404(jabatan_of(admin.instansi).select_related("instansi"), uid=uid)


def _latest(riwayat: list[JabatanVersi]) -> JabatanVersi:
    """The version in force today, else the nearest one begun before, else the first."""
    urut = sorted(riwayat, key=lambda satu: satu.berlaku_mulai)
    return ([satu for satu in urut if satu.berlaku_mulai <= today()] or urut[:1])[-1]


def _page(
    jabatan: Jabatan, versi: JabatanVersi, judul: str, kata: str, penjelasan: str = "", bahaya: bool = False
) -> HalamanFormulir:
    url = _url(jabatan)
    return HalamanFormulir(judul, kata, url, (_remah(), (versi.nama, url)), penjelasan, bahaya)


def _remah() -> tuple[str, str]:
    return _("Jabatan"), reverse("kelola:jabatan")


def _url(jabatan: Jabatan) -> str:
    return reverse("kelola:jabatan_rinci", args=[jabatan.uid])
