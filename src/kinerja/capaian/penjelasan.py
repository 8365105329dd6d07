"""Sentences and formula lines of an achievement, in Indonesian, built on demand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.capaian import ambang, laju, maksimum, minimum, ordinal, rentang, stabil
from kinerja.capaian.aturan import NolMinB, Polaritas
from kinerja.nilai.bentuk import format_angka
from kinerja.pembulatan import Pembulatan, round_value, to_text

if TYPE_CHECKING:
    from kinerja.capaian.hasil import HasilCapaian
    from kinerja.nilai import Nilai

_TUKAR = str.maketrans(".,", ",.")

RUMUS = {
    Polaritas.MAKS: maksimum.RUMUS,
    Polaritas.MIN: minimum.RUMUS_A,
    Polaritas.MIN_B: minimum.RUMUS_B,
    Polaritas.RENTANG: rentang.RUMUS,
    Polaritas.RENTANG_BIAYA: rentang.RUMUS_BIAYA,
    Polaritas.STABIL: stabil.RUMUS,
    Polaritas.ORDINAL: ordinal.RUMUS,
    Polaritas.AMBANG: ambang.RUMUS,
    Polaritas.LAJU_TURUN: laju.RUMUS,
}

_PESAN = {
    "belum_dilaporkan": "realisasi belum dilaporkan, jadi tidak dihitung dan tidak dianggap nol",
    "target_kosong": "target belum diisi",
    "tidak_berlaku": "indikator ini tidak berlaku pada periode tersebut",
    "galat": "sel sumber berisi galat ({target} | {realisasi}); perbaiki lalu muat ulang",
    "bukan_angka": 'target "{target}" dan realisasi "{realisasi}" tidak keduanya angka; '
    "pakai polaritas ordinal untuk peringkat",
    "target_nol": "target 0 membuat persentase tidak terdefinisi (realisasi {realisasi}); tulis dengan kata",
    "realisasi_nol": "realisasi 0 sehingga target ÷ realisasi tidak terdefinisi; pakai rumus A (min)",
    "target_bukan_rentang": 'target "{target}" bukan rentang; tulis misalnya 5-6',
    "rentang_terbalik": 'batas bawah rentang "{target}" lebih besar dari batas atasnya',
    "target_bukan_ambang": 'target "{target}" bukan ambang; tulis misalnya < 5',
    "ambang_belum_berangka": 'ambang "{target}" belum berangka; ganti dengan angkanya bila sudah diketahui',
    "realisasi_tidak_pasti": 'realisasi "{realisasi}" bisa memenuhi dan bisa tidak target "{target}"; '
    "isi angkanya",
    "peringkat_tidak_dikenal": 'target "{target}" atau realisasi "{realisasi}" tidak ada di daftar peringkat',
}
_CATATAN = {
    "target_nol": "Target 0: tercapai = 100, terlampaui pada makin kecil makin baik = 0.",
    "melebihi": "Realisasi melebihi target nol.",
    "di_bawah_nol": "Realisasi di bawah target nol.",
    "realisasi_nol": "Realisasi 0 membuat target ÷ realisasi tidak terdefinisi; dipakai aturan pengganti.",
    "masukan_negatif": "Target atau realisasi negatif; periksa arti persentasenya.",
    "negatif": "Capaian negatif dipertahankan, tidak dijadikan nol.",
    "satuan_beda": "Target dan realisasi memakai kata skala yang berbeda; keduanya disamakan dahulu.",
    "dibaca_batas": "Ambang atau rentang dibaca sebagai angka batasnya.",
    "di_luar_rentang": "Realisasi di luar rentang target.",
    "peringkat_berbeda": "Peringkat berbeda dan tidak ada daftar peringkat, jadi dinilai 0.",
    "bacaan_ragu": "Pembacaan angka belum pasti; periksa target dan realisasi yang tercetak.",
}


def format_id(nilai: Decimal, desimal: int | None = None) -> str:
    """A result in Indonesian form, without idle zeros unless `desimal` asks for them.

    >>> format_id(Decimal("113889.5"), 2), format_id(Decimal("1E+3"))
    ('113.889,50', '1.000')
    """
    if desimal is None:
        desimal = len(to_text(nilai).partition(".")[2])
    return f"{nilai:,.{desimal}f}".translate(_TUKAR)


def format_panjang(nilai: Decimal) -> str:
    """A result with at most four decimals, and an ellipsis when more follow.

    >>> format_panjang(Decimal("106.3302752")), format_panjang(Decimal("87.5"))
    ('106,3302…', '87,5')
    """
    exponent = nilai.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -4:
        return format_id(nilai)
    potong = round_value(nilai, 4, Pembulatan.POTONG)
    if potong == nilai:
        return format_id(nilai)
    return f"{format_id(potong, 4)}…"


def build_kalimat(hasil: HasilCapaian) -> str:
    """The whole result in one sentence."""
    if hasil.mentah is None or hasil.terbatas is None:
        return f"Capaian tidak dihitung: {hasil.pesan}."
    kategori = hasil.kategori
    sebutan = f" ({kategori.nama})" if kategori is not None else ""
    isi = _isian(hasil)
    sama = " =" if isi.endswith("× 100") else ", dinilai"
    cetak = hasil.cetak
    ekor = _ekor(hasil, cetak)
    return f"Capaian {_cetak(hasil, cetak)}%{sebutan}: {isi}{sama} {format_panjang(hasil.mentah)}{ekor}."


def build_langkah(hasil: HasilCapaian) -> tuple[str, ...]:
    """Formula, numbers, result, cap and rounding, one line each."""
    mentah = hasil.mentah
    if mentah is None or hasil.terbatas is None:
        return (_rumus(hasil), f"tidak dihitung: {hasil.pesan}")
    antara, panjang, cetak = _antara(hasil), format_panjang(mentah), hasil.cetak
    baris = [_rumus(hasil), _isian(hasil)]
    baris.append(f"= {antara} = {panjang}" if antara else f"= {panjang}")
    if hasil.dibatasi:
        batas = format_id(hasil.terbatas)
        baris.append(f"batas atas {batas}: {panjang} menjadi {batas}")
    if cetak == hasil.terbatas:
        baris.append(f"= {_cetak(hasil, cetak)}")
    else:
        baris.append(f"≈ {_cetak(hasil, cetak)}, dibulatkan sekali di akhir ({_pembulatan(hasil)})")
    return tuple(baris)


def build_pesan(hasil: HasilCapaian) -> str | None:
    """Why there is no figure."""
    if hasil.sebab is None:
        return None
    return _PESAN[hasil.sebab].format(target=_teks(hasil.target), realisasi=_teks(hasil.realisasi))


def build_catatan(hasil: HasilCapaian) -> tuple[str, ...]:
    """One sentence for each flag; a doubtful reading brings its own reason."""
    catatan = [_CATATAN[tanda] for tanda in hasil.tanda]
    catatan += [_sentence(nilai.sebab) for nilai in hasil.masukan.values() if nilai.ragu and nilai.sebab]
    return tuple(catatan)


def _sentence(teks: str) -> str:
    return f"{teks[:1].upper()}{teks[1:].removesuffix('.')}."


def _rumus(hasil: HasilCapaian) -> str:
    aturan = hasil.aturan
    if aturan.polaritas is Polaritas.ORDINAL and aturan.peringkat is not None:
        return ordinal.RUMUS_PERINGKAT
    if "target_nol" in hasil.tanda and hasil.mentah is not None:
        return "target 0: realisasi 0 = 100, realisasi di atas 0 = 0"
    if "realisasi_nol" in hasil.tanda and hasil.mentah is not None:
        return minimum.RUMUS_A if aturan.nol_min_b is NolMinB.RUMUS_A else "realisasi 0 = 100"
    return RUMUS[aturan.polaritas]


def _isian(hasil: HasilCapaian) -> str:
    """The formula with its numbers filled in, or the comparison in words."""
    aturan, polaritas = hasil.aturan, hasil.aturan.polaritas
    if polaritas is Polaritas.AMBANG:
        return f"{_teks(hasil.realisasi)} terhadap {_teks(hasil.target)}: {_terpenuhi(hasil)}"
    if polaritas is Polaritas.ORDINAL and aturan.peringkat is None:
        return f"{_teks(hasil.realisasi)} dibanding {_teks(hasil.target)}"
    if hasil.dipakai is None:
        return f"{_teks(hasil.realisasi)} di dalam {_teks(hasil.target)}"
    r, t = _pasangan(hasil)
    if "target_nol" in hasil.tanda:
        return f"target {t} dan realisasi {r}"
    if "realisasi_nol" in hasil.tanda and aturan.nol_min_b is not NolMinB.RUMUS_A:
        return f"target {t} dan realisasi {r}"
    if polaritas in (Polaritas.MIN, Polaritas.RENTANG_BIAYA) or "realisasi_nol" in hasil.tanda:
        return f"(2 × {t} − {r}) ÷ {t} × 100"
    if polaritas is Polaritas.MIN_B:
        return f"{t} ÷ {r} × 100"
    if polaritas is Polaritas.STABIL:
        return f"100 − |{r} − {t}| ÷ |{t}| × 100"
    return f"{r} ÷ {t} × 100"


def _antara(hasil: HasilCapaian) -> str:
    """The line between: (2T − R) worked out, where the formula has that step."""
    if hasil.dipakai is None or "target_nol" in hasil.tanda:
        return ""
    polaritas = hasil.aturan.polaritas
    tanpa_a = "realisasi_nol" in hasil.tanda and hasil.aturan.nol_min_b is not NolMinB.RUMUS_A
    satu_langkah = polaritas not in (Polaritas.MIN, Polaritas.RENTANG_BIAYA)
    if tanpa_a or (satu_langkah and "realisasi_nol" not in hasil.tanda):
        return ""
    r, t = hasil.dipakai
    selisih = minimum.remainder(r, t)
    return f"{format_angka(selisih)} ÷ {_pasangan(hasil)[1]} × 100"


def _pasangan(hasil: HasilCapaian) -> tuple[str, str]:
    """The two numbers as a reader sees them, negative ones in brackets."""
    assert hasil.dipakai is not None
    r, t = (format_angka(angka) for angka in hasil.dipakai)
    return f"({r})" if r.startswith("-") else r, f"({t})" if t.startswith("-") else t


def _terpenuhi(hasil: HasilCapaian) -> str:
    return "tidak terpenuhi" if hasil.mentah == 0 else "terpenuhi"


def _cetak(hasil: HasilCapaian, cetak: Decimal | None) -> str:
    assert cetak is not None
    return format_id(cetak, hasil.aturan.desimal)


def _pembulatan(hasil: HasilCapaian) -> str:
    return f"{hasil.aturan.desimal} desimal, {hasil.aturan.pembulatan.sebutan}"


def _ekor(hasil: HasilCapaian, cetak: Decimal | None) -> str:
    """Cap, rounding and flags at the end of the sentence."""
    assert hasil.terbatas is not None
    ekor = f", dibatasi {format_id(hasil.terbatas)}" if hasil.dibatasi else ""
    if cetak != hasil.terbatas:
        ekor += f", dibulatkan ke {_pembulatan(hasil)}"
    if hasil.tanda:
        ekor += ". " + " ".join(build_catatan(hasil)).removesuffix(".")
    return ekor


def _teks(nilai: Nilai) -> str:
    """A value as printed; a plain number in Indonesian form."""
    if nilai.angka is not None and nilai.pembanding is None and nilai.bawah is None:
        return format_angka(nilai.angka)
    return nilai.teks.strip() or "kosong"
