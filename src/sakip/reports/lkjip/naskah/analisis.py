"""The seven analyses of one sasaran (PermenPANRB 53/2014 Lampiran II): always all, in the law's order."""

from __future__ import annotations

from sakip.reports.angka import format_angka
from sakip.reports.lkjip import grafik
from sakip.reports.lkjip.konteks import CapaianLaporan, IndikatorLaporan, KonteksLKjIP, SasaranLaporan
from sakip.reports.lkjip.naskah.bantu import (
    analisis_teks,
    arah_sel,
    capaian_sel,
    is_utuh,
    kaki_capaian,
    nama_sel,
    nilai_sel,
    persen_sel,
    rupiah_sel,
    satuan_perlu,
    sel,
)
from sakip.reports.naskah import Analisis, Baris, Blok, Fakta, Gambar, Judul, Kolom, Sel, Tabel, Temuan

_PANEL_PER_GAMBAR = 6


def build_sasaran(s: SasaranLaporan, k: KonteksLKjIP) -> list[Blok]:
    return [
        Judul(3, f"{s.nama}: {s.pernyataan}", f"A.{s.nomor}"),
        Temuan(s.temuan),
        _fakta(s),
        *_slot1(s, k),
        *_slot2(s, k),
        *_slot3(s),
        *_slot4(s),
        Analisis(5, "Sebab keberhasilan atau kegagalan dan upaya perbaikan"),
        *analisis_teks(s.slot(5).isi, s.slot(5).tersedia),
        *_slot6(s),
        *_slot7(s, k),
    ]


def _fakta(s: SasaranLaporan) -> Fakta:
    tercapai = sum(i.tercapai for i in s.indikator)
    butir = [
        (capaian_sel(s.rata), f"capaian {s.jenis} (%)"),
        (Sel(f"{tercapai} dari {s.rata.terukur}"), "target tercapai"),
        (Sel(f"{s.rata.terukur} dari {s.rata.dari}"), "indikator terukur"),
    ]
    if s.anggaran.serapan is not None:
        butir.append((Sel(f"{format_angka(s.anggaran.serapan)}%"), "serapan program penunjang"))
    return Fakta(tuple(butir))


def _slot1(s: SasaranLaporan, k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [
        Analisis(1, f"Target dan realisasi tahun {k.tahun}"),
        *analisis_teks(s.slot(1).isi, s.slot(1).tersedia, lekat=True),
    ]
    if not s.indikator:
        return blok
    kolom = (
        Kolom("Indikator", lebar=1),
        Kolom("Target", "kanan"),
        Kolom("Realisasi", "kanan"),
        Kolom("Capaian (%)", "kanan"),
    )
    baris = [
        Baris((nama_sel(i), nilai_sel(i.target), nilai_sel(i.realisasi, tebal=True), capaian_sel(i.capaian)))
        for i in s.indikator
    ]
    baris.append(Baris((Sel("Rata-rata"), Sel(), Sel(), capaian_sel(s.rata)), "jumlah"))
    return [
        *blok,
        Tabel(
            f"Target, realisasi, dan capaian {s.kata}",
            kolom,
            tuple(baris),
            kaki=kaki_capaian(s.rata, k),
            utuh=is_utuh(tuple(baris)),
        ),
    ]


def _slot2(s: SasaranLaporan, k: KonteksLKjIP) -> list[Blok]:
    slot = s.slot(2)
    blok: list[Blok] = [
        Analisis(2, "Perbandingan dengan tahun-tahun sebelumnya"),
        *analisis_teks(slot.isi, slot.tersedia, lekat=True),
    ]
    if not slot.tersedia:
        return blok
    tahun = sorted({t.tahun for i in s.indikator for t in i.riwayat})[-4:]
    lama = [i for i in s.indikator if i.riwayat]
    blok.append(_tabel_riwayat(s, k, tahun, lama))
    if any(t.capaian and t.capaian.cetak is not None for i in lama for t in i.riwayat):
        blok.append(_tabel_capaian_lalu(s, k, tahun, lama))
    return [*blok, *_grafik_riwayat(s, k, lama)]


def _tabel_riwayat(
    s: SasaranLaporan, k: KonteksLKjIP, tahun: list[int], lama: list[IndikatorLaporan]
) -> Tabel:
    kolom = (
        Kolom("Indikator", lebar=1),
        *(Kolom(str(t), "kanan") for t in tahun),
        Kolom(str(k.tahun), "kanan"),
        Kolom("Selisih", "kanan"),
        Kolom("Arah"),
    )
    baris = []
    for i in lama:
        menurut = {t.tahun: t.realisasi for t in i.riwayat}
        baris.append(
            Baris(
                (
                    nama_sel(i),
                    *(nilai_sel(menurut.get(t), kosong="–") for t in tahun),
                    nilai_sel(i.realisasi, tebal=True),
                    nilai_sel(i.selisih),
                    arah_sel(i),
                )
            )
        )
    kaki = (
        f"Selisih dan arah: {k.tahun} terhadap {k.tahun - 1}; arah menurut polaritas indikator. Tanda "
        "– berarti tidak ada angka di sistem.",
    )
    return Tabel(
        f"Realisasi {s.kata}, {tahun[0]}–{k.tahun}",
        kolom,
        tuple(baris),
        kaki=kaki,
        utuh=is_utuh(tuple(baris)),
    )


def _tabel_capaian_lalu(
    s: SasaranLaporan, k: KonteksLKjIP, tahun: list[int], lama: list[IndikatorLaporan]
) -> Tabel:
    kolom = (
        Kolom("Indikator", lebar=1),
        *(Kolom(str(t), "kanan") for t in tahun),
        Kolom(str(k.tahun), "kanan"),
    )
    baris = []
    for i in lama:
        menurut = {t.tahun: t.capaian for t in i.riwayat}
        baris.append(
            Baris(
                (
                    sel(i.nama),
                    *(_capaian_lalu(menurut.get(t)) for t in tahun),
                    capaian_sel(i.capaian, tebal=True),
                )
            )
        )
    return Tabel(
        f"Capaian {s.kata} antartahun (%)",
        kolom,
        tuple(baris),
        kaki=(
            "Capaian tahun lalu dihitung ulang dengan aturan laporan ini dari target dan realisasi "
            "tahun itu.",
        ),
        utuh=is_utuh(tuple(baris)),
    )


def _capaian_lalu(c: CapaianLaporan | None) -> Sel:
    if c is None or c.cetak is None:
        return Sel("–", redup=True)
    return Sel(format_angka(c.cetak), catatan=c.kategori or "")


def _grafik_riwayat(s: SasaranLaporan, k: KonteksLKjIP, lama: list[IndikatorLaporan]) -> list[Blok]:
    deret = [d for d in (_deret(i, k.tahun) for i in lama) if d is not None]
    hasil: list[Blok] = []
    for mulai in range(0, len(deret), _PANEL_PER_GAMBAR):
        bagian = deret[mulai : mulai + _PANEL_PER_GAMBAR]
        alt = " ".join(
            f"{d.nama}: {', '.join(f'{t} {format_angka(v)}' for t, v in d.realisasi)}{_alt_target(d)}."
            for d in bagian
        )
        sambung = "" if mulai == 0 else " (lanjutan)"
        hasil.append(
            Gambar(
                f"Perkembangan realisasi dan target rencana, {s.kata}{sambung}",
                grafik.draw_riwayat(bagian),
                f"Grafik garis kecil per indikator. {alt}",
                "Garis penuh dan titik: realisasi. Garis putus dan kotak: target rencana. Sumbu tegak "
                "tidak selalu dimulai dari nol.",
            )
        )
    return hasil


def _alt_target(d: grafik.Deret) -> str:
    return f"; target {d.target[-1][0]} {format_angka(d.target[-1][1])}" if d.target else ""


def _deret(i: IndikatorLaporan, tahun: int) -> grafik.Deret | None:
    nyata = [(t.tahun, t.realisasi.angka) for t in i.riwayat if t.realisasi.dilaporkan]
    if i.realisasi.dilaporkan:
        nyata.append((tahun, i.realisasi.angka))
    titik = tuple(sorted((t, v) for t, v in nyata if v is not None))
    if len(titik) < 2:
        return None
    target = tuple(
        sorted(
            (t.tahun, t.nilai.angka) for t in i.rencana if t.nilai.dilaporkan and t.nilai.angka is not None
        )
    )
    return grafik.Deret(i.nama, satuan_perlu(i), titik, target, i.desimal)


def _slot3(s: SasaranLaporan) -> list[Blok]:
    slot = s.slot(3)
    blok: list[Blok] = [
        Analisis(3, "Realisasi terhadap target jangka menengah"),
        *analisis_teks(slot.isi, slot.tersedia, lekat=True),
    ]
    ada = [i for i in s.indikator if i.akhir is not None and i.akhir.target.dilaporkan]
    if not ada:
        return blok
    tahun = max(i.akhir.tahun for i in ada if i.akhir)
    kolom = (
        Kolom("Indikator", lebar=1),
        Kolom("Realisasi", "kanan"),
        Kolom(f"Target {tahun}", "kanan"),
        Kolom("Kemajuan (%)", "kanan"),
    )
    baris = tuple(
        Baris(
            (
                nama_sel(i),
                nilai_sel(i.realisasi, tebal=True),
                nilai_sel(i.akhir.target),
                persen_sel(i.akhir.kemajuan.cetak if i.akhir.kemajuan else None),
            )
        )
        for i in ada
        if i.akhir
    )
    return [
        *blok,
        Tabel(
            f"Realisasi terhadap target {tahun}, {s.kata}",
            kolom,
            baris,
            kaki=(
                "Kemajuan dihitung dengan rumus capaian yang sama, dengan target akhir periode sebagai "
                "pembanding.",
            ),
            utuh=is_utuh(baris),
        ),
    ]


def _slot4(s: SasaranLaporan) -> list[Blok]:
    slot = s.slot(4)
    blok: list[Blok] = [
        Analisis(4, "Perbandingan dengan standar nasional"),
        *analisis_teks(slot.isi, slot.tersedia, lekat=True),
    ]
    ada = [i for i in s.indikator if i.standar is not None]
    if not ada:
        return blok
    kolom = (
        Kolom("Indikator", lebar=1),
        Kolom("Realisasi", "kanan"),
        Kolom("Pembanding nasional", "kanan"),
        Kolom("Sumber", lebar=0.5),
    )
    baris = tuple(
        Baris(
            (
                nama_sel(i),
                nilai_sel(i.realisasi, tebal=True),
                nilai_sel(i.standar.nilai),
                sel(i.standar.sumber or "–"),
            )
        )
        for i in ada
        if i.standar
    )
    return [*blok, Tabel(f"Realisasi dan pembanding nasional, {s.kata}", kolom, baris, utuh=is_utuh(baris))]


def _slot6(s: SasaranLaporan) -> list[Blok]:
    slot = s.slot(6)
    blok: list[Blok] = [
        Analisis(6, "Efisiensi penggunaan sumber daya"),
        *analisis_teks(slot.isi, slot.tersedia, lekat=True),
    ]
    e = s.efisiensi
    if e is None or e.nilai is None:
        return blok
    kolom = (
        Kolom("Pagu (Rp)", "kanan", 1),
        Kolom("Realisasi (Rp)", "kanan", 1),
        Kolom("Serapan (%)", "kanan"),
        Kolom("Capaian (%)", "kanan"),
        Kolom("Efisiensi (%)", "kanan"),
        Kolom("Bacaan"),
    )
    baris = (
        Baris(
            (
                rupiah_sel(s.anggaran.pagu),
                rupiah_sel(s.anggaran.realisasi),
                persen_sel(s.anggaran.serapan),
                capaian_sel(s.rata),
                persen_sel(e.nilai),
                sel(e.bacaan),
            )
        ),
    )
    return [
        *blok,
        Tabel(f"Efisiensi {s.kata}", kolom, baris, kaki=(f"Efisiensi = {e.rumus}.",), utuh=True),
    ]


def _slot7(s: SasaranLaporan, k: KonteksLKjIP) -> list[Blok]:
    slot = s.slot(7)
    blok: list[Blok] = [
        Analisis(7, "Program dan kegiatan yang menunjang"),
        *analisis_teks(slot.isi, slot.tersedia, lekat=True),
    ]
    program = [p for p in k.program if s.nomor in p.sasaran]
    if not program:
        return blok
    baris: list[Baris] = []
    for p in program:
        baris.append(
            Baris(
                (
                    sel(p.kode),
                    Sel(p.nama, tebal=True),
                    rupiah_sel(p.anggaran.pagu),
                    rupiah_sel(p.anggaran.realisasi),
                    persen_sel(p.anggaran.serapan),
                )
            )
        )
        baris += [
            Baris(
                (
                    sel(g.kode),
                    sel(g.nama),
                    rupiah_sel(g.anggaran.pagu),
                    rupiah_sel(g.anggaran.realisasi),
                    persen_sel(g.anggaran.serapan),
                )
            )
            for g in p.kegiatan
        ]
    kolom = (
        Kolom("Kode"),
        Kolom("Program dan kegiatan", lebar=1),
        Kolom("Pagu (Rp)", "kanan"),
        Kolom("Realisasi (Rp)", "kanan"),
        Kolom("Serapan (%)", "kanan"),
    )
    return [
        *blok,
        Tabel(f"Program dan kegiatan penunjang {s.kata}", kolom, tuple(baris), utuh=is_utuh(tuple(baris))),
    ]
