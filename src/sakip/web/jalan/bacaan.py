"""The answer of `kinerja.jalan` as the page shows it: quarters, switches, the curve, the next best ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinerja.instrumen import Predikat, grade_for
from kinerja.instrumen.angka import to_cetak
from kinerja.jalan import HasilJalan, Soal, plan
from kinerja.jalan.hasil import LangkahJalan, Rute
from kinerja.jalan.kurva import DaftarManfaat, NaikJenjang, TitikKurva, curve, gains
from kinerja.jalan.rakit import rakit
from sakip.apps.evaluasi.selectors.jalan import DasarJalan, soal_of
from sakip.apps.evaluasi.services.susun_jalan import jadwal_of
from sakip.web.jalan.bagan import Kurva, render_kurva
from sakip.web.jalan.keadaan import Keadaan, triwulan_awal
from sakip.web.periode import ROMAWI

JENJANG_TERBANYAK = 8
ANDAI_TERBANYAK = 4
#: A curve shows at least so many points.
TITIK_SEDIKIT = 12


@dataclass(frozen=True, slots=True)
class LangkahTampil:
    """A step with the address of the same page without it; `diminta` when the reader forced it in."""

    langkah: LangkahJalan
    url: str
    diminta: bool


@dataclass(frozen=True, slots=True)
class Triwulan:
    label: str
    langkah: Sequence[LangkahTampil]
    biaya: Fraction
    total: Fraction
    predikat: str


@dataclass(frozen=True, slots=True)
class Andai:
    """One switch: what it stands for, whether it is on, and where it leads."""

    kode: str
    nama: str
    menyala: bool
    url: str
    keterangan: str
    kenaikan: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Tampilan:
    """Everything below the head of the page."""

    hasil: HasilJalan
    keadaan: Keadaan
    judul: str
    predikat: Sequence[Predikat]
    kurva: SafeString
    triwulan: Sequence[Triwulan]
    andai: Sequence[Andai]
    jenjang: Sequence[NaikJenjang]
    alternatif: Sequence[Rute]
    terjangkau: TitikKurva | None
    n_penuh: Fraction
    predikat_penuh: str

    @property
    def n_langkah(self) -> int:
        return len(self.hasil.langkah)


def build_tampilan(dasar: DasarJalan, keadaan: Keadaan, satuan: str, alamat: str = "") -> Tampilan:
    """Solve and lay out; raises GalatJalan when the efforts contradict each other.

    The plan is exact: every possibility is followed in whole numbers. The second, independent proof by HiGHS is
    left to the command line and the tests: it would add half its time to the page and tell the reader nothing new.
    """
    soal = soal_of(
        dasar, target=keadaan.target, tanpa=keadaan.tanpa, dengan=keadaan.dengan, ketat=keadaan.ketat
    )
    hasil = plan(soal, buktikan=False)
    titik = curve(soal)
    manfaat = gains(soal)
    penuh = _full(soal)
    return Tampilan(
        hasil=hasil,
        keadaan=keadaan,
        judul=title_of(hasil),
        predikat=dasar.instrumen.predikat.daftar,
        kurva=_curve(dasar, hasil, titik, satuan, ketat=keadaan.ketat),
        triwulan=_quarters(soal, hasil, keadaan, alamat),
        andai=_switches(dasar, hasil, keadaan, manfaat, alamat),
        jenjang=[j for j in manfaat.jenjang if j.kenaikan > 0][:JENJANG_TERBANYAK],
        alternatif=hasil.alternatif,
        terjangkau=_affordable(titik, keadaan.upaya),
        n_penuh=penuh,
        predikat_penuh=grade_for(dasar.instrumen, penuh).kode,
    )


def title_of(hasil: HasilJalan) -> str:
    """The finding: from where to where, in how many steps; or why not."""
    kini = f"{hasil.predikat_kini or ''} {to_cetak(hasil.kini)}".strip()
    if not hasil.layak:
        return _("%(target)s belum terjangkau: paling tinggi %(total)s") % {
            "target": hasil.target,
            "total": to_cetak(hasil.total_ketat),
        }
    if not hasil.langkah:
        return _("Sudah %(kini)s: target %(target)s tercapai") % {"kini": kini, "target": hasil.target}
    n = len(hasil.langkah)
    return ngettext(
        "Dari %(kini)s ke %(target)s dengan %(n)s langkah",
        "Dari %(kini)s ke %(target)s dengan %(n)s langkah",
        n,
    ) % {"kini": kini, "target": hasil.target, "n": n}


def _full(soal: Soal) -> Fraction:
    """What full fulfilment everywhere is worth: the law's own ceiling below noteworthy effort."""
    rakitan = rakit(soal)
    skala = {kode: isi.tangga.penuh for kode, isi in rakitan.isi.items()}
    return sum(
        (
            (soal.instrumen.butir(kode).bobot or Fraction(0)) * isi.tangga.skala.tabel[skala[kode]]
            for kode, isi in rakitan.isi.items()
        ),
        Fraction(0),
    )


def _curve(
    dasar: DasarJalan, hasil: HasilJalan, titik: Sequence[TitikKurva], satuan: str, *, ketat: bool
) -> SafeString:
    nilai = [(t.biaya, t.total_ketat if ketat else t.total) for t in _around(titik, hasil)]
    pilih = (hasil.biaya, hasil.total_ketat if ketat else hasil.total) if hasil.langkah else None
    return render_kurva(Kurva(nilai, dasar.instrumen.predikat.daftar, pilih, satuan))


def _around(titik: Sequence[TitikKurva], hasil: HasilJalan) -> Sequence[TitikKurva]:
    """The part of the frontier that a reader of this plan looks at: up to three times its effort."""
    batas = max(hasil.biaya * 3, titik[min(len(titik), TITIK_SEDIKIT) - 1].biaya)
    return [t for t in titik if t.biaya <= batas]


def _quarters(soal: Soal, hasil: HasilJalan, keadaan: Keadaan, alamat: str) -> list[Triwulan]:
    """Steps by quarter, with the score once everything up to its end is done."""
    awal = triwulan_awal(keadaan.tahun)
    return [
        Triwulan(
            label=f"TW {ROMAWI[awal + isi.nomor - 1]} {keadaan.tahun}",
            langkah=[
                LangkahTampil(
                    satu, f"{alamat}?{keadaan.exclude(satu.kode).kueri}", satu.kode in keadaan.dengan
                )
                for satu in isi.langkah
            ],
            biaya=isi.biaya,
            total=isi.total,
            predikat=isi.predikat or "",
        )
        for isi in jadwal_of(soal, hasil, awal)
    ]


def _switches(
    dasar: DasarJalan, hasil: HasilJalan, keadaan: Keadaan, manfaat: DaftarManfaat, alamat: str
) -> list[Andai]:
    """What the reader changed, then the rungs outside the plan that bring most for their effort."""
    diubah = [
        Andai(
            kode,
            step_name(dasar, kode),
            menyala,
            f"{alamat}?{keadaan.release(kode).kueri}",
            _("diminta ikut") if menyala else _("dikeluarkan dari susunan"),
        )
        for daftar, menyala in ((keadaan.tanpa, False), (keadaan.dengan, True))
        for kode in daftar
        if kode in dasar.upaya
    ]
    terpilih = set(hasil.kode) | set(keadaan.tanpa) | set(keadaan.dengan)
    lain = [j for j in manfaat.jenjang if j.kenaikan > 0 and j.kode and not terpilih.intersection(j.kode)][
        :ANDAI_TERBANYAK
    ]
    usul = [
        Andai(
            j.kode[-1],
            _("%(sub)s naik dari %(dari)s ke %(ke)s") % {"sub": j.untuk, "dari": j.dari, "ke": j.ke},
            False,
            f"{alamat}?{_include_all(keadaan, j.kode).kueri}",
            ngettext("%(n)s langkah, upaya %(biaya)s", "%(n)s langkah, upaya %(biaya)s", len(j.kode))
            % {"n": len(j.kode), "biaya": effort(j.biaya)},
            j.kenaikan,
        )
        for j in lain
    ]
    return diubah + usul


def _include_all(keadaan: Keadaan, kode: Sequence[str]) -> Keadaan:
    for satu in kode:
        keadaan = keadaan.include(satu)
    return keadaan


def step_name(dasar: DasarJalan, kode: str) -> str:
    """A criterion's wording, or what a step above full fulfilment stands for."""
    sub, pisah, nilai = kode.partition(":")
    if not pisah:
        return dasar.instrumen.butir(kode).nama
    saran = dasar.instrumen.saran
    arti = saran.istimewa.get(nilai, nilai) if saran is not None else nilai
    return f"{dasar.instrumen.butir(sub).nama}: {arti}"


def _affordable(titik: Sequence[TitikKurva], upaya: Decimal | None) -> TitikKurva | None:
    """The highest point within an effort."""
    if upaya is None:
        return None
    cukup = [t for t in titik if t.biaya <= Fraction(upaya)]
    return cukup[-1] if cukup else None


def effort(biaya: Fraction) -> str:
    """An effort as printed: whole numbers stay whole."""
    return to_cetak(biaya, 0 if biaya.denominator == 1 else 1)
