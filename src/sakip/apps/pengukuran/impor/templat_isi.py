"""The template of a unit and a year, filled with what is known: nodes, dictionary, targets, figures, budget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.db.models import F

from sakip.apps.datakinerja.convert import fields_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.nilai import Bernilai, Keadaan
from sakip.apps.pengukuran.impor.bentuk.uraian_templat import (
    ANGGARAN,
    INDIKATOR,
    PETUNJUK,
    REALISASI,
    SASARAN,
    TARGET,
)
from sakip.apps.pengukuran.impor.berlaku import RencanaBerlaku, SimpulBerlaku, load_berlaku
from sakip.apps.pengukuran.impor.rencana import Jalur, fold
from sakip.apps.pengukuran.models import Anggaran, RealisasiVersi
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.pengukuran.targets import DaftarTarget, load_targets
from sakip.apps.perencanaan.models import Target
from sakip.apps.perjanjian.selectors import baris_berlaku
from sakip.platform.lembar.tulis import Isi, IsiLembar, Templat, write_template
from sakip.platform.organisasi.models import Instansi, Unit

_AWALAN = {"tujuan": "T", "sasaran": "S", "program": "P", "kegiatan": "K", "sub_kegiatan": "SK"}
_KEADAAN = {Keadaan.BELUM_RILIS.value: "belum rilis", Keadaan.TIDAK_BERLAKU.value: "tidak berlaku"}
Baris = dict[str, Isi]


def build_template(*, instansi: Instansi, unit: Unit | None, tahun: int) -> bytes:
    """The workbook to fill in; for one unit with its own rows, else empty with the list of all units."""
    lembar = _Lembar() if unit is None else _fill(_Isi.load(unit, tahun))
    daftar_unit = Unit.objects.filter(instansi=instansi).order_by("kode").values_list("kode", flat=True)
    return write_template(
        Templat(
            judul=f"Templat sakip {tahun}" + (f": {unit.kode}" if unit is not None else ""),
            petunjuk=PETUNJUK,
            lembar=(
                IsiLembar(SASARAN, lembar.sasaran),
                IsiLembar(INDIKATOR, lembar.indikator),
                IsiLembar(TARGET, lembar.target),
                IsiLembar(REALISASI, lembar.realisasi),
                IsiLembar(ANGGARAN, lembar.anggaran),
            ),
            daftar={
                "unit": list(daftar_unit) if unit is None else [unit.kode],
                "simpul": [str(b["kode"]) for b in lembar.sasaran],
                "indikator": [str(b["kode"]) for b in lembar.indikator],
            },
        )
    )


@dataclass(frozen=True, slots=True)
class _Lembar:
    """The rows of each sheet."""

    sasaran: Sequence[Baris] = ()
    indikator: Sequence[Baris] = ()
    target: Sequence[Baris] = ()
    realisasi: Sequence[Baris] = ()
    anggaran: Sequence[Baris] = ()


@dataclass(frozen=True, slots=True)
class _Isi:
    """What is in force for a unit and year, with a code for every node, also for those printed without."""

    unit: Unit
    tahun: int
    rencana: RencanaBerlaku
    kode: Mapping[Jalur, str]
    target: DaftarTarget

    @classmethod
    def load(cls, unit: Unit, tahun: int) -> Self:
        pendahulu = load_silsilah(unit.instansi_id).pendahulu_pada(tahun)
        pk_baris = baris_berlaku([unit.pk], tahun)
        rencana = load_berlaku(unit_ids=[unit.pk], tahun=tahun, pendahulu=pendahulu, pk_baris=pk_baris)[
            unit.pk
        ]
        target = load_targets(
            instansi_id=unit.instansi_id,
            unit_ids=[unit.pk],
            tahun=tahun,
            pendahulu=pendahulu,
            pk_baris=pk_baris,
        )
        return cls(unit, tahun, rencana, _codes(rencana.simpul), target)

    @property
    def simpul(self) -> dict[Jalur, SimpulBerlaku]:
        """Every node once, by its place: the first document that holds it speaks for it."""
        hasil: dict[Jalur, SimpulBerlaku] = {}
        for satu in self.rencana.simpul:
            hasil.setdefault(satu.jalur, satu)
        return hasil


def _fill(isi: _Isi) -> _Lembar:
    kamus = _dictionary(isi)
    indikator = {v.indikator.kode: v for v in kamus}
    nama = {kode: v.nama for kode, v in indikator.items()}
    kunci = {kode: v.indikator_id for kode, v in indikator.items()}
    return _Lembar(
        sasaran=_nodes(isi),
        indikator=_indikator(isi, kamus),
        target=_with_figures(nama, _targets(isi, kunci)),
        realisasi=_with_figures(nama, _figures(isi.unit, isi.tahun)),
        anggaran=_budget(isi),
    )


def _codes(simpul: Sequence[SimpulBerlaku]) -> dict[Jalur, str]:
    tercetak = {fold(s.kode) for s in simpul if s.kode}
    terpakai: set[str] = set()
    hasil: dict[Jalur, str] = {}
    hitung: dict[str, int] = {}
    for s in simpul:
        if s.jalur in hasil:
            continue
        satu = s.kode
        while not satu or fold(satu) in terpakai:
            hitung[s.jenis] = hitung.get(s.jenis, 0) + 1
            calon = f"{_AWALAN[s.jenis]}{hitung[s.jenis]}"
            satu = "" if fold(calon) in tercetak else calon
        hasil[s.jalur] = satu
        terpakai.add(fold(satu))
    return hasil


def _nodes(isi: _Isi) -> list[Baris]:
    # A node of the Renja may stand below one of the Renstra: it supports it.
    tempat = {s.pk: s.jalur for s in isi.rencana.simpul if s.pk is not None}
    return [
        {
            "kode": isi.kode[jalur],
            "unit": isi.unit.kode,
            "jenis": s.jenis,
            "induk": isi.kode.get(s.induk or tempat.get(s.mendukung or 0, ()), ""),
            "uraian": s.pernyataan,
        }
        for jalur, s in isi.simpul.items()
    ]


def _dictionary(isi: _Isi) -> list[IndikatorVersi]:
    """The unit's indicators of the year, each in its last version."""
    terakhir: dict[int, IndikatorVersi] = {}
    versi = IndikatorVersi.objects.filter(unit=isi.unit, berlaku_mulai__year__lte=isi.tahun).exclude(
        berlaku_sampai__year__lt=isi.tahun
    )
    for v in versi.select_related("indikator", "satuan").order_by("berlaku_mulai"):
        terakhir[v.indikator_id] = v
    return sorted(terakhir.values(), key=lambda v: v.indikator.kode)


def _indikator(isi: _Isi, kamus: Sequence[IndikatorVersi]) -> list[Baris]:
    # One place is printed: the first, as the plan orders its nodes.
    urut = {jalur: n for n, jalur in enumerate(isi.kode)}
    tempat: dict[int, str] = {}
    for jalur, indikator in sorted(isi.rencana.tautan, key=lambda satu: urut[satu[0]]):
        tempat.setdefault(indikator, isi.kode[jalur])
    return [
        {
            "kode": v.indikator.kode,
            "unit": isi.unit.kode,
            "simpul": tempat.get(v.indikator_id, ""),
            "nama": v.nama,
            "satuan": v.satuan.nama if v.satuan else "",
            "polaritas": v.polaritas,
            "batas": v.batas,
            "agregasi_waktu": v.agregasi_waktu,
            "frekuensi": v.frekuensi,
            "is_iku": "ya" if v.is_iku else "tidak",
            "definisi": v.definisi,
            "rumus": v.rumus,
            "sumber": v.sumber,
            "pj_teks": v.pj_teks,
        }
        for v in kamus
    ]


def _targets(isi: _Isi, indikator: Mapping[str, int]) -> dict[str, Baris]:
    """The target that counts: the agreement's, else the plan's."""
    hasil: dict[str, Baris] = {}
    for kode, pk in indikator.items():
        for triwulan in (None, 1, 2, 3, 4):
            target = isi.target.find_own(pk, isi.unit.pk, triwulan)
            if target is not None and target.nilai.dilaporkan:
                hasil.setdefault(kode, {})[_period(triwulan)] = _cell(Target(**fields_of(target.nilai)))
    return hasil


def _figures(unit: Unit, tahun: int) -> dict[str, Baris]:
    hasil: dict[str, Baris] = {}
    baris = RealisasiVersi.objects.filter(
        realisasi__unit=unit, realisasi__tahun=tahun, versi_ke=F("realisasi__versi_terakhir")
    )
    for v in baris.select_related("realisasi__indikator"):
        satu = hasil.setdefault(v.realisasi.indikator.kode, {})
        if v.keadaan == Keadaan.DILAPORKAN:
            satu[_period(v.realisasi.triwulan)] = _cell(v)
        elif v.realisasi.triwulan is None and v.keadaan in _KEADAAN:
            satu |= {"keadaan": _KEADAAN[v.keadaan], "alasan": v.alasan}
    return hasil


def _budget(isi: _Isi) -> list[Baris]:
    hasil: dict[Jalur, Baris] = {
        jalur: {"kode": isi.kode[jalur], "uraian": s.pernyataan} for jalur, s in isi.simpul.items()
    }
    tempat = {s.pk: s.jalur for s in isi.rencana.simpul if s.pk is not None}
    for a in Anggaran.objects.filter(unit=isi.unit, tahun=isi.tahun, simpul_id__in=tempat):
        assert a.simpul_id is not None
        baris = hasil[tempat[a.simpul_id]]
        if a.triwulan is None:
            baris |= {"pagu": a.pagu, "rp": a.realisasi}
        else:
            baris[f"rp{a.triwulan}"] = a.realisasi
    return list(hasil.values())


def _with_figures(kode: Mapping[str, str], isi: Mapping[str, Baris]) -> list[Baris]:
    return [{"kode": satu, "nama": nama, **isi.get(satu, {})} for satu, nama in kode.items()]


def _period(triwulan: int | None) -> str:
    return "setahun" if triwulan is None else f"tw{triwulan}"


def _cell(nilai: Bernilai) -> Isi:
    """A plain number as a number; everything else as it was printed."""
    if nilai.jenis_nilai == "angka" and nilai.angka is not None and nilai.pengali is None:
        return _trim(nilai.angka)
    return nilai.teks or None


def _trim(angka: Decimal) -> Decimal:
    teks = f"{angka:f}"
    return Decimal(teks.rstrip("0").rstrip(".") if "." in teks else teks)
