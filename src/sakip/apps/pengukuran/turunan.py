"""Computing what a unit's year derives to: its achievements and its roll-ups. Reads only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kinerja.capaian import HasilCapaian, compute_capaian
from kinerja.pembulatan import KONTEKS_LEBAR
from sakip.apps.datakinerja.convert import DIGIT_UTUH, aturan_hash, aturan_of, nilai_to_json
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.pengukuran.bacaan import Pedoman
from sakip.apps.pengukuran.gulung import count_sebaran, group_simpul, roll_up
from sakip.apps.pengukuran.hitung import (
    PERIODE,
    Hitungan,
    Isian,
    akhir_periode,
    compute_periode,
    periode_tersimpan,
)
from sakip.apps.pengukuran.isian import load_isian
from sakip.apps.pengukuran.models import Capaian, RekapCapaian
from sakip.apps.pengukuran.selectors.pedoman import pedoman_pada
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.pengukuran.targets import DaftarTarget, load_targets
from sakip.apps.pengukuran.wajib import DaftarWajib, add_tanpa_rencana, build_wajib, load_tautan
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL
from sakip.apps.perjanjian.selectors import baris_berlaku

#: (unit, indikator, quarter or None)
KunciCapaian = tuple[int, int, int | None]
#: (unit, quarter or None)
KunciRekap = tuple[int, int | None]
DI_LUAR_JANGKAUAN = "di_luar_jangkauan"
_SEPULUH = Decimal("1E-10")


@dataclass(slots=True)
class Turunan:
    """Everything derived for some units in one year, as rows that are not written yet."""

    capaian: dict[KunciCapaian, Capaian] = field(default_factory=dict)
    rekap: dict[KunciRekap, RekapCapaian] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Bahan:
    """What was read for the whole batch."""

    instansi_id: int
    tahun: int
    pedoman: Pedoman
    wajib: Mapping[int, DaftarWajib]
    isian: Mapping[tuple[int, int], Mapping[int | None, Isian]]
    versi: Mapping[int, IndikatorVersi]
    target: DaftarTarget


def compute_turunan(*, instansi_id: int, unit_ids: Collection[int], tahun: int) -> Turunan:
    """The derived rows of several units in a year, in a fixed number of queries."""
    bahan = _load(instansi_id, unit_ids, tahun)
    hasil = Turunan()
    hitungan: dict[KunciCapaian, Hitungan] = {}
    milik = {unit_id: set(daftar.indikator_ids) for unit_id, daftar in bahan.wajib.items()}
    for (unit_id, indikator_id), isian in bahan.isian.items():
        if unit_id not in bahan.wajib or indikator_id not in bahan.versi:
            continue
        # A unit that was split goes on in several; its figure goes to those that owe the indicator.
        if indikator_id not in milik[unit_id] and all(satu.unit_id != unit_id for satu in isian.values()):
            continue
        for triwulan in periode_tersimpan(isian):
            satu = _compute(bahan, unit_id, indikator_id, isian, triwulan)
            hitungan[unit_id, indikator_id, triwulan] = satu
            hasil.capaian[unit_id, indikator_id, triwulan] = _capaian(
                bahan, (unit_id, indikator_id, triwulan), satu
            )
    terisi = {unit_id for unit_id, _ in bahan.isian}
    for unit_id, daftar in bahan.wajib.items():
        # The dictionary alone owes nothing: it has no end, so every year to come would count as unmeasured.
        if daftar.butir and (daftar.direncanakan or unit_id in terisi):
            for triwulan in PERIODE:
                hasil.rekap[unit_id, triwulan] = _rekap(bahan, unit_id, daftar, triwulan, hitungan)
    return hasil


def _load(instansi_id: int, unit_ids: Collection[int], tahun: int) -> _Bahan:
    pendahulu = load_silsilah(instansi_id).pendahulu_pada(tahun)
    asal = set(unit_ids).union(*(pendahulu.get(satu, ()) for satu in unit_ids))
    pk_baris = baris_berlaku(unit_ids, tahun)
    wajib = build_wajib(
        unit_ids=unit_ids,
        tingkat=TINGKAT_HASIL,
        pendahulu=pendahulu,
        tautan=load_tautan(asal, tahun, TINGKAT_HASIL),
        pk_baris=pk_baris,
    )
    add_tanpa_rencana(wajib, TINGKAT_HASIL, tahun=tahun)
    isian = load_isian(unit_ids=unit_ids, tahun=tahun, pendahulu=pendahulu)
    indikator_ids = {satu for daftar in wajib.values() for satu in daftar.indikator_ids}
    indikator_ids.update(indikator_id for _, indikator_id in isian)
    return _Bahan(
        instansi_id=instansi_id,
        tahun=tahun,
        pedoman=pedoman_pada(instansi_id, akhir_periode(tahun)),
        wajib=wajib,
        isian=isian,
        versi=versi_pada(indikator_ids, akhir_periode(tahun)),
        target=load_targets(
            instansi_id=instansi_id,
            unit_ids=unit_ids,
            tahun=tahun,
            indikator_ids=indikator_ids,
            pendahulu=pendahulu,
            pk_baris=pk_baris,
        ),
    )


def _compute(
    bahan: _Bahan, unit_id: int, indikator_id: int, isian: Mapping[int | None, Isian], triwulan: int | None
) -> Hitungan:
    versi = bahan.versi[indikator_id]
    return compute_periode(
        versi=versi,
        aturan=aturan_of(versi, bahan.pedoman.skala.id),
        isian=isian,
        target=lambda tw: bahan.target.find(indikator_id, unit_id, tw),
        triwulan=triwulan,
    )


def _capaian(bahan: _Bahan, kunci: KunciCapaian, hitungan: Hitungan) -> Capaian:
    unit_id, indikator_id, triwulan = kunci
    hasil, target = hitungan.hasil, hitungan.target
    isian = hitungan.isian
    # A figure that a predecessor reported stays attached to the predecessor's slot.
    sendiri = isian if isian is not None and isian.unit_id == unit_id else None
    mentah, terbatas = _store(hasil.mentah), _store(hasil.terbatas)
    terlalu_besar = hasil.mentah is not None and (mentah is None or terbatas is None)
    kategori = None if terlalu_besar else hasil.kategori
    return Capaian(
        instansi_id=bahan.instansi_id,
        indikator_id=indikator_id,
        unit_id=unit_id,
        tahun=bahan.tahun,
        triwulan=triwulan,
        realisasi_id=None if sendiri is None else sendiri.realisasi_id,
        versi_ke=0 if sendiri is None else sendiri.versi_ke,
        sumber_target="" if target is None else target.sumber,
        target={}
        if target is None
        else {
            "nilai": nilai_to_json(target.nilai),
            "dokumen": target.nama_dokumen,
            "uid": str(target.pk_uid or target.dokumen_uid or ""),
        },
        dipakai=_dipakai(hitungan),
        mentah=None if terlalu_besar else mentah,
        terbatas=None if terlalu_besar else terbatas,
        kategori="" if kategori is None else kategori.kode,
        sebab=DI_LUAR_JANGKAUAN if terlalu_besar else hasil.sebab or "",
        tanda=list(hitungan.tanda),
        aturan_hash=aturan_hash(hasil.aturan),
    )


def _dipakai(hitungan: Hitungan) -> dict[str, Any]:
    if not hitungan.hasil.realisasi.dilaporkan:
        return {}
    isi: dict[str, Any] = {"nilai": nilai_to_json(hitungan.hasil.realisasi)}
    if hitungan.waktu is not None:
        isi["masukan"] = [nama for nama, _ in hitungan.waktu.masukan]
        isi["kosong"] = list(hitungan.waktu.kosong)
    return isi


def _store(nilai: Decimal | None) -> Decimal | None:
    """The figure as the column keeps it: ten decimals; a figure too large for it is not kept."""
    if nilai is None or nilai.adjusted() >= DIGIT_UTUH:
        return None
    return nilai.quantize(_SEPULUH, context=KONTEKS_LEBAR)


def _rekap(
    bahan: _Bahan,
    unit_id: int,
    daftar: DaftarWajib,
    triwulan: int | None,
    hitungan: Mapping[KunciCapaian, Hitungan],
) -> RekapCapaian:
    semua: list[HasilCapaian] = []
    kelompok = []
    for butir in daftar.butir:
        anak = []
        for indikator_id in butir.indikator_ids:
            if indikator_id not in bahan.versi:
                continue
            satu = hitungan.get((unit_id, indikator_id, triwulan))
            hasil = _tanpa_isian(bahan, indikator_id) if satu is None else satu.hasil
            semua.append(hasil)
            anak.append((str(indikator_id), "", hasil))
        kelompok.append(group_simpul("", "", butir.jenis, anak))
    rata = roll_up("", "", kelompok, bahan.pedoman)
    return RekapCapaian(
        instansi_id=bahan.instansi_id,
        unit_id=unit_id,
        tahun=bahan.tahun,
        triwulan=triwulan,
        rata=_store(rata.nilai),
        kategori="" if rata.kategori is None else rata.kategori.kode,
        n_terukur=rata.n_dihitung,
        n_wajib=rata.n_wajib,
        sebaran=count_sebaran(semua, bahan.pedoman),
        skala_id=bahan.pedoman.skala.id,
        agregasi=bahan.pedoman.cara,
    )


def _tanpa_isian(bahan: _Bahan, indikator_id: int) -> HasilCapaian:
    aturan = aturan_of(bahan.versi[indikator_id], bahan.pedoman.skala.id)
    return compute_capaian(aturan=aturan, target=None, realisasi=None)
