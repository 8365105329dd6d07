"""What the services of accounts refuse."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatAkun(GalatDomain):
    """Base of the refusals of this app."""


class NamaPenggunaTerpakai(GalatAkun):
    bidang = "username"

    def __init__(self, username: str) -> None:
        super().__init__(_("Nama pengguna “%(nama)s” sudah dipakai.") % {"nama": username})


class SurelTerpakai(GalatAkun):
    bidang = "email"

    def __init__(self, email: str) -> None:
        super().__init__(_("Surel %(email)s sudah dipakai akun lain.") % {"email": email})


class SurelKosong(GalatAkun):
    bidang = "email"

    def __init__(self) -> None:
        super().__init__(_("Akun ini belum punya alamat surel. Isi alamatnya, lalu kirim tautan."))


class AkunNonaktif(GalatAkun):
    def __init__(self) -> None:
        super().__init__(_("Akun ini tidak aktif. Aktifkan lebih dahulu."))


class MenonaktifkanDiriSendiri(GalatAkun):
    def __init__(self) -> None:
        super().__init__(_("Anda tidak dapat menonaktifkan akun yang sedang Anda pakai."))


class SurelGagal(GalatAkun):
    def __init__(self) -> None:
        super().__init__(_("Surel tidak terkirim: peladen surel tidak dapat dihubungi. Coba lagi nanti."))


class BedaInstansi(GalatAkun):
    bidang = "pengguna"

    def __init__(self) -> None:
        super().__init__(_("Pengguna dan jabatan harus milik instansi yang sama."))


class JabatanTerisi(GalatAkun):
    bidang = "berlaku_mulai"

    def __init__(self, sebutan: str, jenis: str) -> None:
        super().__init__(
            _(
                "Pada masa itu jabatan ini sudah diisi %(siapa)s (%(jenis)s). "
                "Akhiri penugasan itu lebih dahulu."
            )
            % {"siapa": sebutan, "jenis": jenis}
        )


class TanggalPenugasanSalah(GalatAkun):
    bidang = "tanggal"

    def __init__(self, mulai: date) -> None:
        super().__init__(
            _("Penugasan ini mulai %(mulai)s; tanggal akhirnya harus sesudah itu.")
            % {"mulai": date_format(mulai, "j F Y")}
        )
