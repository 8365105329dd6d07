"""Turn the parts of an instrument file into the model. What does not fit together is for `validate`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kinerja.instrumen.baca import Bagian
from kinerja.instrumen.model import (
    AmbangSaran,
    AturanGabungan,
    AturanSaran,
    Bulat,
    Butir,
    Cara,
    HasilAkhir,
    Instrumen,
    Isian,
    JenisSyarat,
    Pilihan,
    Predikat,
    Skala,
    Syarat,
    SyaratKlaster,
    TabelPredikat,
    VarianSaran,
)
from kinerja.pembulatan import Pembulatan

_TINGKAT = ("tinggi", "sedang-tinggi", "sedang", "sedang-rendah", "rendah", "belum terkonfirmasi", "")
PROFIL = ("unit", "instansi", "gabungan", "pemda", "kl", "provinsi", "kabkota")
JENIS = ("komponen", "kelompok", "sub", "kriteria", "pertanyaan", "indikator", "koefisien")
_KUNCI_BUTIR = (
    "kode", "id", "nama", "jenis", "cara", "bobot", "gradasi", "skala", "isian", "anak", "no_tercetak", "sumber",
    "keyakinan", "catatan", "pengali", "boleh_dikecualikan", "sesuaikan", "baku", "bulat", "target_baik",
)  # fmt: skip
_KUNCI = (
    "id", "nama", "dasar", "berlaku", "induk", "profil", "bobot", "hasil", "cetak", "sesuaikan", "sumber",
    "keyakinan", "catatan", "skala", "predikat", "saran", "syarat", "gabungan", "komponen",
)  # fmt: skip


def build_instrumen(b: Bagian, *, sidik: str) -> Instrumen:
    """The whole instrument; findings gather in `b.temuan`."""
    b.only(*_KUNCI)
    berlaku = b.part("berlaku")
    berlaku.only("mulai", "sampai")
    skala = {nama: _build_skala(b.part("skala").part(nama), nama) for nama in _keys(b, "skala")}
    predikat = _build_predikat(b.part("predikat"))
    return Instrumen(
        id=b.text("id"),
        nama=b.text("nama"),
        dasar=b.text("dasar"),
        berlaku_mulai=berlaku.day("mulai") or date.min,
        berlaku_sampai=berlaku.day("sampai", wajib=False),
        induk=b.text("induk", wajib=False) or None,
        profil=_word(b, "profil", PROFIL),
        bobot=b.need("bobot"),
        komponen=tuple(_build_butir(k) for k in b.parts("komponen")),
        skala=skala,
        predikat=predikat,
        hash=sidik,
        hasil=b.choice("hasil", HasilAkhir, baku=HasilAkhir.POIN),
        cetak=_build_bulat(b.part("cetak", wajib=False)),
        sesuaikan=b.flag("sesuaikan"),
        sumber={nama: b.part("sumber").text(nama) for nama in _keys(b, "sumber")},
        keyakinan=_word(b, "keyakinan", _TINGKAT),
        catatan=b.text("catatan", wajib=False),
        syarat=tuple(_build_syarat(s) for s in b.parts("syarat", wajib=False)),
        saran=_build_saran(b.part("saran")) if b.has("saran") else None,
        gabungan=_build_gabungan(b.part("gabungan")) if b.has("gabungan") else None,
    )


def _keys(b: Bagian, kunci: str) -> list[str]:
    return [str(k) for k in b.part(kunci, wajib=False).isi]


def _word(b: Bagian, kunci: str, boleh: tuple[str, ...]) -> str:
    nilai = b.isi.get(kunci, "" if "" in boleh else None)
    if nilai not in boleh:
        pilihan = ", ".join(k for k in boleh if k)
        b.note("pilihan", f'"{kunci}" tertulis "{nilai}". Pilihan: {pilihan}.', kunci)
        return boleh[-1]
    return str(nilai)


def _build_bulat(b: Bagian) -> Bulat:
    b.only("desimal", "mode")
    return Bulat(b.whole("desimal", baku=2), b.choice("mode", Pembulatan, baku=Pembulatan.SETENGAH_KE_ATAS))


def _build_skala(b: Bagian, nama: str) -> Skala:
    b.only("pilihan", "pembagi", "per_objek", "sumber", "keyakinan")
    pembagi = b.number("pembagi", wajib=False) or 1
    pilihan = []
    for p in b.parts("pilihan"):
        p.only("kode", "skor", "sebutan")
        skor = p.need("skor")
        pilihan.append(Pilihan(p.text("kode"), skor, skor / pembagi, p.text("sebutan", wajib=False)))
    return Skala(nama, tuple(pilihan), b.flag("per_objek"), b.text("sumber"), _word(b, "keyakinan", _TINGKAT))


def _build_predikat(b: Bagian) -> TabelPredikat:
    b.only("daftar", "sumber", "keyakinan", "catatan")
    daftar = []
    for p in b.parts("daftar"):
        p.only("kode", "sebutan", "arti", "di_atas", "mulai", "sampai", "syarat")
        mulai = p.number("mulai", wajib=False)
        daftar.append(
            Predikat(
                kode=p.text("kode"),
                sebutan=p.text("sebutan"),
                arti=p.text("arti", wajib=False),
                di_atas=p.need("di_atas") if mulai is None else mulai,
                sampai=p.need("sampai"),
                termasuk=mulai is not None,
                syarat=p.texts("syarat"),
            )
        )
    return TabelPredikat(
        tuple(daftar), b.text("sumber"), _word(b, "keyakinan", _TINGKAT), b.text("catatan", wajib=False)
    )


def _build_butir(b: Bagian) -> Butir:
    b.kode = b.text("kode") or None
    b.only(*_KUNCI_BUTIR)
    anak = tuple(_build_butir(a) for a in b.parts("anak", wajib=False))
    menjawab = b.has("skala") or b.has("isian")
    cara = b.choice("cara", Cara, baku=Cara.JAWABAN if menjawab or not anak else Cara.JUMLAH)
    return Butir(
        kode=b.kode or "",
        id=b.text("id"),
        nama=b.text("nama"),
        jenis=_word(b, "jenis", JENIS),
        cara=cara,
        bobot=b.number("bobot", wajib=False),
        gradasi=b.text("gradasi", wajib=False),
        skala=b.text("skala", wajib=False) or None,
        isian=_build_isian(b.part("isian")) if b.has("isian") else None,
        anak=anak,
        no_tercetak=b.text("no_tercetak", wajib=False) or None,
        sumber=b.text("sumber", wajib=False),
        keyakinan=_word(b, "keyakinan", _TINGKAT),
        catatan=b.text("catatan", wajib=False),
        pengali=b.text("pengali", wajib=False) or None,
        boleh_dikecualikan=b.flag("boleh_dikecualikan"),
        sesuaikan=b.flag("sesuaikan"),
        baku=b.number("baku", wajib=False),
        bulat=_build_bulat(b.part("bulat")) if b.has("bulat") else None,
        target_baik=b.number("target_baik", wajib=False),
    )


def _build_isian(b: Bagian) -> Isian:
    b.only("min", "maks", "pembagi", "per_objek", "tambah", "satuan")
    maks = b.need("maks")
    tambah = b.flag("tambah")
    pembagi = b.number("pembagi", wajib=False)
    if pembagi is None:
        # Added as it is, a number is not divided.
        pembagi = Fraction(1) if tambah else maks
    return Isian(
        min=b.number("min", wajib=False) or maks * 0,
        maks=maks,
        pembagi=pembagi,
        per_objek=b.flag("per_objek"),
        tambah=tambah,
        satuan=b.text("satuan", wajib=False),
    )


def _build_syarat(b: Bagian) -> Syarat:
    b.only("id", "jenis", "butir", "batas", "pesan", "sumber", "keyakinan")
    if not b.has("jenis"):
        b.note("wajib", '"jenis" belum ditulis.', "jenis")
    return Syarat(
        id=b.text("id"),
        jenis=b.choice("jenis", JenisSyarat, baku=JenisSyarat.TIDAK_MELEBIHI),
        butir=b.texts("butir"),
        batas=b.lists("batas"),
        pesan=b.text("pesan"),
        sumber=b.text("sumber"),
        keyakinan=_word(b, "keyakinan", _TINGKAT),
    )


def _build_saran(b: Bagian) -> AturanSaran:
    b.only("ambang", "istimewa", "varian", "sumber", "keyakinan")
    ambang = []
    for a in b.parts("ambang"):
        a.only("kode", "di_atas", "sampai", "di_bawah")
        di_bawah = a.number("di_bawah", wajib=False)
        sampai = a.need("sampai") if di_bawah is None else di_bawah
        bawah = a.number("di_atas", wajib=False)
        ambang.append(AmbangSaran(a.text("kode"), bawah, sampai, di_bawah is None))
    varian = {}
    for nama in _keys(b, "varian"):
        v = b.part("varian").part(nama)
        v.only("gradasi", "bertahan", "sumber", "keyakinan")
        tahun = v.part("bertahan")
        bertahan = tuple((kode, tahun.whole(kode, baku=1)) for kode in map(str, tahun.isi))
        varian[nama] = VarianSaran(
            nama, v.text("gradasi"), bertahan, v.text("sumber"), _word(v, "keyakinan", _TINGKAT)
        )
    istimewa = {kode: b.part("istimewa").text(kode) for kode in _keys(b, "istimewa")}
    return AturanSaran(tuple(ambang), istimewa, varian, b.text("sumber"), _word(b, "keyakinan", _TINGKAT))


def _build_gabungan(b: Bagian) -> AturanGabungan:
    b.only("cara", "baku", "klaster", "syarat", "sumber", "keyakinan", "catatan")
    cara = {nama: b.part("cara").text(nama) for nama in _keys(b, "cara")}
    if b.text("baku") not in cara:
        b.note("pilihan", f'"baku" harus salah satu dari: {", ".join(cara)}.', "baku")
    syarat = []
    for s in b.parts("syarat"):
        s.only("predikat", "klaster", "min_unit", "rata_min")
        rata = s.part("rata_min", wajib=False)
        syarat.append(
            SyaratKlaster(
                s.text("predikat"),
                s.texts("klaster"),
                s.whole("min_unit", baku=0),
                {k: rata.text(k) for k in map(str, rata.isi)},
            )
        )
    return AturanGabungan(
        cara,
        b.text("baku"),
        b.texts("klaster"),
        tuple(syarat),
        b.text("sumber"),
        _word(b, "keyakinan", _TINGKAT),
        b.text("catatan", wajib=False),
    )
