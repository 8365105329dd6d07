"""Accounts for tests. With `unit` the role is bound to it, else it reaches the whole instansi."""

import itertools
from typing import Any

from tests.pabrik.organisasi import MULAI, buat_instansi, buat_jabatan

from sakip.platform.access import services as access
from sakip.platform.accounts import services
from sakip.platform.accounts.models import Pengguna, Penugasan
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit

_nomor = itertools.count(1)
SANDI = "kunci-uji-yang-panjang"


def buat_pengguna(
    peran: str | None = "pengamat", *, unit: Unit | None = None, instansi: Instansi | None = None, **isi: Any
) -> Pengguna:
    nomor = next(_nomor)
    bawaan = {"username": f"pengguna{nomor}", "email": f"pengguna{nomor}@contoh.go.id", "sandi": SANDI}
    instansi = instansi or (unit.instansi if unit else buat_instansi())
    pengguna = services.create_pengguna(instansi=instansi, **{**bawaan, **isi}, by=None)
    if peran is not None:
        access.grant_peran(pengguna=pengguna, peran=peran, unit=unit, berlaku_mulai=MULAI, by=None)
    return pengguna


def buat_operator(**isi: Any) -> Pengguna:
    bawaan = {"username": f"operator{next(_nomor)}", "sandi": SANDI}
    return services.create_pengguna(instansi=None, operator=True, **{**bawaan, **isi}, by=None)


def buat_penugasan(jabatan: Jabatan | None = None, **isi: Any) -> Penugasan:
    jabatan = jabatan or buat_jabatan()
    pengguna = isi.pop("pengguna", None) or buat_pengguna(instansi=jabatan.instansi)
    bawaan = {"berlaku_mulai": MULAI}
    return services.assign_jabatan(jabatan=jabatan, pengguna=pengguna, **{**bawaan, **isi}, by=None)
