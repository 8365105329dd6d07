"""The approval of a realisasi: one transition table. Who performs which step is dated data of access."""

from dataclasses import dataclass

from sakip.apps.pengukuran.models import StatusRealisasi

ALUR = "pengukuran.realisasi"


@dataclass(frozen=True, slots=True)
class Transisi:
    """One step: from which states, to which, and whether it needs a reason."""

    dari: frozenset[str]
    ke: StatusRealisasi
    label: str
    beralasan: bool = False


TRANSISI: dict[str, Transisi] = {
    "ajukan": Transisi(
        frozenset({StatusRealisasi.DIISI, StatusRealisasi.DIKEMBALIKAN}), StatusRealisasi.DIAJUKAN, "Kirim"
    ),
    "verifikasi": Transisi(frozenset({StatusRealisasi.DIAJUKAN}), StatusRealisasi.DIVERIFIKASI, "Verifikasi"),
    "validasi": Transisi(frozenset({StatusRealisasi.DIVERIFIKASI}), StatusRealisasi.DIVALIDASI, "Validasi"),
    "kembalikan": Transisi(
        frozenset({StatusRealisasi.DIAJUKAN, StatusRealisasi.DIVERIFIKASI, StatusRealisasi.DIVALIDASI}),
        StatusRealisasi.DIKEMBALIKAN,
        "Kembalikan",
        beralasan=True,
    ),
    "kunci": Transisi(frozenset({StatusRealisasi.DIVALIDASI}), StatusRealisasi.DIKUNCI, "Kunci"),
    "buka": Transisi(
        frozenset({StatusRealisasi.DIKUNCI}), StatusRealisasi.DIKEMBALIKAN, "Buka kembali", beralasan=True
    ),
}
#: States in which a new figure may be entered.
TERBUKA = frozenset({StatusRealisasi.DIISI, StatusRealisasi.DIKEMBALIKAN})


def langkah_dari(status: str) -> list[str]:
    """The steps that lead on from a state."""
    return [nama for nama, transisi in TRANSISI.items() if status in transisi.dari]
