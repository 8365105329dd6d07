"""Who may write a performance tree."""

from sakip.apps.perencanaan.models import JenisPohon, Pohon, PohonSimpul
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import boleh, require
from sakip.platform.accounts.models import Pengguna


def boleh_ubah(by: Pengguna | None, pohon: Pohon, simpul: PohonSimpul | None = None) -> bool:
    """The planner of the tree's unit; in a thematic tree also the planner of the unit that owns the condition."""
    if boleh(by, Izin.SUSUN_RENCANA, unit=pohon.unit):
        return True
    if pohon.jenis != JenisPohon.TEMATIK or simpul is None or simpul.pemilik_unit is None:
        return False
    return boleh(by, Izin.SUSUN_RENCANA, unit=simpul.pemilik_unit)


def require_ubah(by: Pengguna | None, pohon: Pohon, simpul: PohonSimpul | None = None) -> None:
    if not boleh_ubah(by, pohon, simpul):
        require(by, Izin.SUSUN_RENCANA, unit=pohon.unit)


def boleh_komentar(by: Pengguna | None, pohon: Pohon, simpul: PohonSimpul | None = None) -> bool:
    """Who may write the tree, and who answers for, verifies or evaluates the plan of its unit."""
    if boleh_ubah(by, pohon, simpul):
        return True
    return any(
        boleh(by, izin, unit=pohon.unit)
        for izin in (Izin.VERIFIKASI_RENCANA, Izin.VERIFIKASI_REALISASI, Izin.NILAI_EVALUASI)
    )


def require_komentar(by: Pengguna | None, pohon: Pohon, simpul: PohonSimpul | None = None) -> None:
    if not boleh_komentar(by, pohon, simpul):
        require(by, Izin.SUSUN_RENCANA, unit=pohon.unit)
