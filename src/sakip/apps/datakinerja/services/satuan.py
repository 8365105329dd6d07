"""Units of measure: one row per unit, whatever spelling a source prints."""

import re
from collections.abc import Iterable

from django.db import transaction

from sakip.apps.datakinerja.galat import (
    IsianKosong,
)
from sakip.apps.datakinerja.models import (
    Satuan,
)
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.services._isi import BATCH
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi, Unit

#: The same unit of measure under its printed names; one spelling is kept.
_PERSEN = frozenset({"%", "persen", "prosen", "persentase", "percent"})


@transaction.atomic
def get_or_create_satuan(
    *, instansi: Instansi, nama: str, by: Pengguna | None, simbol: str = "", unit: Unit | None = None
) -> Satuan:
    """The unit of measure of that name; spelling and letter case do not make another one."""
    require(by, Izin.SUSUN_RENCANA, unit=unit, instansi=instansi)
    return _satuan(instansi, {kunci_satuan(nama): nama}, by, simbol=simbol)[kunci_satuan(nama)]


@transaction.atomic
def create_satuan_bulk(*, instansi: Instansi, nama: Iterable[str], by: Pengguna | None) -> dict[str, Satuan]:
    """Units of measure by `kunci_satuan(name)`, made where they are missing."""
    require_massal(by, instansi)
    return _satuan(instansi, {kunci_satuan(satu): satu for satu in nama}, by)


def kunci_satuan(nama: str) -> str:
    """The form in which two printed units of measure are compared."""
    bersih = " ".join(nama.split()).casefold()
    return "persen" if bersih in _PERSEN else bersih


def _satuan(
    instansi: Instansi, nama: dict[str, str], by: Pengguna | None, *, simbol: str = ""
) -> dict[str, Satuan]:
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    ada = {kunci_satuan(satu.nama): satu for satu in Satuan.objects.filter(instansi=instansi)}
    baru = []
    for kunci, tertulis in nama.items():
        if not kunci:
            raise IsianKosong("satuan")
        if kunci not in ada:
            persen = kunci == "persen"
            bersih = kunci if persen else re.sub(r"\s+", " ", tertulis).strip()[:80]
            baru.append(Satuan(instansi=instansi, nama=bersih, simbol="%" if persen else simbol.strip()))
    for satu in Satuan.objects.bulk_create(baru, batch_size=BATCH):
        ada[kunci_satuan(satu.nama)] = satu
    if baru:
        record(
            aksi="datakinerja.satuan.dibuat",
            objek=instansi,
            by=by,
            instansi=instansi,
            perubahan={"nama": [satu.nama for satu in baru]},
        )
    return {kunci: ada[kunci_satuan(nama[kunci][:80])] for kunci in nama}
