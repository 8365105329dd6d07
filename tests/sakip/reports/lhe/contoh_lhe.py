"""An LHE context with every figure scored by `kinerja`."""

from __future__ import annotations

from typing import Any

from kinerja.instrumen import HasilSkor, load, score, to_exact
from sakip.apps.evaluasi.selectors.konteks import (
    AnggotaLHE,
    BatasPredikat,
    CapaianLHE,
    IndikatorLHE,
    InstansiLHE,
    InstrumenLHE,
    KomponenLHE,
    KonteksLHE,
    KriteriaLHE,
    PilihanJawaban,
    RekomendasiLHE,
    SubLHE,
    TahapLHE,
    TindakLaluLHE,
    UnitLHE,
)

INSTRUMEN = load("akip-88-2021-unit")
KINI = dict(
    zip(
        [b.kode for b in INSTRUMEN.penilaian],
        ["B", "B", "CC", "BB", "B", "CC", "B", "B", "CC", "BB", "CC", "CC"],
        strict=True,
    )
)
LALU = {**KINI, "1.b": "CC", "2.b": "CC", "3.b": "CC"}
CATATAN = (
    "Dokumen utama tersedia; rencana aktivitas belum lengkap untuk semua sasaran.",
    "Sasaran umumnya berorientasi hasil; beberapa indikator masih mengukur keluaran dan crosscutting belum dituangkan.",
    "Rencana aksi tersedia tetapi jarang disesuaikan setelah pemantauan.",
)


def _sub(kode: str, kini: HasilSkor, lalu: HasilSkor) -> SubLHE:
    b = INSTRUMEN.butir(kode)
    kriteria = INSTRUMEN.kriteria(kode)
    assert b.bobot is not None
    return SubLHE(
        kode=kode,
        nama=b.nama,
        gradasi=b.gradasi,
        bobot=to_exact(b.bobot),
        jawaban=KINI.get(kode, ""),
        nilai=None if kini.sub[kode] is None else to_exact(kini.sub[kode]),  # type: ignore[arg-type]
        jawaban_lalu=LALU[kode],
        nilai_lalu=to_exact(lalu.sub[kode]),  # type: ignore[arg-type]
        jawaban_mandiri="BB",
        catatan=CATATAN["abc".index(kode[-1])],
        bukti=("Renstra 2021–2026", "Perjanjian kinerja 2025"),
        kriteria=tuple(
            KriteriaLHE(k.kode, k.nama, "ya" if n % 4 else "tidak") for n, k in enumerate(kriteria)
        ),
    )


def buat_konteks(**ubah: Any) -> KonteksLHE:
    """A signed-looking LHE of a health office; any field can be replaced."""
    kini, lalu = score(INSTRUMEN, KINI), score(INSTRUMEN, LALU)
    assert kini.total is not None
    assert lalu.total is not None
    komponen = tuple(
        KomponenLHE(
            kode=k.kode,
            nama=k.nama,
            bobot=to_exact(k.bobot or 0),  # type: ignore[arg-type]
            nilai=to_exact(kini.komponen[k.kode]),  # type: ignore[arg-type]
            nilai_lalu=to_exact(lalu.komponen[k.kode]),  # type: ignore[arg-type]
            sub=tuple(_sub(s.kode, kini, lalu) for s in k.anak),
        )
        for k in INSTRUMEN.komponen
    )
    isi: dict[str, Any] = {
        "tahun": 2025,
        "instansi": InstansiLHE("18.72", "Kota Metro", "kota", contoh=True),
        "unit": UnitLHE("DINKES", "Dinas Kesehatan", "Kepala Dinas Kesehatan", "utama", "unit", "Kesehatan"),
        "evaluator": "Inspektorat",
        "instrumen": InstrumenLHE(INSTRUMEN.id, INSTRUMEN.nama, INSTRUMEN.dasar, INSTRUMEN.hash),
        "predikat": tuple(
            BatasPredikat(p.kode, p.sebutan, to_exact(p.di_atas), to_exact(p.sampai), p.termasuk)
            for p in INSTRUMEN.predikat.daftar
        ),
        "skala": tuple(PilihanJawaban(p.kode, to_exact(p.skor)) for p in INSTRUMEN.skala["AA-E"].pilihan),
        "komponen": komponen,
        "total": to_exact(kini.total),
        "predikat_kode": "B",
        "total_lalu": to_exact(lalu.total),
        "predikat_lalu": "B",
        "instrumen_lalu": INSTRUMEN.id,
        "per_tahap": (
            TahapLHE("mandiri", "Penilaian mandiri", "75.2", "BB"),
            TahapLHE("evaluasi", "Evaluasi", "66.3", "B"),
            TahapLHE("akhir", "Akhir", to_exact(kini.total), "B"),
        ),
        "nomor": "700/101/LHE/2026",
        "tanggal": "2026-11-03",
        "penandatangan": "Inspektur Kota Metro",
        "dasar": (
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            INSTRUMEN.dasar,
            "Surat tugas 700/21/ST/2026 tanggal 24 Agustus 2026",
        ),
        "mulai": "2026-08-31",
        "selesai": "2026-10-16",
        "tim": (
            AnggotaLHE("penanggung_jawab", "Penanggung jawab", "Inspektur"),
            AnggotaLHE("pengendali_mutu", "Pengendali mutu", "Auditor Ahli Madya"),
            AnggotaLHE("ketua", "Ketua tim", "Auditor Ahli Muda"),
            AnggotaLHE("anggota", "Anggota tim", "Auditor Ahli Pertama"),
        ),
        "dokumen": ("Rencana Strategis 2021–2026", "Perjanjian Kinerja 2025, ditandatangani 20 Januari 2025"),
        "capaian": CapaianLHE(
            "98.42",
            "Sangat tinggi",
            3,
            4,
            (
                IndikatorLHE("Usia harapan hidup", "tahun", "73,50", "73,81", "100.42", "Sangat tinggi"),
                IndikatorLHE("Prevalensi stunting", "%", "8,00", "9,20", "85.00", "Tinggi"),
                IndikatorLHE("Cakupan imunisasi dasar", "%", "100", "98,40", "98.40", "Sangat tinggi"),
                IndikatorLHE("Indeks keluarga sehat", "indeks", "0,40", "", None, ""),
            ),
        ),
        "rekomendasi": (
            RekomendasiLHE(
                "1.c",
                "Agar menyesuaikan rencana aksi setiap triwulan berdasarkan hasil pemantauan capaian.",
                "Kepala Dinas Kesehatan",
                "2027-03-31",
            ),
            RekomendasiLHE(
                "2.c",
                "Agar hasil pengukuran menjadi dasar penyesuaian strategi dan anggaran.",
                "Sekretaris Dinas Kesehatan",
                "2027-03-31",
                2024,
            ),
        ),
        "tindak_lalu": (
            TindakLaluLHE(
                "1.b", "Agar mempertajam indikator hasil.", "sesuai", "Sesuai", "Diterima dan diuji"
            ),
            TindakLaluLHE("2.c", "Agar hasil pengukuran dipakai.", "belum_sesuai", "Belum sesuai", ""),
        ),
        "tanggapan": "Kami menerima hasil evaluasi ini dan menyusun rencana tindak lanjut.",
    }
    return KonteksLHE(**{**isi, **ubah})
