"""The sentences of an LHE: standard wording with the figures of the sheet, own wording where the team wrote it."""

from __future__ import annotations

from sakip.apps.evaluasi.selectors.konteks import KomponenLHE, KonteksLHE
from sakip.reports.angka import join_dan
from sakip.reports.lhe.bantu import (
    all_sub_missing,
    cetak,
    change,
    exact,
    next_band,
    predikat_teks,
    rentang_tanggal,
    wilayah,
)

#: Names of last year's instrument where it was another one.
_INSTRUMEN_LAIN = "dengan instrumen lain ({id}), sehingga nilai komponennya tidak dibandingkan"


def opening(k: KonteksLHE) -> str:
    return (
        f"Kami telah mengevaluasi akuntabilitas kinerja {k.unit.nama}, {wilayah(k)}, untuk tahun kinerja "
        f"{k.tahun}. Laporan ini memuat pendahuluan, hasil evaluasi beserta rekomendasi, dan penutup. Lembar "
        "hasil evaluasi terlampir."
    )


def background(k: KonteksLHE) -> tuple[str, ...]:
    if k.latar_belakang:
        return tuple(bagian.strip() for bagian in k.latar_belakang.split("\n\n") if bagian.strip())
    return (
        "Pemerintah yang berorientasi hasil mempertanggungjawabkan apa yang dicapai, bukan hanya apa yang "
        "dikerjakan. Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP) menghubungkan perencanaan, "
        "pengukuran, pelaporan, dan evaluasi kinerja agar anggaran dan kegiatan membawa hasil bagi masyarakat. "
        "Evaluasi ini menilai sejauh mana hubungan itu berjalan di unit yang dievaluasi.",
    )


PURPOSE = (
    "memperoleh gambaran penerapan SAKIP pada unit yang dievaluasi;",
    "menilai tingkat akuntabilitas kinerja dan menetapkan predikatnya;",
    "memberi rekomendasi untuk memperbaiki pengelolaan kinerja;",
    "memantau tindak lanjut rekomendasi evaluasi sebelumnya.",
)


def scope(k: KonteksLHE) -> str:
    nama = [f"{kom.nama} (bobot {cetak(kom.bobot)})" for kom in k.komponen]
    return (
        f"Evaluasi mencakup {join_dan(nama)}, serta capaian kinerja tahun {k.tahun}. Setiap komponen dinilai "
        "menurut keberadaan, kualitas, dan pemanfaatannya."
    )


def method(k: KonteksLHE) -> tuple[str, ...]:
    masa = rentang_tanggal(k.mulai, k.selesai)
    hasil = [
        f"Evaluasi dilaksanakan{f' {masa}' if masa else ''} dengan {k.instrumen.nama} ({k.instrumen.dasar}). "
        "Penilaian mandiri unit dan bukti dukungnya diperiksa tim evaluasi, direviu pengawas, lalu dibahas dalam "
        "panel agar ukuran antarunit sama."
    ]
    hasil.append(f"{scoring(k)} {bounds(k)}")
    return tuple(hasil)


def scoring(k: KonteksLHE) -> str:
    """How a figure of the sheet came about; stands below the tables too."""
    skor = "; ".join(f"{p.kode} {cetak(p.skor).removesuffix(',00')}" for p in k.skala)
    daftar = f" Skor jawaban: {skor}." if skor else ""
    if k.instrumen.cara == "jawaban":
        return (
            f"Nilai subkomponen adalah skor jawaban dibagi 100 kali bobotnya.{daftar} Jumlah dihitung dari angka "
            "penuh dan dibulatkan sekali saat dicetak."
        )
    return (
        "Nilai subkomponen adalah rata-rata skor kriterianya dibagi 100 kali bobotnya, dibulatkan dua "
        f"desimal.{daftar} Jumlah adalah jumlah angka yang sudah dibulatkan itu."
    )


def bounds(k: KonteksLHE) -> str:
    p = next((p for p in k.predikat if p.kode == "A"), None)
    if p is None or p.termasuk:
        return ""
    bawah = next((q.kode for q in k.predikat if q.sampai == p.di_atas), "")
    return f"Batas bawah predikat tidak termasuk: {cetak(p.di_atas)} masih {bawah}."


def subject(k: KonteksLHE) -> str:
    urusan = f" Urusan yang diselenggarakan: {k.unit.urusan}." if k.unit.urusan else ""
    klaster = (
        f" Dalam uji petik evaluasi, unit ini termasuk klaster {k.unit.klaster}." if k.unit.klaster else ""
    )
    apa = "Entitas" if k.unit.profil == "instansi" else "Unit"
    return f"{apa} yang dievaluasi adalah {k.unit.nama}, dipimpin oleh {k.unit.kepala}.{urusan}{klaster}"


def result(k: KonteksLHE) -> str:
    if k.total is None:
        return "Belum ada subkomponen yang dinilai, sehingga nilai dan predikat belum dapat disebut."
    belum = all_sub_missing(k)
    if not k.predikat_kode:
        return (
            f"Nilai sementara {cetak(k.total)}. {len(belum)} subkomponen belum dinilai ({', '.join(belum)}), "
            "sehingga predikat belum dapat disebut."
        )
    return (
        f"Nilai akuntabilitas kinerja {k.unit.nama} tahun {k.tahun} adalah {cetak(k.total)} dengan predikat "
        f"{predikat_teks(k, k.predikat_kode)}{_compared(k)}.{_to_next(k)}"
    )


def _compared(k: KonteksLHE) -> str:
    kini, lalu = exact(k.total), exact(k.total_lalu)
    if kini is None or lalu is None:
        return ""
    dulu = f"{cetak(lalu)} ({k.predikat_lalu}) pada tahun {k.tahun - 1}"
    if k.instrumen_lalu != k.instrumen.id:
        return f"; tahun {k.tahun - 1} bernilai {cetak(lalu)} {_INSTRUMEN_LAIN.format(id=k.instrumen_lalu)}"
    if kini == lalu:
        return f", sama dengan {dulu}"
    beda = change(k.total, k.total_lalu).lstrip("+\u2212")
    return f", {'naik' if kini > lalu else 'turun'} {beda} dari {dulu}"


def _to_next(k: KonteksLHE) -> str:
    atas, kini = next_band(k), exact(k.total)
    if atas is None or kini is None:
        return ""
    batas = exact(atas.di_atas) or 0
    tanda = "sekurang-kurangnya" if atas.termasuk else "di atas"
    return (
        f" Predikat {atas.kode} memerlukan nilai {tanda} {cetak(atas.di_atas)}: "
        f"{'' if atas.termasuk else 'lebih dari '}{cetak(batas - kini)} lagi."
    )


def moved(k: KonteksLHE) -> str:
    """Which components rose and which fell."""
    arah: dict[str, list[str]] = {"Naik": [], "Turun": [], "Tetap": []}
    for kom in k.komponen:
        kini, lalu = exact(kom.nilai), exact(kom.nilai_lalu)
        if kini is None or lalu is None:
            return ""
        arah["Naik" if kini > lalu else "Turun" if kini < lalu else "Tetap"].append(kom.nama)
    bagian = [f"{kata}: {join_dan(nama)}" for kata, nama in arah.items() if nama]
    return ". ".join(bagian) + "." if bagian else ""


def stages(k: KonteksLHE) -> str:
    if len(k.per_tahap) < 2:
        return ""
    isi = [
        f"{t.sebutan.lower()} {cetak(t.total)}{f' ({t.predikat})' if t.predikat else ''}" for t in k.per_tahap
    ]
    return f"Nilai menurut tahap: {'; '.join(isi)}."


def component_note(kom: KomponenLHE) -> str:
    """What was found, sub-component by sub-component."""
    bagian = []
    for s in kom.sub:
        nilai = f" ({s.jawaban})" if s.jawaban else "" if s.nilai is not None else " (belum dinilai)"
        isi = s.catatan.strip().rstrip(".")
        bagian.append(f"{s.gradasi or s.kode}{nilai}: {isi or 'belum ada catatan'}.")
    return " ".join(bagian)


def achievement(k: KonteksLHE) -> str:
    c = k.capaian
    if c is None or c.dari == 0:
        return f"Tidak ada indikator kinerja tahun {k.tahun} yang tercatat untuk unit ini."
    if c.rata is None:
        return f"Dari {c.dari} indikator kinerja tahun {k.tahun}, belum ada yang terukur."
    kategori = f", kategori {c.kategori.lower()}" if c.kategori else ""
    return (
        f"{c.terukur} dari {c.dari} indikator kinerja tahun {k.tahun} terukur, dengan rata-rata capaian "
        f"{cetak(c.rata)} persen{kategori}. Capaian ini menjadi bahan pertimbangan dan tidak menambah nilai di atas."
    )


def closing(k: KonteksLHE) -> tuple[str, str]:
    return (
        f"Nilai dan predikat menunjukkan tingkat akuntabilitas kinerja, bukan penilaian atas pribadi. Kami menghargai "
        f"upaya {k.unit.nama} dalam menerapkan SAKIP dan kerja sama selama evaluasi.",
        f"Rekomendasi agar ditindaklanjuti dan rencana tindak lanjutnya disampaikan kepada {k.evaluator}. Demikian "
        "laporan hasil evaluasi ini disampaikan.",
    )
