"""Reading a list of the nomenclature in the form of the decree's annex, or with one column of codes."""

from dataclasses import dataclass
from decimal import Decimal

from sakip.apps.perencanaan.services.nomenklatur import BarisButir, KodeNomenklaturSalah, kode_baku
from sakip.platform.lembar.baca import Sel, read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan, Tingkat
from sakip.platform.lembar.uraian import Baris, Kolom, UraianLembar, find_table

_ISI = (
    Kolom(
        "nama",
        "Nomenklatur urusan kabupaten/kota",
        ("nomenklatur", "nama", "uraian", "nomenklatur urusan provinsi", "nomenklatur urusan"),
        wajib=True,
    ),
    Kolom("kinerja", "Kinerja"),
    Kolom("indikator", "Indikator"),
    Kolom("satuan", "Satuan"),
)
SATU = UraianLembar("Nomenklatur", (Kolom("kode", "Kode", ("kode nomenklatur",), wajib=True), *_ISI))
TERBAGI = UraianLembar(
    "Nomenklatur",
    (
        Kolom("urusan", "Kode urusan", ("urusan", "u"), wajib=True),
        Kolom("bidang", "Kode bidang urusan", ("bidang urusan", "bidang", "bb"), wajib=True),
        Kolom("program", "Kode program", ("program", "pp"), wajib=True),
        Kolom("tingkat", "Kode tingkat", ("g",)),
        Kolom("kegiatan", "Kode kegiatan", ("kegiatan", "kk", "kode kewenangan kegiatan"), wajib=True),
        Kolom("sub", "Kode sub kegiatan", ("sub kegiatan", "subkegiatan", "ssss"), wajib=True),
        *_ISI,
    ),
)


@dataclass(frozen=True, slots=True)
class BacaanNomenklatur:
    """The entries of a file, and what was wrong with it by sheet and cell."""

    baris: tuple[BarisButir, ...]
    pesan: tuple[Pesan, ...]

    @property
    def bersih(self) -> bool:
        return not any(satu.tingkat is Tingkat.GALAT for satu in self.pesan)


def read_nomenklatur(isi: bytes, nama: str) -> BacaanNomenklatur:
    """Every sheet with a heading that is recognised; raises BerkasTakTerpakai when there is none."""
    pesan: list[Pesan] = []
    hasil: dict[str, BarisButir] = {}
    ketemu = False
    for lembar in read_buku(isi, nama).lembar:
        tabel = find_table(lembar, TERBAGI) or find_table(lembar, SATU)
        if tabel is None:
            continue
        ketemu = True
        for baris in tabel.baris():
            _read_row(baris, lembar.nama, hasil, pesan)
    if not ketemu:
        raise BerkasTakTerpakai(
            f"Berkas {nama} tidak memuat tabel nomenklatur. Yang dicari: kolom kode (satu kolom, atau Urusan, "
            "Bidang urusan, Program, Kegiatan, Sub kegiatan) dan kolom Nomenklatur."
        )
    return BacaanNomenklatur(tuple(hasil.values()), tuple(pesan))


def _read_row(baris: Baris, lembar: str, hasil: dict[str, BarisButir], pesan: list[Pesan]) -> None:
    kode, nama = _kode(baris), baris.teks("nama")
    if not kode or (not nama and not any(c.isdigit() for c in kode)):
        return
    kunci = "kode" if "kode" in baris.tabel.letak else "urusan"
    try:
        baku = kode_baku(kode)
    except KodeNomenklaturSalah as galat:
        pesan.append(Pesan(lembar, baris.sel(kunci), Tingkat.GALAT, str(galat)))
        return
    if not nama:
        teks = f"Kode {kode} tidak punya nama. Isi kolom nomenklatur."
        pesan.append(Pesan(lembar, baris.sel("nama"), Tingkat.GALAT, teks))
        return
    lama = hasil.get(baku)
    if lama is not None:
        sama = lama.nama.casefold() == nama.casefold()
        teks = f"Kode {kode} tercantum lebih dari sekali" + (
            " dengan nama yang sama; dibaca sekali." if sama else f': "{lama.nama}" dan "{nama}". Pilih satu.'
        )
        tingkat = Tingkat.PERINGATAN if sama else Tingkat.GALAT
        pesan.append(Pesan(lembar, baris.sel(kunci), tingkat, teks))
        return
    hasil[baku] = BarisButir(
        kode, nama[:500], baris.teks("kinerja"), baris.teks("indikator"), baris.teks("satuan")[:120]
    )


def _kode(baris: Baris) -> str:
    if "kode" in baris.tabel.letak:
        return _digits(baris.isi("kode"), 1)
    bagian = [
        _digits(baris.isi("urusan"), 1),
        _digits(baris.isi("bidang"), 2),
        _digits(baris.isi("program"), 2),
        _digits(baris.isi("tingkat"), 1),
        _digits(baris.isi("kegiatan"), 2),
        _digits(baris.isi("sub"), 2),
    ]
    return ".".join(satu for satu in bagian if satu)


def _digits(sel: Sel, lebar: int) -> str:
    """A code part; a spreadsheet drops the zeros of 01 and of 2.10 when it holds them as numbers."""
    if not isinstance(sel, Decimal):
        return "".join(sel.split()).strip(".")
    if sel == sel.to_integral_value():
        return f"{sel:f}".partition(".")[0].zfill(lebar) if lebar > 1 and sel >= 0 else f"{sel:f}"
    return f"{sel:.2f}"
