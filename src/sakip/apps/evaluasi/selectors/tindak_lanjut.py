"""Recommendations that a person may see, how far they are, and where each came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sakip.apps.evaluasi.models import (
    Evaluasi,
    LembarKerja,
    Rekomendasi,
    StatusRekomendasi,
    TindakLanjut,
)
from sakip.apps.evaluasi.workflow_rekomendasi import GILIRAN_UNIT, TERBIT, TERBUKA
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import has_whole_instansi, unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi


@dataclass(frozen=True, slots=True)
class RekapTindakLanjut:
    """How many recommendations stand in each state. Those continued next year count only there."""

    per_status: Mapping[str, int]
    terlambat: int

    @property
    def jumlah(self) -> int:
        return sum(self.per_status.values())

    @property
    def terbuka(self) -> int:
        return sum(n for status, n in self.per_status.items() if status in TERBUKA)

    @property
    def tuntas(self) -> int:
        """APIP found the follow-up fitting."""
        return self.per_status.get(StatusRekomendasi.SESUAI, 0)

    @property
    def menunggu_apip(self) -> int:
        return self.per_status.get(StatusRekomendasi.DIAJUKAN, 0)


def terbit() -> QuerySet[Rekomendasi]:
    """Recommendations of signed LHE."""
    return Rekomendasi.objects.filter(lembar__tahap__in=TERBIT)


def tak_diteruskan(semua: QuerySet[Rekomendasi]) -> QuerySet[Rekomendasi]:
    """Without those that a later signed LHE continues: their follow-up goes on there."""
    return semua.filter(~Exists(terbit().filter(asal=OuterRef("pk"))))


def rekomendasi_visible_to(pengguna: Pengguna) -> QuerySet[Rekomendasi]:
    """Those of the units that the account may read; a draft LHE's are not out yet."""
    milik = terbit().filter(instansi_id=pengguna.instansi_id or 0)
    if has_whole_instansi(pengguna, Izin.BACA):
        return milik
    return milik.filter(unit__in=unit_ids_for(pengguna, Izin.BACA))


def terlambat_q(pada: date) -> Q:
    """The unit's turn, and its day has passed."""
    return Q(batas_waktu__lt=pada, status__in=GILIRAN_UNIT)


def rekap_tindak_lanjut(
    milik: Evaluasi | Instansi | QuerySet[Rekomendasi], *, pada: date | None = None
) -> RekapTindakLanjut:
    """Counts per state of one evaluation, of a government, or of an already scoped set. One query."""
    semua = milik if isinstance(milik, QuerySet) else _of(milik)
    telat = terlambat_q(pada or today())
    hitung = {status: Count("pk", filter=Q(status=status)) for status in StatusRekomendasi.values}
    baris = tak_diteruskan(semua).order_by().aggregate(terlambat=Count("pk", filter=telat), **hitung)
    return RekapTindakLanjut({s: baris[s] for s in StatusRekomendasi.values}, baris["terlambat"])


def _of(milik: Evaluasi | Instansi) -> QuerySet[Rekomendasi]:
    if isinstance(milik, Instansi):
        return terbit().filter(instansi=milik)
    return terbit().filter(lembar__evaluasi=milik)


def riwayat_tindak_lanjut(rekomendasi: Rekomendasi) -> list[TindakLanjut]:
    """Everything that happened, oldest first, with who and which evidence."""
    return list(rekomendasi.tindak_lanjut_set.select_related("oleh", "bukti__berkas").order_by("pada", "pk"))


def penerus_terbit(rekomendasi: Rekomendasi) -> Rekomendasi | None:
    """The one of a later signed LHE that continues this one."""
    lanjutan = Rekomendasi.objects.filter(asal=rekomendasi, lembar__tahap__in=TERBIT)
    return lanjutan.select_related("lembar__evaluasi").first()


def terbuka_tahun_lalu(lembar: LembarKerja) -> list[Rekomendasi]:
    """Open recommendations of last year's sheet of this unit or of what it continues, not brought yet."""
    tahun = lembar.evaluasi.tahun - 1
    pendahulu = load_silsilah(lembar.instansi_id).pendahulu.get(lembar.unit_id, ())
    sudah = Rekomendasi.objects.filter(lembar=lembar, asal__isnull=False).values("asal")
    return list(
        terbit()
        .filter(
            unit__in=[lembar.unit_id, *pendahulu],
            lembar__evaluasi__tahun=tahun,
            lembar__instansi_id=lembar.instansi_id,
            status__in=TERBUKA,
        )
        .exclude(pk__in=sudah)
        .order_by("kode", "urutan", "pk")
    )


def rantai_asal(rekomendasi: Rekomendasi) -> list[Rekomendasi]:
    """The same recommendation in earlier evaluations, the latest first."""
    hasil: list[Rekomendasi] = []
    asal_id = rekomendasi.asal_id
    while asal_id is not None:
        lama = Rekomendasi.objects.select_related("lembar__evaluasi").get(pk=asal_id)
        hasil.append(lama)
        asal_id = lama.asal_id
    return hasil
