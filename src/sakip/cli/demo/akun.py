"""The accounts that the demo prints."""

# Known to everybody, hence only for a demo on the own machine: `sakip demo` serves on the loopback only.
SANDI = "sakip-contoh-2026"

# One account per role, as printed after loading: (role, account, what to see with it).
AKUN = (
    ("Admin instansi", "admin.organisasi", "Kota Metro: unit, jabatan, pengguna, peran, kalender, impor"),
    ("Perencana instansi", "perencana.bappeda.kota", "Kota Metro: seluruh unit, validasi"),
    ("Pimpinan instansi", "walikota", "Kota Metro: satu halaman keadaan kota"),
    ("Perencana unit", "perencana.dinkes", "Dinas Kesehatan: pekerjaan dan kinerja setahun"),
    ("Perencana unit", "perencana.bkpsdm", "BKPSDM: penilaian mandiri AKIP yang sedang diisi"),
    ("Perencana unit", "perencana.dinsos", "Dinas Sosial: draf LHE yang menunggu tanggapan"),
    ("Pimpinan unit", "pimpinan.dinkes", "Dinas Kesehatan"),
    ("APIP: ketua tim", "apip.ketuatim", "Kota Metro: baca semua; evaluasi AKIP, draf LHE"),
    ("APIP: anggota tim", "apip.anggota1", "Tim I: menilai lembar kerja evaluasi"),
    ("APIP: pengawas", "apip.pengawas", "Reviu tingkat 1 dan panel"),
    ("APIP: pengendali teknis", "apip.pengendaliteknis", "Reviu draf LHE"),
    ("APIP: pengendali mutu", "apip.pengendalimutu", "Reviu mutu LHE"),
    ("APIP: penanggung jawab", "apip.penanggungjawab", "Menandatangani LHE, memutus sanggah"),
    ("Walidata", "walidata", "Kota Metro: baca semua"),
    ("Pengamat", "pengamat.kemenpanrb", "Kota Metro: baca saja"),
    ("Operator", "operator", "Daftar instansi, tanpa isi"),
    ("Admin Jawa Barat", "admin.jabar", "Provinsi Jawa Barat 2016 (data publikasi)"),
    ("Admin Tangerang Selatan", "admin.tangsel", "Kota Tangerang Selatan 2023 (data publikasi)"),
)
