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
    """Only a draft is edited."""

    def __init__(self, nama: str, status: str, *, diproses: bool = False) -> None:
        pesan = (
            _("%(nama)s berstatus %(status)s dan tidak dapat diubah. Tarik kembali atau minta dikembalikan.")
            if diproses
            else _("%(nama)s berstatus %(status)s dan tidak dapat diubah. Buat versi perubahan lebih dahulu.")
        )
        super().__init__(pesan % {"nama": nama, "status": status.lower()})


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


class PengajuMemverifikasi(GalatPerencanaan):
    """Whoever submitted a document does not verify it."""

    def __init__(self) -> None:
        super().__init__(_("Dokumen ini Anda ajukan sendiri. Verifikasi dilakukan oleh akun lain."))


class DasarBelumLengkap(GalatPerencanaan):
    def __init__(self, bidang: str) -> None:
        super().__init__(
            _("Dokumen berlaku dengan dasar hukum dan tanggal penetapan; isi keduanya."), bidang=bidang
        )


class TanggalMundur(GalatPerencanaan):
    """A version cannot have been fixed before the one it supersedes."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            _("Tanggal ini mendahului penetapan versi yang digantikan (%(nama)s).") % {"nama": nama},
            bidang="ditetapkan_pada",
        )


class VersiMasihBerjalan(GalatPerencanaan):
    """One unfinished version of a period at a time."""

    def __init__(self, nama: str, status: str) -> None:
        super().__init__(
            _("Masih ada versi yang belum selesai: %(nama)s (%(status)s). Lanjutkan versi itu.")
            % {"nama": nama, "status": status.lower()}
        )


class PeriodeSama(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(
            _("Periode ini sama dengan asalnya. Untuk periode yang sama, buat versi perubahan."),
            bidang="tahun_mulai",
        )


class SimpulBerubah(GalatPerencanaan):
    """Somebody else changed the node since the form was opened."""

    def __init__(self, pernyataan: str) -> None:
        super().__init__(
            _("Butir ini sudah diubah orang lain sejak Anda membukanya. Isinya kini: “%(pernyataan)s”.")
            % {"pernyataan": pernyataan}
        )


class SimpulDipakai(GalatPerencanaan):
    """Something else rests on the node, so it is not removed."""

    def __init__(self, pernyataan: str, sebab: str) -> None:
        super().__init__(
            _("“%(pernyataan)s” tidak dapat dihapus: %(sebab)s.") % {"pernyataan": pernyataan, "sebab": sebab}
        )


class TidakDapatGeser(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Butir ini tidak dapat digeser ke arah itu."))


class PaguBukanProgram(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(
            _("Pagu indikatif hanya untuk program, kegiatan, dan sub kegiatan."), bidang="jumlah"
        )


class PaguNegatif(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Pagu tidak boleh negatif."), bidang="jumlah")
