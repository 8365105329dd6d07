"""What granting and revoking refuse."""

from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatAkses(GalatDomain):
    """Base of the refusals of this app."""


class PeranTidakDikenal(GalatAkses):
    bidang = "peran"

    def __init__(self, peran: str) -> None:
        super().__init__(_("Peran “%(peran)s” tidak dikenal.") % {"peran": peran})


class PeranBertumpuk(GalatAkses):
    bidang = "peran"

    def __init__(self) -> None:
        super().__init__(_("Pengguna ini sudah punya peran itu untuk unit yang sama pada masa tersebut."))


class AdminTerakhir(GalatAkses):
    def __init__(self) -> None:
        super().__init__(
            _("Ini admin instansi terakhir yang aktif. Beri peran itu kepada pengguna lain lebih dahulu.")
        )


class BedaInstansi(GalatAkses):
    def __init__(self) -> None:
        super().__init__(_("Pengguna dan unit harus milik instansi yang sama."))
