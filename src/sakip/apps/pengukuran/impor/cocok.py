"""What a plan would create or change: the file against the database, read only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sakip.apps.datakinerja.convert import fields_of, keadaan_of
from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.datakinerja.services import kunci_satuan
from sakip.apps.pengukuran.impor.rencana import (
    RAnggaran,
    Rencana,
    RIndikator,
    RNilai,
    RSimpul,
    RUnit,
    fold,
)
from sakip.apps.pengukuran.impor.saring import drop_unresolved, judge_new_units, resolve_references
from sakip.apps.pengukuran.models import Anggaran, Realisasi, RealisasiVersi, StatusRealisasi
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.platform.lembar.pesan import Tingkat
from sakip.platform.organisasi.models import Instansi, Unit, UnitVersi

# Figures may be replaced only while nobody has submitted them.
TERBUKA = frozenset({StatusRealisasi.DIISI.value, StatusRealisasi.DIKEMBALIKAN.value})
_BANDING = ("jenis_nilai", "angka", "bawah", "atas", "pembanding", "pengali")
Jalur = tuple[tuple[str, str, int], ...]


@dataclass(slots=True)
class Cocok:
    """The difference. Existing rows are known by key; what is new has none yet."""

    rencana: Rencana
    unit_id: dict[str, int] = field(default_factory=dict)
    unit_baru: list[RUnit] = field(default_factory=list)
    dokumen_id: dict[tuple[str, int], int] = field(default_factory=dict)
    dokumen_baru: list[tuple[str, int]] = field(default_factory=list)
    simpul_id: dict[RSimpul, int] = field(default_factory=dict)
    simpul_baru: list[RSimpul] = field(default_factory=list)
    simpul_ubah: list[tuple[int, RSimpul]] = field(default_factory=list)
    indikator_id: dict[RIndikator, int] = field(default_factory=dict)
    indikator_baru: list[RIndikator] = field(default_factory=list)
    kamus_ubah: list[tuple[IndikatorVersi, dict[str, Any], int]] = field(default_factory=list)
    tautan_baru: list[tuple[RSimpul, RIndikator]] = field(default_factory=list)
    target_baru: list[RNilai] = field(default_factory=list)
    target_ubah: list[tuple[Target, RNilai]] = field(default_factory=list)
    realisasi_baru: list[RNilai] = field(default_factory=list)
    realisasi_ubah: list[tuple[Realisasi, RNilai]] = field(default_factory=list)
    anggaran_baru: list[RAnggaran] = field(default_factory=list)
    anggaran_ubah: list[tuple[Anggaran, RAnggaran]] = field(default_factory=list)

    @property
    def baris_dibuat(self) -> set[int]:
        """Rows of the file from which something is created."""
        baru: Iterable[Any] = (
            *self.unit_baru,
            *self.simpul_baru,
            *self.indikator_baru,
            *self.target_baru,
            *self.realisasi_baru,
            *self.anggaran_baru,
        )
        lain = {asal for anggaran in self.anggaran_baru for asal in anggaran.asal_lain}
        return {bagian.asal for bagian in baru} | lain | {i.asal for _, i in self.tautan_baru}

    @property
    def baris_diubah(self) -> set[int]:
        """Rows that change something that is there, and create nothing."""
        ubah = [r.asal for _, r in self.target_ubah] + [r.asal for _, r in self.realisasi_ubah]
        ubah += [r.asal for _, r in self.anggaran_ubah] + [asal for *_, asal in self.kamus_ubah]
        ubah += [r.asal for _, r in self.simpul_ubah]
        return set(ubah) - self.baris_dibuat

    def rincian(self) -> dict[str, dict[str, int]]:
        """How many records of each kind are created and changed."""
        return {
            "unit": {"dibuat": len(self.unit_baru), "diubah": 0},
            "dokumen": {"dibuat": len(self.dokumen_baru), "diubah": 0},
            "simpul": {"dibuat": len(self.simpul_baru), "diubah": len(self.simpul_ubah)},
            "indikator": {"dibuat": len(self.indikator_baru), "diubah": len(self.kamus_ubah)},
            "target": {"dibuat": len(self.target_baru), "diubah": len(self.target_ubah)},
            "realisasi": {"dibuat": len(self.realisasi_baru), "diubah": len(self.realisasi_ubah)},
            "anggaran": {"dibuat": len(self.anggaran_baru), "diubah": len(self.anggaran_ubah)},
        }

    @property
    def kosong(self) -> bool:
        """Nothing to write at all."""
        return (
            not any(n for hitung in self.rincian().values() for n in hitung.values()) and not self.tautan_baru
        )


def match_rencana(rencana: Rencana, instansi: Instansi | None) -> Cocok:
    """Compare a plan with what the instansi has; with no instansi yet everything is new."""
    cocok = Cocok(rencana)
    if instansi is not None:
        resolve_references(rencana, instansi)
        _match_units(cocok, instansi)
    drop_unresolved(rencana)
    if instansi is not None:
        judge_new_units(rencana, instansi, cocok.unit_id)
    cocok.unit_baru = [unit for kode, unit in rencana.unit.items() if kode not in cocok.unit_id]
    lama = Pembanding.load(instansi, cocok)
    _match_simpul(cocok, lama)
    _match_indikator(cocok, lama)
    _match_target(cocok)
    _match_realisasi(cocok)
    _match_anggaran(cocok)
    return cocok


def _match_units(cocok: Cocok, instansi: Instansi) -> None:
    """By code, else by the name or short name the unit had in any year."""
    kode = {fold(unit.kode): unit.pk for unit in Unit.objects.filter(instansi=instansi)}
    versi = UnitVersi.objects.filter(instansi=instansi).order_by("-berlaku_mulai")
    nama: dict[str, int] = {}
    for satu in versi.values_list("unit_id", "nama", "singkatan"):
        nama.setdefault(fold(satu[1]), satu[0])
        if satu[2]:
            nama.setdefault(fold(satu[2]), satu[0])
    for unit in cocok.rencana.unit.values():
        pk = (
            kode.get(fold(unit.kode))
            or nama.get(fold(unit.kode))
            or (unit.nama and nama.get(fold(unit.nama)))
        )
        if pk:
            cocok.unit_id[unit.kode] = pk


@dataclass(slots=True)
class Pembanding:
    """The plans of the units as they are: nodes by their path, indicators by their place."""

    simpul: dict[tuple[int, Jalur], int] = field(default_factory=dict)
    simpul_kode: dict[tuple[int, str], tuple[int, str]] = field(default_factory=dict)
    tautan: set[tuple[int, int]] = field(default_factory=set)
    di_tempat: dict[tuple[int, Jalur, str, int], int] = field(default_factory=dict)
    di_unit: dict[tuple[int, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    kode: dict[str, int] = field(default_factory=dict)
    versi: dict[int, IndikatorVersi] = field(default_factory=dict)

    @classmethod
    def load(cls, instansi: Instansi | None, cocok: Cocok) -> "Pembanding":
        hasil = cls()
        unit_ids = set(cocok.unit_id.values())
        if instansi is None or not unit_ids:
            return hasil
        dokumen = Dokumen.objects.filter(
            instansi=instansi, unit_id__in=unit_ids, jenis=JenisDokumen.RENJA, status=StatusDokumen.BERLAKU
        )
        milik = {d.pk: d.unit_id for d in dokumen}
        kode_unit = {pk: kode for kode, pk in cocok.unit_id.items()}
        for d in dokumen:
            cocok.dokumen_id[kode_unit[d.unit_id], d.tahun_mulai] = d.pk
        jalur = hasil._read_simpul(milik)
        hasil._read_indikator(instansi, unit_ids, milik, jalur)
        return hasil

    def _read_simpul(self, milik: dict[int, int]) -> dict[int, tuple[int, Jalur]]:
        """Paths of all nodes; the parent always stands before its children because keys only grow."""
        jalur: dict[int, tuple[int, Jalur]] = {}
        hitung: dict[tuple[int, int | None, str, str], int] = defaultdict(int)
        baris = Simpul.objects.filter(dokumen_id__in=milik).order_by("dokumen_id", "id")
        for pk, dokumen, induk, jenis, teks, kode in baris.values_list(
            "pk", "dokumen_id", "induk_id", "jenis", "pernyataan", "kode"
        ):
            kunci = (dokumen, induk, jenis, fold(teks))
            hitung[kunci] += 1
            atas: Jalur = jalur[induk][1] if induk in jalur else ()
            jalur[pk] = (dokumen, (*atas, (jenis, fold(teks), hitung[kunci])))
            self.simpul[jalur[pk]] = pk
            if kode:
                self.simpul_kode[dokumen, kode] = pk, teks
        return jalur

    def _read_indikator(
        self,
        instansi: Instansi,
        unit_ids: set[int],
        milik: dict[int, int],
        jalur: dict[int, tuple[int, Jalur]],
    ) -> None:
        kode = Indikator.objects.filter(instansi=instansi).values_list("kode", "pk")
        self.kode = {fold(satu): pk for satu, pk in kode}
        versi = IndikatorVersi.objects.filter(instansi=instansi, unit_id__in=unit_ids).select_related(
            "satuan"
        )
        for v in versi.order_by("berlaku_mulai", "indikator_id"):
            self.versi[v.indikator_id] = v
        tautan = SimpulIndikator.objects.filter(simpul__dokumen_id__in=milik).order_by("id")
        bertempat = set()
        hitung: dict[tuple[int, str], int] = defaultdict(int)
        for simpul, indikator in tautan.values_list("simpul_id", "indikator_id"):
            self.tautan.add((simpul, indikator))
            bertempat.add(indikator)
            if indikator in self.versi:
                nama = fold(self.versi[indikator].nama)
                hitung[simpul, nama] += 1
                dokumen, tempat = jalur[simpul]
                self.di_tempat.setdefault((milik[dokumen], tempat, nama, hitung[simpul, nama]), indikator)
        lepas: dict[tuple[int, str], int] = defaultdict(int)
        for pk, v in sorted(self.versi.items()):
            nama = fold(v.nama)
            self.di_unit[v.unit_id, nama].append(pk)
            if pk not in bertempat:
                lepas[v.unit_id, nama] += 1
                self.di_tempat.setdefault((v.unit_id, (), nama, lepas[v.unit_id, nama]), pk)


def path_of(simpul: RSimpul | None) -> Jalur:
    """The titles from the root of the plan down to the node."""
    if simpul is None:
        return ()
    return (*path_of(simpul.induk), (simpul.jenis, fold(simpul.pernyataan), simpul.ke))


def _match_simpul(cocok: Cocok, lama: Pembanding) -> None:
    butuh = {(s.unit, s.tahun) for s in cocok.rencana.simpul}
    butuh |= {(t.indikator.unit, t.tahun) for t in cocok.rencana.target}
    cocok.dokumen_baru = sorted(butuh - cocok.dokumen_id.keys())
    for simpul in cocok.rencana.simpul:
        dokumen = cocok.dokumen_id.get((simpul.unit, simpul.tahun))
        pk = None
        if dokumen is not None:
            berkode = lama.simpul_kode.get((dokumen, simpul.kode)) if simpul.kode else None
            if berkode is not None and berkode[1] != simpul.pernyataan:
                cocok.simpul_ubah.append((berkode[0], simpul))
            pk = berkode[0] if berkode else lama.simpul.get((dokumen, path_of(simpul)))
        if pk is None:
            cocok.simpul_baru.append(simpul)
        else:
            cocok.simpul_id[simpul] = pk


def _match_indikator(cocok: Cocok, lama: Pembanding) -> None:
    dipakai: set[int] = set()
    for indikator in cocok.rencana.indikator:
        pk = _find_indikator(indikator, cocok, lama, dipakai)
        if pk is None:
            cocok.indikator_baru.append(indikator)
        else:
            dipakai.add(pk)
            cocok.indikator_id[indikator] = pk
            beda = _dictionary_changes(indikator, lama.versi.get(pk))
            if beda:
                cocok.kamus_ubah.append((lama.versi[pk], beda, indikator.asal))
        for simpul in _places(indikator):
            if (cocok.simpul_id.get(simpul), pk) not in lama.tautan:
                cocok.tautan_baru.append((simpul, indikator))


def _find_indikator(indikator: RIndikator, cocok: Cocok, lama: Pembanding, dipakai: set[int]) -> int | None:
    if indikator.kode:
        return lama.kode.get(fold(indikator.kode))
    unit = cocok.unit_id.get(indikator.unit)
    if unit is None:
        return None
    nama = fold(indikator.nama)
    for tempat in [path_of(simpul) for simpul in _places(indikator)] or [()]:
        pk = lama.di_tempat.get((unit, tempat, nama, indikator.ke))
        if pk is not None and pk not in dipakai:
            return pk
    # A published table may word its sasaran otherwise next year; the indicator stays the same one.
    calon = lama.di_unit.get((unit, nama), ())
    if (
        cocok.rencana.bentuk == "capaian"
        and len(calon) >= indikator.ke
        and calon[indikator.ke - 1] not in dipakai
    ):
        return calon[indikator.ke - 1]
    return None


def _places(indikator: RIndikator) -> list[RSimpul]:
    return ([indikator.simpul] if indikator.simpul is not None else []) + indikator.simpul_lain


def _dictionary_changes(indikator: RIndikator, versi: IndikatorVersi | None) -> dict[str, Any]:
    """Only the own template carries a dictionary; a printed table never rewrites one."""
    if versi is None or not indikator.kode or indikator.acuan:
        return {}
    baru = {"nama": indikator.nama, **indikator.atribut}
    beda = {bidang: isi for bidang, isi in baru.items() if getattr(versi, bidang) != isi}
    satuan = versi.satuan.nama if versi.satuan else ""
    if indikator.satuan and kunci_satuan(indikator.satuan) != kunci_satuan(satuan):
        beda["satuan"] = indikator.satuan
    return beda


def _match_target(cocok: Cocok) -> None:
    dokumen = {pk: kunci for kunci, pk in cocok.dokumen_id.items()}
    lama = {
        (t.dokumen_id, t.indikator_id, t.tahun, t.triwulan): t
        for t in Target.objects.filter(dokumen_id__in=dokumen, indikator_id__in=_chunkless(cocok))
    }
    for r in cocok.rencana.target:
        kunci = (
            cocok.dokumen_id.get((r.indikator.unit, r.tahun)),
            cocok.indikator_id.get(r.indikator),
            r.tahun,
            r.triwulan,
        )
        ada = lama.get(kunci)  # type: ignore[arg-type]
        if ada is None:
            cocok.target_baru.append(r)
        elif not same_value(ada, r):
            cocok.target_ubah.append((ada, r))


def _chunkless(cocok: Cocok) -> Any:
    """Indicators of the units, as a subquery: thousands of keys would not fit into one statement."""
    return IndikatorVersi.objects.filter(unit_id__in=cocok.unit_id.values()).values("indikator_id")


def _match_realisasi(cocok: Cocok) -> None:
    tahun = {r.tahun for r in cocok.rencana.realisasi}
    slot = {
        (s.indikator_id, s.unit_id, s.tahun, s.triwulan): s
        for s in Realisasi.objects.filter(unit_id__in=cocok.unit_id.values(), tahun__in=tahun)
    }
    versi: dict[tuple[int, int], RealisasiVersi] = {}
    if slot:
        for v in RealisasiVersi.objects.filter(
            realisasi__unit_id__in=cocok.unit_id.values(), realisasi__tahun__in=tahun
        ):
            versi[v.realisasi_id, v.versi_ke] = v
    for r in cocok.rencana.realisasi:
        kunci = (
            cocok.indikator_id.get(r.indikator),
            cocok.unit_id.get(r.indikator.unit),
            r.tahun,
            r.triwulan,
        )
        ada = slot.get(kunci)  # type: ignore[arg-type]
        if ada is None:
            cocok.realisasi_baru.append(r)
            continue
        terakhir = versi.get((ada.pk, ada.versi_terakhir))
        if terakhir is not None and same_value(terakhir, r) and terakhir.keadaan == keadaan_of(r.nilai).value:
            continue
        if ada.status in TERBUKA:
            cocok.realisasi_ubah.append((ada, r))
        else:
            status = ada.get_status_display().lower()
            pesan = f"Realisasi ini sudah {status}, jadi tidak diubah. Minta dikembalikan dulu."
            cocok.rencana.say(*r.tempat, Tingkat.PERINGATAN, pesan)


def _match_anggaran(cocok: Cocok) -> None:
    tahun = {r.tahun for r in cocok.rencana.anggaran}
    lama = {
        (a.unit_id, a.simpul_id, a.tahun, a.triwulan): a
        for a in Anggaran.objects.filter(unit_id__in=cocok.unit_id.values(), tahun__in=tahun)
    }
    for r in cocok.rencana.anggaran:
        simpul = None if r.simpul is None else cocok.simpul_id.get(r.simpul, -1)
        ada = lama.get((cocok.unit_id.get(r.unit, -1), simpul, r.tahun, r.triwulan))
        if ada is None:
            cocok.anggaran_baru.append(r)
        elif anggaran_changes(ada, r):
            cocok.anggaran_ubah.append((ada, r))


def anggaran_changes(ada: Anggaran, r: RAnggaran) -> dict[str, Decimal]:
    """Amounts that differ; an amount the file does not give is left as it is."""
    baru = {"realisasi": r.realisasi, "pagu": r.pagu}
    return {bidang: isi for bidang, isi in baru.items() if isi is not None and getattr(ada, bidang) != isi}


def same_value(ada: Target | RealisasiVersi, r: RNilai) -> bool:
    """Equal figures; for wording and grades, equal text."""
    baru = fields_of(r.nilai)
    if any(getattr(ada, bidang) != baru[bidang] for bidang in _BANDING):
        return False
    return baru["angka"] is not None or ada.teks == baru["teks"]


def values_by_level(simpul: Iterable[RSimpul]) -> Iterator[list[RSimpul]]:
    """New nodes level by level, so that parents get their key before their children need it."""
    tingkat: dict[int, list[RSimpul]] = defaultdict(list)
    for satu in simpul:
        tingkat[len(path_of(satu))].append(satu)
    for dalam in sorted(tingkat):
        yield tingkat[dalam]
