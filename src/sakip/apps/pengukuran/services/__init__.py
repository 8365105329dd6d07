"""Writing the measuring: figures, their approval, evidence, budget, the rule of measuring."""

from sakip.apps.pengukuran.services._isi import BarisRealisasi, Keterangan
from sakip.apps.pengukuran.services.anggaran import (
    HasilAnggaran,
    IsiAnggaran,
    IsiBarisAnggaran,
    set_anggaran,
    set_anggaran_bulk,
)
from sakip.apps.pengukuran.services.capaian import Beda, LaporanHitungUlang, recompute_capaian
from sakip.apps.pengukuran.services.massal import (
    HasilRealisasi,
    delete_realisasi_bulk,
    restore_realisasi_bulk,
    save_realisasi_bulk,
    transition_realisasi_bulk,
)
from sakip.apps.pengukuran.services.pedoman import set_pedoman
from sakip.apps.pengukuran.services.realisasi import (
    attach_bukti,
    detach_bukti,
    save_realisasi,
    transition_realisasi,
)
from sakip.platform.turunan import hold_turunan

__all__ = [
    "BarisRealisasi",
    "Beda",
    "HasilAnggaran",
    "HasilRealisasi",
    "IsiAnggaran",
    "IsiBarisAnggaran",
    "Keterangan",
    "LaporanHitungUlang",
    "attach_bukti",
    "delete_realisasi_bulk",
    "detach_bukti",
    "hold_turunan",
    "recompute_capaian",
    "restore_realisasi_bulk",
    "save_realisasi",
    "save_realisasi_bulk",
    "set_anggaran",
    "set_anggaran_bulk",
    "set_pedoman",
    "transition_realisasi",
    "transition_realisasi_bulk",
]
