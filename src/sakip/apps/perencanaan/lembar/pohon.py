"""The cascading table of a performance tree."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from django.db.models import F, Q
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.perencanaan.lembar.bahan import plain, unit_names
from sakip.apps.perencanaan.lembar.baris import Catatan, read_baris
from sakip.apps.perencanaan.lembar.indikator import Dirujuk
from sakip.apps.perencanaan.lembar.kolom import NAMA_POHON, find_letak
from sakip.apps.perencanaan.lembar.macam import Isi, Macam
from sakip.apps.perencanaan.lembar.matriks import Kepala, write_sheet
from sakip.apps.perencanaan.lembar.pohon_baca import match_pohon
from sakip.apps.perencanaan.lembar.pohon_tabel import (
    KOLOM,
    BahanPohon,
    codes_of,
    posts_of,
    print_cell,
    read_pohon,
    sheet_rows,
    units_in_force,
)
from sakip.apps.perencanaan.lembar.pohon_tulis import write_pohon
from sakip.apps.perencanaan.lembar.tabel import Tabel, is_simpul, kunci_simpul
from sakip.apps.perencanaan.lembar.tiga import Arti, Beda, sebutan
from sakip.apps.perencanaan.models import (
    Crosscutting,
    JenisPohonSimpul,
    KomentarPohon,
    Pohon,
    PohonIndikator,
    PohonSimpul,
)
from sakip.apps.perencanaan.selectors.pohon import pohon_visible_to
from sakip.apps.perencanaan.services.pohon_ubah import lock_pohon
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.lembar.baca import Buku
from sakip.platform.lembar.models import EksporLembar
from sakip.platform.organisasi.models import Unit

LEMBAR = "Cascading"


class Kaskade(Macam):
    """A tree as rows: one condition with its first indicator a row, each further indicator one more."""

    bentuk: ClassVar[str] = "pohon"
    objek_jenis: ClassVar[str] = "perencanaan.pohon"
    kunci: ClassVar[str] = "pohon"
    hanya_baca: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, pohon: Pohon) -> None:
        self.pohon = pohon

    @property
    def objek(self) -> Pohon:
        return self.pohon

    @property
    def uid(self) -> str:
        return str(self.pohon.uid)

    @property
    def nama(self) -> str:
        return f"{self.pohon.nama} {self.pohon.tahun}"

    @property
    def unit(self) -> Unit:
        return self.pohon.unit

    @property
    def tahun(self) -> int:
        return self.pohon.tahun

    @property
    def terbuka(self) -> bool:
        return True

    def require_baca(self, by: Pengguna | None) -> None:
        # Somebody without the unit may still own a condition of a thematic tree.
        if by is None or not pohon_visible_to(by).filter(pk=self.pohon.pk).exists():
            require(by, Izin.BACA, unit=self.pohon.unit)

    def require_tulis(self, by: Pengguna | None) -> None:
        for izin in (Izin.IMPOR, Izin.SUSUN_RENCANA):
            require_massal(by, self.instansi, [self.pohon.unit], izin)

    def require_terbuka(self) -> None:
        """A tree is never closed; who may write it is asked before."""

    def locked(self) -> "Kaskade":
        return Kaskade(lock_pohon(self.pohon))

    def table(self) -> Tabel:
        return read_pohon(self.pohon)

    def write_book(self, tabel: Tabel, ekspor: str) -> bytes:
        p = self.pohon
        bahan = self._bahan({}, None)
        kepala = Kepala(
            f"Cascading {p.nama} {p.tahun}",
            bahan.nama_unit.get(p.unit.kode, p.unit.kode),
            "Satu baris satu kondisi dengan indikatornya; indikator berikutnya di baris bawahnya tanpa Kondisi. Induk "
            "dan Juga mendukung diisi kode (beberapa kode dipisah titik koma).",
            ekspor,
            self.uid if ekspor else "",
        )
        return write_sheet(
            KOLOM,
            sheet_rows(tabel),
            kepala,
            lambda kunci, teks: print_cell(bahan, kunci, teks),
            nama=LEMBAR,
            tetap="indikator",
            pilihan={"jenis": [str(satu.label) for satu in JenisPohonSimpul]},
        )

    def _bahan(self, sistem: Tabel, ekspor: Tabel | None) -> BahanPohon:
        nama, cetak = unit_names(self.instansi)
        jabatan, cetak_jabatan = posts_of(self.pohon)
        return BahanPohon(sistem, ekspor, nama, cetak, {}, jabatan, cetak_jabatan, units_in_force(self.pohon))

    def read(self, buku: Buku, ekspor: Tabel | None) -> Isi:
        letak = find_letak(
            buku,
            NAMA_POHON,
            lambda kolom: "pernyataan" in kolom and ("induk" in kolom or "kode" in kolom),
            "tidak memuat tabel cascading. Perlu kolom Kode, Induk, Jenis, dan Kondisi; unduh templat kosongnya.",
        )
        bahan = self._bahan(self.table(), ekspor)
        catatan = Catatan(letak)
        berkas = match_pohon(read_baris(letak, catatan), bahan, catatan, self.pohon.langkah)
        return Isi(berkas, bahan, catatan)

    def accepts(self, ekspor: EksporLembar) -> str:
        if str(ekspor.objek_uid) == self.uid:
            return ""
        asal = Pohon.objects.filter(instansi_id=ekspor.instansi_id, uid=ekspor.objek_uid).first()
        return _("pohon yang sudah tidak ada") if asal is None else str(asal)

    def held_back(self, beda: Collection[Beda]) -> Mapping[str, str]:
        """What results, roles, crosscutting or remarks rest on stays; it can be retired. Five queries at most."""
        asal = [b.kunci[2:] for b in beda if b.arti is Arti.BARIS_HILANG and is_simpul(b.kunci)]
        if not asal:
            return {}
        hilang = PohonSimpul.objects.filter(pohon=self.pohon, asal__in=asal)
        kunci = {pk: kunci_simpul(satu) for pk, satu in hilang.values_list("pk", "asal")}
        hasil: dict[str, str] = {}
        komentar = KomentarPohon.objects.filter(simpul__in=kunci)
        lintas = Crosscutting.objects.filter(Q(simpul__in=kunci) | Q(simpul_tujuan__in=kunci))
        peran = hilang.filter(peran_hasil_set__isnull=False)
        hasil_ada = PohonIndikator.objects.filter(
            simpul__in=kunci, indikator__realisasi_set__tahun=self.pohon.tahun
        )
        for sebab, ids in (
            (_("ada komentar padanya"), komentar.values_list("simpul_id", "simpul_id")),
            (_("ada crosscutting padanya"), lintas.values_list("simpul_id", "simpul_tujuan_id")),
            (_("matriks peran hasil memakainya"), peran.values_list("pk", "pk")),
            (_("indikatornya sudah punya realisasi"), hasil_ada.values_list("simpul_id", "simpul_id")),
        ):
            hasil |= {kunci[pk]: sebab for pasangan in ids for pk in pasangan if pk in kunci}
        return hasil

    def problems(self, ke: Tabel, dari: Tabel) -> list[str]:
        """Codes that clash, parents that go, circles, and support of one's own line."""
        hasil: list[str] = []
        pemegang: dict[str, str] = {}
        for kunci, isi in ke.items():
            if not is_simpul(kunci):
                continue
            kode = isi.get("kode", "")
            lain = pemegang.setdefault(kode, kunci) if kode else kunci
            if lain != kunci:
                hasil.append(
                    _("Kode %(kode)s akan dipakai “%(a)s” dan “%(b)s”. Ubah salah satunya di berkas.")
                    % {"kode": kode, "a": sebutan(ke[lain]), "b": sebutan(isi)}
                )
            if isi.get("induk") and isi["induk"] not in ke:
                hasil.append(
                    _("“%(butir)s” kehilangan induknya. Pertahankan induk itu, atau hapus butir ini juga.")
                    % {"butir": sebutan(isi)}
                )
        return hasil or _lines(ke)

    def trace(self) -> dict[str, Any]:
        """Places, identities and links of every condition, and what each indicator is tied to."""
        simpul: dict[str, Any] = {}
        tempat: dict[int | None, int] = {}
        for s in PohonSimpul.objects.filter(pohon=self.pohon).order_by("urutan", "id"):
            n = tempat[s.induk_id] = tempat.get(s.induk_id, -1) + 1
            simpul[kunci_simpul(s.asal)] = {"tempat": n, "uid": str(s.uid), "simpul": s.simpul_id}
        ukuran = {
            f"I:{i.simpul.asal}|{i.pk}": {"indikator": i.indikator_id, "kode": i.kode}
            for i in PohonIndikator.objects.filter(simpul__pohon=self.pohon).select_related("simpul")
        }
        return {"simpul": simpul, "ukuran": ukuran}

    def write(
        self,
        *,
        dari: Tabel,
        ke: Tabel,
        by: Pengguna | None,
        baru: Mapping[str, Dirujuk],
        jejak: Mapping[str, Any],
    ) -> list[str]:
        kamus = {} if jejak else self._dictionary()
        write_pohon(pohon=self.pohon, dari=dari, ke=ke, by=by, jejak=jejak, kamus=kamus)
        return []

    def _dictionary(self) -> dict[str, Indikator]:
        """The unit's indicators by name; a name that two of them bear ties nothing."""
        hasil: dict[str, Indikator] = {}
        kembar: set[str] = set()
        semua = Indikator.objects.filter(versi__unit=self.pohon.unit, versi__berlaku_sampai__isnull=True)
        for indikator in semua.annotate(nama_kini=F("versi__nama")):
            nama = plain(indikator.nama_kini)
            if nama in hasil:
                kembar.add(nama)
            hasil[nama] = indikator
        return {nama: i for nama, i in hasil.items() if nama not in kembar}


def _lines(ke: Tabel) -> list[str]:
    for kunci, isi in ke.items():
        if not is_simpul(kunci):
            continue
        atas = _ancestors(kunci, ke)
        if kunci in atas:
            return [
                _("Induk “%(butir)s” melingkar: %(rantai)s.")
                % {"butir": sebutan(isi), "rantai": codes_of(" ".join(atas), ke)}
            ]
        for satu in isi.get("mendukung", "").split():
            if satu not in ke or satu in atas or satu == kunci or kunci in _ancestors(satu, ke):
                return [
                    _(
                        "“%(butir)s” tidak dapat juga mendukung “%(lain)s”: sudah segaris, atau tidak ada lagi."
                    )
                    % {"butir": sebutan(isi), "lain": sebutan(ke.get(satu, {})) or satu}
                ]
    return []


def _ancestors(kunci: str, tabel: Tabel) -> list[str]:
    """The main parents from the nearest on; a circle ends with the condition itself."""
    hasil: list[str] = []
    kini = tabel[kunci].get("induk", "")
    while kini and kini not in hasil:
        hasil.append(kini)
        kini = tabel.get(kini, {}).get("induk", "")
    return hasil
