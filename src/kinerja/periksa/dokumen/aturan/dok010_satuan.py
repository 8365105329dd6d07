"""DOK010: one unit per indicator, in every document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kinerja.nilai import JenisNilai
from kinerja.padan import read_nama
from kinerja.periksa.dokumen.bentuk import INDIKATOR, Aturan
from kinerja.periksa.dokumen.model import PK_APA_PUN, JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Hubungan, Indikator, Pasang, Perbandingan
from kinerja.periksa.dokumen.satuan import (
    BedaSatuan,
    compare_units,
    implied_percent,
    needs_unit,
    read_satuan,
    unit_of_value,
)
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap
from kinerja.periksa.dokumen.susun import (
    SATU_PER_SATU,
    TIDAK_ADA,
    list_names,
    partners,
    some_or_all,
    unit_difference,
    with_unit,
)
from kinerja.pohon.temuan import TingkatTemuan

_ANGKA = frozenset({JenisNilai.ANGKA, JenisNilai.LAJU, JenisNilai.AMBANG, JenisNilai.RENTANG})


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Units that differ between documents, between levels and within a row, and units that are missing."""
    for indikator in run.indikator:
        yield from _between(run, indikator)
    yield from _between_levels(run)
    for d in run.dokumen:
        yield from _column_against_target(d)
    yield from _against_names(run)
    for d in run.kepala:
        yield from _missing(run, d)


def _between(run: Perbandingan, indikator: Indikator) -> Iterator[Temuan]:
    """One finding per two units; the documents that side with either are listed."""
    dilihat: list[tuple[BarisSiap, BarisSiap]] = []
    for p in indikator.pasang:
        beda = unit_difference(p) if p.layak else BedaSatuan.SAMA
        if beda is BedaSatuan.SAMA or any(_same_side(p, lama) for lama in dilihat):
            continue
        dilihat.append((p.a, p.b))
        lain = [
            b for b in indikator.baris
            if b not in (p.a, p.b) and (_alike(b, p.a) or _alike(b, p.b))
        ]  # fmt: skip
        tukar = _swapped_with(run, indikator, p)
        akhir = (
            f'Satuannya tertukar dengan "{tukar}".' if tukar else "Tetapkan satu satuan pada kamus indikator."
        )
        yield Temuan(
            kode=ATURAN.kode,
            kategori="H",
            tingkat=_level(beda, p),
            indikator=indikator.nama,
            a=(p.a.dokumen.nama, with_unit(p.a)),
            b=(p.b.dokumen.nama, with_unit(p.b)),
            lain=tuple((b.dokumen.nama, with_unit(b)) for b in lain),
            pesan=f"Satuan berbeda: {_say(p.a)} pada {p.a.dokumen.nama}, {_say(p.b)} pada {p.b.dokumen.nama}. {akhir}",
            baris_a=p.a.baris.id,
            baris_b=p.b.baris.id,
        )


def _same_side(p: Pasang, lama: tuple[BarisSiap, BarisSiap]) -> bool:
    a, b = lama
    return (_alike(p.a, a) and _alike(p.b, b)) or (_alike(p.a, b) and _alike(p.b, a))


def _alike(x: BarisSiap, y: BarisSiap) -> bool:
    if x.satuan is not None and y.satuan is not None:
        return compare_units(x.satuan, y.satuan) is BedaSatuan.SAMA
    return x.persen is not None and x.persen == y.persen


def _level(beda: BedaSatuan, p: Pasang) -> TingkatTemuan:
    if beda is BedaSatuan.KATA or not p.pasti:
        return TingkatTemuan.PERINGATAN
    return ATURAN.tingkat


def _say(b: BarisSiap) -> str:
    if b.satuan is not None:
        return f'"{b.satuan.teks}"'
    return "persentase (menurut namanya)" if b.persen else "jumlah (menurut namanya)"


def _swapped_with(run: Perbandingan, indikator: Indikator, p: Pasang) -> str | None:
    """Another indicator of the same two documents with the two units the other way round."""
    for lain in run.indikator:
        a, b = lain.of(p.a.dokumen), lain.of(p.b.dokumen)
        if lain is indikator or a is None or b is None or a.satuan is None or b.satuan is None:
            continue
        if compare_units(a.satuan, b.satuan) and _alike(a, p.b) and _alike(b, p.a):
            return lain.nama
    return None


def _between_levels(run: Perbandingan) -> Iterator[Temuan]:
    """A post's row against the head's: shares cannot be added up to a count."""
    for lapis in run.lapis:
        if lapis.hubungan is not Hubungan.JENJANG:
            continue
        for p in lapis.pasang:
            sekode = p.a.baris.kode is not None and p.a.baris.kode == p.b.baris.kode
            if (p.pasti or (p.layak and sekode)) and _breaks(p):
                yield Temuan(
                    kode=ATURAN.kode,
                    kategori="H",
                    tingkat=TingkatTemuan.PERINGATAN,
                    indikator=p.b.nama,
                    a=(p.a.dokumen.nama, with_unit(p.a)),
                    b=(p.b.dokumen.nama, with_unit(p.b)),
                    pesan=f"Ukuran anak ({_say(p.b)}) berbeda dari induknya ({_say(p.a)}), sehingga targetnya tidak "
                    "dapat dijumlahkan. Samakan, atau tulis penyebutnya.",
                    baris_a=p.a.baris.id,
                    baris_b=p.b.baris.id,
                )


def _breaks(p: Pasang) -> bool:
    if p.a.persen is None or p.b.persen is None or p.a.persen == p.b.persen or not p.b.isi.dilaporkan:
        return False
    # A share at the top may well be broken down into counts; what contradicts its own name may not.
    return bool(p.b.persen) or implied_percent(p.b.nama) is True


def _column_against_target(d: DokumenSiap) -> Iterator[Temuan]:
    """A unit that contradicts the target beside it; trees have a rule of their own."""
    for b in d.baris if d.jenis is not JenisDokumen.CASCADING else ():
        kolom, target = read_satuan(b.baris.satuan), unit_of_value(b.isi)
        if kolom is not None and target is not None and compare_units(kolom, target) is not BedaSatuan.SAMA:
            yield _row_finding(
                b,
                (f"{d.nama} kolom satuan", b.baris.satuan or ""),
                (f"{d.nama} kolom target", print_sel(b.isi.sel)),
                "Satuan pada kolom satuan tidak cocok dengan targetnya. Tulis target dalam satuan kolomnya.",
            )


def _against_names(run: Perbandingan) -> Iterator[Temuan]:
    """A unit that contradicts the first word of the name, once for all documents that repeat it."""
    rak: dict[tuple[str, str], list[BarisSiap]] = defaultdict(list)
    for d in run.dokumen:
        for b in d.baris if d.jenis is not JenisDokumen.CASCADING else ():
            if (
                b.asal is None
                and b.satuan is not None
                and implied_percent(b.nama) not in (None, b.satuan.persen)
            ):
                rak[read_nama(b.nama).kunci, b.satuan.teks].append(b)
    for daftar in rak.values():
        b = daftar[0]
        kata = "persentase" if implied_percent(b.nama) else "jumlah"
        satuan = "" if b.satuan is None else b.satuan.teks
        temuan = _row_finding(
            b,
            (b.dokumen.nama, b.nama),
            (b.dokumen.nama, with_unit(b)),
            f'Nama indikator menyebut {kata}, satuannya "{satuan}". Ganti satuan atau rumusan namanya.',
        )
        yield replace(temuan, lain=tuple((x.dokumen.nama, with_unit(x)) for x in daftar[1:]))


def _row_finding(baris: BarisSiap, a: tuple[str, str], b: tuple[str, str], pesan: str) -> Temuan:
    return Temuan(
        kode=ATURAN.kode, kategori="H", tingkat=TingkatTemuan.PERINGATAN, indikator=baris.nama, a=a, b=b, pesan=pesan,
        baris_a=baris.baris.id, baris_b=baris.baris.id,
    )  # fmt: skip


def _missing(run: Perbandingan, d: DokumenSiap) -> Iterator[Temuan]:
    """Numbers without a unit, where another document prints one or where the PK must."""
    tanpa = [b for b in d.baris if _lacks_unit(b)]
    contoh = {id(b): c for b in tanpa if (c := _with_printed_unit(run, b)) is not None}
    ada = [b for b in tanpa if id(b) in contoh]
    if len(ada) > SATU_PER_SATU or (d.jenis in PK_APA_PUN and len(tanpa) > SATU_PER_SATU):
        daftar = tanpa if d.jenis in PK_APA_PUN else ada
        satuan = list(dict.fromkeys(with_unit(contoh[id(b)]) for b in ada))
        asal = contoh[id(ada[0])].dokumen.nama if ada else "dokumen lain"
        yield Temuan(
            kode=ATURAN.kode,
            kategori="H",
            tingkat=TingkatTemuan.PERINGATAN,
            indikator=some_or_all(daftar, d),
            a=(asal, ", ".join(satuan) or TIDAK_ADA),
            b=(d.nama, "(satuan kosong)"),
            pesan=f"Target tanpa satuan pada {d.nama}: {list_names(daftar)}. Isi satuannya dari kamus indikator.",
            baris_b=daftar[0].baris.id,
        )
        return
    for b in ada:
        lain = contoh[id(b)]
        yield Temuan(
            kode=ATURAN.kode,
            kategori="H",
            tingkat=TingkatTemuan.PERINGATAN,
            indikator=b.nama,
            a=(d.nama, print_sel(b.isi.sel)),
            b=(lain.dokumen.nama, with_unit(lain)),
            pesan=f"{d.nama} tidak mencantumkan satuan; {lain.dokumen.nama} memakai {_say(lain)}. Isi satuannya.",
            baris_a=b.baris.id,
            baris_b=lain.baris.id,
        )


def _lacks_unit(b: BarisSiap) -> bool:
    angka = b.isi.nilai.jenis in _ANGKA and b.isi.nilai.angka is not None and not b.majemuk
    return angka and b.satuan is None and needs_unit(b.nama) and b.dokumen.jenis is not JenisDokumen.RENAKSI


def _with_printed_unit(run: Perbandingan, baris: BarisSiap) -> BarisSiap | None:
    indikator = run.indikator_of(baris)
    for lain, p in partners(indikator, baris) if indikator is not None else ():
        if p.layak and lain.satuan is not None and lain.isi.dilaporkan:
            return lain
    return None


ATURAN = Aturan(
    kode="DOK010",
    tingkat=TingkatTemuan.GALAT,
    kategori=("H",),
    judul="Satuan berbeda, tertukar, atau hilang",
    alasan="Angka yang sama dengan satuan lain adalah janji yang lain: 10 kelompok bukan 10%. Satuan diambil dari "
    "daftar, satu per indikator, cocok dengan kata pertama namanya dan dengan induknya.",
    perbaikan="Tetapkan satu satuan pada kamus indikator dan pakai di semua dokumen.",
    dasar=INDIKATOR,
    contoh_buruk="PK: jumlah pelaku usaha 10 kelompok. IKU dan LKjIP: persentase pelaku usaha 10%.",
    contoh_baik="PK, IKU, dan LKjIP: jumlah pelaku usaha 10 kelompok.",
    periksa=check,
    periksa_ke=(10,),
)
