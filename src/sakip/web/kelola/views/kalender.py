"""The calendar of an instansi."""

from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.platform.access.peran import PERAN
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Jadwal
from sakip.platform.organisasi.selectors import jadwal_of, jadwal_tahun
from sakip.platform.organisasi.services import delete_jadwal, save_jadwal
from sakip.platform.wewenang import Izin
from sakip.web.kalender import label_jadwal
from sakip.web.kelola.dasar import (
    Admin,
    HalamanFormulir,
    act_now,
    data_of,
    kelola,
    render_kelola,
    run_formulir,
)
from sakip.web.kelola.forms.lain import JadwalForm

BAGIAN = "kalender"


@kelola(Izin.KELOLA_KALENDER)
def daftar(request: HttpRequest, admin: Admin) -> HttpResponse:
    ada = dict(
        jadwal_of(admin.instansi)
        .order_by()
        .values_list("tahun")
        .annotate(n=Count("pk"))
        .values_list("tahun", "n")
    )
    tahun = _read_tahun(request, ada)
    hari_ini = today()
    baris = [
        (satu, label_jadwal(satu), _state(satu), PERAN[satu.peran].nama if satu.peran in PERAN else "")
        for satu in jadwal_tahun(admin.instansi, tahun)
    ]
    konteks = {
        "bagian": BAGIAN,
        "tahun": tahun,
        "pilihan_tahun": sorted({tahun, hari_ini.year, hari_ini.year + 1, *ada}),
        "baris": baris,
    }
    return render_kelola(request, admin, "kelola/kalender.html", konteks)


def _read_tahun(request: HttpRequest, ada: dict[int, int]) -> int:
    teks = request.GET.get("tahun", "")
    if teks.isdecimal() and 2000 <= int(teks) <= 2100:
        return int(teks)
    return today().year if today().year in ada or not ada else max(ada)


def _state(jadwal: Jadwal) -> str:
    hari_ini = today()
    if jadwal.terbuka(hari_ini):
        return "terbuka"
    return "lewat" if jadwal.tutup < hari_ini else "nanti"


@kelola(Izin.KELOLA_KALENDER)
def baru(request: HttpRequest, admin: Admin) -> HttpResponse:
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isdecimal() and len(teks) == 4 else today().year
    halaman = HalamanFormulir(_("Tambah jadwal"), _("Tambah"), _url_tahun(tahun), (_remah(),))
    return _run(request, admin, halaman, JadwalForm(data_of(request), tahun=tahun), None)


@kelola(Izin.KELOLA_KALENDER)
def ubah(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    jadwal = _jadwal_or_404(admin, uid)
    halaman = HalamanFormulir(_("Ubah jadwal"), _("Simpan"), _url_tahun(jadwal.tahun), (_remah(),))
    return _run(request, admin, halaman, JadwalForm(data_of(request), jadwal=jadwal), jadwal)


@require_POST
@kelola(Izin.KELOLA_KALENDER)
def hapus(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    jadwal = _jadwal_or_404(admin, uid)
    return act_now(
        request,
        lambda: delete_jadwal(jadwal=jadwal, by=admin.pengguna),
        _("Jadwal dihapus."),
        _url_tahun(jadwal.tahun),
    )


def _run(
    request: HttpRequest, admin: Admin, halaman: HalamanFormulir, form: JadwalForm, jadwal: Jadwal | None
) -> HttpResponse:
    def act(isi: dict[str, Any]) -> Jadwal:
        return save_jadwal(instansi=admin.instansi, jadwal=jadwal, by=admin.pengguna, **isi)

    return run_formulir(
        request,
        admin,
        halaman,
        form,
        act,
        bagian=BAGIAN,
        berhasil=_("Jadwal tersimpan."),
        lanjut=lambda hasil: _url_tahun(hasil.tahun),
    )


def _jadwal_or_404(admin: Admin, uid: UUID) -> Jadwal:
    return get_object_or_404(jadwal_of(admin.instansi).select_related("instansi"), uid=uid)


def _remah() -> tuple[str, str]:
    return _("Kalender"), reverse("kelola:kalender")


def _url_tahun(tahun: int) -> str:
    return f"{reverse('kelola:kalender')}?tahun={tahun}"
