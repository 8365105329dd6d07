"""Answering a sheet: every save is a new version at the stage of the moment, and the score follows in the same act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.convert import Isi, check_nilai, effective, stages_after
from sakip.apps.evaluasi.galat import (
    AlasanBedaSaran,
    AlasanUbahNilai,
    IsianKosong,
    KodeTidakDikenal,
    VersiBerubah,
)
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import Diskusi, HasilLembar, Jawaban, LembarKerja, PeranTim, TahapNilai
from sakip.apps.evaluasi.policies import peran_tim, require_diskusi, require_nilai
from sakip.apps.evaluasi.selectors.dasar import Peta, load_peta_satu
from sakip.apps.evaluasi.services._hasil import write_hasil
from sakip.apps.evaluasi.services._kunci import (
    lock_lembar,
    record_lembar,
    require_berjalan,
    require_jendela,
)
from sakip.platform.accounts.models import Pengguna

BATCH = 500


@dataclass(frozen=True, slots=True)
class IsiJawaban:
    """One answer to be saved. `catatan` and `daftar_bukti` of None stay as they are.

    `nilai` of None takes this stage's answer back. `versi_diharapkan` is the version of this stage that the
    person saw, 0 when there was none; None does not ask.
    """

    kode: str
    nilai: str | None
    catatan: str | None = None
    daftar_bukti: str | None = None
    alasan: str = ""
    saran: str = ""
    versi_diharapkan: int | None = None


@dataclass(frozen=True, slots=True)
class HasilSimpan:
    """What one save did: the present versions, which of them are new, and the scores that changed."""

    jawaban: tuple[Jawaban, ...]
    baru: frozenset[str]
    hasil: Mapping[str, HasilLembar]


def save_jawaban(
    *,
    lembar: LembarKerja,
    kode: str,
    nilai: str | None,
    by: Pengguna | None,
    catatan: str | None = None,
    daftar_bukti: str | None = None,
    alasan: str = "",
    saran: str = "",
    versi_diharapkan: int | None = None,
) -> Jawaban:
    """Write one answer as a new version at the stage the sheet is in.

    Raises VersiBerubah when another version is there than the one seen: nothing is written, and the error carries
    what the other person wrote.
    """
    isi = IsiJawaban(kode, nilai, catatan, daftar_bukti, alasan, saran, versi_diharapkan)
    return save_banyak(lembar=lembar, isian=[isi], by=by).jawaban[0]


@transaction.atomic
def save_banyak(*, lembar: LembarKerja, isian: Sequence[IsiJawaban], by: Pengguna | None) -> HasilSimpan:
    """Write several answers, all or none: a whole sub-component, or an imported workbook."""
    terkunci = lock_lembar(lembar)
    require_berjalan(terkunci)
    tahap = require_nilai(by, terkunci)
    require_jendela(terkunci)
    instrumen = muat_instrumen(terkunci.instrumen)
    peta = load_peta_satu(terkunci)
    bersih = [(satu, check_nilai(instrumen, satu.kode, satu.nilai or "")) for satu in isian]
    _refuse_stale(terkunci, tahap, isian, peta)
    baru = [
        jawaban
        for satu, nilai in bersih
        if (jawaban := _build(terkunci, tahap, satu, nilai, peta.get(satu.kode, {}), by)) is not None
    ]
    hasil: Mapping[str, HasilLembar] = {}
    if baru:
        hasil = insert_versions(terkunci, instrumen, tahap, baru, peta)
        record_lembar(terkunci, "jawaban.disimpan", by, _describe(tahap, baru, peta))
    terakhir = _last(terkunci, tahap, [satu.kode for satu in isian])
    return HasilSimpan(
        tuple(terakhir[satu.kode] for satu in isian if satu.kode in terakhir),
        frozenset(satu.kode for satu in baru),
        hasil,
    )


def insert_versions(
    lembar: LembarKerja, instrumen: Instrumen, tahap: TahapNilai, baru: Sequence[Jawaban], peta: Peta
) -> Mapping[str, HasilLembar]:
    """Append the versions; when one of them counts, bring the scores that rest on it up to date."""
    Jawaban.objects.bulk_create(baru, batch_size=BATCH)
    kini = {kode: dict(isi) for kode, isi in peta.items()}
    for satu in baru:
        kini.setdefault(satu.kode, {})[satu.tahap] = isi_of(satu)
    if not any(instrumen.butir(satu.kode).berjawaban for satu in baru):
        return {}
    return write_hasil(lembar, instrumen, kini, stages_after(tahap))


def isi_of(jawaban: Jawaban) -> Isi:
    return Isi(
        kode=jawaban.kode,
        tahap=jawaban.tahap,
        versi_ke=jawaban.versi_ke,
        nilai=jawaban.nilai,
        catatan=jawaban.catatan,
        daftar_bukti=jawaban.daftar_bukti,
        saran=jawaban.saran,
        alasan=jawaban.alasan,
        oleh_id=jawaban.oleh_id,
        oleh="" if jawaban.oleh is None else str(jawaban.oleh),
        pada=jawaban.pada,
    )


@transaction.atomic
def add_diskusi(*, lembar: LembarKerja, kode: str, isi: str, by: Pengguna | None) -> Diskusi:
    """Say something about an item, or with a blank code about the whole sheet."""
    terkunci = lock_lembar(lembar)
    require_diskusi(by, terkunci)
    if not isi.strip():
        raise IsianKosong("isi")
    if kode and not muat_instrumen(terkunci.instrumen).knows(kode):
        raise KodeTidakDikenal(kode)
    pesan = Diskusi(
        instansi_id=terkunci.instansi_id,
        lembar=terkunci,
        kode=kode,
        isi=isi.strip(),
        oleh=by,
        peran_teks=_role_text(by, terkunci),
        pada=timezone.now(),
    )
    pesan.save(force_insert=True)
    record_lembar(terkunci, "diskusi.ditulis", by, {"kode": kode, "isi": pesan.isi})
    return pesan


def _role_text(by: Pengguna | None, lembar: LembarKerja) -> str:
    """In what capacity somebody speaks: the roles in the team, else the post."""
    if by is None:
        return ""
    peran = peran_tim(by, lembar)
    label = [str(satu.label) for satu in PeranTim if satu in peran]
    return ", ".join(label)[:120] or by.sebutan[:120]


def _refuse_stale(lembar: LembarKerja, tahap: TahapNilai, isian: Sequence[IsiJawaban], peta: Peta) -> None:
    basi = [
        satu.kode
        for satu in isian
        if satu.versi_diharapkan is not None
        and satu.versi_diharapkan != _version(peta.get(satu.kode, {}).get(tahap))
    ]
    if basi:
        terakhir = _last(lembar, tahap, basi)
        raise VersiBerubah([terakhir[kode] for kode in basi if kode in terakhir])


def _version(isi: Isi | None) -> int:
    return 0 if isi is None else isi.versi_ke


def _last(lembar: LembarKerja, tahap: TahapNilai, kode: Sequence[str]) -> dict[str, Jawaban]:
    baris = Jawaban.objects.filter(lembar=lembar, tahap=tahap, kode__in=kode).select_related("oleh")
    return {satu.kode: satu for satu in baris.order_by("versi_ke")}


def _build(
    lembar: LembarKerja,
    tahap: TahapNilai,
    isi: IsiJawaban,
    nilai: str,
    punya: Mapping[str, Isi],
    by: Pengguna | None,
) -> Jawaban | None:
    """The next version, None when nothing changes."""
    lama = punya.get(tahap)
    catatan = _kept(isi.catatan, lama.catatan if lama else "")
    daftar = _kept(isi.daftar_bukti, lama.daftar_bukti if lama else "")
    if lama is None and not (nilai or catatan or daftar):
        return None
    if lama is not None and (nilai, catatan, daftar) == (lama.nilai, lama.catatan, lama.daftar_bukti):
        return None
    tetap = lama is not None and lama.nilai == nilai
    alasan = isi.alasan.strip() or (lama.alasan if tetap and lama is not None else "")
    saran = isi.saran.strip() or (lama.saran if tetap and lama is not None else "")
    _require_alasan(isi.kode, tahap, nilai, saran, alasan, punya)
    return Jawaban(
        instansi_id=lembar.instansi_id,
        lembar=lembar,
        kode=isi.kode,
        tahap=tahap,
        versi_ke=_version(lama) + 1,
        nilai=nilai,
        catatan=catatan,
        daftar_bukti=daftar,
        saran=saran,
        alasan=alasan,
        oleh=by,
        pada=timezone.now(),
    )


def _kept(baru: str | None, lama: str) -> str:
    return lama if baru is None else baru.strip()


def _require_alasan(
    kode: str, tahap: TahapNilai, nilai: str, saran: str, alasan: str, punya: Mapping[str, Isi]
) -> None:
    """A later stage that says otherwise than an earlier one, or than the data, says why."""
    if not nilai or alasan:
        return
    sebelum = effective({t: isi for t, isi in punya.items() if t != tahap}, tahap)
    if sebelum is not None and sebelum.nilai != nilai:
        raise AlasanUbahNilai(kode, sebelum.nilai)
    if saran and saran != nilai:
        raise AlasanBedaSaran(kode, saran)


def _describe(tahap: TahapNilai, baru: Sequence[Jawaban], peta: Peta) -> dict[str, object]:
    """What the audit keeps: each code with the value before and after."""
    isi = {}
    for satu in baru:
        lama = peta.get(satu.kode, {}).get(tahap)
        isi[satu.kode] = [lama.nilai if lama else None, satu.nilai, satu.versi_ke]
    return {"tahap": str(tahap), "jawaban": isi}
