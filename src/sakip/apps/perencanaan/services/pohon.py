"""The performance tree (PermenPANRB 89/2021)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.perencanaan.galat import (
    BedaInstansi,
    IndukTidakSah,
    KodeSimpulTerpakai,
    LangkahPohonBelumLima,
)
from sakip.apps.perencanaan.models import JenisPohon, Pohon, PohonIndikator, PohonSimpul, Simpul
from sakip.apps.perencanaan.services._dasar import BATCH, require_text
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Jabatan, Unit

LANGKAH_TERAKHIR = 5


@dataclass(frozen=True, slots=True)
class IsiPohonIndikator:
    """An indicator as the tree prints it."""

    nama: str
    kode: str = ""
    satuan_teks: str = ""
    target_teks: str = ""
    indikator: Indikator | None = None


@dataclass(frozen=True, slots=True)
class BarisPohon:
    """One condition of a tree. `induk` is the code of another one of the same tree."""

    kode: str
    jenis: str
    pernyataan: str
    induk: str = ""
    urutan: int = 0
    langkah: int = LANGKAH_TERAKHIR
    pemilik_unit: Unit | None = None
    pemilik_jabatan: Jabatan | None = None
    pemilik_teks: str = ""
    simpul: Simpul | None = None
    sumber: str = ""
    indikator: tuple[IsiPohonIndikator, ...] = ()


@transaction.atomic
def create_pohon_simpul(
    *, unit: Unit, pohon: str, tahun: int, baris: BarisPohon, by: Pengguna | None
) -> PohonSimpul:
    """Add one condition to a unit's tree."""
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    kepala, ada = _lock_pohon(unit, pohon, tahun)
    if baris.kode in ada:
        raise KodeSimpulTerpakai(baris.kode)
    simpul = _build(kepala, baris, ada)
    simpul.full_clean(validate_constraints=False)
    simpul.save(force_insert=True)
    PohonIndikator.objects.bulk_create(_indikator(simpul, baris))
    record(
        aksi="perencanaan.pohon_simpul.dibuat",
        objek=simpul,
        by=by,
        instansi=unit.instansi,
        label=simpul.pernyataan,
        perubahan={"pohon": pohon, "tahun": tahun, "kode": baris.kode},
    )
    return simpul


@transaction.atomic
def create_pohon_bulk(
    *,
    unit: Unit,
    pohon: str,
    tahun: int,
    baris: Sequence[BarisPohon],
    by: Pengguna | None,
    tema: str = "",
) -> dict[str, PohonSimpul]:
    """Add a whole tree; conditions that exist are kept. Returns all of them by code."""
    require_massal(by, unit.instansi, [unit])
    kepala, ada = _lock_pohon(unit, pohon, tahun, tema=tema)
    menunggu = [satu for satu in baris if satu.kode not in ada]
    baru = list(menunggu)
    while menunggu:
        siap = [satu for satu in menunggu if not satu.induk or satu.induk in ada]
        if not siap:
            raise IndukTidakSah(menunggu[0].pernyataan, menunggu[0].induk)
        jadi = PohonSimpul.objects.bulk_create([_build(kepala, satu, ada) for satu in siap], batch_size=BATCH)
        ada.update({satu.kode: satu for satu in jadi})
        menunggu = [satu for satu in menunggu if satu.kode not in ada]
    PohonIndikator.objects.bulk_create(
        [isi for satu in baru for isi in _indikator(ada[satu.kode], satu)], batch_size=BATCH
    )
    record(
        aksi="perencanaan.pohon_simpul.dibuat_massal",
        objek=unit,
        by=by,
        instansi=unit.instansi,
        perubahan={
            "pohon": pohon,
            "tahun": tahun,
            "jumlah": len(baru),
            "digest": digest([(satu.kode, satu.pernyataan) for satu in baru]),
        },
    )
    return ada


def _lock_pohon(
    unit: Unit, pohon: str, tahun: int, *, tema: str = ""
) -> tuple[Pohon, dict[str, PohonSimpul]]:
    """The tree (made when it is new) and its conditions by code. Whole trees arrive already translated."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    kepala, _ = Pohon.objects.get_or_create(
        unit=unit,
        nama=pohon,
        tahun=tahun,
        defaults={
            "instansi_id": unit.instansi_id,
            "jenis": JenisPohon.TEMATIK if tema else JenisPohon.UNIT,
            "tema": tema,
            "langkah": LANGKAH_TERAKHIR,
        },
    )
    return kepala, {satu.kode: satu for satu in kepala.simpul_set.all()}


def _build(kepala: Pohon, baris: BarisPohon, ada: dict[str, PohonSimpul]) -> PohonSimpul:
    if baris.langkah < LANGKAH_TERAKHIR and (baris.simpul is not None or baris.pemilik_jabatan is not None):
        raise LangkahPohonBelumLima
    for objek in (baris.pemilik_unit, baris.pemilik_jabatan, baris.simpul):
        if objek is not None and objek.instansi_id != kepala.instansi_id:
            raise BedaInstansi
    if baris.induk and baris.induk not in ada:
        raise IndukTidakSah(baris.pernyataan, baris.induk)
    return PohonSimpul(
        instansi_id=kepala.instansi_id,
        pohon=kepala,
        induk=ada[baris.induk] if baris.induk else None,
        kode=require_text(baris.kode, "kode"),
        jenis=baris.jenis,
        pernyataan=require_text(baris.pernyataan, "pernyataan")[:700],
        urutan=baris.urutan,
        langkah=baris.langkah,
        pemilik_unit=baris.pemilik_unit,
        pemilik_jabatan=baris.pemilik_jabatan,
        pemilik_teks=baris.pemilik_teks,
        simpul=baris.simpul,
        sumber=baris.sumber,
    )


def _indikator(simpul: PohonSimpul, baris: BarisPohon) -> list[PohonIndikator]:
    return [
        PohonIndikator(
            instansi_id=simpul.instansi_id,
            simpul=simpul,
            indikator=satu.indikator,
            kode=satu.kode,
            nama=require_text(satu.nama, "nama")[:700],
            satuan_teks=satu.satuan_teks,
            target_teks=satu.target_teks,
            urutan=urutan,
        )
        for urutan, satu in enumerate(baris.indikator)
    ]
