"""A tree of 5,000 conditions on the server: read whole as JSON, checked, one edit, one move.

    python -m bench pohon_server

Ours: the real requests through Django's test client, permission, audit and answer included.
"""

import json
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

from bench.baris import Row, in_ms
from bench.halaman import cpu_seconds, setup_django, sign_in

SIMPUL, TAHUN = 5000, 2025


def run() -> list[Row]:
    """One tree in a throw-away database; every condition has an indicator."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        setup_django(Path(folder))
        pohon, pengguna = _build()
        return [
            _read(pohon, pengguna),
            _lint(pohon, pengguna),
            _edit(pohon, pengguna),
            _move(pohon, pengguna),
        ]


def _build() -> tuple[Any, Any]:
    from datetime import date

    from sakip.apps.perencanaan.models import Pohon
    from sakip.apps.perencanaan.services import BarisPohon, IsiPohonIndikator, create_pohon_bulk
    from sakip.platform.access.models import PeranPengguna
    from sakip.platform.accounts.models import Pengguna
    from sakip.platform.organisasi.services import create_instansi, create_unit

    instansi = create_instansi(kode_wilayah="99.77", nama="Kota Ukur", jenis="kota", by=None)
    unit = create_unit(
        instansi=instansi,
        kode="U",
        nama="Dinas",
        jenis="perangkat_daerah",
        berlaku_mulai=date(2020, 1, 1),
        by=None,
    )
    baris = [BarisPohon("1", "hasil", "Hasil")]
    for nomor in range(2, SIMPUL + 1):
        isi = (IsiPohonIndikator(nama=f"Indikator {nomor}", target_teks="90"),)
        baris.append(
            BarisPohon(
                str(nomor), "kondisi_antara", f"Kondisi {nomor}", str(nomor // 6 or 1), nomor, indikator=isi
            )
        )
    create_pohon_bulk(unit=unit, pohon="utama", tahun=TAHUN, baris=baris, by=None)
    pengguna = Pengguna.objects.create(username="perencana.ukur", instansi=instansi)
    PeranPengguna.objects.create(
        pengguna=pengguna,
        instansi=instansi,
        unit=unit,
        peran="perencana_unit",
        berlaku_mulai=date(2020, 1, 1),
    )
    return Pohon.objects.get(unit=unit), pengguna


def _read(pohon: Any, pengguna: Any) -> Row:
    from django.urls import reverse

    klien, alamat = sign_in(pengguna), reverse("pohon:data", args=[pohon.uid]) + "?temuan=0"

    def read() -> None:
        jawaban = klien.get(alamat)
        assert len(jawaban.json()["simpul"]) == SIMPUL, jawaban.status_code

    return _row("JSON pohon 5.000 kondisi, di peladen", cpu_seconds(read), 0.5)


def _lint(pohon: Any, pengguna: Any) -> Row:
    from django.urls import reverse

    klien, alamat = sign_in(pengguna), reverse("pohon:temuan", args=[pohon.uid])

    def check() -> None:
        # No condition names its unit of measure: each has a finding.
        assert len(klien.get(alamat).json()["temuan"]) >= SIMPUL - 1

    return _row("temuan pohon 5.000 kondisi, di peladen", cpu_seconds(check), 0.5)


def _edit(pohon: Any, pengguna: Any) -> Row:
    from django.urls import reverse

    klien, satu, nomor = sign_in(pengguna), pohon.simpul_set.get(kode="2500"), count(1)
    alamat = reverse("pohon:simpul_ubah", args=[satu.uid])

    def edit() -> None:
        versi = next(nomor)
        _post(klien, alamat, {"versi": versi, "pernyataan": f"Kondisi ubahan {versi}"})

    return _row("satu kondisi diubah pada pohon 5.000, di peladen", cpu_seconds(edit), 0.1)


def _move(pohon: Any, pengguna: Any) -> Row:
    from django.urls import reverse

    klien, satu, nomor = sign_in(pengguna), pohon.simpul_set.get(kode="7"), count(1)
    induk = [str(pohon.simpul_set.get(kode=kode).uid) for kode in ("2", "3")]
    alamat = reverse("pohon:simpul_pindah", args=[satu.uid])

    def move() -> None:
        versi = next(nomor)
        _post(klien, alamat, {"versi": versi, "induk": induk[versi % 2], "urutan": 0})

    return _row("satu cabang dipindah pada pohon 5.000, di peladen", cpu_seconds(move), 0.1)


def _post(klien: Any, alamat: str, isi: dict[str, Any]) -> None:
    jawaban = klien.post(alamat, json.dumps(isi), content_type="application/json")
    assert jawaban.status_code == 200, jawaban.content[:300]


def _row(nama: str, waktu: float, batas: float) -> Row:
    return Row(nama, in_ms(waktu), f"batas {batas * 1000:.0f} ms", f"{waktu / batas:.2f}x")
