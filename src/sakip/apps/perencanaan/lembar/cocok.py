"""From the rows of a file to a table with the keys of the system: by hidden key, code, statement, or as new."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sakip.apps.perencanaan.lembar.angka import read_pagu, read_target
from sakip.apps.perencanaan.lembar.bahan import Bahan, plain
from sakip.apps.perencanaan.lembar.baris import BarisBerkas, Catatan
from sakip.apps.perencanaan.lembar.indikator import Dirujuk, resolve_indikator
from sakip.apps.perencanaan.lembar.tabel import Tabel, is_simpul, kunci_indikator, setara
from sakip.apps.perencanaan.models import JenisSimpul
from sakip.apps.perencanaan.services.simpul import TINGKAT
from sakip.apps.perencanaan.susunan import BERPAGU
from sakip.platform.lembar.pesan import Tingkat, cell_name

BARU = "S:baru-"
#: A baseline with its year: 80,5 (2024).
AWAL = re.compile(r"(.+?)\s*\((\d{4})\)")
#: Texts that may stand beside an indicator, with the longest that is kept.
TEKS_INDIKATOR = {"rumus": 4000, "definisi": 4000, "sumber": 300, "alasan": 2000}


@dataclass(slots=True)
class Terbaca:
    """The file as a table, with the row each key stands on, doubtful cells, and indicators it would make."""

    tabel: Tabel = field(default_factory=dict)
    ragu: dict[tuple[str, str], str] = field(default_factory=dict)
    tempat: dict[str, int] = field(default_factory=dict)
    baru: dict[str, Dirujuk] = field(default_factory=dict)
    #: Cells that are read here and belong elsewhere.
    titipan: dict[tuple[str, str], str] = field(default_factory=dict)


def match_baris(
    baris: Iterable[BarisBerkas], bahan: Bahan, catatan: Catatan, teks: Collection[str] = (), semula: int = 0
) -> Terbaca:
    """The file in the keys of the system; whatever is wrong with it is in `catatan`.

    `teks` names the texts of TEKS_INDIKATOR that are read; `semula` the year of a baseline without one of its own.
    """
    semua = list(baris)
    pencocok = _Pencocok(bahan, catatan, {b.at("kunci_s") for b in semua if b.tingkat}, teks, semula)
    for satu in semua:
        pencocok.take(satu)
    _check_kode(pencocok.hasil, catatan)
    return pencocok.hasil


class _Pencocok:
    def __init__(
        self, bahan: Bahan, catatan: Catatan, berkunci: set[str], teks: Collection[str], semula: int
    ) -> None:
        self.bahan, self.catatan, self.hasil = bahan, catatan, Terbaca()
        self.teks, self.semula = teks, semula
        self.rantai: list[tuple[int, str]] = []
        self._kode: dict[tuple[str, str], str] = {}
        self._nyata: dict[tuple[str, str], str] = {}
        self._target: dict[tuple[str, str], tuple[str, int]] = {}
        for kunci, isi in bahan.sistem.items():
            # A row that stands in the file under its own key is not given away to another one.
            if is_simpul(kunci) and kunci not in berkunci:
                if isi["kode"]:
                    self._kode[isi["jenis"], isi["kode"]] = kunci
                self._nyata.setdefault((isi["jenis"], plain(isi["pernyataan"])), kunci)

    def take(self, b: BarisBerkas) -> None:
        for nomor, (jenis, teks) in enumerate(b.tingkat, 1):
            self._node(jenis, teks, b, terakhir=nomor == len(b.tingkat))
        if not b.tingkat and not self._continues(b):
            return
        self._indikator(b)

    def _continues(self, b: BarisBerkas) -> bool:
        """A row without a statement goes on with the node above it."""
        kunci = b.at("kunci_s")
        if kunci and kunci not in self.hasil.tabel and self.bahan.dikenal(kunci) is not None:
            nyata = self.bahan.dikenal(kunci) or {}
            pesan = f'Pernyataan butir "{nyata["pernyataan"]}" dikosongkan. Isi kembali, atau hapus seluruh barisnya.'
            self.catatan.add(b.nomor, "kode", pesan)
            return False
        if not self.rantai:
            self.catatan.add(b.nomor, "indikator", "Baris ini tidak berada di bawah butir apa pun.")
            return False
        for bidang in ("kode", *(k for k in b.teks if k.startswith("rp:"))):
            if b.at(bidang):
                pesan = "Kode dan Rp dibaca dari baris pertama butirnya; sel ini dilewati."
                self.catatan.add(b.nomor, bidang, pesan, Tingkat.PERINGATAN)
        return True

    def _node(self, jenis: JenisSimpul, teks: str, b: BarisBerkas, *, terakhir: bool) -> None:
        tingkat = TINGKAT[jenis]
        kini = next((k for t, k in self.rantai if t == tingkat), "")
        if kini and self._same(kini, teks, b, terakhir):
            if terakhir:
                self.rantai = [satu for satu in self.rantai if satu[0] <= tingkat]
            return
        self.rantai = [satu for satu in self.rantai if satu[0] < tingkat]
        kunci = self._key(jenis, teks, b, terakhir)
        isi = {"jenis": str(jenis), "induk": self.rantai[-1][1] if self.rantai else "", "pernyataan": teks}
        if len(teks) > 700:
            self.catatan.add(b.nomor, f"j:{jenis}", "Pernyataan lebih dari 700 huruf. Ringkas dahulu.")
        if terakhir:
            self._own_cells(isi, kunci, jenis, b)
        self.hasil.tabel[kunci] = isi
        self.hasil.tempat[kunci] = b.nomor
        self.rantai.append((tingkat, kunci))

    def _same(self, kini: str, teks: str, b: BarisBerkas, terakhir: bool) -> bool:
        ada = self.hasil.tabel[kini]
        if plain(ada["pernyataan"]) != plain(teks):
            return False
        kunci, kode = (b.at("kunci_s"), b.at("kode")) if terakhir else ("", "")
        return (not kode or kode == ada.get("kode", "")) and kunci in ("", kini)

    def _key(self, jenis: JenisSimpul, teks: str, b: BarisBerkas, terakhir: bool) -> str:
        kunci, kode = (b.at("kunci_s"), b.at("kode")) if terakhir else ("", "")
        dikenal = self.bahan.dikenal(kunci) if kunci else None
        if dikenal is not None and kunci not in self.hasil.tabel:
            if dikenal["jenis"] != jenis:
                lama = JenisSimpul(dikenal["jenis"]).label
                pesan = (
                    f"Butir ini {lama}; tingkatnya tidak dapat diubah. Hapus barisnya dan tulis baris baru."
                )
                self.catatan.add(b.nomor, f"j:{jenis}", pesan)
            return kunci
        calon = self._kode.get((jenis, kode)) if kode else None
        calon = calon or self._nyata.get((jenis, plain(teks)))
        if calon is not None and calon not in self.hasil.tabel:
            return calon
        return f"{BARU}{b.nomor}-{jenis}"

    def _own_cells(self, isi: dict[str, str], kunci: str, jenis: JenisSimpul, b: BarisBerkas) -> None:
        if "kode" in b.teks:
            isi["kode"] = b.at("kode")
            if len(isi["kode"]) > 60:
                self.catatan.add(b.nomor, "kode", "Kode lebih dari 60 huruf.")
        if "pj" in b.teks:
            isi["pj"] = self._unit(b)
        for bidang in (satu for satu in b.teks if satu.startswith("rp:")):
            if jenis in BERPAGU:
                isi[bidang] = self._cell(kunci, bidang, b)
            elif b.at(bidang):
                pesan = "Pagu hanya untuk program, kegiatan, dan sub kegiatan; sel ini dilewati."
                self.catatan.add(b.nomor, bidang, pesan, Tingkat.PERINGATAN)

    def _unit(self, b: BarisBerkas) -> str:
        teks = b.at("pj")
        if not teks:
            return ""
        kode = self.bahan.unit.get(plain(teks))
        if kode is None:
            self.catatan.add(
                b.nomor, "pj", f'Unit "{teks}" tidak dikenal. Tulis kode, singkatan, atau namanya.'
            )
        elif not kode:
            self.catatan.add(b.nomor, "pj", f'"{teks}" dipakai lebih dari satu unit. Tulis kode unitnya.')
        return kode or ""

    def _indikator(self, b: BarisBerkas) -> None:
        simpul = self.rantai[-1][1]
        target = [k for k in b.teks if k.startswith("t:")]
        if not b.at("indikator"):
            if terisi := next((k for k in target if b.at(k)), ""):
                self.catatan.add(b.nomor, terisi, "Target ini tanpa indikator. Isi nama indikatornya.")
            return
        dirujuk = resolve_indikator(b, simpul, self.bahan, self.catatan)
        if dirujuk is None:
            return
        kunci = kunci_indikator(simpul.removeprefix("S:"), dirujuk.kode)
        if kunci in self.hasil.tabel:
            lain = cell_name(self.hasil.tempat[kunci], self.catatan.letak.kolom["indikator"])
            self.catatan.add(b.nomor, "indikator", f"Indikator ini sudah ada pada butir yang sama di {lain}.")
            return
        if dirujuk.baru:
            self.hasil.baru[dirujuk.kode] = dirujuk
        isi = {"nama": dirujuk.nama, "satuan": dirujuk.satuan}
        self.hasil.tempat[kunci] = b.nomor
        for bidang in target:
            isi[bidang] = self._cell(kunci, bidang, b)
            self._check_target(dirujuk.kode, bidang, isi[bidang], b)
        self._beside(isi, kunci, b)
        self.hasil.tabel[kunci] = isi

    def _beside(self, isi: dict[str, str], kunci: str, b: BarisBerkas) -> None:
        for bidang in self.teks:
            if bidang in b.teks:
                isi[bidang] = b.at(bidang)
                if len(isi[bidang]) > TEKS_INDIKATOR[bidang]:
                    self.catatan.add(b.nomor, bidang, f"Isian ini lebih dari {TEKS_INDIKATOR[bidang]} huruf.")
        # An empty baseline says nothing: a known figure of the past is not taken back by a file.
        if self.semula and b.at("awal"):
            isi["awal"] = self._baseline(kunci, b)

    def _baseline(self, kunci: str, b: BarisBerkas) -> str:
        ada = self.bahan.dikenal(kunci) or {}
        if setara(ada.get("awal", ""), b.at("awal")):
            return ada["awal"]
        cocok = AWAL.fullmatch(b.at("awal"))
        tahun = int(cocok[2]) if cocok is not None else self.semula
        bacaan = read_target(b.sel["awal"] if cocok is None else cocok[1])
        if bacaan.galat or tahun > self.semula:
            pesan = bacaan.galat or f"Tahun kondisi awal paling akhir {self.semula}."
            self.catatan.add(b.nomor, "awal", pesan)
        if bacaan.ragu:
            self.hasil.ragu[kunci, "awal"] = bacaan.ragu
        return f"{bacaan.teks} ({tahun})" if bacaan.teks else ""

    def _check_target(self, kode: str, bidang: str, teks: str, b: BarisBerkas) -> None:
        """One document promises one value for an indicator, however many nodes use it."""
        lain, nomor = self._target.setdefault((kode, bidang), (teks, b.nomor))
        if not setara(lain, teks):
            tempat = cell_name(nomor, self.catatan.letak.kolom[bidang])
            pesan = f'Indikator yang sama bertarget "{lain or "kosong"}" di {tempat}. Samakan keduanya.'
            self.catatan.add(b.nomor, bidang, pesan)

    def _cell(self, kunci: str, bidang: str, b: BarisBerkas) -> str:
        sel = b.sel[bidang]
        sumber = (self.bahan.sistem.get(kunci, {}), (self.bahan.ekspor or {}).get(kunci, {}))
        if isinstance(sel, str) and sel and any(s.get(bidang) == b.at(bidang) for s in sumber):
            # As it was exported: whatever it is, it was accepted before.
            return b.at(bidang)
        bacaan = read_pagu(sel) if bidang.startswith("rp:") else read_target(sel)
        if bacaan.galat:
            self.catatan.add(b.nomor, bidang, bacaan.galat)
        if bacaan.ragu:
            self.hasil.ragu[kunci, bidang] = bacaan.ragu
        return bacaan.teks


def _check_kode(hasil: Terbaca, catatan: Catatan) -> None:
    lihat: dict[tuple[str, str], str] = {}
    for kunci, isi in hasil.tabel.items():
        if is_simpul(kunci) and isi.get("kode"):
            lain = lihat.setdefault((isi["jenis"], isi["kode"]), kunci)
            if lain != kunci:
                tempat = cell_name(hasil.tempat[lain], catatan.letak.kolom["kode"])
                pesan = f"Kode {isi['kode']} sudah dipakai di {tempat}. Beri kode lain."
                catatan.add(hasil.tempat[kunci], "kode", pesan)
