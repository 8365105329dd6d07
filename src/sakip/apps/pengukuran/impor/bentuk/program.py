"""Shape `program`: the staircase of OPD, program, kegiatan and sub kegiatan with K and Rp per quarter.

One row holds one title; its place follows from the rows above. The money of a parent is printed once more
at the parent, so it is compared with the sum of its children and never added to it.
"""

from collections.abc import Sequence

from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.bentuk.tangga import BarisTangga, Tangga
from sakip.apps.pengukuran.impor.rencana import Rencana
from sakip.apps.pengukuran.impor.sel_nilai import read_cells, read_money
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Tingkat
from sakip.platform.lembar.uraian import Kolom, Tabel, UraianLembar, find_table, missing_columns

TRIWULAN = (1, 2, 3, 4)
_ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}
_SEBUTAN = {
    "k": ("k", "kinerja", "fisik", "realisasi kinerja", "realisasi k", "realisasi fisik"),
    "rp": ("rp", "anggaran", "keuangan", "realisasi anggaran", "realisasi rp", "realisasi keuangan"),
}


def _quarter_column(triwulan: int, jenis: str) -> Kolom:
    awalan = [
        f"{kata}{sela}{nomor}"
        for kata in ("tw", "triwulan")
        for sela in (" ", "")
        for nomor in (_ROMAWI[triwulan], triwulan)
    ]
    return Kolom(
        f"{jenis}{triwulan}",
        f"TW {_ROMAWI[triwulan]} {'K' if jenis == 'k' else 'Rp'}",
        alias=tuple(f"{awal} {kata}" for awal in awalan for kata in _SEBUTAN[jenis]),
        jenis="nilai" if jenis == "k" else "uang",
    )


URAIAN = UraianLembar(
    "Program",
    (
        Kolom("opd", "OPD", ("perangkat daerah", "skpd", "unit", "unit kerja"), wajib=True, gabung=True),
        Kolom("program", "Program", wajib=True, gabung=True),
        Kolom("kegiatan", "Kegiatan", wajib=True, gabung=True),
        Kolom("sub_kegiatan", "Sub Kegiatan", ("subkegiatan", "sub keg"), wajib=True, gabung=True),
        Kolom("indikator", "Indikator", ("indikator kinerja",), wajib=True),
        *(_quarter_column(tw, jenis) for tw in TRIWULAN for jenis in ("k", "rp")),
    ),
)


def parse(buku: Buku, pilihan: PilihanImpor) -> Rencana:
    """Read every visible sheet that is a staircase; raises BerkasTakTerpakai when none is."""
    rencana = Rencana("program", pilihan.tahun)
    tabel_list = find_tables(buku, rencana)
    tangga = Tangga(rencana, pilihan.tahun)
    for tabel in tabel_list:
        rencana.pesan.extend(tabel.pesan)
        tangga.climb(_rows(tabel, rencana, pilihan))
    rencana.selisih.extend(tangga.compare())
    return rencana


def find_tables(buku: Buku, rencana: Rencana) -> list[Tabel]:
    tampak = [lembar for lembar in buku.lembar if lembar.tampak]
    hasil = []
    for lembar in tampak:
        tabel = find_table(lembar, URAIAN)
        if tabel is not None and any(
            f"{jenis}{tw}" in tabel.letak for tw in TRIWULAN for jenis in ("k", "rp")
        ):
            hasil.append(tabel)
        elif any(isi != "" for baris in lembar.baris for isi in baris):
            rencana.say(
                lembar.nama, "", Tingkat.INFO, "Lembar ini tidak memuat tabel program, jadi dilewati."
            )
    if hasil:
        return hasil
    kurang = min((missing_columns(lembar, URAIAN) for lembar in tampak), key=len, default=[])
    raise BerkasTakTerpakai(
        f"Berkas {buku.nama} tidak memuat tabel program. "
        + (
            f"Kolom yang tidak ditemukan: {', '.join(kurang)}. "
            if kurang
            else "Kolom TW I K atau TW I Rp tidak ada. "
        )
        + "Judul kolom yang dikenal: OPD, Program, Kegiatan, Sub Kegiatan, Indikator, TW I K, TW I Rp, dan seterusnya.",
        lembar=tampak[0].nama if tampak else "",
    )


def _rows(tabel: Tabel, rencana: Rencana, pilihan: PilihanImpor) -> Sequence[BarisTangga]:
    baris = list(tabel.baris())
    kolom = set(tabel.letak)
    k = {
        tw: read_cells(rencana, baris, f"k{tw}", desimal=pilihan.desimal, teks=False)
        for tw in TRIWULAN
        if f"k{tw}" in kolom
    }
    rp = {
        tw: read_money(rencana, baris, f"rp{tw}", desimal=pilihan.desimal)
        for tw in TRIWULAN
        if f"rp{tw}" in kolom
    }
    return [
        BarisTangga(
            baris=b,
            opd=b.teks("opd"),
            judul=(b.teks("program"), b.teks("kegiatan"), b.teks("sub_kegiatan")),
            indikator=b.teks("indikator"),
            k={tw: nilai[n] for tw, nilai in k.items()},
            rp={tw: uang[n] for tw, uang in rp.items()},
            cetak_rp={tw: b.teks(f"rp{tw}") for tw in rp},
        )
        for n, b in enumerate(baris)
    ]
