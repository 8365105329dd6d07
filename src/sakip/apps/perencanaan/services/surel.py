"""Mail about a document on its way: to those who verify, and back to the one who submitted."""

import logging
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from sakip.apps.perencanaan.models import Dokumen
from sakip.platform.access.models import PeranPengguna
from sakip.platform.access.peran import PERAN
from sakip.platform.access.selectors import akses_of
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.wewenang import Izin

logger = logging.getLogger(__name__)


def tell_submitted(dokumen: Dokumen, by: Pengguna | None) -> None:
    """Everybody who may verify it, but for the one who submitted it."""
    penerima = [satu for satu in _verifiers(dokumen) if by is None or satu.pk != by.pk]
    transaction.on_commit(partial(_send, penerima, "diajukan", dokumen, ""))


def tell_returned(dokumen: Dokumen, pengaju: str, alasan: str) -> None:
    """The account that submitted it, with the reason."""
    penerima = list(
        Pengguna.objects.filter(username=pengaju, instansi_id=dokumen.instansi_id, is_active=True).exclude(
            email=""
        )
    )
    transaction.on_commit(partial(_send, penerima, "dikembalikan", dokumen, alasan))


def _verifiers(dokumen: Dokumen) -> list[Pengguna]:
    peran = [kode for kode, satu in PERAN.items() if Izin.VERIFIKASI_RENCANA in satu.izin]
    diberi = PeranPengguna.objects.pada(today()).filter(instansi_id=dokumen.instansi_id, peran__in=peran)
    calon = Pengguna.objects.filter(pk__in=diberi.values("pengguna"), is_active=True).exclude(email="")
    return [
        satu
        for satu in calon.order_by("pk")
        if (akses := akses_of(satu)).reaching(akses.with_izin(Izin.VERIFIKASI_RENCANA), dokumen.unit_id)
    ]


def _send(penerima: list[Pengguna], kabar: str, dokumen: Dokumen, alasan: str) -> None:
    """A mail server that refuses does not undo the step: the page shows it all the same."""
    tautan = settings.SITE_URL.rstrip("/") + reverse("perencanaan:dokumen", args=[dokumen.uid])
    for pengguna in penerima:
        konteks = {"pengguna": pengguna, "dokumen": dokumen, "alasan": alasan, "tautan": tautan}
        with override(pengguna.bahasa):
            templat = f"perencanaan/surel/{kabar}"
            perihal = " ".join(render_to_string(f"{templat}_perihal.txt", konteks).split())
            isi = render_to_string(f"{templat}.txt", konteks)
        try:
            send_mail(perihal, isi, settings.DEFAULT_FROM_EMAIL, [pengguna.email])
        except (SMTPException, OSError):
            logger.exception("Surel dokumen rencana tidak terkirim")
