"""Options that several commands share: what they name is looked up, or refused with exit code 2."""

from __future__ import annotations

import io
from pathlib import Path

from django.core.management.base import CommandError

from sakip.apps.evaluasi.models import Evaluasi
from sakip.apps.evaluasi.selectors import evaluasi_of
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.selectors import get_instansi, get_unit

_TAHUN = range(1999, 2101)


def refuse(pesan: str) -> CommandError:
    """The command cannot be used as it was given."""
    return CommandError(pesan, returncode=2)


def read_tujuan(keluaran: str, bentuk: list[str]) -> tuple[Path, str]:
    """Where to write, and in which form: the extension says it."""
    tujuan = Path(keluaran)
    akhiran = tujuan.suffix.lower().removeprefix(".")
    if akhiran not in bentuk:
        boleh = ", ".join(f".{b}" for b in bentuk)
        raise refuse(f'--keluaran "{keluaran}": nama berkas harus berakhiran {boleh}.')
    if not tujuan.parent.is_dir():
        raise refuse(f'--keluaran "{keluaran}": folder {tujuan.parent} tidak ada.')
    return tujuan, akhiran


def read_tahun(teks: str) -> int:
    if not teks.isdecimal() or int(teks) not in _TAHUN:
        raise refuse(f'--tahun "{teks}": tulis tahun dengan empat angka, mis. 2025.')
    return int(teks)


def find_instansi(kode: str) -> Instansi:
    try:
        return get_instansi(kode)
    except Instansi.DoesNotExist:
        raise refuse(f"Instansi {kode} tidak ada. Pakai kode wilayah dengan titiknya, mis. 36.74.") from None


def find_unit(instansi: Instansi, kode: str) -> Unit:
    daftar = f"sakip unit daftar --instansi {instansi.kode_wilayah}"
    try:
        return get_unit(instansi, kode)
    except Unit.DoesNotExist:
        pesan = f"tidak ada di {instansi.nama}. Lihat daftarnya: {daftar}"
    except Unit.MultipleObjectsReturned:
        pesan = f"dipakai lebih dari satu unit. Pakai kodenya: {daftar}"
    raise refuse(f"Unit {kode} {pesan}")


def find_evaluasi(instansi: Instansi, tahun: int) -> Evaluasi:
    evaluasi = evaluasi_of(instansi, tahun)
    if evaluasi is None:
        raise refuse(f"Evaluasi tahun kinerja {tahun} belum dibuat untuk {instansi.nama}.")
    return evaluasi


def describe_size(isi: bytes, bentuk: str) -> str:
    """`24 halaman, 210 KB`; other forms only their size."""
    kib = f"{max(1, round(len(isi) / 1024)):,}".replace(",", ".")
    if bentuk != "pdf":
        return f"{kib} KB"
    import pikepdf

    with pikepdf.open(io.BytesIO(isi)) as dokumen:
        return f"{len(dokumen.pages)} halaman, {kib} KB"
