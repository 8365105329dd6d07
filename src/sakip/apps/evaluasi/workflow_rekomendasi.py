"""The life of a recommendation: one transition table. The unit plans and submits, APIP decides."""

from dataclasses import dataclass

from sakip.apps.evaluasi.models import StatusRekomendasi, TahapLembar
from sakip.platform.wewenang import Izin

S = StatusRekomendasi


@dataclass(frozen=True, slots=True)
class Transisi:
    """One step: from which states, to which, and the permission on the unit that it needs."""

    dari: frozenset[str]
    ke: StatusRekomendasi
    izin: Izin


#: Nobody has decided on these yet, or the decision was that more is needed: they come back next year.
TERBUKA = frozenset({S.BELUM, S.DIRENCANAKAN, S.DIAJUKAN, S.BELUM_SESUAI})
#: It is the unit's turn: what reminders are about.
GILIRAN_UNIT = frozenset({S.BELUM, S.DIRENCANAKAN, S.BELUM_SESUAI})
#: The verdicts of APIP.
PUTUSAN = (S.SESUAI, S.BELUM_SESUAI, S.TIDAK_DAPAT)
#: A recommendation exists for the unit once its LHE is signed.
TERBIT = frozenset({TahapLembar.SANGGAH, TahapLembar.FINAL})

TRANSISI: dict[str, Transisi] = {
    "rencanakan": Transisi(GILIRAN_UNIT, S.DIRENCANAKAN, Izin.TINDAK_LANJUT),
    "ajukan": Transisi(GILIRAN_UNIT, S.DIAJUKAN, Izin.TINDAK_LANJUT),
    S.SESUAI: Transisi(frozenset({S.DIAJUKAN}), S.SESUAI, Izin.NILAI_EVALUASI),
    S.BELUM_SESUAI: Transisi(frozenset({S.DIAJUKAN}), S.BELUM_SESUAI, Izin.NILAI_EVALUASI),
    # What has become impossible (a unit dissolved, a rule repealed) needs no submission first.
    S.TIDAK_DAPAT: Transisi(TERBUKA, S.TIDAK_DAPAT, Izin.NILAI_EVALUASI),
}


def putusan_dari(status: str) -> list[StatusRekomendasi]:
    """The verdicts that APIP may give in a state."""
    return [p for p in PUTUSAN if status in TRANSISI[p].dari]
