"""Who may fill, move and correct figures."""

from sakip.apps.pengukuran.models import Realisasi
from sakip.apps.pengukuran.workflow import ALUR, langkah_dari
from sakip.platform.access.policies import boleh_langkah, require_langkah
from sakip.platform.accounts.models import Pengguna


def require_transisi(by: Pengguna | None, realisasi: Realisasi, langkah: str) -> None:
    """Raise TidakBerwenang unless a role that performs the step reaches the unit."""
    require_langkah(by, alur=ALUR, langkah=langkah, unit=realisasi.unit)


def langkah_boleh(by: Pengguna, realisasi: Realisasi) -> list[str]:
    """The steps this person may take now: what a page offers as buttons."""
    return [
        langkah
        for langkah in langkah_dari(realisasi.status)
        if boleh_langkah(by, alur=ALUR, langkah=langkah, unit=realisasi.unit)
    ]
