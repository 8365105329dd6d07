"""A unit's year: every indicator it owes, with target, realisasi, achievement and past years."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.agregasi import HasilAgregasi
from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import aturan_of, nilai_from_json
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.pengukuran.bacaan import BarisKinerja, KelompokSasaran, KinerjaUnit, Pedoman, TargetBerlaku
from sakip.apps.pengukuran.gulung import count_sebaran, group_simpul, roll_up
from sakip.apps.pengukuran.hitung import Isian, akhir_periode, compute_periode
from sakip.apps.pengukuran.isian import load_isian
from sakip.apps.pengukuran.models import Capaian
from sakip.apps.pengukuran.selectors.pedoman import build_pedoman, pedoman_pada, pedoman_subquery
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.pengukuran.targets import DaftarTarget, load_targets
from sakip.apps.pengukuran.wajib import DaftarWajib, add_tanpa_rencana, build_wajib, load_tautan
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL
from sakip.apps.perjanjian.selectors import baris_berlaku
from sakip.platform.organisasi.models import Unit, UnitVersi

TAHUN_TREN = 5
#: indikator -> year -> (achievement row of the year)
Riwayat = dict[int, dict[int, Capaian]]


def kinerja_unit(
    *,
    unit: Unit,
    tahun: int,
    triwulan: int | None = None,
    pada: date | None = None,
    tingkat: Collection[str] = TINGKAT_HASIL,
) -> KinerjaUnit:
    """The unit's figures of a year, or of the year up to a quarter, in eight queries.

    `pada` only chooses the unit's name and place; the rule of measuring is that of the year's last day,
    because a year is measured by one rule.
    """
    pada = pada or akhir_periode(tahun, triwulan)
    versi_unit, pedoman = _unit_pada(unit, pada, akhir_periode(tahun))
    silsilah = load_silsilah(unit.instansi_id)
    pendahulu = silsilah.pendahulu_pada(tahun)
    asal = [unit.pk, *pendahulu.get(unit.pk, ())]
    pk_baris = baris_berlaku([unit.pk], tahun)
    tautan = load_tautan(asal, tahun, tingkat)
    daftar = build_wajib(
        unit_ids=[unit.pk], tingkat=tingkat, pendahulu=pendahulu, tautan=tautan, pk_baris=pk_baris
    )
    if not daftar[unit.pk].butir:
        add_tanpa_rencana(daftar, tingkat, tahun=tahun)
    wajib = daftar[unit.pk]
    indikator_ids = wajib.indikator_ids
    bahan = _Bahan(
        versi=versi_pada(indikator_ids, akhir_periode(tahun)),
        target=load_targets(
            instansi_id=unit.instansi_id,
            unit_ids=[unit.pk],
            tahun=tahun,
            indikator_ids=indikator_ids,
            pendahulu=pendahulu,
            pk_baris=pk_baris,
        ),
        isian=load_isian(
            unit_ids=[unit.pk],
            tahun=tahun,
            pendahulu=pendahulu,
            indikator_ids=indikator_ids,
            dengan_bukti=True,
        ),
        riwayat=_load_riwayat([unit.pk, *silsilah.pendahulu.get(unit.pk, ())], indikator_ids, tahun),
        pedoman=pedoman,
    )
    return _build(unit, versi_unit, tahun, triwulan, pada, wajib, bahan)


@dataclass(frozen=True, slots=True)
class _Bahan:
    """Rows that were read once for the whole page."""

    versi: Mapping[int, IndikatorVersi]
    target: DaftarTarget
    isian: Mapping[tuple[int, int], Mapping[int | None, Isian]]
    riwayat: Riwayat
    pedoman: Pedoman


def _build(
    unit: Unit,
    versi_unit: UnitVersi | None,
    tahun: int,
    triwulan: int | None,
    pada: date,
    wajib: DaftarWajib,
    bahan: _Bahan,
) -> KinerjaUnit:
    isi = [
        tuple(
            _baris(unit, tahun, triwulan, satu, bahan) for satu in butir.indikator_ids if satu in bahan.versi
        )
        for butir in wajib.butir
    ]
    rata = _roll_up(unit, versi_unit, wajib, isi, bahan.pedoman)
    kelompok = tuple(
        KelompokSasaran(butir.simpul, butir.pernyataan, butir.jenis, baris, hasil)
        for butir, baris, hasil in zip(wajib.butir, isi, rata.anak, strict=True)
    )
    semua = [baris.hasil for baris_kelompok in isi for baris in baris_kelompok]
    return KinerjaUnit(
        unit=unit,
        versi_unit=versi_unit,
        tahun=tahun,
        triwulan=triwulan,
        pada=pada,
        kelompok=kelompok,
        rata=rata,
        n_terukur=rata.n_dihitung,
        n_wajib=rata.n_wajib,
        sebaran=count_sebaran(semua, bahan.pedoman),
        pk=wajib.pk,
        dokumen=wajib.dokumen,
        pedoman=bahan.pedoman,
    )


def _roll_up(
    unit: Unit,
    versi_unit: UnitVersi | None,
    wajib: DaftarWajib,
    isi: Sequence[Sequence[BarisKinerja]],
    pedoman: Pedoman,
) -> HasilAgregasi:
    kelompok = [
        group_simpul(
            str(urut),
            butir.pernyataan,
            butir.jenis,
            [(str(baris.indikator.uid), baris.versi.nama, baris.hasil) for baris in barisan],
        )
        for urut, (butir, barisan) in enumerate(zip(wajib.butir, isi, strict=True))
    ]
    return roll_up(str(unit.uid), unit.kode if versi_unit is None else versi_unit.nama, kelompok, pedoman)


def _baris(unit: Unit, tahun: int, triwulan: int | None, indikator_id: int, bahan: _Bahan) -> BarisKinerja:
    versi = bahan.versi[indikator_id]
    isian = bahan.isian.get((unit.pk, indikator_id), {})
    hitungan = compute_periode(
        versi=versi,
        aturan=aturan_of(versi, bahan.pedoman.skala.id),
        isian=isian,
        target=lambda tw: bahan.target.find(indikator_id, unit.pk, tw),
        triwulan=triwulan,
    )
    satu = hitungan.isian or _wakil(isian, triwulan)
    tahunan = bahan.target.find(indikator_id, unit.pk, None)
    riwayat = bahan.riwayat.get(indikator_id, {})
    return BarisKinerja(
        indikator=versi.indikator,
        versi=versi,
        satuan="" if versi.satuan is None else str(versi.satuan),
        target_tahun=_nilai(tahunan),
        target=_nilai(hitungan.target),
        sumber_target="" if hitungan.target is None else hitungan.target.sumber,
        target_berlaku=hitungan.target,
        realisasi=hitungan.hasil.realisasi if hitungan.hasil.realisasi.dilaporkan else None,
        keadaan=Keadaan.BELUM_DILAPORKAN.value if satu is None else satu.keadaan,
        alasan="" if satu is None else satu.alasan,
        status="" if satu is None else satu.status,
        sementara=bool(satu and satu.sementara) or bool(hitungan.waktu and hitungan.waktu.kosong),
        hasil=hitungan.hasil,
        waktu=hitungan.waktu,
        tren=tuple((thn, baris.terbatas) for thn, baris in sorted(riwayat.items()) if thn < tahun),
        riwayat_realisasi=_riwayat_realisasi(riwayat, tahun),
        jumlah_bukti=sum(tw.jumlah_bukti for tw in _sumbangan(isian, triwulan)),
        realisasi_uid=None if satu is None else satu.realisasi_uid,
        versi_ke=0 if satu is None else satu.versi_ke,
        tercetak=riwayat[tahun].tercetak if triwulan is None and tahun in riwayat else "",
        sumber="" if satu is None else satu.sumber,
        sebab="" if satu is None else satu.sebab,
        kendala="" if satu is None else satu.kendala,
        tindak_lanjut="" if satu is None else satu.tindak_lanjut,
        catatan="" if satu is None else satu.catatan,
    )


def _wakil(isian: Mapping[int | None, Isian], triwulan: int | None) -> Isian | None:
    """A year without a figure of its own is spoken for by its last quarter."""
    if triwulan is not None:
        return None
    ada = [tw for tw in isian if tw is not None and isian[tw].nilai.dilaporkan] or [tw for tw in isian if tw]
    return isian[max(ada)] if ada else None


def _sumbangan(isian: Mapping[int | None, Isian], triwulan: int | None) -> Iterable[Isian]:
    """The slots whose evidence belongs to a period."""
    return (satu for tw, satu in isian.items() if triwulan is None or tw == triwulan)


def _nilai(target: TargetBerlaku | None) -> Nilai | None:
    return None if target is None else target.nilai


def _riwayat_realisasi(riwayat: Mapping[int, Capaian], tahun: int) -> tuple[tuple[int, Nilai | None], ...]:
    return tuple(
        (thn, nilai_from_json(baris.dipakai["nilai"]) if baris.dipakai.get("nilai") else None)
        for thn, baris in sorted(riwayat.items())
        if thn < tahun
    )


def _load_riwayat(asal: Sequence[int], indikator_ids: Collection[int], tahun: int) -> Riwayat:
    """Annual achievements of this year and the five before it; the unit's own go before its predecessors'."""
    baris = Capaian.objects.filter(
        unit_id__in=asal,
        indikator_id__in=indikator_ids,
        tahun__gte=tahun - TAHUN_TREN,
        tahun__lte=tahun,
        triwulan__isnull=True,
    ).only("indikator_id", "unit_id", "tahun", "terbatas", "dipakai", "tercetak")
    hasil: Riwayat = {}
    for satu in sorted(baris, key=lambda satu: -asal.index(satu.unit_id)):
        hasil.setdefault(satu.indikator_id, {})[satu.tahun] = satu
    return hasil


def _unit_pada(unit: Unit, pada: date, akhir_tahun: date) -> tuple[UnitVersi | None, Pedoman]:
    """The unit's version (the last begun, else the first), and the rule of measuring, in one query."""
    versi = list(
        UnitVersi.objects.filter(unit_id=unit.pk)
        .select_related("induk")
        .annotate(pedoman=pedoman_subquery("instansi_id", akhir_tahun))
        .order_by("berlaku_mulai")
    )
    if not versi:
        return None, pedoman_pada(unit.instansi_id, akhir_tahun)
    mulai = [satu for satu in versi if satu.berlaku_mulai <= pada]
    return (mulai[-1] if mulai else versi[0]), build_pedoman(versi[0].pedoman)
