"""The panel across teams: one sub-component of all units side by side, to put like with like."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kinerja.instrumen import Butir, Instrumen
from sakip.apps.evaluasi.bacaan import BarisPanel, Panel, Sebaran
from sakip.apps.evaluasi.convert import Isi, effective, effective_values, sub_dari
from sakip.apps.evaluasi.galat import KodeTidakDikenal
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, ProfilLembar, TahapNilai
from sakip.apps.evaluasi.selectors.dasar import Peta, load_peta, nama_unit
from sakip.apps.evaluasi.selectors.lembar import suggest_for
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.platform.organisasi.models import UnitVersi

PENGALI = Fraction(3, 2)
#: At least so many grades apart before a claim, or a lone value among equal ones, is pointed at.
JENJANG = 2
#: Fewer values than this show no spread.
MIN_SEBARAN = 4
ATURAN_PENCILAN = (
    "Pagar Tukey: nilai di luar kuartil ± 1,5 kali jarak antarkuartil, dan sedikitnya dua jenjang "
    "dari median."
)


def panel(evaluasi: Evaluasi, kode_sub: str, profil: str = ProfilLembar.UNIT) -> Panel:
    """The values of one sub-component over all sheets, per stage, with their spread and what stands out."""
    lembar = list(
        LembarKerja.objects.filter(evaluasi=evaluasi, instrumen__profil=profil)
        .select_related("unit", "instrumen", "tim", "evaluasi")
        .order_by("unit__kode")
    )
    pin = lembar[0].instrumen if lembar else evaluasi.instrumen_set.get(profil=profil)
    instrumen = muat_instrumen(pin)
    if not instrumen.knows(kode_sub):
        raise KodeTidakDikenal(kode_sub)
    butir = instrumen.butir(kode_sub)
    if not butir.berjawaban:
        butir = sub_dari(instrumen, kode_sub)
    peta = load_peta([satu.pk for satu in lembar], [b.kode for b in butir.walk()])
    versi = nama_unit([satu.unit_id for satu in lembar], evaluasi.tahun)
    sebaran = {
        tahap: spread(_figures(instrumen, butir, peta, tahap))
        for tahap in (str(TahapNilai.MANDIRI), *(str(satu) for satu in RANTAI_APIP))
    }
    akhir = sebaran[str(TahapNilai.AKHIR)]
    return Panel(
        evaluasi=evaluasi,
        instrumen=instrumen,
        butir=butir,
        baris=tuple(
            _row(instrumen, butir, satu, peta[satu.pk], versi.get(satu.unit_id), akhir) for satu in lembar
        ),
        sebaran=sebaran,
        aturan_pencilan=ATURAN_PENCILAN,
    )


def grade_value(instrumen: Instrumen, butir: Butir, nilai: str) -> Fraction | None:
    """A grade as a number out of 100 (BB = 80); None for what is no grade of the scale."""
    if butir.skala is None:
        return None
    bagian = instrumen.skala[butir.skala].tabel.get(nilai)
    return None if bagian is None else bagian * 100


def spread(angka: Sequence[Fraction]) -> Sebaran:
    """Mean, median, quartiles (by the inclusive method), lowest and highest."""
    if not angka:
        return Sebaran(0, None, None, None, None, None, None)
    urut = sorted(angka)
    return Sebaran(
        n=len(urut),
        rata=sum(urut, Fraction(0)) / len(urut),
        median=_quantile(urut, Fraction(1, 2)),
        min=urut[0],
        maks=urut[-1],
        q1=_quantile(urut, Fraction(1, 4)),
        q3=_quantile(urut, Fraction(3, 4)),
    )


def _quantile(urut: Sequence[Fraction], bagian: Fraction) -> Fraction:
    letak = bagian * (len(urut) - 1)
    bawah = letak.numerator // letak.denominator
    atas = min(bawah + 1, len(urut) - 1)
    return urut[bawah] + (urut[atas] - urut[bawah]) * (letak - bawah)


def _figures(instrumen: Instrumen, butir: Butir, peta: Mapping[int, Peta], tahap: str) -> list[Fraction]:
    hasil = []
    for satu in peta.values():
        isi = effective(satu.get(butir.kode, {}), tahap)
        angka = None if isi is None else grade_value(instrumen, butir, isi.nilai)
        if angka is not None:
            hasil.append(angka)
    return hasil


def _row(
    instrumen: Instrumen,
    butir: Butir,
    lembar: LembarKerja,
    peta: Peta,
    versi: UnitVersi | None,
    sebaran: Sebaran,
) -> BarisPanel:
    isi = peta.get(butir.kode, {})
    berlaku = effective(isi, TahapNilai.AKHIR)
    angka = None if berlaku is None else grade_value(instrumen, butir, berlaku.nilai)
    saran = suggest_for(instrumen, butir, effective_values(peta, TahapNilai.AKHIR))
    pencilan = _is_outlier(instrumen, butir, angka, sebaran)
    nilai_saran = "" if saran is None else saran.nilai or ""
    return BarisPanel(
        lembar=lembar,
        versi=versi,
        jawaban=isi,
        berlaku=berlaku,
        angka=angka,
        n_terpenuhi=0 if saran is None else saran.terpenuhi,
        n_kriteria=0 if saran is None else saran.dari,
        saran=nilai_saran,
        pencilan=pencilan,
        tanda=_flags(instrumen, butir, isi, berlaku, nilai_saran, pencilan),
    )


def _is_outlier(instrumen: Instrumen, butir: Butir, angka: Fraction | None, sebaran: Sebaran) -> bool:
    if angka is None or sebaran.n < MIN_SEBARAN:
        return False
    assert sebaran.q1 is not None
    assert sebaran.q3 is not None
    assert sebaran.median is not None
    jarak = PENGALI * (sebaran.q3 - sebaran.q1)
    di_luar = angka < sebaran.q1 - jarak or angka > sebaran.q3 + jarak
    return di_luar and _steps_between(instrumen, butir, angka, sebaran.median) >= JENJANG


def _steps_between(instrumen: Instrumen, butir: Butir, satu: Fraction, lain: Fraction) -> int:
    """How many grades of the scale lie in (low, high] of two figures."""
    rendah, tinggi = sorted((satu, lain))
    tabel = instrumen.skala[butir.skala or ""].tabel
    return sum(rendah < nilai * 100 <= tinggi for nilai in tabel.values())


def _flags(
    instrumen: Instrumen,
    butir: Butir,
    isi: Mapping[str, Isi],
    berlaku: Isi | None,
    saran: str,
    pencilan: bool,
) -> tuple[str, ...]:
    """Why a value deserves a look, in words. None of it is an error by itself."""
    if berlaku is None:
        return ()
    tanda = []
    if pencilan:
        tanda.append("jauh dari unit lain")
    if saran and saran != berlaku.nilai and not _above_full(instrumen, saran, berlaku.nilai):
        tanda.append(f"kriteria menyarankan {saran}")
    mandiri = isi.get(TahapNilai.MANDIRI)
    klaim = grade_value(instrumen, butir, mandiri.nilai) if mandiri else None
    nilai = grade_value(instrumen, butir, berlaku.nilai)
    if klaim is not None and nilai is not None:
        langkah = _steps_between(instrumen, butir, klaim, nilai)
        if langkah >= JENJANG:
            tanda.append(f"beda {langkah} jenjang dari penilaian mandiri")
    return tuple(tanda)


def _above_full(instrumen: Instrumen, saran: str, nilai: str) -> bool:
    """Full fulfilment suggests BB; A and AA on top of it are a judgment the criteria cannot make."""
    aturan = instrumen.saran
    return aturan is not None and saran == aturan.ambang[-1].kode and nilai in aturan.istimewa
