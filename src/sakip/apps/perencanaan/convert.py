"""Rows of plans and trees to the types of `kinerja`. Nothing is read or computed here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from kinerja.periksa.dokumen.model import BarisAnggaran, BarisDokumen, DokumenKinerja
from kinerja.periksa.dokumen.model import JenisDokumen as JenisKinerja
from kinerja.pohon import IndikatorPohon, Lintas, SimpulPohon, Tingkat
from kinerja.pohon import Pohon as PohonKinerja
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import DataDasar, IndikatorVersi
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    JenisSimpul,
    Pohon,
)
from sakip.apps.perencanaan.selectors.pohon import ButirLintas

#: Directions and roll-ups as the pure rules call them; one that they do not know is left unknown.
POLARITAS = {
    "maks": "maks", "min": "min", "min_b": "min", "rentang": "rentang", "rentang_biaya": "rentang",
    "stabil": "stabil", "ordinal": "ordinal", "ambang": "ambang",
}  # fmt: skip
TIPE = {"rata_rata": "rata", "maksimum": "maks"}
#: How the rules between documents call the same roll-ups.
TIPE_DOKUMEN = {"kumulatif": "kumulatif", "jumlah": "non-kumulatif", "akhir": "posisi akhir"}
JENIS: Mapping[str, JenisKinerja] = {
    JenisDokumen.RPJMD: JenisKinerja.RPJMD,
    JenisDokumen.RENSTRA: JenisKinerja.RENSTRA,
    JenisDokumen.RKPD: JenisKinerja.RKT,
    JenisDokumen.RENJA: JenisKinerja.RENJA,
    JenisDokumen.IKU: JenisKinerja.IKU,
    JenisDokumen.RENAKSI: JenisKinerja.RENAKSI,
}
TRIWULAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
#: Links of step 5 as the tree rules name them.
TAUTAN = frozenset({JenisSimpul.PROGRAM, JenisSimpul.KEGIATAN, JenisSimpul.SUB_KEGIATAN})

#: indicator -> (year, quarter) -> target as printed; None where the document has an empty one
TargetIndikator = Mapping[int, Mapping[tuple[int, int | None], str | None]]


class ButirSimpul(NamedTuple):
    """A node of a plan as it is read for checking: only what the rules and their addresses need."""

    pk: int
    dokumen_id: int
    uid: UUID
    asal: UUID
    induk_id: int | None
    kode: str
    jenis: str
    pernyataan: str
    pj_unit_id: int | None


class ButirTarget(NamedTuple):
    """A target of a plan, read likewise."""

    dokumen_id: int
    indikator_id: int
    tahun: int
    triwulan: int | None
    jenis_nilai: str
    angka: Decimal | None
    bawah: Decimal | None
    atas: Decimal | None
    pembanding: str
    teks: str
    desimal: int | None
    pengali: Decimal | None


def teks_target(target: ButirTarget) -> str | None:
    """A target as printed; None where nothing is."""
    return nilai_of(target).teks or None


def id_of(simpul: ButirSimpul) -> str:
    """How messages name a node: its code, else a number of its own."""
    return f"{simpul.kode}" if simpul.kode else f"#{simpul.pk}"


def tree_of_dokumen(
    dokumen: Dokumen,
    simpul: Iterable[ButirSimpul],
    tautan: Mapping[int, Sequence[int]],
    kamus: Mapping[int, IndikatorVersi],
    dasar: Mapping[int, DataDasar],
    target: TargetIndikator,
    unit: Mapping[int, str],
) -> tuple[PohonKinerja, dict[str, ButirSimpul]]:
    """A plan as one tree, with the way back from its ids to the rows."""
    semua = list(simpul)
    ganda: dict[str, int] = {}
    for satu in semua:
        ganda[id_of(satu)] = ganda.get(id_of(satu), 0) + 1
    ident = {s.pk: id_of(s) if ganda[id_of(s)] == 1 else f"{s.jenis} {id_of(s)}" for s in semua}
    tahun = range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)
    butir = tuple(
        SimpulPohon(
            id=ident[satu.pk],
            induk=None if satu.induk_id is None else ident.get(satu.induk_id, f"#{satu.induk_id}"),
            tingkat=Tingkat(satu.jenis),
            pernyataan=satu.pernyataan,
            unit=None if satu.pj_unit_id is None else unit.get(satu.pj_unit_id),
            kode=satu.kode or None,
            indikator=tuple(
                _indikator(kamus[i], dasar.get(i), target.get(i, {}), tahun)
                for i in tautan.get(satu.pk, ())
                if i in kamus
            ),
        )
        for satu in semua
    )
    satu_tahun = dokumen.tahun_mulai if dokumen.tahun_mulai == dokumen.tahun_selesai else None
    pohon = PohonKinerja(butir, opd=unit.get(dokumen.unit_id), tahun=satu_tahun)
    return pohon, {ident[satu.pk]: satu for satu in semua}


def _indikator(
    versi: IndikatorVersi,
    dasar: DataDasar | None,
    target: Mapping[tuple[int, int | None], str | None],
    tahun: Iterable[int],
) -> IndikatorPohon:
    return IndikatorPohon(
        nama=versi.nama,
        kode=versi.indikator.kode,
        satuan=_satuan(versi) or None,
        target={satu: target.get((satu, None)) for satu in tahun},
        baseline=None if dasar is None else nilai_of(dasar).teks or None,
        polaritas=POLARITAS.get(versi.polaritas),
        rumus=versi.rumus or None,
        sumber=versi.sumber or None,
        tipe=TIPE.get(versi.agregasi_waktu, versi.agregasi_waktu),
        acuan=str(versi.indikator.uid),
    )


def _satuan(versi: IndikatorVersi) -> str:
    return "" if versi.satuan is None else versi.satuan.nama


class ButirPohon(NamedTuple):
    """A condition as it is read for checking: of thousands, only the columns that the rules look at.

    Identities are texts: findings name them as such, several times each.
    """

    pk: int
    pohon_id: int
    uid: str
    asal: str
    induk_id: int | None
    kode: str
    jenis: str
    pernyataan: str
    langkah: int
    pemilik_teks: str
    pemilik_unit_id: int | None
    pemilik_jabatan_id: int | None
    simpul_jenis: str | None
    simpul_kode: str | None


class ButirIndikator(NamedTuple):
    """An indicator of a condition, read likewise."""

    simpul_id: int
    indikator_id: int | None
    nama: str
    kode: str
    satuan_teks: str
    target_teks: str


def tree_of_pohon(
    pohon: Pohon,
    simpul: Sequence[ButirPohon],
    indikator: Mapping[int, Sequence[ButirIndikator]],
    dukungan: Mapping[int, Sequence[int]],
    lintas: Iterable[ButirLintas],
    kamus: Mapping[int, IndikatorVersi],
    unit: Mapping[int, str],
    kode_rencana: frozenset[str] | None,
) -> PohonKinerja:
    """A performance tree; its nodes are named by their codes, which are unique in a tree."""
    kode = {satu.pk: satu.kode for satu in simpul}
    milik = unit.get(pohon.unit_id)
    # A direction counts as a column of the tree only when the dictionary gives every indicator one.
    tertaut = all(isi.indikator_id in kamus for satu in simpul for isi in indikator.get(satu.pk, ()))
    butir = tuple(
        SimpulPohon(
            id=satu.kode,
            induk=None if satu.induk_id is None else kode.get(satu.induk_id, f"#{satu.induk_id}"),
            tingkat=Tingkat(satu.jenis),
            pernyataan=satu.pernyataan,
            pemilik=satu.pemilik_teks or (None if satu.pemilik_jabatan_id is None else "jabatan"),
            unit=None if satu.pemilik_unit_id is None else unit.get(satu.pemilik_unit_id),
            indikator=tuple(_indikator_pohon(isi, kamus, tertaut) for isi in indikator.get(satu.pk, ())),
            langkah=satu.langkah,
            induk_lain=tuple(kode[i] for i in dukungan.get(satu.pk, ()) if i in kode),
            tautan=_tautan(satu),
        )
        for satu in simpul
    )
    sisi = tuple(
        Lintas(dari=kode[satu.simpul_id], unit_ke=unit.get(satu.unit_tujuan_id), unit_dari=milik)
        for satu in lintas
        if satu.simpul_id in kode
    )
    return PohonKinerja(
        butir, opd=milik, tahun=pohon.tahun, langkah=pohon.langkah, lintas=sisi, kode_rencana=kode_rencana
    )


def _tautan(simpul: ButirPohon) -> dict[str, str]:
    if simpul.simpul_jenis not in TAUTAN or not simpul.simpul_kode:
        return {}
    return {simpul.simpul_jenis: simpul.simpul_kode}


def _indikator_pohon(
    isi: ButirIndikator, kamus: Mapping[int, IndikatorVersi], berarah: bool
) -> IndikatorPohon:
    """As the tree prints it; what only the dictionary knows comes from there."""
    versi = kamus.get(isi.indikator_id) if isi.indikator_id is not None else None
    return IndikatorPohon(
        nama=isi.nama,
        kode=isi.kode or None,
        satuan=isi.satuan_teks or (None if versi is None else _satuan(versi)) or None,
        target=isi.target_teks or None,
        polaritas=POLARITAS.get(versi.polaritas) if berarah and versi is not None else None,
        tipe=None if versi is None else TIPE.get(versi.agregasi_waktu, versi.agregasi_waktu),
        acuan=None if versi is None else str(versi.indikator.uid),
    )


def dokumen_kinerja(
    dokumen: Dokumen,
    *,
    entitas: str,
    tahun: int,
    simpul: Iterable[ButirSimpul],
    tautan: Mapping[int, Sequence[int]],
    kamus: Mapping[int, IndikatorVersi],
    target: TargetIndikator,
    pagu: Mapping[int, Mapping[int, Decimal]],
    kepala: Collection[int] = (),
) -> DokumenKinerja:
    """A plan as the rules between documents see it: its indicators with the targets of the year.

    `kepala` are the indicators of the head's level: an action plan also holds those of programmes, for which
    others answer.
    """
    semua = list(simpul)
    pemakai = {i: satu for satu in reversed(semua) for i in tautan.get(satu.pk, ())}
    hasil = {i for satu in semua if satu.jenis in _HASIL for i in tautan.get(satu.pk, ())}
    if dokumen.jenis == JenisDokumen.RENAKSI:
        dipakai: Iterable[int] = [i for i in dict.fromkeys([*pemakai, *target]) if not kepala or i in kepala]
    else:
        dipakai = (i for i in dict.fromkeys(reversed(list(pemakai))) if i in hasil)
    baris = tuple(
        row_of(
            kamus[i],
            ident=f"target:{dokumen.uid}:{kamus[i].indikator.uid}",
            sasaran=pemakai[i].pernyataan if i in pemakai else None,
            tahun=tahun,
            target=target.get(i, {}),
        )
        for i in dipakai
        if i in kamus and in_year(kamus[i], tahun)
    )
    return DokumenKinerja(
        nama=name_of(dokumen, tahun),
        jenis=JENIS[dokumen.jenis],
        entitas=entitas,
        tahun=None if dokumen.jenis == JenisDokumen.IKU else tahun,
        baris=baris,
        anggaran=_anggaran(semua, pagu, tahun),
        tahun_mulai=dokumen.tahun_mulai,
        tahun_akhir=dokumen.tahun_selesai,
        versi=dokumen.versi_ke,
        tanggal=None if dokumen.ditetapkan_pada is None else dokumen.ditetapkan_pada.isoformat(),
        id=str(dokumen.uid),
    )


def in_year(versi: IndikatorVersi, tahun: int) -> bool:
    """Whether an indicator is measured in the year: one that was replaced owes no target afterwards."""
    akhir = versi.berlaku_sampai
    return versi.berlaku_mulai.year <= tahun and (akhir is None or akhir > date(tahun, 1, 1))


_HASIL = (JenisSimpul.TUJUAN, JenisSimpul.SASARAN)


def name_of(dokumen: Dokumen, tahun: int) -> str:
    """Short: messages repeat it."""
    nama = dokumen.get_jenis_display()
    return f"{nama} {tahun}" if dokumen.tahun_mulai == dokumen.tahun_selesai else nama


def row_of(
    versi: IndikatorVersi,
    *,
    ident: str,
    sasaran: str | None,
    tahun: int,
    target: Mapping[tuple[int, int | None], str | None],
) -> BarisDokumen:
    """One indicator with its target of the year, those of other years, and the quarters."""
    lain = {thn: t for (thn, tw), t in target.items() if tw is None and thn != tahun}
    tw = {TRIWULAN[q]: t for (thn, q), t in target.items() if q is not None and thn == tahun}
    return BarisDokumen(
        indikator=versi.nama,
        sasaran=sasaran,
        satuan=_satuan(versi) or None,
        target=target.get((tahun, None)),
        target_tahun=lain,
        tw=tw,
        rumus=versi.rumus or None,
        sumber=versi.sumber or None,
        tipe=TIPE_DOKUMEN.get(versi.agregasi_waktu),
        polaritas=POLARITAS.get(versi.polaritas),
        id=ident,
        identitas=str(versi.indikator.uid),
    )


def _anggaran(
    simpul: Sequence[ButirSimpul], pagu: Mapping[int, Mapping[int, Decimal]], tahun: int
) -> tuple[BarisAnggaran, ...]:
    kode = {satu.pk: satu.kode for satu in simpul}
    return tuple(
        BarisAnggaran(
            nama=satu.pernyataan,
            pagu=pagu[satu.pk][tahun],
            jenis=satu.jenis,
            kode=satu.kode or None,
            induk=kode.get(satu.induk_id or 0) or None,
            id=f"pagu:{satu.uid}",
        )
        for satu in simpul
        if tahun in pagu.get(satu.pk, {})
    )


def iku_of_kamus(
    versi: Collection[IndikatorVersi], *, entitas: str, tahun: int, mulai: date | None, ident: str
) -> DokumenKinerja:
    """The set of IKU as the dictionary marks it, where no decree is kept as a document."""
    return DokumenKinerja(
        nama="IKU",
        jenis=JenisKinerja.IKU,
        entitas=entitas,
        tahun=None,
        baris=tuple(
            BarisDokumen(
                indikator=satu.nama,
                satuan=_satuan(satu) or None,
                rumus=satu.rumus or None,
                sumber=satu.sumber or None,
                polaritas=POLARITAS.get(satu.polaritas),
                id=f"iku:{satu.indikator.uid}",
                identitas=str(satu.indikator.uid),
            )
            for satu in versi
        ),
        tahun_mulai=tahun if mulai is None else mulai.year,
        id=ident,
    )
