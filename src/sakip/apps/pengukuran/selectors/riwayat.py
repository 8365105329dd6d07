"""The life of one indicator, through all units that were responsible for it."""

from collections.abc import Mapping, Sequence

from sakip.apps.datakinerja.convert import nilai_from_json
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.pengukuran.bacaan import BarisRiwayat
from sakip.apps.pengukuran.hitung import akhir_periode
from sakip.apps.pengukuran.models import Capaian
from sakip.apps.pengukuran.selectors.pedoman import pedoman_tahunan
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.organisasi.models import UnitVersi


def riwayat_indikator(*, indikator: Indikator) -> list[BarisRiwayat]:
    """Every stored period, oldest first, each year's quarters before the year itself, in four queries.

    An indicator that replaced another begins anew: its meaning changed, so their figures do not join.
    """
    baris = _tanpa_salinan(
        list(Capaian.objects.filter(indikator=indikator).select_related("unit", "realisasi")),
        load_silsilah(indikator.instansi_id).pendahulu,
    )
    nama = _nama_unit({satu.unit_id for satu in baris})
    pedoman = pedoman_tahunan(indikator.instansi_id, {satu.tahun for satu in baris})
    hasil = []
    for satu in sorted(baris, key=lambda satu: (satu.tahun, satu.triwulan or 5, satu.unit_id)):
        target, dipakai = satu.target.get("nilai"), satu.dipakai.get("nilai")
        skala = pedoman[satu.tahun].skala
        hasil.append(
            BarisRiwayat(
                tahun=satu.tahun,
                triwulan=satu.triwulan,
                unit=satu.unit,
                nama_unit=_nama_pada(nama.get(satu.unit_id, []), satu),
                target=nilai_from_json(target) if target else None,
                nama_dokumen=satu.target.get("dokumen", ""),
                realisasi=nilai_from_json(dipakai) if dipakai else None,
                mentah=satu.mentah,
                capaian=satu.terbatas,
                kategori=next((k for k in skala.kategori if k.kode == satu.kategori), None),
                sebab=satu.sebab,
                status="" if satu.realisasi is None else satu.realisasi.status,
                realisasi_uid=None if satu.realisasi is None else satu.realisasi.uid,
            )
        )
    return hasil


def _tanpa_salinan(baris: list[Capaian], pendahulu: Mapping[int, Sequence[int]]) -> list[Capaian]:
    """Each period once: a quarter with whoever reported it, a year with the unit that it ended in."""
    tahunan = {(satu.tahun, satu.unit_id) for satu in baris if satu.triwulan is None}
    diteruskan = {(tahun, asal) for tahun, unit_id in tahunan for asal in pendahulu.get(unit_id, ())}
    return [
        satu
        for satu in baris
        if (satu.realisasi_id is not None if satu.triwulan else (satu.tahun, satu.unit_id) not in diteruskan)
    ]


def _nama_unit(unit_ids: set[int]) -> dict[int, list[UnitVersi]]:
    hasil: dict[int, list[UnitVersi]] = {}
    for versi in UnitVersi.objects.filter(unit_id__in=unit_ids).order_by("berlaku_mulai"):
        hasil.setdefault(versi.unit_id, []).append(versi)
    return hasil


def _nama_pada(versi: list[UnitVersi], capaian: Capaian) -> str:
    """The unit's name on the last day of the period, or the nearest one that is known."""
    akhir = akhir_periode(capaian.tahun, capaian.triwulan)
    sampai = [satu for satu in versi if satu.berlaku_mulai <= akhir]
    terpilih = sampai[-1] if sampai else (versi[0] if versi else None)
    return capaian.unit.kode if terpilih is None else terpilih.nama
