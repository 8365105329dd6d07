"""A tree of 5,000 conditions on the server: read whole as JSON, checked, one edit, one move; the same among 100,000.

    python -m bench pohon_server

Ours: the real requests through Django's test client, permission, audit and answer included. The process is settled
as a served one is (sakip.config.wsgi). "Di antara 100.000": nineteen more units with a tree of the same size.
"""

import json
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from bench.baris import Row, in_ms
from bench.halaman import JARAK, clone, cpu_seconds, setup_django, sign_in

SIMPUL, TAHUN, SALINAN = 5000, 2025, 19
#: How much slower a request may be with twenty times the conditions in the database.
PALING_LAMBAT = 1.3
#: What is asked for, and its bound in seconds.
BATAS = {
    "JSON pohon 5.000 kondisi": 0.5,
    "temuan pohon 5.000 kondisi": 0.5,
    "satu kondisi diubah pada pohon 5.000": 0.1,
    "satu cabang dipindah pada pohon 5.000": 0.1,
}
TABEL = [
    "organisasi_unit", "organisasi_unitversi", "perencanaan_pohon", "perencanaan_pohonsimpul",
    "perencanaan_pohonindikator",
]  # fmt: skip


def run() -> list[Row]:
    """One tree in a throw-away database; every condition has an indicator."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        setup_django(Path(folder))
        from sakip.config.wsgi import settle

        pohon, pengguna = _build()
        settle()
        sendiri = _measure(pohon, pengguna)
        _crowd()
        ramai = _measure(pohon, pengguna)
    return [
        *(_row(nama, sendiri[nama], batas) for nama, batas in BATAS.items()),
        *(_compare(nama, ramai[nama], sendiri[nama]) for nama in BATAS),
    ]


def _measure(pohon: Any, pengguna: Any) -> dict[str, float]:
    permintaan = (_read, _lint, _edit, _move)
    return {nama: cpu_seconds(buat(pohon, pengguna)) for nama, buat in zip(BATAS, permintaan, strict=True)}


def _row(nama: str, waktu: float, batas: float) -> Row:
    if waktu > batas:
        raise AssertionError(f"{nama}: {in_ms(waktu)}, batas {in_ms(batas)}")
    return Row(f"{nama}, di peladen", in_ms(waktu), f"batas {batas * 1000:.0f} ms", f"{waktu / batas:.2f}x")


def _compare(nama: str, ramai: float, sendiri: float) -> Row:
    if ramai > PALING_LAMBAT * sendiri:
        raise AssertionError(f"{nama}: {in_ms(ramai)} di antara 100.000 kondisi, {in_ms(sendiri)} sendiri")
    teks = f"sendiri {in_ms(sendiri)}, batas {PALING_LAMBAT}x"
    return Row(f"{nama}, di antara 100.000", in_ms(ramai), teks, f"{ramai / sendiri:.2f}x")


def _crowd() -> None:
    """Nineteen more units, each with a tree like the first."""
    from sakip.apps.perencanaan.models import PohonSimpul

    for nomor in range(1, SALINAN + 1):
        clone(nomor * JARAK, {"kode": f"kode || '-{nomor}'"}, TABEL)
    assert PohonSimpul.objects.count() == SIMPUL * (SALINAN + 1)


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


def _read(pohon: Any, pengguna: Any) -> Callable[[], None]:
    from django.urls import reverse

    klien, alamat = sign_in(pengguna), reverse("pohon:data", args=[pohon.uid]) + "?temuan=0"

    def read() -> None:
        jawaban = klien.get(alamat)
        assert len(jawaban.json()["simpul"]) == SIMPUL, jawaban.status_code

    return read


def _lint(pohon: Any, pengguna: Any) -> Callable[[], None]:
    from django.urls import reverse

    klien, alamat = sign_in(pengguna), reverse("pohon:temuan", args=[pohon.uid])

    def check() -> None:
        # No condition names its unit of measure: each has a finding.
        assert len(klien.get(alamat).json()["temuan"]) >= SIMPUL - 1

    return check


def _edit(pohon: Any, pengguna: Any) -> Callable[[], None]:
    from django.urls import reverse

    klien, satu = sign_in(pengguna), pohon.simpul_set.get(kode="2500")
    nomor = count(satu.versi)
    alamat = reverse("pohon:simpul_ubah", args=[satu.uid])

    def edit() -> None:
        versi = next(nomor)
        _post(klien, alamat, {"versi": versi, "pernyataan": f"Kondisi ubahan {versi}"})

    return edit


def _move(pohon: Any, pengguna: Any) -> Callable[[], None]:
    from django.urls import reverse

    klien, satu = sign_in(pengguna), pohon.simpul_set.get(kode="7")
    nomor = count(satu.versi)
    induk = [str(pohon.simpul_set.get(kode=kode).uid) for kode in ("2", "3")]
    alamat = reverse("pohon:simpul_pindah", args=[satu.uid])

    def move() -> None:
        versi = next(nomor)
        _post(klien, alamat, {"versi": versi, "induk": induk[versi % 2], "urutan": 0})

    return move


def _post(klien: Any, alamat: str, isi: dict[str, Any]) -> None:
    jawaban = klien.post(alamat, json.dumps(isi), content_type="application/json")
    assert jawaban.status_code == 200, jawaban.content[:300]
