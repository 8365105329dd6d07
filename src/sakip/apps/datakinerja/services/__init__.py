"""Keeping the dictionary: indicators and their versions, units of measure, baselines, evidence."""

from sakip.apps.datakinerja.services._isi import BarisIndikator, IsiIndikator, UbahIndikator
from sakip.apps.datakinerja.services.bukti import add_bukti
from sakip.apps.datakinerja.services.data_dasar import add_data_dasar, add_data_dasar_bulk
from sakip.apps.datakinerja.services.indikator import (
    create_indikator,
    create_indikator_bulk,
    replace_indikator,
    update_indikator,
)
from sakip.apps.datakinerja.services.kode_nasional import (
    import_kode_nasional,
    preview_kode_nasional,
    undo_kode_nasional,
)
from sakip.apps.datakinerja.services.satuan import create_satuan_bulk, get_or_create_satuan, kunci_satuan

__all__ = [
    "BarisIndikator",
    "IsiIndikator",
    "UbahIndikator",
    "add_bukti",
    "add_data_dasar",
    "add_data_dasar_bulk",
    "create_indikator",
    "create_indikator_bulk",
    "create_satuan_bulk",
    "get_or_create_satuan",
    "import_kode_nasional",
    "kunci_satuan",
    "preview_kode_nasional",
    "replace_indikator",
    "undo_kode_nasional",
    "update_indikator",
]
