"""What the live data says about a sheet, criterion by criterion: the registry of probes asked once for all."""

from collections.abc import Mapping
from datetime import date

from kinerja.instrumen import Butir, Instrumen
from sakip.apps.evaluasi.instrumen import baca_instrumen
from sakip.apps.evaluasi.models import LembarKerja
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit
from sakip.platform.probe.daftar import probes_of
from sakip.platform.probe.model import HasilProbe, Probe, SasaranProbe

JawabanLangsung = Mapping[str, tuple[HasilProbe, ...]]


def jawaban_langsung(lembar: LembarKerja, *, kode_sub: str = "", pada: date | None = None) -> JawabanLangsung:
    """Every live answer of a sheet by criterion code; `kode_sub` asks for one sub-component only.

    The probes share what they read, so a whole sheet takes a fixed number of queries (a test keeps it at 25).
    """
    return ask(
        instrumen_id=lembar.instrumen.instrumen_id,
        unit=lembar.unit,
        tahun=lembar.evaluasi.tahun,
        profil=lembar.instrumen.profil,
        kode_sub=kode_sub,
        pada=pada,
    )


def ask(
    *,
    instrumen_id: str,
    unit: Unit,
    tahun: int,
    profil: str = "unit",
    kode_sub: str = "",
    pada: date | None = None,
) -> JawabanLangsung:
    """The same for a unit and year without a sheet. A probe that speaks of two criteria is asked once."""
    sasaran = SasaranProbe(unit.instansi, unit, tahun, pada or today(), profil)
    terjawab: dict[str, HasilProbe] = {}
    hasil: dict[str, tuple[HasilProbe, ...]] = {}
    for kode, daftar in probes_for(instrumen_id).items():
        if kode_sub and kode.rpartition(".")[0] != kode_sub:
            continue
        for probe in daftar:
            if probe.kode not in terjawab:
                terjawab[probe.kode] = probe(sasaran)
        hasil[kode] = tuple(terjawab[probe.kode] for probe in daftar)
    return hasil


def cakupan(instrumen_id: str) -> tuple[int, int]:
    """How many criteria of an instrument a probe speaks about, and how many it has."""
    return len(probes_for(instrumen_id)), len(criteria_of(baca_instrumen(instrumen_id)))


def probes_for(instrumen_id: str) -> dict[str, tuple[Probe, ...]]:
    """The probes of an instrument, by criterion code in the order of the instrument.

    A local variant takes over those of the instrument it comes from, by the stable id of the criterion: its codes
    may be numbered anew.
    """
    instrumen = baca_instrumen(instrumen_id)
    kriteria = criteria_of(instrumen)
    sendiri = probes_of(instrumen_id)
    if instrumen.induk is not None:
        sendiri = _inherited(instrumen.induk, kriteria) | sendiri
    return {kode: sendiri[kode] for kode in kriteria if kode in sendiri}


def _inherited(induk: str, kriteria: Mapping[str, Butir]) -> dict[str, tuple[Probe, ...]]:
    kode_of = {butir.id: kode for kode, butir in kriteria.items()}
    asal = criteria_of(baca_instrumen(induk))
    return {
        kode_of[asal[kode].id]: daftar
        for kode, daftar in probes_for(induk).items()
        if asal[kode].id in kode_of
    }


def criteria_of(instrumen: Instrumen) -> dict[str, Butir]:
    """What a probe can speak about: criteria where an answer has some, else the answered questions themselves."""
    return {satu.kode: satu for butir in instrumen.penilaian for satu in (butir.anak or (butir,))}
