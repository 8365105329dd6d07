"""Roles for tests."""

from typing import Any

from tests.pabrik.organisasi import MULAI

from sakip.platform.access import services
from sakip.platform.access.models import PeranPengguna
from sakip.platform.accounts.models import Pengguna


def beri_peran(pengguna: Pengguna, peran: str, **isi: Any) -> PeranPengguna:
    return services.grant_peran(pengguna=pengguna, peran=peran, **{"berlaku_mulai": MULAI, **isi}, by=None)
