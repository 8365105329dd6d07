"""Editing one performance tree: add, change, move, delete, retire. Every edit is refused on a stale version.

A version counts the edits of one condition. Whoever undoes posts what he expects to find (`kini`) instead of a
version: his own later steps moved the version on, somebody else's change did not leave that content.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from sakip.apps.perencanaan.galat import BedaInstansi, KodeSimpulTerpakai, LangkahPohonBelumLima
from sakip.apps.perencanaan.galat_pohon import (
    IndukBedaPohon,
    IndukDirinya,
    SimpulBeranak,
    SimpulBerhasil,
    SimpulBerubah,
    SimpulSudahHilang,
)
from sakip.apps.perencanaan.models import DukunganSimpul, Pohon, PohonIndikator, PohonSimpul, Simpul
from sakip.apps.perencanaan.policies import require_ubah
from sakip.apps.perencanaan.selectors.pohon import kode_berikut, leluhur_ids, saudara, sebab_tetap
from sakip.apps.perencanaan.services._dasar import require_text
from sakip.apps.perencanaan.services._pohon import (
    LANGKAH_TERAKHIR,
    require_jabatan_berlaku,
    require_jenis,
    require_unit_berlaku,
)
from sakip.apps.perencanaan.services.pohon import IsiPohonIndikator
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Jabatan, Unit

#: What an edit may change.
BIDANG_UBAH = (
    "pernyataan", "jenis", "kode", "pemilik_unit", "pemilik_jabatan", "pemilik_teks", "simpul", "sumber",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IsiPohonSimpul:
    """A condition to be added; `uid` and `asal` bring a deleted one back as it was."""

    jenis: str
    pernyataan: str
    kode: str = ""
    induk: PohonSimpul | None = None
    urutan: int | None = None
    pemilik_unit: Unit | None = None
    pemilik_jabatan: Jabatan | None = None
    pemilik_teks: str = ""
    simpul: Simpul | None = None
    sumber: str = ""
    uid: uuid.UUID | None = None
    asal: uuid.UUID | None = None
    indikator: tuple[IsiPohonIndikator, ...] = ()
    mendukung: tuple[PohonSimpul, ...] = ()


@dataclass(frozen=True, slots=True)
class HasilUbah:
    """What an edit did: the condition, further conditions it touched, and how it was before."""

    simpul: PohonSimpul
    sebelum: Mapping[str, Any] = field(default_factory=dict)
    lain: tuple[int, ...] = ()


@transaction.atomic
def add_pohon_simpul(*, pohon: Pohon, isi: IsiPohonSimpul, by: Pengguna | None) -> HasilUbah:
    """Add a condition at a place among its siblings (the last one when none is given)."""
    require_ubah(by, pohon, isi.induk)
    kepala = lock_pohon(pohon)
    if isi.induk is not None and isi.induk.pohon_id != kepala.pk:
        raise IndukBedaPohon
    _check_isi(kepala, isi.pemilik_unit, isi.pemilik_jabatan, isi.simpul)
    kode = " ".join(isi.kode.split()) or kode_berikut(kepala, isi.induk)
    if PohonSimpul.objects.filter(pohon=kepala, kode=kode).exists():
        raise KodeSimpulTerpakai(kode)
    simpul = PohonSimpul(
        instansi_id=kepala.instansi_id,
        pohon=kepala,
        induk=isi.induk,
        kode=kode,
        jenis=require_jenis(isi.jenis),
        pernyataan=require_text(isi.pernyataan, "pernyataan"),
        langkah=kepala.langkah,
        pemilik_unit=isi.pemilik_unit,
        pemilik_jabatan=isi.pemilik_jabatan,
        pemilik_teks=isi.pemilik_teks,
        simpul=isi.simpul,
        sumber=isi.sumber,
        uid=isi.uid or uuid.uuid4(),
        asal=isi.asal or uuid.uuid4(),
    )
    urut = saudara(kepala, simpul.induk_id)
    tempat = len(urut) if isi.urutan is None else min(max(isi.urutan, 0), len(urut))
    simpul.urutan = urut[-1].urutan + 1 if urut and tempat == len(urut) else tempat
    simpul.full_clean(validate_constraints=False)
    simpul.save(force_insert=True)
    lain = () if tempat == len(urut) else _renumber([*urut[:tempat], simpul, *urut[tempat:]])
    _write_isi(simpul, isi)
    _record("dibuat", simpul, by, {"kode": kode, "jenis": isi.jenis, "induk": _kode(isi.induk)})
    return HasilUbah(simpul, lain=tuple(pk for pk in lain if pk != simpul.pk))


def _write_isi(simpul: PohonSimpul, isi: IsiPohonSimpul) -> None:
    PohonIndikator.objects.bulk_create(
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
        for urutan, satu in enumerate(isi.indikator)
    )
    DukunganSimpul.objects.bulk_create(
        DukunganSimpul(instansi_id=simpul.instansi_id, simpul=simpul, mendukung=satu)
        for satu in isi.mendukung
        if satu.pohon_id == simpul.pohon_id
    )


@transaction.atomic
def update_pohon_simpul(
    *,
    simpul: PohonSimpul,
    ubahan: Mapping[str, Any],
    by: Pengguna | None,
    versi: int | None = None,
    kini: Mapping[str, Any] | None = None,
) -> HasilUbah:
    """Change fields of a condition (BIDANG_UBAH); what is not named stays."""
    terkunci = lock_simpul(simpul, versi=versi, kini=kini)
    require_ubah(by, terkunci.pohon, terkunci)
    isi = {bidang: nilai for bidang, nilai in ubahan.items() if bidang in BIDANG_UBAH}
    if "pernyataan" in isi:
        isi["pernyataan"] = require_text(isi["pernyataan"], "pernyataan")
    if "jenis" in isi:
        require_jenis(isi["jenis"])
    if "kode" in isi:
        isi["kode"] = require_text(isi["kode"], "kode")
        _require_kode(terkunci, isi["kode"])
    sebelum = {bidang: getattr(terkunci, bidang) for bidang in isi}
    berubah = {bidang for bidang, nilai in isi.items() if nilai != sebelum[bidang]}
    if not berubah:
        return HasilUbah(terkunci, {})
    _check_isi(
        terkunci.pohon,
        *(
            isi.get(bidang) if bidang in berubah else None
            for bidang in ("pemilik_unit", "pemilik_jabatan", "simpul")
        ),
    )
    for bidang in berubah:
        setattr(terkunci, bidang, isi[bidang])
    terkunci.versi += 1
    terkunci.full_clean(validate_constraints=False, exclude=["induk", "pohon", "instansi"])
    terkunci.save(update_fields=[*berubah, "versi"])
    _record("diubah", terkunci, by, {b: [_teks(sebelum[b]), _teks(isi[b])] for b in sorted(berubah)})
    return HasilUbah(terkunci, {bidang: sebelum[bidang] for bidang in berubah})


@transaction.atomic
def move_pohon_simpul(
    *,
    simpul: PohonSimpul,
    induk: PohonSimpul | None,
    by: Pengguna | None,
    urutan: int | None = None,
    versi: int | None = None,
    kini: Mapping[str, Any] | None = None,
) -> HasilUbah:
    """Hang a condition, with all below it, under another parent, at a place among its siblings."""
    terkunci = lock_simpul(simpul, versi=versi, kini=kini)
    require_ubah(by, terkunci.pohon, None)
    lock_pohon(terkunci.pohon)
    if induk is not None:
        if induk.pohon_id != terkunci.pohon_id:
            raise IndukBedaPohon
        if induk.pk == terkunci.pk or terkunci.pk in leluhur_ids(induk.pk):
            raise IndukDirinya(terkunci.pernyataan)
    lama = saudara(terkunci.pohon, terkunci.induk_id)
    sebelum = {
        "induk": terkunci.induk,
        "urutan": next(n for n, satu in enumerate(lama) if satu.pk == terkunci.pk),
    }
    baru = lama if _pk(induk) == terkunci.induk_id else saudara(terkunci.pohon, _pk(induk))
    baru = [satu for satu in baru if satu.pk != terkunci.pk]
    tempat = len(baru) if urutan is None else min(max(urutan, 0), len(baru))
    terkunci.induk = induk
    terkunci.versi += 1
    terkunci.save(update_fields=["induk", "versi"])
    # Further support of what is now above it as main parent would say the same twice.
    if induk is not None:
        DukunganSimpul.objects.filter(simpul=terkunci, mendukung=induk).delete()
    lain = _renumber([*baru[:tempat], terkunci, *baru[tempat:]])
    _record(
        "dipindah",
        terkunci,
        by,
        {"induk": [_kode(sebelum["induk"]), _kode(induk)], "tempat": [sebelum["urutan"], tempat]},
    )
    return HasilUbah(terkunci, sebelum, tuple(pk for pk in lain if pk != terkunci.pk))


@transaction.atomic
def remove_pohon_simpul(
    *,
    simpul: PohonSimpul,
    by: Pengguna | None,
    versi: int | None = None,
    kini: Mapping[str, Any] | None = None,
) -> IsiPohonSimpul:
    """Delete a condition on which nothing rests. Returns all it held, to bring it back."""
    terkunci = lock_simpul(simpul, versi=versi, kini=kini)
    require_ubah(by, terkunci.pohon, None)
    jumlah = PohonSimpul.objects.filter(induk=terkunci).count()
    if jumlah:
        raise SimpulBeranak(terkunci.pernyataan, jumlah)
    if sebab := sebab_tetap(terkunci):
        raise SimpulBerhasil(terkunci.pernyataan, sebab)
    urut = saudara(terkunci.pohon, terkunci.induk_id)
    isi = _contents(terkunci, next(n for n, satu in enumerate(urut) if satu.pk == terkunci.pk))
    _record("dihapus", terkunci, by, {"kode": terkunci.kode, "induk": _kode(terkunci.induk)})
    terkunci.delete()
    return isi


def _contents(simpul: PohonSimpul, tempat: int) -> IsiPohonSimpul:
    return IsiPohonSimpul(
        jenis=simpul.jenis,
        pernyataan=simpul.pernyataan,
        kode=simpul.kode,
        induk=simpul.induk,
        urutan=tempat,
        pemilik_unit=simpul.pemilik_unit,
        pemilik_jabatan=simpul.pemilik_jabatan,
        pemilik_teks=simpul.pemilik_teks,
        simpul=simpul.simpul,
        sumber=simpul.sumber,
        uid=simpul.uid,
        asal=simpul.asal,
        indikator=tuple(
            IsiPohonIndikator(i.nama, i.kode, i.satuan_teks, i.target_teks, i.indikator)
            for i in simpul.indikator_set.select_related("indikator")
        ),
        mendukung=tuple(d.mendukung for d in simpul.dukungan_set.select_related("mendukung")),
    )


@transaction.atomic
def retire_pohon_simpul(
    *,
    simpul: PohonSimpul,
    pensiun: bool,
    by: Pengguna | None,
    versi: int | None = None,
    kini: Mapping[str, Any] | None = None,
) -> HasilUbah:
    """No longer pursue a condition from today on, or take it up again; its results stay."""
    terkunci = lock_simpul(simpul, versi=versi, kini=kini)
    require_ubah(by, terkunci.pohon, None)
    sebelum = {"pensiun": terkunci.pensiun_pada is not None}
    if sebelum["pensiun"] == pensiun:
        return HasilUbah(terkunci, {})
    terkunci.pensiun_pada = today() if pensiun else None
    terkunci.versi += 1
    terkunci.save(update_fields=["pensiun_pada", "versi"])
    _record("dipensiunkan" if pensiun else "diaktifkan", terkunci, by, {"kode": terkunci.kode})
    return HasilUbah(terkunci, sebelum)


def lock_pohon(pohon: Pohon) -> Pohon:
    """The tree held until the transaction ends: its shape has one writer at a time."""
    return Pohon.objects.select_for_update(of=("self",)).select_related("unit", "instansi").get(pk=pohon.pk)


def lock_simpul(
    simpul: PohonSimpul, *, versi: int | None = None, kini: Mapping[str, Any] | None = None
) -> PohonSimpul:
    """The condition, locked, if it is still what the writer read."""
    semua = PohonSimpul.objects.select_for_update(of=("self",)).select_related(
        "pohon__unit", "pohon__instansi", "induk", "pemilik_unit", "pemilik_jabatan", "simpul"
    )
    terkunci = semua.filter(pk=simpul.pk).first()
    if terkunci is None:
        raise SimpulSudahHilang
    sama = terkunci.versi == versi if kini is None else _matches(terkunci, kini)
    if not sama:
        raise SimpulBerubah(terkunci)
    return terkunci


def _matches(simpul: PohonSimpul, kini: Mapping[str, Any]) -> bool:
    ada = {"pensiun": simpul.pensiun_pada is not None}
    return all((ada[b] if b in ada else getattr(simpul, b, None)) == nilai for b, nilai in kini.items())


def _require_kode(simpul: PohonSimpul, kode: str) -> None:
    if PohonSimpul.objects.filter(pohon_id=simpul.pohon_id, kode=kode).exclude(pk=simpul.pk).exists():
        raise KodeSimpulTerpakai(kode)


def _check_isi(pohon: Pohon, unit: Unit | None, jabatan: Jabatan | None, simpul: Simpul | None) -> None:
    """Links only in step 5, to things of the same government, and to units and posts there are in that year."""
    if pohon.langkah < LANGKAH_TERAKHIR and (jabatan is not None or simpul is not None):
        raise LangkahPohonBelumLima
    for bidang, objek in (("pemilik_unit", unit), ("pemilik_jabatan", jabatan), ("simpul", simpul)):
        if objek is not None and objek.instansi_id != pohon.instansi_id:
            raise BedaInstansi(bidang)
    if unit is not None:
        require_unit_berlaku(unit, pohon.tahun, bidang="pemilik_unit")
    if jabatan is not None:
        require_jabatan_berlaku(jabatan, pohon.tahun)


def _renumber(urut: Sequence[PohonSimpul]) -> tuple[int, ...]:
    """Places 0, 1, 2 ... among siblings; only rows whose number changes are written."""
    berubah = []
    for nomor, satu in enumerate(urut):
        if satu.urutan != nomor:
            satu.urutan = nomor
            berubah.append(satu)
    PohonSimpul.objects.bulk_update(berubah, ["urutan"], batch_size=500)
    return tuple(satu.pk for satu in berubah)


def _record(aksi: str, simpul: PohonSimpul, by: Pengguna | None, perubahan: Mapping[str, Any]) -> None:
    record(
        aksi=f"perencanaan.pohon_simpul.{aksi}",
        objek=simpul,
        by=by,
        instansi=simpul.pohon.instansi,
        label=simpul.pernyataan,
        perubahan={"pohon": str(simpul.pohon.uid), **perubahan},
    )


def _pk(simpul: PohonSimpul | None) -> int | None:
    return None if simpul is None else simpul.pk


def _kode(simpul: Any) -> str:
    return "" if simpul is None else str(simpul.kode)


def _teks(nilai: Any) -> str:
    return "" if nilai is None else str(nilai)
