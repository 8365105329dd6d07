"""Whether the parts of an instrument fit together: weights, references, scales, bands, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from kinerja.instrumen.angka import to_exact
from kinerja.instrumen.baca import Bagian
from kinerja.instrumen.galat import Temuan
from kinerja.instrumen.model import Butir, Cara, Instrumen, JenisSyarat


def find_temuan(instrumen: Instrumen, b: Bagian) -> tuple[Temuan, ...]:
    """Everything wrong with a built instrument, each with its line."""
    tempat = dict(_places(b, "komponen"))
    _check_codes(instrumen, tempat, b)
    jumlah = sum((k.bobot or Fraction(0) for k in instrumen.komponen), Fraction(0))
    if jumlah != instrumen.bobot:
        pesan = f"Bobot komponen berjumlah {to_exact(jumlah)}, tertulis {to_exact(instrumen.bobot)}."
        b.note("bobot", pesan, "bobot")
    for butir in instrumen.walk():
        for aturan, pesan, kunci in _check_butir(instrumen, butir):
            tempat.get(butir.kode, b).note(aturan, pesan, kunci)
    _check_skala(instrumen, b)
    _check_predikat(instrumen, b)
    _check_syarat(instrumen, b)
    if instrumen.saran is not None:
        _check_saran(instrumen, b.part("saran"))
    _check_sources(instrumen, b, tempat)
    return tuple(sorted(b.temuan, key=lambda t: t.baris or 0))


def _places(b: Bagian, kunci: str) -> Iterator[tuple[str, Bagian]]:
    for anak in b.parts(kunci, wajib=False):
        anak.kode = str(anak.isi.get("kode"))
        yield anak.kode, anak
        yield from _places(anak, "anak")


def _check_codes(instrumen: Instrumen, tempat: dict[str, Bagian], b: Bagian) -> None:
    semua = [x for k in instrumen.komponen for x in k.walk()]
    for bidang in ("kode", "id"):
        for nilai, kali in Counter(getattr(x, bidang) for x in semua).items():
            if kali > 1:
                kode = next(x.kode for x in semua if getattr(x, bidang) == nilai)
                tempat.get(kode, b).note("ganda", f'{bidang} "{nilai}" dipakai {kali} butir.', bidang)


def _check_butir(instrumen: Instrumen, x: Butir) -> Iterator[tuple[str, str, str]]:
    induk = instrumen.induk_dari(x.kode)
    memberi_tahu = induk is not None and induk.cara is Cara.JAWABAN
    if x.cara is not Cara.JAWABAN:
        yield from _check_node(x)
    elif memberi_tahu:
        if x.berjawaban or x.anak:
            yield "jawaban", "Kriteria di bawah butir yang dijawab sendiri hanya menerangkan.", "kode"
    else:
        yield from _check_answer(instrumen, x)
    menjumlah = induk is None or induk.cara is Cara.JUMLAH
    if menjumlah and x.bobot is None and not (x.isian is not None and x.isian.tambah):
        yield "bobot", "Bobot belum ditulis.", "bobot"
    if x.bobot is not None and x.bobot < 0:
        yield "bobot", "Bobot tidak boleh negatif.", "bobot"
    if not menjumlah and x.bobot is not None:
        yield "bobot", "Anak dari rata-rata atau dari butir berjawaban tidak berbobot sendiri.", "bobot"
    if x.pengali is not None:
        yield from _check_pengali(instrumen, x)
    if x.boleh_dikecualikan and not _can_rescale(instrumen, x):
        yield "kecuali", "Tidak ada butir di atasnya yang membagi ulang bobot (sesuaikan atau rata).", "kode"


def _check_answer(instrumen: Instrumen, x: Butir) -> Iterator[tuple[str, str, str]]:
    if (x.skala is None) == (x.isian is None):
        yield "jawaban", "Tulis salah satu: skala atau isian.", "kode"
    if x.skala is not None and x.skala not in instrumen.skala:
        yield "skala", f'Skala "{x.skala}" tidak ada.', "skala"
    if x.isian is not None and (x.isian.pembagi <= 0 or x.isian.maks < x.isian.min):
        yield "isian", "Pembagi harus di atas nol, dan maks tidak boleh di bawah min.", "isian"
    if x.baku is not None and (x.isian is None or not x.isian.min <= x.baku <= x.isian.maks):
        yield "baku", "Nilai baku hanya untuk isian, di antara min dan maks.", "baku"
    if any(a.jenis != "kriteria" for a in x.anak):
        yield "anak", "Butir yang dijawab sendiri hanya boleh beranak kriteria.", "anak"


def _check_node(x: Butir) -> Iterator[tuple[str, str, str]]:
    if not x.anak:
        yield "anak", "Butir tanpa jawaban harus beranak.", "kode"
    if x.cara is Cara.JUMLAH and x.bobot is not None:
        jumlah = sum((a.bobot or Fraction(0) for a in x.anak), Fraction(0))
        if jumlah != x.bobot:
            yield "bobot", f"Bobot anak berjumlah {to_exact(jumlah)}, tertulis {to_exact(x.bobot)}.", "bobot"
    if x.skala is not None or x.isian is not None:
        yield "jawaban", "Butir yang menghitung anaknya tidak dijawab sendiri.", "kode"


def _check_pengali(instrumen: Instrumen, x: Butir) -> Iterator[tuple[str, str, str]]:
    dilalui, kini = {x.kode}, x
    while kini.pengali is not None:
        if not instrumen.knows(kini.pengali) or not instrumen.butir(kini.pengali).berjawaban:
            yield "pengali", f'Pengali "{kini.pengali}" bukan butir yang dijawab.', "pengali"
            return
        kini = instrumen.butir(kini.pengali)
        if kini.bobot == 0:
            yield "pengali", f"Pengali {kini.kode} berbobot 0.", "pengali"
        if kini.kode in dilalui:
            yield "pengali", "Pengali berputar kembali ke butir ini.", "pengali"
            return
        dilalui.add(kini.kode)


def _can_rescale(instrumen: Instrumen, x: Butir) -> bool:
    induk = instrumen.induk_dari(x.kode)
    while induk is not None:
        if induk.sesuaikan or induk.cara is Cara.RATA:
            return True
        induk = instrumen.induk_dari(induk.kode)
    return instrumen.sesuaikan


def _check_skala(instrumen: Instrumen, b: Bagian) -> None:
    for nama, skala in instrumen.skala.items():
        tempat = b.part("skala").part(nama)
        if len(skala.tabel) != len(skala.pilihan):
            tempat.note("ganda", f"Skala {nama} memuat pilihan yang sama dua kali.", "pilihan")
        nilai = [p.nilai for p in skala.pilihan]
        if nilai != sorted(nilai, reverse=True):
            tempat.note("urutan", f"Pilihan skala {nama} harus urut dari yang terbaik.", "pilihan")


def _check_predikat(instrumen: Instrumen, b: Bagian) -> None:
    """Bands go down without a hole; bands of equal bounds differ by their condition."""
    tempat, daftar = b.part("predikat"), instrumen.predikat.daftar
    if len(set(instrumen.predikat.kode)) != len(daftar):
        tempat.note("ganda", "Kode predikat dipakai dua kali.", "daftar")
    for n, p in enumerate(daftar):
        if p.sampai < p.di_atas:
            tempat.note("predikat", f"Predikat {p.kode}: batas atas di bawah batas bawah.", "daftar", n)
    for n, (atas, bawah) in enumerate(pairwise(daftar)):
        serentang = (atas.di_atas, atas.sampai) == (bawah.di_atas, bawah.sampai)
        if atas.di_atas != bawah.sampai and not (serentang and atas.syarat):
            pesan = f"Predikat {bawah.kode} harus berakhir di batas bawah {atas.kode}."
            tempat.note("predikat", pesan, "daftar", n + 1)
    if daftar and not daftar[-1].termasuk:
        tempat.note(
            "predikat", 'Predikat terendah harus memakai "mulai", supaya nilai terendah masuk.', "daftar"
        )
    if daftar and daftar[-1].syarat:
        tempat.note("predikat", "Predikat terendah tidak boleh bersyarat.", "daftar")


def _check_syarat(instrumen: Instrumen, b: Bagian) -> None:
    for s, tempat in zip(instrumen.syarat, b.parts("syarat", wajib=False), strict=False):
        for kode in (*s.butir, *(k for batas in s.batas for k in batas)):
            if not instrumen.knows(kode) or not instrumen.butir(kode).berjawaban:
                tempat.note("syarat", f'Syarat {s.id}: "{kode}" bukan butir yang dijawab.', "butir")
        if s.jenis is not JenisSyarat.TARGET_BAIK and not (s.butir and s.batas):
            tempat.note("syarat", f"Syarat {s.id} harus memuat butir dan batas.", "id")
    ada = {s.id for s in instrumen.syarat}
    if len(ada) != len(instrumen.syarat):
        b.note("ganda", "Id syarat dipakai dua kali.", "syarat")
    for p in instrumen.predikat.daftar:
        for id_ in p.syarat:
            if id_ not in ada:
                b.part("predikat").note("syarat", f'Predikat {p.kode}: syarat "{id_}" tidak ada.', "daftar")


def _check_saran(instrumen: Instrumen, b: Bagian) -> None:
    saran = instrumen.saran
    assert saran is not None
    kode = {k for s in instrumen.skala.values() for k in s.kode}
    dipakai = [*(a.kode for a in saran.ambang), *saran.istimewa]
    dipakai += [k for v in saran.varian.values() for k, _ in v.bertahan]
    for k in dipakai:
        if k not in kode:
            b.note("saran", f'Saran "{k}" tidak ada di skala mana pun.', "ambang")
    batas = [a.sampai for a in saran.ambang]
    if batas != sorted(batas) or (batas and batas[-1] != 1):
        b.note("saran", "Ambang saran harus naik sampai 1 (semua kriteria).", "ambang")


def _check_sources(instrumen: Instrumen, b: Bagian, tempat: dict[str, Bagian]) -> None:
    """Every item names its source, itself or through an item above."""
    if not instrumen.sumber:
        b.note("sumber", "Sumber belum ditulis.", "sumber")
    for k in instrumen.komponen:
        if not k.sumber:
            tempat.get(k.kode, b).note("sumber", f"Komponen {k.kode} tanpa sumber.", "kode")
    for x in instrumen.walk():
        if x.sumber and x.sumber.split()[0].rstrip(",:;") not in instrumen.sumber:
            dikenal = ", ".join(instrumen.sumber)
            pesan = f'Sumber "{x.sumber}" tidak diawali kode daftar sumber: {dikenal}.'
            tempat.get(x.kode, b).note("sumber", pesan, "sumber")
