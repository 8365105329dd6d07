"""Checks of what was spent and measured: budgets that do not add up, and published tables against the promises."""

from collections.abc import Iterable
from decimal import Decimal

from kinerja.nilai import format_angka
from kinerja.periksa.dokumen.model import BarisDokumen, DokumenKinerja
from kinerja.periksa.dokumen.model import JenisDokumen as JenisKinerja
from sakip.apps.datakinerja.convert import nilai_from_json
from sakip.apps.pengukuran.models import Anggaran, Capaian
from sakip.apps.perencanaan.checks.bahan import kamus_bersama, organisasi, read_kamus
from sakip.apps.perencanaan.models import Simpul, StatusDokumen
from sakip.platform.temuan.model import (
    Alamat,
    AturanTemuan,
    BarisTerpasang,
    DokumenTerpasang,
    LingkupTemuan,
    ObjekTemuan,
    Pemeriksaan,
    SasaranTemuan,
    TemuanTerpasang,
    TingkatTemuan,
    build_kunci,
)

PAGU_BEDA = AturanTemuan(
    kode="UKR001",
    tingkat=TingkatTemuan.GALAT,
    judul="Pagu tidak sama dengan jumlah di bawahnya",
    alasan="Pagu program adalah jumlah pagu kegiatannya, pagu kegiatan jumlah sub kegiatannya; selisih berarti salah "
    "satu angka keliru atau ada yang belum dicatat.",
    perbaikan="Samakan pagunya dengan dokumen anggaran, atau lengkapi yang belum tercatat di bawahnya.",
    dasar="Permendagri 90/2019 beserta pemutakhirannya (program, kegiatan, sub kegiatan) dan DPA",
    contoh_buruk="Kegiatan Rp2.800.000.000, jumlah sub kegiatannya Rp2.650.000.000.",
    contoh_baik="Kegiatan Rp2.650.000.000, jumlah sub kegiatannya Rp2.650.000.000.",
)


def pagu_beda(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    """Each budget of the year against the sum of those below it; one query.

    A sum stands only when every child of the plan has a budget: a missing one is not zero.
    """
    org = organisasi(sasaran)
    baris = Anggaran.objects.filter(
        unit_id__in=tuple(org.penerus),
        tahun=sasaran.tahun,
        triwulan__isnull=True,
        simpul__dokumen__status=StatusDokumen.BERLAKU,
    ).select_related("simpul", "unit")
    pagu = {satu.simpul_id: satu for satu in baris if satu.simpul is not None}
    anak: dict[int, list[Anggaran]] = {}
    for satu in pagu.values():
        if satu.simpul is not None and satu.simpul.induk_id in pagu:
            anak.setdefault(satu.simpul.induk_id or 0, []).append(satu)
    for induk_id, daftar in anak.items():
        induk = pagu[induk_id]
        for bidang, nama in (("pagu", "Pagu murni"), ("pagu_perubahan", "Pagu perubahan")):
            temuan = _compare(induk, daftar, bidang, nama)
            if temuan is not None:
                yield _on_budget(sasaran, induk, bidang, temuan)


def _compare(induk: Anggaran, anak: list[Anggaran], bidang: str, nama: str) -> str | None:
    atas: Decimal | None = getattr(induk, bidang)
    bawah: list[Decimal | None] = [getattr(satu, bidang) for satu in anak]
    angka = [satu for satu in bawah if satu is not None]
    if atas is None or len(angka) != len(bawah):
        return None
    jumlah = sum(angka, Decimal(0))
    if atas == jumlah:
        return None
    arah = "lebih besar" if atas > jumlah else "lebih kecil"
    return (
        f"{nama} {_rupiah(atas)}, jumlah {len(angka)} butir di bawahnya {_rupiah(jumlah)}: {arah} "
        f"{_rupiah(abs(atas - jumlah))}. {PAGU_BEDA.perbaikan}"
    )


def _rupiah(jumlah: Decimal) -> str:
    return (
        f"Rp{format_angka(jumlah.quantize(Decimal(1)) if jumlah == jumlah.to_integral_value() else jumlah)}"
    )


def _on_budget(sasaran: SasaranTemuan, anggaran: Anggaran, bidang: str, pesan: str) -> TemuanTerpasang:
    simpul = anggaran.simpul
    assert simpul is not None
    return TemuanTerpasang(
        kode=PAGU_BEDA.kode,
        tingkat=PAGU_BEDA.tingkat,
        judul=PAGU_BEDA.judul,
        pesan=pesan,
        objek=ObjekTemuan(
            "anggaran", f"anggaran:{anggaran.unit.uid}:{anggaran.tahun}", f"Anggaran {anggaran.tahun}"
        ),
        unit_id=organisasi(sasaran).penerus.get(anggaran.unit_id, anggaran.unit_id),
        kunci=build_kunci(PAGU_BEDA.kode, str(simpul.asal), str(anggaran.tahun), bidang),
        bidang=bidang,
        simpul_uid=str(simpul.uid),
        label=_label(simpul),
        alamat=("pengukuran:anggaran", {"uid": str(anggaran.unit.uid)}, f"tahun={anggaran.tahun}"),
        dasar=PAGU_BEDA.dasar,
        menyentuh=frozenset({f"anggaran:{anggaran.unit.uid}:{anggaran.tahun}"}),
    )


def _label(simpul: Simpul) -> str:
    return f"{simpul.kode} {simpul.pernyataan}".strip()


def laporan(sasaran: SasaranTemuan) -> Iterable[DokumenTerpasang]:
    """Published achievement tables, where they were imported as printed; the system's own report reads the targets
    from the agreement and cannot differ from it.
    """
    org = organisasi(sasaran)
    capaian = (
        Capaian.objects.filter(unit_id__in=tuple(org.penerus), tahun=sasaran.tahun, triwulan__isnull=True)
        .exclude(tercetak="")
        .select_related("indikator", "unit")
        .order_by("unit_id", "id")
    )
    per_unit: dict[int, list[Capaian]] = {}
    for satu in capaian:
        per_unit.setdefault(org.penerus.get(satu.unit_id, satu.unit_id), []).append(satu)
    kamus = read_kamus(
        {satu.indikator_id for isi in per_unit.values() for satu in isi}, sasaran.pada, kamus_bersama(sasaran)
    )
    for unit_id, isi in per_unit.items():
        uid = f"lkjip:{isi[0].unit.uid}:{sasaran.tahun}"
        dokumen = DokumenKinerja(
            nama=f"LKjIP {sasaran.tahun}",
            jenis=JenisKinerja.LKJIP,
            entitas=org.nama(unit_id),
            tahun=sasaran.tahun,
            baris=tuple(
                BarisDokumen(
                    indikator=kamus[satu.indikator_id].nama,
                    satuan=None if (versi := kamus[satu.indikator_id]).satuan is None else versi.satuan.nama,
                    target=nilai_from_json(satu.target.get("nilai", {})).teks or None,
                    realisasi=nilai_from_json(satu.dipakai.get("nilai", {})).teks or None,
                    capaian=satu.tercetak,
                    polaritas=kamus[satu.indikator_id].polaritas,
                    id=f"{uid}:{satu.indikator.uid}",
                    identitas=str(satu.indikator.uid),
                )
                for satu in isi
                if satu.indikator_id in kamus
            ),
            id=uid,
        )
        tempat = {
            f"{uid}:{satu.indikator.uid}": BarisTerpasang(str(satu.indikator.uid), None, _address(satu))
            for satu in isi
        }
        yield DokumenTerpasang(unit_id, ObjekTemuan("lkjip", uid, dokumen.nama), dokumen, tempat)


def _address(capaian: Capaian) -> Alamat:
    return ("pengukuran:indikator", {"uid": str(capaian.indikator.uid)}, "")


ATURAN = (PAGU_BEDA,)
DOKUMEN = (laporan,)
PEMERIKSAAN = (Pemeriksaan("pagu-berjenjang", LingkupTemuan.UNIT, pagu_beda),)
