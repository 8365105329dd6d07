"""What the forms of a tree offer: units, posts, plan nodes and indicators of the tree's year."""

from typing import Any

from django.db.models import Q

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.models import JenisSimpul, Pohon, PohonSimpul, Simpul
from sakip.apps.perencanaan.selectors import DOKUMEN_INSTANSI, covers
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.platform.organisasi.models import Instansi
from sakip.platform.organisasi.selectors import jabatan_versi_pada, unit_versi_pada

Pilihan = list[tuple[str, Any]]
LANGKAH_TERAKHIR = 5


def unit_choices(instansi: Instansi, tahun: int, *, kecuali: int | None = None) -> Pilihan:
    return [
        (str(v.unit.uid), v.nama)
        for pk, v in unit_versi_pada(instansi, hari_pohon(tahun)).items()
        if pk != kecuali
    ]


def jabatan_choices(pohon: Pohon, simpul: PohonSimpul | None) -> Pilihan | None:
    """Posts of the tree's unit, of the owner and of their parts; None before step 5."""
    if pohon.langkah < LANGKAH_TERAKHIR:
        return None
    versi = jabatan_versi_pada(pohon.instansi, hari_pohon(pohon.tahun))
    unit = {pohon.unit_id} if simpul is None or simpul.pemilik_unit_id is None else {simpul.pemilik_unit_id}
    versi = versi.filter(Q(unit_id__in=unit) | Q(unit__versi__induk_id__in=unit)).distinct()
    pilihan = [(str(v.jabatan.uid), v.nama) for v in versi]
    if simpul is not None and simpul.pemilik_jabatan is not None:
        ada = str(simpul.pemilik_jabatan.uid)
        if ada not in dict(pilihan):
            pilihan.append((ada, simpul.pemilik_jabatan.kode))
    return pilihan


def rencana_choices(pohon: Pohon, simpul: PohonSimpul | None) -> Pilihan | None:
    """Nodes of the plans in force for the year, by document; None before step 5."""
    if pohon.langkah < LANGKAH_TERAKHIR:
        return None
    unit = {pohon.unit_id}
    if simpul is not None and simpul.pemilik_unit_id is not None:
        unit.add(simpul.pemilik_unit_id)
    semua = (
        Simpul.objects.filter(covers(pohon.tahun, "dokumen__"), instansi_id=pohon.instansi_id)
        .filter(Q(dokumen__unit_id__in=unit) | Q(dokumen__jenis__in=DOKUMEN_INSTANSI))
        .exclude(jenis__in=(JenisSimpul.VISI, JenisSimpul.MISI))
    )
    if simpul is not None and simpul.simpul_id is not None:
        semua = semua | Simpul.objects.filter(pk=simpul.simpul_id)
    kelompok: dict[str, Pilihan] = {}
    for uid, jenis, kode, isi, dokumen in (
        semua.distinct()
        .order_by("dokumen__jenis", "dokumen_id", "urutan", "id")
        .values_list("uid", "jenis", "kode", "pernyataan", "dokumen__nama")
    ):
        label = f"{JenisSimpul(jenis).label} {kode} {isi}"
        kelompok.setdefault(dokumen, []).append((str(uid), " ".join(label.split())[:160]))
    return list(kelompok.items())


def kamus_choices(pohon: Pohon, simpul: PohonSimpul) -> dict[str, tuple[Any, str, str]]:
    """Indicators of the dictionary that the units of the tree answer for: uid -> (row, name, unit)."""
    unit = [pk for pk in (pohon.unit_id, simpul.pemilik_unit_id) if pk is not None]
    milik = IndikatorVersi.objects.filter(unit_id__in=unit).values_list("indikator_id", flat=True)
    versi = versi_pada(set(milik), hari_pohon(pohon.tahun))
    urut = sorted(versi.values(), key=lambda v: v.nama.casefold())
    return {
        str(v.indikator.uid): (v.indikator, v.nama, "" if v.satuan is None else str(v.satuan)) for v in urut
    }


def simpul_choices(pohon: Pohon, kecuali: set[int]) -> Pilihan:
    semua = PohonSimpul.objects.filter(pohon=pohon, pensiun_pada__isnull=True).exclude(pk__in=kecuali)
    return [
        (str(uid), f"{kode} {isi}"[:160])
        for uid, kode, isi in semua.order_by("kode").values_list("uid", "kode", "pernyataan")
    ]
