"""Rules that need what only the database knows: lineage, dates of validity, who answers for a node."""

from collections.abc import Iterable

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.checks.alamat import alamat_indikator, alamat_simpul
from sakip.apps.perencanaan.checks.bahan import bahan_dokumen, iku_kamus, organisasi
from sakip.apps.perencanaan.convert import ButirSimpul
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, StatusDokumen
from sakip.apps.perencanaan.selectors import TINGKAT_PROGRAM
from sakip.platform.temuan.model import (
    AturanTemuan,
    ObjekTemuan,
    SasaranTemuan,
    TemuanTerpasang,
    TingkatTemuan,
    build_kunci,
)

IKU_DIGANTI = AturanTemuan(
    kode="REN001",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="IKU diganti di tengah masa rencana",
    alasan="IKU yang berganti memutus tren: capaian sebelum dan sesudahnya tidak dapat dibandingkan.",
    perbaikan="Pertahankan IKU selama masa rencana, atau terima temuan ini dengan alasan penggantiannya.",
    dasar="PER/09/M.PAN/5/2007 (penetapan indikator kinerja utama)",
    contoh_buruk="Masa rencana 2025-2029; IKU diganti per 1 Januari 2026 tanpa perubahan rencana.",
    contoh_baik="IKU tetap sampai 2029, atau diganti bersama rencana perubahan yang menyebut alasannya.",
)
TANPA_TANGGAL = AturanTemuan(
    kode="REN002",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Dokumen berlaku tanpa tanggal atau dasar penetapan",
    alasan="Evaluator memeriksa apakah dokumen ditetapkan resmi dan kapan; tanpa itu dokumen dianggap konsep.",
    perbaikan="Catat dasar dan tanggal penetapannya.",
    dasar="Perpres 29/2014 (rencana strategis dan rencana kerja ditetapkan)",
    contoh_buruk="Renstra 2025-2029 berlaku, dasar dan tanggal penetapan kosong.",
    contoh_baik="Renstra 2025-2029, Peraturan Kepala Daerah 27/2025, ditetapkan 15 September 2025.",
)
KODE_RENAKSI = AturanTemuan(
    kode="REN003",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Kode pada rencana aksi tidak ada di rencana",
    alasan="Aksi yang menunjuk sub kegiatan yang tidak direncanakan tidak beranggaran, atau salah ketik kodenya.",
    perbaikan="Pilih kode dari Renstra atau Renja yang berlaku.",
    dasar="Permendagri 90/2019 beserta pemutakhirannya (kode dan nomenklatur)",
    contoh_buruk="Rencana aksi memakai 2.11.03.2.01.0009, Renstra hanya memuat sampai 2.11.03.2.01.0004.",
    contoh_baik="Setiap kode rencana aksi ada pada Renja tahun itu.",
)
ATURAN = (IKU_DIGANTI, TANPA_TANGGAL, KODE_RENAKSI)


def iku_diganti(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    """An IKU that replaced another one after the plan in force began."""
    mulai: dict[int, Dokumen] = {}
    for dokumen in bahan_dokumen(sasaran).dokumen:
        if (
            dokumen.jenis in (JenisDokumen.RENSTRA, JenisDokumen.RPJMD)
            and dokumen.status == StatusDokumen.BERLAKU
        ):
            pemilik = organisasi(sasaran).penerus.get(dokumen.unit_id, dokumen.unit_id)
            mulai.setdefault(pemilik, dokumen)
    for unit_id, daftar in iku_kamus(sasaran).items():
        rencana = mulai.get(unit_id)
        for versi in daftar:
            lama = versi.indikator.pengganti_dari
            if rencana is not None and lama is not None and versi.berlaku_mulai.year > rencana.tahun_mulai:
                yield _replaced(versi, lama.kode, rencana, unit_id)


def _replaced(versi: IndikatorVersi, lama: str, rencana: Dokumen, unit_id: int) -> TemuanTerpasang:
    uid = str(versi.indikator.uid)
    sejak = f"{versi.berlaku_mulai.day}-{versi.berlaku_mulai.month}-{versi.berlaku_mulai.year}"
    masa = f"{rencana.tahun_mulai}-{rencana.tahun_selesai}"
    return TemuanTerpasang(
        kode=IKU_DIGANTI.kode,
        tingkat=IKU_DIGANTI.tingkat,
        judul=IKU_DIGANTI.judul,
        pesan=f"{versi.indikator.kode} menggantikan {lama} sejak {sejak}, di dalam masa rencana {masa}. "
        f"{IKU_DIGANTI.perbaikan}",
        objek=ObjekTemuan("dokumen", str(rencana.uid), rencana.nama),
        unit_id=unit_id,
        kunci=build_kunci(IKU_DIGANTI.kode, uid),
        bidang="indikator",
        indikator_uid=uid,
        label=versi.nama,
        alamat=alamat_indikator(uid, "nama"),
        dasar=IKU_DIGANTI.dasar,
        menyentuh=frozenset({str(rencana.uid)}),
    )


def tanpa_tanggal(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    """A document in force whose decree is not recorded."""
    for dokumen in bahan_dokumen(sasaran).dokumen:
        kurang = [
            nama
            for nama, kosong in (("tanggal", dokumen.ditetapkan_pada is None), ("dasar", not dokumen.dasar))
            if kosong
        ]
        # An action plan is signed with the agreement; it has no decree of its own.
        if not kurang or dokumen.status != StatusDokumen.BERLAKU or dokumen.jenis == JenisDokumen.RENAKSI:
            continue
        yield TemuanTerpasang(
            kode=TANPA_TANGGAL.kode,
            tingkat=TANPA_TANGGAL.tingkat,
            judul=TANPA_TANGGAL.judul,
            pesan=f"{dokumen.nama} berlaku, tetapi {' dan '.join(kurang)} penetapannya belum dicatat.",
            objek=ObjekTemuan("dokumen", str(dokumen.uid), dokumen.nama),
            unit_id=organisasi(sasaran).penerus.get(dokumen.unit_id, dokumen.unit_id),
            kunci=build_kunci(TANPA_TANGGAL.kode, str(dokumen.uid)),
            bidang="dasar",
            label=dokumen.nama,
            alamat=alamat_simpul(dokumen, None, "dasar"),
            dasar=TANPA_TANGGAL.dasar,
            menyentuh=frozenset({str(dokumen.uid)}),
        )


def kode_renaksi(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    """Codes of an action plan that no plan in force of the unit has; silent while the plans do not go that deep."""
    bahan, org = bahan_dokumen(sasaran), organisasi(sasaran)
    kode: dict[int, dict[str, set[str]]] = {}
    for dokumen in bahan.dokumen:
        if dokumen.jenis == JenisDokumen.RENAKSI or dokumen.status != StatusDokumen.BERLAKU:
            continue
        pemilik = org.penerus.get(dokumen.unit_id, dokumen.unit_id)
        for simpul in bahan.simpul[dokumen.pk]:
            if simpul.jenis in TINGKAT_PROGRAM and simpul.kode:
                kode.setdefault(pemilik, {}).setdefault(simpul.jenis, set()).add(simpul.kode)
    for dokumen in bahan.dokumen:
        pemilik = org.penerus.get(dokumen.unit_id, dokumen.unit_id)
        if dokumen.jenis != JenisDokumen.RENAKSI:
            continue
        for simpul in bahan.simpul[dokumen.pk]:
            ada = kode.get(pemilik, {}).get(simpul.jenis, set())
            if ada and simpul.kode and simpul.kode not in ada:
                yield _unknown_code(dokumen, simpul, pemilik, ada)


def _unknown_code(dokumen: Dokumen, simpul: ButirSimpul, pemilik: int, ada: set[str]) -> TemuanTerpasang:
    padanan = next((satu for satu in ada if normalise_kode(satu) == normalise_kode(simpul.kode)), None)
    lama = "" if padanan is None else f" Kode ini bentuk lama dari {padanan}."
    return TemuanTerpasang(
        kode=KODE_RENAKSI.kode,
        tingkat=KODE_RENAKSI.tingkat,
        judul=KODE_RENAKSI.judul,
        pesan=f"Kode {simpul.kode} tidak ada di rencana yang berlaku.{lama} {KODE_RENAKSI.perbaikan}",
        objek=ObjekTemuan("dokumen", str(dokumen.uid), dokumen.nama),
        unit_id=pemilik,
        kunci=build_kunci(KODE_RENAKSI.kode, str(simpul.asal)),
        bidang="kode",
        simpul_uid=str(simpul.uid),
        label=simpul.pernyataan,
        alamat=alamat_simpul(dokumen, simpul, "kode"),
        dasar=KODE_RENAKSI.dasar,
        menyentuh=frozenset({str(dokumen.uid)}),
        isi=(simpul.kode,),
    )


def normalise_kode(kode: str) -> str:
    """Without the zeros that tell the two widths of a code apart.

    >>> normalise_kode("2.15.02.2.02.03") == normalise_kode("2.15.02.2.02.0003")
    True
    """
    return ".".join(bagian.lstrip("0") or "0" for bagian in kode.split("."))
