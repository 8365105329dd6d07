"""Writing plans: documents, nodes, links, targets, performance trees."""

from sakip.apps.perencanaan.services.dokumen import (
    activate_dokumen,
    create_dokumen,
    revise_dokumen,
    verify_dokumen,
)
from sakip.apps.perencanaan.services.pohon import (
    BarisPohon,
    IsiPohonIndikator,
    create_pohon_bulk,
    create_pohon_simpul,
)
from sakip.apps.perencanaan.services.simpul import (
    BarisSimpul,
    add_simpul,
    add_simpul_bulk,
    link_indikator,
    link_indikator_bulk,
    remove_simpul,
    unlink_indikator,
)
from sakip.apps.perencanaan.services.target import BarisTarget, set_target, set_target_bulk

__all__ = [
    "BarisPohon",
    "BarisSimpul",
    "BarisTarget",
    "IsiPohonIndikator",
    "activate_dokumen",
    "add_simpul",
    "add_simpul_bulk",
    "create_dokumen",
    "create_pohon_bulk",
    "create_pohon_simpul",
    "link_indikator",
    "link_indikator_bulk",
    "remove_simpul",
    "revise_dokumen",
    "set_target",
    "set_target_bulk",
    "unlink_indikator",
    "verify_dokumen",
]
