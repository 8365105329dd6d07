"""Plans in versions, performance trees, roles in results, and the nomenclature they use."""

from sakip.apps.perencanaan.models.dokumen import (
    Dokumen,
    JenisDokumen,
    JenisSimpul,
    LangkahDokumen,
    PaguIndikatif,
    SifatDokumen,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.models.nomenklatur import (
    ButirNomenklatur,
    JenisNomenklatur,
    PadananNomenklatur,
    VersiNomenklatur,
)
from sakip.apps.perencanaan.models.peran import (
    AspekSKP,
    CaraCascading,
    PeranHasil,
)
from sakip.apps.perencanaan.models.pohon import (
    Crosscutting,
    DukunganSimpul,
    JenisPohon,
    JenisPohonSimpul,
    KomentarPohon,
    Pohon,
    PohonIndikator,
    PohonSimpul,
    StatusCrosscutting,
)

__all__ = [
    "AspekSKP",
    "ButirNomenklatur",
    "CaraCascading",
    "Crosscutting",
    "Dokumen",
    "DukunganSimpul",
    "JenisDokumen",
    "JenisNomenklatur",
    "JenisPohon",
    "JenisPohonSimpul",
    "JenisSimpul",
    "KomentarPohon",
    "LangkahDokumen",
    "PadananNomenklatur",
    "PaguIndikatif",
    "PeranHasil",
    "Pohon",
    "PohonIndikator",
    "PohonSimpul",
    "SifatDokumen",
    "Simpul",
    "SimpulIndikator",
    "StatusCrosscutting",
    "StatusDokumen",
    "Target",
    "VersiNomenklatur",
]
