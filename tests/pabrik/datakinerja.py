"""Indicators and evidence for tests, made through the services."""

import itertools
from datetime import date
from typing import Any

from tests.pabrik.organisasi import MULAI, buat_unit

from sakip.apps.datakinerja import services
from sakip.apps.datakinerja.models import Bukti, Indikator, Satuan
from sakip.platform.organisasi.models import Instansi, Unit

_nomor = itertools.count(1)


def buat_satuan(instansi: Instansi, nama: str = "persen") -> Satuan:
    return services.get_or_create_satuan(instansi=instansi, nama=nama, by=None)


def buat_indikator(unit: Unit | None = None, **isi: Any) -> Indikator:
    nomor = next(_nomor)
    unit = unit or buat_unit()
    bawaan: dict[str, Any] = {
        "kode": f"IK-{nomor}",
        "nama": f"Indikator contoh {nomor}",
        "berlaku_mulai": MULAI,
        "satuan": buat_satuan(unit.instansi),
    }
    return services.create_indikator(instansi=unit.instansi, unit=unit, **{**bawaan, **isi}, by=None)


def buat_bukti(unit: Unit | None = None, **isi: Any) -> Bukti:
    bawaan = {"judul": "Laporan tahunan", "teks": "Catatan hasil", "tanggal_bukti": date(2026, 1, 15)}
    return services.add_bukti(unit=unit or buat_unit(), **{**bawaan, **isi}, by=None)
