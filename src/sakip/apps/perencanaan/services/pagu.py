"""Indicative ceilings of a plan: what a programme, kegiatan or sub kegiatan may cost in a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.perencanaan.galat import BedaInstansi, PaguBukanProgram, PaguNegatif, TahunDiLuarPeriode
from sakip.apps.perencanaan.models import Dokumen, PaguIndikatif, Simpul
from sakip.apps.perencanaan.services._dasar import BATCH, lock_terbuka
from sakip.apps.perencanaan.susunan import BERPAGU
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """One ceiling of a batch; None takes it back."""

    simpul: Simpul
    tahun: int
    jumlah: Decimal | None


@dataclass(frozen=True, slots=True)
class HasilPagu:
    """How many ceilings a batch wrote and took back."""

    dibuat: int
    diubah: int
    dihapus: int


@transaction.atomic
def set_pagu(
    *, simpul: Simpul, tahun: int, jumlah: Decimal | None, by: Pengguna | None, koreksi: str = ""
) -> PaguIndikatif | None:
    """Set what a node may cost in a year; None takes it back."""
    require(by, Izin.SUSUN_RENCANA, unit=simpul.dokumen.unit)
    terkunci = lock_terbuka(simpul.dokumen, koreksi)
    baris = BarisPagu(simpul, tahun, jumlah)
    check_pagu(terkunci, baris)
    lama = PaguIndikatif.objects.filter(simpul=simpul, tahun=tahun).first()
    sebelum = None if lama is None else lama.jumlah
    pagu: PaguIndikatif | None = None
    if jumlah is None:
        PaguIndikatif.objects.filter(simpul=simpul, tahun=tahun).delete()
    else:
        pagu, _ = PaguIndikatif.objects.update_or_create(
            simpul=simpul,
            tahun=tahun,
            defaults={"jumlah": jumlah},
            create_defaults={
                "instansi_id": terkunci.instansi_id,
                "dokumen": terkunci,
                "jumlah": jumlah,
            },
        )
    record(
        aksi="perencanaan.pagu.diubah",
        objek=simpul,
        by=by,
        instansi=terkunci.instansi,
        label=simpul.pernyataan,
        perubahan={"tahun": tahun, "jumlah": [sebelum, jumlah], "koreksi": koreksi},
    )
    return pagu


@transaction.atomic
def set_pagu_bulk(
    *, dokumen: Dokumen, baris: Sequence[BarisPagu], by: Pengguna | None, koreksi: str = ""
) -> HasilPagu:
    """Set many ceilings of one document at once; equal ones are left alone."""
    require_massal(by, dokumen.instansi, [dokumen.unit])
    terkunci = lock_terbuka(dokumen, koreksi)
    hasil = write_pagu(terkunci, baris)
    isi = [(str(satu.simpul.asal), satu.tahun, str(satu.jumlah)) for satu in baris]
    record(
        aksi="perencanaan.pagu.diubah_massal",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={
            "dibuat": hasil.dibuat,
            "diubah": hasil.diubah,
            "dihapus": hasil.dihapus,
            "digest": digest(isi),
            "koreksi": koreksi,
        },
    )
    return hasil


def write_pagu(dokumen: Dokumen, baris: Sequence[BarisPagu]) -> HasilPagu:
    """The rows themselves; the caller has checked the right, locked the document, and records the act."""
    ada = {(satu.simpul_id, satu.tahun): satu for satu in PaguIndikatif.objects.filter(dokumen=dokumen)}
    baru: dict[tuple[int, int], PaguIndikatif] = {}
    ubah: dict[int, PaguIndikatif] = {}
    hapus: set[int] = set()
    for satu in baris:
        check_pagu(dokumen, satu)
        kunci = (satu.simpul.pk, satu.tahun)
        lama = ada.get(kunci)
        if satu.jumlah is None:
            if lama is not None:
                hapus.add(lama.pk)
        elif lama is None:
            baru[kunci] = PaguIndikatif(
                instansi_id=dokumen.instansi_id,
                dokumen=dokumen,
                simpul=satu.simpul,
                tahun=satu.tahun,
                jumlah=satu.jumlah,
            )
        elif lama.jumlah != satu.jumlah:
            lama.jumlah = satu.jumlah
            ubah[lama.pk] = lama
    PaguIndikatif.objects.filter(pk__in=hapus).delete()
    PaguIndikatif.objects.bulk_create(baru.values(), batch_size=BATCH)
    PaguIndikatif.objects.bulk_update(ubah.values(), ["jumlah"], batch_size=BATCH)
    return HasilPagu(len(baru), len(ubah), len(hapus))


def check_pagu(dokumen: Dokumen, baris: BarisPagu) -> None:
    if baris.simpul.dokumen_id != dokumen.pk:
        raise BedaInstansi("simpul")
    if baris.simpul.jenis not in BERPAGU:
        raise PaguBukanProgram
    if not dokumen.tahun_mulai <= baris.tahun <= dokumen.tahun_selesai:
        raise TahunDiLuarPeriode(baris.tahun, dokumen.nama)
    if baris.jumlah is not None and baris.jumlah < 0:
        raise PaguNegatif
