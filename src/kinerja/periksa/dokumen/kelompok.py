"""Sort documents into sets of one entity and one year, the sets that are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kinerja.padan import read_nama
from kinerja.periksa.dokumen.model import DokumenKinerja, JenisDokumen


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The documents of one entity for one year; `konteks` are its documents of other years."""

    entitas: str
    tahun: int | None
    dokumen: tuple[DokumenKinerja, ...]
    konteks: tuple[DokumenKinerja, ...] = field(default=())

    def named(self, teks: str) -> bool:
        """Whether a text picks this entity: a part of its name or key, or words of its name.

        >>> Kelompok("Dinas Perhubungan Kota X", 2020, ()).named("perhubungan kota")
        True
        """
        cari = teks.casefold().strip()
        nama = {self.entitas, *(d.entitas for d in self.dokumen), *(d.kunci or "" for d in self.dokumen)}
        kata = entity_key(teks)
        return any(cari in n.casefold() or (bool(kata) and kata <= entity_key(n)) for n in nama)


def group_dokumen(
    dokumen: Sequence[DokumenKinerja], *, satu_entitas: bool = False, tahun: int | None = None
) -> list[Kelompok]:
    """Sets per entity and year, ordered by both.

    Entities are the same when their names have the same words or when their documents share a key. With
    `satu_entitas` all documents are taken for one entity, however its name is written.

    >>> pk = DokumenKinerja("PK", JenisDokumen.PK, "Dinas Pemuda dan Olahraga", 2017)
    >>> iku = DokumenKinerja("IKU", JenisDokumen.IKU, "Dinas Olahraga & Pemuda", None, tahun_mulai=2013)
    >>> [(k.tahun, len(k.dokumen)) for k in group_dokumen([pk, iku])]
    [(2017, 2)]
    """
    per_entitas = [list(dokumen)] if satu_entitas and dokumen else _by_entity(dokumen)
    hasil = [k for isi in per_entitas for k in _by_year(isi)]
    pilih = [k for k in hasil if tahun is None or k.tahun == tahun]
    return sorted(pilih, key=lambda k: (k.entitas.casefold(), k.tahun or 0))


def same_entity(per_berkas: Sequence[Sequence[DokumenKinerja]]) -> bool:
    """Whether files were given as documents of one entity, however each writes its name.

    That is so when every file holds one entity, and no two of them are the same kind of document.

    >>> pk = DokumenKinerja("PK", JenisDokumen.PK, "Dinas Perhubungan", 2020)
    >>> lk = DokumenKinerja("LKjIP", JenisDokumen.LKJIP, "Dishub", 2020)
    >>> same_entity([[pk], [lk]]), same_entity([[pk], [pk]]), same_entity([[pk, lk]])
    (True, False, False)
    """
    per_jenis: set[tuple[object, ...]] = set()
    for dokumen in per_berkas:
        if len({entity_key(d.entitas) for d in dokumen}) != 1:
            return False
        jenis = {(d.jenis, d.eselon, d.pemilik) for d in dokumen}
        if per_jenis & jenis:
            return False
        per_jenis |= jenis
    return len(per_berkas) > 1


def entity_key(entitas: str) -> frozenset[str]:
    """The words of an entity's name, in any order.

    >>> entity_key("Dinas Kesehatan Kab. X") == entity_key("DINAS KESEHATAN KABUPATEN X")
    True
    """
    return frozenset(k.asli for k in read_nama(entitas).kata)


def _by_entity(dokumen: Iterable[DokumenKinerja]) -> list[list[DokumenKinerja]]:
    kelompok: list[tuple[set[object], list[DokumenKinerja]]] = []
    for d in dokumen:
        tanda: set[object] = {entity_key(d.entitas)} | ({_stable_key(d.kunci)} if d.kunci else set())
        isi = [d]
        for lama in [k for k in kelompok if k[0] & tanda]:
            kelompok.remove(lama)
            tanda |= lama[0]
            isi = lama[1] + isi
        kelompok.append((tanda, isi))
    return [isi for _, isi in kelompok]


def _stable_key(kunci: str) -> str:
    """A key without the year behind it."""
    awal, _, akhir = kunci.rpartition("-")
    return awal if awal and akhir.isdigit() else kunci


def _by_year(dokumen: Sequence[DokumenKinerja]) -> list[Kelompok]:
    tahun_list = sorted({d.tahun for d in dokumen if d.tahun is not None})
    lepas = [d for d in dokumen if d.tahun is None and d.jenis is not JenisDokumen.IKU]
    iku = [d for d in dokumen if d.tahun is None and d.jenis is JenisDokumen.IKU]
    if not tahun_list:
        tahun_list = sorted({d.tahun_mulai for d in iku if d.tahun_mulai is not None})
    nama = _name(dokumen)
    if not tahun_list:
        return [Kelompok(nama, None, tuple(dokumen))]
    hasil = []
    for tahun in tahun_list:
        isi = [d for d in dokumen if d.tahun == tahun]
        isi += [d for d in lepas if len(tahun_list) == 1 or tahun == tahun_list[-1]]
        isi += [d for d in iku if _holds(d, tahun, tahun_list)]
        konteks = tuple(d for d in dokumen if not any(d is x for x in isi))
        hasil.append(Kelompok(nama, tahun, tuple(isi), konteks))
    return hasil


def _name(dokumen: Sequence[DokumenKinerja]) -> str:
    """The fullest way in which the entity is written."""
    return max((d.entitas for d in dokumen), key=lambda n: (len(n), n))


def _holds(iku: DokumenKinerja, tahun: int, tahun_list: Sequence[int]) -> bool:
    """A decree holds from its year on, or within its period.

    One that is too early or late for every year given is compared with the nearest, because it was given.
    """
    berlaku = [t for t in tahun_list if _in_force(iku, t)]
    return tahun in berlaku if berlaku else tahun == _nearest(iku, tahun_list)


def _in_force(iku: DokumenKinerja, tahun: int) -> bool:
    if iku.tahun_mulai is None:
        return True
    akhir = iku.tahun_akhir
    berjangka = akhir is not None and akhir > iku.tahun_mulai
    return iku.tahun_mulai <= tahun and (not berjangka or tahun <= (akhir or tahun))


def _nearest(iku: DokumenKinerja, tahun_list: Sequence[int]) -> int:
    mulai = iku.tahun_mulai or 0
    return min(tahun_list, key=lambda t: (abs(t - mulai), t))
