"""Probes of targets against what was reached: challenging, on track, and followed quarter by quarter."""

from fractions import Fraction

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.banding import compare
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.datakinerja.probes import kamus
from sakip.apps.pengukuran.probes.bahan import (
    BELUM_JATUH_TEMPO,
    TANPA_INDIKATOR,
    capaian,
    capaian_kini,
    catat,
    pantauan,
    pedoman,
    realisasi_of,
    target_tahun,
    triwulan_lewat,
    tulis_nilai,
    tulis_persen,
    tulis_triwulan,
    wajib,
    wajib_tempo,
)
from sakip.apps.perencanaan.models import JenisDokumen
from sakip.apps.perencanaan.probes import alamat_dokumen, rencana
from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import HAMPIR_SEMUA, SEBAGIAN_BESAR, cannot_say, count, probe


@probe(
    "target-menantang",
    nama="Target menantang dan berpijak pada capaian",
    cara="Indikator yang targetnya tidak di bawah realisasi tahun lalu (tanpa itu: kondisi awal), menurut arah "
    "indikatornya.",
    ambang=SEBAGIAN_BESAR,
    unit=("1.b.7",),
    instansi=("1.b.7",),
    unit_2015=("A.I.b.14", "A.II.b.7"),
)
def menantang(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for versi in wajib(sasaran):
        target, lalu = target_tahun(sasaran, versi), _pijakan(sasaran, versi)
        arah = None if target is None or lalu is None else compare(versi, target, lalu[0])
        if target is None or lalu is None or arah is None:
            continue
        keterangan = f"target {tulis_nilai(target)}, {lalu[1]} {tulis_nilai(lalu[0])}"
        catatan.append(catat(versi, arah >= 0, keterangan))
    return count(
        catatan,
        ambang,
        kalimat="indikator bertarget tidak di bawah realisasi tahun lalu atau kondisi awal",
        kosong="Belum ada target yang dapat dibandingkan dengan realisasi tahun lalu atau kondisi awal.",
        perubah="Naikkan target yang di bawah realisasi tahun lalu, atau catat alasannya.",
    )


def _pijakan(sasaran: SasaranProbe, versi: IndikatorVersi) -> tuple[Nilai, str] | None:
    """Last year's realisasi, else the baseline, with its name."""
    lalu = realisasi_of(capaian(sasaran).get((versi.indikator_id, sasaran.tahun - 1, None)))
    if lalu is not None:
        return lalu, f"realisasi {sasaran.tahun - 1}"
    dasar = kamus(sasaran).dasar.get(versi.indikator_id)
    if dasar is None or dasar.tahun >= sasaran.tahun:
        return None
    return nilai_of(dasar), f"kondisi awal {dasar.tahun}"


@probe(
    "target-di-jalur",
    nama="Target tercapai atau masih di jalurnya",
    cara="Indikator yang capaiannya (setahun, atau sampai triwulan terakhir yang jatuh tempo) masuk dua kategori "
    "teratas skala instansi; yang belum dilaporkan dihitung belum.",
    ambang=SEBAGIAN_BESAR,
    unit=("1.c.3",),
    unit_2015=("E.II.4",),
)
def di_jalur(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    if not triwulan_lewat(sasaran):
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    skala = pedoman(sasaran).skala
    teratas = {satu.kode for satu in sorted(skala.kategori, key=lambda satu: -satu.urutan)[:2]}
    catatan = []
    for versi in wajib_tempo(sasaran):
        baris = capaian_kini(sasaran, versi)
        if baris is None:
            catatan.append(catat(versi, False, "belum dilaporkan atau belum terhitung"))
        else:
            catatan.append(catat(versi, baris.kategori in teratas, f"capaian {tulis_persen(baris)}"))
    return count(
        catatan,
        ambang,
        kalimat=f"indikator di dua kategori teratas ({skala.nama})",
        kosong=TANPA_INDIKATOR,
        perubah="Kejar indikator yang tertinggal; perbaiki rencana aksinya.",
    )


@probe(
    "lebih-baik",
    nama="Realisasi lebih baik daripada tahun lalu",
    cara="Indikator yang realisasinya tidak lebih buruk daripada tahun lalu, menurut arah indikatornya.",
    ambang=SEBAGIAN_BESAR,
    unit_2015=("E.II.5",),
)
def lebih_baik(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    catatan = []
    for versi in wajib(sasaran):
        kini = realisasi_of(capaian_kini(sasaran, versi))
        lalu = realisasi_of(capaian(sasaran).get((versi.indikator_id, sasaran.tahun - 1, None)))
        arah = None if kini is None or lalu is None else compare(versi, kini, lalu)
        if kini is not None and lalu is not None and arah is not None:
            keterangan = f"{tulis_nilai(kini)}, tahun lalu {tulis_nilai(lalu)}"
            catatan.append(catat(versi, arah >= 0, keterangan))
    return count(
        catatan,
        ambang,
        kalimat="indikator tidak lebih buruk daripada tahun lalu",
        kosong="Belum ada realisasi dua tahun yang dapat dibandingkan.",
        perubah="Telusuri sebab penurunan indikator yang disebut.",
    )


@probe(
    "renaksi-dipantau",
    nama="Rencana aksi dinamis karena dipantau berkala",
    cara="Indikator rencana aksi yang realisasinya terisi di setiap triwulan bertarget yang sudah jatuh tempo. "
    "Terpenuhi bila penyesuaiannya juga tercatat: rencana aksi direvisi, atau tindak lanjut diisi.",
    ambang=HAMPIR_SEMUA,
    unit=("1.c.4",),
    instansi=("1.c.3",),
    unit_2015=("A.II.c.17", "B.III.20"),
)
def renaksi(sasaran: SasaranProbe, ambang: Fraction) -> HasilProbe:
    dokumen = rencana(sasaran).find(JenisDokumen.RENAKSI)
    lewat = triwulan_lewat(sasaran)
    if not lewat:
        return cannot_say(BELUM_JATUH_TEMPO, ambang=ambang)
    catatan = [satu for versi in wajib(sasaran) if (satu := _catat_renaksi(sasaran, versi)) is not None]
    hasil = count(
        catatan,
        ambang,
        kalimat="indikator rencana aksi dipantau di tiap triwulan yang jatuh tempo",
        kosong="Rencana aksi tahun ini belum memuat target triwulan.",
        perubah="Isi realisasi triwulan yang kosong.",
    )
    if not hasil.saran or dokumen is None:
        return hasil
    direvisi = dokumen.versi_ke > 1
    tindak = sum(
        1
        for milik in pantauan(sasaran).values()
        for slot in milik.values()
        if slot.terakhir.tindak_lanjut.strip()
    )
    penyesuaian = CatatanProbe(
        dokumen.nama,
        direvisi or tindak > 0,
        f"versi {dokumen.versi_ke}; {tindak} realisasi mencatat tindak lanjut",
        alamat_dokumen(dokumen),
    )
    if penyesuaian.memenuhi:
        return count(
            [*catatan, penyesuaian], ambang, kalimat="catatan pemantauan dan penyesuaian lengkap", kosong=""
        )
    return cannot_say(
        f"{hasil.n} dari {hasil.dari} indikator dipantau tiap triwulan, tetapi data tidak mencatat penyesuaiannya.",
        ambang=ambang,
        perubah="Catat tindak lanjut pada realisasi, atau revisi rencana aksi.",
        catatan=[penyesuaian, *catatan],
    )


def _catat_renaksi(sasaran: SasaranProbe, versi: IndikatorVersi) -> CatatanProbe | None:
    """None for an indicator without a quarterly target that is due."""
    target = rencana(sasaran).target.get(versi.indikator_id, {})
    bertarget = [tw for tw in triwulan_lewat(sasaran) if (sasaran.tahun, tw) in target]
    milik = pantauan(sasaran).get(versi.indikator_id, {})
    if not bertarget:
        return None
    kosong = [
        tw for tw in bertarget if tw not in milik or milik[tw].terakhir.keadaan == Keadaan.BELUM_DILAPORKAN
    ]
    keterangan = f"belum diisi: {tulis_triwulan(kosong)}" if kosong else f"{tulis_triwulan(bertarget)} terisi"
    return catat(versi, not kosong, keterangan)


PROBES = (menantang, di_jalur, lebih_baik, renaksi)
