"""Two small lists of codes, taken from what the example plans use. Example data, not the decreed nomenclature."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sakip.apps.perencanaan.models import VersiNomenklatur
from sakip.apps.perencanaan.services.nomenklatur import BarisButir, create_versi, import_butir
from sakip.apps.perencanaan.services.nomenklatur_padanan import match_versi
from sakip.cli.demo.berkas import read_yaml
from sakip.platform.organisasi.models import Instansi

DASAR = "Contoh: kode dari rencana contoh Kota Metro, bukan daftar Kepmendagri"
#: Code, first day and name of each list.
LAMA = ("contoh-2021", date(2021, 1, 1), "Nomenklatur contoh 2021 (sub kegiatan dua angka)")
BARU = ("contoh-2024", date(2024, 1, 1), "Nomenklatur contoh 2024 (sub kegiatan empat angka)")
#: The older list holds the urusan of these departments only, one programme under its former name, and a
#: sub kegiatan that the newer one no longer has: a person says what became of it.
BIDANG_LAMA = ("1.02", "2.15")
NAMA_LAMA = {"1.02.04": "Program Sediaan Farmasi, Alat Kesehatan dan Makanan"}
HANYA_LAMA = BarisButir("1.02.05.2.03.02", "Pendampingan Kader Posyandu di Tingkat Kelurahan")
URUSAN = {
    "1": "Urusan pemerintahan wajib yang berkaitan dengan pelayanan dasar",
    "2": "Urusan pemerintahan wajib yang tidak berkaitan dengan pelayanan dasar",
    "3": "Urusan pemerintahan pilihan",
    "4": "Unsur pendukung urusan pemerintahan",
    "5": "Unsur penunjang urusan pemerintahan",
    "6": "Unsur pengawasan urusan pemerintahan",
    "7": "Unsur kewilayahan",
    "8": "Unsur pemerintahan umum",
    "1.01": "Pendidikan",
    "1.02": "Kesehatan",
    "1.03": "Pekerjaan umum dan penataan ruang",
    "1.04": "Perumahan rakyat dan kawasan permukiman",
    "1.05": "Ketenteraman dan ketertiban umum serta pelindungan masyarakat",
    "1.06": "Sosial",
    "2.07": "Tenaga kerja",
    "2.08": "Pemberdayaan perempuan dan pelindungan anak",
    "2.09": "Pangan",
    "2.10": "Pertanahan",
    "2.11": "Lingkungan hidup",
    "2.12": "Administrasi kependudukan dan pencatatan sipil",
    "2.14": "Pengendalian penduduk dan keluarga berencana",
    "2.15": "Perhubungan",
    "2.16": "Komunikasi dan informatika",
    "2.17": "Koperasi, usaha kecil, dan menengah",
    "2.18": "Penanaman modal",
    "2.19": "Kepemudaan dan olahraga",
    "2.20": "Statistik",
    "2.21": "Persandian",
    "2.22": "Kebudayaan",
    "2.23": "Perpustakaan",
    "2.24": "Kearsipan",
    "3.25": "Kelautan dan perikanan",
    "3.26": "Pariwisata",
    "3.27": "Pertanian",
    "3.30": "Perdagangan",
    "3.31": "Perindustrian",
    "4.01": "Sekretariat daerah",
    "4.02": "Sekretariat DPRD",
    "5.01": "Perencanaan",
    "5.02": "Keuangan",
    "5.03": "Kepegawaian",
    "5.04": "Pendidikan dan pelatihan",
    "5.05": "Penelitian dan pengembangan",
    "6.01": "Inspektorat daerah",
    "7.01": "Kecamatan",
    "8.01": "Kesatuan bangsa dan politik",
}


def load_nomenklatur(instansi: Instansi, data: Path) -> int:
    """Both lists, the older one mapped to the newer; returns the entries written. What exists is left alone."""
    baru = _entries(data)
    lama = [*(_older(satu) for satu in baru if _kept(satu.kode)), HANYA_LAMA]
    versi_lama, versi_baru = _versi(instansi, *LAMA), _versi(instansi, *BARU)
    jumlah = _fill(versi_lama, lama) + _fill(versi_baru, baru)
    if jumlah:
        match_versi(dari=versi_lama, ke=versi_baru, by=None)
    return jumlah


def _versi(instansi: Instansi, kode: str, mulai: date, nama: str) -> VersiNomenklatur:
    ada = VersiNomenklatur.objects.filter(instansi=instansi, kode=kode).first()
    return ada or create_versi(
        instansi=instansi, kode=kode, nama=nama, dasar=DASAR, berlaku_mulai=mulai, by=None
    )


def _fill(versi: VersiNomenklatur, baris: list[BarisButir]) -> int:
    if versi.butir_set.exists():
        return 0
    isi = "".join(f"{satu.kode};{satu.nama}\n" for satu in baris).encode()
    return import_butir(versi=versi, baris=baris, berkas=f"{versi.kode}.csv", isi=isi, by=None).dibuat


def _entries(data: Path) -> list[BarisButir]:
    """Every code of the plans once, in order, below its urusan and bidang."""
    nama = {
        kode: teks
        for file in sorted((data / "renstra").glob("*.yaml"))
        for kode, teks in _codes(read_yaml(file).get("program", []))
    }
    bidang = {kode[:4] for kode in nama}
    atas = {kode: teks for kode, teks in URUSAN.items() if any(satu.startswith(kode) for satu in bidang)}
    return [BarisButir(kode, teks) for kode, teks in sorted({**atas, **nama}.items())]


def _codes(program: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for satu in program:
        yield satu["kode"], satu["nama"]
        for kegiatan in satu.get("kegiatan", []):
            yield kegiatan["kode"], kegiatan["nama"]
            yield from ((sub["kode"], sub["nama"]) for sub in kegiatan.get("sub_kegiatan", []))


def _kept(kode: str) -> bool:
    return any(kode.startswith(bidang) or bidang.startswith(f"{kode}.") for bidang in BIDANG_LAMA)


def _older(satu: BarisButir) -> BarisButir:
    bagian = satu.kode.split(".")
    if len(bagian) == 6:
        bagian[5] = bagian[5][-2:]
    return BarisButir(".".join(bagian), NAMA_LAMA.get(satu.kode, satu.nama))
