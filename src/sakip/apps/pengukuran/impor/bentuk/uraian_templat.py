"""The sheets of our own template, described once: written from here and read from here."""

from sakip.apps.datakinerja.models import AgregasiWaktu, Frekuensi, PolaritasIndikator
from sakip.platform.lembar.uraian import Kolom, UraianLembar

TW = ((1, "I"), (2, "II"), (3, "III"), (4, "IV"))
JENIS_SIMPUL = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
YA_TIDAK = ("ya", "tidak")
KEADAAN = ("belum rilis", "tidak berlaku")

_UNIT = Kolom("unit", "Unit", ("opd", "kode unit"), daftar="unit", lebar=16, keterangan="Kode unit pemilik.")
_KODE_INDIKATOR = Kolom(
    "kode",
    "Kode indikator",
    ("kode",),
    wajib=True,
    daftar="indikator",
    lebar=18,
    keterangan="Sama dengan kode di lembar Indikator.",
)
_NAMA_ACUAN = Kolom("nama", "Indikator", lebar=50, keterangan="Hanya untuk dibaca; kode yang menentukan.")

SASARAN = UraianLembar(
    "Sasaran",
    (
        Kolom("kode", "Kode", wajib=True, lebar=14, keterangan="Kode singkat dan tetap, mis. S1."),
        _UNIT,
        Kolom(
            "jenis",
            "Jenis",
            jenis="pilihan",
            pilihan=JENIS_SIMPUL,
            lebar=14,
            keterangan="Kosong berarti sasaran.",
        ),
        Kolom("induk", "Kode induk", lebar=14, keterangan="Kode baris lain yang membawahinya, bila ada."),
        Kolom("uraian", "Uraian", ("pernyataan", "sasaran"), wajib=True, lebar=70, keterangan="Bunyinya."),
    ),
    "Tujuan, sasaran, program, kegiatan, dan sub kegiatan unit.",
)
INDIKATOR = UraianLembar(
    "Indikator",
    (
        Kolom(
            "kode",
            "Kode indikator",
            ("kode",),
            wajib=True,
            lebar=18,
            keterangan="Kode tetap, mis. DINKES-001.",
        ),
        _UNIT,
        Kolom(
            "simpul",
            "Kode sasaran",
            ("kode program",),
            daftar="simpul",
            lebar=14,
            keterangan="Dari lembar Sasaran.",
        ),
        Kolom("nama", "Indikator", ("nama indikator",), wajib=True, lebar=50, keterangan="Nama indikator."),
        Kolom("satuan", "Satuan", lebar=14, keterangan="Mis. %, orang, dokumen."),
        Kolom(
            "polaritas",
            "Polaritas",
            jenis="pilihan",
            pilihan=tuple(PolaritasIndikator.values),
            keterangan="maks: makin besar makin baik. Kosong berarti maks.",
        ),
        Kolom(
            "batas",
            "Batas capaian",
            jenis="nilai",
            keterangan="Batas capaian dalam persen. Kosong berarti tanpa batas.",
        ),
        Kolom(
            "agregasi_waktu",
            "Agregasi",
            ("agregasi waktu",),
            jenis="pilihan",
            pilihan=tuple(AgregasiWaktu.values),
            keterangan="Cara triwulan menjadi setahun. Kosong berarti akhir.",
        ),
        Kolom(
            "frekuensi",
            "Frekuensi",
            jenis="pilihan",
            pilihan=tuple(Frekuensi.values),
            keterangan="Kosong berarti triwulanan.",
        ),
        Kolom(
            "is_iku",
            "IKU",
            jenis="pilihan",
            pilihan=YA_TIDAK,
            lebar=8,
            keterangan="ya untuk indikator kinerja utama.",
        ),
        Kolom("definisi", "Definisi", ("definisi operasional",), lebar=40),
        Kolom("rumus", "Rumus", ("formula",), lebar=30),
        Kolom("sumber", "Sumber data", ("sumber",), lebar=24),
        Kolom("pj_teks", "Penanggung jawab", ("pj",), lebar=24, keterangan="Jabatan, bukan nama orang."),
    ),
    "Kamus indikator: satu baris satu indikator.",
)
TARGET = UraianLembar(
    "Target",
    (
        _KODE_INDIKATOR,
        _NAMA_ACUAN,
        Kolom("setahun", "Setahun", ("target", "target setahun"), jenis="nilai"),
        *(Kolom(f"tw{n}", f"TW {r}", (f"target tw {r}", f"triwulan {r}"), jenis="nilai") for n, r in TW),
    ),
    "Target setahun dan target sampai dengan tiap triwulan. Rentang ditulis 5-6, ambang ditulis < 5.",
)
REALISASI = UraianLembar(
    "Realisasi",
    (
        _KODE_INDIKATOR,
        _NAMA_ACUAN,
        *(Kolom(f"tw{n}", f"TW {r}", (f"realisasi tw {r}", f"triwulan {r}"), jenis="nilai") for n, r in TW),
        Kolom("setahun", "Setahun", ("realisasi", "realisasi setahun"), jenis="nilai"),
        Kolom(
            "keadaan",
            "Keadaan",
            jenis="pilihan",
            pilihan=KEADAAN,
            keterangan="Bila angkanya tidak ada: belum rilis atau tidak berlaku, dengan alasan.",
        ),
        Kolom("alasan", "Alasan", lebar=30, keterangan="Wajib bila Keadaan diisi."),
        Kolom("sementara", "Angka sementara", jenis="pilihan", pilihan=YA_TIDAK, lebar=12),
        Kolom("sumber", "Sumber data", ("sumber",), lebar=24),
        Kolom("catatan", "Catatan", lebar=30),
    ),
    "Sel kosong berarti belum dilaporkan, bukan nol.",
)
ANGGARAN = UraianLembar(
    "Anggaran",
    (
        Kolom("kode", "Kode", ("kode program", "kode sasaran"), wajib=True, daftar="simpul", lebar=14),
        Kolom("uraian", "Uraian", lebar=60, keterangan="Hanya untuk dibaca; kode yang menentukan."),
        Kolom("pagu", "Pagu", jenis="uang", lebar=20),
        *(Kolom(f"rp{n}", f"TW {r} Rp", (f"realisasi tw {r}",), jenis="uang", lebar=20) for n, r in TW),
        Kolom("rp", "Realisasi setahun Rp", ("realisasi rp",), jenis="uang", lebar=20),
    ),
    "Pagu setahun dan realisasi anggaran tiap triwulan, dalam rupiah penuh.",
)
SEMUA = (SASARAN, INDIKATOR, TARGET, REALISASI, ANGGARAN)

PETUNJUK = (
    "Isi lembar Sasaran dan Indikator lebih dahulu; lembar lain mengacu ke kodenya.",
    "Kode tidak diubah setelah dipakai. Baris yang kodenya sudah ada akan memperbarui isi lama, bukan menggandakannya.",
    "Sel kosong berarti belum dilaporkan, bukan nol. Tulis 0 hanya bila hasilnya memang nol.",
    "Angka boleh ditulis 1.234,5 atau sebagai angka biasa. Satu sel memuat satu nilai.",
    "Pilihan di kolom berdaftar diambil dari daftarnya. Jangan menambah kolom atau menggabungkan sel.",
    "Simpan sebagai .xlsx, lalu unggah di halaman Impor. Pratinjau menunjukkan semua perubahan sebelum diterapkan.",
)
