"""The plans and trees as documents that are compared with those of the other apps."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kinerja.periksa.dokumen import documents_of_tree
from sakip.apps.perencanaan.checks.alamat import alamat_indikator, alamat_pohon, alamat_simpul
from sakip.apps.perencanaan.checks.bahan import (
    BahanDokumen,
    BahanPohon,
    Organisasi,
    bahan_dokumen,
    bahan_pohon,
    iku_kamus,
    organisasi,
)
from sakip.apps.perencanaan.checks.pasang import label_pohon
from sakip.apps.perencanaan.convert import JENIS, dokumen_kinerja, iku_of_kamus, tree_of_pohon
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, JenisPohon, StatusDokumen
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL
from sakip.platform.temuan.model import BarisTerpasang, DokumenTerpasang, ObjekTemuan, SasaranTemuan


def rencana(sasaran: SasaranTemuan) -> Iterable[DokumenTerpasang]:
    """Plans in force that the units are measured by, and the set of IKU."""
    bahan, org = bahan_dokumen(sasaran), organisasi(sasaran)
    beriku: set[int] = set()
    kepala = _heads(bahan, org)
    for dokumen in bahan.dokumen:
        if dokumen.status == StatusDokumen.BERLAKU and dokumen.jenis in JENIS:
            if dokumen.jenis == JenisDokumen.IKU:
                beriku.add(org.penerus.get(dokumen.unit_id, dokumen.unit_id))
            milik = kepala.get(org.penerus.get(dokumen.unit_id, dokumen.unit_id), set())
            yield install_dokumen(dokumen, bahan, org, sasaran.tahun, kepala=milik)
    for unit_id, daftar in iku_kamus(sasaran).items():
        if unit_id not in beriku:
            isi = iku_of_kamus(
                daftar, entitas=org.nama(unit_id), tahun=sasaran.tahun, mulai=None, ident=f"iku:{unit_id}"
            )
            baris = {
                f"iku:{satu.indikator.uid}": BarisTerpasang(
                    indikator_uid=str(satu.indikator.uid),
                    alamat=alamat_indikator(str(satu.indikator.uid), "is_iku"),
                )
                for satu in daftar
            }
            objek = ObjekTemuan("iku", f"iku:{unit_id}", f"IKU {org.nama(unit_id)}")
            yield DokumenTerpasang(unit_id, objek, isi, baris)


def _heads(bahan: BahanDokumen, org: Organisasi) -> dict[int, set[int]]:
    """Indicators of tujuan and sasaran in the plans in force, by unit."""
    hasil: dict[int, set[int]] = {}
    for dokumen in bahan.dokumen:
        if dokumen.status == StatusDokumen.BERLAKU:
            milik = hasil.setdefault(org.penerus.get(dokumen.unit_id, dokumen.unit_id), set())
            for simpul in bahan.simpul[dokumen.pk]:
                if simpul.jenis in TINGKAT_HASIL:
                    milik.update(bahan.tautan.get(simpul.pk, ()))
    return hasil


def install_dokumen(
    dokumen: Dokumen, bahan: BahanDokumen, org: Organisasi, tahun: int, *, kepala: Collection[int] = ()
) -> DokumenTerpasang:
    """One plan, with the way back from its rows to its nodes."""
    pemilik = org.penerus.get(dokumen.unit_id, dokumen.unit_id)
    simpul = bahan.simpul[dokumen.pk]
    isi = dokumen_kinerja(
        dokumen,
        entitas=org.nama(pemilik),
        tahun=tahun,
        simpul=simpul,
        tautan=bahan.tautan,
        kamus=bahan.kamus,
        target=bahan.target[dokumen.pk],
        pagu=bahan.pagu,
        kepala=kepala,
    )
    pemakai = {i: satu for satu in reversed(simpul) for i in bahan.tautan.get(satu.pk, ())}
    baris: dict[str, BarisTerpasang] = {}
    for indikator_id in {*pemakai, *bahan.target[dokumen.pk]}:
        if indikator_id in bahan.kamus:
            uid, butir = str(bahan.kamus[indikator_id].indikator.uid), pemakai.get(indikator_id)
            baris[f"target:{dokumen.uid}:{uid}"] = BarisTerpasang(
                indikator_uid=uid,
                simpul_uid=None if butir is None else str(butir.uid),
                alamat=alamat_simpul(dokumen, butir, "target"),
            )
    for butir in simpul:
        if butir.pk in bahan.pagu:
            baris[f"pagu:{butir.uid}"] = BarisTerpasang(
                simpul_uid=str(butir.uid), alamat=alamat_simpul(dokumen, butir, "pagu")
            )
    objek = ObjekTemuan("dokumen", str(dokumen.uid), dokumen.nama)
    return DokumenTerpasang(pemilik, objek, isi, baris, alamat_simpul(dokumen, None, ""))


def pohon(sasaran: SasaranTemuan) -> Iterable[DokumenTerpasang]:
    """The head's level of every unit's own tree; a thematic tree belongs to several units and is left out."""
    bahan, org = bahan_pohon(sasaran), organisasi(sasaran)
    for satu in bahan.pohon:
        if satu.jenis == JenisPohon.UNIT:
            yield from _tree(satu.pk, bahan, org)


def _tree(pohon_id: int, bahan: BahanPohon, org: Organisasi) -> Iterable[DokumenTerpasang]:
    satu = next(p for p in bahan.pohon if p.pk == pohon_id)
    pemilik = org.penerus.get(satu.unit_id, satu.unit_id)
    simpul = bahan.simpul[pohon_id]
    bentuk = tree_of_pohon(satu, simpul, bahan.indikator, bahan.dukungan, (), bahan.kamus, {}, None)
    objek = ObjekTemuan("pohon", str(satu.uid), label_pohon(satu))
    menurut_kode = {butir.kode: butir for butir in simpul}
    for isi in documents_of_tree(bentuk, kunci=str(satu.uid)):
        if isi.eselon != "II" or not isi.baris:
            continue
        # A node may have several indicators: each row gets an id of its own.
        bernomor = tuple(replace(b, id=f"{satu.uid}:{b.id}:{n}") for n, b in enumerate(isi.baris))
        baris = {
            str(baru.id): BarisTerpasang(
                indikator_uid=lama.identitas,
                simpul_uid=str(menurut_kode[str(lama.id)].uid),
                alamat=alamat_pohon(satu, menurut_kode[str(lama.id)], "target"),
            )
            for lama, baru in zip(isi.baris, bernomor, strict=True)
        }
        nama = replace(isi, nama="Pohon kinerja", entitas=org.nama(pemilik), baris=bernomor)
        yield DokumenTerpasang(pemilik, objek, nama, baris, alamat_pohon(satu, None, ""))
