"""IKU decrees (PER/09/2007): the official table, what is missing in it, and whether the dictionary follows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import nama_penanggung, versi_pada
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.selectors.dokumen import (
    TINGKAT_HASIL,
    choose_dokumen,
    dokumen_berlaku,
    dokumen_visible_to,
)
from sakip.platform.accounts.models import Pengguna


@dataclass(frozen=True, slots=True)
class BarisIku:
    """One IKU in the columns of the decree."""

    tautan: SimpulIndikator
    versi: IndikatorVersi
    target: Mapping[int, Nilai]
    tahun: tuple[int, ...]
    penanggung: str

    @property
    def target_urut(self) -> list[Nilai | None]:
        return [self.target.get(tahun) for tahun in self.tahun]

    @property
    def kurang(self) -> list[str]:
        """Columns of the decree that are still empty."""
        v = self.versi
        bagian = (
            ("alasan", self.tautan.alasan),
            ("formulasi", v.rumus or v.definisi),
            ("satuan", v.satuan_id),
            ("sumber data", v.sumber),
            ("penanggung jawab", v.pj_jabatan_id or v.pj_teks),
            ("target", len(self.target) == len(self.tahun) or None),
        )
        return [nama for nama, isi in bagian if isi in (None, "")]


def iku_visible_to(pengguna: Pengguna) -> QuerySet[Dokumen]:
    return dokumen_visible_to(pengguna).filter(jenis=JenisDokumen.IKU)


def hari_iku(dokumen: Dokumen) -> date:
    """The day the dictionary is read with: when the decree was fixed, else the first of its period."""
    return dokumen.ditetapkan_pada or date(dokumen.tahun_mulai, 1, 1)


def tabel_iku(dokumen: Dokumen) -> list[BarisIku]:
    """The rows in the order of the sasaran; a fixed number of queries, whatever the number of rows."""
    tautan = list(
        SimpulIndikator.objects.filter(simpul__dokumen=dokumen)
        .select_related("simpul", "indikator")
        .order_by("simpul__urutan", "simpul_id", "urutan", "pk")
    )
    ids = [satu.indikator_id for satu in tautan]
    versi = versi_pada(ids, hari_iku(dokumen))
    target: dict[int, dict[int, Nilai]] = {}
    for satu in Target.objects.filter(dokumen=dokumen, triwulan__isnull=True):
        target.setdefault(satu.indikator_id, {})[satu.tahun] = nilai_of(satu)
    tahun = tuple(range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1))
    jabatan = nama_penanggung(versi.values())

    def build(tautan: SimpulIndikator, versi: IndikatorVersi) -> BarisIku:
        penanggung = jabatan.get(versi.pj_jabatan_id or 0, versi.pj_teks)
        return BarisIku(tautan, versi, target.get(versi.indikator_id, {}), tahun, penanggung)

    return [build(satu, versi[satu.indikator_id]) for satu in tautan if satu.indikator_id in versi]


def calon_iku(dokumen: Dokumen) -> list[SimpulIndikator]:
    """Indicators of the sasaran of the unit's plan in force that the decree does not hold yet."""
    rencana = choose_dokumen(dokumen_berlaku(dokumen.unit, dokumen.tahun_mulai), TINGKAT_HASIL)
    if rencana is None:
        return []
    ada = SimpulIndikator.objects.filter(simpul__dokumen=dokumen).values("indikator_id")
    return list(
        SimpulIndikator.objects.filter(simpul__dokumen=rencana, simpul__jenis__in=TINGKAT_HASIL)
        .exclude(indikator_id__in=ada)
        .select_related("simpul", "indikator")
        .order_by("simpul__urutan", "simpul_id", "urutan", "pk")
    )


def sasaran_of(dokumen: Dokumen) -> list[Simpul]:
    return list(Simpul.objects.filter(dokumen=dokumen).order_by("urutan", "pk"))


def beda_tanda(dokumen: Dokumen) -> tuple[list[IndikatorVersi], list[IndikatorVersi]]:
    """Entries that the decree in force makes an IKU and the dictionary does not, and the other way round.

    An entry loses the mark only when the decree that this one supersedes had given it.
    """
    if dokumen.status != StatusDokumen.BERLAKU:
        return [], []
    ini = set(SimpulIndikator.objects.filter(simpul__dokumen=dokumen).values_list("indikator_id", flat=True))
    lama = set(
        SimpulIndikator.objects.filter(
            simpul__dokumen__unit_id=dokumen.unit_id,
            simpul__dokumen__jenis=JenisDokumen.IKU,
            simpul__dokumen__status=StatusDokumen.DIGANTI,
        ).values_list("indikator_id", flat=True)
    )
    terakhir = versi_pada(ini | lama, date.max)
    tambah = [v for pk, v in terakhir.items() if pk in ini and not v.is_iku]
    cabut = [v for pk, v in terakhir.items() if pk in lama - ini and v.is_iku]
    return tambah, cabut
