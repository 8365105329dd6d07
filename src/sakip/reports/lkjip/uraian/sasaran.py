"""Finding and seven analyses of one sasaran (PermenPANRB 53/2014 Lampiran II)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sakip.reports.angka import capitalise, format_angka, format_rupiah_ringkas, join_dan, spell
from sakip.reports.lkjip.konteks import (
    AnalisisLaporan,
    IndikatorLaporan,
    Keadaan,
    KonteksLKjIP,
    NilaiLaporan,
    SasaranLaporan,
)


def write_sasaran(s: SasaranLaporan, k: KonteksLKjIP) -> SasaranLaporan:
    analisis = (
        _target(s, k),
        _riwayat(s, k),
        _jangka_menengah(s),
        _standar(s),
        _sebab(s),
        _efisiensi(s),
        _penunjang(s, k),
    )
    return replace(s, temuan=write_temuan(s), analisis=analisis)


def write_temuan(s: SasaranLaporan) -> str:
    if s.rata.terukur == 0:
        return "Belum ada indikator yang terukur."
    tercapai = sum(i.tercapai for i in s.indikator)
    belum = s.rata.dari - s.rata.terukur
    ekor = f"; {spell(belum)} indikator belum terukur" if belum else ""
    if tercapai == s.rata.terukur:
        return capitalise(f"{_semua(tercapai)} tercapai{ekor}.")
    kepala = (
        f"{spell(tercapai)} dari {spell(s.rata.terukur)} target tercapai"
        if tercapai
        else "belum ada target yang tercapai"
    )
    rendah = find_terendah(s.indikator)
    return capitalise(f"{kepala}; terendah {percent(rendah)} pada {quote(rendah.nama)}{ekor}.")


def _semua(n: int) -> str:
    return "target" if n == 1 else f"seluruh {spell(n)} target"


def find_terendah(indikator: Iterable[IndikatorLaporan]) -> IndikatorLaporan:
    return min((i for i in indikator if i.capaian.mentah is not None), key=lambda i: i.capaian.mentah or 0)


def percent(i: IndikatorLaporan) -> str:
    return f"{format_angka(i.capaian.cetak)}%" if i.capaian.cetak is not None else "tanpa angka"


def quote(nama: str) -> str:
    return f"“{nama}”"


def with_satuan(nilai: NilaiLaporan, satuan: str) -> str:
    """`75,04%`, `19 kasus`, `WTP`: the way a sentence gives a value."""
    if not nilai.dilaporkan:
        return "belum dilaporkan" if nilai.keadaan is not Keadaan.TIDAK_BERLAKU else "tidak berlaku"
    if nilai.angka is None or not satuan:
        return nilai.teks
    if satuan in {"%", "persen", "Persen"}:
        return nilai.teks if "%" in nilai.teks else f"{nilai.teks}%"
    return f"{nilai.teks} {satuan if satuan.isupper() else satuan[:1].lower() + satuan[1:]}"


def list_tak_terukur(indikator: Iterable[IndikatorLaporan]) -> list[str]:
    """Each indicator without a figure, with the reason."""
    return [f"{quote(i.nama)} ({_alasan(i)})" for i in indikator if i.capaian.mentah is None]


def _alasan(i: IndikatorLaporan) -> str:
    if i.realisasi.keadaan is Keadaan.BELUM:
        return "realisasi belum dilaporkan"
    if i.realisasi.keadaan is Keadaan.BELUM_RILIS:
        return "angka resmi belum rilis"
    if i.realisasi.keadaan is Keadaan.TIDAK_BERLAKU:
        return "tidak berlaku"
    if not i.target.dilaporkan:
        return "target tidak tercatat"
    return "tidak dapat dihitung"


def _target(s: SasaranLaporan, k: KonteksLKjIP) -> AnalisisLaporan:
    if s.rata.terukur == 0:
        tanpa = join_dan(list_tak_terukur(s.indikator)) or f"tidak ada indikator pada {s.jenis} ini"
        return AnalisisLaporan(
            1, (f"{capitalise(s.jenis)} ini belum terukur: {tanpa}.",), tersedia=bool(s.indikator)
        )
    tercapai = sum(i.tercapai for i in s.indikator)
    kalimat = [f"{capitalise(spell(s.rata.terukur))} dari {spell(s.rata.dari)} indikator terukur."]
    kalimat.append(
        f"{capitalise(spell(tercapai)) if tercapai else 'Belum ada yang'} mencapai atau melampaui target."
        if tercapai
        else "Belum ada yang mencapai target."
    )
    kalimat.append(_rata(s, k))
    meleset = sorted(
        (i for i in s.indikator if i.capaian.mentah is not None and not i.tercapai),
        key=lambda i: i.capaian.mentah or 0,
    )
    if meleset:
        kalimat.append(
            f"Yang paling jauh dari target adalah {quote(meleset[0].nama)}: {_banding(meleset[0])}."
        )
    paragraf = [" ".join(x for x in kalimat if x)]
    tak_terukur = list_tak_terukur(s.indikator)
    if tak_terukur:
        paragraf.append(f"Tidak ikut dirata-ratakan: {join_dan(tak_terukur)}.")
    paragraf += [
        f"Catatan {quote(i.nama)}: {_tanpa_titik(i.capaian.pesan)}."
        for i in s.indikator
        if i.capaian.tanda and i.capaian.pesan
    ]
    if any(i.realisasi.sementara for i in s.indikator):
        nama = join_dan([quote(i.nama) for i in s.indikator if i.realisasi.sementara])
        paragraf.append(f"Angka sementara: {nama}.")
    return AnalisisLaporan(1, tuple(paragraf))


def _tanpa_titik(teks: str | None) -> str:
    return (teks or "").rstrip(". ")


def _rata(s: SasaranLaporan, k: KonteksLKjIP) -> str:
    if s.rata.cetak is None:
        return ""
    kategori = f", kategori {k.skala.nama_pita(s.rata.kategori)}" if s.rata.kategori else ""
    return f"Rata-rata capaian {s.jenis} {format_angka(s.rata.cetak)}%{kategori}."


def _banding(i: IndikatorLaporan) -> str:
    realisasi, target = with_satuan(i.realisasi, i.satuan), with_satuan(i.target, i.satuan)
    return f"realisasi {realisasi} terhadap target {target}, capaian {percent(i)}"


def _riwayat(s: SasaranLaporan, k: KonteksLKjIP) -> AnalisisLaporan:
    lama = [i for i in s.indikator if i.riwayat]
    if not lama:
        return AnalisisLaporan(
            2,
            (
                f"Realisasi sebelum tahun {k.tahun} belum ada di sistem, sehingga perbandingan "
                "antartahun belum dapat disajikan.",
            ),
            False,
        )
    arah = {kata: [i for i in lama if i.arah == kata] for kata in ("membaik", "memburuk", "tetap")}
    bagian = [f"{spell(len(daftar))} indikator {kata}" for kata, daftar in arah.items() if daftar]
    kalimat = [f"Dibanding tahun {k.tahun - 1}, {join_dan(bagian)}."] if bagian else []
    kalimat += [_turun(i, k.tahun) for i in arah["memburuk"][:3]]
    tanpa = len(s.indikator) - len(lama)
    if tanpa:
        kalimat.append(f"{capitalise(spell(tanpa))} indikator belum memiliki angka tahun-tahun sebelumnya.")
    return AnalisisLaporan(
        2, (" ".join(kalimat) or "Realisasi tahun-tahun sebelumnya disajikan pada tabel berikut.",)
    )


def _turun(i: IndikatorLaporan, tahun: int) -> str:
    lalu = next((t for t in i.riwayat if t.tahun == tahun - 1), None)
    if lalu is None:
        return ""
    return (
        f"{quote(i.nama)} memburuk dari {with_satuan(lalu.realisasi, i.satuan)} menjadi "
        f"{with_satuan(i.realisasi, i.satuan)}."
    )


def _jangka_menengah(s: SasaranLaporan) -> AnalisisLaporan:
    ada = [i for i in s.indikator if i.akhir is not None and i.akhir.target.dilaporkan]
    if not ada:
        return AnalisisLaporan(
            3,
            (
                f"Target akhir periode rencana untuk indikator {s.jenis} ini belum ada di sistem, "
                "sehingga kemajuan jangka menengah belum dapat dihitung.",
            ),
            False,
        )
    terhitung = [i for i in ada if i.akhir and i.akhir.kemajuan and i.akhir.kemajuan.mentah is not None]
    sampai = [i for i in terhitung if i.akhir and i.akhir.kemajuan and (i.akhir.kemajuan.mentah or 0) >= 100]
    tahun = max(i.akhir.tahun for i in ada if i.akhir)
    if not terhitung:
        return AnalisisLaporan(
            3,
            (
                f"Target tahun {tahun} disajikan pada tabel; kemajuannya belum dapat dihitung karena "
                "realisasi belum ada.",
            ),
        )
    awal = (
        f"{capitalise(spell(len(sampai)))} dari {spell(len(terhitung))} indikator sudah mencapai "
        f"target tahun {tahun}."
        if sampai
        else f"Belum ada indikator yang mencapai target tahun {tahun}."
    )
    rendah = min(
        terhitung, key=lambda i: (i.akhir.kemajuan.mentah or 0) if i.akhir and i.akhir.kemajuan else 0
    )
    if (
        rendah.akhir
        and rendah.akhir.kemajuan
        and rendah.akhir.kemajuan.cetak is not None
        and rendah not in sampai
    ):
        awal += (
            f" Kemajuan terendah {format_angka(rendah.akhir.kemajuan.cetak)}% pada {quote(rendah.nama)}, "
            f"dari {with_satuan(rendah.realisasi, rendah.satuan)} menuju "
            f"{with_satuan(rendah.akhir.target, rendah.satuan)}."
        )
    return AnalisisLaporan(3, (awal,))


def _standar(s: SasaranLaporan) -> AnalisisLaporan:
    ada = [i for i in s.indikator if i.standar is not None]
    if not ada:
        return AnalisisLaporan(
            4, (f"Kamus indikator tidak mencatat standar nasional untuk indikator {s.jenis} ini.",), False
        )
    return AnalisisLaporan(
        4,
        (
            f"{capitalise(spell(len(ada)))} dari {spell(len(s.indikator))} indikator memiliki angka "
            "pembanding nasional.",
        ),
    )


def _sebab(s: SasaranLaporan) -> AnalisisLaporan:
    catatan = tuple(f"{i.nama}: {i.catatan}" for i in s.indikator if i.catatan)
    if catatan:
        return AnalisisLaporan(5, catatan)
    meleset = [quote(i.nama) for i in s.indikator if i.capaian.mentah is not None and not i.tercapai]
    kalimat = (
        "Sebab keberhasilan atau kegagalan dan upaya yang sudah dilakukan belum dituliskan di sistem untuk "
        f"{s.jenis} ini."
    )
    if meleset:
        kalimat += f" Yang memerlukan penjelasan karena belum mencapai target: {join_dan(meleset)}."
    return AnalisisLaporan(5, (kalimat,), False)


def _efisiensi(s: SasaranLaporan) -> AnalisisLaporan:
    e = s.efisiensi
    if e is None or e.nilai is None:
        sebab = (
            f"program belum dikaitkan dengan {s.jenis}"
            if s.anggaran.pagu is None
            else "capaian atau realisasi anggaran belum lengkap"
        )
        return AnalisisLaporan(6, (f"Efisiensi belum dapat dihitung: {sebab}.",), False)
    kalimat = [
        f"Pagu program pendukung {format_rupiah_ringkas(s.anggaran.pagu)}"
        if s.anggaran.pagu is not None
        else ""
    ]
    if s.anggaran.serapan is not None and s.anggaran.realisasi is not None:
        kalimat[0] += (
            f", terserap {format_rupiah_ringkas(s.anggaran.realisasi)} ({format_angka(s.anggaran.serapan)}%)"
        )
    kalimat[0] += "."
    kalimat.append(e.penjelasan)
    if e.peringatan:
        kalimat.append(e.peringatan)
    return AnalisisLaporan(6, (" ".join(x for x in kalimat if x),))


def _penunjang(s: SasaranLaporan, k: KonteksLKjIP) -> AnalisisLaporan:
    program = [p for p in k.program if s.nomor in p.sasaran]
    if not program:
        return AnalisisLaporan(
            7, (f"Program dan kegiatan yang menunjang {s.jenis} ini belum dikaitkan di sistem.",), False
        )
    kegiatan = sum(len(p.kegiatan) for p in program)
    ekor = f" dengan {spell(kegiatan)} kegiatan" if kegiatan else ""
    return AnalisisLaporan(7, (f"{capitalise(s.jenis)} ini ditunjang {spell(len(program))} program{ekor}.",))
