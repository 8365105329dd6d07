"""Units that continue as others: merged, split, or renamed with a new identity."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sakip.platform import wewenang
from sakip.platform.audit.services import record
from sakip.platform.organisasi.galat import PeralihanTidakSah
from sakip.platform.organisasi.models import JenisPeralihan, Peralihan, Unit, UnitVersi
from sakip.platform.organisasi.services._dasar import lock_instansi, overlapping, require_same_instansi
from sakip.platform.organisasi.services.unit import close_unit, move_unit, require_in_force
from sakip.platform.turunan import announce
from sakip.platform.wewenang import Izin


@transaction.atomic
def merge_units(
    *, dari: Sequence[Unit], ke: Unit, tanggal: date, by: Any | None, dasar: str = ""
) -> list[Peralihan]:
    """Units `dari` end on `tanggal` and continue in `ke` (new or existing); their children move under it."""
    if not dari:
        raise PeralihanTidakSah(_("Pilih unit yang bergabung."), bidang="dari")
    _require_distinct(dari, [ke])
    return [
        _continue(unit, ke, JenisPeralihan.GABUNG, tanggal, dasar, by=by, with_children=True) for unit in dari
    ]


@transaction.atomic
def split_unit(
    *,
    unit: Unit,
    ke: Sequence[Unit],
    tanggal: date,
    by: Any | None,
    dasar: str = "",
    tetap: bool = False,
) -> list[Peralihan]:
    """`unit` continues in the units `ke`. It ends on `tanggal`, unless it stays on (`tetap`) beside them.

    Children are not moved: only the admin knows which of them goes where.
    """
    if len(ke) + tetap < 2:
        raise PeralihanTidakSah(_("Pemecahan menghasilkan paling sedikit dua unit."), bidang="ke")
    _require_distinct([unit], ke)
    hasil = [_link(unit, satu, JenisPeralihan.PECAH, tanggal, dasar, by=by) for satu in ke]
    if not tetap:
        close_unit(unit=unit, tanggal=tanggal, by=by, alasan=dasar)
    return hasil


@transaction.atomic
def succeed_unit(*, dari: Unit, ke: Unit, tanggal: date, by: Any | None, dasar: str = "") -> Peralihan:
    """`dari` gets a new identity `ke` from `tanggal` on (a new code, a new regulation)."""
    _require_distinct([dari], [ke])
    return _continue(dari, ke, JenisPeralihan.GANTI_NAMA, tanggal, dasar, by=by, with_children=True)


@transaction.atomic
def reopen_unit(*, unit: Unit, by: Any | None) -> UnitVersi:
    """Take back the end of a unit, and with it what it was said to continue as.

    Its posts, and children that moved away with the end, are not brought back: since then others may hold them.
    """
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    lock_instansi(unit.instansi)
    versi = unit.versi.select_for_update().order_by("-berlaku_mulai").first()
    if versi is None or versi.berlaku_sampai is None:
        raise PeralihanTidakSah(_("%(kode)s belum diakhiri.") % {"kode": unit.kode})
    beralih = Peralihan.objects.filter(dari=unit, tanggal=versi.berlaku_sampai).select_related("ke")
    perubahan = {
        "berlaku_sampai": [versi.berlaku_sampai, None],
        "batal_beralih": [p.ke.kode for p in beralih],
    }
    beralih.delete()
    versi.berlaku_sampai = None
    versi.save(update_fields=["berlaku_sampai"])
    record(
        aksi="organisasi.unit.dibuka_kembali",
        objek=unit,
        by=by,
        instansi=unit.instansi,
        label=f"{unit.kode} {versi.nama}",
        perubahan=perubahan,
    )
    return versi


def _continue(
    dari: Unit, ke: Unit, jenis: JenisPeralihan, tanggal: date, dasar: str, *, by: Any, with_children: bool
) -> Peralihan:
    peralihan = _link(dari, ke, jenis, tanggal, dasar, by=by)
    anak = UnitVersi.objects.filter(overlapping(tanggal, None), induk=dari).select_related("unit")
    for versi in anak.order_by("unit__kode", "berlaku_mulai") if with_children else ():
        move_unit(unit=versi.unit, induk=ke, sejak=max(tanggal, versi.berlaku_mulai), by=by)
    close_unit(unit=dari, tanggal=tanggal, by=by, alasan=dasar)
    return peralihan


def _link(dari: Unit, ke: Unit, jenis: JenisPeralihan, tanggal: date, dasar: str, *, by: Any) -> Peralihan:
    require_same_instansi(dari.instansi, ke, "ke")
    for unit in (dari, ke):
        wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    lock_instansi(dari.instansi)
    require_in_force(ke, tanggal, bidang="ke")
    if Peralihan.objects.filter(dari=dari, ke=ke).exists():
        raise PeralihanTidakSah(
            _("Peralihan %(dari)s ke %(ke)s sudah tercatat.") % {"dari": dari.kode, "ke": ke.kode},
            bidang="ke",
        )
    peralihan = Peralihan.objects.create(
        instansi=dari.instansi, dari=dari, ke=ke, jenis=jenis, tanggal=tanggal, dasar=dasar.strip()
    )
    record(
        aksi=f"organisasi.unit.{jenis.value}",
        objek=dari,
        by=by,
        instansi=dari.instansi,
        label=f"{dari.kode} -> {ke.kode}",
        perubahan={"dari": dari.kode, "ke": ke.kode, "tanggal": tanggal, "dasar": dasar},
    )
    # The successor's figures now include the predecessor's.
    announce(instansi_id=dari.instansi_id, unit_ids=[dari.pk, ke.pk])
    return peralihan


def _require_distinct(dari: Sequence[Unit], ke: Sequence[Unit]) -> None:
    semua = [unit.pk for unit in (*dari, *ke)]
    if len(set(semua)) != len(semua):
        raise PeralihanTidakSah(_("Satu unit dipilih dua kali."), bidang="ke")
