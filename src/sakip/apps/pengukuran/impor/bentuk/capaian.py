"""Shape `capaian`: a published achievement table with sasaran, indikator, satuan, target, realisasi, capaian.

The printed achievement is kept as printed and checked; the figure of the system is computed from target
and realisasi. A table names its units in a column, or one unit is given for all of it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import product

from kinerja.nilai import JenisNilai, Nilai, format_angka
from kinerja.periksa import BarisTabel, StatusPeriksa, check_tabel
from kinerja.periksa.kolom import PolaritasTidakDikenal, parse_polaritas
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.bentuk.uraian_capaian import URAIAN
from sakip.apps.pengukuran.impor.rencana import Rencana, RIndikator, RNilai, RSimpul, RUnit, fold
from sakip.apps.pengukuran.impor.sel_nilai import read_cells
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Tingkat
from sakip.platform.lembar.uraian import (
    Baris,
    Tabel,
    find_table,
    is_error,
    missing_columns,
)

# The printed achievement follows from the row's own formula, so it may settle how the row is read.
TERJELASKAN = {StatusPeriksa.COCOK, StatusPeriksa.TERPOTONG, StatusPeriksa.PEMBULATAN_MASUKAN}
TANPA_SASARAN = "Sasaran tidak dicantumkan"
_JUMLAH = ("jumlah", "total", "rata rata", "rata-rata", "rerata")
_TW = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_POLARITAS_DARI_JENIS = {
    JenisNilai.RENTANG: "rentang",
    JenisNilai.ORDINAL: "ordinal",
    JenisNilai.AMBANG: "ambang",
}


@dataclass(slots=True)
class BarisCapaian:
    """One row that has its place, with the values as read."""

    baris: Baris
    asal: int
    unit: str
    tahun: int
    triwulan: int | None
    simpul: RSimpul
    nama: str
    doc: str
    polaritas: str | None
    nilai: dict[str, Nilai] = field(default_factory=dict)


def parse(buku: Buku, pilihan: PilihanImpor) -> Rencana:
    """Read every visible sheet that is an achievement table; raises BerkasTakTerpakai when none is."""
    rencana = Rencana("capaian", pilihan.tahun)
    rencana.unit_pilihan = pilihan.unit
    tabel_list = _find_tables(buku, rencana, pilihan)
    susun = Penyusun(rencana, pilihan)
    for tabel in tabel_list:
        rencana.pesan.extend(tabel.pesan)
        susun.read(tabel)
    susun.build()
    return rencana


def _find_tables(buku: Buku, rencana: Rencana, pilihan: PilihanImpor) -> list[Tabel]:
    tampak = [lembar for lembar in buku.lembar if lembar.tampak]
    hasil = [tabel for lembar in tampak if (tabel := find_table(lembar, URAIAN)) is not None]
    if not hasil:
        kurang = min((missing_columns(lembar, URAIAN) for lembar in tampak), key=len, default=[])
        raise BerkasTakTerpakai(
            f"Berkas {buku.nama} tidak memuat tabel capaian. Kolom yang tidak ditemukan: {', '.join(kurang)}. "
            "Judul kolom yang dikenal: Unit, Sasaran, Indikator, Satuan, Target, Realisasi, Capaian.",
            lembar=tampak[0].nama if tampak else "",
        )
    dipakai = {tabel.lembar.nama for tabel in hasil}
    for lembar in tampak:
        if lembar.nama not in dipakai and lembar.baris:
            rencana.say(
                lembar.nama, "", Tingkat.INFO, "Lembar ini tidak memuat tabel capaian, jadi dilewati."
            )
    if not pilihan.unit and not any({"unit", "nama_unit"} & tabel.letak.keys() for tabel in hasil):
        raise BerkasTakTerpakai(
            f"Berkas {buku.nama} tidak menyebut unit. Tambahkan kolom Unit (atau OPD), atau beri --unit KODE.",
            lembar=hasil[0].lembar.nama,
        )
    return hasil


class Penyusun:
    """Places rows, reads their values document by document, and builds the plan."""

    def __init__(self, rencana: Rencana, pilihan: PilihanImpor) -> None:
        self.rencana, self.pilihan = rencana, pilihan
        self.baris: list[BarisCapaian] = []
        self._simpul: dict[tuple[str, int, str], RSimpul] = {}
        self._unit, self._sasaran = "", ""
        self._tanpa_polaritas = 0

    # -- placing ----------------------------------------------------------------------------------

    def read(self, tabel: Tabel) -> None:
        self._unit, self._sasaran = "", ""
        for baris in tabel.baris():
            self.rencana.dibaca += 1
            if not self._enter_unit(baris):
                continue
            sasaran = baris.teks("sasaran")
            if sasaran and not is_error(sasaran):
                self._sasaran = sasaran
            self._place(baris)

    def _enter_unit(self, baris: Baris) -> bool:
        nama = baris.teks("nama_unit")
        unit = baris.teks("unit") or nama
        unit = "" if is_error(unit) else unit
        # Merged or blank: the row above tells; else the unit given for the whole file.
        unit = unit or self._unit or self.pilihan.unit
        if not unit:
            return self._refuse(
                baris, "unit", "Unitnya tidak diketahui. Isi kolom Unit, atau beri --unit KODE."
            )
        kode = next((lama for lama in self.rencana.unit if fold(lama) == fold(unit)), unit)
        if kode != self._unit:
            self._unit, self._sasaran = kode, ""
        if kode not in self.rencana.unit:
            tempat = (baris.tabel.lembar.nama, baris.sel("unit"))
            nama = "" if nama == kode or is_error(nama) else nama[:250]
            self.rencana.unit[kode] = RUnit(kode, nama, asal=self.rencana.dibaca, tempat=tempat)
        return True

    def _place(self, baris: Baris) -> None:
        nama = baris.teks("indikator")
        berisi = any(baris.teks(kunci) for kunci in ("target", "realisasi", "capaian"))
        if not nama or is_error(nama):
            if berisi:
                self._refuse(
                    baris,
                    "indikator",
                    "Kolom Indikator kosong, jadi nilai baris ini tidak bertuan. Isi namanya.",
                )
            return
        if not berisi and not baris.teks("satuan"):
            self._say(baris, "indikator", Tingkat.INFO, "Baris tanpa target dan realisasi tidak disimpan.")
            return
        if not baris.teks("target") and fold(nama).startswith(_JUMLAH):
            self._say(
                baris,
                "indikator",
                Tingkat.INFO,
                "Baris jumlah atau rata-rata tidak disimpan; sistem menghitungnya.",
            )
            return
        tahun, triwulan = self._period(baris)
        if tahun is None:
            return
        self.baris.append(
            BarisCapaian(
                baris,
                self.rencana.dibaca,
                self._unit,
                tahun,
                triwulan,
                self._place_sasaran(tahun),
                self._cut(baris, "indikator", nama, 600),
                baris.teks("doc") or f"{baris.tabel.lembar.nama}",
                self._polarity(baris),
            )
        )

    def _period(self, baris: Baris) -> tuple[int | None, int | None]:
        teks = baris.teks("tahun")
        if teks and not (teks.isdecimal() and 1990 <= int(teks) <= 2100):
            self._refuse(
                baris, "tahun", f'"{teks[:30]}" bukan tahun. Tulis empat angka, mis. {self.pilihan.tahun}.'
            )
            return None, None
        tw = baris.teks("triwulan").casefold().removeprefix("tw").removeprefix("triwulan").strip()
        if tw and tw not in _TW:
            self._refuse(
                baris,
                "triwulan",
                f'"{tw[:30]}" bukan triwulan. Tulis 1 sampai 4, atau kosongkan untuk setahun.',
            )
            return None, None
        return (int(teks) if teks else self.pilihan.tahun), _TW.get(tw)

    def _place_sasaran(self, tahun: int) -> RSimpul:
        teks = self._sasaran or TANPA_SASARAN
        kunci = (self._unit, tahun, fold(teks))
        if kunci not in self._simpul:
            simpul = RSimpul(self._unit, tahun, "sasaran", teks[:700], asal=self.rencana.dibaca)
            self._simpul[kunci] = simpul
            self.rencana.simpul.append(simpul)
        return self._simpul[kunci]

    def _polarity(self, baris: Baris) -> str | None:
        try:
            kunci = parse_polaritas(baris.teks("polaritas"))
        except PolaritasTidakDikenal as error:
            self._say(baris, "polaritas", Tingkat.PERINGATAN, f"{error} Dibaca sebagai maks.")
            return None
        return {"min_a": "min"}.get(kunci, kunci) if kunci else None

    # -- building ---------------------------------------------------------------------------------

    def build(self) -> None:
        menurut_doc: dict[str, list[BarisCapaian]] = defaultdict(list)
        for b in self.baris:
            menurut_doc[b.doc].append(b)
        for satu_doc in menurut_doc.values():
            self._read_values(satu_doc)
        self._check_printed()
        ada: dict[tuple[str, str], list[RIndikator]] = defaultdict(list)
        slot: dict[tuple[RIndikator, int, int | None], BarisCapaian] = {}
        for b in self.baris:
            self._add(b, ada[b.unit, fold(b.nama)], slot)
        if self._tanpa_polaritas:
            self.rencana.say(
                self.baris[0].baris.tabel.lembar.nama,
                "",
                Tingkat.INFO,
                f"{self._tanpa_polaritas} indikator tanpa polaritas dianggap makin besar makin baik. "
                "Ubah di kamus indikator, atau isi kolom Polaritas (maks, min, rentang, ordinal).",
            )

    def _read_values(self, satu_doc: Sequence[BarisCapaian]) -> None:
        baris = [b.baris for b in satu_doc]
        for kunci in ("target", "realisasi"):
            nilai = read_cells(self.rencana, baris, kunci, desimal=self.pilihan.desimal, teks=True)
            for b, satu in zip(satu_doc, nilai, strict=True):
                b.nilai[kunci] = satu

    def _check_printed(self) -> None:
        """What the printed achievement is worth, row by row."""
        cetak = [b for b in self.baris if b.baris.teks("capaian") and not is_error(b.baris.teks("capaian"))]
        hasil = check_tabel(
            [
                BarisTabel(
                    id=str(n),
                    target=b.baris.isi("target"),
                    realisasi=b.baris.isi("realisasi"),
                    capaian=b.baris.isi("capaian"),
                    polaritas=b.polaritas,
                    indikator=b.nama,
                    doc=b.doc,
                )
                for n, b in enumerate(cetak)
            ]
        )
        for b, h in zip(cetak, hasil, strict=True):
            if h.status in TERJELASKAN:
                self._settle(b, h.capaian)
            tingkat = Tingkat.PERINGATAN if h.status is StatusPeriksa.SALAH else Tingkat.INFO
            if h.status is not StatusPeriksa.COCOK:
                self._say(b.baris, "capaian", tingkat, f"Capaian tercetak: {h.pesan}")
        hitung = Counter(h.status.value.replace("_", " ") for h in hasil)
        if hitung:
            teks = ", ".join(f"{n} {status}" for status, n in hitung.most_common())
            self.rencana.say(
                cetak[0].baris.tabel.lembar.nama, "", Tingkat.INFO, f"Capaian tercetak diperiksa: {teks}."
            )

    def _settle(self, b: BarisCapaian, capaian: Decimal | None) -> None:
        """Of the readings of a doubtful numeral, the one from which the printed achievement follows wins."""
        pilihan = {kunci: _readings(b.nilai[kunci]) for kunci in ("target", "realisasi")}
        if all(len(satu) < 2 for satu in pilihan.values()):
            return
        for target, realisasi in product(pilihan["target"], pilihan["realisasi"]):
            ulang = BarisTabel(
                id="",
                target=target.angka,
                realisasi=realisasi.angka,
                capaian=b.baris.isi("capaian"),
                polaritas=b.polaritas,
            )
            (h,) = check_tabel([ulang])
            if h.status in TERJELASKAN and h.capaian == capaian:
                self._adopt(b, "target", target)
                self._adopt(b, "realisasi", realisasi)
                return

    def _adopt(self, b: BarisCapaian, kunci: str, nilai: Nilai) -> None:
        if nilai == b.nilai[kunci]:
            return
        b.nilai[kunci] = nilai
        angka = "" if nilai.angka is None else format_angka(nilai.angka)
        teks = f'"{b.baris.teks(kunci)}" dibaca {angka}: hanya bacaan itu yang menghasilkan capaian tercetak.'
        self._say(b.baris, kunci, Tingkat.INFO, teks)

    def _add(
        self,
        b: BarisCapaian,
        sama: list[RIndikator],
        slot: dict[tuple[RIndikator, int, int | None], BarisCapaian],
    ) -> None:
        for indikator in sama:
            lama = slot.get((indikator, b.tahun, b.triwulan))
            if lama is None:
                self._attach(indikator, b)
                slot[indikator, b.tahun, b.triwulan] = b
                return
            if _same_figures(lama, b):
                nomor = lama.baris.nomor + 1
                self._say(
                    b.baris,
                    "indikator",
                    Tingkat.INFO,
                    f"Kembar dengan baris {nomor}; tidak disimpan dua kali.",
                )
                return
        if sama:
            nomor = slot[sama[0], b.tahun, b.triwulan].baris.nomor + 1
            pesan = (
                f"Indikator ini sudah ada di baris {nomor} dengan nilai lain; keduanya disimpan. "
                "Hapus salah satu bila itu satu indikator."
            )
            self._say(b.baris, "indikator", Tingkat.PERINGATAN, pesan)
        indikator = RIndikator(
            b.unit,
            b.nama,
            ke=len(sama) + 1,
            satuan=self._cut(b.baris, "satuan", b.baris.teks("satuan"), 80),
            atribut={"polaritas": self._polarity_of(b)},
            asal=b.asal,
        )
        sama.append(indikator)
        self.rencana.indikator.append(indikator)
        self._attach(indikator, b)
        slot[indikator, b.tahun, b.triwulan] = b

    def _polarity_of(self, b: BarisCapaian) -> str:
        if b.polaritas is not None and b.polaritas != "ambigu":
            return b.polaritas
        dari_target = _POLARITAS_DARI_JENIS.get(b.nilai["target"].jenis)
        if dari_target is None:
            self._tanpa_polaritas += 1
        return dari_target or "maks"

    def _attach(self, indikator: RIndikator, b: BarisCapaian) -> None:
        tempat = [s for s in (indikator.simpul, *indikator.simpul_lain) if s is not None]
        if b.simpul not in tempat:
            if indikator.simpul is None:
                indikator.simpul = b.simpul
            elif all(s.tahun != b.tahun for s in tempat):
                indikator.simpul_lain.append(b.simpul)
        for kunci, tujuan in (("target", self.rencana.target), ("realisasi", self.rencana.realisasi)):
            nilai = b.nilai[kunci]
            if nilai.jenis is JenisNilai.KOSONG or (kunci == "target" and not nilai.dilaporkan):
                continue
            tujuan.append(
                RNilai(
                    indikator,
                    b.tahun,
                    b.triwulan,
                    nilai,
                    asal=b.asal,
                    sumber=b.baris.teks("sumber")[:400],
                    tercetak=b.baris.teks("capaian")[:60] if kunci == "realisasi" else "",
                    tempat=(b.baris.tabel.lembar.nama, b.baris.sel(kunci)),
                )
            )

    # -- messages ---------------------------------------------------------------------------------

    def _cut(self, baris: Baris, kunci: str, teks: str, batas: int) -> str:
        if len(teks) > batas:
            pesan = f"Teks lebih panjang dari {batas} huruf dan disimpan sampai batas itu."
            self._say(baris, kunci, Tingkat.PERINGATAN, pesan)
        return teks[:batas]

    def _refuse(self, baris: Baris, kunci: str, pesan: str) -> bool:
        self.rencana.ditolak.add(self.rencana.dibaca)
        self._say(baris, kunci, Tingkat.GALAT, f"Baris ditolak. {pesan}")
        return False

    def _say(self, baris: Baris, kunci: str, tingkat: Tingkat, pesan: str) -> None:
        self.rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), tingkat, pesan)


def _readings(nilai: Nilai | None) -> list[Nilai]:
    """The plain reading, then the others of a doubtful numeral; none when there is no number."""
    if nilai is None or nilai.angka is None:
        return []
    lain = [replace(nilai, angka=satu, ragu=False, sebab=None, lain=()) for satu in nilai.lain]
    return [nilai, *lain]


def _same_figures(a: BarisCapaian, b: BarisCapaian) -> bool:
    return all(a.baris.teks(kunci) == b.baris.teks(kunci) for kunci in ("target", "realisasi", "capaian"))
