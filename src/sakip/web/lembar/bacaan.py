"""Differences of a file, prepared for its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.apps.perencanaan.lembar.pohon_tabel import codes_of
from sakip.apps.perencanaan.lembar.pratinjau import Pratinjau
from sakip.apps.perencanaan.lembar.tabel import is_simpul, pecah_indikator
from sakip.apps.perencanaan.lembar.tiga import BERKAS, DITANYAKAN, DITERAPKAN, Arti, Beda, sebutan
from sakip.apps.perencanaan.models import JenisPohonSimpul, JenisSimpul
from sakip.web.lembar.forms import SISTEM, TANYA, UBAH

NAMA_ARTI: dict[str, str | Promise] = {
    Arti.BERUBAH_DI_BERKAS: gettext_lazy("Berubah di berkas"),
    Arti.BERUBAH_DI_SISTEM: gettext_lazy("Berubah di sistem"),
    Arti.SAMA_DIUBAH: gettext_lazy("Diubah sama di keduanya"),
    Arti.KONFLIK: gettext_lazy("Konflik"),
    Arti.RAGU: gettext_lazy("Angka meragukan"),
    Arti.BARIS_BARU: gettext_lazy("Baris baru"),
    Arti.BARIS_HILANG: gettext_lazy("Tidak ada di berkas"),
    Arti.BARIS_BARU_DI_SISTEM: gettext_lazy("Baris baru di sistem"),
    Arti.BARIS_HILANG_DI_SISTEM: gettext_lazy("Dihapus di sistem"),
}
_BIDANG: dict[str, str | Promise] = {
    "kode": gettext_lazy("Kode"),
    "pernyataan": gettext_lazy("Pernyataan"),
    "induk": gettext_lazy("Induk"),
    "pj": gettext_lazy("Unit penanggung jawab"),
    "rumus": gettext_lazy("Formula"),
    "definisi": gettext_lazy("Definisi"),
    "sumber": gettext_lazy("Sumber data"),
    "alasan": gettext_lazy("Alasan"),
    "awal": gettext_lazy("Kondisi awal"),
    "jenis": gettext_lazy("Jenis"),
    "unit": gettext_lazy("Unit pemilik"),
    "jabatan": gettext_lazy("Jabatan pemilik"),
    "pemilik": gettext_lazy("Pemilik lain"),
    "mendukung": gettext_lazy("Juga mendukung"),
    "nama": gettext_lazy("Indikator"),
    "satuan": gettext_lazy("Satuan"),
    "target": gettext_lazy("Target"),
}
_JENIS: dict[str, str | Promise] = {satu.value: satu.label for satu in (*JenisSimpul, *JenisPohonSimpul)}
#: What an answer does, for questions about a whole row.
_TANYA_BARIS: dict[str, tuple[str | Promise, str | Promise]] = {
    Arti.BARIS_HILANG: (gettext_lazy("Hapus"), gettext_lazy("Pertahankan")),
    Arti.BARIS_HILANG_DI_SISTEM: (gettext_lazy("Tulis kembali"), gettext_lazy("Biarkan terhapus")),
}
_TANYA_SEL: tuple[str | Promise, str | Promise] = (
    gettext_lazy("Ikuti berkas"),
    gettext_lazy("Biarkan isi sistem"),
)
_SARING = {
    TANYA: frozenset({*DITANYAKAN, *_TANYA_BARIS}),
    UBAH: DITERAPKAN,
    SISTEM: frozenset({Arti.BERUBAH_DI_SISTEM, Arti.BARIS_BARU_DI_SISTEM, Arti.SAMA_DIUBAH}),
}


@dataclass(frozen=True, slots=True)
class BarisBeda:
    """One difference with its three values in words."""

    beda: Beda
    arti: str
    judul: str
    sub: str
    bidang: str
    ekspor: str
    sistem: str
    berkas: str
    pilihan: str
    ikut: str
    tetap: str
    tertahan: str

    @property
    def cari(self) -> str:
        return f"{self.judul} {self.sub} {self.bidang}".casefold()


def read_beda(pratinjau: Pratinjau, tampil: str = "", q: str = "") -> list[BarisBeda]:
    """The differences that a filter leaves, in the order of the file."""
    pilih = _SARING.get(tampil)
    semua = (_row(b, pratinjau) for b in pratinjau.beda if pilih is None or b.arti in pilih)
    return [satu for satu in semua if q.casefold() in satu.cari]


def _row(b: Beda, p: Pratinjau) -> BarisBeda:
    ikut, tetap = _TANYA_BARIS.get(b.arti, _TANYA_SEL)
    judul, sub = _called(b.kunci, p)
    berkas = _shown(b.bidang, b.berkas, p)
    return BarisBeda(
        b,
        str(NAMA_ARTI[b.arti]),
        judul,
        sub,
        _field(b.bidang),
        "" if b.ekspor is None else _shown(b.bidang, b.ekspor, p),
        _shown(b.bidang, b.sistem, p),
        _("“%(asli)s” dibaca %(nilai)s") % {"asli": b.asli, "nilai": berkas} if b.asli else berkas,
        p.pilih.get(b.nama, "" if b.arti in DITANYAKAN else "sistem") if b.bisa_pilih else "",
        str(ikut),
        str(tetap),
        p.tertahan.get(b.kunci, "") if b.arti is Arti.BARIS_HILANG else "",
    )


def _called(kunci: str, p: Pratinjau) -> tuple[str, str]:
    baris = p.berkas.tabel.get(kunci) or p.bahan.dikenal(kunci) or {}
    if is_simpul(kunci):
        jenis = str(_JENIS.get(baris.get("jenis", ""), ""))
        return sebutan(baris), f"{jenis} {baris.get('kode', '')}".strip()
    induk = pecah_indikator(kunci)[0]
    return sebutan(baris), sebutan(p.berkas.tabel.get(induk) or p.bahan.dikenal(induk) or {})


def _field(bidang: str) -> str:
    jenis, _pisah, tahun = bidang.partition(":")
    if jenis == "t":
        return _("Target %(tahun)s") % {"tahun": tahun}
    if jenis == "rp":
        return _("Pagu %(tahun)s, Rp") % {"tahun": tahun}
    return str(_BIDANG.get(bidang, ""))


def _shown(bidang: str, isi: str, p: Pratinjau) -> str:
    if bidang in ("induk", "mendukung") and isi:
        return codes_of(
            isi, p.berkas.tabel, p.bahan.sistem, p.bahan.ekspor or {}, dengan_nama=bidang == "induk"
        )
    if bidang == "jenis":
        return str(_JENIS.get(isi, isi))
    return p.bahan.shown(bidang, isi)


def choices_from(post: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The answers of a posted page: difference -> side."""
    return {nama.removeprefix("b:"): sisi for nama, sisi in post if nama.startswith("b:")}


def choose_all(pratinjau: Pratinjau, sisi: str) -> dict[str, str]:
    """One side for every question that nobody answered yet; rows are only removed one by one."""
    return {b.nama: sisi for b in pratinjau.sisa if sisi in (BERKAS, "sistem")}
