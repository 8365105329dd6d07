"""The life of an agreement: one transition table."""

from dataclasses import dataclass

from sakip.apps.perjanjian.models import StatusPK


@dataclass(frozen=True, slots=True)
class Transisi:
    dari: frozenset[str]
    ke: StatusPK


TRANSISI = {
    "verifikasi": Transisi(frozenset({StatusPK.DRAF}), StatusPK.DIVERIFIKASI),
    "tandatangani": Transisi(frozenset({StatusPK.DRAF, StatusPK.DIVERIFIKASI}), StatusPK.BERLAKU),
    "ganti": Transisi(frozenset({StatusPK.BERLAKU}), StatusPK.DIGANTI),
}
TERBUKA = frozenset({StatusPK.DRAF, StatusPK.DIVERIFIKASI})
