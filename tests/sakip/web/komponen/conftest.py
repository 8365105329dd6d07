from pathlib import Path

import pytest
from django.conf import settings as pengaturan


@pytest.fixture(scope="session", autouse=True)
def _static_folder():
    """Static files are not collected for tests, but the middleware that serves them wants the folder."""
    Path(pengaturan.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def alamat_kerangka(settings):
    """Only the addresses of the frame, so that these tests need no page of the application."""
    settings.ROOT_URLCONF = "tests.sakip.web.komponen.alamat"
