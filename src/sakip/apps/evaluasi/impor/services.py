"""A filled workbook into the sheets of an evaluation: read, preview, apply, undo. Answers are only ever added to."""

import hashlib
import io
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.utils import timezone

from sakip.apps.evaluasi import policies, services
from sakip.apps.evaluasi.galat import GalatEvaluasi, VersiBerubah
from sakip.apps.evaluasi.impor.baca import open_buku, read_lembar
from sakip.apps.evaluasi.impor.cocok import LembarCocok, Sasaran, load_sasaran, match_lembar
from sakip.apps.evaluasi.impor.hasil import HasilImpor
from sakip.apps.evaluasi.impor.selectors import BENTUK, impor_visible_to, last_applied
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, ProfilLembar, TahapNilai
from sakip.apps.evaluasi.selectors.dasar import load_peta_satu
from sakip.apps.evaluasi.services import IsiJawaban
from sakip.apps.evaluasi.workflow import PENULIS_NILAI
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.files.selectors import berkas_path
from sakip.platform.files.services import store_berkas
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.wewenang import TidakBerwenang, pesan

__all__ = [
    "BENTUK",
    "HasilImpor",
    "ImporTidakDapat",
    "apply_berkas",
    "apply_impor",
    "impor_visible_to",
    "last_applied",
    "may_undo",
    "preview_berkas",
    "preview_impor",
    "undo_impor",
]


class ImporTidakDapat(GalatEvaluasi):
    """Applied twice, or something was changed since."""


def preview_berkas(
    *,
    isi: bytes,
    nama: str,
    evaluasi: Evaluasi,
    by: Pengguna | None,
    tahap: TahapNilai | None = None,
    unit: str = "",
) -> HasilImpor:
    """What applying the file would do. Nothing is written; raises BerkasTakTerpakai."""
    buku = open_buku(isi, nama)
    sasaran = load_sasaran(evaluasi, by, {})
    instrumen = {satu.pk: muat_instrumen(satu.instrumen) for satu in sasaran.lembar}
    sasaran = Sasaran(evaluasi, sasaran.lembar, sasaran.versi, sasaran.peta, instrumen)
    baku = muat_instrumen(evaluasi.instrumen_set.get(profil=ProfilLembar.UNIT))
    menurut_uid = {str(satu.uid): instrumen[satu.pk] for satu in sasaran.lembar}
    terbaca, dilewati = read_lembar(buku, baku, menurut_uid)
    if unit and len(terbaca) != 1:
        raise BerkasTakTerpakai(
            f"Berkas {nama} memuat {len(terbaca)} lembar kerja. Unit hanya disebut bila berkasnya satu lembar."
        )
    cocok = [match_lembar(satu, sasaran, by, tahap, unit) for satu in terbaca]
    _refuse_twice(cocok)
    return HasilImpor(evaluasi, PurePath(nama).name, tuple(cocok), tuple(dilewati))


def _refuse_twice(cocok: list[LembarCocok]) -> None:
    """Two sheets of the file for one unit: neither is guessed to be the right one."""
    pemilik: dict[int, LembarCocok] = {}
    for satu in cocok:
        if satu.lembar is None:
            continue
        lain = pemilik.setdefault(satu.lembar.pk, satu)
        if lain is not satu:
            for ganda, sebab in ((satu, lain), (lain, satu)):
                ganda.refuse(
                    "", f"Lembar {ganda.nama} dan {sebab.nama} sama-sama milik {satu.lembar.unit.kode}."
                )
                ganda.ditolak, ganda.isian = max(1, ganda.dibaca), []
                ganda.dibuat = ganda.diubah = ganda.tetap = 0


@transaction.atomic
def preview_impor(
    *,
    isi: bytes,
    nama: str,
    evaluasi: Evaluasi,
    by: Pengguna | None,
    tahap: TahapNilai | None = None,
    unit: str = "",
) -> HasilImpor:
    """Preview and keep the file with its report, so that the same file can be applied from the page."""
    hasil = preview_berkas(isi=isi, nama=nama, evaluasi=evaluasi, by=by, tahap=tahap, unit=unit)
    _require_some(hasil, by)
    impor = _new_impor(isi, nama, evaluasi, by, tahap, unit)
    impor.status, impor.ringkasan = StatusImpor.PRATINJAU, hasil.to_dict()
    impor.oleh, impor.pada = by, timezone.now()
    impor.save(force_insert=True)
    return HasilImpor(evaluasi, hasil.nama_berkas, hasil.lembar, hasil.dilewati, impor)


@transaction.atomic
def apply_berkas(
    *,
    isi: bytes,
    nama: str,
    evaluasi: Evaluasi,
    by: Pengguna | None,
    tahap: TahapNilai | None = None,
    unit: str = "",
) -> HasilImpor:
    """Read and apply in one step: the sheets that can be used, all or none of them."""
    return _apply(_new_impor(isi, nama, evaluasi, by, tahap, unit), isi, evaluasi, by)


@transaction.atomic
def apply_impor(*, impor: Impor, by: Pengguna | None) -> HasilImpor:
    """Apply a stored preview: its file is read again and compared with the sheets as they are now."""
    terkunci = Impor.objects.select_for_update(of=("self",)).get(pk=impor.pk, bentuk=BENTUK)
    if terkunci.status != StatusImpor.PRATINJAU:
        raise ImporTidakDapat(
            f"Impor ini sudah {terkunci.get_status_display().lower()}. Unggah berkasnya lagi."
        )
    evaluasi = _evaluasi_of(terkunci)
    if terkunci.berkas is None:
        raise BerkasTakTerpakai(f"Berkas {terkunci.nama_berkas} tidak tersimpan lagi. Unggah sekali lagi.")
    try:
        isi = berkas_path(terkunci.berkas).read_bytes()
    except OSError as galat:
        raise BerkasTakTerpakai(
            f"Berkas {terkunci.nama_berkas} tidak ada di penyimpanan. Unggah sekali lagi."
        ) from galat
    return _apply(terkunci, isi, evaluasi, by)


def _new_impor(
    isi: bytes, nama: str, evaluasi: Evaluasi, by: Pengguna | None, tahap: TahapNilai | None, unit: str
) -> Impor:
    return Impor(
        instansi=evaluasi.instansi,
        bentuk=BENTUK,
        tahun=evaluasi.tahun,
        pilihan={"evaluasi": str(evaluasi.uid), "tahap": str(tahap or ""), "unit": unit},
        berkas=store_berkas(instansi=evaluasi.instansi, isi=io.BytesIO(isi), nama=PurePath(nama).name, by=by),
        nama_berkas=PurePath(nama).name[:255],
        sha256=hashlib.sha256(isi).hexdigest(),
    )


def _evaluasi_of(impor: Impor) -> Evaluasi:
    return Evaluasi.objects.select_related("instansi").get(
        instansi_id=impor.instansi_id, uid=impor.pilihan["evaluasi"]
    )


def _require_some(hasil: HasilImpor, by: Pengguna | None) -> None:
    """Somebody who may fill none of the sheets has nothing to preview here."""
    if by is not None and not any(
        satu.lembar is not None and policies.boleh_nilai(by, satu.lembar) for satu in hasil.lembar
    ):
        raise TidakBerwenang(pesan())


def _apply(impor: Impor, isi: bytes, evaluasi: Evaluasi, by: Pengguna | None) -> HasilImpor:
    hasil = preview_berkas(
        isi=isi,
        nama=impor.nama_berkas,
        evaluasi=evaluasi,
        by=by,
        tahap=TahapNilai(impor.pilihan["tahap"]) if impor.pilihan["tahap"] else None,
        unit=impor.pilihan["unit"],
    )
    _require_some(hasil, by)
    if hasil.kosong:
        # Nothing to write, so nothing that an undo could take back.
        return hasil
    jejak = {}
    for satu in hasil.lembar:
        if satu.lembar is not None and satu.isian:
            jejak[str(satu.lembar.uid)] = _write(satu, satu.lembar, impor.nama_berkas, by)
    impor.status, impor.ringkasan, impor.jejak = StatusImpor.DITERAPKAN, hasil.to_dict(), {"lembar": jejak}
    impor.oleh, impor.pada = by, timezone.now()
    impor.save()
    _record(
        impor, "diterapkan", by, {k: impor.ringkasan[k] for k in ("dibaca", "dibuat", "diubah", "ditolak")}
    )
    return HasilImpor(evaluasi, hasil.nama_berkas, hasil.lembar, hasil.dilewati, impor)


def _write(satu: LembarCocok, lembar: LembarKerja, nama: str, by: Pengguna | None) -> dict[str, Any]:
    """Append the answers; returns what each item said before and the version it has now."""
    peta, tahap = load_peta_satu(lembar), str(satu.tahap)
    alasan = f"Impor {nama}"[:400]
    isian = [
        IsiJawaban(
            i.kode,
            i.nilai,
            catatan=i.catatan,
            daftar_bukti=i.daftar_bukti,
            alasan=alasan,
            versi_diharapkan=i.versi_diharapkan,
        )
        for i in satu.isian
    ]
    tersimpan = services.save_banyak(lembar=lembar, isian=isian, by=by)
    kode: dict[str, Any] = {}
    for jawaban in tersimpan.jawaban:
        if jawaban.kode not in tersimpan.baru:
            continue
        lama = peta.get(jawaban.kode, {}).get(tahap)
        kode[jawaban.kode] = {
            "versi": jawaban.versi_ke,
            "nilai": "" if lama is None else lama.nilai,
            "catatan": "" if lama is None else lama.catatan,
            "daftar_bukti": "" if lama is None else lama.daftar_bukti,
        }
    return {"tahap": tahap, "kode": kode}


def may_undo(impor: Impor, by: Pengguna | None) -> bool:
    """The one who applied it, and who manages the evaluation."""
    if by is None:
        return True
    return impor.oleh_id == by.pk or policies.boleh_kelola(by, impor.instansi)


@transaction.atomic
def undo_impor(*, evaluasi: Evaluasi, by: Pengguna | None, impor: Impor | None = None) -> Impor:
    """Take the last import back: what each answer said before is written again as a new version."""
    terakhir = last_applied(evaluasi)
    if terakhir is None:
        raise ImporTidakDapat("Tidak ada impor lembar kerja yang dapat diurungkan.")
    if impor is not None and impor.pk != terakhir.pk:
        raise ImporTidakDapat(
            f"Hanya impor terakhir yang dapat diurungkan. Yang terakhir: {terakhir.nama_berkas}."
        )
    terkunci = Impor.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=terakhir.pk)
    if not may_undo(terkunci, by):
        raise TidakBerwenang(pesan())
    for uid, jejak in terkunci.jejak["lembar"].items():
        _restore(evaluasi, uid, jejak, terkunci.nama_berkas, by)
    terkunci.status, terkunci.diurungkan_pada = StatusImpor.DIURUNGKAN, timezone.now()
    terkunci.save(update_fields=["status", "diurungkan_pada"])
    n = sum(len(jejak["kode"]) for jejak in terkunci.jejak["lembar"].values())
    _record(terkunci, "diurungkan", by, {"dipulihkan": n})
    return terkunci


def _restore(evaluasi: Evaluasi, uid: str, jejak: dict[str, Any], nama: str, by: Pengguna | None) -> None:
    lembar = LembarKerja.objects.select_related(
        "unit__instansi", "instansi", "evaluasi", "instrumen", "tim"
    ).get(evaluasi=evaluasi, uid=uid)
    kini = PENULIS_NILAI.get(lembar.tahap)
    if kini is None or kini[0] != jejak["tahap"]:
        raise ImporTidakDapat(
            f"Impor tidak dapat diurungkan: lembar {lembar.unit.kode} sudah pada tahap "
            f"{lembar.get_tahap_display().lower()}."
        )
    isian = [
        IsiJawaban(
            kode,
            lama["nilai"] or None,
            catatan=lama["catatan"],
            daftar_bukti=lama["daftar_bukti"],
            alasan=f"Impor {nama} diurungkan"[:400],
            versi_diharapkan=lama["versi"],
        )
        for kode, lama in jejak["kode"].items()
    ]
    try:
        services.save_banyak(lembar=lembar, isian=isian, by=by)
    except VersiBerubah as galat:
        raise ImporTidakDapat(
            f"Impor tidak dapat diurungkan: jawaban lembar {lembar.unit.kode} sudah diubah sesudahnya."
        ) from galat


def _record(impor: Impor, kata: str, by: Pengguna | None, perubahan: dict[str, Any]) -> None:
    record(
        aksi=f"evaluasi.impor.{kata}",
        objek=impor,
        by=by,
        instansi=impor.instansi,
        label=f"{impor.bentuk} {impor.tahun} {impor.nama_berkas}"[:200],
        perubahan={"sha256": impor.sha256, **perubahan},
    )
