"""Reminders by e-mail: follow-ups that are due soon or overdue, one message a day to an account."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from sakip.apps.evaluasi.models import Rekomendasi
from sakip.apps.evaluasi.selectors.tindak_lanjut import tak_diteruskan, terbit
from sakip.apps.evaluasi.workflow_rekomendasi import GILIRAN_UNIT
from sakip.platform.access.models import PeranPengguna
from sakip.platform.access.peran import PERAN
from sakip.platform.access.selectors import akses_of
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.selectors import catatan_of
from sakip.platform.audit.services import record
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin

logger = logging.getLogger(__name__)
#: Days before the date on which a reminder goes out; once it has passed one goes out every day.
HARI_SEBELUM = (14, 3)
AKSI = "evaluasi.tindak_lanjut.diingatkan"


@dataclass(frozen=True, slots=True)
class HasilPengingat:
    """What one run did: messages sent, accounts already reminded today, addresses that refused."""

    terkirim: int
    sudah: int
    gagal: tuple[str, ...]


def send_pengingat(*, instansi: Instansi, pada: date | None = None) -> HasilPengingat:
    """Remind every account that answers for follow-ups due in 14 or 3 days, or overdue.

    Running it again on the same day sends nothing twice; one address that fails does not stop the others.
    """
    hari = pada or today()
    jatuh = _due(instansi, hari)
    if not jatuh:
        return HasilPengingat(0, 0, ())
    diingatkan = set(catatan_of(instansi, aksi=AKSI, sejak=hari, sampai=hari).values_list("objek", flat=True))
    terkirim, sudah, gagal = 0, 0, []
    for pengguna in _accounts(instansi, hari):
        milik = _within_reach(pengguna, jatuh, hari)
        if not milik:
            continue
        if f"{pengguna._meta.label_lower}:{pengguna.uid}" in diingatkan:
            sudah += 1
        elif _remind(pengguna, milik, hari):
            terkirim += 1
        else:
            gagal.append(pengguna.email)
    return HasilPengingat(terkirim, sudah, tuple(gagal))


def _due(instansi: Instansi, hari: date) -> list[Rekomendasi]:
    tanggal = [hari + timedelta(days=n) for n in HARI_SEBELUM]
    terbuka = tak_diteruskan(terbit()).filter(instansi=instansi, status__in=GILIRAN_UNIT)
    dekat, lewat = terbuka.filter(batas_waktu__in=tanggal), terbuka.filter(batas_waktu__lt=hari)
    return list((dekat | lewat).select_related("unit", "lembar__evaluasi").order_by("batas_waktu", "pk"))


def _accounts(instansi: Instansi, hari: date) -> list[Pengguna]:
    """Active accounts with an address whose role on a unit covers follow-ups."""
    peran = [kode for kode, satu in PERAN.items() if Izin.TINDAK_LANJUT in satu.izin]
    diberi = PeranPengguna.objects.pada(hari).filter(instansi=instansi, peran__in=peran, unit__isnull=False)
    return list(
        Pengguna.objects.filter(pk__in=diberi.values("pengguna"), is_active=True)
        .exclude(email="")
        .order_by("pk")
    )


def _within_reach(pengguna: Pengguna, semua: Iterable[Rekomendasi], hari: date) -> list[Rekomendasi]:
    akses = akses_of(pengguna, hari)
    peran = [satu for satu in akses.with_izin(Izin.TINDAK_LANJUT) if satu.unit_id is not None]
    jangkauan = akses.unit_ids(peran)
    return [satu for satu in semua if satu.unit_id in jangkauan]


def _remind(pengguna: Pengguna, milik: list[Rekomendasi], hari: date) -> bool:
    """Record and send stand or fall together: what did not go out is tried again by the next run."""
    try:
        with transaction.atomic():
            record(
                aksi=AKSI,
                objek=pengguna,
                by=None,
                instansi=pengguna.instansi,
                perubahan={"rekomendasi": [str(satu.uid) for satu in milik]},
            )
            _send(pengguna, milik, hari)
    except (SMTPException, OSError):
        logger.exception("Pengingat tindak lanjut tidak terkirim")
        return False
    return True


def _send(pengguna: Pengguna, milik: list[Rekomendasi], hari: date) -> None:
    situs = settings.SITE_URL.rstrip("/")
    baris = [_baris(satu, hari, situs) for satu in milik]
    konteks = {
        "pengguna": pengguna,
        "baris": baris,
        "n": len(baris),
        "lewat": sum(1 for satu in baris if satu.sisa < 0),
        "tautan": situs + reverse("tindaklanjut:daftar"),
    }
    with override(pengguna.bahasa):
        perihal = " ".join(render_to_string("evaluasi/surel/pengingat_perihal.txt", konteks).split())
        isi = render_to_string("evaluasi/surel/pengingat.txt", konteks)
    send_mail(perihal, isi, settings.DEFAULT_FROM_EMAIL, [pengguna.email])


@dataclass(frozen=True, slots=True)
class _Baris:
    """One line of the message; `sisa` days, negative once the date has passed."""

    rekomendasi: Rekomendasi
    tautan: str
    sisa: int

    @property
    def lewat(self) -> int:
        return -self.sisa


def _baris(rekomendasi: Rekomendasi, hari: date, situs: str) -> _Baris:
    assert rekomendasi.batas_waktu is not None
    tautan = situs + reverse("tindaklanjut:rekomendasi", args=[rekomendasi.uid])
    return _Baris(rekomendasi, tautan, (rekomendasi.batas_waktu - hari).days)
