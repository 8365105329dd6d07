"""What the services of perencanaan refuse, in words the user can act on."""

from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatPerencanaan(GalatDomain):
    """Base of the refusals of this app."""


class IsianKosong(GalatPerencanaan):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini wajib diisi."), bidang=bidang)


class BedaInstansi(GalatPerencanaan):
    def __init__(self, bidang: str | None = None) -> None:
        super().__init__(_("Pilihan ini bukan milik instansi yang sama."), bidang=bidang)


class PeriodeTerbalik(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Tahun selesai mendahului tahun mulai."), bidang="tahun_selesai")


class DokumenTerkunci(GalatPerencanaan):
    """A plan in force is not edited in place."""

    def __init__(self, nama: str, status: str) -> None:
        super().__init__(
            _("%(nama)s berstatus %(status)s dan tidak dapat diubah. Buat versi perubahan lebih dahulu.")
            % {"nama": nama, "status": status.lower()}
        )


class LangkahTidakSah(GalatPerencanaan):
    def __init__(self, nama: str, status: str) -> None:
        super().__init__(
            _("%(nama)s berstatus %(status)s, jadi langkah ini tidak dapat dilakukan.")
            % {"nama": nama, "status": status.lower()}
        )


class DokumenKosong(GalatPerencanaan):
    def __init__(self, nama: str) -> None:
        super().__init__(_("%(nama)s belum memuat satu butir pun. Isi lebih dahulu.") % {"nama": nama})


class IndukTidakSah(GalatPerencanaan):
    """A node hangs below a node of the same document, at a higher level."""

    def __init__(self, jenis: str, induk: str) -> None:
        super().__init__(
            _("%(jenis)s tidak dapat berada di bawah %(induk)s.") % {"jenis": jenis, "induk": induk.lower()},
            bidang="induk",
        )


class KodeSimpulTerpakai(GalatPerencanaan):
    def __init__(self, kode: str) -> None:
        super().__init__(
            _("Kode “%(kode)s” sudah dipakai pada dokumen ini. Pilih kode lain.") % {"kode": kode},
            bidang="kode",
        )


class SudahTertaut(GalatPerencanaan):
    def __init__(self, kode: str) -> None:
        super().__init__(
            _("Indikator %(kode)s sudah ada pada butir ini.") % {"kode": kode}, bidang="indikator"
        )


class TahunDiLuarPeriode(GalatPerencanaan):
    def __init__(self, tahun: int, nama: str) -> None:
        super().__init__(
            _("Tahun %(tahun)s berada di luar periode %(nama)s.") % {"tahun": tahun, "nama": nama},
            bidang="tahun",
        )


class TriwulanSalah(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Triwulan harus 1 sampai 4, atau dikosongkan."), bidang="triwulan")


class LangkahPohonBelumLima(GalatPerencanaan):
    """PermenPANRB 89/2021: plan and post are linked only in the fifth step."""

    def __init__(self) -> None:
        super().__init__(
            _("Butir rencana dan jabatan baru dapat ditautkan pada langkah kelima penjenjangan kinerja."),
            bidang="langkah",
        )


class MasihPunyaAnak(GalatPerencanaan):
    def __init__(self, pernyataan: str) -> None:
        super().__init__(
            _("“%(pernyataan)s” masih membawahi butir lain. Hapus atau pindahkan butir itu lebih dahulu.")
            % {"pernyataan": pernyataan}
        )
