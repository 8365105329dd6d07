"""Sheets a person may see, their windows, their answers as they stand, and the official result."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from sakip.apps.evaluasi.convert import Isi
from sakip.apps.evaluasi.models import (
    Evaluasi,
    HasilLembar,
    Jawaban,
    JendelaTahap,
    LembarKerja,
    RiwayatNilai,
    TahapNilai,
)
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import has_whole_instansi, unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi, UnitVersi

_KOLOM = (
    "lembar_id",
    "kode",
    "tahap",
    "versi_ke",
    "nilai",
    "catatan",
    "daftar_bukti",
    "saran",
    "alasan",
    "pada",
    "oleh_id",
    "oleh__sebutan",
    "oleh__username",
)
#: kode -> tahap -> last version, of one sheet.
Peta = dict[str, dict[str, Isi]]


def lembar_visible_to(pengguna: Pengguna) -> QuerySet[LembarKerja]:
    """Sheets of the units that the account may read, with what a page names of them."""
    if pengguna.instansi is None:
        return LembarKerja.objects.none()
    milik = LembarKerja.objects.filter(instansi=pengguna.instansi).select_related(
        "unit__instansi", "instansi", "evaluasi", "instrumen", "tim"
    )
    if has_whole_instansi(pengguna, Izin.BACA):
        return milik
    return milik.filter(unit__in=unit_ids_for(pengguna, Izin.BACA))


def get_lembar(pengguna: Pengguna, uid: UUID | str) -> LembarKerja:
    """Raises LembarKerja.DoesNotExist also for a sheet of another instansi or out of reach."""
    return lembar_visible_to(pengguna).get(uid=uid)


def evaluasi_visible_to(pengguna: Pengguna) -> QuerySet[Evaluasi]:
    if pengguna.instansi is None:
        return Evaluasi.objects.none()
    return Evaluasi.objects.filter(instansi=pengguna.instansi).select_related("instansi")


def evaluasi_of(instansi: Instansi, tahun: int) -> Evaluasi | None:
    """The evaluation of one performance year."""
    return Evaluasi.objects.filter(instansi=instansi, tahun=tahun).select_related("instansi").first()


def evaluasi_terakhir(instansi: Instansi) -> Evaluasi | None:
    """The latest evaluation there is."""
    return Evaluasi.objects.filter(instansi=instansi).select_related("instansi").order_by("-tahun").first()


def riwayat_kota(instansi: Instansi) -> tuple[RiwayatNilai, ...]:
    """Published results of the government itself, oldest first."""
    return tuple(RiwayatNilai.objects.filter(instansi=instansi).order_by("tahun", "id"))


def jendela_tahap(lembar: LembarKerja, tahap: str | None = None) -> JendelaTahap | None:
    """The window in force for a stage of a sheet (its own before that of all); None: no limit in time."""
    baris = JendelaTahap.objects.filter(
        Q(lembar=lembar) | Q(lembar__isnull=True),
        evaluasi_id=lembar.evaluasi_id,
        tahap=tahap or lembar.tahap,
    )
    urut = sorted(baris, key=lambda satu: (satu.lembar_id is not None, satu.pada, satu.pk))
    return urut[-1] if urut else None


def jendela_of(evaluasi: Evaluasi) -> dict[str, JendelaTahap]:
    """The window of every stage that has one for all sheets."""
    baris = evaluasi.jendela_set.filter(lembar__isnull=True).order_by("pada", "pk")
    return {satu.tahap: satu for satu in baris}


def terbuka(jendela: JendelaTahap | None, hari: date) -> bool:
    return jendela is None or jendela.buka <= hari <= jendela.tutup


def load_peta(lembar_ids: Collection[int], kode: Collection[str] | None = None) -> dict[int, Peta]:
    """The last version of every answer at every stage, per sheet. One query."""
    baris = Jawaban.objects.filter(lembar_id__in=lembar_ids)
    if kode is not None:
        baris = baris.filter(kode__in=kode)
    hasil: dict[int, Peta] = {satu: {} for satu in lembar_ids}
    # Later versions take the place of earlier ones.
    for satu in baris.order_by("versi_ke").values_list(*_KOLOM):
        lembar_id, satu_kode, tahap, versi_ke, nilai, catatan, bukti, saran, alasan, pada, oleh_id, *nama = (
            satu
        )
        hasil[lembar_id].setdefault(satu_kode, {})[tahap] = Isi(
            satu_kode,
            tahap,
            versi_ke,
            nilai,
            catatan,
            bukti,
            saran,
            alasan,
            oleh_id,
            nama[0] or nama[1] or "",
            pada,
        )
    return hasil


def load_peta_satu(lembar: LembarKerja, kode: Collection[str] | None = None) -> Peta:
    return load_peta([lembar.pk], kode)[lembar.pk]


def penelusuran(lembar: LembarKerja, kode: str) -> tuple[Jawaban, ...]:
    """Everything ever answered to one item: stage, version, author, time, reason; oldest first."""
    baris = Jawaban.objects.filter(lembar=lembar, kode=kode).select_related("oleh")
    return tuple(baris.order_by("pada", "pk"))


def hasil_of(lembar_ids: Collection[int]) -> dict[int, dict[str, HasilLembar]]:
    """Scores per sheet and stage. One query."""
    hasil: dict[int, dict[str, HasilLembar]] = defaultdict(dict)
    for satu in HasilLembar.objects.filter(lembar_id__in=lembar_ids):
        hasil[satu.lembar_id][satu.tahap] = satu
    return hasil


def pick_akhir(hasil: Mapping[str, HasilLembar]) -> HasilLembar | None:
    """The official one: the last of the APIP chain that exists. The unit's own claim is never it."""
    for tahap in reversed(RANTAI_APIP):
        if tahap in hasil:
            return hasil[tahap]
    return None


def hasil_akhir(lembar: LembarKerja) -> HasilLembar | None:
    """What APIP says of the sheet now; official once its LHE is signed."""
    return pick_akhir(hasil_of([lembar.pk]).get(lembar.pk, {}))


def pick_tahap(hasil: Mapping[str, HasilLembar], tahap: str | None) -> HasilLembar | None:
    """The score at a stage; without one what counts: APIP's, else the unit's own claim."""
    if tahap is not None:
        return hasil.get(tahap)
    return pick_akhir(hasil) or hasil.get(TahapNilai.MANDIRI)


def garis_unit(instansi_id: int, unit_ids: Collection[int], tahun: int) -> dict[int, tuple[int, ...]]:
    """Each unit with those it continued by the end of a year, itself first. One query."""
    pendahulu = load_silsilah(instansi_id).pendahulu_pada(tahun)
    return {satu: (satu, *pendahulu.get(satu, ())) for satu in unit_ids}


def nama_unit(unit_ids: Collection[int], tahun: int) -> dict[int, UnitVersi]:
    """Each unit as it was called at the end of a year, or last before it. One query."""
    baris = UnitVersi.objects.filter(unit_id__in=unit_ids, berlaku_mulai__lte=date(tahun, 12, 31))
    return {satu.unit_id: satu for satu in baris.order_by("berlaku_mulai")}


def lembar_lalu(lembar: LembarKerja) -> LembarKerja | None:
    """Last year's sheet of the unit, else of the nearest unit that it continues."""
    tahun = lembar.evaluasi.tahun
    garis = garis_unit(lembar.instansi_id, [lembar.unit_id], tahun)[lembar.unit_id]
    milik = LembarKerja.objects.filter(
        instansi_id=lembar.instansi_id, evaluasi__tahun=tahun - 1, unit_id__in=garis
    ).select_related("instrumen", "unit", "evaluasi")
    return first_in_line(garis, list(milik))


def first_in_line(garis: Sequence[int], lembar: Collection[LembarKerja]) -> LembarKerja | None:
    """The sheet of the unit itself, else of the nearest predecessor."""
    return min(lembar, key=lambda satu: garis.index(satu.unit_id), default=None)
