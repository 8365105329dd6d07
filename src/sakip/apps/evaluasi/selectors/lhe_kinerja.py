"""What an LHE says of the unit's own performance: its documents in force and what was achieved."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import override

from kinerja.nilai import JenisNilai, Nilai
from kinerja.nilai.bentuk import format_angka
from sakip.apps.evaluasi.models import LembarKerja
from sakip.apps.evaluasi.selectors.konteks import CapaianLHE, IndikatorLHE
from sakip.apps.pengukuran.selectors import BarisKinerja, kinerja_unit
from sakip.apps.perencanaan.selectors import dokumen_berlaku
from sakip.apps.perjanjian.selectors import pk_berlaku

_BERANGKA = {JenisNilai.ANGKA, JenisNilai.PERSEN, JenisNilai.RUPIAH}


def long_date(hari: date) -> str:
    """A date in words, in the language of the document whatever the reader's."""
    with override("id"):
        return date_format(hari, "j F Y")


def documents_of(lembar: LembarKerja) -> tuple[str, ...]:
    """The performance documents of the year that are in force, named with period or date."""
    tahun = lembar.evaluasi.tahun
    hasil = []
    for dokumen in dokumen_berlaku(lembar.unit, tahun):
        sama = dokumen.tahun_mulai == dokumen.tahun_selesai
        masa = f"{dokumen.tahun_mulai}" if sama else f"{dokumen.tahun_mulai}–{dokumen.tahun_selesai}"
        disebut = all(str(t) in dokumen.nama for t in (dokumen.tahun_mulai, dokumen.tahun_selesai))
        hasil.append(dokumen.nama if disebut else f"{dokumen.nama} {masa}")
    pk = pk_berlaku(lembar.unit, tahun)
    if pk is not None:
        tanda = f", ditandatangani {long_date(pk.ditandatangani_pada)}" if pk.ditandatangani_pada else ""
        hasil.append(f"Perjanjian Kinerja {tahun}{tanda}")
    return tuple(hasil)


def achievement_of(lembar: LembarKerja) -> CapaianLHE | None:
    kinerja = kinerja_unit(unit=lembar.unit, tahun=lembar.evaluasi.tahun)
    baris = {satu.indikator.pk: satu for satu in kinerja.semua_baris if satu.wajib}
    if not baris:
        return None
    rata = kinerja.rata
    return CapaianLHE(
        rata=None if rata.cetak is None else f"{rata.cetak:f}",
        kategori="" if rata.kategori is None else rata.kategori.nama,
        terukur=rata.n_dihitung,
        dari=rata.n_wajib,
        indikator=tuple(_indicator(satu) for satu in baris.values()),
    )


def _indicator(baris: BarisKinerja) -> IndikatorLHE:
    hasil = baris.hasil
    return IndikatorLHE(
        nama=baris.versi.nama,
        satuan=baris.satuan,
        target=_nilai(baris.target),
        realisasi=_nilai(baris.realisasi),
        capaian=None if hasil.cetak is None else f"{hasil.cetak:f}",
        kategori="" if hasil.kategori is None else hasil.kategori.nama,
    )


def _nilai(nilai: Nilai | None) -> str:
    """As it was written; a computed figure with at most four decimals."""
    if nilai is None or not nilai.dilaporkan:
        return ""
    if nilai.jenis in _BERANGKA and nilai.angka is not None and nilai.pengali is None:
        desimal = max(0, -int(nilai.angka.normalize().as_tuple().exponent))
        return format_angka(nilai.angka, min(max(desimal, nilai.desimal or 0), 4))
    return nilai.teks
