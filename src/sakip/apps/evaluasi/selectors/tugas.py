"""What waits for one account: sheets at a stage that is its turn, follow-ups, steps of an adopted plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

from sakip.apps.evaluasi.models import (
    AnggotaTim,
    JendelaTahap,
    LangkahJalan,
    LembarKerja,
    StatusEvaluasi,
    StatusRekomendasi,
    StatusRencana,
)
from sakip.apps.evaluasi.selectors.tindak_lanjut import rekomendasi_visible_to, tak_diteruskan
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.apps.evaluasi.workflow_rekomendasi import GILIRAN_UNIT
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import akses_of
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today


@dataclass(frozen=True, slots=True)
class TugasLembar:
    """A sheet at a stage that this account leads on; `tutup` is the last day of its window."""

    lembar: LembarKerja
    tutup: date | None


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How many things of a kind, and the nearest date among them."""

    jumlah: int
    tenggat: date | None = None
    terlambat: int = 0


@dataclass(frozen=True, slots=True)
class TugasEvaluasi:
    """Everything at once. `tindak_lanjut`: the unit's turn; `putusan`: APIP's; `langkah`: of adopted plans."""

    lembar: tuple[TugasLembar, ...]
    tindak_lanjut: Hitungan
    putusan: Hitungan
    langkah: Hitungan

    @property
    def ada(self) -> bool:
        return bool(self.lembar) or any(
            satu.jumlah > 0 for satu in (self.tindak_lanjut, self.putusan, self.langkah)
        )


def tugas_evaluasi(pengguna: Pengguna, *, unit_ids: Iterable[int] | None = None) -> TugasEvaluasi:
    """What the account has to do; `unit_ids` narrows it to some units (a page about one of them)."""
    akses = akses_of(pengguna)
    sempit = None if unit_ids is None else frozenset(unit_ids)

    def jangkauan(izin: Izin) -> frozenset[int]:
        """Only roles bound to units act for a unit: a reader of the whole government is not its planner."""
        peran = [satu for satu in akses.with_izin(izin) if satu.unit_id is not None]
        milik = akses.unit_ids(peran) if peran else frozenset()
        return milik if sempit is None else milik & sempit

    return TugasEvaluasi(
        lembar=_lembar(pengguna, jangkauan(Izin.ISI_MANDIRI), jangkauan(Izin.TANGGAPI_EVALUASI), sempit),
        tindak_lanjut=_tindak_lanjut(pengguna, jangkauan(Izin.TINDAK_LANJUT)),
        putusan=_putusan(pengguna) if akses.with_izin(Izin.NILAI_EVALUASI) else Hitungan(0),
        langkah=_langkah(jangkauan(Izin.SUSUN_JALAN)),
    )


def _lembar(
    pengguna: Pengguna,
    isi: frozenset[int],
    tanggap: frozenset[int],
    sempit: frozenset[int] | None,
) -> tuple[TugasLembar, ...]:
    """Sheets whose stage a unit role or a role in their team leads on."""
    syarat = Q(pk__in=[])
    for transisi in TRANSISI.values():
        if transisi.peran_tim:
            continue
        unit = isi if transisi.izin == Izin.ISI_MANDIRI else tanggap
        syarat |= Q(tahap=transisi.dari, unit__in=unit)
    for tim, tahap in _stages_of_teams(pengguna).items():
        syarat |= Q(tim_id=tim, tahap__in=tahap)
    lembar = (
        LembarKerja.objects.filter(
            syarat, instansi_id=pengguna.instansi_id or 0, evaluasi__status=StatusEvaluasi.BERJALAN
        )
        .select_related("evaluasi", "unit")
        .order_by("-evaluasi__tahun", "unit__kode")
    )
    if sempit is not None:
        lembar = lembar.filter(unit__in=sempit)
    daftar = list(lembar)
    tutup = _windows(daftar)
    return tuple(TugasLembar(satu, tutup.get(satu.pk)) for satu in daftar)


def _stages_of_teams(pengguna: Pengguna) -> dict[int, set[str]]:
    """Team -> the stages from which this account, by its role there, takes the next step."""
    if not akses_of(pengguna).with_izin(Izin.NILAI_EVALUASI):
        return {}
    hasil: dict[int, set[str]] = {}
    anggota = AnggotaTim.objects.filter(pengguna=pengguna, instansi_id=pengguna.instansi_id or 0)
    for tim, peran in anggota.values_list("tim_id", "peran"):
        tahap = {str(t.dari) for t in TRANSISI.values() if peran in t.peran_tim}
        hasil.setdefault(tim, set()).update(tahap)
    return hasil


def _windows(lembar: list[LembarKerja]) -> Mapping[int, date]:
    """Sheet -> the day its present stage closes: its own window before that of all."""
    if not lembar:
        return {}
    jendela = JendelaTahap.objects.filter(
        evaluasi__in={satu.evaluasi_id for satu in lembar}, tahap__in={satu.tahap for satu in lembar}
    ).order_by("pada", "pk")
    umum: dict[tuple[int, str], date] = {}
    khusus: dict[tuple[int, str], date] = {}
    for satu in jendela:
        if satu.lembar_id is None:
            umum[satu.evaluasi_id, satu.tahap] = satu.tutup
        else:
            khusus[satu.lembar_id, satu.tahap] = satu.tutup
    hasil = {
        satu.pk: khusus.get((satu.pk, satu.tahap)) or umum.get((satu.evaluasi_id, satu.tahap))
        for satu in lembar
    }
    return {pk: tutup for pk, tutup in hasil.items() if tutup is not None}


def _tindak_lanjut(pengguna: Pengguna, unit: frozenset[int]) -> Hitungan:
    if not unit:
        return Hitungan(0)
    milik = tak_diteruskan(rekomendasi_visible_to(pengguna)).filter(unit__in=unit, status__in=GILIRAN_UNIT)
    return Hitungan(
        **milik.order_by().aggregate(
            jumlah=Count("pk"),
            tenggat=Min("batas_waktu"),
            terlambat=Count("pk", filter=Q(batas_waktu__lt=today())),
        )
    )


def _putusan(pengguna: Pengguna) -> Hitungan:
    milik = tak_diteruskan(rekomendasi_visible_to(pengguna)).filter(status=StatusRekomendasi.DIAJUKAN)
    return Hitungan(milik.count())


def _langkah(unit: frozenset[int]) -> Hitungan:
    if not unit:
        return Hitungan(0)
    langkah = LangkahJalan.objects.filter(
        rencana__unit__in=unit, rencana__status=StatusRencana.DIADOPSI, selesai_pada__isnull=True
    )
    return Hitungan(
        **langkah.order_by().aggregate(
            jumlah=Count("pk"),
            tenggat=Min("batas_waktu"),
            terlambat=Count("pk", filter=Q(batas_waktu__lt=today())),
        )
    )
