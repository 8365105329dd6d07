"""An average and the parts that made it, each with the address of its own explanation."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.agregasi import HasilAgregasi
from kinerja.capaian import Kategori
from sakip.apps.pengukuran.bacaan import KelompokSasaran, KinerjaUnit, Pedoman, RekapInstansi
from sakip.web.pengukuran.alamat import alamat_unit, url_rata_unit
from sakip.web.periode import Periode


@dataclass(frozen=True, slots=True)
class BagianRata:
    """One child of an average. Without a value it is left out, for the reason given."""

    nama: str
    nilai: Decimal | None
    kategori: Kategori | None
    url: str
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class Rata:
    apa: str
    nama: str
    hasil: HasilAgregasi
    dihitung: tuple[BagianRata, ...]
    dikeluarkan: tuple[BagianRata, ...]
    pedoman: Pedoman
    url_kembali: str
    nama_kembali: str

    @property
    def judul(self) -> str:
        if self.hasil.cetak is None:
            return _("Mengapa belum ada rata-rata?")
        return _("Mengapa %(angka)s?") % {"angka": f"{self.hasil.cetak:f}".replace(".", ",")}


def build_rata_kelompok(
    kinerja: KinerjaUnit, kelompok: KelompokSasaran, periode: Periode, tampil: str
) -> Rata:
    alamat = alamat_unit(kinerja.unit, periode, tampil)
    bagian = [
        BagianRata(b.versi.nama, b.capaian, b.kategori, alamat.baris(b), b.hasil.pesan or "")
        for b in kelompok.baris
    ]
    return _rata(
        _("Rata-rata %(jenis)s") % {"jenis": _jenis(kelompok)}, kelompok.rata, bagian, kinerja, periode
    )


def build_rata_unit(kinerja: KinerjaUnit, periode: Periode, tampil: str) -> Rata:
    alamat = alamat_unit(kinerja.unit, periode, tampil)
    bagian = [
        BagianRata(
            k.pernyataan,
            k.rata.nilai,
            k.kategori,
            alamat.kelompok(k) if k.simpul is not None else "",
            "" if k.rata.nilai is not None else _("belum ada indikator yang terukur"),
        )
        for k in kinerja.kelompok
    ]
    return _rata(_("Rata-rata unit"), kinerja.rata, bagian, kinerja, periode)


def _rata(
    apa: str, hasil: HasilAgregasi, bagian: list[BagianRata], kinerja: KinerjaUnit, periode: Periode
) -> Rata:
    return Rata(
        apa=apa,
        nama=hasil.nama,
        hasil=hasil,
        dihitung=tuple(b for b in bagian if b.nilai is not None),
        dikeluarkan=tuple(b for b in bagian if b.nilai is None),
        pedoman=kinerja.pedoman,
        url_kembali=f"{reverse('pengukuran:unit', args=[kinerja.unit.uid])}?{periode.kueri}",
        nama_kembali=kinerja.unit.kode if kinerja.versi_unit is None else kinerja.versi_unit.nama,
    )


def build_rata_instansi(rekap: RekapInstansi, periode: Periode) -> Rata:
    bagian = [
        BagianRata(
            u.versi.nama,
            u.rata,
            u.kategori,
            url_rata_unit(u.unit, periode),
            "" if u.rata is not None else _tanpa_rata(u.n_wajib),
        )
        for u in rekap.units
    ]
    return Rata(
        apa=_("Rata-rata instansi"),
        nama=rekap.instansi.nama,
        hasil=rekap.rata,
        dihitung=tuple(b for b in bagian if b.nilai is not None),
        dikeluarkan=tuple(b for b in bagian if b.nilai is None),
        pedoman=rekap.pedoman,
        url_kembali=f"{reverse('pengukuran:instansi')}?{periode.kueri}",
        nama_kembali=_("Seluruh unit"),
    )


def _tanpa_rata(n_wajib: int) -> str:
    return _("belum ada indikator yang terukur") if n_wajib else _("tidak punya indikator pada tahun ini")


def _jenis(kelompok: KelompokSasaran) -> str:
    nama = {
        "tujuan": _("tujuan"),
        "program": _("program"),
        "kegiatan": _("kegiatan"),
        "sub_kegiatan": _("sub kegiatan"),
    }
    return nama.get(kelompok.jenis, _("sasaran"))
