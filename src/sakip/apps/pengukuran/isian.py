"""Loading the figures of a year: the latest version of every slot, continued from predecessors."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sakip.apps.datakinerja.convert import BIDANG_NILAI, nilai_of
from sakip.apps.pengukuran.hitung import Isian
from sakip.apps.pengukuran.models import RealisasiBukti, RealisasiVersi

#: (unit, indikator) -> quarter (None: the year) -> figure
IsianUnit = dict[tuple[int, int], dict[int | None, Isian]]
#: Read as tuples: a year of an instansi has thousands of figures, and building two objects for each would
#: cost more than all the arithmetic. The last one is only there with the evidence counted.
_BIDANG = (
    *BIDANG_NILAI, "keadaan", "alasan", "versi_ke", "sementara", "sumber", "sebab", "kendala", "tindak_lanjut",
    "catatan", "realisasi_id", "realisasi__uid", "realisasi__unit_id", "realisasi__indikator_id",
    "realisasi__triwulan", "realisasi__status", "n_bukti",
)  # fmt: skip


def load_isian(
    *,
    unit_ids: Collection[int],
    tahun: int,
    pendahulu: Mapping[int, Sequence[int]],
    indikator_ids: Collection[int] | None = None,
    dengan_bukti: bool = False,
) -> IsianUnit:
    """The figures of several units in a year, in one query.

    Where a unit has no figure for a period, that of the one unit it continues stands in: a quarter
    reported before a merge is part of the year. Two predecessors that both report the same indicator
    are two figures, and adding them is not ours to decide.
    """
    semua = set(unit_ids).union(*(pendahulu.get(satu, ()) for satu in unit_ids))
    versi = _latest(semua, tahun, dengan_bukti=dengan_bukti)
    if indikator_ids is not None:
        versi = versi.filter(realisasi__indikator_id__in=indikator_ids)
    hasil: IsianUnit = {}
    bidang = _BIDANG if dengan_bukti else _BIDANG[:-1]
    for satu in versi.values_list(*bidang, named=True):
        kunci = (satu.realisasi__unit_id, satu.realisasi__indikator_id)
        hasil.setdefault(kunci, {})[satu.realisasi__triwulan] = _isian(satu)
    for unit_id in unit_ids:
        if unit_id in pendahulu:
            _continue(hasil, unit_id, pendahulu[unit_id])
    return hasil


def _latest(unit_ids: Collection[int], tahun: int, *, dengan_bukti: bool) -> QuerySet[RealisasiVersi]:
    versi = RealisasiVersi.objects.filter(
        realisasi__unit_id__in=unit_ids,
        realisasi__tahun=tahun,
        versi_ke=F("realisasi__versi_terakhir"),
    )
    if not dengan_bukti:
        return versi
    jumlah = (
        RealisasiBukti.objects.filter(realisasi_id=OuterRef("realisasi_id"))
        .order_by()
        .values("realisasi_id")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return versi.annotate(n_bukti=Coalesce(Subquery(jumlah, output_field=IntegerField()), 0))


def _isian(baris: Any) -> Isian:
    return Isian(
        nilai=nilai_of(baris),
        keadaan=baris.keadaan,
        status=baris.realisasi__status,
        unit_id=baris.realisasi__unit_id,
        realisasi_id=baris.realisasi_id,
        realisasi_uid=baris.realisasi__uid,
        versi_ke=baris.versi_ke,
        sementara=baris.sementara,
        alasan=baris.alasan,
        sumber=baris.sumber,
        sebab=baris.sebab,
        kendala=baris.kendala,
        tindak_lanjut=baris.tindak_lanjut,
        catatan=baris.catatan,
        jumlah_bukti=getattr(baris, "n_bukti", 0),
    )


def _continue(isian: IsianUnit, unit_id: int, pendahulu: Sequence[int]) -> None:
    indikator = {kunci[1] for kunci in isian if kunci[0] in pendahulu}
    for indikator_id in indikator:
        sendiri = isian.setdefault((unit_id, indikator_id), {})
        lama = [isian[asal, indikator_id] for asal in pendahulu if (asal, indikator_id) in isian]
        for triwulan in {tw for satu in lama for tw in satu}:
            calon = {satu[triwulan].realisasi_id: satu[triwulan] for satu in lama if triwulan in satu}
            if triwulan not in sendiri and len(calon) == 1:
                sendiri[triwulan] = next(iter(calon.values()))
