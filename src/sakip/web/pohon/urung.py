"""Undo for readers without a script: the inverse request is kept with the session and offered as a button."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from sakip.apps.perencanaan.models import Pohon

KUNCI = "pohon_urung"


def keep_urung(request: HttpRequest, pohon: Pohon, urung: dict[str, Any] | None, pesan: str) -> None:
    """Say what was done, and keep the way back until the list is shown."""
    if urung is None:
        messages.success(request, pesan)
        return
    request.session[KUNCI] = {"pohon": str(pohon.uid), "pesan": pesan, **urung}


def take_urung(request: HttpRequest, pohon: Pohon) -> dict[str, str] | None:
    """The last act on this tree and its inverse request; offered once."""
    ada = request.session.get(KUNCI)
    if not isinstance(ada, dict) or ada.get("pohon") != str(pohon.uid):
        return None
    del request.session[KUNCI]
    return {"pesan": ada["pesan"], "url": ada["url"], "isi": json.dumps(ada["isi"], ensure_ascii=False)}
