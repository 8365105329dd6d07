"""Shared by the tests of the importer."""

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture(autouse=True, scope="session")
def _folder_statis() -> None:
    """The middleware that serves static files warns when its folder is missing; nothing is collected in tests."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
