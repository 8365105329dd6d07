"""Take a printed cell apart: what kind of value it is and where its numerals stand.

Nothing is decided here about dots and commas; that needs the whole column (`pemisah`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from kinerja.nilai import kosakata
from kinerja.nilai.jenis import JenisNilai
from kinerja.nilai.pemisah import Numeral
from kinerja.nilai.rapikan import rapikan

ANGKA = (
    "(?:[0-9]{1,3}(?:[' \u00a0][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|(?<![^\s(\-+])[.,][0-9]+)"
)
_RP = f"(?i:{kosakata.RUPIAH_AWAL}\\s*)?"

# Longer cells are prose; the patterns below are meant for values.
PANJANG_SEL = 300

SEBAB_DUA_NILAI = "lebih dari satu nilai dalam satu sel; yang pertama diambil"
SEBAB_UNGKAPAN = "ungkapan yang bergantung pada bilangan lain, bukan sebuah angka"
SEBAB_DALAM_TEKS = "angka berada di dalam kalimat"
SEBAB_TANDA = "tanda minus terpisah atau tidak lazim"
SEBAB_KURUNG = "angka kecil dalam kurung: dapat berarti negatif atau nomor"
SEBAB_SISA = "ada tanda yang tidak dikenal di belakang angka"
SEBAB_SKALA = "satu huruf di belakang angka: dapat berarti satuan atau miliar/triliun"
SEBAB_PERIODE = "tampak seperti tanggal atau periode"
SEBAB_TERBALIK = "batas bawah rentang lebih besar daripada batas atas"
SEBAB_RASIO = "perbandingan yang tidak dimulai dengan 1"
SEBAB_NIHIL = "dapat berarti nol atau tidak ada laporan"
SEBAB_EKSPONEN = "notasi ilmiah: angka di belakangnya mungkin terpotong"
SEBAB_PREDIKAT_ANGKA = "predikat dan angka dalam satu sel"


@dataclass(frozen=True, slots=True)
class Uraian:
    """The parts of one cell, separators still undecided."""

    jenis: JenisNilai
    utama: Numeral | None = None
    bawah: Numeral | None = None
    pembanding: str | None = None
    pengali: Decimal | None = None
    eksponen: int = 0
    sebab: str | None = None

    @property
    def numerals(self) -> list[Numeral]:
        """The numerals that testify about the separators of the column.

        >>> [n.teks for n in uraikan("5,5-6,25%").numerals]
        ['5,5', '6,25']
        """
        return [n for n in (self.bawah, self.utama) if n is not None and not n.berskala]


# Most cells are nothing but a number.
_POLOS = re.compile(r"(?P<tanda>-)?(?P<n>[0-9]+(?:[.,][0-9]+)*)(?P<persen>%)?")


@lru_cache(maxsize=8192)
def uraikan(teks: str | None) -> Uraian:
    """Take one cell apart.

    >>> uraikan("1:400").utama.teks
    '400'
    >>> uraikan("#REF!").jenis.value, uraikan("n.a").jenis.value, uraikan(" - ").jenis.value
    ('galat', 'tidak_berlaku', 'kosong')
    """
    polos = _POLOS.fullmatch(teks or "")
    if polos is not None and not _TANGGAL.fullmatch(polos[0]) and len(polos[0]) <= PANJANG_SEL:
        persen = polos["persen"] is not None
        numeral = Numeral(polos["n"], negatif=polos["tanda"] is not None, persen=persen)
        return Uraian(JenisNilai.PERSEN if persen else JenisNilai.ANGKA, numeral)
    rapi = rapikan(teks or "")
    if len(rapi) > PANJANG_SEL:
        return Uraian(JenisNilai.TEKS, sebab=SEBAB_DALAM_TEKS if re.search("[0-9]", rapi) else None)
    tanpa_angka = _without_number(rapi)
    if tanpa_angka is not None:
        return tanpa_angka
    for baca in (_tanggal, _laju, _rasio, _rentang, _ambang, _bilangan):
        hasil = baca(rapi)
        if hasil is not None:
            return hasil
    return _kata(rapi)


def _without_number(t: str) -> Uraian | None:
    if not t or kosakata.TANPA_ISI.fullmatch(t) or kosakata.BELUM_ADA.fullmatch(t):
        return Uraian(JenisNilai.KOSONG)
    if kosakata.GALAT.fullmatch(t):
        return Uraian(JenisNilai.GALAT, sebab=f"sel berisi galat {t}")
    if kosakata.TIDAK_BERLAKU.fullmatch(t):
        return Uraian(JenisNilai.TIDAK_BERLAKU)
    if kosakata.NIHIL.fullmatch(t):
        return Uraian(JenisNilai.TEKS, sebab=SEBAB_NIHIL)
    return None


_TANGGAL = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{2,4}|[0-9]{2}[:.][0-9]{2}\s*(?:WIB|WITA|WIT)")
_JAM = re.compile(r"(?:0[0-9]|1[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")
_PERIODE = re.compile(r"(?:19|20)[0-9]{2}\s*(?:-|/|s\.?[./]?d\.?)\s*(?:19|20)[0-9]{2}")


def _tanggal(t: str) -> Uraian | None:
    if _TANGGAL.fullmatch(t) or _JAM.fullmatch(t) or _PERIODE.fullmatch(t):
        return Uraian(JenisNilai.TEKS, sebab=SEBAB_PERIODE)
    return None


_LAJU = re.compile(
    rf"(?P<tanda>-)?(?P<n>{ANGKA})\s*%?\s*(?:/|\bper\b)\s*"
    r"(?:10{0,2}(?:[.,]?000)+|100|10{0,2}\s*(?:ribu|juta)|seribu|sejuta)\b(?P<sisa>[^0-9]*)",
    re.IGNORECASE,
)
_LAJU_PERMIL = re.compile(
    rf"(?P<tanda>-)?(?P<n>{ANGKA}){kosakata.PERMIL.pattern}(?P<sisa>[^0-9]*)", re.IGNORECASE
)
_RASIO = re.compile(rf"(?P<a>{ANGKA})\s*(?::|banding)\s*(?P<b>{ANGKA})(?P<sisa>[^0-9:]*)", re.IGNORECASE)
_PECAHAN = re.compile(rf"(?P<n>{ANGKA})\s*/\s*{ANGKA}[^0-9/]*")


def _laju(t: str) -> Uraian | None:
    m = _LAJU.fullmatch(t) or _LAJU_PERMIL.fullmatch(t)
    if m is None:
        return None
    return Uraian(JenisNilai.LAJU, Numeral(m["n"], negatif=m["tanda"] is not None))


def _rasio(t: str) -> Uraian | None:
    m = _RASIO.fullmatch(t)
    if m is not None:
        sebab = None if m["a"] == "1" else SEBAB_RASIO
        return Uraian(JenisNilai.RASIO, Numeral(m["b"]), sebab=sebab)
    m = _PECAHAN.fullmatch(t)
    if m is not None:
        return Uraian(JenisNilai.RASIO, Numeral(m["n"]), sebab=SEBAB_DUA_NILAI)
    return None


_SATUAN = r"(?P<satuan>\s*%|\s*[^\W\d]+(?:\s*\(?%\)?)?)?"
_RENTANG = re.compile(
    rf"(?P<antara>(?i:antara)\s+)?{_RP}(?P<t1>-)?(?P<n1>{ANGKA}){_SATUAN}\s*"
    r"(?P<hubung>-|\bs\s?[./]?\s?d\b\.?|S[./]D\.?|sampai(?:\s+dengan)?|hingga|(?i:dan))\s*"
    rf"{_RP}(?P<t2>-)?(?P<n2>{ANGKA})(?P<sisa>[^0-9]*)"
)


def _rentang(t: str) -> Uraian | None:
    m = _RENTANG.fullmatch(t)
    if m is None or (m["hubung"].lower() == "dan" and m["antara"] is None):
        return None
    if m["satuan"] and kosakata.KATA_SKALA.fullmatch(m["satuan"]):
        return None
    skala = kosakata.KATA_SKALA.match(m["sisa"])
    persen = "%" in t or kosakata.PERSEN.match(m["sisa"]) is not None
    ciri = Numeral("", berskala=skala is not None, persen=persen, bulat=_counted(m["sisa"]))
    return Uraian(
        JenisNilai.RENTANG,
        utama=replace(ciri, teks=m["n2"], negatif=m["t2"] is not None),
        bawah=replace(ciri, teks=m["n1"], negatif=m["t1"] is not None),
        pengali=kosakata.SKALA[skala[1].lower()] if skala else None,
    )


def _ambang(t: str) -> Uraian | None:
    for pola, pembanding in kosakata.PEMBANDING:
        m = pola.search(t)
        if m is None or re.search("[0-9]", t[: m.start()]):
            continue
        batas = _bilangan(t[m.end() :].strip()) if re.search("[0-9]", t[m.end() :]) else None
        if batas is None:
            # "< inflasi nasional": a threshold whose number stands elsewhere.
            bersimbol = re.search("[<>]", m[0]) is not None
            return Uraian(JenisNilai.AMBANG, pembanding=pembanding) if bersimbol else None
        sebab = batas.sebab or (SEBAB_DALAM_TEKS if t[: m.start()].strip() else None)
        return replace(batas, jenis=JenisNilai.AMBANG, pembanding=pembanding, sebab=sebab)
    return None


_BILANGAN = re.compile(rf"(?P<awal>[^0-9]*?)(?P<n>{ANGKA})(?P<akhir>.*)", re.DOTALL)
_AWAL = re.compile(
    rf"(?P<netral>(?:{kosakata.SEBUTAN_NETRAL.pattern})\s*)?(?P<k1>\()?\s*(?P<t1>[-+])?(?P<s1>\s*)"
    rf"(?P<rp>{kosakata.RUPIAH_AWAL})?\s*(?P<k2>\()?\s*(?P<t2>[-+])?(?P<s2>\s*)",
    re.IGNORECASE,
)
_EKSPONEN = re.compile(r"[eE](?P<pangkat>[-+]?[0-9]{1,2})\b")
_KURUNG_TUTUP = re.compile(r"\s*\)")
_KOMA_STRIP = re.compile(r"\s?[.,]\s?[-=]+(?![0-9])")


def _bilangan(t: str) -> Uraian | None:
    m = _BILANGAN.fullmatch(t)
    if m is None:
        return None
    awal = _AWAL.fullmatch(m["awal"])
    if awal is None:
        return _behind_words(t, m)
    akhir = _read_tail(m["akhir"], rupiah=awal["rp"] is not None)
    kurung = bool(awal["k1"] or awal["k2"])
    tanda = "-" in (awal["t1"], awal["t2"])
    numeral = Numeral(
        m["n"],
        negatif=tanda or kurung,
        berskala=akhir.pengali is not None or akhir.sebab == SEBAB_SKALA,
        persen=akhir.jenis is JenisNilai.PERSEN,
        bulat=akhir.bulat,
    )
    if akhir.jenis is JenisNilai.TEKS:
        return Uraian(JenisNilai.TEKS, sebab=akhir.sebab)
    return Uraian(
        akhir.jenis,
        numeral,
        pembanding=akhir.pembanding,
        pengali=akhir.pengali,
        eksponen=akhir.eksponen,
        sebab=_sign_doubt(awal, numeral, akhir, kurung=kurung, tanda=tanda) or akhir.sebab,
    )


def _sign_doubt(
    awal: re.Match[str], numeral: Numeral, akhir: _Akhir, *, kurung: bool, tanda: bool
) -> str | None:
    if kurung != akhir.kurung_tutup or (kurung and tanda):
        return SEBAB_SISA
    if kurung and numeral.teks.isdigit() and len(numeral.teks) < 3:
        return SEBAB_KURUNG
    # "-7,20" is negative; "- 7,20" may be an item of a list.
    terpisah = (awal["t1"] == "-" and awal["s1"] and not awal["rp"]) or (awal["t2"] == "-" and awal["s2"])
    return SEBAB_TANDA if terpisah else None


@dataclass(frozen=True, slots=True)
class _Akhir:
    """What follows a numeral."""

    jenis: JenisNilai
    pengali: Decimal | None = None
    eksponen: int = 0
    kurung_tutup: bool = False
    bulat: bool = False
    pembanding: str | None = None
    sebab: str | None = None


def _read_tail(sisa: str, *, rupiah: bool) -> _Akhir:
    jenis, sebab, pengali, eksponen = JenisNilai.ANGKA, None, None, 0
    kurung_tutup, sisa = _cut(_KURUNG_TUTUP, sisa.lstrip("*"))
    # "1.250,-" is money written in whole rupiah.
    strip, sisa = _cut(_KOMA_STRIP, sisa)
    ilmiah, sisa = _cut(_EKSPONEN, sisa)
    if ilmiah is not None:
        eksponen, sebab = int(ilmiah["pangkat"]), SEBAB_EKSPONEN
    pengali, huruf, sisa = _read_scale(sisa, rupiah=rupiah or bool(re.search("rupiah", sisa, re.IGNORECASE)))
    sebab = sebab or huruf
    persen, sisa = _cut(kosakata.PERSEN, sisa)
    if persen is not None:
        jenis = JenisNilai.PERSEN
        if kosakata.BAGIAN_DARI.match(sisa) and not re.search("[0-9]", sisa):
            return _Akhir(JenisNilai.TEKS, sebab=SEBAB_UNGKAPAN)
    elif rupiah or kosakata.RUPIAH_AKHIR.match(sisa):
        jenis = JenisNilai.RUPIAH
    if kurung_tutup is None:
        kurung_tutup, sisa = _cut(_KURUNG_TUTUP, sisa)
    pembanding = next((p for pola, p in kosakata.PEMBANDING_AKHIR if pola.search(sisa)), None)
    return _Akhir(
        JenisNilai.AMBANG if pembanding else jenis,
        pengali,
        eksponen,
        kurung_tutup is not None,
        jenis is JenisNilai.RUPIAH or strip is not None or _counted(sisa),
        pembanding,
        sebab or _leftover_doubt(sisa),
    )


def _cut(pola: re.Pattern[str], teks: str) -> tuple[re.Match[str] | None, str]:
    m = pola.match(teks)
    return m, teks if m is None else teks[m.end() :]


def _read_scale(sisa: str, *, rupiah: bool) -> tuple[Decimal | None, str | None, str]:
    kata, sisa = _cut(kosakata.KATA_SKALA, sisa)
    if kata is not None:
        return kosakata.SKALA[kata[1].lower()], None, sisa
    huruf, sisa = _cut(kosakata.HURUF_SKALA, sisa)
    if huruf is not None:
        return kosakata.SKALA_SINGKAT[huruf[1]], None if rupiah else SEBAB_SKALA, sisa
    return None, None, sisa


_SISA_ANEH = re.compile(r"[?^=<>]|^[.,:;]+\s*[^\s.]|^\s*[-+]|^,\s*$")


def _leftover_doubt(sisa: str) -> str | None:
    bersih = kosakata.BUKAN_NILAI.sub("", sisa)
    if re.search("[0-9]", bersih):
        return SEBAB_DUA_NILAI
    if (
        _SISA_ANEH.search(bersih)
        or any(c.isnumeric() for c in bersih)
        or bersih.count("(") != bersih.count(")")
    ):
        return SEBAB_SISA
    return None


def _counted(sisa: str) -> bool:
    return kosakata.HITUNGAN.match(sisa) is not None


def _behind_words(t: str, m: re.Match[str]) -> Uraian:
    """A number after words: "Level 3", "UTTP : 6.831.222 buah", or a sentence that mentions one."""
    kata = m["awal"].strip().rstrip(":").strip()
    inti = _bilangan(m["n"] + m["akhir"])
    if inti is None or inti.utama is None:
        return Uraian(JenisNilai.TEKS, sebab=SEBAB_DALAM_TEKS)
    if kosakata.SEBUTAN_TINGKAT.fullmatch(kata):
        return replace(inti, jenis=JenisNilai.ORDINAL)
    predikat = _grade(kata.rstrip("(").strip())
    if predikat is not None:
        return Uraian(JenisNilai.ORDINAL, inti.utama, sebab=SEBAB_PREDIKAT_ANGKA)
    if len(kata.split()) <= 2:
        return replace(inti, sebab=inti.sebab or SEBAB_DALAM_TEKS)
    return Uraian(JenisNilai.TEKS, sebab=SEBAB_DALAM_TEKS)


def _kata(t: str) -> Uraian:
    # "½" is a number that is not written in digits.
    pecahan = any(c.isnumeric() for c in t)
    return _grade(t) or Uraian(JenisNilai.TEKS, sebab=SEBAB_DALAM_TEKS if pecahan else None)


def _grade(t: str) -> Uraian | None:
    inti = re.sub(r"\s*\([^()0-9]*\)$", "", kosakata.SEBUTAN_PREDIKAT.sub("", t, count=1)).strip()
    if kosakata.PREDIKAT.fullmatch(inti) or kosakata.PREDIKAT_KATA.fullmatch(inti):
        return Uraian(JenisNilai.ORDINAL)
    return None
