"""Editing a draft: a node is reworded, moved, removed; what rests on it is asked first."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import ProtectedError

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.galat import (
    BedaInstansi,
    IndukTidakSah,
    KodeSimpulTerpakai,
    MasihPunyaAnak,
    SimpulBerubah,
    SimpulDipakai,
    TidakDapatGeser,
)
from sakip.apps.perencanaan.models import Dokumen, JenisSimpul, Simpul, SimpulIndikator, Target
from sakip.apps.perencanaan.selectors.susun import sebab_dipakai
from sakip.apps.perencanaan.services._dasar import lock_terbuka, require_text
from sakip.apps.perencanaan.services.simpul import TINGKAT
from sakip.apps.perencanaan.sidik import sidik_simpul
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit

ARAH = ("naik", "turun", "masuk", "keluar")


@dataclass(frozen=True, slots=True)
class IsiSimpul:
    """What the form of a node says. `sidik` is the fingerprint it was opened with; empty: do not compare."""

    pernyataan: str
    kode: str = ""
    induk: Simpul | None = None
    mendukung: Simpul | None = None
    pj_unit: Unit | None = None
    sidik: str = ""


@transaction.atomic
def update_simpul(*, simpul: Simpul, isi: IsiSimpul, by: Pengguna | None) -> Simpul:
    """Reword a node of a draft, hang it elsewhere, or link it; an edit of something older is refused."""
    dokumen = _lock(simpul, by)
    kini = Simpul.objects.select_for_update(of=("self",)).get(pk=simpul.pk)
    if isi.sidik and isi.sidik != sidik_simpul(kini):
        raise SimpulBerubah(kini.pernyataan)
    kode = " ".join(isi.kode.split())
    baru: dict[str, object] = {
        "pernyataan": require_text(isi.pernyataan, "pernyataan"),
        "kode": kode,
        "mendukung_id": None if isi.mendukung is None else isi.mendukung.pk,
        "pj_unit_id": None if isi.pj_unit is None else isi.pj_unit.pk,
    }
    _check(dokumen, kini, isi, kode)
    beda: dict[str, object] = {
        b: [getattr(kini, b), nilai] for b, nilai in baru.items() if getattr(kini, b) != nilai
    }
    induk_id = None if isi.induk is None else isi.induk.pk
    if induk_id != kini.induk_id:
        beda["induk"] = [kini.induk_id, induk_id]
        kini.urutan = _last_place(dokumen, induk_id)
        kini.induk_id = induk_id
    for bidang, nilai in baru.items():
        setattr(kini, bidang, nilai)
    kini.full_clean(validate_constraints=False)
    kini.save()
    if beda:
        _record(kini, dokumen, "diubah", by, beda)
    return kini


@transaction.atomic
def move_simpul(*, simpul: Simpul, arah: str, by: Pengguna | None) -> Simpul:
    """Move a node of a draft among its siblings (naik, turun), below the one before it, or out of its parent."""
    dokumen = _lock(simpul, by)
    semua = list(
        Simpul.objects.select_for_update(of=("self",)).filter(dokumen=dokumen).order_by("urutan", "id")
    )
    kini = next(satu for satu in semua if satu.pk == simpul.pk)
    saudara = [satu for satu in semua if satu.induk_id == kini.induk_id]
    letak = saudara.index(kini)
    if arah in ("naik", "turun"):
        ke = letak + (1 if arah == "turun" else -1)
        if not 0 <= ke < len(saudara):
            raise TidakDapatGeser
        saudara[letak], saudara[ke] = saudara[ke], saudara[letak]
        _renumber(saudara)
    elif arah == "masuk":
        if letak == 0 or TINGKAT[saudara[letak - 1].jenis] >= TINGKAT[kini.jenis]:
            raise TidakDapatGeser
        _hang(kini, saudara[letak - 1].pk, semua, sesudah=None)
    else:
        induk = next((satu for satu in semua if satu.pk == kini.induk_id), None)
        if arah != "keluar" or induk is None:
            raise TidakDapatGeser
        _hang(kini, induk.induk_id, semua, sesudah=induk)
    _record(kini, dokumen, "digeser", by, {"arah": arah})
    return kini


@transaction.atomic
def remove_simpul(*, simpul: Simpul, by: Pengguna | None) -> None:
    """Take a node without children out of a draft, with targets nobody else in the document uses.

    Refused where something rests on it: results of a plan that has no earlier version to keep them, agreements,
    budget, roles, or a lower plan that supports it.
    """
    dokumen = _lock(simpul, by)
    if simpul.anak.exists():
        raise MasihPunyaAnak(simpul.pernyataan)
    if sebab := sebab_dipakai(simpul):
        raise SimpulDipakai(simpul.pernyataan, sebab)
    indikator = list(simpul.indikator_set.values_list("indikator_id", flat=True))
    simpul.indikator_set.all().delete()
    target = _drop_orphan_targets(dokumen, indikator)
    _record(simpul, dokumen, "dihapus", by, {"dokumen": dokumen.nama, "target": target})
    try:
        simpul.delete()
    except ProtectedError as galat:
        raise SimpulDipakai(simpul.pernyataan, "dokumen lain merujuknya") from galat


@transaction.atomic
def unlink_indikator(*, simpul: Simpul, indikator: Indikator, by: Pengguna | None) -> None:
    """No longer measure a node of a draft by an indicator; its targets go with the last node that uses it."""
    dokumen = _lock(simpul, by)
    SimpulIndikator.objects.filter(simpul=simpul, indikator=indikator).delete()
    target = _drop_orphan_targets(dokumen, [indikator.pk])
    isi = {"indikator": indikator.kode, "target": target}
    _record(simpul, dokumen, "indikator_dilepas", by, isi)


def _lock(simpul: Simpul, by: Pengguna | None) -> Dokumen:
    require(by, Izin.SUSUN_RENCANA, unit=simpul.dokumen.unit)
    return lock_terbuka(simpul.dokumen, "")


def _check(dokumen: Dokumen, simpul: Simpul, isi: IsiSimpul, kode: str) -> None:
    for bidang, objek in (("mendukung", isi.mendukung), ("pj_unit", isi.pj_unit)):
        if objek is not None and objek.instansi_id != dokumen.instansi_id:
            raise BedaInstansi(bidang)
    terpakai = Simpul.objects.filter(dokumen=dokumen, jenis=simpul.jenis, kode=kode).exclude(pk=simpul.pk)
    if kode and terpakai.exists():
        raise KodeSimpulTerpakai(kode)
    induk = isi.induk
    # A higher level never lies below a lower one, so no chain of parents can lead back to the node itself.
    if induk is not None and (
        induk.dokumen_id != dokumen.pk or TINGKAT[induk.jenis] >= TINGKAT[simpul.jenis]
    ):
        raise IndukTidakSah(str(JenisSimpul(simpul.jenis).label), str(JenisSimpul(induk.jenis).label))


def _hang(kini: Simpul, induk_id: int | None, semua: Collection[Simpul], *, sesudah: Simpul | None) -> None:
    """Below another parent: right after `sesudah`, or last."""
    kini.induk_id = induk_id
    saudara = [satu for satu in semua if satu.induk_id == induk_id and satu.pk != kini.pk]
    letak = len(saudara) if sesudah is None else saudara.index(sesudah) + 1
    saudara.insert(letak, kini)
    kini.save(update_fields=["induk"])
    _renumber(saudara)


def _renumber(saudara: list[Simpul]) -> None:
    for urutan, satu in enumerate(saudara, start=1):
        satu.urutan = urutan
    Simpul.objects.bulk_update(saudara, ["urutan"])


def _last_place(dokumen: Dokumen, induk_id: int | None) -> int:
    saudara = Simpul.objects.filter(dokumen=dokumen, induk_id=induk_id).order_by("-urutan")
    return (saudara.values_list("urutan", flat=True).first() or 0) + 1


def _drop_orphan_targets(dokumen: Dokumen, indikator_ids: Collection[int]) -> int:
    """Targets of indicators that no node of the document uses any more."""
    dipakai = SimpulIndikator.objects.filter(simpul__dokumen=dokumen).values("indikator_id")
    yatim = Target.objects.filter(dokumen=dokumen, indikator_id__in=indikator_ids).exclude(
        indikator_id__in=dipakai
    )
    jumlah, _rinci = yatim.delete()
    return jumlah


def _record(
    simpul: Simpul, dokumen: Dokumen, kata: str, by: Pengguna | None, perubahan: dict[str, object]
) -> None:
    record(
        aksi=f"perencanaan.simpul.{kata}",
        objek=simpul,
        by=by,
        instansi=dokumen.instansi,
        label=simpul.pernyataan,
        perubahan=perubahan,
    )
