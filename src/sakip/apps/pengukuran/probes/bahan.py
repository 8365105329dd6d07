"""What the probes of this app share: the rows of a unit's year, read once per sheet, and sentences about them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kinerja.nilai import Nilai
from kinerja.nilai.bentuk import format_angka
from sakip.apps.datakinerja.convert import nilai_from_json, nilai_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.datakinerja.probes import alamat_indikator, kamus
from sakip.apps.pengukuran.hitung import akhir_periode, jatuh_tempo
from sakip.apps.pengukuran.models import Capaian
from sakip.apps.pengukuran.selectors import (
    CapaianUnit,
    Pantauan,
    Pedoman,
    SlotPantau,
    capaian_unit,
    pantauan_unit,
    pedoman_pada,
)
from sakip.apps.perencanaan.probes import indikator_hasil, rencana
from sakip.apps.perjanjian.probes import janji
from sakip.platform.organisasi.models import JenisJadwal
from sakip.platform.probe.lingkup import ROMAWI, akhir_tahun, asal_unit, jadwal
from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe

TANPA_INDIKATOR = "Unit ini belum punya indikator pada rencana atau Perjanjian Kinerja tahun ini."
BELUM_JATUH_TEMPO = "Belum ada triwulan yang jatuh tempo."
#: Added where figures are there but the issued report is not seen: what the data cannot tell.
PERIKSA_LAPORAN = " Bahannya ada di sistem; periksa bahwa laporan yang ditetapkan memuatnya."
TAHUN_RIWAYAT = 5
#: Without a window in the calendar, evidence and figures may follow the period by this much.
HARI_SUSULAN = 31


def wajib(sasaran: SasaranProbe) -> tuple[IndikatorVersi, ...]:
    """The indicators the unit is measured by: of its plan, then what only its agreement promises."""
    return sasaran.recall("wajib", lambda: _wajib(sasaran))


def _wajib(sasaran: SasaranProbe) -> tuple[IndikatorVersi, ...]:
    hasil = {satu.indikator_id: satu for satu in indikator_hasil(sasaran)}
    for baris in janji(sasaran).baris:
        versi = kamus(sasaran).find(baris.indikator_id)
        if versi is not None:
            hasil.setdefault(baris.indikator_id, versi)
    return tuple(hasil.values())


def pantauan(sasaran: SasaranProbe) -> Pantauan:
    return sasaran.recall("pantauan", lambda: pantauan_unit(sasaran.unit, asal_unit(sasaran), sasaran.tahun))


def capaian(sasaran: SasaranProbe) -> CapaianUnit:
    mulai = sasaran.tahun - TAHUN_RIWAYAT
    return sasaran.recall(
        "capaian", lambda: capaian_unit(sasaran.unit, asal_unit(sasaran), mulai, sasaran.tahun)
    )


def pedoman(sasaran: SasaranProbe) -> Pedoman:
    return sasaran.recall("pedoman", lambda: pedoman_pada(sasaran.instansi.pk, akhir_tahun(sasaran)))


def batas_isi(sasaran: SasaranProbe, triwulan: int) -> date:
    """The last day to enter a quarter's figure: of the calendar, else a month after the quarter."""
    jendela = jadwal(sasaran, JenisJadwal.REALISASI, triwulan)
    susulan = akhir_periode(sasaran.tahun, triwulan) + timedelta(days=HARI_SUSULAN)
    return susulan if jendela is None else jendela.tutup


def triwulan_lewat(sasaran: SasaranProbe) -> tuple[int, ...]:
    """Quarters whose figures are due by the day asked about."""
    return tuple(tw for tw in (1, 2, 3, 4) if batas_isi(sasaran, tw) < sasaran.pada)


def slot_tempo(sasaran: SasaranProbe, versi: IndikatorVersi) -> Iterator[tuple[int, SlotPantau | None]]:
    """The quarters in which an indicator owed a figure, with its slot; those that do not apply are left out.

    The figure of the whole year stands for the last quarter where there is none for it.
    """
    milik = pantauan(sasaran).get(versi.indikator_id, {})
    for tw in jatuh_tempo(versi.frekuensi):
        if tw not in triwulan_lewat(sasaran):
            continue
        slot = milik.get(tw) or (milik.get(None) if tw == 4 else None)
        if slot is None or slot.terakhir.keadaan not in (Keadaan.TIDAK_BERLAKU, Keadaan.BELUM_RILIS):
            yield tw, slot


def wajib_tempo(sasaran: SasaranProbe) -> list[IndikatorVersi]:
    """The indicators that owed a figure by the day asked about: a yearly one owes none in the middle of its year."""
    return [versi for versi in wajib(sasaran) if any(True for _ in slot_tempo(sasaran, versi))]


def slot_lapor(sasaran: SasaranProbe, versi: IndikatorVersi) -> list[tuple[int, SlotPantau]]:
    """Due slots that hold a figure."""
    return [(tw, slot) for tw, slot in slot_tempo(sasaran, versi) if slot is not None and slot.dilaporkan]


def capaian_kini(sasaran: SasaranProbe, versi: IndikatorVersi) -> Capaian | None:
    """The achievement of the year, or up to its last due quarter while the year runs."""
    milik = capaian(sasaran)
    urut: list[int | None] = list(reversed(triwulan_lewat(sasaran)))
    if 4 in urut:
        urut.insert(0, None)
    calon = (milik.get((versi.indikator_id, sasaran.tahun, tw)) for tw in urut)
    return next((satu for satu in calon if satu is not None and satu.terbatas is not None), None)


def realisasi_of(baris: Capaian | None) -> Nilai | None:
    """The realisasi an achievement was computed from."""
    isi = None if baris is None else baris.dipakai.get("nilai")
    nilai = nilai_from_json(isi) if isi else None
    return nilai if nilai is not None and nilai.dilaporkan else None


def target_tahun(sasaran: SasaranProbe, versi: IndikatorVersi) -> Nilai | None:
    """The year's target: promised, else planned."""
    for baris in janji(sasaran).baris:
        if baris.indikator_id == versi.indikator_id and baris.ada_target:
            return nilai_of(baris)
    target = rencana(sasaran).target.get(versi.indikator_id, {}).get((sasaran.tahun, None))
    return None if target is None else nilai_of(target)


def tulis_nilai(nilai: Nilai) -> str:
    """A value as a document prints it."""
    return nilai.teks if nilai.angka is None else format_angka(nilai.angka)


def tulis_persen(baris: Capaian) -> str:
    """A stored achievement with two decimals."""
    return "-" if baris.terbatas is None else f"{format_angka(baris.terbatas, 2)}%"


def tulis_triwulan(triwulan: list[int]) -> str:
    return f"TW {', '.join(ROMAWI[tw] for tw in triwulan)}"


def with_note(hasil: HasilProbe) -> HasilProbe:
    """A "met" about a report says that only its material was seen."""
    return replace(hasil, alasan=hasil.alasan + PERIKSA_LAPORAN) if hasil.saran is True else hasil


def catat(versi: IndikatorVersi, memenuhi: bool, keterangan: str = "") -> CatatanProbe:
    return CatatanProbe(versi.nama, memenuhi, keterangan, alamat_indikator(versi))
