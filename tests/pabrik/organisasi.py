"""Instansi, units, posts and calendar for tests, made through the services."""

import itertools
from datetime import date
from typing import Any

from sakip.platform.organisasi import services
from sakip.platform.organisasi.models import (
    Instansi,
    Jabatan,
    Jadwal,
    JenisInstansi,
    JenisJadwal,
    JenisUnit,
    Unit,
)

_nomor = itertools.count(1)
MULAI = date(2020, 1, 1)


def buat_instansi(**isi: Any) -> Instansi:
    nomor = next(_nomor)
    bawaan = {
        "kode_wilayah": f"99.{nomor:02d}",
        "nama": f"Kota Contoh {nomor}",
        "jenis": JenisInstansi.KOTA,
    }
    return services.create_instansi(**{**bawaan, **isi}, by=None)


def buat_unit(instansi: Instansi | None = None, **isi: Any) -> Unit:
    nomor = next(_nomor)
    bawaan = {
        "kode": f"OPD{nomor}",
        "nama": f"Dinas Contoh {nomor}",
        "jenis": JenisUnit.PERANGKAT_DAERAH,
        "berlaku_mulai": MULAI,
    }
    if instansi is None:
        instansi = isi["induk"].instansi if isi.get("induk") else buat_instansi()
    return services.create_unit(instansi=instansi, **{**bawaan, **isi}, by=None)


def buat_jabatan(unit: Unit | None = None, **isi: Any) -> Jabatan:
    nomor = next(_nomor)
    unit = unit or buat_unit()
    bawaan = {"kode": f"J{nomor}", "nama": f"Kepala Contoh {nomor}", "berlaku_mulai": MULAI}
    return services.create_jabatan(instansi=unit.instansi, unit=unit, **{**bawaan, **isi}, by=None)


def buat_jadwal(instansi: Instansi | None = None, **isi: Any) -> Jadwal:
    bawaan = {
        "tahun": 2026,
        "triwulan": 1,
        "jenis": JenisJadwal.REALISASI,
        "buka": date(2026, 4, 1),
        "tutup": date(2026, 4, 10),
    }
    return services.save_jadwal(instansi=instansi or buat_instansi(), **{**bawaan, **isi}, by=None)
