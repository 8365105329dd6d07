"""Agreements: drafted from rows, signed (which supersedes the former one), revised for a lawful reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import fields_of
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.perencanaan.models import Simpul, Target
from sakip.apps.perjanjian.galat import (
    BedaInstansi,
    IndikatorGanda,
    IsianKosong,
    LangkahTidakSah,
    PemicuWajib,
    PKKosong,
    PKSudahAda,
    PKTerkunci,
)
from sakip.apps.perjanjian.models import (
    PemicuPK,
    PerjanjianKinerja,
    PKBaris,
    PKProgram,
    StatusPK,
    TingkatPK,
)
from sakip.apps.perjanjian.workflow import TERBUKA, TRANSISI
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna, Penugasan
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit
from sakip.platform.turunan import announce

BATCH = 500


@dataclass(frozen=True, slots=True)
class IsiBaris:
    """One promise. Wording and unit are copied: what was signed does not follow the dictionary."""

    indikator: Indikator
    sasaran_teks: str
    indikator_teks: str
    nilai: Nilai | None
    satuan_teks: str = ""
    sasaran: Simpul | None = None
    target_rencana: Target | None = None
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class IsiProgram:
    """One programme with its budget, below the promises."""

    nama: str
    kode: str = ""
    anggaran: Decimal | None = None
    sumber_dana: str = ""
    simpul: Simpul | None = None


@dataclass(frozen=True, slots=True)
class ParaPihak:
    """Who promises to whom, by post, and the assignments that held the posts."""

    pertama: str = ""
    kedua: str = ""
    penugasan_pertama: Penugasan | None = None
    penugasan_kedua: Penugasan | None = None


@transaction.atomic
def create_pk(
    *,
    unit: Unit,
    tahun: int,
    by: Pengguna | None,
    tingkat: str = TingkatPK.PERANGKAT_DAERAH,
    jabatan_teks: str = "",
    pihak: ParaPihak | None = None,
    baris: Sequence[IsiBaris] = (),
    program: Sequence[IsiProgram] = (),
    tanggal_dpa: date | None = None,
    sumber: str = "",
) -> PerjanjianKinerja:
    """Draft the first agreement of a unit (or of a post below its head) for a year."""
    require(by, Izin.SUSUN_PK, unit=unit)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if PerjanjianKinerja.objects.filter(
        unit=unit, tahun=tahun, tingkat=tingkat, jabatan_teks=jabatan_teks
    ).exists():
        raise PKSudahAda(tahun)
    pihak = pihak or ParaPihak()
    pk = PerjanjianKinerja(
        instansi_id=unit.instansi_id,
        unit=unit,
        tahun=tahun,
        tingkat=tingkat,
        jabatan_teks=" ".join(jabatan_teks.split()),
        pihak_pertama=pihak.pertama,
        pihak_kedua=pihak.kedua,
        penugasan_pertama=pihak.penugasan_pertama,
        penugasan_kedua=pihak.penugasan_kedua,
        tanggal_dpa=tanggal_dpa,
        sumber=sumber.strip(),
    )
    pk.full_clean(validate_constraints=False)
    pk.save(force_insert=True)
    _add_isi(pk, baris, program)
    _record(pk, "dibuat", by, {"tahun": tahun, "tingkat": tingkat, **_ringkasan(baris, program)})
    return pk


@transaction.atomic
def add_pk_baris(*, pk: PerjanjianKinerja, baris: Sequence[IsiBaris], by: Pengguna | None) -> list[PKBaris]:
    """Add promises to a draft."""
    require(by, Izin.SUSUN_PK, unit=pk.unit)
    terkunci = _lock_terbuka(pk)
    dibuat, _ = _add_isi(terkunci, baris, ())
    _record(terkunci, "baris_ditambah", by, _ringkasan(baris, ()))
    return dibuat


@transaction.atomic
def add_pk_program(
    *, pk: PerjanjianKinerja, program: Sequence[IsiProgram], by: Pengguna | None
) -> list[PKProgram]:
    """Add programmes with their budget to a draft."""
    require(by, Izin.SUSUN_PK, unit=pk.unit)
    terkunci = _lock_terbuka(pk)
    _, dibuat = _add_isi(terkunci, (), program)
    _record(terkunci, "program_ditambah", by, _ringkasan((), program))
    return dibuat


@transaction.atomic
def remove_pk_baris(*, baris: PKBaris, by: Pengguna | None) -> None:
    """Take a promise out of a draft."""
    require(by, Izin.SUSUN_PK, unit=baris.perjanjian.unit)
    terkunci = _lock_terbuka(baris.perjanjian)
    _record(terkunci, "baris_dihapus", by, {"indikator": baris.indikator.kode})
    baris.delete()


@transaction.atomic
def activate_pk(
    *, pk: PerjanjianKinerja, by: Pengguna | None, ditandatangani_pada: date | None = None
) -> PerjanjianKinerja:
    """Put a signed agreement in force; the one it replaces is superseded and kept."""
    require(by, Izin.SUSUN_PK, unit=pk.unit)
    terkunci = _move(pk, "tandatangani")
    if not terkunci.baris_set.exists():
        raise PKKosong
    if terkunci.menggantikan_id is not None:
        lama = PerjanjianKinerja.objects.select_for_update().get(pk=terkunci.menggantikan_id)
        lama.status = TRANSISI["ganti"].ke
        lama.save(update_fields=["status"])
        _record(lama, "diganti", by, {"oleh_versi": terkunci.versi_ke})
    terkunci.ditandatangani_pada = ditandatangani_pada or terkunci.ditandatangani_pada
    terkunci.save(update_fields=["status", "ditandatangani_pada"])
    _record(terkunci, "diberlakukan", by, {"ditandatangani_pada": terkunci.ditandatangani_pada})
    announce(
        instansi_id=terkunci.instansi_id,
        unit_ids=[terkunci.unit_id],
        tahun=[terkunci.tahun],
    )
    return terkunci


@transaction.atomic
def revise_pk(
    *,
    pk: PerjanjianKinerja,
    pemicu: str,
    by: Pengguna | None,
    alasan: str = "",
    pihak: ParaPihak | None = None,
) -> PerjanjianKinerja:
    """Draft the revision of an agreement in force, for exactly one of the three lawful reasons."""
    require(by, Izin.SUSUN_PK, unit=pk.unit)
    if pemicu not in PemicuPK.values:
        raise PemicuWajib
    terkunci = _lock(pk)
    if terkunci.status != StatusPK.BERLAKU:
        raise LangkahTidakSah(terkunci.get_status_display())
    if PerjanjianKinerja.objects.filter(menggantikan=terkunci).exists():
        raise PKSudahAda(terkunci.tahun)
    baru = PerjanjianKinerja(
        instansi_id=terkunci.instansi_id,
        unit_id=terkunci.unit_id,
        tahun=terkunci.tahun,
        tingkat=terkunci.tingkat,
        jabatan_teks=terkunci.jabatan_teks,
        versi_ke=terkunci.versi_ke + 1,
        pemicu=pemicu,
        alasan=alasan.strip(),
        menggantikan=terkunci,
        pihak_pertama=pihak.pertama if pihak else terkunci.pihak_pertama,
        pihak_kedua=pihak.kedua if pihak else terkunci.pihak_kedua,
        penugasan_pertama=pihak.penugasan_pertama if pihak else terkunci.penugasan_pertama,
        penugasan_kedua=pihak.penugasan_kedua if pihak else terkunci.penugasan_kedua,
        tanggal_dpa=terkunci.tanggal_dpa,
        sumber=terkunci.sumber,
    )
    baru.full_clean(validate_constraints=False)
    baru.save(force_insert=True)
    _copy_isi(terkunci, baru)
    _record(baru, "direvisi", by, {"pemicu": pemicu, "alasan": alasan, "versi_ke": baru.versi_ke})
    return baru


def _add_isi(
    pk: PerjanjianKinerja, baris: Sequence[IsiBaris], program: Sequence[IsiProgram]
) -> tuple[list[PKBaris], list[PKProgram]]:
    ada = set(pk.baris_set.values_list("indikator_id", flat=True))
    mulai = len(ada)
    for satu in baris:
        _check_baris(pk, satu)
        if satu.indikator.pk in ada:
            raise IndikatorGanda(satu.indikator.kode)
        ada.add(satu.indikator.pk)
    for butir in program:
        if not butir.nama.strip():
            raise IsianKosong("nama")
        if butir.simpul is not None and butir.simpul.instansi_id != pk.instansi_id:
            raise BedaInstansi("simpul")
    baris_baru = PKBaris.objects.bulk_create(
        [_baris(pk, mulai + urut, satu) for urut, satu in enumerate(baris)], batch_size=BATCH
    )
    awal = pk.program_set.count()
    program_baru = PKProgram.objects.bulk_create(
        [
            PKProgram(
                instansi_id=pk.instansi_id,
                perjanjian=pk,
                urutan=awal + urut,
                simpul=butir.simpul,
                kode=butir.kode.strip(),
                nama=" ".join(butir.nama.split())[:400],
                anggaran=butir.anggaran,
                sumber_dana=butir.sumber_dana.strip(),
            )
            for urut, butir in enumerate(program)
        ],
        batch_size=BATCH,
    )
    return baris_baru, program_baru


def _baris(pk: PerjanjianKinerja, urutan: int, isi: IsiBaris) -> PKBaris:
    ada_target = isi.nilai is not None and isi.nilai.dilaporkan
    return PKBaris(
        instansi_id=pk.instansi_id,
        perjanjian=pk,
        urutan=urutan,
        sasaran=isi.sasaran,
        sasaran_teks=" ".join(isi.sasaran_teks.split())[:700],
        indikator=isi.indikator,
        indikator_teks=" ".join(isi.indikator_teks.split())[:700],
        satuan_teks=isi.satuan_teks.strip(),
        target_rencana=isi.target_rencana,
        ada_target=ada_target,
        catatan=isi.catatan.strip(),
        **fields_of(isi.nilai or Nilai.kosong()),
    )


def _check_baris(pk: PerjanjianKinerja, isi: IsiBaris) -> None:
    for bidang, objek in (
        ("indikator", isi.indikator),
        ("sasaran", isi.sasaran),
        ("target_rencana", isi.target_rencana),
    ):
        if objek is not None and objek.instansi_id != pk.instansi_id:
            raise BedaInstansi(bidang)
    for bidang in ("sasaran_teks", "indikator_teks"):
        if not getattr(isi, bidang).strip():
            raise IsianKosong(bidang)


def _copy_isi(dari: PerjanjianKinerja, ke: PerjanjianKinerja) -> None:
    baris = list(dari.baris_set.all())
    program = list(dari.program_set.all())
    for satu in baris:
        satu.pk, satu._state.adding, satu.perjanjian = None, True, ke
    for butir in program:
        butir.pk, butir._state.adding, butir.perjanjian = None, True, ke
    PKBaris.objects.bulk_create(baris, batch_size=BATCH)
    PKProgram.objects.bulk_create(program, batch_size=BATCH)


def _lock(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    return (
        PerjanjianKinerja.objects.select_for_update(of=("self",))
        .select_related("unit", "instansi")
        .get(pk=pk.pk)
    )


def _lock_terbuka(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    terkunci = _lock(pk)
    if terkunci.status not in TERBUKA:
        raise PKTerkunci(terkunci.get_status_display())
    return terkunci


def _move(pk: PerjanjianKinerja, langkah: str) -> PerjanjianKinerja:
    terkunci = _lock(pk)
    transisi = TRANSISI[langkah]
    if terkunci.status not in transisi.dari:
        raise LangkahTidakSah(terkunci.get_status_display())
    terkunci.status = transisi.ke
    pk.status = transisi.ke
    return terkunci


def _ringkasan(baris: Sequence[IsiBaris], program: Sequence[IsiProgram]) -> dict[str, object]:
    isi = [(satu.indikator.kode, satu.nilai.teks if satu.nilai else None) for satu in baris]
    dana = [(butir.kode, butir.nama, butir.anggaran) for butir in program]
    return {"baris": len(isi), "program": len(dana), "digest": digest([isi, dana])}


def _record(pk: PerjanjianKinerja, kata: str, by: Pengguna | None, perubahan: dict[str, object]) -> None:
    record(
        aksi=f"perjanjian.perjanjian_kinerja.{kata}",
        objek=pk,
        by=by,
        instansi=pk.instansi,
        label=f"PK {pk.tahun} {pk.unit.kode}",
        perubahan=perubahan,
    )
