"""From the rows of a sheet of past years to a table with the keys of the plan's indicators."""

from collections.abc import Iterable, Mapping

from sakip.apps.perencanaan.lembar.angka import Bacaan, read_target
from sakip.apps.perencanaan.lembar.bahan import Bahan, plain
from sakip.apps.perencanaan.lembar.baris import BarisBerkas, Catatan
from sakip.apps.perencanaan.lembar.cocok import Terbaca
from sakip.apps.perencanaan.lembar.tabel import is_simpul, pecah_indikator, setara
from sakip.apps.perencanaan.models import Dokumen
from sakip.apps.perencanaan.workflow import TERBUKA
from sakip.platform.lembar.pesan import cell_name


def match_riwayat(
    baris: Iterable[BarisBerkas],
    bahan: Bahan,
    catatan: Catatan,
    pemilik: Mapping[int, Dokumen],
    dokumen: Dokumen,
) -> Terbaca:
    """Targets in the keys of the plan; results apart in `titipan`. What is wrong is in `catatan`."""
    pembaca = _Pembaca(bahan, catatan, pemilik, dokumen)
    for satu in baris:
        pembaca.take(satu)
    return pembaca.hasil


class _Pembaca:
    def __init__(
        self, bahan: Bahan, catatan: Catatan, pemilik: Mapping[int, Dokumen], dokumen: Dokumen
    ) -> None:
        self.bahan, self.catatan, self.pemilik, self.dokumen = bahan, catatan, pemilik, dokumen
        self.hasil = Terbaca()
        self.hasil.tabel |= {k: {} for k in bahan.sistem if is_simpul(k)}
        self.menurut_nama: dict[str, list[str]] = {}
        for kunci, isi in bahan.sistem.items():
            if not is_simpul(kunci):
                self.menurut_nama.setdefault(plain(isi["nama"]), []).append(kunci)

    def take(self, b: BarisBerkas) -> None:
        kunci = self._key(b)
        if not kunci:
            return
        if kunci in self.hasil.tabel:
            tempat = cell_name(self.hasil.tempat[kunci], self.catatan.letak.kolom["indikator"])
            self.catatan.add(
                b.nomor, "indikator", f"Indikator ini sudah ada di {tempat}. Gabungkan barisnya."
            )
            return
        self.hasil.tempat[kunci] = b.nomor
        isi: dict[str, str] = {}
        for bidang in b.teks:
            if bidang.startswith("t:"):
                isi[bidang] = self._target(kunci, bidang, b)
            elif bidang.startswith("r:"):
                self._result(kunci, bidang, b)
        self.hasil.tabel[kunci] = isi

    def _key(self, b: BarisBerkas) -> str:
        nama, kunci = b.at("indikator"), b.at("kunci_i")
        ada = self.bahan.sistem.get(kunci)
        if ada is not None and (not nama or plain(nama) == plain(ada["nama"])):
            return kunci
        if not nama:
            if any(b.at(k) for k in b.teks if k.startswith(("t:", "r:"))):
                self.catatan.add(b.nomor, "indikator", "Baris ini tanpa indikator. Isi nama indikatornya.")
            return ""
        calon = self.menurut_nama.get(plain(nama), [])
        if len(calon) == 1:
            return calon[0]
        if calon:
            kode = ", ".join(pecah_indikator(k)[1] for k in calon)
            pesan = (
                f"Nama ini milik beberapa indikator ({kode}). Pakai berkas dari tombol unduh di halaman ini."
            )
        else:
            pesan = (
                f"Indikator ini tidak ada pada {self.dokumen.nama}. Tambahkan di sana, atau samakan namanya."
            )
        self.catatan.add(b.nomor, "indikator", pesan)
        return ""

    def _target(self, kunci: str, bidang: str, b: BarisBerkas) -> str:
        bacaan = self._read(kunci, bidang, b)
        lama = self.bahan.sistem[kunci].get(bidang, "")
        ekspor = (self.bahan.ekspor or {}).get(kunci)
        sama = setara(bacaan.teks, lama) or (
            ekspor is not None and setara(bacaan.teks, ekspor.get(bidang, ""))
        )
        if bacaan.ragu:
            self.hasil.ragu[kunci, bidang] = bacaan.ragu
        if not sama and (bacaan.teks or ekspor is not None):
            self._check_owner(int(bidang[2:]), bidang, b)
        return bacaan.teks

    def _check_owner(self, tahun: int, bidang: str, b: BarisBerkas) -> None:
        d = self.pemilik.get(tahun)
        jenis = self.dokumen.get_jenis_display()
        if d is None:
            pesan = f"Belum ada {jenis} yang memuat tahun {tahun}. Buat drafnya di menu Rencana, lalu unggah lagi."
            self.catatan.add(b.nomor, bidang, pesan)
        elif d.status not in TERBUKA:
            keadaan = d.get_status_display().lower()
            pesan = (
                f"Target {tahun} milik {d.nama} yang {keadaan}. Buat versi perubahannya, atau biarkan isinya."
            )
            self.catatan.add(b.nomor, bidang, pesan)

    def _result(self, kunci: str, bidang: str, b: BarisBerkas) -> None:
        bacaan = self._read(kunci, bidang, b)
        if bacaan.ragu:
            pesan = f'"{bacaan.ragu}" meragukan. Tulis angkanya, misalnya {bacaan.teks}.'
            self.catatan.add(b.nomor, bidang, pesan)
        if bacaan.teks:
            self.hasil.titipan[kunci, bidang] = bacaan.teks

    def _read(self, kunci: str, bidang: str, b: BarisBerkas) -> Bacaan:
        teks = b.at(bidang)
        sumber = (self.bahan.sistem.get(kunci, {}), (self.bahan.ekspor or {}).get(kunci, {}))
        if isinstance(b.sel[bidang], str) and teks and any(s.get(bidang) == teks for s in sumber):
            # As it was exported: whatever it is, it was accepted before.
            return Bacaan(teks)
        bacaan = read_target(b.sel[bidang])
        if bacaan.galat:
            self.catatan.add(b.nomor, bidang, bacaan.galat)
        return bacaan
