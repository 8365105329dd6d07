"""The life of a plan: one transition table. The planner drafts and submits, another account verifies."""

from dataclasses import dataclass

from sakip.apps.perencanaan.models import StatusDokumen
from sakip.platform.wewenang import Izin

S = StatusDokumen


@dataclass(frozen=True, slots=True)
class Transisi:
    """One step: from which states, to which, and the permission over the unit that it needs."""

    dari: frozenset[str]
    ke: StatusDokumen
    izin: Izin


TRANSISI = {
    "ajukan": Transisi(frozenset({S.DRAF}), S.DIAJUKAN, Izin.SUSUN_RENCANA),
    "tarik": Transisi(frozenset({S.DIAJUKAN}), S.DRAF, Izin.SUSUN_RENCANA),
    "kembalikan": Transisi(frozenset({S.DIAJUKAN, S.DIVERIFIKASI}), S.DRAF, Izin.VERIFIKASI_RENCANA),
    "verifikasi": Transisi(frozenset({S.DIAJUKAN}), S.DIVERIFIKASI, Izin.VERIFIKASI_RENCANA),
    "berlakukan": Transisi(frozenset({S.DIVERIFIKASI}), S.BERLAKU, Izin.VERIFIKASI_RENCANA),
    "ganti": Transisi(frozenset({S.BERLAKU}), S.DIGANTI, Izin.VERIFIKASI_RENCANA),
}
#: Only a draft is edited: what was submitted is what is verified, and what is in force needs a new version.
TERBUKA = frozenset({S.DRAF})
#: On its way: neither in force nor superseded. One such version of a period at a time.
BERJALAN = frozenset({S.DRAF, S.DIAJUKAN, S.DIVERIFIKASI})
#: The system (imports of what was published long ago, demo data) puts a draft in force without the steps.
LANGSUNG = frozenset({S.DRAF, S.DIVERIFIKASI})
