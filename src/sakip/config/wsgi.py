"""WSGI entry point served by granian."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings.prod")
application = get_wsgi_application()


def settle() -> None:
    """Load every page now instead of with the first request, and spare the collector what is there for good.

    Some hundred thousand objects of code and models never become garbage; looking through them again and again
    cost a fifth of a request that builds thousands of rows.
    """
    from django.conf import settings

    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()


settle()
