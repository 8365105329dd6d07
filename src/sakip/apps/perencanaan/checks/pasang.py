"""Findings of the pure tree rules, put on the rows they speak of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.pohon import Pohon as PohonKinerja
from kinerja.pohon import Temuan, all_aturan, lint
from sakip.apps.perencanaan.checks.alamat import alamat_indikator, alamat_pohon, alamat_simpul
from sakip.apps.perencanaan.checks.bahan import BahanDokumen, BahanPohon, Organisasi
from sakip.apps.perencanaan.checks.ingat import Ingatan
from sakip.apps.perencanaan.convert import ButirPohon, ButirSimpul, tree_of_dokumen, tree_of_pohon
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Pohon
from sakip.platform.temuan.model import ObjekTemuan, TemuanTerpasang, TingkatTemuan, build_kunci
from sakip.platform.temuan.models import PengakuanTemuan

#: (node, wording of an indicator) -> its identity
Acuan = Mapping[tuple[str, str], str]
JUDUL = {satu.kode: satu.judul for satu in all_aturan()}
#: A larger tree is checked anew: to tell that it is the same costs nearly as much.
INGAT_TERBESAR = 1000
_INGAT = Ingatan[tuple[Temuan, ...]](256)
#: Worked out once: an enum builds its list of values anew each time.
TINGKAT = tuple(TingkatTemuan.values)
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
        for temuan in _lint(pohon):
            if temuan.kode in BENTUK_CASCADING and (
                dokumen.jenis == JenisDokumen.RPJMD or "program" not in rinci
            ):
                continue
            yield _on_dokumen(temuan, acuan, dokumen, simpul, pemilik)


def _on_dokumen(
    temuan: Temuan, acuan: Acuan, dokumen: Dokumen, simpul: Mapping[str, ButirSimpul], pemilik: int
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
    for satu in _trees(bahan, organisasi):
        for temuan in satu.temuan:
            yield satu.install(temuan)


def count_pohon(
    bahan: BahanPohon, organisasi: Organisasi, diakui: Mapping[str, PengakuanTemuan]
) -> dict[str, dict[str, int]]:
    """Open findings of the trees by condition and severity.

    Of thousands of findings only those that somebody accepted are written out: a number needs no sentence.
    """
    hitung: dict[str, dict[str, int]] = {}
    for satu in _trees(bahan, organisasi):
        terhitung: set[str] = set()
        for temuan in satu.temuan:
            butir, kunci = satu.butir_of(temuan), satu.kunci_of(temuan)
            if butir is None or kunci in terhitung:
                continue
            terhitung.add(kunci)
            pengakuan = diakui.get(kunci)
            if pengakuan is not None and pengakuan.sidik == satu.install(temuan).sidik:
                continue
            jumlah = hitung.get(butir.uid)
            if jumlah is None:
                jumlah = hitung[butir.uid] = dict.fromkeys(TINGKAT, 0)
            jumlah[temuan.tingkat.value] += 1
    return hitung


@dataclass(frozen=True, slots=True)
class PohonDiperiksa:
    """One tree with what the rules found on it, and the way back to its rows."""

    pohon: Pohon
    objek: ObjekTemuan
    simpul: Mapping[str, ButirPohon]
    pemilik: int
    acuan: Acuan
    temuan: tuple[Temuan, ...]

    def butir_of(self, temuan: Temuan) -> ButirPohon | None:
        return None if temuan.simpul is None else self.simpul.get(temuan.simpul)

    def kunci_of(self, temuan: Temuan) -> str:
        butir = self.butir_of(temuan)
        return build_kunci(
            temuan.kode,
            self.objek.uid if butir is None else butir.asal,
            temuan.bidang,
            _acuan(self.acuan, temuan) or temuan.indikator,
        )

    def install(self, temuan: Temuan) -> TemuanTerpasang:
        butir = self.butir_of(temuan)
        return TemuanTerpasang(
            kode=temuan.kode,
            tingkat=temuan.tingkat.value,
            judul=JUDUL[temuan.kode],
            pesan=temuan.pesan,
            objek=self.objek,
            unit_id=self.pemilik,
            kunci=self.kunci_of(temuan),
            bidang=temuan.bidang,
            simpul_uid=None if butir is None else butir.uid,
            indikator_uid=_acuan(self.acuan, temuan),
            label=temuan.indikator or (self.objek.label if butir is None else butir.pernyataan),
            alamat=alamat_pohon(self.pohon, butir, temuan.bidang),
            dasar=temuan.dasar,
            menyentuh=frozenset({self.objek.uid}),
            isi=() if butir is None else (butir.pernyataan,),
        )


def _trees(bahan: BahanPohon, organisasi: Organisasi) -> Iterable[PohonDiperiksa]:
    unit = {pk: versi.unit.kode for pk, versi in organisasi.versi.items()}
    for pohon in bahan.pohon:
        simpul = bahan.simpul[pohon.pk]
        lintas = bahan.lintas.get(pohon.pk, ())
        bentuk = tree_of_pohon(
            pohon, simpul, bahan.indikator, bahan.dukungan, lintas, bahan.kamus, unit, bahan.kode_rencana
        )
        yield PohonDiperiksa(
            pohon=pohon,
            objek=ObjekTemuan("pohon", str(pohon.uid), label_pohon(pohon)),
            simpul={satu.kode: satu for satu in simpul},
            pemilik=organisasi.penerus.get(pohon.unit_id, pohon.unit_id),
            acuan=_identities(bentuk),
            temuan=_lint(bentuk),
        )


def _lint(pohon: PohonKinerja) -> tuple[Temuan, ...]:
    if len(pohon.simpul) > INGAT_TERBESAR:
        return lint(pohon)
    return _INGAT.recall(pohon, lambda: lint(pohon))


def label_pohon(pohon: Pohon) -> str:
    return f"Pohon kinerja {pohon.nama} {pohon.tahun}"


def _acuan(acuan: Acuan, temuan: Temuan) -> str | None:
    """The identity of the indicator that a finding names by its wording."""
    if temuan.indikator is None or temuan.simpul is None:
        return None
    return acuan.get((temuan.simpul, temuan.indikator))


def _identities(pohon: PohonKinerja) -> Acuan:
    return {(s.id, i.nama): i.acuan for s in pohon.simpul for i in s.indikator if i.acuan is not None}
