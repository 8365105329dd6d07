"""Invented figures for the components page. No person, no unit of a real government."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.nilai.jenis import Nilai
from sakip.web.komponen.angka import format_tanggal
from sakip.web.komponen.mistar import Kategori
from sakip.web.komponen.riwayat import Titik

HARI_INI = date(2026, 10, 7)
SKALA = (
    Kategori("ST", "sangat tinggi", Decimal(91)),
    Kategori("T", "tinggi", Decimal(76)),
    Kategori("S", "sedang", Decimal(66)),
    Kategori("R", "rendah", Decimal(51)),
    Kategori("SR", "sangat rendah", None),
)
WARNA = [
    "kertas",
    "muka",
    "muka-2",
    "muka-3",
    "tinta",
    "tinta-2",
    "tinta-3",
    "garis",
    "garis-2",
    "nila-50",
    "nila-100",
    "nila-200",
    "nila-600",
    "aksi",
    "tautan",
    "emas",
    "soga",
    "soga-garis",
    "soga-muka",
    "baik",
    "ingat",
    "salah",
]
HURUF = (
    ("4xl", "52", "88,6"),
    ("3xl", "34", "26 dari 42 IKU"),
    ("2xl", "26", "Realisasi Triwulan III 2026"),
    ("xl", "20", "2.b Kualitas pengukuran"),
    ("l", "17", "Yang perlu dikerjakan"),
    ("b", "15", "Teks isi: angka menjelaskan dirinya sendiri."),
    ("m", "14", "Teks tabel 1.234.567,89 dan 11.111,11"),
    ("s", "13", "Keterangan dan label kolom"),
    ("xs", "12", "Lencana dan pita"),
)
JUMLAH = {"ST": 19, "T": 7, "S": 4, "R": 3, "SR": 2, "belum": 7}
IKON = [
    "awan",
    "awas",
    "balik",
    "bawah",
    "bendera",
    "berkas",
    "bulan",
    "cari",
    "cek",
    "cetak",
    "gawai",
    "gedung",
    "hapus",
    "info",
    "jam",
    "kalender",
    "kanan",
    "keluar",
    "kiri",
    "kisi",
    "klip",
    "kunci",
    "kurang",
    "lonceng",
    "luring",
    "mata",
    "menu",
    "naik",
    "obrol",
    "orang",
    "pas",
    "pena",
    "petir",
    "pohon",
    "ponsel",
    "riwayat",
    "rumah",
    "salin",
    "saring",
    "sasaran",
    "setelan",
    "silang",
    "surel",
    "surya",
    "tambah",
    "tanya",
    "tautan",
    "tetap",
    "turun",
    "unduh",
    "unggah",
    "urut",
]


@dataclass(frozen=True, slots=True)
class Baris:
    """One indicator of the sample table; it offers what the tag `capaian` needs."""

    nama: str
    sub: str
    target: Nilai
    realisasi: Nilai | None
    cetak: Decimal | None
    tren: tuple[Decimal | None, ...]
    keadaan: str
    sebab: str | None = None
    pilih: bool = False

    @property
    def kode(self) -> str:
        return self.kategori.kode if self.kategori else ""

    @property
    def kategori(self) -> Kategori | None:
        if self.cetak is None:
            return None
        return next(item for item in SKALA if item.batas_bawah is None or self.cetak >= item.batas_bawah)


def _angka(*teks: str) -> tuple[Decimal | None, ...]:
    return tuple(Decimal(item) if item else None for item in teks)


def _persen(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


def baris() -> list[Baris]:
    return [
        Baris(
            "Prevalensi stunting balita",
            "persen · makin kecil makin baik",
            _persen("10.90"),
            _persen("10.21"),
            Decimal("106.33"),
            _angka("14.6", "13.4", "12.6", "11.8", "10.21"),
            "divalidasi",
            pilih=True,
        ),
        Baris(
            "Cakupan imunisasi dasar lengkap",
            "persen",
            _persen("95.00"),
            _persen("81.40"),
            Decimal("85.68"),
            _angka("92", "90", "", "84", "81.4"),
            "dikembalikan",
        ),
        Baris(
            "Rumah tangga ber-PHBS",
            "persen",
            _persen("78.00"),
            _persen("38.20"),
            Decimal("48.97"),
            _angka("70", "62", "55", "44", "38.2"),
            "diverifikasi",
        ),
        Baris(
            "Kasus luar biasa keracunan pangan",
            "kasus · makin kecil makin baik",
            _persen("0"),
            _persen("0"),
            Decimal("100"),
            _angka("2", "1", "1", "0", "0"),
            "divalidasi",
        ),
        Baris(
            "Persentase ODGJ berat dilayani sesuai standar",
            "persen",
            _persen("100.00"),
            None,
            None,
            _angka("60", "66", "71", "74", ""),
            "belum_diisi",
            sebab="belum_dilaporkan",
        ),
        Baris(
            "Nilai AKIP dinas",
            "nilai · tahunan, keluar tahun berikutnya",
            _persen("75.00"),
            Nilai.tidak_berlaku("keluar tahun berikutnya"),
            None,
            _angka("", "", "", "", ""),
            "diajukan",
            sebab="tidak_berlaku",
        ),
    ]


def urutkan(rows: list[Baris], urut: str) -> list[Baris]:
    """By capaian; what has none stays at the end in both directions."""
    if urut.lstrip("-") != "capaian":
        return rows
    known = [row for row in rows if row.cetak is not None]
    known.sort(key=lambda row: row.cetak or Decimal(0), reverse=urut.startswith("-"))
    return known + [row for row in rows if row.cetak is None]


def riwayat() -> list[Titik]:
    return [
        Titik("2022", Decimal("15.00"), Decimal("14.60")),
        Titik("2023", Decimal("14.00"), Decimal("13.40")),
        Titik("2024", Decimal("12.80"), None),
        Titik("2025", Decimal("11.50"), Decimal("11.80")),
        Titik("TW III 2026", Decimal("10.90"), Decimal("10.21"), sementara=True),
    ]


def kalender() -> list[dict[str, Any]]:
    return [
        {"tanggal": date(2026, 1, 31), "label": "Perjanjian Kinerja", "jenis": "pk"},
        {"tanggal": date(2026, 2, 28), "label": "LKjIP OPD", "jenis": "lkj"},
        {"tanggal": date(2026, 3, 31), "label": "LKjIP kota", "jenis": "lkj"},
        {"tanggal": date(2026, 7, 15), "label": "Realisasi TW II", "jenis": "realisasi"},
        {"tanggal": date(2026, 10, 15), "label": "Realisasi TW III", "jenis": "realisasi"},
        {"tanggal": date(2026, 11, 30), "label": "RKA", "jenis": "rka"},
    ]


def menu() -> list[dict[str, Any]]:
    names = (
        ("Beranda", "rumah"),
        ("Rencana", "pohon"),
        ("Perjanjian", "pena"),
        ("Pengukuran", "sasaran"),
        ("Pelaporan", "berkas"),
        ("Impor", "unggah"),
        ("Kelola", "kisi"),
        ("Evaluasi", "bendera"),
    )
    return [
        {"label": label, "url": "#kerangka", "ikon": icon, "aktif": label == "Pengukuran"}
        for label, icon in names
    ]


class FormulirContoh(forms.Form):
    realisasi = forms.RegexField(
        r"^\d+(,\d+)?$",
        label=_("Realisasi TW III"),
        error_messages={"invalid": _("Dua tanda desimal. Tulis 86,36.")},
        help_text=_("Sel kosong berarti belum dilaporkan, bukan nol."),
    )
    sumber = forms.ChoiceField(
        label=_("Sumber data"),
        choices=[("", _("Pilih sumber")), ("e", "e-PPGBM"), ("s", _("Survei"))],
        help_text=_("Dari definisi operasional indikator"),
    )
    penyebab = forms.CharField(label=_("Penyebab"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    cara = forms.ChoiceField(
        label=_("Cara isi"),
        choices=[("k", _("Kumulatif")), ("t", _("Triwulan ini saja"))],
        widget=forms.RadioSelect,
    )
    sementara = forms.BooleanField(label=_("Angka sementara"), required=False)
    bukti = forms.FileField(label=_("Bukti dukung"), help_text=_("PDF, gambar, XLSX; paling besar 20 MB"))


class FormulirAlasan(forms.Form):
    alasan = forms.CharField(label=_("Alasan"))


def konteks() -> dict[str, Any]:
    return {
        "contoh_instansi": {"nama": "Kota Metro (data contoh)", "sifat_data": "contoh"},
        "contoh_menu": menu(),
        "contoh_kalender": kalender(),
        "contoh_hari": HARI_INI,
        "skala": SKALA,
        "warna": WARNA,
        "huruf": HURUF,
        "ikon_semua": IKON,
        "jumlah": JUMLAH,
        "jumlah_kecil": {"ST": 2, "SR": 1, "belum": 40},
        "riwayat": riwayat(),
        "nilai_contoh": contoh_nilai(),
        "tema_contoh": ("light", "dark"),
        "capaian_contoh": Decimal("85.68"),
        "capaian_laci": Decimal("106.33"),
        "tanggal_contoh": format_tanggal(HARI_INI, "hari"),
        "lencana_contoh": [
            "belum_diisi",
            "draf",
            "diajukan",
            "diverifikasi",
            "divalidasi",
            "dikembalikan",
            "sementara",
            "ada_pertanyaan",
            "dikunci",
            "berlaku",
            "pratinjau",
            "diterapkan",
            "diganti",
            "contoh",
            "publikasi",
        ],
    }


def contoh_nilai() -> list[tuple[str, Nilai | None]]:
    return [
        ("angka", Nilai.dari_angka(Decimal("1234567.89"))),
        ("nol", Nilai.dari_angka(Decimal("0"))),
        ("rentang", Nilai.rentang(Decimal(5), Decimal(6))),
        ("ambang", Nilai.ambang("<", Decimal(5))),
        ("ordinal", Nilai.ordinal("WTP")),
        ("kosong", None),
        ("tidak berlaku", Nilai.tidak_berlaku("indikator dihapus pada PK perubahan")),
    ]


def konteks_laci() -> dict[str, Any]:
    return {"kategori": SKALA[0], "skala": SKALA, "nilai": Decimal("106.33")}
