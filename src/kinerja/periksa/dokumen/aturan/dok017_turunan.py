"""DOK017: the PK and the cascade of a post against the PK of the head, and against each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.periksa.dokumen.banding import Banding, compare
from kinerja.periksa.dokumen.bentuk import PENJENJANGAN, Aturan
from kinerja.periksa.dokumen.model import Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Hubungan, Lapis, Pasang, Perbandingan
from kinerja.periksa.dokumen.satuan import BedaSatuan
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.periksa.dokumen.susun import SATU_PER_SATU, list_names, unit_difference
from kinerja.pohon.temuan import TingkatTemuan

# A share of one post is usually far below the whole; nearer than this it is the whole, typed again.
_TERKECIL, _TERBESAR = Decimal("0.5"), Decimal(2)


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Targets that a post should have in common with its head, or with its own cascade."""
    for lapis in run.lapis:
        if lapis.hubungan is Hubungan.TURUNAN:
            yield from _below_head(run, lapis)
        elif lapis.hubungan is Hubungan.SEJABATAN:
            yield from _same_post(run, lapis)


def _below_head(run: Perbandingan, lapis: Lapis) -> Iterator[Temuan]:
    beda = [p for p in lapis.pasang if p.pasti and _retyped(p) and not _shared_out(run, lapis, p)]
    if len(beda) > SATU_PER_SATU:
        p = beda[0]
        sama = sum(p.pasti and _number(p.b) is not None for p in lapis.pasang)
        daftar = "; ".join(f"{x.b.nama} {print_sel(x.a.isi.sel)} / {print_sel(x.b.isi.sel)}" for x in beda)
        yield _finding(
            p, f"{len(beda)} dari {sama} target yang sama berbeda dari PK pimpinannya: {daftar}. Samakan."
        )
        return
    for p in beda:
        yield _finding(p, f"{p.b.dokumen.nama} memakai target lain daripada {p.a.dokumen.nama}. Samakan.")


def _retyped(p: Pasang) -> bool:
    """The same measure with another value of the same size."""
    if compare(p.a.isi, p.b.isi) is not Banding.BEDA or unit_difference(p) is not BedaSatuan.SAMA:
        return False
    a, b = _number(p.a), _number(p.b)
    if a is None or b is None or a <= 0:
        return a is None and b is None
    return _TERKECIL <= b / a <= _TERBESAR


def _number(b: BarisSiap) -> Decimal | None:
    return None if b.majemuk else b.isi.nilai.angka


def _shared_out(run: Perbandingan, lapis: Lapis, p: Pasang) -> bool:
    """Other posts have the rest: together they make up the head's target."""
    total, banyak = Decimal(0), 0
    for lain in run.lapis:
        if lain.hubungan is Hubungan.TURUNAN and lain.a is lapis.a:
            for q in lain.pasang:
                angka = _number(q.b) if q.a is p.a and q.pasti else None
                if angka is not None:
                    total, banyak = total + angka, banyak + 1
    return banyak > 1 and total == _number(p.a)


def _same_post(run: Perbandingan, lapis: Lapis) -> Iterator[Temuan]:
    """The PK of a post and its cascade: values, rows made one, and rows that only one of them has."""
    for p in lapis.pasang:
        if p.layak and compare(p.a.isi, p.b.isi) is Banding.BEDA and not _parts(lapis, p, run):
            yield _finding(p, "PK dan cascading jabatan ini berbeda target. Samakan.")
    gabung = {id(x) for p in lapis.pasang for x in _parts(lapis, p, run)}
    for p in lapis.pasang:
        bagian = _parts(lapis, p, run)
        if len(bagian) > 1 and not _adds_up(bagian, p.b):
            nilai = " + ".join(print_sel(x.isi.sel) for x in bagian)
            yield Temuan(
                kode=ATURAN.kode,
                kategori="J",
                tingkat=ATURAN.tingkat,
                indikator=p.b.nama,
                a=(lapis.a.nama, nilai),
                b=(lapis.b.nama, print_sel(p.b.isi.sel)),
                pesan=f"{len(bagian)} indikator PK digabung menjadi satu dalam cascading, dan targetnya bukan "
                "jumlahnya. Pakai susunan dan target yang sama.",
                baris_a=bagian[0].baris.id,
                baris_b=p.b.baris.id,
            )
    yield from _other_rows(lapis, gabung)


def _parts(lapis: Lapis, p: Pasang, run: Perbandingan) -> list[BarisSiap]:
    """The rows of the PK that one row of the cascade says together."""
    sendiri = {id(q.a) for q in lapis.pasang if q.b is not p.b}
    hasil = [x for x in lapis.a.baris if id(x) not in sendiri and run.covering(x, lapis.b) is p.b]
    return hasil if p.a in hasil and len(hasil) > 1 else []


def _adds_up(bagian: list[BarisSiap], gabung: BarisSiap) -> bool:
    angka = [_number(x) for x in bagian]
    return all(n is not None for n in angka) and sum(n for n in angka if n is not None) in gabung.isi.bacaan


def _other_rows(lapis: Lapis, gabung: set[int]) -> Iterator[Temuan]:
    jodoh = {id(x) for p in lapis.pasang if p.layak for x in (p.a, p.b)} | gabung
    hanya_a = [b for b in lapis.a.baris if id(b) not in jodoh]
    hanya_b = [b for b in lapis.b.baris if id(b) not in jodoh]
    if len(hanya_a) * 2 <= len(lapis.a.baris) or not hanya_b:
        return
    yield Temuan(
        kode=ATURAN.kode,
        kategori="J",
        tingkat=ATURAN.tingkat,
        indikator=lapis.a.dokumen.pemilik or lapis.a.nama,
        a=(lapis.a.nama, _targets(lapis.a, hanya_a)),
        b=(lapis.b.nama, _targets(lapis.b, hanya_b)),
        pesan=f"PK dan cascading jabatan ini memuat indikator yang berbeda. Hanya di PK: {list_names(hanya_a)}. "
        f"Hanya di cascading: {list_names(hanya_b)}.",
    )


def _targets(d: DokumenSiap, baris: list[BarisSiap]) -> str:
    return "; ".join(print_sel(b.isi.sel) for b in baris)


def _finding(p: Pasang, pesan: str) -> Temuan:
    return Temuan(
        kode=ATURAN.kode,
        kategori="J",
        tingkat=ATURAN.tingkat,
        indikator=p.b.nama,
        a=(p.a.dokumen.nama, print_sel(p.a.isi.sel)),
        b=(p.b.dokumen.nama, print_sel(p.b.isi.sel)),
        pesan=pesan,
        baris_a=p.a.baris.id,
        baris_b=p.b.baris.id,
    )


ATURAN = Aturan(
    kode="DOK017",
    tingkat=TingkatTemuan.PERINGATAN,
    kategori=("J",),
    judul="Target turunan berbeda dari pimpinannya atau dari cascading jabatan itu",
    alasan="Target yang sama diketik ulang per jenjang. Bila PK kepala bidang lebih rendah dari PK kepala dinas untuk "
    "ukuran yang sama, tidak ada yang menanggung selisihnya.",
    perbaikan="Samakan, bagi habis di antara bidang, atau tulis alasan selisihnya.",
    dasar=PENJENJANGAN,
    contoh_buruk="PK kepala dinas: produksi daging 768.495 ton. PK kepala bidang produksi: 741.709 ton.",
    contoh_baik="PK kepala bidang produksi: 768.495 ton; cascading bidang itu menyebut angka yang sama.",
    periksa=check,
    periksa_ke=(17,),
)
