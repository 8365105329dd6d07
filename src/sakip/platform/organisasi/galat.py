"""What the services of organisasi refuse, in words the user can act on."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


def _tanggal(tanggal: date) -> str:
    return date_format(tanggal, "j F Y")


class GalatOrganisasi(GalatDomain):
    """Base of the refusals of this app."""


class IsianKosong(GalatOrganisasi):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini wajib diisi."), bidang=bidang)


class KodeTerpakai(GalatOrganisasi):
    def __init__(self, kode: str, bidang: str = "kode") -> None:
        super().__init__(_("Kode “%(kode)s” sudah dipakai. Pilih kode lain.") % {"kode": kode}, bidang=bidang)


class BedaInstansi(GalatOrganisasi):
    def __init__(self, bidang: str | None = None) -> None:
        super().__init__(_("Pilihan ini bukan milik instansi yang sama."), bidang=bidang)


class UnitTidakBerlaku(GalatOrganisasi):
    def __init__(self, kode: str, tanggal: date, bidang: str = "sejak") -> None:
        super().__init__(
            _("Unit %(kode)s tidak berlaku pada %(tanggal)s. Pilih tanggal lain.")
            % {"kode": kode, "tanggal": _tanggal(tanggal)},
            bidang=bidang,
        )


class JabatanTidakBerlaku(GalatOrganisasi):
    def __init__(self, kode: str, tanggal: date, bidang: str = "sejak") -> None:
        super().__init__(
            _("Jabatan %(kode)s tidak berlaku pada %(tanggal)s. Pilih tanggal lain.")
            % {"kode": kode, "tanggal": _tanggal(tanggal)},
            bidang=bidang,
        )


class SusunanMelingkar(GalatOrganisasi):
    """The new parent (superior) lies below the unit (post) itself."""

    def __init__(self, kode: str, induk: str, tanggal: date, bidang: str = "induk") -> None:
        super().__init__(
            _("%(induk)s berada di bawah %(kode)s pada %(tanggal)s, jadi tidak dapat menjadi induknya.")
            % {"kode": kode, "induk": induk, "tanggal": _tanggal(tanggal)},
            bidang=bidang,
        )


class MasihPunyaAnak(GalatOrganisasi):
    def __init__(self, kode: str, anak: Iterable[str]) -> None:
        super().__init__(
            _(
                "%(kode)s masih membawahi %(anak)s pada tanggal itu. "
                "Pindahkan atau akhiri unit tersebut lebih dahulu."
            )
            % {"kode": kode, "anak": ", ".join(anak)},
            bidang="tanggal",
        )


class AdaPerubahanSesudahnya(GalatOrganisasi):
    def __init__(self, kode: str, tanggal: date) -> None:
        super().__init__(
            _("%(kode)s sudah punya perubahan yang berlaku mulai %(tanggal)s. Pilih tanggal sesudahnya.")
            % {"kode": kode, "tanggal": _tanggal(tanggal)},
            bidang="tanggal",
        )


class PeralihanTidakSah(GalatOrganisasi):
    """A merge or split that does not add up."""


class KepalaGanda(GalatOrganisasi):
    def __init__(self, nama: str) -> None:
        super().__init__(
            _("Unit ini sudah punya kepala pada masa itu: %(nama)s.") % {"nama": nama}, bidang="kepala"
        )


class TanggalTerbalik(GalatOrganisasi):
    def __init__(self, bidang: str = "tutup") -> None:
        super().__init__(_("Tanggal akhir mendahului tanggal mulai."), bidang=bidang)


class TriwulanSalah(GalatOrganisasi):
    def __init__(self) -> None:
        super().__init__(_("Triwulan harus 1 sampai 4, atau dikosongkan."), bidang="triwulan")
