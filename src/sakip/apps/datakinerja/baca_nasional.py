"""Reading the national list of development indicators from a workbook or a CSV."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.platform.lembar.baca import Sel, read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan, Tingkat
from sakip.platform.lembar.uraian import Baris, Kolom, UraianLembar, find_table, is_error

#: How long a field may be; a longer one is a mistake of columns, so it is refused rather than cut.
PANJANG = {"kode": 40, "nama": 600, "satuan": 120}
URAIAN = UraianLembar(
    "Kode indikator nasional",
    (
        Kolom("kode", "Kode", ("kode indikator", "kode nasional", "kode indikator nasional"), wajib=True),
        Kolom("nama", "Indikator", ("nama indikator", "indikator pembangunan", "uraian"), wajib=True),
        Kolom("satuan", "Satuan", ("satuan ukuran", "unit satuan")),
        Kolom("definisi", "Definisi", ("definisi operasional", "pengertian", "konsep dan definisi")),
    ),
)


@dataclass(frozen=True, slots=True)
class BarisNasional:
    """One entry as it was printed."""

    kode: str
    nama: str
    satuan: str = ""
    definisi: str = ""


@dataclass(frozen=True, slots=True)
class BacaanNasional:
    """The entries of a file, and what was wrong with it by sheet and cell."""

    baris: tuple[BarisNasional, ...]
    pesan: tuple[Pesan, ...]

    @property
    def bersih(self) -> bool:
        return not any(satu.tingkat is Tingkat.GALAT for satu in self.pesan)


def read_kode_nasional(isi: bytes, nama: str) -> BacaanNasional:
    """Every sheet whose heading is recognised; raises BerkasTakTerpakai when there is none."""
    pesan: list[Pesan] = []
    hasil: dict[str, BarisNasional] = {}
    ketemu = False
    for lembar in read_buku(isi, nama).lembar:
        tabel = find_table(lembar, URAIAN)
        if tabel is None:
            continue
        ketemu = True
        for baris in tabel.baris():
            _read_row(baris, lembar.nama, hasil, pesan)
        pesan += tabel.pesan
    if not ketemu:
        teks = _(
            "Berkas %(nama)s tidak memuat daftar indikator nasional. Yang dicari: kolom Kode dan kolom Indikator "
            "atau Nama; kolom Satuan dan Definisi boleh tidak ada."
        )
        raise BerkasTakTerpakai(teks % {"nama": nama})
    if not hasil and not pesan:
        raise BerkasTakTerpakai(
            _("Daftar pada berkas %(nama)s belum berisi satu baris pun.") % {"nama": nama}
        )
    return BacaanNasional(tuple(hasil.values()), tuple(pesan))


def _read_row(baris: Baris, lembar: str, hasil: dict[str, BarisNasional], pesan: list[Pesan]) -> None:
    isi = {bidang: baris.teks(bidang) for bidang in ("nama", "satuan", "definisi")}
    isi["kode"] = _kode(baris.isi("kode"))
    if salah := _wrong(isi):
        bidang, teks = salah
        pesan.append(Pesan(lembar, baris.sel(bidang), Tingkat.GALAT, teks))
        return
    satu = BarisNasional(**isi)
    lama = hasil.setdefault(satu.kode.casefold(), satu)
    if lama is satu:
        return
    sama = lama.nama.casefold() == satu.nama.casefold()
    teks = (
        _("Kode %(kode)s tercantum lagi dengan nama yang sama; dibaca sekali.")
        if sama
        else _("Kode %(kode)s tercantum dua kali dengan nama berbeda: “%(a)s” dan “%(b)s”. Pilih satu.")
    ) % {"kode": satu.kode, "a": lama.nama, "b": satu.nama}
    tingkat = Tingkat.PERINGATAN if sama else Tingkat.GALAT
    pesan.append(Pesan(lembar, baris.sel("kode"), tingkat, teks))


def _wrong(isi: dict[str, str]) -> tuple[str, str] | None:
    """The first field that cannot be taken, and why."""
    for bidang, teks in isi.items():
        if is_error(teks):
            return bidang, _("Sel ini menampilkan galat rumus %(galat)s. Perbaiki rumusnya.") % {
                "galat": teks
            }
    if not isi["kode"]:
        return "kode", _("Baris ini tidak punya kode. Isi kodenya, atau kosongkan barisnya.")
    if not isi["nama"]:
        return "nama", _("Kode %(kode)s tidak punya nama indikator.") % {"kode": isi["kode"]}
    for bidang, batas in PANJANG.items():
        if len(isi[bidang]) > batas:
            teks = _("Isi sel ini %(n)s huruf, melebihi batas %(batas)s.")
            return bidang, teks % {"n": len(isi[bidang]), "batas": batas}
    return None


def _kode(sel: Sel) -> str:
    return f"{sel:f}" if isinstance(sel, Decimal) else " ".join(sel.split())
