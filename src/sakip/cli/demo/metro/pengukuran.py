"""Figures of 2021 to 2026 with their states, budgets, and the register of evidence."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.services import add_bukti
from sakip.apps.pengukuran.models import Realisasi
from sakip.apps.pengukuran.services import (
    BarisRealisasi,
    IsiAnggaran,
    IsiBarisAnggaran,
    Keterangan,
    attach_bukti,
    save_realisasi_bulk,
    set_anggaran_bulk,
    transition_realisasi_bulk,
)
from sakip.cli.demo.berkas import number, rows
from sakip.cli.demo.metro.nilai import read_nilai
from sakip.cli.demo.metro.rencana import Rencana

# Steps that lead to a state of the file.
LANGKAH = {
    "diisi": (),
    "dikembalikan": ("ajukan", "kembalikan"),
    "diverifikasi": ("ajukan", "verifikasi"),
    "divalidasi": ("ajukan", "verifikasi", "validasi"),
    "dikunci": ("ajukan", "verifikasi", "validasi", "kunci"),
}
ALASAN = {
    "belum_rilis": "Sumber data belum menerbitkan angka",
    "diukur_tahunan": "Diukur setahun sekali",
    "diukur_semesteran": "Diukur tiap semester",
    "tidak_ada_kejadian": "Tidak ada kejadian pada periode ini",
}
JENIS_BUKTI = {
    "Laporan rekapitulasi": "laporan",
    "Data mentah": "tabel",
    "Berita acara": "berita_acara",
    "Foto kegiatan": "tangkapan",
    "Surat resmi": "surat",
}
BERKAS_TIDAK_ADA = "Berkas {nama} tidak disertakan dalam data contoh; hanya catatannya."

Kunci = tuple[str, str, int, int | None]


def load_realisasi(rencana: Rencana) -> int:
    """Every figure that the file reports, with its state. Returns how many."""
    instansi = rencana.units["PEMDA"].instansi
    table = [
        row for row in rows(rencana.data / "realisasi.csv") if row["alasan_kosong"] != "belum_dilaporkan"
    ]
    save_realisasi_bulk(instansi=instansi, baris=[_row(rencana, row) for row in table], by=None)
    slots = _slots(rencana)
    _load_states(rencana, [(row, slots[_key(row)]) for row in table])
    return len(table)


def finish_realisasi(rencana: Rencana) -> None:
    """Lock what the file calls locked; evidence is attached before."""
    slots = _slots(rencana)
    locked = [slots[_key(row)] for row in rows(rencana.data / "realisasi.csv") if row["status"] == "dikunci"]
    transition_realisasi_bulk(
        instansi=rencana.units["PEMDA"].instansi, realisasi_ids=locked, langkah="kunci", by=None
    )


def load_bukti(rencana: Rencana) -> int:
    """The register of evidence; the files themselves are not part of the example."""
    slots = _slots(rencana)
    table = [(row, slots.get(_bukti_key(row))) for row in rows(rencana.data / "bukti.csv")]
    measured = Realisasi.objects.select_related("indikator", "unit__instansi").in_bulk(
        {pk for _, pk in table if pk is not None}
    )
    count = 0
    for row, pk in table:
        bukti = add_bukti(
            unit=rencana.units[row["unit"]],
            judul=row["nama_berkas"],
            jenis=JENIS_BUKTI.get(row["jenis"], "lain"),
            teks=BERKAS_TIDAK_ADA.format(nama=row["nama_berkas"]),
            tanggal_bukti=date.fromisoformat(row["tanggal_dokumen"]),
            halaman=row["halaman_rujukan"],
            by=None,
        )
        if pk is not None:
            attach_bukti(realisasi=measured[pk], bukti=bukti, by=None)
            count += 1
    return count


def load_anggaran(rencana: Rencana) -> None:
    """Budgets of agencies, programmes, activities and sub-activities; spending is the running total."""
    lines: list[IsiBarisAnggaran] = []
    for row in rows(rencana.data / "anggaran.csv"):
        unit, tahun = rencana.units[row["unit"]], int(row["tahun"])
        whole = row["level"] in {"pemda", "perangkat_daerah"}
        simpul = None if whole else rencana.program.get((row["unit"], row["kode"]))
        if simpul is None and not whole:
            continue
        pagu = IsiAnggaran(pagu=number(row["pagu_murni"]), pagu_perubahan=number(row["pagu_perubahan"]))
        lines.append(IsiBarisAnggaran(unit, tahun, pagu, simpul=simpul))
        for triwulan in (1, 2, 3, 4):
            spent = number(row[f"realisasi_sd_tw{triwulan}"])
            if spent is not None:
                isi = IsiAnggaran(realisasi=spent, kumulatif=True)
                lines.append(IsiBarisAnggaran(unit, tahun, isi, triwulan=triwulan, simpul=simpul))
    set_anggaran_bulk(instansi=rencana.units["PEMDA"].instansi, baris=lines, by=None)


def _key(row: dict[str, str]) -> Kunci:
    return row["indikator"], row["unit"], int(row["tahun"]), int(row["triwulan"]) if row["triwulan"] else None


def _bukti_key(row: dict[str, str]) -> Kunci:
    return row["indikator"], row["unit"], int(row["tahun"]), int(row["triwulan"])


def _slots(rencana: Rencana) -> dict[Kunci, int]:
    """Keys of the rows by what they are about; reading the rows themselves takes ten times as long."""
    found = Realisasi.objects.filter(instansi=rencana.units["PEMDA"].instansi)
    return {
        (indikator, unit, tahun, triwulan): pk
        for indikator, unit, tahun, triwulan, pk in found.values_list(
            "indikator__kode", "unit__kode", "tahun", "triwulan", "pk"
        )
    }


def _row(rencana: Rencana, row: dict[str, str]) -> BarisRealisasi:
    alasan = row["alasan_kosong"]
    keadaan = None
    if alasan:
        keadaan = "belum_rilis" if alasan == "belum_rilis" else "tidak_berlaku"
    return BarisRealisasi(
        indikator=rencana.indikator[row["indikator"]],
        unit=rencana.units[row["unit"]],
        tahun=int(row["tahun"]),
        triwulan=int(row["triwulan"]) if row["triwulan"] else None,
        nilai=_nilai(rencana, row, alasan),
        keadaan=keadaan,
        keterangan=Keterangan(
            alasan=ALASAN.get(alasan, ""),
            pembilang=_decimal(row["pembilang"]),
            penyebut=_decimal(row["penyebut"]),
            sementara=row["sementara"] == "ya",
            sebab=row["sebab"],
            kendala=row["kendala"],
            tindak_lanjut=row["tindak_lanjut"],
            catatan=row["catatan_pengembalian"],
            sumber="Data contoh",
        ),
    )


def _nilai(rencana: Rencana, row: dict[str, str], alasan: str) -> Nilai | None:
    if alasan:
        return None
    return read_nilai(
        indikator=row["indikator"],
        tahun=int(row["tahun"]),
        polaritas=rencana.polaritas[row["indikator"]],
        angka=row["angka"],
        teks=row["teks"],
        pembanding=rencana.pembanding,
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _load_states(rencana: Rencana, pairs: list[tuple[dict[str, str], int]]) -> None:
    """Walk the figures through the workflow, one step for all that take it; locking comes later."""
    steps: dict[str, list[int]] = defaultdict(list)
    for row, slot in pairs:
        for langkah in LANGKAH.get(row["status"], ()):
            if langkah != "kunci":
                steps[langkah].append(slot)
    for langkah in ("ajukan", "verifikasi", "validasi", "kembalikan"):
        transition_realisasi_bulk(
            instansi=rencana.units["PEMDA"].instansi,
            realisasi_ids=steps[langkah],
            langkah=langkah,
            alasan="Lihat catatan pada isian" if langkah == "kembalikan" else "",
            by=None,
        )
