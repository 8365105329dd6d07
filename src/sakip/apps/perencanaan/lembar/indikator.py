"""Which indicator a row of the file means: the one of its key, one of the same name, or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from sakip.apps.datakinerja.services import kunci_satuan
from sakip.apps.perencanaan.lembar.bahan import Bahan, Entri, plain
from sakip.apps.perencanaan.lembar.baris import BarisBerkas, Catatan
from sakip.apps.perencanaan.lembar.tabel import pecah_indikator
from sakip.platform.lembar.pesan import Tingkat

#: A name this close to that of its key is the same indicator, written a little differently.
MIRIP = 85
SEMENTARA = "+"


@dataclass(frozen=True, slots=True)
class Dirujuk:
    """An indicator a row names; a new one has a provisional code until it is made."""

    kode: str
    nama: str
    satuan: str

    @property
    def baru(self) -> bool:
        return self.kode.startswith(SEMENTARA)


def resolve_indikator(b: BarisBerkas, simpul: str, bahan: Bahan, catatan: Catatan) -> Dirujuk | None:
    """None when it cannot be told; `catatan` then says why."""
    nama = b.at("indikator")
    return _by_key(b, bahan, catatan) or _by_name(b, nama, simpul, bahan, catatan)


def _by_key(b: BarisBerkas, bahan: Bahan, catatan: Catatan) -> Dirujuk | None:
    kunci, nama = b.at("kunci_i"), b.at("indikator")
    sumber = [isi for isi in (bahan.sistem.get(kunci), (bahan.ekspor or {}).get(kunci)) if isi]
    if not kunci or not sumber:
        return None
    resmi = sumber[0]["nama"]
    if plain(nama) not in {plain(isi["nama"]) for isi in sumber}:
        if fuzz.ratio(plain(nama), plain(resmi)) < MIRIP:
            return None
        pesan = (
            f'Kata-kata indikator diubah di kamus, tidak lewat berkas ini; tetap dibaca sebagai "{resmi}".'
        )
        catatan.add(b.nomor, "indikator", pesan, Tingkat.PERINGATAN)
    satuan = b.at("satuan")
    if satuan and all(kunci_satuan(satuan) != kunci_satuan(isi["satuan"]) for isi in sumber):
        pesan = f"Satuan diubah di kamus indikator, tidak lewat berkas ini; tetap {sumber[0]['satuan'] or 'kosong'}."
        catatan.add(b.nomor, "satuan", pesan, Tingkat.PERINGATAN)
    return Dirujuk(pecah_indikator(kunci)[1], resmi, sumber[0]["satuan"])


def _by_name(b: BarisBerkas, nama: str, simpul: str, bahan: Bahan, catatan: Catatan) -> Dirujuk | None:
    awalan = f"I:{simpul.removeprefix('S:')}|"
    for kunci, isi in bahan.sistem.items():
        if kunci.startswith(awalan) and plain(isi["nama"]) == plain(nama):
            return Dirujuk(pecah_indikator(kunci)[1], isi["nama"], isi["satuan"])
    calon: Sequence[Entri] = bahan.kamus.get(plain(nama), ())
    satuan = b.at("satuan")
    if satuan:
        cocok = [satu for satu in calon if kunci_satuan(satu.satuan) == kunci_satuan(satuan)]
        if calon and not cocok:
            pesan = (
                f'Indikator bernama sama sudah ada di kamus dengan satuan "{calon[0].satuan}". Samakan satuannya, atau '
                "bedakan namanya bila memang indikator lain."
            )
            catatan.add(b.nomor, "satuan", pesan)
            return None
        calon = cocok
    if len(calon) > 1:
        kode = ", ".join(satu.kode for satu in calon)
        catatan.add(
            b.nomor, "indikator", f"Nama ini milik beberapa indikator di kamus ({kode}). Bedakan namanya."
        )
        return None
    if calon:
        pesan = f"Ditautkan ke indikator {calon[0].kode} di kamus, yang namanya sama."
        catatan.add(b.nomor, "indikator", pesan, Tingkat.INFO)
        return Dirujuk(calon[0].kode, calon[0].nama, calon[0].satuan)
    return _new(b, nama, satuan, catatan)


def _new(b: BarisBerkas, nama: str, satuan: str, catatan: Catatan) -> Dirujuk | None:
    if not satuan or len(nama) > 600:
        pesan = "Nama indikator lebih dari 600 huruf." if satuan else "Indikator baru perlu satuan."
        catatan.add(b.nomor, "indikator" if satuan else "satuan", pesan)
        return None
    pesan = f"Indikator baru dengan satuan {satuan} akan dibuat di kamus."
    catatan.add(b.nomor, "indikator", pesan, Tingkat.INFO)
    return Dirujuk(f"{SEMENTARA}{plain(nama)}", nama, satuan)
