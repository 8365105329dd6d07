"""The evaluation files of the example city, read into what the services take."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.models import TahapLembar, TahapNilai
from sakip.apps.evaluasi.services.muat import MuatJawaban
from sakip.cli.demo.berkas import day, rows

Baris = dict[str, str]
# The day as of which the files describe the city.
HARI_PANDANG = date(2026, 11, 20)
#: An LHE may be objected to for so many days (example).
HARI_SANGGAH = 7

TAHAP = {
    "rencana": TahapLembar.MANDIRI,
    "mandiri_berjalan": TahapLembar.MANDIRI,
    "mandiri_selesai": TahapLembar.EVALUASI,
    "evaluasi_apip": TahapLembar.EVALUASI,
    "reviu_panel": TahapLembar.PANEL,
    "draf_lhe": TahapLembar.DRAF_LHE,
    "pembahasan": TahapLembar.TANGGAPAN,
    "sanggah": TahapLembar.SANGGAH,
    "selesai": TahapLembar.FINAL,
}
YA_TIDAK = {"Y": "ya", "T": "tidak"}
ALASAN_AKHIR = "Disepakati dalam pembahasan hasil evaluasi"


@dataclass
class LembarBerkas:
    """One sheet of the files: its row, and its lines of grades, criteria and recommendations."""

    baris: Baris
    nomor: int
    jawaban: list[Baris] = field(default_factory=list)
    kriteria: list[Baris] = field(default_factory=list)
    rekomendasi: list[Baris] = field(default_factory=list)

    @property
    def kode(self) -> str:
        return self.baris["id"]

    @property
    def unit(self) -> str:
        return self.baris["unit"]

    @property
    def tahun(self) -> int:
        return int(self.baris["tahun_kinerja"])

    @property
    def mulai(self) -> date:
        return date.fromisoformat(self.baris["mulai"])

    @property
    def tanggal_lhe(self) -> date | None:
        """The day of signing; sheets that are objected to are signed too, the file names no day for them."""
        tercetak = day(self.baris["tanggal_lhe"])
        if tercetak is None and self.baris["tahap"] == "sanggah":
            return HARI_PANDANG - timedelta(days=3 + self.nomor % 4)
        return tercetak

    @property
    def nomor_lhe(self) -> str:
        """Numbers follow the order of the file, also where it prints none."""
        return self.baris["nomor_lhe"] or f"700/{100 + self.nomor}/LHE/{self.tahun + 1}"

    @property
    def tutup_sanggah(self) -> date | None:
        tanggal = self.tanggal_lhe
        return None if tanggal is None else tanggal + timedelta(days=HARI_SANGGAH)

    @property
    def tahap(self) -> TahapLembar:
        """A published LHE is final once the days for objecting have passed."""
        if self.baris["tahap"] == "lhe_terbit":
            tutup = self.tutup_sanggah
            return TahapLembar.FINAL if tutup and tutup < HARI_PANDANG else TahapLembar.SANGGAH
        return TAHAP[self.baris["tahap"]]


def read_lembar(data: Path) -> dict[int, list[LembarBerkas]]:
    """Sheets per performance year, in the order of the file."""
    folder = data / "evaluasi"
    semua: dict[str, LembarBerkas] = {}
    per_tahun: dict[int, list[LembarBerkas]] = defaultdict(list)
    for baris in rows(folder / "evaluasi.csv"):
        tahun = int(baris["tahun_kinerja"])
        satu = LembarBerkas(baris, len(per_tahun[tahun]))
        semua[satu.kode] = satu
        per_tahun[tahun].append(satu)
    for nama, bidang in (
        ("lke_jawaban", "jawaban"),
        ("lke_kriteria", "kriteria"),
        ("rekomendasi", "rekomendasi"),
    ):
        for baris in rows(folder / f"{nama}.csv"):
            getattr(semua[baris["evaluasi"]], bidang).append(baris)
    return dict(per_tahun)


def read_jawaban(satu: LembarBerkas, instrumen: Instrumen) -> dict[TahapNilai, dict[str, MuatJawaban]]:
    """Answers per stage of value. A final value is written where it departs from APIP's first one."""
    kode = codes_of(instrumen)
    mandiri, apip, akhir = dict[str, MuatJawaban](), dict[str, MuatJawaban](), dict[str, MuatJawaban]()
    for baris in satu.jawaban:
        butir = baris["sub_komponen"]
        mandiri[butir] = MuatJawaban(baris["mandiri"], baris["upaya_tambahan"], baris["bukti_dukung"])
        if baris["apip"]:
            apip[butir] = MuatJawaban(baris["apip"], baris["catatan"])
        if baris["akhir"] and baris["akhir"] != baris["apip"]:
            akhir[butir] = MuatJawaban(baris["akhir"], alasan=ALASAN_AKHIR)
    for baris in satu.kriteria:
        butir = kode[baris["sub_komponen"], baris["kriteria"]]
        if baris["mandiri"]:
            mandiri[butir] = MuatJawaban(YA_TIDAK[baris["mandiri"]])
        if baris["apip"]:
            apip[butir] = MuatJawaban(YA_TIDAK[baris["apip"]])
        if baris["akhir"] and baris["akhir"] != baris["apip"]:
            akhir[butir] = MuatJawaban(YA_TIDAK[baris["akhir"]], alasan=ALASAN_AKHIR)
    # A sheet still in the panel has its changed values there.
    terakhir = TahapNilai.PANEL if satu.tahap == TahapLembar.PANEL else TahapNilai.AKHIR
    return {TahapNilai.MANDIRI: mandiri, TahapNilai.EVALUASI: apip, terakhir: akhir}


def codes_of(instrumen: Instrumen) -> dict[tuple[str, str], str]:
    """(sub-component, lasting id) -> code of a criterion: the files name criteria by id."""
    return {
        (sub.kode, kriteria.id): kriteria.kode
        for sub in instrumen.penilaian
        for kriteria in instrumen.kriteria(sub.kode)
    }


def at(tanggal: date, jam: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(tanggal, time(jam)))


def step_days(satu: LembarBerkas, jumlah: int) -> list[date]:
    """Days on which the steps of a sheet were taken, evenly from the end of the self-assessment.

    The last step of a final sheet is the end of the time for objections, the one before it the signing.
    """
    awal = satu.mulai + timedelta(days=18)
    tanda, tutup = satu.tanggal_lhe, satu.tutup_sanggah
    ekor: list[date] = []
    if tanda is not None and tutup is not None:
        ekor = [tanda, tutup + timedelta(days=1)] if satu.tahap == TahapLembar.FINAL else [tanda]
    akhir = ekor[0] if ekor else HARI_PANDANG - timedelta(days=1 + satu.nomor % 5)
    n = jumlah - len(ekor)
    sela = (akhir - awal).days
    return [awal + timedelta(days=sela * nomor // max(n, 1)) for nomor in range(n)] + ekor
