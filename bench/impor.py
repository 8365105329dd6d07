"""The staircase of 20 agencies and 1,605 rows, from a cold process to stored rows.

    python -m bench impor

Ours is the command as a user runs it: reading, previewing differences, writing, audit, derived achievements. The
peer is the loop that a Django developer writes first: every row through `get_or_create`, in one transaction, with
no messages, no differences, no undo and no achievements. Both start a process and write into a fresh SQLite file.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench.baris import Row

BERKAS = Path(__file__).resolve().parents[1] / "demo" / "tangsel2023" / "tangsel2023.xlsx"
ULANGAN = 3
PERINTAH = [
    "-m",
    "sakip",
    "impor",
    "program",
    str(BERKAS),
    "--instansi",
    "36.74",
    "--nama",
    "Kota",
    "--tahun",
    "2023",
    "--json",
]


def run() -> list[Row]:
    """Median of three runs of ours; the peer, many times slower, runs once."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        kosong = Path(folder, "kosong")
        kosong.mkdir()
        _call(kosong, ["-m", "sakip", "migrate", "-v0"])
        kami = _median(Path(folder), kosong, PERINTAH)
        lawan = _median(Path(folder), kosong, ["-m", "bench.impor", "lawan"], kali=1)
    return [
        Row(
            "impor: 1.605 baris tabel program, proses dingin",
            f"{kami:.2f} s",
            f"{lawan:.2f} s get_or_create",
            f"{lawan / kami:.1f}x",
        )
    ]


def _median(folder: Path, kosong: Path, argumen: list[str], kali: int = ULANGAN) -> float:
    lama = []
    for nomor in range(kali):
        data = folder / f"ke-{nomor}"
        shutil.copytree(kosong, data)
        mulai = time.perf_counter()
        _call(data, argumen)
        lama.append(time.perf_counter() - mulai)
        shutil.rmtree(data)
    return statistics.median(lama)


def _call(data: Path, argumen: list[str]) -> None:
    lingkungan = {
        **os.environ,
        "SAKIP_DATABASE_URL": f"sqlite:///{data / 'sakip.sqlite3'}",
        "SAKIP_DATA_DIR": str(data),
        "DJANGO_SETTINGS_MODULE": "sakip.config.settings.prod",
    }
    subprocess.run([sys.executable, *argumen], env=lingkungan, check=True, stdout=subprocess.DEVNULL)


def import_plainly() -> None:
    """The peer: read with the same reader, then one `get_or_create` after the other."""
    import django

    django.setup()
    import python_calamine
    from django.db import transaction

    from sakip.platform.organisasi.models import Instansi

    rows = python_calamine.CalamineWorkbook.from_path(str(BERKAS)).get_sheet_by_index(0).to_python()[1:]
    with transaction.atomic():
        instansi = Instansi.objects.create(kode_wilayah="36.74", nama="Kota", jenis="kota")
        tempat: dict[int, object] = {}
        for nomor, row in enumerate(rows, 1):
            _plain_row(instansi, row, nomor, tempat)


def _plain_row(instansi, row, nomor, tempat) -> None:  # type: ignore[no-untyped-def]
    from django.utils import timezone

    from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
    from sakip.apps.pengukuran.models import Anggaran, Realisasi, RealisasiVersi
    from sakip.apps.perencanaan.models import Dokumen, Simpul, SimpulIndikator
    from sakip.platform.organisasi.models import Unit, UnitVersi

    awal = date(2023, 1, 1)
    unit, baru = Unit.objects.get_or_create(instansi=instansi, kode=row[0])
    if baru:
        UnitVersi.objects.create(
            instansi=instansi, unit=unit, nama=row[0], jenis="perangkat_daerah", berlaku_mulai=awal
        )
    dokumen, _ = Dokumen.objects.get_or_create(
        instansi=instansi, unit=unit, jenis="renja", tahun_mulai=2023, tahun_selesai=2023, status="berlaku"
    )
    for tingkat, jenis in ((1, "program"), (2, "kegiatan"), (3, "sub_kegiatan")):
        if row[tingkat]:
            tempat[tingkat], _ = Simpul.objects.get_or_create(
                instansi=instansi,
                dokumen=dokumen,
                induk=tempat.get(tingkat - 1),
                jenis=jenis,
                pernyataan=row[tingkat][:700],
            )
            tempat[0] = tempat[tingkat]
    simpul = tempat.pop(0, None) or tempat.get(9)
    tempat[9] = simpul
    if row[4]:
        indikator, _ = Indikator.objects.get_or_create(instansi=instansi, kode=f"{row[0]}-{nomor}")
        IndikatorVersi.objects.get_or_create(
            instansi=instansi, indikator=indikator, unit=unit, nama=row[4][:600], berlaku_mulai=awal
        )
        if simpul is not None:
            SimpulIndikator.objects.get_or_create(instansi=instansi, simpul=simpul, indikator=indikator)
    for tw, (k, rp) in enumerate(((row[5], row[6]), (row[7], row[8])), 1):
        angka = _plain_number(k)
        if row[4] and angka is not None:
            slot, _ = Realisasi.objects.get_or_create(
                instansi=instansi, indikator=indikator, unit=unit, tahun=2023, triwulan=tw, versi_terakhir=1
            )
            RealisasiVersi.objects.get_or_create(
                instansi=instansi,
                realisasi=slot,
                versi_ke=1,
                defaults={"angka": angka, "pada": timezone.now()},
            )
        uang = _plain_number(rp)
        if uang is not None:
            Anggaran.objects.get_or_create(
                instansi=instansi,
                unit=unit,
                simpul=simpul,
                tahun=2023,
                triwulan=tw,
                defaults={"realisasi": uang},
            )


def _plain_number(teks: str) -> str | None:
    bersih = teks.replace("%", "").replace(".", "").replace(",", ".").strip()
    return bersih if bersih.replace(".", "", 1).isdecimal() else None


if __name__ == "__main__" and sys.argv[1:] == ["lawan"]:
    import_plainly()
elif __name__ == "__main__":
    for row in run():
        print(row)
