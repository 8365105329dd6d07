"""What a unit owes in a year: the indicators of its plan in force and of its agreement."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.models import Dokumen, JenisSimpul, Simpul, SimpulIndikator
from sakip.apps.perencanaan.selectors import choose_dokumen, covers
from sakip.apps.perjanjian.models import PerjanjianKinerja, PKBaris

TANPA_DOKUMEN = "Belum ada dokumen rencana"


@dataclass(slots=True)
class Butir:
    """One node of the plan with the indicators it is measured by."""

    simpul: Simpul | None
    pernyataan: str
    jenis: str
    indikator_ids: list[int] = field(default_factory=list)


@dataclass(slots=True)
class DaftarWajib:
    """All indicators a unit is measured by in a year at one level, grouped as its plan groups them."""

    dokumen: Dokumen | None = None
    pk: PerjanjianKinerja | None = None
    butir: list[Butir] = field(default_factory=list)

    @property
    def direncanakan(self) -> bool:
        """Whether a plan or an agreement says so, not only the dictionary."""
        return self.dokumen is not None or self.pk is not None

    @property
    def indikator_ids(self) -> list[int]:
        """Every indicator once."""
        return [satu for butir in self.butir for satu in butir.indikator_ids]


def load_tautan(unit_ids: Collection[int], tahun: int, tingkat: Collection[str]) -> list[SimpulIndikator]:
    """Nodes with indicators in the plans in force of several units, in one query."""
    return list(
        SimpulIndikator.objects.filter(
            covers(tahun, "simpul__dokumen__"),
            simpul__dokumen__unit_id__in=unit_ids,
            simpul__jenis__in=tingkat,
        )
        .select_related("simpul__dokumen")
        .order_by("simpul__dokumen_id", "simpul__urutan", "simpul_id", "urutan", "id")
    )


def build_wajib(
    *,
    unit_ids: Collection[int],
    tingkat: Collection[str],
    pendahulu: Mapping[int, Sequence[int]],
    tautan: Iterable[SimpulIndikator],
    pk_baris: Iterable[PKBaris],
) -> dict[int, DaftarWajib]:
    """The lists of several units from rows read before."""
    menurut_dokumen: dict[int, list[SimpulIndikator]] = {}
    milik: dict[int, dict[int, Dokumen]] = {}
    for satu in tautan:
        dokumen = satu.simpul.dokumen
        milik.setdefault(dokumen.unit_id, {})[dokumen.pk] = dokumen
        menurut_dokumen.setdefault(dokumen.pk, []).append(satu)
    janji: dict[int, list[PKBaris]] = {}
    for baris in pk_baris:
        janji.setdefault(baris.perjanjian.unit_id, []).append(baris)
    hasil = {}
    for unit_id in unit_ids:
        daftar = DaftarWajib()
        for asal in (unit_id, *pendahulu.get(unit_id, ())):
            daftar.dokumen = choose_dokumen(milik.get(asal, {}).values(), tingkat)
            if daftar.dokumen is not None:
                break
        rencana = () if daftar.dokumen is None else menurut_dokumen[daftar.dokumen.pk]
        _add_rencana(daftar, rencana)
        if JenisSimpul.SASARAN in tingkat:
            _add_pk(daftar, janji.get(unit_id, ()))
        hasil[unit_id] = daftar
    return hasil


def add_tanpa_rencana(daftar: Mapping[int, DaftarWajib], tingkat: Collection[str], *, tahun: int) -> None:
    """Units without plan and agreement are measured by the indicators the dictionary gives them."""
    kosong = [unit_id for unit_id, satu in daftar.items() if not satu.butir]
    if not kosong or JenisSimpul.SASARAN not in tingkat:
        return
    versi = (
        IndikatorVersi.objects.filter(unit_id__in=kosong, berlaku_mulai__year__lte=tahun)
        .exclude(berlaku_sampai__year__lt=tahun)
        .exclude(indikator__simpul_set__isnull=False)
        .order_by("indikator__kode")
        .values_list("unit_id", "indikator_id")
    )
    for unit_id, indikator_id in versi:
        if not daftar[unit_id].butir:
            daftar[unit_id].butir.append(Butir(None, TANPA_DOKUMEN, ""))
        butir = daftar[unit_id].butir[0]
        if indikator_id not in butir.indikator_ids:
            butir.indikator_ids.append(indikator_id)


def _add_rencana(daftar: DaftarWajib, tautan: Iterable[SimpulIndikator]) -> None:
    butir: dict[int, Butir] = {}
    sudah: set[int] = set()
    for satu in tautan:
        if satu.indikator_id in sudah:
            continue
        sudah.add(satu.indikator_id)
        simpul = satu.simpul
        if simpul.pk not in butir:
            butir[simpul.pk] = Butir(simpul, simpul.pernyataan, simpul.jenis)
        butir[simpul.pk].indikator_ids.append(satu.indikator_id)
    daftar.butir.extend(butir.values())


def _add_pk(daftar: DaftarWajib, baris: Iterable[PKBaris]) -> None:
    """Promises that the plan does not hold are measured too, under the sasaran the agreement names."""
    sudah = set(daftar.indikator_ids)
    menurut_simpul = {butir.simpul.pk: butir for butir in daftar.butir if butir.simpul is not None}
    menurut_teks = {butir.pernyataan: butir for butir in daftar.butir}
    for satu in baris:
        daftar.pk = satu.perjanjian
        if satu.indikator_id in sudah:
            continue
        sudah.add(satu.indikator_id)
        butir = menurut_simpul.get(satu.sasaran_id or 0) or menurut_teks.get(satu.sasaran_teks)
        if butir is None:
            butir = Butir(satu.sasaran, satu.sasaran_teks, JenisSimpul.SASARAN)
            menurut_teks[satu.sasaran_teks] = butir
            daftar.butir.append(butir)
        butir.indikator_ids.append(satu.indikator_id)
