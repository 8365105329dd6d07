"""One target per indicator, year and version: DOK001 to DOK005, DOK007 and DOK020 name the kinds of difference."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.periksa.dokumen.banding import Banding
from kinerja.periksa.dokumen.bentuk import PERJANJIAN, RENSTRA, REVISI, SAKIP, Aturan
from kinerja.periksa.dokumen.model import PK_APA_PUN, RENCANA, JenisDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.selisih import Selisih, find_selisih, superseded
from kinerja.pohon.temuan import TingkatTemuan

GALAT, PERINGATAN = TingkatTemuan.GALAT, TingkatTemuan.PERINGATAN


def check_target(run: Perbandingan) -> Iterator[Temuan]:
    """Every difference of targets, under the code that says most about it."""
    for s in find_selisih(run):
        kode, pesan = _name(s)
        lama = superseded(run, s)
        tingkat = _TINGKAT[kode] if s.pasang.pasti and not lama else PERINGATAN
        if lama:
            pesan = f"{pesan} Salah satunya masih memakai PK sebelum perubahan."
        yield Temuan(
            kode=kode,
            kategori=s.kategori,
            tingkat=tingkat,
            indikator=s.indikator.nama,
            a=s.a.teks,
            b=s.b.teks,
            lain=tuple(n.teks for n in s.lain),
            pesan=pesan,
            baris_a=s.a.baris.baris.id,
            baris_b=s.b.baris.baris.id,
        )


def _name(s: Selisih) -> tuple[str, str]:
    awal = f"{s.a.tempat} menulis {s.a.teks[1]}, {s.b.tempat} menulis {s.b.teks[1]}"
    if s.tertukar is not None:
        return "DOK004", f'{awal}; nilainya tertukar dengan "{s.tertukar}". Kembalikan ke barisnya.'
    if s.tahun_lain is not None:
        tahun, satu = s.tahun_lain
        return (
            "DOK003",
            f"{awal}. Angka pada {satu.tempat} adalah target {tahun}; pakai target tahun berjalan.",
        )
    if s.banding is Banding.BENTUK:
        return (
            "DOK007",
            f"{awal}: bentuk ukurannya berubah. Pakai satu bentuk: jumlah, laju, indeks, persen, atau predikat.",
        )
    if s.banding is Banding.SEBAGIAN:
        return (
            "DOK001",
            f"{awal}: hanya sebagian dari target majemuk yang dipakai. Pecah targetnya per indikator.",
        )
    return _by_documents(s, awal)


def _by_documents(s: Selisih, awal: str) -> tuple[str, str]:
    if JenisDokumen.RENAKSI in s.jenis and s.jenis & (PK_APA_PUN | RENCANA):
        return "DOK020", f"{awal}. Samakan target triwulan terakhir rencana aksi dengan target tahunan."
    if s.jenis & RENCANA:
        return "DOK005", f"{awal}. Samakan, atau tulis alasan perubahan target."
    if s.jenis == {JenisDokumen.PK}:
        return "DOK002", f"{awal}, tanpa alasan. Perubahan isi PK perlu pemicu dan alasan tertulis."
    return "DOK001", f"{awal}. Pakai satu target; perubahan hanya lewat PK perubahan yang bertanggal."


ATURAN = (
    Aturan(
        kode="DOK001",
        tingkat=GALAT,
        kategori=("A", "B", "B2", "C"),
        judul="Target satu indikator berbeda antardokumen",
        alasan="Capaian yang dinilai terhadap target lain daripada yang dijanjikan tidak dapat "
        "dipertanggungjawabkan. Target ditetapkan sekali dalam PK, lalu dibaca oleh dokumen lain, "
        "bukan diketik ulang.",
        perbaikan="Samakan dengan PK yang berlaku. Bila target memang berubah, buat PK perubahan yang bertanggal.",
        dasar=PERJANJIAN,
        contoh_buruk="PK: 50,11%. LKjIP mengukur terhadap 50,12.",
        contoh_baik="PK: 50,11%. LKjIP mengukur terhadap 50,11%; rencana aksi TW IV 50,11%.",
        periksa=check_target,
        periksa_ke=(1,),
    ),
    Aturan(
        kode="DOK002",
        tingkat=GALAT,
        kategori=("B2",),
        judul="Dua versi PK berbeda target tanpa alasan",
        alasan="PK hanya diubah karena pergantian pejabat, perubahan strategi, atau perubahan prioritas. "
        "Pergantian pejabat mengubah penanda tangan, bukan target.",
        perbaikan="Tulis pemicu dan alasan pada versi baru, atau kembalikan targetnya.",
        dasar=REVISI,
        contoh_buruk="PK 22 April: 75%. PK 18 Juli oleh Plt. Kepala Dinas: 70%, tanpa alasan.",
        contoh_baik="PK 18 Juli berisi target yang sama dengan PK 22 April; hanya penanda tangannya berganti.",
        periksa=check_target,
        periksa_ke=(2,),
    ),
    Aturan(
        kode="DOK003",
        tingkat=PERINGATAN,
        kategori=("A", "B", "B2", "C", "D"),
        judul="Target yang dipakai adalah target tahun lain",
        alasan="Nilai yang sama dengan target tahun sebelum atau sesudahnya biasanya tersalin dari kolom sebelah.",
        perbaikan="Ambil target dari kolom tahun berjalan.",
        dasar=RENSTRA,
        contoh_buruk="PK 2016: 75%. Cascading 2016: 50%, yaitu target 2015.",
        contoh_baik="PK 2016 dan cascading 2016: 75%.",
        periksa=check_target,
        periksa_ke=(3,),
    ),
    Aturan(
        kode="DOK004",
        tingkat=PERINGATAN,
        kategori=("A", "B", "B2", "C", "D", "K"),
        judul="Nilai dua indikator bersaudara tertukar",
        alasan="Dua baris yang saling menukar nilai adalah kesalahan salin yang lolos dari pemeriksaan per baris.",
        perbaikan="Kembalikan nilai ke barisnya masing-masing.",
        dasar=PERJANJIAN,
        contoh_buruk="PK: susu 65, telur 52. LKjIP: susu 52, telur 65.",
        contoh_baik="PK dan LKjIP: susu 65, telur 52.",
        periksa=check_target,
        periksa_ke=(4,),
    ),
    Aturan(
        kode="DOK005",
        tingkat=GALAT,
        kategori=("B2",),
        judul="Target PK berbeda dari Renstra, Renja, atau RKT tanpa alasan",
        alasan="Renstra tahun-n, Renja, dan PK adalah satu target. Yang berbeda tanpa alasan memutus "
        "hubungan rencana lima tahun dengan kinerja tahunan.",
        perbaikan="Samakan, atau tulis alasan pada baris PK.",
        dasar=RENSTRA,
        contoh_buruk="Renstra 2025: 85,00. PK 2025: 80,00, tanpa catatan.",
        contoh_baik="Renstra 2025: 85,00. PK 2025: 80,00 dengan alasan penurunan pagu dan nomor surat.",
        periksa=check_target,
        periksa_ke=(5,),
    ),
    Aturan(
        kode="DOK007",
        tingkat=GALAT,
        kategori=("A", "B", "B2", "C", "D"),
        judul="Bentuk ukuran berubah antardokumen",
        alasan="Laju yang dibaca sebagai indeks (5,00 menjadi 105), pecahan yang dibaca sebagai persen, atau "
        "predikat yang menjadi angka memberi capaian yang tidak berarti.",
        perbaikan="Tetapkan bentuk ukuran pada kamus indikator dan pakai di semua dokumen.",
        dasar=SAKIP,
        contoh_buruk="PK: laju pertumbuhan 5,00%. LKjIP: 105.",
        contoh_baik="PK dan LKjIP: laju pertumbuhan 5,00%.",
        periksa=check_target,
        periksa_ke=(7,),
    ),
    Aturan(
        kode="DOK020",
        tingkat=GALAT,
        kategori=("D",),
        judul="Target rencana aksi tidak berujung pada target PK",
        alasan="Rencana aksi membagi target PK ke triwulan; triwulan terakhir yang terisi (atau jumlahnya, bila "
        "tidak kumulatif) adalah target setahun.",
        perbaikan="Samakan target triwulan terakhir dengan target PK.",
        dasar=PERJANJIAN,
        contoh_buruk="PK: 20 orang. Rencana aksi TW IV: 24 orang.",
        contoh_baik="PK: 20 orang. Rencana aksi TW IV: 20 orang.",
        periksa=check_target,
        periksa_ke=(20,),
    ),
)
_TINGKAT = {a.kode: a.tingkat for a in ATURAN}
