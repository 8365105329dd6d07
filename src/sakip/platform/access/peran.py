"""The roles, as plain classes: what each is called, what for, and what it may do. Data says who has them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sakip.platform.wewenang import Izin

__all__ = ["LANGKAH_BAWAAN", "PERAN", "PERAN_INSTANSI", "Izin", "Peran"]


class Peran:
    """A role. It reaches a unit and everything below it, or the whole instansi, for a period."""

    kode: str
    nama: str | Promise
    deskripsi: str | Promise
    izin: frozenset[Izin] = frozenset()


class AdminInstansi(Peran):
    kode = "admin_instansi"
    nama = _("Admin instansi")
    deskripsi = _("Menata unit, jabatan, pengguna, dan kalender; mengisi atas nama unit, tidak menyetujui.")
    izin = frozenset(
        {
            Izin.BACA,
            Izin.KELOLA_ORGANISASI,
            Izin.KELOLA_PENGGUNA,
            Izin.KELOLA_KALENDER,
            Izin.SUSUN_RENCANA,
            Izin.KELOLA_NOMENKLATUR,
            Izin.SUSUN_PK,
            Izin.ISI_REALISASI,
            Izin.BUKA_KUNCI,
            Izin.IMPOR,
            Izin.LAPORAN,
            Izin.LIHAT_AUDIT,
            Izin.ISI_MANDIRI,
        }
    )


class PerencanaInstansi(Peran):
    kode = "perencana_instansi"
    nama = _("Perencana instansi")
    deskripsi = _("Menyusun RPJMD dan IKU instansi, memvalidasi Renstra dan realisasi.")
    izin = frozenset(
        {
            Izin.BACA,
            Izin.SUSUN_RENCANA,
            Izin.VERIFIKASI_RENCANA,
            Izin.KELOLA_NOMENKLATUR,
            Izin.SUSUN_PK,
            Izin.ISI_REALISASI,
            Izin.VALIDASI_REALISASI,
            Izin.BUKA_KUNCI,
            Izin.IMPOR,
            Izin.LAPORAN,
            Izin.ISI_MANDIRI,
            Izin.TANGGAPI_EVALUASI,
            Izin.TINDAK_LANJUT,
            Izin.SUSUN_JALAN,
        }
    )


class PerencanaUnit(Peran):
    kode = "perencana_unit"
    nama = _("Perencana unit")
    deskripsi = _("Menyusun Renstra, PK, dan laporan unitnya, mengisi dan mengirim realisasi beserta bukti.")
    izin = frozenset(
        {
            Izin.BACA,
            Izin.SUSUN_RENCANA,
            Izin.SUSUN_PK,
            Izin.ISI_REALISASI,
            Izin.AJUKAN_REALISASI,
            Izin.IMPOR,
            Izin.LAPORAN,
            Izin.ISI_MANDIRI,
            Izin.TANGGAPI_EVALUASI,
            Izin.TINDAK_LANJUT,
            Izin.SUSUN_JALAN,
        }
    )


class PimpinanUnit(Peran):
    kode = "pimpinan_unit"
    nama = _("Pimpinan unit")
    deskripsi = _("Memeriksa realisasi unitnya, menandatangani PK, dan menjawab indikator yang tertinggal.")
    izin = frozenset(
        {
            Izin.BACA,
            Izin.VERIFIKASI_REALISASI,
            Izin.LAPORAN,
            Izin.TANGGAPI_EVALUASI,
            Izin.TINDAK_LANJUT,
            Izin.SUSUN_JALAN,
        }
    )


class PimpinanInstansi(Peran):
    kode = "pimpinan_instansi"
    nama = _("Pimpinan instansi")
    deskripsi = _("Melihat keadaan seluruh instansi dan menandatangani.")
    izin = frozenset({Izin.BACA, Izin.LAPORAN, Izin.SUSUN_JALAN})


class Apip(Peran):
    kode = "apip"
    nama = _("APIP")
    deskripsi = _("Mereviu laporan kinerja dan mengevaluasi; membaca seluruh data dan jejak audit.")
    izin = frozenset({Izin.BACA, Izin.LAPORAN, Izin.LIHAT_AUDIT, Izin.KELOLA_EVALUASI, Izin.NILAI_EVALUASI})


class Walidata(Peran):
    kode = "walidata"
    nama = _("Walidata")
    deskripsi = _("Menyiapkan data terbuka dan pertukaran data.")
    izin = frozenset({Izin.BACA, Izin.LAPORAN})


class Pengamat(Peran):
    kode = "pengamat"
    nama = _("Pengamat")
    deskripsi = _("Membaca, tidak mengubah apa pun.")
    izin = frozenset({Izin.BACA, Izin.LAPORAN})


class Operator(Peran):
    """Granted by nobody: the superuser account of the installation, which belongs to no instansi."""

    kode = "operator"
    nama = _("Operator")
    deskripsi = _("Menyiapkan instansi dan akun adminnya; tidak melihat isi instansi mana pun.")
    izin = frozenset({Izin.KELOLA_INSTANSI, Izin.KELOLA_PENGGUNA})


PERAN: dict[str, type[Peran]] = {
    peran.kode: peran
    for peran in (
        AdminInstansi,
        PerencanaInstansi,
        PerencanaUnit,
        PimpinanUnit,
        PimpinanInstansi,
        Apip,
        Walidata,
        Pengamat,
        Operator,
    )
}
# What an admin can grant.
PERAN_INSTANSI: dict[str, type[Peran]] = {
    kode: peran for kode, peran in PERAN.items() if peran is not Operator
}

# Who performs which step where the instansi has not said otherwise (access.services.set_langkah_kerja).
LANGKAH_BAWAAN: dict[tuple[str, str], frozenset[str]] = {
    ("pengukuran.realisasi", "ajukan"): frozenset({PerencanaUnit.kode}),
    ("pengukuran.realisasi", "verifikasi"): frozenset({PimpinanUnit.kode}),
    ("pengukuran.realisasi", "validasi"): frozenset({PerencanaInstansi.kode}),
    ("pengukuran.realisasi", "kembalikan"): frozenset({PimpinanUnit.kode, PerencanaInstansi.kode}),
    ("pengukuran.realisasi", "kunci"): frozenset({PerencanaInstansi.kode}),
    ("pengukuran.realisasi", "buka"): frozenset({PerencanaInstansi.kode, AdminInstansi.kode}),
}
