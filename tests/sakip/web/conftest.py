"""The world of the page tests, and a way to look at it as somebody."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from tests.pabrik.accounts import buat_pengguna
from tests.sakip.web.dunia import PERAN_UNIT, bangun


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()
    # Nothing is collected for the tests, but the server of static files warns when its folder is missing.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def dunia(db):
    return bangun()


@pytest.fixture
def sebagai(client, dunia):
    """Signs in with a role; unit roles are bound to DINKES."""

    def masuk(peran, **isi):
        terikat = {"unit": dunia.dinkes} if peran in PERAN_UNIT else {"instansi": dunia.instansi}
        client.force_login(buat_pengguna(peran, **{**terikat, **isi}))
        return client

    return masuk
