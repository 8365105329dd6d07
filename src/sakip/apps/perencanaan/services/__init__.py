"""Writing plans: documents, nodes, links, targets, performance trees."""

from sakip.apps.perencanaan.services.crosscutting import (
    accept_crosscutting,
    accept_with_new,
    propose_crosscutting,
    refuse_crosscutting,
    withdraw_crosscutting,
)
from sakip.apps.perencanaan.services.dokumen import (
    activate_dokumen,
    create_dokumen,
    discard_dokumen,
    return_dokumen,
    submit_dokumen,
    update_dokumen,
    verify_dokumen,
    withdraw_dokumen,
)
from sakip.apps.perencanaan.services.kisi import UbahPagu, UbahTarget, save_kisi
from sakip.apps.perencanaan.services.komentar import add_komentar, settle_komentar
from sakip.apps.perencanaan.services.pagu import BarisPagu, set_pagu, set_pagu_bulk
from sakip.apps.perencanaan.services.pohon import (
    BarisPohon,
    IsiPohonIndikator,
    create_pohon_bulk,
    create_pohon_simpul,
)
from sakip.apps.perencanaan.services.pohon_isi import (
    add_dukungan,
    add_pohon_indikator,
    remove_dukungan,
    remove_pohon_indikator,
    update_pohon_indikator,
)
from sakip.apps.perencanaan.services.pohon_kepala import (
    advance_langkah,
    copy_pohon,
    create_pohon,
    return_langkah,
    update_pohon,
)
from sakip.apps.perencanaan.services.pohon_ubah import (
    HasilUbah,
    IsiPohonSimpul,
    add_pohon_simpul,
    move_pohon_simpul,
    remove_pohon_simpul,
    retire_pohon_simpul,
    update_pohon_simpul,
)
from sakip.apps.perencanaan.services.simpul import (
    BarisSimpul,
    add_simpul,
    add_simpul_bulk,
    link_indikator,
    link_indikator_bulk,
)
from sakip.apps.perencanaan.services.susun import (
    ARAH,
    IsiSimpul,
    move_simpul,
    remove_simpul,
    unlink_indikator,
    update_simpul,
)
from sakip.apps.perencanaan.services.target import BarisTarget, set_target, set_target_bulk
from sakip.apps.perencanaan.services.turunan import carry_over, revise_dokumen

__all__ = [
    "ARAH",
    "BarisPagu",
    "BarisPohon",
    "BarisSimpul",
    "BarisTarget",
    "HasilUbah",
    "IsiPohonIndikator",
    "IsiPohonSimpul",
    "IsiSimpul",
    "UbahPagu",
    "UbahTarget",
    "accept_crosscutting",
    "accept_with_new",
    "activate_dokumen",
    "add_dukungan",
    "add_komentar",
    "add_pohon_indikator",
    "add_pohon_simpul",
    "add_simpul",
    "add_simpul_bulk",
    "advance_langkah",
    "carry_over",
    "copy_pohon",
    "create_dokumen",
    "create_pohon",
    "create_pohon_bulk",
    "create_pohon_simpul",
    "discard_dokumen",
    "link_indikator",
    "link_indikator_bulk",
    "move_pohon_simpul",
    "move_simpul",
    "propose_crosscutting",
    "refuse_crosscutting",
    "remove_dukungan",
    "remove_pohon_indikator",
    "remove_pohon_simpul",
    "remove_simpul",
    "retire_pohon_simpul",
    "return_dokumen",
    "return_langkah",
    "revise_dokumen",
    "save_kisi",
    "set_pagu",
    "set_pagu_bulk",
    "set_target",
    "set_target_bulk",
    "settle_komentar",
    "submit_dokumen",
    "unlink_indikator",
    "update_dokumen",
    "update_pohon",
    "update_pohon_indikator",
    "update_pohon_simpul",
    "update_simpul",
    "verify_dokumen",
    "withdraw_crosscutting",
    "withdraw_dokumen",
]
