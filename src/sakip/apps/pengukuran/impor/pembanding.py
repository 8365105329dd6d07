"""The plans of the units as they are, to hold a file against: nodes by their path, indicators by their place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Self

from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.pengukuran.impor.berlaku import TINGKAT_IMPOR, paths_of
from sakip.apps.pengukuran.impor.rencana import Jalur, fold
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, SimpulIndikator, StatusDokumen
from sakip.platform.organisasi.models import Instansi


@dataclass(slots=True)
class Pembanding:
    """The plans of the units as they are: nodes by their path, indicators by their place."""

    dokumen_id: dict[tuple[str, int], int] = field(default_factory=dict)
    simpul: dict[tuple[int, Jalur], int] = field(default_factory=dict)
    simpul_kode: dict[tuple[int, str, str], tuple[int, str]] = field(default_factory=dict)
    tautan: set[tuple[int, int]] = field(default_factory=set)
    di_tempat: dict[tuple[int, Jalur, str, int], int] = field(default_factory=dict)
    di_unit: dict[tuple[int, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    kode: dict[str, int] = field(default_factory=dict)
    versi: dict[int, IndikatorVersi] = field(default_factory=dict)

    @classmethod
    def load(cls, instansi: Instansi | None, unit_id: Mapping[str, int]) -> Self:
        """Of the units a file names, by the code they have there."""
        hasil = cls()
        unit_ids = set(unit_id.values())
        if instansi is None or not unit_ids:
            return hasil
        dokumen = Dokumen.objects.filter(
            instansi=instansi, unit_id__in=unit_ids, jenis=JenisDokumen.RENJA, status=StatusDokumen.BERLAKU
        )
        milik = {d.pk: d.unit_id for d in dokumen}
        kode_unit = {pk: kode for kode, pk in unit_id.items()}
        for d in dokumen:
            hasil.dokumen_id[kode_unit[d.unit_id], d.tahun_mulai] = d.pk
        jalur = hasil._read_simpul(milik)
        hasil._read_indikator(instansi, unit_ids, milik, jalur)
        return hasil

    def _read_simpul(self, milik: dict[int, int]) -> dict[int, tuple[int, Jalur]]:
        """Paths of all nodes; the parent always stands before its children because keys only grow."""
        jalur: dict[int, tuple[int, Jalur]] = {}
        baris = (
            Simpul.objects.filter(dokumen_id__in=milik, jenis__in=TINGKAT_IMPOR)
            .order_by("dokumen_id", "id")
            .values_list("dokumen_id", "pk", "induk_id", "jenis", "pernyataan", "kode")
        )
        for dokumen, isi in groupby(baris, key=lambda satu: satu[0]):
            butir = list(isi)
            for pk, satu in paths_of(
                (pk, induk, jenis, teks) for _, pk, induk, jenis, teks, _ in butir
            ).items():
                jalur[pk] = dokumen, satu
                self.simpul[dokumen, satu] = pk
            for _, pk, _, jenis, teks, kode in butir:
                if kode:
                    self.simpul_kode[dokumen, jenis, kode] = pk, teks
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
            if indikator in self.versi and simpul in jalur:
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
