"""Text of the preface, the summary and the chapters around the analyses."""

from __future__ import annotations

from decimal import Decimal

from sakip.reports.angka import capitalise, format_angka, format_rupiah_ringkas, spell
from sakip.reports.lkjip.konteks import (
    IndikatorLaporan,
    KonteksLKjIP,
    LangkahLaporan,
    TeksLaporan,
)
from sakip.reports.lkjip.uraian.sasaran import list_tak_terukur, percent, quote, with_satuan

_PALING_BANYAK = 8


def write_teks(k: KonteksLKjIP) -> TeksLaporan:
    return TeksLaporan(
        pengantar=_pengantar(k),
        temuan=_temuan(k),
        ikhtisar=_ikhtisar(k),
        tertinggi=tuple(f"{i.nama}: {percent(i)}" for i in _urut(k, terbaik=True)[:3] if i.tercapai),
        perhatian=tuple(f"{i.nama}: {percent(i)}" for i in _urut(k, terbaik=False)[:3] if not i.tercapai),
        belum=_belum(k),
        latar=_latar(k),
        organisasi=_organisasi(k),
        anggaran=_anggaran(k),
        simpulan=_simpulan(k),
        langkah=_langkah(k),
    )


def _belum(k: KonteksLKjIP) -> tuple[str, ...]:
    daftar = [x.replace("“", "").replace("”", "") for x in list_tak_terukur(k.indikator)]
    sisa = len(daftar) - 3
    return (*daftar[:3], f"dan {spell(sisa)} indikator lain") if sisa > 0 else tuple(daftar)


def _urut(k: KonteksLKjIP, *, terbaik: bool) -> list[IndikatorLaporan]:
    terukur = [i for i in k.indikator if i.capaian.mentah is not None]
    return sorted(terukur, key=lambda i: i.capaian.mentah or 0, reverse=terbaik)


def _tercapai(k: KonteksLKjIP) -> int:
    return sum(i.tercapai for i in k.indikator)


def _kepada(k: KonteksLKjIP) -> str:
    return f"{k.unit.atasan} dan masyarakat" if k.unit.atasan else "pemberi mandat dan masyarakat"


def _pengantar(k: KonteksLKjIP) -> tuple[str, ...]:
    n = len(k.indikator)
    paragraf = [
        f"Laporan ini mempertanggungjawabkan kinerja {k.unit.nama} tahun {k.tahun} kepada "
        f"{_kepada(k)}: apa yang dijanjikan, "
        "apa yang tercapai, apa sebabnya, dan apa yang perlu diperbaiki."
    ]
    if n:
        paragraf.append(
            f"Kinerja diukur melalui {_kelompok(k)} dan {spell(n)} indikator. "
            f"{capitalise(spell(k.rata.terukur))} "
            f"indikator terukur dan {spell(_tercapai(k))} di antaranya mencapai target. {_kalimat_belum(k)}"
        )
    else:
        paragraf.append(
            f"Sasaran dan indikator tahun {k.tahun} belum ada di sistem; laporan ini baru memuat "
            "program dan anggaran."
        )
    paragraf.append(
        "Susunan laporan mengikuti Peraturan Menteri PANRB Nomor 53 Tahun 2014. Setiap capaian "
        "dihitung dari target dan realisasi yang "
        "tercetak di sini menurut cara pada Lampiran 2, sehingga pembaca dapat menghitungnya kembali."
    )
    if k.instansi.contoh:
        paragraf.append(
            "Data dalam laporan ini adalah data contoh untuk mencoba aplikasi, bukan data resmi, dan "
            "tidak untuk dikutip."
        )
    elif k.instansi.sumber:
        paragraf.append(
            "Angka laporan ini diambil dari dokumen publikasi yang disebut pada Lampiran 3. Laporan "
            "disusun ulang dari data itu dan bukan "
            f"dokumen resmi {k.instansi.nama}."
        )
    return tuple(paragraf)


def _kelompok(k: KonteksLKjIP) -> str:
    tujuan = sum(s.nama.startswith("Tujuan") for s in k.sasaran)
    sasaran = f"{spell(len(k.sasaran) - tujuan)} sasaran"
    return f"{spell(tujuan)} tujuan, {sasaran}," if tujuan else sasaran


def _kalimat_belum(k: KonteksLKjIP) -> str:
    """What is missing, and what does not apply: two different things, neither of them zero."""
    belum, tak_berlaku = k.rata.dari - k.rata.terukur, len(k.indikator) - k.rata.dari
    kalimat = []
    if belum > 0:
        kalimat.append(
            f"{capitalise(spell(belum))} indikator belum terukur; indikator itu disebut satu per satu "
            "dan tidak "
            "dihitung sebagai nol."
        )
    if tak_berlaku > 0:
        kalimat.append(f"{capitalise(spell(tak_berlaku))} indikator tidak berlaku pada tahun ini.")
    return " ".join(kalimat) or "Tidak ada indikator yang kosong."


def _temuan(k: KonteksLKjIP) -> str:
    if not k.indikator:
        serapan = k.anggaran.serapan
        return (
            f"Serapan anggaran {format_angka(serapan)}%; sasaran dan indikator belum ada di sistem."
            if serapan is not None
            else "Sasaran dan indikator belum ada di sistem."
        )
    if k.rata.terukur == 0:
        return f"Belum satu pun dari {spell(k.rata.dari)} indikator terukur."
    n = _tercapai(k)
    kepala = (
        f"{spell(n)} dari {spell(k.rata.terukur)} target tercapai"
        if n
        else f"belum satu pun dari {spell(k.rata.terukur)} target tercapai"
    )
    rata = f" dengan rata-rata capaian {format_angka(k.rata.cetak)}%" if k.rata.cetak is not None else ""
    belum = k.rata.dari - k.rata.terukur
    return capitalise(f"{kepala}{rata}{f'; {spell(belum)} indikator belum terukur' if belum else ''}.")


def _ikhtisar(k: KonteksLKjIP) -> tuple[str, ...]:
    if k.rata.cetak is None:
        return (_kalimat_belum(k),) if k.indikator else ()
    bagian = []
    for pita in k.skala.pita:
        jumlah = sum(i.capaian.kategori == pita.kode for i in k.indikator)
        if jumlah:
            bagian.append(f"{spell(jumlah)} {pita.nama}")
    kalimat = f"Menurut kategori: {', '.join(bagian)}. {_kalimat_belum(k)}"
    arah = {kata: sum(i.arah == kata for i in k.indikator) for kata in ("membaik", "memburuk")}
    if any(arah.values()):
        kalimat += (
            f" Dibanding tahun {k.tahun - 1}, {spell(arah['membaik'])} indikator membaik dan "
            f"{spell(arah['memburuk'])} memburuk."
        )
    return (kalimat, *(_anggaran(k)[:1] if k.anggaran.pagu is not None else ()))


def _latar(k: KonteksLKjIP) -> tuple[str, ...]:
    return (
        "Sistem Akuntabilitas Kinerja Instansi Pemerintah mewajibkan setiap perangkat daerah menyusun "
        "laporan kinerja tahunan dan "
        "menyampaikannya kepada kepala daerah paling lambat dua bulan setelah tahun anggaran "
        f"berakhir. Laporan ini memenuhi kewajiban itu untuk tahun {k.tahun}.",
        "Tujuannya dua: memberi informasi kinerja yang terukur kepada pemberi mandat, dan menjadi "
        "bahan perbaikan kinerja yang berkesinambungan.",
    )


def _organisasi(k: KonteksLKjIP) -> tuple[str, ...]:
    kalimat = []
    if k.unit.kepala:
        kalimat.append(f"{k.unit.nama} dipimpin oleh {k.unit.kepala}.")
    if k.unit.urusan:
        kalimat.append(f"Urusan yang ditangani: {k.unit.urusan}.")
    if k.unit.pendahulu:
        kalimat.append(f"Unit ini meneruskan {', '.join(k.unit.pendahulu)}.")
    if not k.unit.susunan:
        kalimat.append("Susunan jabatan unit ini belum tercatat di sistem.")
    return (" ".join(kalimat),) if kalimat else ()


def _anggaran(k: KonteksLKjIP) -> tuple[str, ...]:
    a = k.anggaran
    if a.pagu is None and a.realisasi is None:
        return ("Pagu dan realisasi anggaran belum tercatat di sistem untuk tahun ini.",)
    if a.pagu is None and a.realisasi is not None:
        return (
            f"Realisasi anggaran {format_rupiah_ringkas(a.realisasi)}; pagu tidak tercatat pada "
            "sumber, sehingga serapan tidak dihitung.",
        )
    if a.pagu is not None and a.realisasi is None:
        return (
            f"Pagu {format_rupiah_ringkas(a.pagu)} untuk {spell(len(k.program))} program; realisasi "
            "belum dilaporkan.",
        )
    assert a.pagu is not None
    assert a.realisasi is not None
    serapan = f" ({format_angka(a.serapan)}%)" if a.serapan is not None else ""
    return (
        f"Dari pagu {format_rupiah_ringkas(a.pagu)} untuk {spell(len(k.program))} program, terserap "
        f"{format_rupiah_ringkas(a.realisasi)}{serapan}.",
    )


def _simpulan(k: KonteksLKjIP) -> tuple[str, ...]:
    paragraf = [_temuan(k)]
    rendah = [i for i in _urut(k, terbaik=False) if not i.tercapai][:3]
    if rendah:
        daftar = "; ".join(f"{quote(i.nama)} {percent(i)}" for i in rendah)
        paragraf.append(f"Capaian yang paling memerlukan perhatian: {daftar}.")
    ukur = [s for s in k.sasaran if s.rata.cetak is not None]
    if len(ukur) > 1:
        tinggi = max(ukur, key=lambda s: s.rata.mentah or 0)
        turun = min(ukur, key=lambda s: s.rata.mentah or 0)
        paragraf.append(
            f"Sasaran dengan rata-rata tertinggi adalah {quote(tinggi.pernyataan)} "
            f"({format_angka(tinggi.rata.cetak or Decimal(0))}%), terendah "
            f"{quote(turun.pernyataan)} ({format_angka(turun.rata.cetak or Decimal(0))}%)."
        )
    if k.indikator and k.rata.terukur < k.rata.dari:
        paragraf.append(
            "Rata-rata hanya mencakup indikator yang terukur; melaporkan sisanya dapat menaikkan atau "
            "menurunkan angka tersebut."
        )
    paragraf += _anggaran(k)
    return tuple(paragraf)


def _langkah(k: KonteksLKjIP) -> tuple[LangkahLaporan, ...]:
    """Next steps that follow from the figures themselves; decisions made elsewhere are not invented here."""
    hasil = [
        LangkahLaporan(
            f"Menetapkan tindakan perbaikan untuk {quote(i.nama)} (capaian {percent(i)}) beserta sebabnya",
            i.penanggung_jawab or k.unit.kepala,
            _ukuran(i, k.tahun),
        )
        for i in _urut(k, terbaik=False)
        if not i.tercapai
    ][:_PALING_BANYAK]
    hasil += [
        LangkahLaporan(
            f"Melaporkan realisasi {quote(i.nama)} dengan bukti dukung",
            i.penanggung_jawab or k.unit.kepala,
            "Realisasi terverifikasi",
        )
        for i in k.indikator
        if i.capaian.mentah is None
    ][: _PALING_BANYAK // 2]
    return tuple(hasil)


def _ukuran(i: IndikatorLaporan, tahun: int) -> str:
    depan = next((r for r in i.rencana if r.tahun == tahun + 1 and r.nilai.dilaporkan), None)
    if depan is not None:
        return f"Target {tahun + 1}: {with_satuan(depan.nilai, i.satuan)}"
    return f"Mencapai sekurangnya {with_satuan(i.target, i.satuan)}"
