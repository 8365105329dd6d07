"""All documents of a unit and year against each other: the rules between documents, put on the rows they speak of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kinerja import pohon
from kinerja.periksa.dokumen import DokumenKinerja, Temuan, all_aturan, check_dokumen
from sakip.apps.perencanaan.checks.ingat import Ingatan
from sakip.platform.temuan.daftar import documents_of
from sakip.platform.temuan.model import (
    Alamat,
    BarisTerpasang,
    DokumenTerpasang,
    ObjekTemuan,
    SasaranTemuan,
    TemuanTerpasang,
    build_kunci,
)

#: A tree among the documents is checked by the rules of trees.
JUDUL = {a.kode: a.judul for a in pohon.all_aturan()} | {a.kode: a.judul for a in all_aturan()}
DASAR = {a.kode: a.dasar for a in pohon.all_aturan()} | {a.kode: a.dasar for a in all_aturan()}
#: Rules that take two rows for one indicator by their wording or their place.
SEREDAKSI = frozenset({"DOK012"})
#: The rule between two versions of one agreement.
TANPA_ALASAN = "DOK002"
#: The rules between documents call their lowest severity a note.
TINGKAT = {"catatan": "saran"}
#: A few cities' worth of units.
_INGAT = Ingatan[tuple[Temuan, ...]](256)


def konsistensi(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    """Every difference between documents, unit by unit."""
    per_unit: dict[int, list[DokumenTerpasang]] = {}
    for satu in documents_of(sasaran):
        per_unit.setdefault(satu.unit_id, []).append(satu)
    for unit_id, daftar in per_unit.items():
        yield from compare(unit_id, daftar)


def compare(unit_id: int, daftar: Sequence[DokumenTerpasang]) -> Iterable[TemuanTerpasang]:
    """The differences between the documents of one unit."""
    if not daftar:
        return
    tahun = next((d.dokumen.tahun for d in daftar if d.dokumen.tahun is not None), None)
    baris: dict[str, tuple[DokumenTerpasang, BarisTerpasang]] = {
        kunci: (d, b) for d in daftar for kunci, b in d.baris.items()
    }
    nama: dict[str, list[DokumenTerpasang]] = {}
    for d in daftar:
        nama.setdefault(d.dokumen.nama, []).append(d)
    for temuan in _differences(daftar, tahun):
        if temuan.kode in SEREDAKSI and _known_apart(temuan, baris):
            continue
        yield _install(temuan, unit_id, daftar, baris, nama)


def _differences(daftar: Sequence[DokumenTerpasang], tahun: int | None) -> Iterable[Temuan]:
    """Differences between the documents in force; those they superseded only explain why a value lags behind."""
    kini = [d.dokumen for d in daftar if not d.digantikan]
    hasil = _check(kini, tahun)
    if len(kini) == len(daftar):
        return hasil
    semua = _check([d.dokumen for d in daftar], tahun)
    tahu: dict[tuple[str, str | None, str | None], Temuan] = {
        (t.kode, t.baris_a, t.baris_b): t for t in semua if t.baris_a and t.baris_b
    }
    jelas = [(t, tahu.get((t.kode, t.baris_a, t.baris_b), t)) for t in hasil]
    return [
        *(replace(t, tingkat=lain.tingkat, pesan=lain.pesan) for t, lain in jelas),
        *(t for t in semua if t.kode == TANPA_ALASAN),
    ]


def _check(dokumen: Sequence[DokumenKinerja], tahun: int | None) -> tuple[Temuan, ...]:
    return _INGAT.recall((tahun, *dokumen), lambda: check_dokumen(dokumen, tahun=tahun).temuan)


def _known_apart(temuan: Temuan, baris: Mapping[str, tuple[DokumenTerpasang, BarisTerpasang]]) -> bool:
    """Whether the dictionary answers what the rule only suspects: who is one indicator is known by identity here.

    Kept are two wordings of one identity, and rows that are in no dictionary.
    """
    dua = [
        None if kunci is None or kunci not in baris else baris[kunci][1].indikator_uid
        for kunci in (temuan.baris_a, temuan.baris_b)
    ]
    if dua[0] is None and dua[1] is None:
        return False
    if dua[0] != dua[1]:
        return True
    # One of several joined rows says the same: nothing was reworded.
    return temuan.b[1] in temuan.a[1].split("; ") or temuan.a[1] in temuan.b[1].split("; ")


def _install(
    temuan: Temuan,
    unit_id: int,
    daftar: Sequence[DokumenTerpasang],
    baris: Mapping[str, tuple[DokumenTerpasang, BarisTerpasang]],
    nama: Mapping[str, Sequence[DokumenTerpasang]],
) -> TemuanTerpasang:
    di = [baris[kunci] for kunci in (temuan.baris_b, temuan.baris_a) if kunci is not None and kunci in baris]
    sebut = [temuan.b[0], temuan.a[0], *(satu for satu, _ in temuan.lain)]
    disebut = [d for satu in sebut for d in _named(satu, nama)]
    dokumen, tempat = di[0] if di else ((disebut or list(daftar))[0], BarisTerpasang())
    if dokumen.digantikan:
        dokumen, tempat = next(
            ((d, BarisTerpasang()) for d in disebut if not d.digantikan), (dokumen, tempat)
        )
    objek = dokumen.objek
    indikator = next((b.indikator_uid for _, b in di if b.indikator_uid), None)
    return TemuanTerpasang(
        kode=temuan.kode,
        tingkat=TINGKAT.get(temuan.tingkat.value, temuan.tingkat.value),
        judul=JUDUL[temuan.kode],
        pesan=_sentence(temuan),
        objek=objek,
        unit_id=unit_id,
        kunci=build_kunci(
            temuan.kode,
            objek.uid,
            indikator or temuan.indikator,
            temuan.a[0],
            temuan.b[0],
        ),
        bidang="target",
        simpul_uid=tempat.simpul_uid,
        indikator_uid=indikator,
        label=temuan.indikator,
        alamat=_address(tempat, dokumen),
        dasar=DASAR[temuan.kode],
        menyentuh=frozenset({objek.uid, *(d.objek.uid for d in disebut), *(d.objek.uid for d, _ in di)}),
        isi=(*temuan.a, *temuan.b, *(isi for satu in temuan.lain for isi in satu)),
    )


def _address(tempat: BarisTerpasang, dokumen: DokumenTerpasang) -> Alamat | None:
    return tempat.alamat or dokumen.alamat


def _named(nama: str, semua: Mapping[str, Sequence[DokumenTerpasang]]) -> Sequence[DokumenTerpasang]:
    """The documents of a name; the comparison adds a version or number where several are called alike."""
    if nama in semua:
        return semua[nama]
    return next((isi for pokok, isi in semua.items() if nama.startswith(f"{pokok} ")), ())


def _sentence(temuan: Temuan) -> str:
    """The message with the two values as printed, unless it repeats them already."""
    if temuan.a[1] in temuan.pesan and temuan.b[1] in temuan.pesan:
        return temuan.pesan
    return f"{temuan.a[0]}: {temuan.a[1]}; {temuan.b[0]}: {temuan.b[1]}. {temuan.pesan}"


__all__ = ["ObjekTemuan", "compare", "konsistensi"]
