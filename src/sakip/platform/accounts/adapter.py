"""How allauth behaves here: accounts are made by the instansi's admin, never by signing up.

Its hooks around signing in are where the audit trail learns of sessions: no signals are used.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse

from sakip.platform.accounts.models import Pengguna
from sakip.platform.accounts.services import record_keluar, record_masuk, record_masuk_gagal


class AkunAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed sign-up; every session's beginning and end is on record."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **rincian: Any) -> HttpResponse:
        """After the last step, a second factor included."""
        tanggapan: HttpResponse = super().post_login(request, user, **rincian)
        if isinstance(user, Pengguna):
            record_masuk(pengguna=user, alamat_ip=self.get_client_ip(request))
        return tanggapan

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        super().authentication_failed(request, **credentials)
        nama = credentials.get("username") or credentials.get("email") or ""
        record_masuk_gagal(nama=str(nama), alamat_ip=self.get_client_ip(request))

    def logout(self, request: HttpRequest) -> None:
        pengguna = request.user
        super().logout(request)
        if isinstance(pengguna, Pengguna):
            record_keluar(pengguna=pengguna, alamat_ip=self.get_client_ip(request))


class AkunSosialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Single sign-on reaches existing accounts only."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
