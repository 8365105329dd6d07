"""Storing derived figures, and proving that the stored ones are the computed ones."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q

from sakip.apps.pengukuran.models import Capaian, Realisasi, RekapCapaian
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.pengukuran.turunan import Turunan, compute_turunan
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.lembar.sisip import insert_rows
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.turunan import Perubahan

BATCH = 500
UNIT_SEKALI = 100
_BIDANG_CAPAIAN = (
    "realisasi_id", "versi_ke", "sumber_target", "target", "dipakai", "mentah", "terbatas", "kategori",
    "sebab", "tanda", "aturan_hash",
)  # fmt: skip
_BIDANG_REKAP = ("rata", "kategori", "n_terukur", "n_wajib", "sebaran", "skala_id", "agregasi")
_Baris = TypeVar("_Baris", Capaian, RekapCapaian)
_Kunci = TypeVar("_Kunci", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True)
class Beda:
    """One derived row that differs: `tersimpan` or `dihitung` is empty where one side has no row."""

    jenis: str
    unit: str
    indikator: str
    tahun: int
    triwulan: int | None
    bidang: tuple[str, ...]
    tersimpan: Decimal | None
    dihitung: Decimal | None


@dataclass(frozen=True, slots=True)
class LaporanHitungUlang:
    """What a recomputation found."""

    diperiksa: int
    beda: tuple[Beda, ...]
    ditulis: bool


def refresh_turunan(perubahan: list[Perubahan]) -> None:
    """Compute again every unit's year that rests on what changed; inside the writer's transaction."""
    for instansi_id in sorted({satu.instansi_id for satu in perubahan}):
        milik = [satu for satu in perubahan if satu.instansi_id == instansi_id]
        for tahun, unit_ids in sorted(_affected(instansi_id, milik).items()):
            for sebagian in _chunks(sorted(unit_ids)):
                _lock_unit(sebagian)
                store_turunan(
                    compute_turunan(instansi_id=instansi_id, unit_ids=sebagian, tahun=tahun), sebagian, tahun
                )


@transaction.atomic
def recompute_capaian(
    *,
    instansi: Instansi,
    by: Pengguna | None = None,
    unit: Unit | None = None,
    tahun: int | None = None,
    tulis: bool = False,
) -> LaporanHitungUlang:
    """Compare every stored figure with a fresh computation; with `tulis` the fresh ones are stored."""
    require(by, Izin.VALIDASI_REALISASI, unit=unit, instansi=instansi)
    unit_ids = (
        [unit.pk]
        if unit is not None
        else list(Unit.objects.filter(instansi=instansi).order_by("pk").values_list("pk", flat=True))
    )
    daftar_tahun = [tahun] if tahun is not None else sorted(_years(instansi.pk, None))
    diperiksa, beda = 0, []
    for satu in daftar_tahun:
        for sebagian in _chunks(unit_ids):
            _lock_unit(sebagian)
            hasil = compute_turunan(instansi_id=instansi.pk, unit_ids=sebagian, tahun=satu)
            diperiksa += len(hasil.capaian) + len(hasil.rekap)
            beda += _differences(hasil, sebagian, satu)
            if tulis:
                store_turunan(hasil, sebagian, satu)
    if tulis and beda:
        record(
            aksi="pengukuran.capaian.dihitung_ulang",
            objek=unit or instansi,
            by=by,
            instansi=instansi,
            perubahan={"tahun": daftar_tahun, "diperiksa": diperiksa, "diperbaiki": len(beda)},
        )
    return LaporanHitungUlang(diperiksa, tuple(beda), tulis)


def store_turunan(hasil: Turunan, unit_ids: Collection[int], tahun: int) -> None:
    """Make the stored rows of these units and this year equal to the computed ones."""
    ada = _stored_capaian(unit_ids, tahun)
    for kunci, capaian in hasil.capaian.items():
        # What a publication printed is not derived: it goes along to the row that takes over.
        capaian.tercetak = ada[kunci].tercetak if kunci in ada else ""
    _sync(Capaian, ada, hasil.capaian, _BIDANG_CAPAIAN)
    _sync(RekapCapaian, _stored_rekap(unit_ids, tahun), hasil.rekap, _BIDANG_REKAP)


def _sync(
    model: type[_Baris], ada: Mapping[Any, _Baris], baru: Mapping[Any, _Baris], bidang: Collection[str]
) -> None:
    """Rows that differ are written anew: nothing refers to them, and one way of writing is enough."""
    tetap = {
        kunci for kunci, satu in ada.items() if kunci in baru and not _changed(satu, baru[kunci], bidang)
    }
    usang = [satu.pk for kunci, satu in ada.items() if kunci not in tetap]
    for awal in range(0, len(usang), BATCH):
        model._base_manager.filter(pk__in=usang[awal : awal + BATCH]).delete()
    kolom = [
        bidang_model.attname for bidang_model in model._meta.concrete_fields if not bidang_model.primary_key
    ]
    # Half the time of bulk_create: an import of one government's year writes thousands of these.
    insert_rows(
        model,
        [{nama: getattr(satu, nama) for nama in kolom} for kunci, satu in baru.items() if kunci not in tetap],
    )


def _changed(lama: _Baris, baru: _Baris, bidang: Iterable[str]) -> tuple[str, ...]:
    return tuple(nama for nama in bidang if getattr(lama, nama) != getattr(baru, nama))


def _stored_capaian(unit_ids: Collection[int], tahun: int) -> dict[tuple[int, int, int | None], Capaian]:
    baris = Capaian.objects.filter(unit_id__in=unit_ids, tahun=tahun)
    return {(satu.unit_id, satu.indikator_id, satu.triwulan): satu for satu in baris}


def _stored_rekap(unit_ids: Collection[int], tahun: int) -> dict[tuple[int, int | None], RekapCapaian]:
    baris = RekapCapaian.objects.filter(unit_id__in=unit_ids, tahun=tahun)
    return {(satu.unit_id, satu.triwulan): satu for satu in baris}


def _differences(hasil: Turunan, unit_ids: Collection[int], tahun: int) -> list[Beda]:
    beda = []
    capaian = _stored_capaian(unit_ids, tahun)
    for kunci, lama, baru, bidang in _pairs(capaian, hasil.capaian, _BIDANG_CAPAIAN):
        sampel = lama or baru
        assert sampel is not None
        beda.append(
            Beda(
                "capaian",
                sampel.unit.kode,
                sampel.indikator.kode,
                tahun,
                kunci[2],
                bidang,
                None if lama is None else lama.terbatas,
                None if baru is None else baru.terbatas,
            )
        )
    for kunci_rekap, tersimpan, dihitung, bidang in _pairs(
        _stored_rekap(unit_ids, tahun), hasil.rekap, _BIDANG_REKAP
    ):
        contoh = tersimpan or dihitung
        assert contoh is not None
        beda.append(
            Beda(
                "rekap",
                contoh.unit.kode,
                "",
                tahun,
                kunci_rekap[1],
                bidang,
                None if tersimpan is None else tersimpan.rata,
                None if dihitung is None else dihitung.rata,
            )
        )
    return beda


def _pairs(
    ada: Mapping[_Kunci, _Baris], baru: Mapping[_Kunci, _Baris], bidang: Collection[str]
) -> Iterable[tuple[_Kunci, _Baris | None, _Baris | None, tuple[str, ...]]]:
    for kunci in sorted(set(ada) | set(baru), key=str):
        lama, dihitung = ada.get(kunci), baru.get(kunci)
        if lama is None or dihitung is None:
            yield kunci, lama, dihitung, ("baris",)
        elif berubah := _changed(lama, dihitung, bidang):
            yield kunci, lama, dihitung, berubah


def _affected(instansi_id: int, perubahan: Iterable[Perubahan]) -> dict[int, set[int]]:
    """Year -> units. Figures of an indicator move wherever it is measured; a unit's also where it goes on."""
    silsilah = load_silsilah(instansi_id)
    hasil: dict[int, set[int]] = {}
    for satu in perubahan:
        slot = Realisasi.objects.filter(instansi_id=instansi_id, indikator_id__in=satu.indikator_ids)
        if satu.tahun is not None:
            slot = slot.filter(tahun__in=satu.tahun)
        diukur = set(slot.values_list("unit_id", "tahun")) if satu.indikator_ids else set()
        unit_ids = set(satu.unit_ids)
        unit_ids |= silsilah.penerus(unit_ids)
        for tahun in satu.tahun if satu.tahun is not None else _years(instansi_id, unit_ids):
            hasil.setdefault(tahun, set()).update(unit_ids)
        for unit_id, tahun in diukur:
            hasil.setdefault(tahun, set()).update({unit_id} | silsilah.penerus([unit_id]))
    return hasil


def _years(instansi_id: int, unit_ids: Collection[int] | None) -> set[int]:
    """Years in which these units (all when None) have figures or owe some."""
    lingkup = Q(instansi_id=instansi_id) if unit_ids is None else Q(unit_id__in=unit_ids)
    tahun = set(Realisasi.objects.filter(lingkup).values_list("tahun", flat=True).distinct())
    return tahun | set(RekapCapaian.objects.filter(lingkup).values_list("tahun", flat=True).distinct())


def _chunks(unit_ids: list[int]) -> Iterable[list[int]]:
    return (unit_ids[awal : awal + UNIT_SEKALI] for awal in range(0, len(unit_ids), UNIT_SEKALI))


def _lock_unit(unit_ids: Collection[int]) -> None:
    """One recomputation of a unit at a time: two at once would each miss what the other wrote."""
    list(Unit.objects.select_for_update(no_key=True).filter(pk__in=unit_ids).order_by("pk").values_list("pk"))
