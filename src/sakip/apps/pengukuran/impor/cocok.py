"""What a plan would create or change: the file against the database, read only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sakip.apps.datakinerja.convert import keadaan_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.services import kunci_satuan
from sakip.apps.pengukuran.impor.acuan import Acuan, same_value
from sakip.apps.pengukuran.impor.berlaku import SimpulBerlaku
from sakip.apps.pengukuran.impor.pembanding import Pembanding
from sakip.apps.pengukuran.impor.rencana import (
    Jalur,
    RAnggaran,
    Rencana,
    RIndikator,
    RNilai,
    RSimpul,
    RUnit,
    fold,
    path_of,
)
from sakip.apps.pengukuran.impor.saring import drop_unresolved, judge_new_units, resolve_references
from sakip.apps.pengukuran.models import Anggaran, Realisasi, RealisasiVersi, StatusRealisasi
from sakip.apps.perencanaan.models import Target
from sakip.platform.dasar import in_indonesian
from sakip.platform.lembar.pesan import Tingkat
from sakip.platform.organisasi.models import Instansi, Unit, UnitVersi

# Figures may be replaced only while nobody has submitted them.
TERBUKA = frozenset({StatusRealisasi.DIISI.value, StatusRealisasi.DIKEMBALIKAN.value})


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
    # Nodes of the file that another document than the Renja holds, and those that only an agreement words.
    simpul_lain: dict[RSimpul, list[SimpulBerlaku]] = field(default_factory=dict)
    # Keys of the same node in all documents in force: money may stand at any of them.
    simpul_setara: dict[RSimpul, list[int]] = field(default_factory=dict)
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

    def is_outside(self, simpul: RSimpul) -> bool:
        """Whether the node stands in another document than the Renja, which an import does not change."""
        return any(satu.pk is not None for satu in self.simpul_lain.get(simpul, ()))

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
    lama = Pembanding.load(instansi, cocok.unit_id)
    cocok.dokumen_id = lama.dokumen_id
    acuan = Acuan.load(instansi, rencana, cocok.unit_id)
    _match_simpul(cocok, lama, acuan)
    _match_indikator(cocok, lama, acuan)
    _match_target(cocok, acuan)
    _match_realisasi(cocok)
    _match_anggaran(cocok)
    _need_dokumen(cocok)
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


def _match_simpul(cocok: Cocok, lama: Pembanding, acuan: Acuan) -> None:
    for simpul in cocok.rencana.simpul:
        dokumen = cocok.dokumen_id.get((simpul.unit, simpul.tahun))
        pk = None
        if dokumen is not None:
            berkode = lama.simpul_kode.get((dokumen, simpul.jenis, simpul.kode)) if simpul.kode else None
            if berkode is not None and berkode[1] != simpul.pernyataan:
                cocok.simpul_ubah.append((berkode[0], simpul))
            pk = berkode[0] if berkode else lama.simpul.get((dokumen, _path_in_renja(cocok, simpul)))
        if pk is None:
            _match_elsewhere(cocok, simpul, acuan)
        else:
            cocok.simpul_id[simpul] = pk
        cocok.simpul_setara[simpul] = [satu.pk for satu in acuan.find(simpul) if satu.pk is not None]


def _path_in_renja(cocok: Cocok, simpul: RSimpul | None) -> Jalur:
    """As `path_of`, but a parent in another document is no part of it: below it the Renja begins."""
    if simpul is None or cocok.is_outside(simpul):
        return ()
    return (*_path_in_renja(cocok, simpul.induk), *path_of(simpul)[-1:])


def _match_elsewhere(cocok: Cocok, simpul: RSimpul, acuan: Acuan) -> None:
    """A node the Renja does not hold stays where it is when another document in force has it."""
    ada = acuan.find(simpul)
    if not ada:
        cocok.simpul_baru.append(simpul)
        return
    cocok.simpul_lain[simpul] = ada
    pk = next((satu.pk for satu in ada if satu.pk is not None), None)
    if pk is not None:
        cocok.simpul_id[simpul] = pk
    if ada[0].pernyataan != simpul.pernyataan:
        pesan = (
            f'Kode {simpul.kode} sudah dipakai {ada[0].dokumen} untuk "{ada[0].pernyataan[:80]}". Impor tidak mengubah '
            "dokumen itu, jadi bunyinya tetap."
        )
        cocok.rencana.say(*simpul.tempat, Tingkat.PERINGATAN, pesan)


def _match_indikator(cocok: Cocok, lama: Pembanding, acuan: Acuan) -> None:
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
            if (cocok.simpul_id.get(simpul), pk) not in lama.tautan and not acuan.linked(simpul, pk):
                _link(cocok, simpul, indikator)


def _link(cocok: Cocok, simpul: RSimpul, indikator: RIndikator) -> None:
    if cocok.is_outside(simpul):
        pesan = (
            f'Indikator ini belum ada di "{simpul.pernyataan[:80]}" menurut {cocok.simpul_lain[simpul][0].dokumen}. '
            "Impor tidak mengubah dokumen itu; tambahkan lewat perubahan dokumennya."
        )
        cocok.rencana.say(*indikator.tempat, Tingkat.PERINGATAN, pesan)
        return
    cocok.tautan_baru.append((simpul, indikator))


def _need_dokumen(cocok: Cocok) -> None:
    """What is written needs a Renja to stand in; a sasaran known from an agreement is written on demand."""
    dipakai = {simpul for simpul, _ in cocok.tautan_baru} | {a.simpul for a in cocok.anggaran_baru}
    dipakai |= {s.induk for s in cocok.simpul_baru}
    cocok.simpul_baru += [s for s in cocok.simpul_lain if s in dipakai and s not in cocok.simpul_id]
    butuh = {(s.unit, s.tahun) for s in cocok.simpul_baru}
    butuh |= {(t.indikator.unit, t.tahun) for t in cocok.target_baru}
    cocok.dokumen_baru = sorted(butuh - cocok.dokumen_id.keys())


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


def _match_target(cocok: Cocok, acuan: Acuan) -> None:
    dokumen = {pk: kunci for kunci, pk in cocok.dokumen_id.items()}
    lama = {
        (t.dokumen_id, t.indikator_id, t.tahun, t.triwulan): t
        for t in Target.objects.filter(dokumen_id__in=dokumen, indikator_id__in=_chunkless(cocok))
    }
    tercetak = cocok.rencana.bentuk == "templat"
    for r in cocok.rencana.target:
        indikator = cocok.indikator_id.get(r.indikator)
        kunci = (cocok.dokumen_id.get((r.indikator.unit, r.tahun)), indikator, r.tahun, r.triwulan)
        ada = lama.get(kunci)  # type: ignore[arg-type]
        if ada is not None and same_value(ada, r, tercetak=tercetak):
            continue
        if acuan.promises(r, indikator):
            continue
        if ada is None:
            cocok.target_baru.append(r)
        else:
            cocok.target_ubah.append((ada, r))
        penentu = acuan.overrules(r, indikator)
        if penentu:
            pesan = (
                f"Yang berlaku tetap target menurut {penentu}. Angka ini masuk ke Renja dan baru dihitung bila "
                "dokumen itu diubah."
            )
            cocok.rencana.say(*r.tempat, Tingkat.PERINGATAN, pesan)


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
    tercetak = cocok.rencana.bentuk == "templat"
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
        if terakhir is not None and _same_figure(terakhir, r, tercetak=tercetak):
            continue
        if ada.status in TERBUKA:
            cocok.realisasi_ubah.append((ada, r))
        else:
            status = in_indonesian(StatusRealisasi(ada.status).label).lower()
            pesan = f"Realisasi ini sudah {status}, jadi tidak diubah. Minta dikembalikan dulu."
            cocok.rencana.say(*r.tempat, Tingkat.PERINGATAN, pesan)


def _match_anggaran(cocok: Cocok) -> None:
    tahun = {r.tahun for r in cocok.rencana.anggaran}
    lama = {
        (a.unit_id, a.simpul_id, a.tahun, a.triwulan): a
        for a in Anggaran.objects.filter(unit_id__in=cocok.unit_id.values(), tahun__in=tahun)
    }
    for r in cocok.rencana.anggaran:
        ada = next(
            (
                lama[kunci]
                for simpul in _simpul_keys(cocok, r)
                if (kunci := (cocok.unit_id.get(r.unit, -1), simpul, r.tahun, r.triwulan)) in lama
            ),
            None,
        )
        if ada is None:
            cocok.anggaran_baru.append(r)
        elif anggaran_changes(ada, r):
            cocok.anggaran_ubah.append((ada, r))


def _same_figure(ada: RealisasiVersi, r: RNilai, *, tercetak: bool) -> bool:
    """The same state too; a state without a figure is told by its reason."""
    if r.keadaan:
        return (ada.keadaan, ada.alasan) == (r.keadaan, r.alasan)
    return ada.keadaan == keadaan_of(r.nilai).value and same_value(ada, r, tercetak=tercetak)


def _simpul_keys(cocok: Cocok, r: RAnggaran) -> list[int | None]:
    """The node's key, and its keys in other plans that hold the same node."""
    if r.simpul is None:
        return [None]
    return [cocok.simpul_id.get(r.simpul, -1), *cocok.simpul_setara.get(r.simpul, ())]


def anggaran_changes(ada: Anggaran, r: RAnggaran) -> dict[str, Decimal]:
    """Amounts that differ; an amount the file does not give is left as it is."""
    baru = {"realisasi": r.realisasi, "pagu": r.pagu}
    return {bidang: isi for bidang, isi in baru.items() if isi is not None and getattr(ada, bidang) != isi}


def values_by_level(simpul: Iterable[RSimpul]) -> Iterator[list[RSimpul]]:
    """New nodes level by level, so that parents get their key before their children need it."""
    tingkat: dict[int, list[RSimpul]] = defaultdict(list)
    for satu in simpul:
        tingkat[len(path_of(satu))].append(satu)
    for dalam in sorted(tingkat):
        yield tingkat[dalam]
