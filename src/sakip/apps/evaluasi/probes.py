"""Probes of the internal evaluation itself: was it done on all units, in stages, to standard, and was it used?"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from kinerja.nilai.bentuk import format_angka
from kinerja.pembulatan import KONTEKS
from sakip.apps.evaluasi.models import PeranTim, Rekomendasi, StatusRekomendasi, TahapNilai
from sakip.apps.evaluasi.selectors.evaluasi_lalu import EvaluasiLalu, evaluasi_lalu
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.apps.evaluasi.workflow_rekomendasi import TERBIT
from sakip.apps.pengukuran.selectors import rata_tahunan
from sakip.platform.probe.lingkup import asal_unit, garis_unit, perangkat_daerah
from sakip.platform.probe.model import Alamat, CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SEBAGIAN_BESAR, cannot_say, count, probe

#: A value of any of these stages shows that somebody above the member looked at the sheet.
_REVIU = frozenset({TahapNilai.REVIU.value, TahapNilai.PANEL.value, TahapNilai.AKHIR.value})


def lalu(sasaran: SasaranProbe) -> EvaluasiLalu | None:
    """The evaluation of the year before, shared by all probes of a sheet."""
    return sasaran.recall(
        "evaluasi-lalu",
        lambda: evaluasi_lalu(sasaran.unit, asal_unit(sasaran), sasaran.tahun - 1),
    )


def _tanpa_evaluasi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    return cannot_say(
        f"Evaluasi atas kinerja {sasaran.tahun - 1} tidak tercatat untuk unit ini, sehingga tidak terlihat.",
        ambang=ambang,
        perubah="Muat hasil evaluasi tahun lalu ke sistem.",
    )


def alamat_lembar(isi: EvaluasiLalu) -> Alamat | None:
    return None if isi.lembar is None else ("evaluasi:lembar", {"uid": str(isi.lembar.uid)}, "")


@probe(
    "evaluasi-seluruh-unit",
    nama="Evaluasi internal dilakukan pada seluruh perangkat daerah",
    cara="Perangkat daerah entitas SAKIP yang LHE atas kinerja tahun sebelumnya sudah ditandatangani, atau LHE unit "
    "yang dilanjutkannya.",
    ambang=HAMPIR_SEMUA,
    unit=("4.a.2",),
    instansi=("4.a.2",),
)
def seluruh_unit(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None:
        return _tanpa_evaluasi(sasaran, ambang)
    garis = garis_unit(sasaran)
    catatan = []
    for versi in perangkat_daerah(sasaran):
        calon = garis.get(versi.unit_id, (versi.unit_id,))
        lembar = next((isi.semua[satu] for satu in calon if satu in isi.semua), None)
        keterangan = "belum dievaluasi" if lembar is None else lembar.get_tahap_display()
        terbit = lembar is not None and lembar.tahap in TERBIT
        alamat = None if lembar is None else ("evaluasi:lembar", {"uid": str(lembar.uid)}, "")
        catatan.append(CatatanProbe(versi.nama, terbit, keterangan, alamat))
    return count(
        catatan,
        ambang,
        kalimat=f"perangkat daerah punya LHE {sasaran.tahun - 1} yang ditandatangani",
        kosong="Belum ada perangkat daerah yang dicatat.",
        perubah="Selesaikan evaluasi perangkat daerah yang disebut.",
    )


@probe(
    "evaluasi-berjenjang",
    nama="Evaluasi internal dilakukan berjenjang",
    cara="Jenjang yang nilainya tercatat pada LKE tahun sebelumnya: penilaian mandiri, evaluasi APIP, dan reviu "
    "(tingkat 1, panel, atau penetapan akhir), lalu LHE ditandatangani.",
    unit=("4.a.3",),
    instansi=("4.a.3",),
)
def berjenjang(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or isi.lembar is None:
        return _tanpa_evaluasi(sasaran, ambang)
    tahap = {satu.tahap for satu in isi.jawaban}
    jenjang = (
        ("Penilaian mandiri", TahapNilai.MANDIRI.value in tahap),
        ("Evaluasi APIP", TahapNilai.EVALUASI.value in tahap),
        ("Reviu berjenjang", bool(tahap & _REVIU)),
        ("LHE ditandatangani", isi.terbit),
    )
    catatan = [
        CatatanProbe(nama, ada, "" if ada else "tidak tercatat", alamat_lembar(isi)) for nama, ada in jenjang
    ]
    return count(
        catatan,
        ambang,
        kalimat=f"jenjang evaluasi {sasaran.tahun - 1} tercatat",
        kosong="",
        perubah="Jalankan jenjang yang disebut pada evaluasi berikutnya.",
    )


@probe(
    "evaluasi-kertas-kerja",
    nama="Kertas kerja evaluasi sesuai standar",
    cara="Sub-komponen LKE tahun sebelumnya yang nilai APIP-nya disertai catatan dan buktinya disebut di lembar (wajib "
    "menurut 88/2021).",
    ambang=HAMPIR_SEMUA,
    unit=("4.b.1",),
    instansi=("4.b.1",),
)
def kertas_kerja(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or isi.lembar is None:
        return _tanpa_evaluasi(sasaran, ambang)
    apip = [satu for satu in isi.jawaban if satu.tahap in RANTAI_APIP]
    catatan = []
    for kode in sorted({satu.kode for satu in apip}):
        milik = [satu for satu in apip if satu.kode == kode]
        kurang = []
        if not any(satu.catatan.strip() for satu in milik):
            kurang.append("catatan")
        if not any(satu.berbukti for satu in isi.jawaban if satu.kode == kode):
            kurang.append("daftar bukti")
        keterangan = f"belum ada {' dan '.join(kurang)}" if kurang else "catatan dan bukti ada"
        catatan.append(CatatanProbe(f"Sub-komponen {kode}", not kurang, keterangan, alamat_lembar(isi)))
    return count(
        catatan,
        ambang,
        kalimat="sub-komponen dinilai dengan catatan dan bukti",
        kosong=f"LKE {sasaran.tahun - 1} unit ini belum dinilai APIP.",
        perubah="Lengkapi catatan dan daftar bukti tiap sub-komponen.",
    )


@probe(
    "evaluasi-tim",
    nama="Tim evaluasi lengkap",
    cara="Peran tim menurut 88/2021 yang terisi: anggota, ketua, pengawas, penanggung jawab, serta pengendali teknis "
    "dan mutu yang mereviu draf LHE. Kompetensi orangnya tidak terlihat dari data.",
    unit=("4.b.2",),
    instansi=("4.b.2",),
)
def tim(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or isi.lembar is None:
        return _tanpa_evaluasi(sasaran, ambang)
    if not isi.peran:
        return cannot_say(
            f"Tim evaluasi {sasaran.tahun - 1} untuk unit ini tidak tercatat.",
            ambang=ambang,
            perubah="Catat tim evaluasi beserta perannya.",
        )
    catatan = [
        CatatanProbe(
            str(peran.label),
            peran in isi.peran,
            "" if peran in isi.peran else "belum terisi",
            alamat_lembar(isi),
        )
        for peran in PeranTim
    ]
    return count(
        catatan, ambang, kalimat="peran tim evaluasi terisi", kosong="", perubah="Isi peran yang disebut."
    )


@probe(
    "evaluasi-aplikasi",
    nama="Evaluasi internal memakai aplikasi",
    cara="Sub-komponen LKE tahun sebelumnya yang nilai APIP-nya diisi akun pengguna di aplikasi ini.",
    ambang=HAMPIR_SEMUA,
    unit=("4.b.5",),
    instansi=("4.b.5",),
)
def aplikasi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or isi.lembar is None:
        return _tanpa_evaluasi(sasaran, ambang)
    apip = [satu for satu in isi.jawaban if satu.tahap in RANTAI_APIP]
    if apip and all(satu.oleh_id is None for satu in apip):
        return cannot_say(
            f"LKE {sasaran.tahun - 1} dimuat oleh sistem, sehingga cara mengisinya tidak terlihat.",
            ambang=ambang,
            perubah="Isi LKE dengan akun evaluator di aplikasi ini.",
        )
    catatan = []
    for kode in sorted({satu.kode for satu in apip}):
        diisi = any(satu.oleh_id is not None for satu in apip if satu.kode == kode)
        keterangan = "" if diisi else "dimuat sistem"
        catatan.append(CatatanProbe(f"Sub-komponen {kode}", diisi, keterangan, alamat_lembar(isi)))
    return count(
        catatan,
        ambang,
        kalimat="sub-komponen diisi akun evaluator",
        kosong=f"LKE {sasaran.tahun - 1} unit ini belum dinilai APIP.",
    )


@probe(
    "rekomendasi-tuntas",
    nama="Seluruh rekomendasi evaluasi internal ditindaklanjuti",
    cara="Rekomendasi LHE tahun sebelumnya yang tindak lanjutnya dinilai sesuai oleh APIP; yang diputus tidak dapat "
    "ditindaklanjuti tidak dihitung.",
    unit=("4.c.1",),
    instansi=("4.c.1",),
)
def tuntas(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or not isi.terbit:
        return _tanpa_evaluasi(sasaran, ambang)
    return count(
        _catat_rekomendasi(isi.rekomendasi),
        ambang,
        kalimat=f"rekomendasi LHE {sasaran.tahun - 1} selesai dengan putusan sesuai",
        kosong=f"LHE {sasaran.tahun - 1} unit ini tidak memuat rekomendasi yang dapat ditindaklanjuti.",
        perubah="Tindak lanjuti rekomendasi yang disebut dan ajukan ke APIP.",
    )


def _catat_rekomendasi(rekomendasi: Iterable[Rekomendasi], awalan: str = "") -> list[CatatanProbe]:
    return [
        CatatanProbe(
            satu.uraian,
            satu.status == StatusRekomendasi.SESUAI,
            str(satu.get_status_display()),
            ("tindaklanjut:rekomendasi", {"uid": str(satu.uid)}, ""),
        )
        for satu in rekomendasi
        if satu.kode.startswith(awalan) and satu.status != StatusRekomendasi.TIDAK_DAPAT
    ]


@probe(
    "rencana-diperbaiki",
    nama="Rencana diperbaiki dari hasil evaluasi sebelumnya",
    cara="Rekomendasi LHE tahun sebelumnya atas perencanaan (komponen 1) yang tindak lanjutnya dinilai sesuai.",
    ambang=SEBAGIAN_BESAR,
    unit=("1.c.5",),
    instansi=("1.c.4",),
)
def rencana_diperbaiki(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or not isi.terbit:
        return _tanpa_evaluasi(sasaran, ambang)
    return count(
        _catat_rekomendasi(isi.rekomendasi, "1."),
        ambang,
        kalimat="rekomendasi atas perencanaan sudah ditindaklanjuti sesuai",
        kosong=f"LHE {sasaran.tahun - 1} unit ini tidak memuat rekomendasi atas perencanaan.",
        perubah="Perbaiki rencana sesuai rekomendasi yang disebut.",
    )


@probe(
    "rekomendasi-dikerjakan",
    nama="Hasil evaluasi dipakai memperbaiki akuntabilitas kinerja",
    cara="Rekomendasi LHE tahun sebelumnya yang pelaksanaan tindak lanjutnya tercatat.",
    ambang=SEBAGIAN_BESAR,
    unit=("4.c.3",),
    instansi=("4.c.3",),
)
def dikerjakan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or not isi.terbit:
        return _tanpa_evaluasi(sasaran, ambang)
    catatan = [
        CatatanProbe(
            satu.uraian,
            satu.pk in isi.dikerjakan,
            "pelaksanaan tercatat" if satu.pk in isi.dikerjakan else "belum ada pelaksanaan",
            ("tindaklanjut:rekomendasi", {"uid": str(satu.uid)}, ""),
        )
        for satu in isi.rekomendasi
        if satu.status != StatusRekomendasi.TIDAK_DAPAT
    ]
    return count(
        catatan,
        ambang,
        kalimat="rekomendasi sudah dikerjakan",
        kosong=f"LHE {sasaran.tahun - 1} unit ini tidak memuat rekomendasi yang dapat ditindaklanjuti.",
        perubah="Kerjakan rekomendasi yang disebut dan catat buktinya.",
    )


@probe(
    "nilai-naik",
    nama="Implementasi SAKIP meningkat lewat tindak lanjut",
    cara="Nilai evaluasi tahun sebelumnya lebih tinggi daripada setahun sebelum itu, dan ada rekomendasi yang sudah "
    "sesuai.",
    unit=("4.c.2",),
    instansi=("4.c.2",),
)
def nilai_naik(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or isi.nilai is None or isi.nilai_sebelumnya is None:
        return cannot_say(
            "Nilai evaluasi dua tahun berturut-turut belum ada, sehingga kenaikannya tidak terlihat.",
            ambang=ambang,
        )
    catatan = [
        CatatanProbe(
            "Nilai evaluasi",
            isi.nilai > isi.nilai_sebelumnya,
            f"{sasaran.tahun - 1}: {_nilai(isi.nilai)}; {sasaran.tahun - 2}: {_nilai(isi.nilai_sebelumnya)}",
            alamat_lembar(isi),
        ),
        _catat_ada_sesuai(isi),
    ]
    return count(
        catatan,
        ambang,
        kalimat="tanda peningkatan terlihat (nilai naik, rekomendasi ditindaklanjuti)",
        kosong="",
        perubah="Tindak lanjuti rekomendasi pada sub-komponen yang nilainya turun.",
    )


@probe(
    "kinerja-membaik",
    nama="Kinerja membaik dengan memanfaatkan hasil evaluasi",
    cara="Rata-rata capaian tahun itu tidak di bawah tahun sebelumnya, dan ada rekomendasi yang sudah sesuai. Hubungan "
    "sebab-akibatnya dinilai evaluator.",
    unit=("4.c.5",),
    instansi=("4.c.5",),
)
def membaik(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = lalu(sasaran)
    if isi is None or not isi.terbit:
        return _tanpa_evaluasi(sasaran, ambang)
    tahun = (sasaran.tahun - 1, sasaran.tahun)
    rata = rata_tahunan(sasaran.unit, asal_unit(sasaran), tahun)
    dulu, kini = rata.get(tahun[0]), rata.get(tahun[1])
    if dulu is None or kini is None:
        return cannot_say("Rata-rata capaian dua tahun belum ada untuk dibandingkan.", ambang=ambang)
    keterangan = f"{tahun[1]}: {format_angka(kini, 2)}%; {tahun[0]}: {format_angka(dulu, 2)}%"
    alamat = ("pengukuran:unit", {"uid": str(sasaran.unit.uid)}, f"tahun={sasaran.tahun}")
    catatan = [CatatanProbe("Rata-rata capaian", kini >= dulu, keterangan, alamat), _catat_ada_sesuai(isi)]
    return count(
        catatan,
        ambang,
        kalimat="tanda perbaikan terlihat (capaian, rekomendasi ditindaklanjuti)",
        kosong="",
        perubah="Pakai rekomendasi evaluasi untuk mengejar indikator yang menurun.",
    )


def _catat_ada_sesuai(isi: EvaluasiLalu) -> CatatanProbe:
    sesuai = sum(satu.status == StatusRekomendasi.SESUAI for satu in isi.rekomendasi)
    keterangan = f"{sesuai} dari {len(isi.rekomendasi)} rekomendasi sesuai"
    return CatatanProbe("Tindak lanjut rekomendasi", sesuai > 0, keterangan, alamat_lembar(isi))


def _nilai(nilai: Fraction) -> str:
    return format_angka(KONTEKS.divide(Decimal(nilai.numerator), Decimal(nilai.denominator)), 2)


PROBES = (
    seluruh_unit,
    berjenjang,
    kertas_kerja,
    tim,
    aplikasi,
    tuntas,
    rencana_diperbaiki,
    dikerjakan,
    nilai_naik,
    membaik,
)
