"""What the services of the performance tree refuse, in words the user can act on."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.models import PohonSimpul

NAMA_TERBANYAK = 3


class PohonSudahAda(GalatPerencanaan):
    def __init__(self, nama: str, tahun: int) -> None:
        super().__init__(
            _("Unit ini sudah punya pohon “%(nama)s” tahun %(tahun)s. Pilih nama lain atau buka pohon itu.")
            % {"nama": nama, "tahun": tahun},
            bidang="nama",
        )


class SimpulBerubah(GalatPerencanaan):
    """Somebody changed the condition since it was read; carries its present state."""

    def __init__(self, kini: PohonSimpul) -> None:
        self.kini = kini
        super().__init__(
            _("Kondisi ini sudah diubah orang lain. Bandingkan isiannya, lalu simpan kembali."),
            bidang="versi",
        )


class SimpulSudahHilang(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Kondisi ini sudah dihapus orang lain. Muat ulang pohonnya."))


class IndukDirinya(GalatPerencanaan):
    """A condition below itself or below its own branch would close a circle."""

    def __init__(self, pernyataan: str) -> None:
        super().__init__(
            _("“%(apa)s” tidak dapat dipindah ke bawah dirinya sendiri atau ke bawah cabangnya.")
            % {"apa": pernyataan},
            bidang="induk",
        )


class IndukDuaKali(GalatPerencanaan):
    """There is one main parent."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Satu kondisi punya satu induk utama. Kondisi lain yang didukungnya ditambah sebagai dukungan."
            ),
            bidang="induk",
        )


class IndukBedaPohon(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Induknya berada di pohon lain."), bidang="induk")


class SimpulBeranak(GalatPerencanaan):
    def __init__(self, pernyataan: str, jumlah: int) -> None:
        super().__init__(
            _("“%(apa)s” membawahi %(n)s kondisi. Pindahkan atau hapus kondisi itu lebih dahulu.")
            % {"apa": pernyataan, "n": jumlah}
        )


class SimpulBerhasil(GalatPerencanaan):
    """What results, roles, remarks or agreements rest on stays; it can be retired."""

    def __init__(self, pernyataan: str, sebab: str) -> None:
        super().__init__(
            _("“%(apa)s” tidak dapat dihapus karena %(sebab)s. Pensiunkan kondisinya.")
            % {"apa": pernyataan, "sebab": sebab}
        )


class SimpulPensiun(GalatPerencanaan):
    def __init__(self, pernyataan: str) -> None:
        super().__init__(_("“%(apa)s” sudah dipensiunkan. Aktifkan lagi lebih dahulu.") % {"apa": pernyataan})


class UnitTidakBerlaku(GalatPerencanaan):
    def __init__(self, nama: str, tahun: int, *, bidang: str) -> None:
        super().__init__(
            _("%(nama)s tidak lagi (atau belum) berlaku pada tahun %(tahun)s. Pilih unit penerusnya.")
            % {"nama": nama, "tahun": tahun},
            bidang=bidang,
        )


class UnitSendiri(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(
            _("Crosscutting diusulkan kepada unit lain, bukan kepada unit pemilik kondisi ini."),
            bidang="unit_tujuan",
        )


class SudahDiusulkan(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(
            _("Kondisi ini sudah diusulkan kepada unit itu. Tarik usulan lama sebelum mengusulkan lagi."),
            bidang="unit_tujuan",
        )


class UsulanSudahDiputus(GalatPerencanaan):
    def __init__(self, status: str) -> None:
        super().__init__(
            _("Usulan ini sudah berstatus %(status)s, jadi tidak dapat diubah.") % {"status": status.lower()}
        )


class AlasanWajib(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Tulis alasannya; unit pengusul membacanya."), bidang="alasan")


class BukanPohonTujuan(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(
            _("Pilih kondisi pada pohon unit Anda sendiri tahun yang sama."), bidang="simpul_tujuan"
        )


class DukunganTidakSah(GalatPerencanaan):
    def __init__(self, sebab: str) -> None:
        super().__init__(
            _("Dukungan tambahan ini tidak dapat dibuat: %(sebab)s.") % {"sebab": sebab}, bidang="mendukung"
        )


class LangkahTerhalang(GalatPerencanaan):
    """The step cannot be taken at all; what is only missing is listed, not refused."""

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan, bidang="langkah")


class MundurBertautan(GalatPerencanaan):
    """Before step 5 there are no links (PermenPANRB 89/2021), so they are taken off before going back."""

    def __init__(self, pernyataan: Sequence[str], jumlah: int) -> None:
        nama = "; ".join(f"“{satu}”" for satu in pernyataan[:NAMA_TERBANYAK])
        super().__init__(
            _(
                "%(n)s kondisi sudah tertaut ke rencana atau jabatan: %(nama)s. "
                "Lepas tautannya sebelum kembali ke langkah 4."
            )
            % {"n": jumlah, "nama": nama + ("; …" if jumlah > NAMA_TERBANYAK else "")},
            bidang="langkah",
        )


class KomentarSelesai(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Komentar ini sudah ditandai selesai."))
