"""Up the tree: indikator -> sasaran -> unit -> instansi. What is missing is left out and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kinerja.agregasi.rerata import BobotTidakSah, GeometrikNegatif, geometric_mean, mean
from kinerja.capaian.hasil import HasilCapaian
from kinerja.capaian.penjelasan import format_panjang
from kinerja.capaian.skala import Kategori, load_skala
from kinerja.pembulatan import Pembulatan, round_value, to_text


class CaraAgregasi(StrEnum):
    """Mean of means and flat mean differ; a document must say which it used."""

    BERJENJANG = "berjenjang"
    DATAR = "datar"
    GEOMETRIK = "geometrik"

    @property
    def sebutan(self) -> str:
        """The rule in words.

        >>> CaraAgregasi.DATAR.sebutan
        'rata-rata seluruh indikator'
        """
        return _SEBUTAN[self]


_SEBUTAN = {
    CaraAgregasi.BERJENJANG: "rata-rata berjenjang",
    CaraAgregasi.DATAR: "rata-rata seluruh indikator",
    CaraAgregasi.GEOMETRIK: "rata-rata geometrik berjenjang",
}
_SUMBER = {
    CaraAgregasi.BERJENJANG: "praktik LKjIP (22 dari 25 rekapitulasi tercetak yang diperiksa)",
    CaraAgregasi.DATAR: "pilihan instansi",
    CaraAgregasi.GEOMETRIK: "PMK 214/2017 dan PMK 22/2021, lampiran",
}


@dataclass(frozen=True, slots=True)
class Simpul:
    """A node to roll up: a leaf carries a capaian (capped before averaging), a branch carries children.

    `bobot` is the weight among its siblings: all of them have one, or none has.
    """

    kode: str
    nama: str
    tingkat: str = "indikator"
    capaian: HasilCapaian | Decimal | None = None
    anak: tuple[Simpul, ...] = ()
    bobot: Decimal | None = None

    @property
    def daun(self) -> bool:
        """Whether this is an indicator rather than a group of them."""
        return not self.anak and self.tingkat == "indikator"


@dataclass(frozen=True, slots=True)
class Bagian:
    """One child in a mean: its value and weight, or the reason why it was left out."""

    kode: str
    nama: str
    nilai: Decimal | None
    bobot: Decimal | None = None
    sebab: str | None = None


@dataclass(frozen=True, slots=True)
class HasilAgregasi:
    """The value of one node, the parts that made it, and how many of how many indicators count."""

    kode: str
    nama: str
    tingkat: str
    cara: CaraAgregasi
    nilai: Decimal | None
    bagian: tuple[Bagian, ...]
    dikeluarkan: tuple[Bagian, ...]
    n_dihitung: int
    n_wajib: int
    anak: tuple[HasilAgregasi, ...] = ()
    sebab: str | None = None
    tanda: tuple[str, ...] = ()
    desimal: int = 2
    pembulatan: Pembulatan = Pembulatan.SETENGAH_KE_ATAS
    skala_id: str | None = field(default="permendagri-86-2017")

    @property
    def cetak(self) -> Decimal | None:
        """The value rounded once."""
        return None if self.nilai is None else round_value(self.nilai, self.desimal, self.pembulatan)

    @property
    def kategori(self) -> Kategori | None:
        """The band of the unrounded value."""
        if self.nilai is None or self.skala_id is None:
            return None
        return load_skala(self.skala_id).kategori_for(self.nilai)

    @property
    def sumber(self) -> str:
        """Where the rule comes from."""
        return _SUMBER[self.cara]

    @property
    def langkah(self) -> tuple[str, ...]:
        """Rule, numbers filled in, result, and what was left out."""
        baris = [self.cara.sebutan]
        if self.nilai is None:
            baris.append(f"tidak dihitung: {_SEBAB[self.sebab or 'tanpa_nilai']}")
        else:
            baris += [self._isian(), f"= {format_panjang(self.nilai)}"]
        if self.dikeluarkan:
            daftar = "; ".join(f"{b.nama} ({_SEBAB.get(b.sebab or '', b.sebab)})" for b in self.dikeluarkan)
            baris.append(f"tidak dihitung: {daftar}")
        return tuple(baris)

    def _isian(self) -> str:
        angka = [format_panjang(b.nilai) for b in self.bagian if b.nilai is not None]
        if self.cara is CaraAgregasi.GEOMETRIK:
            return f"({' × '.join(angka)}) pangkat 1/{len(angka)}"
        bobot = [format_panjang(b.bobot) for b in self.bagian if b.bobot is not None]
        if bobot:
            kali = " + ".join(f"{b} × {a}" for a, b in zip(angka, bobot, strict=True))
            return f"({kali}) ÷ ({' + '.join(bobot)})"
        return f"({' + '.join(angka)}) ÷ {len(angka)}"

    def __str__(self) -> str:
        """One Indonesian sentence."""
        n = f"{self.n_dihitung} dari {self.n_wajib} indikator dihitung"
        if self.nilai is None or self.cetak is None:
            return f"{self.nama} belum mempunyai capaian: {_SEBAB[self.sebab or 'tanpa_nilai']} ({n})."
        kategori = "" if self.kategori is None else f" ({self.kategori.nama})"
        cetak = f"{self.cetak:f}".replace(".", ",")
        langkah = " ".join(self.langkah[1:3]) + "".join(f"; {baris}" for baris in self.langkah[3:])
        return f"{self.nama} {cetak}%{kategori}, {self.cara.sebutan}, {n}: {langkah}."

    def to_dict(self) -> dict[str, object]:
        """JSON-able data, numbers as exact text, children nested."""
        return {
            "kode": self.kode,
            "nama": self.nama,
            "tingkat": self.tingkat,
            "cara": self.cara.value,
            "nilai": None if self.nilai is None else to_text(self.nilai),
            "cetak": None if self.cetak is None else f"{self.cetak:f}",
            "kategori": None if self.kategori is None else self.kategori.nama,
            "n_dihitung": self.n_dihitung,
            "n_wajib": self.n_wajib,
            "dikeluarkan": [{"kode": b.kode, "nama": b.nama, "sebab": b.sebab} for b in self.dikeluarkan],
            "sebab": self.sebab,
            "tanda": list(self.tanda),
            "langkah": list(self.langkah),
            "sumber": self.sumber,
            "penjelasan": str(self),
            "anak": [hasil.to_dict() for hasil in self.anak],
        }


_SEBAB = {
    "tanpa_nilai": "belum ada indikator yang bernilai",
    "tanpa_indikator": "tidak mempunyai indikator",
    "geometrik_negatif": "rata-rata geometrik tidak terdefinisi untuk capaian negatif",
    "bobot_nol": "jumlah bobot bagian yang bernilai adalah nol",
    "belum_dilaporkan": "belum dilaporkan",
    "target_kosong": "target belum diisi",
    "tidak_berlaku": "tidak berlaku",
    "target_nol": "target nol",
    "galat": "sel sumber berisi galat",
    "bukan_angka": "bukan angka",
}


def aggregate_pohon(
    simpul: Simpul,
    *,
    cara: CaraAgregasi = CaraAgregasi.BERJENJANG,
    desimal: int = 2,
    pembulatan: Pembulatan = Pembulatan.SETENGAH_KE_ATAS,
    skala_id: str | None = "permendagri-86-2017",
) -> HasilAgregasi:
    """The value of a branch and of every branch below it.

    Nothing is rounded between the levels. A child without a value leaves its weight too, and is
    listed; a branch whose indicators are all missing is missing, not zero. The flat mean uses the
    weights of the indicators and none of the branches'.

    >>> a, b = Simpul("1", "A", capaian=Decimal(100)), Simpul("2", "B", capaian=Decimal(50))
    >>> hasil = aggregate_pohon(Simpul("S", "Sasaran", "sasaran", anak=(a, b, Simpul("3", "C"))))
    >>> print(hasil.nilai, hasil.n_dihitung, hasil.n_wajib)
    75 2 3
    """
    if simpul.daun:
        raise ValueError(f"{simpul.nama} adalah indikator; yang dirata-rata adalah induknya.")
    anak = tuple(
        aggregate_pohon(s, cara=cara, desimal=desimal, pembulatan=pembulatan, skala_id=skala_id)
        for s in simpul.anak
        if not s.daun
    )
    cabang = {id(s): hasil for s, hasil in zip((s for s in simpul.anak if not s.daun), anak, strict=True)}
    langsung = tuple(_part(s, cabang.get(id(s))) for s in simpul.anak)
    bagian = _leaves(simpul) if cara is CaraAgregasi.DATAR else langsung
    _check_weights(simpul, bagian, cara)
    dihitung = tuple(b for b in bagian if b.nilai is not None)
    nilai, sebab = _combine(dihitung, cara)
    if not bagian:
        sebab = "tanpa_indikator"
    return HasilAgregasi(
        kode=simpul.kode,
        nama=simpul.nama,
        tingkat=simpul.tingkat,
        cara=cara,
        nilai=nilai,
        bagian=dihitung,
        dikeluarkan=tuple(b for b in bagian if b.nilai is None),
        n_dihitung=_count(simpul.anak, anak, counted=True),
        n_wajib=_count(simpul.anak, anak, counted=False),
        anak=anak,
        sebab=sebab,
        tanda=_flags(bagian, dihitung),
        desimal=desimal,
        pembulatan=pembulatan,
        skala_id=skala_id,
    )


def _part(simpul: Simpul, cabang: HasilAgregasi | None) -> Bagian:
    if cabang is not None:
        sebab = None if cabang.nilai is not None else cabang.sebab or "tanpa_nilai"
        return Bagian(simpul.kode, simpul.nama, cabang.nilai, simpul.bobot, sebab)
    capaian = simpul.capaian
    if isinstance(capaian, HasilCapaian):
        return Bagian(simpul.kode, simpul.nama, capaian.terbatas, simpul.bobot, capaian.sebab)
    sebab = "belum_dilaporkan" if capaian is None else None
    return Bagian(simpul.kode, simpul.nama, capaian, simpul.bobot, sebab)


def _leaves(simpul: Simpul) -> tuple[Bagian, ...]:
    hasil: list[Bagian] = []
    for anak in simpul.anak:
        if anak.daun:
            hasil.append(_part(anak, None))
        else:
            hasil.extend(_leaves(anak))
    return tuple(hasil)


def _check_weights(simpul: Simpul, bagian: Sequence[Bagian], cara: CaraAgregasi) -> None:
    tanpa = [b.nama for b in bagian if b.bobot is None]
    if len(tanpa) == len(bagian):
        return
    if cara is CaraAgregasi.GEOMETRIK:
        raise BobotTidakSah(f"{simpul.nama}: rata-rata geometrik PMK 214/2017 tidak memakai bobot.")
    if tanpa:
        raise BobotTidakSah(f"{simpul.nama}: bobot belum diisi untuk {', '.join(tanpa)}.")


def _combine(bagian: Sequence[Bagian], cara: CaraAgregasi) -> tuple[Decimal | None, str | None]:
    nilai = [b.nilai for b in bagian if b.nilai is not None]
    if not nilai:
        return None, "tanpa_nilai"
    if cara is CaraAgregasi.GEOMETRIK:
        try:
            return geometric_mean(nilai), None
        except GeometrikNegatif:
            return None, "geometrik_negatif"
    bobot = [b.bobot for b in bagian if b.bobot is not None]
    if not bobot:
        return mean(nilai), None
    if all(b == 0 for b in bobot):
        return None, "bobot_nol"
    return mean(nilai, bobot), None


def _count(anak: Sequence[Simpul], cabang: Sequence[HasilAgregasi], *, counted: bool) -> int:
    daun = [s for s in anak if s.daun]
    langsung = sum(_part(s, None).nilai is not None for s in daun) if counted else len(daun)
    return langsung + sum(h.n_dihitung if counted else h.n_wajib for h in cabang)


def _flags(bagian: Sequence[Bagian], dihitung: Sequence[Bagian]) -> tuple[str, ...]:
    if len(bagian) == len(dihitung):
        return ()
    berbobot = any(b.bobot is not None for b in bagian)
    return ("tidak_lengkap", "bobot_disesuaikan") if berbobot else ("tidak_lengkap",)
