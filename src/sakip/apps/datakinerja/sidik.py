"""The fingerprint of a dictionary entry, so that an editor does not overwrite what was changed meanwhile."""

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.ringkas import digest

_LUAR = frozenset({"id", "instansi", "indikator"})


def sidik_versi(versi: IndikatorVersi) -> str:
    """Equal only for the same version with the same content."""
    bidang = [b.attname for b in versi._meta.concrete_fields if b.name not in _LUAR]
    return digest([(versi.pk, [str(getattr(versi, satu)) for satu in bidang])])
