"""A plan as a flat table of keyed rows: the common form of the file, the database and the stored export.

`S:<asal>` is a node, `I:<asal>|<indicator code>` an indicator it is measured by. Cells are text as a planner reads it.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from sakip.apps.datakinerja.models import DataDasar
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.ejaan import eja_baris
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    PaguIndikatif,
    Simpul,
    SimpulIndikator,
    Target,
)
from sakip.apps.perencanaan.selectors import SimpulPohon, pohon_dokumen
from sakip.apps.perencanaan.services.simpul import TINGKAT
from sakip.platform.dasar import today

Baris = dict[str, str]
Tabel = dict[str, Baris]

#: Kinds of document that are kept as a matrix of years.
BERMATRIKS = (JenisDokumen.RPJMD, JenisDokumen.RENSTRA, JenisDokumen.RKPD, JenisDokumen.RENJA)
#: Shown, never compared: they belong to the dictionary of indicators or are fixed at birth.
HANYA_BACA = frozenset({"jenis", "nama", "satuan", "awal"})


def kunci_simpul(asal: object) -> str:
    return f"S:{asal}"


def kunci_indikator(asal: object, kode: str) -> str:
    return f"I:{asal}|{kode}"


def pecah_indikator(kunci: str) -> tuple[str, str]:
    """The key of the node and the code of the indicator of an `I:` key."""
    asal, _, kode = kunci.removeprefix("I:").partition("|")
    return kunci_simpul(asal), kode


def is_simpul(kunci: str) -> bool:
    return kunci.startswith("S:")


def tahun_dokumen(dokumen: Dokumen) -> range:
    return range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)


def read_tabel(dokumen: Dokumen, kamus: Collection[str] = (), pada: date | None = None) -> Tabel:
    """The document as it stands, in the order of its tree; six queries whatever its size.

    `kamus` names fields of the dictionary's entry that stand beside the indicator, and `alasan` of its link.
    """
    akar = pohon_dokumen(dokumen)
    tautan = SimpulIndikator.objects.filter(simpul__dokumen=dokumen)
    alasan = {(s, i): teks for s, i, teks in tautan.values_list("simpul_id", "indikator_id", "alasan")}
    ids = {indikator for _simpul, indikator in alasan}
    versi = versi_pada(ids, pada or min(today(), date(dokumen.tahun_selesai, 12, 31)))
    target: dict[int, Baris] = {}
    for satu in Target.objects.filter(dokumen=dokumen, triwulan__isnull=True):
        target.setdefault(satu.indikator_id, {})[f"t:{satu.tahun}"] = eja_baris(satu)
    pagu: dict[int, Baris] = {}
    for baris in PaguIndikatif.objects.filter(dokumen=dokumen):
        pagu.setdefault(baris.simpul_id, {})[f"rp:{baris.tahun}"] = eja_rupiah(baris.jumlah)
    semula = DataDasar.objects.filter(indikator_id__in=ids, tahun__lt=dokumen.tahun_mulai).order_by("tahun")
    awal = {satu.indikator_id: f"{eja_baris(satu)} ({satu.tahun})" for satu in semula}
    unit = dict(Simpul.objects.filter(dokumen=dokumen).values_list("pk", "pj_unit__kode"))
    hasil: Tabel = {}
    for butir, induk in _walk(akar, ""):
        s = butir.simpul
        hasil[kunci_simpul(s.asal)] = {
            "jenis": s.jenis,
            "induk": induk,
            "kode": s.kode,
            "pernyataan": s.pernyataan,
            "pj": unit.get(s.pk) or "",
            **pagu.get(s.pk, {}),
        }
        for indikator in butir.indikator:
            v = versi.get(indikator.pk)
            tambahan = {b: " ".join(str(getattr(v, b, "")).split()) for b in kamus if b != "alasan"}
            if "alasan" in kamus:
                tambahan["alasan"] = " ".join(alasan.get((s.pk, indikator.pk), "").split())
            hasil[kunci_indikator(s.asal, indikator.kode)] = {
                "nama": "" if v is None else v.nama,
                "satuan": "" if v is None else str(v.satuan or ""),
                "awal": awal.get(indikator.pk, ""),
                **tambahan,
                **target.get(indikator.pk, {}),
            }
    return hasil


def _walk(butir: Iterable[SimpulPohon], induk: str) -> Iterable[tuple[SimpulPohon, str]]:
    # In a matrix the level columns say what lies below what, so a lower level stands before its higher siblings.
    for satu in sorted(butir, key=lambda satu: -TINGKAT[satu.simpul.jenis]):
        yield satu, induk
        yield from _walk(satu.anak, kunci_simpul(satu.simpul.asal))


def sidik(tabel: Mapping[str, Mapping[str, str]], hanya_baca: frozenset[str] = HANYA_BACA) -> str:
    """SHA-256 of what is compared of a table; what is only shown does not count."""
    isi = {k: {b: n for b, n in baris.items() if b not in hanya_baca} for k, baris in tabel.items()}
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


def eja_rupiah(jumlah: Decimal) -> str:
    """Rupiah as a planner writes it: whole amounts without cents."""
    teks = f"{jumlah:,.2f}".translate(str.maketrans(",.", ".,"))
    return teks.removesuffix(",00")


def baca_rupiah(teks: str) -> Decimal | None:
    """The amount of a cell of a table; None for an empty one."""
    return Decimal(teks.replace(".", "").replace(",", ".")) if teks else None


def setara(a: str, b: str) -> bool:
    """Whether two cells say the same: spaces and zeros behind the last decimal do not count."""
    return _baku(a) == _baku(b)


def _baku(teks: str) -> str:
    bersih = " ".join(teks.split())
    if "," not in bersih or not bersih.endswith("0"):
        return bersih
    try:
        Decimal(bersih.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return bersih
    return bersih.rstrip("0").rstrip(",")
