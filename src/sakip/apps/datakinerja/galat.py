"""What the services of datakinerja refuse, in words the user can act on."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain


class GalatDataKinerja(GalatDomain):
    """Base of the refusals of this app."""


class IsianKosong(GalatDataKinerja):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini wajib diisi."), bidang=bidang)


class BedaInstansi(GalatDataKinerja):
    def __init__(self, bidang: str | None = None) -> None:
        super().__init__(_("Pilihan ini bukan milik instansi yang sama."), bidang=bidang)


class KodeIndikatorTerpakai(GalatDataKinerja):
    def __init__(self, kode: str) -> None:
        super().__init__(_("Kode “%(kode)s” sudah dipakai. Pilih kode lain.") % {"kode": kode}, bidang="kode")


class PeringkatTidakSah(GalatDataKinerja):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Tulis peringkat dari terendah ke tertinggi tanpa sebutan ganda, "
                "dan hanya untuk indikator peringkat."
            ),
            bidang="peringkat",
        )


class MaknaBerubah(GalatDataKinerja):
    """A change of unit or polarity makes another indicator: past figures would no longer compare."""

    def __init__(self, bidang: str) -> None:
        super().__init__(
            _(
                "Mengganti satuan, polaritas, atau jenis ukuran mengubah makna indikator. Buat indikator pengganti, "
                "atau koreksi sejak tanggal mulai versi yang berlaku."
            ),
            bidang=bidang,
        )


class IndikatorBerubah(GalatDataKinerja):
    """Somebody else changed the entry since the form was opened."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            _("Indikator ini sudah diubah orang lain sejak Anda membukanya. Namanya kini: “%(nama)s”.")
            % {"nama": nama}
        )


class VersiSesudahnya(GalatDataKinerja):
    def __init__(self, tanggal: date) -> None:
        super().__init__(
            _("Indikator ini sudah punya versi yang berlaku mulai %(tanggal)s. Pilih tanggal sesudahnya.")
            % {"tanggal": date_format(tanggal, "j F Y")},
            bidang="sejak",
        )


class BuktiKosong(GalatDataKinerja):
    def __init__(self) -> None:
        super().__init__(_("Bukti memerlukan berkas, tautan, atau pernyataan."), bidang="berkas")


class RumusDitolak(GalatDataKinerja):
    """The stated formula gives the same figure whatever is achieved."""

    def __init__(self, alasan: str) -> None:
        super().__init__(alasan, bidang="rumus")


class UngkapanSalah(GalatDataKinerja):
    """An exact formula that cannot be read; `sebab` says why, `potong` where."""

    def __init__(self, sebab: str, potong: object = "") -> None:
        pesan = {
            "kosong": _("Rumus hitung masih kosong."),
            "akhir": _("Rumus hitung berakhir pada tanda hitung. Lengkapi bagian sesudahnya."),
            "kurung": _("Kurung pada rumus hitung tidak berpasangan."),
            "urutan": _(
                "“%(potong)s” tidak dapat berdiri di situ. Periksa tanda hitung di depan dan di belakangnya."
            ),
            "angka": _(
                "“%(potong)s” tidak terbaca. Tulis angka tanpa pemisah ribuan, dengan koma untuk desimal."
            ),
            "tanda": _("“%(potong)s” tidak terbaca. Pakai nama variabel, angka, + - × ÷, dan kurung."),
            "dalam": _("Kurung pada rumus hitung terlalu dalam. Sederhanakan rumusnya."),
            "panjang": _("Rumus hitung lebih dari %(potong)s huruf. Persingkat nama variabelnya."),
        }[sebab]
        super().__init__(pesan % {"potong": potong}, bidang="ungkapan")


class VariabelTakDikenal(UngkapanSalah):
    def __init__(self, nama: str) -> None:
        pesan = _("Variabel “%(nama)s” belum ada di daftar variabel. Tambahkan, atau perbaiki ejaannya.")
        GalatDataKinerja.__init__(self, pesan % {"nama": nama}, bidang="ungkapan")


class VariabelTakDipakai(UngkapanSalah):
    def __init__(self, nama: str) -> None:
        pesan = _("Variabel “%(nama)s” tidak dipakai rumus hitung. Pakai, atau hapus dari daftar.")
        GalatDataKinerja.__init__(self, pesan % {"nama": nama}, bidang="ungkapan")


class VariabelGanda(UngkapanSalah):
    def __init__(self, nama: str) -> None:
        pesan = _("Variabel “%(nama)s” tertulis dua kali.")
        GalatDataKinerja.__init__(self, pesan % {"nama": nama}, bidang="ungkapan")


class BerkasBergalat(GalatDataKinerja):
    """One wrong row, and nothing of the file is written."""

    def __init__(self) -> None:
        super().__init__(
            _("Berkas ini masih memuat galat atau tidak tersimpan lagi. Perbaiki, lalu unggah sekali lagi."),
            bidang="berkas",
        )


class ImporSelesai(GalatDataKinerja):
    def __init__(self) -> None:
        super().__init__(_("Impor ini sudah selesai. Unggah berkasnya lagi bila perlu."))


class ImporTakDapatDiurungkan(GalatDataKinerja):
    def __init__(self) -> None:
        super().__init__(_("Tidak ada impor daftar nasional yang dapat diurungkan."))
