"""The derived score of a sheet, written wherever its answers are."""

from collections.abc import Collection, Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from kinerja.instrumen import HasilSkor, Instrumen
from kinerja.pembulatan import KONTEKS_LEBAR
from sakip.apps.evaluasi.convert import PetaIsi, effective_values, score_of, write_exact
from sakip.apps.evaluasi.models import HasilLembar, LembarKerja, TahapNilai
from sakip.apps.evaluasi.workflow import RANTAI_APIP

SEMUA_TAHAP = (str(TahapNilai.MANDIRI), *(str(satu) for satu in RANTAI_APIP))
BIDANG = ("total", "total_urut", "predikat", "komponen", "sub", "belum")
_URUT = Decimal("0.000001")


def build_hasil(lembar: LembarKerja, instrumen: Instrumen, peta: PetaIsi, tahap: str) -> HasilLembar | None:
    """The score at a stage as a row; None while no scored item has a value there."""
    nilai = {
        kode: isi
        for kode, isi in effective_values(peta, tahap).items()
        if instrumen.knows(kode) and instrumen.butir(kode).berjawaban
    }
    if not nilai:
        return None
    skor = score_of(instrumen, nilai)
    if skor.total is None:
        return None
    return HasilLembar(
        instansi_id=lembar.instansi_id,
        lembar=lembar,
        tahap=tahap,
        total=write_exact(skor.total),
        total_urut=KONTEKS_LEBAR.divide(
            Decimal(skor.total.numerator), Decimal(skor.total.denominator)
        ).quantize(_URUT, rounding=ROUND_HALF_EVEN),
        predikat="" if skor.predikat is None else skor.predikat.kode,
        komponen={kode: write_exact(satu) for kode, satu in skor.komponen.items() if satu is not None},
        sub=_sub(skor, nilai),
        belum=list(skor.belum),
    )


def _sub(skor: HasilSkor, nilai: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {
        kode: {"nilai": nilai.get(kode, ""), "skor": write_exact(satu)}
        for kode, satu in skor.sub.items()
        if satu is not None
    }


def write_hasil(
    lembar: LembarKerja, instrumen: Instrumen, peta: PetaIsi, tahap: Collection[str] = SEMUA_TAHAP
) -> dict[str, HasilLembar]:
    """Replace the stored scores of these stages by computed ones; a stage without values keeps no row."""
    hitung = {satu: build_hasil(lembar, instrumen, peta, satu) for satu in tahap}
    ada = {satu: hasil for satu, hasil in hitung.items() if hasil is not None}
    HasilLembar.objects.filter(lembar=lembar, tahap__in=[s for s in tahap if s not in ada]).delete()
    HasilLembar.objects.bulk_create(
        ada.values(),
        update_conflicts=True,
        unique_fields=["lembar", "tahap"],
        update_fields=BIDANG,
    )
    return ada


def same_hasil(satu: HasilLembar, lain: HasilLembar) -> tuple[str, ...]:
    """The columns in which two scores differ."""
    return tuple(bidang for bidang in BIDANG if getattr(satu, bidang) != getattr(lain, bidang))
