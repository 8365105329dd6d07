"""Who may write in batches: the right is needed over every unit that the batch touches."""

from collections.abc import Iterable

from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import TidakBerwenang, require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.wewenang import pesan


def require_massal(
    by: Pengguna | None, instansi: Instansi, unit: Iterable[Unit] = (), izin: Izin = Izin.IMPOR
) -> None:
    """Raise TidakBerwenang unless `by` belongs to the instansi and has the right over each of the units."""
    if by is None:
        return
    if by.instansi_id != instansi.pk:
        raise TidakBerwenang(pesan())
    require(by, izin)
    for satu in {satu.pk: satu for satu in unit}.values():
        require(by, izin, unit=satu)
