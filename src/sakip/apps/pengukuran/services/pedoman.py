"""The instansi's own rule of measuring, from a day on."""

from datetime import date

from django.db import transaction

from kinerja.capaian import list_skala, load_skala
from kinerja.capaian.skala import CAPAIAN
from sakip.apps.pengukuran.galat import PedomanSesudahnya, SkalaTidakAda
from sakip.apps.pengukuran.models import CaraAgregasiPohon, PedomanPengukuran
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.turunan import announce


@transaction.atomic
def set_pedoman(
    *,
    instansi: Instansi,
    skala_id: str,
    sejak: date,
    by: Pengguna | None,
    agregasi: str = CaraAgregasiPohon.BERJENJANG,
    dasar: str = "",
) -> PedomanPengukuran:
    """Measure by another scale or roll-up from a day on. A year is measured by the rule of its last day."""
    require(by, Izin.KELOLA_ORGANISASI, instansi=instansi)
    if skala_id not in list_skala() or load_skala(skala_id).untuk != CAPAIAN:
        raise SkalaTidakAda(skala_id)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    lama = PedomanPengukuran.objects.filter(instansi=instansi).order_by("-berlaku_mulai").first()
    if lama is not None and lama.berlaku_mulai >= sejak:
        raise PedomanSesudahnya
    if lama is not None and lama.berlaku_sampai is None:
        lama.berlaku_sampai = sejak
        lama.save(update_fields=["berlaku_sampai"])
    pedoman = PedomanPengukuran(
        instansi=instansi, skala_id=skala_id, agregasi=agregasi, berlaku_mulai=sejak, dasar=dasar.strip()
    )
    pedoman.full_clean(validate_constraints=False)
    pedoman.save(force_insert=True)
    record(
        aksi="pengukuran.pedoman.ditetapkan",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"skala_id": skala_id, "agregasi": agregasi, "sejak": sejak, "dasar": dasar},
    )
    announce(
        instansi_id=instansi.pk, unit_ids=Unit.objects.filter(instansi=instansi).values_list("pk", flat=True)
    )
    return pedoman
