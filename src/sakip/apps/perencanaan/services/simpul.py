"""Nodes of a plan and the indicators they are measured by."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.perencanaan.galat import (
    BedaInstansi,
    IndukTidakSah,
    KodeSimpulTerpakai,
    SudahTertaut,
)
from sakip.apps.perencanaan.models import Dokumen, JenisSimpul, Simpul, SimpulIndikator
from sakip.apps.perencanaan.services._dasar import BATCH, announce_dokumen, lock_terbuka, require_text
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit

#: The order of the levels; a node hangs below a higher one (levels may be skipped: not every plan has all).
TINGKAT = {jenis: urut for urut, jenis in enumerate(JenisSimpul.values)}


@dataclass(frozen=True, slots=True)
class BarisSimpul:
    """One node of a batch. `kunci` names it there; `induk` is such a key, or a node that exists."""

    kunci: str
    jenis: str
    pernyataan: str
    induk: str | Simpul | None = None
    kode: str = ""
    urutan: int = 0
    mendukung: Simpul | None = None
    pj_unit: Unit | None = None


@transaction.atomic
def add_simpul(
    *,
    dokumen: Dokumen,
    jenis: str,
    pernyataan: str,
    by: Pengguna | None,
    induk: Simpul | None = None,
    kode: str = "",
    urutan: int = 0,
    mendukung: Simpul | None = None,
    pj_unit: Unit | None = None,
    asal: uuid.UUID | None = None,
    koreksi: str = "",
) -> Simpul:
    """Add a node to a document that is being drafted."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = lock_terbuka(dokumen, koreksi)
    baris = BarisSimpul("", jenis, pernyataan, induk, kode, urutan, mendukung, pj_unit)
    simpul = _build(terkunci, baris, induk)
    simpul.asal = asal or simpul.asal
    if simpul.kode and Simpul.objects.filter(dokumen=terkunci, jenis=jenis, kode=simpul.kode).exists():
        raise KodeSimpulTerpakai(simpul.kode)
    simpul.full_clean(validate_constraints=False)
    simpul.save(force_insert=True)
    record(
        aksi="perencanaan.simpul.dibuat",
        objek=simpul,
        by=by,
        instansi=terkunci.instansi,
        label=simpul.pernyataan,
        perubahan={"dokumen": terkunci.nama, "jenis": jenis, "kode": simpul.kode, "koreksi": koreksi},
    )
    return simpul


@transaction.atomic
def add_simpul_bulk(
    *, dokumen: Dokumen, baris: Sequence[BarisSimpul], by: Pengguna | None, koreksi: str = ""
) -> dict[str, Simpul]:
    """Add many nodes; parents stand before their children. Returns them by their key in the batch."""
    require_massal(by, dokumen.instansi, [dokumen.unit])
    terkunci = lock_terbuka(dokumen, koreksi)
    hasil: dict[str, Simpul] = {}
    # Level by level: a child can only be written once its parent has a key.
    menunggu = list(baris)
    while menunggu:
        siap = [satu for satu in menunggu if not isinstance(satu.induk, str) or satu.induk in hasil]
        if not siap:
            raise IndukTidakSah(menunggu[0].pernyataan, str(menunggu[0].induk))
        simpul = [
            _build(terkunci, satu, hasil[satu.induk] if isinstance(satu.induk, str) else satu.induk)
            for satu in siap
        ]
        for satu, jadi in zip(siap, Simpul.objects.bulk_create(simpul, batch_size=BATCH), strict=True):
            hasil[satu.kunci] = jadi
        menunggu = [satu for satu in menunggu if satu.kunci not in hasil]
    isi = [(satu.jenis, satu.kode, satu.pernyataan) for satu in baris]
    record(
        aksi="perencanaan.simpul.dibuat_massal",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={"jumlah": len(baris), "digest": digest(isi), "koreksi": koreksi},
    )
    return hasil


@transaction.atomic
def link_indikator(
    *, simpul: Simpul, indikator: Indikator, by: Pengguna | None, urutan: int = 0, koreksi: str = ""
) -> SimpulIndikator:
    """Measure a node by an indicator."""
    require(by, Izin.SUSUN_RENCANA, unit=simpul.dokumen.unit)
    terkunci = lock_terbuka(simpul.dokumen, koreksi)
    if indikator.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("indikator")
    if SimpulIndikator.objects.filter(simpul=simpul, indikator=indikator).exists():
        raise SudahTertaut(indikator.kode)
    tautan = SimpulIndikator.objects.create(
        instansi_id=terkunci.instansi_id, simpul=simpul, indikator=indikator, urutan=urutan
    )
    record(
        aksi="perencanaan.simpul.indikator_ditautkan",
        objek=simpul,
        by=by,
        instansi=terkunci.instansi,
        perubahan={"indikator": indikator.kode, "koreksi": koreksi},
    )
    announce_dokumen(terkunci, indikator_ids=[indikator.pk])
    return tautan


@transaction.atomic
def link_indikator_bulk(
    *,
    dokumen: Dokumen,
    pasangan: Iterable[tuple[Simpul, Indikator]],
    by: Pengguna | None,
    koreksi: str = "",
) -> int:
    """Measure many nodes of one document by indicators; pairs that exist are kept. Returns the new ones."""
    require_massal(by, dokumen.instansi, [dokumen.unit])
    terkunci = lock_terbuka(dokumen, koreksi)
    ada = set(
        SimpulIndikator.objects.filter(simpul__dokumen=terkunci).values_list("simpul_id", "indikator_id")
    )
    baru: dict[tuple[int, int], SimpulIndikator] = {}
    for urutan, (simpul, indikator) in enumerate(pasangan):
        if simpul.dokumen_id != terkunci.pk or indikator.instansi_id != terkunci.instansi_id:
            raise BedaInstansi("indikator")
        kunci = (simpul.pk, indikator.pk)
        if kunci not in ada:
            baru.setdefault(
                kunci,
                SimpulIndikator(
                    instansi_id=terkunci.instansi_id, simpul=simpul, indikator=indikator, urutan=urutan
                ),
            )
    SimpulIndikator.objects.bulk_create(baru.values(), batch_size=BATCH)
    isi = [(str(satu.simpul.asal), satu.indikator.kode) for satu in baru.values()]
    record(
        aksi="perencanaan.simpul.indikator_ditautkan_massal",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={"jumlah": len(baru), "digest": digest(isi), "koreksi": koreksi},
    )
    announce_dokumen(terkunci, indikator_ids=[kunci[1] for kunci in baru])
    return len(baru)


def _build(dokumen: Dokumen, baris: BarisSimpul, induk: Simpul | None) -> Simpul:
    if induk is not None and (induk.dokumen_id != dokumen.pk or TINGKAT[induk.jenis] >= TINGKAT[baris.jenis]):
        raise IndukTidakSah(str(JenisSimpul(baris.jenis).label), str(JenisSimpul(induk.jenis).label))
    for bidang, objek in (("mendukung", baris.mendukung), ("pj_unit", baris.pj_unit)):
        if objek is not None and objek.instansi_id != dokumen.instansi_id:
            raise BedaInstansi(bidang)
    return Simpul(
        instansi_id=dokumen.instansi_id,
        dokumen=dokumen,
        induk=induk,
        jenis=baris.jenis,
        kode=" ".join(baris.kode.split()),
        pernyataan=require_text(baris.pernyataan, "pernyataan")[:700],
        urutan=baris.urutan,
        mendukung=baris.mendukung,
        pj_unit=baris.pj_unit,
    )
