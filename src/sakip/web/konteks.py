"""What every page needs: the instansi, the menu by permission, the year line, the banner of example data."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import instansi_of, peran_aktif
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.web.kalender import Tenggat, read_kalender


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """An entry of the main menu; `bagian` is the url namespace whose pages it stands for."""

    label: str
    nama_url: str
    ikon: str
    bagian: str
    izin: tuple[Izin, ...]


def _butir_menu() -> tuple[ButirMenu, ...]:
    kelola = (Izin.KELOLA_ORGANISASI, Izin.KELOLA_PENGGUNA, Izin.KELOLA_KALENDER, Izin.LIHAT_AUDIT)
    return (
        ButirMenu(_("Rencana"), "perencanaan:daftar", "pohon", "perencanaan", (Izin.BACA,)),
        ButirMenu(_("Perjanjian"), "perjanjian:daftar", "pena", "perjanjian", (Izin.BACA,)),
        ButirMenu(_("Pengukuran"), "pengukuran:instansi", "sasaran", "pengukuran", (Izin.BACA,)),
        ButirMenu(_("Pelaporan"), "pelaporan:daftar", "berkas", "pelaporan", (Izin.BACA,)),
        ButirMenu(_("Evaluasi"), "evaluasi:rekap", "kisi", "evaluasi", (Izin.BACA,)),
        ButirMenu(_("Temuan"), "temuan:kota", "awas", "temuan", (Izin.BACA,)),
        ButirMenu(_("Tindak lanjut"), "tindaklanjut:daftar", "bendera", "tindaklanjut", (Izin.BACA,)),
        ButirMenu(_("Jalan ke A"), "jalan:kota", "naik", "jalan", (Izin.BACA,)),
        ButirMenu(_("Impor"), "impor:mulai", "unggah", "impor", (Izin.IMPOR,)),
        ButirMenu(_("Kelola"), "kelola:beranda", "kisi", "kelola", kelola),
    )


#: Namespaces whose pages stand under another entry of the menu.
_INDUK = {
    "rencana": "perencanaan",
    "kamus": "perencanaan",
    "iku": "perencanaan",
    "peran": "perencanaan",
    "pohon": "perencanaan",
}


def build_menu(pengguna: Pengguna, bagian: str) -> list[dict[str, Any]]:
    """The entries this account may open; nothing leads to a page that refuses it."""
    beranda = {"label": _("Beranda"), "url": reverse("beranda"), "aktif": bagian == "", "ikon": "rumah"}
    if pengguna.instansi_id is None:
        return [beranda]
    izin = {i for satu in peran_aktif(pengguna) for i in satu.peran.izin}
    return [beranda] + [
        {
            "label": b.label,
            "url": reverse(b.nama_url),
            "aktif": b.bagian == _INDUK.get(bagian, bagian),
            "ikon": b.ikon,
        }
        for b in _butir_menu()
        if izin.intersection(b.izin)
    ]


def halaman(request: HttpRequest) -> dict[str, Any]:
    """Context of the page frame, asked for only where a template shows it: a fragment has no frame.

    A signed-out reader gets a frame without an instansi.
    """
    pengguna = getattr(request, "user", None)
    if pengguna is None or isinstance(pengguna, AnonymousUser) or not pengguna.is_authenticated:
        return {"instansi": None, "menu": [], "kalender": [], "hari_ini": today(), "pos": ""}
    bagian = request.resolver_match.namespace if request.resolver_match else "-"

    def kalender() -> list[Tenggat]:
        instansi = instansi_of(pengguna)
        return [] if instansi is None else read_kalender(instansi)

    return {
        "instansi": SimpleLazyObject(lambda: instansi_of(pengguna)),
        "menu": SimpleLazyObject(lambda: build_menu(pengguna, bagian)),
        "kalender": SimpleLazyObject(kalender),
        "hari_ini": today(),
        "pos": str(pengguna),
    }
