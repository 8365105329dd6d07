"""What the probes of the plans share: the plans of a unit and year, and how a document is recorded."""

import re

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.probes import kamus
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL, RencanaUnit, rencana_unit
from sakip.platform.probe.lingkup import asal_unit
from sakip.platform.probe.model import Alamat, CatatanProbe, SasaranProbe

TANPA_RENCANA = "Belum ada rencana menengah (Renstra atau RPJMD) berlaku yang mencakup tahun ini di sistem."
#: Five-year plans: of a unit, of the government.
MENENGAH = (JenisDokumen.RENSTRA, JenisDokumen.RPJMD)
#: Program X.XX.01 supports every affair of every unit (90/2019): it belongs to no single sasaran.
_PENUNJANG = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.01(?:\.|$)")


def rencana(sasaran: SasaranProbe) -> RencanaUnit:
    """The unit's plans of the year, shared by all probes of a sheet."""
    return sasaran.recall("rencana", lambda: rencana_unit(sasaran.unit, asal_unit(sasaran), sasaran.tahun))


def is_penunjang(simpul: Simpul) -> bool:
    """Whether a programme or activity is part of the supporting programme that every unit has."""
    return _PENUNJANG.match(simpul.kode) is not None


def alamat_dokumen(dokumen: Dokumen) -> Alamat:
    return ("perencanaan:dokumen", {"uid": str(dokumen.uid)}, "")


def catat_dokumen(dokumen: Dokumen | None, nama: str) -> CatatanProbe:
    """That a document is in force, or that the system has none."""
    if dokumen is None:
        return CatatanProbe(nama, False, "belum ada di sistem")
    masa = (
        f"{dokumen.tahun_mulai}"
        if dokumen.tahun_mulai == dokumen.tahun_selesai
        else f"{dokumen.tahun_mulai}-{dokumen.tahun_selesai}"
    )
    return CatatanProbe(dokumen.nama, True, f"berlaku, {masa}", alamat_dokumen(dokumen))


def indikator_hasil(sasaran: SasaranProbe) -> tuple[IndikatorVersi, ...]:
    """Indicators of tujuan and sasaran of the unit's main plan, in its order."""
    isi = rencana(sasaran)
    if isi.utama is None:
        return ()
    kunci = [
        indikator_id
        for simpul in isi.nodes(isi.utama, *TINGKAT_HASIL)
        for indikator_id in isi.indikator.get(simpul.pk, ())
    ]
    versi = (kamus(sasaran).find(satu) for satu in dict.fromkeys(kunci))
    return tuple(satu for satu in versi if satu is not None)
