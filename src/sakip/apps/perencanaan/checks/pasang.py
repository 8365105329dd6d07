"""Findings of the pure tree rules, put on the rows they speak of."""

from collections.abc import Iterable, Mapping

from kinerja.pohon import Pohon as PohonKinerja
from kinerja.pohon import Temuan, all_aturan, lint
from sakip.apps.perencanaan.checks.alamat import alamat_indikator, alamat_pohon, alamat_simpul
from sakip.apps.perencanaan.checks.bahan import BahanDokumen, BahanPohon, Organisasi
from sakip.apps.perencanaan.convert import ButirPohon, tree_of_dokumen, tree_of_pohon
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Pohon, Simpul
from sakip.platform.temuan.model import ObjekTemuan, TemuanTerpasang, build_kunci

#: (node, wording of an indicator) -> its identity
Acuan = Mapping[tuple[str, str], str]
JUDUL = {satu.kode: satu.judul for satu in all_aturan()}
#: Fields that the dictionary fixes, whatever document the indicator stands in.
BIDANG_KAMUS = frozenset({"nama", "satuan", "polaritas", "sumber", "rumus"})
#: An action plan or a list of IKU is no tree: it has no levels to hold against each other.
BUKAN_POHON = (JenisDokumen.RENAKSI, JenisDokumen.IKU)
#: Rules about the shape of a cascade; the government's plan ends where those of its units begin.
BENTUK_CASCADING = frozenset({"POH015", "POH016"})


def lint_dokumen(bahan: BahanDokumen, organisasi: Organisasi) -> Iterable[TemuanTerpasang]:
    """Every finding of the tree rules on some plans."""
    unit = {pk: versi.unit.kode for pk, versi in organisasi.versi.items()}
    for dokumen in bahan.dokumen:
        if dokumen.jenis in BUKAN_POHON or not bahan.simpul[dokumen.pk]:
            continue
        target = bahan.target[dokumen.pk]
        pohon, simpul = tree_of_dokumen(
            dokumen, bahan.simpul[dokumen.pk], bahan.tautan, bahan.kamus, bahan.dasar, target, unit
        )
        pemilik = organisasi.penerus.get(dokumen.unit_id, dokumen.unit_id)
        rinci = {satu.jenis for satu in bahan.simpul[dokumen.pk]}
        acuan = _identities(pohon)
        for temuan in lint(pohon):
            if temuan.kode in BENTUK_CASCADING and (
                dokumen.jenis == JenisDokumen.RPJMD or "program" not in rinci
            ):
                continue
            yield _on_dokumen(temuan, acuan, dokumen, simpul, pemilik)


def _on_dokumen(
    temuan: Temuan, acuan: Acuan, dokumen: Dokumen, simpul: Mapping[str, Simpul], pemilik: int
) -> TemuanTerpasang:
    butir = None if temuan.simpul is None else simpul.get(temuan.simpul)
    indikator = _acuan(acuan, temuan)
    if indikator is not None and temuan.bidang in BIDANG_KAMUS:
        alamat = alamat_indikator(indikator, temuan.bidang)
    else:
        alamat = alamat_simpul(dokumen, butir, temuan.bidang)
    return TemuanTerpasang(
        kode=temuan.kode,
        tingkat=temuan.tingkat.value,
        judul=JUDUL[temuan.kode],
        pesan=temuan.pesan,
        objek=ObjekTemuan("dokumen", str(dokumen.uid), dokumen.nama),
        unit_id=pemilik,
        # `asal` is the lineage: an acknowledgement goes on to the next version of the plan.
        kunci=build_kunci(
            temuan.kode,
            str(dokumen.uid) if butir is None else str(butir.asal),
            temuan.bidang,
            indikator or temuan.indikator,
        ),
        bidang=temuan.bidang,
        simpul_uid=None if butir is None else str(butir.uid),
        indikator_uid=indikator,
        label=temuan.indikator or (dokumen.nama if butir is None else butir.pernyataan),
        alamat=alamat,
        dasar=temuan.dasar,
        menyentuh=frozenset({str(dokumen.uid)}),
        isi=() if butir is None else (butir.pernyataan,),
    )


def lint_pohon(bahan: BahanPohon, organisasi: Organisasi) -> Iterable[TemuanTerpasang]:
    """Every finding of the tree rules on some performance trees."""
    unit = {pk: versi.unit.kode for pk, versi in organisasi.versi.items()}
    for pohon in bahan.pohon:
        simpul = bahan.simpul[pohon.pk]
        lintas = bahan.lintas.get(pohon.pk, ())
        bentuk = tree_of_pohon(
            pohon, simpul, bahan.indikator, bahan.dukungan, lintas, bahan.kamus, unit, bahan.kode_rencana
        )
        menurut_kode = {satu.kode: satu for satu in simpul}
        pemilik = organisasi.penerus.get(pohon.unit_id, pohon.unit_id)
        acuan = _identities(bentuk)
        for temuan in lint(bentuk):
            yield _on_pohon(temuan, acuan, pohon, menurut_kode, pemilik)


def _on_pohon(
    temuan: Temuan, acuan: Acuan, pohon: Pohon, simpul: Mapping[str, ButirPohon], pemilik: int
) -> TemuanTerpasang:
    butir = None if temuan.simpul is None else simpul.get(temuan.simpul)
    indikator = _acuan(acuan, temuan)
    return TemuanTerpasang(
        kode=temuan.kode,
        tingkat=temuan.tingkat.value,
        judul=JUDUL[temuan.kode],
        pesan=temuan.pesan,
        objek=ObjekTemuan("pohon", str(pohon.uid), label_pohon(pohon)),
        unit_id=pemilik,
        kunci=build_kunci(
            temuan.kode,
            str(pohon.uid) if butir is None else str(butir.asal),
            temuan.bidang,
            indikator or temuan.indikator,
        ),
        bidang=temuan.bidang,
        simpul_uid=None if butir is None else str(butir.uid),
        indikator_uid=indikator,
        label=temuan.indikator or (label_pohon(pohon) if butir is None else butir.pernyataan),
        alamat=alamat_pohon(pohon, butir, temuan.bidang),
        dasar=temuan.dasar,
        menyentuh=frozenset({str(pohon.uid)}),
        isi=() if butir is None else (butir.pernyataan,),
    )


def label_pohon(pohon: Pohon) -> str:
    return f"Pohon kinerja {pohon.nama} {pohon.tahun}"


def _acuan(acuan: Acuan, temuan: Temuan) -> str | None:
    """The identity of the indicator that a finding names by its wording."""
    if temuan.indikator is None or temuan.simpul is None:
        return None
    return acuan.get((temuan.simpul, temuan.indikator))


def _identities(pohon: PohonKinerja) -> Acuan:
    return {(s.id, i.nama): i.acuan for s in pohon.simpul for i in s.indikator if i.acuan is not None}
