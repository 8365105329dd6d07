"""Rows of the recap: sorted, filtered, with ranks and the colours of the heat map."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kinerja.instrumen import Instrumen, Predikat
from sakip.apps.evaluasi.bacaan import BarisRekap
from sakip.apps.evaluasi.convert import parse_exact
from sakip.apps.evaluasi.models import RiwayatNilai, TahapLembar, TahapNilai
from sakip.apps.evaluasi.policies import tahap_terlihat
from sakip.apps.evaluasi.selectors.dasar import pick_akhir
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import KlasterAkip
from sakip.web.evaluasi.predikat import cetak, panas, pecahan_of
from sakip.web.evaluasi.tampilan.lembar import SEMUA_TAHAP
from sakip.web.evaluasi.tampilan.tahap import kelas_tahap

KLASTER = dict(KlasterAkip.choices)


@dataclass(frozen=True, slots=True)
class KolomKomponen:
    kode: str
    nama: str
    bobot: Fraction

    @property
    def label(self) -> str:
        return f"{self.kode} {self.nama}"


@dataclass(frozen=True, slots=True)
class NilaiKomponen:
    nilai: Fraction | None
    kelas: str
    sebagian: bool = False


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One sheet in the recap."""

    uid: UUID
    nama: str
    singkatan: str
    klaster: str
    kode_klaster: str
    profil: str
    total: Fraction | None
    predikat: str
    peringkat: int | None
    lalu: Fraction | None
    komponen: tuple[NilaiKomponen, ...]
    belum: int
    tahap: str

    @property
    def tahap_teks(self) -> str:
        return str(TahapLembar(self.tahap).label)

    @property
    def tahap_kelas(self) -> str:
        return kelas_tahap(self.tahap)

    @property
    def sementara(self) -> bool:
        return self.total is not None and self.tahap != TahapLembar.FINAL

    @property
    def ubah(self) -> Fraction | None:
        """Against last year; None while one of the two is missing."""
        if self.total is None or self.lalu is None or self.belum:
            return None
        return self.total - self.lalu

    @property
    def selisih(self) -> Fraction | None:
        return None if self.ubah is None else abs(self.ubah)

    @property
    def arah(self) -> str:
        if self.ubah is None:
            return ""
        return "tetap" if self.ubah == 0 else "naik" if self.ubah > 0 else "turun"


def build_kolom(instrumen: Instrumen) -> list[KolomKomponen]:
    return [KolomKomponen(k.kode, k.nama, k.bobot or Fraction(0)) for k in instrumen.komponen]


def build_baris(
    baris: Iterable[BarisRekap], instrumen: Instrumen, pembaca: Pengguna, *, berwarna: bool = False
) -> list[BarisTampil]:
    """Rows as this reader may see them: a unit is not shown what APIP thinks before the draft reaches it.

    Colours are for the heat map only; the table does without.
    """
    kolom, pita = build_kolom(instrumen), instrumen.predikat.daftar if berwarna else ()
    return [_row(_visible(b, pembaca), kolom, pita) for b in baris]


def _visible(b: BarisRekap, pembaca: Pengguna) -> BarisRekap:
    if tahap_terlihat(pembaca, b.lembar) == SEMUA_TAHAP:
        return b
    milik = b.hasil.get(TahapNilai.MANDIRI)
    return replace(
        b,
        total=None if milik is None else parse_exact(milik.total),
        predikat="" if milik is None else milik.predikat,
        komponen={} if milik is None else {k: parse_exact(v) for k, v in milik.komponen.items()},
        belum=0 if milik is None else len(milik.belum),
        peringkat=None,
    )


def _row(b: BarisRekap, kolom: Sequence[KolomKomponen], predikat: Sequence[Predikat]) -> BarisTampil:
    nilai = b.komponen
    milik = pick_akhir(b.hasil) if b.total is not None else None
    belum = () if milik is None else tuple(milik.belum)
    return BarisTampil(
        uid=b.lembar.uid,
        nama=b.unit.kode if b.versi is None else b.versi.nama,
        singkatan=b.nama,
        klaster=str(KLASTER.get(b.klaster, "")),
        kode_klaster=b.klaster,
        profil=str(b.lembar.instrumen.get_profil_display()),
        total=b.total,
        predikat=b.predikat,
        peringkat=b.peringkat,
        lalu=b.total_lalu,
        komponen=tuple(_component(k, nilai.get(k.kode), belum, predikat) for k in kolom),
        belum=b.belum,
        tahap=b.tahap,
    )


def _component(
    kolom: KolomKomponen, nilai: Fraction | None, belum: Sequence[str], predikat: Sequence[Predikat]
) -> NilaiKomponen:
    """A component of which something is missing has no colour: its value is not final."""
    sebagian = any(kode.startswith(f"{kolom.kode}.") for kode in belum)
    return NilaiKomponen(
        nilai, "" if sebagian or not predikat else panas(nilai, kolom.bobot, predikat), sebagian
    )


def filter_baris(baris: Iterable[BarisTampil], saring: dict[str, Any]) -> list[BarisTampil]:
    q = (saring.get("q") or "").casefold()
    return [
        b
        for b in baris
        if (not q or q in f"{b.nama} {b.singkatan}".casefold())
        and (not saring.get("predikat") or b.predikat == saring["predikat"])
        and (not saring.get("klaster") or b.kode_klaster == saring["klaster"])
        and (not saring.get("tahap") or b.tahap == saring["tahap"])
    ]


def sort_baris(baris: list[BarisTampil], urut: str, kolom: Sequence[KolomKomponen]) -> list[BarisTampil]:
    """By a column; rows without a value stay at the end, whatever the direction."""
    nama, turun = urut.removeprefix("-"), urut.startswith("-")
    kunci = {
        "nama": lambda b: b.nama.casefold(),
        "total": lambda b: b.total,
        "lalu": lambda b: b.lalu,
        "ubah": lambda b: b.ubah,
        "tahap": lambda b: TahapLembar.values.index(b.tahap),
        **{k.kode: lambda b, n=n: b.komponen[n].nilai for n, k in enumerate(kolom)},  # type: ignore[misc]
    }.get(nama)
    if kunci is None:
        nama, kunci, turun = "total", (lambda b: b.total), True
    ada = [b for b in baris if kunci(b) is not None and not (nama == "total" and b.belum)]
    tanpa = [b for b in baris if b not in ada]
    return sorted(ada, key=kunci, reverse=turun) + sorted(tanpa, key=lambda b: b.belum or 99)


def build_sebaran(baris: Iterable[BarisTampil], predikat: Sequence[Predikat]) -> list[tuple[str, int]]:
    semua = [b.predikat for b in baris]
    return [(p.kode, semua.count(p.kode)) for p in predikat]


def build_tahapan(baris: Iterable[BarisTampil]) -> list[tuple[str, str, int]]:
    semua = [b.tahap for b in baris]
    return [(t.value, str(t.label), semua.count(t.value)) for t in TahapLembar if t.value in semua]


def build_temuan(baris: Sequence[BarisTampil], sebaran: Sequence[tuple[str, int]]) -> str:
    """The title of the page is what it shows."""
    bernilai = sum(n for _kode, n in sebaran)
    if not bernilai:
        return _("Evaluasi berjalan, belum ada predikat")
    kode, n = max(((k, n) for k, n in sebaran), key=lambda isi: isi[1])
    return _("%(n)s dari %(dari)s perangkat daerah berpredikat %(kode)s") % {
        "n": n,
        "dari": len(baris),
        "kode": kode,
    }


@dataclass(frozen=True, slots=True)
class TitikRiwayat:
    tahun: int
    predikat: str
    total: Fraction | None
    instrumen: str
    keterangan: str
    evaluator: str

    @property
    def maju(self) -> int:
        return 0 if self.total is None else round(self.total)

    @property
    def label(self) -> str:
        return f"{self.tahun}: {cetak(self.total)}"


def build_riwayat(riwayat: Iterable[RiwayatNilai]) -> list[tuple[str, list[TitikRiwayat]]]:
    """Years in order, parted where the instrument changed: values on both sides do not compare."""
    titik = [
        TitikRiwayat(r.tahun, r.predikat, pecahan_of(r.total), r.instrumen, r.keterangan, r.evaluator)
        for r in sorted(riwayat, key=lambda r: r.tahun)
    ]
    return [(instrumen, list(isi)) for instrumen, isi in groupby(titik, key=lambda t: t.instrumen)]
