"""What follow-up and the way to a higher predikat refuse, in words the user can act on."""

from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatLanjut(GalatDomain):
    """Base of these refusals."""


class IsianWajib(GalatLanjut):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini wajib diisi."), bidang=bidang)


class LangkahTidakSah(GalatLanjut):
    def __init__(self, status: str) -> None:
        super().__init__(
            _("Rekomendasi berstatus %(status)s, jadi langkah ini tidak dapat dilakukan. Muat ulang halaman.")
            % {"status": status.lower()}
        )


class BelumTerbit(GalatLanjut):
    def __init__(self) -> None:
        super().__init__(_("LHE-nya belum ditandatangani; rekomendasi belum dapat ditindaklanjuti."))


class SudahDiteruskan(GalatLanjut):
    """Next year's evaluation took it over; the follow-up goes on there."""

    def __init__(self, tahun: int) -> None:
        super().__init__(
            _("Rekomendasi ini diteruskan ke evaluasi %(tahun)s. Tindak lanjuti di sana.") % {"tahun": tahun}
        )


class RekomendasiTetap(GalatLanjut):
    def __init__(self, tahap: str) -> None:
        super().__init__(
            _("Lembar pada tahap %(tahap)s; rekomendasi hanya ditulis selama evaluasi sampai draf LHE.")
            % {"tahap": tahap.lower()}
        )


class ButirTidakAda(GalatLanjut):
    def __init__(self, kode: str) -> None:
        super().__init__(_("Butir %(kode)s tidak ada dalam instrumen ini.") % {"kode": kode}, bidang="kode")


class BuktiUnitLain(GalatLanjut):
    def __init__(self) -> None:
        super().__init__(_("Bukti ini bukan milik unit yang ditindaklanjuti."), bidang="bukti")


class BuktiWajib(GalatLanjut):
    def __init__(self) -> None:
        super().__init__(
            _("Lampirkan bukti: pilih dari bukti unit, atau unggah berkas baru."), bidang="bukti"
        )


class TanggalLewat(GalatLanjut):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya."), bidang=bidang)


class TanggalMendatang(GalatLanjut):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Tanggal selesai tidak dapat di masa depan."), bidang=bidang)


class RencanaTakLayak(GalatLanjut):
    def __init__(self) -> None:
        super().__init__(_("Susunan ini tidak mencapai target, jadi belum dapat dijalankan."))


class RencanaSudahAda(GalatLanjut):
    def __init__(self, tahun: int) -> None:
        super().__init__(
            _("Unit ini sudah menjalankan rencana %(tahun)s. Selesaikan atau batalkan yang itu lebih dahulu.")
            % {"tahun": tahun}
        )


class RencanaTidakBerjalan(GalatLanjut):
    def __init__(self, status: str) -> None:
        super().__init__(
            _("Rencana ini berstatus %(status)s, jadi langkahnya tidak dapat diubah.")
            % {"status": status.lower()}
        )


class UpayaTidakSah(GalatLanjut):
    def __init__(self, pesan: str, bidang: str = "biaya") -> None:
        super().__init__(pesan, bidang=bidang)
