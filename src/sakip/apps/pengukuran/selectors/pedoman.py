"""The rule of measuring that is in force: one scale and one roll-up for a whole year."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject

from kinerja.capaian import load_skala
from sakip.apps.datakinerja.convert import SKALA_BAWAAN
from sakip.apps.pengukuran.bacaan import Pedoman
from sakip.apps.pengukuran.models import CaraAgregasiPohon, PedomanPengukuran

_ISI = ("skala_id", "agregasi", "dasar")


def pedoman_pada(instansi_id: int, pada: date) -> Pedoman:
    """The rule in force on a day; without one of its own an instansi measures by the default scale."""
    isi = PedomanPengukuran.objects.pada(pada).filter(instansi_id=instansi_id).values(*_ISI).first()
    return build_pedoman(isi)


def pedoman_subquery(instansi_field: str, pada: date) -> Subquery:
    """The same as an annotation, so that a page that reads its unit anyway needs no query of its own."""
    isi = PedomanPengukuran.objects.pada(pada).filter(instansi_id=OuterRef(instansi_field))
    return Subquery(isi.values(isi=JSONObject(**{nama: nama for nama in _ISI}))[:1], output_field=JSONField())


def pedoman_tahunan(instansi_id: int, tahun: Iterable[int]) -> dict[int, Pedoman]:
    """The rule of each year, that is the one in force on its last day, in one query."""
    semua = list(PedomanPengukuran.objects.filter(instansi_id=instansi_id).order_by("berlaku_mulai"))
    hasil = {}
    for thn in tahun:
        akhir = date(thn, 12, 31)
        berlaku = [
            satu
            for satu in semua
            if satu.berlaku_mulai <= akhir and (satu.berlaku_sampai is None or satu.berlaku_sampai > akhir)
        ]
        isi = {nama: getattr(berlaku[-1], nama) for nama in _ISI} if berlaku else None
        hasil[thn] = build_pedoman(isi)
    return hasil


def build_pedoman(isi: Mapping[str, Any] | None) -> Pedoman:
    if isi is None:
        return Pedoman(load_skala(SKALA_BAWAAN), CaraAgregasiPohon.BERJENJANG)
    return Pedoman(load_skala(isi["skala_id"]), CaraAgregasiPohon(isi["agregasi"]), isi["dasar"])
