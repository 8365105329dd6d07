"""Checks of the agreements: their rows against the plans, and what only dates and versions tell."""

from collections.abc import Iterable
from datetime import date

from kinerja.periksa.dokumen.model import BarisAnggaran, BarisDokumen, DokumenKinerja
from kinerja.periksa.dokumen.model import JenisDokumen as JenisKinerja
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.checks.bahan import kamus_bersama, organisasi, read_kamus
from sakip.apps.perencanaan.convert import POLARITAS, TIPE_DOKUMEN
from sakip.apps.perjanjian.models import PerjanjianKinerja, PKBaris, PKProgram, StatusPK, TingkatPK
from sakip.apps.perjanjian.tenggat import BULAN_SESUDAH_DPA, add_months
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

ESELON = {TingkatPK.ADMINISTRATOR: "III", TingkatPK.PENGAWAS: "IV", TingkatPK.INDIVIDU: "V"}
TERLAMBAT = AturanTemuan(
    kode="PJK001",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Perjanjian Kinerja ditandatangani terlambat",
    alasan="Perjanjian yang ditandatangani lewat sebulan sesudah DPA tidak mengarahkan pekerjaan awal tahun.",
    perbaikan="Catat alasan keterlambatan; tahun berikutnya tanda tangani paling lambat sebulan sesudah DPA disahkan.",
    dasar="PermenPANRB 53/2014 Lampiran I huruf C (paling lambat satu bulan setelah dokumen anggaran disahkan)",
    contoh_buruk="DPA disahkan 6 Januari, perjanjian ditandatangani 3 Maret.",
    contoh_baik="DPA disahkan 6 Januari, perjanjian ditandatangani 23 Januari.",
)
TANPA_TANDA = AturanTemuan(
    kode="PJK002",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Perjanjian Kinerja berlaku tanpa tanggal tanda tangan",
    alasan="Tanpa tanggal, ketepatan waktunya tidak dapat dinilai dan perjanjiannya dianggap konsep.",
    perbaikan="Catat tanggal tanda tangan pada Perjanjian Kinerja.",
    dasar="PermenPANRB 53/2014 Lampiran I huruf C",
    contoh_buruk="PK 2026 berlaku, tanggal tanda tangan kosong.",
    contoh_baik="PK 2026 berlaku sejak ditandatangani 23 Januari 2026.",
)


#: Agreements, their rows and their programmes.
BahanPK = tuple[tuple[PerjanjianKinerja, ...], dict[int, list[PKBaris]], dict[int, list[PKProgram]]]


def bahan_pk(sasaran: SasaranTemuan) -> BahanPK:
    """Agreements of the units in the year with their rows and programmes; three queries."""
    return sasaran.recall("bahan-pk", lambda: _read_pk(sasaran))


def _read_pk(sasaran: SasaranTemuan) -> BahanPK:
    semua = PerjanjianKinerja.objects.filter(
        unit_id__in=tuple(organisasi(sasaran).penerus), tahun=sasaran.tahun
    ).order_by("unit_id", "tingkat", "jabatan_teks", "versi_ke")
    pk = tuple(semua)
    ids = [satu.pk for satu in pk]
    baris: dict[int, list[PKBaris]] = {}
    for satu in PKBaris.objects.filter(perjanjian_id__in=ids).order_by("urutan", "id"):
        baris.setdefault(satu.perjanjian_id, []).append(satu)
    program: dict[int, list[PKProgram]] = {}
    for isi in PKProgram.objects.filter(perjanjian_id__in=ids).order_by("urutan", "id"):
        program.setdefault(isi.perjanjian_id, []).append(isi)
    return pk, baris, program


def perjanjian(sasaran: SasaranTemuan) -> Iterable[DokumenTerpasang]:
    """Agreements in force, and those they superseded: what still follows one of these is told so."""
    pk, baris, program = bahan_pk(sasaran)
    org = organisasi(sasaran)
    ids = {satu.indikator_id for isi in baris.values() for satu in isi}
    kamus = read_kamus(ids, sasaran.pada, kamus_bersama(sasaran))
    for satu in pk:
        if satu.status not in (StatusPK.BERLAKU, StatusPK.DIGANTI):
            continue
        pemilik = org.penerus.get(satu.unit_id, satu.unit_id)
        isi = _document(satu, org.nama(pemilik), baris.get(satu.pk, []), program.get(satu.pk, []), kamus)
        tempat = {
            _ident(satu, b): BarisTerpasang(
                indikator_uid=str(kamus[b.indikator_id].indikator.uid) if b.indikator_id in kamus else None,
                alamat=alamat_pk(satu, f"baris-{b.pk}"),
            )
            for b in baris.get(satu.pk, [])
        }
        digantikan = satu.status == StatusPK.DIGANTI
        yield DokumenTerpasang(pemilik, objek_pk(satu), isi, tempat, alamat_pk(satu), digantikan)


def _ident(pk: PerjanjianKinerja, baris: PKBaris) -> str:
    return f"pk:{pk.uid}:{baris.pk}"


def _document(
    pk: PerjanjianKinerja,
    entitas: str,
    baris: list[PKBaris],
    program: list[PKProgram],
    kamus: dict[int, IndikatorVersi],
) -> DokumenKinerja:
    return DokumenKinerja(
        nama=label_pk(pk),
        jenis=JenisKinerja.PK,
        entitas=entitas,
        tahun=pk.tahun,
        baris=tuple(_row(pk, satu, kamus.get(satu.indikator_id)) for satu in baris),
        anggaran=tuple(
            BarisAnggaran(
                nama=satu.nama,
                pagu=satu.anggaran,
                kode=satu.kode or None,
                keterangan=satu.sumber_dana or None,
                id=f"pkprogram:{satu.pk}",
            )
            for satu in program
        ),
        eselon=ESELON.get(TingkatPK(pk.tingkat), "II"),
        pemilik=pk.jabatan_teks or None,
        versi=pk.versi_ke,
        tanggal=None if pk.ditandatangani_pada is None else pk.ditandatangani_pada.isoformat(),
        penanda_tangan=pk.pihak_pertama or None,
        alasan=pk.alasan or None,
        id=str(pk.uid),
    )


def _row(pk: PerjanjianKinerja, baris: PKBaris, versi: IndikatorVersi | None) -> BarisDokumen:
    return BarisDokumen(
        indikator=baris.indikator_teks,
        sasaran=baris.sasaran_teks,
        satuan=baris.satuan_teks or None,
        target=(nilai_of(baris).teks or None) if baris.ada_target else None,
        tipe=None if versi is None else TIPE_DOKUMEN.get(versi.agregasi_waktu),
        polaritas=None if versi is None else POLARITAS.get(versi.polaritas),
        alasan=baris.catatan or None,
        id=_ident(pk, baris),
        identitas=None if versi is None else str(versi.indikator.uid),
    )


def label_pk(pk: PerjanjianKinerja) -> str:
    nama = f"PK {pk.tahun}" if not pk.jabatan_teks else f"PK {pk.tahun} {pk.jabatan_teks}"
    return nama if pk.versi_ke == 1 else f"{nama} perubahan ke-{pk.versi_ke - 1}"


def objek_pk(pk: PerjanjianKinerja) -> ObjekTemuan:
    return ObjekTemuan("pk", str(pk.uid), label_pk(pk))


def alamat_pk(pk: PerjanjianKinerja, jangkar: str = "") -> Alamat:
    return ("perjanjian:pk", {"uid": str(pk.uid)}, f"#{jangkar}" if jangkar else "")


def tanda_tangan(sasaran: SasaranTemuan) -> Iterable[TemuanTerpasang]:
    """The first version of an entity's agreement is signed within a month of the budget document."""
    for pk in bahan_pk(sasaran)[0]:
        if pk.jabatan_teks or pk.status not in (StatusPK.BERLAKU, StatusPK.DIGANTI):
            continue
        if pk.ditandatangani_pada is None:
            if pk.status == StatusPK.BERLAKU:
                yield _on_pk(sasaran, pk, TANPA_TANDA, f"{label_pk(pk)} berlaku tanpa tanggal tanda tangan.")
            continue
        if pk.versi_ke != 1 or pk.tanggal_dpa is None:
            continue
        batas = add_months(pk.tanggal_dpa, BULAN_SESUDAH_DPA)
        if pk.ditandatangani_pada > batas:
            telat = (pk.ditandatangani_pada - batas).days
            pesan = (
                f"{label_pk(pk)} ditandatangani {_day(pk.ditandatangani_pada)}, {telat} hari sesudah batasnya "
                f"({_day(batas)}, sebulan sesudah DPA {_day(pk.tanggal_dpa)}). {TERLAMBAT.perbaikan}"
            )
            yield _on_pk(sasaran, pk, TERLAMBAT, pesan)


def _day(hari: date) -> str:
    return f"{hari.day}-{hari.month}-{hari.year}"


def _on_pk(
    sasaran: SasaranTemuan, pk: PerjanjianKinerja, aturan: AturanTemuan, pesan: str
) -> TemuanTerpasang:
    return TemuanTerpasang(
        kode=aturan.kode,
        tingkat=aturan.tingkat,
        judul=aturan.judul,
        pesan=pesan,
        objek=objek_pk(pk),
        unit_id=organisasi(sasaran).penerus.get(pk.unit_id, pk.unit_id),
        kunci=build_kunci(aturan.kode, str(pk.uid)),
        bidang="ditandatangani_pada",
        label=label_pk(pk),
        alamat=alamat_pk(pk),
        dasar=aturan.dasar,
        menyentuh=frozenset({str(pk.uid)}),
    )


ATURAN = (TERLAMBAT, TANPA_TANDA)
DOKUMEN = (perjanjian,)
PEMERIKSAAN = (Pemeriksaan("pk-tanda-tangan", LingkupTemuan.UNIT, tanda_tangan),)
