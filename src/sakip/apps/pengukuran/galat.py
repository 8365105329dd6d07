"""What the services of pengukuran refuse, in words the user can act on."""

from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatPengukuran(GalatDomain):
    """Base of the refusals of this app."""


class BedaInstansi(GalatPengukuran):
    def __init__(self, bidang: str | None = None) -> None:
        super().__init__(_("Pilihan ini bukan milik instansi yang sama."), bidang=bidang)


class TriwulanSalah(GalatPengukuran):
    def __init__(self) -> None:
        super().__init__(_("Triwulan harus 1 sampai 4, atau dikosongkan."), bidang="triwulan")


class RealisasiTerkunci(GalatPengukuran):
    """A figure that was sent is not overwritten; it must come back first."""

    def __init__(self, status: str) -> None:
        super().__init__(
            _("Realisasi ini berstatus %(status)s. Minta dikembalikan atau dibuka sebelum mengubahnya.")
            % {"status": status.lower()}
        )


class VersiBerubah(GalatPengukuran):
    """Somebody else wrote while this person typed (optimistic locking)."""

    def __init__(self) -> None:
        super().__init__(
            _("Angka ini baru saja diubah. Muat ulang untuk membandingkan; isian Anda tidak hilang.")
        )


class AlasanWajib(GalatPengukuran):
    def __init__(self) -> None:
        super().__init__(_("Tulis alasannya."), bidang="alasan")


class LangkahTidakDikenal(GalatPengukuran):
    def __init__(self, langkah: str) -> None:
        super().__init__(_("Langkah “%(langkah)s” tidak dikenal.") % {"langkah": langkah})


class LangkahTidakSah(GalatPengukuran):
    def __init__(self, status: str) -> None:
        super().__init__(
            _("Realisasi ini berstatus %(status)s, jadi langkah ini tidak dapat dilakukan.")
            % {"status": status.lower()}
        )


class BelumAdaIsian(GalatPengukuran):
    def __init__(self) -> None:
        super().__init__(_("Belum ada angka untuk dikirim. Isi realisasinya, atau pilih keadaannya."))


class NilaiTidakCocok(GalatPengukuran):
    """A value and its state contradict each other."""

    def __init__(self) -> None:
        super().__init__(
            _("Isi angka bila sudah dilaporkan; kosongkan bila belum dilaporkan atau tidak berlaku."),
            bidang="nilai",
        )


class SudahAdaBukti(GalatPengukuran):
    def __init__(self) -> None:
        super().__init__(_("Bukti ini sudah terlampir pada realisasi tersebut."), bidang="bukti")


class AnggaranNegatif(GalatPengukuran):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Pagu tidak boleh negatif."), bidang=bidang)


class SkalaTidakAda(GalatPengukuran):
    def __init__(self, skala_id: str) -> None:
        super().__init__(_("Skala “%(skala)s” tidak ada.") % {"skala": skala_id}, bidang="skala_id")


class PedomanSesudahnya(GalatPengukuran):
    def __init__(self) -> None:
        super().__init__(_("Sudah ada pedoman yang berlaku pada atau sesudah tanggal itu."), bidang="sejak")


class BarisGanda(GalatPengukuran):
    """One batch names the same slot twice: which figure counts is not ours to decide."""

    def __init__(self, kode: str, periode: str) -> None:
        super().__init__(
            _("Indikator %(kode)s punya dua realisasi untuk %(periode)s.")
            % {"kode": kode, "periode": periode}
        )
