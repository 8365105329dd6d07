"""DOK022: one result per indicator and date, whichever table prints it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from kinerja.periksa.dokumen.banding import Banding, compare
from kinerja.periksa.dokumen.bentuk import SAKIP, Aturan
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Indikator, Perbandingan
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.pohon.temuan import TingkatTemuan

# Two quarterly results are taken for exchanged when each is far from its own target and near the other's.
_JAUH, _DEKAT = Decimal("1.4"), Decimal("0.15")


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Within one report, between documents, and between sibling rows of a quarter."""
    for d in run.of(JenisDokumen.LKJIP):
        for pertama, lagi in d.kembar:
            yield from _twice(pertama, lagi)
    for indikator in run.indikator:
        yield from _between(indikator)
    for d in run.of(JenisDokumen.RENAKSI):
        yield from _exchanged(d)


def _twice(pertama: BarisSiap, lagi: BarisSiap) -> Iterator[Temuan]:
    for bidang, a, b in (
        ("realisasi", pertama.realisasi, lagi.realisasi),
        ("capaian", pertama.capaian, lagi.capaian),
        ("target", pertama.isi, lagi.isi),
    ):
        if compare(a, b) is Banding.BEDA:
            yield _finding(
                pertama.nama,
                (_place(pertama), print_sel(a.sel)),
                (_place(lagi), print_sel(b.sel)),
                f"{bidang.capitalize()} indikator ini tercetak dua kali dengan angka berbeda. Ambil dari satu sumber.",
                "K" if bidang != "target" else "B2",
            )
            return


def _place(b: BarisSiap) -> str:
    return f"{b.dokumen.nama} {b.baris.tempat}" if b.baris.tempat else b.dokumen.nama


def _between(indikator: Indikator) -> Iterator[Temuan]:
    for p in indikator.pasang:
        a, b = p.a.realisasi, p.b.realisasi
        if p.pasti and compare(a, b) is Banding.BEDA:
            yield _finding(
                indikator.nama,
                (p.a.dokumen.nama, print_sel(a.sel)),
                (p.b.dokumen.nama, print_sel(b.sel)),
                "Realisasi berbeda antardokumen. Ambil dari satu sumber dengan tanggal data yang sama.",
            )


def _exchanged(d: DokumenSiap) -> Iterator[Temuan]:
    """Two rows under one objective whose results of a quarter have changed places."""
    for x, y in combinations([b for b in d.baris if b.realisasi_tw], 2):
        if x.baris.sasaran != y.baris.sasaran or not x.baris.sasaran:
            continue
        for tw in x.realisasi_tw.keys() & x.tw.keys() & y.realisasi_tw.keys() & y.tw.keys():
            rx, ry = x.realisasi_tw[tw], y.realisasi_tw[tw]
            if _swapped(rx.nilai.angka, x.tw[tw].nilai.angka, ry.nilai.angka, y.tw[tw].nilai.angka):
                yield _finding(
                    x.nama,
                    (f"{d.nama} TW {tw}: {x.nama}", print_sel(rx.sel)),
                    (f"{d.nama} TW {tw}: {y.nama}", print_sel(ry.sel)),
                    f'Realisasi TW {tw} tampak tertukar dengan "{y.nama}". Periksa dan kembalikan ke barisnya.',
                    kode="DOK004",
                )


def _swapped(rx: Decimal | None, tx: Decimal | None, ry: Decimal | None, ty: Decimal | None) -> bool:
    if rx is None or tx is None or ry is None or ty is None or min(rx, tx, ry, ty) <= 0:
        return False
    silang = abs(rx - ty) <= ty * _DEKAT and abs(ry - tx) <= tx * _DEKAT
    return silang and max(rx, tx) >= min(rx, tx) * _JAUH and max(ry, ty) >= min(ry, ty) * _JAUH


def _finding(
    nama: str, a: tuple[str, str], b: tuple[str, str], pesan: str, kategori: str = "K", kode: str = "DOK022"
) -> Temuan:
    tingkat = ATURAN.tingkat if kode == ATURAN.kode else TingkatTemuan.PERINGATAN
    return Temuan(kode=kode, kategori=kategori, tingkat=tingkat, indikator=nama, a=a, b=b, pesan=pesan)


ATURAN = Aturan(
    kode="DOK022",
    tingkat=TingkatTemuan.GALAT,
    kategori=("K", "B2"),
    judul="Satu indikator, dua realisasi",
    alasan="Realisasi adalah satu nilai per indikator per tanggal data. Tabel yang mencetak angka lain membuat semua "
    "angka diragukan.",
    perbaikan="Simpan satu realisasi dengan sumber dan tanggal data; semua tabel mengambil dari sana.",
    dasar=SAKIP,
    contoh_buruk="Halaman 42: 92,46%. Halaman 77: 95,46%. Halaman 110: 86%.",
    contoh_baik="Semua halaman: 92,46% (data 31 Desember).",
    periksa=check,
    periksa_ke=(22,),
)
