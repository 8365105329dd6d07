"""From the rows of a cascading table to a table with the keys of the system, with what is wrong by cell."""

import re
from collections.abc import Iterable

from sakip.apps.perencanaan.lembar.bahan import plain
from sakip.apps.perencanaan.lembar.baris import BarisBerkas, Catatan
from sakip.apps.perencanaan.lembar.cocok import Terbaca
from sakip.apps.perencanaan.lembar.pohon_tabel import BahanPohon
from sakip.apps.perencanaan.lembar.tabel import is_simpul
from sakip.apps.perencanaan.models import JenisPohonSimpul
from sakip.platform.lembar.pesan import Tingkat, cell_name
from sakip.platform.lembar.uraian import normalise_heading

BARU = "S:baru-"
JENIS = {
    normalise_heading(nama): satu for satu in JenisPohonSimpul for nama in (str(satu.label), satu.value)
} | {
    "outcome": JenisPohonSimpul.HASIL,
    "intermediate outcome": JenisPohonSimpul.KONDISI_ANTARA,
    "antara": JenisPohonSimpul.KONDISI_ANTARA,
    "output": JenisPohonSimpul.KELUARAN,
    "operasional": JenisPohonSimpul.OPERASIONAL,
    "critical success factor": JenisPohonSimpul.CSF,
}
_PANJANG = {"kode": 60, "pernyataan": 700, "pemilik": 250, "sumber": 300}
_PANJANG_INDIKATOR = {"indikator": 700, "satuan": 120, "target": 300}


def match_pohon(baris: Iterable[BarisBerkas], bahan: BahanPohon, catatan: Catatan, langkah: int) -> Terbaca:
    """The file in the keys of the system; whatever is wrong with it is in `catatan`."""
    pembaca = _Pembaca(bahan, catatan, langkah)
    pembaca.take(list(baris))
    return pembaca.hasil


class _Pembaca:
    def __init__(self, bahan: BahanPohon, catatan: Catatan, langkah: int) -> None:
        self.bahan, self.catatan, self.langkah, self.hasil = bahan, catatan, langkah, Terbaca()
        self.milik: dict[str, BarisBerkas] = {}
        self.kode: dict[str, str] = {}
        self.kode_sistem = {plain(isi["kode"]): k for k, isi in bahan.sistem.items() if is_simpul(k)}
        self.nama_sistem = {
            (k.partition("|")[0], plain(isi["nama"])): k
            for k, isi in bahan.sistem.items()
            if not is_simpul(k)
        }

    def take(self, semua: list[BarisBerkas]) -> None:
        berkunci = {b.at("kunci_s") for b in semua if b.at("pernyataan")}
        bebas = {k: isi for k, isi in self.bahan.sistem.items() if is_simpul(k) and k not in berkunci}
        menurut_kode = {plain(isi["kode"]): k for k, isi in bebas.items()}
        kini = ""
        for b in semua:
            if b.at("pernyataan"):
                kini = self._node(b, menurut_kode)
            elif not self._continues(b, kini):
                continue
            if kini:
                self._indikator(b, kini)
        for kunci, b in self.milik.items():
            self._link(kunci, b)
        self._check_cycles()

    def _node(self, b: BarisBerkas, menurut_kode: dict[str, str]) -> str:
        kode = b.at("kode")
        ada = self.kode.get(plain(kode)) if kode else None
        if ada is not None:
            return self._again(b, ada)
        kunci = b.at("kunci_s")
        if not kunci or kunci in self.milik or self.bahan.dikenal(kunci) is None:
            kunci = menurut_kode.get(plain(kode), "") if kode else ""
        if not kunci or kunci in self.milik:
            kunci = f"{BARU}{b.nomor}"
        self.milik[kunci] = b
        if kode:
            self.kode[plain(kode)] = kunci
        self.hasil.tempat[kunci] = b.nomor
        self.hasil.tabel[kunci] = self._cells(b, kunci)
        return kunci

    def _again(self, b: BarisBerkas, ada: str) -> str:
        """A code that stands twice: the same condition goes on, or two claim the code, or it has two parents."""
        lama = self.milik[ada]
        tempat = cell_name(lama.nomor, self.catatan.letak.kolom["kode"])
        if plain(lama.at("pernyataan")) != plain(b.at("pernyataan")):
            self.catatan.add(b.nomor, "kode", f"Kode {b.at('kode')} sudah dipakai kondisi lain di {tempat}.")
            return ""
        if b.at("induk") and plain(b.at("induk")) != plain(lama.at("induk")):
            self.catatan.add(
                b.nomor,
                "induk",
                f"Kondisi {b.at('kode')} sudah berinduk {lama.at('induk') or 'kosong'} di {tempat}. Satu kondisi punya "
                "satu induk utama; tulis yang lain di kolom Juga mendukung.",
            )
            return ""
        return ada

    def _continues(self, b: BarisBerkas, kini: str) -> bool:
        kunci = b.at("kunci_s")
        if kunci and self.bahan.dikenal(kunci) is not None:
            nyata = (self.bahan.dikenal(kunci) or {}).get("pernyataan", "")
            pesan = f'Kondisi "{nyata}" dikosongkan. Isi kembali, atau hapus seluruh barisnya.'
            self.catatan.add(b.nomor, "pernyataan", pesan)
            return False
        if b.at("kode") and plain(b.at("kode")) in self.kode:
            return self.kode[plain(b.at("kode"))] == kini
        if b.at("kode") or not kini:
            self.catatan.add(b.nomor, "pernyataan", "Isi kolom Kondisi, atau hapus baris ini.")
            return False
        return True

    def _cells(self, b: BarisBerkas, kunci: str) -> dict[str, str]:
        dikenal = self.bahan.dikenal(kunci) or {}
        isi = {"pernyataan": b.at("pernyataan")}
        for bidang, panjang in _PANJANG.items():
            if bidang in b.teks:
                isi[bidang] = b.at(bidang)
                if len(isi[bidang]) > panjang:
                    self.catatan.add(b.nomor, bidang, f"Isian ini lebih dari {panjang} huruf.")
        if not isi.get("kode"):
            # A condition keeps its code; a new one without a code is given the next one.
            isi["kode"] = dikenal.get("kode", "")
        isi["jenis"] = self._jenis(b, dikenal)
        if "unit" in b.teks:
            isi["unit"] = self._unit(b, dikenal)
        if "jabatan" in b.teks:
            isi["jabatan"] = self._jabatan(b, dikenal, isi.get("unit", ""))
        return isi

    def _jenis(self, b: BarisBerkas, dikenal: dict[str, str]) -> str:
        teks = b.at("jenis")
        if not teks and dikenal:
            return dikenal["jenis"]
        jenis = JENIS.get(normalise_heading(teks))
        if jenis is None:
            pilihan = ", ".join(str(satu.label) for satu in JenisPohonSimpul)
            self.catatan.add(b.nomor, "jenis", f'Jenis "{teks}" tidak dikenal. Pilih: {pilihan}.')
            return str(JenisPohonSimpul.HASIL)
        return str(jenis)

    def _unit(self, b: BarisBerkas, dikenal: dict[str, str]) -> str:
        teks = b.at("unit")
        if not teks:
            return ""
        kode = self.bahan.unit.get(plain(teks))
        if kode is None:
            pesan = f'Unit "{teks}" tidak dikenal. Tulis kode, singkatan, atau namanya.'
        elif not kode:
            pesan = f'"{teks}" dipakai lebih dari satu unit. Tulis kode unitnya.'
        elif kode != dikenal.get("unit") and kode not in self.bahan.unit_berlaku:
            pesan = f'Unit "{teks}" tidak berlaku pada tahun pohon ini. Pilih unit penerusnya.'
        else:
            return kode
        self.catatan.add(b.nomor, "unit", pesan)
        return ""

    def _jabatan(self, b: BarisBerkas, dikenal: dict[str, str], unit: str) -> str:
        teks = b.at("jabatan")
        if not teks:
            return ""
        if teks == self.bahan.nama_jabatan.get(dikenal.get("jabatan", "")):
            return dikenal["jabatan"]
        calon = self.bahan.jabatan.get(plain(teks), ())
        seunit = [kode for kode, milik in calon if milik == unit]
        kode = seunit[0] if len(seunit) == 1 else calon[0][0] if len(calon) == 1 else ""
        if not calon:
            pesan = f'Jabatan "{teks}" tidak ada pada tahun pohon ini. Tulis kode atau namanya, atau isi Pemilik lain.'
        elif not kode:
            pesan = f'"{teks}" adalah beberapa jabatan. Isi unit pemiliknya, atau tulis kode jabatannya.'
        elif self.langkah < 5 and kode != dikenal.get("jabatan"):
            pesan = "Jabatan baru dapat ditautkan pada langkah kelima. Isi Pemilik lain dahulu."
        else:
            return kode
        self.catatan.add(b.nomor, "jabatan", pesan)
        return ""

    def _indikator(self, b: BarisBerkas, simpul: str) -> None:
        nama = b.at("indikator")
        if not nama:
            if terisi := next((k for k in ("satuan", "target") if b.at(k)), ""):
                self.catatan.add(b.nomor, terisi, "Isian ini tanpa indikator. Isi nama indikatornya.")
            return
        for bidang, panjang in _PANJANG_INDIKATOR.items():
            if len(b.at(bidang)) > panjang:
                self.catatan.add(b.nomor, bidang, f"Isian ini lebih dari {panjang} huruf.")
        kunci = self._key_indikator(b, simpul, nama)
        if kunci in self.hasil.tabel:
            tempat = cell_name(self.hasil.tempat[kunci], self.catatan.letak.kolom["indikator"])
            self.catatan.add(
                b.nomor, "indikator", f"Indikator ini sudah ada pada kondisi yang sama di {tempat}."
            )
            return
        isi = {"nama": nama}
        isi |= {bidang: b.at(bidang) for bidang in ("satuan", "target") if bidang in b.teks}
        self.hasil.tabel[kunci] = isi
        self.hasil.tempat[kunci] = b.nomor

    def _key_indikator(self, b: BarisBerkas, simpul: str, nama: str) -> str:
        awalan = f"I:{simpul.removeprefix('S:')}|"
        kunci = b.at("kunci_i")
        if kunci.startswith(awalan) and kunci not in self.hasil.tabel and self.bahan.dikenal(kunci):
            return kunci
        ada = self.nama_sistem.get((awalan.rstrip("|"), plain(nama)))
        return ada or f"{awalan}+{plain(nama)}"

    def _link(self, kunci: str, b: BarisBerkas) -> None:
        isi = self.hasil.tabel[kunci]
        if "induk" in b.teks:
            isi["induk"] = self._find(b, "induk", b.at("induk"))
        elif not self.bahan.dikenal(kunci):
            isi["induk"] = self._by_prefix(b)
        if "mendukung" in b.teks:
            semua = [satu.strip() for satu in re.split(r"[;\n]", b.at("mendukung")) if satu.strip()]
            isi["mendukung"] = " ".join(sorted(filter(None, (self._find(b, "mendukung", s) for s in semua))))

    def _find(self, b: BarisBerkas, bidang: str, kode: str) -> str:
        if not kode:
            return ""
        kunci = self._by_code(kode)
        if not kunci:
            apa = "Induk" if bidang == "induk" else "Kondisi"
            pesan = f"{apa} {kode} tidak ada, baik di berkas ini maupun di pohonnya. Periksa kodenya."
            self.catatan.add(b.nomor, bidang, pesan)
        return kunci

    def _by_code(self, kode: str) -> str:
        """The condition of a code: as the file gives codes, else as the system has them now."""
        return self.kode.get(plain(kode)) or self.kode_sistem.get(plain(kode), "")

    def _by_prefix(self, b: BarisBerkas) -> str:
        """Without a column of parents the code says it: 1.2.3 is below 1.2."""
        kode = b.at("kode").rstrip(".")
        while "." in kode:
            kode = kode.rpartition(".")[0]
            if kunci := self._by_code(kode):
                return kunci
        if b.at("kode"):
            self.catatan.add(
                b.nomor, "kode", "Tanpa kolom Induk, baris ini menjadi akar pohon.", Tingkat.INFO
            )
        return ""

    def _check_cycles(self) -> None:
        induk = {k: isi.get("induk", "") for k, isi in self.bahan.sistem.items() if is_simpul(k)}
        induk |= {k: self.hasil.tabel[k].get("induk", induk.get(k, "")) for k in self.milik}
        selesai: set[str] = set()
        for mulai in self.milik:
            jalan: list[str] = []
            kini = mulai
            while kini and kini not in selesai and kini not in jalan:
                jalan.append(kini)
                kini = induk.get(kini, "")
            if kini in jalan:
                self._report_cycle(jalan[jalan.index(kini) :])
            selesai.update(jalan)

    def _report_cycle(self, lingkar: list[str]) -> None:
        awal = next(k for k in lingkar if k in self.milik)
        nama = [
            (self.hasil.tabel.get(k) or self.bahan.sistem[k]).get("kode")
            or (self.hasil.tabel.get(k) or self.bahan.sistem[k])["pernyataan"]
            for k in lingkar
        ]
        rantai = " → ".join([*nama, nama[0]])
        pesan = f"Induk melingkar: {rantai}. Perbaiki salah satu induknya."
        self.catatan.add(self.milik[awal].nomor, "induk", pesan)
