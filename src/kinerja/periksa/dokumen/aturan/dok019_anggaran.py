"""DOK019: budgets of one programme in several documents, sums, and amounts printed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from kinerja.nilai import format_angka
from kinerja.padan import read_nama
from kinerja.periksa.dokumen.anggaran import (
    Pagu,
    comparable,
    pair_pagu,
    read_pagu,
    same_amount,
    sum_by_parent,
)
from kinerja.periksa.dokumen.banding import read_isi
from kinerja.periksa.dokumen.bentuk import PERJANJIAN, Aturan
from kinerja.periksa.dokumen.model import PK_APA_PUN, JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.siap import DokumenSiap
from kinerja.periksa.dokumen.susun import TIDAK_ADA
from kinerja.pohon.temuan import TingkatTemuan

PERINGATAN = TingkatTemuan.PERINGATAN
_NAMA_SAMA = 850


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Between documents, then within each."""
    kepala = [d for d in run.kepala if d.dokumen.anggaran]
    for x, y in combinations(kepala, 2):
        yield from _programmes(run, x, y)
    pk = [d for d in kepala if d.jenis in PK_APA_PUN]
    for d in kepala:
        if pk and d not in pk:
            yield from _against_activities(run, pk, d)
    for d in run.dokumen:
        yield from _sums(run, d)
        yield from _twice(run, d)
    yield from _below_head(run)


def _programmes(run: Perbandingan, x: DokumenSiap, y: DokumenSiap) -> Iterator[Temuan]:
    """The same programme with another amount; between a PK and its copy, also programmes of one only."""
    a, b = read_pagu(x, "program"), read_pagu(y, "program")
    if not a or not b or _revised(x, y):
        return
    pasang = pair_pagu(a, b, run.kosakata)
    for p, q in pasang:
        ada = p.rupiah is not None and q.rupiah is not None
        if ada and comparable(p, q) and not same_amount(p, q):
            yield _finding(
                p.baris.nama,
                p.teks,
                q.teks,
                "Pagu program berbeda. Samakan; bila salah satunya anggaran perubahan, tulis tandanya.",
            )
    if {x.jenis, y.jenis} <= PK_APA_PUN:
        yield from _only_one(a, b, pasang)
        yield from _source_of_funds(pasang)


def _revised(x: DokumenSiap, y: DokumenSiap) -> bool:
    """Two versions of the PK, the later of which gives its reason."""
    if x.jenis is not JenisDokumen.PK or y.jenis is not JenisDokumen.PK:
        return False
    baru = max((x.dokumen, y.dokumen), key=lambda d: d.versi or 0)
    return baru.versi is not None and baru.alasan is not None


def _only_one(a: list[Pagu], b: list[Pagu], pasang: list[tuple[Pagu, Pagu]]) -> Iterator[Temuan]:
    ada = {id(p) for dua in pasang for p in dua}
    for daftar, lain in ((a, b), (b, a)):
        for p in daftar:
            if id(p) not in ada:
                tiada = (lain[0].dokumen.nama, TIDAK_ADA.strip("()"))
                kiri, kanan = (p.teks, tiada) if daftar is a else (tiada, p.teks)
                pesan = f"Program ini hanya ada pada {p.dokumen.nama}. Samakan daftar programnya."
                yield _finding(p.baris.nama, kiri, kanan, pesan)


def _source_of_funds(pasang: list[tuple[Pagu, Pagu]]) -> Iterator[Temuan]:
    """Remarks on the source of funds, once however many programmes repeat them."""
    beda: dict[tuple[str, str], tuple[Pagu, Pagu]] = {}
    for p, q in pasang:
        x, y = p.baris.keterangan, q.baris.keterangan
        if x and y and x.casefold().split() != y.casefold().split():
            beda.setdefault((x, y), (p, q))
    for (x, y), (p, q) in beda.items():
        yield _finding(
            "keterangan sumber dana",
            (p.dokumen.nama, x),
            (q.dokumen.nama, y),
            "Keterangan sumber dana berbeda untuk program yang sama. Betulkan keterangannya.",
        )


def _against_activities(run: Perbandingan, pk: list[DokumenSiap], lain: DokumenSiap) -> Iterator[Temuan]:
    """The programmes of the PK against the sum of their activities in another document.

    Where there are several versions of the PK, the sum may be that of any of them.
    """
    program, kegiatan = read_pagu(pk[0], "program"), read_pagu(lain, "kegiatan")
    versi = [pair_pagu(program, read_pagu(d, "program"), run.kosakata) for d in pk[1:]]
    for n, tercetak in sum_by_parent(kegiatan, run.kosakata, program).items():
        anak = _count_once(run, tercetak)
        jumlah = _total(anak) if all(comparable(program[n], a) for a in anak) else None
        sama = [program[n], *(q for pasang in versi for p, q in pasang if p is program[n])]
        pagu = program[n].rupiah
        if pagu is None or jumlah is None or any(p.rupiah is None or jumlah in p.isi.bacaan for p in sama):
            continue
        selisih = format_angka(abs(pagu - jumlah))
        temuan = _finding(
            f"{program[n].baris.nama}: program dan jumlah kegiatan",
            program[n].teks,
            (lain.nama, f"{format_angka(jumlah)} (jumlah {len(anak)} kegiatan)"),
            f"Pagu program tidak sama dengan jumlah kegiatannya; selisih {selisih}. "
            "Lengkapi kegiatannya, atau tandai anggaran murni dan perubahan.",
        )
        yield replace(temuan, lain=tuple(p.teks for p in sama[1:]))


def _count_once(run: Perbandingan, anak: list[Pagu]) -> list[Pagu]:
    """Without activities printed again in a slightly other wording: one that serves several indicators counts once."""
    hasil: list[Pagu] = []
    for p in anak:
        if not any(p.rupiah == q.rupiah and _same_activity(run, p, q) for q in hasil):
            hasil.append(p)
    return hasil


def _same_activity(run: Perbandingan, p: Pagu, q: Pagu) -> bool:
    mirip = run.kosakata.similarity(p.baris.nama, q.baris.nama) >= _NAMA_SAMA
    return mirip and p.baris.induk == q.baris.induk


def _total(pagu: list[Pagu]) -> Decimal | None:
    angka = [p.rupiah for p in pagu]
    return None if not angka or None in angka else sum((n for n in angka if n is not None), Decimal(0))


def _sums(run: Perbandingan, d: DokumenSiap) -> Iterator[Temuan]:
    """Printed totals, and parents whose children stand in the same document."""
    semua = read_pagu(d)
    atas = [p for p in semua if not p.baris.induk]
    jumlah, cetak = _total(atas), read_isi([d.dokumen.total])[0]
    if jumlah is not None and cetak.bacaan and jumlah not in cetak.bacaan:
        yield _finding(
            "total anggaran",
            (f"{d.nama} (total tercetak)", print_sel(d.dokumen.total)),
            (f"{d.nama} (jumlah {len(atas)} baris)", format_angka(jumlah)),
            "Total yang tercetak tidak sama dengan jumlah barisnya. Hitung ulang totalnya.",
        )
    berkode = [p for p in semua if p.baris.kode]
    for n, anak in sum_by_parent([p for p in semua if p.baris.induk], run.kosakata, berkode).items():
        induk, jumlah = berkode[n], _total(anak)
        if jumlah is not None and induk.rupiah is not None and jumlah not in induk.isi.bacaan:
            yield _finding(
                f"{induk.baris.kode} {induk.baris.nama}",
                (d.nama, print_sel(induk.baris.pagu)),
                (f"{d.nama} (jumlah {len(anak)} anak)", format_angka(jumlah)),
                "Pagu tidak sama dengan jumlah pagu di bawahnya. Samakan.",
            )


def _twice(run: Perbandingan, d: DokumenSiap) -> Iterator[Temuan]:
    """One activity with two amounts, and one amount under two wordings of one activity."""
    kegiatan = [p for p in read_pagu(d, "kegiatan") if p.rupiah is not None]
    per_nama: dict[str, list[Pagu]] = defaultdict(list)
    for p in kegiatan:
        per_nama[read_nama(p.baris.nama).kunci].append(p)
    for daftar in per_nama.values():
        p = daftar[0]
        q = next((x for x in daftar[1:] if not same_amount(p, x)), None)
        if q is not None and p.baris.kode == q.baris.kode:
            pesan = "Satu kegiatan tercetak dengan dua pagu. Pakai satu pagu."
            yield _finding(p.baris.nama, _where(p), _where(q), pesan)
    per_rupiah: dict[Decimal, list[Pagu]] = defaultdict(list)
    for daftar in per_nama.values():
        if daftar[0].rupiah is not None:
            per_rupiah[daftar[0].rupiah].append(daftar[0])
    for daftar in per_rupiah.values():
        for p, q in combinations(daftar, 2):
            if _same_activity(run, p, q):
                pesan = f'Pagu yang sama tercetak juga sebagai "{q.baris.nama}". Hitung sekali.'
                yield _finding(p.baris.nama, _where(p), _where(q), pesan)


def _where(p: Pagu) -> tuple[str, str]:
    tempat = f"{p.dokumen.nama} {p.baris.tempat}" if p.baris.tempat else p.dokumen.nama
    return (tempat, print_sel(p.baris.pagu))


def _below_head(run: Perbandingan) -> Iterator[Temuan]:
    """Programmes of the posts may not add up to more than the head has."""
    for pk in run.of(JenisDokumen.PK, JenisDokumen.PK_SALINAN)[:1]:
        program = read_pagu(pk, "program")
        bawah = [d for d in run.dokumen if d.jenis in PK_APA_PUN and d.dokumen.eselon != "II"]
        per_program: dict[int, list[Pagu]] = defaultdict(list)
        for d in bawah:
            for p, q in pair_pagu(program, read_pagu(d, "program"), run.kosakata):
                per_program[program.index(p)].append(q)
        for n, anak in sorted(per_program.items()):
            jumlah, induk = _total(anak), program[n]
            if jumlah is not None and induk.rupiah is not None and jumlah > max(induk.isi.bacaan):
                yield _finding(
                    induk.baris.nama,
                    induk.teks,
                    (", ".join(p.dokumen.nama for p in anak), format_angka(jumlah)),
                    "Jumlah pagu PK di bawahnya melebihi pagu PK pimpinan. Bagi habis pagunya.",
                )


def _finding(nama: str, a: tuple[str, str], b: tuple[str, str], pesan: str) -> Temuan:
    return Temuan(kode=ATURAN.kode, kategori="I", tingkat=PERINGATAN, indikator=nama, a=a, b=b, pesan=pesan)


ATURAN = Aturan(
    kode="DOK019",
    tingkat=PERINGATAN,
    kategori=("I",),
    judul="Anggaran berbeda antardokumen atau tidak berjumlah",
    alasan="Pagu program sama dengan jumlah kegiatannya dan sama di semua dokumen; anggaran murni dan perubahan "
    "berdampingan dengan tanda; pagu yang mendukung beberapa indikator dihitung sekali.",
    perbaikan="Samakan dengan dokumen anggaran yang berlaku, atau tandai murni dan perubahan.",
    dasar=PERJANJIAN,
    contoh_buruk="PK bertanda tangan: 49.898.816.000. Salinannya di LKjIP: 44.534.967.200.",
    contoh_baik="PK: 49.898.816.000 (murni), 44.534.967.200 (perubahan); jumlah kegiatan sama dengan yang berlaku.",
    periksa=check,
    periksa_ke=(19,),
)
