"""Settings of the test suite: a fast hasher, mail kept in memory, data in a throw-away folder."""

import os
import tempfile

os.environ.setdefault("SAKIP_DATA_DIR", tempfile.mkdtemp(prefix="sakip-uji-"))
os.environ.setdefault("SAKIP_SECRET_KEY", "hanya-untuk-uji")

from sakip.config.settings.base import *  # noqa: F403

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
ACCOUNT_RATE_LIMITS = {}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
