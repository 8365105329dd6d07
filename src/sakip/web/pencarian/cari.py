"""Finding units, indicators, documents and plan nodes by the words that stand in them."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.selectors import dokumen_visible_to, simpul_visible_to
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import UnitVersi

BATAS = 10


@dataclass(frozen=True, slots=True)
class Temuan:
    judul: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """One kind of result. `lebih` says that more matched than are shown."""

    nama: str
    ikon: str
    isi: list[Temuan]
    lebih: bool


def cari(*, pengguna: Pengguna, kata: str, batas: int = BATAS) -> list[KelompokTemuan]:
    """Four queries; each kind is cut at `batas` and says so."""
    kelompok = [
        _kelompok(_("Unit"), "gedung", _unit(pengguna, kata, batas + 1), batas),
        _kelompok(_("Indikator"), "sasaran", _indikator(pengguna, kata, batas + 1), batas),
        _kelompok(_("Dokumen"), "berkas", _dokumen(pengguna, kata, batas + 1), batas),
        _kelompok(_("Sasaran, program, dan kegiatan"), "pohon", _simpul(pengguna, kata, batas + 1), batas),
    ]
    return [k for k in kelompok if k.isi]


def _kelompok(nama: str, ikon: str, isi: list[Temuan], batas: int) -> KelompokTemuan:
    return KelompokTemuan(nama, ikon, isi[:batas], len(isi) > batas)


def words_in(kata: str, *bidang: str) -> Q:
    """Every word must stand in one of the fields."""
    syarat = Q()
    for satu in kata.split():
        syarat &= Q(*[(f"{b}__icontains", satu) for b in bidang], _connector=Q.OR)
    return syarat


def _unit(pengguna: Pengguna, kata: str, batas: int) -> list[Temuan]:
    versi = (
        UnitVersi.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA))
        .filter(words_in(kata, "nama", "singkatan", "unit__kode"))
        .select_related("unit")
        .order_by("unit__kode", "-berlaku_mulai")
    )
    terbaru: dict[int, UnitVersi] = {}
    for v in versi[: batas * 3]:
        terbaru.setdefault(v.unit_id, v)
    return [
        Temuan(v.nama, _period(v), reverse("pengukuran:unit", args=[v.unit.uid]))
        for v in list(terbaru.values())[:batas]
    ]


def _period(versi: UnitVersi) -> str:
    if versi.berlaku_sampai is None:
        return versi.singkatan or versi.unit.kode
    return _("%(kode)s, nama sampai %(sampai)s") % {
        "kode": versi.unit.kode,
        "sampai": f"{versi.berlaku_sampai:%Y}",
    }


def _indikator(pengguna: Pengguna, kata: str, batas: int) -> list[Temuan]:
    versi = (
        IndikatorVersi.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA))
        .filter(words_in(kata, "nama", "indikator__kode"))
        .select_related("indikator", "satuan", "unit")
        .order_by("nama", "-berlaku_mulai")
    )
    terbaru: dict[int, IndikatorVersi] = {}
    for v in versi[: batas * 3]:
        terbaru.setdefault(v.indikator_id, v)
    return [
        Temuan(
            v.nama,
            " · ".join(filter(None, [v.unit.kode, str(v.satuan or ""), "IKU" if v.is_iku else ""])),
            reverse("pengukuran:indikator", args=[v.indikator.uid]),
        )
        for v in list(terbaru.values())[:batas]
    ]


def _dokumen(pengguna: Pengguna, kata: str, batas: int) -> list[Temuan]:
    dokumen = dokumen_visible_to(pengguna).filter(words_in(kata, "nama", "dasar", "unit__kode"))
    return [
        Temuan(
            d.nama,
            f"{d.get_jenis_display()} {d.tahun_mulai}–{d.tahun_selesai} · {d.get_status_display()}",
            reverse("perencanaan:dokumen", args=[d.uid]),
        )
        for d in dokumen.order_by("-tahun_mulai", "nama")[:batas]
    ]


def _simpul(pengguna: Pengguna, kata: str, batas: int) -> list[Temuan]:
    simpul = simpul_visible_to(pengguna).filter(words_in(kata, "pernyataan", "kode"))
    return [
        Temuan(
            s.pernyataan,
            f"{s.get_jenis_display()} · {s.dokumen.nama}",
            reverse("perencanaan:dokumen", args=[s.dokumen.uid]),
        )
        for s in simpul.order_by("pernyataan")[:batas]
    ]
