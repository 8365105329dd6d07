"""DOK008: what the PK promises and what the report measures are not the same indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.nilai import JenisNilai
from kinerja.periksa.dokumen.bentuk import LAPORAN, Aturan
from kinerja.periksa.dokumen.model import PK_APA_PUN, JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.periksa.dokumen.susun import SATU_PER_SATU, TIDAK_ADA, list_names
from kinerja.pohon.temuan import TingkatTemuan


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Compare the PK with every report; several versions of the PK promise together."""
    pk = run.of(*PK_APA_PUN)
    for laporan in run.of(JenisDokumen.LKJIP):
        if pk and laporan.baris:
            yield from _not_measured(run, pk, laporan)
            yield from _outside(run, pk, laporan)
        yield from _without_result(run, pk, laporan)


def _not_measured(run: Perbandingan, pk: Sequence[DokumenSiap], laporan: DokumenSiap) -> Iterator[Temuan]:
    utama = pk[0]
    hilang = [b for b in utama.baris if run.paired(b, laporan) is None and run.covering(b, laporan) is None]
    saran = f"Ukur, atau beri status dengan alasan (belum tersedia, dikeluarkan). {_share(utama, hilang)}"
    if len(hilang) > SATU_PER_SATU:
        daftar = list_names(hilang)
        yield _many(
            utama,
            laporan,
            hilang,
            (utama.nama, f"{len(hilang)} indikator"),
            (laporan.nama, "(tidak diukur)"),
            f"{len(hilang)} dari {len(utama.baris)} indikator PK tidak ada dalam pengukuran: {daftar}. {saran}",
        )
        return
    for b in hilang:
        yield _one(
            b,
            (utama.nama, print_sel(b.baris.target)),
            (laporan.nama, "(tidak diukur)"),
            f"Indikator PK ini tidak ada dalam pengukuran {laporan.nama}. {saran}",
        )


def _share(pk: DokumenSiap, hilang: Sequence[BarisSiap]) -> str:
    return f"Rata-rata capaian harus menyebut {len(pk.baris) - len(hilang)} dari {len(pk.baris)} indikator."


def _outside(run: Perbandingan, pk: Sequence[DokumenSiap], laporan: DokumenSiap) -> Iterator[Temuan]:
    luar = [b for b in _measured_table(run, pk, laporan) if not _in_pk(run, pk, b)]
    nama_pk = pk[0].nama
    saran = "Keluarkan dari rata-rata capaian PK, atau masukkan ke PK."
    if len(luar) > SATU_PER_SATU:
        daftar = list_names(luar)
        yield _many(
            pk[0],
            laporan,
            luar,
            (nama_pk, TIDAK_ADA),
            (laporan.nama, f"{len(luar)} indikator"),
            f"{len(luar)} indikator diukur dalam {laporan.nama} tetapi tidak ada dalam PK: {daftar}. {saran}",
        )
        return
    for b in luar:
        yield _one(
            b,
            (nama_pk, TIDAK_ADA),
            (laporan.nama, print_sel(b.baris.target)),
            f"Indikator ini diukur dalam {laporan.nama} tetapi tidak ada dalam PK. {saran}",
        )


def _measured_table(
    run: Perbandingan, pk: Sequence[DokumenSiap], laporan: DokumenSiap
) -> Iterator[BarisSiap]:
    """The rows on pages that measure the PK; tables of outputs on other pages are details of the report."""
    halaman = {b.baris.tempat for b in laporan.baris if any(run.paired(b, d) is not None for d in pk)}
    return (b for b in laporan.baris if b.baris.tempat in halaman)


def _in_pk(run: Perbandingan, pk: Sequence[DokumenSiap], baris: BarisSiap) -> bool:
    """A row of the PK, the heading over several of them, or one part of a target that holds several."""
    if any(run.paired(baris, d) is not None for d in pk):
        return True
    kata = set(run.kosakata.words(baris.nama))
    for b in (b for d in pk for b in d.baris):
        if ":" in b.nama and kata <= set(run.kosakata.words(b.nama.partition(":")[0])):
            return True
        if (
            b.majemuk
            and any(x & baris.isi.bacaan for x in b.isi.bagian)
            and kata <= set(run.kosakata.words(f"{b.nama} {print_sel(b.baris.target)}"))
        ):
            return True
    return False


def _without_result(run: Perbandingan, pk: Sequence[DokumenSiap], laporan: DokumenSiap) -> Iterator[Temuan]:
    """Rows that are listed but not measured; a report without any result is a plan, not a measurement."""
    if not any(b.realisasi.dilaporkan for b in laporan.baris):
        return
    for b in laporan.baris:
        tanpa = not b.realisasi.dilaporkan and b.realisasi.nilai.jenis is not JenisNilai.GALAT
        if not tanpa or not b.isi.dilaporkan or b.baris.alasan:
            continue
        asal = next((x for d in pk if (x := run.paired(b, d)) is not None), b)
        yield _one(
            b,
            (asal.dokumen.nama, print_sel(asal.baris.target)),
            (laporan.nama, print_sel(b.baris.realisasi)),
            f"{laporan.nama} tidak mencantumkan realisasi. Tulis statusnya: belum tersedia (alasan, tanggal rilis) "
            "atau dikeluarkan (alasan, persetujuan).",
        )


def _one(baris: BarisSiap, a: tuple[str, str], b: tuple[str, str], pesan: str) -> Temuan:
    return Temuan(
        kode=ATURAN.kode, kategori="E", tingkat=ATURAN.tingkat, indikator=baris.nama, a=a, b=b, pesan=pesan,
        baris_a=baris.baris.id,
    )  # fmt: skip


def _many(
    pk: DokumenSiap,
    laporan: DokumenSiap,
    baris: Sequence[BarisSiap],
    a: tuple[str, str],
    b: tuple[str, str],
    pesan: str,
) -> Temuan:
    nama = f"{len(baris)} indikator (mis. {baris[0].nama})"
    return Temuan(
        kode=ATURAN.kode, kategori="E", tingkat=ATURAN.tingkat, indikator=nama, a=a, b=b, pesan=pesan,
        baris_a=baris[0].baris.id,
    )  # fmt: skip


ATURAN = Aturan(
    kode="DOK008",
    tingkat=TingkatTemuan.GALAT,
    kategori=("E",),
    judul="Indikator PK tidak diukur, atau yang diukur bukan indikator PK",
    alasan="Rata-rata capaian hanya berarti bila setiap indikator PK diukur atau disebut statusnya, dan tidak ada "
    "indikator lain yang ikut dirata-rata.",
    perbaikan="Ukur setiap indikator PK; beri status pada yang belum dapat diukur; pisahkan yang di luar PK.",
    dasar=LAPORAN,
    contoh_buruk="PK memuat 5 indikator, tabel pengukuran memuat 3, rata-rata capaian tidak menyebutnya.",
    contoh_baik="PK memuat 5 indikator; 3 diukur, 2 berstatus belum rilis; rata-rata menyebut 3 dari 5.",
    periksa=check,
    periksa_ke=(8,),
)
