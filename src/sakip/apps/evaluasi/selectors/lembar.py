"""One sheet with all that its page shows, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from kinerja.instrumen import Butir, HasilSkor, Instrumen
from kinerja.instrumen.suggest import Saran, TanpaSaran, suggest
from sakip.apps.evaluasi.bacaan import KomponenTampil, KriteriaTampil, LembarTampil, SubTampil
from sakip.apps.evaluasi.convert import (
    Isi,
    effective,
    effective_values,
    fulfilled,
    parse_exact,
    score_of,
    sub_dari,
)
from sakip.apps.evaluasi.galat import InstrumenBerubah, KodeTidakDikenal
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    BuktiJawaban,
    Diskusi,
    HasilLembar,
    LembarKerja,
    Rekomendasi,
    TahapNilai,
)
from sakip.apps.evaluasi.selectors.dasar import (
    Peta,
    hasil_of,
    lembar_lalu,
    load_peta,
    load_peta_satu,
    pick_akhir,
)
from sakip.apps.evaluasi.workflow import PENULIS_NILAI

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Bahan:
    """Everything read for one sheet, before it is arranged."""

    instrumen: Instrumen
    tahap: str
    peta: Peta
    nilai: Mapping[str, str]
    skor: HasilSkor
    nilai_lalu: Mapping[str, str]
    bukti: Mapping[str, tuple[BuktiJawaban, ...]]
    diskusi: Mapping[str, int]
    rekomendasi: Mapping[str, tuple[Rekomendasi, ...]]
    rekomendasi_lalu: Mapping[str, tuple[Rekomendasi, ...]]


def stage_shown(lembar: LembarKerja) -> str:
    """The stage a page shows by default: the one that is written now, else the final values."""
    return str(PENULIS_NILAI[lembar.tahap][0] if lembar.tahap in PENULIS_NILAI else TahapNilai.AKHIR)


def lembar_lengkap(
    lembar: LembarKerja, tahap_lihat: str | None = None, *, terlihat: Collection[str] | None = None
) -> LembarTampil:
    """The whole sheet at a stage. `terlihat` leaves out what the reader may not see (policies.tahap_terlihat)."""
    lalu = lembar_lalu(lembar)
    bahan = _load(lembar, lalu, tahap_lihat, terlihat=terlihat)
    hasil = hasil_of([lembar.pk, *([lalu.pk] if lalu else [])])
    hasil_lalu = pick_akhir(hasil.get(lalu.pk, {})) if lalu else None
    milik = hasil.get(lembar.pk, {})
    return LembarTampil(
        lembar=lembar,
        instrumen=bahan.instrumen,
        tahap_lihat=bahan.tahap,
        komponen=tuple(_komponen(bahan, satu, hasil_lalu) for satu in bahan.instrumen.komponen),
        skor=bahan.skor,
        hasil={t: h for t, h in milik.items() if terlihat is None or t in terlihat},
        hasil_lalu=hasil_lalu,
        lembar_lalu=lalu,
    )


def sub_tampil(
    lembar: LembarKerja,
    kode: str,
    tahap_lihat: str | None = None,
    *,
    terlihat: Collection[str] | None = None,
) -> SubTampil:
    """One sub-component, read alone: what a page replaces after one answer."""
    instrumen = muat_instrumen(lembar.instrumen)
    if not instrumen.knows(kode):
        raise KodeTidakDikenal(kode)
    butir = sub_dari(instrumen, kode)
    bahan = _load(
        lembar, lembar_lalu(lembar), tahap_lihat, terlihat=terlihat, kode=[b.kode for b in butir.walk()]
    )
    return _sub(bahan, butir)


def subs_of(komponen: Butir) -> tuple[Butir, ...]:
    """What a component's page lists: its sub-components, else whatever lies right below it."""
    return tuple(b for b in komponen.walk() if b.jenis == "sub") or komponen.anak or (komponen,)


def leaves_of(sub: Butir) -> tuple[Butir, ...]:
    """The criteria or questions of a sub-component."""
    return tuple(b for b in sub.walk() if b is not sub and not b.anak)


def suggest_for(instrumen: Instrumen, sub: Butir, nilai: Mapping[str, str]) -> Saran | None:
    """What the answered criteria suggest; None where the instrument has no rule for it."""
    if not sub.berjawaban:
        return None
    try:
        return suggest(instrumen, sub.kode, fulfilled(instrumen.kriteria(sub.kode), nilai))
    except TanpaSaran:
        return None


def _load(
    lembar: LembarKerja,
    lalu: LembarKerja | None,
    tahap_lihat: str | None,
    *,
    terlihat: Collection[str] | None,
    kode: Collection[str] | None = None,
) -> _Bahan:
    instrumen = muat_instrumen(lembar.instrumen)
    tahap = tahap_lihat or stage_shown(lembar)
    if terlihat is not None and tahap not in terlihat:
        tahap = str(TahapNilai.MANDIRI)
    peta = load_peta_satu(lembar, kode)
    if terlihat is not None:
        peta = {k: {t: isi for t, isi in satu.items() if t in terlihat} for k, satu in peta.items()}
    nilai = effective_values(peta, tahap)
    rekomendasi = _recommendations([lembar.pk, *([lalu.pk] if lalu else [])], kode)
    return _Bahan(
        instrumen=instrumen,
        tahap=tahap,
        peta=peta,
        nilai=nilai,
        skor=score_of(instrumen, nilai),
        nilai_lalu=_last_year(instrumen, lalu),
        bukti=_evidence(lembar, kode),
        diskusi=_threads(lembar, kode),
        rekomendasi=rekomendasi[lembar.pk],
        rekomendasi_lalu=rekomendasi[lalu.pk] if lalu else {},
    )


def _last_year(instrumen: Instrumen, lalu: LembarKerja | None) -> Mapping[str, str]:
    """Last year's final values under this year's codes; items are matched by their lasting ids."""
    if lalu is None:
        return {}
    nilai = effective_values(load_peta([lalu.pk])[lalu.pk], TahapNilai.AKHIR)
    if lalu.instrumen.instrumen_id == instrumen.id:
        return nilai
    try:
        dulu = muat_instrumen(lalu.instrumen)
    except InstrumenBerubah:
        # Another year's damaged folder does not take this year's sheet away.
        return {}
    kini = {butir.id: butir.kode for butir in instrumen.walk()}
    return {
        kini[dulu.butir(kode).id]: isi
        for kode, isi in nilai.items()
        if dulu.knows(kode) and dulu.butir(kode).id in kini
    }


def _evidence(lembar: LembarKerja, kode: Collection[str] | None) -> Mapping[str, tuple[BuktiJawaban, ...]]:
    baris = BuktiJawaban.objects.filter(lembar=lembar, dilepas_pada__isnull=True)
    if kode is not None:
        baris = baris.filter(kode__in=kode)
    return _group(
        (satu.kode, satu) for satu in baris.select_related("bukti__berkas", "oleh").order_by("pada", "pk")
    )


def _threads(lembar: LembarKerja, kode: Collection[str] | None) -> Mapping[str, int]:
    baris = Diskusi.objects.filter(lembar=lembar)
    if kode is not None:
        baris = baris.filter(kode__in=kode)
    return Counter(baris.values_list("kode", flat=True))


def _recommendations(
    lembar_ids: Collection[int], kode: Collection[str] | None
) -> dict[int, Mapping[str, tuple[Rekomendasi, ...]]]:
    baris = Rekomendasi.objects.filter(lembar_id__in=lembar_ids)
    if kode is not None:
        baris = baris.filter(kode__in=kode)
    semua = list(baris.order_by("urutan", "pk"))
    return {satu: _group((r.kode, r) for r in semua if r.lembar_id == satu) for satu in lembar_ids}


def _group(pasangan: Iterable[tuple[str, _T]]) -> Mapping[str, tuple[_T, ...]]:
    hasil: dict[str, list[_T]] = defaultdict(list)
    for kode, satu in pasangan:
        hasil[kode].append(satu)
    return {kode: tuple(satu) for kode, satu in hasil.items()}


def _komponen(bahan: _Bahan, butir: Butir, hasil_lalu: HasilLembar | None) -> KomponenTampil:
    lalu = hasil_lalu.komponen.get(butir.kode) if hasil_lalu else None
    return KomponenTampil(
        butir=butir,
        bobot=bahan.skor.bobot(butir.kode),
        nilai=bahan.skor.komponen.get(butir.kode),
        nilai_lalu=None if lalu is None else parse_exact(lalu),
        sub=tuple(_sub(bahan, satu) for satu in subs_of(butir)),
    )


def _sub(bahan: _Bahan, butir: Butir) -> SubTampil:
    isi = bahan.peta.get(butir.kode, {})
    return SubTampil(
        butir=butir,
        bobot=bahan.skor.bobot(butir.kode) or Fraction(0),
        nilai=bahan.skor.poin(butir.kode),
        jawaban=isi,
        berlaku=effective(isi, bahan.tahap),
        tahun_lalu=bahan.nilai_lalu.get(butir.kode, ""),
        rekomendasi_lalu=bahan.rekomendasi_lalu.get(butir.kode, ()),
        rekomendasi=bahan.rekomendasi.get(butir.kode, ()),
        kriteria=tuple(_kriteria(bahan, satu) for satu in leaves_of(butir)),
        bukti=bahan.bukti.get(butir.kode, ()),
        n_diskusi=bahan.diskusi.get(butir.kode, 0),
        saran=suggest_for(bahan.instrumen, butir, bahan.nilai),
    )


def _kriteria(bahan: _Bahan, butir: Butir) -> KriteriaTampil:
    isi: Mapping[str, Isi] = bahan.peta.get(butir.kode, {})
    return KriteriaTampil(
        butir=butir,
        jawaban=isi,
        berlaku=effective(isi, bahan.tahap),
        tahun_lalu=bahan.nilai_lalu.get(butir.kode, ""),
        bukti=bahan.bukti.get(butir.kode, ()),
        n_diskusi=bahan.diskusi.get(butir.kode, 0),
    )
