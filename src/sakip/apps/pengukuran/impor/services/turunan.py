"""Derived figures after an import: computed once for all its units and years."""

from collections.abc import Collection, Iterable
from typing import Any

from sakip.apps.datakinerja.turunan import announce
from sakip.apps.pengukuran.impor.cocok import Cocok
from sakip.apps.pengukuran.models import Capaian
from sakip.platform.organisasi.models import Instansi

Tercetak = tuple[int, int, int, int | None, str]


def refresh_capaian(instansi: Instansi, unit_ids: Collection[int], tahun: Collection[int]) -> None:
    """Compute the achievements of these units and years again."""
    announce(instansi_id=instansi.pk, unit_ids=unit_ids, tahun=tahun)


def store_tercetak(cocok: Cocok) -> list[Tercetak]:
    """Keep the printed achievement beside the computed one; returns what was printed there before."""
    baru = {
        (cocok.indikator_id[r.indikator], cocok.unit_id[r.indikator.unit], r.tahun, r.triwulan): r.tercetak
        for r in cocok.rencana.realisasi
        if r.tercetak
    }
    if not baru:
        return []
    baris = Capaian.objects.filter(
        unit_id__in={kunci[1] for kunci in baru}, tahun__in={kunci[2] for kunci in baru}
    )
    ubah = [c for c in baris if baru.get(_key(c), c.tercetak) != c.tercetak]
    lama = [(*_key(c), c.tercetak) for c in ubah]
    for c in ubah:
        c.tercetak = baru[_key(c)]
    Capaian.objects.bulk_update(ubah, ["tercetak"], batch_size=300)
    return lama


def restore_tercetak(lama: Iterable[Iterable[Any]]) -> None:
    """Put back what was printed before an import."""
    for indikator, unit, tahun, triwulan, teks in lama:
        Capaian.objects.filter(indikator_id=indikator, unit_id=unit, tahun=tahun, triwulan=triwulan).update(
            tercetak=teks
        )


def _key(capaian: Capaian) -> tuple[int, int, int, int | None]:
    return capaian.indikator_id, capaian.unit_id, capaian.tahun, capaian.triwulan
