"""Which target counts: the agreement in force, else the plan in force (PermenPANRB 53/2014 Lamp. I.E)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sakip.apps.datakinerja.convert import BIDANG_NILAI, nilai_of
from sakip.apps.pengukuran.bacaan import TargetBerlaku
from sakip.apps.pengukuran.models import SumberTarget
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.perencanaan.models import JenisDokumen, StatusDokumen, Target
from sakip.apps.perencanaan.selectors import DOKUMEN_INSTANSI
from sakip.apps.perjanjian.models import PKBaris
from sakip.apps.perjanjian.selectors import baris_berlaku
from sakip.platform.organisasi.models import Unit

# The annual slice is later and closer than the five-year plan; the IKU decree stands behind both.
_URUTAN_TAHUN: dict[str, int] = {
    JenisDokumen.RENJA: 0,
    JenisDokumen.RKPD: 0,
    JenisDokumen.RENSTRA: 1,
    JenisDokumen.RPJMD: 1,
    JenisDokumen.IKU: 2,
    JenisDokumen.RENAKSI: 3,
    JenisDokumen.RPJPD: 4,
}
_URUTAN_TRIWULAN: dict[str, int] = {**_URUTAN_TAHUN, JenisDokumen.RENAKSI: -1}
_Rank = tuple[int, int, int]
_BIDANG = (
    *BIDANG_NILAI, "indikator_id", "triwulan", "dokumen_id", "dokumen__uid", "dokumen__nama",
    "dokumen__unit_id", "dokumen__jenis",
)  # fmt: skip


@dataclass(slots=True)
class DaftarTarget:
    """The targets of a year, ready to be asked per indicator, unit and period."""

    pendahulu: Mapping[int, Sequence[int]]
    pk: dict[tuple[int, int], TargetBerlaku] = field(default_factory=dict)
    rencana: dict[tuple[int, int | None], list[Any]] = field(default_factory=dict)
    _hasil: dict[tuple[int, int, int | None], TargetBerlaku | None] = field(default_factory=dict)

    def find(self, indikator_id: int, unit_id: int, triwulan: int | None) -> TargetBerlaku | None:
        """The target of the period; the year's target is that of its last quarter too."""
        kunci = (indikator_id, unit_id, triwulan)
        if kunci not in self._hasil:
            hasil = self.find_own(*kunci)
            if hasil is None and triwulan == 4:
                hasil = self.find(indikator_id, unit_id, None)
            self._hasil[kunci] = hasil
        return self._hasil[kunci]

    def find_own(self, indikator_id: int, unit_id: int, triwulan: int | None) -> TargetBerlaku | None:
        """The target promised for this very period: the last quarter does not borrow the year's."""
        if triwulan is None:
            return self._find_year(indikator_id, unit_id)
        return self._best(indikator_id, unit_id, triwulan)

    def above_renja(self, indikator_id: int, unit_id: int, triwulan: int | None) -> str:
        """The document whose target goes before that of the unit's own Renja; empty when there is none."""
        if triwulan is None:
            janji = self.pk.get((unit_id, indikator_id))
            return "" if janji is None else janji.nama_dokumen
        calon = self.rencana.get((indikator_id, triwulan), ())
        renja = (0, _URUTAN_TRIWULAN[JenisDokumen.RENJA])
        for target in calon:
            rank = self._rank(target, unit_id, triwulan)
            if rank is not None and rank[:2] < renja:
                return str(target.dokumen__nama)
        return ""

    def _find_year(self, indikator_id: int, unit_id: int) -> TargetBerlaku | None:
        return self.pk.get((unit_id, indikator_id)) or self._best(indikator_id, unit_id, None)

    def _best(self, indikator_id: int, unit_id: int, triwulan: int | None) -> TargetBerlaku | None:
        calon = self.rencana.get((indikator_id, triwulan), ())
        berpangkat = [(rank, target) for target in calon if (rank := self._rank(target, unit_id, triwulan))]
        if not berpangkat:
            return None
        _, terpilih = min(berpangkat, key=lambda pasangan: pasangan[0])
        return TargetBerlaku(
            nilai_of(terpilih),
            SumberTarget.RENCANA,
            dokumen_id=terpilih.dokumen_id,
            dokumen_uid=terpilih.dokumen__uid,
            nama_dokumen=terpilih.dokumen__nama,
        )

    def _rank(self, target: Any, unit_id: int, triwulan: int | None) -> _Rank | None:
        """Own plan, then the plan of a unit it continues, then the plan of the whole government."""
        pemilik = target.dokumen__unit_id
        pendahulu = self.pendahulu.get(unit_id, ())
        if pemilik == unit_id:
            dekat = 0
        elif pemilik in pendahulu:
            dekat = 1 + pendahulu.index(pemilik)
        elif target.dokumen__jenis in DOKUMEN_INSTANSI:
            dekat = 1000
        else:
            return None
        urutan = _URUTAN_TAHUN if triwulan is None else _URUTAN_TRIWULAN
        return dekat, urutan[target.dokumen__jenis], -target.dokumen_id


def load_targets(
    *,
    instansi_id: int,
    unit_ids: Collection[int],
    tahun: int,
    indikator_ids: Collection[int] | None = None,
    pendahulu: Mapping[int, Sequence[int]] | None = None,
    pk_baris: Iterable[PKBaris] | None = None,
) -> DaftarTarget:
    """Everything promised for a year, in two queries (less what the caller has read already)."""
    peta = load_silsilah(instansi_id).pendahulu_pada(tahun) if pendahulu is None else pendahulu
    if pk_baris is None:
        pk_baris = baris_berlaku(unit_ids, tahun)
    daftar = DaftarTarget(pendahulu=peta)
    for baris in pk_baris:
        if baris.ada_target:
            daftar.pk[baris.perjanjian.unit_id, baris.indikator_id] = _from_pk(baris)
    target = Target.objects.filter(tahun=tahun, dokumen__status=StatusDokumen.BERLAKU)
    # One scope at a time: given both, a planner without statistics may walk the whole instansi for one unit.
    if indikator_ids is None:
        target = target.filter(instansi_id=instansi_id)
    else:
        target = target.filter(indikator_id__in=indikator_ids)
    for satu in target.values_list(*_BIDANG, named=True):
        daftar.rencana.setdefault((satu.indikator_id, satu.triwulan), []).append(satu)
    return daftar


def target_for(
    indikator_ids: Collection[int], unit: Unit, tahun: int, triwulan: int | None = None
) -> dict[int, TargetBerlaku]:
    """The target that counts for each indicator of a unit in a period; those without one are left out."""
    daftar = load_targets(
        instansi_id=unit.instansi_id, unit_ids=[unit.pk], tahun=tahun, indikator_ids=indikator_ids
    )
    hasil = {satu: daftar.find(satu, unit.pk, triwulan) for satu in indikator_ids}
    return {satu: target for satu, target in hasil.items() if target is not None}


def _from_pk(baris: PKBaris) -> TargetBerlaku:
    pk = baris.perjanjian
    nama = f"Perjanjian Kinerja {pk.tahun}" + (f", perubahan ke-{pk.versi_ke - 1}" if pk.versi_ke > 1 else "")
    return TargetBerlaku(nilai_of(baris), SumberTarget.PK, pk_id=pk.pk, pk_uid=pk.uid, nama_dokumen=nama)
