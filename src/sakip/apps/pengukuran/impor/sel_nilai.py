"""Cells of one column to values, with a message for each cell that is lost or in doubt."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from kinerja.nilai import GayaAngka, JenisNilai, Nilai, read_column, read_value
from sakip.apps.pengukuran.impor.rencana import Rencana, plain
from sakip.platform.lembar.baca import Sel
from sakip.platform.lembar.pesan import Tingkat
from sakip.platform.lembar.uraian import Baris

# Chosen by the user, so even three digits behind the sign ("1,309") leave no doubt.
GAYA = {
    "koma": GayaAngka(kelompok=frozenset("."), desimal=frozenset(","), tiga_desimal=frozenset(",")),
    "titik": GayaAngka(kelompok=frozenset(","), desimal=frozenset("."), tiga_desimal=frozenset(".")),
}
_UANG = frozenset({JenisNilai.ANGKA, JenisNilai.RUPIAH})
_TANPA_NILAI = frozenset({JenisNilai.KOSONG, JenisNilai.TIDAK_BERLAKU})
_TANDA_KOSONG = frozenset({"", "-", "–", "—", "--"})
# Decimal(30, 10) and Decimal(20, 2): digits before the point that the database keeps.
_DIGIT_NILAI, _DIGIT_UANG, _DESIMAL = 20, 18, 10
_SEPULUH = Decimal("1E-10")
_SEN = Decimal("0.01")


def read_cells(
    rencana: Rencana, baris: Sequence[Baris], kunci: str, *, desimal: str, teks: bool
) -> list[Nilai]:
    """One column of figures. `teks`: whether wording such as "meningkat" may stand as a value."""
    return [
        _judge(rencana, b, kunci, nilai, teks)
        for b, nilai in zip(baris, _read([b.isi(kunci) for b in baris], desimal), strict=True)
    ]


def read_money(rencana: Rencana, baris: Sequence[Baris], kunci: str, *, desimal: str) -> list[Decimal | None]:
    """One column of rupiah. What is no amount becomes empty, with a message; never zero."""
    return [
        _judge_money(rencana, b, kunci, nilai)
        for b, nilai in zip(baris, _read([b.isi(kunci) for b in baris], desimal), strict=True)
    ]


def _read(sel: Sequence[Sel], desimal: str) -> list[Nilai]:
    # Only the set of spellings proves how a column separates, so equal cells are read once.
    unik = list(dict.fromkeys(_trim(s) for s in sel if s != ""))
    gaya = GAYA.get(desimal)
    dibaca = read_column(unik) if gaya is None else [read_value(s, gaya) for s in unik]
    kosong = Nilai.kosong()
    arti = dict(zip(unik, dibaca, strict=True))
    return [arti[_trim(s)] if s != "" else kosong for s in sel]


def _trim(sel: Sel) -> Sel:
    """A computed cell (1/3) carries more decimals than anybody printed; ten are kept."""
    if isinstance(sel, Decimal) and -_exponent(sel) > _DESIMAL:
        return sel.quantize(_SEPULUH, rounding=ROUND_HALF_UP)
    return sel


def _judge(rencana: Rencana, baris: Baris, kunci: str, nilai: Nilai, teks: bool) -> Nilai:
    if not nilai.ragu and nilai.jenis in _TANPA_NILAI:
        _note_absence(rencana, baris, kunci, nilai)
        return nilai
    if nilai.jenis is JenisNilai.GALAT:
        return _lost(rencana, baris, kunci, error_text(nilai.teks))
    if nilai.jenis is JenisNilai.TEKS and not teks:
        isi = (
            f'"{_short(nilai.teks)}" bukan angka, jadi dibaca kosong. Tulis angkanya, atau kosongkan sel ini.'
        )
        return _lost(rencana, baris, kunci, isi)
    if nilai.angka is not None and not _fits(nilai.angka, _DIGIT_NILAI):
        isi = f'"{_short(nilai.teks)}" terlalu panjang untuk sebuah angka, jadi dibaca kosong. Periksa berkas asalnya.'
        return _lost(rencana, baris, kunci, isi)
    if nilai.ragu:
        terbaca = "tidak terbaca sebagai angka" if nilai.angka is None else f"dibaca {_id(nilai.angka)}"
        isi = f'"{_short(nilai.teks)}" {terbaca}: {nilai.sebab}. Bandingkan dengan dokumen asal.'
        rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), Tingkat.PERINGATAN, isi)
        if nilai.angka is None and not teks:
            return Nilai.kosong()
    elif nilai.jenis is JenisNilai.ORDINAL and not teks:
        isi = f'"{_short(nilai.teks)}" disimpan sebagai peringkat, bukan angka.'
        rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), Tingkat.INFO, isi)
    return nilai


def _judge_money(rencana: Rencana, baris: Baris, kunci: str, nilai: Nilai) -> Decimal | None:
    if nilai.jenis in _TANPA_NILAI:
        _note_absence(rencana, baris, kunci, nilai)
        return None
    if nilai.jenis is JenisNilai.GALAT:
        _lost(rencana, baris, kunci, error_text(nilai.teks))
        return None
    jumlah = nilai.angka
    if jumlah is not None and nilai.pengali is not None:
        jumlah *= nilai.pengali
    if nilai.jenis not in _UANG or jumlah is None or not _fits(jumlah, _DIGIT_UANG):
        isi = (
            f'"{_short(nilai.teks)}" bukan jumlah rupiah, jadi dibaca kosong. Tulis angkanya, mis. 1.250.000.'
        )
        _lost(rencana, baris, kunci, isi)
        return None
    if nilai.ragu:
        isi = f'"{_short(nilai.teks)}" dibaca Rp{_id(jumlah)}: {nilai.sebab}. Bandingkan dengan dokumen asal.'
        rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), Tingkat.PERINGATAN, isi)
    return jumlah.quantize(_SEN, rounding=ROUND_HALF_UP)


def _note_absence(rencana: Rencana, baris: Baris, kunci: str, nilai: Nilai) -> None:
    """A dash needs no word; "belum ada" or "n.a" does, so that nobody wonders where it went."""
    if nilai.teks.strip() in _TANDA_KOSONG:
        return
    arti = "tidak berlaku" if nilai.jenis is JenisNilai.TIDAK_BERLAKU else "belum dilaporkan"
    isi = f'"{_short(nilai.teks)}" dibaca sebagai {arti}.'
    rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), Tingkat.INFO, isi)


def error_text(teks: str) -> str:
    return (
        f"Sel berisi galat rumus {_short(teks)}, jadi dibaca kosong. "
        "Perbaiki rumusnya di berkas asal atau tulis angkanya."
    )


def _lost(rencana: Rencana, baris: Baris, kunci: str, pesan: str) -> Nilai:
    rencana.say(baris.tabel.lembar.nama, baris.sel(kunci), Tingkat.GALAT, pesan)
    return Nilai.kosong()


def _fits(angka: Decimal, digit: int) -> bool:
    return angka.is_finite() and angka.adjusted() < digit and -_exponent(angka) <= _DESIMAL


def _exponent(angka: Decimal) -> int:
    exponent = angka.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _short(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= 60 else f"{satu[:57]}..."


def _id(angka: Decimal) -> str:
    """Indonesian spelling for messages: 1.234,5."""
    bulat, _, pecahan = plain(abs(angka)).partition(".")
    tanda = "-" if angka < 0 else ""
    return f"{tanda}{int(bulat):,}".replace(",", ".") + (f",{pecahan}" if pecahan else "")
