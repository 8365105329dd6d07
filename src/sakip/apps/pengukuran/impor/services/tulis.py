"""Writing what a plan adds and changes, in bulk, and keeping the trace that an undo needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from sakip.apps.datakinerja.convert import fields_of, keadaan_of
from sakip.apps.datakinerja.models import Indikator, IndikatorVersi, Satuan
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.datakinerja.services import kunci_satuan
from sakip.apps.pengukuran.impor.cocok import Cocok, anggaran_changes, values_by_level
from sakip.apps.pengukuran.impor.rencana import RIndikator, RNilai, RSimpul, RUnit, fold
from sakip.apps.pengukuran.models import Anggaran, Realisasi, RealisasiVersi
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.sisip import insert_rows
from sakip.platform.organisasi.models import Instansi, JenisUnit, Unit, UnitVersi
from sakip.platform.organisasi.services import create_unit

PERSEN = "persen"
_JENIS_UNIT = (
    (("kec.", "kec ", "kecamatan"), JenisUnit.KECAMATAN),
    (("kel.", "kel ", "kelurahan"), JenisUnit.KELURAHAN),
    (("bagian",), JenisUnit.BAGIAN),
    (("bidang",), JenisUnit.BIDANG),
    (("uptd",), JenisUnit.UPTD),
)


@dataclass(slots=True)
class Jejak:
    """Keys of created rows and earlier values of changed ones, per model."""

    dibuat: dict[str, list[int]] = field(default_factory=dict)
    diubah: list[dict[str, Any]] = field(default_factory=list)

    def created(self, model: type[Model], kunci: Iterable[int]) -> None:
        self.dibuat.setdefault(model._meta.label_lower, []).extend(kunci)

    def changed(self, objek: Model, baru: dict[str, Any]) -> None:
        lama = {bidang: _plain(getattr(objek, bidang)) for bidang in baru}
        self.diubah.append(
            {
                "model": objek._meta.label_lower,
                "pk": objek.pk,
                "lama": lama,
                "baru": {bidang: _plain(isi) for bidang, isi in baru.items()},
            }
        )

    def to_dict(self) -> dict[str, Any]:
        return {"dibuat": self.dibuat, "diubah": self.diubah}


def _plain(isi: Any) -> Any:
    return isi if isi is None or isinstance(isi, bool | int | list) else str(isi)


@dataclass(slots=True)
class Penulis:
    """One run of writing. Every method adds to the trace; the caller holds the transaction."""

    instansi: Instansi
    cocok: Cocok
    by: Pengguna | None
    sumber: str
    pada: datetime
    jejak: Jejak = field(default_factory=Jejak)
    satuan: dict[str, int] = field(default_factory=dict)

    def write(self) -> None:
        self._units()
        self._dokumen()
        self._simpul()
        self._satuan()
        self._indikator()
        self._tautan()
        self._target()
        self._realisasi()
        self._anggaran()

    @property
    def unit_ids(self) -> set[int]:
        return set(self.cocok.unit_id.values())

    # -- organisation -----------------------------------------------------------------------------

    def _units(self) -> None:
        if not self.cocok.unit_baru:
            return
        mulai = date(min([self.cocok.rencana.tahun, *(t for _, t in self.cocok.dokumen_baru)]), 1, 1)
        induk = _root_unit(self.instansi, mulai)
        terpakai = {
            fold(kode) for kode in Unit.objects.filter(instansi=self.instansi).values_list("kode", flat=True)
        }
        for r in self.cocok.unit_baru:
            unit = create_unit(
                instansi=self.instansi,
                kode=_unit_code(r.kode, terpakai),
                nama=r.nama or r.kode,
                singkatan=r.kode if r.nama and len(r.kode) <= 60 else "",
                jenis=_unit_kind(r),
                berlaku_mulai=mulai,
                induk=induk,
                by=self.by,
            )
            self.cocok.unit_id[r.kode] = unit.pk
            self.jejak.created(Unit, [unit.pk])
            self.jejak.created(UnitVersi, unit.versi.values_list("pk", flat=True))

    def _dokumen(self) -> None:
        kunci = self.cocok.dokumen_baru
        ids = {self.cocok.unit_id[unit] for unit, _ in kunci}
        nama = dict(
            UnitVersi.objects.filter(unit_id__in=ids).order_by("berlaku_mulai").values_list("unit_id", "nama")
        )
        lama: dict[tuple[int, int], int] = {}
        for unit_id, tahun, versi in Dokumen.objects.filter(
            unit_id__in=ids, jenis=JenisDokumen.RENJA
        ).values_list("unit_id", "tahun_mulai", "versi_ke"):
            lama[unit_id, tahun] = max(versi, lama.get((unit_id, tahun), 0))
        baris = [
            {
                "unit_id": self.cocok.unit_id[unit],
                "jenis": JenisDokumen.RENJA,
                "nama": f"Renja {nama[self.cocok.unit_id[unit]]} {tahun}"[:300],
                "tahun_mulai": tahun,
                "tahun_selesai": tahun,
                "versi_ke": lama.get((self.cocok.unit_id[unit], tahun), 0) + 1,
                "status": StatusDokumen.BERLAKU,
                "sumber": self.sumber,
            }
            for unit, tahun in kunci
        ]
        self.cocok.dokumen_id.update(zip(kunci, self._create(Dokumen, baris), strict=True))

    def _simpul(self) -> None:
        urut = {id(s): n for n, s in enumerate(self.cocok.rencana.simpul, 1)}
        for tingkat in values_by_level(self.cocok.simpul_baru):
            baris = [
                {
                    "dokumen_id": self.cocok.dokumen_id[s.unit, s.tahun],
                    **self._parent(s),
                    "jenis": s.jenis,
                    "kode": s.kode,
                    "pernyataan": s.pernyataan,
                    "urutan": urut[id(s)],
                }
                for s in tingkat
            ]
            self.cocok.simpul_id.update(zip(tingkat, self._create(Simpul, baris), strict=True))
        for pk, s in self.cocok.simpul_ubah:
            self._change(Simpul.objects.select_for_update().get(pk=pk), {"pernyataan": s.pernyataan})

    def _parent(self, simpul: RSimpul) -> dict[str, int | None]:
        """A node below one of another document stands at the root of the Renja and supports it."""
        atas = None if simpul.induk is None else self.cocok.simpul_id[simpul.induk]
        di_luar = simpul.induk is not None and self.cocok.is_outside(simpul.induk)
        return {"induk_id": None if di_luar else atas, "mendukung_id": atas if di_luar else None}

    # -- dictionary -------------------------------------------------------------------------------

    def _satuan(self) -> None:
        self.satuan = {
            kunci_satuan(nama): pk
            for nama, pk in Satuan.objects.filter(instansi=self.instansi).values_list("nama", "pk")
        }
        butuh = {i.satuan for i in self.cocok.indikator_baru} | {
            str(beda["satuan"]) for _, beda, _ in self.cocok.kamus_ubah if "satuan" in beda
        }
        baru: dict[str, dict[str, Any]] = {}
        for nama in sorted(butuh):
            kunci = kunci_satuan(nama)
            if not kunci or kunci in self.satuan:
                continue
            persen = kunci == PERSEN
            baru.setdefault(kunci, {"nama": PERSEN if persen else nama[:80], "simbol": "%" if persen else ""})
        self.satuan.update(zip(baru, self._create(Satuan, list(baru.values())), strict=True))

    def _indikator(self) -> None:
        baru = self.cocok.indikator_baru
        kunci = self._create(Indikator, [{"kode": kode} for kode in self._codes(baru)])
        self.cocok.indikator_id.update(zip(baru, kunci, strict=True))
        tahun = self._first_year()
        versi = [
            dict(
                indikator_id=pk,
                unit_id=self.cocok.unit_id[r.unit],
                nama=r.nama,
                satuan_id=self.satuan.get(kunci_satuan(r.satuan)) if r.satuan else None,
                berlaku_mulai=date(tahun.get(r, self.cocok.rencana.tahun), 1, 1),
                **r.atribut,
            )
            for r, pk in zip(baru, kunci, strict=True)
        ]
        self._create(IndikatorVersi, versi)
        for lama, beda, _ in self.cocok.kamus_ubah:
            isi = {k: v for k, v in beda.items() if k != "satuan"}
            if "satuan" in beda:
                isi["satuan_id"] = self.satuan[kunci_satuan(str(beda["satuan"]))]
            self._change(lama, isi)

    def _first_year(self) -> dict[RIndikator, int]:
        hasil: dict[RIndikator, int] = {}
        for r in (*self.cocok.rencana.target, *self.cocok.rencana.realisasi):
            hasil[r.indikator] = min(r.tahun, hasil.get(r.indikator, r.tahun))
        return hasil

    def _codes(self, baru: Sequence[RIndikator]) -> list[str]:
        """`<unit>-<n>`: the next free numbers of each unit, in the order of the file."""
        kode_unit = dict(Unit.objects.filter(pk__in=self.unit_ids).values_list("pk", "kode"))
        terpakai = set(Indikator.objects.filter(instansi=self.instansi).values_list("kode", flat=True))
        nomor: dict[str, int] = {}
        hasil = []
        for r in baru:
            if r.kode:
                hasil.append(r.kode)
                continue
            awal = kode_unit[self.cocok.unit_id[r.unit]]
            n = nomor.get(awal, 0) + 1
            while f"{awal}-{n:03d}" in terpakai:
                n += 1
            nomor[awal] = n
            hasil.append(f"{awal}-{n:03d}")
        return hasil

    def _tautan(self) -> None:
        self._create(
            SimpulIndikator,
            [
                {
                    "simpul_id": self.cocok.simpul_id[s],
                    "indikator_id": self.cocok.indikator_id[i],
                    "urutan": n,
                }
                for n, (s, i) in enumerate(self.cocok.tautan_baru, 1)
            ],
        )

    # -- figures ----------------------------------------------------------------------------------

    def _target(self) -> None:
        self._create(
            Target,
            [
                dict(
                    dokumen_id=self.cocok.dokumen_id[r.indikator.unit, r.tahun],
                    indikator_id=self.cocok.indikator_id[r.indikator],
                    tahun=r.tahun,
                    triwulan=r.triwulan,
                    **fields_of(r.nilai),
                )
                for r in self.cocok.target_baru
            ],
        )
        for target, r in self.cocok.target_ubah:
            self._change(target, fields_of(r.nilai))

    def _realisasi(self) -> None:
        baru = self.cocok.realisasi_baru
        slot = [
            {
                "indikator_id": self.cocok.indikator_id[r.indikator],
                "unit_id": self.cocok.unit_id[r.indikator.unit],
                "tahun": r.tahun,
                "triwulan": r.triwulan,
                "versi_terakhir": 1,
            }
            for r in baru
        ]
        versi = [self._versi(pk, 1, r) for pk, r in zip(self._create(Realisasi, slot), baru, strict=True)]
        for realisasi, r in self.cocok.realisasi_ubah:
            terkunci = Realisasi.objects.select_for_update().get(pk=realisasi.pk)
            self._change(terkunci, {"versi_terakhir": terkunci.versi_terakhir + 1})
            versi.append(self._versi(terkunci.pk, terkunci.versi_terakhir, r))
        self._create(RealisasiVersi, versi)

    def _versi(self, realisasi_id: int, versi_ke: int, r: RNilai) -> dict[str, Any]:
        keadaan = r.keadaan or keadaan_of(r.nilai).value
        alasan = r.alasan
        if not alasan and keadaan == Keadaan.TIDAK_BERLAKU:
            alasan = f'Tercetak "{r.nilai.teks}"'
        return dict(
            realisasi_id=realisasi_id,
            versi_ke=versi_ke,
            keadaan=keadaan,
            alasan=alasan[:300],
            sementara=r.sementara,
            catatan=r.catatan,
            sumber=(r.sumber or self.sumber)[:400],
            oleh_id=None if self.by is None else self.by.pk,
            pada=self.pada,
            **fields_of(r.nilai),
        )

    def _anggaran(self) -> None:
        self._create(
            Anggaran,
            [
                {
                    "unit_id": self.cocok.unit_id[r.unit],
                    "simpul_id": None if r.simpul is None else self.cocok.simpul_id[r.simpul],
                    "tahun": r.tahun,
                    "triwulan": r.triwulan,
                    "realisasi": r.realisasi,
                    "pagu": r.pagu,
                }
                for r in self.cocok.anggaran_baru
            ],
        )
        for anggaran, r in self.cocok.anggaran_ubah:
            self._change(anggaran, anggaran_changes(anggaran, r))

    # -- shared -----------------------------------------------------------------------------------

    def _create(self, model: type[Model], baris: list[dict[str, Any]]) -> list[int]:
        kunci = insert_rows(model, [{"instansi_id": self.instansi.pk, **satu} for satu in baris])
        if kunci:
            self.jejak.created(model, kunci)
        return kunci

    def _change(self, objek: Any, baru: dict[str, Any]) -> None:
        self.jejak.changed(objek, baru)
        for bidang, isi in baru.items():
            setattr(objek, bidang, isi)
        objek.save(update_fields=list(baru))


def _root_unit(instansi: Instansi, pada: date) -> Unit | None:
    """The government itself, when the tree has it: new units stand below it."""
    akar = UnitVersi.objects.pada(pada).filter(instansi=instansi, jenis=JenisUnit.PEMDA, induk__isnull=True)
    satu = list(akar.select_related("unit")[:2])
    return satu[0].unit if len(satu) == 1 else None


def _unit_code(kode: str, terpakai: set[str]) -> str:
    """The printed name where it is short enough to be a code, else its beginning, made unique."""
    dasar = kode if len(kode) <= 40 else kode[:36].rsplit(" ", 1)[0]
    hasil, n = dasar, 1
    while fold(hasil) in terpakai:
        n += 1
        hasil = f"{dasar} {n}"
    terpakai.add(fold(hasil))
    return hasil


def _unit_kind(unit: RUnit) -> str:
    nama = fold(unit.nama or unit.kode)
    return next(
        (jenis for awalan, jenis in _JENIS_UNIT if nama.startswith(awalan)), JenisUnit.PERANGKAT_DAERAH
    )
