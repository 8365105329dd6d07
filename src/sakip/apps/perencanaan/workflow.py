"""The life of a plan: one transition table."""

from dataclasses import dataclass

from sakip.apps.perencanaan.models import StatusDokumen


@dataclass(frozen=True, slots=True)
class Transisi:
    dari: frozenset[str]
    ke: StatusDokumen


TRANSISI = {
    "verifikasi": Transisi(frozenset({StatusDokumen.DRAF}), StatusDokumen.DIVERIFIKASI),
    "berlakukan": Transisi(
        frozenset({StatusDokumen.DRAF, StatusDokumen.DIVERIFIKASI}), StatusDokumen.BERLAKU
    ),
    "ganti": Transisi(frozenset({StatusDokumen.BERLAKU}), StatusDokumen.DIGANTI),
}
#: Only an unfinished version is edited; what is in force is changed by a new version.
TERBUKA = frozenset({StatusDokumen.DRAF, StatusDokumen.DIVERIFIKASI})
