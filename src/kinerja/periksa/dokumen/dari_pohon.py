"""A performance tree as documents that can be compared with a PK."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.periksa.dokumen.model import BarisDokumen, DokumenKinerja, JenisDokumen
from kinerja.pohon.model import IndikatorPohon, Pohon, SimpulPohon, Tingkat

_KEPALA = frozenset({Tingkat.TUJUAN, Tingkat.SASARAN, Tingkat.HASIL, Tingkat.CSF, Tingkat.ESELON_II})


def documents_of_tree(
    pohon: Pohon, *, kunci: str | None = None, sumber: str | None = None
) -> list[DokumenKinerja]:
    """The head's level of a tree as one document; every post of eselon III below it as one of its own.

    >>> from kinerja.pohon.baca import read_pohon
    >>> simpul = [{"id": "S1", "level": "sasaran", "indikator": [{"nama": "IPM", "target": "80"}]}]
    >>> [d.nama for d in documents_of_tree(read_pohon({"opd": "A", "simpul": simpul})[0])]
    ['cascading eselon II']
    """
    tingkat: list[tuple[str, str, str | None, list[SimpulPohon]]] = [
        ("cascading eselon II", "II", None, [s for s in pohon.simpul if s.tingkat in _KEPALA])
    ]
    for simpul in pohon.simpul:
        if simpul.tingkat is Tingkat.ESELON_III:
            pemilik = simpul.pemilik or simpul.id
            tingkat.append((f"cascading eselon III {pemilik}", "III", pemilik, [simpul]))
    return [
        DokumenKinerja(
            nama=nama,
            jenis=JenisDokumen.CASCADING,
            entitas=pohon.opd or "",
            tahun=pohon.tahun,
            baris=tuple(_tree_row(s, i, pohon.tahun) for s in simpul_list for i in s.indikator),
            eselon=eselon,
            pemilik=pemilik,
            kunci=kunci,
            sumber=sumber,
            pohon=pohon if eselon == "II" else None,
        )
        for nama, eselon, pemilik, simpul_list in tingkat
        if eselon == "II" or any(s.indikator for s in simpul_list)
    ]


def _tree_row(simpul: SimpulPohon, indikator: IndikatorPohon, tahun: int | None) -> BarisDokumen:
    target = indikator.target
    per_tahun = target if isinstance(target, Mapping) else {}
    return BarisDokumen(
        indikator=indikator.nama,
        sasaran=simpul.pernyataan,
        kode=indikator.kode,
        satuan=indikator.satuan,
        target=target if isinstance(target, str) else per_tahun.get(tahun or 0),
        target_tahun={t: n for t, n in per_tahun.items() if t != tahun},
        rumus=indikator.rumus,
        sumber=indikator.sumber,
        tipe=indikator.tipe,
        polaritas=indikator.polaritas,
        id=simpul.id,
        identitas=indikator.acuan,
    )
