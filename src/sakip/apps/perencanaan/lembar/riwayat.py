"""Several past years in one file: targets go into the documents of those years, results are handed on.

The rows are the indicators of one plan. A year's target belongs to the newest version of the unit's plan of the same
kind that covers the year, and only a draft is written. Results belong to the app that measures: the cells are read
here and kept with the import, so that its own import can take them over (`results_of`).
"""

import csv
import io
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from sakip.apps.datakinerja.convert import nilai_from_json, nilai_of, nilai_to_json
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.ejaan import eja_baris
from sakip.apps.perencanaan.lembar.angka import nilai_of_text
from sakip.apps.perencanaan.lembar.bahan import Bahan
from sakip.apps.perencanaan.lembar.baris import Catatan, read_baris
from sakip.apps.perencanaan.lembar.indikator import Dirujuk
from sakip.apps.perencanaan.lembar.kolom import NAMA_RIWAYAT, find_letak, require_tahun
from sakip.apps.perencanaan.lembar.macam import Isi
from sakip.apps.perencanaan.lembar.matriks import Kepala, write_sheet
from sakip.apps.perencanaan.lembar.rencana import Rencana
from sakip.apps.perencanaan.lembar.riwayat_baca import match_riwayat
from sakip.apps.perencanaan.lembar.tabel import (
    HANYA_BACA,
    Tabel,
    is_simpul,
    kunci_indikator,
    kunci_simpul,
    pecah_indikator,
    setara,
)
from sakip.apps.perencanaan.lembar.tiga import Beda
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, SimpulIndikator, Target
from sakip.apps.perencanaan.workflow import TERBUKA
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.lembar.baca import Buku
from sakip.platform.organisasi.selectors import versi_unit

LEMBAR = "Tahun lalu"
#: How far back a file may reach, counted from the plan's first year.
MUNDUR = 10


class Riwayat(Rencana):
    """Targets and results of the past years of a plan's indicators, one indicator a row."""

    bentuk: ClassVar[str] = "riwayat"
    objek_jenis: ClassVar[str] = "perencanaan.riwayat"
    jenis: ClassVar[tuple[JenisDokumen, ...]] = (JenisDokumen.RPJMD, JenisDokumen.RENSTRA)
    hanya_baca: ClassVar[frozenset[str]] = HANYA_BACA | {"pernyataan", "kode", "induk"}

    @property
    def terbuka(self) -> bool:
        return True

    def require_terbuka(self) -> None:
        """Whether a year takes targets is said cell by cell."""

    @property
    def tahun_terakhir(self) -> int:
        """The last year that is over, within the plan."""
        return max(min(self.dokumen.tahun_selesai, today().year - 1), self.dokumen.tahun_mulai - 1)

    def years(self) -> range:
        """What the sheet shows: five years back from the plan, or all that documents of the unit cover."""
        awal = min([self.dokumen.tahun_mulai - 5, *(d.tahun_mulai for d in self.documents())])
        return range(max(awal, self.dokumen.tahun_mulai - MUNDUR), self.tahun_terakhir + 1)

    def documents(self) -> list[Dokumen]:
        """The unit's plans of this kind, the newest version of a period last."""
        d = self.dokumen
        semua = Dokumen.objects.filter(
            unit_id=d.unit_id, jenis=d.jenis, tahun_selesai__gte=d.tahun_mulai - MUNDUR
        )
        return list(semua.select_related("unit__instansi", "instansi").order_by("versi_ke", "pk"))

    def owner_of(self) -> dict[int, Dokumen]:
        """The document that a year's target belongs to."""
        return {t: d for d in self.documents() for t in range(d.tahun_mulai, d.tahun_selesai + 1)}

    def table(self) -> Tabel:
        """Five queries whatever the number of indicators."""
        pemilik = self.owner_of()
        tautan = (
            SimpulIndikator.objects.filter(simpul__dokumen=self.dokumen)
            .select_related("simpul", "indikator")
            .order_by("simpul__urutan", "simpul_id", "urutan", "pk")
        )
        milik: dict[int, SimpulIndikator] = {}
        for t in tautan:
            milik.setdefault(t.indikator_id, t)
        versi = versi_pada(milik, date(self.dokumen.tahun_selesai, 12, 31))
        target: dict[int, dict[str, str]] = {}
        for satu in Target.objects.filter(
            dokumen__in={d.pk for d in pemilik.values()}, indikator__in=milik, triwulan__isnull=True
        ):
            if pemilik[satu.tahun].pk == satu.dokumen_id and satu.tahun <= self.tahun_terakhir:
                target.setdefault(satu.indikator_id, {})[f"t:{satu.tahun}"] = eja_baris(satu)
        hasil: Tabel = {}
        for pk, t in milik.items():
            s, v = t.simpul, versi.get(pk)
            hasil.setdefault(
                kunci_simpul(s.asal), {"jenis": s.jenis, "kode": s.kode, "pernyataan": s.pernyataan}
            )
            hasil[kunci_indikator(s.asal, t.indikator.kode)] = {
                "nama": "" if v is None else v.nama,
                "satuan": "" if v is None else str(v.satuan or ""),
                **target.get(pk, {}),
            }
        return hasil

    def write_book(self, tabel: Tabel, ekspor: str) -> bytes:
        d = self.dokumen
        kolom = [("kode", "Kode"), ("butir", "Sasaran"), ("indikator", "Indikator"), ("satuan", "Satuan")]
        for tahun in self.years():
            kolom += [(f"t:{tahun}", "Target"), (f"r:{tahun}", "Realisasi")]
        baris = [
            {
                **isi,
                "indikator": isi["nama"],
                "kunci_i": kunci,
                "kunci_s": (simpul := pecah_indikator(kunci)[0]),
                "butir": tabel[simpul]["pernyataan"],
                "kode": tabel[simpul]["kode"],
            }
            for kunci, isi in tabel.items()
            if not is_simpul(kunci)
        ]
        kepala = Kepala(
            f"Tahun lalu: {d.nama}",
            d.unit.kode,
            "Satu baris satu indikator. Target masuk ke dokumen tahunnya; realisasi diteruskan ke menu Impor.",
            ekspor,
            self.uid if ekspor else "",
        )
        return write_sheet(kolom, baris, kepala, lambda _k, teks: teks, nama=LEMBAR, tetap="satuan")

    def read(self, buku: Buku, ekspor: Tabel | None) -> Isi:
        letak = find_letak(
            buku,
            NAMA_RIWAYAT,
            lambda kolom: "indikator" in kolom and any(k.startswith(("t:", "r:")) for k in kolom),
            "tidak memuat tabel tahun lalu. Perlu kolom Indikator, lalu Target dan Realisasi di bawah tiap tahun.",
        )
        d = self.dokumen
        boleh = range(d.tahun_mulai - MUNDUR, self.tahun_terakhir + 1)
        require_tahun(letak, boleh, buku.nama, _("tahun yang sudah lewat dari %(nama)s") % {"nama": d.nama})
        catatan = Catatan(letak)
        bahan = Bahan(self.table(), ekspor, {}, {}, {})
        berkas = match_riwayat(read_baris(letak, catatan), bahan, catatan, self.owner_of(), d)
        return Isi(berkas, bahan, catatan)

    def held_back(self, beda: Collection[Beda]) -> Mapping[str, str]:
        """Rows stand for the indicators of the plan; the file of the past removes none of them."""
        sebab = _("baris dihapus lewat susunan dokumennya")
        return {b.kunci: sebab for b in beda if not b.bidang and not b.berkas}

    def problems(self, ke: Tabel, dari: Tabel) -> list[str]:
        return []

    def trace(self) -> dict[str, Any]:
        """Exact yearly targets of every document that takes one."""
        milik = {d.pk: str(d.uid) for d in self.documents() if d.status in TERBUKA}
        semua = Target.objects.filter(dokumen__in=milik, triwulan__isnull=True).select_related("indikator")
        return {
            "nilai": {
                f"{milik[t.dokumen_id]}|{t.tahun}|{t.indikator.kode}": nilai_to_json(nilai_of(t))
                for t in semua
            }
        }

    def write(
        self,
        *,
        dari: Tabel,
        ke: Tabel,
        by: Pengguna | None,
        baru: Mapping[str, Dirujuk],
        jejak: Mapping[str, Any],
    ) -> list[str]:
        pemilik = self.owner_of()
        tulis: dict[int, list[services.BarisTarget]] = {}
        kosongkan: list[tuple[Dokumen, Indikator, int]] = []
        dibuat: list[str] = []
        milik = self._indicators(ke)
        for kunci, isi in ke.items():
            if is_simpul(kunci):
                continue
            simpul, kode = pecah_indikator(kunci)
            lama = dari.get(kunci, {})
            for bidang in sorted({b for b in (*isi, *lama) if b.startswith("t:")}):
                tahun, teks = int(bidang[2:]), isi.get(bidang, "")
                if setara(teks, lama.get(bidang, "")):
                    continue
                d = pemilik[tahun]
                if not teks:
                    kosongkan.append((d, milik[kode], tahun))
                    continue
                dibuat += self._hold(d, ke[simpul], simpul, milik[kode], by)
                tersimpan = jejak.get("nilai", {}).get(f"{d.uid}|{tahun}|{kode}")
                nilai = nilai_of_text(teks) if tersimpan is None else nilai_from_json(tersimpan)
                tulis.setdefault(d.pk, []).append(services.BarisTarget(milik[kode], tahun, nilai))
        for d in {d.pk: d for d in pemilik.values()}.values():
            if d.pk in tulis:
                services.set_target_bulk(dokumen=d, baris=tulis[d.pk], by=by)
        for d, indikator, tahun in kosongkan:
            services.set_target(dokumen=d, indikator=indikator, tahun=tahun, nilai=None, by=by)
        self._let_go(jejak.get("dibuat", []), by)
        return dibuat

    def _indicators(self, ke: Tabel) -> dict[str, Indikator]:
        kode = {pecah_indikator(k)[1] for k in ke if not is_simpul(k)}
        return {i.kode: i for i in Indikator.objects.filter(instansi=self.dokumen.instansi, kode__in=kode)}

    def _hold(
        self, d: Dokumen, isi: Mapping[str, str], kunci: str, indikator: Indikator, by: Pengguna | None
    ) -> list[str]:
        """The document of the year holds the indicator: on the node of the same lineage, which is made when missing."""
        if SimpulIndikator.objects.filter(simpul__dokumen=d, indikator=indikator).exists():
            return []
        asal = kunci.removeprefix("S:")
        simpul = Simpul.objects.filter(dokumen=d, asal=asal).first()
        dibuat = []
        if simpul is None:
            kode = isi["kode"]
            terpakai = Simpul.objects.filter(dokumen=d, jenis=isi["jenis"], kode=kode).exists()
            simpul = services.add_simpul(
                dokumen=d, jenis=isi["jenis"], pernyataan=isi["pernyataan"], kode="" if terpakai else kode,
                urutan=Simpul.objects.filter(dokumen=d).count(), asal=asal, by=by,  # type: ignore[arg-type]
            )  # fmt: skip
            dibuat.append(f"S:{simpul.pk}")
        simpul.dokumen = d
        services.link_indikator(simpul=simpul, indikator=indikator, by=by)
        return [*dibuat, f"I:{simpul.pk}|{indikator.pk}"]

    def _let_go(self, dibuat: Collection[str], by: Pengguna | None) -> None:
        """Links and nodes that the import made, the last one first."""
        for satu in reversed(list(dibuat)):
            pk, _pisah, indikator = satu[2:].partition("|")
            simpul = Simpul.objects.select_related("dokumen__unit__instansi").get(pk=int(pk))
            if indikator:
                services.unlink_indikator(
                    simpul=simpul, indikator=Indikator.objects.get(pk=int(indikator)), by=by
                )
            else:
                services.remove_simpul(simpul=simpul, by=by)

    def results_of(self, isi: Isi) -> bytes:
        """The results of a file as a table of achievements over many years, the shape the import of results reads."""
        versi = versi_unit(self.dokumen.unit, today())
        keluar = io.StringIO()
        penulis = csv.writer(keluar, delimiter=";")
        penulis.writerow(
            ["Unit", "Nama unit", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Tahun"]
        )
        for (kunci, bidang), teks in sorted(isi.berkas.titipan.items(), key=lambda satu: satu[0][1]):
            simpul = isi.bahan.sistem[pecah_indikator(kunci)[0]]
            baris = isi.bahan.sistem[kunci]
            tahun = bidang.partition(":")[2]
            target = isi.berkas.tabel[kunci].get(f"t:{tahun}", baris.get(f"t:{tahun}", ""))
            penulis.writerow(
                [
                    self.dokumen.unit.kode, "" if versi is None else versi.nama, simpul["pernyataan"], baris["nama"],
                    baris["satuan"], target, teks, tahun,
                ]
            )  # fmt: skip
        return keluar.getvalue().encode()
