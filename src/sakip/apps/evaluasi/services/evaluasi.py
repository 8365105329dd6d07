"""Setting an evaluation up: its instruments, sheets, teams and windows."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.galat import (
    AlasanWajib,
    BedaInstansi,
    EvaluasiSudahAda,
    InstrumenTidakBerlaku,
    IsianKosong,
    LembarBelumFinal,
    LembarSudahAda,
    ProfilTanpaInstrumen,
    RiwayatSudahAda,
    StatusTidakSah,
    TanggalTerbalik,
    TanpaLembar,
)
from sakip.apps.evaluasi.instrumen import baca_instrumen, muat_instrumen
from sakip.apps.evaluasi.models import (
    Evaluasi,
    InstrumenEvaluasi,
    JendelaTahap,
    LembarKerja,
    ProfilLembar,
    RiwayatNilai,
    StatusEvaluasi,
    TahapLembar,
    TimEvaluasi,
)
from sakip.apps.evaluasi.policies import require_kelola
from sakip.apps.evaluasi.services._kunci import lock_evaluasi, lock_lembar, record_evaluasi, record_lembar
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi, JenisUnit, KlasterAkip, Unit, UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_pada, versi_unit


@transaction.atomic
def create_evaluasi(
    *,
    instansi: Instansi,
    tahun: int,
    by: Pengguna | None,
    instrumen_unit: str = "akip-88-2021-unit",
    instrumen_instansi: str | None = "akip-88-2021-instansi",
    target_predikat: str = "",
    cara_gabung: str = "rata_klaster",
    dasar: str = "",
) -> Evaluasi:
    """The evaluation of a performance year, bound to its instruments as they are now."""
    require_kelola(by, instansi)
    if Evaluasi.objects.filter(instansi=instansi, tahun=tahun).exists():
        raise EvaluasiSudahAda(tahun)
    dipakai = {ProfilLembar.UNIT: _in_force(instrumen_unit, tahun)}
    if instrumen_instansi is not None:
        dipakai[ProfilLembar.INSTANSI] = _in_force(instrumen_instansi, tahun)
    evaluasi = Evaluasi(
        instansi=instansi,
        tahun=tahun,
        target_predikat=target_predikat,
        cara_gabung=cara_gabung,
        dasar=dasar.strip(),
    )
    evaluasi.full_clean(validate_unique=False)
    evaluasi.save(force_insert=True)
    InstrumenEvaluasi.objects.bulk_create(
        InstrumenEvaluasi(
            instansi=instansi,
            evaluasi=evaluasi,
            profil=profil,
            instrumen_id=satu.id,
            instrumen_hash=satu.hash,
        )
        for profil, satu in dipakai.items()
    )
    record_evaluasi(
        evaluasi, "dibuat", by, {"instrumen": {str(p): [s.id, s.hash] for p, s in dipakai.items()}}
    )
    return evaluasi


@transaction.atomic
def start_evaluasi(*, evaluasi: Evaluasi, by: Pengguna | None) -> Evaluasi:
    """Open the sheets for work."""
    require_kelola(by, evaluasi.instansi)
    terkunci = lock_evaluasi(evaluasi)
    if terkunci.status != StatusEvaluasi.DISIAPKAN:
        raise StatusTidakSah(terkunci.get_status_display())
    if not terkunci.lembar_set.exists():
        raise TanpaLembar
    for pin in terkunci.instrumen_set.all():
        muat_instrumen(pin)
    return _set_status(terkunci, StatusEvaluasi.BERJALAN, by)


@transaction.atomic
def close_evaluasi(*, evaluasi: Evaluasi, by: Pengguna | None) -> Evaluasi:
    """End it, when every sheet is final."""
    require_kelola(by, evaluasi.instansi)
    terkunci = lock_evaluasi(evaluasi)
    if terkunci.status != StatusEvaluasi.BERJALAN:
        raise StatusTidakSah(terkunci.get_status_display())
    sisa = terkunci.lembar_set.exclude(tahap=TahapLembar.FINAL).order_by("unit__kode")
    belum = list(sisa.values_list("unit__kode", flat=True))
    if belum:
        raise LembarBelumFinal(belum)
    return _set_status(terkunci, StatusEvaluasi.SELESAI, by)


@transaction.atomic
def add_lembar(
    *,
    evaluasi: Evaluasi,
    unit: Unit,
    by: Pengguna | None,
    profil: str = ProfilLembar.UNIT,
    klaster: str = "",
    tim: TimEvaluasi | None = None,
) -> LembarKerja:
    """A sheet for one unit; without a cluster it takes the unit's own."""
    terkunci = _open_evaluasi(evaluasi, by)
    if unit.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("unit")
    if tim is not None and tim.evaluasi_id != terkunci.pk:
        raise BedaInstansi("tim")
    if terkunci.lembar_set.filter(unit=unit).exists():
        raise LembarSudahAda(unit.kode)
    versi = versi_unit(unit, date(terkunci.tahun, 12, 31))
    lembar = _sheet(terkunci, _pins(terkunci), unit, profil, klaster or _cluster(versi), tim)
    lembar.save(force_insert=True)
    record_lembar(lembar, "lembar.dibuat", by, {"profil": profil, "klaster": lembar.klaster})
    return lembar


@transaction.atomic
def add_semua_lembar(
    *, evaluasi: Evaluasi, by: Pengguna | None, tim: TimEvaluasi | None = None
) -> list[LembarKerja]:
    """A sheet for every unit with a report of its own at the year's end that has none yet.

    The government itself gets the instansi's form, when the evaluation uses one.
    """
    terkunci = _open_evaluasi(evaluasi, by)
    if tim is not None and tim.evaluasi_id != terkunci.pk:
        raise BedaInstansi("tim")
    pin = _pins(terkunci)
    sudah = set(terkunci.lembar_set.values_list("unit_id", flat=True))
    dibuat = []
    for versi in unit_versi_pada(terkunci.instansi, date(terkunci.tahun, 12, 31)).values():
        unit = versi.unit
        profil = ProfilLembar.INSTANSI if versi.jenis == JenisUnit.PEMDA else ProfilLembar.UNIT
        if unit.pk not in sudah and unit.entitas_sakip and profil in pin:
            dibuat.append(_sheet(terkunci, pin, unit, profil, _cluster(versi), tim))
    LembarKerja.objects.bulk_create(dibuat)
    record_evaluasi(terkunci, "lembar_dibuat", by, {"unit": [satu.unit.kode for satu in dibuat]})
    return dibuat


@transaction.atomic
def set_klaster(*, lembar: LembarKerja, klaster: str, by: Pengguna | None) -> LembarKerja:
    """Put a unit's sheet into another cluster of the sample."""
    require_kelola(by, lembar.instansi)
    terkunci = lock_lembar(lembar)
    if klaster and klaster not in KlasterAkip.values:
        raise IsianKosong("klaster")
    semula, terkunci.klaster = terkunci.klaster, klaster
    terkunci.save(update_fields=["klaster"])
    record_lembar(terkunci, "lembar.klaster", by, {"klaster": [semula, klaster]})
    return terkunci


@transaction.atomic
def set_jendela(
    *,
    evaluasi: Evaluasi,
    tahap: str,
    buka: date,
    tutup: date,
    by: Pengguna | None,
    alasan: str = "",
    lembar: LembarKerja | None = None,
) -> JendelaTahap:
    """Open a stage from day to day, for all sheets or for one; another window than before needs a reason."""
    require_kelola(by, evaluasi.instansi)
    lock_evaluasi(evaluasi)
    if lembar is not None and lembar.evaluasi_id != evaluasi.pk:
        raise BedaInstansi("lembar")
    if tutup < buka:
        raise TanggalTerbalik
    ada = (
        JendelaTahap.objects.filter(evaluasi=evaluasi, tahap=tahap, lembar=lembar)
        .order_by("pada", "pk")
        .last()
    )
    if (ada is not None or lembar is not None) and not alasan.strip():
        raise AlasanWajib
    jendela = JendelaTahap(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        lembar=lembar,
        tahap=tahap,
        buka=buka,
        tutup=tutup,
        alasan=alasan.strip(),
        oleh=by,
        pada=timezone.now(),
    )
    jendela.full_clean(exclude=["instansi", "oleh"])
    jendela.save(force_insert=True)
    perubahan: dict[str, object] = {
        "tahap": tahap,
        "jendela": [None if ada is None else [ada.buka, ada.tutup], [buka, tutup]],
        "alasan": jendela.alasan,
    }
    if lembar is None:
        record_evaluasi(evaluasi, "jendela_diatur", by, perubahan)
    else:
        record_lembar(lembar, "lembar.jendela_diatur", by, perubahan)
    return jendela


@transaction.atomic
def add_riwayat_nilai(
    *,
    instansi: Instansi,
    tahun: int,
    instrumen: str,
    total: Decimal,
    predikat: str,
    by: Pengguna | None,
    komponen: dict[str, str] | None = None,
    evaluator: str = "",
    keterangan: str = "",
    sumber: str = "",
) -> RiwayatNilai:
    """A published result of the government itself, as printed."""
    require_kelola(by, instansi)
    if RiwayatNilai.objects.filter(instansi=instansi, tahun=tahun, evaluator=evaluator.strip()).exists():
        raise RiwayatSudahAda(tahun)
    riwayat = RiwayatNilai(
        instansi=instansi,
        tahun=tahun,
        instrumen=instrumen,
        komponen=komponen or {},
        total=total,
        predikat=predikat,
        evaluator=evaluator.strip(),
        keterangan=keterangan.strip(),
        sumber=sumber.strip(),
    )
    riwayat.full_clean(exclude=["instansi", "komponen"])
    riwayat.save(force_insert=True)
    record(
        aksi="evaluasi.riwayat.dicatat",
        objek=instansi,
        by=by,
        instansi=instansi,
        label=f"Nilai AKIP {tahun}",
        perubahan={"tahun": tahun, "total": total, "predikat": predikat, "instrumen": instrumen},
    )
    return riwayat


def _in_force(instrumen_id: str, tahun: int) -> Instrumen:
    """The instrument, when it is in force in the year in which the evaluation is carried out."""
    instrumen = baca_instrumen(instrumen_id)
    if not (instrumen.berlaku_pada(date(tahun + 1, 1, 1)) or instrumen.berlaku_pada(date(tahun + 1, 12, 31))):
        raise InstrumenTidakBerlaku(instrumen_id, tahun)
    return instrumen


def _open_evaluasi(evaluasi: Evaluasi, by: Pengguna | None) -> Evaluasi:
    require_kelola(by, evaluasi.instansi)
    terkunci = lock_evaluasi(evaluasi)
    if terkunci.status == StatusEvaluasi.SELESAI:
        raise StatusTidakSah(terkunci.get_status_display())
    return terkunci


def _pins(evaluasi: Evaluasi) -> dict[str, InstrumenEvaluasi]:
    return {satu.profil: satu for satu in evaluasi.instrumen_set.all()}


def _cluster(versi: UnitVersi | None) -> str:
    return "" if versi is None else versi.klaster_akip


def _sheet(
    evaluasi: Evaluasi,
    pin: dict[str, InstrumenEvaluasi],
    unit: Unit,
    profil: str,
    klaster: str,
    tim: TimEvaluasi | None,
) -> LembarKerja:
    if profil not in pin:
        raise ProfilTanpaInstrumen(profil)
    return LembarKerja(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        instrumen=pin[profil],
        unit=unit,
        klaster="" if profil == ProfilLembar.INSTANSI else klaster,
        tim=tim,
    )


def _set_status(evaluasi: Evaluasi, status: StatusEvaluasi, by: Pengguna | None) -> Evaluasi:
    semula, evaluasi.status = evaluasi.status, status
    evaluasi.save(update_fields=["status"])
    record_evaluasi(evaluasi, str(status), by, {"status": [semula, str(status)]})
    return evaluasi
