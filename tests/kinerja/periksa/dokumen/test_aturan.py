"""Every rule: a set of documents that breaks it, and one that does not."""

from collections.abc import Sequence

import pytest
from tests.kinerja.periksa.dokumen.bantu import baris, dokumen, kode, program

from kinerja.periksa.dokumen import (
    KATEGORI,
    Aturan,
    DokumenKinerja,
    all_aturan,
    check_dokumen,
    documents_of_tree,
    get_aturan,
)
from kinerja.pohon.baca import read_pohon

DESA, JALAN, AIR = "Persentase desa maju", "Panjang jalan mantap (km)", "Jumlah sambungan air bersih"

BURUK: dict[str, Sequence[DokumenKinerja]] = {
    "DOK001": [dokumen("pk", baris(DESA, "75%")), dokumen("lkjip", baris(DESA, "70%"))],
    "DOK002": [
        dokumen("pk", baris(DESA, "75%"), versi=1),
        dokumen("pk", baris(DESA, "70%"), versi=2),
    ],
    "DOK003": [
        dokumen("pk", baris(DESA, "75%")),
        dokumen("renstra", baris(DESA, "70%", target_tahun={2024: "65%", 2026: "75%"})),
    ],
    "DOK004": [
        dokumen("pk", baris(DESA, "75%", sasaran="S"), baris("Persentase kota maju", "60%", sasaran="S")),
        dokumen("renstra", baris(DESA, "60%", sasaran="S"), baris("Persentase kota maju", "75%", sasaran="S")),
    ],
    "DOK005": [dokumen("pk", baris(DESA, "75%")), dokumen("renstra", baris(DESA, "80%"))],
    "DOK006": [
        dokumen("renstra", baris(DESA, "85,00")),
        dokumen("lkjip", baris(DESA, "80,00", realisasi="84,71", capaian="99,66", polaritas="maks")),
    ],
    "DOK007": [
        dokumen("pk", baris("Laju pertumbuhan ekonomi", "5,00%")),
        dokumen("lkjip", baris("Laju pertumbuhan ekonomi", "105")),
    ],
    "DOK008": [dokumen("pk", baris(DESA, "75%"), baris(AIR, "10")), dokumen("lkjip", baris(DESA, "75%"))],
    "DOK009": [dokumen("pk", baris(DESA, "-"), baris(AIR, "10"))],
    "DOK010": [
        dokumen("pk", baris("Jumlah usaha maju (kelompok)", "10")),
        dokumen("lkjip", baris("Persentase usaha maju (%)", "10")),
    ],
    "DOK011": [dokumen("pk", baris("Pelestarian budaya", "13 Cagar Budaya, 5 Naskah"))],
    "DOK012": [
        dokumen("pk", baris("Proporsi PAD (di luar dana BOS)", "84%")),
        dokumen("lkjip", baris("Proporsi PAD (di luar dana DAK)", "84%")),
    ],
    "DOK013": [dokumen("pk", baris(AIR, "10")), dokumen("iku", baris(AIR), baris(DESA))],
    "DOK014": [dokumen("pk", baris(DESA, "75%")), dokumen("iku", baris(DESA), tahun_mulai=2020, tahun_akhir=2020)],
    "DOK015": [
        dokumen("iku", baris("Persentase penurunan kecelakaan", rumus="(tahun n - tahun n-1) / tahun n-1 x 100%"))
    ],
    "DOK017": [
        dokumen("pk", baris("Produksi daging (ton)", "768.495")),
        dokumen(
            "pk",
            baris("Produksi daging (ton)", "741.709"),
            eselon="III",
            pemilik="Bidang Produksi",
            nama="PK Bidang",
        ),
    ],
    "DOK019": [
        dokumen("pk", program("Program Jalan", "49.898.816.000")),
        dokumen("pk_salinan", program("Program Jalan", "44.534.967.200")),
    ],
    "DOK020": [
        dokumen("pk", baris(DESA, "75%")),
        dokumen("renaksi", baris(DESA, tw={"I": "20%", "II": "40%", "III": "60%", "IV": "80%"}, tipe="kumulatif")),
    ],
    "DOK021": [
        dokumen("pk", baris(AIR, "16juta")),
        dokumen("lkjip", baris(AIR, "16.000.000", realisasi="16.000.000")),
    ],
    "DOK022": [
        dokumen(
            "lkjip",
            baris(DESA, "75%", realisasi="86%", tempat="page=42"),
            baris(DESA, "75%", realisasi="92,46%", tempat="page=110"),
        )
    ],
}  # fmt: skip

BAIK: dict[str, Sequence[DokumenKinerja]] = {
    "DOK001": [dokumen("pk", baris(DESA, "75%")), dokumen("lkjip", baris("Desa maju", "75,00", satuan="%"))],
    "DOK002": [
        dokumen("pk", baris(DESA, "75%"), versi=1),
        dokumen("pk", baris(DESA, "70%"), versi=2, alasan="pagu turun"),
        dokumen("lkjip", baris(DESA, "70%")),
    ],
    "DOK003": [
        dokumen("pk", baris(DESA, "75%")),
        dokumen("renstra", baris(DESA, "75%", target_tahun={2024: "65%", 2026: "75%"})),
    ],
    "DOK004": [
        dokumen("pk", baris(DESA, "75%", sasaran="S"), baris("Persentase kota maju", "60%", sasaran="S")),
        dokumen("renstra", baris(DESA, "75%", sasaran="S"), baris("Persentase kota maju", "60%", sasaran="S")),
    ],
    "DOK005": [dokumen("pk", baris(DESA, "75%", alasan="pagu turun")), dokumen("renstra", baris(DESA, "80%"))],
    "DOK006": [
        dokumen("renstra", baris(DESA, "85,00")),
        dokumen("lkjip", baris(DESA, "80,00", realisasi="84,71", capaian="105,89", polaritas="maks")),
    ],
    "DOK007": [
        dokumen("pk", baris("Laju pertumbuhan ekonomi", "5,00%")),
        dokumen("lkjip", baris("Laju pertumbuhan ekonomi", "5")),
    ],
    "DOK008": [
        dokumen("pk", baris(DESA, "75%"), baris(AIR, "10")),
        dokumen("lkjip", baris(DESA, "75%", realisasi="7%"), baris(AIR, "10", alasan="belum rilis")),
    ],
    "DOK009": [dokumen("pk", baris(DESA, "-", alasan="tidak ada pemilihan tahun ini"), baris(AIR, "10"))],
    "DOK010": [
        dokumen("pk", baris("Jumlah usaha maju (kelompok)", "10")),
        dokumen("lkjip", baris("Jumlah usaha maju", "10 kelompok")),
    ],
    "DOK011": [dokumen("pk", baris("Pemuda dibina", "100 dari 110 Organisasi"))],
    "DOK012": [
        dokumen("pk", baris("Proporsi PAD (di luar dana BOS)", "84%")),
        dokumen("lkjip", baris("Proporsi PAD diluar dana BOS", "84%")),
    ],
    "DOK013": [dokumen("pk", baris(AIR, "10"), baris(DESA, "7")), dokumen("iku", baris(AIR), baris(DESA))],
    "DOK014": [dokumen("pk", baris(DESA, "75%")), dokumen("iku", baris(DESA), tahun_mulai=2021, tahun_akhir=2026)],
    "DOK015": [
        dokumen("iku", baris("Persentase penurunan kecelakaan", rumus="(tahun n-1 - tahun n) / tahun n-1 x 100%"))
    ],
    "DOK017": [
        dokumen("pk", baris("Produksi daging (ton)", "768.495")),
        dokumen(
            "pk",
            baris("Produksi daging (ton)", "768.495"),
            eselon="III",
            pemilik="Bidang Produksi",
            nama="PK Bidang",
        ),
    ],
    "DOK019": [
        dokumen("pk", program("Program Jalan", "49.898.816.000", tanda="murni")),
        dokumen("pk_salinan", program("Program Jalan", "44.534.967.200", tanda="perubahan")),
    ],
    "DOK020": [
        dokumen("pk", baris(DESA, "75%")),
        dokumen("renaksi", baris(DESA, tw={"I": "-", "II": "-", "III": "75 %", "IV": "-"})),
    ],
    "DOK021": [
        dokumen("pk", baris(AIR, "16.000.000")),
        dokumen("lkjip", baris(AIR, "16,000,000", realisasi="16.000.000")),
    ],
    "DOK022": [
        dokumen(
            "lkjip",
            baris(DESA, "75%", realisasi="92,46%", tempat="page=42"),
            baris(DESA, "75%", realisasi="92.46", tempat="page=110"),
        )
    ],
}  # fmt: skip

SEMUA = pytest.mark.parametrize("aturan", all_aturan(), ids=lambda a: a.kode)


@SEMUA
def test_the_bad_documents_are_found(aturan: Aturan):
    assert aturan.kode in kode(*BURUK[aturan.kode])


@SEMUA
def test_the_good_documents_are_not_found(aturan: Aturan):
    assert aturan.kode not in kode(*BAIK[aturan.kode])


@SEMUA
def test_a_rule_says_what_why_and_on_which_law(aturan: Aturan):
    assert aturan.alasan.endswith(".")
    assert aturan.perbaikan.endswith(".")
    assert not aturan.judul.endswith(".")
    assert aturan.dasar.startswith(("PermenPANRB", "Permendagri", "PER/09", "Perpres"))
    assert set(aturan.kategori) <= set(KATEGORI)


def test_codes_are_unique_and_stable():
    daftar = [a.kode for a in all_aturan()]
    assert daftar == sorted(set(daftar))
    # 16 and 18 are checks of one tree, 23 is one of the import.
    assert daftar == [f"DOK{n:03}" for n in range(1, 24) if n not in (16, 18, 23)]


def test_a_rule_can_be_looked_up():
    assert get_aturan("DOK001").periksa_ke == (1,)


def test_a_tree_brings_the_findings_of_its_own_rules():
    simpul = [
        {"id": "S1", "level": "sasaran", "indikator": [{"kode": "1.1", "nama": "IPM", "target": "80"}]},
        {"id": "E1", "induk": "S1", "level": "eselon III", "pemilik": "Bidang A",
         "indikator": [{"kode": "9.1", "nama": "Jumlah rapat kerja", "target": "5"}]},
    ]  # fmt: skip
    pohon = read_pohon({"opd": "Dinas Contoh", "tahun": 2025, "simpul": simpul})[0]
    hasil = check_dokumen(documents_of_tree(pohon))
    assert {(t.kode, t.kategori) for t in hasil.temuan} == {("POH020", "J")}
