"""DOK013: the sets of indicators of decree, PK and cascade."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.periksa.dokumen.bentuk import IKU, Aturan
from kinerja.periksa.dokumen.model import PK_APA_PUN, JenisDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.periksa.dokumen.susun import SATU_PER_SATU, TIDAK_ADA, list_names
from kinerja.pohon.temuan import TingkatTemuan

_HIMPUNAN = "himpunan indikator"


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Decree against PK, PK against cascade; without a PK, decree against cascade."""
    pk, iku, pohon = run.of(*PK_APA_PUN), run.of(JenisDokumen.IKU), run.of(JenisDokumen.CASCADING)
    for keputusan in iku:
        for lawan in pk[:1] or pohon:
            yield from _compare(run, keputusan, lawan)
    for janji in pk[:1]:
        for cascading in pohon:
            yield from _compare(run, janji, cascading)


def _compare(run: Perbandingan, x: DokumenSiap, y: DokumenSiap) -> Iterator[Temuan]:
    if not x.baris or not y.baris:
        return
    hanya_x, hanya_y = _absent(run, x, y), _absent(run, y, x)
    banyak_x, banyak_y = _count(x.baris), _count(y.baris)
    irisan = banyak_x - _count(hanya_x)
    if x.jenis is JenisDokumen.IKU and 0 < len(hanya_x) <= SATU_PER_SATU:
        for b in hanya_x:
            yield Temuan(
                kode=ATURAN.kode,
                kategori="F",
                tingkat=TingkatTemuan.PERINGATAN,
                indikator=b.nama,
                a=(x.nama, b.nama),
                b=(y.nama, TIDAK_ADA),
                pesan=f"IKU ini tidak ada dalam {y.nama}. IKU adalah bagian dari PK: masukkan, atau cabut IKU-nya.",
                baris_a=b.baris.id,
            )
        return
    if not hanya_x and not hanya_y:
        return
    sempit = irisan * 2 < min(banyak_x, banyak_y)
    wajar = x.jenis is JenisDokumen.IKU and not hanya_x
    # The PK may well hold more than the IKU; much more is worth a look.
    if wajar and banyak_y * 2 <= banyak_x * 3:
        return
    yield Temuan(
        kode=ATURAN.kode,
        kategori="F",
        tingkat=TingkatTemuan.SARAN if wajar else TingkatTemuan.GALAT if sempit else TingkatTemuan.PERINGATAN,
        indikator=_HIMPUNAN,
        a=(x.nama, f"{banyak_x} indikator"),
        b=(y.nama, f"{banyak_y} indikator"),
        pesan=f"Irisan {irisan} indikator.{_only(x, hanya_x)}{_only(y, hanya_y)}",
    )


def _absent(run: Perbandingan, x: DokumenSiap, y: DokumenSiap) -> list[BarisSiap]:
    """Rows that the other document has not, be it in other words, in their place, or joined with a sibling."""
    pengganti = {id(b) for p in run.sisa if y in (p.a.dokumen, p.b.dokumen) for b in (p.a, p.b)}
    return [
        b for b in x.baris if not _found(run, b, y) and id(b) not in pengganti and run.covering(b, y) is None
    ]


def _found(run: Perbandingan, baris: BarisSiap, lain: DokumenSiap) -> bool:
    indikator = run.indikator_of(baris)
    pasang = indikator.pasang if indikator is not None else ()
    return any(p.layak and baris in (p.a, p.b) and lain in (p.a.dokumen, p.b.dokumen) for p in pasang)


def _count(baris: list[BarisSiap]) -> int:
    """Rows as printed: those taken out of one row count once."""
    return len({id(b.asal or b) for b in baris})


def _only(d: DokumenSiap, baris: list[BarisSiap]) -> str:
    return f" Hanya di {d.nama}: {list_names(baris)}." if baris else ""


ATURAN = Aturan(
    kode="DOK013",
    tingkat=TingkatTemuan.PERINGATAN,
    kategori=("F",),
    judul="Himpunan indikator IKU, PK, dan cascading berbeda",
    alasan="IKU adalah ukuran keberhasilan entitas, jadi setiap IKU ada dalam PK dan PK dalam cascading. "
    "Bila irisannya kecil, yang dijanjikan bukan yang diturunkan.",
    perbaikan="Masukkan IKU ke PK dan cascading, atau tetapkan ulang IKU dengan keputusan baru.",
    dasar=IKU,
    contoh_buruk="PK memuat 16 indikator pelayanan, cascading eselon II 15 indikator proses; irisan 0.",
    contoh_baik="7 IKU seluruhnya ada dalam 13 indikator PK dan dalam cascading eselon II.",
    periksa=check,
    periksa_ke=(13,),
)
