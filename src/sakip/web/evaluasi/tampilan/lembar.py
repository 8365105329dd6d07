"""A sheet as its pages show it: outline, score, and the grades of every stage beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from kinerja.instrumen import Butir, Instrumen, Predikat
from sakip.apps.evaluasi.bacaan import LembarTampil, SubTampil
from sakip.apps.evaluasi.convert import YA, Isi, effective, parse_exact, score_of
from sakip.apps.evaluasi.models import HasilLembar, LembarKerja, TahapLembar, TahapNilai
from sakip.apps.evaluasi.workflow import RANTAI_APIP, TRANSISI
from sakip.web.evaluasi.predikat import cetak
from sakip.web.evaluasi.tampilan.tahap import LABEL_NILAI

SEMUA_TAHAP = frozenset({str(TahapNilai.MANDIRI), *(str(satu) for satu in RANTAI_APIP)})
_NILAI_PADA = {
    TahapLembar.MANDIRI: TahapNilai.MANDIRI,
    TahapLembar.EVALUASI: TahapNilai.EVALUASI,
    TahapLembar.REVIU: TahapNilai.REVIU,
    TahapLembar.PANEL: TahapNilai.PANEL,
}


def tahap_baca(lembar: LembarKerja, tulis: TahapNilai | None, terlihat: frozenset[str]) -> str:
    """The stage whose values a page shows as those that count: the one written, else the latest visible."""
    if tulis is not None:
        return str(tulis)
    kini = str(_NILAI_PADA.get(TahapLembar(lembar.tahap), TahapNilai.AKHIR))
    return kini if kini in terlihat else str(TahapNilai.MANDIRI)


@dataclass(frozen=True, slots=True)
class SkorTampil:
    """The head of a sheet: so far, still possible, and how far the next predikat is."""

    tahap_teks: str
    total: Fraction | None
    predikat: str
    daftar: tuple[Predikat, ...]
    kisaran: tuple[Fraction, Fraction]
    lengkap: bool

    @property
    def kosong(self) -> bool:
        return self.total is None

    @property
    def jarum(self) -> Fraction | None:
        return self.total

    @property
    def kurang(self) -> Fraction | None:
        """Points to the bound of the predikat above; None at the top."""
        if self.total is None:
            return None
        di_atas = [p.di_atas for p in self.daftar if not p.reached_by(self.total)]
        return min(di_atas) - self.total if di_atas else None


def build_skor(instrumen: Instrumen, hasil: HasilLembar | None, tahap: str) -> SkorTampil:
    """From the stored score; the range is reckoned anew from its grades (well under a millisecond)."""
    nilai = {} if hasil is None else _answers(hasil)
    skor = score_of(instrumen, nilai)
    return SkorTampil(
        tahap_teks=str(LABEL_NILAI[tahap]).lower(),
        total=None if hasil is None else parse_exact(hasil.total),
        predikat="" if hasil is None else hasil.predikat,
        daftar=instrumen.predikat.daftar,
        kisaran=skor.kisaran,
        lengkap=hasil is not None and not hasil.belum,
    )


def _answers(hasil: HasilLembar) -> dict[str, str]:
    return {kode: isi["nilai"] for kode, isi in hasil.sub.items() if isi.get("nilai")}


@dataclass(frozen=True, slots=True)
class PetaSub:
    kode: str
    label: str
    nilai: str


@dataclass(frozen=True, slots=True)
class PetaKomponen:
    kode: str
    nama: str
    nilai: Fraction | None
    bobot: Fraction
    sub: tuple[PetaSub, ...]


def label_sub(butir: Butir) -> str:
    """Short: the gradasi ("Kualitas") where the instrument has one, else the name."""
    return butir.gradasi or butir.nama


def build_peta(instrumen: Instrumen, hasil: HasilLembar | None) -> list[PetaKomponen]:
    """The outline with the values of one stage."""
    komponen = {} if hasil is None else hasil.komponen
    sub = {} if hasil is None else hasil.sub
    return [
        PetaKomponen(
            k.kode,
            k.nama,
            parse_exact(komponen[k.kode]) if k.kode in komponen else None,
            k.bobot or Fraction(0),
            tuple(
                PetaSub(s.kode, label_sub(s), _grade_or_score(sub.get(s.kode, {})))
                for s in k.walk()
                if s.jenis == "sub"
            ),
        )
        for k in instrumen.komponen
    ]


def _grade_or_score(isi: Mapping[str, Any]) -> str:
    """The grade; where a sub-component is a mean of questions, its score."""
    return str(isi.get("nilai") or (cetak(isi["skor"]) if "skor" in isi else ""))


@dataclass(frozen=True, slots=True)
class KolomTahap:
    kode: str
    label: str


def kolom_tahap(terlihat: frozenset[str]) -> list[KolomTahap]:
    return [KolomTahap(t.value, str(LABEL_NILAI[t])) for t in TahapNilai if t.value in terlihat]


def kolom_sampai(lembar: LembarKerja, terlihat: frozenset[str]) -> list[KolomTahap]:
    """The stages that the sheet has reached; later ones would only repeat what was taken over."""
    urut = [t.value for t in TahapNilai]
    kini = urut.index(_NILAI_PADA.get(TahapLembar(lembar.tahap), TahapNilai.AKHIR).value)
    return [t for t in kolom_tahap(terlihat) if urut.index(t.kode) <= kini]


@dataclass(frozen=True, slots=True)
class LangkahLalu:
    label: str
    alasan: str
    oleh: str
    pada: datetime


def build_langkah_lalu(lembar: LembarKerja) -> list[LangkahLalu]:
    """Every step the sheet has taken, the latest first. One query."""
    baris = lembar.langkah_set.select_related("oleh").order_by("-pada", "-id")
    return [
        LangkahLalu(
            label=_(TRANSISI[satu.langkah].label) if satu.langkah in TRANSISI else satu.langkah,
            alasan=satu.alasan,
            oleh=_("sistem") if satu.oleh is None else str(satu.oleh),
            pada=satu.pada,
        )
        for satu in baris
    ]


@dataclass(frozen=True, slots=True)
class NilaiTahap:
    """The grade of one stage; taken over from an earlier one when `sendiri` is False."""

    label: str
    nilai: str
    sendiri: bool


@dataclass(frozen=True, slots=True)
class BarisSub:
    kode: str
    nama: str
    label: str
    bobot: Fraction
    n_terpenuhi: int
    n_kriteria: int
    tahun_lalu: str
    tahap: tuple[NilaiTahap, ...]
    skor: Fraction | None


@dataclass(frozen=True, slots=True)
class BarisKomponen:
    kode: str
    nama: str
    nilai: Fraction | None
    bobot: Fraction
    sub: tuple[BarisSub, ...]


def build_komponen(isi: LembarTampil, kolom: list[KolomTahap]) -> list[BarisKomponen]:
    """Every sub-component with what each stage shown said of it."""
    return [
        BarisKomponen(
            k.kode,
            k.butir.nama,
            k.nilai,
            k.bobot,
            tuple(_sub(s, kolom) for s in k.sub),
        )
        for k in isi.komponen
    ]


def _sub(s: SubTampil, kolom: list[KolomTahap]) -> BarisSub:
    return BarisSub(
        kode=s.kode,
        nama=s.butir.nama,
        label=label_sub(s.butir),
        bobot=s.bobot,
        n_terpenuhi=sum(1 for k in s.kriteria if k.berlaku is not None and k.berlaku.nilai == YA),
        n_kriteria=sum(1 for k in s.kriteria if not k.butir.berjawaban),
        tahun_lalu=s.tahun_lalu,
        tahap=tuple(stage_grade(s.jawaban, t) for t in kolom),
        skor=s.nilai,
    )


def stage_grade(jawaban: Mapping[str, Isi], tahap: KolomTahap) -> NilaiTahap:
    berlaku = effective(jawaban, tahap.kode)
    return NilaiTahap(
        tahap.label,
        "" if berlaku is None else berlaku.nilai,
        berlaku is not None and berlaku.tahap == tahap.kode,
    )


def build_kurang(isi: LembarTampil, tahap: str) -> list[tuple[str, str]]:
    """What the stage still lacks: grades, the evaluator's notes, evidence."""
    hasil = []
    for s in isi.sub:
        kode = s.kode
        belum = [b for b in isi.skor.belum if b == kode or b.startswith(f"{kode}.")]
        if belum:
            hasil.append((kode, _("belum dinilai")))
            continue
        if tahap == TahapNilai.MANDIRI:
            continue
        semua = [*s.jawaban.values(), *(satu for k in s.kriteria for satu in k.jawaban.values())]
        if not any(satu.catatan for satu in semua if satu.tahap != TahapNilai.MANDIRI):
            hasil.append((kode, _("tanpa catatan evaluator")))
        if not s.bukti_semua and not any(satu.daftar_bukti for satu in semua):
            hasil.append((kode, _("tanpa bukti")))
    return hasil
