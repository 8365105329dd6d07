"""Climbing the staircase: each row finds its place from the rows above it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.nilai import JenisNilai, Nilai
from sakip.apps.pengukuran.impor.rencana import (
    RAnggaran,
    Rencana,
    RIndikator,
    RNilai,
    RSimpul,
    RUnit,
    Selisih,
    fold,
)
from sakip.platform.lembar.pesan import Tingkat
from sakip.platform.lembar.uraian import Baris, is_error

JENIS = ("program", "kegiatan", "sub_kegiatan")
SEBUTAN = ("Program", "Kegiatan", "Sub kegiatan")
# From this share of rows without an OPD on, the file prints each OPD once, at the top of its rows.
_JARANG = 10


@dataclass(slots=True)
class BarisTangga:
    """One row as read: titles, indicator, K and Rp per quarter, and the Rp as printed."""

    baris: Baris
    opd: str
    judul: tuple[str, str, str]
    indikator: str
    k: Mapping[int, Nilai]
    rp: Mapping[int, Decimal | None]
    cetak_rp: Mapping[int, str]

    @property
    def berjudul(self) -> bool:
        return any(self.judul)

    @property
    def ber_k(self) -> bool:
        return any(nilai.jenis is not JenisNilai.KOSONG for nilai in self.k.values())

    @property
    def ber_rp(self) -> bool:
        return any(self.cetak_rp.values())


@dataclass(slots=True, eq=False)
class Anak:
    """A place on the staircase: an OPD, program, kegiatan or sub kegiatan with its printed money."""

    jenis: str
    teks: str
    baris: int
    asal: int
    simpul: RSimpul | None = None
    rp: dict[int, Decimal | None] = field(default_factory=dict)
    cetak: dict[int, str] = field(default_factory=dict)
    anak: dict[str, list["Anak"]] = field(default_factory=dict)
    indikator: dict[str, list[tuple[RIndikator, tuple[str, ...], int]]] = field(default_factory=dict)

    def children(self) -> Iterator["Anak"]:
        for sama in self.anak.values():
            yield from sama

    def walk(self) -> Iterator["Anak"]:
        yield self
        for anak in self.children():
            yield from anak.walk()

    def fits(self, baris: BarisTangga) -> bool:
        """Whether the row may be this place printed again: no quarter prints another amount."""
        return all(
            not teks or not self.cetak.get(tw) or self.cetak[tw] == teks
            for tw, teks in baris.cetak_rp.items()
        )

    def take_money(self, baris: BarisTangga) -> None:
        for tw, teks in baris.cetak_rp.items():
            if teks and not self.cetak.get(tw):
                self.cetak[tw], self.rp[tw] = teks, baris.rp[tw]


class Tangga:
    """The state of the climb: where the last row stood, and everything found so far."""

    def __init__(self, rencana: Rencana, tahun: int) -> None:
        self.rencana, self.tahun = rencana, tahun
        self.bagian: dict[str, list[Anak]] = {}
        self._unit = ""
        self._jalur: list[Anak | None] = [None, None, None]
        self._kini: Anak | None = None

    def climb(self, rows: Sequence[BarisTangga]) -> None:
        """Place all rows of one sheet."""
        self._unit, self._kini, self._jalur = "", None, [None, None, None]
        jarang = sum(not row.opd for row in rows) * _JARANG >= len(rows)
        berikut = _next_opd(rows)
        for row, opd_lanjut in zip(rows, berikut, strict=True):
            self.rencana.dibaca += 1
            if self._enter_unit(row, opd_lanjut, jarang):
                self._place(row)

    def compare(self) -> Iterator[Selisih]:
        """Printed parents that do not equal the sum of their children; a part that was lost adds nothing."""
        for unit, bagian in self.bagian.items():
            for induk in (anak for b in bagian for anak in b.walk()):
                yield from _differences(unit, induk)
        self._collect_money()

    # -- which unit -------------------------------------------------------------------------------

    def _enter_unit(self, row: BarisTangga, opd_lanjut: str, jarang: bool) -> bool:
        opd = "" if is_error(row.opd) else row.opd
        if not opd:
            # Only an indicator, or titles between two rows of one OPD: the row above tells whose they are.
            if self._unit and (not row.berjudul or jarang or fold(opd_lanjut) in ("", fold(self._unit))):
                return True
            return self._refuse(
                row,
                "opd",
                "Kolom OPD kosong dan OPD-nya tidak dapat dipastikan dari baris lain. Isi nama OPD.",
            )
        kode = next((lama for lama in self.bagian if fold(lama) == fold(opd)), opd)
        if kode != self._unit:
            self._unit, self._kini, self._jalur = kode, None, [None, None, None]
        if kode not in self.bagian:
            self.bagian[kode] = []
            tempat = (row.baris.tabel.lembar.nama, row.baris.sel("opd"))
            self.rencana.unit[kode] = RUnit(kode, asal=self.rencana.dibaca, tempat=tempat)
        return True

    def _refuse(self, row: BarisTangga, kunci: str, pesan: str) -> bool:
        self.rencana.ditolak.add(self.rencana.dibaca)
        self._say(row, kunci, Tingkat.GALAT, f"Baris ditolak. {pesan}")
        return False

    def _say(self, row: BarisTangga, kunci: str, tingkat: Tingkat, pesan: str) -> None:
        self.rencana.say(row.baris.tabel.lembar.nama, row.baris.sel(kunci), tingkat, pesan)

    # -- which place ------------------------------------------------------------------------------

    def _place(self, row: BarisTangga) -> None:
        rusak = next((n for n, teks in enumerate(row.judul) if is_error(teks)), None)
        if rusak is not None:
            self._lose_from(rusak)
            self._refuse(row, JENIS[rusak], "Judulnya berisi galat rumus. Tulis judulnya sebagai teks.")
        elif row.berjudul:
            self._place_title(row)
        elif row.indikator and self._current_section() is not None:
            self._continue(row)
        else:
            self._open_section(row)

    def _current_section(self) -> Anak | None:
        bagian = self.bagian[self._unit]
        return bagian[-1] if bagian else None

    def _lose_from(self, tingkat: int) -> None:
        self._jalur[tingkat:] = [None] * (3 - tingkat)
        self._kini = None

    def _open_section(self, row: BarisTangga) -> None:
        """A row with only the OPD prints the total of the programs below it, up to the next such row."""
        terakhir = self._current_section()
        if terakhir is not None and not row.ber_rp:
            pesan = "Baris ini tidak memuat judul, indikator, atau Rp, jadi tidak ada yang disimpan."
            self._say(row, "opd", Tingkat.PERINGATAN if row.ber_k else Tingkat.INFO, pesan)
            return
        if terakhir is not None and terakhir.cetak == {tw: teks for tw, teks in row.cetak_rp.items() if teks}:
            self._say(
                row, "opd", Tingkat.INFO, f"Kembar dengan baris {terakhir.baris}; tidak dihitung dua kali."
            )
            return
        bagian = Anak("opd", self._unit, row.baris.nomor + 1, self.rencana.dibaca)
        bagian.take_money(row)
        if terakhir is not None and row.ber_rp:
            pesan = (
                f"Baris jumlah ke-{len(self.bagian[self._unit]) + 1} untuk {self._unit}: "
                "dibandingkan dengan program di bawahnya dan ditambahkan ke jumlah OPD."
            )
            self._say(row, "opd", Tingkat.INFO, pesan)
        self.bagian[self._unit].append(bagian)
        self._jalur, self._kini = [None, None, None], bagian
        self._add_indicator(bagian, row)

    def _place_title(self, row: BarisTangga) -> None:
        if not self.bagian[self._unit]:
            self.bagian[self._unit].append(Anak("opd", self._unit, row.baris.nomor + 1, self.rencana.dibaca))
        dalam = max(n for n, teks in enumerate(row.judul) if teks)
        for tingkat in range(dalam + 1):
            teks = row.judul[tingkat]
            if not teks:
                continue
            induk = self._current_section() if tingkat == 0 else self._jalur[tingkat - 1]
            if induk is None:
                self._lose_from(tingkat)
                self._refuse(row, JENIS[tingkat], _no_parent(tingkat, teks))
                return
            anak = self._find(induk, row, tingkat, terdalam=tingkat == dalam)
            if self._jalur[tingkat] is not anak:
                self._jalur[tingkat:] = [anak] + [None] * (2 - tingkat)
            self._kini = anak
        self._jalur[dalam + 1 :] = [None] * (2 - dalam)

    def _find(self, induk: Anak, row: BarisTangga, tingkat: int, *, terdalam: bool) -> Anak:
        teks = row.judul[tingkat]
        sama = induk.anak.setdefault(fold(teks), [])
        if not terdalam:
            # Titles printed again on every row only say where the row stands.
            kini = self._jalur[tingkat]
            if kini is not None and kini in sama:
                return kini
            return sama[-1] if sama else self._create(induk, row, tingkat)
        for anak in sama:
            if anak.fits(row):
                anak.take_money(row)
                self._repeat(anak, row, tingkat)
                return anak
        if sama:
            pesan = (
                f"{SEBUTAN[tingkat]} ini sudah ada di baris {sama[-1].baris} dengan Rp lain, jadi disimpan terpisah. "
                "Hapus salah satu bila keduanya satu hal."
            )
            self._say(row, JENIS[tingkat], Tingkat.PERINGATAN, pesan)
        anak = self._create(induk, row, tingkat)
        anak.take_money(row)
        self._add_indicator(anak, row)
        return anak

    def _create(self, induk: Anak, row: BarisTangga, tingkat: int) -> Anak:
        teks = row.judul[tingkat]
        sama = induk.anak.setdefault(fold(teks), [])
        simpul = RSimpul(
            self._unit,
            self.tahun,
            JENIS[tingkat],
            self._cut(row, JENIS[tingkat], teks, 700),
            induk=induk.simpul,
            # Programs of one wording may stand in two sections of an OPD; they are told apart in file order.
            ke=1 + (self._count_programs(teks) if tingkat == 0 else len(sama)),
            asal=self.rencana.dibaca,
        )
        anak = Anak(JENIS[tingkat], teks, row.baris.nomor + 1, self.rencana.dibaca, simpul)
        sama.append(anak)
        self.rencana.simpul.append(simpul)
        return anak

    def _count_programs(self, teks: str) -> int:
        return sum(len(bagian.anak.get(fold(teks), ())) for bagian in self.bagian[self._unit])

    def _cut(self, row: BarisTangga, kunci: str, teks: str, batas: int) -> str:
        if len(teks) > batas:
            pesan = f"Teks lebih panjang dari {batas} huruf dan disimpan sampai batas itu."
            self._say(row, kunci, Tingkat.PERINGATAN, pesan)
        return teks[:batas]

    # -- indicators and money ---------------------------------------------------------------------

    def _continue(self, row: BarisTangga) -> None:
        """Blank titles continue the row above: one more indicator of the same place."""
        if self._kini is None:
            self._refuse(
                row, "indikator", "Baris di atasnya ditolak, jadi tempat indikator ini tidak diketahui."
            )
            return
        for tw, jumlah in row.rp.items():
            if jumlah is None:
                continue
            if self._kini.rp.get(tw) is None:
                self._kini.rp[tw], self._kini.cetak[tw] = jumlah, row.cetak_rp[tw]
            elif self._kini.rp[tw] != jumlah:
                pesan = f"Rincian dari Rp baris {self._kini.baris}; tidak ditambahkan lagi."
                self._say(row, f"rp{tw}", Tingkat.INFO, pesan)
        self._add_indicator(self._kini, row)

    def _repeat(self, anak: Anak, row: BarisTangga, tingkat: int) -> None:
        jumlah_lama = sum(len(sama) for sama in anak.indikator.values())
        self._add_indicator(anak, row)
        if not row.indikator and sum(len(sama) for sama in anak.indikator.values()) == jumlah_lama:
            self._say_twin(row, JENIS[tingkat], anak.baris)

    def _say_twin(self, row: BarisTangga, kunci: str, nomor: int) -> None:
        self._say(row, kunci, Tingkat.INFO, f"Kembar dengan baris {nomor}; tidak dihitung dua kali.")

    def _add_indicator(self, anak: Anak, row: BarisTangga) -> None:
        if is_error(row.indikator):
            pesan = "Nama indikator berisi galat rumus, jadi indikator ini tidak disimpan. Tulis namanya sebagai teks."
            self._say(row, "indikator", Tingkat.GALAT, pesan)
            return
        if not row.indikator:
            if row.ber_k:
                kunci = next(f"k{tw}" for tw, nilai in row.k.items() if nilai.jenis is not JenisNilai.KOSONG)
                self._say(
                    row,
                    kunci,
                    Tingkat.INFO,
                    "Nilai K tanpa indikator tidak disimpan. Isi kolom Indikator bila perlu.",
                )
            return
        cetak = tuple(nilai.teks for nilai in row.k.values())
        sama = anak.indikator.setdefault(fold(row.indikator), [])
        kembar = next((nomor for _, lama, nomor in sama if lama == cetak), None)
        if kembar is not None:
            self._say_twin(row, "indikator", kembar)
            return
        if sama:
            pesan = (
                f"Indikator ini sudah ada di baris {sama[-1][2]} dengan nilai lain; keduanya disimpan. "
                "Hapus salah satu bila itu satu indikator."
            )
            self._say(row, "indikator", Tingkat.PERINGATAN, pesan)
        indikator = RIndikator(
            self._unit,
            self._cut(row, "indikator", row.indikator, 600),
            simpul=anak.simpul,
            ke=len(sama) + 1,
            satuan="%" if any(nilai.jenis is JenisNilai.PERSEN for nilai in row.k.values()) else "",
            asal=self.rencana.dibaca,
        )
        sama.append((indikator, cetak, row.baris.nomor + 1))
        self.rencana.indikator.append(indikator)
        self._add_values(indikator, row)

    def _add_values(self, indikator: RIndikator, row: BarisTangga) -> None:
        for tw, nilai in row.k.items():
            if nilai.jenis is not JenisNilai.KOSONG:
                tempat = (row.baris.tabel.lembar.nama, row.baris.sel(f"k{tw}"))
                self.rencana.realisasi.append(
                    RNilai(indikator, self.tahun, tw, nilai, asal=self.rencana.dibaca, tempat=tempat)
                )

    def _collect_money(self) -> None:
        for unit, bagian in self.bagian.items():
            for tw in (1, 2, 3, 4):
                # The total of an OPD is the sum of its printed parts, and unknown when one of them is.
                bagian_rp = [b.rp.get(tw) for b in bagian]
                if bagian_rp and None not in bagian_rp:
                    jumlah = sum((rp for rp in bagian_rp if rp is not None), Decimal(0))
                    lain = tuple(b.asal for b in bagian[1:])
                    self.rencana.anggaran.append(
                        RAnggaran(unit, self.tahun, tw, jumlah, asal=bagian[0].asal, asal_lain=lain)
                    )
            for anak in (anak for b in bagian for anak in b.walk() if anak.simpul is not None):
                self.rencana.anggaran.extend(
                    RAnggaran(unit, self.tahun, tw, rp, simpul=anak.simpul, asal=anak.asal)
                    for tw, rp in anak.rp.items()
                    if rp is not None
                )


def _next_opd(rows: Sequence[BarisTangga]) -> list[str]:
    hasil, berikut = [], ""
    for row in reversed(rows):
        hasil.append(berikut)
        berikut = row.opd or berikut
    return hasil[::-1]


def _no_parent(tingkat: int, teks: str) -> str:
    induk = SEBUTAN[tingkat - 1].lower()
    return (
        f'{SEBUTAN[tingkat]} "{teks[:60]}" tidak berada di bawah {induk} mana pun. '
        f"Tambahkan baris {induk}-nya di atas baris ini."
    )


def _differences(unit: str, induk: Anak) -> Iterator[Selisih]:
    anak_list = list(induk.children())
    if not anak_list:
        return
    for tw in (1, 2, 3, 4):
        tercetak = induk.rp.get(tw)
        if tercetak is None:
            continue
        jumlah = sum((rp for anak in anak_list if (rp := anak.rp.get(tw)) is not None), Decimal(0))
        if jumlah != tercetak:
            yield Selisih(unit, induk.jenis, induk.teks, tw, tercetak, jumlah)
