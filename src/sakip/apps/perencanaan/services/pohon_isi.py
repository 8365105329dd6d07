"""What hangs on a condition: its indicators, and the further conditions it supports."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import BedaInstansi, SudahTertaut
from sakip.apps.perencanaan.galat_pohon import DukunganTidakSah
from sakip.apps.perencanaan.models import DukunganSimpul, PohonIndikator, PohonSimpul
from sakip.apps.perencanaan.policies import require_ubah
from sakip.apps.perencanaan.selectors.pohon import leluhur_ids
from sakip.apps.perencanaan.services._dasar import require_text
from sakip.apps.perencanaan.services.pohon import IsiPohonIndikator
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record


@transaction.atomic
def add_pohon_indikator(
    *, simpul: PohonSimpul, isi: IsiPohonIndikator, by: Pengguna | None
) -> PohonIndikator:
    """Measure a condition: by an indicator of the dictionary, or by one in words."""
    terkunci = _lock(simpul, by)
    if isi.indikator is not None:
        if isi.indikator.instansi_id != terkunci.instansi_id:
            raise BedaInstansi("indikator")
        if PohonIndikator.objects.filter(simpul=terkunci, indikator=isi.indikator).exists():
            raise SudahTertaut(isi.indikator.kode)
    baru = PohonIndikator(
        instansi_id=terkunci.instansi_id,
        simpul=terkunci,
        indikator=isi.indikator,
        kode=isi.kode.strip(),
        nama=require_text(isi.nama, "nama"),
        satuan_teks=isi.satuan_teks.strip(),
        target_teks=isi.target_teks.strip(),
        urutan=_next_urutan(terkunci),
    )
    baru.full_clean(validate_constraints=False)
    baru.save(force_insert=True)
    _touch(terkunci, "indikator_ditambah", by, {"indikator": baru.nama})
    return baru


@transaction.atomic
def update_pohon_indikator(
    *, indikator: PohonIndikator, isi: IsiPohonIndikator, by: Pengguna | None
) -> PohonIndikator:
    terkunci = _lock(indikator.simpul, by)
    baris = PohonIndikator.objects.select_for_update(of=("self",)).get(pk=indikator.pk)
    lama = baris.nama
    baris.indikator = isi.indikator
    baris.nama = require_text(isi.nama, "nama")
    baris.kode, baris.satuan_teks = isi.kode.strip(), isi.satuan_teks.strip()
    baris.target_teks = isi.target_teks.strip()
    if isi.indikator is not None and isi.indikator.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("indikator")
    baris.full_clean(validate_constraints=False)
    baris.save(update_fields=["indikator", "nama", "kode", "satuan_teks", "target_teks"])
    _touch(terkunci, "indikator_diubah", by, {"indikator": [lama, baris.nama]})
    return baris


@transaction.atomic
def remove_pohon_indikator(*, indikator: PohonIndikator, by: Pengguna | None) -> None:
    """Measure a condition by it no more; the indicator itself and its results stay in the dictionary."""
    terkunci = _lock(indikator.simpul, by)
    nama = indikator.nama
    PohonIndikator.objects.filter(pk=indikator.pk).delete()
    _touch(terkunci, "indikator_dilepas", by, {"indikator": nama})


@transaction.atomic
def add_dukungan(*, simpul: PohonSimpul, mendukung: PohonSimpul, by: Pengguna | None) -> DukunganSimpul:
    """A further condition that this one supports, besides the chain of its main parents."""
    terkunci = _lock(simpul, by)
    if mendukung.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("mendukung")
    if mendukung.pk == terkunci.pk:
        raise DukunganTidakSah(_("kondisi tidak mendukung dirinya sendiri"))
    if mendukung.pohon_id != terkunci.pohon_id:
        raise DukunganTidakSah(_("kondisi itu berada di pohon lain; usulkan crosscutting"))
    if mendukung.pk in leluhur_ids(terkunci.pk):
        raise DukunganTidakSah(_("kondisi itu sudah didukung lewat induk utamanya"))
    if terkunci.pk in leluhur_ids(mendukung.pk):
        raise DukunganTidakSah(_("kondisi itu berada di bawahnya"))
    if DukunganSimpul.objects.filter(simpul=terkunci, mendukung=mendukung).exists():
        raise DukunganTidakSah(_("dukungan itu sudah ada"))
    baru = DukunganSimpul.objects.create(
        instansi_id=terkunci.instansi_id, simpul=terkunci, mendukung=mendukung
    )
    _touch(terkunci, "dukungan_ditambah", by, {"mendukung": mendukung.kode})
    return baru


@transaction.atomic
def remove_dukungan(*, simpul: PohonSimpul, mendukung: PohonSimpul, by: Pengguna | None) -> None:
    terkunci = _lock(simpul, by)
    hapus, _rinci = DukunganSimpul.objects.filter(simpul=terkunci, mendukung=mendukung).delete()
    if hapus:
        _touch(terkunci, "dukungan_dilepas", by, {"mendukung": mendukung.kode})


def _next_urutan(simpul: PohonSimpul) -> int:
    terakhir = PohonIndikator.objects.filter(simpul=simpul).aggregate(n=Max("urutan"))["n"]
    return 0 if terakhir is None else int(terakhir) + 1


def _lock(simpul: PohonSimpul, by: Pengguna | None) -> PohonSimpul:
    semua = PohonSimpul.objects.select_for_update(of=("self",)).select_related(
        "pohon__unit", "pohon__instansi", "pemilik_unit"
    )
    terkunci = semua.get(pk=simpul.pk)
    require_ubah(by, terkunci.pohon, terkunci)
    return terkunci


def _touch(simpul: PohonSimpul, aksi: str, by: Pengguna | None, perubahan: Mapping[str, Any]) -> None:
    """Indicators and support are part of what others see of the condition, so its version counts them."""
    simpul.versi += 1
    simpul.save(update_fields=["versi"])
    record(
        aksi=f"perencanaan.pohon_simpul.{aksi}",
        objek=simpul,
        by=by,
        instansi=simpul.pohon.instansi,
        label=simpul.pernyataan,
        perubahan={"pohon": str(simpul.pohon.uid), **perubahan},
    )
