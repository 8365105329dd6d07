"""The overview of an instansi: one stored row per unit and period, whatever the number of indicators."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from sakip.apps.pengukuran.bacaan import Pedoman, RekapInstansi, RekapUnit, Tren
from sakip.apps.pengukuran.gulung import merge_sebaran, roll_up_instansi
from sakip.apps.pengukuran.hitung import akhir_periode
from sakip.apps.pengukuran.models import RekapCapaian
from sakip.apps.pengukuran.selectors.pedoman import pedoman_pada
from sakip.apps.pengukuran.selectors.unit import TAHUN_TREN
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, JenisUnit, Unit, UnitVersi

#: (unit, year) -> stored row
_Rekap = Mapping[tuple[int, int], RekapCapaian]


def rekap_instansi(
    *,
    instansi: Instansi,
    tahun: int,
    triwulan: int | None = None,
    unit_ids: Collection[int] | None = None,
    pada: date | None = None,
) -> RekapInstansi:
    """All entities of an instansi in one period, in four queries.

    The Pemda's own figures stand beside its units, not among them: they are another measure of the same year.
    """
    pada = pada or akhir_periode(tahun, triwulan)
    pedoman = pedoman_pada(instansi.pk, akhir_periode(tahun))
    versi = _unit_berlaku(instansi, pada, unit_ids)
    rekap = _load_rekap(instansi, tahun, triwulan)
    pendahulu = load_silsilah(instansi.pk).pendahulu
    semua = [_rekap_unit(satu, tahun, rekap, pendahulu, pedoman) for satu in versi]
    units = tuple(satu for satu in semua if satu.versi.jenis != JenisUnit.PEMDA)
    rata = roll_up_instansi(
        str(instansi.uid),
        instansi.nama,
        [(str(u.unit.uid), u.versi.nama, u.rata, u.n_terukur, u.n_wajib) for u in units],
        pedoman,
    )
    return RekapInstansi(
        instansi=instansi,
        tahun=tahun,
        triwulan=triwulan,
        pada=pada,
        units=units,
        pemda=next((satu for satu in semua if satu.versi.jenis == JenisUnit.PEMDA), None),
        rata=rata,
        n_terukur=sum(satu.n_terukur for satu in units),
        n_wajib=sum(satu.n_wajib for satu in units),
        sebaran=merge_sebaran((satu.sebaran for satu in units), pedoman),
        tren=_tren_instansi(units, tahun, rekap, pedoman),
        pedoman=pedoman,
    )


def periode_terisi(*, instansi: Instansi, unit: Unit | None = None) -> dict[int, frozenset[int | None]]:
    """Years with something due, newest first, and the periods of each that hold a measured figure.

    A five-year plan makes figures due in years to come; those are not offered before they begin.
    """
    baris = RekapCapaian.objects.filter(instansi=instansi, n_wajib__gt=0, tahun__lte=today().year)
    if unit is not None:
        baris = baris.filter(unit=unit)
    hasil: dict[int, set[int | None]] = {}
    for tahun, triwulan, terukur in baris.order_by("-tahun").values_list("tahun", "triwulan", "n_terukur"):
        periode = hasil.setdefault(tahun, set())
        if terukur > 0:
            periode.add(triwulan)
    return {tahun: frozenset(periode) for tahun, periode in hasil.items()}


def _unit_berlaku(instansi: Instansi, pada: date, unit_ids: Collection[int] | None) -> list[UnitVersi]:
    versi = UnitVersi.objects.pada(pada).filter(instansi=instansi, unit__entitas_sakip=True)
    if unit_ids is not None:
        versi = versi.filter(unit_id__in=unit_ids)
    return list(versi.select_related("unit").order_by("unit__kode"))


def _load_rekap(instansi: Instansi, tahun: int, triwulan: int | None) -> _Rekap:
    baris = RekapCapaian.objects.filter(
        instansi=instansi, tahun__gte=tahun - TAHUN_TREN, tahun__lte=tahun, triwulan=triwulan
    )
    return {(satu.unit_id, satu.tahun): satu for satu in baris}


def _rekap_unit(
    versi: UnitVersi, tahun: int, rekap: _Rekap, pendahulu: Mapping[int, Sequence[int]], pedoman: Pedoman
) -> RekapUnit:
    kini = rekap.get((versi.unit_id, tahun))
    rata = None if kini is None else kini.rata
    return RekapUnit(
        unit=versi.unit,
        versi=versi,
        rata=rata,
        kategori=None if rata is None else pedoman.skala.kategori_for(rata),
        n_terukur=0 if kini is None else kini.n_terukur,
        n_wajib=0 if kini is None else kini.n_wajib,
        sebaran=merge_sebaran([] if kini is None else [kini.sebaran], pedoman),
        tren=_tren_unit(versi.unit_id, tahun, rekap, pendahulu.get(versi.unit_id, ())),
    )


def _tren_unit(unit_id: int, tahun: int, rekap: _Rekap, pendahulu: Sequence[int]) -> Tren:
    """Past years of the unit; before it existed, those of the one unit it continues."""
    tren = []
    for thn in range(tahun - TAHUN_TREN, tahun):
        sendiri = rekap.get((unit_id, thn))
        lama = [rekap[asal, thn] for asal in pendahulu if (asal, thn) in rekap]
        if sendiri is None and len(lama) == 1:
            sendiri = lama[0]
        if sendiri is not None:
            tren.append((thn, sendiri.rata))
    return tuple(tren)


def _tren_instansi(units: Iterable[RekapUnit], tahun: int, rekap: _Rekap, pedoman: Pedoman) -> Tren:
    """Past years by the same rule, over the units that were measured then."""
    dipilih = {satu.unit.pk for satu in units}
    tren: list[tuple[int, Decimal | None]] = []
    for thn in range(tahun - TAHUN_TREN, tahun):
        baris = [satu for (unit_id, t), satu in rekap.items() if t == thn and unit_id in dipilih]
        if not baris:
            continue
        isi = [(str(satu.unit_id), "", satu.rata, satu.n_terukur, satu.n_wajib) for satu in baris]
        tren.append((thn, roll_up_instansi("", "", isi, pedoman).nilai))
    return tuple(tren)


def rata_tahunan(unit: Unit, asal: Collection[int], tahun: Collection[int]) -> dict[int, Decimal | None]:
    """The stored mean achievement of a unit in some years; a year of its predecessor where it has none. One query."""
    baris = RekapCapaian.objects.filter(unit_id__in=asal, tahun__in=tahun, triwulan__isnull=True)
    urut = sorted(baris, key=lambda satu: satu.unit_id == unit.pk)
    return {satu.tahun: satu.rata for satu in urut}
