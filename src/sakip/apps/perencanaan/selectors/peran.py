"""Who answers for what: the results of a head against the posts below it (PermenPANRB 6/2022)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.aspek import infer_aspek
from sakip.apps.perencanaan.ejaan import eja_baris
from sakip.apps.perencanaan.models import AspekSKP, JenisSimpul, PeranHasil, PohonSimpul, Simpul, Target
from sakip.apps.perencanaan.selectors.dokumen import (
    TINGKAT_HASIL,
    URUTAN_HASIL,
    choose_dokumen,
    covers,
    dokumen_berlaku,
)
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.platform.organisasi.models import Jabatan, JabatanVersi, Unit
from sakip.platform.organisasi.selectors import jabatan_versi_pada, subtree_ids

SIMPUL, POHON = "simpul", "pohon"


@dataclass(frozen=True, slots=True)
class KolomHasil:
    """One result of the head: a node of the plan in force, or a condition of the tree."""

    jenis: str
    objek: Simpul | PohonSimpul

    @property
    def kunci(self) -> str:
        return f"{self.jenis}-{self.objek.uid}"

    @property
    def pernyataan(self) -> str:
        return self.objek.pernyataan


@dataclass(frozen=True, slots=True)
class SelPeran:
    kolom: KolomHasil
    isi: tuple[PeranHasil, ...]


@dataclass(frozen=True, slots=True)
class BarisPeran:
    versi: JabatanVersi
    sel: tuple[SelPeran, ...]

    @property
    def kosong(self) -> bool:
        return not any(satu.isi for satu in self.sel)


@dataclass(frozen=True, slots=True)
class Matriks:
    """Rows are the posts directly below a head, columns are its results."""

    unit: Unit
    tahun: int
    kepala: tuple[JabatanVersi, ...]
    atasan: JabatanVersi | None
    kolom: tuple[KolomHasil, ...]
    baris: tuple[BarisPeran, ...]

    @property
    def hasil_tanpa_jabatan(self) -> tuple[KolomHasil, ...]:
        return tuple(
            kolom for n, kolom in enumerate(self.kolom) if not any(baris.sel[n].isi for baris in self.baris)
        )

    @property
    def jabatan_tanpa_hasil(self) -> tuple[JabatanVersi, ...]:
        return tuple(baris.versi for baris in self.baris if baris.kosong)

    @property
    def berhenti_sebelum_eselon_iii(self) -> tuple[KolomHasil, ...]:
        """Results of an eselon II head that no eselon III post takes on."""
        if self.atasan is None or not is_eselon(self.atasan, "II"):
            return ()
        tiga = [baris for baris in self.baris if is_eselon(baris.versi, "III")]
        if not tiga:
            return ()
        return tuple(k for n, k in enumerate(self.kolom) if not any(baris.sel[n].isi for baris in tiga))

    def find(self, jabatan_uid: str, kunci: str) -> tuple[BarisPeran, SelPeran] | None:
        for baris in self.baris:
            for sel in baris.sel:
                if str(baris.versi.jabatan.uid) == jabatan_uid and sel.kolom.kunci == kunci:
                    return baris, sel
        return None


def is_eselon(versi: JabatanVersi, tingkat: str) -> bool:
    """The echelon without its letter: "III.a" and "III/a" are "III"."""
    return versi.eselon.upper().replace("/", ".").split(".")[0].strip() == tingkat


def matriks_peran(unit: Unit, tahun: int, atasan_uid: str = "") -> Matriks:
    """The matrix of one head of a unit; of its head when none is named."""
    jabatan = _posts(unit, tahun)
    membawahi = {satu.atasan_id for satu in jabatan}
    kepala = tuple(satu for satu in jabatan if satu.jabatan_id in membawahi)
    sendiri = [satu for satu in kepala if satu.kepala and satu.unit_id == unit.pk]
    terpilih = [satu for satu in kepala if str(satu.jabatan.uid) == atasan_uid]
    atasan = next(iter([*terpilih, *sendiri, *kepala]), None)
    if atasan is None:
        return Matriks(unit, tahun, kepala, None, (), ())
    bawahan = [satu for satu in jabatan if satu.atasan_id == atasan.jabatan_id]
    kolom = results_of(unit, tahun, atasan)
    isi = _cells(tahun, [satu.jabatan_id for satu in bawahan])
    baris = tuple(
        BarisPeran(satu, tuple(SelPeran(k, tuple(isi.get((satu.jabatan_id, k.kunci), ()))) for k in kolom))
        for satu in bawahan
    )
    return Matriks(unit, tahun, kepala, atasan, kolom, baris)


def _posts(unit: Unit, tahun: int) -> list[JabatanVersi]:
    pada = hari_pohon(tahun)
    ids = subtree_ids(unit.instansi, [unit.pk], pada)
    semua = jabatan_versi_pada(unit.instansi, pada).filter(unit_id__in=ids).select_related("jabatan", "unit")
    return list(semua.order_by("-kepala", "eselon", "nama", "pk"))


def results_of(unit: Unit, tahun: int, atasan: JabatanVersi) -> tuple[KolomHasil, ...]:
    """The sasaran of the plan for the unit's head; what a lower head owns or has taken on for the others."""
    milik = PohonSimpul.objects.filter(
        pemilik_jabatan_id=atasan.jabatan_id, pohon__tahun=tahun, pensiun_pada__isnull=True
    )
    if atasan.kepala and atasan.unit_id == unit.pk:
        dokumen = choose_dokumen(dokumen_berlaku(unit, tahun), TINGKAT_HASIL)
        simpul: Iterable[Simpul] = (
            ()
            if dokumen is None
            else Simpul.objects.filter(dokumen=dokumen, jenis=JenisSimpul.SASARAN).order_by("urutan", "pk")
        )
        return (
            *(KolomHasil(SIMPUL, satu) for satu in simpul),
            *(KolomHasil(POHON, satu) for satu in milik.order_by("urutan", "pk")),
        )
    peran = PeranHasil.objects.filter(jabatan_id=atasan.jabatan_id, tahun=tahun)
    simpul = Simpul.objects.filter(pk__in=peran.values("simpul_id")).order_by("urutan", "pk")
    dipikul = PohonSimpul.objects.filter(
        Q(pk__in=peran.values("pohon_simpul_id")) | Q(pk__in=milik.values("pk"))
    )
    return (
        *(KolomHasil(SIMPUL, satu) for satu in simpul),
        *(KolomHasil(POHON, satu) for satu in dipikul.order_by("urutan", "pk")),
    )


def _cells(tahun: int, jabatan_ids: list[int]) -> dict[tuple[int, str], list[PeranHasil]]:
    hasil: dict[tuple[int, str], list[PeranHasil]] = {}
    semua = PeranHasil.objects.filter(tahun=tahun, jabatan_id__in=jabatan_ids)
    for satu in semua.select_related("simpul", "pohon_simpul", "indikator").order_by("urutan", "pk"):
        objek = satu.simpul or satu.pohon_simpul
        assert objek is not None  # peranhasil_satu_sumber
        kunci = f"{POHON if satu.simpul is None else SIMPUL}-{objek.uid}"
        hasil.setdefault((satu.jabatan_id, kunci), []).append(satu)
    return hasil


@dataclass(frozen=True, slots=True)
class BarisSKP:
    """One row of the SKP sheet: a contribution of a post, with what its indicator adds."""

    versi: JabatanVersi
    peran: PeranHasil
    ukuran: str
    target: str
    aspek: str

    @property
    def hasil_atasan(self) -> str:
        return str(self.peran.simpul or self.peran.pohon_simpul)


def baris_skp(unit: Unit, tahun: int) -> list[BarisSKP]:
    """Every contribution of the unit's posts in a year, by post: the rows of the SKP sheet. No names of persons.

    An indicator of the dictionary gives its name, its target of the year and its kind where the row says none.
    """
    versi = {satu.jabatan_id: satu for satu in _posts(unit, tahun)}
    semua = list(
        PeranHasil.objects.filter(tahun=tahun, jabatan_id__in=list(versi)).select_related(
            "simpul", "pohon_simpul", "indikator"
        )
    )
    urut = {pk: n for n, pk in enumerate(versi)}
    ids = {satu.indikator_id for satu in semua if satu.indikator_id is not None}
    kamus = versi_pada(ids, hari_pohon(tahun)) if ids else {}
    target = target_setahun(unit, tahun, ids) if ids else {}
    return [
        _row(
            versi[satu.jabatan_id],
            satu,
            kamus.get(satu.indikator_id or 0),
            target.get(satu.indikator_id or 0),
        )
        for satu in sorted(semua, key=lambda p: (urut[p.jabatan_id], p.urutan, p.pk))
    ]


def _row(
    versi: JabatanVersi, peran: PeranHasil, kamus: IndikatorVersi | None, target: Target | None
) -> BarisSKP:
    satuan = "" if kamus is None or kamus.satuan is None else kamus.satuan.nama
    ukuran = peran.ukuran or ("" if kamus is None else kamus.nama)
    # The kind of the dictionary's figure says nothing of an indicator that was worded otherwise for the post.
    sama = kamus is not None and ukuran == kamus.nama
    aspek = peran.aspek or infer_aspek(
        ukuran=ukuran,
        satuan=satuan if sama else "",
        jenis_ukuran=kamus.jenis_ukuran if sama and kamus is not None else "",
    )
    janji = "" if target is None or not sama else f"{eja_baris(target)} {satuan}".strip()
    return BarisSKP(
        versi, peran, ukuran, peran.target_teks or janji, str(AspekSKP(aspek).label) if aspek else ""
    )


def target_setahun(unit: Unit, tahun: int, indikator_ids: Collection[int]) -> dict[int, Target]:
    """What the unit's plans in force promise for a year, its five-year plan first. One query."""
    semua = Target.objects.filter(
        covers(tahun, "dokumen__"),
        dokumen__unit=unit,
        tahun=tahun,
        triwulan__isnull=True,
        indikator_id__in=indikator_ids,
    ).select_related("dokumen")
    pangkat: dict[str, int] = {jenis: urut for urut, jenis in enumerate(URUTAN_HASIL)}
    urut = sorted(semua, key=lambda t: (-pangkat.get(t.dokumen.jenis, 9), t.dokumen_id))
    return {satu.indikator_id: satu for satu in urut}


def indikator_hasil(kolom: KolomHasil, tahun: int) -> list[IndikatorVersi]:
    """The dictionary entries that measure a result: those a post may share."""
    ids = [pk for pk in kolom.objek.indikator_set.values_list("indikator_id", flat=True) if pk is not None]
    versi = versi_pada(ids, hari_pohon(tahun))
    return [versi[pk] for pk in ids if pk in versi]


def post_of(unit: Unit, jabatan: Jabatan, tahun: int) -> JabatanVersi | None:
    return next((satu for satu in _posts(unit, tahun) if satu.jabatan_id == jabatan.pk), None)
