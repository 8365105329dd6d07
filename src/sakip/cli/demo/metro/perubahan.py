"""A change of one agency's Renstra under way: a draft to be completed, compared and sent to verification."""

from decimal import Decimal

from kinerja.nilai import Nilai
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, StatusDokumen
from sakip.apps.perencanaan.services import (
    BarisTarget,
    IsiSimpul,
    add_simpul,
    remove_simpul,
    revise_dokumen,
    set_target_bulk,
    update_simpul,
)
from sakip.cli.demo.metro.rencana import Rencana

UNIT = "DINKES"
NAMA = "Renstra Dinas Kesehatan 2025-2029, perubahan (contoh)"
DASAR = "Rancangan perubahan Renstra sesudah evaluasi paruh periode (contoh)"
#: What is promised anew: indicator -> year -> target.
TARGET = {
    "KES-002": {2027: "80.00", 2028: "70.00", 2029: "60.00"},
    "KES-004": {2027: "9.50", 2028: "8.00", 2029: "6.50"},
    "KES-005": {2027: "88.00", 2028: "91.00", 2029: "93.00"},
}
#: A sasaran said more plainly, a sub kegiatan added and one given up, each by its code.
RUMUSAN = ("S-KES-2", "Terkendalinya penyakit menular dan tidak menular di setiap kelurahan")
TAMBAH = ("1.02.02.2.02", "1.02.02.2.02.0009", "Pengelolaan Pelayanan Kesehatan Penderita Diabetes Melitus")
BUANG = "1.02.01.2.09.0002"


def load_perubahan(rencana: Rencana) -> Dokumen:
    """The draft; the one there is when it was made before."""
    unit = rencana.units[UNIT]
    semua = Dokumen.objects.filter(unit=unit, jenis=JenisDokumen.RENSTRA).select_related(
        "unit__instansi", "instansi"
    )
    ada = semua.filter(nama=NAMA).first()
    if ada is not None:
        return ada
    draf = revise_dokumen(dokumen=semua.get(status=StatusDokumen.BERLAKU), nama=NAMA, dasar=DASAR, by=None)
    set_target_bulk(dokumen=draf, baris=_targets(rencana), by=None)
    sasaran = _node(draf, RUMUSAN[0])
    isi = IsiSimpul(
        pernyataan=RUMUSAN[1],
        kode=sasaran.kode,
        induk=sasaran.induk,
        mendukung=sasaran.mendukung,
        pj_unit=sasaran.pj_unit,
    )
    update_simpul(simpul=sasaran, isi=isi, by=None)
    induk, kode, nama = TAMBAH
    add_simpul(
        dokumen=draf, jenis="sub_kegiatan", pernyataan=nama, kode=kode, induk=_node(draf, induk),
        urutan=1 + draf.simpul_set.count(), by=None,
    )  # fmt: skip
    remove_simpul(simpul=_node(draf, BUANG), by=None)
    return draf


def _targets(rencana: Rencana) -> list[BarisTarget]:
    return [
        BarisTarget(rencana.indikator[kode], tahun, Nilai.dari_angka(Decimal(angka)))
        for kode, isi in TARGET.items()
        for tahun, angka in isi.items()
    ]


def _node(draf: Dokumen, kode: str) -> Simpul:
    semua = Simpul.objects.select_related("dokumen__unit__instansi", "induk", "mendukung", "pj_unit")
    return semua.get(dokumen=draf, kode=kode)
