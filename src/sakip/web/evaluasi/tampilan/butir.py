"""Items of the working page: a sub-component and its criteria, with what every stage says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinerja.instrumen import Butir, Instrumen
from kinerja.instrumen.suggest import Saran
from sakip.apps.evaluasi.bacaan import KriteriaTampil, SubTampil
from sakip.apps.evaluasi.convert import TIDAK, YA, Isi, effective_values
from sakip.apps.evaluasi.galat import VersiBerubah
from sakip.apps.evaluasi.models import LembarKerja, Rekomendasi, TahapNilai
from sakip.apps.evaluasi.selectors.dasar import load_peta_satu
from sakip.apps.evaluasi.selectors.jawaban_langsung import JawabanLangsung
from sakip.apps.evaluasi.selectors.lembar import leaves_of, suggest_for
from sakip.apps.evaluasi.services import HasilSimpan
from sakip.apps.evaluasi.workflow_rekomendasi import TERBIT
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.probe.model import HasilProbe
from sakip.web.evaluasi.tampilan.bukti import BuktiTampil, build_bukti
from sakip.web.evaluasi.tampilan.lembar import label_sub
from sakip.web.evaluasi.tampilan.tahap import LABEL_NILAI
from sakip.web.komponen.angka import format_waktu

LABEL_JAWABAN: dict[str, str | Promise] = {YA: _("Ya"), TIDAK: _("Tidak")}
#: What the page suggested comes back with the answer; signed, so that it is what was suggested.
_SARAN = Signer(salt="evaluasi.saran")


def saat(pada: datetime) -> str:
    """The hour alone today, with its day otherwise."""
    return format_waktu(pada, "jam" if timezone.localdate(pada) == today() else "pendek")


@dataclass(frozen=True, slots=True)
class PilihanTampil:
    kode: str
    label: str
    skor: Fraction | None = None


@dataclass(frozen=True, slots=True)
class TahapLain:
    label: str
    nilai: str


@dataclass(frozen=True, slots=True)
class RekomendasiLalu:
    uraian: str
    status: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirTampil:
    """One item that takes an answer. `nilai` is what counts at the stage shown, `versi_ke` of the stage written."""

    kode: str
    nama: str
    label: str
    bobot: Fraction | None
    pilihan: tuple[PilihanTampil, ...]
    nilai: str
    catatan: str
    daftar_bukti: str
    versi_ke: int
    pada: datetime | None
    oleh: str
    dari_tahap: str
    tahap_lain: tuple[TahapLain, ...]
    tahun_lalu: str
    bukti: tuple[BuktiTampil, ...]
    n_diskusi: int
    langsung: tuple[HasilProbe, ...] = ()
    saran_tanda: str = ""
    saran_nilai: str = ""
    kriteria: tuple["ButirTampil", ...] = ()
    saran: Saran | None = None
    rekomendasi_lalu: tuple[RekomendasiLalu, ...] = ()
    n_terpenuhi: int = 0
    bernilai: bool = True
    n_kriteria: int = 0
    alasan: str = ""

    @property
    def pada_teks(self) -> str:
        return "" if self.pada is None else saat(self.pada)

    @property
    def angka(self) -> bool:
        """Whether the answer is a number rather than a choice."""
        return not self.pilihan


@dataclass(frozen=True, slots=True)
class Latar:
    """What every item of one page needs to be shown."""

    lembar: LembarKerja
    instrumen: Instrumen
    tulis: str | None
    terlihat: frozenset[str]
    langsung: JawabanLangsung
    nama: Mapping[int, str]


def build_sub(isi: SubTampil, latar: Latar) -> ButirTampil:
    """A sub-component with its criteria."""
    kriteria = tuple(
        _item(k, latar, bobot=k.butir.bobot, langsung=latar.langsung.get(k.kode, ())) for k in isi.kriteria
    )
    return _item(
        isi,
        latar,
        bobot=isi.bobot,
        langsung=latar.langsung.get(isi.kode, ()),
        kriteria=kriteria,
        saran=isi.saran,
        saran_nilai="" if isi.saran is None else isi.saran.nilai or "",
        rekomendasi_lalu=tuple(_last_year(r) for r in isi.rekomendasi_lalu),
        n_terpenuhi=sum(1 for k in kriteria if k.nilai == YA),
        bernilai=isi.butir.berjawaban,
        n_kriteria=len(kriteria),
    )


def with_typed(sub: ButirTampil, kode: str, isian: Mapping[str, str]) -> ButirTampil:
    """The same page with what somebody typed into one item and could not save."""
    baru: dict[str, Any] = {n: isian[n] for n in ("nilai", "catatan", "daftar_bukti", "alasan") if n in isian}
    if kode == sub.kode:
        return replace(sub, **baru)
    return replace(sub, kriteria=tuple(replace(k, **baru) if k.kode == kode else k for k in sub.kriteria))


def _item(
    isi: SubTampil | KriteriaTampil,
    latar: Latar,
    *,
    bobot: Fraction | None,
    langsung: tuple[HasilProbe, ...],
    saran_nilai: str | None = None,
    **lain: Any,
) -> ButirTampil:
    berlaku, lembar = isi.berlaku, latar.lembar
    disarankan = _suggested(langsung) if saran_nilai is None else saran_nilai
    return ButirTampil(
        kode=isi.kode,
        nama=isi.butir.nama,
        label=label_sub(isi.butir),
        bobot=bobot,
        pilihan=choices_of(latar.instrumen, isi.butir),
        nilai="" if berlaku is None else berlaku.nilai,
        catatan=_own(isi.jawaban, berlaku, latar.tulis, "catatan"),
        daftar_bukti=_own(isi.jawaban, berlaku, latar.tulis, "daftar_bukti"),
        versi_ke=0 if latar.tulis is None else isi.versi(latar.tulis),
        pada=None if berlaku is None else berlaku.pada,
        oleh="" if berlaku is None or berlaku.oleh_id is None else latar.nama.get(berlaku.oleh_id, ""),
        dari_tahap=_origin(berlaku, latar.tulis),
        tahap_lain=tuple(
            TahapLain(str(LABEL_NILAI[t]), satu.nilai)
            for t in TahapNilai
            if t != latar.tulis
            and t in latar.terlihat
            and (satu := isi.jawaban.get(t)) is not None
            and satu.nilai
        ),
        tahun_lalu=isi.tahun_lalu,
        bukti=tuple(build_bukti(b.bukti, lembar.evaluasi.tahun, b) for b in isi.bukti),
        n_diskusi=isi.n_diskusi,
        langsung=langsung,
        saran_nilai=disarankan,
        saran_tanda=sign_saran(lembar, isi.kode, disarankan),
        **lain,
    )


def _own(jawaban: Mapping[str, Isi], berlaku: Isi | None, tulis: str | None, bidang: str) -> str:
    """The text of the stage that is written; a reader sees that of the value that counts."""
    milik = berlaku if tulis is None else jawaban.get(tulis)
    return "" if milik is None else str(getattr(milik, bidang))


def _origin(berlaku: Isi | None, tulis: str | None) -> str:
    """From which earlier stage a value was taken over; blank for the stage's own."""
    if berlaku is None or tulis is None or berlaku.tahap == tulis:
        return ""
    return str(LABEL_NILAI[berlaku.tahap]).lower()


def choices_of(instrumen: Instrumen, butir: Butir) -> tuple[PilihanTampil, ...]:
    """Yes and no for a criterion, the scale of a scored item; none for a number."""
    if not butir.berjawaban:
        return tuple(PilihanTampil(kode, str(label)) for kode, label in LABEL_JAWABAN.items())
    if butir.skala is None or instrumen.skala[butir.skala].per_objek:
        return ()
    return tuple(PilihanTampil(p.kode, p.kode, p.skor) for p in instrumen.skala[butir.skala].pilihan)


def _suggested(langsung: Sequence[HasilProbe]) -> str:
    """What the live data says of a criterion: met when every probe that can tell says so."""
    kata = [satu.saran for satu in langsung if satu.saran is not None]
    if not kata:
        return ""
    return YA if all(kata) else TIDAK


def _last_year(rekomendasi: Rekomendasi) -> RekomendasiLalu:
    terbit = rekomendasi.lembar.tahap in TERBIT
    return RekomendasiLalu(
        rekomendasi.uraian,
        str(rekomendasi.get_status_display()),
        reverse("tindaklanjut:rekomendasi", args=[rekomendasi.uid]) if terbit else "",
    )


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """What the status beside a field says after a save."""

    kode: str
    versi_ke: int
    pada_teks: str
    oleh: str = ""
    dari_tahap: str = ""

    @property
    def pada(self) -> bool:
        return self.versi_ke > 0


def build_tersimpan(kode: str, hasil: HasilSimpan) -> Tersimpan:
    """The version that stands now; an empty field that was never filled has none."""
    satu = next((j for j in hasil.jawaban if j.kode == kode), None)
    if satu is None:
        return Tersimpan(kode, 0, "")
    return Tersimpan(kode, satu.versi_ke, saat(satu.pada))


@dataclass(frozen=True, slots=True)
class Ringkas:
    """What follows from a sub-component's answers without reading the rest of its page. One query."""

    kode: str
    nilai: str
    bernilai: bool
    n_terpenuhi: int
    n_kriteria: int
    saran: Saran | None
    saran_tanda: str


def build_ringkas(lembar: LembarKerja, instrumen: Instrumen, sub: Butir, tahap: str) -> Ringkas:
    nilai = effective_values(load_peta_satu(lembar, [b.kode for b in sub.walk()]), tahap)
    saran = suggest_for(instrumen, sub, nilai)
    kriteria = leaves_of(sub)
    return Ringkas(
        kode=sub.kode,
        nilai=nilai.get(sub.kode, ""),
        bernilai=sub.berjawaban,
        n_terpenuhi=sum(1 for k in kriteria if nilai.get(k.kode) == YA),
        n_kriteria=len(kriteria),
        saran=saran,
        saran_tanda=sign_saran(lembar, sub.kode, "" if saran is None else saran.nilai or ""),
    )


def authors_of(isi: Sequence[SubTampil]) -> dict[int, str]:
    """Names of those whose answers count, in one query."""
    berlaku = [sub.berlaku for sub in isi] + [k.berlaku for sub in isi for k in sub.kriteria]
    semua = {satu.oleh_id for satu in berlaku if satu is not None and satu.oleh_id is not None}
    return {p.pk: str(p) for p in Pengguna.objects.filter(pk__in=semua)} if semua else {}


def sign_saran(lembar: LembarKerja, kode: str, nilai: str) -> str:
    return _SARAN.sign_object([str(lembar.uid), kode, nilai]) if nilai else ""


def read_saran(tanda: str, lembar: LembarKerja, kode: str) -> str:
    """What `sign_saran` signed for this item; blank for anything else."""
    try:
        isi: Any = _SARAN.unsign_object(tanda)
    except (BadSignature, ValueError):
        return ""
    return str(isi[2]) if isi[:2] == [str(lembar.uid), kode] else ""


@dataclass(frozen=True, slots=True)
class JawabanLain:
    """What somebody else wrote in between."""

    nilai: str
    catatan: str
    oleh: str
    pada_teks: str
    versi_ke: int


def read_lain(galat: VersiBerubah, kode: str) -> JawabanLain | None:
    satu = next((j for j in galat.lain if j.kode == kode), None)
    if satu is None:
        return None
    return JawabanLain(
        satu.nilai,
        satu.catatan,
        "" if satu.oleh is None else str(satu.oleh),
        saat(satu.pada),
        satu.versi_ke,
    )
