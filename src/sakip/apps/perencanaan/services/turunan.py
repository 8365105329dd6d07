"""Copies of a document: a changed version of the same period, or the beginning of a new period."""

from collections.abc import Iterable

from django.db import transaction

from sakip.apps.perencanaan.galat import PeriodeSama, VersiMasihBerjalan
from sakip.apps.perencanaan.models import (
    Dokumen,
    PaguIndikatif,
    SifatDokumen,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.services._dasar import BATCH
from sakip.apps.perencanaan.services._langkah import record_dokumen
from sakip.apps.perencanaan.services.dokumen import create_dokumen
from sakip.apps.perencanaan.workflow import BERJALAN
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit


@transaction.atomic
def revise_dokumen(*, dokumen: Dokumen, nama: str, by: Pengguna | None, dasar: str = "") -> Dokumen:
    """Begin a changed version that holds everything of the present one; every node keeps its lineage."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    Unit.objects.select_for_update(no_key=True).get(pk=dokumen.unit_id)
    _refuse_second_draft(dokumen, dokumen.tahun_mulai, dokumen.tahun_selesai)
    baru = create_dokumen(
        unit=dokumen.unit,
        jenis=dokumen.jenis,
        nama=nama,
        tahun_mulai=dokumen.tahun_mulai,
        tahun_selesai=dokumen.tahun_selesai,
        by=by,
        sifat=SifatDokumen.PERUBAHAN,
        dasar=dasar,
        turunan_dari=dokumen,
    )
    padanan = _copy_simpul(dokumen, baru)
    _copy_tautan(dokumen, baru, padanan)
    _copy_target(dokumen, baru, geser=0)
    PaguIndikatif.objects.bulk_create(
        [
            PaguIndikatif(
                instansi_id=baru.instansi_id,
                dokumen=baru,
                simpul_id=padanan[satu.simpul_id],
                tahun=satu.tahun,
                jumlah=satu.jumlah,
            )
            for satu in PaguIndikatif.objects.filter(dokumen=dokumen)
        ],
        batch_size=BATCH,
    )
    record_dokumen(baru, "disalin", by, {"dari": str(dokumen.uid), "simpul": len(padanan)})
    return baru


@transaction.atomic
def carry_over(
    *,
    dokumen: Dokumen,
    nama: str,
    tahun_mulai: int,
    tahun_selesai: int,
    by: Pengguna | None,
    dengan_target: bool = False,
) -> Dokumen:
    """Begin the plan of another period with the nodes and indicators of this one.

    Lineage is kept, so that years can be followed over periods. Targets are left empty, or moved by as many years
    as the period moves; ceilings belong to a budget and are never carried over.
    """
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    if (tahun_mulai, tahun_selesai) == (dokumen.tahun_mulai, dokumen.tahun_selesai):
        raise PeriodeSama
    Unit.objects.select_for_update(no_key=True).get(pk=dokumen.unit_id)
    _refuse_second_draft(dokumen, tahun_mulai, tahun_selesai)
    baru = create_dokumen(
        unit=dokumen.unit,
        jenis=dokumen.jenis,
        nama=nama,
        tahun_mulai=tahun_mulai,
        tahun_selesai=tahun_selesai,
        by=by,
        turunan_dari=dokumen,
    )
    padanan = _copy_simpul(dokumen, baru, mendukung=_later_nodes(dokumen, baru))
    _copy_tautan(dokumen, baru, padanan)
    if dengan_target:
        _copy_target(dokumen, baru, geser=tahun_mulai - dokumen.tahun_mulai)
    isi = {"dari": str(dokumen.uid), "simpul": len(padanan), "dengan_target": dengan_target}
    record_dokumen(baru, "disalin", by, isi)
    return baru


def _refuse_second_draft(dokumen: Dokumen, tahun_mulai: int, tahun_selesai: int) -> None:
    berjalan = Dokumen.objects.filter(
        unit_id=dokumen.unit_id,
        jenis=dokumen.jenis,
        tahun_mulai=tahun_mulai,
        tahun_selesai=tahun_selesai,
        status__in=BERJALAN,
    )
    if (ada := berjalan.first()) is not None:
        raise VersiMasihBerjalan(ada.nama, ada.get_status_display())


def _copy_simpul(dari: Dokumen, ke: Dokumen, *, mendukung: dict[int, int] | None = None) -> dict[int, int]:
    """Old key -> new key. Parents are joined in a second step: they may stand after their children.

    `mendukung` translates the nodes of higher plans; without it they stay what they are.
    """
    lama = list(Simpul.objects.filter(dokumen=dari).order_by("id"))
    baru = Simpul.objects.bulk_create(
        [
            Simpul(
                instansi_id=ke.instansi_id,
                dokumen=ke,
                jenis=satu.jenis,
                kode=satu.kode,
                pernyataan=satu.pernyataan,
                urutan=satu.urutan,
                asal=satu.asal,
                mendukung_id=_translate(satu.mendukung_id, mendukung),
                pj_unit_id=satu.pj_unit_id,
            )
            for satu in lama
        ],
        batch_size=BATCH,
    )
    padanan = {satu.pk: salinan.pk for satu, salinan in zip(lama, baru, strict=True)}
    for satu, salinan in zip(lama, baru, strict=True):
        salinan.induk_id = None if satu.induk_id is None else padanan[satu.induk_id]
    Simpul.objects.bulk_update(baru, ["induk"], batch_size=BATCH)
    return padanan


def _translate(kunci: int | None, peta: dict[int, int] | None) -> int | None:
    if kunci is None or peta is None:
        return kunci
    return peta.get(kunci)


def _later_nodes(dari: Dokumen, ke: Dokumen) -> dict[int, int]:
    """Nodes of the higher plans -> the same nodes (by lineage) in what is in force for the new period.

    A plan does not support a plan that has ended: where no successor is known, the link is left to be chosen.
    """
    lama = dict(Simpul.objects.filter(didukung__dokumen=dari).distinct().values_list("pk", "asal"))
    penerus = Simpul.objects.filter(
        instansi_id=ke.instansi_id,
        asal__in=lama.values(),
        dokumen__status=StatusDokumen.BERLAKU,
        dokumen__tahun_mulai__lte=ke.tahun_selesai,
        dokumen__tahun_selesai__gte=ke.tahun_mulai,
    ).order_by("dokumen__tahun_mulai", "dokumen__versi_ke")
    kini = {asal: kunci for kunci, asal in penerus.values_list("pk", "asal")}
    return {kunci: kini[asal] for kunci, asal in lama.items() if asal in kini}


def _copy_tautan(dari: Dokumen, ke: Dokumen, padanan: dict[int, int]) -> None:
    SimpulIndikator.objects.bulk_create(
        [
            SimpulIndikator(
                instansi_id=ke.instansi_id,
                simpul_id=padanan[satu.simpul_id],
                indikator_id=satu.indikator_id,
                urutan=satu.urutan,
                alasan=satu.alasan,
            )
            for satu in SimpulIndikator.objects.filter(simpul__dokumen=dari)
        ],
        batch_size=BATCH,
    )


def _copy_target(dari: Dokumen, ke: Dokumen, *, geser: int) -> None:
    target = [
        satu
        for satu in Target.objects.filter(dokumen=dari)
        if ke.tahun_mulai <= satu.tahun + geser <= ke.tahun_selesai
    ]
    for satu in _as_new(target, ke):
        satu.tahun += geser
    Target.objects.bulk_create(target, batch_size=BATCH)


def _as_new(target: Iterable[Target], ke: Dokumen) -> Iterable[Target]:
    for satu in target:
        satu.pk, satu._state.adding, satu.dokumen = None, True, ke
        yield satu
