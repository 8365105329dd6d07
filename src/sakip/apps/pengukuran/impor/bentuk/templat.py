"""Shape `templat`: our own workbook, with codes that make every row find what it means."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kinerja.nilai import JenisNilai, Nilai
from sakip.apps.datakinerja.models import AgregasiWaktu, Frekuensi, PolaritasIndikator
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.bentuk.uraian_templat import (
    ANGGARAN,
    INDIKATOR,
    JENIS_SIMPUL,
    REALISASI,
    SASARAN,
    SEMUA,
    TARGET,
    TW,
    YA_TIDAK,
)
from sakip.apps.pengukuran.impor.rencana import (
    RAnggaran,
    Rencana,
    RIndikator,
    RNilai,
    RSimpul,
    RUnit,
    fold,
)
from sakip.apps.pengukuran.impor.sel_nilai import read_cells, read_money
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Tingkat
from sakip.platform.lembar.uraian import Baris, Tabel, find_table, is_error, missing_columns

_KEADAAN = {"belum rilis": Keadaan.BELUM_RILIS.value, "tidak berlaku": Keadaan.TIDAK_BERLAKU.value}
_TEKS_KAMUS = {"definisi": 4000, "rumus": 4000, "sumber": 300, "pj_teks": 250}


def parse(buku: Buku, pilihan: PilihanImpor) -> Rencana:
    """Read the sheets of the template; raises BerkasTakTerpakai when none of them is there."""
    rencana = Rencana("templat", pilihan.tahun, unit_asing="tolak", unit_pilihan=pilihan.unit)
    tabel = _find_tables(buku, rencana)
    pembaca = PembacaTemplat(rencana, pilihan)
    for uraian, baca in (
        (SASARAN, pembaca.read_sasaran),
        (INDIKATOR, pembaca.read_indikator),
        (TARGET, pembaca.read_target),
        (REALISASI, pembaca.read_realisasi),
        (ANGGARAN, pembaca.read_anggaran),
    ):
        if uraian.nama in tabel:
            baca(tabel[uraian.nama])
    return rencana


def _find_tables(buku: Buku, rencana: Rencana) -> dict[str, Tabel]:
    hasil: dict[str, Tabel] = {}
    for lembar in buku.lembar:
        uraian = next((u for u in SEMUA if fold(u.nama) == fold(lembar.nama)), None)
        if uraian is None:
            continue
        tabel = find_table(lembar, uraian)
        if tabel is None:
            kurang = ", ".join(missing_columns(lembar, uraian))
            rencana.say(lembar.nama, "", Tingkat.GALAT, f"Lembar dilewati: kolom {kurang} tidak ditemukan.")
            continue
        rencana.pesan.extend(tabel.pesan)
        hasil[uraian.nama] = tabel
    if not hasil:
        raise BerkasTakTerpakai(
            f"Berkas {buku.nama} bukan templat sakip: lembar {', '.join(u.nama for u in SEMUA)} tidak ditemukan. "
            "Unduh templat dari halaman Impor, lalu isi di sana.",
            lain=rencana.pesan,
        )
    return hasil


class PembacaTemplat:
    """Reads sheet by sheet; later sheets refer to earlier ones by code."""

    def __init__(self, rencana: Rencana, pilihan: PilihanImpor) -> None:
        self.rencana, self.pilihan = rencana, pilihan
        # The template says how to write numbers; a printed table does not.
        self.desimal = "koma" if pilihan.desimal == "otomatis" else pilihan.desimal
        self.simpul: dict[str, RSimpul] = {}
        self.indikator: dict[str, RIndikator] = {}
        self._baris_kode: dict[tuple[str, str], int] = {}

    # -- sheets -----------------------------------------------------------------------------------

    def read_sasaran(self, tabel: Tabel) -> None:
        antre: list[tuple[Baris, int, str]] = []
        for baris in tabel.baris():
            self.rencana.dibaca += 1
            kode = self._code(baris)
            unit = self._unit(baris) if kode else ""
            if kode and unit:
                antre.append((baris, self.rencana.dibaca, unit))
        for baris, asal, unit in antre:
            self._add_simpul(baris, asal, unit)
        for baris, asal, _ in antre:
            self._hang(baris, asal)
        while any(self._fall(baris, asal) for baris, asal, _ in antre):
            pass
        self.rencana.simpul.extend(sorted(self.simpul.values(), key=lambda s: (_depth(s), s.asal)))
        self._number_twins()

    def _add_simpul(self, baris: Baris, asal: int, unit: str) -> None:
        jenis = fold(baris.teks("jenis")).replace(" ", "_") or "sasaran"
        teks = baris.teks("uraian")
        if jenis not in JENIS_SIMPUL:
            self._refuse(
                baris, "jenis", asal, f'Jenis "{jenis[:30]}" tidak dikenal. Pilih: {", ".join(JENIS_SIMPUL)}.'
            )
        elif not teks or is_error(teks):
            self._refuse(baris, "uraian", asal, "Uraian kosong. Isi bunyinya.")
        else:
            kode = baris.teks("kode")[:60]
            tempat = (baris.tabel.lembar.nama, baris.sel("uraian"))
            self.simpul[fold(kode)] = RSimpul(
                unit, self.pilihan.tahun, jenis, teks[:700], kode=kode, asal=asal, tempat=tempat
            )

    def _hang(self, baris: Baris, asal: int) -> None:
        simpul = self.simpul.get(fold(baris.teks("kode")))
        kode_induk = baris.teks("induk")
        if simpul is None or simpul.asal != asal or not kode_induk:
            return
        induk = self.simpul.get(fold(kode_induk))
        if induk is None or induk.unit != simpul.unit or _is_below(induk, simpul):
            del self.simpul[fold(baris.teks("kode"))]
            self._refuse(
                baris,
                "induk",
                asal,
                f'Kode induk "{kode_induk[:30]}" tidak ada atau melingkar. Perbaiki kodenya.',
            )
            return
        simpul.induk = induk

    def _fall(self, baris: Baris, asal: int) -> bool:
        """A node whose parent was refused has no place either."""
        kode = fold(baris.teks("kode"))
        simpul = self.simpul.get(kode)
        if (
            simpul is None
            or simpul.asal != asal
            or simpul.induk is None
            or simpul.induk in self.simpul.values()
        ):
            return False
        del self.simpul[kode]
        self._refuse(baris, "induk", asal, "Baris induknya ditolak. Perbaiki baris itu lebih dahulu.")
        return True

    def _number_twins(self) -> None:
        hitung: dict[tuple[Any, ...], int] = {}
        for s in self.rencana.simpul:
            kunci = (s.unit, id(s.induk), s.jenis, fold(s.pernyataan))
            hitung[kunci] = s.ke = hitung.get(kunci, 0) + 1

    def read_indikator(self, tabel: Tabel) -> None:
        baris_list = list(tabel.baris())
        batas = read_cells(self.rencana, baris_list, "batas", desimal=self.desimal, teks=False)
        for baris, satu_batas in zip(baris_list, batas, strict=True):
            self.rencana.dibaca += 1
            kode = self._code(baris)
            unit = self._unit(baris) if kode else ""
            if not unit:
                continue
            nama = baris.teks("nama")
            if not nama or is_error(nama):
                self._refuse(baris, "nama", self.rencana.dibaca, "Nama indikator kosong. Isi namanya.")
                continue
            indikator = RIndikator(
                unit,
                nama[:600],
                simpul=self._place(baris),
                kode=kode,
                satuan=baris.teks("satuan")[:80],
                atribut=self._dictionary(baris, satu_batas),
                asal=self.rencana.dibaca,
                tempat=(baris.tabel.lembar.nama, baris.sel("simpul")),
            )
            self.indikator[fold(kode)] = indikator
            self.rencana.indikator.append(indikator)

    def _place(self, baris: Baris) -> RSimpul | None:
        kode = baris.teks("simpul")
        simpul = self.simpul.get(fold(kode)) if kode else None
        if kode and simpul is None:
            pesan = (
                f'Kode sasaran "{kode[:30]}" tidak ada di lembar Sasaran, jadi indikator ini belum bertempat.'
            )
            self._say(baris, "simpul", Tingkat.PERINGATAN, pesan)
        return simpul

    def _dictionary(self, baris: Baris, batas: Nilai) -> dict[str, Any]:
        """Only what is filled in; an empty cell leaves the dictionary as it is."""
        isi: dict[str, Any] = {}
        for kunci, pilihan in (
            ("polaritas", PolaritasIndikator.values),
            ("agregasi_waktu", AgregasiWaktu.values),
            ("frekuensi", Frekuensi.values),
        ):
            teks = fold(baris.teks(kunci)).replace(" ", "_").replace("-", "_")
            if teks and teks not in pilihan:
                pesan = f'"{teks[:30]}" tidak dikenal, jadi tidak dipakai. Pilih: {", ".join(pilihan)}.'
                self._say(baris, kunci, Tingkat.GALAT, pesan)
            elif teks:
                isi[kunci] = teks
        iku = fold(baris.teks("is_iku"))
        if iku in YA_TIDAK:
            isi["is_iku"] = iku == "ya"
        elif iku:
            self._say(baris, "is_iku", Tingkat.GALAT, f'"{iku[:30]}" tidak dikenal. Tulis ya atau tidak.')
        if batas.angka is not None and Decimal(0) < batas.angka < Decimal(100000):
            isi["batas"] = batas.angka.quantize(Decimal("0.01"))
        elif batas.angka is not None:
            self._say(
                baris, "batas", Tingkat.GALAT, "Batas capaian harus lebih dari 0. Kosongkan bila tanpa batas."
            )
        for kunci, panjang in _TEKS_KAMUS.items():
            teks = baris.teks(kunci)
            if teks and not is_error(teks):
                isi[kunci] = teks[:panjang]
        return isi

    def read_target(self, tabel: Tabel) -> None:
        self._read_figures(tabel, self._add_target)

    def read_realisasi(self, tabel: Tabel) -> None:
        self._read_figures(tabel, self._add_realisasi)

    def _read_figures(
        self, tabel: Tabel, add: Callable[[Baris, RIndikator, int | None, Nilai], None]
    ) -> None:
        baris_list = list(tabel.baris())
        periode: list[tuple[str, int | None]] = [("setahun", None), *((f"tw{n}", n) for n, _ in TW)]
        kolom = [(kunci, tw) for kunci, tw in periode if kunci in tabel.letak]
        nilai = {
            kunci: read_cells(self.rencana, baris_list, kunci, desimal=self.desimal, teks=True)
            for kunci, _ in kolom
        }
        for n, baris in enumerate(baris_list):
            self.rencana.dibaca += 1
            kode = self._code(baris)
            if not kode:
                continue
            indikator = self._refer(kode, baris)
            for kunci, tw in kolom:
                add(baris, indikator, tw, nilai[kunci][n])

    def _refer(self, kode: str, baris: Baris) -> RIndikator:
        if fold(kode) not in self.indikator:
            indikator = RIndikator("", baris.teks("nama"), kode=kode, acuan=True, asal=self.rencana.dibaca)
            self.indikator[fold(kode)] = indikator
            self.rencana.indikator.append(indikator)
        return self.indikator[fold(kode)]

    def _add_target(self, baris: Baris, indikator: RIndikator, tw: int | None, nilai: Nilai) -> None:
        if nilai.dilaporkan:
            kunci = f"tw{tw}" if tw else "setahun"
            tempat = (baris.tabel.lembar.nama, baris.sel(kunci))
            self.rencana.target.append(
                RNilai(indikator, self.pilihan.tahun, tw, nilai, asal=self.rencana.dibaca, tempat=tempat)
            )

    def _add_realisasi(self, baris: Baris, indikator: RIndikator, tw: int | None, nilai: Nilai) -> None:
        keadaan = self._state(baris) if tw is None and nilai.jenis is JenisNilai.KOSONG else ""
        if nilai.jenis is JenisNilai.KOSONG and not keadaan:
            return
        kunci = f"tw{tw}" if tw else "setahun"
        self.rencana.realisasi.append(
            RNilai(
                indikator,
                self.pilihan.tahun,
                tw,
                nilai,
                asal=self.rencana.dibaca,
                keadaan=keadaan,
                alasan=baris.teks("alasan")[:300] if keadaan else "",
                sementara=fold(baris.teks("sementara")) == "ya",
                sumber=baris.teks("sumber")[:400],
                catatan=baris.teks("catatan"),
                tempat=(baris.tabel.lembar.nama, baris.sel(kunci)),
            )
        )

    def _state(self, baris: Baris) -> str:
        teks = fold(baris.teks("keadaan")).replace("_", " ")
        if not teks:
            return ""
        if teks not in _KEADAAN:
            self._say(
                baris, "keadaan", Tingkat.GALAT, f'"{teks[:30]}" tidak dikenal. Pilih: {", ".join(_KEADAAN)}.'
            )
            return ""
        if not baris.teks("alasan"):
            self._say(baris, "alasan", Tingkat.GALAT, "Keadaan ini perlu alasan. Isi kolom Alasan.")
            return ""
        return _KEADAAN[teks]

    def read_anggaran(self, tabel: Tabel) -> None:
        baris_list = list(tabel.baris())
        kolom = ["pagu", "rp", *(f"rp{n}" for n, _ in TW)]
        uang = {
            k: read_money(self.rencana, baris_list, k, desimal=self.desimal)
            for k in kolom
            if k in tabel.letak
        }
        for n, baris in enumerate(baris_list):
            self.rencana.dibaca += 1
            kode = self._code(baris)
            simpul = self.simpul.get(fold(kode)) if kode else None
            if kode and simpul is None:
                self._refuse(
                    baris, "kode", self.rencana.dibaca, f'Kode "{kode[:30]}" tidak ada di lembar Sasaran.'
                )
            if simpul is None:
                continue
            pagu = uang["pagu"][n] if "pagu" in uang else None
            if pagu is not None and pagu < 0:
                self._say(baris, "pagu", Tingkat.GALAT, "Pagu tidak boleh negatif, jadi dibaca kosong.")
                pagu = None
            isi: list[tuple[int | None, Decimal | None, Decimal | None]] = [
                (None, uang["rp"][n] if "rp" in uang else None, pagu),
                *((tw, uang[f"rp{tw}"][n] if f"rp{tw}" in uang else None, None) for tw, _ in TW),
            ]
            self.rencana.anggaran.extend(
                RAnggaran(
                    simpul.unit, self.pilihan.tahun, tw, rp, simpul=simpul, pagu=p, asal=self.rencana.dibaca
                )
                for tw, rp, p in isi
                if rp is not None or p is not None
            )

    # -- shared -----------------------------------------------------------------------------------

    def _code(self, baris: Baris) -> str:
        """The row's code, once per sheet; a second row with it is refused."""
        kode = baris.teks("kode")[:60]
        if not kode or is_error(kode):
            self._refuse(baris, "kode", self.rencana.dibaca, "Kode kosong. Isi kodenya.")
            return ""
        kunci = (baris.tabel.lembar.nama, fold(kode))
        if kunci in self._baris_kode:
            pesan = f"Kode {kode} sudah ada di baris {self._baris_kode[kunci]}. Hapus salah satu, atau beri kode lain."
            self._refuse(baris, "kode", self.rencana.dibaca, pesan)
            return ""
        self._baris_kode[kunci] = baris.nomor + 1
        return kode

    def _unit(self, baris: Baris) -> str:
        unit = baris.teks("unit") or self.pilihan.unit
        if not unit or is_error(unit):
            self._refuse(
                baris,
                "unit",
                self.rencana.dibaca,
                "Unitnya tidak diketahui. Isi kolom Unit, atau pilih unit.",
            )
            return ""
        kode = next((lama for lama in self.rencana.unit if fold(lama) == fold(unit)), unit)
        if kode not in self.rencana.unit:
            tempat = (baris.tabel.lembar.nama, baris.sel("unit"))
            self.rencana.unit[kode] = RUnit(kode, asal=self.rencana.dibaca, tempat=tempat)
        return kode

    def _refuse(self, baris: Baris, kunci: str, asal: int, pesan: str) -> None:
        self.rencana.ditolak.add(asal)
        self._say(baris, kunci, Tingkat.GALAT, f"Baris ditolak. {pesan}")

    def _say(self, baris: Baris, kunci: str, tingkat: Tingkat, pesan: str) -> None:
        self.rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), tingkat, pesan)


def _is_below(simpul: RSimpul, atas: RSimpul) -> bool:
    """Whether `simpul` is `atas` or hangs below it."""
    kini: RSimpul | None = simpul
    while kini is not None:
        if kini is atas:
            return True
        kini = kini.induk
    return False


def _depth(simpul: RSimpul) -> int:
    return 0 if simpul.induk is None else 1 + _depth(simpul.induk)
