"""Achievement of the indicators that stand in a performance tree."""

from collections.abc import Collection

from sakip.apps.pengukuran.models import Capaian
from sakip.apps.perencanaan.models import Pohon, PohonIndikator


def capaian_pohon(pohon: Pohon, ids: Collection[int] | None = None) -> dict[int, Capaian]:
    """The tree's year per linked indicator; of several units the tree's own goes first. One query."""
    milik = PohonIndikator.objects.filter(
        **({"simpul__pohon": pohon} if ids is None else {"simpul_id__in": ids}), indikator__isnull=False
    )
    baris = Capaian.objects.filter(
        instansi_id=pohon.instansi_id,
        tahun=pohon.tahun,
        triwulan__isnull=True,
        indikator_id__in=milik.values("indikator_id"),
    ).only("indikator_id", "unit_id", "terbatas", "kategori", "dipakai")
    hasil: dict[int, Capaian] = {}
    for satu in sorted(baris, key=lambda c: (c.unit_id == pohon.unit_id, -c.pk)):
        hasil[satu.indikator_id] = satu
    return hasil
