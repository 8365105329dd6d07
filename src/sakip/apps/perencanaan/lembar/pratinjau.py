"""What applying a file would do, with the choices made so far."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.apps.perencanaan.lembar.bahan import Bahan
from sakip.apps.perencanaan.lembar.cocok import Terbaca
from sakip.apps.perencanaan.lembar.tabel import Tabel, kunci_indikator, kunci_simpul
from sakip.apps.perencanaan.lembar.tiga import BERKAS, Arti, Beda, merge, undecided
from sakip.apps.perencanaan.models import Dokumen, Simpul, SimpulIndikator
from sakip.platform.lembar.pesan import Pesan

PESAN_TERSIMPAN = 500


@dataclass(frozen=True)
class Pratinjau:
    """`tersimpan`: cell -> (side, system value, file value) it was chosen against."""

    berkas: Terbaca
    bahan: Bahan
    beda: tuple[Beda, ...]
    pesan: tuple[Pesan, ...]
    bersih: bool
    tertahan: Mapping[str, str]
    masalah: Callable[[Tabel, Tabel], list[str]]
    tersimpan: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def pilih(self) -> dict[str, str]:
        """Choices that still hold: made against the values that stand there now."""
        hasil = {}
        for satu in self.beda:
            pilihan = self.tersimpan.get(satu.nama)
            if satu.bisa_pilih and pilihan is not None and pilihan[1:] == [satu.sistem, satu.berkas]:
                hasil[satu.nama] = pilihan[0]
        return hasil

    @cached_property
    def ke(self) -> Tabel:
        """The plan as it would be."""
        return merge(self.berkas.tabel, self.bahan.sistem, self.beda, self.pilih)

    @cached_property
    def sisa(self) -> list[Beda]:
        return undecided(self.beda, self.pilih)

    @property
    def berubah(self) -> bool:
        return self.ke != self.bahan.sistem

    def with_pilih(self, tersimpan: Mapping[str, Any]) -> "Pratinjau":
        return replace(self, tersimpan=tersimpan)

    def penghalang(self) -> str:
        """Why it cannot be applied; empty when it can."""
        if not self.bersih:
            return _("Berkas ini memuat galat. Perbaiki selnya, lalu unggah lagi.")
        if self.sisa:
            n = len(self.sisa)
            return ngettext("%(n)s perbedaan belum Anda pilih.", "%(n)s perbedaan belum Anda pilih.", n) % {
                "n": n
            }
        for satu in self.beda:
            if satu.kunci in self.tertahan and self.pilih.get(satu.nama) == BERKAS:
                return _("“%(baris)s” tidak dapat dihapus: %(sebab)s.") % {
                    "baris": satu.sistem,
                    "sebab": self.tertahan[satu.kunci],
                }
        if salah := self.masalah(self.ke, self.bahan.sistem):
            return salah[0]
        if not self.berubah:
            return _("Tidak ada yang akan berubah.")
        return ""

    def ringkasan(self) -> dict[str, Any]:
        """The report as it is kept and as the command prints it."""
        hitung = Counter(str(satu.arti) for satu in self.beda)
        return {
            "jumlah": {str(arti): hitung.get(str(arti), 0) for arti in Arti},
            "belum_dipilih": len(self.sisa),
            "indikator_baru": [satu.nama for satu in self.berkas.baru.values()],
            "titipan": len(self.berkas.titipan),
            "pesan": [satu.to_dict() for satu in self.pesan[:PESAN_TERSIMPAN]],
        }


def held_back(dokumen: Dokumen, beda: Collection[Beda]) -> dict[str, str]:
    """Missing rows that cannot go: their indicator has results, and no former version keeps them. One query."""
    if not any(satu.arti is Arti.BARIS_HILANG for satu in beda):
        return {}
    versi_lain = Simpul.objects.filter(
        asal=OuterRef("simpul__asal"), instansi_id=OuterRef("instansi_id")
    ).exclude(pk=OuterRef("simpul_id"))
    tautan = SimpulIndikator.objects.filter(
        ~Exists(versi_lain),
        simpul__dokumen=dokumen,
        indikator__realisasi_set__tahun__range=(dokumen.tahun_mulai, dokumen.tahun_selesai),
    )
    sebab = _("indikatornya sudah punya realisasi")
    hasil: dict[str, str] = {}
    for asal, kode in tautan.values_list("simpul__asal", "indikator__kode"):
        hasil |= {kunci_simpul(asal): sebab, kunci_indikator(asal, kode): sebab}
    return hasil
