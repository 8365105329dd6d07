"""Published documents of one province, and the inconsistencies that a reader found in them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.berkas import read_json
from kinerja.periksa.dokumen import HasilDokumen, check_kelompok, group_dokumen, read_dokumen

DATA = Path(__file__).with_name("data")
POHON = Path(__file__).resolve().parents[2] / "pohon" / "data" / "jabar_pohon.json"
BERKAS = [*(DATA / f"{nama}.json" for nama in ("pk", "iku", "renaksi", "lkjip")), POHON]

SEBUTAN = {
    "Dispenda": "Pendapatan", "Disparbud": "Pariwisata", "Disnak": "Peternakan", "Dishub": "Perhubungan",
    "Disperindag": "Perindustrian", "Dinkes": "Kesehatan", "Distan": "Pertanian", "Kesbangpol": "Kesatuan Bangsa",
    "BPMPD": "Pemberdayaan Masyarakat", "BKPD": "Ketahanan Pangan", "BP3AKB": "Pemberdayaan Perempuan",
    "Disorda 2017": "Pemuda", "Biro HPU": "Humas", "Disnakertrans": "Tenaga Kerja",
}  # fmt: skip

#: The document of the finding is not among those given.
TANPA_DOKUMEN = {
    8: "LKjIP Dishub Bab III", 10: "RKT Disperindag", 11: "LKjIP Dinkes", 12: "RKT Dishub", 26: "LKjIP Distan",
    27: "LKjIP Distan", 32: "LKjIP Dinkes", 51: "LKjIP BPLHD hal. 14 dan 17", 55: "IKU BP3AKB",
    61: "LKjIP Distan", 65: "LAKIP BKPD Bab II", 72: "LKjIP Distan Bab II", 73: "PK awal BP3AKB",
    74: "PK awal BP3AKB", 75: "kegiatan di LKjIP Inspektorat Bab II", 76: "kegiatan di LKjIP Inspektorat Bab II",
    77: "narasi LKjIP Biro Organisasi", 79: "PK kepala seksi Disparbud", 89: "Lampiran 1b LKjIP Inspektorat",
    90: "LKjIP Dinkes", 91: "LKjIP Dishub",
}  # fmt: skip

#: Reader's finding -> part of our indicator, one value of each side ("" where the side is words).
DITEMUKAN = {
    0: ("formal: S1", "36.7", "36,9"), 1: ("formal: S2", "17.1", "17,7"), 2: ("IKM", "82,6", "82,5"),
    3: ("Standar pelayanan", "100", "90"), 4: ("Cagar Budaya", "13 Cagar", "10 Jenis"),
    5: ("Perfilman", "7 Jenis seni", "7 Jenis"), 6: (": Susu", "65", "52"), 7: (": Telur", "52", "65"),
    9: ("kepemilikan armada", "50,11%", "50,12"), 13: ("TLHP hasil pemeriksaan", "90%", "85%"),
    14: ("B ke atas", "80%", "50%"), 15: ("Tingkat nilai", "A", "B"), 16: ("SPIP", "75%", "50%"),
    17: ("pengaduan", "75%", "70%"), 18: ("P2UPD", "73 orang", "80 orang"), 19: ("Madya", "20 orang", "15 orang"),
    20: ("kapabilitas", "III", "II"), 21: (": Susu", "65", "52"), 22: (": Telur", "52", "65"),
    23: ("Madya", "20 orang", "24 orang"), 24: ("kepemilikan armada", "50,11%", "50,12 %"),
    25: ("RAD-PPK", "50%, 75%, 100%", "30"), 28: ("Penyampaian laporan", "(kosong)", "94"),
    29: ("Data Prioritas", "(kosong)", ""), 30: ("partisipasi masyarakat", "-", ""), 31: ("sengketa", "-", ""),
    33: ("PAD", "BOS", "DAK"), 34: ("Perfilman", "Pengembangan", "Pelestarian"),
    35: ("nusantara dan mancanegara", "mancanegara", "nusantara dan"), 36: ("permodalan", "BUMDes", "mengakses"),
    37: ("Pasar Desa", "Pasar Desa", "pemasaran"), 38: ("wartek", "wartek", "posyantek"),
    39: ("Infrastruktur", "Jalan Desa", "Infrastruktur sudah"), 40: ("struktur sasaran", "3 sasaran", "5 sasaran"),
    41: ("cadangan pangan", "Jumlah tonase", "Persentase"), 42: ("stabilitas pasokan", "stabilitas", "Koefisien"),
    43: ("sampel", "tersertifikat", "diuji"), 44: ("desa piloting", "piloting", "Rawan"),
    45: ("konsumsi pangan", "Persentase", "Jumlah"), 46: ("istilah", "LKIP", "LAKIP"),
    47: ("TLHP", "hasil pemeriksaan", "Bantuan Keuangan"), 48: ("sasaran:", "idiologi", "radikalisme"),
    49: ("pasar", "ditingkatkan", "Revitalisasi"), 50: ("P2 APBD", "APBD ", "APBDP"),
    52: ("himpunan", "16 indikator", "15 indikator"), 53: ("himpunan", "11 indikator", "12 indikator"),
    54: ("himpunan", "7 indikator", "13 indikator"), 56: ("pelaku usaha", "kelompok", "%"),
    57: ("Brucellosis", "prevalensi", "kasus/tahun"), 58: ("sarana pemasaran", "5", "5%"),
    59: ("berdaya saing", "10", "10 Kelompok"), 60: ("jaminan mutu", "52", "5%"),
    62: ("organisasi kepemudaan", "Persen", "100 dari 110"), 63: ("Status Mutu", "42,5", "42,5 %"),
    64: ("7 dari 10", "ton", "(satuan kosong)"), 66: ("Kendaraan Bermotor", "16juta", "16.000.000"),
    67: ("Prasarana dan Fasilitas Perhubungan", "49.898", "44,534"), 68: ("Rehabilitasi", "13.209", "12,797"),
    69: ("Pengendalian", "3.969", "3,937"), 70: ("Mitigasi", "tidak ada", "85,150"),
    71: ("sumber dana", "2016", "2015"), 78: ("Minat Usaha", "394,000,000", "440,000,000"),
    80: ("Tingkat nilai", "B", "A"), 81: ("SPIP", "5.1", "4.2"), 82: ("LPPD", "14 OPD", ""),
    83: ("KASUBAG ADMINISTRASI", "", "8.5"), 84: ("infrastruktur memadai", "6.1.3", "6.1.2"),
    85: ("Daging", "768.495", "741.709"), 86: ("mutu bibit", "5", "4 Kab/Kota"),
    87: ("Good Farming", "5 + 6 + 4", "12 Kab/Kota"), 88: ("Bidang Kebudayaan", "8 Jenis", "4 Event"),
}  # fmt: skip


@cache
def results() -> dict[tuple[str, int | None], HasilDokumen]:
    dokumen = [d for path in BERKAS for d in read_dokumen(read_json(str(path)))]
    return {(k.entitas, k.tahun): check_kelompok(k) for k in group_dokumen(dokumen)}


@cache
def pembaca() -> list[dict[str, Any]]:
    isi: list[dict[str, Any]] = json.loads((DATA / "konsistensi.json").read_text(encoding="utf-8"))["temuan"]
    return isi


def is_found(nomor: int) -> bool:
    """Whether a finding of the same category and entity names the indicator and both values."""
    g, (nama, kiri, kanan) = pembaca()[nomor], DITEMUKAN[nomor]
    opd = SEBUTAN.get(g["opd"], g["opd"])
    return any(
        t.kategori == g["jenis"]
        and nama.casefold() in t.indikator.casefold()
        and kiri in t.a[1]
        and kanan in t.b[1]
        for (entitas, tahun), h in results().items()
        if opd in entitas and tahun == g["tahun"]
        for t in h.temuan
    )
