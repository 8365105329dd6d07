"""What plans and agreements in force already say of a unit's year.

The template is filled from it, and a row of the template that only repeats it asks for nothing. An import
writes to the Renja of the year; every other document stays as it was adopted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sakip.apps.pengukuran.impor.rencana import Jalur, fold
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, JenisSimpul, Simpul, SimpulIndikator
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL, TINGKAT_PROGRAM, choose_dokumen, covers
from sakip.apps.perjanjian.models import PKBaris

#: The kinds of node that a file can hold; vision and mission are not measured.
TINGKAT_IMPOR = frozenset({*TINGKAT_HASIL, *TINGKAT_PROGRAM})


@dataclass(frozen=True, slots=True)
class SimpulBerlaku:
    """A node of a plan in force, or (without key) a sasaran that only the agreement words."""

    pk: int | None
    jenis: str
    kode: str
    pernyataan: str
    jalur: Jalur
    dokumen: str
    induk: Jalur = ()
    mendukung: int | None = None


@dataclass(slots=True)
class RencanaBerlaku:
    """The nodes of one unit and year, the Renja's first, and which indicators each is measured by."""

    simpul: list[SimpulBerlaku] = field(default_factory=list)
    tautan: set[tuple[Jalur, int]] = field(default_factory=set)

    def at(self, jalur: Jalur) -> list[SimpulBerlaku]:
        """The nodes worded so at this place; two plans may hold the same one."""
        return [satu for satu in self.simpul if satu.jalur == jalur]

    def coded(self, jenis: str, kode: str) -> SimpulBerlaku | None:
        return next((satu for satu in self.simpul if (satu.jenis, satu.kode) == (jenis, kode)), None)


def load_berlaku(
    *,
    unit_ids: Collection[int],
    tahun: int,
    pendahulu: Mapping[int, Sequence[int]],
    pk_baris: Iterable[PKBaris],
) -> dict[int, RencanaBerlaku]:
    """Per unit, in three queries besides the agreement's rows."""
    asal = {unit: (unit, *pendahulu.get(unit, ())) for unit in unit_ids}
    semua = {satu for urut in asal.values() for satu in urut}
    dokumen: dict[int, list[Dokumen]] = defaultdict(list)
    for satu in Dokumen.objects.filter(covers(tahun), unit_id__in=semua).order_by("pk"):
        dokumen[satu.unit_id].append(satu)
    simpul: dict[int, list[Simpul]] = defaultdict(list)
    for butir in Simpul.objects.filter(covers(tahun, "dokumen__"), dokumen__unit_id__in=semua).order_by("pk"):
        simpul[butir.dokumen_id].append(butir)
    tautan: dict[int, list[int]] = defaultdict(list)
    for pk, indikator in SimpulIndikator.objects.filter(
        covers(tahun, "simpul__dokumen__"), simpul__dokumen__unit_id__in=semua
    ).values_list("simpul_id", "indikator_id"):
        tautan[pk].append(indikator)
    janji: dict[int, list[PKBaris]] = defaultdict(list)
    for baris in pk_baris:
        janji[baris.perjanjian.unit_id].append(baris)
    hasil = {}
    for unit, urut in asal.items():
        satu_unit = RencanaBerlaku()
        for terpilih, tingkat in _choose(unit, urut, dokumen, simpul):
            _add_dokumen(satu_unit, terpilih, [s for s in simpul[terpilih.pk] if s.jenis in tingkat])
        for s in satu_unit.simpul:
            satu_unit.tautan.update((s.jalur, indikator) for indikator in tautan.get(s.pk or 0, ()))
        _add_janji(satu_unit, janji[unit])
        hasil[unit] = satu_unit
    return hasil


def _choose(
    unit: int,
    asal: Sequence[int],
    dokumen: Mapping[int, Sequence[Dokumen]],
    simpul: Mapping[int, Sequence[Simpul]],
) -> list[tuple[Dokumen, frozenset[str]]]:
    """The unit's own Renja whole, then per level the plan that says what the unit is measured by."""
    hasil: list[tuple[Dokumen, frozenset[str]]] = [
        (d, TINGKAT_IMPOR) for d in dokumen.get(unit, ()) if d.jenis == JenisDokumen.RENJA
    ]
    for tingkat in (TINGKAT_HASIL, TINGKAT_PROGRAM):
        for satu in asal:
            berisi = [d for d in dokumen.get(satu, ()) if any(s.jenis in tingkat for s in simpul[d.pk])]
            terpilih = choose_dokumen(berisi, tingkat)
            if terpilih is not None:
                break
        if terpilih is None or any(d == terpilih and lingkup == TINGKAT_IMPOR for d, lingkup in hasil):
            continue
        if hasil and hasil[-1][0] == terpilih:
            # One plan for both levels stays one tree.
            hasil[-1] = (terpilih, TINGKAT_IMPOR)
        else:
            hasil.append((terpilih, frozenset(tingkat)))
    return hasil


def _add_dokumen(rencana: RencanaBerlaku, dokumen: Dokumen, simpul: Sequence[Simpul]) -> None:
    jalur = paths_of((s.pk, s.induk_id, s.jenis, s.pernyataan) for s in simpul)
    for s in sorted(simpul, key=lambda s: (s.urutan, s.pk)):
        satu = jalur[s.pk]
        rencana.simpul.append(
            SimpulBerlaku(s.pk, s.jenis, s.kode, s.pernyataan, satu, dokumen.nama, satu[:-1], s.mendukung_id)
        )


def _add_janji(rencana: RencanaBerlaku, baris: Iterable[PKBaris]) -> None:
    """A promised indicator stands at the sasaran of its row; one that no plan words is known from here."""
    menurut_pk = {s.pk: s.jalur for s in rencana.simpul if s.pk is not None}
    menurut_teks: dict[str, Jalur] = {}
    for s in rencana.simpul:
        if s.jenis == JenisSimpul.SASARAN:
            menurut_teks.setdefault(fold(s.pernyataan), s.jalur)
    bertempat = {indikator for _, indikator in rencana.tautan}
    for satu in baris:
        teks = fold(satu.sasaran_teks)
        if not teks or satu.indikator_id in bertempat:
            continue
        jalur = menurut_pk.get(satu.sasaran_id or 0) or menurut_teks.get(teks)
        if jalur is None:
            jalur = ((JenisSimpul.SASARAN.value, teks, 1),)
            menurut_teks[teks] = jalur
            pk = satu.perjanjian
            nama = f"Perjanjian Kinerja {pk.tahun}"
            rencana.simpul.append(
                SimpulBerlaku(satu.sasaran_id, JenisSimpul.SASARAN, "", satu.sasaran_teks, jalur, nama)
            )
        rencana.tautan.add((jalur, satu.indikator_id))


def paths_of(simpul: Iterable[tuple[int, int | None, str, str]]) -> dict[int, Jalur]:
    """Titles from the root, per key; (key, parent, kind, wording) come parent first.

    A parent that is not among them (vision, mission) is no part of the path: a file does not print it.
    """
    jalur: dict[int, Jalur] = {}
    hitung: dict[Jalur, int] = defaultdict(int)
    for pk, induk, jenis, teks in simpul:
        atas = jalur.get(induk, ()) if induk is not None else ()
        kunci = (*atas, (jenis, fold(teks), 0))
        hitung[kunci] += 1
        jalur[pk] = (*atas, (jenis, fold(teks), hitung[kunci]))
    return jalur
