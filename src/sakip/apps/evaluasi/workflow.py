"""The stages of a sheet: one transition table, and which values are written in which stage (88/2021 Lamp. I)."""

from dataclasses import dataclass

from sakip.apps.evaluasi.models import PeranTim, TahapLembar, TahapNilai
from sakip.platform.wewenang import Izin

T = TahapLembar


@dataclass(frozen=True, slots=True)
class Transisi:
    """One step: from which stage to which, who takes it, and what must hold first.

    `izin` is the permission on the sheet's unit; `peran_tim` the roles in the sheet's team, one of which the
    person must have (empty: the unit's own step). `syarat` names checks of services/tahap.py.
    """

    dari: TahapLembar
    ke: TahapLembar
    label: str
    izin: Izin
    peran_tim: frozenset[str] = frozenset()
    beralasan: bool = False
    syarat: tuple[str, ...] = ()


_TIM = frozenset({PeranTim.ANGGOTA, PeranTim.KETUA})
_PENGAWAS = frozenset({PeranTim.PENGAWAS})
_PANEL = frozenset({PeranTim.PENGAWAS, PeranTim.PENGENDALI_TEKNIS, PeranTim.PENANGGUNG_JAWAB})
_KETUA = frozenset({PeranTim.KETUA})
_TEKNIS = frozenset({PeranTim.PENGENDALI_TEKNIS})
_MUTU = frozenset({PeranTim.PENGENDALI_MUTU})
_PJ = frozenset({PeranTim.PENANGGUNG_JAWAB})

TRANSISI: dict[str, Transisi] = {
    "kirim_mandiri": Transisi(
        T.MANDIRI,
        T.EVALUASI,
        "Kirim penilaian mandiri",
        Izin.ISI_MANDIRI,
        syarat=("jendela", "lengkap_mandiri"),
    ),
    "kembalikan_mandiri": Transisi(
        T.EVALUASI, T.MANDIRI, "Kembalikan ke unit", Izin.NILAI_EVALUASI, _TIM, beralasan=True
    ),
    "kirim_reviu": Transisi(
        T.EVALUASI,
        T.REVIU,
        "Kirim ke pengawas",
        Izin.NILAI_EVALUASI,
        _TIM,
        syarat=("jendela", "lengkap_evaluasi", "catatan_dan_bukti"),
    ),
    "kembalikan_evaluasi": Transisi(
        T.REVIU, T.EVALUASI, "Kembalikan ke anggota tim", Izin.NILAI_EVALUASI, _PENGAWAS, beralasan=True
    ),
    "kirim_panel": Transisi(T.REVIU, T.PANEL, "Kirim ke panel", Izin.NILAI_EVALUASI, _PENGAWAS),
    "tutup_panel": Transisi(T.PANEL, T.DRAF_LHE, "Tetapkan hasil panel", Izin.NILAI_EVALUASI, _PANEL),
    "kirim_tanggapan": Transisi(
        T.DRAF_LHE,
        T.TANGGAPAN,
        "Kirim draf LHE ke unit",
        Izin.NILAI_EVALUASI,
        _KETUA,
        syarat=("ada_rekomendasi",),
    ),
    "beri_tanggapan": Transisi(
        T.TANGGAPAN,
        T.REVIU_TEKNIS,
        "Kirim tanggapan",
        Izin.TANGGAPI_EVALUASI,
        syarat=("jendela", "ada_tanggapan"),
    ),
    "kembalikan_draf": Transisi(
        T.REVIU_TEKNIS, T.DRAF_LHE, "Kembalikan ke ketua tim", Izin.NILAI_EVALUASI, _TEKNIS, beralasan=True
    ),
    "setujui_teknis": Transisi(
        T.REVIU_TEKNIS, T.REVIU_MUTU, "Setujui (teknis)", Izin.NILAI_EVALUASI, _TEKNIS
    ),
    "kembalikan_teknis": Transisi(
        T.REVIU_MUTU,
        T.REVIU_TEKNIS,
        "Kembalikan ke pengendali teknis",
        Izin.NILAI_EVALUASI,
        _MUTU,
        beralasan=True,
    ),
    "setujui_mutu": Transisi(T.REVIU_MUTU, T.SIAP_TTD, "Setujui (mutu)", Izin.NILAI_EVALUASI, _MUTU),
    "tandatangani": Transisi(
        T.SIAP_TTD, T.SANGGAH, "Tandatangani LHE", Izin.NILAI_EVALUASI, _PJ, syarat=("nomor_lhe",)
    ),
    "finalkan": Transisi(
        T.SANGGAH, T.FINAL, "Tetapkan final", Izin.NILAI_EVALUASI, _PJ, syarat=("sanggah_selesai",)
    ),
}

#: Which values may be written while a sheet is in a stage, by what permission and which roles in the team.
PENULIS_NILAI: dict[str, tuple[TahapNilai, Izin, frozenset[str]]] = {
    T.MANDIRI: (TahapNilai.MANDIRI, Izin.ISI_MANDIRI, frozenset()),
    T.EVALUASI: (TahapNilai.EVALUASI, Izin.NILAI_EVALUASI, _TIM),
    T.REVIU: (TahapNilai.REVIU, Izin.NILAI_EVALUASI, _PENGAWAS),
    T.PANEL: (TahapNilai.PANEL, Izin.NILAI_EVALUASI, _PANEL),
    T.DRAF_LHE: (TahapNilai.AKHIR, Izin.NILAI_EVALUASI, _KETUA),
}
#: The chain in which a later stage takes over what an earlier one said. The unit's own claim is not in it.
RANTAI_APIP = (TahapNilai.EVALUASI, TahapNilai.REVIU, TahapNilai.PANEL, TahapNilai.AKHIR)


def langkah_dari(tahap: str) -> list[str]:
    """The steps that lead on from a stage."""
    return [nama for nama, transisi in TRANSISI.items() if transisi.dari == tahap]
