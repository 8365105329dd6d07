"""Probes of the budget: is there one, does it follow the plan, and was it used well?"""

from decimal import Decimal
from fractions import Fraction

from kinerja.nilai.bentuk import format_angka
from kinerja.pembulatan import KONTEKS
from sakip.apps.datakinerja.probes import kamus
from sakip.apps.pengukuran.bacaan import BarisAnggaran
from sakip.apps.pengukuran.probes.bahan import capaian_kini, with_note
from sakip.apps.pengukuran.selectors import anggaran_unit
from sakip.apps.perencanaan.models import JenisSimpul, Simpul
from sakip.apps.perencanaan.probes import is_penunjang, rencana
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL, TINGKAT_PROGRAM
from sakip.platform.probe.model import Alamat, CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SEBAGIAN_BESAR, cannot_say, count, probe

TANPA_PROGRAM = "Rencana unit ini belum memuat program, sehingga anggarannya tidak dapat dipasangkan."
TANPA_PAGU = "Pagu program tahun ini belum dicatat di sistem."


def pagu(sasaran: SasaranProbe) -> dict[int, BarisAnggaran]:
    """Budget rows of the year's programmes and activities, by node."""
    baris = sasaran.recall(
        "anggaran",
        lambda: anggaran_unit(unit=sasaran.unit, tahun=sasaran.tahun, tingkat=TINGKAT_PROGRAM),
    )
    return {satu.simpul.pk: satu for satu in baris if satu.simpul is not None}


def alamat_anggaran(sasaran: SasaranProbe) -> Alamat:
    return ("pengukuran:anggaran", {"uid": str(sasaran.unit.uid)}, f"tahun={sasaran.tahun}")


def program(sasaran: SasaranProbe) -> list[Simpul]:
    """The programmes of the plan that the unit carries out."""
    isi = rencana(sasaran)
    return [] if isi.operasional is None else isi.nodes(isi.operasional, JenisSimpul.PROGRAM)


def berpagu(sasaran: SasaranProbe, *jenis: str) -> list[tuple[Simpul, BarisAnggaran]]:
    """Nodes of a kind that have money in the year."""
    simpul = rencana(sasaran).simpul
    return [
        (simpul[kunci], baris)
        for kunci, baris in pagu(sasaran).items()
        if kunci in simpul and simpul[kunci].jenis in jenis and (baris.pagu_berlaku or 0) > 0
    ]


def _rupiah(baris: BarisAnggaran) -> str:
    return "tanpa pagu" if baris.pagu_berlaku is None else f"pagu Rp{format_angka(baris.pagu_berlaku, 0)}"


@probe(
    "anggaran-ada",
    nama="Rencana anggaran pendukung kinerja ada",
    cara="Program pada rencana unit yang pagunya tahun itu tercatat.",
    ambang=SEBAGIAN_BESAR,
    unit=("1.a.6",),
    instansi=("1.a.6",),
)
def ada(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    milik = pagu(sasaran)
    catatan = []
    for satu in program(sasaran):
        baris = milik.get(satu.pk)
        catatan.append(
            CatatanProbe(
                satu.pernyataan,
                baris is not None and baris.pagu_berlaku is not None,
                "belum ada pagu" if baris is None else _rupiah(baris),
                alamat_anggaran(sasaran),
            )
        )
    return count(
        catatan,
        ambang,
        kalimat="program punya pagu",
        kosong=TANPA_PROGRAM,
        perubah="Catat pagu program yang belum memilikinya.",
    )


@probe(
    "anggaran-mengacu",
    nama="Anggaran mengacu pada kinerja yang dituju",
    cara="Program berpagu yang menginduk ke sasaran dan punya indikator; program penunjang (X.XX.01) tidak "
    "dihitung.",
    ambang=SEBAGIAN_BESAR,
    unit=("1.c.1",),
    instansi=("1.c.1",),
    unit_2015=("A.I.c.18", "A.II.c.15"),
)
def mengacu(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    catatan = []
    for simpul, baris in berpagu(sasaran, JenisSimpul.PROGRAM):
        if is_penunjang(simpul):
            continue
        kurang = [] if _menuju_hasil(sasaran, simpul) else ["tidak menginduk ke sasaran"]
        if not isi.indikator.get(simpul.pk):
            kurang.append("tanpa indikator")
        catatan.append(
            CatatanProbe(
                simpul.pernyataan,
                not kurang,
                "; ".join([_rupiah(baris), *kurang]),
                alamat_anggaran(sasaran),
            )
        )
    return count(
        catatan,
        ambang,
        kalimat="program berpagu menginduk ke sasaran dan berindikator",
        kosong=TANPA_PAGU,
        perubah="Pasangkan program yang disebut dengan sasaran dan indikatornya.",
    )


@probe(
    "aktivitas-mendukung",
    nama="Aktivitas yang berjalan mendukung kinerja",
    cara="Kegiatan dan sub kegiatan berpagu yang lewat programnya sampai ke sasaran; bagian dari program penunjang "
    "(X.XX.01) tidak dihitung.",
    ambang=SEBAGIAN_BESAR,
    unit=("1.c.2",),
    instansi=("1.c.2",),
    unit_2015=("A.II.b.8",),
)
def aktivitas(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for simpul, baris in berpagu(sasaran, JenisSimpul.KEGIATAN, JenisSimpul.SUB_KEGIATAN):
        if is_penunjang(simpul):
            continue
        sampai = _menuju_hasil(sasaran, simpul)
        keterangan = _rupiah(baris) if sampai else f"{_rupiah(baris)}; tidak sampai ke sasaran"
        catatan.append(CatatanProbe(simpul.pernyataan, sampai, keterangan, alamat_anggaran(sasaran)))
    return count(
        catatan,
        ambang,
        kalimat="kegiatan dan sub kegiatan berpagu sampai ke sasaran",
        kosong="Pagu kegiatan tahun ini belum dicatat di sistem.",
        perubah="Sambungkan program dari kegiatan yang disebut ke sasarannya.",
    )


def _menuju_hasil(sasaran: SasaranProbe, simpul: Simpul) -> bool:
    return any(satu.jenis in TINGKAT_HASIL for satu in rencana(sasaran).above(simpul))


@probe(
    "anggaran-efisien",
    nama="Kinerja tercapai dengan anggaran yang efisien",
    cara="Program yang rata-rata capaian indikatornya 100% atau lebih dan serapannya tidak melebihi pagu serta di "
    "bawah capaiannya (rumus E2: capaian dikurangi serapan).",
    ambang=SEBAGIAN_BESAR,
    unit=("2.c.8",),
    instansi=("2.c.9",),
)
def efisien(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for simpul, baris in berpagu(sasaran, JenisSimpul.PROGRAM):
        rata = _rata_program(sasaran, simpul)
        if rata is None or baris.serapan is None:
            continue
        hemat = rata >= 100 and baris.serapan <= 100 and rata > baris.serapan
        keterangan = f"capaian {format_angka(rata, 2)}%, serapan {format_angka(baris.serapan, 2)}%"
        catatan.append(CatatanProbe(simpul.pernyataan, hemat, keterangan, alamat_anggaran(sasaran)))
    if not catatan:
        return cannot_say(
            "Belum ada program yang capaian dan serapannya sama-sama diketahui.",
            ambang=ambang,
            perubah="Isi realisasi indikator program dan realisasi anggarannya.",
        )
    return count(
        catatan,
        ambang,
        kalimat="program mencapai target dengan serapan di bawah capaiannya",
        kosong="",
        perubah="Sisa anggaran baru berarti efisien bila targetnya tercapai: kejar target program yang disebut.",
    )


def _rata_program(sasaran: SasaranProbe, simpul: Simpul) -> Decimal | None:
    nilai = []
    for indikator_id in rencana(sasaran).indikator.get(simpul.pk, ()):
        versi = kamus(sasaran).find(indikator_id)
        baris = None if versi is None else capaian_kini(sasaran, versi)
        if baris is not None and baris.terbatas is not None:
            nilai.append(baris.terbatas)
    return KONTEKS.divide(sum(nilai, Decimal(0)), Decimal(len(nilai))) if nilai else None


@probe(
    "laporan-efisiensi",
    nama="Bahan laporan: efisiensi sumber daya",
    cara="Program berpagu yang serapan dan capaiannya diketahui, sehingga laporan dapat menyebut efisiensinya.",
    ambang=HAMPIR_SEMUA,
    unit=("3.b.8",),
    instansi=("3.b.10",),
    unit_2015=("C.II.9", "C.II.10"),
)
def bahan_efisiensi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for simpul, baris in berpagu(sasaran, JenisSimpul.PROGRAM):
        rata = _rata_program(sasaran, simpul)
        kurang = [
            nama
            for nama, isi in (("capaian indikator program", rata), ("realisasi anggaran", baris.serapan))
            if isi is None
        ]
        keterangan = f"belum ada {' dan '.join(kurang)}" if kurang else "capaian dan serapan diketahui"
        catatan.append(CatatanProbe(simpul.pernyataan, not kurang, keterangan, alamat_anggaran(sasaran)))
    return with_note(
        count(
            catatan,
            ambang,
            kalimat="program dapat dilaporkan efisiensinya",
            kosong=TANPA_PAGU,
            perubah="Isi capaian dan realisasi anggaran program yang disebut.",
        )
    )


PROBES = (ada, mengacu, aktivitas, efisien, bahan_efisiensi)
