"""Probes of the plans: which documents there are, what they are worth, and whether they hang together."""

import re
from collections import Counter
from datetime import date
from fractions import Fraction

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.probes import kamus, missing, owner, record
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, JenisSimpul, PohonSimpul, Simpul
from sakip.apps.perencanaan.rumusan import fault_of
from sakip.apps.perencanaan.selectors import (
    TINGKAT_HASIL,
    RencanaUnit,
    pohon_terkait,
    rencana_unit,
)
from sakip.platform.probe.lingkup import asal_unit, tulis_tanggal
from sakip.platform.probe.model import Alamat, CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SALAH_SATU, cannot_say, count, probe

TANPA_RENCANA = "Belum ada rencana menengah (Renstra atau RPJMD) berlaku yang mencakup tahun ini di sistem."
#: Five-year plans: of a unit, of the government.
MENENGAH = (JenisDokumen.RENSTRA, JenisDokumen.RPJMD)
#: Program X.XX.01 supports every affair of every unit (90/2019): it belongs to no single sasaran.
_PENUNJANG = re.compile(r"(?:\d|X)\.(?:\d\d|XX)\.01(?:\.|$)")


def rencana(sasaran: SasaranProbe) -> RencanaUnit:
    """The unit's plans of the year, shared by all probes of a sheet."""
    return sasaran.recall("rencana", lambda: rencana_unit(sasaran.unit, asal_unit(sasaran), sasaran.tahun))


def is_penunjang(simpul: Simpul) -> bool:
    """Whether a programme or activity is part of the supporting programme that every unit has."""
    return _PENUNJANG.match(simpul.kode) is not None


def alamat_dokumen(dokumen: Dokumen) -> Alamat:
    return ("perencanaan:dokumen", {"uid": str(dokumen.uid)}, "")


def catat_dokumen(dokumen: Dokumen | None, nama: str) -> CatatanProbe:
    """That a document is in force, or that the system has none."""
    if dokumen is None:
        return CatatanProbe(nama, False, "belum ada di sistem")
    masa = (
        f"{dokumen.tahun_mulai}"
        if dokumen.tahun_mulai == dokumen.tahun_selesai
        else f"{dokumen.tahun_mulai}-{dokumen.tahun_selesai}"
    )
    return CatatanProbe(dokumen.nama, True, f"berlaku, {masa}", alamat_dokumen(dokumen))


def indikator_hasil(sasaran: SasaranProbe) -> tuple[IndikatorVersi, ...]:
    """Indicators of tujuan and sasaran of the unit's main plan, in its order."""
    isi = rencana(sasaran)
    if isi.utama is None:
        return ()
    kunci = [
        indikator_id
        for simpul in isi.nodes(isi.utama, *TINGKAT_HASIL)
        for indikator_id in isi.indikator.get(simpul.pk, ())
    ]
    versi = (kamus(sasaran).find(satu) for satu in dict.fromkeys(kunci))
    return tuple(satu for satu in versi if satu is not None)


@probe(
    "rencana-panjang",
    nama="Rencana jangka panjang berlaku",
    cara="RPJPD instansi yang berlaku dan mencakup tahun itu.",
    unit=("1.a.2",),
    instansi=("1.a.2",),
)
def panjang(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    ada = [satu for satu in rencana(sasaran).instansi if satu.jenis == JenisDokumen.RPJPD]
    if not ada:
        # It is made outside of this system: that it is not here does not mean that there is none.
        return cannot_say(
            "RPJPD belum dicatat di sistem, sehingga ada tidaknya tidak terlihat.",
            ambang=ambang,
            perubah="Catat RPJPD yang berlaku pada Rencana.",
        )
    return count(
        [catat_dokumen(ada[0], "RPJPD")], ambang, kalimat="rencana jangka panjang berlaku", kosong=""
    )


@probe(
    "rencana-menengah",
    nama="Rencana jangka menengah berlaku",
    cara="Renstra unit (instansi: RPJMD) yang berlaku dan mencakup tahun itu.",
    unit=("1.a.3",),
    instansi=("1.a.3",),
    unit_2015=("A.I.a.1",),
)
def menengah(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    dokumen = rencana(sasaran).find(*MENENGAH)
    nama = "RPJMD" if sasaran.profil == "instansi" else "Renstra"
    return count(
        [catat_dokumen(dokumen, nama)],
        ambang,
        kalimat=f"rencana jangka menengah ({nama}) berlaku",
        kosong="",
        perubah=f"Susun dan berlakukan {nama} yang mencakup {sasaran.tahun}.",
    )


@probe(
    "rencana-aktivitas",
    nama="Rencana aktivitas pendukung kinerja ada",
    cara="Rencana aksi tahun itu berlaku, atau rencana yang berlaku memuat kegiatan dan sub kegiatan.",
    ambang=SALAH_SATU,
    unit=("1.a.5",),
    instansi=("1.a.5",),
    unit_2015=("A.II.b.12",),
)
def aktivitas(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    pemilik = isi.operasional
    kegiatan = [] if pemilik is None else isi.nodes(pemilik, JenisSimpul.KEGIATAN, JenisSimpul.SUB_KEGIATAN)
    keterangan = f"{len(kegiatan)} kegiatan dan sub kegiatan" if kegiatan else "rencana belum memuat kegiatan"
    catatan = [
        catat_dokumen(isi.find(JenisDokumen.RENAKSI), f"Rencana aksi {sasaran.tahun}"),
        CatatanProbe(
            "Kegiatan dalam rencana",
            bool(kegiatan),
            keterangan,
            None if pemilik is None else alamat_dokumen(pemilik),
        ),
    ]
    return count(
        catatan,
        ambang,
        kalimat="bentuk rencana aktivitas (rencana aksi, kegiatan) ada",
        kosong="",
        perubah="Berlakukan rencana aksi tahun ini, atau lengkapi kegiatan pada rencana.",
    )


@probe(
    "rencana-ditetapkan",
    nama="Dokumen rencana ditetapkan resmi",
    cara="Dokumen rencana milik unit yang berlaku dan tanggal penetapannya tercatat.",
    unit=("1.b.1",),
    instansi=("1.b.1",),
)
def ditetapkan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    return count(
        [catat_penetapan(satu) for satu in rencana(sasaran).milik],
        ambang,
        kalimat="dokumen rencana yang berlaku tercatat tanggal penetapannya",
        kosong="Unit ini belum punya dokumen rencana yang berlaku di sistem.",
        perubah="Catat dasar dan tanggal penetapan dokumen yang belum memilikinya.",
    )


def catat_penetapan(dokumen: Dokumen) -> CatatanProbe:
    if dokumen.ditetapkan_pada is None:
        return CatatanProbe(dokumen.nama, False, "tanpa tanggal penetapan", alamat_dokumen(dokumen))
    keterangan = f"ditetapkan {tulis_tanggal(dokumen.ditetapkan_pada)}"
    if dokumen.dasar:
        keterangan += f" ({dokumen.dasar})"
    return CatatanProbe(dokumen.nama, True, keterangan, alamat_dokumen(dokumen))


@probe(
    "rumusan-hasil",
    nama="Tujuan dan sasaran melukiskan kondisi hasil",
    cara="Tujuan dan sasaran yang rumusannya menyebut kondisi (kata awal keadaan, bukan kata kegiatan) "
    "dan punya indikator.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.4",),
    instansi=("1.b.4",),
    unit_2015=("A.I.b.10", "A.I.b.12"),
)
def rumusan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    return count(
        [catat_rumusan(isi, isi.utama, satu) for satu in isi.nodes(isi.utama, *TINGKAT_HASIL)],
        ambang,
        kalimat="tujuan dan sasaran dirumuskan sebagai kondisi hasil dan berindikator",
        kosong="Rencana yang berlaku belum memuat tujuan dan sasaran.",
        perubah="Rumuskan ulang yang ditandai sebagai kondisi yang dituju, dan beri indikator.",
    )


def catat_rumusan(isi: RencanaUnit, dokumen: Dokumen, simpul: Simpul) -> CatatanProbe:
    salah = [satu for satu in (fault_of(simpul.pernyataan),) if satu]
    if not isi.indikator.get(simpul.pk):
        salah.append("belum punya indikator")
    label = f"{simpul.get_jenis_display()}: {simpul.pernyataan}"
    return CatatanProbe(label, not salah, "; ".join(salah), alamat_dokumen(dokumen))


@probe(
    "indikator-smart",
    nama="Indikator hasil lengkap menurut SMART",
    cara="Indikator tujuan dan sasaran dengan definisi (spesifik), satuan dan rumus (terukur), penanggung jawab "
    "dan sumber (dapat dicapai dan dipantau), tautan sasaran (relevan), dan target tiap tahun (berjangka waktu).",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.5",),
    instansi=("1.b.5",),
    unit_2015=("A.I.b.13", "A.II.b.6", "B.II.5"),
)
def smart(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    return count(
        [record(satu, _kurang_smart(isi, isi.utama, satu)) for satu in indikator_hasil(sasaran)],
        ambang,
        kalimat="indikator hasil lengkap menurut SMART",
        kosong="Tujuan dan sasaran pada rencana belum punya indikator.",
        perubah="Lengkapi bagian yang disebut pada tiap indikator.",
    )


def _kurang_smart(isi: RencanaUnit, dokumen: Dokumen, versi: IndikatorVersi) -> list[str]:
    kurang = missing(
        {
            "definisi": versi.definisi,
            "satuan": versi.satuan_id,
            "rumus": versi.rumus,
            "sumber data": versi.sumber,
            "penanggung jawab": owner(versi),
        }
    )
    kosong = missing_years(isi, dokumen, versi)
    return [*kurang, f"target {', '.join(map(str, kosong))}"] if kosong else kurang


def missing_years(isi: RencanaUnit, dokumen: Dokumen, versi: IndikatorVersi) -> list[int]:
    """Years of the plan without a target."""
    target = isi.target.get(versi.indikator_id, {})
    return [thn for thn in range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1) if (thn, None) not in target]


@probe(
    "target-lengkap",
    nama="Tiap indikator hasil punya target tiap tahun",
    cara="Indikator tujuan dan sasaran yang targetnya terisi untuk setiap tahun rencana.",
    unit_2015=("A.I.a.4", "A.I.a.7"),
)
def target_lengkap(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    catatan = []
    for satu in indikator_hasil(sasaran):
        kosong = missing_years(isi, isi.utama, satu)
        catatan.append(record(satu, [f"target {thn}" for thn in kosong]))
    return count(
        catatan,
        ambang,
        kalimat="indikator hasil punya target tiap tahun rencana",
        kosong="Tujuan dan sasaran pada rencana belum punya indikator.",
        perubah="Isi target tahun yang kosong.",
    )


@probe(
    "iku-stabil",
    nama="IKU melukiskan kinerja utama dan tidak sering diganti",
    cara="IKU unit yang melekat pada tujuan atau sasaran dan tidak diganti atau diubah rumusnya sejak awal masa "
    "rencana.",
    unit=("1.b.6",),
    instansi=("1.b.6",),
    unit_2015=("A.I.a.8",),
)
def iku_stabil(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    iku = [satu for satu in kamus(sasaran).berlaku if satu.is_iku]
    hasil = {satu.indikator_id for satu in indikator_hasil(sasaran)}
    catatan = [_catat_iku(sasaran, satu, isi.utama.tahun_mulai, hasil) for satu in iku]
    return count(
        catatan,
        ambang,
        kalimat=f"IKU melekat pada tujuan atau sasaran dan tetap sejak {isi.utama.tahun_mulai}",
        kosong="Tidak ada indikator unit ini yang ditandai sebagai IKU.",
        perubah="Tautkan IKU ke sasaran; pertahankan IKU selama masa rencana kecuali ada alasan kuat.",
    )


def _catat_iku(sasaran: SasaranProbe, iku: IndikatorVersi, sejak: int, hasil: set[int]) -> CatatanProbe:
    masalah = []
    if iku.indikator_id not in hasil:
        masalah.append("tidak melekat pada tujuan atau sasaran")
    riwayat = kamus(sasaran).riwayat[iku.indikator_id]
    mulai = riwayat[0].berlaku_mulai
    if iku.indikator.pengganti_dari_id is not None and mulai.year > sejak:
        masalah.append(f"menggantikan indikator lain sejak {tulis_tanggal(mulai)}")
    awal = date(sejak, 1, 1)
    arti = {
        (satu.rumus, satu.satuan_id, satu.polaritas)
        for satu in riwayat
        if satu.berlaku_sampai is None or satu.berlaku_sampai > awal
    }
    if len(arti) > 1:
        masalah.append("rumus, satuan, atau arahnya diubah dalam masa rencana")
    catatan = record(iku, [])
    return CatatanProbe(catatan.label, not masalah, "; ".join(masalah), catatan.alamat)


@probe(
    "penjenjangan",
    nama="Hasil berjenjang dan selaras di tiap tingkat",
    cara="Tujuan dan sasaran yang mendukung rencana di atasnya, sasaran yang punya program, serta program dan "
    "kegiatan yang berinduk; tujuan, sasaran, dan program juga berindikator. Program penunjang (X.XX.01) tidak "
    "dihitung.",
    ambang=HAMPIR_SEMUA,
    unit=("1.b.8",),
    instansi=("1.b.8",),
    unit_2015=("A.I.b.15", "A.I.b.16", "B.II.7"),
)
def penjenjangan(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    isi = rencana(sasaran)
    if isi.utama is None:
        return cannot_say(TANPA_RENCANA, ambang=ambang)
    bertaut = sasaran.profil != "instansi"
    catatan = []
    for simpul in isi.nodes(isi.utama, *_JENJANG):
        if is_penunjang(simpul):
            continue
        putus = _putus(isi, simpul, bertaut=bertaut)
        label = f"{simpul.get_jenis_display()}: {simpul.pernyataan}"
        catatan.append(CatatanProbe(label, not putus, "; ".join(putus), alamat_dokumen(isi.utama)))
    return count(
        catatan,
        ambang,
        kalimat="simpul rencana tersambung ke atas dan ke bawah",
        kosong="Rencana yang berlaku belum memuat simpul.",
        perubah="Sambungkan simpul yang disebut: induk, rencana yang didukung, program, atau indikatornya.",
    )


_JENJANG = (
    JenisSimpul.TUJUAN,
    JenisSimpul.SASARAN,
    JenisSimpul.PROGRAM,
    JenisSimpul.KEGIATAN,
    JenisSimpul.SUB_KEGIATAN,
)


def _putus(isi: RencanaUnit, simpul: Simpul, *, bertaut: bool) -> list[str]:
    """What a node lacks to hang in the chain. The government's own plan supports no other, and its programmes
    are those of its units.
    """
    putus = []
    hasil = simpul.jenis in TINGKAT_HASIL
    if simpul.jenis != JenisSimpul.TUJUAN and simpul.induk_id is None:
        putus.append("tanpa induk")
    if hasil and bertaut and simpul.mendukung_id is None and not _supported(isi, simpul):
        putus.append("belum ditautkan ke RPJMD")
    anak = Counter(satu.jenis for satu in isi.children(simpul))
    if simpul.jenis == JenisSimpul.SASARAN and bertaut and not anak[JenisSimpul.PROGRAM]:
        putus.append("belum punya program")
    if (hasil or simpul.jenis == JenisSimpul.PROGRAM) and not isi.indikator.get(simpul.pk):
        putus.append("belum punya indikator")
    return putus


def _supported(isi: RencanaUnit, simpul: Simpul) -> bool:
    """Whether a parent is linked to the higher plan, and the node through it."""
    return any(satu.mendukung_id is not None for satu in isi.above(simpul))


@probe(
    "lintas-unit",
    nama="Rencana memuat kaitan dengan bidang lain (crosscutting)",
    cara="Pohon kinerja tahun itu yang memuat kondisi milik unit ini dan milik unit lain.",
    unit=("1.b.9",),
    instansi=("1.b.9",),
)
def lintas(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    simpul = sasaran.recall("pohon", lambda: pohon_terkait(sasaran.unit, sasaran.tahun))
    if not simpul:
        return cannot_say(
            f"Belum ada pohon kinerja {sasaran.tahun} yang memuat unit ini, sehingga kaitan antarunit tidak terlihat.",
            ambang=ambang,
            perubah="Susun pohon kinerja dan tandai pemilik tiap kondisi.",
        )
    pohon: dict[int, list[PohonSimpul]] = {}
    for satu in simpul:
        pohon.setdefault(satu.pohon_id, []).append(satu)
    catatan = [_catat_pohon(sasaran, isi) for isi in pohon.values()]
    # One tree that crosses is enough: a unit's own tree may rightly stay within the unit.
    lintas_unit = [satu for satu in catatan if satu.memenuhi]
    return count(
        lintas_unit or catatan,
        ambang,
        kalimat="pohon kinerja memuat kondisi milik unit lain",
        kosong="",
        perubah="Masukkan kondisi yang bergantung pada unit lain, dengan pemiliknya, ke pohon kinerja.",
    )


def _catat_pohon(sasaran: SasaranProbe, simpul: list[PohonSimpul]) -> CatatanProbe:
    pohon = simpul[0].pohon
    lain = Counter(
        satu.pemilik_unit.kode
        for satu in simpul
        if satu.pemilik_unit is not None and satu.pemilik_unit_id != sasaran.unit.pk
    )
    keterangan = (
        f"{sum(lain.values())} kondisi milik {len(lain)} unit lain: {', '.join(sorted(lain))}"
        if lain
        else "semua kondisi milik unit ini"
    )
    return CatatanProbe(
        f"Pohon {pohon.nama} {pohon.unit.kode}",
        bool(lain),
        keterangan,
        ("perencanaan:pohon", {"uid": str(pohon.unit.uid), "tahun": str(pohon.tahun)}, ""),
    )


PROBES = (
    panjang,
    menengah,
    aktivitas,
    ditetapkan,
    rumusan,
    smart,
    target_lengkap,
    iku_stabil,
    penjenjangan,
    lintas,
)
