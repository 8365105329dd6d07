"""What the database knows that a file is read against: the plan now, the export, units, the dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.lembar.tabel import Tabel
from sakip.apps.perencanaan.models import Dokumen
from sakip.apps.perencanaan.selectors import DOKUMEN_INSTANSI
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi
from sakip.platform.organisasi.selectors import unit_versi_terakhir


@dataclass(frozen=True, slots=True)
class Entri:
    """An indicator of the dictionary that a row may be linked to by its name."""

    kode: str
    nama: str
    satuan: str


@dataclass(frozen=True, slots=True)
class Bahan:
    """`unit` finds the code of a unit by any of its names ("" when several share it), `nama_unit` prints it."""

    sistem: Tabel
    ekspor: Tabel | None
    unit: Mapping[str, str]
    nama_unit: Mapping[str, str]
    kamus: Mapping[str, tuple[Entri, ...]]

    def shown(self, bidang: str, isi: str) -> str:
        """A cell as a person reads it."""
        return self.nama_unit.get(isi, isi) if bidang in ("pj", "unit") else isi

    def dikenal(self, kunci: str) -> dict[str, str] | None:
        """The row of a key, as it stands or as it was exported."""
        return self.sistem.get(kunci) or (self.ekspor or {}).get(kunci)


def load_bahan(dokumen: Dokumen, sistem: Tabel, ekspor: Tabel | None) -> Bahan:
    """Two queries beside those of the table."""
    nama, cetak = unit_names(dokumen.instansi)
    return Bahan(sistem, ekspor, nama, cetak, _dictionary(dokumen))


def unit_names(instansi: Instansi) -> tuple[dict[str, str], dict[str, str]]:
    """Name, abbreviation or code -> code; and code -> the name that says it unmistakably."""
    versi = list(unit_versi_terakhir(instansi, today()).values())
    cari: dict[str, str] = {}
    for satu in versi:
        for sebut in {plain(satu.nama), plain(satu.singkatan)} - {""}:
            cari[sebut] = "" if sebut in cari else satu.unit.kode
    cari.update({plain(satu.unit.kode): satu.unit.kode for satu in versi})
    cetak = {s.unit.kode: s.nama if cari.get(plain(s.nama)) == s.unit.kode else s.unit.kode for s in versi}
    return cari, cetak


def plain(teks: str) -> str:
    return " ".join(teks.split()).casefold()


def _dictionary(dokumen: Dokumen) -> dict[str, tuple[Entri, ...]]:
    """Indicators of the document's own unit; those of everybody for a plan of the whole government."""
    siapa = Q(instansi_id=dokumen.instansi_id)
    if dokumen.jenis not in DOKUMEN_INSTANSI:
        siapa &= Q(unit_id=dokumen.unit_id)
    terakhir: dict[int, Entri] = {}
    semua = IndikatorVersi.objects.filter(siapa).select_related("indikator", "satuan")
    for v in semua.order_by("berlaku_mulai"):
        satuan = "" if v.satuan is None else v.satuan.nama
        terakhir[v.indikator_id] = Entri(v.indikator.kode, v.nama, satuan)
    hasil: dict[str, tuple[Entri, ...]] = {}
    for entri in terakhir.values():
        hasil[plain(entri.nama)] = (*hasil.get(plain(entri.nama), ()), entri)
    return hasil
