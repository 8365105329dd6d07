"""Acknowledge a finding with a reason, and take that back."""

from django.db import transaction
from django.utils import timezone

from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit
from sakip.platform.temuan.galat import AlasanKosong, SudahDiakui, SudahDicabut
from sakip.platform.temuan.model import TemuanTerpasang
from sakip.platform.temuan.models import PengakuanTemuan


@transaction.atomic
def acknowledge_temuan(
    *, temuan: TemuanTerpasang, unit: Unit, alasan: str, by: Pengguna | None
) -> PengakuanTemuan:
    """Accept a finding as it is. An acknowledgement of what it said before gives way to the new one."""
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    bersih = " ".join(alasan.split())
    if not bersih:
        raise AlasanKosong
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    lama = PengakuanTemuan.objects.filter(
        instansi_id=unit.instansi_id, kunci=temuan.kunci, dicabut_pada__isnull=True
    ).first()
    if lama is not None:
        if lama.sidik == temuan.sidik:
            raise SudahDiakui
        _revoke(lama, by)
    pengakuan = PengakuanTemuan(
        instansi_id=unit.instansi_id,
        unit=unit,
        kunci=temuan.kunci,
        sidik=temuan.sidik,
        kode=temuan.kode,
        objek_label=temuan.objek.label[:300],
        pesan=temuan.pesan,
        alasan=bersih,
        oleh="" if by is None else by.get_username(),
        pada=timezone.now(),
    )
    pengakuan.save(force_insert=True)
    record(
        aksi="temuan.pengakuan.dibuat",
        objek=pengakuan,
        by=by,
        instansi=unit.instansi,
        perubahan={"kode": temuan.kode, "pesan": temuan.pesan, "alasan": bersih},
    )
    return pengakuan


@transaction.atomic
def revoke_pengakuan(*, pengakuan: PengakuanTemuan, by: Pengguna | None) -> PengakuanTemuan:
    """Take an acknowledgement back: the finding is open again."""
    require(by, Izin.SUSUN_RENCANA, unit=pengakuan.unit)
    terkunci = (
        PengakuanTemuan.objects.select_for_update(of=("self",))
        .select_related("instansi")
        .get(pk=pengakuan.pk)
    )
    if terkunci.dicabut_pada is not None:
        raise SudahDicabut
    _revoke(terkunci, by)
    return terkunci


def _revoke(pengakuan: PengakuanTemuan, by: Pengguna | None) -> None:
    pengakuan.dicabut_oleh = "" if by is None else by.get_username()
    pengakuan.dicabut_pada = timezone.now()
    pengakuan.save(update_fields=["dicabut_oleh", "dicabut_pada"])
    record(
        aksi="temuan.pengakuan.dicabut",
        objek=pengakuan,
        by=by,
        instansi=pengakuan.instansi,
        perubahan={"kode": pengakuan.kode, "alasan": pengakuan.alasan},
    )
