"""Contexts for the report tests, with every figure computed by `kinerja`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.capaian import AturanCapaian, Polaritas, compute_capaian, load_skala
from kinerja.nilai import Nilai
from sakip.reports.lkjip.dari_kinerja import capaian_from, nilai_from, skala_from
from sakip.reports.lkjip.konteks import (
    AkhirPeriode,
    AnggaranLaporan,
    AturanLaporan,
    DokumenRencana,
    EfisiensiLaporan,
    IndikatorLaporan,
    InstansiLaporan,
    IsuLaporan,
    KegiatanLaporan,
    KonteksLKjIP,
    PerjanjianLaporan,
    ProgramLaporan,
    RataLaporan,
    SasaranLaporan,
    StandarNasional,
    SusunanJabatan,
    TargetTahun,
    TitikRiwayat,
    UnitLaporan,
)
from sakip.reports.lkjip.uraian import with_uraian

TAHUN = 2025
D = Decimal


def nilai(teks: str | None) -> Nilai:
    return Nilai.kosong() if teks is None else Nilai.dari_angka(D(teks))


def indikator(
    kode: str,
    nama: str,
    satuan: str,
    target: str | None,
    realisasi: str | None,
    *,
    polaritas: Polaritas = Polaritas.MAKS,
    riwayat: tuple[str, ...] = (),
    rencana: tuple[str, ...] = (),
    desimal: int = 2,
    nasional: str | None = None,
    catatan: str = "",
) -> IndikatorLaporan:
    aturan = AturanCapaian(polaritas)
    hasil = compute_capaian(aturan=aturan, target=nilai(target), realisasi=nilai(realisasi))
    titik = tuple(
        TitikRiwayat(
            TAHUN - len(riwayat) + n,
            nilai_from(nilai(v), desimal),
            capaian=capaian_from(compute_capaian(aturan=aturan, target=nilai(target), realisasi=nilai(v))),
        )
        for n, v in enumerate(riwayat)
    )
    akhir = None
    if rencana:
        kemajuan = compute_capaian(aturan=aturan, target=nilai(rencana[-1]), realisasi=nilai(realisasi))
        akhir = AkhirPeriode(
            TAHUN + len(rencana) - 1, nilai_from(nilai(rencana[-1]), desimal), capaian_from(kemajuan)
        )
    arah = selisih = None
    if riwayat and realisasi is not None:
        beda = D(realisasi) - D(riwayat[-1])
        selisih = nilai_from(Nilai.dari_angka(beda), desimal)
        baik = beda < 0 if polaritas is Polaritas.MIN else beda > 0
        arah = "tetap" if beda == 0 else "membaik" if baik else "memburuk"
    return IndikatorLaporan(
        kode=kode,
        nama=nama,
        satuan=satuan,
        polaritas=polaritas.value,
        polaritas_teks=polaritas.sebutan,
        target=nilai_from(nilai(target), desimal),
        realisasi=nilai_from(nilai(realisasi), desimal),
        capaian=capaian_from(hasil),
        desimal=desimal,
        iku=True,
        definisi="Perbandingan jumlah kejadian dengan jumlah kelahiran hidup pada tahun yang sama.",
        sumber="Profil kesehatan",
        frekuensi="tahunan",
        penanggung_jawab="Kepala Dinas Kesehatan",
        riwayat=titik,
        rencana=tuple(TargetTahun(TAHUN + n, nilai_from(nilai(v), desimal)) for n, v in enumerate(rencana)),
        akhir=akhir,
        standar=StandarNasional(nilai_from(nilai(nasional), desimal), "BPS 2025") if nasional else None,
        arah=arah,
        selisih=selisih,
        catatan=catatan,
        bukti=1 if realisasi else 0,
    )


def rata(daftar: list[Decimal | None], dari: int) -> RataLaporan:
    ada = [x for x in daftar if x is not None]
    if not ada:
        return RataLaporan(None, None, None, 0, dari)
    mentah = sum(ada, D(0)) / len(ada)
    kategori = load_skala("permendagri-86-2017").kategori_for(mentah)
    return RataLaporan(mentah.quantize(D("0.01")), mentah, kategori.kode, len(ada), dari)


def sasaran(
    nomor: int, pernyataan: str, *isi: IndikatorLaporan, anggaran: tuple[str, str] | None = None
) -> SasaranLaporan:
    r = rata([i.capaian.terbatas for i in isi], len(isi))
    uang = money(*anggaran) if anggaran else AnggaranLaporan()
    efisiensi = None
    if uang.serapan is not None and r.mentah is not None:
        e = (1 - uang.serapan / r.mentah) * 100
        efisiensi = EfisiensiLaporan(
            e.quantize(D("0.01")),
            "(1 − serapan ÷ capaian) × 100",
            "Hasil dibanding belanja dihitung dengan rumus selisih relatif.",
            "efisien" if r.mentah >= 100 else "belum efisien",
        )
    return SasaranLaporan(nomor, pernyataan, isi, r, uang, efisiensi)


def money(pagu: str, realisasi: str) -> AnggaranLaporan:
    p, r = D(pagu), D(realisasi)
    return AnggaranLaporan(p, r, (r / p * 100).quantize(D("0.01")))


def lengkap() -> KonteksLKjIP:
    s1 = sasaran(
        1,
        "Menurunnya kematian ibu, bayi, dan masalah gizi",
        indikator(
            "K1",
            "Angka kematian ibu per 100.000 kelahiran hidup",
            "per 100.000 kelahiran hidup",
            "100.00",
            "146.15",
            polaritas=Polaritas.MIN,
            riwayat=("148.53", "110.95", "110.50", "110.05"),
            rencana=("100", "92", "85", "78", "72"),
            nasional="144.00",
            catatan="Rujukan malam menunggu kamar operasi; jalur rujukan cepat disiapkan.",
        ),
        indikator(
            "K2",
            "Angka kematian bayi per 1.000 kelahiran hidup",
            "per 1.000 kelahiran hidup",
            "6.95",
            "6.94",
            polaritas=Polaritas.MIN,
            riwayat=("8.17", "7.77", "7.73", "7.34"),
            rencana=("6.95", "6.6", "6.2", "5.9", "5.5"),
        ),
        indikator(
            "K3",
            "Prevalensi balita stunting",
            "%",
            "12.00",
            "13.62",
            polaritas=Polaritas.MIN,
            riwayat=("14.72", "14.54", "13.62", "12.94"),
            rencana=("12", "11", "10", "9", "8"),
            nasional="19.80",
        ),
        anggaran=("3954120000", "3763500000"),
    )
    s2 = sasaran(
        2,
        "Terkendalinya penyakit menular dan tidak menular",
        indikator(
            "K4",
            "Persentase penemuan dan pengobatan kasus tuberkulosis",
            "%",
            "78.00",
            "75.04",
            riwayat=("56.08", "62.28", "68.62", "71.87"),
            rencana=("78", "81", "84", "87", "90"),
        ),
        indikator(
            "K5",
            "Jumlah kejadian luar biasa yang tidak tertangani kurang dari 24 jam",
            "kejadian",
            "0",
            "1",
            polaritas=Polaritas.MIN,
            riwayat=("0", "0", "0", "0"),
            rencana=("0", "0", "0"),
            desimal=0,
        ),
        indikator(
            "K6",
            "Persentase penderita hipertensi yang tekanan darahnya terkendali",
            "%",
            "40.00",
            "41.17",
            riwayat=("27.49", "31.55", "32.91", "34.60"),
            rencana=("40", "45", "50", "55", "60"),
        ),
        anggaran=("1252000000", "1215692000"),
    )
    s3 = sasaran(
        3,
        "Meningkatnya mutu layanan kesehatan",
        indikator("K7", "Persentase puskesmas terakreditasi paripurna", "%", "63.64", "63.64"),
        indikator("K8", "Indeks kepuasan masyarakat layanan puskesmas", "indeks", "85.00", None),
    )
    semua = (s1, s2, s3)
    r = rata([s.rata.mentah for s in semua], 3)
    terukur = sum(s.rata.terukur for s in semua)
    program = (
        ProgramLaporan(
            "Program Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat",
            "1.02.02",
            money("5206120000", "4979192000"),
            D("5100000000"),
            "APBD",
            (1, 2),
            (
                KegiatanLaporan(
                    "Penyediaan layanan kesehatan ibu dan anak",
                    "1.02.02.2.02",
                    money("3954120000", "3763500000"),
                ),
            ),
        ),
        ProgramLaporan(
            "Program Peningkatan Kapasitas Sumber Daya Manusia Kesehatan",
            "1.02.03",
            money("812500000", "790000000"),
            D("812500000"),
            "APBD",
            (3,),
        ),
        ProgramLaporan(
            "Program Penunjang Urusan Pemerintahan Daerah",
            "1.02.01",
            money("21900340000", "20811650500"),
            D("21900340000"),
            "APBD",
        ),
    )
    return with_uraian(
        KonteksLKjIP(
            tahun=TAHUN,
            disusun_pada=date(2026, 2, 26),
            instansi=InstansiLaporan("Pemerintah Kota Metro", "18.72", True, ("data contoh",), "Metro"),
            unit=UnitLaporan(
                "DINKES",
                "Dinas Kesehatan",
                "DINKES",
                "Kepala Dinas Kesehatan",
                atasan="Wali Kota Metro",
                susunan=(
                    SusunanJabatan("Kepala Dinas", "Dinas Kesehatan", 0, "II.b"),
                    SusunanJabatan("Sekretaris", "Sekretariat", 1, "III.a"),
                    SusunanJabatan(
                        "Kepala Bidang Kesehatan Masyarakat", "Bidang Kesehatan Masyarakat", 1, "III.b"
                    ),
                ),
            ),
            skala=skala_from(load_skala("permendagri-86-2017")),
            aturan=AturanLaporan(),
            rata=RataLaporan(r.cetak, r.mentah, r.kategori, terukur, 8),
            sasaran=semua,
            anggaran=money("27918960000", "26580842500"),
            program=program,
            rencana=DokumenRencana(
                "renstra",
                "Renstra Dinas Kesehatan 2025–2029",
                "2025–2029",
                "",
                "",
                ("Meningkatnya derajat kesehatan masyarakat",),
            ),
            perjanjian=PerjanjianLaporan(
                "Perjanjian Kinerja Dinas Kesehatan Tahun 2025",
                date(2025, 1, 29),
                "Kepala Dinas Kesehatan",
                "Wali Kota Metro",
            ),
            isu=(IsuLaporan("Rujukan maternal malam hari belum selalu mendapat kamar operasi", "Sasaran 1"),),
        )
    )
