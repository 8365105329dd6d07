"""Baselines: the known figure of a year against which later ones are read."""

from collections.abc import Sequence

from django.db import transaction

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import fields_of
from sakip.apps.datakinerja.galat import (
    BedaInstansi,
    IsianKosong,
)
from sakip.apps.datakinerja.models import (
    DataDasar,
    Indikator,
)
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.datakinerja.services._isi import BATCH
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi


@transaction.atomic
def add_data_dasar(
    *, indikator: Indikator, tahun: int, nilai: Nilai, by: Pengguna | None, sumber: str = ""
) -> DataDasar:
    """Enter or correct the baseline of a year."""
    unit = indikator.versi.select_related("unit").latest("berlaku_mulai").unit
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    if not nilai.dilaporkan:
        raise IsianKosong("nilai")
    data, dibuat = DataDasar.objects.select_for_update().update_or_create(
        indikator=indikator,
        tahun=tahun,
        defaults={"instansi_id": indikator.instansi_id, "sumber": sumber.strip(), **fields_of(nilai)},
    )
    record(
        aksi="datakinerja.data_dasar.dibuat" if dibuat else "datakinerja.data_dasar.diubah",
        objek=indikator,
        by=by,
        instansi=indikator.instansi,
        perubahan={"tahun": tahun, "nilai": nilai.teks, "sumber": sumber},
    )
    return data


@transaction.atomic
def add_data_dasar_bulk(
    *, instansi: Instansi, baris: Sequence[tuple[Indikator, int, Nilai, str]], by: Pengguna | None
) -> int:
    """Enter the baselines of a batch (indicator, year, value, source); those that exist are kept."""
    require_massal(by, instansi)
    if any(satu[0].instansi_id != instansi.pk for satu in baris):
        raise BedaInstansi("indikator")
    ada = set(DataDasar.objects.filter(instansi=instansi).values_list("indikator_id", "tahun"))
    baru = [satu for satu in baris if satu[2].dilaporkan and (satu[0].pk, satu[1]) not in ada]
    DataDasar.objects.bulk_create(
        [
            DataDasar(instansi=instansi, indikator=indikator, tahun=tahun, sumber=sumber, **fields_of(nilai))
            for indikator, tahun, nilai, sumber in baru
        ],
        batch_size=BATCH,
    )
    isi = [(indikator.kode, tahun, nilai.teks, sumber) for indikator, tahun, nilai, sumber in baru]
    record(
        aksi="datakinerja.data_dasar.dibuat_massal",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"jumlah": len(baru), "digest": digest(isi)},
    )
    return len(baru)
