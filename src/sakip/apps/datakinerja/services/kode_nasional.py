"""The national list: a file is looked at first, applied as it was looked at, and the last one taken back."""

from hashlib import sha256
from io import BytesIO
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone

from sakip.apps.datakinerja.baca_nasional import BacaanNasional, BarisNasional, read_kode_nasional
from sakip.apps.datakinerja.galat import BerkasBergalat, ImporSelesai, ImporTakDapatDiurungkan
from sakip.apps.datakinerja.models import KodeIndikatorNasional
from sakip.apps.datakinerja.nasional import BENTUK
from sakip.apps.datakinerja.services._isi import BATCH
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import today
from sakip.platform.files.selectors import berkas_path
from sakip.platform.files.services import store_berkas
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.organisasi.models import Instansi

_BIDANG = ("nama", "satuan", "definisi", "sumber")
#: Messages kept with a preview; a file with more is mended before it is looked at again.
PESAN_MAKS = 500


def preview_kode_nasional(
    *, instansi: Instansi, isi: bytes, nama: str, by: Pengguna | None, sumber: str = ""
) -> Impor:
    """Read a file and keep it with what it would do; raises BerkasTakTerpakai."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=instansi)
    # Read before the transaction: SQLite's only writer must not wait for a file to be read.
    bacaan = read_kode_nasional(isi, nama)
    sumber = " ".join(sumber.split())[:300]
    rencana = _plan(instansi, bacaan, sumber)
    pesan = sorted(bacaan.pesan, key=lambda satu: satu.tingkat.value != "galat")
    akhiran = ".xlsx" if isi[:4] == b"PK\x03\x04" else ".csv"
    with transaction.atomic():
        berkas = store_berkas(
            instansi=instansi, isi=BytesIO(isi), nama=f"{PurePath(nama).stem}{akhiran}", by=by
        )
        return Impor.objects.create(
            instansi=instansi,
            bentuk=BENTUK,
            tahun=today().year,
            pilihan={"sumber": sumber},
            berkas=berkas,
            nama_berkas=PurePath(nama).name[:255],
            sha256=sha256(isi).hexdigest(),
            ringkasan={
                **_count(rencana, bacaan),
                "dibaca": len(bacaan.baris),
                "galat": sum(satu.tingkat.value == "galat" for satu in pesan),
                "pesan": [satu.to_dict() for satu in pesan[:PESAN_MAKS]],
                "pesan_lain": max(0, len(pesan) - PESAN_MAKS),
            },
            oleh=by,
            pada=timezone.now(),
        )


def import_kode_nasional(*, impor: Impor, by: Pengguna | None) -> Impor:
    """Apply a stored preview: new codes are added, reworded ones changed, the rest is left alone."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=impor.instansi)
    if impor.berkas is None:
        raise BerkasBergalat
    bacaan = read_kode_nasional(berkas_path(impor.berkas).read_bytes(), impor.nama_berkas)
    if not bacaan.bersih:
        raise BerkasBergalat
    with transaction.atomic():
        return _apply(impor, bacaan, by)


def _apply(impor: Impor, bacaan: BacaanNasional, by: Pengguna | None) -> Impor:
    instansi = Instansi.objects.select_for_update(no_key=True).get(pk=impor.instansi_id)
    terkunci = Impor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    if terkunci.bentuk != BENTUK or terkunci.status != StatusImpor.PRATINJAU:
        raise ImporSelesai
    rencana = _plan(instansi, bacaan, terkunci.pilihan["sumber"])
    baru = [satu for satu, sebelum in rencana if sebelum is None]
    ubah = {satu.kode: sebelum for satu, sebelum in rencana if sebelum is not None}
    KodeIndikatorNasional.objects.bulk_create(baru, batch_size=BATCH)
    KodeIndikatorNasional.objects.bulk_update(
        [satu for satu, sebelum in rencana if sebelum is not None], _BIDANG, batch_size=BATCH
    )
    hitung = _count(rencana, bacaan)
    terkunci.status = StatusImpor.DITERAPKAN
    terkunci.ringkasan = {**terkunci.ringkasan, **hitung}
    terkunci.jejak = {"dibuat": [satu.kode for satu in baru], "sebelum": ubah}
    terkunci.oleh, terkunci.pada = by, timezone.now()
    terkunci.save()
    record(
        aksi="datakinerja.kode_nasional.diimpor",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={**hitung, "sha256": terkunci.sha256},
    )
    return terkunci


@transaction.atomic
def undo_kode_nasional(*, instansi: Instansi, by: Pengguna | None) -> Impor:
    """Take the last applied import back: what it made goes, what it changed says again what it said."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=instansi)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    impor = (
        Impor.objects.select_for_update(of=("self",))
        .filter(instansi=instansi, bentuk=BENTUK, status=StatusImpor.DITERAPKAN)
        .order_by("-pada", "-pk")
        .first()
    )
    if impor is None:
        raise ImporTakDapatDiurungkan
    milik = KodeIndikatorNasional.objects.filter(instansi=instansi)
    milik.filter(kode__in=impor.jejak["dibuat"]).delete()
    sebelum = impor.jejak["sebelum"]
    ubah = list(milik.filter(kode__in=list(sebelum)))
    for satu in ubah:
        for bidang, nilai in sebelum[satu.kode].items():
            setattr(satu, bidang, nilai)
    KodeIndikatorNasional.objects.bulk_update(ubah, _BIDANG, batch_size=BATCH)
    impor.status, impor.diurungkan_pada = StatusImpor.DIURUNGKAN, timezone.now()
    impor.save(update_fields=["status", "diurungkan_pada"])
    record(
        aksi="datakinerja.kode_nasional.impor_diurungkan",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"sha256": impor.sha256},
    )
    return impor


_Rencana = list[tuple[KodeIndikatorNasional, dict[str, str] | None]]


def _plan(instansi: Instansi, bacaan: BacaanNasional, sumber: str) -> _Rencana:
    """Rows to write: a new one with None, a changed one with what it said before."""
    ada = {satu.kode.casefold(): satu for satu in KodeIndikatorNasional.objects.filter(instansi=instansi)}
    hasil: _Rencana = []
    for baris in bacaan.baris:
        lama = ada.get(baris.kode.casefold())
        isi = _fields(baris, sumber)
        if lama is None:
            hasil.append((KodeIndikatorNasional(instansi=instansi, kode=baris.kode, **isi), None))
            continue
        # An empty cell says nothing, so it changes nothing.
        sebelum = {b: getattr(lama, b) for b in _BIDANG if isi[b] and getattr(lama, b) != isi[b]}
        if sebelum:
            for bidang in sebelum:
                setattr(lama, bidang, isi[bidang])
            hasil.append((lama, sebelum))
    return hasil


def _fields(baris: BarisNasional, sumber: str) -> dict[str, str]:
    return {"nama": baris.nama, "satuan": baris.satuan, "definisi": baris.definisi, "sumber": sumber}


def _count(rencana: _Rencana, bacaan: BacaanNasional) -> dict[str, int]:
    dibuat = sum(sebelum is None for _satu, sebelum in rencana)
    diubah = len(rencana) - dibuat
    return {"dibuat": dibuat, "diubah": diubah, "tetap": len(bacaan.baris) - dibuat - diubah}
