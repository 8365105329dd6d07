"""The port through which a low package asks whether an act is allowed.

Roles are kept in `access`, above `organisasi` and `accounts` in the import order, yet their services must
check a policy. They ask here; `access` installs the answer when Django starts. With nothing installed every
question of an account is refused.
"""

from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


class Izin(StrEnum):
    """One thing an account may be allowed to do. Which role may do what is code: access/peran.py."""

    BACA = "baca"
    KELOLA_ORGANISASI = "kelola_organisasi"
    KELOLA_PENGGUNA = "kelola_pengguna"
    KELOLA_KALENDER = "kelola_kalender"
    SUSUN_RENCANA = "susun_rencana"
    VERIFIKASI_RENCANA = "verifikasi_rencana"
    KELOLA_NOMENKLATUR = "kelola_nomenklatur"
    SUSUN_PK = "susun_pk"
    ISI_REALISASI = "isi_realisasi"
    AJUKAN_REALISASI = "ajukan_realisasi"
    VERIFIKASI_REALISASI = "verifikasi_realisasi"
    VALIDASI_REALISASI = "validasi_realisasi"
    BUKA_KUNCI = "buka_kunci"
    IMPOR = "impor"
    LAPORAN = "laporan"
    LIHAT_AUDIT = "lihat_audit"
    KELOLA_INSTANSI = "kelola_instansi"
    KELOLA_EVALUASI = "kelola_evaluasi"
    ISI_MANDIRI = "isi_mandiri"
    NILAI_EVALUASI = "nilai_evaluasi"
    TANGGAPI_EVALUASI = "tanggapi_evaluasi"
    TINDAK_LANJUT = "tindak_lanjut"
    SUSUN_JALAN = "susun_jalan"


class TidakBerwenang(PermissionDenied):
    """The account's roles do not allow this act here; the message is shown to the user."""


class Penjaga(Protocol):
    """What `access` installs."""

    def boleh(
        self, pengguna: Any, izin: Izin, *, unit: Any = None, instansi: Any = None, pada: date | None = None
    ) -> bool: ...

    def require_bukan_admin_terakhir(self, pengguna: Any) -> None: ...


_penjaga: list[Penjaga] = []


def install(penjaga: Penjaga) -> None:
    """Make `penjaga` the one that answers (called once, by AccessConfig.ready)."""
    _penjaga[:] = [penjaga]


def boleh(by: Any, izin: Izin, *, unit: Any = None, instansi: Any = None, pada: date | None = None) -> bool:
    """May `by` do this? None is the system itself (a command on the server) and always may."""
    if by is None:
        return True
    return any(p.boleh(by, izin, unit=unit, instansi=instansi, pada=pada) for p in _penjaga)


def require(by: Any, izin: Izin, *, unit: Any = None, instansi: Any = None, pada: date | None = None) -> None:
    """Raise TidakBerwenang unless `by` may do this."""
    if not boleh(by, izin, unit=unit, instansi=instansi, pada=pada):
        raise TidakBerwenang(pesan())


def pesan() -> str:
    return _("Peran Anda tidak mencakup tindakan ini. Hubungi admin instansi bila Anda memerlukannya.")


def require_bukan_admin_terakhir(pengguna: Any) -> None:
    """Raise when an instansi would lose its last admin_instansi with this account."""
    for penjaga in _penjaga:
        penjaga.require_bukan_admin_terakhir(pengguna)
