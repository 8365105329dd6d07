"""The sentences of the canvas: translated here, filled in by its script."""

from django.utils.translation import gettext as _


def kanvas_teks() -> dict[str, str]:
    """Every sentence by the name the script asks for; %(x)s is filled in there."""
    return {**_jenis(), **_warna(), **_kotak(), **_sunting(), **_pindah(), **_umum()}


def pintasan() -> list[tuple[str, str]]:
    """Key and what it does, as the help below the canvas lists them."""
    return [
        (_("Panah"), _("ke induk, anak, saudara")),
        (_("Spasi"), _("buka atau tutup cabang")),
        (_("Enter"), _("rincian kotak")),
        (_("F2 atau E"), _("ubah kalimat di tempat")),
        (_("Insert atau N"), _("tambah anak")),
        (_("Alt + panah kiri/kanan"), _("geser urutan")),
        (_("Alt + panah atas/bawah"), _("naik tingkat; jadi anak saudara di kirinya")),
        (_("Delete"), _("hapus, atau pensiunkan bila sudah ada hasil")),
        (_("Ctrl + Z, Ctrl + Y"), _("urungkan, ulangi")),
        (_("Ctrl + F"), _("cari kotak; Enter ke berikutnya")),
        (_("+  −  0"), _("perbesar, perkecil, muat seluruhnya")),
        (_("Shift + panah"), _("geser pandangan")),
        (_("Home, End"), _("kotak pertama, terakhir")),
    ]


def _jenis() -> dict[str, str]:
    return {
        "j_hasil": _("Hasil"),
        "j_csf": _("CSF"),
        "j_kondisi_antara": _("Antara"),
        "j_keluaran": _("Keluaran"),
        "j_operasional": _("Operasional"),
    }


def _warna() -> dict[str, str]:
    return {
        "p_st": _("Sangat tinggi"),
        "p_t": _("Tinggi"),
        "p_s": _("Sedang"),
        "p_r": _("Rendah"),
        "p_sr": _("Sangat rendah"),
        "belum": _("Belum dilaporkan"),
        "t_galat": _("Galat"),
        "t_ingat": _("Peringatan"),
        "t_saran": _("Saran"),
        "t_bersih": _("Tanpa temuan"),
        "t_tunggu": _("Temuan sedang dimuat"),
        "unit_lain": _("Unit lain"),
        "tanpa_unit": _("Tanpa unit"),
    }


def _kotak() -> dict[str, str]:
    return {
        "pensiun": _("Dipensiunkan"),
        "tanpa_indikator": _("Tanpa indikator"),
        "tanpa_pemilik": _("Belum ada pemilik"),
        "s_temuan": _("%(n)s temuan"),
        "s_lintas": _("%(n)s kebutuhan lintas OPD"),
        "s_komentar": _("%(n)s komentar"),
        "s_dukung": _("juga mendukung: %(apa)s"),
        "m_galat": _("%(n)s temuan galat"),
        "m_peringatan": _("%(n)s temuan peringatan"),
        "m_saran": _("%(n)s saran"),
        "indikator": _("Indikator"),
        "i_target": _("target %(n)s"),
        "i_tanpa_target": _("tanpa target"),
        "i_realisasi": _("realisasi %(n)s"),
        "i_capaian": _("capaian %(n)s"),
        "rincian": _("Buka halaman kotak"),
        "ubah": _("Ubah kalimat"),
        "tambah_anak": _("Tambah anak"),
        "aktifkan": _("Aktifkan lagi"),
        "hapus": _("Hapus"),
        "tutup": _("Tutup"),
    }


def _sunting() -> dict[str, str]:
    return {
        "isi_baru": _("Kalimat kotak baru"),
        "isi_ubah": _("Ubah kalimat: %(apa)s"),
        "isi_kosong": _("Tulis kondisinya lebih dahulu."),
        "sunting_info": _("Enter menyimpan, Esc membatalkan"),
        "tersimpan": _("Kalimat tersimpan."),
        "ditambah": _("Kotak ditambahkan."),
        "beda": _("Kotak ini baru saja diubah pengguna lain"),
        "beda_isi": _("Isi sekarang: “%(kini)s”. Ketikan Anda: “%(ketik)s”."),
        "beda_pakai": _("Simpan ketikan saya"),
        "hapus_tanya": _("Hapus kotak ini?"),
        "dihapus": _("Kotak dihapus."),
        "pensiun_tanya": _("Kotak dapat dipensiunkan: hasilnya tetap tersimpan dan kotaknya ditandai."),
        "pensiunkan": _("Pensiunkan"),
        "dipensiunkan": _("Kotak dipensiunkan."),
        "diaktifkan": _("Kotak aktif lagi."),
        "hanya_baca": _("Anda dapat melihat pohon ini, tetapi tidak mengubahnya."),
    }


def _pindah() -> dict[str, str]:
    return {
        "anak_sendiri": _("Kotak tidak dapat dipindah ke bawah dirinya sendiri."),
        "seret_mulai": _("Menyeret %(apa)s. Esc membatalkan."),
        "seret_ke": _("Lepas untuk memindah ke bawah: %(apa)s"),
        "seret_batal": _("Pemindahan dibatalkan."),
        "dipindah": _("Dipindah ke bawah: %(apa)s"),
        "digeser": _("Kini urutan ke-%(ke)s."),
        "akar": _("tingkat teratas"),
        "diurungkan": _("Perubahan diurungkan."),
        "diulang": _("Perubahan diulangi."),
        "tanpa_urung": _("Tidak ada perubahan untuk diurungkan."),
        "tanpa_ulang": _("Tidak ada perubahan untuk diulangi."),
    }


def _umum() -> dict[str, str]:
    return {
        "ujung": _("Tidak ada kotak lagi ke arah itu."),
        "dibuka": _("Cabang dibuka, %(n)s anak."),
        "ditutup": _("Cabang ditutup."),
        "tingkat": _("%(n)s tingkat (%(kotak)s kotak)"),
        "semua_tingkat": _("Semua tingkat (%(kotak)s kotak)"),
        "tingkat_buka": _("%(n)s kotak terbuka."),
        "hasil": _("%(ke)s dari %(dari)s"),
        "tak_ketemu": _("Tidak ditemukan"),
        "kosong": _("Pohon ini belum memuat kotak. Tambahkan kotak pertama dari daftar bersarang."),
        "gagal_muat": _("Pohon belum dapat dimuat. Muat ulang halaman, lalu coba lagi."),
        "gagal_temuan": _("Temuan belum dapat dimuat. Muat ulang halaman, lalu coba lagi."),
        "jaringan": _("Jaringan terputus. Perubahan belum tersimpan; coba lagi."),
        "gagal": _("Perubahan belum tersimpan. Muat ulang halaman, lalu coba lagi."),
    }
