"""From the context of an LHE to the letter that the PDF and the DOCX print, in the outline of 88/2021."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from sakip.apps.evaluasi.selectors.konteks import KonteksLHE
from sakip.platform.dasar import today
from sakip.reports.angka import format_tanggal, spell
from sakip.reports.lhe import uraian
from sakip.reports.lhe.bantu import (
    cetak,
    exact,
    kepala_daerah,
    law,
    pemerintah,
    tempat,
    wilayah,
)
from sakip.reports.lhe.lampiran import build_lampiran
from sakip.reports.lhe.tabel import tabel_capaian, tabel_komponen, tabel_rekomendasi, tabel_tim, tabel_tindak
from sakip.reports.naskah import (
    BelumAda,
    Blok,
    CatatanTepi,
    Daftar,
    Judul,
    Kop,
    Mistar,
    Paragraf,
    Surat,
    TandaTangan,
    Tembusan,
    clean_tree,
)


def build_surat(k: KonteksLHE, *, sidik: str = "", logo: str | None = None) -> Surat:
    """Without a fingerprint it is a draft, and every page says so."""
    hari = date.fromisoformat(k.tanggal) if k.tanggal else today()
    lampiran = build_lampiran(k)
    n = sum(isinstance(b, Judul) and b.tingkat == 1 for b in lampiran)
    hal = f"Laporan Hasil Evaluasi Akuntabilitas Kinerja {k.unit.nama} Tahun {k.tahun}"
    contoh = "Data contoh, bukan dokumen resmi. " if k.instansi.contoh else ""
    surat = Surat(
        judul=hal,
        singkat=f"LHE AKIP {_short(k)} {k.tahun}" + (f" · {k.nomor}" if k.nomor else ""),
        penulis=f"{k.evaluator}, {pemerintah(k)}",
        uraian=f"{contoh}Laporan hasil evaluasi menurut {k.instrumen.dasar}.",
        kata_kunci=("LHE", "AKIP", "evaluasi", k.unit.nama, str(k.tahun)),
        tanggal=hari,
        contoh=k.instansi.contoh,
        kop=Kop(pemerintah(k), k.evaluator, logo, f"Lambang {wilayah(k)}"),
        rincian=(
            ("Nomor", k.nomor or "belum bernomor"),
            ("Lampiran", f"{n} ({spell(n)}) berkas"),
        ),
        hal=hal,
        tempat_tanggal=_place(k, hari),
        tujuan=_address(k),
        isi=(*_pendahuluan(k), *_hasil(k), *_penutup(k, draf=not sidik)),
        lampiran=lampiran,
        sidik=sidik,
        draf=not sidik,
    )
    return cast(Surat, clean_tree(surat))


def _short(k: KonteksLHE) -> str:
    return k.unit.nama if len(k.unit.nama) <= 48 else k.unit.kode


def _place(k: KonteksLHE, hari: date) -> str:
    awal = f"{tempat(k)}, " if tempat(k) else ""
    return f"{awal}{format_tanggal(hari)}" if k.tanggal else f"{awal}belum bertanggal"


def _address(k: KonteksLHE) -> tuple[str, ...]:
    kota = f"di {tempat(k)}" if tempat(k) else "di tempat"
    kepala = kepala_daerah(k) if k.unit.profil == "instansi" else k.unit.kepala
    return (kepala, kota)


def _paragraphs(*teks: str) -> list[Blok]:
    return [Paragraf(satu) for satu in teks if satu]


def _listed(butir: Sequence[str]) -> tuple[str, ...]:
    """Items of a list as parts of one sentence."""
    return (*(f"{satu};" for satu in butir[:-1]), *(f"{satu}." for satu in butir[-1:]))


def _pendahuluan(k: KonteksLHE) -> list[Blok]:
    hasil: list[Blok] = [
        *_paragraphs(uraian.opening(k)),
        Judul(1, "Pendahuluan", "1"),
        Judul(2, "Dasar hukum", "1.1"),
        Daftar(_listed([law(satu) for satu in k.dasar]), bernomor=True),
        Judul(2, "Latar belakang", "1.2"),
        *_paragraphs(*uraian.background(k)),
        Judul(2, "Tujuan evaluasi", "1.3"),
        Paragraf("Evaluasi bertujuan:", lekat=True),
        Daftar(uraian.PURPOSE, bernomor=True),
        Judul(2, "Ruang lingkup", "1.4"),
        *_paragraphs(uraian.scope(k)),
        Judul(2, "Metodologi", "1.5"),
        *_paragraphs(*uraian.method(k)),
    ]
    if k.tim:
        hasil.append(tabel_tim(k))
    hasil += [
        Judul(2, "Unit yang dievaluasi", "1.6"),
        *_paragraphs(uraian.subject(k)),
        Judul(2, "Gambaran penerapan SAKIP", "1.7"),
        *_sakip(k),
        Judul(2, f"Tindak lanjut rekomendasi tahun {k.tahun - 1}", "1.8"),
    ]
    if k.tindak_lalu:
        hasil.append(tabel_tindak(k))
    else:
        hasil.append(BelumAda(f"Tidak ada rekomendasi evaluasi tahun {k.tahun - 1} yang tercatat."))
    return hasil


def _sakip(k: KonteksLHE) -> list[Blok]:
    if not k.dokumen:
        return [BelumAda(f"Dokumen kinerja yang berlaku untuk tahun {k.tahun} tidak tercatat.")]
    return [
        Paragraf(f"Dokumen kinerja yang berlaku untuk tahun {k.tahun}:", lekat=True),
        Daftar(_listed(k.dokumen)),
    ]


def _hasil(k: KonteksLHE) -> list[Blok]:
    return [
        Judul(1, "Hasil evaluasi", "2"),
        Judul(2, "Nilai dan predikat", "2.1"),
        *_paragraphs(uraian.result(k)),
        *_mistar(k),
        tabel_komponen(k),
        *_paragraphs(uraian.moved(k), k.catatan_umum),
        Judul(2, "Catatan menurut komponen", "2.2"),
        *(
            CatatanTepi(
                f"{kom.kode}. {kom.nama}",
                f"{cetak(kom.nilai)} dari {cetak(kom.bobot)}",
                uraian.component_note(kom),
            )
            for kom in k.komponen
        ),
        Judul(2, "Capaian kinerja", "2.3"),
        *_paragraphs(uraian.achievement(k)),
        *([tabel_capaian(k)] if k.capaian is not None and k.capaian.indikator else []),
        Judul(2, "Rekomendasi", "2.4"),
        *_rekomendasi(k),
        *_tanggapan(k),
    ]


def _mistar(k: KonteksLHE) -> list[Blok]:
    if k.total is None or any(p.termasuk and p.di_atas != "0" for p in k.predikat):
        return []
    batas = tuple((p.kode, p.di_atas, p.sampai) for p in reversed(k.predikat))
    if batas[0][1] != "0" or batas[-1][2] != "100":
        return []
    kini, lalu = exact(k.total), exact(k.total_lalu)
    alt = f"Nilai {k.tahun}: {cetak(kini)} dalam pita {k.predikat_kode or 'belum ditetapkan'}."
    if lalu is not None:
        alt += f" Nilai {k.tahun - 1}: {cetak(lalu)}."
    return [
        Mistar(
            batas=batas,
            aktif=k.predikat_kode,
            kini=None if kini is None else (f"{float(kini):.4f}", f"{k.tahun}: {cetak(kini)}"),
            lalu=None if lalu is None else (f"{float(lalu):.4f}", f"{k.tahun - 1}: {cetak(lalu)}"),
            alt=alt,
        )
    ]


def _rekomendasi(k: KonteksLHE) -> list[Blok]:
    if not k.rekomendasi:
        return [BelumAda("Rekomendasi belum disusun.")]
    return [
        Paragraf("Untuk meningkatkan akuntabilitas kinerja, kami merekomendasikan:", lekat=True),
        tabel_rekomendasi(k),
    ]


def _tanggapan(k: KonteksLHE) -> list[Blok]:
    if not k.tanggapan:
        return []
    return [Judul(2, "Tanggapan unit yang dievaluasi", "2.5"), *_paragraphs(*k.tanggapan.split("\n\n"))]


def _penutup(k: KonteksLHE, *, draf: bool) -> list[Blok]:
    awal, akhir = uraian.closing(k)
    jabatan = k.penandatangan or f"Penanggung jawab evaluasi, {k.evaluator}"
    hasil: list[Blok] = [
        Judul(1, "Penutup", "3"),
        Paragraf(awal),
        Paragraf(akhir, lekat=True),
        TandaTangan((("", jabatan, "draf, belum ditandatangani" if draf else ""),)),
    ]
    if k.unit.profil != "instansi":
        hasil.append(Tembusan((f"Yth. {kepala_daerah(k)}",)))
    return hasil
