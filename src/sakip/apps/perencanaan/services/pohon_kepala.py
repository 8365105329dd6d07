"""The head of a performance tree: making one, its steps, carrying it into another year."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import BedaInstansi, IsianKosong
from sakip.apps.perencanaan.galat_pohon import LangkahTerhalang, MundurBertautan, PohonSudahAda
from sakip.apps.perencanaan.models import (
    DukunganSimpul,
    JenisPohon,
    JenisPohonSimpul,
    Pohon,
    PohonIndikator,
    PohonSimpul,
)
from sakip.apps.perencanaan.policies import require_ubah
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.apps.perencanaan.services._dasar import BATCH, require_text
from sakip.apps.perencanaan.services._pohon import LANGKAH_TERAKHIR, require_unit_berlaku
from sakip.apps.perencanaan.services.pohon_ubah import lock_pohon
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import JabatanVersi, Unit, UnitVersi

BIDANG_KEPALA = ("nama", "tema", "dasar_hasil", "disepakati_pada")


@transaction.atomic
def create_pohon(
    *,
    unit: Unit,
    nama: str,
    tahun: int,
    by: Pengguna | None,
    tema: str = "",
    dasar_hasil: str = "",
) -> Pohon:
    """An empty tree at step 1. With a theme it is a thematic one, of which several units own conditions."""
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    require_unit_berlaku(unit, tahun, bidang="unit")
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    bersih = require_text(nama, "nama")
    if Pohon.objects.filter(unit=unit, nama=bersih, tahun=tahun).exists():
        raise PohonSudahAda(bersih, tahun)
    pohon = Pohon(
        instansi_id=unit.instansi_id,
        unit=unit,
        nama=bersih,
        tahun=tahun,
        jenis=JenisPohon.TEMATIK if tema.strip() else JenisPohon.UNIT,
        tema=tema.strip(),
        dasar_hasil=dasar_hasil.strip(),
        langkah=1,
    )
    pohon.full_clean(validate_constraints=False)
    pohon.save(force_insert=True)
    _record("dibuat", pohon, by, {"tahun": tahun, "unit": unit.kode, "tema": pohon.tema})
    return pohon


@transaction.atomic
def update_pohon(*, pohon: Pohon, by: Pengguna | None, **isi: Any) -> Pohon:
    """Change the name, the theme, the ground of its outcome, or the day it was agreed on (BIDANG_KEPALA)."""
    terkunci = lock_pohon(pohon)
    require_ubah(by, terkunci)
    baru = {bidang: isi[bidang] for bidang in BIDANG_KEPALA if bidang in isi}
    if "nama" in baru:
        baru["nama"] = require_text(baru["nama"], "nama")
        sama = Pohon.objects.filter(unit=terkunci.unit, nama=baru["nama"], tahun=terkunci.tahun)
        if sama.exclude(pk=terkunci.pk).exists():
            raise PohonSudahAda(baru["nama"], terkunci.tahun)
    if terkunci.jenis == JenisPohon.TEMATIK and "tema" in baru and not baru["tema"].strip():
        raise IsianKosong("tema")
    if terkunci.jenis == JenisPohon.UNIT:
        baru.pop("tema", None)
    sebelum = {bidang: getattr(terkunci, bidang) for bidang in baru}
    for bidang, nilai in baru.items():
        setattr(terkunci, bidang, nilai)
    terkunci.full_clean(validate_constraints=False)
    terkunci.save(update_fields=list(baru))
    beda = {b: [_text(sebelum[b]), _text(baru[b])] for b in sorted(baru) if sebelum[b] != baru[b]}
    if beda:
        _record("diubah", terkunci, by, beda)
    return terkunci


def _text(nilai: str | date | None) -> str:
    return "" if nilai is None else str(nilai)


@transaction.atomic
def advance_langkah(*, pohon: Pohon, by: Pengguna | None) -> Pohon:
    """The whole tree goes one step further. What is merely missing stays listed; nothing at all is refused."""
    terkunci = lock_pohon(pohon)
    require_ubah(by, terkunci)
    if terkunci.langkah == LANGKAH_TERAKHIR:
        raise LangkahTerhalang(_("Pohon ini sudah pada langkah kelima."))
    hasil = PohonSimpul.objects.filter(
        pohon=terkunci, jenis=JenisPohonSimpul.HASIL, pensiun_pada__isnull=True
    )
    if not hasil.exists():
        raise LangkahTerhalang(_("Tetapkan sedikitnya satu hasil sebelum menjabarkannya."))
    return _set_langkah(terkunci, terkunci.langkah + 1, by)


@transaction.atomic
def return_langkah(*, pohon: Pohon, by: Pengguna | None) -> Pohon:
    """One step back; from the fifth only when nothing is linked any more."""
    terkunci = lock_pohon(pohon)
    require_ubah(by, terkunci)
    if terkunci.langkah == 1:
        raise LangkahTerhalang(_("Pohon ini sudah pada langkah pertama."))
    if terkunci.langkah == LANGKAH_TERAKHIR:
        bertaut = PohonSimpul.objects.filter(pohon=terkunci).filter(
            Q(simpul__isnull=False) | Q(pemilik_jabatan__isnull=False)
        )
        nama = list(bertaut.order_by("urutan", "id").values_list("pernyataan", flat=True))
        if nama:
            raise MundurBertautan(nama, len(nama))
    return _set_langkah(terkunci, terkunci.langkah - 1, by)


def _set_langkah(pohon: Pohon, langkah: int, by: Pengguna | None) -> Pohon:
    lama, pohon.langkah = pohon.langkah, langkah
    pohon.save(update_fields=["langkah"])
    PohonSimpul.objects.filter(pohon=pohon).update(langkah=langkah)
    _record("langkah", pohon, by, {"langkah": [lama, langkah]})
    return pohon


@transaction.atomic
def copy_pohon(
    *, pohon: Pohon, tahun: int, by: Pengguna | None, unit: Unit | None = None, nama: str = ""
) -> Pohon:
    """The living conditions of a tree in another year, each with its lineage (`asal`).

    Printed targets belong to the year they were printed for and stay behind. A link goes along where its plan
    covers the new year, an owner where it is in force then.
    """
    tujuan = unit or pohon.unit
    require(by, Izin.SUSUN_RENCANA, unit=tujuan)
    if tujuan.instansi_id != pohon.instansi_id:
        raise BedaInstansi("unit")
    require_unit_berlaku(tujuan, tahun, bidang="unit")
    judul = nama.strip() or pohon.nama
    if Pohon.objects.filter(unit=tujuan, nama=judul, tahun=tahun).exists():
        raise PohonSudahAda(judul, tahun)
    baru = Pohon.objects.create(
        instansi_id=pohon.instansi_id,
        unit=tujuan,
        nama=judul,
        tahun=tahun,
        jenis=pohon.jenis,
        tema=pohon.tema,
        dasar_hasil=pohon.dasar_hasil,
        langkah=pohon.langkah,
        turunan_dari=pohon,
    )
    jumlah = _copy_simpul(pohon, baru)
    _record("disalin", baru, by, {"dari": str(pohon.uid), "tahun": [pohon.tahun, tahun], "jumlah": jumlah})
    return baru


def _copy_simpul(lama: Pohon, baru: Pohon) -> int:
    hari = hari_pohon(baru.tahun)
    unit = set(
        UnitVersi.objects.pada(hari).filter(instansi_id=baru.instansi_id).values_list("unit_id", flat=True)
    )
    jabatan = set(
        JabatanVersi.objects.pada(hari)
        .filter(instansi_id=baru.instansi_id)
        .values_list("jabatan_id", flat=True)
    )
    semua = list(PohonSimpul.objects.filter(pohon=lama).select_related("simpul__dokumen"))
    induk = {satu.pk: satu.induk_id for satu in semua}
    hidup = {satu.pk: satu for satu in semua if satu.pensiun_pada is None}
    salinan = {
        pk: PohonSimpul(
            instansi_id=baru.instansi_id,
            pohon=baru,
            kode=satu.kode,
            jenis=satu.jenis,
            pernyataan=satu.pernyataan,
            urutan=satu.urutan,
            langkah=baru.langkah,
            asal=satu.asal,
            pemilik_unit_id=satu.pemilik_unit_id if satu.pemilik_unit_id in unit else None,
            pemilik_jabatan_id=satu.pemilik_jabatan_id if satu.pemilik_jabatan_id in jabatan else None,
            pemilik_teks=satu.pemilik_teks,
            simpul=satu.simpul if _covers(satu, baru.tahun) else None,
            sumber=satu.sumber,
        )
        for pk, satu in hidup.items()
    }
    PohonSimpul.objects.bulk_create(salinan.values(), batch_size=BATCH)
    for pk, satu in salinan.items():
        satu.induk = salinan.get(_living_parent(pk, induk, hidup) or 0)
    PohonSimpul.objects.bulk_update(salinan.values(), ["induk"], batch_size=BATCH)
    _copy_isi(salinan)
    return len(salinan)


def _covers(simpul: PohonSimpul, tahun: int) -> bool:
    rencana = simpul.simpul
    return rencana is not None and rencana.dokumen.tahun_mulai <= tahun <= rencana.dokumen.tahun_selesai


def _living_parent(pk: int, induk: Mapping[int, int | None], hidup: Mapping[int, PohonSimpul]) -> int | None:
    """The nearest parent that was not retired."""
    atas = induk[pk]
    while atas is not None and atas not in hidup:
        atas = induk[atas]
    return atas


def _copy_isi(salinan: Mapping[int, PohonSimpul]) -> None:
    PohonIndikator.objects.bulk_create(
        (
            PohonIndikator(
                instansi_id=i.instansi_id,
                simpul=salinan[i.simpul_id],
                indikator_id=i.indikator_id,
                kode=i.kode,
                nama=i.nama,
                satuan_teks=i.satuan_teks,
                urutan=i.urutan,
            )
            for i in PohonIndikator.objects.filter(simpul_id__in=salinan)
        ),
        batch_size=BATCH,
    )
    DukunganSimpul.objects.bulk_create(
        DukunganSimpul(
            instansi_id=d.instansi_id, simpul=salinan[d.simpul_id], mendukung=salinan[d.mendukung_id]
        )
        for d in DukunganSimpul.objects.filter(simpul_id__in=salinan, mendukung_id__in=salinan)
    )


def _record(aksi: str, pohon: Pohon, by: Pengguna | None, perubahan: Mapping[str, Any]) -> None:
    record(
        aksi=f"perencanaan.pohon.{aksi}",
        objek=pohon,
        by=by,
        instansi=pohon.instansi,
        label=pohon.nama,
        perubahan=perubahan,
    )
