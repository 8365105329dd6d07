"""What the services of evaluasi refuse, in words the user can act on."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format as _date_format
from django.utils.translation import gettext as _

from sakip.platform.dasar import GalatDomain

if TYPE_CHECKING:
    from sakip.apps.evaluasi.models import Jawaban


def date_format(tanggal: date) -> str:
    """A day as a sentence writes it."""
    return _date_format(tanggal, "j F Y")


class GalatEvaluasi(GalatDomain):
    """Base of the refusals of this app."""


class BedaInstansi(GalatEvaluasi):
    def __init__(self, bidang: str | None = None) -> None:
        super().__init__(_("Pilihan ini bukan milik instansi yang sama."), bidang=bidang)


class IsianKosong(GalatEvaluasi):
    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini wajib diisi."), bidang=bidang)


class InstrumenTidakAda(GalatEvaluasi):
    def __init__(self, instrumen_id: str, sebab: str = "") -> None:
        self.sebab = sebab
        pesan = _("Instrumen %(id)s tidak ada.") % {"id": instrumen_id}
        super().__init__(f"{pesan} {sebab}".strip(), bidang="instrumen")


class InstrumenBerubah(GalatEvaluasi):
    """The folder of a pinned instrument is not the one that was pinned: nothing is computed with it."""

    def __init__(self, instrumen_id: str, dipakai: str, ditemukan: str | None, sebab: str = "") -> None:
        self.dipakai, self.ditemukan = dipakai, ditemukan
        super().__init__(
            _(
                "Berkas instrumen %(id)s tidak sama dengan yang dipakai evaluasi ini (sidik %(dipakai)s, sekarang "
                "%(kini)s). Tidak ada yang dihitung dan tidak ada yang hilang; kembalikan berkas aslinya."
            )
            % {
                "id": instrumen_id,
                "dipakai": dipakai[:12],
                "kini": ditemukan[:12] if ditemukan else _("tidak terbaca"),
            }
        )
        self.sebab = sebab


class InstrumenTidakBerlaku(GalatEvaluasi):
    def __init__(self, instrumen_id: str, tahun: int) -> None:
        super().__init__(
            _("Instrumen %(id)s tidak berlaku untuk evaluasi tahun kinerja %(tahun)s.")
            % {"id": instrumen_id, "tahun": tahun},
            bidang="instrumen",
        )


class EvaluasiSudahAda(GalatEvaluasi):
    def __init__(self, tahun: int) -> None:
        super().__init__(_("Evaluasi tahun kinerja %(tahun)s sudah ada.") % {"tahun": tahun}, bidang="tahun")


class StatusTidakSah(GalatEvaluasi):
    """The evaluation as a whole does not allow this now."""

    def __init__(self, status: str) -> None:
        super().__init__(
            _("Evaluasi berstatus %(status)s, jadi tindakan ini tidak dapat dilakukan.")
            % {"status": status.lower()}
        )


class LembarBelumFinal(GalatEvaluasi):
    def __init__(self, unit: Collection[str]) -> None:
        super().__init__(
            _("Evaluasi belum dapat ditutup: %(n)s lembar belum final (%(unit)s).")
            % {"n": len(unit), "unit": _sebut(unit)}
        )


class TanpaLembar(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("Evaluasi ini belum punya lembar kerja. Tambahkan unit lebih dahulu."))


class LembarSudahAda(GalatEvaluasi):
    def __init__(self, unit: str) -> None:
        super().__init__(
            _("Unit %(unit)s sudah punya lembar kerja pada evaluasi ini.") % {"unit": unit}, bidang="unit"
        )


class ProfilTanpaInstrumen(GalatEvaluasi):
    def __init__(self, profil: str) -> None:
        super().__init__(
            _("Evaluasi ini tidak memakai instrumen untuk %(profil)s.") % {"profil": profil}, bidang="profil"
        )


class TimTidakLengkap(GalatEvaluasi):
    """88/2021 names the least a team consists of."""

    def __init__(self, kurang: Collection[str]) -> None:
        super().__init__(
            _("Tim belum lengkap. Yang belum ada: %(kurang)s.") % {"kurang": ", ".join(kurang).lower()},
            bidang="anggota",
        )


class TimBerjalan(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("LHE lembar ini sudah ditandatangani; timnya tidak dapat diganti."), bidang="tim")


class JendelaTertutup(GalatEvaluasi):
    """Outside the days in which a stage may be worked on."""

    def __init__(self, tahap: str, buka: date, tutup: date, hari: date) -> None:
        self.buka, self.tutup = buka, tutup
        isi = {"tahap": tahap.lower(), "buka": date_format(buka), "tutup": date_format(tutup)}
        kalimat = (
            _("Masa %(tahap)s baru dibuka %(buka)s sampai %(tutup)s.")
            if hari < buka
            else _("Masa %(tahap)s sudah ditutup %(tutup)s (dibuka %(buka)s).")
        )
        super().__init__(
            f"{kalimat % isi} {_('Minta pengelola evaluasi (APIP) membukanya kembali bila perlu.')}"
        )


class TanggalTerbalik(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("Tanggal tutup mendahului tanggal buka."), bidang="tutup")


class AlasanWajib(GalatEvaluasi):
    def __init__(self, pesan: str = "") -> None:
        super().__init__(pesan or _("Tulis alasannya."), bidang="alasan")


class AlasanUbahNilai(AlasanWajib):
    """Another value than an earlier stage gave, or than the data suggest, is explained."""

    def __init__(self, kode: str, semula: str) -> None:
        self.kode = kode
        super().__init__(
            _("Nilai %(kode)s berbeda dari nilai tahap sebelumnya (%(semula)s). Tulis alasannya.")
            % {"kode": kode, "semula": semula}
        )


class AlasanBedaSaran(AlasanWajib):
    def __init__(self, kode: str, saran: str) -> None:
        self.kode = kode
        super().__init__(
            _("Jawaban %(kode)s berbeda dari saran data (%(saran)s). Tulis alasannya.")
            % {"kode": kode, "saran": saran}
        )


class TahapTidakMenilai(GalatEvaluasi):
    """No values are written while a sheet is in this stage."""

    def __init__(self, tahap: str) -> None:
        super().__init__(
            _("Lembar berada pada tahap %(tahap)s; nilainya tidak dapat diubah.") % {"tahap": tahap.lower()}
        )


class VersiBerubah(GalatEvaluasi):
    """Somebody else wrote in between. Carries what is there now, so that nothing typed is lost."""

    def __init__(self, lain: Sequence["Jawaban"]) -> None:
        self.lain = tuple(lain)
        kode = [satu.kode for satu in lain]
        super().__init__(
            _(
                "Jawaban %(kode)s baru saja diubah orang lain. Isian Anda belum disimpan; bandingkan lalu simpan "
                "kembali."
            )
            % {"kode": _sebut(kode)}
        )


class JawabanTidakSah(GalatEvaluasi):
    """What `kinerja` says about a code or a value that the instrument does not know."""

    def __init__(self, kode: str, pesan: str) -> None:
        self.kode = kode
        super().__init__(f"{kode}: {pesan}", bidang="nilai")


class KodeTidakDikenal(GalatEvaluasi):
    def __init__(self, kode: str) -> None:
        self.kode = kode
        super().__init__(
            _("Butir %(kode)s tidak ada di instrumen lembar ini, atau tidak menerima jawaban.")
            % {"kode": kode},
            bidang="kode",
        )


class LangkahTidakSah(GalatEvaluasi):
    def __init__(self, tahap: str) -> None:
        super().__init__(
            _(
                "Lembar berada pada tahap %(tahap)s, jadi langkah ini tidak dapat dilakukan. Muat ulang halaman."
            )
            % {"tahap": tahap.lower()}
        )


class LangkahTidakDikenal(GalatEvaluasi):
    def __init__(self, langkah: str) -> None:
        super().__init__(_("Langkah %(langkah)s tidak ada.") % {"langkah": langkah})


class BelumLengkap(GalatEvaluasi):
    """A stage is not left while something it must deliver is missing."""

    def __init__(self, kode: Sequence[str]) -> None:
        self.kode = tuple(kode)
        super().__init__(
            _("Belum lengkap: %(n)s butir belum dijawab (%(kode)s).") % {"n": len(kode), "kode": _sebut(kode)}
        )


class TanpaCatatanBukti(GalatEvaluasi):
    """88/2021: notes and the list of evidence are mandatory for each sub-component."""

    def __init__(self, tanpa_catatan: Sequence[str], tanpa_bukti: Sequence[str]) -> None:
        self.tanpa_catatan, self.tanpa_bukti = tuple(tanpa_catatan), tuple(tanpa_bukti)
        bagian = []
        if tanpa_catatan:
            bagian.append(_("tanpa catatan evaluator: %(kode)s") % {"kode": _sebut(tanpa_catatan)})
        if tanpa_bukti:
            bagian.append(_("tanpa daftar bukti: %(kode)s") % {"kode": _sebut(tanpa_bukti)})
        super().__init__(
            _("Tiap subkomponen memerlukan catatan dan bukti. %(isi)s.")
            % {"isi": "; ".join(bagian).capitalize()}
        )


class TanpaRekomendasi(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("Draf LHE belum memuat satu rekomendasi pun."))


class TanpaTanggapan(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("Tulis tanggapan atas draf LHE lebih dahulu."), bidang="alasan")


class LHEBelumLengkap(GalatEvaluasi):
    def __init__(self, bidang: str) -> None:
        super().__init__(
            _("Nomor, tanggal, dan jabatan penanda tangan LHE wajib diisi sebelum ditandatangani."),
            bidang=bidang,
        )


class LHETertanda(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("LHE sudah ditandatangani dan tidak dapat diubah."))


class SanggahBelumDiputus(GalatEvaluasi):
    def __init__(self, kode: Sequence[str]) -> None:
        super().__init__(_("Masih ada sanggah yang belum diputus: %(kode)s.") % {"kode": _sebut(kode)})


class SanggahMasihDibuka(GalatEvaluasi):
    def __init__(self, tutup: date) -> None:
        super().__init__(
            _("Masa sanggah masih dibuka sampai %(tutup)s; hasil belum dapat ditetapkan final.")
            % {"tutup": date_format(tutup)}
        )


class BukanMasaSanggah(GalatEvaluasi):
    def __init__(self, tahap: str) -> None:
        super().__init__(
            _("Sanggah diajukan setelah LHE ditandatangani; lembar ini pada tahap %(tahap)s.")
            % {"tahap": tahap.lower()}
        )


class SanggahSudahAda(GalatEvaluasi):
    def __init__(self, kode: str) -> None:
        super().__init__(
            _("Sanggah atas %(kode)s sudah diajukan dan belum diputus.") % {"kode": kode}, bidang="kode"
        )


class SanggahSudahDiputus(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("Sanggah ini sudah diputus."))


class SudahAdaBukti(GalatEvaluasi):
    def __init__(self) -> None:
        super().__init__(_("Bukti ini sudah ada pada butir itu."), bidang="bukti")


class BuktiTahapLain(GalatEvaluasi):
    """Nobody takes away what another stage rested on."""

    def __init__(self, tahap: str) -> None:
        super().__init__(
            _("Bukti ini dilampirkan pada tahap %(tahap)s dan tidak dapat dilepas dari tahap sekarang.")
            % {"tahap": tahap.lower()},
            bidang="bukti",
        )


class RiwayatSudahAda(GalatEvaluasi):
    def __init__(self, tahun: int) -> None:
        super().__init__(
            _("Nilai tahun kinerja %(tahun)s dari evaluator itu sudah dicatat.") % {"tahun": tahun},
            bidang="tahun",
        )


def _sebut(nama: Collection[str], paling: int = 5) -> str:
    daftar = list(nama)
    lebih = _(" dan %(n)s lain") % {"n": len(daftar) - paling} if len(daftar) > paling else ""
    return ", ".join(daftar[:paling]) + lebih
