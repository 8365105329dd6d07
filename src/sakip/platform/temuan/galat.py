"""What the services of findings refuse, in words the user can act on."""

from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class AlasanKosong(GalatDomain):
    def __init__(self) -> None:
        super().__init__(
            _("Tulis alasan mengapa temuan ini dapat diterima; evaluator akan membacanya."), bidang="alasan"
        )


class SudahDiakui(GalatDomain):
    def __init__(self) -> None:
        super().__init__(_("Temuan ini sudah ditandai diterima. Muat ulang halaman untuk melihat alasannya."))


class SudahDicabut(GalatDomain):
    def __init__(self) -> None:
        super().__init__(_("Pengakuan ini sudah dicabut. Muat ulang halaman."))
