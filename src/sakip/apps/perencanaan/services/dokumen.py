"""Documents in versions: drafted, put in force (which supersedes the former one), revised."""

from datetime import date

from django.db import transaction

from sakip.apps.perencanaan.galat import DokumenKosong, LangkahTidakSah, PeriodeTerbalik
from sakip.apps.perencanaan.models import (
    Dokumen,
    SifatDokumen,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.services._dasar import BATCH, announce_dokumen, require_text
from sakip.apps.perencanaan.workflow import TRANSISI
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit


@transaction.atomic
def create_dokumen(
    *,
    unit: Unit,
    jenis: str,
    nama: str,
    tahun_mulai: int,
    tahun_selesai: int,
    by: Pengguna | None,
    sifat: str = SifatDokumen.MURNI,
    dasar: str = "",
    ditetapkan_pada: date | None = None,
    sumber: str = "",
) -> Dokumen:
    """Begin a new version of a plan, as a draft."""
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    if tahun_selesai < tahun_mulai:
        raise PeriodeTerbalik
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    dokumen = Dokumen(
        instansi_id=unit.instansi_id,
        unit=unit,
        jenis=jenis,
        nama=require_text(nama, "nama"),
        tahun_mulai=tahun_mulai,
        tahun_selesai=tahun_selesai,
        versi_ke=_next_versi(unit, jenis, tahun_mulai, tahun_selesai),
        sifat=sifat,
        dasar=dasar.strip(),
        ditetapkan_pada=ditetapkan_pada,
        sumber=sumber.strip(),
    )
    dokumen.full_clean(validate_constraints=False)
    dokumen.save(force_insert=True)
    _record(
        dokumen, "dibuat", by, {"versi_ke": dokumen.versi_ke, "periode": f"{tahun_mulai}-{tahun_selesai}"}
    )
    return dokumen


@transaction.atomic
def verify_dokumen(*, dokumen: Dokumen, by: Pengguna | None) -> Dokumen:
    """Mark a draft as checked."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = _move(dokumen, "verifikasi")
    terkunci.save(update_fields=["status"])
    _record(terkunci, "diverifikasi", by, {})
    return terkunci


@transaction.atomic
def activate_dokumen(
    *, dokumen: Dokumen, by: Pengguna | None, ditetapkan_pada: date | None = None, dasar: str = ""
) -> Dokumen:
    """Put a plan in force; the version of the same period that was in force is superseded."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = _move(dokumen, "berlakukan")
    if not Simpul.objects.filter(dokumen=terkunci).exists() and not terkunci.target_set.exists():
        raise DokumenKosong(terkunci.nama)
    lama = (
        Dokumen.objects.select_for_update()
        .filter(
            unit_id=terkunci.unit_id,
            jenis=terkunci.jenis,
            tahun_mulai=terkunci.tahun_mulai,
            tahun_selesai=terkunci.tahun_selesai,
            status=StatusDokumen.BERLAKU,
        )
        .first()
    )
    if lama is not None:
        lama.status = TRANSISI["ganti"].ke
        lama.save(update_fields=["status"])
        _record(lama, "diganti", by, {"oleh_versi": terkunci.versi_ke})
    terkunci.ditetapkan_pada = ditetapkan_pada or terkunci.ditetapkan_pada
    terkunci.dasar = dasar.strip() or terkunci.dasar
    terkunci.save(update_fields=["status", "ditetapkan_pada", "dasar"])
    _record(terkunci, "diberlakukan", by, {"ditetapkan_pada": terkunci.ditetapkan_pada})
    announce_dokumen(terkunci, indikator_ids=_indikator_of(terkunci, lama))
    return terkunci


@transaction.atomic
def revise_dokumen(*, dokumen: Dokumen, nama: str, by: Pengguna | None, dasar: str = "") -> Dokumen:
    """Begin a changed version that holds everything of the present one; every node keeps its lineage."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    baru = create_dokumen(
        unit=dokumen.unit,
        jenis=dokumen.jenis,
        nama=nama,
        tahun_mulai=dokumen.tahun_mulai,
        tahun_selesai=dokumen.tahun_selesai,
        by=by,
        sifat=SifatDokumen.PERUBAHAN,
        dasar=dasar,
    )
    padanan = _copy_simpul(dokumen, baru)
    SimpulIndikator.objects.bulk_create(
        [
            SimpulIndikator(
                instansi_id=baru.instansi_id,
                simpul_id=padanan[satu.simpul_id],
                indikator_id=satu.indikator_id,
                urutan=satu.urutan,
            )
            for satu in SimpulIndikator.objects.filter(simpul__dokumen=dokumen)
        ],
        batch_size=BATCH,
    )
    target = list(Target.objects.filter(dokumen=dokumen))
    for satu in target:
        satu.pk, satu._state.adding, satu.dokumen = None, True, baru
    Target.objects.bulk_create(target, batch_size=BATCH)
    return baru


def _copy_simpul(dari: Dokumen, ke: Dokumen) -> dict[int, int]:
    """Old key -> new key. Parents are joined in a second step: they may stand after their children."""
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
                mendukung_id=satu.mendukung_id,
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


def _move(dokumen: Dokumen, langkah: str) -> Dokumen:
    terkunci = (
        Dokumen.objects.select_for_update(of=("self",)).select_related("unit", "instansi").get(pk=dokumen.pk)
    )
    transisi = TRANSISI[langkah]
    if terkunci.status not in transisi.dari:
        raise LangkahTidakSah(terkunci.nama, terkunci.get_status_display())
    terkunci.status = transisi.ke
    dokumen.status = transisi.ke
    return terkunci


def _next_versi(unit: Unit, jenis: str, tahun_mulai: int, tahun_selesai: int) -> int:
    terakhir = (
        Dokumen.objects.filter(unit=unit, jenis=jenis, tahun_mulai=tahun_mulai, tahun_selesai=tahun_selesai)
        .order_by("-versi_ke")
        .values_list("versi_ke", flat=True)
        .first()
    )
    return (terakhir or 0) + 1


def _indikator_of(*dokumen: Dokumen | None) -> set[int]:
    """Indicators whose target may move: those of the new version and of the one it supersedes."""
    ada = [satu.pk for satu in dokumen if satu is not None]
    return set(Target.objects.filter(dokumen_id__in=ada).values_list("indikator_id", flat=True))


def _record(dokumen: Dokumen, kata: str, by: Pengguna | None, perubahan: dict[str, object]) -> None:
    record(
        aksi=f"perencanaan.dokumen.{kata}",
        objek=dokumen,
        by=by,
        instansi=dokumen.instansi,
        label=dokumen.nama,
        perubahan=perubahan,
    )
