"""Probes of the plans: which documents there are, what they are worth, and whether they hang together."""

from sakip.apps.perencanaan.probes.bersama import (
    MENENGAH,
    TANPA_RENCANA,
    alamat_dokumen,
    catat_dokumen,
    indikator_hasil,
    is_penunjang,
    rencana,
)
from sakip.apps.perencanaan.probes.dokumen import aktivitas, ditetapkan, menengah, panjang
from sakip.apps.perencanaan.probes.jenjang import (
    crosscutting,
    lima_langkah,
    lintas,
    penjenjangan,
    peran_hasil,
)
from sakip.apps.perencanaan.probes.rumusan import iku_ditetapkan, iku_stabil, rumusan, smart, target_lengkap

__all__ = [
    "MENENGAH",
    "PROBES",
    "TANPA_RENCANA",
    "alamat_dokumen",
    "catat_dokumen",
    "indikator_hasil",
    "is_penunjang",
    "rencana",
]

PROBES = (
    panjang,
    menengah,
    aktivitas,
    ditetapkan,
    rumusan,
    smart,
    target_lengkap,
    iku_stabil,
    iku_ditetapkan,
    penjenjangan,
    lima_langkah,
    lintas,
    crosscutting,
    peran_hasil,
)
