"""From a sheet to the question of `kinerja.jalan`: what is fulfilled, what it costs, how strict APIP was."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from kinerja.instrumen import Butir, Instrumen
from kinerja.jalan import Ketat, Soal, gap_from
from sakip.apps.evaluasi.convert import YA
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    Jawaban,
    LangkahJalan,
    LembarKerja,
    RencanaJalan,
    StatusRencana,
    TahapNilai,
    UpayaKriteria,
)
from sakip.apps.evaluasi.policies import tahap_terlihat
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit

#: Person-days assumed for what nobody has estimated yet, by the kind of sub-component. Estimates, not law.
UPAYA_BAKU = {"Keberadaan": Decimal(5), "Kualitas": Decimal(10), "Pemanfaatan": Decimal(15)}
UPAYA_LAIN = Decimal(10)
#: The same for the steps above full fulfilment, as multiples of the figure above.
KELIPATAN_NAIK = {"A": 4, "AA": 10}
_KODE = re.compile(r"[0-9A-Za-z]+(\.[0-9A-Za-z]+)*(:[A-Z]{1,2})?")
#: How many past sheets say how strict the evaluator is.
TAHUN_SELISIH = 3


@dataclass(frozen=True, slots=True)
class Upaya:
    """What one criterion or step costs here; `ditaksir` when somebody said so, else a default."""

    kode: str
    biaya: Decimal
    prasyarat: tuple[str, ...] = ()
    luar_jangkauan: bool = False
    ditaksir: bool = False
    milik_unit: bool = False
    pelaksana: str = ""


@dataclass(frozen=True)
class DasarJalan:
    """Where a unit stands: the sheet the way starts from, and everything that shapes the way.

    `n_mandiri` counts answers that are still the unit's own claim because APIP has not judged them.
    """

    lembar: LembarKerja
    instrumen: Instrumen
    terpenuhi: Mapping[str, bool]
    jawaban: Mapping[str, str]
    n_mandiri: int
    n_apip: int
    upaya: Mapping[str, Upaya]
    selisih: tuple[Mapping[str, tuple[str, str]], ...]
    pilihan_tahun: tuple[int, ...]

    @property
    def dinilai_apip(self) -> bool:
        return self.n_apip > 0

    @cached_property
    def ketat(self) -> Ketat:
        """What APIP used to take off the unit's own claims; what it judged itself is spared if untouched."""
        if not self.selisih:
            return Ketat()
        return gap_from(self.instrumen, self.selisih, hanya_berubah=self.dinilai_apip)


def is_langkah(kode: str) -> bool:
    """Whether a text has the form of a criterion's code, or of a step above full fulfilment ("1.c:A")."""
    return len(kode) <= 20 and _KODE.fullmatch(kode) is not None


def langkah_naik(instrumen: Instrumen) -> tuple[str, ...]:
    """The grades above full fulfilment, rising: A, AA."""
    saran = instrumen.saran
    return () if saran is None else tuple(sorted(saran.istimewa, key=len))


def dasar_jalan(
    unit: Unit, *, pengguna: Pengguna | None = None, tahun: int | None = None
) -> DasarJalan | None:
    """The sheet the way starts from, of the unit or of what it continues; None when there is none.

    Without a year: the latest sheet in which this account may see what APIP said, else the latest one. A unit
    is not shown APIP's values here before its draft LHE shows them. Five queries.
    """
    units = [unit.pk, *load_silsilah(unit.instansi_id).pendahulu.get(unit.pk, ())]
    lembar = sorted(_sheets(units), key=lambda satu: (-satu.evaluasi.tahun, units.index(satu.unit_id)))
    if not lembar:
        return None
    nilai = values_of(lembar, pengguna)
    dinilai = [satu for satu in lembar if any(_apip(isi) for isi in nilai[satu.pk].values())]
    setahun = [satu for satu in lembar if satu.evaluasi.tahun == tahun]
    dasar = (setahun or dinilai or lembar)[0]
    return build_dasar(dasar, lembar, nilai, _efforts(dasar, unit))


def _sheets(units: Sequence[int]) -> Iterable[LembarKerja]:
    ada = Jawaban.objects.filter(lembar=OuterRef("pk"))
    return (
        LembarKerja.objects.filter(Exists(ada), unit__in=units)
        .select_related("evaluasi", "instrumen", "unit__instansi")
        .order_by("-evaluasi__tahun")[: TAHUN_SELISIH + 1]
    )


NilaiLembar = dict[int, dict[str, dict[str, str]]]


def values_of(
    lembar: Sequence[LembarKerja], pengguna: Pengguna | None, *, hanya_sub: bool = False
) -> NilaiLembar:
    """Sheet -> code -> stage -> the last version of the value there, as far as the account sees it.

    `hanya_sub` leaves the criteria out, of which there are many.
    """
    hasil: NilaiLembar = {satu.pk: {} for satu in lembar}
    terlihat = {satu.pk: tahap_terlihat(pengguna, satu) for satu in lembar}
    baris = Jawaban.objects.filter(lembar__in=hasil).order_by("versi_ke")
    if hanya_sub:
        sub = {b.kode for satu in lembar for b in muat_instrumen(satu.instrumen).penilaian}
        baris = baris.filter(kode__in=sub)
    for lembar_id, kode, tahap, nilai in baris.values_list("lembar_id", "kode", "tahap", "nilai"):
        if tahap in terlihat[lembar_id]:
            hasil[lembar_id].setdefault(kode, {})[tahap] = nilai
    return hasil


def _apip(per_tahap: Mapping[str, str]) -> str:
    """What the latest APIP stage says; blank when none has spoken."""
    for tahap in reversed(RANTAI_APIP):
        if per_tahap.get(tahap):
            return per_tahap[tahap]
    return ""


def build_dasar(
    terakhir: LembarKerja, semua: Sequence[LembarKerja], nilai: NilaiLembar, upaya: Sequence[UpayaKriteria]
) -> DasarJalan:
    instrumen = muat_instrumen(terakhir.instrumen)
    terpenuhi: dict[str, bool] = {}
    jawaban: dict[str, str] = {}
    n_mandiri = n_apip = 0
    for sub in instrumen.penilaian:
        for kode in (sub.kode, *(k.kode for k in instrumen.kriteria(sub.kode))):
            per_tahap = nilai[terakhir.pk].get(kode, {})
            apip = _apip(per_tahap)
            isi = apip or per_tahap.get(TahapNilai.MANDIRI, "")
            if not isi:
                continue
            n_apip, n_mandiri = n_apip + bool(apip), n_mandiri + (not apip)
            if kode == sub.kode:
                jawaban[kode] = isi
            else:
                terpenuhi[kode] = isi == YA
    lain = [satu for satu in semua if satu.instrumen.instrumen_id == terakhir.instrumen.instrumen_id]
    return DasarJalan(
        lembar=terakhir,
        instrumen=instrumen,
        terpenuhi=terpenuhi,
        jawaban=jawaban,
        n_mandiri=n_mandiri,
        n_apip=n_apip,
        upaya=build_upaya(instrumen, upaya),
        selisih=tuple(s for satu in lain if (s := _gap(instrumen, nilai[satu.pk]))),
        pilihan_tahun=tuple(dict.fromkeys(satu.evaluasi.tahun for satu in semua)),
    )


def _gap(instrumen: Instrumen, nilai: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    """Sub-component -> (own claim, APIP's value), where both are there."""
    hasil = {}
    for sub in instrumen.penilaian:
        per_tahap = nilai.get(sub.kode, {})
        mandiri, apip = per_tahap.get(TahapNilai.MANDIRI, ""), _apip(per_tahap)
        if mandiri and apip:
            hasil[sub.kode] = (mandiri, apip)
    return hasil


def _efforts(lembar: LembarKerja, unit: Unit) -> list[UpayaKriteria]:
    """Rows of all units, then the unit's own, so that these go before those."""
    baris = UpayaKriteria.objects.filter(
        Q(unit__isnull=True) | Q(unit=unit), instansi_id=unit.instansi_id, profil=lembar.instrumen.profil
    )
    return sorted(baris, key=lambda satu: satu.unit_id is not None)


def build_upaya(instrumen: Instrumen, baris: Iterable[UpayaKriteria]) -> dict[str, Upaya]:
    """An effort for every criterion and every step above, in the order of the sheet."""
    hasil = {}
    for sub in instrumen.penilaian:
        baku = UPAYA_BAKU.get(sub.gradasi, UPAYA_LAIN)
        for kriteria in instrumen.kriteria(sub.kode):
            hasil[kriteria.kode] = Upaya(kriteria.kode, baku)
        for nilai in langkah_naik(instrumen):
            kode = f"{sub.kode}:{nilai}"
            hasil[kode] = Upaya(kode, baku * KELIPATAN_NAIK.get(nilai, 10))
    for satu in baris:
        if satu.kode in hasil:
            hasil[satu.kode] = Upaya(
                satu.kode,
                satu.biaya,
                tuple(satu.prasyarat),
                satu.luar_jangkauan,
                ditaksir=True,
                milik_unit=satu.unit_id is not None,
                pelaksana=satu.pelaksana,
            )
    return hasil


def soal_of(
    dasar: DasarJalan,
    *,
    target: str,
    tanpa: Iterable[str] = (),
    dengan: Iterable[str] = (),
    ketat: bool = False,
) -> Soal:
    """The question as it is put: what to leave out, what to do in any case, and how strict the evaluator.

    Codes that the instrument does not know (an old address) are left out of the question.
    """
    upaya = dasar.upaya
    buang = {kode for kode in tanpa if kode in upaya}
    minta = {k for k in dengan if k in upaya and k not in buang and not dasar.terpenuhi.get(k)}
    istimewa: dict[str, dict[str, Fraction]] = {}
    for satu in upaya.values():
        sub, pisah, nilai = satu.kode.partition(":")
        if pisah:
            istimewa.setdefault(sub, {})[nilai] = Fraction(satu.biaya)
    return Soal(
        instrumen=dasar.instrumen,
        target=target,
        terpenuhi=dasar.terpenuhi,
        jawaban=dasar.jawaban,
        biaya={kode: satu.biaya for kode, satu in upaya.items() if ":" not in kode},
        istimewa=istimewa,
        butuh={
            kode: tuple(p for p in satu.prasyarat if p in upaya)
            for kode, satu in upaya.items()
            if satu.prasyarat
        },
        luar_jangkauan=frozenset(buang | ({k for k, u in upaya.items() if u.luar_jangkauan} - minta)),
        wajib=frozenset(minta),
        ketat=dasar.ketat if ketat else Ketat(),
    )


@dataclass(frozen=True, slots=True)
class RencanaTampil:
    """An adopted plan with its steps, the earliest due first."""

    rencana: RencanaJalan
    langkah: tuple[LangkahJalan, ...]

    @property
    def selesai(self) -> int:
        return sum(1 for satu in self.langkah if satu.selesai_pada is not None)

    @property
    def jumlah(self) -> int:
        return len(self.langkah)

    @property
    def berikutnya(self) -> LangkahJalan | None:
        return next((satu for satu in self.langkah if satu.selesai_pada is None), None)

    @property
    def biaya(self) -> Decimal:
        return sum((satu.biaya for satu in self.langkah), Decimal(0))

    @property
    def biaya_selesai(self) -> Decimal:
        return sum((s.biaya for s in self.langkah if s.selesai_pada is not None), Decimal(0))


def rencana_visible_to(pengguna: Pengguna) -> QuerySet[RencanaJalan]:
    return RencanaJalan.objects.filter(
        instansi_id=pengguna.instansi_id or 0, unit__in=unit_ids_for(pengguna, Izin.BACA)
    )


def rencana_tampil(rencana: RencanaJalan) -> RencanaTampil:
    """A plan with its steps. One query."""
    return RencanaTampil(
        rencana, tuple(rencana.langkah_set.select_related("bukti__berkas").order_by("urutan"))
    )


def rencana_berjalan(unit: Unit) -> RencanaTampil | None:
    """The plan that the unit carries out now, the latest year first. Two queries at most."""
    rencana = (
        RencanaJalan.objects.filter(unit=unit, status=StatusRencana.DIADOPSI)
        .select_related("dasar__evaluasi")
        .order_by("-tahun")
        .first()
    )
    return None if rencana is None else rencana_tampil(rencana)


def sub_of(instrumen: Instrumen, kode: str) -> Butir:
    """The sub-component of a criterion or of a step above."""
    dasar = kode.partition(":")[0]
    induk = instrumen.induk_dari(dasar)
    return instrumen.butir(dasar) if ":" in kode or induk is None else induk
