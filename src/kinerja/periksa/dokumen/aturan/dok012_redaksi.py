"""DOK012: one indicator or objective in other words: a correction of spelling, or another indicator?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from kinerja.padan import Nama, read_nama
from kinerja.padan.kata import BOBOT_ISI, Kata, kamus
from kinerja.periksa.dokumen.bentuk import INDIKATOR, Aturan
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Pasang, Perbandingan
from kinerja.periksa.dokumen.satuan import BedaSatuan, without_unit
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.periksa.dokumen.susun import list_names, partners, unit_difference
from kinerja.pohon.temuan import TingkatTemuan

PERINGATAN, SARAN = TingkatTemuan.PERINGATAN, TingkatTemuan.SARAN
_SASARAN_SAMA = 700
_PILIH = "Pilih: perbaikan ejaan, atau indikator baru dengan identitas sendiri."


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Wording of indicators, indicators made one, and terms."""
    gabung = list(_made_one(run))
    yield from (t for t, _ in gabung)
    yield from _wording(run, {id(b) for _, b in gabung})
    for p in run.sisa:
        if read_nama(p.a.nama).kunci != read_nama(p.b.nama).kunci and not _seen_from_first(run, p):
            pesan = f'Indikator di tempat yang sama berganti: "{p.a.nama}" menjadi "{p.b.nama}". {_PILIH}'
            yield _finding([(p.a, p.b)], pesan, PERINGATAN)
    yield from _terms(run)


def _seen_from_first(run: Perbandingan, p: Pasang) -> bool:
    """The first document has a row for one of the two; then it is compared with that."""
    utama = run.kepala[0]
    return p.a.dokumen is not utama and any(run.paired(b, utama) is not None for b in (p.a, p.b))


def _wording(run: Perbandingan, gabung: set[int]) -> Iterator[Temuan]:
    """The first document, usually the PK, against every other; what differs in the same words is one finding."""
    rak: dict[tuple[object, ...], list[tuple[BarisSiap, BarisSiap]]] = defaultdict(list)
    isi: dict[tuple[object, ...], tuple[str, TingkatTemuan]] = {}
    for indikator in run.indikator:
        acuan = indikator.baris[0]
        for lain, p in partners(indikator, acuan):
            lewat = {id(acuan), id(lain)} & gabung or not (p.layak or _same_objective(run, acuan, lain))
            beda = None if lewat else _describe(run, acuan, lain, p)
            if beda is not None:
                kunci, pesan, tingkat = beda
                rak[acuan.dokumen.nama, kunci].append((acuan, lain))
                isi.setdefault((acuan.dokumen.nama, kunci), (pesan, tingkat))
    for kunci_rak, baris in rak.items():
        pesan, tingkat = isi[kunci_rak]
        yield _finding(baris, f"Redaksi berbeda: {pesan}. {_PILIH}", tingkat)


def _same_objective(run: Perbandingan, a: BarisSiap, b: BarisSiap) -> bool:
    x, y = a.baris.sasaran, b.baris.sasaran
    return bool(x and y) and run.kosakata.similarity(x or "", y or "") >= _SASARAN_SAMA


def _describe(
    run: Perbandingan, a: BarisSiap, b: BarisSiap, p: Pasang
) -> tuple[object, str, TingkatTemuan] | None:
    """What differs in meaning; None for spelling, small words, units, and what a report leaves out."""
    beda = run.kosakata.difference(without_unit(a.nama), without_unit(b.nama))
    hanya_a, hanya_b = _content(beda.a), _content(beda.b)
    kunci = (frozenset(k.akar for k in hanya_a), frozenset(k.akar for k in hanya_b))
    if hanya_a and hanya_b:
        pesan = f"{_quote(hanya_a)} pada {a.dokumen.nama}, {_quote(hanya_b)} pada {b.dokumen.nama}"
        return kunci, pesan, PERINGATAN
    if (ukuran := _other_measure(a, b, p)) is not None:
        return (a.nama, "ukuran"), ukuran, PERINGATAN
    laporan = JenisDokumen.LKJIP in (a.dokumen.jenis, b.dokumen.jenis)
    inti = [k for k in (*hanya_a, *hanya_b) if not k.kurung]
    if inti and not laporan:
        satu = a if hanya_a else b
        return kunci, f"hanya {satu.dokumen.nama} menyebut {_quote(inti)}", SARAN
    return None


def _content(kata: Iterable[Kata]) -> list[Kata]:
    return [k for k in kata if k.bobot == BOBOT_ISI and not k.asli.isdigit()]


def _quote(kata: Iterable[Kata]) -> str:
    return " ".join(f'"{k.asli}"' for k in kata)


def _other_measure(a: BarisSiap, b: BarisSiap, p: Pasang) -> str | None:
    """A share made a count, or the reverse, where no unit says so already."""
    ukuran = (read_nama(a.nama).ukuran, read_nama(b.nama).ukuran)
    if None in ukuran or ukuran[0] == ukuran[1] or unit_difference(p) is not BedaSatuan.SAMA:
        return None
    return f"diukur sebagai {ukuran[0]} pada {a.dokumen.nama}, sebagai {ukuran[1]} pada {b.dokumen.nama}"


def _finding(pasang: Sequence[tuple[BarisSiap, BarisSiap]], pesan: str, tingkat: TingkatTemuan) -> Temuan:
    a, b = pasang[0]
    lain = [(x.dokumen.nama, x.baris.indikator) for _, x in pasang[1:]]
    indikator = list(dict.fromkeys(x.nama for x, _ in pasang))
    sama = f" Sama pada {len(indikator)} indikator." if len(indikator) > 1 else ""
    return Temuan(
        kode=ATURAN.kode,
        kategori="G",
        tingkat=tingkat,
        indikator=a.nama,
        a=(a.dokumen.nama, a.baris.indikator),
        b=(b.dokumen.nama, b.baris.indikator),
        lain=tuple(lain),
        pesan=pesan + sama,
        baris_a=a.baris.id,
        baris_b=b.baris.id,
    )


def _made_one(run: Perbandingan) -> Iterator[tuple[Temuan, BarisSiap]]:
    """Two rows here, one row there that says both; once for all documents that have the two."""
    rak: dict[tuple[int, tuple[str, ...]], list[tuple[list[BarisSiap], BarisSiap]]] = defaultdict(list)
    for x, y in product(run.kepala, repeat=2):
        if x is not y and JenisDokumen.LKJIP not in (x.jenis, y.jenis):
            for pecah, gabung in _joined(run, x, y):
                rak[id(gabung), tuple(read_nama(b.nama).kunci for b in pecah)].append((pecah, gabung))
    for daftar in rak.values():
        pecah, gabung = daftar[0]
        x, y = pecah[0].dokumen, gabung.dokumen
        lain = tuple((p[0].dokumen.nama, list_names(p)) for p, _ in daftar[1:])
        temuan = Temuan(
            kode=ATURAN.kode,
            kategori="G",
            tingkat=PERINGATAN,
            indikator=gabung.nama,
            a=(x.nama, list_names(pecah)),
            b=(y.nama, gabung.baris.indikator),
            lain=lain,
            pesan=f"{len(pecah)} indikator pada {x.nama} menjadi satu pada {y.nama}. Pakai susunan yang sama.",
            baris_a=pecah[0].baris.id,
            baris_b=gabung.baris.id,
        )
        yield temuan, gabung


def _joined(run: Perbandingan, x: DokumenSiap, y: DokumenSiap) -> Iterator[tuple[list[BarisSiap], BarisSiap]]:
    for sisa in (b for b in x.baris if run.paired(b, y) is None and b.asal is None):
        gabung = run.covering(sisa, y)
        jodoh = run.paired(gabung, x) if gabung is not None and gabung.asal is None else None
        if gabung is not None and jodoh is not None and run.covering(jodoh, y) is gabung:
            yield sorted([jodoh, sisa], key=x.baris.index), gabung


def _terms(run: Perbandingan) -> Iterator[Temuan]:
    """Two terms for one thing, once however many documents and rows repeat them."""
    istilah = kamus().istilah
    pakai: dict[str, dict[str, list[BarisSiap]]] = defaultdict(lambda: defaultdict(list))
    for i in run.indikator:
        for b in i.baris if len(i.baris) > 1 else ():
            for baku, kata in _used(read_nama(b.nama), istilah).items():
                pakai[baku][kata].append(b)
    for per_kata in pakai.values():
        if len(per_kata) < 2:
            continue
        (kata_a, banyak), (kata_b, sedikit), *_ = sorted(per_kata.items(), key=lambda k: (-len(k[1]), k[0]))
        dokumen = list(dict.fromkeys(x.dokumen.nama for x in sedikit))
        yield Temuan(
            kode=ATURAN.kode,
            kategori="G",
            tingkat=SARAN,
            indikator=f'istilah "{kata_b}"',
            a=(banyak[0].dokumen.nama, banyak[0].nama),
            b=(sedikit[0].dokumen.nama, sedikit[0].nama),
            lain=tuple((x.dokumen.nama, x.nama) for x in sedikit[1:]),
            pesan=f'"{kata_b}" pada {", ".join(dokumen)}, "{kata_a}" pada dokumen lain. Pakai satu istilah.',
        )


def _used(nama: Nama, istilah: dict[str, str]) -> dict[str, str]:
    return {istilah[k.asli]: k.asli for k in nama.kata if k.asli in istilah}


ATURAN = Aturan(
    kode="DOK012",
    tingkat=PERINGATAN,
    kategori=("G",),
    judul="Redaksi indikator berbeda antardokumen",
    alasan="Satu kata dapat mengganti yang diukur: di luar dana BOS atau di luar dana DAK mengubah penyebutnya. "
    "Identitas indikator tidak bergantung pada teksnya, jadi setiap perubahan redaksi harus diputuskan.",
    perbaikan="Tetapkan sebagai perbaikan ejaan (versi) atau sebagai indikator baru.",
    dasar=INDIKATOR,
    contoh_buruk="PK: proporsi PAD (di luar dana BOS). LKjIP: proporsi PAD (di luar dana DAK).",
    contoh_baik="PK dan LKjIP memakai redaksi kamus indikator.",
    periksa=check,
    periksa_ke=(12,),
)
