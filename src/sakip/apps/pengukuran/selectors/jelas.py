"""Why a figure is what it is: formula, inputs, documents, versions, steps and evidence."""

from dataclasses import replace

from kinerja.capaian import AturanCapaian, HasilCapaian, Polaritas, compute_capaian
from kinerja.capaian.penjelasan import format_id
from sakip.apps.datakinerja.convert import aturan_of
from sakip.apps.datakinerja.models import Bukti, Indikator
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.pengukuran.bacaan import Penjelasan
from sakip.apps.pengukuran.hitung import akhir_periode, compute_periode
from sakip.apps.pengukuran.isian import load_isian
from sakip.apps.pengukuran.models import Capaian, LangkahRealisasi, Realisasi, RealisasiVersi
from sakip.apps.pengukuran.selectors.pedoman import pedoman_pada
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.apps.pengukuran.targets import load_targets
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import versi_unit

_SEBALIKNYA = {Polaritas.MIN: (Polaritas.MIN_B, "B"), Polaritas.MIN_B: (Polaritas.MIN, "A")}


def jelaskan(*, realisasi: Realisasi) -> Penjelasan:
    """Everything behind the achievement of one slot."""
    return jelaskan_periode(
        indikator=realisasi.indikator,
        unit=realisasi.unit,
        tahun=realisasi.tahun,
        triwulan=realisasi.triwulan,
    )


def jelaskan_periode(*, indikator: Indikator, unit: Unit, tahun: int, triwulan: int | None) -> Penjelasan:
    """Everything behind the achievement of a period, also of a year that its quarters make."""
    akhir = akhir_periode(tahun)
    pedoman = pedoman_pada(unit.instansi_id, akhir)
    pendahulu = load_silsilah(unit.instansi_id).pendahulu_pada(tahun)
    versi = versi_pada([indikator.pk], akhir)[indikator.pk]
    target = load_targets(
        instansi_id=unit.instansi_id,
        unit_ids=[unit.pk],
        tahun=tahun,
        indikator_ids=[indikator.pk],
        pendahulu=pendahulu,
    )
    isian = load_isian(unit_ids=[unit.pk], tahun=tahun, pendahulu=pendahulu, indikator_ids=[indikator.pk])
    aturan = aturan_of(versi, pedoman.skala.id)
    hitungan = compute_periode(
        versi=versi,
        aturan=aturan,
        isian=isian.get((unit.pk, indikator.pk), {}),
        target=lambda tw: target.find(indikator.pk, unit.pk, tw),
        triwulan=triwulan,
    )
    slot = None if hitungan.isian is None else hitungan.isian.realisasi_id
    riwayat = _versi(slot)
    tersimpan = Capaian.objects.filter(indikator=indikator, unit=unit, tahun=tahun, triwulan=triwulan).first()
    nama = versi_unit(unit, akhir_periode(tahun, triwulan))
    return Penjelasan(
        indikator=indikator,
        versi_indikator=versi,
        unit=unit,
        nama_unit=unit.kode if nama is None else nama.nama,
        tahun=tahun,
        triwulan=triwulan,
        satuan="" if versi.satuan is None else str(versi.satuan),
        hasil=hitungan.hasil,
        waktu=hitungan.waktu,
        target=hitungan.target,
        realisasi=riwayat[0].realisasi if riwayat else None,
        terakhir=riwayat[0] if riwayat else None,
        versi=riwayat,
        langkah=_langkah(slot),
        bukti=_bukti(unit, indikator, tahun, triwulan),
        pedoman=pedoman,
        tersimpan=None if tersimpan is None else tersimpan.terbatas,
        tercetak="" if tersimpan is None else tersimpan.tercetak,
        rumus_lain=describe_alternative(aturan, hitungan.hasil),
    )


def describe_alternative(aturan: AturanCapaian, hasil: HasilCapaian) -> str:
    """What the other minimise formula would give: both are in use, and far from the target they differ."""
    if aturan.polaritas not in _SEBALIKNYA or hasil.mentah is None:
        return ""
    lain, huruf = _SEBALIKNYA[aturan.polaritas]
    banding = compute_capaian(
        aturan=replace(aturan, polaritas=lain, sumber=""), target=hasil.target, realisasi=hasil.realisasi
    )
    if banding.cetak is None or banding.cetak == hasil.cetak:
        return ""
    return (
        f"Dengan rumus {huruf} hasilnya {format_id(banding.cetak, aturan.desimal)}%. "
        "Keduanya dipakai; satu dokumen dan tahun memakai satu rumus."
    )


def _versi(realisasi_id: int | None) -> tuple[RealisasiVersi, ...]:
    if realisasi_id is None:
        return ()
    versi = RealisasiVersi.objects.filter(realisasi_id=realisasi_id).order_by("-versi_ke")
    return tuple(versi.select_related("realisasi", "oleh"))


def _langkah(realisasi_id: int | None) -> tuple[LangkahRealisasi, ...]:
    if realisasi_id is None:
        return ()
    langkah = LangkahRealisasi.objects.filter(realisasi_id=realisasi_id)
    return tuple(langkah.select_related("oleh").order_by("id"))


def _bukti(unit: Unit, indikator: Indikator, tahun: int, triwulan: int | None) -> tuple[Bukti, ...]:
    """Evidence of the period; a year is proven by that of its quarters too."""
    bukti = Bukti.objects.filter(
        realisasi_set__realisasi__unit=unit,
        realisasi_set__realisasi__indikator=indikator,
        realisasi_set__realisasi__tahun=tahun,
    )
    if triwulan is not None:
        bukti = bukti.filter(realisasi_set__realisasi__triwulan=triwulan)
    return tuple(bukti.select_related("berkas").distinct())
