"""What a dictionary entry says, and what of it is refused."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypedDict

from kinerja.capaian.tolak import RumusTakTerbaca, RumusTetap, tolak
from sakip.apps.datakinerja.galat import (
    BedaInstansi,
    IsianKosong,
    PeringkatTidakSah,
    RumusDitolak,
)
from sakip.apps.datakinerja.models import (
    Indikator,
    PolaritasIndikator,
    Satuan,
)
from sakip.apps.datakinerja.variabel import check_ungkapan, read_variabel
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit

BATCH = 500


class IsiIndikator(TypedDict, total=False):
    """What a dictionary entry says; what is left out keeps its default or its former value."""

    nama: str
    definisi: str
    satuan: Satuan | None
    polaritas: str
    batas: Decimal | None
    peringkat: list[str]
    agregasi_waktu: str
    desimal: int
    rumus: str
    ungkapan: str
    variabel: list[Any]
    pengali: Decimal | None
    sumber: str
    frekuensi: str
    pj_jabatan: Jabatan | None
    pj_teks: str
    is_iku: bool
    standar_nasional: Decimal | None
    standar_sumber: str
    kode_nasional: str
    jenis_ukuran: str
    alasan_ubah: str


class UbahIndikator(IsiIndikator, total=False):
    """A change may give the indicator to another unit."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator of a batch."""

    unit: Unit
    kode: str
    isi: IsiIndikator = field(default_factory=lambda: IsiIndikator())


def check_isi(instansi: Instansi, isi: UbahIndikator, pengganti_dari: Indikator | None) -> None:
    if not isi.get("nama", "").strip():
        raise IsianKosong("nama")
    milik: list[tuple[str, Any]] = [
        ("unit", isi.get("unit")),
        ("satuan", isi.get("satuan")),
        ("pj_jabatan", isi.get("pj_jabatan")),
        ("pengganti_dari", pengganti_dari),
    ]
    for bidang, objek in milik:
        if objek is not None and objek.instansi_id != instansi.pk:
            raise BedaInstansi(bidang)
    _check_aturan(isi)


def _check_aturan(isi: IsiIndikator) -> None:
    peringkat = [" ".join(satu.split()).casefold() for satu in isi.get("peringkat", [])]
    tidak_sah = len(set(peringkat)) != len(peringkat) or any(not satu for satu in peringkat)
    if tidak_sah or (peringkat and isi.get("polaritas") != PolaritasIndikator.ORDINAL):
        raise PeringkatTidakSah
    check_ungkapan(isi.get("ungkapan", ""), read_variabel(isi.get("variabel", [])))
    rumus = isi.get("rumus", "")
    if not rumus.strip():
        return
    try:
        tolak(rumus)
    except RumusTetap as salah:
        raise RumusDitolak(str(salah)) from None
    except RumusTakTerbaca:
        # Most formulas tell how the figure itself is counted; only one in R and T can be judged.
        return


def plain_isi(isi: IsiIndikator) -> dict[str, Any]:
    return {bidang: plain_nilai(nilai) for bidang, nilai in isi.items()}


def plain_nilai(nilai: Any) -> Any:
    return nilai if nilai is None or isinstance(nilai, bool | int | list) else str(nilai)
