"""Why a file is refused, and what to do about it."""

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatBerkas(GalatDomain):
    """Base of the refusals of this app."""

    bidang = "berkas"


class BerkasKosong(GalatBerkas):
    def __init__(self, nama: str) -> None:
        super().__init__(_("%(nama)s kosong (0 byte). Periksa berkasnya, lalu unggah lagi.") % {"nama": nama})


class BerkasTerlaluBesar(GalatBerkas):
    def __init__(self, nama: str, batas: int) -> None:
        super().__init__(
            _("%(nama)s lebih besar dari batas %(batas)s. Perkecil atau pecah berkasnya.")
            % {"nama": nama, "batas": filesizeformat(batas)}
        )


class JenisTidakDiterima(GalatBerkas):
    def __init__(self, nama: str, diterima: str) -> None:
        super().__init__(
            _("Isi %(nama)s bukan jenis yang diterima. Unggah salah satu dari: %(jenis)s.")
            % {"nama": nama, "jenis": diterima}
        )


class FormatLama(GalatBerkas):
    """An OLE2 container: Office before 2007, or a document behind a password."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            _(
                "%(nama)s memakai format Office lama atau terkunci kata sandi. "
                "Simpan sebagai .docx, .xlsx, atau .pptx tanpa kata sandi, lalu unggah lagi."
            )
            % {"nama": nama}
        )


class BerkasBermakro(GalatBerkas):
    def __init__(self, nama: str) -> None:
        super().__init__(
            _("%(nama)s memuat makro. Simpan tanpa makro (.docx, .xlsx, atau .pptx), lalu unggah lagi.")
            % {"nama": nama}
        )


class NamaTidakCocok(GalatBerkas):
    def __init__(self, nama: str, jenis: str) -> None:
        super().__init__(
            _("Isi %(nama)s adalah %(jenis)s, tidak cocok dengan akhiran namanya. Betulkan nama berkasnya.")
            % {"nama": nama, "jenis": jenis}
        )
