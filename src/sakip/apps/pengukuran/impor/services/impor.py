"""From a file to a preview, and from a preview to rows."""

import hashlib
import io
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone

from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.cocok import Cocok, match_rencana
from sakip.apps.pengukuran.impor.hasil import HasilImpor
from sakip.apps.pengukuran.impor.rencana import Rencana
from sakip.apps.pengukuran.impor.services.baca import parse_berkas, parse_stored
from sakip.apps.pengukuran.impor.services.tulis import Penulis
from sakip.apps.pengukuran.impor.services.turunan import refresh_capaian, store_tercetak
from sakip.platform import wewenang
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import in_indonesian
from sakip.platform.files.services import store_berkas
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.organisasi.models import Instansi, JenisInstansi, SifatData, Unit
from sakip.platform.organisasi.services import create_instansi
from sakip.platform.wewenang import Izin


class InstansiTidakAda(Exception):
    """No instansi has this code and no name was given to create it."""

    def __init__(self, kode: str) -> None:
        super().__init__(
            f"Instansi dengan kode {kode} tidak ada. Periksa kodenya, "
            'atau beri --nama "Nama instansi" untuk membuatnya.'
        )


def preview_berkas(
    *, isi: bytes, nama: str, bentuk: str, pilihan: PilihanImpor, instansi: Instansi | None
) -> HasilImpor:
    """What applying the file would do. Nothing is written."""
    rencana = parse_berkas(isi, nama, bentuk, pilihan)
    return HasilImpor(rencana, match_rencana(rencana, instansi))


@transaction.atomic
def preview_impor(
    *, isi: bytes, nama: str, bentuk: str, pilihan: PilihanImpor, instansi: Instansi, by: Pengguna | None
) -> HasilImpor:
    """Preview and keep the file with its report, so that the same file can be applied from the page."""
    wewenang.require(by, Izin.IMPOR, instansi=None if by is not None else instansi)
    hasil = preview_berkas(isi=isi, nama=nama, bentuk=bentuk, pilihan=pilihan, instansi=instansi)
    _require_scope(hasil.cocok, instansi, by)
    berkas = store_berkas(instansi=instansi, isi=io.BytesIO(isi), nama=_file_name(nama, isi), by=by)
    impor = Impor.objects.create(
        instansi=instansi,
        bentuk=bentuk,
        tahun=pilihan.tahun,
        pilihan={"unit": pilihan.unit, "desimal": pilihan.desimal},
        berkas=berkas,
        nama_berkas=PurePath(nama).name[:255],
        sha256=hashlib.sha256(isi).hexdigest(),
        status=StatusImpor.PRATINJAU,
        ringkasan=hasil.ringkasan(),
        oleh=by,
        pada=timezone.now(),
    )
    return HasilImpor(hasil.rencana, hasil.cocok, impor)


def apply_berkas(
    *,
    isi: bytes,
    nama: str,
    bentuk: str,
    pilihan: PilihanImpor,
    kode_instansi: str,
    nama_instansi: str = "",
    sifat_data: str = SifatData.RESMI,
    sumber_data: str = "",
    by: Pengguna | None,
) -> HasilImpor:
    """Read and apply in one step, creating the instansi when a name is given and it is not there."""
    # Parsed before the transaction: SQLite's only writer must not wait for a file to be read.
    rencana = parse_berkas(isi, nama, bentuk, pilihan)
    with transaction.atomic():
        instansi = Instansi.objects.filter(kode_wilayah=kode_instansi).first()
        if instansi is None:
            if not nama_instansi.strip():
                raise InstansiTidakAda(kode_instansi)
            instansi = create_instansi(
                kode_wilayah=kode_instansi,
                nama=nama_instansi,
                jenis=guess_jenis(nama_instansi),
                sifat_data=sifat_data,
                sumber_data=sumber_data,
                by=by,
            )
        berkas = store_berkas(instansi=instansi, isi=io.BytesIO(isi), nama=_file_name(nama, isi), by=by)
        impor = Impor(
            instansi=instansi,
            bentuk=bentuk,
            tahun=pilihan.tahun,
            pilihan={"unit": pilihan.unit, "desimal": pilihan.desimal},
            berkas=berkas,
            nama_berkas=PurePath(nama).name[:255],
            sha256=hashlib.sha256(isi).hexdigest(),
        )
        return _apply(impor, rencana, by)


def apply_impor(*, impor: Impor, by: Pengguna | None) -> HasilImpor:
    """Apply a stored preview: its file is read again and compared with the database as it is now."""
    rencana = parse_stored(impor)
    with transaction.atomic():
        terkunci = Impor.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=impor.pk)
        if terkunci.status != StatusImpor.PRATINJAU:
            raise ImporSudahSelesai(terkunci)
        return _apply(terkunci, rencana, by)


class ImporSudahSelesai(Exception):
    """A preview is applied once."""

    def __init__(self, impor: Impor) -> None:
        status = in_indonesian(StatusImpor(impor.status).label).lower()
        super().__init__(f"Impor ini sudah {status}. Unggah berkasnya lagi bila perlu.")


def _apply(impor: Impor, rencana: Rencana, by: Pengguna | None) -> HasilImpor:
    instansi = Instansi.objects.select_for_update().get(pk=impor.instansi_id)
    cocok = match_rencana(rencana, instansi)
    _require_scope(cocok, instansi, by)
    hasil_hitung = HasilImpor(rencana, cocok)
    # Counted before writing: afterwards everything has a key.
    ringkasan = hasil_hitung.ringkasan()
    if cocok.kosong:
        # Nothing to write, so nothing that an undo could take back.
        return hasil_hitung
    penulis = Penulis(instansi, cocok, by, f"Impor {impor.nama_berkas}"[:400], timezone.now())
    penulis.write()
    refresh_capaian(instansi, penulis.unit_ids, _years(rencana))
    impor.status = StatusImpor.DITERAPKAN
    impor.ringkasan = ringkasan
    impor.jejak = {**penulis.jejak.to_dict(), "tercetak": store_tercetak(cocok)}
    impor.oleh, impor.pada = by, penulis.pada
    impor.save()
    record(
        aksi="pengukuran.impor.diterapkan",
        objek=impor,
        by=by,
        instansi=instansi,
        label=f"{impor.bentuk} {impor.tahun} {impor.nama_berkas}",
        perubahan={
            "sha256": impor.sha256,
            **{k: ringkasan[k] for k in ("dibaca", "dibuat", "diubah", "ditolak", "rincian")},
        },
    )
    return HasilImpor(rencana, cocok, impor)


def _years(rencana: Rencana) -> set[int]:
    return {rencana.tahun} | {r.tahun for r in (*rencana.target, *rencana.realisasi)}


def _require_scope(cocok: Cocok, instansi: Instansi, by: Pengguna | None) -> None:
    """The account must reach every unit of the file; new units are for whoever keeps the organisation."""
    if by is None:
        return
    if cocok.unit_baru:
        wewenang.require(by, Izin.KELOLA_ORGANISASI, instansi=instansi)
        wewenang.require(by, Izin.IMPOR, instansi=instansi)
    for unit in Unit.objects.filter(pk__in=cocok.unit_id.values()).select_related("instansi"):
        wewenang.require(by, Izin.IMPOR, unit=unit)


def guess_jenis(nama: str) -> str:
    """The kind of government from the first word of its name."""
    awal = nama.strip().casefold()
    for kata, jenis in (
        (("kabupaten", "kab."), JenisInstansi.KABUPATEN),
        (("provinsi", "prov."), JenisInstansi.PROVINSI),
        (("kementerian", "badan ", "lembaga"), JenisInstansi.KEMENTERIAN),
    ):
        if awal.startswith(kata):
            return jenis
    return JenisInstansi.KOTA


def _file_name(nama: str, isi: bytes) -> str:
    """The store insists that name and content agree; what is kept is only the content's own kind."""
    if isi[:4] == b"PK\x03\x04":
        return f"{PurePath(nama).stem}.xlsx"
    return f"{PurePath(nama).stem}.csv"
