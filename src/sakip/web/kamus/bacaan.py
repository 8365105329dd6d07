"""What the dictionary's pages show: the list with its gaps, one indicator over documents and years, word diffs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.datakinerja.variabel import variabel_of
from sakip.platform.dasar import berlaku_pada
from sakip.web.komponen.angka import format_angka

#: Fields that change what the figure means: with another value the past no longer compares (periksa 7 and 12).
MAKNA = ("satuan", "polaritas", "jenis_ukuran")
BELUM_LENGKAP = (
    Q(definisi="") | Q(satuan__isnull=True) | Q(rumus="") | Q(sumber="")
    | Q(pj_jabatan__isnull=True, pj_teks="") | Q(jenis_ukuran="")
)  # fmt: skip
URUT = {
    "nama": ("nama",),
    "-nama": ("-nama",),
    "kode": ("indikator__kode",),
    "-kode": ("-indikator__kode",),
    "unit": ("unit__kode", "nama"),
    "-unit": ("-unit__kode", "nama"),
}
URUT_BAKU = "nama"


def gaps_of(versi: IndikatorVersi) -> list[str]:
    """Names of what the entry does not say yet (53/2014 Lamp. II.H asks for all of it)."""
    bagian = (
        (_("definisi"), versi.definisi),
        (_("satuan"), versi.satuan_id),
        (_("rumus"), versi.rumus),
        (_("sumber data"), versi.sumber),
        (_("penanggung jawab"), versi.pj_jabatan_id or versi.pj_teks),
        (_("jenis ukuran"), versi.jenis_ukuran),
    )
    return [nama for nama, isi in bagian if isi in (None, "")]


def entries(unit_ids: Collection[int], pada: date) -> QuerySet[IndikatorVersi]:
    """The entries in force on a day of the units in reach."""
    return (
        IndikatorVersi.objects.filter(berlaku_pada(pada), unit_id__in=unit_ids)
        .select_related("indikator", "satuan", "unit", "pj_jabatan")
        .order_by(*URUT[URUT_BAKU], "pk")
    )


def filter_entries(semua: QuerySet[IndikatorVersi], saring: dict[str, str]) -> QuerySet[IndikatorVersi]:
    syarat = Q()
    if q := saring.get("q"):
        syarat &= Q(nama__icontains=q) | Q(indikator__kode__icontains=q) | Q(definisi__icontains=q)
    if kode := saring.get("unit"):
        syarat &= Q(unit__kode=kode)
    for bidang in ("frekuensi", "polaritas"):
        if isi := saring.get(bidang):
            syarat &= Q(**{bidang: isi})
    if iku := saring.get("iku"):
        syarat &= Q(is_iku=iku == "ya")
    if saring.get("kurang"):
        syarat &= BELUM_LENGKAP
    return semua.filter(syarat)


@dataclass(frozen=True, slots=True)
class Potong:
    """A run of words: kept (`""`), taken out (`del`) or put in (`ins`)."""

    jenis: str
    teks: str


def diff_words(lama: str, baru: str) -> tuple[Potong, ...]:
    """Word by word what changed, in reading order."""
    kiri, kanan = lama.split(), baru.split()
    hasil: list[Potong] = []
    for langkah, a, b, c, d in SequenceMatcher(None, kiri, kanan, autojunk=False).get_opcodes():
        if langkah == "equal":
            hasil.append(Potong("", " ".join(kiri[a:b])))
            continue
        if b > a:
            hasil.append(Potong("del", " ".join(kiri[a:b])))
        if d > c:
            hasil.append(Potong("ins", " ".join(kanan[c:d])))
    return tuple(hasil)


@dataclass(frozen=True, slots=True)
class Beda:
    """One field that two versions say differently."""

    label: str
    lama: str
    baru: str
    makna: bool

    @property
    def potong(self) -> tuple[Potong, ...]:
        return diff_words(self.lama, self.baru)


def label_bidang() -> dict[str, str]:
    return {
        "nama": _("Nama"),
        "definisi": _("Definisi"),
        "satuan": _("Satuan"),
        "polaritas": _("Polaritas"),
        "jenis_ukuran": _("Jenis ukuran"),
        "agregasi_waktu": _("Penggabungan triwulan"),
        "frekuensi": _("Frekuensi"),
        "rumus": _("Rumus"),
        "ungkapan": _("Rumus hitung"),
        "variabel": _("Variabel"),
        "pengali": _("Pengali"),
        "desimal": _("Desimal"),
        "batas": _("Batas capaian"),
        "sumber": _("Sumber data"),
        "pj_jabatan": _("Penanggung jawab"),
        "pj_teks": _("Penanggung jawab (tertulis)"),
        "standar_nasional": _("Standar nasional"),
        "standar_sumber": _("Sumber standar"),
        "kode_nasional": _("Kode nasional"),
        "is_iku": _("IKU"),
        "unit": _("Unit"),
    }


def text_of(versi: IndikatorVersi, bidang: str, jabatan: Mapping[int, str] | None = None) -> str:
    """How a field of an entry reads; `jabatan` names the posts, which otherwise read as their codes."""
    pj = versi.pj_jabatan_id if bidang == "pj_jabatan" else None
    if pj is not None and jabatan and pj in jabatan:
        return jabatan[pj]
    if bidang == "variabel":
        return ", ".join(satu.lengkap for satu in variabel_of(versi))
    tampil = getattr(versi, f"get_{bidang}_display", None)
    isi = getattr(versi, bidang) if tampil is None else tampil()
    if isinstance(isi, bool):
        return str(_("ya")) if isi else str(_("tidak"))
    if isinstance(isi, list):
        return ", ".join(isi)
    if isinstance(isi, Decimal):
        return format_angka(isi)
    return "" if isi is None else str(isi)


def compare(lama: IndikatorVersi, baru: IndikatorVersi) -> list[Beda]:
    hasil = []
    for bidang, label in label_bidang().items():
        kiri, kanan = text_of(lama, bidang), text_of(baru, bidang)
        if kiri != kanan:
            hasil.append(Beda(label, kiri, kanan, bidang in MAKNA))
    return hasil


def pair_versions(versi: Iterable[IndikatorVersi]) -> list[tuple[IndikatorVersi, list[Beda]]]:
    """Every version, newest first, with what it changed against the one before it."""
    urut = list(versi)
    return [
        (satu, compare(lama, satu) if lama else [])
        for satu, lama in zip(urut, [*urut[1:], None], strict=True)
    ]


def lineage(indikator: Indikator) -> tuple[list[IndikatorVersi], list[IndikatorVersi]]:
    """The last entries of what it replaces, and of what replaces it."""
    ids = list(indikator.pengganti.values_list("pk", flat=True))
    asal = [] if indikator.pengganti_dari_id is None else [indikator.pengganti_dari_id]
    versi: dict[int, IndikatorVersi] = {}
    semua = IndikatorVersi.objects.filter(indikator_id__in=[*ids, *asal]).select_related("indikator")
    for satu in semua.order_by("berlaku_mulai"):
        versi[satu.indikator_id] = satu
    return [versi[pk] for pk in asal if pk in versi], [versi[pk] for pk in ids if pk in versi]
