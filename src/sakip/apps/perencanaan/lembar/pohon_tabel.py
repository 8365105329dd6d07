"""A performance tree as a flat table: `S:<asal>` a condition, `I:<asal>|<row>` an indicator it is measured by.

Parents and supported conditions are keys, so a change of code is one change; a person reads and writes codes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sakip.apps.perencanaan.lembar.bahan import Bahan, plain
from sakip.apps.perencanaan.lembar.tabel import Tabel, is_simpul, kunci_simpul
from sakip.apps.perencanaan.models import (
    DukunganSimpul,
    JenisPohonSimpul,
    Pohon,
    PohonIndikator,
    PohonSimpul,
)
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.platform.organisasi.models import JabatanVersi, UnitVersi

KOLOM = (
    ("kode", "Kode"),
    ("induk", "Induk"),
    ("jenis", "Jenis"),
    ("pernyataan", "Kondisi"),
    ("indikator", "Indikator"),
    ("satuan", "Satuan"),
    ("target", "Target"),
    ("unit", "Unit pemilik"),
    ("jabatan", "Jabatan pemilik"),
    ("pemilik", "Pemilik lain"),
    ("mendukung", "Juga mendukung"),
    ("sumber", "Sumber"),
)
#: Cells of a condition, and of an indicator, that the table holds.
BIDANG_SIMPUL = ("induk", "kode", "jenis", "pernyataan", "unit", "jabatan", "pemilik", "mendukung", "sumber")
BIDANG_INDIKATOR = ("nama", "satuan", "target")


@dataclass(frozen=True, slots=True)
class BahanPohon(Bahan):
    """Beside units: posts by any of their names with the unit they are in, and who there is in the tree's year."""

    jabatan: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    nama_jabatan: Mapping[str, str] = field(default_factory=dict)
    unit_berlaku: frozenset[str] = frozenset()

    def shown(self, bidang: str, isi: str) -> str:
        if bidang == "jabatan":
            return self.nama_jabatan.get(isi, isi)
        return Bahan.shown(self, bidang, isi)


def read_pohon(pohon: Pohon) -> Tabel:
    """The tree as it stands, parents before children; three queries whatever its size."""
    simpul = list(
        PohonSimpul.objects.filter(pohon=pohon)
        .select_related("pemilik_unit", "pemilik_jabatan")
        .order_by("urutan", "id")
    )
    kunci = {s.pk: kunci_simpul(s.asal) for s in simpul}
    ukuran: dict[int, list[PohonIndikator]] = {}
    for i in PohonIndikator.objects.filter(simpul__pohon=pohon).order_by("urutan", "id"):
        ukuran.setdefault(i.simpul_id, []).append(i)
    dukungan: dict[int, list[str]] = {}
    for dari, ke in DukunganSimpul.objects.filter(simpul__pohon=pohon).values_list(
        "simpul_id", "mendukung_id"
    ):
        dukungan.setdefault(dari, []).append(kunci[ke])
    hasil: Tabel = {}
    for s in _ordered(simpul):
        hasil[kunci[s.pk]] = {
            "induk": kunci[s.induk_id] if s.induk_id is not None else "",
            "kode": s.kode,
            "jenis": s.jenis,
            "pernyataan": " ".join(s.pernyataan.split()),
            "unit": "" if s.pemilik_unit is None else s.pemilik_unit.kode,
            "jabatan": "" if s.pemilik_jabatan is None else s.pemilik_jabatan.kode,
            "pemilik": " ".join(s.pemilik_teks.split()),
            "mendukung": " ".join(sorted(dukungan.get(s.pk, []))),
            "sumber": " ".join(s.sumber.split()),
        }
        for i in ukuran.get(s.pk, []):
            hasil[f"I:{s.asal}|{i.pk}"] = {
                "nama": " ".join(i.nama.split()),
                "satuan": " ".join(i.satuan_teks.split()),
                "target": " ".join(i.target_teks.split()),
            }
    return hasil


def _ordered(simpul: Iterable[PohonSimpul]) -> list[PohonSimpul]:
    anak: dict[int | None, list[PohonSimpul]] = {}
    for s in simpul:
        anak.setdefault(s.induk_id, []).append(s)
    hasil: list[PohonSimpul] = []
    tunggu = list(reversed(anak.get(None, [])))
    while tunggu:
        satu = tunggu.pop()
        hasil.append(satu)
        tunggu += reversed(anak.get(satu.pk, []))
    return hasil


def sheet_rows(tabel: Tabel) -> list[dict[str, str]]:
    """One row per indicator, the first one beside its condition; codes stand for keys."""
    milik: dict[str, list[str]] = {}
    for kunci in tabel:
        if not is_simpul(kunci):
            milik.setdefault(f"S:{kunci[2:].partition('|')[0]}", []).append(kunci)
    hasil: list[dict[str, str]] = []
    for kunci, isi in tabel.items():
        if not is_simpul(kunci):
            continue
        kode = {
            "induk": codes_of(isi["induk"], tabel),
            "mendukung": codes_of(isi["mendukung"], tabel),
            "kunci_s": kunci,
        }
        for nomor, i in enumerate(milik.get(kunci, [""])):
            ukuran = {} if not i else {**tabel[i], "indikator": tabel[i]["nama"], "kunci_i": i}
            ukuran.pop("nama", None)
            hasil.append({**({**isi, **kode} if nomor == 0 else {}), **ukuran})
    return hasil


def codes_of(kunci: str, *tabel: Mapping[str, Mapping[str, str]], dengan_nama: bool = False) -> str:
    """The codes of the rows whose keys a cell holds, with what each is called when asked."""
    hasil = []
    for satu in kunci.split():
        isi: Mapping[str, str] = next((t[satu] for t in tabel if satu in t), {})
        kode, nama = isi.get("kode", ""), isi.get("pernyataan", "")
        hasil.append(f"{kode} {nama}".strip() if dengan_nama else kode or nama)
    return "; ".join(hasil)


def print_cell(bahan: BahanPohon, kunci: str, teks: str) -> str:
    """A cell as a person reads it."""
    return str(JenisPohonSimpul(teks).label) if kunci == "jenis" and teks else bahan.shown(kunci, teks)


def posts_of(pohon: Pohon) -> tuple[dict[str, tuple[tuple[str, str], ...]], dict[str, str]]:
    """Name or code -> (code, unit) of posts in the tree's year; and code -> the name that says it unmistakably."""
    versi = list(
        JabatanVersi.objects.pada(hari_pohon(pohon.tahun))
        .filter(instansi_id=pohon.instansi_id)
        .select_related("jabatan", "unit")
    )
    cari: dict[str, tuple[tuple[str, str], ...]] = {}
    for v in versi:
        for sebut in {plain(v.nama), plain(v.jabatan.kode)}:
            cari[sebut] = (*cari.get(sebut, ()), (v.jabatan.kode, v.unit.kode))
    cetak = {v.jabatan.kode: v.nama if len(cari[plain(v.nama)]) == 1 else v.jabatan.kode for v in versi}
    return cari, cetak


def units_in_force(pohon: Pohon) -> frozenset[str]:
    versi = UnitVersi.objects.pada(hari_pohon(pohon.tahun)).filter(instansi_id=pohon.instansi_id)
    return frozenset(versi.values_list("unit__kode", flat=True))
