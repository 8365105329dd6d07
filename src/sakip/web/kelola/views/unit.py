"""Units: the tree as of a day, one unit with its history, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from sakip.platform.accounts.models import Pengguna
from sakip.platform.accounts.selectors import penugasan_pada
from sakip.platform.dasar import today
from sakip.platform.organisasi import services
from sakip.platform.organisasi.models import Unit, UnitVersi
from sakip.platform.organisasi.selectors import (
    flatten,
    jabatan_versi_pada,
    pendahulu,
    penerus,
    pohon_unit,
    unit_of,
    unit_versi_pada,
    versi_unit,
)
from sakip.platform.wewenang import Izin
from sakip.web.kelola.dasar import (
    Admin,
    HalamanFormulir,
    act_now,
    data_of,
    kelola,
    page_of,
    read_pada,
    render_kelola,
    run_formulir,
)
from sakip.web.kelola.forms.unit import (
    AkhiriForm,
    GabungForm,
    PecahForm,
    PindahUnitForm,
    SaringUnitForm,
    TerusForm,
    UbahUnitForm,
    UnitBaruForm,
)
from sakip.web.kelola.forms.unit import _CiriUnit as CiriUnit

BAGIAN = "unit"
INDEN = "\u2003\u2003"
CIRI = tuple(nama for nama in CiriUnit.base_fields if nama != "entitas_sakip")


@kelola(Izin.KELOLA_ORGANISASI)
def daftar(request: HttpRequest, admin: Admin) -> HttpResponse:
    pada = read_pada(request)
    form = SaringUnitForm({"pada": pada.isoformat(), "q": request.GET.get("q", "")})
    kata = (form.nilai("q") or "").casefold()
    baris = flatten(pohon_unit(admin.instansi, pada))
    jumlah = len(baris)
    if kata:
        baris = [s for s in baris if kata in f"{s.unit.kode} {s.versi.nama} {s.versi.singkatan}".casefold()]
    konteks = {
        "bagian": BAGIAN,
        "form": form,
        "kata": kata,
        "pada": pada,
        "hari_ini": today(),
        "jumlah": jumlah,
        "page": page_of(request, [("" if kata else INDEN * s.kedalaman, s) for s in baris], 100),
    }
    return render_kelola(request, admin, "kelola/unit_daftar.html", konteks)


@kelola(Izin.KELOLA_ORGANISASI)
def baru(request: HttpRequest, admin: Admin) -> HttpResponse:
    halaman = HalamanFormulir(
        judul=_("Tambah unit"),
        kata=_("Tambah"),
        kembali=reverse("kelola:unit"),
        remah=((_("Unit"), reverse("kelola:unit")),),
    )
    form = UnitBaruForm(admin.instansi, data_of(request), initial={"induk": request.GET.get("induk", "")})

    def act(isi: dict[str, Any]) -> Unit:
        return services.create_unit(instansi=admin.instansi, by=admin.pengguna, **isi)

    return run_formulir(
        request, admin, halaman, form, act, bagian=BAGIAN, berhasil=_("Unit ditambahkan."), lanjut=_url
    )


@kelola(Izin.KELOLA_ORGANISASI)
def rinci(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    unit = _unit_or_404(admin, uid)
    hari_ini = today()
    versi = versi_unit(unit, hari_ini)
    semua = unit_versi_pada(admin.instansi, hari_ini)
    pejabat: dict[int, list[Any]] = {}
    for penugasan in penugasan_pada(admin.instansi, hari_ini).filter(jabatan__versi__unit=unit).distinct():
        pejabat.setdefault(penugasan.jabatan_id, []).append(penugasan)
    jabatan = jabatan_versi_pada(admin.instansi, hari_ini).filter(unit=unit)
    konteks = {
        "bagian": BAGIAN,
        "unit": unit,
        "versi": versi,
        "berlaku": unit.pk in semua,
        "induk": semua.get(versi.induk_id) if versi and versi.induk_id else None,
        "riwayat": unit.versi.select_related("induk").order_by("-berlaku_mulai"),
        "anak": [satu for satu in semua.values() if satu.induk_id == unit.pk],
        "jabatan": [(satu, pejabat.get(satu.jabatan_id, [])) for satu in jabatan],
        "pendahulu": pendahulu(unit),
        "penerus": penerus(unit),
        "nama_unit": {unit_id: satu.nama for unit_id, satu in semua.items()},
    }
    return render_kelola(request, admin, "kelola/unit_rinci.html", konteks)


# --- what can be done with one unit -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AksiUnit:
    """One act on a unit: its page, its form, and the service behind it."""

    judul: str | Promise
    kata: str | Promise
    berhasil: str | Promise
    penjelasan: str | Promise
    form: Callable[[UnitVersi, Any], forms.Form]
    act: Callable[[Unit, Pengguna, dict[str, Any]], Any]
    bahaya: bool = False


def _change(unit: Unit, by: Pengguna, isi: dict[str, Any]) -> Any:
    with transaction.atomic():
        services.set_entitas_sakip(unit=unit, entitas_sakip=isi["entitas_sakip"], by=by)
        baru = {nama: isi[nama] for nama in CIRI}
        return services.rename_unit(unit=unit, sejak=isi["sejak"], by=by, **baru)


def _merge(unit: Unit, by: Pengguna, isi: dict[str, Any]) -> Any:
    dari = [unit, *isi["dari"]]
    return services.merge_units(dari=dari, ke=isi["ke"], tanggal=isi["tanggal"], dasar=isi["dasar"], by=by)


AKSI: dict[str, AksiUnit] = {
    "ubah": AksiUnit(
        gettext_lazy("Ubah nama dan ciri"),
        gettext_lazy("Simpan"),
        gettext_lazy("Tersimpan."),
        gettext_lazy(
            "Tanggal yang sama dengan awal versi yang berlaku membetulkan versi itu. "
            "Tanggal lain membuat versi baru, dan laporan masa lalu tetap memakai nama lama."
        ),
        UbahUnitForm,
        _change,
    ),
    "pindah": AksiUnit(
        gettext_lazy("Pindahkan"),
        gettext_lazy("Pindahkan"),
        gettext_lazy("Unit dipindahkan."),
        gettext_lazy("Unit di bawahnya ikut pindah."),
        PindahUnitForm,
        lambda unit, by, isi: services.move_unit(unit=unit, by=by, **isi),
    ),
    "akhiri": AksiUnit(
        gettext_lazy("Akhiri"),
        gettext_lazy("Akhiri unit"),
        gettext_lazy("Unit diakhiri."),
        gettext_lazy("Jabatan di unit ini ikut berakhir. Data masa lalunya tetap dapat dibaca."),
        lambda versi, data: AkhiriForm(data),
        lambda unit, by, isi: services.end_unit(unit=unit, by=by, **isi),
        bahaya=True,
    ),
    "gabung": AksiUnit(
        gettext_lazy("Gabungkan"),
        gettext_lazy("Gabungkan"),
        gettext_lazy("Unit digabungkan."),
        gettext_lazy(
            "Unit yang bergabung berakhir pada tanggal itu; unit di bawahnya pindah ke unit gabungan."
        ),
        lambda versi, data: GabungForm(versi.unit, data),
        _merge,
        bahaya=True,
    ),
    "pecah": AksiUnit(
        gettext_lazy("Pecah"),
        gettext_lazy("Pecah unit"),
        gettext_lazy("Unit dipecah."),
        gettext_lazy("Unit di bawahnya tidak ikut pindah: pindahkan dahulu ke unit yang tepat."),
        lambda versi, data: PecahForm(versi.unit, data),
        lambda unit, by, isi: services.split_unit(unit=unit, by=by, **isi),
        bahaya=True,
    ),
    "terus": AksiUnit(
        gettext_lazy("Teruskan ke unit baru"),
        gettext_lazy("Teruskan"),
        gettext_lazy("Peralihan dicatat."),
        gettext_lazy(
            "Untuk unit yang berganti nama dengan kode dan dasar hukum baru. Unit ini berakhir, "
            "unit di bawahnya pindah ke penerusnya."
        ),
        lambda versi, data: TerusForm(versi.unit, data),
        lambda unit, by, isi: services.succeed_unit(dari=unit, by=by, **isi),
        bahaya=True,
    ),
}


@kelola(Izin.KELOLA_ORGANISASI)
def aksi(request: HttpRequest, admin: Admin, uid: UUID, nama: str) -> HttpResponse:
    if nama not in AKSI:
        raise Http404
    satu = AKSI[nama]
    unit = _unit_or_404(admin, uid)
    versi = versi_unit(unit, today())
    if versi is None:
        raise Http404
    halaman = HalamanFormulir(
        judul=str(satu.judul),
        kata=str(satu.kata),
        kembali=_url(unit),
        remah=((_("Unit"), reverse("kelola:unit")), (versi.nama, _url(unit))),
        penjelasan=str(satu.penjelasan),
        bahaya=satu.bahaya,
    )
    return run_formulir(
        request,
        admin,
        halaman,
        satu.form(versi, data_of(request)),
        lambda isi: satu.act(unit, admin.pengguna, isi),
        bagian=BAGIAN,
        berhasil=str(satu.berhasil),
    )


@require_POST
@kelola(Izin.KELOLA_ORGANISASI)
def buka(request: HttpRequest, admin: Admin, uid: UUID) -> HttpResponse:
    """Take back an end that was entered by mistake."""
    unit = _unit_or_404(admin, uid)
    return act_now(
        request,
        lambda: services.reopen_unit(unit=unit, by=admin.pengguna),
        _("Unit berlaku lagi."),
        _url(unit),
    )


def _unit_or_404(admin: Admin, uid: UUID) -> Unit:
    return get_object_or_404(unit_of(admin.instansi).select_related("instansi"), uid=uid)


def _url(unit: Unit) -> str:
    return reverse("kelola:unit_rinci", args=[unit.uid])
