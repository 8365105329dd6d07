"""Recommendations: written until the draft LHE, planned and submitted by the unit, decided on by APIP."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.galat_lanjut import (
    BelumTerbit,
    BuktiUnitLain,
    BuktiWajib,
    ButirTidakAda,
    IsianWajib,
    LangkahTidakSah,
    RekomendasiTetap,
    SudahDiteruskan,
    TanggalLewat,
)
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    JenisTindakLanjut,
    LembarKerja,
    Rekomendasi,
    TahapLembar,
    TindakLanjut,
)
from sakip.apps.evaluasi.policies import require_nilai
from sakip.apps.evaluasi.selectors.tindak_lanjut import penerus_terbit, terbuka_tahun_lalu
from sakip.apps.evaluasi.workflow_rekomendasi import PUTUSAN, TERBIT, TRANSISI
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import today

#: In these stages the team may write recommendations.
_DITULIS = frozenset({TahapLembar.EVALUASI, TahapLembar.REVIU, TahapLembar.PANEL, TahapLembar.DRAF_LHE})


@transaction.atomic
def add_rekomendasi(
    *,
    lembar: LembarKerja,
    kode: str,
    uraian: str,
    by: Pengguna | None,
    penanggung_jawab: str = "",
    batas_waktu: date | None = None,
    asal: Rekomendasi | None = None,
) -> Rekomendasi:
    """Write one "Agar ..." into the sheet's LHE, while that is not yet with the unit."""
    terkunci = _lock_lembar(lembar)
    _require_penulis(terkunci, by)
    if not uraian.strip():
        raise IsianWajib("uraian")
    _check_kode(terkunci, kode)
    rekomendasi = _insert(
        terkunci,
        kode=kode,
        uraian=uraian,
        penanggung_jawab=penanggung_jawab,
        batas_waktu=batas_waktu,
        asal=asal,
    )
    _record(rekomendasi, "dibuat", by, {"kode": kode, "uraian": rekomendasi.uraian})
    return rekomendasi


@transaction.atomic
def edit_rekomendasi(
    *,
    rekomendasi: Rekomendasi,
    uraian: str,
    by: Pengguna | None,
    penanggung_jawab: str = "",
    batas_waktu: date | None = None,
) -> Rekomendasi:
    """Reword it, while the LHE is a draft."""
    _require_penulis(_lock_lembar(rekomendasi.lembar), by)
    if not uraian.strip():
        raise IsianWajib("uraian")
    terkunci = _lock(rekomendasi)
    semula = terkunci.uraian
    terkunci.uraian = _satu_baris(uraian)
    terkunci.penanggung_jawab = penanggung_jawab.strip()
    terkunci.batas_waktu = batas_waktu
    terkunci.save(update_fields=["uraian", "penanggung_jawab", "batas_waktu"])
    _record(terkunci, "diubah", by, {"uraian": [semula, terkunci.uraian], "batas_waktu": batas_waktu})
    return terkunci


@transaction.atomic
def remove_rekomendasi(*, rekomendasi: Rekomendasi, by: Pengguna | None) -> None:
    """Take it out of a draft; one that came back from last year stays open there."""
    _require_penulis(_lock_lembar(rekomendasi.lembar), by)
    terkunci = _lock(rekomendasi)
    _record(terkunci, "dihapus", by, {"kode": terkunci.kode, "uraian": terkunci.uraian})
    terkunci.delete()


@transaction.atomic
def plan_tindak_lanjut(
    *,
    rekomendasi: Rekomendasi,
    uraian: str,
    penanggung_jawab: str,
    batas_waktu: date,
    by: Pengguna | None,
) -> TindakLanjut:
    """Say what will be done, by which post and until when; a later plan replaces an earlier one."""
    terkunci = _move(rekomendasi, "rencanakan", by)
    for bidang, isi in (("uraian", uraian), ("penanggung_jawab", penanggung_jawab)):
        if not isi.strip():
            raise IsianWajib(bidang)
    if by is not None and batas_waktu < today():
        raise TanggalLewat("batas_waktu")
    terkunci.penanggung_jawab = penanggung_jawab.strip()
    terkunci.batas_waktu = batas_waktu
    terkunci.save(update_fields=["status", "penanggung_jawab", "batas_waktu"])
    return _event(
        terkunci,
        JenisTindakLanjut.RENCANA,
        by,
        uraian=uraian,
        penanggung_jawab=terkunci.penanggung_jawab,
        batas_waktu=batas_waktu,
    )


@transaction.atomic
def submit_tindak_lanjut(
    *, rekomendasi: Rekomendasi, uraian: str, by: Pengguna | None, bukti: Bukti | None = None
) -> TindakLanjut:
    """Hand over what was done with its evidence; APIP decides next."""
    terkunci = _move(rekomendasi, "ajukan", by)
    if not uraian.strip():
        raise IsianWajib("uraian")
    if bukti is None:
        raise BuktiWajib
    if bukti.unit_id != terkunci.unit_id and not _of_successor(terkunci, bukti):
        raise BuktiUnitLain
    terkunci.save(update_fields=["status"])
    return _event(terkunci, JenisTindakLanjut.PELAKSANAAN, by, uraian=uraian, bukti=bukti)


@transaction.atomic
def judge_tindak_lanjut(
    *, rekomendasi: Rekomendasi, putusan: str, uraian: str, by: Pengguna | None
) -> TindakLanjut:
    """APIP's verdict with its reason: fitting, not yet fitting, or impossible to follow up."""
    if putusan not in PUTUSAN:
        raise IsianWajib("putusan")
    terkunci = _move(rekomendasi, putusan, by)
    if not uraian.strip():
        raise IsianWajib("uraian")
    terkunci.save(update_fields=["status"])
    return _event(terkunci, JenisTindakLanjut.PUTUSAN, by, uraian=uraian, putusan=putusan)


@transaction.atomic
def carry_over(*, lembar: LembarKerja, by: Pengguna | None) -> list[Rekomendasi]:
    """Bring the open recommendations of last year's sheet (of the unit or what it continues) into this one.

    Those brought already are not brought twice. A code that this instrument does not know is left blank.
    """
    terkunci = _lock_lembar(lembar)
    _require_penulis(terkunci, by)
    instrumen = muat_instrumen(terkunci.instrumen)
    dibuat = [
        _insert(
            terkunci,
            kode=lama.kode if instrumen.knows(lama.kode) else "",
            uraian=lama.uraian,
            penanggung_jawab=lama.penanggung_jawab,
            batas_waktu=None,
            asal=lama,
        )
        for lama in terbuka_tahun_lalu(terkunci)
    ]
    if dibuat:
        record(
            aksi="evaluasi.rekomendasi.diteruskan",
            objek=terkunci,
            by=by,
            instansi=terkunci.instansi,
            label=f"LKE {terkunci.evaluasi.tahun} {terkunci.unit.kode}",
            perubahan={"asal": [str(satu.asal.uid) for satu in dibuat if satu.asal is not None]},
        )
    return dibuat


def _insert(
    lembar: LembarKerja,
    *,
    kode: str,
    uraian: str,
    penanggung_jawab: str,
    batas_waktu: date | None,
    asal: Rekomendasi | None,
) -> Rekomendasi:
    terakhir = lembar.rekomendasi_set.aggregate(n=Max("urutan"))["n"]
    rekomendasi = Rekomendasi(
        instansi_id=lembar.instansi_id,
        lembar=lembar,
        unit_id=lembar.unit_id,
        kode=kode,
        urutan=0 if terakhir is None else terakhir + 1,
        uraian=_satu_baris(uraian),
        penanggung_jawab=penanggung_jawab.strip(),
        batas_waktu=batas_waktu,
        asal=asal,
    )
    rekomendasi.save(force_insert=True)
    return rekomendasi


def _satu_baris(teks: str) -> str:
    return " ".join(teks.split())


def _require_penulis(lembar: LembarKerja, by: Pengguna | None) -> None:
    """Whoever may write values of the sheet in its stage may write its recommendations."""
    if lembar.tahap not in _DITULIS:
        raise RekomendasiTetap(lembar.get_tahap_display())
    require_nilai(by, lembar)


def _check_kode(lembar: LembarKerja, kode: str) -> None:
    if not muat_instrumen(lembar.instrumen).knows(kode):
        raise ButirTidakAda(kode)


def _lock_lembar(lembar: LembarKerja) -> LembarKerja:
    return (
        LembarKerja.objects.select_for_update(of=("self",))
        .select_related("unit__instansi", "instansi", "evaluasi", "instrumen")
        .get(pk=lembar.pk)
    )


def _lock(rekomendasi: Rekomendasi) -> Rekomendasi:
    return (
        Rekomendasi.objects.select_for_update(of=("self",))
        .select_related("unit__instansi", "instansi", "lembar__evaluasi")
        .get(pk=rekomendasi.pk)
    )


def _move(rekomendasi: Rekomendasi, langkah: str, by: Pengguna | None) -> Rekomendasi:
    """Policy, state and the wall of an unsigned LHE; the caller saves with what else the step changes."""
    transisi = TRANSISI[langkah]
    terkunci = _lock(rekomendasi)
    require(by, transisi.izin, unit=terkunci.unit)
    if terkunci.lembar.tahap not in TERBIT:
        raise BelumTerbit
    penerus = penerus_terbit(terkunci)
    if penerus is not None:
        raise SudahDiteruskan(penerus.lembar.evaluasi.tahun)
    if terkunci.status not in transisi.dari:
        raise LangkahTidakSah(terkunci.get_status_display())
    terkunci.status = transisi.ke
    rekomendasi.status = transisi.ke
    return terkunci


def _of_successor(rekomendasi: Rekomendasi, bukti: Bukti) -> bool:
    """A unit that continues the one addressed brings its own evidence."""
    penerus = load_silsilah(rekomendasi.instansi_id).penerus({rekomendasi.unit_id})
    return bukti.instansi_id == rekomendasi.instansi_id and bukti.unit_id in penerus


def _event(
    rekomendasi: Rekomendasi,
    jenis: str,
    by: Pengguna | None,
    *,
    uraian: str,
    penanggung_jawab: str = "",
    batas_waktu: date | None = None,
    bukti: Bukti | None = None,
    putusan: str = "",
) -> TindakLanjut:
    kejadian = TindakLanjut(
        instansi_id=rekomendasi.instansi_id,
        rekomendasi=rekomendasi,
        jenis=jenis,
        uraian=uraian.strip(),
        penanggung_jawab=penanggung_jawab,
        batas_waktu=batas_waktu,
        bukti=bukti,
        putusan=putusan,
        oleh=by,
        pada=timezone.now(),
    )
    kejadian.save(force_insert=True)
    _record(
        rekomendasi,
        _KATA[jenis],
        by,
        {
            "uraian": kejadian.uraian,
            "batas_waktu": batas_waktu,
            "bukti": None if bukti is None else str(bukti.uid),
            "status": rekomendasi.status,
        },
    )
    return kejadian


_KATA: dict[str, str] = {
    JenisTindakLanjut.RENCANA: "direncanakan",
    JenisTindakLanjut.PELAKSANAAN: "diajukan",
    JenisTindakLanjut.PUTUSAN: "diputus",
}


def _record(rekomendasi: Rekomendasi, kata: str, by: Pengguna | None, perubahan: dict[str, object]) -> None:
    record(
        aksi=f"evaluasi.rekomendasi.{kata}",
        objek=rekomendasi,
        by=by,
        instansi=rekomendasi.instansi,
        label=f"{rekomendasi.unit.kode}: {rekomendasi.uraian}",
        perubahan=perubahan,
    )
