"""Preview, apply and undo of an import. A preview writes nothing; applying and undoing are each one transaction."""

from sakip.apps.pengukuran.impor.services.baca import BENTUK, parse_berkas, read_batas
from sakip.apps.pengukuran.impor.services.impor import (
    ImporSudahSelesai,
    InstansiTidakAda,
    apply_berkas,
    apply_impor,
    preview_berkas,
    preview_impor,
)
from sakip.apps.pengukuran.impor.services.urungkan import (
    TidakDapatDiurungkan,
    last_applied,
    may_undo,
    undo_impor,
)

__all__ = [
    "BENTUK",
    "ImporSudahSelesai",
    "InstansiTidakAda",
    "TidakDapatDiurungkan",
    "apply_berkas",
    "apply_impor",
    "last_applied",
    "may_undo",
    "parse_berkas",
    "preview_berkas",
    "preview_impor",
    "read_batas",
    "undo_impor",
]
