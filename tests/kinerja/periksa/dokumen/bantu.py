"""Documents for tests, in as few words as possible."""

from typing import Any

from kinerja.periksa.dokumen import (
    BarisAnggaran,
    BarisDokumen,
    DokumenKinerja,
    JenisDokumen,
    Temuan,
    check_dokumen,
)

NAMA = {JenisDokumen.PK: "PK", JenisDokumen.PK_SALINAN: "PK (salinan)", JenisDokumen.IKU: "IKU",
        JenisDokumen.CASCADING: "cascading eselon II", JenisDokumen.RENAKSI: "Rencana aksi",
        JenisDokumen.LKJIP: "LKjIP", JenisDokumen.RENSTRA: "Renstra", JenisDokumen.RKT: "RKT"}  # fmt: skip


def baris(indikator: str, target: str | None = None, **lain: Any) -> BarisDokumen:
    return BarisDokumen(indikator, target=target, **lain)


def dokumen(jenis: str, *isi: BarisDokumen | BarisAnggaran, **lain: Any) -> DokumenKinerja:
    j = JenisDokumen(jenis)
    return DokumenKinerja(
        nama=lain.pop("nama", NAMA.get(j, j.value)),
        jenis=j,
        entitas=lain.pop("entitas", "Dinas Contoh Kota Contoh"),
        tahun=lain.pop("tahun", None if j is JenisDokumen.IKU else 2025),
        baris=tuple(b for b in isi if isinstance(b, BarisDokumen)),
        anggaran=tuple(b for b in isi if isinstance(b, BarisAnggaran)),
        **lain,
    )


def program(nama: str, pagu: str | None, **lain: Any) -> BarisAnggaran:
    return BarisAnggaran(nama, pagu, **lain)


def temuan(*dok: DokumenKinerja, kode: str | None = None, **lain: Any) -> list[Temuan]:
    return [t for t in check_dokumen(dok, **lain).temuan if kode is None or t.kode == kode]


def kode(*dok: DokumenKinerja, **lain: Any) -> set[str]:
    return {t.kode for t in temuan(*dok, **lain)}
