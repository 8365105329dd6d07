"""Finding the columns of a sheet: titles on one, two or three rows, years above Target, Rp and Realisasi."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sakip.apps.perencanaan.lembar.matriks import BERTAHUN, TANDA
from sakip.apps.perencanaan.models import JenisSimpul
from sakip.platform.lembar.baca import Buku, Lembar
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.lembar.uraian import normalise_heading

BARIS_CARI = 30
NAMA_RENCANA = {
    "kunci_s": ("kunci butir",),
    "kunci_i": ("kunci indikator",),
    "kode": ("kode", "kode rekening", "kode program", "kode nomenklatur"),
    "jenis": ("jenis", "tingkat"),
    "uraian": ("uraian", "pernyataan", "tujuan sasaran program kegiatan sub kegiatan"),
    "indikator": (
        "indikator", "indikator kinerja", "nama indikator", "indikator kinerja tujuan sasaran program", "iku",
        "indikator kinerja utama",
    ),
    "satuan": ("satuan",),
    "awal": ("kondisi awal", "data capaian pada tahun awal perencanaan", "baseline", "kondisi kinerja awal"),
    "rumus": ("formula", "formulasi", "rumus", "formulasi penghitungan", "rumus penghitungan"),
    "definisi": ("definisi", "definisi operasional"),
    "sumber": ("sumber data", "sumber"),
    "alasan": ("alasan", "alasan pemilihan"),
    "pj": ("unit penanggung jawab", "penanggung jawab", "unit kerja penanggung jawab", "pj"),
    "j:visi": ("visi",),
    "j:misi": ("misi",),
    "j:tujuan": ("tujuan",),
    "j:sasaran": ("sasaran", "sasaran strategis"),
    "j:strategi": ("strategi",),
    "j:program": ("program", "nama program"),
    "j:kegiatan": ("kegiatan", "nama kegiatan"),
    "j:sub_kegiatan": ("sub kegiatan", "subkegiatan", "nama sub kegiatan"),
}  # fmt: skip
NAMA_RIWAYAT = {
    "kunci_s": ("kunci butir",),
    "kunci_i": ("kunci indikator",),
    "kode": ("kode",),
    "butir": ("sasaran", "butir", "sasaran strategis", "tujuan", "program"),
    "indikator": NAMA_RENCANA["indikator"],
    "satuan": ("satuan",),
}
NAMA_POHON = {
    "kunci_s": ("kunci butir",),
    "kunci_i": ("kunci indikator",),
    "kode": ("kode", "kode kondisi", "kode kinerja"),
    "induk": ("induk", "kode induk", "induk utama", "kode atasan"),
    "jenis": ("jenis", "jenis kondisi", "tingkat"),
    "pernyataan": ("kondisi", "kinerja", "pernyataan", "uraian", "kondisi kinerja"),
    "indikator": ("indikator", "indikator kinerja", "nama indikator"),
    "satuan": ("satuan",),
    "target": ("target",),
    "unit": ("unit pemilik", "unit", "perangkat daerah", "unit penanggung jawab"),
    "jabatan": ("jabatan pemilik", "jabatan", "jabatan penanggung jawab"),
    "pemilik": ("pemilik lain", "pemilik"),
    "mendukung": ("mendukung", "juga mendukung", "dukungan"),
    "sumber": ("sumber",),
}
_TAHUN = re.compile(
    r"(?:(?P<depan>target|realisasi|realisasi kinerja) )?(?:tahun )?(?:ke \d+ )?(?P<tahun>\d{4})"
    r"(?: (?P<apa>k|target|target kinerja|rp|pagu|pagu indikatif|anggaran|realisasi|realisasi kinerja))?(?: rp)?"
)
_RUPIAH = frozenset({"rp", "pagu", "pagu indikatif", "anggaran"})
_REALISASI = frozenset({"realisasi", "realisasi kinerja"})
#: What may stand below a year, and nothing else.
_SUB = _RUPIAH | _REALISASI | {"", "k", "target", "target kinerja"}
Nama = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Letak:
    """A matrix found on a sheet: its last title row and which column is which."""

    lembar: Lembar
    akhir_judul: int
    kolom: dict[str, int]


def is_matriks(kolom: Mapping[str, int]) -> bool:
    """Enough columns for a plan: levels, or kind and statement, and what is measured or how it is coded."""
    berisi = any(k.startswith("j:") for k in kolom) or {"jenis", "uraian"} <= kolom.keys()
    return berisi and ("indikator" in kolom or "kode" in kolom)


def find_letak(buku: Buku, nama: Nama, cukup: Callable[[Mapping[str, int]], bool], perlu: str) -> Letak:
    """The sheet and its columns; raises BerkasTakTerpakai that says what is needed (`perlu`)."""
    sebutan = {satu: kunci for kunci, semua in nama.items() for satu in semua}
    terbaik: Letak | None = None
    for lembar in buku.lembar:
        if lembar.nama != TANDA:
            calon = _best(lembar, sebutan, cukup)
            if calon is not None and (terbaik is None or len(calon.kolom) > len(terbaik.kolom)):
                terbaik = calon
    if terbaik is None:
        raise BerkasTakTerpakai(f"Berkas {buku.nama} {perlu}")
    return Letak(terbaik.lembar, terbaik.akhir_judul, terbaik.kolom)


def require_tahun(letak: Letak, tahun: range, berkas: str, periode: str) -> None:
    """Every year of the file belongs to the period."""
    ada = {int(k.partition(":")[2]) for k in letak.kolom if k.startswith(BERTAHUN)}
    if luar := sorted(t for t in ada if t not in tahun):
        raise BerkasTakTerpakai(
            f"Berkas {berkas} memuat tahun {', '.join(map(str, luar))}, di luar periode {periode} "
            f"({tahun[0]}-{tahun[-1]}). Hapus kolom tahun itu.",
            lembar=letak.lembar.nama,
        )


def export_mark(buku: Buku) -> str:
    """The id of the export this file began as; empty when it was never exported here."""
    for lembar in buku.lembar:
        if lembar.nama == TANDA and lembar.at(0, 0) == "ekspor":
            return str(lembar.at(0, 1))
    return ""


def _best(
    lembar: Lembar, sebutan: Mapping[str, str], cukup: Callable[[Mapping[str, int]], bool]
) -> Letak | None:
    hasil: Letak | None = None
    for atas in range(min(BARIS_CARI, len(lembar.baris))):
        for tinggi in (1, 2, 3):
            kolom = _match(lembar, atas, tinggi, sebutan)
            if not cukup(kolom):
                continue
            # A row that only repeats "Target" below the years still belongs to the titles.
            lanjut = (
                hasil is not None and len(kolom) == len(hasil.kolom) and _repeats(lembar, atas + tinggi - 1)
            )
            if hasil is None or len(kolom) > len(hasil.kolom) or lanjut:
                hasil = Letak(lembar, atas + tinggi - 1, kolom)
    return hasil


def _repeats(lembar: Lembar, baris: int) -> bool:
    terisi = (
        {_text(lembar, baris, k) for k in range(len(lembar.baris[baris]))}
        if baris < len(lembar.baris)
        else set()
    )
    return bool(terisi - {""}) and terisi <= _SUB


def _match(lembar: Lembar, atas: int, tinggi: int, sebutan: Mapping[str, str]) -> dict[str, int]:
    kolom: dict[str, int] = {}
    lebar = max((len(baris) for baris in lembar.baris[atas : atas + tinggi]), default=0)
    induk = [""] * tinggi
    for k in range(lebar):
        isi = [_text(lembar, atas + r, k) for r in range(tinggi)]
        for r in range(tinggi - 1):
            if isi[r]:
                # A title of its own ends what stood above the columns to its left.
                induk[r:] = [isi[r], *[""] * (tinggi - r - 1)]
        rangkai = [*induk[:-1], isi[-1]] if isi[-1] else [next((s for s in reversed(isi) if s), "")]
        kunci = next((c for mulai in range(len(rangkai)) if (c := _key(rangkai[mulai:], sebutan))), "")
        if kunci:
            kolom.setdefault(kunci, k)
    return kolom


def _text(lembar: Lembar, baris: int, kolom: int) -> str:
    isi = lembar.at(baris, kolom)
    return normalise_heading(isi if isinstance(isi, str) else f"{isi:f}")


def _key(judul: list[str], sebutan: Mapping[str, str]) -> str:
    teks = " ".join(satu for satu in judul if satu)
    if teks in sebutan:
        return sebutan[teks]
    cocok = _TAHUN.fullmatch(teks)
    if cocok is None:
        return ""
    if cocok["apa"] in _REALISASI or cocok["depan"] in _REALISASI:
        return f"r:{cocok['tahun']}"
    return (
        f"rp:{cocok['tahun']}" if cocok["apa"] in _RUPIAH or teks.endswith(" rp") else f"t:{cocok['tahun']}"
    )


JENIS_TERBACA = {normalise_heading(str(satu.label)): satu for satu in JenisSimpul} | {
    normalise_heading(satu.value): satu for satu in JenisSimpul
}
