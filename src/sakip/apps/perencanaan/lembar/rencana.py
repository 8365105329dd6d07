"""Plans kept as a matrix, and IKU decrees: the same rows, with what a decree says of each indicator beside it."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from sakip.apps.datakinerja.convert import nilai_of, nilai_to_json
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.perencanaan.galat import DokumenTerkunci
from sakip.apps.perencanaan.lembar.bahan import load_bahan, plain, unit_names
from sakip.apps.perencanaan.lembar.baris import Catatan, read_baris
from sakip.apps.perencanaan.lembar.cocok import BARU, match_baris
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.indikator import Dirujuk
from sakip.apps.perencanaan.lembar.kamus import write_kamus
from sakip.apps.perencanaan.lembar.kolom import NAMA_RENCANA, find_letak, is_matriks, require_tahun
from sakip.apps.perencanaan.lembar.macam import Isi, Macam
from sakip.apps.perencanaan.lembar.matriks import (
    LEMBAR,
    Kepala,
    judul_kolom,
    matrix_rows,
    print_plan,
    tingkat_matriks,
    write_sheet,
)
from sakip.apps.perencanaan.lembar.periksa import check_hasil
from sakip.apps.perencanaan.lembar.pratinjau import held_back
from sakip.apps.perencanaan.lembar.tabel import (
    BERMATRIKS,
    HANYA_BACA,
    Tabel,
    kunci_simpul,
    read_tabel,
    tahun_dokumen,
)
from sakip.apps.perencanaan.lembar.tiga import Beda
from sakip.apps.perencanaan.lembar.tulis import Pulih, rename_baru, write_selisih
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, Target
from sakip.apps.perencanaan.selectors.dokumen import TINGKAT_HASIL, choose_dokumen, dokumen_berlaku
from sakip.apps.perencanaan.workflow import BERJALAN, TERBUKA
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.models import EksporLembar
from sakip.platform.organisasi.models import Unit


class Rencana(Macam):
    """RPJMD, Renstra, RKPD or Renja as a matrix of years."""

    bentuk: ClassVar[str] = "rencana"
    objek_jenis: ClassVar[str] = "perencanaan.dokumen"
    kunci: ClassVar[str] = "dokumen"
    jenis: ClassVar[tuple[JenisDokumen, ...]] = BERMATRIKS
    #: Texts of the dictionary and of the link that stand beside an indicator, with their headings.
    tambahan: ClassVar[tuple[tuple[str, str], ...]] = ()
    rupiah: ClassVar[bool] = True

    def __init__(self, dokumen: Dokumen) -> None:
        self.dokumen = dokumen

    @property
    def objek(self) -> Dokumen:
        return self.dokumen

    @property
    def uid(self) -> str:
        return str(self.dokumen.uid)

    @property
    def nama(self) -> str:
        return self.dokumen.nama

    @property
    def unit(self) -> Unit:
        return self.dokumen.unit

    @property
    def tahun(self) -> int:
        return self.dokumen.tahun_mulai

    @property
    def terbuka(self) -> bool:
        return self.dokumen.status in TERBUKA

    def require_baca(self, by: Pengguna | None) -> None:
        require(by, Izin.BACA, unit=self.dokumen.unit)
        self._require_jenis()

    def require_tulis(self, by: Pengguna | None) -> None:
        self._require_jenis()
        for izin in (Izin.IMPOR, Izin.SUSUN_RENCANA):
            require_massal(by, self.dokumen.instansi, [self.dokumen.unit], izin)

    def _require_jenis(self) -> None:
        if self.dokumen.jenis not in self.jenis:
            raise ImporRencanaDitolak(
                _("%(jenis)s tidak disusun sebagai matriks.") % {"jenis": self.dokumen.get_jenis_display()}
            )

    def require_terbuka(self) -> None:
        if not self.terbuka:
            d = self.dokumen
            raise DokumenTerkunci(d.nama, d.get_status_display(), diproses=d.status in BERJALAN - TERBUKA)

    def locked(self) -> "Rencana":
        Unit.objects.select_for_update(no_key=True).get(pk=self.dokumen.unit_id)
        semua = Dokumen.objects.select_for_update(of=("self",)).select_related("unit__instansi", "instansi")
        return type(self)(semua.get(pk=self.dokumen.pk))

    def table(self) -> Tabel:
        return read_tabel(self.dokumen)

    def write_book(self, tabel: Tabel, ekspor: str) -> bytes:
        d = self.dokumen
        _cari, cetak = unit_names(d.instansi)
        kepala = Kepala(
            f"{d.get_jenis_display()} {d.tahun_mulai}-{d.tahun_selesai}: {d.nama}",
            cetak.get(d.unit.kode, d.unit.kode) if d.unit_id else d.instansi.nama,
            f"Versi {d.versi_ke}, {d.get_status_display().lower()}. Baris baru ditulis tanpa kunci; kolom tersembunyi "
            "jangan diubah."
            if ekspor
            else "Satu baris satu indikator. Kolom tingkat yang kosong berarti sama dengan baris di atasnya.",
            ekspor,
            self.uid if ekspor else "",
        )
        kolom = judul_kolom(d, tingkat_matriks(d, tabel), self.tambahan, rupiah=self.rupiah)
        return write_sheet(kolom, matrix_rows(tabel), kepala, print_plan(cetak))

    def read(self, buku: Buku, ekspor: Tabel | None) -> Isi:
        letak = find_letak(
            buku,
            NAMA_RENCANA,
            is_matriks,
            "tidak memuat matriks rencana. Perlu kolom tingkat (Tujuan, Sasaran, Program) atau Jenis dan Uraian, "
            f"lalu Indikator; lihat lembar {LEMBAR} dari tombol Excel dokumen ini.",
        )
        d = self.dokumen
        require_tahun(letak, tahun_dokumen(d), buku.nama, d.nama)
        bahan = load_bahan(d, self.table(), ekspor)
        catatan = Catatan(letak)
        teks = [kunci for kunci, _judul in self.tambahan]
        semula = 0 if "awal" in self.hanya_baca else d.tahun_mulai - 1
        berkas = match_baris(read_baris(letak, catatan), bahan, catatan, teks, semula)
        return Isi(berkas, bahan, catatan)

    def accepts(self, ekspor: EksporLembar) -> str:
        """An export of any version of the plan; of another plan its name is returned."""
        asal = Dokumen.objects.filter(instansi_id=ekspor.instansi_id, uid=ekspor.objek_uid).first()
        if asal is None:
            return _("dokumen yang sudah tidak ada")
        sama = (asal.unit_id, asal.jenis) == (self.dokumen.unit_id, self.dokumen.jenis)
        return "" if sama else asal.nama

    def held_back(self, beda: Collection[Beda]) -> Mapping[str, str]:
        return held_back(self.dokumen, beda)

    def problems(self, ke: Tabel, dari: Tabel) -> list[str]:
        return check_hasil(ke, dari)

    def trace(self) -> dict[str, Any]:
        """Exact targets, and the place and support of every node."""
        target = Target.objects.filter(dokumen=self.dokumen).select_related("indikator")
        simpul = Simpul.objects.filter(dokumen=self.dokumen).values_list("asal", "urutan", "mendukung_id")
        return {
            "nilai": {
                "|".join(
                    str(s) for s in (t.indikator.kode, t.tahun, t.triwulan) if s is not None
                ): nilai_to_json(nilai_of(t))
                for t in target
            },
            "simpul": {kunci_simpul(a): {"urutan": u, "mendukung": m} for a, u, m in simpul},
        }

    def _supported(self, ke: Tabel) -> Mapping[str, Mapping[str, Any]]:
        """Nodes of a higher plan that new nodes support, by their key."""
        return {}

    def write(
        self,
        *,
        dari: Tabel,
        ke: Tabel,
        by: Pengguna | None,
        baru: Mapping[str, Dirujuk],
        jejak: Mapping[str, Any],
    ) -> list[str]:
        pulih = Pulih(jejak.get("nilai", {}), jejak.get("simpul") or self._supported(ke))
        dibuat = write_selisih(dokumen=self.dokumen, dari=dari, ke=ke, by=by, baru=baru, pulih=pulih)
        if self.tambahan:
            teks = [kunci for kunci, _judul in self.tambahan]
            write_kamus(dokumen=self.dokumen, dari=dari, ke=rename_baru(ke, dibuat), teks=teks, by=by)
        return [satu.kode for satu in dibuat.values()]


class Iku(Rencana):
    """The table of an IKU decree: formula, source and reason beside each indicator, and no ceilings."""

    bentuk: ClassVar[str] = "iku"
    jenis: ClassVar[tuple[JenisDokumen, ...]] = (JenisDokumen.IKU,)
    hanya_baca: ClassVar[frozenset[str]] = HANYA_BACA - {"awal"}
    tambahan: ClassVar[tuple[tuple[str, str], ...]] = (
        ("rumus", "Formula"),
        ("definisi", "Definisi"),
        ("sumber", "Sumber data"),
        ("alasan", "Alasan"),
    )
    rupiah: ClassVar[bool] = False

    def table(self) -> Tabel:
        # Changed texts go into the newest entry of the dictionary, so it is the one that is shown.
        return read_tabel(self.dokumen, [kunci for kunci, _judul in self.tambahan], date.max)

    def _supported(self, ke: Tabel) -> Mapping[str, Mapping[str, Any]]:
        """A sasaran of the decree is that of the plan in force when it says the same."""
        d = self.dokumen
        rencana = choose_dokumen(dokumen_berlaku(d.unit, d.tahun_mulai), TINGKAT_HASIL)
        if rencana is None:
            return {}
        menurut = {
            (jenis, plain(teks)): pk
            for pk, jenis, teks in rencana.simpul_set.values_list("pk", "jenis", "pernyataan")
        }
        return {
            kunci: {"mendukung": menurut.get((isi["jenis"], plain(isi["pernyataan"])))}
            for kunci, isi in ke.items()
            if kunci.startswith(BARU)
        }
