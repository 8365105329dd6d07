"""What the services of perjanjian refuse, in words the user can act on."""

from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatPerjanjian(GalatDomain):
    """Base of the refusals of this app."""


class BedaInstansi(GalatPerjanjian):
    def __init__(self, bidang: str | None = None) -> None:
        super().__init__(_("Pilihan ini bukan milik instansi yang sama."), bidang=bidang)


class IsianKosong(GalatPerjanjian):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini wajib diisi."), bidang=bidang)


class PKTerkunci(GalatPerjanjian):
    """A signed agreement is never edited: 53/2014 Lamp. I.E knows only its revision."""

    def __init__(self, status: str) -> None:
        super().__init__(
            _("Perjanjian Kinerja berstatus %(status)s dan tidak dapat diubah. Buat perubahannya.")
            % {"status": status.lower()}
        )


class PKKosong(GalatPerjanjian):
    def __init__(self) -> None:
        super().__init__(_("Perjanjian Kinerja belum memuat satu indikator pun. Isi lebih dahulu."))


class PKSudahAda(GalatPerjanjian):
    def __init__(self, tahun: int) -> None:
        super().__init__(
            _("Unit ini sudah punya Perjanjian Kinerja %(tahun)s. Buat perubahan dari yang berlaku.")
            % {"tahun": tahun}
        )


class PemicuWajib(GalatPerjanjian):
    """A revision needs exactly one of the lawful reasons."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Perubahan Perjanjian Kinerja memerlukan satu pemicu: pergantian pejabat, "
                "perubahan strategi, atau perubahan prioritas."
            ),
            bidang="pemicu",
        )


class LangkahTidakSah(GalatPerjanjian):
    def __init__(self, status: str) -> None:
        super().__init__(
            _("Perjanjian Kinerja berstatus %(status)s, jadi langkah ini tidak dapat dilakukan.")
            % {"status": status.lower()}
        )


class IndikatorGanda(GalatPerjanjian):
    def __init__(self, kode: str) -> None:
        super().__init__(
            _("Indikator %(kode)s tercantum dua kali pada Perjanjian Kinerja ini.") % {"kode": kode},
            bidang="indikator",
        )
