"""Which plans there are, and whether they were fixed officially."""

from fractions import Fraction

from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, JenisSimpul
from sakip.apps.perencanaan.probes.bersama import MENENGAH, alamat_dokumen, catat_dokumen, rencana
from sakip.platform.probe.lingkup import tulis_tanggal
from sakip.platform.probe.model import CatatanProbe, HasilProbe, SasaranProbe
from sakip.platform.probe.susun import SALAH_SATU, cannot_say, count, probe


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
