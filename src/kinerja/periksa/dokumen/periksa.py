"""Run the rules over a set of documents."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.periksa.dokumen.daftar import all_checks
from kinerja.periksa.dokumen.kelompok import Kelompok
from kinerja.periksa.dokumen.model import DokumenKinerja, HasilDokumen, PasanganDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Pasang, Perbandingan, build_perbandingan

_URUTAN_KATEGORI = {k: n for n, k in enumerate(("A", "B", "B2", "C", "D", "E", "F", "G", "H", "I", "J", "K"))}


def check_dokumen(
    dokumen: Sequence[DokumenKinerja], *, konteks: Sequence[DokumenKinerja] = (), tahun: int | None = None
) -> HasilDokumen:
    """Compare every document with every other; `konteks` are documents of other years of the same entity.

    >>> from kinerja.periksa.dokumen.model import BarisDokumen, JenisDokumen
    >>> pk = DokumenKinerja("PK", JenisDokumen.PK, "X", 2020, (BarisDokumen("Desa maju", target="75%"),))
    >>> lk = DokumenKinerja("LKjIP", JenisDokumen.LKJIP, "X", 2020, (BarisDokumen("Desa maju", target="70%"),))
    >>> [(t.kode, t.kategori, t.a, t.b) for t in check_dokumen([pk, lk]).temuan]
    [('DOK001', 'A', ('PK', '75%'), ('LKjIP', '70%'))]
    """
    if tahun is None:
        tahun = max((d.tahun for d in dokumen if d.tahun is not None), default=None)
    run = build_perbandingan(dokumen, konteks=konteks, tahun=tahun)
    temuan = {t for periksa in all_checks() for t in periksa(run)}
    nama = tuple(d.nama for d in run.dokumen)
    return HasilDokumen(nama, tuple(_pairs(run)), tuple(sorted(temuan, key=_order)))


def check_kelompok(kelompok: Kelompok) -> HasilDokumen:
    """Check one set as grouped from files.

    >>> check_kelompok(Kelompok("X", 2020, ())).temuan
    ()
    """
    return check_dokumen(kelompok.dokumen, konteks=kelompok.konteks, tahun=kelompok.tahun)


def _order(t: Temuan) -> tuple[object, ...]:
    return (_URUTAN_KATEGORI.get(t.kategori, 99), t.kode, t.indikator, t.a, t.b, t.pesan)


def _pairs(run: Perbandingan) -> list[PasanganDokumen]:
    hasil = [_pair(i.nama, p) for i in run.indikator for p in i.pasang]
    hasil += [_pair(p.a.nama, p) for p in run.sisa]
    return hasil + [_pair(p.a.nama, p) for lapis in run.lapis for p in lapis.pasang]


def _pair(nama: str, p: Pasang) -> PasanganDokumen:
    a, b = ((x.dokumen.nama, x.nama) for x in (p.a, p.b))
    return PasanganDokumen(a, b, nama, p.keyakinan)
