"""Entering and moving thousands of figures at once, with the same checks and one audit record per batch."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.pengukuran.galat import (
    AlasanWajib,
    BarisGanda,
    BedaInstansi,
    LangkahTidakDikenal,
    RealisasiTerkunci,
)
from sakip.apps.pengukuran.models import LangkahRealisasi, Realisasi, RealisasiVersi, StatusRealisasi
from sakip.apps.pengukuran.policies import require_transisi
from sakip.apps.pengukuran.services._isi import BarisRealisasi, build_versi, new_versi, same_versi
from sakip.apps.pengukuran.workflow import TERBUKA, TRANSISI
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi
from sakip.platform.turunan import announce

BATCH = 500
_Kunci = tuple[int, int, int, int | None]


@dataclass(frozen=True, slots=True)
class HasilRealisasi:
    """What a batch did. `diubah`: slot and the version that stood before; `terkunci`: not written."""

    dibuat: tuple[int, ...]
    diubah: tuple[tuple[int, int], ...]
    tetap: int
    terkunci: tuple[BarisRealisasi, ...]


@transaction.atomic
def save_realisasi_bulk(
    *, instansi: Instansi, baris: Sequence[BarisRealisasi], by: Pengguna | None
) -> HasilRealisasi:
    """Write many figures; equal ones are left alone, sent ones are kept and returned as `terkunci`."""
    require_massal(by, instansi, (satu.unit for satu in baris))
    isi = _build(instansi, baris)
    slot = _load_slot(instansi, baris)
    terakhir = _load_terakhir(slot.values())
    sekarang = timezone.now()
    baru: list[Realisasi] = []
    versi: list[RealisasiVersi] = []
    diubah: list[tuple[Realisasi, int]] = []
    terkunci: list[BarisRealisasi] = []
    tetap = 0
    for satu in baris:
        lama = slot.get(satu.kunci)
        if lama is None:
            realisasi = Realisasi(
                instansi=instansi,
                indikator=satu.indikator,
                unit=satu.unit,
                tahun=satu.tahun,
                triwulan=satu.triwulan,
                versi_terakhir=1,
            )
            baru.append(realisasi)
            versi.append(new_versi(realisasi, 1, isi[satu.kunci], by, sekarang))
        elif lama.pk in terakhir and same_versi(terakhir[lama.pk], isi[satu.kunci]):
            tetap += 1
        elif lama.status not in TERBUKA:
            terkunci.append(satu)
        else:
            diubah.append((lama, lama.versi_terakhir))
            lama.versi_terakhir += 1
            versi.append(new_versi(lama, lama.versi_terakhir, isi[satu.kunci], by, sekarang))
    Realisasi.objects.bulk_create(baru, batch_size=BATCH)
    for satu_versi in versi:
        satu_versi.realisasi_id = satu_versi.realisasi.pk
    RealisasiVersi.objects.bulk_create(versi, batch_size=BATCH)
    Realisasi.objects.bulk_update([satu for satu, _ in diubah], ["versi_terakhir"], batch_size=BATCH)
    record(
        aksi="pengukuran.realisasi.diisi_massal",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={
            "dibuat": len(baru),
            "diubah": len(diubah),
            "tetap": tetap,
            "terkunci": len(terkunci),
            "digest": digest(
                (satu.indikator.kode, *satu.kunci[1:], isi[satu.kunci]["teks"]) for satu in baris
            ),
        },
    )
    for tahun in sorted({satu.tahun for satu in baris}):
        unit_ids = {satu.unit.pk for satu in baris if satu.tahun == tahun}
        announce(instansi_id=instansi.pk, unit_ids=unit_ids, tahun=[tahun])
    return HasilRealisasi(
        tuple(satu.pk for satu in baru),
        tuple((satu.pk, sebelum) for satu, sebelum in diubah),
        tetap,
        tuple(terkunci),
    )


@transaction.atomic
def transition_realisasi_bulk(
    *,
    instansi: Instansi,
    realisasi_ids: Collection[int],
    langkah: str,
    by: Pengguna | None,
    alasan: str = "",
) -> int:
    """Take one step for many figures. Those for which the step is not lawful are left as they are."""
    if langkah not in TRANSISI:
        raise LangkahTidakDikenal(langkah)
    transisi = TRANSISI[langkah]
    if transisi.beralasan and not alasan.strip():
        raise AlasanWajib
    dipilih = list(
        Realisasi.objects.select_for_update(of=("self",))
        .select_related("unit__instansi")
        .filter(
            instansi=instansi,
            pk__in=list(realisasi_ids),
            status__in=list(transisi.dari),
            versi_terakhir__gt=0,
        )
        .order_by("pk")
    )
    for satu in {satu.unit_id: satu for satu in dipilih}.values():
        require_transisi(by, satu, langkah)
    sekarang = timezone.now()
    ids = [satu.pk for satu in dipilih]
    for awal in range(0, len(ids), BATCH):
        sebagian = ids[awal : awal + BATCH]
        if transisi.ke == StatusRealisasi.DIAJUKAN:
            RealisasiVersi.objects.filter(realisasi_id__in=sebagian, diajukan_pada__isnull=True).update(
                diajukan_pada=sekarang
            )
        Realisasi.objects.filter(pk__in=sebagian).update(status=transisi.ke)
    LangkahRealisasi.objects.bulk_create(
        [
            LangkahRealisasi(
                instansi=instansi,
                realisasi=satu,
                langkah=langkah,
                dari=satu.status,
                ke=transisi.ke,
                versi_ke=satu.versi_terakhir,
                alasan=alasan.strip(),
                oleh=by,
                pada=sekarang,
            )
            for satu in dipilih
        ],
        batch_size=BATCH,
    )
    record(
        aksi=f"pengukuran.realisasi.{langkah}_massal",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"jumlah": len(ids), "alasan": alasan, "digest": digest(str(satu.uid) for satu in dipilih)},
    )
    return len(ids)


@transaction.atomic
def delete_realisasi_bulk(*, instansi: Instansi, realisasi_ids: Collection[int], by: Pengguna | None) -> int:
    """Take back slots that were never sent: for undoing an import."""
    dipilih = _lock_untuk_urung(instansi, realisasi_ids, by)
    ids = [satu.pk for satu in dipilih]
    for awal in range(0, len(ids), BATCH):
        Realisasi.objects.filter(pk__in=ids[awal : awal + BATCH]).delete()
    _record_urung(instansi, dipilih, by, "dihapus_massal")
    return len(ids)


@transaction.atomic
def restore_realisasi_bulk(
    *, instansi: Instansi, versi: Sequence[tuple[int, int]], by: Pengguna | None
) -> int:
    """Go back to an earlier version of slots that were never sent since: pairs of slot and version number.

    The versions after it were written by the import that is undone and never sent, so they go.
    """
    tujuan = dict(versi)
    dipilih = _lock_untuk_urung(instansi, tujuan, by)
    for satu in dipilih:
        RealisasiVersi.objects.filter(realisasi=satu, versi_ke__gt=tujuan[satu.pk]).delete()
        satu.versi_terakhir = tujuan[satu.pk]
    Realisasi.objects.bulk_update(dipilih, ["versi_terakhir"], batch_size=BATCH)
    _record_urung(instansi, dipilih, by, "dipulihkan_massal")
    return len(dipilih)


def _lock_untuk_urung(
    instansi: Instansi, realisasi_ids: Collection[int], by: Pengguna | None
) -> list[Realisasi]:
    dipilih = list(
        Realisasi.objects.select_for_update(of=("self",))
        .select_related("unit")
        .filter(instansi=instansi, pk__in=list(realisasi_ids))
        .order_by("pk")
    )
    require_massal(by, instansi, (satu.unit for satu in dipilih))
    for satu in dipilih:
        if satu.status not in TERBUKA:
            raise RealisasiTerkunci(satu.get_status_display())
    return dipilih


def _record_urung(instansi: Instansi, dipilih: Sequence[Realisasi], by: Pengguna | None, kata: str) -> None:
    record(
        aksi=f"pengukuran.realisasi.{kata}",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"jumlah": len(dipilih), "digest": digest(str(satu.uid) for satu in dipilih)},
    )
    for tahun in sorted({satu.tahun for satu in dipilih}):
        unit_ids = {satu.unit_id for satu in dipilih if satu.tahun == tahun}
        announce(instansi_id=instansi.pk, unit_ids=unit_ids, tahun=[tahun])


def _build(instansi: Instansi, baris: Sequence[BarisRealisasi]) -> dict[_Kunci, dict[str, Any]]:
    isi: dict[_Kunci, dict[str, Any]] = {}
    for satu in baris:
        if satu.unit.instansi_id != instansi.pk:
            raise BedaInstansi("unit")
        if satu.kunci in isi:
            periode = str(satu.tahun) if satu.triwulan is None else f"TW {satu.triwulan} {satu.tahun}"
            raise BarisGanda(satu.indikator.kode, periode)
        isi[satu.kunci] = build_versi(satu)
    return isi


def _load_slot(instansi: Instansi, baris: Sequence[BarisRealisasi]) -> dict[_Kunci, Realisasi]:
    """The slots of all years and units that the batch touches, locked."""
    lingkup = Q()
    for tahun in {satu.tahun for satu in baris}:
        lingkup |= Q(tahun=tahun, unit_id__in={satu.unit.pk for satu in baris if satu.tahun == tahun})
    if not baris:
        return {}
    slot = Realisasi.objects.select_for_update().filter(lingkup, instansi=instansi).order_by("pk")
    return {(satu.indikator_id, satu.unit_id, satu.tahun, satu.triwulan): satu for satu in slot}


def _load_terakhir(slot: Collection[Realisasi]) -> dict[int, RealisasiVersi]:
    terakhir = {satu.pk: satu.versi_terakhir for satu in slot}
    ids = list(terakhir)
    hasil = {}
    for awal in range(0, len(ids), 5000):
        for versi in RealisasiVersi.objects.filter(realisasi_id__in=ids[awal : awal + 5000]):
            if versi.versi_ke == terakhir[versi.realisasi_id]:
                hasil[versi.realisasi_id] = versi
    return hasil
