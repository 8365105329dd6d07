"""The one mail this app sends: a link with which the owner sets a password."""

from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from sakip.platform.accounts.galat import SurelGagal
from sakip.platform.accounts.models import Pengguna


def password_url(pengguna: Pengguna) -> str:
    """A one-time address; it stops working once used, or after PASSWORD_RESET_TIMEOUT."""
    jalur = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(pengguna),
            "key": default_token_generator.make_token(pengguna),
        },
    )
    return f"{settings.SITE_URL.rstrip('/')}{jalur}"


def send_tautan_sandi(pengguna: Pengguna) -> None:
    """Mail the link in the owner's language; raises SurelGagal, whose words are for the sender."""
    konteks = {
        "pengguna": pengguna,
        "instansi": pengguna.instansi,
        "tautan": password_url(pengguna),
        "hari": settings.PASSWORD_RESET_TIMEOUT // 86_400,
        "baru": not pengguna.has_usable_password(),
    }
    with override(pengguna.bahasa):
        perihal = " ".join(render_to_string("accounts/surel/tautan_sandi_perihal.txt", konteks).split())
        isi = render_to_string("accounts/surel/tautan_sandi.txt", konteks)
    try:
        send_mail(perihal, isi, settings.DEFAULT_FROM_EMAIL, [pengguna.email])
    except (SMTPException, OSError) as galat:
        raise SurelGagal from galat
