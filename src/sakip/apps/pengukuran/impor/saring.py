"""What of a plan cannot be placed in this instansi: unknown units and unknown codes, with the nearest match."""

from collections.abc import Collection, Iterable

from rapidfuzz import fuzz, process, utils

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.pengukuran.impor.rencana import Rencana, RIndikator, RUnit, fold
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Tingkat
from sakip.platform.organisasi.models import Instansi, Unit

_MIRIP = 70


def resolve_references(rencana: Rencana, instansi: Instansi) -> None:
    """Indicators named only by code get the unit and the wording of the dictionary."""
    acuan = {fold(i.kode): i for i in rencana.indikator if i.acuan}
    if not acuan:
        return
    versi = IndikatorVersi.objects.filter(instansi=instansi).order_by("berlaku_mulai")
    for kode, nama, unit in versi.values_list("indikator__kode", "nama", "unit__kode"):
        indikator = acuan.get(fold(kode))
        if indikator is not None:
            indikator.kode, indikator.nama, indikator.unit = kode, nama, unit
            rencana.unit.setdefault(unit, RUnit(unit))


def judge_new_units(rencana: Rencana, instansi: Instansi, unit_id: Collection[str]) -> None:
    """An instansi with units may well mean one of them: say so, or refuse, by the shape of the file."""
    ada = list(Unit.objects.filter(instansi=instansi).values_list("kode", flat=True))
    asing = [unit for kode, unit in rencana.unit.items() if kode not in unit_id]
    if not ada or not asing:
        return
    if rencana.unit_pilihan and any(fold(u.kode) == fold(rencana.unit_pilihan) for u in asing):
        raise BerkasTakTerpakai(
            f'Unit "{rencana.unit_pilihan}" tidak ada di {instansi.nama}.{_nearest(rencana.unit_pilihan, ada)} '
            f"Lihat daftarnya dengan: sakip unit daftar --instansi {instansi.kode_wilayah}"
        )
    for unit in asing:
        if rencana.unit_asing == "buat":
            pesan = f'Unit "{unit.kode}" belum ada dan akan dibuat.{_nearest(unit.kode, ada)}'
            rencana.say(*unit.tempat, Tingkat.PERINGATAN, pesan)
        else:
            pesan = f'Unit "{unit.kode}" tidak dikenal, jadi barisnya ditolak.{_nearest(unit.kode, ada)}'
            rencana.say(*unit.tempat, Tingkat.GALAT, pesan)
            _drop_unit(rencana, unit.kode)


def drop_unresolved(rencana: Rencana) -> None:
    """Rows of codes that no dictionary entry has are refused; so units without any row are left out."""
    asing = {i for i in rencana.indikator if i.acuan and not i.unit}
    sudah: set[int] = set()
    for r in (*rencana.target, *rencana.realisasi):
        if r.indikator in asing and r.asal not in sudah:
            sudah.add(r.asal)
            pesan = (
                f'Baris ditolak. Kode indikator "{r.indikator.kode}" tidak ada di lembar Indikator maupun di kamus. '
                "Perbaiki kodenya."
            )
            rencana.say(r.tempat[0], r.tempat[1], Tingkat.GALAT, pesan)
    _drop(rencana, asing)
    # A unit that only refused rows name is not made.
    dipakai = {s.unit for s in rencana.simpul} | {i.unit for i in rencana.indikator}
    dipakai |= {a.unit for a in rencana.anggaran}
    for unit in [u for u in rencana.unit.values() if u.kode not in dipakai and u.asal in rencana.ditolak]:
        del rencana.unit[unit.kode]


def _drop_unit(rencana: Rencana, kode: str) -> None:
    del rencana.unit[kode]
    rencana.ditolak.update(s.asal for s in rencana.simpul if s.unit == kode)
    rencana.ditolak.update(a.asal for a in rencana.anggaran if a.unit == kode)
    rencana.simpul[:] = [s for s in rencana.simpul if s.unit != kode]
    rencana.anggaran[:] = [a for a in rencana.anggaran if a.unit != kode]
    _drop(rencana, {i for i in rencana.indikator if i.unit == kode})


def _drop(rencana: Rencana, indikator: Collection[RIndikator]) -> None:
    if not indikator:
        return
    buang = [r for r in (*rencana.target, *rencana.realisasi) if r.indikator in indikator]
    rencana.ditolak.update(r.asal for r in buang)
    rencana.ditolak.update(i.asal for i in indikator if not i.acuan)
    rencana.indikator[:] = [i for i in rencana.indikator if i not in indikator]
    rencana.target[:] = [r for r in rencana.target if r.indikator not in indikator]
    rencana.realisasi[:] = [r for r in rencana.realisasi if r.indikator not in indikator]


def _nearest(kode: str, ada: Iterable[str]) -> str:
    mirip = process.extractOne(
        kode, list(ada), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_MIRIP
    )
    return "" if mirip is None else f" Mungkin maksudnya {mirip[0]}."
