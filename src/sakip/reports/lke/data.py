"""What the workbooks of an evaluation show, read in a few queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.instrumen import HasilSkor, Instrumen
from sakip.apps.evaluasi.convert import chain_to, effective_values, score_of
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, TahapNilai
from sakip.apps.evaluasi.selectors.dasar import Peta, load_peta
from sakip.platform.organisasi.models import SifatData
from sakip.platform.organisasi.selectors import unit_versi_terakhir


@dataclass(frozen=True, slots=True)
class IsiLembar:
    """One sheet: the values of both sides, notes and evidence per code, and both scores."""

    uid: str
    kode: str
    nama: str
    klaster: str
    profil: str
    tahap: str
    instrumen: Instrumen
    instrumen_hash: str
    mandiri: Mapping[str, str]
    apip: Mapping[str, str]
    skor_mandiri: HasilSkor
    skor_apip: HasilSkor
    catatan: Mapping[str, str]
    catatan_mandiri: Mapping[str, str]
    bukti: Mapping[str, str]

    @property
    def total_apip(self) -> Fraction | None:
        return self.skor_apip.total


@dataclass(frozen=True, slots=True)
class IsiBuku:
    instansi: str
    contoh: bool
    tahun: int
    lembar: tuple[IsiLembar, ...]


def load_buku(
    evaluasi: Evaluasi,
    lembar: Sequence[LembarKerja] | None = None,
    *,
    terlihat: Collection[str] | None = None,
) -> IsiBuku:
    """All sheets of an evaluation, or the given ones; ordered by the code of the unit.

    `terlihat`: only the values of these stages (policies.tahap_terlihat); None shows all.
    """
    if lembar is None:
        lembar = list(
            LembarKerja.objects.filter(evaluasi=evaluasi)
            .select_related("unit", "instrumen")
            .order_by("unit__kode")
        )
    peta = load_peta([satu.pk for satu in lembar])
    versi = unit_versi_terakhir(evaluasi.instansi, date(evaluasi.tahun, 12, 31))
    return IsiBuku(
        instansi=evaluasi.instansi.nama,
        contoh=evaluasi.instansi.sifat_data == SifatData.CONTOH,
        tahun=evaluasi.tahun,
        lembar=tuple(
            _sheet(
                satu,
                _shown(peta[satu.pk], terlihat),
                versi[satu.unit_id].nama if satu.unit_id in versi else satu.unit.kode,
            )
            for satu in lembar
        ),
    )


def _shown(peta: Peta, terlihat: Collection[str] | None) -> Peta:
    if terlihat is None:
        return peta
    return {kode: {t: satu for t, satu in isi.items() if t in terlihat} for kode, isi in peta.items()}


def _sheet(lembar: LembarKerja, peta: Peta, nama: str) -> IsiLembar:
    instrumen = muat_instrumen(lembar.instrumen)
    mandiri = effective_values(peta, TahapNilai.MANDIRI)
    apip = effective_values(peta, TahapNilai.AKHIR)
    return IsiLembar(
        uid=str(lembar.uid),
        kode=lembar.unit.kode,
        nama=nama,
        klaster=lembar.klaster,
        profil=lembar.instrumen.profil,
        tahap=lembar.get_tahap_display(),
        instrumen=instrumen,
        instrumen_hash=lembar.instrumen.instrumen_hash,
        mandiri=mandiri,
        apip=apip,
        skor_mandiri=score_of(instrumen, mandiri),
        skor_apip=score_of(instrumen, apip),
        catatan=_texts(peta, chain_to(TahapNilai.AKHIR), "catatan"),
        catatan_mandiri=_texts(peta, (TahapNilai.MANDIRI,), "catatan"),
        bukti=_texts(peta, (*chain_to(TahapNilai.AKHIR), TahapNilai.MANDIRI), "daftar_bukti"),
    )


def _texts(peta: Peta, tahap: Sequence[str], bidang: str) -> dict[str, str]:
    """The first text of the stages in the given order, per code."""
    hasil: dict[str, str] = {}
    for kode, isi in peta.items():
        teks = (getattr(isi[str(satu)], bidang) for satu in tahap if str(satu) in isi)
        hasil[kode] = next((satu for satu in teks if satu), "")
    return hasil
