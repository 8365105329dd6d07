"""Finding the columns of a matrix: titles on one, two or three rows, years above Target and Rp."""

import re
from dataclasses import dataclass

from sakip.apps.perencanaan.lembar.matriks import LEMBAR, TANDA
from sakip.apps.perencanaan.models import Dokumen, JenisSimpul
from sakip.platform.lembar.baca import Buku, Lembar
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.lembar.uraian import normalise_heading

BARIS_CARI = 30
_NAMA = {
    "kunci_s": ("kunci butir",),
    "kunci_i": ("kunci indikator",),
    "kode": ("kode", "kode rekening", "kode program", "kode nomenklatur"),
    "jenis": ("jenis", "tingkat"),
    "uraian": ("uraian", "pernyataan", "tujuan sasaran program kegiatan sub kegiatan"),
    "indikator": ("indikator", "indikator kinerja", "nama indikator", "indikator kinerja tujuan sasaran program"),
    "satuan": ("satuan",),
    "awal": ("kondisi awal", "data capaian pada tahun awal perencanaan", "baseline", "kondisi kinerja awal"),
    "pj": ("unit penanggung jawab", "penanggung jawab", "unit kerja penanggung jawab", "pj"),
    "j:visi": ("visi",),
    "j:misi": ("misi",),
    "j:tujuan": ("tujuan",),
    "j:sasaran": ("sasaran",),
    "j:strategi": ("strategi",),
    "j:program": ("program", "nama program"),
    "j:kegiatan": ("kegiatan", "nama kegiatan"),
    "j:sub_kegiatan": ("sub kegiatan", "subkegiatan", "nama sub kegiatan"),
}  # fmt: skip
_SEBUTAN = {nama: kunci for kunci, semua in _NAMA.items() for nama in semua}
_TAHUN = re.compile(
    r"(?:target )?(?:tahun )?(?:ke \d+ )?(\d{4})(?: (k|target|target kinerja|rp|pagu|pagu indikatif|anggaran))?(?: rp)?"
)
_RUPIAH = frozenset({"rp", "pagu", "pagu indikatif", "anggaran"})


@dataclass(frozen=True, slots=True)
class Letak:
    """A matrix found on a sheet: its last title row and which column is which."""

    lembar: Lembar
    akhir_judul: int
    kolom: dict[str, int]
    ekspor: str = ""


def find_matriks(buku: Buku, dokumen: Dokumen) -> Letak:
    """The sheet and columns of the matrix; raises BerkasTakTerpakai that names what is missing."""
    terbaik: Letak | None = None
    for lembar in buku.lembar:
        if lembar.nama != TANDA:
            calon = _best(lembar)
            if calon is not None and (terbaik is None or len(calon.kolom) > len(terbaik.kolom)):
                terbaik = calon
    if terbaik is None:
        raise BerkasTakTerpakai(
            f"Berkas {buku.nama} tidak memuat matriks rencana. Perlu kolom tingkat (Tujuan, Sasaran, Program) atau "
            f"Jenis dan Uraian, lalu Indikator; lihat lembar {LEMBAR} dari tombol Excel dokumen ini."
        )
    tahun = {int(k.partition(":")[2]) for k in terbaik.kolom if k.startswith(("t:", "rp:"))}
    if luar := sorted(t for t in tahun if not dokumen.tahun_mulai <= t <= dokumen.tahun_selesai):
        raise BerkasTakTerpakai(
            f"Berkas {buku.nama} memuat tahun {', '.join(map(str, luar))}, di luar periode {dokumen.nama} "
            f"({dokumen.tahun_mulai}-{dokumen.tahun_selesai}). Hapus kolom tahun itu.",
            lembar=terbaik.lembar.nama,
        )
    return Letak(terbaik.lembar, terbaik.akhir_judul, terbaik.kolom, _mark(buku))


def _mark(buku: Buku) -> str:
    """The id of the export this file began as; empty when it was never exported here."""
    for lembar in buku.lembar:
        if lembar.nama == TANDA and lembar.at(0, 0) == "ekspor":
            return str(lembar.at(0, 1))
    return ""


def _best(lembar: Lembar) -> Letak | None:
    hasil: Letak | None = None
    for atas in range(min(BARIS_CARI, len(lembar.baris))):
        for tinggi in (1, 2, 3):
            kolom = _match(lembar, atas, tinggi)
            berisi = any(k.startswith("j:") for k in kolom) or {"jenis", "uraian"} <= kolom.keys()
            cukup = berisi and ("indikator" in kolom or "kode" in kolom)
            if cukup and (hasil is None or len(kolom) > len(hasil.kolom)):
                hasil = Letak(lembar, atas + tinggi - 1, kolom)
    return hasil


def _match(lembar: Lembar, atas: int, tinggi: int) -> dict[str, int]:
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
        kunci = next((c for mulai in range(len(rangkai)) if (c := _key(rangkai[mulai:]))), "")
        if kunci:
            kolom.setdefault(kunci, k)
    return kolom


def _text(lembar: Lembar, baris: int, kolom: int) -> str:
    isi = lembar.at(baris, kolom)
    return normalise_heading(isi if isinstance(isi, str) else f"{isi:f}")


def _key(judul: list[str]) -> str:
    teks = " ".join(satu for satu in judul if satu)
    if teks in _SEBUTAN:
        return _SEBUTAN[teks]
    cocok = _TAHUN.fullmatch(teks)
    if cocok is None:
        return ""
    return f"rp:{cocok[1]}" if cocok[2] in _RUPIAH or teks.endswith(" rp") else f"t:{cocok[1]}"


JENIS_TERBACA = {normalise_heading(str(satu.label)): satu for satu in JenisSimpul} | {
    normalise_heading(satu.value): satu for satu in JenisSimpul
}
