"""The accounts that the demo prints."""

# Known to everybody, hence only for a demo on the own machine: `sakip demo` serves on the loopback only.
SANDI = "sakip-contoh-2026"

# One account per role, as printed after loading: (role, account, what to see with it).
AKUN = (
    ("Admin instansi", "admin.organisasi", "Kota Metro: unit, jabatan, pengguna, peran, kalender, impor"),
    ("Perencana instansi", "perencana.bappeda.kota", "Kota Metro: seluruh unit, validasi"),
    ("Pimpinan instansi", "walikota", "Kota Metro: satu halaman keadaan kota"),
    ("Perencana unit", "perencana.dinkes", "Dinas Kesehatan: pekerjaan dan kinerja setahun"),
    ("Pimpinan unit", "pimpinan.dinkes", "Dinas Kesehatan"),
    ("APIP", "apip.ketuatim", "Kota Metro: baca semua"),
    ("Walidata", "walidata", "Kota Metro: baca semua"),
    ("Pengamat", "pengamat.kemenpanrb", "Kota Metro: baca saja"),
    ("Operator", "operator", "Daftar instansi, tanpa isi"),
    ("Admin Jawa Barat", "admin.jabar", "Provinsi Jawa Barat 2016 (data publikasi)"),
    ("Admin Tangerang Selatan", "admin.tangsel", "Kota Tangerang Selatan 2023 (data publikasi)"),
)
